"""Shortest paths, against networkx and against every path there is."""

from itertools import combinations, pairwise, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networks import exchange, needing, path, speaking
from strategies import arrows, ties

from netdeps.graph import between, layer, paths
from netdeps.graph.paths import as_rustworkx, distance_blocks, distances


def simple_lengths(names, has_tie, one, other):
    """The number of ties on every path without repetition, by trying all orders of all others."""
    others = [name for name in names if name not in {one, other}]
    for count in range(len(others) + 1):
        for inner in permutations(others, count):
            steps = list(pairwise([one, *inner, other]))
            if all(has_tie(*step) for step in steps):
                yield len(steps)


@given(arrows())
def test_distances_are_the_lengths_of_the_shortest_paths(drawn):
    names, found = drawn
    made = layer(needing(names, found), "dependency")
    matrix = distances(made, np.arange(len(names)))
    for one, other in permutations(range(len(names)), 2):
        lengths = simple_lengths(names, lambda a, b: (a, b) in found, names[one], names[other])
        assert matrix[one, other] == min(lengths, default=np.inf)


@given(ties())
def test_the_blocks_hold_the_distances(drawn):
    names, found = drawn
    made = layer(speaking(names, found), "contact")
    whole = distances(made, np.arange(len(names)))
    for first, block in distance_blocks(made):
        assert np.array_equal(block, whole[first : first + len(block)])


def test_large_networks_come_in_blocks_that_hold_the_same(monkeypatch):
    made = layer(path(5), "contact")
    (_, whole), *_ = distance_blocks(made)
    monkeypatch.setattr(paths, "_WHOLE", 2)
    monkeypatch.setattr(paths, "_CHUNK", 2)
    blocks = list(distance_blocks(made))
    assert [first for first, _ in blocks] == [0, 2, 4]
    assert np.array_equal(np.vstack([block for _, block in blocks]), whole)


@given(ties(min_size=2))
def test_who_stands_between_two_is_on_one_of_their_shortest_paths(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    pairs = list(combinations(names, 2))
    via = between(layer(speaking(names, found), "contact"), pairs)
    for one, other in pairs:
        joined = nx.has_path(graph, one, other)
        shortest = nx.all_shortest_paths(graph, one, other) if joined else ()
        assert via[one, other] == tuple(sorted({x for p in shortest for x in p[1:-1]}))


def test_who_stands_between_comes_in_pieces_that_say_the_same(monkeypatch):
    made = layer(path(5), "contact")
    pairs = list(combinations("abcde", 2))
    whole = between(made, pairs)
    monkeypatch.setattr(paths, "_CHUNK", 1)
    assert between(made, pairs) == whole


@pytest.mark.parametrize(
    ("pair", "via"), [(("a", "c"), ("b",)), (("a", "b"), ()), (("a", "d"), ("b", "c"))]
)
def test_on_a_path_the_others_stand_between_the_ends(pair, via):
    assert between(layer(path(4), "contact"), [pair]) == {pair: via}


def test_rustworkx_numbers_the_organisations_in_the_order_of_their_ids():
    graph = as_rustworkx(layer(exchange(), "contribution"))
    assert sorted(graph.edge_list()) == [(0, 1), (1, 0), (1, 2), (2, 0)]
