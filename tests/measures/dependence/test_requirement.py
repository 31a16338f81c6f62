"""How badly each two organisations need to be able to talk to each other."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import CARE_1, CARE_2, CITY, CORPORATION, named, needs, replaced, town, with_records
from strategies import cases

from netdeps import Network
from netdeps.measures import requirement

AB = ("a", "b")


def by_pair(network, **options):
    return {row.parties: row.requirement for row in requirement(network, **options)}


def between(*wanted, **fields):
    network = Network(organisations=named("a", "b", "c"), dependencies=needs(*wanted, **fields))
    return by_pair(network).get(AB)


class TestWorkedExamples:
    def test_one_top_need_of_a_sole_supplier_requires_three_quarters(self):
        assert between(("a", 3, "all", ["b"])) == 3 / 4

    def test_two_top_needs_of_a_sole_supplier_require_fifteen_sixteenths(self):
        assert between(("a", 3, "all", ["b"]), ("b", 3, "all", ["a"])) == 15 / 16

    def test_a_need_of_importance_two_with_an_alternative_requires_a_quarter(self):
        assert between(("a", 2, "any", ["b", "c"])) == 1 / 4

    def test_a_top_need_and_one_with_an_alternative_require_thirteen_sixteenths(self):
        wanted = ("a", 3, "all", ["b"]), ("a", 2, "any", ["b", "c"])
        assert between(*wanted) == 13 / 16

    def test_the_pairs_of_the_town_from_the_most_to_the_least(self):
        assert list(by_pair(town()).items()) == [
            ((CARE_1, CITY), float(1 - Fraction(1, 4) * Fraction(7, 8) * Fraction(5, 8))),
            ((CARE_1, CORPORATION), 13 / 16),
            ((CARE_2, CORPORATION), 13 / 16),
            ((CORPORATION, CITY), 13 / 16),
            ((CARE_2, CITY), 11 / 16),
            ((CARE_1, CARE_2), 1 / 8),
        ]

    def test_whatever_is_required_as_much_as_the_last_comes_along(self):
        assert [len(requirement(town()).top(most)) for most in (1, 2, 5)] == [1, 4, 5]


class TestWhatCounts:
    def test_without_needs_there_is_no_row(self):
        assert between(("a", 3, "all", ["c"])) is None

    def test_what_can_be_met_outside_or_by_oneself_makes_no_pair(self):
        network = Network(
            organisations=named("a", "b"), dependencies=needs(("a", 3, "any", ["a", "outside"]))
        )
        assert by_pair(network) == {}

    def test_a_level_and_an_issue_take_their_own_needs(self):
        network = Network(
            organisations=named("a", "b"),
            issues=[{"id": "outflow"}],
            dependencies=[
                *needs(("a", 1, "all", ["b"]), id="1", level="governing"),
                *needs(("a", 2, "all", ["b"]), id="2", issue="outflow"),
            ],
        )
        assert by_pair(network, level="governing") == {AB: 1 - 3 / 4 * 1 / 2}
        assert by_pair(network, level="operational") == {AB: 1 / 2}
        assert by_pair(network, issue="outflow") == {AB: 1 / 2}

    def test_a_row_names_what_is_needed_in_either_direction(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=[
                {"id": "2", "depender": "a", "dependum": "money", "dependees": ["b"]},
                {"id": "1", "depender": "b", "dependum": "dwellings", "dependees": ["a"]},
            ],
        )
        (row,) = requirement(network)
        assert (row.dependums, row.because) == (("dwellings", "money"), ("1", "2"))

    def test_how_many_were_asked_or_told_of_is_said(self):
        network = Network(organisations=named("a", "b"), dependencies=needs(("a", 1, "all", ["b"])))
        assert requirement(network).known_share == 1 / 2
        assert len(requirement(network).caveats) == 1


def by_the_formula(network):
    """One minus the product of what each need leaves over, pair by pair."""
    found = {}
    for parties in combinations(network.ids, 2):
        left = Fraction(1)
        for need in network.dependencies:
            other = set(parties) - {need.depender}
            if need.depender in parties and other <= set(need.dependees):
                part = Fraction(1, 1 if need.mode == "all" else len(need.dependees))
                left *= 1 - Fraction(need.importance, 4) * part
        if left != 1:
            found[parties] = float(1 - left)
    return found


@given(cases())
def test_every_requirement_is_that_of_the_formula(network):
    assert by_pair(network) == by_the_formula(network)


@given(cases())
def test_it_is_more_than_0_only_between_those_who_need_something_and_never_1(network):
    found = by_pair(network)
    assert all(0 < one < 1 for one in found.values())
    ties = {
        tuple(sorted((need.depender, dependee)))
        for need in network.dependencies
        for dependee in need.dependees
        if dependee not in {need.depender, "outside"}
    }
    assert set(found) == ties


@given(cases(), st.data())
def test_one_need_more_raises_it_between_those_two_and_nowhere_else(network, data):
    depender, dependee = data.draw(st.permutations(network.ids))[:2]
    more = with_records(network, dependencies=needs((depender, 1, "all", [dependee]), id="more"))
    before, after = by_pair(network), by_pair(more)
    between = tuple(sorted((depender, dependee)))
    assert after.pop(between) > before.pop(between, 0)
    assert after == before


@given(cases())
def test_an_organisation_with_needs_of_its_own_changes_no_other_requirement(network):
    joined = with_records(
        network, organisations=named("zz"), dependencies=needs(("zz", 3, "all", [network.ids[0]]))
    )
    after = by_pair(joined)
    assert {key: one for key, one in after.items() if "zz" not in key} == by_pair(network)


@given(cases())
def test_it_is_no_matter_which_of_the_two_needs_the_other(network):
    one_way = [
        need.with_fields({"dependees": need.dependees[:1], "mode": "any"})
        for need in network.dependencies
        if need.dependees[0] != "outside"
    ]
    turned = [
        need.with_fields({"depender": need.dependees[0], "dependees": [need.depender]})
        for need in one_way
    ]
    there, back = (by_pair(replaced(network, dependencies=one)) for one in (one_way, turned))
    assert there == back


@given(cases())
def test_a_row_rests_on_the_needs_between_the_two_alone(network):
    for row in requirement(network):
        told = [need for need in network.dependencies if need.id in row.because]
        left = by_pair(replaced(network, dependencies=told))
        assert left[row.parties] == pytest.approx(row.requirement)
