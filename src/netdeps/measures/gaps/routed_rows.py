"""Two organisations that reach each other through others, and whoever carries their line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from netdeps.model import Level, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase

_NAMED = 3
"""So many others are named in a sentence; of more it says how many."""


@dataclass(frozen=True, kw_only=True)
class RoutedPair(Row):
    """Two organisations of which one needs the other, and that reach each other only through others."""

    words: ClassVar[str] = "routed_pair"

    parties: Pair
    """The two organisations, in the order of their ids."""
    level: Level | None
    """The level of the contacts; None for contacts at any level."""
    requirement: float
    """How badly they need to be able to talk to each other, from 0 to 1."""
    steps: int
    """The number of contacts on the shortest way; at least 2."""
    via: Mapping[str, float]
    """Who stands in between, with the share of the shortest ways that runs through it; together
    steps - 1."""
    needed: tuple[str, ...]
    """All those without whom the two would not reach each other by any way that is known."""
    sole_broker: str | None
    """The one without whom they would not; None where there is no such organisation, or several."""
    disputed: bool
    """Whether one of the two says that they do speak to each other."""
    because: tuple[str, ...]
    """The needs, what the two say of their own contact, and the contacts on the shortest ways."""

    @property
    def rank(self) -> float:
        """Its requirement."""
        return self.requirement

    @property
    def form(self) -> str:
        """Which sentence fits: through one, through several who are all needed, or through others."""
        if self.needed:
            return "sole" if self.sole_broker else "row"
        return "some" if len(self.via) <= _NAMED else "many"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        through = self.needed or tuple(sorted(self.via, key=lambda one: (-self.via[one], one)))
        return {
            "first": self.called(first),
            "second": self.called(second),
            "each": self._each(),
            "via": tuple(map(self.called, through)),
            "count": len(self.via),
            "disputed": Phrase("finding.routed_pair.disputed") if self.disputed else "",
        }

    def _each(self) -> Phrase:
        if self.level is None:
            return Phrase("finding.routed_pair.each")
        return Phrase.of("finding.routed_pair.each_at", {"level": Phrase(f"at.{self.level}")})


@dataclass(frozen=True, kw_only=True)
class BrokeredLoad(Row):
    """The lines of others that run through one organisation."""

    words: ClassVar[str] = "brokered_load"

    organisation: str
    """Who carries them."""
    level: Level | None
    """The level of the contacts; None for contacts at any level."""
    load: float
    """How much runs through it: each line for how badly it is needed, times the share of its
    shortest ways."""
    share: float
    """Its part of all that runs through others, from 0 to 1."""
    pairs: int
    """The number of pairs of others of which a shortest way runs through it."""
    sole: int
    """Of these, the number that would have no way without it."""
    own: int
    """The number of others that it is in contact with and that it needs, or that need it."""
    lines: tuple[Pair, ...]
    """The pairs themselves, who could take over their line first of all."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float:
        """Its load."""
        return self.load

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "through": self._through(),
            "count": self.pairs,
            "own": self._clause("own", self.own),
            "sole": self._sole(),
        }

    def _through(self) -> Phrase:
        who: dict[str, Fact] = {"organisation": self.called(self.organisation)}
        if self.level is None:
            return Phrase.of("finding.brokered_load.through", who)
        where = {**who, "level": Phrase(f"at.{self.level}")}
        return Phrase.of("finding.brokered_load.through_at", where)

    def _sole(self) -> Phrase | str:
        return self._clause("every" if self.sole == self.pairs else "sole", self.sole)

    def _clause(self, name: str, count: int) -> Phrase | str:
        return Phrase.of(f"finding.brokered_load.{name}", {"count": count}) if count else ""
