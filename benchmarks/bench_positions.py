"""How long positions take, beside the fastest required engine and networkx, in one run.

Run with: python -m pytest benchmarks/bench_positions.py -n 0 --benchmark-only -s
Each test prints its row: organisations, netdeps, the other engine, and their ratio.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from time import perf_counter

import networkx as nx
import numpy as np
import pytest
import rustworkx as rx
from cases import case
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import eigs, eigsh

from netdeps import measures
from netdeps.graph import Layer
from netdeps.graph.paths import as_rustworkx
from netdeps.graph.reach import step_counts
from netdeps.measures.centrality import away, between, degrees, leading, pages, series, tight
from netdeps.measures.centrality.lengths import length_matrix

SIZES = (30, 300, 3000)
LARGE = (*SIZES, 20_000)
"""Where no engine takes minutes."""

TIES = 6
MOST_TIMES = 1.5
"""How much longer than the fastest required engine a measure may take …"""
SLACK = 0.0005
"""… or so many seconds more, where both are over at once."""
POSITIONS = (
    "degree",
    "in_degree",
    "out_degree",
    "strength",
    "in_strength",
    "out_strength",
    "betweenness",
    "closeness",
    "harmonic_closeness",
    "eigenvector",
    "pagerank",
    "katz",
    "bonacich_power",
    "degree_centralisation",
    "betweenness_centralisation",
    "closeness_centralisation",
    "harmonic_centralisation",
    "eigenvector_centralisation",
)


@cache
def made(size: int, *, directed: bool = True) -> Layer:
    """A seeded random layer in which everybody has six ties, with strengths of two decimals."""
    chance = np.random.default_rng(size)
    count = size * TIES if directed else size * TIES // 2
    one, other = chance.integers(0, size, (2, count))
    if not directed:
        one, other = np.minimum(one, other), np.maximum(one, other)
    pairs = np.unique((one * size + other)[one != other])
    order = tuple(f"o{number:05d}" for number in range(size))
    layer = Layer(
        name="dependency" if directed else "contact",
        order=order,
        directed=directed,
        sources=pairs // size,
        targets=pairs % size,
        strengths=chance.integers(1, 101, len(pairs)) / 100,
        because=(),
        names={one: one for one in order},
    )
    layer.matrix(values="ties")
    return layer


@cache
def in_networkx(size: int, *, directed: bool = True) -> nx.Graph:
    graph = nx.convert_node_labels_to_integers(made(size, directed=directed).to_networkx())
    for _, _, tie in graph.edges(data=True):
        tie["length"] = 1 / tie["strength"]
    return graph


def inverse(distances: np.ndarray) -> np.ndarray:
    np.fill_diagonal(distances, np.inf)
    return (1 / distances).sum(axis=0)


def seconds(job: Callable[[], object], *, rounds: int = 9) -> float:
    """The best of some runs: whatever else the machine does only adds. One where it takes seconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        job()
        times.append(perf_counter() - start)
        if times[0] > 2:
            break
    return min(times)


def compare(benchmark, name: str, size: int, ours: Callable, others: dict[str, Callable]) -> dict:
    """Time ours and each other engine in this run; print and keep the ratios."""
    benchmark.group = name
    slow = size >= 3000
    benchmark.pedantic(ours, rounds=1 if slow else 5, warmup_rounds=1)
    own = seconds(ours)
    ratios = {}
    for engine, job in others.items():
        took = seconds(job, rounds=1 if slow and engine == "networkx" else 9)
        ratios[engine] = took / own
        row = f"{name:24} n = {size:<6} netdeps {own * 1e3:10.3f} ms   {engine:10} {took * 1e3:12.3f} ms   × {took / own:.2f}"
        sys.stdout.write(f"\n{row}")
        if engine != "networkx":
            assert own <= MOST_TIMES * took + SLACK, row
    benchmark.extra_info["times as fast as"] = {k: round(v, 2) for k, v in ratios.items()}
    return ratios


