"""Betweenness where ties have lengths: exact about ways of equal length, for many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from netdeps.graph import Layer
from netdeps.graph.arrays import Floats, Ints
from netdeps.measures.centrality.lengths import PRIME, Lengths, exact_length

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

_AT_ONCE = 2**19
"""So many pairs of a source and a tie are looked at together: a few megabytes."""


def betweenness_by_strength(layer: Layer) -> Floats:
    """Give the sum of shares for each organisation, in the order of the layer.

    Distances are worked out in floats. A tie lies on a shortest way where it closes the distance up
    to rounding *and* the marks of the exact lengths agree. Where they do not, floats cannot tell
    which of two ways is the shorter; those sources are done again with fractions.
    """
    ways = Lengths.of(layer)
    total, left = np.zeros(layer.size), list(range(layer.size))
    if _can_be_told(ways):
        left = []
        matrix = ways.matrix
        for sources in _blocks(ways):
            block = _Block.of(ways, matrix, sources)
            total += block.shares()
            left += block.unsure
    if not layer.directed:
        total /= 2
    return total + _slowly(layer, left) if left else total


def _slack(size: int) -> float:
    """Give how far two sums of at most so many rounded lengths can be apart, relatively."""
    return 4 * size * float(np.finfo(np.float64).eps)


def _can_be_told(ways: Lengths) -> bool:
    """Tell whether no way is so long that rounding could swallow a whole tie."""
    if not len(ways.rounded):
        return True
    longest = ways.size * float(ways.rounded.max())
    return longest * _slack(ways.size) < float(ways.rounded.min()) / 2


def _blocks(ways: Lengths) -> Iterator[Ints]:
    many = max(1, _AT_ONCE // max(len(ways.rounded), ways.size, 1))
    for first in range(0, ways.size, many):
        yield np.arange(first, min(first + many, ways.size))


@dataclass(frozen=True)
class _Block:
    """The ties on shortest ways from some sources: place ``row × size + organisation``."""

    size: int
    sources: Ints
    starts: Ints
    ends: Ints
    unsure: list[int]

    @classmethod
    def of(cls, ways: Lengths, matrix: csr_array, sources: Ints) -> _Block:
        from scipy.sparse.csgraph import dijkstra

        away: Floats = dijkstra(matrix, indices=sources)
        there = away[:, ways.targets]
        with np.errstate(invalid="ignore"):
            short = np.abs(away[:, ways.sources] + ways.rounded - there)
            row, tie = np.nonzero(short <= _slack(ways.size) * there)
        starts = row * ways.size + ways.sources[tie]
        ends = row * ways.size + ways.targets[tie]
        equal = _equal(starts, ends, ways.marks[tie], away.size)
        unsure = np.unique(row[~equal])
        sure = ~np.isin(row, unsure)
        return cls(ways.size, sources, starts[sure], ends[sure], sources[unsure].tolist())

    def shares(self) -> Floats:
        """Add up, for each organisation, its share of the shortest ways from these sources."""
        from scipy.sparse import csr_array

        rows = np.arange(len(self.sources))
        own, places = rows * self.size + self.sources, len(rows) * self.size
        ones, shape = np.ones(len(self.starts)), (places, places)
        there = csr_array((ones, (self.ends, self.starts)), shape=shape)
        home = csr_array((ones, (self.starts, self.ends)), shape=shape)
        start = np.zeros(places)
        start[own] = 1
        count = start + _carried(there, start)
        back = _carried(home, np.divide(1, count, out=np.zeros(places), where=count > 0))
        shares = count * back
        shares[own] = 0
        total: Floats = shares.reshape(len(rows), self.size).sum(axis=0)
        return total


def _equal(starts: Ints, ends: Ints, marks: Ints, places: int) -> Any:  # noqa: ANN401 - flags
    """Tell of each tie whether the exact way over it is as long as any other to its end.

    Each place takes one tie that leads to it; jumping twice as far each time adds up the marks on
    the way back to the source.
    """
    before, mark = np.arange(places), np.zeros(places, dtype=np.int64)
    before[ends], mark[ends] = starts, marks
    while True:
        further = before[before]
        if np.array_equal(further, before):
            return (mark[starts] + marks) % PRIME == mark[ends]
        mark = (mark + mark[before]) % PRIME
        before = further


def _carried(matrix: csr_array, values: Floats) -> Floats:
    """Add up what arrives after one tie, two ties and so on; shortest ways never go round."""
    total = np.zeros_like(values)
    values = matrix @ values
    while values.any():
        total += values
        values = matrix @ values
    return total


def _slowly(layer: Layer, sources: list[int]) -> Floats:
    """Do the same from some sources with the exact fractions, by networkx."""
    import networkx as nx

    graph: nx.Graph[str] = layer.to_networkx()
    ties: list[tuple[str, str, float]] = list(graph.edges(data="strength"))
    for one, other, strength in ties:
        if strength > 0:
            graph[one][other]["length"] = exact_length(strength)
        else:
            graph.remove_edge(one, other)
    start = [layer.order[one] for one in sources]
    shares = nx.betweenness_centrality_subset(graph, start, layer.order, weight="length")
    return np.array([shares[one] for one in layer.order])
