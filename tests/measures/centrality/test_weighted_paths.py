"""Where strong ties are short: against networkx with exact fractions, and against igraph."""

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import named, needing

from netdeps import Network, measures
from netdeps.graph import Layer
from netdeps.measures.centrality import away, tight
from netdeps.measures.centrality.lengths import PRIME, Lengths
from netdeps.measures.centrality.tight import betweenness_by_strength

FINE = 999_998
"""Two ways of which one is shorter by 2 / FINE³, which no float of this size can tell."""


def layer_of(size, strengths, *, directed=True):
    """A layer from the strength of each pair of numbers."""
    pairs = sorted(strengths)
    order = tuple(f"{number:03d}" for number in range(size))
    return Layer(
        name="dependency" if directed else "contact",
        order=order,
        directed=directed,
        sources=np.array([one for one, _ in pairs], dtype=np.int64),
        targets=np.array([other for _, other in pairs], dtype=np.int64),
        strengths=np.array([strengths[pair] for pair in pairs], dtype=np.float64),
        because=(),
        names={one: one for one in order},
    )


def exact_graph(size, strengths, *, directed=True):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(size))
    for pair, strength in strengths.items():
        if strength:
            length = 1 / Fraction(strength).limit_denominator(10**6)
            graph.add_edge(*pair, length=length)
    return graph


def slow_betweenness(size, strengths, *, directed=True):
    graph = exact_graph(size, strengths, directed=directed)
    found = nx.betweenness_centrality(graph, normalized=False, weight="length")
    return [float(found[one]) for one in range(size)]


def agreeing(contacts):
    """A network of contacts by their quality."""
    names = sorted({one for pair in contacts for one in pair})
    return Network(
        organisations=named(*names),
        contacts=[
            {"between": list(pair), "quality": quality} for pair, quality in contacts.items()
        ],
    )


qualities = st.sampled_from([0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 1 / 3, 0.37, 0.6, 2 / 3, 0.9, 1.0])


@st.composite
def strong_and_weak(draw, *, directed=True):
    size = draw(st.sampled_from([0, 1, 2, 3, 5, 8, 12]))
    number = st.integers(0, max(size - 1, 0))
    pairs = draw(st.sets(st.tuples(number, number), max_size=4 * size)) if size else set()
    pairs = {pair if directed else (min(pair), max(pair)) for pair in pairs if len({*pair}) == 2}
    return size, {pair: draw(qualities) for pair in sorted(pairs)}


@pytest.mark.parametrize("directed", [True, False])
@given(data=st.data())
def test_betweenness_is_that_of_exact_fractions(directed, data):
    size, strengths = data.draw(strong_and_weak(directed=directed))
    found = betweenness_by_strength(layer_of(size, strengths, directed=directed))
    assert found.tolist() == pytest.approx(slow_betweenness(size, strengths, directed=directed))


@pytest.mark.parametrize("side", ["in", "out"])
@given(drawn=strong_and_weak())
def test_distances_add_up_as_with_exact_fractions(side, drawn):
    size, strengths = drawn
    graph = exact_graph(size, strengths)
    graph = graph if side == "out" else graph.reverse()
    wanted = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    found = away.away(layer_of(size, strengths), "inverse_strength", side)
    far = [
        [float(length) for one, length in wanted[row].items() if one != row] for row in range(size)
    ]
    assert found.reached.tolist() == [len(row) for row in far]
    assert found.total.tolist() == pytest.approx([sum(row) for row in far])
    assert found.inverse.tolist() == pytest.approx([sum(1 / one for one in row) for row in far])
    assert found.longest == pytest.approx(max((max(row) for row in far if row), default=0))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("directed", [True, False])
def test_a_hundred_and_twenty_with_many_equal_ways(seed, directed):
    graph = nx.gnp_random_graph(120, 0.05, seed=seed, directed=directed)
    chance = np.random.default_rng(seed)
    strengths = {pair: float(chance.choice([0.1, 0.2, 0.3, 0.6, 1])) for pair in graph.edges}
    made = layer_of(120, strengths, directed=directed)
    wanted = slow_betweenness(120, strengths, directed=directed)
    assert betweenness_by_strength(made).tolist() == pytest.approx(wanted, rel=1e-12)


def test_however_many_sources_go_together_the_scores_are_the_same(monkeypatch):
    graph = nx.gnp_random_graph(60, 0.1, seed=4)
    strengths = {pair: (one % 9 + 1) / 10 for one, pair in enumerate(graph.edges)}
    made = layer_of(60, strengths, directed=False)
    whole = betweenness_by_strength(made).tolist()
    far = away.away(made, "inverse_strength", "in")
    monkeypatch.setattr(tight, "_AT_ONCE", 1)
    monkeypatch.setattr(away, "_AT_ONCE", 200)
    assert betweenness_by_strength(made).tolist() == pytest.approx(whole, rel=1e-12)
    again = away.away(made, "inverse_strength", "in")
    assert (again.inverse.tolist(), again.longest) == (far.inverse.tolist(), far.longest)


