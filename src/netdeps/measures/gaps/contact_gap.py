"""One dependency that no contact carries, or not well enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.measures.gaps.measured import Band
from netdeps.model import Level, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class ContactGap(Row):
    """Two organisations of which one needs the other, without the contact to carry it."""

    words: ClassVar[str] = "contact_gap"

    parties: Pair
    """The two organisations, in the order of their ids."""
    requirement: float
    """How badly they need to be able to talk to each other, from 0 to 1."""
    deficit: float
    """How much of the contact that it takes is missing, from 0 to 1."""
    certainty: float
    """How sure it is that it is missing, from 0 to 1."""
    severity: float
    """Requirement times deficit times certainty."""
    band: Band
    """High from 1/2, middle from 1/4, low below."""
    states: Mapping[Level, str]
    """What is known of the contact at each level that both have."""
    routed_via: tuple[str, ...]
    """Through whom they reach each other now: at any level where they have no contact at all, else
    at the levels at which it is missing. Empty where nobody connects them."""
    because: tuple[str, ...]
    """The statements that it rests on."""
    dependums: tuple[str, ...] = field(default=())
    """What is needed."""
    missing: tuple[Level, ...] = field(default=())
    """The levels at which they need contact and are known to have none."""
    disputed: tuple[Level, ...] = field(default=())
    """The levels at which one says that there is contact and the other that there is not."""
    weak: tuple[Level, ...] = field(default=())
    """The levels at which they have contact of less than full quality."""
    stands: float = 1.0
    """The share of all that the silent could answer under which it keeps its band; 1 where nobody is
    silent."""
    overturned_by: tuple[str, ...] = ()
    """Whose answers alone, while the others stay silent, could put it in another band."""
    severity_range: tuple[float, float] | None = None
    """The lowest and highest severity that the answers of the silent could give."""

    @property
    def rank(self) -> float:
        """Its severity."""
        return self.severity

    @property
    def asks(self) -> str:
        """Which question fits: about what is missing, what is disputed, or what is too thin."""
        if self.missing:
            return "question"
        return "ask" if self.disputed else "improve"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits: contact that is too thin may be enough."""
        return "otherwise" if self.missing or self.disputed else "otherwise_weak"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        absent = self.missing or self.disputed
        return {
            "first": self.called(first),
            "second": self.called(second),
            "dependums": self.dependums,
            "levels": level_phrases(absent or self.weak),
            "missing": self._clause("missing", self.missing),
            "disputed": self._clause("disputed", self.disputed),
            "weak": self._clause("weak", () if absent else self.weak),
            "detour": self._detour() if absent else "",
        }

    def _clause(self, name: str, levels: tuple[Level, ...]) -> Phrase | str:
        if not levels:
            return ""
        return Phrase.of(f"finding.contact_gap.{name}", {"levels": level_phrases(levels)})

    def _detour(self) -> Phrase | str:
        if not self.routed_via:
            return ""
        via = tuple(map(self.called, self.routed_via))
        return Phrase.of("finding.contact_gap.detour", {"via": via})


def level_phrases(levels: tuple[Level, ...]) -> tuple[Phrase, ...]:
    """Give levels as people call them."""
    return tuple(Phrase(f"level.{level}") for level in levels)
