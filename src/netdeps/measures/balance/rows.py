"""The rows of give and take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.balance.goods import in_dossier, in_unit
from netdeps.measures.balance.tally import Range
from netdeps.model import TOGETHER, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says


@dataclass(frozen=True, kw_only=True)
class GiveAndTake(Row):
    """What one organisation gives and takes of one resource."""

    words: ClassVar[str] = "give_and_take"

    organisation: str
    """The organisation; ``together`` for the common pot."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for all together, empty for what is in no dossier."""
    given: float | None
    """What it gives; None where some of it was not counted."""
    taken: float | None
    """What it takes; None where some of it was not counted."""
    net: float | None
    """Given minus taken."""
    net_range: tuple[float, float] | None
    """The lowest and the highest net that the reports of givers and takers allow; None where some
    of it was not counted."""
    ratio: float | None
    """Net divided by given plus taken: 1 only gives, 0 in balance, -1 only takes."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if self.net is None:
            return "uncounted"
        return "gives" if self.net > 0 else "takes" if self.net < 0 else "balance"

    @property
    def asks(self) -> str:
        """Which question fits: nobody can be asked on behalf of the common pot."""
        return "ask_all" if self.organisation == TOGETHER else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        common = self.organisation == TOGETHER
        who: str | Says = Phrase("taker.together") if common else self.called(self.organisation)
        return {
            "organisation": who,
            "resource": self.resource,
            "unit": in_unit(self.unit, self.resource),
            "where": in_dossier(self.dossier),
            "given": self.given or 0.0,
            "taken": self.taken or 0.0,
            "net": abs(self.net or 0.0),
        }


@dataclass(frozen=True, kw_only=True)
class PairBalance(Row):
    """What two organisations give each other of one resource."""

    words: ClassVar[str] = "pair_balance"

    parties: Pair
    """The two organisations, in the order of their ids."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for all together."""
    given: tuple[float | None, float | None]
    """From the first to the second, and back; None where some of it was not counted."""
    given_range: tuple[Range | None, Range | None]
    """The lowest and the highest that the reports of both allow, there and back; None where some of
    it was not counted."""
    reciprocity: float | None
    """The smaller divided by the larger: 0 one way only, 1 as much back."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits."""
        return "uncounted" if self.reciprocity is None else "sentence"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = map(self.called, self.parties)
        there, back = (one or 0.0 for one in self.given)
        return {
            "first": first,
            "second": second,
            "resource": self.resource,
            "unit": in_unit(self.unit, self.resource),
            "there": there,
            "back": back,
        }
