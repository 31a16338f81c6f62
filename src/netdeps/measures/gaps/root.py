"""One gap of the ranked list: between two kinds, of a whole pair, at a level, or in quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from netdeps.measures.gaps.contact_gap import ContactGap, level_phrases
from netdeps.measures.gaps.measured import Band
from netdeps.model import Fixed, Level, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says

Extent = Literal["kinds", "pair", "level", "quality"]
"""How far an absence reaches: no line between two kinds, none between two organisations, none at
some level, or contact that is not good enough."""


@dataclass(frozen=True, kw_only=True)
class Gap(Row):
    """One absence, told once, at the highest place where it holds."""

    words: ClassVar[str] = "gap"
    identity: ClassVar[tuple[str, ...]] = ("kinds", "parties")

    extent: Extent
    """``kinds``: none of several lines between two kinds has contact at these levels; ``pair``: two
    organisations have no contact at all; ``level``: none at these levels; ``quality``: contact that is
    not good enough."""
    kinds: tuple[str, str]
    """The kinds of the organisations on both sides."""
    parties: tuple[str, ...]
    """The organisations on both sides; two, but between kinds all of them."""
    pairs: tuple[Pair, ...]
    """The lines that it stands for; one, but between kinds at least two."""
    levels: tuple[Level, ...]
    """The levels at which it is missing, disputed or weak."""
    disputed: tuple[Level, ...]
    """Those of them at which some say that there is contact and the others that there is not."""
    also_at: tuple[Level, ...]
    """Between kinds: other levels at which some of its lines lack contact too, or have too little."""
    requirement: float
    """How badly they need to be able to talk to each other, from 0 to 1; of the heaviest line."""
    deficit: float
    """How much of the contact that it takes is missing, from 0 to 1; of the heaviest line."""
    certainty: float
    """How sure it is that it is missing, from 0 to 1; of the heaviest line."""
    severity: float
    """Requirement times deficit times certainty; between kinds that of the heaviest line."""
    band: Band
    """High from 1/2, middle from 1/4, low below."""
    routed_via: tuple[str, ...]
    """Through whom they reach each other now."""
    routed: tuple[Pair, ...]
    """Those of its lines that run through somebody now."""
    across_border: tuple[Pair, ...]
    """Those of its lines that run between two regions."""
    barriers: tuple[str, ...]
    """Those of its needs of which it is told what holds them back; that is a talk of its own."""
    stands: float
    """The share of all that the silent could answer under which it keeps its band."""
    overturned_by: tuple[str, ...]
    """Whose answers alone could put it in another band."""
    because: tuple[str, ...]
    """The statements that it rests on."""
    heaviest: ContactGap = field(repr=False, compare=False)
    """The heaviest of its lines."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call the two kinds."""

    @property
    def rank(self) -> float:
        """Its severity."""
        return self.severity

    @property
    def form(self) -> str:
        """Which sentence fits: about two kinds, about one kind among itself, or about one line."""
        if self.extent != "kinds":
            return "line"
        return "among" if self.kinds[0] == self.kinds[1] else "kinds"

    @property
    def asks(self) -> str:
        """Which question fits."""
        if self.form != "line":
            return f"question_{self.form}"
        return self.heaviest.asks

    @property
    def doubts(self) -> str:
        """Which opposite reading fits: contact that is too thin may be enough."""
        return "otherwise_quality" if self.extent == "quality" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        lines = {**self.heaviest.facts(), "border": self._border("border")}
        return lines if self.extent != "kinds" else {**lines, **self._between()}

    def _between(self) -> dict[str, Fact]:
        return {
            **self.labels,
            "levels": level_phrases(self.levels),
            "lines": len(self.pairs),
            "undisputed": Phrase("finding.gap.undisputed") if self.disputed else "",
            "detour": self._detour(),
            "border": self._border("borders"),
        }

    def _detour(self) -> Phrase | str:
        """Say through whom, and of how many lines where not all of them run through others."""
        facts: dict[str, Fact] = {
            "via": tuple(map(self.called, self.routed_via)),
            "count": len(self.routed),
        }
        if len(self.routed) == len(self.pairs):
            return Phrase.of("finding.contact_gap.detour", facts)
        return Phrase.of("finding.gap.detour_some", facts) if self.routed else ""

    def _border(self, form: str) -> Phrase | str:
        count = len(self.across_border)
        return Phrase.of(f"finding.gap.{form}", {"count": count}) if count else ""
