"""Betweenness in steps, for many sources abreast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netdeps.graph import Layer
from netdeps.graph.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_ABREAST = 32
"""So many sources at a time: what they need stays within the cache at 3,000 organisations."""

_DEEP = 32
"""With more steps than this from end to end, most of every step is spent on nobody."""


def betweenness_abreast(layer: Layer) -> Floats | None:
    """Give the sum of shares for each organisation, or nothing where ways are very long."""
    onward = layer.matrix(values="ties")
    back = onward.T.tocsr()
    total = np.zeros(layer.size)
    for first in range(0, layer.size, _ABREAST):
        steps = _steps(onward, back, np.arange(first, min(first + _ABREAST, layer.size)))
        if steps is None:
            return None
        total += _shares(onward, *steps)
    return total if layer.directed else total / 2


def _steps(
    onward: csr_array, back: csr_array, sources: Ints
) -> tuple[list[Floats], list[Floats]] | None:
    """Count the shortest ways, step by step: a row an organisation, a column a source.

    The second list holds 1 / the count for those who are that far away, and 0 for the others.
    """
    fresh = np.ones((back.shape[0], len(sources)))
    fresh[np.diff(back.indptr) == 0] = 0
    fresh[sources, np.arange(len(sources))] = 0
    ways = np.ascontiguousarray(onward[sources].toarray().T)
    counts: list[Floats] = []
    shares: list[Floats] = []
    while True:
        ways *= fresh
        found = np.minimum(ways, 1)
        if not found.any():
            return counts, shares
        if len(counts) == _DEEP:
            return None
        fresh -= found
        counts.append(ways)
        shares.append(found / np.maximum(ways, 1))
        ways = back @ ways


def _shares(onward: csr_array, counts: list[Floats], shares: list[Floats]) -> Floats:
    """Hand back, from the farthest to the nearest, what goes through each."""
    total = np.zeros(onward.shape[0])
    carried = shares[-1] if shares else total
    for count, share in zip(counts[-2::-1], shares[-2::-1], strict=True):
        through = (onward @ carried) * count
        total += through.sum(axis=1)
        carried = (through + 1) * share
    return total
