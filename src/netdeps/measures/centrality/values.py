"""A layer as a matrix, with each tie alike or by its strength."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from netdeps.errors import OptionError, quoted
from netdeps.graph import Layer, Values, as_number, lacks_values
from netdeps.graph.arrays import Floats
from netdeps.measures.centrality.leading import EQUAL

if TYPE_CHECKING:
    from scipy.sparse import csr_array

__all__ = ["Values", "below_limit", "finite", "lacks_values", "valued"]


def valued(layer: Layer, values: Values) -> csr_array:
    """Give the layer as a sparse matrix, without the ties that have no strength."""
    matrix = layer.matrix(values=values)
    if matrix.data.all():
        return matrix
    matrix = matrix.copy()
    matrix.eliminate_zeros()
    return matrix


def below_limit(option: str, found: float | None, largest: float, default: float) -> float:
    """Give the factor of a step, and refuse one with which the sum over all ways has no end."""
    if found is None:
        return default
    number = as_number(found)
    if number is None:
        raise OptionError(f"the {option} {quoted(found)} is not a number.")
    factor = float(number)
    if abs(factor) * largest >= 1 - EQUAL:
        raise OptionError(
            f"the {option} {quoted(found)} is not below the limit of this network: it has to stay "
            f"between {-1 / largest:.6g} and {1 / largest:.6g}, which is 1 / its largest eigenvalue."
        )
    return factor


def finite(option: str, found: float, totals: Floats) -> Floats:
    """Refuse a factor that makes sums larger than a number can be."""
    if not all(map(math.isfinite, totals.tolist())):
        raise OptionError(
            f"the {option} {quoted(found)} makes sums that are too large to write down; "
            "take one nearer to 0."
        )
    return totals
