"""Shortest paths in a layer, by rustworkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netdeps.graph.arrays import Floats, Layer
from netdeps.model import Pair

_CHUNK = 512
"""So many sources at once: a block of distances to 20,000 organisations stays below 100 MB."""

_WHOLE = 4000
"""Up to this size the whole matrix of distances is made at once (128 MB)."""


def distances(layer: Layer, sources: NDArray[np.int64]) -> Floats:
    """Give the number of ties from each source to every organisation; infinite where no path is."""
    from scipy.sparse.csgraph import dijkstra

    matrix = layer.matrix(values="ties")
    found: Floats = dijkstra(matrix, directed=layer.directed, unweighted=True, indices=sources)
    return found


def distance_blocks(layer: Layer) -> Iterator[tuple[int, Floats]]:
    """Give all distances in blocks of rows, each with the number of its first row."""
    if layer.size <= _WHOLE:
        yield 0, _whole(layer)
        return
    for first in range(0, layer.size, _CHUNK):
        yield first, distances(layer, np.arange(first, min(first + _CHUNK, layer.size)))


def as_rustworkx(layer: Layer) -> Any:  # noqa: ANN401 - rustworkx's classes carry no types
    """Give a fresh rustworkx graph whose node numbers are places in the layer's order."""
    import rustworkx as rx

    graph: Any = rx.PyDiGraph() if layer.directed else rx.PyGraph()
    graph.add_nodes_from(range(layer.size))
    ties = zip(layer.sources.tolist(), layer.targets.tolist(), strict=True)
    graph.add_edges_from_no_data(list(ties))
    return graph


def _whole(layer: Layer) -> Floats:
    import rustworkx as rx

    graph = as_rustworkx(layer)
    found: Floats = rx.distance_matrix(graph, null_value=np.inf)
    return found


def between(layer: Layer, pairs: Iterable[Pair]) -> dict[Pair, tuple[str, ...]]:
    """Give the organisations on the shortest ways between two that have no tie; none where no way is."""
    wanted = sorted(pairs)
    found: dict[Pair, tuple[str, ...]] = {}
    for first in range(0, len(wanted), _CHUNK):
        found |= _between(layer, wanted[first : first + _CHUNK])
    return found


def _between(layer: Layer, pairs: list[Pair]) -> dict[Pair, tuple[str, ...]]:
    ends = sorted({layer.index[one] for pair in pairs for one in pair})
    row = {end: number for number, end in enumerate(ends)}
    away = distances(layer, np.array(ends, dtype=np.int64))
    found = {}
    for one, other in pairs:
        here, there = layer.index[one], layer.index[other]
        via = away[row[here]] + away[row[there]] == away[row[here], there]
        via &= np.isfinite(away[row[here]])
        inner = [layer.order[k] for k in np.flatnonzero(via) if k not in {here, there}]
        found[one, other] = tuple(inner) if np.isfinite(away[row[here], there]) else ()
    return found
