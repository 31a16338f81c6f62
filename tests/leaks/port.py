"""A small case with something to hide."""

from netdeps import Network

TABLE = {"visibility": "table"}
PORT = Network(
    organisations=[
        {"id": "care", "name": "Care"},
        {"id": "rival", "name": "Rival Bank", "region": "Northshire", "roles": ["money lender"],
         "said": {"visibility": "facilitator", "remark": "keep quiet"}},
    ],
    kinds=[{"id": "syndicate", "label": {"nl": "bende", "en": "gang"}}],
    interviews=[{"organisation": "care", "date": "2021-02-17", "said": TABLE}],
    contacts=[{"between": ["care", "rival"], "persons": ["the blue fox"]}],
    concerns=[
        {"id": "c-17", "theme": "tendering", "said": {"by": "care", "date": "2021-03-01"}},
        {"theme": "money", "said": {**TABLE, "person": "the red fox"}},
    ],
)  # fmt: skip
