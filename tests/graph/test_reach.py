"""How many are how many steps away, against one search after another by networkx."""

from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.graph import Layer, reach
from netdeps.graph.reach import step_counts

SIZES = (0, 1, 2, 3, 9, 63, 64, 65, 130)


def layer_of(size, pairs, *, directed=True):
    pairs = sorted(pairs)
    return Layer(
        name="dependency" if directed else "contact",
        order=tuple(f"o{number:03d}" for number in range(size)),
        directed=directed,
        sources=np.array([one for one, _ in pairs], dtype=np.int64),
        targets=np.array([other for _, other in pairs], dtype=np.int64),
        strengths=np.ones(len(pairs)),
        because=(),
        names={},
    )


def counted_one_by_one(size, pairs, *, directed=True, side="in"):
    """A row for each distance: from how many others each organisation is that far away."""
    graph = nx.DiGraph(pairs) if directed else nx.Graph(pairs)
    graph.add_nodes_from(range(size))
    found = Counter()
    for source, away in nx.all_pairs_shortest_path_length(graph):
        for target, steps in away.items():
            found[steps, target if side == "in" else source] += 1
    longest = max((steps for steps, _ in found), default=0)
    return [[found[steps, one] for one in range(size)] for steps in range(1, longest + 1)]


@st.composite
def drawings(draw):
    """Sizes around whole words, from no tie at all to dense, with isolates and many parts."""
    size = draw(st.sampled_from(SIZES))
    number = st.integers(0, max(size - 1, 0))
    pairs = draw(st.sets(st.tuples(number, number), max_size=3 * size)) if size else set()
    return size, {(one, other) for one, other in pairs if one != other}


@pytest.mark.parametrize("side", ["in", "out"])
@given(drawn=drawings())
def test_directed_ties_are_followed_one_way(side, drawn):
    size, pairs = drawn
    found = step_counts(layer_of(size, pairs), side)
    assert found.tolist() == counted_one_by_one(size, pairs, side=side)


@pytest.mark.parametrize("side", ["in", "out"])
@given(drawn=drawings())
def test_contacts_are_followed_both_ways(side, drawn):
    size, pairs = drawn
    pairs = {(min(pair), max(pair)) for pair in pairs}
    found = step_counts(layer_of(size, pairs, directed=False), side)
    assert found.tolist() == counted_one_by_one(size, pairs, directed=False)


@pytest.mark.parametrize("size", SIZES)
def test_on_a_row_of_any_length_everybody_is_found(size):
    pairs = {(one, one + 1) for one in range(size - 1)}
    found = step_counts(layer_of(size, pairs))
    assert found.tolist() == counted_one_by_one(size, pairs)
    assert found.sum() == size * (size - 1) / 2


@pytest.mark.parametrize("size", [3, 64, 65, 200])
@pytest.mark.parametrize("hubs", [1, 2, 9])
def test_the_many_ties_of_a_few_are_all_taken(size, hubs):
    pairs = {(min(hub, one), max(hub, one)) for hub in range(hubs) for one in range(hubs, size)}
    pairs = {pair for pair in pairs if pair[0] != pair[1]}
    found = step_counts(layer_of(size, pairs, directed=False))
    assert found.tolist() == counted_one_by_one(size, pairs, directed=False)


@pytest.mark.parametrize("abreast", [1, 2, 5])
def test_however_many_words_go_abreast_the_counts_are_the_same(monkeypatch, abreast):
    graph = nx.gnp_random_graph(300, 0.01, seed=1, directed=True)
    made = layer_of(300, graph.edges)
    before = step_counts(made)
    monkeypatch.setattr(reach, "_ABREAST", abreast)
    assert np.array_equal(step_counts(made), before)


def test_what_goes_out_is_what_comes_in_with_all_ties_turned():
    graph = nx.gnp_random_graph(150, 0.02, seed=2, directed=True)
    turned = layer_of(150, [(other, one) for one, other in graph.edges])
    assert np.array_equal(step_counts(layer_of(150, graph.edges), "out"), step_counts(turned, "in"))
