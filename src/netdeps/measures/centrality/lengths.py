"""How long a tie is when a strong one is a short way."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from netdeps.errors import OptionError, check_option
from netdeps.graph import Layer
from netdeps.graph.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Distance = Literal["steps", "inverse_strength"]

PRIME = 2**61 - 1
"""Marks are remainders by this prime: two of them still add up within 64 bits."""

_FINEST = 1_000_000
"""Strengths are read as fractions up to this denominator, so that equal lengths are equal."""

_WEAKEST = 1e-300
"""What is weaker than this would be longer than a number can be."""


@dataclass(frozen=True)
class Lengths:
    """The ties that are a way, with the length of each: rounded, and a mark of the exact one.

    A length is 1 / the strength, an exact fraction; its mark is that fraction modulo a prime. The
    marks along a way add up as the lengths do, so that ways of the same length have the same mark;
    that two of different length have it too has a chance of 1 in 2 × 10¹⁸.
    """

    size: int
    sources: Ints
    targets: Ints
    rounded: Floats
    marks: Ints

    @classmethod
    def of(cls, layer: Layer) -> Lengths:
        """Measure the ties of a layer; a tie of strength 0 is no way."""
        sources, targets, strengths = layer.arcs
        way = strengths > 0
        found, number = np.unique(strengths[way], return_inverse=True)
        exact = [exact_length(one) for one in found.tolist()]
        rounded = np.array([1 / max(float(1 / one), _WEAKEST) for one in exact], dtype=np.float64)
        marks = np.array([_mark(one) for one in exact], dtype=np.int64)
        return cls(layer.size, sources[way], targets[way], rounded[number], marks[number])

    @property
    def matrix(self) -> csr_array:
        """The rounded lengths as a sparse matrix: row is from, column is to."""
        from scipy.sparse import csr_array

        shape = (self.size, self.size)
        return csr_array((self.rounded, (self.sources, self.targets)), shape=shape)


def length_matrix(layer: Layer) -> csr_array:
    """Give 1 / the strength of each tie that is a way, rounded: row is from, column is to."""
    from scipy.sparse import csr_array

    sources, targets, strengths = layer.arcs
    way = strengths > 0
    lengths = 1 / np.maximum(strengths[way], _WEAKEST)
    return csr_array((lengths, (sources[way], targets[way])), shape=(layer.size, layer.size))


def by_strength(layer: Layer, distance: Distance) -> bool:
    """Tell whether strengths make the distances, and refuse it where they have no highest value."""
    check_option("distance", distance, get_args(Distance))
    if distance == "inverse_strength" and layer.name == "contribution":
        raise OptionError(
            "amounts have no highest value, so no length follows from them; use distance='steps'."
        )
    return distance == "inverse_strength"


def exact_length(strength: float) -> Fraction:
    """Give 1 / the strength, as it was written."""
    read = Fraction(strength)
    return 1 / (read.limit_denominator(_FINEST) or read)


def _mark(length: Fraction) -> int:
    return length.numerator * pow(length.denominator, -1, PRIME) % PRIME
