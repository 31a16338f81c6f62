"""How what is brought streams: heights, and what goes round in small and in large circles."""

from fractions import Fraction
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import backwards, exchange, gifts, giving, named, relabelled, with_records
from strategies import flows_of_time

from netdeps import Network
from netdeps.graph import streams
from netdeps.measures import circular_share, flow_parts, give_and_take, giving_potential


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


def net_flows(amounts):
    """What flows each way in each pair that exchanges anything, less what flows back."""
    pairs = sorted({tuple(sorted(way)) for way in amounts})
    return {pair: amounts.get(pair, 0) - amounts.get(pair[::-1], 0) for pair in pairs}


def by_least_squares(amounts):
    """The slow version, by dense matrices: heights, and the squares of the three parts."""
    flow = net_flows(amounts)
    pairs, names = list(flow), sorted({one for pair in flow for one in pair})
    across = np.zeros((len(pairs), len(names)))
    for row, (one, other) in enumerate(pairs):
        across[row, names.index(one)], across[row, names.index(other)] = 1, -1
    rounds = [three for three in combinations(names, 3) if all(p in flow for p in sides(three))]
    around = np.zeros((len(pairs), len(rounds)))
    for column, three in enumerate(rounds):
        for side, sign in zip(sides(three), (1, 1, -1), strict=True):
            around[pairs.index(side), column] = sign
    wanted = np.array(list(flow.values()), dtype=float)
    heights = np.linalg.lstsq(across, wanted, rcond=None)[0]
    down = across @ heights
    turning = around @ np.linalg.lstsq(around, wanted, rcond=None)[0] if rounds else 0 * wanted
    parts = [float((part * part).sum()) for part in (down, turning, wanted - down - turning)]
    return dict(zip(names, heights, strict=True)), parts


def sides(three):
    first, second, third = three
    return (first, second), (second, third), (first, third)


def parts_of(network):
    return [(row.gradient, row.curl, row.harmonic) for row in flow_parts(network)]


class TestWorkedExamples:
    def test_three_who_give_back_and_forth_and_round(self):
        found = dict(giving_potential(exchange()))
        assert found == {"a": 0, "b": -1 / 3, "c": 1 / 3}
        (row,) = flow_parts(exchange())
        assert (row.gradient, row.curl, row.harmonic) == (2 / 123, 121 / 123, 0)
        assert (row.strength, row.members) == (41, ("a", "b", "c"))
        assert circular_share(exchange()) == 121 / 123

    def test_four_in_a_ring_have_no_heights_and_all_goes_round_in_a_long_circle(self):
        ring = giving("abcd", ("a", "b", 1), ("b", "c", 1), ("c", "d", 1), ("d", "a", 1))
        assert set(giving_potential(ring).values()) == {0}
        assert parts_of(ring) == [(0, 0, 1)]

    def test_in_a_tree_all_runs_downstream(self):
        tree = giving("abcd", ("a", "b", 4), ("a", "c", 2), ("d", "a", 3))
        assert dict(giving_potential(tree)) == {"a": 0.75, "b": -3.25, "c": -1.25, "d": 3.75}
        assert parts_of(tree) == [(1, 0, 0)]
        assert circular_share(tree) == 0

    def test_a_circle_of_three_beside_a_longer_one(self):
        """What goes round in the ring of five counts although a triangle stands apart from it."""
        both = giving(
            "abcdef",
            *[("a", "b", 1), ("b", "c", 1), ("a", "c", 2)],
            *[("a", "d", 1), ("d", "e", 1), ("e", "f", 1), ("f", "a", 1)],
        )
        assert parts_of(both) == [(0.6, 0, 0.4)]


class TestTheTrap:
    def test_perfect_exchange_has_no_net_flow(self):
        even = giving("ab", ("a", "b", 5), ("b", "a", 5))
        assert dict(giving_potential(even)) == {"a": 0, "b": 0}
        assert str(circular_share(even).reason) == (
            "in every pair as much comes back as goes, so there is no net flow"
        )
        found = flow_parts(even)
        assert parts_of(even) == [(None, None, None)]
        assert {name: str(one) for name, one in found.undefined.items()} == {
            "a – b: time": "in every pair as much comes back as goes, so there is no net flow"
        }


