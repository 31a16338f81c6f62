"""The row of how the balance feels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from netdeps.measures.balance.goods import in_dossier
from netdeps.results import Row
from netdeps.words import Fact, Phrase

Measured: TypeAlias = Literal["gives", "takes", "balance", "mixed"]
"""What was counted of somebody's giving and taking, over all resources."""


@dataclass(frozen=True, kw_only=True)
class Felt(Row):
    """How one organisation feels about what it brings and gets, next to what was counted."""

    words: ClassVar[str] = "felt_balance"

    organisation: str
    """The organisation."""
    dossier: str | None
    """The dossier; None for all together."""
    felt: float
    """From -2, it costs much more than it yields, over 0 to 2, it yields much more."""
    ratios: Mapping[str, float | None]
    """What was counted, by resource: 1 only gives, -1 only takes; None where not all was counted."""
    measured: Measured | None
    """What these say together: it gives, takes, is in balance, or it differs by resource; None
    where nothing, or not all, was counted."""
    surprising: bool
    """True where it brings more and feels that it pays, or gets more and feels that it costs."""
    because: tuple[str, ...] = ()
    """What it says, and the contributions from and to it."""

    @property
    def rank(self) -> float:
        """Those whose feeling goes against the figures come first."""
        return float(self.surprising)

    @property
    def form(self) -> str:
        """Which sentence fits: with what was counted, or without."""
        return "sentence" if self.measured else "alone"

    @property
    def asks(self) -> str:
        """Which question fits: what was not counted, what would help, or whether it is right."""
        if self.surprising:
            return "ask_yield" if self.felt > 0 else "ask_cost"
        return "ask_help" if self.felt < 0 else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        way = "pays" if self.felt > 0 else "costs" if self.felt < 0 else "even"
        return {
            "organisation": self.called(self.organisation),
            "where": in_dossier(self.dossier),
            "measured": self._part(self.measured) if self.measured else "",
            "felt": self._part(way),
        }

    def _part(self, name: str) -> Phrase:
        return Phrase(f"finding.{self.words}.{name}")
