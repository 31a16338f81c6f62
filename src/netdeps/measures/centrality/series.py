"""Adding up over ways of any length, each step counting less than the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netdeps.errors import OptionError
from netdeps.graph.arrays import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SMALL = 64
"""Up to this size one solution is faster than many steps, and no library uses threads."""

_ALIKE = 1e-14
"""Two steps are the two before them, shrunk, when they differ from that by less, relatively."""

_ROUNDING = 1e-16
"""A rest that is smaller than this share of the sum changes nothing in it."""

_MOST_PAIRS = 50_000


def summed(matrix: csr_array, start: Floats, factor: float, shrinks: float) -> Floats:
    """Give start + factor·M·start + factor²·M²·start + …, which is (I - factor·M)⁻¹ start.

    ``shrinks`` is the share to which a step comes down in the long run: |factor| times the largest
    eigenvalue, below 1, and 0 where no tie goes round.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        if shrinks and len(start) <= _SMALL:
            return _solved(np.eye(len(start)) - factor * matrix.toarray(), start)
        return _added(matrix, start, factor, shrinks**2)


def _solved(square: Floats, start: Floats) -> Floats:
    return np.asarray(np.linalg.solve(square, start), dtype=np.float64)


def _added(matrix: csr_array, start: Floats, factor: float, shrinks: float) -> Floats:
    """Add up two steps at a time, until each two are the two before them, shrunk; or nothing.

    Two, because where ties go both ways every other step can be alike and the ones between not.
    """
    total, term = start.copy(), start
    for _ in range(_MOST_PAIRS):
        odd: Floats = factor * (matrix @ term)
        even: Floats = factor * (matrix @ odd)
        total += odd + even
        alike = max(_ALIKE * _most(term), _ROUNDING * (1 - shrinks) * _most(total))
        if not _most(even - shrinks * term) > shrinks * alike:
            return total + (odd + even) * (shrinks / (1 - shrinks))
        term = even
    raise OptionError("the factor of a step is too near the limit of this network to add up.")


def _most(values: Floats) -> float:
    return float(np.abs(values).max(initial=0))
