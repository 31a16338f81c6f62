"""Ties as unordered pairs, and every three that are tied to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netdeps.graph import Layer, Values
from netdeps.graph.arrays import Floats, Ints

Triangle = tuple[Ints, Ints, Ints]
"""For each three x, y, z, the numbers of the lines xy, xz and yz."""

_AT_ONCE = 2**20
"""So many pairs of lines are looked at together, so that memory stays bounded."""

_SPARE = 8
"""So many marks for each key: few of those that are not there share a mark with one that is."""


@dataclass(frozen=True, eq=False)
class Lines:
    """The ties of a layer as unordered pairs: line number e joins ``near[e]`` and ``far[e]``.

    Organisations are numbered by how many ties they have, fewest first, and ``near`` is the lower
    number. Whoever has many ties is then near in few lines, so that all triangles are found in a
    bounded time although some have thousands of ties (as in Chiba and Nishizeki 1985).
    """

    order: Ints
    """The place in the layer of each number."""
    keys: Ints
    """The two ends of each line in one number, in ascending order."""
    there: Floats
    """What runs from near to far; 0 for nothing."""
    back: Floats
    """What runs from far to near."""

    @classmethod
    def of(cls, layer: Layer, values: Values = "ties") -> Lines:
        """Make the lines of a layer; by strength, a tie of strength 0 is none."""
        sources, targets, weights = layer.sources, layer.targets, np.ones(len(layer.sources))
        if values == "strengths":
            kept = layer.strengths > 0
            sources, targets, weights = sources[kept], targets[kept], layer.strengths[kept]
        ends = np.bincount(sources, minlength=layer.size) + np.bincount(
            targets, minlength=layer.size
        )
        order = np.argsort(ends, kind="stable")
        rank = np.empty(layer.size, dtype=np.int64)
        rank[order] = np.arange(layer.size)
        one, other = rank[sources], rank[targets]
        keys = np.minimum(one, other) * layer.size + np.maximum(one, other)
        if not layer.directed:
            sort = np.argsort(keys)
            return cls(order, keys[sort], weights[sort], weights[sort])
        sort = np.argsort(keys)
        keys, up, weights = keys[sort], (one < other)[sort], weights[sort]
        new = np.ones(len(keys), dtype=bool)
        new[1:] = keys[1:] != keys[:-1]
        line = np.cumsum(new) - 1
        there = np.bincount(line, np.where(up, weights, 0.0)).astype(np.float64)
        back = np.bincount(line, np.where(up, 0.0, weights)).astype(np.float64)
        return cls(order, keys[new], there, back)

    @property
    def size(self) -> int:
        """The number of organisations."""
        return len(self.order)

    @cached_property
    def near(self) -> Ints:
        """The end of each line that has fewer ties."""
        return self.keys // max(self.size, 1)

    @cached_property
    def far(self) -> Ints:
        """The end of each line that has more ties."""
        return self.keys % max(self.size, 1)

    def sums(self, near: Floats, far: Floats) -> Floats:
        """Add for each number what its lines bring it, as the near end and as the far end."""
        total: Floats = np.bincount(self.near, near, self.size).astype(np.float64)
        total += np.bincount(self.far, far, self.size)
        return total

    def by_place(self, values: Floats) -> Floats:
        """Turn values by number into values in the order of the layer."""
        placed = np.empty_like(values)
        placed[self.order] = values
        return placed

    def triangles(self) -> Iterator[Triangle]:
        """Give every three that are tied to one another once, in portions."""
        after = np.searchsorted(self.near, self.near, side="right") - np.arange(len(self.near)) - 1
        done = np.cumsum(after)
        start = 0
        while start < len(after):
            before = done[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(done, before + _AT_ONCE, side="right")))
            yield self._closed(start, after[start:stop])
            start = stop

    def _closed(self, start: int, after: Ints) -> Triangle:
        """Pair each line with those after it that share its near end; keep those whose far ends are tied."""
        first = np.repeat(np.arange(start, start + len(after)), after)
        skipped = np.repeat(np.cumsum(after) - after, after)
        second = first + 1 + np.arange(len(first)) - skipped
        wanted = self.far[first] * self.size + self.far[second]
        likely = np.flatnonzero(self._marks[wanted & (len(self._marks) - 1)])
        first, second, wanted = first[likely], second[likely], wanted[likely]
        third = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        tied = self.keys[third] == wanted
        return first[tied], second[tied], third[tied]

    @cached_property
    def _marks(self) -> NDArray[np.bool_]:
        """Mark the last bits of every key: most pairs that are not tied are told apart by these."""
        marks = np.zeros(2 ** (_SPARE * len(self.keys)).bit_length(), dtype=bool)
        marks[self.keys & (len(marks) - 1)] = True
        return marks
