"""Every text of a record is found with its place, and nothing else is taken for a text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import networks

from netdeps import Network
from netdeps.model import Record
from netdeps.model.texts import folded, texts

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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zorg", "zORG"),
        ("own  home", " own\u00a0home\n"),
        ("José", "Jose\u0301"),
        ("\ufb01ne", "fine"),
        ("Straße", "STRASSE"),
        ("m²", "m2"),
        ("d'Hooge", "d’Hooge"),
        ('"so"', "„so”"),
        ("on-line", "on\u2011line"),
        ("-1", "\u22121"),
        ("tender", "ten\u00adder"),
        ("wait…", "wait..."),
    ],
)
def test_texts_that_read_alike_are_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jose", "José"), ("care a", "carea"), ("p1", "p 1"), ("on-line", "online"), ("x", "")],
)
def test_texts_that_read_otherwise_are_not(one, other):
    assert folded(one) != folded(other)


def test_every_letter_reads_like_what_it_is_read_as():
    letters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    changing = [one for one in letters if folded(folded(one)) != folded(one)]
    assert changing == []


@given(st.text())
def test_what_is_read_once_reads_the_same_again(text):
    assert folded(folded(text)) == folded(text)
    assert folded(f" {text}\n") == folded(text)
