"""Every way of dividing organisations in two, set against a perfect core and periphery.

Divisions are numbered by their core: organisation i is in it where bit i is set. All sums are whole
numbers, so that equally good divisions are equal to the last digit.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import numpy as np

from netdeps.graph import Layer
from netdeps.graph.arrays import Ints


def best_cores(layer: Layer, *, ignored: bool) -> tuple[float, list[tuple[int, ...]]]:
    """Give the highest correlation, and every core that has it, as places in the layer's order.

    No core where no division correlates above 0.
    """
    squares, products = _correlations(layer, ignored=ignored)
    best = _highest(squares, products)
    if not best:
        return 0.0, []
    same = (products > 0) & (squares * best.denominator == best.numerator * products)
    cores = [_places(mask, layer.size) for mask in np.flatnonzero(same).tolist()]
    return sqrt(best), cores


def _correlations(layer: Layer, *, ignored: bool) -> tuple[Ints, Ints]:
    """Give r² of each division as a fraction of whole numbers; (0, 0) where it is not above 0."""
    n, within, sizes = layer.size, _ties_within(layer), _sizes(layer.size)
    core, rest = within, within[::-1]
    in_core, in_rest = sizes * (sizes - 1), sizes[::-1] * (sizes[::-1] - 1)
    if ignored:
        pairs, tied, ideal, met = in_core + in_rest, core + rest, in_core, core
    else:
        pairs, tied = np.full_like(within, n * (n - 1)), np.full_like(within, within[-1])
        ideal, met = pairs - in_rest, tied - rest
    covariance = pairs * met - tied * ideal
    spread = tied * (pairs - tied) * ideal * (pairs - ideal)
    better = covariance > 0  # and then there is a spread too
    return np.where(better, covariance**2, 0), np.where(better, spread, 0)


def _highest(squares: Ints, products: Ints) -> Fraction:
    """Give the highest of some fractions; rounding only chooses which are compared exactly."""
    with np.errstate(invalid="ignore"):
        rounded = np.nan_to_num(squares / products)
    near = np.flatnonzero(rounded >= rounded.max() * (1 - 1e-9))
    found = {(int(squares[one]), int(products[one])) for one in near if products[one]}
    return max((Fraction(*one) for one in found), default=Fraction(0))


def _ties_within(layer: Layer) -> Ints:
    """Count, for every set of organisations, the arcs that begin and end in it."""
    matrix = layer.dense(values="ties").astype(np.int64)
    both = matrix + matrix.T
    within = np.zeros(1, dtype=np.int64)
    for one in range(layer.size):
        to_set = np.zeros(1, dtype=np.int64)
        for other in range(one):
            to_set = np.concatenate([to_set, to_set + both[one, other]])
        within = np.concatenate([within, within + to_set])
    return within


def _sizes(n: int) -> Ints:
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(n):
        sizes = np.concatenate([sizes, sizes + 1])
    return sizes


def _places(mask: int, n: int) -> tuple[int, ...]:
    return tuple(place for place in range(n) if mask >> place & 1)
