"""The rows of what comes round again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.balance.goods import in_dossier, in_unit
from netdeps.model import TOGETHER
from netdeps.results import Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class CirculationFlow(Row):
    """How much of what one organisation brings another comes round again."""

    words: ClassVar[str] = "circulation_flow"
    identity: ClassVar[tuple[str, ...]] = ("giver", "taker", "resource", "unit", "dossier")

    giver: str
    """Who brings it."""
    taker: str
    """Who gets it; ``together`` for the common pot, from which nothing comes round."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for all together."""
    amount: float
    """How much is brought."""
    circulating: float
    """How much of it comes round again to the giver, directly or through others."""
    remaining: float
    """How much of it does not."""
    unique: bool
    """Whether every largest circulation has this amount here; if not, it is one possible reading."""
    because: tuple[str, ...] = ()
    """The contributions along this arrow; how much comes round rests on those of others too."""

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if self.taker == TOGETHER:
            return "pot"
        if not self.circulating:
            return "none"
        return "some" if self.remaining else "all"

    @property
    def asks(self) -> str:
        """Which question fits: nobody can be asked on behalf of the common pot."""
        return "ask_giver" if self.taker == TOGETHER else "question"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise_all" if self.form == "all" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "giver": self.called(self.giver),
            "taker": self.called(self.taker),
            "resource": self.resource,
            "unit": in_unit(self.unit, self.resource),
            "where": in_dossier(self.dossier),
            "amount": self.amount,
            "circulating": self.circulating,
            "remaining": self.remaining,
            "reading": "" if self.unique else Phrase("finding.circulation_flow.reading"),
        }
