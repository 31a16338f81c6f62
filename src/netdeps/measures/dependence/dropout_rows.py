"""What is said of organisations on which much hangs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.dependence.shared import named_or_counted
from netdeps.results import Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class SinglePoint(Row):
    """An organisation without which needs of others go unmet."""

    words: ClassVar[str] = "single_point"

    organisation: str
    """The organisation on which they hang."""
    needs_lost: tuple[str, ...]
    """The needs of others that are unmet at once when it drops out."""
    direct: tuple[str, ...]
    """Who loses something by that which it cannot do without."""
    cascade: tuple[str, ...]
    """Who cannot go on after that, because of those."""
    dependums: tuple[str, ...]
    """What is needed from it."""
    because: tuple[str, ...]
    """All needs that are unmet in the end."""

    @property
    def rank(self) -> float:
        """How many organisations cannot go on, then how many needs are unmet at once."""
        return _seriousness(len(self.direct) + len(self.cascade), len(self.needs_lost))

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "count": len(self.needs_lost),
            "dependums": self.dependums,
            "direct": self._clause("direct", self.direct),
            "cascade": self._clause("cascade", self.cascade),
        }

    def _clause(self, name: str, organisations: tuple[str, ...]) -> Phrase | str:
        if not organisations:
            return ""
        names = named_or_counted(self, organisations)
        facts: dict[str, Fact] = {"count": len(organisations), "names": names}
        return Phrase.of(f"finding.single_point.{name}", facts)


@dataclass(frozen=True, kw_only=True)
class Dropout(Row):
    """What follows when one or more organisations drop out."""

    words: ClassVar[str] = "dropout"

    dropped: tuple[str, ...]
    """Who drops out, sorted."""
    unmet: tuple[str, ...]
    """The needs that are unmet in the end; also those of whoever dropped out."""
    of_others: int
    """How many of them are not of whoever dropped out."""
    stopped: tuple[str, ...]
    """Who cannot go on, besides those who dropped out, sorted."""
    rounds: tuple[tuple[str, ...], ...]
    """The same, round by round: each round follows from the one before."""
    dependums: tuple[str, ...]
    """What the others cannot get any more."""
    because: tuple[str, ...]
    """The needs that are unmet in the end."""

    @property
    def rank(self) -> float:
        """How many organisations cannot go on, then how many needs of others are unmet."""
        return _seriousness(len(self.stopped), self.of_others)

    @property
    def form(self) -> str:
        """Which sentence fits: whether any need of the others is unmet."""
        return "sentence" if self.of_others else "nothing"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.of_others else "ask_nothing"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        dropped = named_or_counted(self, self.dropped)
        gone: dict[str, Fact] = {"count": len(self.dropped), "names": dropped}
        return {
            "gone": Phrase.of("finding.dropout.gone", gone),
            "dropped": dropped,
            "count": self.of_others,
            "dependums": self.dependums,
            "stopped": self._stopped(),
        }

    def _stopped(self) -> Phrase | str:
        """Name who cannot go on, in the order of the rounds where there are several."""
        named = [named_or_counted(self, one) for one in self.rounds]
        if not named:
            return ""
        if len(named) == 1:
            facts: dict[str, Fact] = {"count": len(self.rounds[0]), "names": named[0]}
            return Phrase.of("finding.dropout.stopped", facts)
        first = Phrase.of("finding.dropout.first", {"names": named[0]})
        then = (Phrase.of("finding.dropout.then", {"names": names}) for names in named[1:])
        return Phrase.of("finding.dropout.in_rounds", {"rounds": (first, *then)})


def _seriousness(stopped: int, needs: int) -> float:
    """Rank by organisations; any number of needs counts for less than one organisation more."""
    return stopped + needs / (needs + 1)
