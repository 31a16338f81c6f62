"""How few steps an organisation is from the others, in the four ways that programs count it."""

from itertools import pairwise
from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from networks import from_graph, giving, named, needing, path, relabelled, speaking, star
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError, UndefinedError

WAYS = ("reachable_share", "reachable_only", "undefined", "longest_plus_one")
TWO_PARTS = nx.DiGraph(["ab", "bc", "cd", "ef", "fg", "eg"])
TWO_PARTS.add_node("h")


def directed(graph, **options):
    network = needing(sorted(graph), sorted(graph.edges))
    return measures.closeness(network, layer="dependency", **options)


class TestWorkedExamples:
    def test_in_a_row_of_4_the_middle_is_nearest(self):
        found = measures.closeness(path(4))
        assert list(found.values()) == pytest.approx([1 / 2, 3 / 4, 3 / 4, 1 / 2])

    @pytest.mark.parametrize("unreachable", WAYS)
    def test_in_a_star_the_centre_has_1_in_every_way(self, unreachable):
        found = measures.closeness(star(4), unreachable=unreachable)
        assert list(found.values()) == pytest.approx([1, 3 / 5, 3 / 5, 3 / 5])

    def test_a_row_of_3_and_a_loose_one_in_the_four_ways(self):
        """Of b: 2 of 3 others have a way, 2 steps together; the longest way is 2."""
        network = speaking("abcd", pairwise("abc"))
        found = {way: measures.closeness(network, unreachable=way) for way in WAYS}
        assert dict(found["reachable_share"]) == pytest.approx({"a": 4 / 9, "b": 2 / 3, "c": 4 / 9})
        assert dict(found["reachable_only"]) == pytest.approx({"a": 2 / 3, "b": 1, "c": 2 / 3})
        assert dict(found["undefined"]) == {}
        assert dict(found["longest_plus_one"]) == pytest.approx(
            {"a": 1 / 2, "b": 3 / 5, "c": 1 / 2, "d": 1 / 3}
        )

    def test_distances_to_an_organisation_count_unless_asked_otherwise(self):
        network = needing("abc", ["ab", "bc"])
        there = measures.closeness(network, layer="dependency")
        back = measures.closeness(network, layer="dependency", direction="out")
        assert dict(there) == pytest.approx({"b": 1 / 2, "c": 2 / 3})
        assert dict(back) == pytest.approx({"a": 2 / 3, "b": 1 / 2})
        assert str(there.undefined["a"]) == "no other organisation has a way to it"
        assert str(back.undefined["c"]) == "it has a way to no other organisation"

    def test_strong_ties_are_short(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "quality": 0.5},
                {"between": ["b", "c"], "quality": 1},
                {"between": ["a", "c"], "quality": 0.25},
            ],
        )
        found = measures.closeness(network, distance="inverse_strength")
        assert list(found.values()) == pytest.approx([2 / 5, 2 / 3, 2 / 4])


class TestOtherPrograms:
    @pytest.mark.parametrize(
        "graph",
        [nx.florentine_families_graph(), nx.karate_club_graph(), nx.krackhardt_kite_graph()],
    )
    def test_where_everybody_is_connected_all_ways_are_that_of_networkx(self, graph):
        wanted = {str(one): value for one, value in nx.closeness_centrality(graph).items()}
        for way in WAYS:
            found = measures.closeness(from_graph(graph), unreachable=way)
            assert dict(found) == pytest.approx(wanted)

    def test_the_kite_has_the_scores_that_krackhardt_gave(self):
        """Krackhardt (1990), Assessing the political landscape: three decimals."""
        found = measures.closeness(from_graph(nx.krackhardt_kite_graph()))
        wanted = [0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.31]
        assert [round(found[str(one)], 3) for one in range(10)] == wanted

    def test_two_parts_and_a_loose_one_score_as_in_igraph(self):
        """R 4.2.2, igraph 1.3.5: closeness(g, mode = "in" and "out", normalized = TRUE)."""
        there = directed(TWO_PARTS, unreachable="reachable_only")
        back = directed(TWO_PARTS, unreachable="reachable_only", direction="out")
        assert dict(there) == pytest.approx({"b": 1, "c": 2 / 3, "d": 1 / 2, "f": 1, "g": 1})
        assert dict(back) == pytest.approx({"a": 1 / 2, "b": 2 / 3, "c": 1, "e": 1, "f": 1})

    def test_python_igraph_leaves_out_whom_there_is_no_way_to(self):
        igraph = pytest.importorskip("igraph", reason="python-igraph is not installed")
        graph = nx.gnp_random_graph(40, 0.04, seed=3, directed=True)
        other = igraph.Graph(n=40, edges=list(graph.edges), directed=True)
        named_graph = nx.relabel_nodes(graph, {one: f"{one:02d}" for one in graph})
        for mode in ("in", "out"):
            wanted = other.closeness(mode=mode, normalized=True)
            found = directed(named_graph, unreachable="reachable_only", direction=mode)
            assert dict(found) == pytest.approx(
                {f"{one:02d}": near for one, near in enumerate(wanted) if not isnan(near)}
            )