def test_lengths_of_1_divided_by_the_strength_score_as_in_igraph():
    """igraph compares lengths with a tolerance, so it sees these ties too."""
    igraph = pytest.importorskip("igraph", reason="python-igraph is not installed")
    graph = nx.gnp_random_graph(50, 0.1, seed=5, directed=True)
    chance = np.random.default_rng(5)
    strengths = {pair: float(chance.integers(1, 11)) / 10 for pair in graph.edges}
    other = igraph.Graph(n=50, edges=list(strengths), directed=True)
    lengths = [1 / strength for strength in strengths.values()]
    wanted = other.betweenness(weights=lengths)
    assert betweenness_by_strength(layer_of(50, strengths)).tolist() == pytest.approx(wanted)
    for mode in ("in", "out"):
        found = away.away(layer_of(50, strengths), "inverse_strength", mode)
        wanted = other.harmonic_centrality(mode=mode, weights=lengths)
        assert (found.inverse / 49).tolist() == pytest.approx(wanted)


class TestWaysThatFloatsCannotTellApart:
    """Over y it is 2 (1 + 1/p); over x it is (1 + 1/(p - 1)) + (1 + 1/(p + 1)), a shade longer."""

    def network(self):
        return agreeing(
            {
                ("a", "x"): (FINE - 1) / FINE,
                ("x", "b"): (FINE + 1) / (FINE + 2),
                ("a", "y"): FINE / (FINE + 1),
                ("y", "b"): FINE / (FINE + 1),
            }
        )

    def test_the_shorter_one_is_found_all_the_same(self):
        found = measures.betweenness(self.network(), distance="inverse_strength")
        assert dict(found) == pytest.approx({"a": 0, "b": 1, "x": 0, "y": 1})

    def test_floats_alone_would_count_both(self):
        lengths = [FINE / (FINE - 1), (FINE + 2) / (FINE + 1), (FINE + 1) / FINE]
        assert lengths[0] + lengths[1] == pytest.approx(2 * lengths[2], rel=1e-15)

    def test_only_the_sources_in_doubt_are_done_with_fractions(self, monkeypatch):
        asked = []
        slowly = tight._slowly
        monkeypatch.setattr(
            tight, "_slowly", lambda layer, left: asked.append(left) or slowly(layer, left)
        )
        measures.betweenness(self.network(), distance="inverse_strength")
        assert asked == [[0, 1]]


class TestExtremes:
    @pytest.mark.parametrize("weakest", [5e-324, 1e-300, 1e-20, 1e-7])
    def test_a_hardly_existing_tie_is_a_way_that_nobody_prefers(self, weakest):
        network = agreeing({("a", "b"): weakest, ("a", "c"): 1, ("b", "c"): 1, ("b", "d"): weakest})
        found = measures.betweenness(network, distance="inverse_strength")
        assert dict(found) == {"a": 0, "b": 2, "c": 2, "d": 0}

    @pytest.mark.parametrize("weakest", [5e-324, 1e-300])
    def test_ties_that_are_all_as_weak_are_all_as_long(self, weakest):
        network = agreeing({("a", "b"): weakest, ("b", "c"): weakest})
        found = measures.betweenness(network, distance="inverse_strength")
        assert dict(found) == {"a": 0, "b": 1, "c": 0}
        near = measures.harmonic_closeness(network, distance="inverse_strength")
        assert dict(near) == pytest.approx({"a": 0, "b": 0, "c": 0})

    @pytest.mark.parametrize("weakest", [5e-324, 1e-300, 1e-20, 1e-7])
    def test_beyond_a_hardly_existing_tie_strong_ones_still_go_one_way(self, weakest):
        found = betweenness_by_strength(
            layer_of(4, {(0, 1): weakest, (1, 2): 1, (2, 3): 1, (3, 1): 1})
        )
        assert found.tolist() == [0, 3, 2, 1]

    def test_needs_without_any_way_through_score_0(self):
        network = needing("abc", ["ab"])
        found = measures.betweenness(network, layer="dependency", distance="inverse_strength")
        assert dict(found) == {"a": 0, "b": 0, "c": 0}


def test_the_marks_of_a_way_add_up_as_its_lengths_do():
    """A third and a sixth are a half: 3 + 6 = 9 in lengths, and 1/0.3 three times is 10."""
    ways = Lengths.of(layer_of(3, {(0, 1): 1 / 3, (1, 2): 1 / 6, (2, 0): 0.3}))
    assert (ways.marks[0] + ways.marks[1]) % PRIME == 9
    assert 3 * int(ways.marks[2]) % PRIME == 10
    assert ways.rounded.tolist() == [3, 6, 10 / 3]
