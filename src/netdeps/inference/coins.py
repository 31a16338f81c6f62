"""Tossing a coin for the direction of every contribution, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Literal, TypeAlias

import numpy as np

from netdeps.graph import Flow
from netdeps.graph.arrays import Ints
from netdeps.inference.permuted import Permutation
from netdeps.model import Pair, pair

Statistic = Literal["imbalance", "net", "reciprocity"]
"""What is looked at under each toss."""

_MOST_EXACT = 16
"""Up to so many coins, all ways in which they can fall are looked at."""

_BATCH = 256
"""So many tosses are worked out at a time."""

_BITS = 60
"""So many bits the digits that are added may come to: 64, less a sign and room for both parties."""

_Signs: TypeAlias = Mapping[str | Pair, int]
_Matrix: TypeAlias = Any  # a sparse matrix of 64 bits


@dataclass(frozen=True)
class Coins:
    """What each contribution adds to every balance, and which way it goes.

    All statistics come from Σ |balance|: over the organisations, over one of them, or over the
    pairs, since min(w, w') is half of w + w' - |w - w'|.
    """

    balances: Sequence[_Matrix]
    """What each contribution (a column) adds to each balance (a row) if heads.

    One matrix for each digit of the whole numbers, the last digit first.
    """
    width: int
    """The number of bits of a digit: as many digits as there are coins can be added in 64 bits."""
    ways: Ints
    """Which way each goes: 1 from the first of the two parties to the second, -1 back."""
    scale: int
    """How many whole numbers go into one unit."""
    brought: int
    """All amounts together, in these whole numbers."""
    statistic: Statistic

    @classmethod
    def of(
        cls, tossed: Sequence[tuple[Flow, Fraction]], statistic: Statistic, organisation: str | None
    ) -> Coins:
        """Lay the coins ready for contributions and their amounts."""
        scale = lcm(*(much.denominator for _, much in tossed))
        whole = [int(much * scale) for _, much in tossed]
        signs = [_signs(one, statistic, organisation) for one, _ in tossed]
        ways = [1 if one.giver == parties(one)[0] else -1 for one, _ in tossed]
        width = _BITS - len(whole).bit_length()
        digits = _matrices(whole, signs, width)
        return cls(digits, width, np.array(ways), scale, sum(whole), statistic)

    @property
    def number(self) -> int:
        """The number of coins."""
        return len(self.ways)

    def answer(self, flips: int, seed: int) -> Permutation:
        """Set what was seen against every way in which few coins can fall, or a sample of many."""
        if self.number <= _MOST_EXACT:
            return self._against(self._totals(self._all()), None)
        return self._against(self._totals(self._tosses(flips, seed)), seed)

    def _all(self) -> Iterator[Ints]:
        powers = 1 << np.arange(self.number)
        for start in range(0, 1 << self.number, _BATCH):
            numbers = np.arange(start, min(start + _BATCH, 1 << self.number))
            yield np.where(numbers[:, None] & powers, 1, -1)

    def _tosses(self, flips: int, seed: int) -> Iterator[Ints]:
        stream = np.random.default_rng(np.random.SeedSequence([seed, *b"direction_flips"]))
        for start in range(0, flips, _BATCH):
            size = (min(_BATCH, flips - start), self.number)
            yield np.where(stream.random(size) < 1 / 2, 1, -1)

    def _totals(self, fallen: Iterator[Ints]) -> list[int]:
        """Add the balances without their sign, for each way in which the coins fall."""
        return [total for ways in fallen for total in self._added(ways)]

    def _added(self, ways: Ints) -> list[int]:
        """Add digit by digit, carry what is too much for one over to the next, and drop the signs.

        After that no digit but the first is below 0, so that the first has the sign of the whole.
        """
        tossed = np.ascontiguousarray(ways.T)
        digits = [matrix @ tossed for matrix in self.balances]
        for place, digit in enumerate(digits[:-1]):
            digits[place + 1] += digit >> self.width
            digits[place] = digit & ((1 << self.width) - 1)
        signs = np.where(digits[-1] < 0, -1, 1)
        added = [(signs * digit).sum(axis=0).tolist() for digit in digits]
        return [
            sum(much << place * self.width for place, much in enumerate(total))
            for total in zip(*added, strict=True)
        ]

    def _against(self, totals: Sequence[int], seed: int | None) -> Permutation:
        (seen,) = self._totals(iter([self.ways[None, :]]))
        extreme = sum(1 for one in totals if one >= seen)
        itself = 0 if seed is None else 1  # what was seen counts as one of a sample
        values = {one: self._value(one) for one in {seen, *totals}}
        direct = self.statistic == "reciprocity"
        return Permutation(
            statistic=values[seen],
            p_value=(extreme + itself) / (len(totals) + itself),
            null=tuple(sorted(values[one] for one in totals)),
            alternative="less" if direct else "greater",
            seed=seed,
            most=1.0 if direct else None,
        )

    def _value(self, total: int) -> float:
        if self.statistic == "reciprocity":
            return float(1 - Fraction(total, self.brought))
        return float(Fraction(total, self.scale * (2 if self.statistic == "imbalance" else 1)))


def parties(one: Flow) -> Pair:
    """Give the two between whom something is brought, in the order of their ids."""
    return pair(one.giver, one.taker)


def _signs(one: Flow, statistic: Statistic, organisation: str | None) -> _Signs:
    """Say to which balances a contribution adds if it goes from the first party to the second."""
    first, second = parties(one)
    if statistic == "reciprocity":
        return {(first, second): 1}
    signs: _Signs = {first: 1, second: -1}
    return signs if organisation is None else {organisation: signs[organisation]}


def _matrices(whole: Sequence[int], signs: Sequence[_Signs], width: int) -> list[_Matrix]:
    """Lay out what each contribution adds to each balance, digit by digit."""
    from scipy.sparse import csr_array

    names = dict.fromkeys(name for each in signs for name in each)
    places = {name: place for place, name in enumerate(names)}
    columns = [column for column, each in enumerate(signs) for _ in each]
    rows = [places[name] for each in signs for name in each]
    sign = np.array([one for each in signs for one in each.values()])
    shape = (len(places), len(whole))
    return [
        csr_array((sign * digit[columns], (rows, columns)), shape=shape)
        for digit in _digits(whole, width)
    ]


def _digits(whole: Sequence[int], width: int) -> Iterator[Ints]:
    """Cut whole numbers into digits of so many bits, the last one first."""
    for place in range(0, max(whole).bit_length(), width):
        yield np.array([(much >> place) & ((1 << width) - 1) for much in whole])