class TestUndefined:
    def test_one_organisation_has_nobody_to_be_near_to(self):
        found = measures.closeness(path(1))
        assert dict(found) == {}
        assert {str(why) for why in found.undefined.values()} == {"there is no other organisation"}

    @pytest.mark.parametrize("unreachable", WAYS)
    def test_where_there_are_no_ties_nobody_has_a_score(self, unreachable):
        found = measures.closeness(speaking("abc", []), unreachable=unreachable)
        assert dict(found) == {}
        assert set(found.undefined) == {"a", "b", "c"}

    def test_asked_for_everybody_whoever_lacks_one_has_no_score(self):
        network = needing("abc", ["ab", "cb"])
        found = measures.closeness(network, layer="dependency", unreachable="undefined")
        assert dict(found) == {"b": 1}
        assert str(found.undefined["a"]) == "not all others have a way to it"
        back = measures.closeness(
            network, layer="dependency", unreachable="undefined", direction="out"
        )
        assert str(back.undefined["b"]) == "it has no way to all others"

    def test_a_score_that_is_not_there_is_never_0(self):
        with pytest.raises(UndefinedError) as caught:
            measures.closeness(speaking("abc", ["ab"]))["c"]
        assert str(caught.value) == (
            "closeness of 'c' is undefined: no other organisation has a way to it"
        )


class TestRefused:
    def test_a_way_that_is_not_known(self):
        with pytest.raises(OptionError) as caught:
            measures.closeness(path(3), unreachable="reachable")
        assert str(caught.value) == (
            "the unreachable 'reachable' is not known; known are 'reachable_share', "
            "'reachable_only', 'undefined', 'longest_plus_one'. Did you mean 'reachable_only'?"
        )

    @pytest.mark.parametrize("size", [1, 3])
    @pytest.mark.parametrize("name", ["closeness", "harmonic_closeness"])
    def test_a_direction_that_is_not_known(self, name, size):
        with pytest.raises(OptionError) as caught:
            getattr(measures, name)(path(size), direction="total")
        assert str(caught.value) == "the direction 'total' is not known; known are 'in', 'out'."

    def test_amounts_as_a_distance(self):
        with pytest.raises(OptionError) as caught:
            measures.closeness(
                giving("ab", ("a", "b", 1)), layer="contribution", distance="inverse_strength"
            )
        assert str(caught.value) == (
            "amounts have no highest value, so no length follows from them; use distance='steps'."
        )


def slow_closeness(graph, way):
    """Every distance to an organisation, written out."""
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    longest = max(steps for away in lengths.values() for steps in away.values())
    found = {}
    for one in graph:
        away = [lengths[other][one] for other in graph if other != one and one in lengths[other]]
        missing = len(graph) - 1 - len(away)
        if way == "undefined" and missing:
            continue
        if way == "longest_plus_one" and longest:
            away += [longest + 1] * missing
        if away:
            share = 1 if way == "reachable_only" else len(away) / (len(graph) - 1)
            found[one] = share * len(away) / sum(away)
    return found


@pytest.mark.parametrize("way", WAYS)
@given(drawn=arrows(min_size=2))
def test_every_score_is_that_of_all_distances_written_out(way, drawn):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    network = needing(names, found)
    there = measures.closeness(network, layer="dependency", unreachable=way)
    assert dict(there) == pytest.approx(slow_closeness(graph, way))
    back = measures.closeness(network, layer="dependency", unreachable=way, direction="out")
    assert dict(back) == pytest.approx(slow_closeness(graph.reverse(), way))
    assert all(0 < value <= 1 for value in [*there.values(), *back.values()])


@given(arrows(min_size=2))
def test_by_default_it_is_that_of_networkx_less_the_zeros(drawn):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    wanted = {one: value for one, value in nx.closeness_centrality(graph).items() if value}
    score = measures.closeness(needing(names, found), layer="dependency")
    assert dict(score) == pytest.approx(wanted)


@given(ties(min_size=2))
def test_contacts_have_no_direction(drawn):
    network = speaking(*drawn)
    for name in ("closeness", "harmonic_closeness"):
        measure = getattr(measures, name)
        assert dict(measure(network, direction="out")) == dict(measure(network))


@given(arrows(min_size=2))
def test_turning_all_arrows_swaps_to_and_from(drawn):
    names, found = drawn
    turned = needing(names, [(other, one) for one, other in found])
    for name in ("closeness", "harmonic_closeness"):
        measure = getattr(measures, name)
        there = measure(turned, layer="dependency")
        back = measure(needing(names, found), layer="dependency", direction="out")
        assert dict(there) == dict(back)


@given(arrows(min_size=2))
def test_other_names_give_the_same_bits(drawn):
    """Steps are counted, so no sum depends on the order in which it is made."""
    names, found = drawn
    turned = dict(zip(names, names[::-1], strict=True))
    network = needing(names, found)
    for name in ("closeness", "harmonic_closeness"):
        measure = getattr(measures, name)
        there = measure(relabelled(network, turned), layer="dependency")
        assert {turned[one]: value for one, value in there.items()} == dict(
            measure(network, layer="dependency")
        )