class TestGroups:
    NETWORK = giving("abcdef", ("a", "b", 2), ("c", "d", 9), ("e", "together", 3))

    def test_heights_of_groups_that_exchange_nothing_are_not_to_be_compared(self):
        found = giving_potential(self.NETWORK)
        assert dict(found) == {"a": 1, "b": -1, "c": 4.5, "d": -4.5}
        assert [str(one) for one in found.caveats] == [
            "There are 2 groups that exchange nothing with one another; heights of different groups "
            "are not to be compared."
        ]
        assert giving_potential(exchange()).caveats == ()

    def test_whoever_exchanges_nothing_is_undefined_the_pot_included(self):
        reason = "it exchanges nothing with another organisation here"
        found = giving_potential(self.NETWORK).undefined
        assert {one: str(why) for one, why in found.items()} == {"e": reason, "f": reason}

    def test_the_strongest_flow_comes_first(self):
        found = flow_parts(self.NETWORK)
        assert [(row.members, row.strength) for row in found] == [(("c", "d"), 81), (("a", "b"), 4)]
        assert found[0].because == ("gift 2",)


class TestWhatCannotBeAdded:
    MIXED = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 3), dossier="care", id="1"),
            *gifts(("b", "a", 1), resource="money", unit="euro", id="2"),
            *gifts(("b", "a", None), resource="rooms", id="3"),
        ],
    )

    def test_several_resources_are_not_added(self):
        reasons = {str(one) for one in giving_potential(self.MIXED).undefined.values()}
        (reason,) = reasons
        assert reason.startswith("amounts in different resources or units cannot be added")
        assert str(circular_share(self.MIXED).reason) == reason

    def test_each_resource_streams_by_itself(self):
        found = flow_parts(self.MIXED)
        assert [(row.resource, row.unit, row.gradient) for row in found] == [
            ("money", "euro", 1),
            ("time", "hours", 1),
        ]
        assert {name: str(one) for name, one in found.undefined.items()} == {
            "rooms": "some of it was not counted"
        }

    def test_one_resource_or_dossier_can_be_chosen(self):
        assert dict(giving_potential(self.MIXED, resource="time")) == {"a": 1.5, "b": -1.5}
        assert dict(giving_potential(self.MIXED, dossier="care")) == {"a": 1.5, "b": -1.5}
        assert flow_parts(self.MIXED, dossier="care")[0].dossier == "care"
        assert circular_share(self.MIXED, resource="money") == 0
        assert str(circular_share(self.MIXED, resource="rooms").reason) == (
            "some of it was not counted"
        )

    def test_a_kind_and_promises_can_be_chosen(self):
        rows = [*gifts(("a", "b", 3), status="promised"), *gifts(("c", "b", 5), id="2")]
        kinds = {"a": "municipality", "b": "municipality", "c": "ministry"}
        network = Network(
            organisations=[{"id": one, "kind": kind} for one, kind in kinds.items()],
            contributions=rows,
        )
        assert giving_potential(network, status="promised")["a"] == 1.5
        assert set(giving_potential(network, kind="municipality").undefined) == {"a", "b"}

    def test_nothing_brought_is_not_0(self):
        nothing = giving("ab", ("a", "b", 0))
        assert str(circular_share(nothing).reason) == "nothing is brought"
        assert set(giving_potential(nothing).undefined) == {"a", "b"}
        assert list(flow_parts(nothing)) == []

    def test_what_all_goes_to_the_common_pot_is_brought(self):
        pot = giving("ab", ("a", "together", 3), ("b", "together", None))
        reason = "all that is brought goes to the common pot, which cannot give back"
        assert str(circular_share(pot).reason) == reason
        found = giving_potential(pot).undefined
        assert {one: str(why) for one, why in found.items()} == {"a": reason, "b": reason}
        nothing = giving("ab", ("a", "together", 0))
        assert str(circular_share(nothing).reason) == "nothing is brought"


