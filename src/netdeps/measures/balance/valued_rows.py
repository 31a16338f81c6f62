"""The row of give and take at what things are worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from netdeps.results import Row
from netdeps.words import Fact, Phrase

Prices: TypeAlias = Literal["own", "list"]
"""Whether everybody's own worth counts, or one price list for all."""


@dataclass(frozen=True, kw_only=True)
class ValuedBalance(Row):
    """What giving and taking are worth for one organisation."""

    words: ClassVar[str] = "valued_balance"

    organisation: str
    """The organisation."""
    dossier: str | None
    """The dossier; None for all together."""
    prices: Prices
    """Whether everybody's own worth counts, or one price list for all."""
    by_giver: float | None
    """Given minus taken, each contribution at its worth to who gives it; None where not known."""
    by_taker: float | None
    """Given minus taken, each contribution at its worth to who takes it; None where not known."""
    given: float | None
    """What it gives, at its own worth; None where not known."""
    taken: float | None
    """What it takes, at its own worth; None where not known."""
    gain: float | None
    """Taken minus given at its own worth: what the exchange yields it; None where not known."""
    because: tuple[str, ...] = ()
    """The contributions and the valuations that it rests on."""

    @property
    def known(self) -> bool:
        """Whether any of its balances is known."""
        return any(one is not None for one in (self.by_giver, self.by_taker, self.gain))

    @property
    def form(self) -> str:
        """Which sentence fits: what it gains or not, at the prices, or by the worth to the others."""
        if self.gain is None:
            return "of_others"
        way = "gains" if self.gain > 0 else "gives" if self.gain < 0 else "even"
        return way if self.prices == "own" else f"list_{way}"

    @property
    def asks(self) -> str:
        """Which question fits: about its own worth, or about the prices."""
        return "question" if self.prices == "own" else "ask_list"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "given": self.given or 0.0,
            "taken": self.taken or 0.0,
            "gain": abs(self.gain or 0.0),
            "givers": self._clause("givers", self.by_giver),
            "takers": self._clause("takers", self.by_taker),
        }

    def _clause(self, whose: str, net: float | None) -> Phrase | str:
        if net is None or self.prices == "list":
            return ""
        way = "gives" if net > 0 else "takes" if net < 0 else "even"
        return Phrase.of(f"finding.valued_balance.{whose}_{way}", {"net": abs(net)})
