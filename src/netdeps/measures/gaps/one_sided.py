"""One finding about two parties whose own words about their contact differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.model import Level, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class OneSidedContact(Row):
    """A contact at one level of which one party says that it is there and the other that it is not."""

    words: ClassVar[str] = "one_sided_contact"

    parties: Pair
    """The two organisations, in the order of their ids."""
    level: Level
    """The level."""
    says_yes: str | None
    """Who says that there is contact; None where a party contradicts itself."""
    says_no: str | None
    """Who says that there is none; None where a party contradicts itself."""
    stated_no: bool
    """True when the no was stated; False when it follows from being asked and not naming the other."""
    because: tuple[str, ...]
    """The statements, and the interviews in which one did not name the other."""

    @property
    def form(self) -> str:
        """Which sentence fits: a stated no, one that follows from silence, or a contradiction."""
        if self.says_no is None:
            return "both"
        return "stated" if self.stated_no else "silent"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits: both are right, or one was not thought of."""
        return "otherwise_silent" if self.form == "silent" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = map(self.called, self.parties)
        return {
            "first": first,
            "second": second,
            "level": Phrase(f"level.{self.level}"),
            "yes": self.called(self.says_yes or ""),
            "no": self.called(self.says_no or ""),
        }
