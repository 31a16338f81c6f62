"""What each organisation brings and gets, resource by resource."""

from collections import defaultdict
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from networks import exchange, gifts, giving, named, with_records
from strategies import cases, flows_of_time

from netdeps import Network
from netdeps.errors import NetdepsError, OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import dossier_balance, give_and_take, imbalance


def rows(network, **options):
    return {row.organisation: row for row in give_and_take(network, **options)}


def nets(network, **options):
    return {one: row.net for one, row in rows(network, **options).items()}


def time_of(names, amounts, **fields):
    brought = [(one, other, much) for (one, other), much in amounts.items()]
    return Network(organisations=named(*names), contributions=gifts(*brought, **fields))


class TestWorkedExamples:
    def test_three_who_give_back_and_forth_and_round(self):
        found = rows(exchange())
        assert [found[one].given for one in "abc"] == [6, 5, 4]
        assert [found[one].taken for one in "abc"] == [6, 6, 3]
        assert [found[one].net for one in "abc"] == [0, -1, 1]
        assert [found[one].ratio for one in "abc"] == [0, -1 / 11, 1 / 7]

    def test_a_row_names_its_resource_and_unit_and_rests_on_both_directions(self):
        row = rows(exchange())["c"]
        assert (row.resource, row.unit, row.dossier) == ("time", "hours", None)
        assert row.because == ("gift 3", "gift 4")

    def test_who_only_gives_scores_1_and_who_only_takes_minus_1(self):
        found = rows(giving("ab", ("a", "b", 3)))
        assert (found["a"].ratio, found["b"].ratio) == (1, -1)


class TestUndefined:
    def test_not_involved_is_not_in_balance(self):
        found = give_and_take(giving("abc", ("a", "b", 3)))
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "c": "it neither gives nor takes, which is not the same as being in balance"
        }
        assert "c" not in {row.organisation for row in found}

    def test_whoever_gives_and_takes_0_is_not_in_balance(self):
        found = give_and_take(giving("ab", ("a", "b", 0)))
        assert all(row.ratio is None and row.form != "balance" for row in found)

    def test_what_was_not_counted_is_none_on_both_sides_and_not_0(self):
        found = rows(giving("abc", ("a", "b", None), ("b", "c", 4)))
        assert (found["a"].given, found["a"].taken, found["a"].net) == (None, 0, None)
        assert (found["b"].given, found["b"].taken, found["b"].ratio) == (4, None, None)
        assert (found["c"].given, found["c"].taken, found["c"].ratio) == (0, 4, -1)

    def test_it_makes_no_difference_whether_the_uncounted_part_has_a_dossier(self):
        same = [*gifts(("a", "b", 5)), *gifts(("a", "b", None), id="more")]
        other = [*gifts(("a", "b", 5)), *gifts(("a", "b", None), id="more", dossier="care")]
        given = [
            rows(Network(organisations=named("a", "b"), contributions=one))["a"].given
            for one in (same, other)
        ]
        assert given == [None, None]


class TestResourcesAndDossiers:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 5), dossier="housing", id="1"),
            *gifts(("b", "a", 4), dossier="care", id="2"),
            *gifts(("a", "b", 300), resource="money", unit="euro", id="3"),
            *gifts(("a", "b", 2), unit="days", id="4"),
            *gifts(("a", "b", 9), status="promised", id="5"),
        ],
    )

    def test_different_resources_and_units_are_never_added(self):
        found = [
            (row.resource, row.unit, row.net)
            for row in give_and_take(self.NETWORK)
            if row.organisation == "a"
        ]
        assert found == [("money", "euro", 300), ("time", "days", 2), ("time", "hours", 1)]

    def test_over_all_dossiers_they_are_added_and_one_can_be_asked_for(self):
        assert nets(self.NETWORK, resource="time")["a"] == 1
        found = give_and_take(self.NETWORK, dossier="care")
        assert [(row.organisation, row.dossier, row.net) for row in found] == [
            ("a", "care", -4),
            ("b", "care", 4),
        ]

    def test_promises_count_apart(self):
        assert nets(self.NETWORK, status="promised") == {"a": 9, "b": -9}


