"""The rows of who gains without being known to bring anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.balance.goods import in_dossier
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent


class _Open(Row):
    """What both rows say: who gains, and who of these was asked what it brings."""

    def _clause(self, name: str, organisations: Iterable[str]) -> Phrase | str:
        called = tuple(map(self.called, organisations))
        facts: dict[str, Fact] = {"organisations": called}
        return Phrase.of(f"finding.{self.words}.{name}", facts) if called else ""


@dataclass(frozen=True, kw_only=True)
class FreeRiding(_Open):
    """Which part of what is brought goes to organisations that are not known to bring anything."""

    words: ClassVar[str] = "free_riding"
    identity: ClassVar[tuple[str, ...]] = ("dossier", "resource", "unit")

    dossier: str
    """The dossier; empty for what is in none."""
    issue: str | None
    """The issue that the dossier is about; None where none, or more than one, is called so."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    exposure: float | None
    """The share that goes to those who were asked and brought nothing; None where not all was
    counted."""
    at_most: float | None
    """The share if those who were not asked brought nothing either."""
    without_giving: Mapping[str, float | None]
    """Who was asked and brought nothing there, with what it gets; None where not counted."""
    not_asked: Mapping[str, float | None]
    """Of whom nothing is known to be brought there and nobody asked, with what it gets."""
    competitors: tuple[str, ...]
    """Those of both that are of the same kind as somebody who brings."""
    because: tuple[str, ...] = ()
    """The contributions in the dossier, and the interviews that make silence an answer."""

    @property
    def rank(self) -> float | None:
        """The share that goes to those who were asked and brought nothing."""
        return self.exposure

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if not (self.without_giving or self.not_asked):
            return "all_bring"
        if self.exposure is None:
            return "uncounted"
        return "sentence" if self.without_giving else "unheard"

    @property
    def asks(self) -> str:
        """Which question fits: what makes it safe to bring, what others bring, or whether it is right."""
        if not (self.without_giving or self.not_asked):
            return "ask_all"
        if self.competitors:
            return "ask_competitors"
        return "question" if self.without_giving else "ask_unheard"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.without_giving or self.not_asked else "otherwise_all"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        named = self.without_giving or self.not_asked
        every = sorted({*self.without_giving, *self.not_asked})
        return {
            "resource": self.resource,
            "where": in_dossier(self.dossier),
            "share": percent(self.exposure or 0.0),
            "most": percent(self.at_most or 0.0),
            "organisations": tuple(map(self.called, named)),
            "every": tuple(map(self.called, every)),
            "count": len(every),
            "alike": self._clause("alike", self.competitors),
            "unheard": self._clause("and_unheard", self.not_asked),
        }


@dataclass(frozen=True, kw_only=True)
class StakeWithoutOffer(_Open):
    """Which part of what there is to gain in an issue lies with who is not known to bring anything."""

    words: ClassVar[str] = "stake_without_offer"

    issue: str
    """The issue."""
    title: str
    """What people call it."""
    exposure: float
    """The share of all that there is to gain, of those who were asked and bring or offer nothing."""
    at_most: float
    """The share if those who were not asked bring and offer nothing either."""
    gains_without_bringing: Mapping[str, float]
    """Who was asked and is not known to bring or offer anything, with the weight of its stake."""
    not_asked: Mapping[str, float]
    """Of whom nothing is known to be brought or offered and nobody asked, with the weight."""
    competitors: tuple[str, ...]
    """Those of both that are of the same kind as somebody who brings or offers something."""
    because: tuple[str, ...] = ()
    """The stakes, the contributions in its dossiers, and the interviews of those who were asked."""

    @property
    def rank(self) -> float:
        """The share of those who were asked and bring or offer nothing."""
        return self.exposure

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if not (self.gains_without_bringing or self.not_asked):
            return "all_bring"
        return "sentence" if self.gains_without_bringing else "unheard"

    @property
    def asks(self) -> str:
        """Which question fits."""
        if self.form == "all_bring":
            return "ask_all"
        return "ask_competitors" if self.competitors else "question"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise_all" if self.form == "all_bring" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        named = self.gains_without_bringing or self.not_asked
        every = sorted({*self.gains_without_bringing, *self.not_asked})
        return {
            "title": self.title,
            "share": percent(self.exposure),
            "most": percent(self.at_most),
            "organisations": tuple(map(self.called, named)),
            "every": tuple(map(self.called, every)),
            "count": len(every),
            "alike": self._clause("alike", self.competitors),
            "unheard": self._clause("and_unheard", self.not_asked),
        }
