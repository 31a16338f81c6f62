"""How long the kernels of cohesion take beside the fastest of the engines that netdeps requires.

Seeded random ties, six for each organisation. Both start from the same arrays, both give the same
answer, and they are timed in turns, so that a busy machine slows both.

Run with: python -m pytest benchmarks/bench_cohesion.py -n 0 --benchmark-only
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from time import perf_counter

import networkx as nx
import numpy as np
import pytest
import rustworkx as rx
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from netdeps.graph import Layer, best_divisions, component_labels, cuts
from netdeps.graph.groups import Grouped
from netdeps.measures.cohesion.blocks import block_sums
from netdeps.measures.cohesion.density import mutual_pairs
from netdeps.measures.cohesion.splits import Split

SIZES = (30, 300, 3000, 20000)
TIES, GROUPS = 6, 5


@cache
def arrays(size: int, *, directed: bool) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(size)
    ends = random.integers(0, size, (2, 2 * TIES * size))
    if not directed:
        ends = np.sort(ends, axis=0)
    codes = np.unique((ends[0] * size + ends[1])[ends[0] != ends[1]])
    codes = np.sort(random.permutation(codes)[: TIES * size])
    return codes // size, codes % size


def layer(size: int, *, directed: bool) -> Layer:
    """A fresh layer, of which nothing has been made yet."""
    sources, targets = arrays(size, directed=directed)
    name = "dependency" if directed else "contact"
    order = tuple(f"o{number:05d}" for number in range(size))
    ones = np.ones(len(sources))
    return Layer(name, order, directed, sources.copy(), targets.copy(), ones, (), {})


def fresh(made: Layer) -> Layer:
    return replace(made)


def matrix(ties: Layer) -> csr_array:
    rows, columns, _ = ties.arcs
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(ties.size, ties.size))


def sides(ties: Layer) -> Grouped:
    names = tuple(f"kind {number % GROUPS}" for number in range(ties.size))
    return Grouped(ties, names, (), "kind", {})


def in_rustworkx(ties: Layer) -> rx.PyGraph:
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(ties.size))
    pairs = zip(ties.sources.tolist(), ties.targets.tolist(), strict=True)
    graph.add_edges_from_no_data(list(pairs))
    return graph


def cuts_by_rustworkx(ties: Layer) -> dict[int, list[int]]:
    """The articulation points and, for each, the sizes of what comes apart without it."""
    graph = in_rustworkx(ties)
    whole = [set(part) for part in rx.connected_components(graph)]
    found = {}
    for place in rx.articulation_points(graph):
        near = next(part for part in whole if place in part) - {place}
        left = rx.connected_components(graph.subgraph(sorted(near)))
        found[place] = sorted(map(len, left))
    return found


def our_cuts(ties: Layer) -> dict[int, list[int]]:
    return {place: sorted(map(len, parts)) for place, parts in cuts(ties)}


def blocks_by_scipy(ties: Layer) -> np.ndarray:
    size = ties.size
    member = csr_array((np.ones(size), (np.arange(size), np.arange(size) % GROUPS)))
    return (member.T @ matrix(ties) @ member).toarray()


def reciprocity_by_scipy(ties: Layer) -> int:
    made = matrix(ties)
    return int(made.multiply(made.T).sum()) // 2


def louvain_of_networkx(ties: Layer) -> float:
    graph = nx.Graph(zip(ties.sources.tolist(), ties.targets.tolist(), strict=True))
    return nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=0))


JOBS = {
    "components": (
        lambda ties: component_labels(ties, "strong").tolist(),
        lambda ties: connected_components(matrix(ties), connection="strong")[1].tolist(),
        True,
    ),
    "reciprocity": (mutual_pairs, reciprocity_by_scipy, True),
    "block density": (
        lambda ties: block_sums(sides(ties)).tolist(),
        lambda ties: blocks_by_scipy(ties).tolist(),
        True,
    ),
    "cut points": (our_cuts, cuts_by_rustworkx, False),
}


def in_turns(ours, theirs, made: Layer) -> tuple[float, float]:
    """The shortest time of each, taken in turns and each time from a layer without memory."""
    best = [float("inf"), float("inf")]
    began = perf_counter()
    while perf_counter() - began < 1:
        for number, job in enumerate((ours, theirs)):
            ties = fresh(made)
            start = perf_counter()
            job(ties)
            best[number] = min(best[number], perf_counter() - start)
    return best[0], best[1]


@pytest.mark.parametrize(("job", "size"), list(product(JOBS, SIZES)))
def test_a_kernel_takes_at_most_half_as_long_again_as_the_engine(benchmark, job, size):
    ours, theirs, directed = JOBS[job]
    made = layer(size, directed=directed)
    assert ours(fresh(made)) == theirs(fresh(made))
    benchmark.group = job
    benchmark.pedantic(lambda: ours(fresh(made)), rounds=3, warmup_rounds=1)
    mine, engine = in_turns(ours, theirs, made)
    benchmark.extra_info["times the engine"] = round(mine / engine, 2)
    assert mine <= 1.5 * engine


@pytest.mark.parametrize("size", SIZES)
def test_a_run_of_communities_is_faster_than_louvain_of_networkx(benchmark, size):
    made = layer(size, directed=False)
    benchmark.group = "communities"
    start = perf_counter()
    found = best_divisions(made, starts=1)
    mine = perf_counter() - start
    start = perf_counter()
    theirs = louvain_of_networkx(made)
    engine = perf_counter() - start
    benchmark.pedantic(best_divisions, (made,), {"starts": 1}, rounds=1)
    benchmark.extra_info["times the engine"] = round(mine / engine, 2)
    assert mine <= 1.5 * engine
    assert float(found.modularity) > theirs - 0.01


@pytest.mark.parametrize("size", SIZES)
def test_two_thousand_splits(benchmark, size):
    split = Split.of(sides(layer(size, directed=False)))
    benchmark.group = "positions of the E-I index"
    positions, exact = benchmark.pedantic(split.positions, (2000, 0), rounds=1)
    assert len(positions) == GROUPS + 1
    assert not exact
