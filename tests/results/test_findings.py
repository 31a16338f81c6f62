"""Rows with fields for programs and sentences for people."""

import json
import sys
from dataclasses import FrozenInstanceError, dataclass, field, fields
from typing import ClassVar

import pytest
from hypothesis import given
from networks import asked, exchange, pair_of
from strategies import cases

from netdeps.errors import MissingLibraryError
from netdeps.measures import contact_gaps, give_and_take, kind_gaps, pair_balance, questions
from netdeps.results import About, Findings, Row
from netdeps.words import Phrase

ABOUT = About(
    name="questions", definition=Phrase("measure.questions"), because=("need 1", "need 2")
)
NOT_INVOLVED = Phrase("reason.not_involved")


@dataclass(frozen=True, kw_only=True)
class Weighed(Row):
    words: ClassVar[str] = "open_question"
    first: str
    weight: float

    @property
    def rank(self):
        return self.weight

    def facts(self):
        return {"first": self.called(self.first), "second": "B", "level": Phrase("level.governing")}


@dataclass(frozen=True, kw_only=True)
class Unranked(Weighed):
    @property
    def rank(self):
        return None


@dataclass(frozen=True, kw_only=True)
class Inner(Weighed):
    inside: object = field(repr=False)


def weighed(*weights, row=Weighed):
    rows = [
        row(first=f"org {number}", weight=weight, names={"org 0": "City"})
        for number, weight in enumerate(weights)
    ]
    return Findings(rows, ABOUT, {"desk": NOT_INVOLVED})


class TestAsASequence:
    def test_it_gives_rows_by_their_place(self):
        found = weighed(3, 2, 1)
        assert [row.weight for row in found] == [3, 2, 1]
        assert (found[0].weight, found[-1].weight, len(found)) == (3, 1, 3)
        assert [row.weight for row in found[1:]] == [2, 1]
        assert found[1] in found

    def test_it_equals_findings_with_the_same_rows(self):
        assert weighed(3, 2) == weighed(3, 2)
        assert hash(weighed(3, 2)) == hash(weighed(3, 2))
        assert weighed(3, 2) != weighed(3, 1)
        assert weighed() != ()

    def test_what_people_call_somebody_is_no_part_of_a_finding(self):
        plain, called = (Weighed(first="a", weight=1, names=names) for names in ({}, {"a": "Care"}))
        assert plain == called


class TestCannotChange:
    def test_no_row_can_be_put_in_its_place(self):
        found = weighed(3, 2)
        with pytest.raises(TypeError):
            found[0] = found[1]

    def test_no_reason_can_be_added(self):
        with pytest.raises(TypeError):
            weighed(3).undefined["org 0"] = NOT_INVOLVED

    def test_no_field_of_a_row_can_change(self):
        row = contact_gaps(pair_of(interviews=asked("care")))[0]
        with pytest.raises(FrozenInstanceError):
            row.severity = 0.0

    def test_nothing_in_a_field_of_a_row_can_change(self):
        row = contact_gaps(pair_of(interviews=asked("care")))[0]
        with pytest.raises(TypeError):
            row.states["governing"] = "yes"

    def test_what_it_was_made_from_can_change_without_it(self):
        rows, undefined = [Weighed(first="a", weight=1)], {"desk": NOT_INVOLVED}
        found = Findings(rows, ABOUT, undefined)
        rows.clear()
        undefined.clear()
        assert [row.first for row in found] == ["a"]
        assert set(found.undefined) == {"desk"}


class TestTop:
    def test_the_first_are_given_with_whatever_ranks_equal_to_the_last(self):
        found = weighed(3, 2, 2, 1)
        assert [row.weight for row in found.top(1)] == [3]
        assert [row.weight for row in found.top(2)] == [3, 2, 2]
        assert [row.weight for row in found.top(9)] == [3, 2, 2, 1]

    @pytest.mark.parametrize("most", [0, -2])
    def test_none_are_given_where_none_are_asked_for(self, most):
        assert weighed(3, 2).top(most) == ()

    def test_rows_without_a_rank_do_not_tie(self):
        assert [row.weight for row in weighed(2, 2, 2, row=Unranked).top(1)] == [2]

    def test_ten_are_given_where_nobody_says_how_many(self):
        found = weighed(*range(20, 0, -1))
        assert [row.weight for row in found.top()] == list(range(20, 10, -1))

    @given(cases())
    def test_gaps_and_questions_tie_on_what_they_are_ranked_by(self, network):
        for found, name in ((contact_gaps(network), "severity"), (questions(network), "rank")):
            for most in range(len(found)):
                least = getattr(found[most - 1], name) if most else float("inf")
                wanted = [row for row in found if getattr(row, name) >= least]
                assert list(found.top(most)) == wanted


class TestWhere:
    def test_it_leaves_the_rows_for_which_something_holds(self):
        found = weighed(3, 2, 1).where(lambda row: row.weight > 1)
        assert [row.weight for row in found] == [3, 2]

    def test_the_rest_of_what_it_says_stays(self):
        found = weighed(3).where(lambda row: row.weight > 5)
        assert list(found) == []
        assert (found.name, found.because) == ("questions", ("need 1", "need 2"))
        assert found.undefined == {"desk": NOT_INVOLVED}


