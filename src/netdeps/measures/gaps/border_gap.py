"""What is needed between two regions, or within one, and how much of it has contact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.results import Row
from netdeps.words import Fact, percent


@dataclass(frozen=True, kw_only=True)
class BorderGap(Row):
    """How far those in two regions, or within one, who need each other have contact."""

    words: ClassVar[str] = "border_gap"
    identity: ClassVar[tuple[str, ...]] = ("regions",)

    regions: tuple[str, str]
    """The two regions, sorted; twice the same for what runs within one."""
    within: bool
    """Whether it is about one region by itself."""
    pairs: int
    """The number of pairs of which one needs the other."""
    requirement: float
    """How badly they need to be able to talk to each other, added up over the pairs."""
    congruence: float | None
    """The share of it that has contact, among what is known; None where nothing is."""
    low: float | None
    """What that share is at least, whatever the unknown contacts turn out to be."""
    high: float | None
    """What it is at most."""
    gaps: int
    """The number of pairs with a contact gap."""
    severity: float
    """The highest severity of these gaps; 0 where there are none."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float:
        """Its severity."""
        return self.severity

    @property
    def form(self) -> str:
        """Which sentence fits: within or across, known or not."""
        known = "open" if self.congruence is None else "known"
        return f"{'within' if self.within else 'across'}_{known}"

    @property
    def asks(self) -> str:
        """Which question fits: within or across."""
        return "ask_within" if self.within else "ask_across"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.regions
        share = percent(self.congruence or 0.0)
        return {"first": first, "second": second, "count": self.pairs, "share": share}
