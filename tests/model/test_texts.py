"""Every text of a record is found with its place, and nothing else is taken for a text."""

from hypothesis import given
from strategies import networks

from netdeps import Network
from netdeps.model import Record
from netdeps.model.texts import texts

TEXT = "_plain_text"


def takes_text(field):
    return TEXT in f"{field.annotation} {field.metadata}"


def found_slowly(value, name="", *, taken=True):
    """Walk through everything that a record holds, and keep the strings of text fields."""
    if isinstance(value, Record):
        for inner, field in type(value).model_fields.items():
            taken = inner == "id" or takes_text(field)
            yield from found_slowly(getattr(value, inner), inner, taken=taken)
    elif isinstance(value, tuple):
        for one in value:
            yield from found_slowly(one, name, taken=taken)
    elif isinstance(value, str) and value and taken:
        yield value


@given(networks())
def test_every_text_of_a_network_is_found_once(network):
    assert [text for _, text in texts(network)] == list(found_slowly(network))


def test_each_has_the_place_where_it_stands():
    network = Network(
        name="Port",
        purpose="to talk",
        organisations=[{"id": "care", "kind": "other", "roles": ["funder"]}],
        dependencies=[
            {
                "id": "need",
                "depender": "care",
                "dependum": "dwellings",
                "dependees": ["outside"],
                "replies": [{"says": "denied", "said": {"by": "care", "remark": "no"}}],
            }
        ],
    )
    assert list(texts(network)) == [
        (("name",), "Port"),
        (("purpose",), "to talk"),
        (("organisations", 0, "id"), "care"),
        (("organisations", 0, "roles", 0), "funder"),
        (("dependencies", 0, "id"), "need"),
        (("dependencies", 0, "dependum"), "dwellings"),
        (("dependencies", 0, "replies", 0, "said", "remark"), "no"),
    ]
