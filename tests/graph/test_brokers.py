"""Through whom two reach each other, against every path there is."""

from fractions import Fraction
from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given
from networks import cycle, from_graph, path, speaking, star
from strategies import ties

from netdeps.graph import layer, ways_between
from netdeps.graph import paths as paths_module


def pairs_in(names):
    return list(combinations(sorted(names), 2))


def slow_way(graph, one, other):
    """The share of all shortest paths through each in between, by writing them all out."""
    every = list(nx.all_shortest_paths(graph, one, other))
    through = [inner for found in every for inner in found[1:-1]]
    return {inner: Fraction(through.count(inner), len(every)) for inner in through}


def cut_off_without(graph, one, other):
    others = set(graph) - {one, other}
    return tuple(
        sorted(k for k in others if not nx.has_path(graph.subgraph(set(graph) - {k}), one, other))
    )


@given(ties(min_size=2, max_size=7))
def test_the_shares_are_those_of_all_shortest_paths_written_out(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    ways = ways_between(layer(speaking(names, found), "contact"), pairs_in(names))
    assert set(ways) == set(pairs_in(names))
    for (one, other), way in ways.items():
        if not nx.has_path(graph, one, other):
            assert way is None
            continue
        assert dict(way.via) == slow_way(graph, one, other)
        assert way.steps == nx.shortest_path_length(graph, one, other)
        assert sum(way.via.values()) == way.steps - 1


@given(ties(min_size=2, max_size=7))
def test_those_who_are_needed_are_those_without_whom_no_way_is_left(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    for (one, other), way in ways_between(
        layer(speaking(names, found), "contact"), pairs_in(names)
    ).items():
        if way:
            assert way.needed == cut_off_without(graph, one, other)
            assert all(way.via[k] == 1 for k in way.needed)


@given(ties(min_size=2, max_size=7))
def test_its_ties_are_those_of_the_shortest_paths(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    for (one, other), way in ways_between(
        layer(speaking(names, found), "contact"), pairs_in(names)
    ).items():
        if way:
            every = nx.all_shortest_paths(graph, one, other)
            steps = {tuple(sorted(step)) for p in every for step in nx.utils.pairwise(p)}
            assert set(way.ties) == steps


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("chance", [0.07, 0.13])
def test_in_larger_networks_too(seed, chance):
    names = nx.relabel_nodes(nx.gnp_random_graph(25, chance, seed=seed), "o{:02d}".format)
    ways = ways_between(layer(from_graph(names), "contact"), pairs_in(names))
    for (one, other), way in ways.items():
        if nx.has_path(names, one, other):
            assert dict(way.via) == slow_way(names, one, other)
            assert way.needed == cut_off_without(names, one, other)
        else:
            assert way is None


def test_on_a_path_all_in_between_are_needed():
    way = ways_between(layer(path(5), "contact"), [("a", "d")])["a", "d"]
    assert (way.steps, way.via, way.needed) == (3, {"b": 1, "c": 1}, ("b", "c"))
    assert way.ties == (("a", "b"), ("b", "c"), ("c", "d"))


def test_who_has_contact_needs_nobody_in_between():
    way = ways_between(layer(path(3), "contact"), [("a", "b")])["a", "b"]
    assert (way.steps, way.via, way.needed) == (1, {}, ())


def test_in_a_circle_of_four_each_of_two_is_enough():
    way = ways_between(layer(cycle(4), "contact"), [("a", "c")])["a", "c"]
    assert (way.via, way.needed) == ({"b": Fraction(1, 2), "d": Fraction(1, 2)}, ())


def test_in_a_star_everybody_needs_the_middle():
    ways = ways_between(layer(star(5), "contact"), pairs_in("bcde"))
    assert {way.needed for way in ways.values()} == {("a",)}


def test_a_joint_is_needed_although_the_ways_to_it_fork():
    """a - {b, c} - d - {e, f} - g: only d can cut the two ends apart."""
    steps = [*product("a", "bc"), *product("bc", "d"), *product("d", "ef"), *product("ef", "g")]
    way = ways_between(layer(speaking("abcdefg", steps), "contact"), [("a", "g")])["a", "g"]
    assert way.needed == ("d",)
    assert dict(way.via) == {"d": 1, **dict.fromkeys("bcef", Fraction(1, 2))}


def test_so_many_ways_that_floats_would_run_over_are_counted_exactly():
    """400 forks of 10 in a row are 10 to the power of 400 ways; each fork takes a tenth of them."""
    joints = [f"j{number:03d}" for number in range(401)]
    forks = [[f"f{number:03d}-{one}" for one in range(10)] for number in range(400)]
    steps = [
        step
        for number, fork in enumerate(forks)
        for step in (*product([joints[number]], fork), *product(fork, [joints[number + 1]]))
    ]
    names = [*joints, *(one for fork in forks for one in fork)]
    made = layer(speaking(names, steps), "contact")
    way = ways_between(made, [(joints[0], joints[-1])])[joints[0], joints[-1]]
    assert way.steps == 800
    assert way.needed == tuple(joints[1:-1])
    assert {way.via[one] for fork in forks for one in fork} == {Fraction(1, 10)}


def test_large_networks_come_in_blocks_that_say_the_same(monkeypatch):
    made = layer(path(6), "contact")
    whole = ways_between(made, pairs_in("abcdef"))
    monkeypatch.setattr(paths_module, "_WHOLE", 2)
    monkeypatch.setattr(paths_module, "_CHUNK", 2)
    assert ways_between(made, pairs_in("abcdef")) == whole


def test_without_ties_nobody_reaches_anybody():
    assert ways_between(layer(speaking("ab", []), "contact"), [("a", "b")]) == {("a", "b"): None}
    assert ways_between(layer(speaking("", []), "contact"), []) == {}
