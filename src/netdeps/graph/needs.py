"""How much two organisations need each other, in exact fractions.

A need counts for the share that hangs on one dependee: all of it where each dependee is needed,
and one part of it where they are alternatives. Fractions keep every sum independent of the order
of the statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod

from netdeps.model import Dependency, Level, Network, Pair, pair

HIGHEST_IMPORTANCE = 3


@dataclass(frozen=True, slots=True)
class NeedPart:
    """The part of one need that hangs on one dependee."""

    weight: Fraction
    """Importance on a fixed scale (1, 2, 3 count 1/4, 1/2, 3/4) times the part that hangs on it."""
    level: Level | None
    """The level at which it has to be arranged; None where every level matters alike."""
    need: str
    """The id of the dependency."""


@dataclass(frozen=True)
class PairNeed:
    """All that two organisations need from each other, in either direction."""

    parties: Pair
    parts: tuple[NeedPart, ...]

    @cached_property
    def requirement(self) -> Fraction:
        """How badly the two need to be able to talk to each other, from 0 to 1."""
        return together(part.weight for part in self.parts)

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the dependencies."""
        return tuple(sorted({part.need for part in self.parts}))

    def by_level(self, levels: tuple[Level, ...]) -> dict[Level, Fraction]:
        """Give the share of the need that has to be arranged at each level; together 1.

        A need with a level counts wholly there, a need without one equally over the levels.
        Needs at a level that one of the two does not have are left out; where no other need is
        left, the levels count equally.
        """
        shares = dict.fromkeys(levels, Fraction(0))
        for part in self.parts:
            at = levels if part.level is None else tuple({part.level} & set(levels))
            for level in at:
                shares[level] += part.weight / len(at)
        total = sum(shares.values())
        if not total:
            return dict.fromkeys(levels, Fraction(1, max(len(levels), 1)))
        return {level: share / total for level, share in shares.items()}


def criticality(need: Dependency) -> Fraction:
    """Give the part of a need that hangs on each of its dependees."""
    return Fraction(1) if need.mode == "all" else Fraction(1, len(need.dependees))


def need_weight(need: Dependency) -> Fraction:
    """Give how much a need weighs on each of its dependees, from 0 to 1, on a fixed scale."""
    return Fraction(need.importance, HIGHEST_IMPORTANCE + 1) * criticality(need)


def together(weights: Iterable[Fraction]) -> Fraction:
    """Give how much several needs weigh together: each takes its part of what is left to 1."""
    return 1 - prod((1 - one for one in weights), start=Fraction(1))


def dependums(needs: Iterable[Dependency]) -> tuple[str, ...]:
    """Give what is needed, each thing once."""
    return tuple(sorted({need.dependum for need in needs}))


def needs_between(
    network: Network, *, issue: str | None = None, level: Level | None = None
) -> Mapping[Pair, PairNeed]:
    """Give, for each pair of which one needs the other, all that they need from each other."""
    found: dict[Pair, list[NeedPart]] = {}
    for need in chosen_needs(network, issue=issue, level=level):
        for parties, part in _parts(need, network):
            found.setdefault(parties, []).append(part)
    return {one: PairNeed(one, tuple(found[one])) for one in sorted(found)}


def _parts(need: Dependency, network: Network) -> Iterator[tuple[Pair, NeedPart]]:
    weight = need_weight(need)
    for dependee in need.dependees:
        if dependee != need.depender and dependee in network.names:
            yield pair(need.depender, dependee), NeedPart(weight, need.level, need.id)


@dataclass(frozen=True)
class OneWayNeed:
    """All that one organisation needs from another, from outside, or from itself."""

    amount: Fraction
    """The sum of importance times the part that hangs on the dependee."""
    share: Fraction
    """The same as a share of the importance of all that the depender needs."""
    needs: tuple[Dependency, ...]
    """The dependencies, sorted by id."""


def needs_from(
    network: Network, *, issue: str | None = None, level: Level | None = None
) -> dict[tuple[str, str], OneWayNeed]:
    """Give what each depender needs from each dependee, somebody outside the network included.

    The share is the sum of importance times the part that hangs on the dependee, over all needs of
    the depender, divided by the sum of their importance (Pant and Yu 2025, arXiv:2510.18802). The
    first of a pair is the depender; what it can meet itself stands on the diagonal.
    """
    found: dict[tuple[str, str], list[Dependency]] = {}
    totals: dict[str, int] = {}
    for need in chosen_needs(network, issue=issue, level=level):
        totals[need.depender] = totals.get(need.depender, 0) + need.importance
        for dependee in dict.fromkeys(need.dependees):
            found.setdefault((need.depender, dependee), []).append(need)
    return {key: _one_way(found[key], key[1], totals[key[0]]) for key in sorted(found)}


def _one_way(needs: list[Dependency], dependee: str, total: int) -> OneWayNeed:
    parts = (need.importance * _part_on(need, dependee) for need in needs)
    amount = sum(parts, Fraction(0))
    return OneWayNeed(amount, amount / total, tuple(sorted(needs, key=lambda need: need.id)))


def _part_on(need: Dependency, dependee: str) -> Fraction:
    """Give the part of a need that hangs on one dependee; of several outside on them together."""
    return min(Fraction(1), criticality(need) * need.dependees.count(dependee))


def dependence_shares(
    network: Network, *, issue: str | None = None, level: Level | None = None
) -> dict[tuple[str, str], Fraction]:
    """Give which share of what matters to the first can only come true through the second.

    As in ``needs_from``, without what hangs on somebody outside the network.
    """
    found = needs_from(network, issue=issue, level=level)
    return {key: need.share for key, need in found.items() if key[1] in network.names}


def chosen_needs(
    network: Network, *, issue: str | None = None, level: Level | None = None
) -> list[Dependency]:
    """Give the needs of an issue, and those that a level concerns: its own and those without one."""
    return [
        need
        for need in network.dependencies
        if issue in {None, need.issue} and (level is None or need.level in {level, None})
    ]
