"""Communities: the best division among all where few have ties, and close to it elsewhere."""

from fractions import Fraction
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.errors import OptionError
from netdeps.graph import Layer, best_divisions, division, louvain, pairs_tied


def layer_of(graph):
    """The layer of a networkx graph whose nodes are numbered from 0."""
    ties = np.array(sorted(graph.edges), dtype=np.int64).reshape(-1, 2)
    order = tuple(f"o{number:05d}" for number in range(len(graph)))
    name = "dependency" if graph.is_directed() else "contact"
    return Layer(
        name, order, graph.is_directed(), *ties.T.copy(), np.ones(len(ties)), because=(), names={}
    )


def modularity(graph, groups):
    """The share of ties inside, less the squared share of the ends, as fractions."""
    count, worth = graph.number_of_edges(), Fraction(0)
    for group in groups:
        ends = sum(degree for _, degree in graph.degree(group))
        inside = graph.subgraph(group).number_of_edges()
        worth += Fraction(inside, count) - Fraction(ends, 2 * count) ** 2
    return worth


def every_division(places):
    """Every way of dividing some places into groups."""
    if not places:
        yield []
        return
    first, *rest = places
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            left = [one for one in rest if one not in others]
            yield from ([[first, *others], *more] for more in every_division(left))


@st.composite
def graphs(draw):
    """Graphs of at most six, of whom some have no tie."""
    graph = nx.empty_graph(draw(st.integers(1, 6)))
    pairs = list(combinations(graph, 2))
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), max_size=12)) if pairs else ())
    return graph


@given(graphs())
def test_the_best_of_all_divisions_are_found_where_few_have_ties(graph):
    found = best_divisions(layer_of(graph))
    tied = [place for place in sorted(graph) if graph.degree(place)]
    if not tied:
        assert found is None
        return
    worth = {}
    for groups in every_division(tied):
        alone = [[place] for place in sorted(graph) if not graph.degree(place)]
        whole = tuple(sorted(map(tuple, groups + alone), key=lambda one: (-len(one), one)))
        worth[whole] = modularity(graph, whole)
    highest = max(worth.values())
    assert found.modularity == highest
    assert found.best == tuple(sorted(one for one in worth if worth[one] == highest))
    assert found.exact


@given(st.integers(9, 25), st.integers(0, 60), st.integers(0, 3))
def test_the_modularity_is_that_of_the_division_as_networkx_computes_it(size, ties, seed):
    graph = nx.gnm_random_graph(size, max(ties, 9), seed=seed)
    found = best_divisions(layer_of(graph), starts=2, seed=seed)
    for groups in found.best:
        assert sorted(place for group in groups for place in group) == list(range(size))
        assert nx.community.modularity(graph, groups) == pytest.approx(float(found.modularity))


def test_the_karate_club_has_the_best_division_that_is_known():
    """0.4198 in four groups: Brandes and others (2008), On modularity clustering."""
    found = best_divisions(layer_of(nx.convert_node_labels_to_integers(nx.karate_club_graph())))
    assert round(float(found.modularity), 4) == 0.4198
    assert sorted(len(group) for group in found.best[0]) == [5, 6, 11, 12]
    assert not found.exact


def test_one_run_is_as_good_as_that_of_networkx():
    for seed in range(5):
        graph = nx.planted_partition_graph(6, 12, 0.5, 0.03, seed=seed)
        theirs = nx.community.louvain_communities(graph, seed=seed)
        ours = best_divisions(layer_of(graph), starts=1, seed=seed)
        assert float(ours.modularity) > nx.community.modularity(graph, theirs) - 0.01


def test_direction_and_ties_both_ways_make_no_difference():
    graph = nx.gnm_random_graph(12, 30, seed=2)
    arrows = nx.DiGraph([(other, one) for one, other in graph.edges] + list(graph.edges)[:9])
    arrows.add_nodes_from(graph)
    assert pairs_tied(layer_of(arrows))[0].tolist() == pairs_tied(layer_of(graph))[0].tolist()
    assert best_divisions(layer_of(arrows)) == best_divisions(layer_of(graph))


def test_the_same_seed_gives_the_same_groups():
    graph = layer_of(nx.gnm_random_graph(40, 120, seed=3))
    assert best_divisions(graph, starts=3, seed=5) == best_divisions(graph, starts=3, seed=5)
    runs = {tuple(louvain(40, graph.sources, graph.targets, seed)) for seed in range(5)}
    assert len(runs) > 1


def test_more_starts_are_never_worse():
    graph = layer_of(nx.gnm_random_graph(40, 120, seed=3))
    found = [best_divisions(graph, starts=starts).modularity for starts in (1, 2, 5, 10)]
    assert found == sorted(found)


def test_without_ties_everybody_is_alone_in_a_run():
    nothing = np.array([], dtype=np.int64)
    assert louvain(3, nothing, nothing, 0) == [0, 1, 2]
    assert louvain(0, nothing, nothing, 0) == []


def test_groups_stand_with_the_largest_first():
    assert division([7, 3, 3, 1, 1]) == ((1, 2), (3, 4), (0,))


def test_eight_with_ties_among_many_are_looked_at_in_every_way():
    graph = nx.disjoint_union(nx.cycle_graph(8), nx.empty_graph(2000))
    assert best_divisions(layer_of(graph)).exact
    assert best_divisions(layer_of(nx.cycle_graph(9))).exact is False


def test_at_least_one_start_is_asked_for():
    with pytest.raises(OptionError) as caught:
        best_divisions(layer_of(nx.path_graph(3)), starts=0)
    assert str(caught.value) == (
        "starts=0 was asked for; a whole number of at least 1 is expected."
    )
