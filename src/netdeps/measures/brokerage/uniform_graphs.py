"""How centralised a network is among all networks with as many organisations and as many ties.

With n and m fixed, the degree centralisation of Freeman hangs on the highest degree alone, since
Σ (highest - degree) = n · highest - 2m. So only highest degrees are counted, in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, islice
from math import comb

import numpy as np

from netdeps.graph import MOST_EXACT, Layer
from netdeps.graph.arrays import Ints

_CELLS = 1 << 21
"""So many degrees are counted at once: 16 MB."""


@dataclass(frozen=True)
class Position:
    """A centralisation among those of all networks of its size."""

    centralisation: Fraction
    probability: Fraction
    """The share of those networks that are as centralised or more; never 0."""
    expected: Fraction
    """The mean of their centralisation."""
    exact: bool
    """Whether all of them were looked at, or a sample."""


def centralisation_position(layer: Layer, *, graphs: int, seed: int) -> Position:
    """Set the degree centralisation of an undirected layer against all layers of its size."""
    n, m = layer.size, len(layer.sources)
    degrees = np.bincount(np.r_[layer.sources, layer.targets], minlength=n)
    highest = int(degrees.max())
    exact = comb(comb(n, 2), m) <= MOST_EXACT
    drawn = _highest_of_all(n, m) if exact else _highest_of_some(n, m, graphs, seed)
    mean = Fraction(int(drawn.sum()), len(drawn))
    above = int((drawn >= highest).sum())
    share = Fraction(above, len(drawn)) if exact else Fraction(above + 1, len(drawn) + 1)
    return Position(_centralisation(n, m, highest), share, _centralisation(n, m, mean), exact)


def _centralisation(n: int, m: int, highest: Fraction | int) -> Fraction:
    return Fraction(n * highest - 2 * m, (n - 1) * (n - 2))


def _highest_of_all(n: int, m: int) -> Ints:
    """Give the highest degree in every network; of many ties by the ties that are not there."""
    absent = comb(n, 2) - m
    turned = absent < m
    size = min(m, absent)
    every = combinations(range(comb(n, 2)), size)
    found = [_extreme(ties, n, turned=turned) for ties in _batches(every, size, n)]
    return np.concatenate(found)


def _batches(every: Iterator[tuple[int, ...]], size: int, n: int) -> Iterator[Ints]:
    rows = max(1, _CELLS // n)
    while batch := list(islice(every, rows)):
        flat = np.fromiter(chain.from_iterable(batch), dtype=np.int64, count=len(batch) * size)
        yield flat.reshape(len(batch), size)


def _highest_of_some(n: int, m: int, graphs: int, seed: int) -> Ints:
    """Give the highest degree in so many networks, each drawn with the same chance."""
    random = np.random.default_rng(seed)
    found = np.empty(graphs, dtype=np.int64)
    for number in range(graphs):
        ties = random.choice(comb(n, 2), size=m, replace=False, shuffle=False)
        found[number] = _extreme(ties.reshape(1, m), n, turned=False)[0]
    return found


def _extreme(ties: Ints, n: int, *, turned: bool) -> Ints:
    """Give the highest degree of each row of ties; with ``turned`` that of all other ties."""
    starts = np.concatenate([[0], np.cumsum(np.arange(n - 1, 0, -1))])
    first = np.searchsorted(starts, ties, side="right") - 1
    second = ties - starts[first] + first + 1
    place = np.arange(len(ties), dtype=np.int64)[:, None] * n
    ends = np.concatenate([place + first, place + second], axis=1).ravel()
    degrees = np.bincount(ends, minlength=len(ties) * n).reshape(len(ties), n)
    highest: Ints = n - 1 - degrees.min(axis=1) if turned else degrees.max(axis=1)
    return highest
