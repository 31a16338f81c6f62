"""How much two organisations depend on each other, and how unequal that is."""

from fractions import Fraction
from math import fsum

import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    asked,
    named,
    needs,
    relabelled,
    replaced,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.graph import dependence_shares
from netdeps.measures import power_balance

AB = ("a", "b")


def by_pair(network, **options):
    return {row.parties: row for row in power_balance(network, **options)}


def of(*wanted, names=("a", "b", "c"), **fields):
    return Network(organisations=named(*names), dependencies=needs(*wanted, **fields))


MUTUAL = of(
    ("a", 3, "all", ["b"]),
    ("b", 1, "all", ["a"]),
    ("b", 1, "all", ["c"]),
    ("c", 1, "all", ["outside"]),
)


class TestWorkedExamples:
    def test_the_corporation_and_the_second_care_provider_in_the_town(self):
        row = by_pair(town())[CARE_2, CORPORATION]
        assert row.dependence == (3 / 5, 1 / 3)
        assert row.mutual == float(Fraction(14, 15))
        assert row.imbalance == float(Fraction(4, 15))
        assert row.advantage == CORPORATION

    def test_the_corporation_and_not_the_municipality_is_needed_more(self):
        row = by_pair(town())[CORPORATION, CITY]
        assert row.dependence == (1 / 3, 1 / 2)
        assert row.mutual == float(Fraction(5, 6))
        assert row.imbalance == float(Fraction(1, 6))
        assert row.advantage == CORPORATION

    def test_over_all_pairs_of_the_town_the_mutual_dependence_is_4(self):
        assert fsum(row.mutual for row in power_balance(town())) == pytest.approx(4)

    def test_one_sided_dependence_is_as_unequal_as_it_is_strong(self):
        row = by_pair(town())[CARE_1, CARE_2]
        assert row.dependence == (1 / 14, 0)
        assert row.mutual == row.imbalance == 1 / 14
        assert row.advantage == CARE_2


class TestForms:
    def test_two_who_need_each_other_equally_have_no_advantage(self):
        row = by_pair(of(("a", 1, "all", ["b"]), ("b", 3, "all", ["a"])))[AB]
        assert (row.dependence, row.mutual, row.imbalance) == ((1, 1), 2, 0)
        assert (row.advantage, row.form) == (None, "equal")

    def test_two_who_need_each_other_unequally(self):
        row = by_pair(MUTUAL)[AB]
        assert (row.dependence, row.advantage, row.form) == ((1, 1 / 2), "b", "sentence")

    def test_one_who_needs_the_other(self):
        row = by_pair(MUTUAL)["b", "c"]
        assert (row.dependence, row.advantage, row.form) == ((1 / 2, 0), "c", "one_sided")

    def test_the_first_of_the_two_may_be_the_one_who_is_needed(self):
        row = by_pair(of(("b", 1, "all", ["a"]), ("a", 1, "all", ["c"])))[AB]
        assert (row.dependence, row.advantage, row.form) == ((0, 1), "a", "one_sided")


class TestOneDirectionKnown:
    NETWORK = with_records(
        of(("a", 1, "all", ["b"]), ("a", 1, "all", ["c"])),
        interviews=asked("b", about="dependencies"),
    )

    def test_only_the_known_direction_is_given(self):
        row = by_pair(self.NETWORK)["a", "c"]
        assert row.dependence == (1 / 2, None)
        assert (row.mutual, row.imbalance, row.advantage) == (None, None, None)
        assert row.form == "one_known"

    def test_having_named_no_needs_is_not_a_dependence_of_0(self):
        assert by_pair(self.NETWORK)[AB].dependence == (1 / 2, None)

    def test_the_reason_is_given(self):
        found = power_balance(self.NETWORK)
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "b": "it was asked what it needs, and named nothing here",
            "c": "it was not asked what it needs",
        }

    def test_who_is_in_no_row_needs_no_reason(self):
        joined = with_records(self.NETWORK, organisations=named("zz"))
        assert "zz" not in power_balance(joined).undefined

    def test_these_rows_come_last_and_the_most_dependent_of_them_first(self):
        """Even after two who need each other little, and equally."""
        network = of(
            ("a", 1, "all", ["b"]),
            ("a", 2, "all", ["c"]),
            ("a", 1, "all", ["d"]),
            ("d", 1, "all", ["a"]),
            ("d", 3, "all", ["outside"]),
            names="abcd",
        )
        found = [(row.parties, row.imbalance) for row in power_balance(network)]
        assert found == [(("a", "d"), 0), (("a", "c"), None), (("a", "b"), None)]


