"""The steps of a chain, and the widest of the routes that they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from netdeps.graph import Contacts, State
from netdeps.model import Chain, Level, Pair, pair

Step = tuple[str, str]
"""From one stage to the next, by their names."""

Bounds = tuple[Fraction, Fraction]
"""The lowest and the highest that something can be."""

Links = Mapping[str, Sequence[str]]
"""For each stage, those right before it; or right after it."""

_WHOLE = Fraction(1)


@dataclass(frozen=True)
class Covered:
    """The pairs that have to hand over in one step, by what is known of their contact."""

    internal: tuple[str, ...]
    """Those in both stages, who hand over inside their own walls."""
    states: Mapping[Pair, State]
    """What is known of the contact of the other pairs that have a level in common."""
    because: frozenset[str]
    """What is said of these contacts."""

    @property
    def pairs(self) -> int:
        """The number of pairs, organisations with themselves included."""
        return len(self.internal) + len(self.states)

    def of(self, *states: State) -> tuple[Pair, ...]:
        """Give the pairs in one of these states."""
        return tuple(one for one, state in self.states.items() if state in states)

    @property
    def coverage(self) -> Bounds | None:
        """The lowest and highest possible share that has contact; None without pairs."""
        if not self.pairs:
            return None
        sure = len(self.internal) + len(self.of("yes"))
        return Fraction(sure, self.pairs), Fraction(sure + len(self.of("unknown")), self.pairs)


class Routes:
    """Every way through a chain, from its first stage to a last one."""

    def __init__(self, chain: Chain, contacts: Contacts, level: Level | None) -> None:
        self.chain = chain
        self.who = {stage.name: stage.organisations for stage in chain.stages}
        self._before = _before(chain)
        self._after = _after(self._before)
        self.steps: Mapping[Step, Covered] = {
            (source, stage): _covered(self.who[source], self.who[stage], contacts, level)
            for stage, sources in self._before.items()
            for source in sources
        }

    @property
    def number(self) -> int:
        """The number of routes."""
        count: dict[str, int] = {}
        for stage, sources in self._before.items():
            count[stage] = sum(count[one] for one in sources) if sources else 1
        return sum(count[one] for one, later in self._after.items() if not later)

    @cached_property
    def strength(self) -> Bounds | None:
        """The weakest step of the best route, at its lowest and highest; None where all are broken off."""
        low, high = (self._widest(self._width(bound), self._before) for bound in (0, 1))
        ends = [one for one, later in self._after.items() if not later]
        lows = [width for one in ends if (width := low[one]) is not None]
        highs = [width for one in ends if (width := high[one]) is not None]
        return (max(lows), max(highs)) if highs else None

    @cached_property
    def weakest(self) -> tuple[Step, ...]:
        """The steps of the best routes that have no more than the highest strength, if that is below 1."""
        if self.strength is None or self.strength[1] == _WHOLE:
            return ()
        best, width = self.strength[1], self._width(1)
        there = self._widest(width, self._before)
        on = self._widest({(b, a): w for (a, b), w in width.items()}, self._after)
        return tuple(
            (source, stage)
            for source, stage in self.steps
            if width[source, stage] == best
            and (there[source] or 0) >= best
            and (on[stage] or 0) >= best
        )

    def _width(self, bound: int) -> dict[Step, Fraction | None]:
        covered = {step: one.coverage for step, one in self.steps.items()}
        return {step: one[bound] if one else None for step, one in covered.items()}

    @staticmethod
    def _widest(width: Mapping[Step, Fraction | None], near: Links) -> dict[str, Fraction | None]:
        """Give the width of the widest way to each stage; None where no way is whole."""
        found: dict[str, Fraction | None] = {}
        for stage, sources in near.items():
            ways = [_narrower(found[one], width[one, stage]) for one in sources]
            whole = [one for one in ways if one is not None]
            found[stage] = max(whole, default=None) if sources else _WHOLE
        return found


def _before(chain: Chain) -> dict[str, tuple[str, ...]]:
    """Give the stages right before each stage, in the order of the chain."""
    found: dict[str, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    for stage in chain.stages:
        found[stage.name] = tuple(dict.fromkeys(stage.follows)) or last
        last = (stage.name,)
    return found


def _after(before: Links) -> dict[str, tuple[str, ...]]:
    """Give the stages right after each stage, against the order of the chain."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(reversed(tuple(before)), ())
    for stage, sources in before.items():
        for source in sources:
            found[source] = (*found[source], stage)
    return found


def _covered(
    first: Sequence[str], second: Sequence[str], contacts: Contacts, level: Level | None
) -> Covered:
    pairs = sorted({pair(one, other) for one in first for other in second if one != other})
    states = {one: contacts.anywhere(*one, level=level) for one in pairs}
    known = {one: state for one, state in states.items() if state}
    told = (state for one in known for state in contacts.states(*one, level=level).values())
    because = frozenset(name for state in told for name in state.because)
    return Covered(tuple(sorted({*first} & {*second})), known, because)


def _narrower(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else min(one, other)
