"""A finding is found again in another network by what it is about."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given, settings
from networks import asked, needs, pair_of, relabelled
from strategies import cases

from netdeps import Network, measures
from netdeps.measures import MEASURES
from netdeps.results import Findings, Row

FINDINGS = [name for name, one in MEASURES.items() if isinstance(one(Network()), Findings)]


@dataclass(frozen=True, kw_only=True)
class Lease(Row):
    """A row of somebody else's, which says itself what it is about."""

    identity: ClassVar[tuple[str, ...]] = ("landlord", "house")

    landlord: str
    house: str
    rent: float
    because: tuple[str, ...] = ()


@settings(max_examples=15)
@given(network=cases(max_size=4))
def test_no_two_findings_of_a_measure_are_about_the_same_thing(network):
    for name in FINDINGS:
        keys = Counter(row.key for row in MEASURES[name](network))
        twice = [key for key, count in keys.items() if count > 1]
        assert twice == [], name


def test_a_pair_is_found_by_its_parties():
    (row,) = measures.contact_gaps(pair_of(interviews=asked("care")))
    assert row.key == (("care", "housing"),)


def test_kinds_are_found_by_both_and_the_level():
    rows = measures.kind_gaps(pair_of(interviews=asked("care")))
    assert {row.key for row in rows} == {
        ("care_provider", "housing_corporation", level)
        for level in (None, "governing", "management", "operational")
    }


def test_the_key_holds_no_figures():
    wanted = needs(("care", 1, "all", ["housing"]))
    less, more = (
        measures.contact_gaps(pair_of(interviews=asked("care"), **fields))[0]
        for fields in ({"dependencies": wanted}, {})
    )
    assert less != more
    assert less.key == more.key


def test_other_names_give_the_same_findings_under_those_names():
    network = pair_of(interviews=asked("care"))
    (row,) = measures.contact_gaps(relabelled(network, {"care": "zorg"}))
    assert row.key == (("housing", "zorg"),)


def test_a_row_of_ones_own_can_say_what_it_is_about():
    assert Lease(landlord="corp", house="7a", rent=3.0).key == ("corp", "7a")


def test_a_row_about_nothing_that_is_known_has_an_empty_key():
    assert Row().key == ()
