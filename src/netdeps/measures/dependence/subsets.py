"""The smallest sets of a small knot, from all subsets of its members at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netdeps.measures.dependence.knot import Knot
from netdeps.measures.dependence.search import MOST_SETS, Answer

MOST_MEMBERS = 20
"""Knots of up to so many members are searched whole: a million subsets."""

_Numbers = NDArray[np.int32]


def all_movers(knot: Knot) -> Answer:
    """Find every smallest set of members of whom it takes all to move first."""
    size = len(knot.members)
    subsets = np.arange(1 << size, dtype=np.int32)
    stuck = subsets > 0
    for one, held in knot.held.items():
        stuck &= (subsets & one == 0) | _within((awaited for _, awaited in held), subsets)
    for without, with_one in _halves(stuck, size):
        # What holds itself does so within any larger set.
        np.logical_or(without, with_one, out=with_one)
    left = np.where(stuck, -1, _sizes(size))
    found = knot.everybody & ~np.flatnonzero(left == left.max())
    least = size - int(left.max())
    return _answer(least, sorted(found.tolist()))


def all_droppings(knot: Knot) -> Answer:
    """Find every smallest set of waits that it takes to drop, from the orders in which to move."""
    plan = _Plan(knot)
    try:
        found = plan.droppings(0)
    except _TooManyError:
        found = set()
    return _answer(int(plan.togo[0]), sorted(found))


def _answer(least: int, sets: list[int]) -> Answer:
    listed = tuple(sets) if len(sets) <= MOST_SETS else ()
    return Answer(least, least, complete=True, sets=listed)


def _within(sets: Iterable[int], subsets: _Numbers) -> NDArray[np.bool_]:
    found = np.zeros(len(subsets), dtype=bool)
    for one in sets:
        found |= subsets & one == one
    return found


def _sizes(size: int) -> _Numbers:
    """Count the members of every subset."""
    sizes = np.zeros(1 << size, dtype=np.int32)
    for without, with_one in _halves(sizes, size):
        with_one[:] = without + 1
    return sizes


def _halves(values: NDArray[Any], size: int) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
    """Part the values of all subsets, for each member, into those without it and those with it."""
    for number in range(size):
        pairs = values.reshape(-1, 2, 1 << number)
        yield pairs[:, 0], pairs[:, 1]


class _TooManyError(Exception):
    """There are more sets than are listed."""


class _Plan:
    """The fewest waits to drop from each set of members that have moved, until all have.

    The dynamic programme of Held and Karp over subsets, of which the next to move is chosen: it
    drops what still holds it.
    """

    def __init__(self, knot: Knot) -> None:
        self.knot = knot
        self._known: dict[int, set[int]] = {knot.everybody: {0}}

    @cached_property
    def costs(self) -> dict[int, _Numbers]:
        """How many holds are on each member, by who has moved."""
        moved = np.arange(self.knot.everybody + 1, dtype=np.int32)
        costs = {one: np.zeros_like(moved) for one in self.knot.held}
        for one, held in self.knot.held.items():
            for _, awaited in held:
                costs[one] += moved & awaited == 0
        return costs

    @cached_property
    def togo(self) -> _Numbers:
        """How many holds have to be dropped yet, by who has moved."""
        sizes = _sizes(len(self.knot.members))
        togo = np.where(sizes == sizes.max(), 0, np.iinfo(np.int32).max)
        for size in range(int(sizes.max()) - 1, -1, -1):
            layer = np.flatnonzero(sizes == size)
            for one, cost in self.costs.items():
                moved = layer[layer & one == 0]
                togo[moved] = np.minimum(togo[moved], cost[moved] + togo[moved | one])
        return togo

    def droppings(self, moved: int) -> set[int]:
        """Give every smallest set of holds to drop that is left to choose."""
        moved = self.knot.everybody & ~self.knot.still(moved)
        if moved not in self._known:
            found: set[int] = set()
            for one in self._next(moved):
                dropped = self.knot.grip(one, self.knot.everybody & ~moved)
                found |= {dropped | more for more in self.droppings(moved | one)}
                if len(found) > MOST_SETS:
                    raise _TooManyError
            self._known[moved] = found
        return self._known[moved]

    def _next(self, moved: int) -> list[int]:
        """Give whoever may move next at no more cost than has to be."""
        return [
            one
            for one, cost in self.costs.items()
            if not moved & one and cost[moved] + self.togo[moved | one] == self.togo[moved]
        ]