class TestOrder:
    def test_the_most_unequal_comes_first_then_the_most_mutual_then_by_id(self):
        network = of(
            ("a", 1, "all", ["b"]),
            ("a", 1, "all", ["c"]),
            ("b", 1, "all", ["a"]),
            ("b", 1, "all", ["outside"]),
            ("c", 1, "all", ["a"]),
            ("c", 1, "all", ["outside"]),
            ("d", 1, "all", ["e"]),
            ("e", 1, "all", ["d"]),
            ("f", 1, "all", ["d"]),
            names="abcdef",
        )
        found = [row.parties for row in power_balance(network)]
        assert found == [("d", "f"), ("d", "e"), AB, ("a", "c")]
        assert [len(power_balance(network).top(most)) for most in (1, 2)] == [1, 4]

    def test_what_is_met_outside_or_by_oneself_makes_no_pair(self):
        network = of(("a", 1, "any", ["a", "outside"]), names="ab")
        assert list(power_balance(network)) == []


class TestWhatCounts:
    def test_a_level_an_issue_and_a_kind(self):
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}, {"id": "c", "kind": "ministry"}],
            issues=[{"id": "outflow"}],
            dependencies=[
                *needs(("a", 1, "all", ["b"]), id="1", level="governing"),
                *needs(("a", 1, "all", ["c"]), id="2", issue="outflow"),
            ],
        )
        assert set(by_pair(network, level="management")) == {("a", "c")}
        assert set(by_pair(network, issue="outflow")) == {("a", "c")}
        assert set(by_pair(network, kind="other")) == {AB}


@given(cases())
def test_every_row_sets_the_shares_of_two_against_each_other(network):
    shares = dependence_shares(network)
    dependers = {need.depender for need in network.dependencies}
    found = by_pair(network)
    assert set(found) == {tuple(sorted(key)) for key in shares if key[0] != key[1]}
    for parties, row in found.items():
        there, back = (
            shares.get(key, Fraction(0)) if key[0] in dependers else None
            for key in (parties, parties[::-1])
        )
        assert row.dependence == tuple(None if one is None else float(one) for one in (there, back))
        if there is None or back is None:
            assert (row.mutual, row.imbalance, row.advantage) == (None, None, None)
        else:
            assert (row.mutual, row.imbalance) == (float(there + back), float(abs(there - back)))
            assert (
                row.advantage
                == {1: parties[1], -1: parties[0], 0: None}[(there > back) - (there < back)]
            )


def known_rows(network):
    return [row for row in power_balance(network) if row.mutual is not None]


@given(cases())
def test_it_is_never_more_unequal_than_mutual_and_as_much_only_where_one_sided(network):
    for row in known_rows(network):
        assert 0 <= row.imbalance <= row.mutual <= 2
        assert (row.imbalance == row.mutual) == (0 in row.dependence)


@given(cases())
def test_over_all_pairs_it_adds_up_to_all_shares(network):
    everybody = with_records(
        network,
        dependencies=[
            row
            for one in network.ids
            for row in needs((one, 1, "all", ["outside"]), id=f"{one} outside")
        ],
    )
    shares = dependence_shares(everybody)
    between = sum(share for (one, other), share in shares.items() if one != other)
    assert fsum(row.mutual for row in power_balance(everybody)) == pytest.approx(float(between))


@given(cases())
def test_other_ids_turn_the_two_directions_round_and_leave_the_advantage(network):
    names = dict(zip(network.ids, reversed([f"new-{one}" for one in network.ids]), strict=True))
    turned = by_pair(relabelled(network, names))
    for (first, second), row in by_pair(network).items():
        same = turned[names[second], names[first]]
        assert same.dependence == row.dependence[::-1]
        assert (same.mutual, same.imbalance) == (row.mutual, row.imbalance)
        assert same.advantage == names.get(row.advantage)


@given(cases())
def test_a_row_rests_on_all_needs_of_the_two(network):
    for row in power_balance(network):
        told = [need for need in network.dependencies if need.id in row.because]
        assert by_pair(replaced(network, dependencies=told))[row.parties] == row
        assert {need.depender for need in told} <= set(row.parties)
