"""Circles among arrows, against networkx."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import arrows

from netdeps.graph import circles, joined, widest_block


def pairs(text):
    return [(one[0], one[1]) for one in text.split()]


def turned(cycle):
    """A cycle from its smallest name on."""
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first])


def test_a_circle_and_the_pair_within_it_are_found():
    assert list(circles(pairs("ab bc ca ba"), 5)) == [("a", "b"), ("a", "b", "c")]


def test_without_arrows_there_is_nothing():
    assert (list(circles([], 5)), joined([], ways="weak"), widest_block([])) == ([], [], 0)


@given(arrows(max_size=6), st.integers(2, 6))
def test_all_circles_up_to_a_length_are_those_of_networkx(drawn, longest):
    _, ties = drawn
    found = list(circles(ties, longest))
    graph = nx.DiGraph(ties)
    wanted = {turned(one) for one in nx.simple_cycles(graph) if len(one) <= longest}
    assert set(found) == wanted
    assert len(found) == len(wanted)


@given(arrows(max_size=6))
def test_groups_and_blocks_are_those_of_networkx(drawn):
    _, ties = drawn
    graph = nx.DiGraph(ties)
    strong = nx.strongly_connected_components(graph)
    weak = nx.weakly_connected_components(graph)
    assert joined(ties, ways="strong") == sorted(tuple(sorted(one)) for one in strong)
    assert joined(ties, ways="weak") == sorted(tuple(sorted(one)) for one in weak)
    blocks = nx.biconnected_components(graph.to_undirected())
    assert widest_block(ties) == max(map(len, blocks), default=0)


@given(arrows(max_size=6))
def test_no_circle_passes_more_than_the_widest_block(drawn):
    _, ties = drawn
    longest = max(map(len, circles(ties, 6)), default=0)
    assert longest <= widest_block(ties)


@pytest.mark.parametrize("size", [50, 200])
def test_where_everybody_points_to_everybody_the_first_few_come_at_once(size):
    names = [f"{number:03}" for number in range(size)]
    everything = circles([(one, two) for one in names for two in names if one != two], 5)
    assert len([next(everything) for _ in range(201)]) == 201
