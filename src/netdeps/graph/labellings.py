"""The ways of handing out labels anew over the same organisations: all of them, or a sample.

A labelling is a column of numbers, one for each organisation, in which label 0 stands as often as
the first size says, label 1 as often as the second, and so on. They come in blocks of columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb, prod

import numpy as np

from netdeps.errors import check_draws
from netdeps.graph.arrays import Ints

MOST_EXACT = 200_000
"""Up to so many ways in which something could have fallen, all are looked at."""

_CELLS = 1 << 20
"""A block has at most so many numbers, so that it stays small whatever is asked."""


def labellings(
    sizes: Sequence[int], permutations: int, seed: int, *, most: int = MOST_EXACT
) -> tuple[bool, Iterator[Ints]]:
    """Give every way of handing out labels, or so many drawn ones, and whether it is every way.

    Raises
    ------
    OptionError
        When ``permutations`` or ``seed`` is no such number.

    Examples
    --------
    >>> exact, blocks = labellings([2, 1], 2000, 0)
    >>> exact, [block.tolist() for block in blocks]
    (True, [[[1, 0, 0], [0, 1, 0], [0, 0, 1]]])
    """
    check_draws("permutations", permutations, seed)
    if ways_to_label(sizes) <= most:
        return True, _every(sizes)
    return False, _drawn(sizes, permutations, seed)


def ways_to_label(sizes: Sequence[int]) -> int:
    """Count the different ways of handing out labels of which so many are there.

    Examples
    --------
    >>> ways_to_label([1, 2, 3])
    60
    """
    return prod(comb(sum(sizes[: place + 1]), size) for place, size in enumerate(sizes))


def _every(sizes: Sequence[int]) -> Iterator[Ints]:
    ways, block = ways_to_label(sizes), _width(sizes)
    for first in range(0, ways, block):
        yield _numbered(sizes, np.arange(first, min(first + block, ways)))


def _numbered(sizes: Sequence[int], numbers: Ints) -> Ints:
    """Give the labellings with these numbers.

    Everybody has the label that is there most often, and each other label takes its places among
    those that are left.
    """
    usual = int(np.argmax(sizes))
    labels = np.full((len(numbers), sum(sizes)), usual, dtype=np.int64)
    rows = np.arange(len(numbers))[:, None]
    for label, size in enumerate(sizes):
        if label != usual:
            free = (labels == usual).nonzero()[1].reshape(len(numbers), -1)
            numbers, chosen = np.divmod(numbers, comb(free.shape[1], size))
            labels[rows, free[rows, _chosen(chosen, free.shape[1], size)]] = label
    return np.ascontiguousarray(labels.T)


def _chosen(numbers: Ints, places: int, size: int) -> Ints:
    """Give the choices with these numbers of so many places (the combinatorial number system)."""
    found = np.zeros((len(numbers), size), dtype=np.int64)
    for column, several in enumerate(range(size, 0, -1)):
        smaller = np.array([comb(place, several) for place in range(places)], dtype=np.int64)
        found[:, column] = np.searchsorted(smaller, numbers, side="right") - 1
        numbers = numbers - smaller[found[:, column]]
    return found


def _drawn(sizes: Sequence[int], times: int, seed: int) -> Iterator[Ints]:
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    block = _width(sizes)
    for first in range(0, times, block):
        rows = np.tile(labels, (min(block, times - first), 1))
        yield np.ascontiguousarray(random.permuted(rows, axis=1).T)


def _width(sizes: Sequence[int]) -> int:
    return max(1, _CELLS // max(sum(sizes), 1))
