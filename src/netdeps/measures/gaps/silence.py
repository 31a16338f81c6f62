"""What the answers of those who were not asked could change about a missing contact.

Each party of a pair may be silent at a level: it was not asked, and said nothing. It could answer
yes or no. At every level the answers change a part of the severity of their own, so that all of
them can be counted without writing them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import prod

from netdeps.graph import CERTAINTY, Contacts, exact
from netdeps.measures.gaps.measured import HIGH, MIDDLE, MeasuredPair, band

Heard = frozenset[bool] | None
"""What a party says of a contact; None where it is silent."""

_ANSWERS = (frozenset({True}), frozenset({False}))


@dataclass(frozen=True)
class Answers:
    """What the severity of one pair becomes when the silent answer."""

    now: Fraction
    """The severity as things are."""
    spread: Mapping[Fraction, int]
    """Each severity that can come of it, with the number of answers that give it."""
    alone: Mapping[str, tuple[Fraction, Fraction]]
    """For each silent party the lowest and highest severity if only that one answers."""

    @property
    def low(self) -> Fraction:
        """The lowest severity that can come of it."""
        return min(self.spread)

    @property
    def high(self) -> Fraction:
        """The highest severity that can come of it."""
        return max(self.spread)

    def below(self, edge: Fraction) -> Fraction:
        """Give the share of the answers that put the severity below an edge."""
        under = sum(count for value, count in self.spread.items() if value < edge)
        return Fraction(under, sum(self.spread.values()))

    @property
    def gone(self) -> Fraction:
        """Give the share of the answers after which nothing is missing."""
        return Fraction(self.spread.get(Fraction(0), 0), sum(self.spread.values()))


def answers(found: MeasuredPair, contacts: Contacts) -> Answers:
    """Give what the severity of a pair becomes under every answer of its silent parties."""
    levels = list(_levels(found, contacts))
    if not any(level.open for level in levels):
        return Answers(found.severity, {found.severity: 1}, {})
    need = found.need.requirement
    return Answers(
        now=found.severity,
        spread={need * value: count for value, count in _added(levels).items()},
        alone={
            one: _alone(one, levels, need) for one in sorted({o for v in levels for o in v.open})
        },
    )


def stands(gaps: Sequence[Answers]) -> float:
    """Give the share of all answers under which the most serious of these keeps its band.

    The pairs answer apart from one another, so shares multiply.
    """
    now = max(one.now for one in gaps)
    if now >= HIGH:
        return float(1 - prod(one.below(HIGH) for one in gaps))
    if now >= MIDDLE:
        return float(
            prod(one.below(HIGH) for one in gaps) - prod(one.below(MIDDLE) for one in gaps)
        )
    return float(prod(one.below(MIDDLE) for one in gaps) - prod(one.gone for one in gaps))


def overturners(gaps: Sequence[Answers]) -> tuple[str, ...]:
    """Give whose answers alone could put the most serious of these in another band."""
    now = band(max(one.now for one in gaps))
    silent = sorted({party for one in gaps for party in one.alone})
    return tuple(one for one in silent if {_reach(one, gaps, 0), _reach(one, gaps, 1)} != {now})


def _reach(party: str, gaps: Sequence[Answers], side: int) -> str | None:
    """Give the lowest (0) or highest (1) band that a party's answers can bring about."""
    value = max(one.alone.get(party, (one.now, one.now))[side] for one in gaps)
    return band(value) if value else None


@dataclass(frozen=True)
class _Level:
    """The part of the severity at one level, before it is multiplied by the requirement."""

    now: Fraction
    all: tuple[Fraction, ...]
    open: Mapping[str, tuple[Fraction, ...]]


def _levels(found: MeasuredPair, contacts: Contacts) -> Iterator[_Level]:
    for level, share in found.shares.items():
        if not share:
            continue
        first, second = found.need.parties
        reports = (contacts.report(first, second, level), contacts.report(second, first, level))
        said = tuple(report.says if report else None for report in reports)
        state = found.states[level]
        quality = exact(state.quality) if state.state == "yes" else Fraction(1)
        every, alone = _outcomes(quality, said[0], said[1])
        now = found.certain.get(level, Fraction(0))
        if not alone:
            yield _Level(now, (now,), {})
            continue
        parties = {found.need.parties[place]: values for place, values in alone.items()}
        yield _Level(
            now,
            tuple(share * one for one in every),
            {one: tuple(share * value for value in values) for one, values in parties.items()},
        )


@lru_cache(maxsize=4096)
def _outcomes(
    quality: Fraction, first: Heard, second: Heard
) -> tuple[tuple[Fraction, ...], dict[int, tuple[Fraction, ...]]]:
    """Give what is missing after each answer of all who are silent, and of each of them alone."""
    said = (first, second)
    silent = [place for place, says in enumerate(said) if says is None]
    each = [_ANSWERS if says is None else (says,) for says in said]
    every = tuple(_missing(quality, both) for both in product(*each))
    alone = {}
    for place in silent:
        heard = [_ANSWERS if here == place else (says,) for here, says in enumerate(said)]
        alone[place] = tuple(_missing(quality, both) for both in product(*heard))
    return every, alone


def _missing(quality: Fraction, said: Iterable[Heard]) -> Fraction:
    """Give what is missing at a level, for as far as it is certain (see ``graph.contacts``)."""
    given = [says for says in said if says is not None]
    together = frozenset[bool]().union(*given)
    if len(together) > 1:
        return exact(CERTAINTY["disputed"])
    if True in together:
        return 1 - quality
    return exact(CERTAINTY["both" if len(given) > 1 else "one"])


def _added(levels: Iterable[_Level]) -> dict[Fraction, int]:
    """Add up the levels: each sum that can come of it, with the number of ways."""
    sums = {Fraction(0): 1}
    for level in levels:
        longer: dict[Fraction, int] = {}
        for total, count in sums.items():
            for value in level.all:
                longer[total + value] = longer.get(total + value, 0) + count
        sums = longer
    return sums


def _alone(party: str, levels: Sequence[_Level], need: Fraction) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest severity if only this party answers."""
    values = [level.open.get(party, (level.now,)) for level in levels]
    low, high = sum(map(min, values), Fraction(0)), sum(map(max, values), Fraction(0))
    return need * low, need * high