@pytest.mark.parametrize("size", LARGE)
def test_degree(benchmark, size):
    layer, graph = made(size), in_networkx(size)
    compare(
        benchmark,
        "in-degree",
        size,
        lambda: degrees.tie_sums(layer, np.ones(len(layer.sources)), "in"),
        {
            "scipy": lambda: layer.matrix(values="ties").sum(axis=0),
            "networkx": lambda: dict(graph.in_degree()),
        },
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("directed", [True, False])
def test_harmonic_closeness(benchmark, size, directed):
    layer, graph = made(size, directed=directed), in_networkx(size, directed=directed)
    ratios = compare(
        benchmark,
        "harmonic closeness",
        size,
        lambda: away.away(layer, "steps", "in").inverse,
        {
            "rustworkx": lambda: inverse(
                rx.distance_matrix(as_rustworkx(layer), null_value=np.inf)
            ),
            "networkx": lambda: nx.harmonic_centrality(graph),
        },
    )
    assert size < 3000 or ratios["networkx"] >= 50


@pytest.mark.parametrize("size", SIZES)
def test_closeness(benchmark, size):
    layer, graph = made(size), in_networkx(size)
    compare(
        benchmark,
        "closeness",
        size,
        lambda: away.away(layer, "steps", "in").near("reachable_share"),
        {
            "rustworkx": lambda: rx.closeness_centrality(as_rustworkx(layer)),
            "networkx": lambda: nx.closeness_centrality(graph),
        },
    )


def test_closeness_of_20000(benchmark):
    layer = made(20_000)
    benchmark.group = "harmonic closeness"
    assert len(benchmark.pedantic(step_counts, (layer,), rounds=3)) > 3
    assert benchmark.stats.stats.median < 5


@pytest.mark.parametrize("size", SIZES)
def test_harmonic_closeness_by_strength(benchmark, size):
    layer = made(size)
    lengths = length_matrix(layer).T.tocsr()
    compare(
        benchmark,
        "harmonic by strength",
        size,
        lambda: away.away(layer, "inverse_strength", "in").inverse,
        {"scipy": lambda: inverse(dijkstra(lengths))},
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("directed", [True, False])
def test_betweenness(benchmark, size, directed):
    layer, graph = made(size, directed=directed), in_networkx(size, directed=directed)
    ratios = compare(
        benchmark,
        "betweenness",
        size,
        lambda: between.raw_betweenness(layer),
        {
            "rustworkx": lambda: rx.betweenness_centrality(
                as_rustworkx(layer), normalized=False, parallel_threshold=2**31
            ),
            "networkx": lambda: nx.betweenness_centrality(graph, normalized=False),
        },
    )
    assert size < 3000 or ratios["networkx"] >= 30


@pytest.mark.parametrize("size", SIZES)
def test_betweenness_by_strength(benchmark, size):
    """networkx with floats, which loses the ties between ways of equal length."""
    layer, graph = made(size), in_networkx(size)
    compare(
        benchmark,
        "betweenness by strength",
        size,
        lambda: tight.betweenness_by_strength(layer),
        {"networkx": lambda: nx.betweenness_centrality(graph, weight="length")},
    )


@pytest.mark.parametrize("size", LARGE)
@pytest.mark.parametrize("directed", [True, False])
def test_eigenvector(benchmark, size, directed):
    layer, graph = made(size, directed=directed), in_networkx(size, directed=directed)
    matrix = layer.matrix(values="ties").T.tocsr()
    start = np.ones(size)
    scipy = {
        True: lambda: eigs(matrix, k=1, which="LR", v0=start),
        False: lambda: eigsh(matrix, k=1, which="LA", v0=start),
    }
    compare(
        benchmark,
        "eigenvector",
        size,
        lambda: leading.leading(matrix),
        {
            "scipy": scipy[directed],
            "networkx": lambda: nx.eigenvector_centrality(graph, max_iter=10_000),
        },
    )


@pytest.mark.parametrize("size", LARGE)
def test_pagerank(benchmark, size):
    """The others stop at 1e-6 unless told to be as exact."""
    layer, graph = made(size), in_networkx(size)
    built = as_rustworkx(layer)
    compare(
        benchmark,
        "pagerank",
        size,
        lambda: pages.visited(layer.matrix(values="ties"), 0.85),
        {
            "rustworkx": lambda: rx.pagerank(built, tol=1e-14, max_iter=10_000),
            "networkx": lambda: nx.pagerank(graph, tol=1e-14, max_iter=10_000),
        },
    )


def katz(layer: Layer) -> np.ndarray:
    matrix = layer.matrix(values="ties").T.tocsr()
    return series.summed(matrix, np.ones(layer.size), 0.85 / leading.radius(matrix), 0.85)


def bonacich(layer: Layer) -> np.ndarray:
    matrix = layer.matrix(values="ties")
    start = matrix @ np.ones(layer.size)
    return series.summed(matrix, start, -0.5 / leading.radius(matrix), 0.5)


@pytest.mark.parametrize("size", SIZES)
def test_katz(benchmark, size):
    """Finding the limit of alpha is part of it; networkx is given that."""
    layer, graph = made(size), in_networkx(size)
    built, matrix = as_rustworkx(layer), layer.matrix(values="ties")
    alpha = 0.85 / leading.radius(matrix)

    def in_rustworkx() -> object:
        largest = eigs(matrix, k=1, which="LR", v0=np.ones(size), return_eigenvectors=False)[0]
        factor = 0.85 / float(largest.real)
        return rx.katz_centrality(built, alpha=factor, tol=1e-14, max_iter=10_000)

    compare(
        benchmark,
        "katz",
        size,
        lambda: katz(layer),
        {
            "rustworkx": in_rustworkx,
            "networkx": lambda: nx.katz_centrality(graph, alpha, tol=1e-12, max_iter=10_000),
        },
    )


@pytest.mark.parametrize("size", SIZES)
def test_bonacich_power(benchmark, size):
    """No required engine has it; one dense solution is the alternative."""
    layer = made(size, directed=False)
    matrix, dense = layer.matrix(values="ties"), layer.dense(values="ties")

    def in_numpy() -> object:
        largest = eigsh(matrix, k=1, which="LA", v0=np.ones(size), return_eigenvectors=False)[0]
        return np.linalg.solve(np.eye(size) + 0.5 / largest * dense, dense.sum(axis=1))

    compare(
        benchmark,
        "bonacich power",
        size,
        lambda: bonacich(layer),
        {"scipy": in_numpy},
    )


def test_all_positions_of_thirty(benchmark):
    """On a network of which the layers were made before: at most 15 ms together."""
    network = case(30, talks=TIES)

    def positions() -> list[object]:
        return [getattr(measures, name)(network) for name in POSITIONS]

    benchmark.group = "all positions of 30"
    benchmark.pedantic(positions, rounds=20, warmup_rounds=2)
    assert benchmark.stats.stats.median < 0.015
