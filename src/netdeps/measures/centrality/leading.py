"""The largest eigenvalue of a layer and its vector, the same whatever the number of threads.

No product goes through BLAS: it adds up in another order when it has another number of threads.
Below ``_SMALL`` it has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from netdeps.graph.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SMALL = 48
"""Up to this size a square array is faster than a sparse one, and no library uses threads."""

_BASIS = 20
"""So many vectors are looked at together before starting again from the best mix of them."""

_ROUNDS = 400
"""After so many rounds the largest eigenvalue cannot be told from the next."""

_EXACT = 2e-15
"""How far the vector may be from one that only becomes longer, relative to its eigenvalue."""

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
    """Whether the eigenvalue could be told from the next."""


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


def radius(matrix: csr_array) -> float:
    """Give the largest eigenvalue; 0 where no tie goes round."""
    return max((one.value for one in leading(matrix)), default=0.0)


def perron(matrix: csr_array, members: Ints) -> Leading:
    """Give the largest eigenvalue of a part in which everybody reaches everybody."""
    if len(members) <= _SMALL:
        value, vector = _best(matrix.toarray())
        return Leading(value, np.abs(vector), members)
    vector = np.ones(len(members))
    for _ in range(_ROUNDS):
        value, vector, error = _improved(matrix, vector)
        if error <= _EXACT * value:
            return Leading(value, np.abs(vector), members)
    return Leading(value, np.abs(vector), members, told_apart=False)


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


def _best(square: Floats) -> tuple[float, Floats]:
    if np.array_equal(square, square.T):
        from scipy.linalg import eigh

        values, vectors = eigh(square, driver="ev")  # the others wait for threads at this size
        return float(values[-1]), vectors[:, -1]
    values, vectors = np.linalg.eig(square)
    first = int(np.argmax(values.real))
    return float(values[first].real), np.ascontiguousarray(vectors[:, first].real)


def _improved(matrix: csr_array, start: Floats) -> tuple[float, Floats, float]:
    """Give the best eigenvector in the space of the next few powers (Arnoldi), and its error."""
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
    value, mix = _best(small[:size, :size])
    mix /= _length(mix)
    return value, np.einsum("i,ij->j", mix, basis[:size]), float(rest * abs(mix[-1]))


def _length(vector: Floats) -> float:
    return float(np.sqrt((vector * vector).sum()))
