"""The hats of one organisation, and which of them can get in each other's way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.brokerage.roles import Conflict
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says, has, percent


@dataclass(frozen=True, kw_only=True)
class RoleConflict(Row):
    """The hats of one organisation, and which of them can get in each other's way."""

    words: ClassVar[str] = "role_conflict"

    organisation: str
    """Who wears them."""
    dossier: str | None
    """In which dossier; None for the roles that it has in all."""
    roles: tuple[str, ...]
    """Its roles there, sorted."""
    conflicts: tuple[Conflict, ...]
    """The pairs of them that can get in each other's way, each with its weight above 0."""
    count: int
    """The number of these pairs."""
    conflict: float
    """The mean weight over all pairs of its roles, from 0 to 1; 0 with fewer than two roles."""
    clarity: float | None
    """Of what it said itself, the share of which is recorded with which hat on; None where it said
    nothing."""
    because: tuple[str, ...]
    """The hats, and what it said itself."""

    @property
    def rank(self) -> float:
        """The number of pairs: one more role that harms nobody makes the mean lower, not this."""
        return self.count

    @property
    def form(self) -> str:
        """Which sentence fits: hats that can get in each other's way, several, or one."""
        if self.count:
            return "sentence"
        return "several" if len(self.roles) > 1 else "one"

    @property
    def asks(self) -> str:
        """Which question fits: about hats that can get in each other's way, or about the roles."""
        return "question" if self.count else "ask_roles"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.count else "otherwise_roles"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "count": self.count,
            "where": self._where(),
            "pairs": tuple(_two(*conflict) for conflict in self.conflicts),
            "roles": tuple(map(_called, self.roles)),
            "clarity": self._clarity(),
        }

    def _where(self) -> Phrase | str:
        if self.dossier is None:
            return ""
        return Phrase.of("finding.role_conflict.in_dossier", {"dossier": self.dossier})

    def _clarity(self) -> Phrase | str:
        if self.clarity is None:
            return ""
        if not self.clarity:
            return Phrase("finding.role_conflict.no_clarity")
        return Phrase.of("finding.role_conflict.clarity", {"share": percent(self.clarity)})


def _two(one: str, other: str, _weight: float) -> Phrase:
    facts: dict[str, Fact] = {"first": _called(one), "second": _called(other)}
    return Phrase.of("finding.role_conflict.two", facts)


def _called(role: str) -> Says | str:
    return Phrase(f"map.role.{role}") if has(f"map.role.{role}") else role
