"""The net flow between organisations, cut into what runs downstream and what goes round (Hodge).

Everything is added in whole numbers (see ``refined``), so that what is nothing comes out as nothing
and no result depends on the order of the organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any

import numpy as np

from netdeps.graph.circles import joined
from netdeps.graph.refined import BITS, Parts, Whole, whole
from netdeps.model import Pair, pair

_SURE = 1 << (BITS - 64)
"""Heights are sure to 2**-64 of the smallest amount, in units of 2**-BITS."""

_NOTHING = Fraction(1, 1 << 100)
"""A sum of squares below this, in squared units of the smallest amount, is one of 0."""


@dataclass(frozen=True)
class Stream:
    """Organisations that hang together by exchange, and the net flow in each of their pairs."""

    members: tuple[str, ...]
    flows: Mapping[Pair, Fraction]
    """What the first of each pair that exchanges anything brings to the second, less what comes back."""

    @property
    def strength(self) -> Fraction:
        """The sum of the squares of the net flows."""
        return sum((much * much for much in self.flows.values()), Fraction(0))

    @cached_property
    def potential(self) -> Mapping[str, Fraction]:
        """How far upstream each member stands; together they are 0."""
        heights, _ = self._downstream
        mean = sum(heights.tolist()) // len(self.members)
        found = zip(self.members, heights.tolist(), strict=True)
        return {one: Fraction(_rounded(height - mean), self._unit) for one, height in found}

    @cached_property
    def circular(self) -> Fraction:
        """The sum of squares of what no difference in height explains."""
        return self._squared(self._downstream[1])

    @cached_property
    def harmonic(self) -> Fraction:
        """The sum of squares of what goes round in circles of four and more, but not of three."""
        around = list(_triangles(self.flows))
        if not around or not self.circular:
            return self.circular
        left = self._downstream[1]
        place = {ends: number for number, ends in enumerate(self.flows)}
        sides = [[place[ends] for ends in ((a, b), (b, c), (a, c))] for a, b, c in around]
        used, rows = np.unique(np.array(sides).ravel(), return_inverse=True)
        matrix = _signed(rows, np.tile([1.0, 1.0, -1.0], len(around)), 3, len(used))
        beside = np.delete(left, used)
        return self._squared(np.r_[Parts(matrix).nearest(left[used])[1], beside])

    @cached_property
    def _scale(self) -> int:
        return lcm(*(much.denominator for much in self.flows.values()))

    @property
    def _unit(self) -> int:
        return self._scale << BITS

    @cached_property
    def _downstream(self) -> tuple[Whole, Whole]:
        """Give the heights that come nearest to the flows, and what is left of the flows."""
        place = {one: number for number, one in enumerate(self.members)}
        ends = np.array([place[one] for ends in self.flows for one in ends])
        amounts = whole(int(much * self._scale) << BITS for much in self.flows.values())
        across = _signed(ends, np.tile([1.0, -1.0], len(self.flows)), 2, len(self.members)).T
        return Parts(across).nearest(amounts)

    def _squared(self, left: Whole) -> Fraction:
        added = Fraction(sum(much * much for much in left.tolist()), 1 << 2 * BITS)
        return added / self._scale**2 if added > _NOTHING else Fraction(0)


def streams(brought: Mapping[Pair, Fraction]) -> list[Stream]:
    """Cut an exchange into groups that exchange nothing with one another, each sorted.

    Examples
    --------
    >>> (stream,) = streams({("a", "b"): Fraction(6), ("b", "a"): Fraction(2)})
    >>> {one: float(height) for one, height in stream.potential.items()}
    {'a': 2.0, 'b': -2.0}
    """
    flows: dict[Pair, Fraction] = {}
    for (giver, taker), much in brought.items():
        if much:
            ends = pair(giver, taker)
            signed = much if ends[0] == giver else -much
            flows[ends] = flows.get(ends, Fraction(0)) + signed
    groups = joined(flows, ways="weak")
    group = {one: number for number, members in enumerate(groups) for one in members}
    parted: list[dict[Pair, Fraction]] = [{} for _ in groups]
    for ends in sorted(flows):
        parted[group[ends[0]]][ends] = flows[ends]
    return [Stream(members, part) for members, part in zip(groups, parted, strict=True)]


def _rounded(height: int) -> int:
    """Round to the digits that are sure, so that what is 0 comes out as 0."""
    return (height + _SURE // 2) // _SURE * _SURE


def _signed(rows: Any, signs: Any, each: int, size: int) -> Any:  # noqa: ANN401 - arrays of numpy
    """Make a sparse matrix whose columns hold ``each`` signs, at these rows."""
    from scipy.sparse import csr_array

    columns = np.repeat(np.arange(len(rows) // each), each)
    return csr_array((signs, (rows, columns)), shape=(size, len(rows) // each))


def _triangles(pairs: Iterable[Pair]) -> Iterator[tuple[str, str, str]]:
    """Give triangles from which all others can be made, each sorted.

    Where somebody who comes before all three of a triangle exchanges with each of them, that
    triangle is the sum of three others, and is left out.
    """
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    for first, second in pairs:
        shared = near[first] & near[second]
        before = [one for one in shared if one < first]
        for third in sorted(one for one in shared if one > second):
            if near[third].isdisjoint(before):
                yield first, second, third
