"""Findings about the agenda: an issue that is not complete, and a table without an issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.model import Fixed, Level
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says


@dataclass(frozen=True, kw_only=True)
class IssueGap(Row):
    """What an issue still lacks before it can go forward."""

    words: ClassVar[str] = "issue_gap"

    issue: str
    """The issue."""
    title: str
    """What people call it."""
    missing: tuple[str, ...]
    """What is not there: ``owner``, ``mandate``, ``kind:`` with the kind, ``table``, ``deadline``."""
    unconfirmed: tuple[str, ...]
    """The roles that are filled by nobody who has said so itself, in the same words."""
    tables: tuple[str, ...]
    """The tables that treat it."""
    leaderless: bool
    """True when two or more tables treat it and nobody owns it."""
    deficit: float
    """The weight of what is missing or not confirmed, as a share of all that it takes."""
    certainty: float | None
    """How sure it is that this is missing, from 0 to 1; None where nothing is."""
    severity: float | None
    """Urgency times deficit times certainty; None where the urgency is not known."""
    because: tuple[str, ...]
    """The statements that it rests on."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call that which is missing."""
    table_names: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """What people call the tables."""

    @property
    def rank(self) -> float | None:
        """Its severity."""
        return self.severity

    @property
    def asks(self) -> str:
        """Which question fits: what it needs, who leads, or whether those who are named agree."""
        if self.missing:
            return "question"
        return "confirm" if self.unconfirmed else "lead"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "title": self.title,
            "what": self._called(self.missing or self.unconfirmed),
            "missing": self._clause("missing", self._called(self.missing)),
            "unconfirmed": self._clause("unconfirmed", self._called(self.unconfirmed)),
            "leaderless": self._clause("leaderless", self.table_names if self.leaderless else ()),
            "tables": self.table_names,
        }

    def _called(self, words: tuple[str, ...]) -> tuple[Says, ...]:
        return tuple(self.labels[word] for word in words)

    def _clause(self, name: str, what: tuple[str | Says, ...]) -> Phrase | str:
        return Phrase.of(f"finding.issue_gap.{name}", {"what": what}) if what else ""


@dataclass(frozen=True, kw_only=True)
class EmptyTable(Row):
    """A table that meets without an issue of the agenda."""

    words: ClassVar[str] = "empty_table"

    table: str
    """The table."""
    name: str
    """What people call it."""
    level: Level | None
    """The level at which it meets; None where that is not known."""
    members: tuple[str, ...]
    """Who sits there."""
    because: tuple[str, ...]
    """The table itself."""

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {"name": self.name}
