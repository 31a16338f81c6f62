"""What two organisations need from each other, set against what is known of their contact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from netdeps.graph import Contacts, ContactState, PairNeed, exact, kept, needs_between
from netdeps.model import Level, Network, Pair
from netdeps.words import Phrase

Band = Literal["high", "middle", "low"]

HIGH, MIDDLE = Fraction(1, 2), Fraction(1, 4)
"""From where a severity is high, and from where it is in the middle."""


@dataclass(frozen=True)
class MeasuredPair:
    """What is needed between two organisations, against what is known of their contact."""

    need: PairNeed
    shares: Mapping[Level, Fraction]
    states: Mapping[Level, ContactState]

    @property
    def known(self) -> Fraction:
        """Give the share of the need at levels of which the contact is known."""
        known = (share for level, share in self.shares.items() if self.is_known(level))
        return sum(known, Fraction(0))

    def is_known(self, level: Level) -> bool:
        """Tell whether anything is known of the contact at a level."""
        return self.states[level].state != "unknown"

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
            if self.is_known(level)
        }

    @cached_property
    def deficit(self) -> Fraction:
        """Give how much of the contact that it takes is missing."""
        return sum(self.absences.values(), Fraction(0))

    @cached_property
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


def measure_pairs(
    network: Network, contacts: Contacts, *, issue: str | None = None, level: Level | None = None
) -> Mapping[Pair, MeasuredPair]:
    """Set every need between two organisations against their contact, once for a network."""

    def measured() -> Mapping[Pair, MeasuredPair]:
        needs = needs_between(network, issue=issue, level=level)
        return {one: measure_pair(need, contacts, level) for one, need in needs.items()}

    return kept(network, ("measured pairs", issue, level), measured)


def share_known(measured: Iterable[MeasuredPair]) -> float | None:
    """Give the share of all contact that is called for of which it is known whether it is there."""
    pairs = [one for one in measured if one.states]
    total = sum((one.need.requirement for one in pairs), Fraction(0))
    known = sum((one.need.requirement * one.known for one in pairs), Fraction(0))
    return float(known / total) if total else None


def without_level(measured: Mapping[Pair, MeasuredPair]) -> dict[str, Phrase]:
    """Name the pairs that have no level in common, with that reason."""
    empty = (one for one, found in measured.items() if not found.states)
    return {" – ".join(one): Phrase("reason.no_common_level") for one in empty}


def band(severity: Fraction) -> Band:
    """Put a severity in its band."""
    return "high" if severity >= HIGH else "middle" if severity >= MIDDLE else "low"
