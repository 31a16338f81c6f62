"""What comes round again of all that is brought, directly or through others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from netdeps.graph.circles import joined
from netdeps.graph.evenly import evenly
from netdeps.graph.refined import BITS
from netdeps.graph.rounds import Arrows, Rounds, largest_rounds
from netdeps.model import Pair

Amounts = Mapping[Pair, Fraction]
"""How much the first brings to the second."""


@dataclass(frozen=True)
class Circulation:
    """A largest circulation: nobody gets more of it than it brings, and no other is larger."""

    amounts: Amounts
    """How much of what each arrow brings comes round again."""
    open: frozenset[Pair]
    """The arrows on which other circulations, as large, have other amounts."""

    @property
    def total(self) -> Fraction:
        """All that comes round again."""
        return sum(self.amounts.values(), Fraction(0))


def largest_circulation(brought: Amounts) -> Circulation:
    """Find one of the largest circulations, exactly: whole numbers where all amounts are whole.

    Which one it is depends on the order of the names; how large it is, and which arrows are open,
    does not.

    Examples
    --------
    >>> found = largest_circulation({("a", "b"): Fraction(3), ("b", "a"): Fraction(1)})
    >>> found.total, sorted(found.open)
    (Fraction(2, 1), [])
    """
    amounts, open_ = dict.fromkeys(sorted(brought), Fraction(0)), set()
    for group in _groups(brought):
        rounds = largest_rounds(group.arrows)
        amounts |= group.named(rounds.carried, group.scale)
        open_ |= group.open(rounds)
    return Circulation(amounts, frozenset(open_))


def even_circulation(brought: Amounts) -> Circulation:
    """Find the largest circulation whose squared amounts are smallest: the most evenly spread.

    There is one, whatever the names. Arrows that are not open are exact; the others are right to
    2**-40 of the smallest unit that the amounts are counted in. (Where amounts on open arrows differ
    by a factor of 10**15, it may come out as another of the largest ones.)

    Examples
    --------
    >>> ways = {("a", "b"): 1, ("b", "c"): 1, ("c", "a"): 1, ("b", "d"): 1, ("d", "a"): 1}
    >>> found = even_circulation({way: Fraction(much) for way, much in ways.items()})
    >>> float(found.amounts["b", "c"]), found.total
    (0.5, Fraction(3, 1))
    """
    amounts, open_ = dict.fromkeys(sorted(brought), Fraction(0)), set()
    for group in _groups(brought):
        rounds = largest_rounds(group.arrows)
        amounts |= group.named(rounds.carried, group.scale)
        amounts |= group.spread(rounds)
        open_ |= group.open(rounds)
    return Circulation(amounts, frozenset(open_))


@dataclass(frozen=True)
class _Group:
    """Arrows among those who all reach one another along them, in whole numbers."""

    ways: tuple[Pair, ...]
    arrows: Arrows
    scale: int

    def named(self, carried: tuple[int, ...], scale: int) -> dict[Pair, Fraction]:
        found = zip(self.ways, carried, strict=True)
        return {way: Fraction(much, scale) for way, much in found}

    def open(self, rounds: Rounds) -> set[Pair]:
        return {way for way, free in zip(self.ways, rounds.open, strict=True) if free}

    def spread(self, rounds: Rounds) -> dict[Pair, Fraction]:
        """Give the most even amounts on the open arrows; the others have no choice."""
        chosen = [number for number, free in enumerate(rounds.open) if free]
        if not chosen:
            return {}
        found = evenly(self.arrows.only(chosen), [rounds.carried[one] for one in chosen])
        scale = self.scale << BITS
        return {
            self.ways[one]: Fraction(much, scale) for one, much in zip(chosen, found, strict=True)
        }


def _groups(brought: Amounts) -> list[_Group]:
    """Cut the arrows into groups; whatever leads from one group to another never comes round."""
    ways = sorted(way for way, much in brought.items() if much)
    scale = lcm(*(brought[way].denominator for way in ways))
    place = {
        name: (number, within)
        for number, members in enumerate(joined(ways, ways="strong"))
        for within, name in enumerate(members)
    }
    grouped: dict[int, list[Pair]] = {}
    for here, there in ways:
        if place[here][0] == place[there][0]:
            grouped.setdefault(place[here][0], []).append((here, there))
    return [_group(found, brought, scale, place) for _, found in sorted(grouped.items())]


def _group(
    ways: list[Pair], brought: Amounts, scale: int, place: Mapping[str, tuple[int, int]]
) -> _Group:
    ends = np.array([(place[here][1], place[there][1]) for here, there in ways], dtype=np.int64)
    most = tuple(int(brought[way] * scale) for way in ways)
    arrows = Arrows(int(ends.max()) + 1, ends[:, 0], ends[:, 1], most)
    return _Group(tuple(ways), arrows, scale)
