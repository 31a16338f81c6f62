"""Whoever told something and does not take part stays somebody else."""

import pytest
from networks import gifts, named

import netdeps as nd
from netdeps import Network, measures
from netdeps.graph import Contacts
from netdeps.model import OUTSIDE

HIDDEN = {"visibility": "facilitator"}


def told_by(speaker, **fields):
    return {"said": {"by": speaker, "visibility": "table"}, **fields}


@pytest.fixture
def network():
    """Two who exchange, and two others who tell of it and are not to be named at the table."""
    return Network(
        organisations=[
            *named("a", "b", kind="care_provider"),
            *named("m1", "m2", kind="municipality", said=HIDDEN),
        ],
        contributions=[
            {**one, "id": f"told by {speaker}", **told_by(speaker)}
            for speaker in ("m1", "m2")
            for one in gifts(("a", "b", 10))
        ],
        felt_balances=[told_by("m1", organisation="a", felt=-2)],
        contacts=[
            told_by("m1", between=["a", "b"], exists=True),
            told_by("m2", between=["a", "b"], exists=False, level="governing"),
        ],
    )


def smaller(network):
    yield nd.edition(network, "table").network
    yield network.only(["a", "b"])
    yield network.without(["m1", "m2"])


def test_who_is_left_out_stays_somebody_else(network):
    for part in smaller(network):
        assert {one.said.by for one in part.contributions} == {OUTSIDE}
        assert {one.said.speaker for one in part.contributions} == {None}


def test_two_who_tell_of_the_same_are_not_added(network):
    for part in (network, *smaller(network)):
        assert [row.net for row in measures.give_and_take(part)] == [10.0, -10.0]
    assert measures.give_and_take(network, inside=None)[0].net == 10.0


def test_what_others_say_of_a_feeling_does_not_become_ones_own(network):
    for part in (network, *smaller(network)):
        assert list(measures.felt_balance(part)) == []


def test_of_those_outside_nobody_knows_who_is_who(network):
    """The one who says no at a level is not taken for the one who says yes at all of them."""
    for part in (network, *smaller(network)):
        assert Contacts(part).state("a", "b", "governing").state == "yes"


def test_somebody_outside_can_be_named_as_the_speaker_of_a_case():
    case = Network(organisations=named("a"), concerns=[{"theme": "x", "said": {"by": OUTSIDE}}])
    assert case.concerns[0].said.speaker is None
