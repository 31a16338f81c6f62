"""How far everybody is away from an organisation, added up for each at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from netdeps.errors import check_option
from netdeps.graph import Layer
from netdeps.graph.arrays import Floats, Ints
from netdeps.graph.reach import Side, step_counts
from netdeps.measures.centrality.lengths import Distance, by_strength, length_matrix

Unreachable = Literal["reachable_share", "reachable_only", "undefined", "longest_plus_one"]
"""What becomes of those to whom there is no way."""

_AT_ONCE = 2**20
"""So many distances are held together: a few megabytes."""


@dataclass(frozen=True)
class Away:
    """What the distances to an organisation (or from it) add up to, in the order of the layer."""

    reached: Ints
    """How many others there is a way to."""
    total: Floats
    """The sum of the distances to those."""
    inverse: Floats
    """The sum of 1 / the distance."""
    longest: float
    """The longest of all shortest ways; 0 where there is none."""

    def near(self, unreachable: Unreachable) -> tuple[Floats, NDArray[np.bool_]]:
        """Give 1 / the mean distance, and for whom that means something."""
        others, total = len(self.reached) - 1, self.total
        share, defined = self.reached.astype(np.float64), self.reached > 0
        if unreachable == "reachable_share":
            share = share * share / others
        elif unreachable == "undefined":
            defined = self.reached == others
        elif unreachable == "longest_plus_one":
            total = total + (others - share) * (self.longest + 1)
            share, defined = np.full_like(share, others), np.full_like(defined, self.longest > 0)
        return np.divide(share, total, out=np.zeros_like(total), where=defined), defined


def away(layer: Layer, distance: Distance, side: Side) -> Away:
    """Add up the distances of each organisation."""
    check_option("direction", side, get_args(Side))
    return _by_length(layer, side) if by_strength(layer, distance) else _by_steps(layer, side)


def _by_steps(layer: Layer, side: Side) -> Away:
    counts = step_counts(layer, side)
    steps = np.arange(1, len(counts) + 1)[:, None]
    return Away(
        reached=counts.sum(axis=0),
        total=(counts * steps).sum(axis=0).astype(np.float64),
        inverse=(counts / steps).sum(axis=0),
        longest=float(len(counts)),
    )


def _by_length(layer: Layer, side: Side) -> Away:
    from scipy.sparse.csgraph import dijkstra

    matrix = length_matrix(layer)
    matrix = matrix if side == "out" else matrix.T.tocsr()
    reached, total = np.zeros(layer.size, dtype=np.int64), np.zeros(layer.size)
    inverse, longest = np.zeros(layer.size), 0.0
    many = max(1, _AT_ONCE // max(layer.size, 1))
    for first in range(0, layer.size, many):
        rows = np.arange(first, min(first + many, layer.size))
        far: Floats = dijkstra(matrix, indices=rows)
        far[rows - first, rows] = np.inf
        inverse[rows] = (1 / far).sum(axis=1)
        found = np.isfinite(far)
        reached[rows] = found.sum(axis=1)
        total[rows] = far.sum(axis=1, where=found)
        longest = max(longest, float(far.max(where=found, initial=0)))
    return Away(reached, total, inverse, longest)