class TestTheTwoReports:
    def test_the_mean_counts_where_they_differ(self):
        rows_told = [
            *gifts(("a", "b", 6), said={"by": "a"}, id="given"),
            *gifts(("a", "b", 3), said={"by": "b"}, id="taken"),
        ]
        network = Network(organisations=named("a", "b"), contributions=rows_told)
        assert nets(network) == {"a": 4.5, "b": -4.5}
        assert rows(network)["a"].because == ("given", "taken")

    NETWORK = Network(
        organisations=named("a", "b", "c"),
        contributions=[
            *gifts(("a", "b", 6), said={"by": "a"}, id="1"),
            *gifts(("a", "b", 3), said={"by": "b"}, id="2"),
            *gifts(("c", "a", 1), said={"by": "c"}, id="3"),
            *gifts(("c", "a", 5), said={"by": "a"}, id="4"),
            *gifts(("b", "together", 2), said={"by": "b"}, id="5"),
        ],
    )

    def test_the_lowest_and_the_highest_net_that_they_allow(self):
        found = rows(self.NETWORK)
        assert [found[one].net for one in "abc"] == [1.5, -2.5, 3]
        assert {one: row.net_range for one, row in found.items()} == {
            "a": (3 - 5, 6 - 1),
            "b": (2 - 6, 2 - 3),
            "c": (1, 5),
            "together": (-2, -2),
        }

    def test_shares_of_the_pot_are_shares_of_both_reports(self):
        told = [
            *gifts(("a", "together", 6), said={"by": "a"}, id="1"),
            *gifts(("a", "together", 3), said={"by": "a"}, id="2"),
            *gifts(("a", "b", 4), said={"by": "a"}, id="3"),
            *gifts(("a", "b", 8), said={"by": "b"}, id="4"),
        ]
        network = Network(organisations=named("a", "b", "c"), contributions=told)
        found = rows(network, pot={"b": 0.5, "c": 0.5})
        assert found["b"].net_range == (-4.5 - 8, -4.5 - 4)
        assert found["c"].net_range == (-4.5, -4.5)

    def test_what_was_not_counted_has_no_range(self):
        found = rows(giving("abc", ("a", "b", None), ("b", "c", 4)))
        assert [found[one].net_range for one in "abc"] == [None, None, (-4, -4)]


