"""What two organisations bring each other, and how far it comes back directly."""

from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from networks import exchange, gifts, giving, named, with_records
from strategies import cases, flows_of_time

from netdeps import Network
from netdeps.graph import flows
from netdeps.measures import pair_balance


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


def by_pair(network, **options):
    return {row.parties: row for row in pair_balance(network, **options)}


def reciprocity_of_all(network):
    """Twice the smaller amounts over all amounts: the share that comes back directly."""
    rows = pair_balance(network)
    brought = sum(sum(row.given) for row in rows)
    return sum(2 * min(row.given) for row in rows) / brought if brought else None


class TestWorkedExamples:
    def test_two_who_give_six_and_two_return_a_third(self):
        row = by_pair(exchange())["a", "b"]
        assert (row.given, row.reciprocity) == ((6, 2), 1 / 3)
        assert (row.resource, row.unit, row.dossier) == ("time", "hours", None)
        assert row.because == ("gift 1", "gift 2")

    def test_one_way_only_is_0(self):
        row = by_pair(exchange())["b", "c"]
        assert (row.given, row.reciprocity) == ((3, 0), 0)

    def test_the_amounts_stand_in_the_order_of_the_parties(self):
        row = by_pair(exchange())["a", "c"]
        assert (row.given, row.reciprocity) == ((0, 4), 0)

    def test_over_the_three_of_them_four_fifteenths_come_back_directly(self):
        """Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013), weighted reciprocity."""
        assert reciprocity_of_all(exchange()) == float(Fraction(4, 15))

    def test_over_three_arrows_of_one_two_thirds_come_back(self):
        network = giving("123", ("1", "2", 1), ("2", "1", 1), ("2", "3", 1))
        assert reciprocity_of_all(network) == 2 / 3


class TestWhatIsLeftOut:
    def test_a_pair_that_brings_each_other_nothing(self):
        network = giving("abc", ("a", "b", 0), ("b", "c", 1))
        assert list(by_pair(network)) == [("b", "c")]

    def test_the_common_pot_which_nobody_gives_back(self):
        assert by_pair(giving("ab", ("a", "together", 5))) == {}

    def test_promises_unless_they_are_asked_for(self):
        network = Network(
            organisations=named("a", "b"), contributions=gifts(("a", "b", 5), status="promised")
        )
        assert by_pair(network) == {}
        assert by_pair(network, status="promised")["a", "b"].given == (5, 0)


class TestWhatWasNotCounted:
    def test_it_is_none_and_not_0(self):
        row = by_pair(giving("ab", ("a", "b", 5), ("b", "a", None)))["a", "b"]
        assert (row.given, row.reciprocity) == ((5, None), None)


class TestTheTwoReports:
    def test_the_lowest_and_the_highest_that_they_allow_there_and_back(self):
        told = [
            *gifts(("a", "b", 6), said={"by": "a"}, id="1"),
            *gifts(("a", "b", 3), said={"by": "b"}, id="2"),
            *gifts(("a", "b", 1), dossier="care", said={"by": "b"}, id="3"),
            *gifts(("b", "a", 2), said={"by": "b"}, id="4"),
        ]
        row = by_pair(Network(organisations=named("a", "b"), contributions=told))["a", "b"]
        assert row.given == (5.5, 2)
        assert row.given_range == ((4, 7), (2, 2))

    def test_what_was_not_counted_has_no_range(self):
        row = by_pair(giving("ab", ("a", "b", 5), ("b", "a", None)))["a", "b"]
        assert row.given_range == ((5, 5), None)


class TestResourcesAndDossiers:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 5), dossier="housing", id="1"),
            *gifts(("b", "a", 5), dossier="care", id="2"),
            *gifts(("b", "a", 300), resource="money", unit="euro", id="3"),
        ],
    )

    def test_each_resource_stands_by_itself(self):
        found = [(row.resource, row.given) for row in pair_balance(self.NETWORK)]
        assert found == [("money", (0, 300)), ("time", (5, 5))]
        assert by_pair(self.NETWORK, resource="time")["a", "b"].reciprocity == 1

    def test_one_dossier_can_be_asked_for(self):
        row = by_pair(self.NETWORK, dossier="care")["a", "b"]
        assert (row.dossier, row.given, row.reciprocity) == ("care", (0, 5), 0)


@given(cases())
def test_every_row_adds_what_goes_either_way(network):
    found = {}
    for row in pair_balance(network):
        found[*row.parties, row.resource, row.unit] = row
    amounts = defaultdict(list)
    for one in flows(network):
        if one.taker != "together" and one.amount != 0:
            amounts[one.giver, one.taker, one.resource, one.unit].append(one.amount)
    keys = {(*sorted(key[:2]), *key[2:]) for key in amounts}
    assert set(found) == keys
    for first, second, *what in keys:
        row = found[first, second, *what]
        there, back = (
            None if None in told else float(sum(told))
            for told in (amounts[first, second, *what], amounts[second, first, *what])
        )
        assert row.given == (there, back)
        if there is None or back is None:
            assert row.reciprocity is None
        else:
            assert row.reciprocity == pytest.approx(min(there, back) / max(there, back))


@given(flows_of_time())
def test_turning_all_arrows_changes_no_reciprocity(drawn):
    names, amounts = drawn
    turned = {(other, one): much for (one, other), much in amounts.items()}
    there, back = by_pair(of_time(names, amounts)), by_pair(of_time(names, turned))
    assert {pair: row.reciprocity for pair, row in there.items()} == {
        pair: row.reciprocity for pair, row in back.items()
    }
    assert {pair: row.given for pair, row in there.items()} == {
        pair: row.given[::-1] for pair, row in back.items()
    }


@given(flows_of_time())
def test_who_gets_back_the_same_is_fully_reciprocal(drawn):
    names, amounts = drawn
    there = {arrow: much for arrow, much in amounts.items() if arrow[0] < arrow[1]}
    back = {(other, one): much for (one, other), much in there.items()}
    network = of_time(names, there | back)
    assert {row.reciprocity for row in pair_balance(network)} <= {1}
    assert reciprocity_of_all(network) in {1, None}


@given(flows_of_time())
def test_where_everything_runs_one_way_nothing_comes_back(drawn):
    names, amounts = drawn
    downstream = {arrow: much for arrow, much in amounts.items() if arrow[0] < arrow[1]}
    network = of_time(names, downstream)
    assert {row.reciprocity for row in pair_balance(network)} <= {0}


@given(flows_of_time())
def test_counting_in_other_units_changes_no_reciprocity(drawn):
    names, amounts = drawn
    minutes = {arrow: 60 * much for arrow, much in amounts.items()}
    hours, others = by_pair(of_time(names, amounts)), by_pair(of_time(names, minutes))
    assert {pair: row.reciprocity for pair, row in others.items()} == pytest.approx(
        {pair: row.reciprocity for pair, row in hours.items()}
    )
    assert all(0 <= row.reciprocity <= 1 for row in hours.values())


@given(cases())
def test_an_organisation_that_brings_nothing_changes_no_row(network):
    joined = with_records(network, organisations=named("zz"))
    assert list(pair_balance(joined)) == list(pair_balance(network))
