"""The coordination that comes together at one organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from netdeps.measures.brokerage.coordination import called
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent

Flag = Literal["more_than_half"]


@dataclass(frozen=True, kw_only=True)
class CoordinationLoad(Row):
    """The share of the recorded coordination that comes together at one organisation."""

    words: ClassVar[str] = "coordination_load"

    organisation: str
    """Where it comes together."""
    load: float
    """Its share of all coordination that was recorded, from 0 to 1."""
    fair: float
    """The share that would be fair: 1/n, or the one that was given."""
    ratio: float | None
    """load / fair: 1 is fair, 2 twice as much; None where the fair share is 0."""
    profile: Mapping[str, float]
    """Its share of each component: issues, actions, work, brokered, and those that were given."""
    flag: Flag | None
    """``more_than_half``: more than all others together; else None."""
    asked_by: tuple[str, ...] | None
    """Who says that it needs this from the organisation; None where no ``dependums`` were named."""
    could_share: tuple[str, ...]
    """Where it carries more than its fair share: who has to do with the same issues, agreements
    and lines, and carries less than its own; least first."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float:
        """Its load."""
        return self.load

    @property
    def form(self) -> str:
        """Which sentence fits: more than half, a share, or nothing."""
        if self.flag:
            return "half"
        return "sentence" if self.load else "none"

    @property
    def asks(self) -> str:
        """Which question fits: who could share it, what it could take on, or whether it is right."""
        if self.could_share:
            return "ask_share"
        if self.flag:
            return "ask_half"
        return "question" if self.load else "ask_none"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.load else "otherwise_none"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "share": percent(self.load),
            "profile": tuple(_part(name, share) for name, share in self.profile.items() if share),
            "asked": self._asked(),
            "could_share": tuple(map(self.called, self.could_share)),
            "count": len(self.could_share),
        }

    def _asked(self) -> Phrase | str:
        if not self.asked_by:
            return ""
        facts: dict[str, Fact] = {
            "organisation": self.called(self.organisation),
            "names": tuple(map(self.called, self.asked_by)),
            "count": len(self.asked_by),
        }
        return Phrase.of("finding.coordination_load.asked", facts)


def _part(name: str, share: float) -> Phrase:
    facts: dict[str, Fact] = {"share": percent(share), "what": called(name)}
    return Phrase.of("finding.coordination_load.part", facts)