class TestTheCommonPot:
    NETWORK = giving("abc", ("a", "together", 12), ("b", "c", 2))

    def test_it_takes_what_is_brought_for_everybody(self):
        found = rows(self.NETWORK)
        assert nets(self.NETWORK) == {"a": 12, "b": 2, "c": -2, "together": -12}
        assert found["together"].ratio == -1

    def test_shares_book_it_on_those_who_benefit(self):
        pot = {"b": 0.25, "c": 0.75}
        assert nets(self.NETWORK, pot=pot) == {"a": 12, "b": 2 - 3, "c": -2 - 9}

    def test_what_somebody_brings_to_itself_is_neither_given_nor_taken(self):
        found = rows(self.NETWORK, pot={"a": 0.5, "b": 0.5})
        assert (found["a"].given, found["a"].taken) == (6, 0)
        assert found["b"].taken == 6

    def test_whoever_has_a_share_of_0_is_not_involved(self):
        found = give_and_take(giving("abc", ("a", "together", 12)), pot={"b": 1, "c": 0})
        assert set(found.undefined) == {"c"}

    def test_shares_that_were_not_counted_stay_uncounted(self):
        found = rows(giving("ab", ("a", "together", None)), pot={"b": 1})
        assert (found["a"].given, found["b"].taken) == (None, None)

    def test_shares_of_a_tenth_add_up_to_1(self):
        network = giving("abcdefghijk", ("a", "together", 1))
        pot = dict.fromkeys("bcdefghijk", 0.1)
        assert nets(network, pot=pot)["b"] == -0.1

    def test_shares_may_come_from_numpy(self):
        pot = {"b": np.float64(0.2718), "c": np.float64(0.7282)}
        assert nets(self.NETWORK, pot=pot) == nets(self.NETWORK, pot={"b": 0.2718, "c": 0.7282})

    @pytest.mark.parametrize(
        ("pot", "total"), [({"a": 0.5}, "0.5"), ({}, "0"), ({"a": 1, "b": 0.5}, "1.5")]
    )
    def test_shares_that_do_not_add_up_are_refused(self, pot, total):
        with pytest.raises(OptionError) as caught:
            give_and_take(self.NETWORK, pot=pot)
        assert str(caught.value) == (
            f"the shares of the pot add up to {total}; shares of 0 or more are expected, and "
            "they add up to 1."
        )

    @pytest.mark.parametrize(
        ("share", "shown"),
        [(1.5, "1.5"), (-0.5, "-0.5"), ("half", "'half'"), (float("nan"), "nan"), (True, "True")],
    )
    def test_a_share_that_is_none_is_refused(self, share, shown):
        with pytest.raises(OptionError) as caught:
            give_and_take(self.NETWORK, pot={"a": 0.5, "b": share})
        assert str(caught.value) == (
            f"the share {shown} of 'b' in the pot is not a number from 0 to 1."
        )

    def test_a_share_of_somebody_who_is_not_there_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            give_and_take(self.NETWORK, pot={"d": 1})
        assert str(caught.value) == ("organisation 'd' is not known; known are 'a', 'b', 'c'.")


class TestOneResourceInTwoUnits:
    def test_nothing_is_left_to_choose(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=[
                *gifts(("a", "b", 5), id="1"),
                *gifts(("a", "b", 2), unit="days", id="2"),
                *gifts(("a", "b", 2), resource="money", id="3"),
            ],
        )
        assert str(imbalance(network).reason) == (
            "amounts in different resources or units cannot be added; choose one resource"
        )
        reason = imbalance(network, resource="time").reason
        assert str(reason) == "the resource is counted in several units, which cannot be added"
        assert reason.sentence("nl") == (
            "het middel is in verschillende eenheden geteld, en die zijn niet op te tellen"
        )


class TestOptions:
    def test_a_dossier_that_is_not_known_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            give_and_take(TestResourcesAndDossiers.NETWORK, dossier="houses")
        assert str(caught.value) == (
            "dossier 'houses' is not known; known are 'care', 'housing'. Did you mean 'housing'?"
        )

    @pytest.mark.parametrize("option", [{"resource": "tine"}, {"status": "lent"}])
    def test_a_resource_or_status_that_is_not_known_does_not_make_everybody_uninvolved(
        self, option
    ):
        with pytest.raises(NetdepsError, match="is not known"):
            give_and_take(exchange(), **option)


def slow_tally(network):
    """Given and taken of each organisation, resource and unit, added flow by flow."""
    given, taken = defaultdict(list), defaultdict(list)
    for one in flows(network):
        given[one.giver, one.resource, one.unit].append(one.amount)
        taken[one.taker, one.resource, one.unit].append(one.amount)

    def total(amounts):
        return None if None in amounts else float(sum(amounts))

    return {
        key: (total(given[key]), total(taken[key]))
        for key in {*given, *taken}
        if any(amount != 0 for amount in (*given[key], *taken[key]))
    }


