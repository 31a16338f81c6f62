"""What two organisations need from each other, set against what is known of their contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from netdeps.graph import Contacts, ContactState, PairNeed, exact
from netdeps.model import Level

Band = Literal["high", "middle", "low"]

_HIGH, _MIDDLE = Fraction(1, 2), Fraction(1, 4)


@dataclass(frozen=True)
class MeasuredPair:
    """What is needed between two organisations, against what is known of their contact."""

    need: PairNeed
    shares: Mapping[Level, Fraction]
    states: Mapping[Level, ContactState]

    @property
    def any_contact(self) -> bool:
        """Tell whether there is contact at some level."""
        return any(state.state == "yes" for state in self.states.values())

    @cached_property
    def absences(self) -> dict[Level, Fraction]:
        """Give, for each known level, how much of the need has no contact there."""
        return {
            level: share * (1 - exact(self.states[level].quality))
            for level, share in self.shares.items()
            if self.states[level].state != "unknown"
        }

    @property
    def deficit(self) -> Fraction:
        """Give how much of the contact that it takes is missing."""
        return sum(self.absences.values(), Fraction(0))

    @property
    def expected(self) -> Fraction:
        """Give the deficit, each level counted for as far as it is certain."""
        return sum(self.certain.values(), Fraction(0))

    @cached_property
    def certain(self) -> dict[Level, Fraction]:
        """Give, for each known level, the deficit there for as far as it is certain."""
        return {
            level: absent * exact(self.states[level].certainty or 0.0)
            for level, absent in self.absences.items()
            if absent
        }

    @cached_property
    def severity(self) -> Fraction:
        """Give requirement times deficit times certainty."""
        return self.need.requirement * self.expected


def measure_pair(need: PairNeed, contacts: Contacts, level: Level | None = None) -> MeasuredPair:
    """Set what two organisations need from each other against their contact."""
    states = contacts.states(*need.parties, level=level)
    return MeasuredPair(need, need.by_level(tuple(states)), states)


def band(severity: Fraction) -> Band:
    """Put a severity in its band."""
    return "high" if severity >= _HIGH else "middle" if severity >= _MIDDLE else "low"
