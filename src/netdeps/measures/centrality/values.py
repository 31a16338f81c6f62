"""A layer as a matrix, with each tie alike or by its strength."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, get_args

from netdeps.errors import OptionError, check_option, quoted
from netdeps.graph import Layer
from netdeps.graph.arrays import Floats
from netdeps.measures.centrality.leading import EQUAL
from netdeps.words import Phrase

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Values = Literal["ties", "strengths"]
"""Whether each tie counts alike, or by its strength."""


def valued(layer: Layer, values: Values) -> csr_array:
    """Give the layer as a sparse matrix, without the ties that have no strength."""
    matrix = layer.matrix(values=values)
    if matrix.data.all():
        return matrix
    matrix = matrix.copy()
    matrix.eliminate_zeros()
    return matrix


def lacks_values(layer: Layer, values: Values) -> Phrase | None:
    """Say why strengths that are asked for say nothing, where they do not."""
    check_option("values", values, get_args(Values))
    return layer.unmeasured if values == "strengths" else None


def below_limit(option: str, found: float | None, largest: float, default: float) -> float:
    """Give the factor of a step, and refuse one with which the sum over all ways has no end."""
    if found is None:
        return default
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise OptionError(f"the {option} {quoted(found)} is not a number.")
    if abs(found) * largest >= 1 - EQUAL:
        raise OptionError(
            f"the {option} {quoted(found)} is not below the limit of this network: it has to stay "
            f"between {-1 / largest:.6g} and {1 / largest:.6g}, which is 1 / its largest eigenvalue."
        )
    return float(found)


def finite(option: str, found: float, totals: Floats) -> Floats:
    """Refuse a factor that makes sums larger than a number can be."""
    if not all(map(math.isfinite, totals.tolist())):
        raise OptionError(
            f"the {option} {quoted(found)} makes sums that are too large to write down; "
            "take one nearer to 0."
        )
    return totals
