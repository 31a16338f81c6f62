"""The pairs that only one organisation connects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from netdeps.graph import Layer
from netdeps.graph.arrays import Ints
from netdeps.measures.brokerage.open_paths import EVERY, Marks, paths_across

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Steps = tuple[Ints, Ints, Ints]
"""Where open two-paths begin, their middles, and where they end."""

_AT_ONCE = 2**21
"""So many two-paths are looked at together, so that memory stays bounded."""

_SEVERAL = 2


class SoleMiddles:
    """The open two-paths between different groups for which there is only one middle.

    Whoever has a single arc out, or a single arc in, is reached through one organisation alone:
    those are counted from the numbers of ties. Only the others are searched, by a product of the
    ties that counts the middles of each pair and names the sole one.
    """

    def __init__(self, layer: Layer, group: Ints, most: int) -> None:
        self._layer, self._group, self._most = layer, group, most
        sources, targets, _ = layer.arcs
        self._outs = np.bincount(sources, minlength=layer.size)
        self._ins = np.bincount(targets, minlength=layer.size)
        self._leave, self._arrive = self._outs[sources] >= _SEVERAL, self._ins[targets] >= _SEVERAL
        self.counts: Ints = np.zeros(layer.size, dtype=np.int64)
        self.pairs: list[list[tuple[int, int]]] = [[] for _ in layer.order]
        for first, middle, last in self._searched():
            self.counts += np.bincount(middle, minlength=layer.size)
            self._name(first, middle, last)
        self._add_plain()

    def _searched(self) -> Iterator[Steps]:
        """Find the sole middles where both ends have several ways to go."""
        sources = self._layer.arcs[0]
        tied = self._layer.matrix(values="ties")
        into = self._arcs(self._leave, np.ones(len(sources)))
        onward = self._arcs(self._arrive, 1 + 1j * sources)
        for rows in _portions(into, onward):
            middles = into[rows] @ onward - self._layer.size * tied[rows]
            yield self._sole(middles, rows.start)

    def _arcs(self, chosen: Marks, values: NDArray[np.number[Any]]) -> csr_array:
        from scipy.sparse import csr_array

        sources, targets, _ = self._layer.arcs
        size = self._layer.size
        ends = sources[chosen], targets[chosen]
        return csr_array((values[chosen], ends), shape=(size, size))

    def _sole(self, middles: csr_array, start: int) -> Steps:
        """Keep the pairs of different groups with one middle; those with a tie count below 0."""
        found = middles.tocoo()
        first, last = found.coords[0].astype(np.int64) + start, found.coords[1].astype(np.int64)
        sole = (found.data.real == 1) & (self._group[first] != self._group[last])
        if not self._layer.directed:
            sole &= first < last
        return first[sole], found.data.imag[sole].astype(np.int64), last[sole]

    def _name(self, first: Ints, middle: Ints, last: Ints) -> None:
        """Note the pairs that come first by their ids, as many as are asked for."""
        order = np.lexsort((last, first, middle))
        middles = middle[order]
        order = order[np.arange(len(order)) - np.searchsorted(middles, middles) < self._most]
        named = zip(first[order].tolist(), last[order].tolist(), strict=True)
        for one, pair in zip(middle[order].tolist(), named, strict=True):
            if len(self.pairs[one]) < self._most:
                self.pairs[one].append(pair)

    def _add_plain(self) -> None:
        """Add the pairs of which one end has a single way to go."""
        found = paths_across(self._layer, self._group, EVERY, EVERY)
        found -= paths_across(self._layer, self._group, self._leave, self._arrive)
        plain = found if self._layer.directed else found // 2
        self.counts += plain
        tied = self._layer.matrix(values="ties")
        back = tied.T.tocsr()
        for one in np.flatnonzero(plain).tolist():
            named = islice(self._plain(_row(back, one), _row(tied, one)), self._most)
            self.pairs[one] = sorted([*self.pairs[one], *named])[: self._most]

    def _plain(self, begins: Ints, ends: Ints) -> Iterator[tuple[int, int]]:
        """Give the pairs round one organisation of which one end has a single way to go."""
        single = ends[self._ins[ends] < _SEVERAL]
        for first in begins.tolist():
            among = ends if self._outs[first] < _SEVERAL else single
            fits = among[self._group[among] != self._group[first]]
            if not self._layer.directed:
                fits = fits[fits > first]
            yield from ((first, last) for last in fits.tolist())


def _portions(into: csr_array, onward: csr_array) -> Iterator[slice]:
    """Divide the rows so that each portion has a bounded number of two-paths."""
    lengths = np.diff(onward.indptr)
    done = np.cumsum(into @ lengths)
    start = 0
    while start < len(done):
        before = done[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(done, before + _AT_ONCE, side="right")))
        yield slice(start, stop)
        start = stop


def _row(matrix: csr_array, number: int) -> Ints:
    return matrix.indices[matrix.indptr[number] : matrix.indptr[number + 1]].astype(np.int64)
