"""What is said of an organisation that stands between others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.results import Row
from netdeps.words import Fact, Phrase

_SHOWN = 5
"""So many pairs are written out in a sentence."""


@dataclass(frozen=True, kw_only=True)
class BrokerRoles(Row):
    """Between which others an organisation stands that have no tie themselves, by their groups."""

    words: ClassVar[str] = "broker_roles"

    organisation: str
    """The organisation in the middle."""
    group: str
    """Its group: a kind, a region, or what was given."""
    coordinator: int
    """The pairs within its own group."""
    itinerant: int
    """The pairs within another group."""
    representative: int
    """The pairs from its own group to another; without direction, all between its own and another."""
    gatekeeper: int
    """The pairs from another group to its own; 0 without direction, where they are under representative."""
    liaison: int
    """The pairs of two other groups."""
    total: int
    """All pairs."""
    expected: Mapping[str, float]
    """By role and in total, what to expect if the ties fell at random."""
    z: Mapping[str, float | None]
    """By how many standard deviations the count differs from that; None where it cannot vary."""
    tail: Mapping[str, float] | None
    """With fewer than 15 organisations, the share of all networks with as many ties in which the
    count is as high or higher, exactly; None with more organisations."""
    because: tuple[str, ...]
    """The statements about its ties, and the interviews of both parties that these rest on: those
    of the two that it stands between are among them."""
    directed: bool = field(default=True, repr=False, compare=False)
    """Whether the ties have a direction."""

    @property
    def rank(self) -> float:
        """The number of pairs."""
        return float(self.total)

    @property
    def form(self) -> str:
        """Which sentence fits: it stands between some, or between none."""
        return "sentence" if self.total else "none"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.total else "ask_none"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.total else "otherwise_none"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "count": self.total,
            "roles": tuple(self._played()),
            "expected": self.expected["total"],
        }

    def _played(self) -> list[Phrase]:
        counts = {
            "coordinator": self.coordinator,
            "itinerant": self.itinerant,
            "representative" if self.directed else "both_ways": self.representative,
            "gatekeeper": self.gatekeeper,
            "liaison": self.liaison,
        }
        return [
            Phrase.of(f"finding.broker_roles.{role}", {"count": count})
            for role, count in counts.items()
            if count
        ]


@dataclass(frozen=True, kw_only=True)
class ExclusiveBrokerage(Row):
    """For how many others without a tie an organisation is the only one who connects them."""

    words: ClassVar[str] = "exclusive_brokerage"

    organisation: str
    """The organisation in the middle."""
    activity: int
    """The pairs of others that it stands between and that have no tie themselves."""
    exclusive: int
    """The pairs among these that nobody else stands between."""
    share: float
    """Exclusive divided by activity, from 0 to 1."""
    pairs: tuple[tuple[str, str], ...]
    """The pairs that it alone connects, in the order of their ids, or the first of these; with a
    direction, from the first to the second."""
    because: tuple[str, ...]
    """The statements about its ties, and the interviews of both parties that these rest on: those
    of the two that it stands between are among them."""
    directed: bool = field(default=True, repr=False, compare=False)
    """Whether the ties have a direction."""

    @property
    def rank(self) -> float:
        """The number of pairs that it alone connects."""
        return float(self.exclusive)

    @property
    def form(self) -> str:
        """Which sentence fits: it alone connects none, some, or all of the pairs."""
        if not self.exclusive:
            return "none"
        return "all" if self.exclusive == self.activity else "some"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.exclusive else "ask_none"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.exclusive else "otherwise_none"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "count": self.exclusive or self.activity,
            "activity": self.activity,
            "pairs": tuple(self._named()),
        }

    def _named(self) -> list[Phrase]:
        way = "way" if self.directed else "pair"
        named = [
            Phrase.of(
                f"finding.exclusive_brokerage.{way}",
                {"first": self.called(first), "second": self.called(second)},
            )
            for first, second in self.pairs[:_SHOWN]
        ]
        more = self.exclusive - len(named)
        return (
            [*named, Phrase.of("finding.exclusive_brokerage.more", {"count": more})]
            if more
            else named
        )