@given(flows_of_time(max_size=6))
def test_heights_and_parts_are_those_of_dense_least_squares(drawn):
    names, amounts = drawn
    network = of_time(names, amounts)
    if not amounts:
        assert dict(giving_potential(network)) == {}
        return
    heights, (down, turning, longer) = by_least_squares(amounts)
    assert dict(giving_potential(network)) == pytest.approx(heights, abs=1e-9)
    rows = [row for row in flow_parts(network) if row.strength]
    found = [
        sum(part(row) * row.strength for row in rows)
        for part in (lambda r: r.gradient, lambda r: r.curl, lambda r: r.harmonic)
    ]
    assert found == pytest.approx([down, turning, longer], abs=1e-9)
    for row in rows:
        assert row.gradient + row.curl + row.harmonic == pytest.approx(1, abs=1e-15)
    if rows:
        strength = sum(row.strength for row in rows)
        assert circular_share(network) == pytest.approx((turning + longer) / strength, abs=1e-12)


@given(flows_of_time(max_size=6))
def test_the_heights_pull_back_to_what_everybody_nets(drawn):
    """The normal equations: the differences with all with whom one exchanges add up to the net."""
    network = of_time(*drawn)
    heights = giving_potential(network)
    near = {}
    for one, other in net_flows(drawn[1]):
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    net = {row.organisation: row.net for row in give_and_take(network)}
    for one, others in near.items():
        assert sum(heights[one] - heights[other] for other in others) == pytest.approx(net[one])
    for stream in streams({way: Fraction(str(much)) for way, much in drawn[1].items()}):
        assert abs(sum(stream.potential.values())) < Fraction(1, 2**50)


@given(flows_of_time(max_size=5))
def test_turning_all_arrows_turns_the_heights_and_keeps_the_shares(drawn):
    names, amounts = drawn
    network = of_time(names, amounts)
    turned = of_time(names, {way[::-1]: much for way, much in amounts.items()})
    there = {one: -height for one, height in giving_potential(turned).items()}
    assert dict(giving_potential(network)) == there
    assert parts_of(network) == parts_of(turned)


@given(flows_of_time(max_size=6), st.data())
def test_other_names_and_another_order_give_the_same_to_the_last_bit(drawn, data):
    names, amounts = drawn
    network = of_time(names, amounts)
    others = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    told = backwards(relabelled(network, others))
    here = {others[one]: height for one, height in giving_potential(network).items()}
    assert here == dict(giving_potential(told))
    assert sorted(parts_of(network), key=str) == sorted(parts_of(told), key=str)
    assert circular_share(network).value == circular_share(told).value


@given(st.integers(2, 7), st.data())
def test_where_everybody_exchanges_heights_are_nets_and_nothing_goes_round_in_long_circles(
    size, data
):
    names = "abcdefg"[:size]
    amount = st.sampled_from([1, 2.5, 7])
    amounts = {pair: data.draw(amount) for pair in combinations(names, 2)}
    network = of_time(names, amounts)
    nets = {row.organisation: row.net / size for row in give_and_take(network)}
    assert dict(giving_potential(network)) == pytest.approx(nets)
    assert [row.harmonic for row in flow_parts(network)] == [0]


@given(flows_of_time(max_size=6))
def test_in_a_tree_nothing_goes_round(drawn):
    names, amounts = drawn
    graph = nx.Graph(sorted(amounts))
    kept = {tuple(sorted(pair)) for pair in nx.minimum_spanning_edges(graph, data=False)}
    tree = {way: much for way, much in amounts.items() if tuple(sorted(way)) in kept}
    assert circular_share(of_time(names, tree)).value in {0, None}


def test_an_organisation_that_brings_nothing_changes_nothing():
    joined = with_records(exchange(), organisations=named("zz"))
    assert dict(giving_potential(joined)) == dict(giving_potential(exchange()))
    assert circular_share(joined) == circular_share(exchange())


def test_a_tenth_beside_a_quadrillion_keeps_its_digits():
    chain = giving("abc", ("a", "b", 1e15), ("b", "c", 0.1))
    found = giving_potential(chain)
    assert found["b"] - found["c"] == pytest.approx(0.1, abs=0.1)
    (stream,) = streams({("a", "b"): Fraction(10**15), ("b", "c"): Fraction(1, 10)})
    apart = stream.potential["b"] - stream.potential["c"]
    assert abs(apart - Fraction(1, 10)) < Fraction(1, 2**50)
