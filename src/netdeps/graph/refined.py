"""Linear equations in whole numbers, solved in floats and checked in whole numbers.

A solution in floats is set against the equations in whole numbers, what is left is solved again,
and so on: every round adds some ten digits. What comes out is right to the last digit of a float,
whatever the order of the organisations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netdeps.graph.arrays import Floats

Whole = NDArray[np.object_]
"""Whole numbers of any size."""

BITS = 96
"""Fixed point: so many binary digits stand behind the point."""

DONE = 1 << 24
"""What is left of an equation may be this much, in units of 2**-BITS."""

_PRECISION = 1e-9
"""How much of what was left is left after a round."""

_FLAT = 1e-20
"""So little, of what the degrees would give, a step is pulled at where all it does is lift everybody
alike; going on that way would run away."""


def whole(numbers: Iterable[int]) -> Whole:
    """Give whole numbers as an array."""
    listed = list(numbers)
    made: Whole = np.empty(len(listed), dtype=object)
    made[:] = listed
    return made


def floats(numbers: Whole, largest: int) -> Floats:
    """Give whole numbers as shares of the largest, however large they are."""
    return np.array([number / largest for number in numbers.tolist()])


def conjugate(
    pull: Callable[[Floats], Floats],
    degrees: Floats,
    wanted: Floats,
    precision: float = _PRECISION,
) -> Floats:
    """Solve ``pull(x) = wanted`` by conjugate gradients, with the degrees as preconditioner."""
    x = np.zeros_like(wanted)
    left = wanted.copy()
    eased = left / degrees
    way, heat = eased, float((left * eased).sum())
    cold = heat * precision**2
    for _ in range(10 * len(wanted) + 100):
        if heat <= cold:
            break
        pulled = pull(way)
        bent = float((way * pulled).sum())
        if bent <= _FLAT * float((degrees * way * way).sum()):
            break  # what is left is rounding, which nothing pulls at
        far = heat / bent
        x += far * way
        left -= far * pulled
        eased = left / degrees
        before, heat = heat, float((left * eased).sum())
        way = eased + heat / before * way
    return x


class Parts:
    """What can be made of given parts: the columns of a matrix of 0, 1 and -1."""

    def __init__(self, matrix: Any) -> None:  # noqa: ANN401 - scipy's classes differ per version
        self._matrix, self._turned = matrix.tocsr(), matrix.T.tocsr()
        self._degrees = np.diff(self._turned.indptr).astype(np.float64)

    def nearest(self, wanted: Whole) -> tuple[Whole, Whole]:
        """Give how much of each part comes nearest to what is wanted, and what is left of it.

        Nearest in the sum of squares; numbers in units of 2**-BITS.
        """
        found = whole([0] * self._turned.shape[0])
        while True:
            left = wanted - _times(self._matrix, found)
            pulled = _times(self._turned, left)
            largest = max(abs(pulled))
            if largest <= DONE:
                return found, left
            step = conjugate(self._pull, self._degrees, floats(pulled, largest))
            found = found + whole(int(part * 2.0**60) * largest >> 60 for part in step.tolist())

    def _pull(self, much: Floats) -> Floats:
        pulled: Floats = self._turned @ (self._matrix @ much)
        return pulled


def _times(matrix: Any, numbers: Whole) -> Whole:  # noqa: ANN401 - scipy's classes differ per version
    """Multiply in whole numbers; no row of the matrix is empty."""
    signed = numbers[matrix.indices] * whole(matrix.data.astype(int).tolist())
    added: Whole = np.add.reduceat(signed, matrix.indptr[:-1])
    return added