@given(cases())
def test_every_row_adds_what_goes_out_and_what_comes_in(network):
    wanted = slow_tally(network)
    found = {
        (row.organisation, row.resource, row.unit): row
        for row in give_and_take(network)
        if (row.given, row.taken) != (0, 0)
    }
    assert {key: (row.given, row.taken) for key, row in found.items()} == wanted
    for row in found.values():
        assert (row.net is None) == (row.net_range is None)
        if row.given is None or row.taken is None:
            assert (row.net, row.ratio) == (None, None)
        else:
            assert row.net == pytest.approx(row.given - row.taken)
            assert row.ratio == pytest.approx(row.net / (row.given + row.taken))
            assert -1 <= row.ratio <= 1


@given(flows_of_time())
def test_over_everybody_the_nets_add_up_to_0(drawn):
    assert sum(nets(time_of(*drawn)).values()) == pytest.approx(0)


@given(flows_of_time())
def test_with_a_common_pot_the_nets_add_up_to_0_too(drawn):
    names, amounts = drawn
    network = with_records(
        time_of(names, amounts),
        contributions=gifts((names[0], "together", 3.5), (names[1], "together", 1), id=""),
    )
    assert sum(nets(network).values()) == pytest.approx(0)
    pot = dict(zip(names, (0.25, 0.75), strict=False))
    booked = nets(network, pot=pot)
    assert sum(booked.values()) == pytest.approx(0)
    assert "together" not in booked


@given(flows_of_time())
def test_turning_all_arrows_turns_the_sign(drawn):
    names, amounts = drawn
    there = rows(time_of(names, amounts))
    back = rows(time_of(names, {(other, one): much for (one, other), much in amounts.items()}))
    assert {one: (-row.net, -row.ratio) for one, row in back.items()} == {
        one: (row.net, row.ratio) for one, row in there.items()
    }


@given(flows_of_time())
def test_counting_in_other_units_keeps_the_ratio(drawn):
    names, amounts = drawn
    minutes = {arrow: 60 * much for arrow, much in amounts.items()}
    hours, others = rows(time_of(names, amounts)), rows(time_of(names, minutes))
    for one, row in hours.items():
        assert others[one].ratio == pytest.approx(row.ratio)
        assert others[one].net == pytest.approx(60 * row.net)


@given(flows_of_time())
def test_two_who_merge_bring_what_they_brought_together(drawn):
    names, amounts = drawn
    merged = defaultdict(Fraction)
    for (one, other), much in amounts.items():
        ends = tuple("a" if end == "b" else end for end in (one, other))
        if ends[0] != ends[1]:
            merged[ends] += Fraction(str(much))
    apart = nets(time_of(names, amounts))
    whole = nets(time_of(names, {arrow: float(much) for arrow, much in merged.items()}))
    assert whole.get("a", 0) == pytest.approx(apart.get("a", 0) + apart.get("b", 0))
    for one in names[2:]:
        assert whole.get(one) == pytest.approx(apart.get(one))


@given(flows_of_time())
def test_a_contribution_that_is_told_in_two_halves_is_the_same(drawn):
    names, amounts = drawn
    halves = {arrow: much / 2 for arrow, much in amounts.items()}
    brought = [(one, other, much) for (one, other), much in halves.items()]
    twice = Network(
        organisations=named(*names),
        contributions=[*gifts(*brought), *gifts(*brought, id="")],
    )
    assert nets(twice) == pytest.approx(nets(time_of(names, amounts)))


@given(cases())
def test_an_organisation_that_brings_nothing_changes_no_row(network):
    joined = with_records(network, organisations=named("zz"))
    assert give_and_take(joined).to_rows() == give_and_take(network).to_rows()
    assert "zz" in give_and_take(joined).undefined


@given(cases())
def test_the_net_lies_within_what_the_reports_allow(network):
    differ = {name for one in flows(network) if one.low != one.high for name in one.because}
    for row in (*give_and_take(network), *dossier_balance(network)):
        if row.net is None:
            assert row.net_range is None
            continue
        low, high = row.net_range
        assert low <= row.net <= high
        if differ.isdisjoint(row.because):
            assert low == row.net == high
        else:
            assert low < high
