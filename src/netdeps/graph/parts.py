"""Which parts a layer falls into, and who holds parts together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from netdeps.graph.arrays import Ints, Layer
from netdeps.graph.paths import as_rustworkx

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Connection = Literal["weak", "strong"]
"""Whether there is a way between two whichever way the ties run, or one to and fro."""


def component_labels(layer: Layer, connection: Connection = "weak") -> Ints:
    """Give the number of the part of each organisation, in the order of the layer."""
    return labelled(layer.matrix(values="ties"), connection)


def labelled(matrix: csr_array, connection: Connection) -> Ints:
    """Give the number of the part of each row of a matrix of ties."""
    from scipy.sparse.csgraph import connected_components

    if not matrix.shape[0]:
        return np.zeros(0, dtype=np.int64)
    labels = connected_components(matrix, directed=True, connection=connection)[1]
    return labels.astype(np.int64)


def cuts(layer: Layer) -> Iterator[tuple[int, list[Ints]]]:
    """Give each place that holds others together, with the groups that come apart without it.

    Ties count whichever way they run.
    """
    import rustworkx as rx

    graph = as_rustworkx(replace(layer, directed=False))
    holding = rx.articulation_points(graph)
    if holding:
        yield from _apart(layer, np.array(rx.graph_dfs_edges(graph, None)), sorted(holding))


def _apart(layer: Layer, search: Ints, holding: list[int]) -> Iterator[tuple[int, list[Ints]]]:
    """Give what comes apart without each of some places.

    A search in depth numbers everybody, so that all that is found beyond somebody is a row of
    numbers. Where no tie leads from that row past whoever it was found from, it hangs on that one.
    """
    order, parents = _numbered(search)
    numbers = np.full(layer.size, -1, dtype=np.int64)
    numbers[order] = np.arange(len(order))
    sizes, lowest = _beyond(layer, numbers, parents)
    hanging: dict[int, list[int]] = {}
    for number in np.flatnonzero((lowest == parents) & (parents >= 0)).tolist():
        hanging.setdefault(int(parents[number]), []).append(number)
    firsts = np.flatnonzero(parents < 0)
    for place in holding:
        number = int(numbers[place])
        first = firsts[np.searchsorted(firsts, number, side="right") - 1]
        whole = np.arange(first, first + sizes[first])
        parts = [np.arange(row, row + sizes[row]) for row in hanging[number]]
        rest = np.setdiff1d(whole, np.concatenate([[number], *parts]), assume_unique=True)
        yield place, [order[part] for part in (*parts, rest) if len(part)]


def _numbered(search: Ints) -> tuple[Ints, Ints]:
    """Give who is found first, second, … and from which number each was; -1 for where it began.

    The search is a row of steps, each from somebody who was found before, or begins a new part.
    """
    found_from, found = search.T
    who, first_step = np.unique(found_from, return_index=True)
    begins = np.zeros(len(search), dtype=bool)
    begins[first_step[~np.isin(who, found)]] = True
    steps = np.arange(len(search)) + begins.cumsum()
    order = np.empty(len(search) + int(begins.sum()), dtype=np.int64)
    order[steps] = found
    order[steps[begins] - 1] = found_from[begins]
    numbers = np.empty(int(search.max()) + 1, dtype=np.int64)
    numbers[order] = np.arange(len(order))
    parents = np.full(len(order), -1, dtype=np.int64)
    parents[steps] = numbers[found_from]
    return order, parents


def _beyond(layer: Layer, numbers: Ints, parents: Ints) -> tuple[Ints, Ints]:
    """Give how many are found beyond each, itself included, and the lowest number they are tied to."""
    tied = np.arange(len(parents))
    low, high = numbers[layer.sources], numbers[layer.targets]
    np.minimum.at(tied, low, high)
    np.minimum.at(tied, high, low)
    sizes, lowest = [1] * len(parents), tied.tolist()
    for number, parent in reversed(list(enumerate(parents.tolist()))):
        if parent >= 0:
            sizes[parent] += sizes[number]
            lowest[parent] = min(lowest[parent], lowest[number])
    return np.array(sizes), np.array(lowest)
