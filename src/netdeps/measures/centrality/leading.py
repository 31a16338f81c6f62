"""The largest eigenvalue of a layer and its vector, the same whatever the number of threads.

No product goes through BLAS: it adds up in another order when it has another number of threads.
Below ``_SMALL`` it has one; what a larger square array gives is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from netdeps.graph.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SMALL = 48
"""Up to this size a square array is faster than a sparse one, and no library uses threads."""

_BASIS = 20
"""So many vectors are looked at together before starting again from the best mix of them."""

_MOST_DENSE = 600
"""Up to this size a square array finds what rounds do not; rounded, since libraries use threads."""

_ROUNDS = 60
"""After so many rounds a square array takes over …"""

_ROUNDS_OF_MANY = 400
"""… and after so many, where that would be too large, the largest eigenvalue is not found."""

_ONE_SIGN = 1e-8
"""The vector that is sought has one sign: so much against it, relative to the highest, is rounding."""

_NEAR = 1e-6
"""The next eigenvalue is at least so far away, relatively, or the vector is not sure to nine digits."""

_EXACT = 2e-15
"""How far the vector may be from one that only becomes longer, relative to its eigenvalue."""

_DIGITS = 12

EQUAL = 1e-9
"""Two eigenvalues that differ by less, relatively, count as equal."""


@dataclass(frozen=True)
class Leading:
    """The largest eigenvalue of a part in which everybody reaches everybody."""

    value: float
    vector: Floats
    """Positive, in the order of ``members``."""
    members: Ints
    told_apart: bool = True
    """Whether it is sure that this is the vector: the next eigenvalue is far enough."""
    sure: bool = True
    """Whether it is sure that this is the eigenvalue."""


def leading(matrix: csr_array) -> list[Leading]:
    """Give the parts with the largest eigenvalue of a matrix without negative values.

    One part, or several that are equally large; none where no tie lies on a loop.
    """
    found: list[Leading] = []
    for most, members in _parts(matrix):
        if found and most < found[0].value * (1 - EQUAL):
            break
        one = perron(_within(matrix, members), members)
        found = [one, *found] if not found or one.value > found[0].value else [*found, one]
    return [one for one in found if one.value >= found[0].value * (1 - EQUAL)]


def radius(matrix: csr_array) -> float | None:
    """Give the largest eigenvalue: 0 where no tie goes round, None where it cannot be found."""
    found = leading(matrix)
    if not all(one.sure for one in found):
        return None
    return max((one.value for one in found), default=0.0)


def perron(matrix: csr_array, members: Ints) -> Leading:
    """Give the largest eigenvalue of a part in which everybody reaches everybody."""
    size = len(members)
    if size <= _SMALL:
        return _dense(matrix, members)
    vector, gap = np.ones(size), 1.0
    for _ in range(_ROUNDS if size <= _MOST_DENSE else _ROUNDS_OF_MANY):
        value, vector, error, apart = _improved(matrix, vector)
        gap = gap if apart is None else apart
        vector *= np.sign(vector.sum()) or 1.0
        right = error <= _EXACT * value and vector.min() >= -_ONE_SIGN * vector.max()
        vector = np.abs(vector)
        if right:
            return Leading(value, vector, members, told_apart=gap >= _NEAR)
    if size > _MOST_DENSE:
        return Leading(value, vector, members, told_apart=False, sure=False)
    found = _dense(matrix, members)
    whole = np.round(found.vector / found.vector.max(), _DIGITS)
    return replace(found, value=float(f"{found.value:.{_DIGITS}g}"), vector=whole)


def _dense(matrix: csr_array, members: Ints) -> Leading:
    value, vector, gap = _best(matrix.toarray())
    return Leading(value, np.abs(vector), members, told_apart=gap is None or gap >= _NEAR)


def _parts(matrix: csr_array) -> list[tuple[float, Ints]]:
    """Give the parts in which everybody reaches everybody, those that can have most first.

    No eigenvalue is larger than the largest sum of a row.
    """
    from scipy.sparse.csgraph import connected_components

    _, part = connected_components(matrix, connection="strong")
    if not part.any():
        within = matrix.sum(axis=1)
        return [(float(within.max()), np.arange(len(part)))] if len(part) > 1 else []
    ties = matrix.tocoo()
    rows, columns = ties.coords
    inner = part[rows] == part[columns]
    within = np.bincount(rows[inner], ties.data[inner], len(part))
    by_part = np.argsort(part, kind="stable")
    groups = np.split(by_part, np.flatnonzero(np.diff(part[by_part])) + 1)
    found = [(float(within[group].max()), group) for group in groups if len(group) > 1]
    return sorted(found, key=lambda one: -one[0])


def _within(matrix: csr_array, members: Ints) -> csr_array:
    return matrix if len(members) == matrix.shape[0] else matrix[members][:, members]


def _best(square: Floats) -> tuple[float, Floats, float | None]:
    """Give the largest eigenvalue, its vector, and how far the next one is, relatively."""
    if np.array_equal(square, square.T):
        from scipy.linalg import eigh

        values, vectors = eigh(square, driver="ev")  # the others wait for threads at this size
        first = len(values) - 1
    else:
        values, vectors = np.linalg.eig(square)
        first = int(np.argmax(values.real))
    value = float(values[first].real)
    others = np.abs(np.delete(values, first) - values[first])
    gap = float(others.min()) / value if len(others) and value > 0 else None
    return value, np.ascontiguousarray(vectors[:, first].real), gap


def _improved(matrix: csr_array, start: Floats) -> tuple[float, Floats, float, float | None]:
    """Give the best eigenvector in the space of the next few powers (Arnoldi), its error and the gap."""
    basis = np.zeros((_BASIS + 1, len(start)))
    small = np.zeros((_BASIS + 1, _BASIS))
    basis[0] = start / _length(start)
    for step in range(_BASIS):
        new = matrix @ basis[step]
        before, rest = np.inf, _length(new)
        while rest < before / 2:
            before = rest
            shares = np.einsum("ij,j->i", basis[: step + 1], new)
            new -= np.einsum("i,ij->j", shares, basis[: step + 1])
            small[: step + 1, step] += shares
            rest = _length(new)
            if rest <= _EXACT * small[0, 0]:
                break
        small[step + 1, step] = rest
        if rest <= _EXACT * small[0, 0]:
            break
        basis[step + 1] = new / rest
    size = step + 1
    value, mix, gap = _best(small[:size, :size])
    mix /= _length(mix)
    return value, np.einsum("i,ij->j", mix, basis[:size]), float(rest * abs(mix[-1])), gap


def _length(vector: Floats) -> float:
    return float(np.sqrt((vector * vector).sum()))