class TestForOtherPrograms:
    def test_as_a_dictionary_it_is_plain_data(self):
        found = questions(pair_of(), subject="contact", level="governing")
        assert json.loads(json.dumps(found.to_dict(), allow_nan=False)) == {
            "kind": "findings",
            "name": "questions",
            "definition": "What nobody was asked although much hangs on it.",
            "caveats": [],
            "because": ["need 1"],
            "known_share": 0.0,
            "visibility": "facilitator",
            "rows": [
                {
                    "subject": "contact",
                    "parties": ["care", "housing"],
                    "ask": ["care", "housing"],
                    "level": "governing",
                    "other_level": None,
                    "about": [],
                    "priority": 0.75,
                    "because": ["need 1"],
                }
            ],
            "undefined": {},
        }

    def test_a_gap_is_plain_data_too(self):
        (row,) = contact_gaps(pair_of(interviews=asked("care", "housing"))).to_rows()
        wanted = {
            "parties": ["care", "housing"],
            "requirement": 0.75,
            "deficit": 1.0,
            "certainty": 1.0,
            "severity": 0.75,
            "band": "high",
            "states": {"governing": "no", "management": "no", "operational": "no"},
            "routed_via": [],
            "because": ["interview care any contacts", "interview housing any contacts", "need 1"],
        }
        assert {name: row[name] for name in wanted} == wanted

    @pytest.mark.parametrize(
        ("row", "names"),
        [
            (
                contact_gaps(pair_of(interviews=asked("care")))[0],
                "parties requirement deficit certainty severity band states routed_via because",
            ),
            (questions(pair_of())[0], "parties level priority because"),
            (
                kind_gaps(pair_of())[0],
                "from_kind to_kind level pairs ties density uncovered unknown coverage severity",
            ),
            (
                give_and_take(exchange())[0],
                "organisation resource unit dossier given taken net ratio",
            ),
            (
                pair_balance(exchange())[0],
                "parties resource unit dossier given reciprocity",
            ),
        ],
        ids=["contact_gaps", "questions", "kind_gaps", "give_and_take", "pair_balance"],
    )
    def test_the_fields_that_programs_may_rely_on_are_there(self, row, names):
        assert set(names.split()) <= set(row.to_dict())
        assert set(names.split()) <= {one.name for one in fields(row)}

    def test_an_inner_field_is_no_data(self):
        row = Inner(first="a", weight=1, inside=object())
        assert row.to_dict() == {"first": "a", "weight": 1}

    def test_names_and_labels_are_no_data(self):
        for found in (contact_gaps(pair_of(interviews=asked("care"))), kind_gaps(pair_of())):
            assert {"names", "labels"}.isdisjoint(found[0].to_dict())

    def test_as_a_table_each_row_is_a_row(self):
        frame = weighed(3, 2).to_pandas()
        assert frame.to_dict("records") == [
            {"first": "org 0", "weight": 3},
            {"first": "org 1", "weight": 2},
        ]

    def test_without_pandas_it_says_how_to_get_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(MissingLibraryError) as caught:
            weighed(1).to_pandas()
        assert str(caught.value) == (
            "this needs pandas, which is not installed; "
            "install it with: pip install 'netdeps[pandas]'"
        )


class TestForPeople:
    def test_in_a_terminal_it_shows_sentences_and_reasons(self):
        assert repr(weighed(3, 2)) == (
            "questions: What nobody was asked although much hangs on it.\n"
            "  Nobody was asked whether City and B speak to each other at governing level.\n"
            "  Nobody was asked whether org 1 and B speak to each other at governing level.\n"
            "  desk: undefined, it neither gives nor takes, which is not the same as being in "
            "balance"
        )

    def test_in_a_terminal_it_says_how_many_more_there_are(self):
        assert repr(weighed(*range(25, 0, -1))).splitlines()[-2] == "  … and 5 more"

    def test_in_a_notebook_it_is_a_table(self):
        html = contact_gaps(pair_of(interviews=asked("care", "housing")))._repr_html_()
        assert html.startswith(
            "<table><caption>contact_gaps: Who needs whom without the contact to carry it."
            "</caption><thead><tr><th>parties</th><th>requirement</th>"
        )
        assert "<td>care, housing</td><td>0.75</td><td>1</td>" in html

    def test_in_a_notebook_what_is_missing_is_an_empty_cell(self):
        assert "<td></td>" in give_and_take(exchange())._repr_html_()

    def test_in_a_notebook_it_says_how_many_more_there_are(self):
        html = weighed(*range(53, 0, -1))._repr_html_()
        assert "<p>… and 3 more</p>" in html
        assert html.count("<tr>") == 51

    def test_in_a_notebook_what_a_case_says_is_escaped(self):
        hostile = '<script>alert("1")</script>'
        row = Weighed(first=hostile, weight=1)
        html = Findings([row], ABOUT, {hostile: NOT_INVOLVED})._repr_html_()
        assert "<script" not in html
        assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;" in html

    def test_a_row_asks_a_question_in_either_language(self):
        row = weighed(1)[0]
        assert row.question() == "Do City and B speak to each other at governing level?"
        assert row.question("nl") == "Spreken City en B elkaar op bestuurlijk niveau?"
