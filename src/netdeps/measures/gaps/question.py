"""One thing that nobody was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from netdeps.model import Level
from netdeps.results import Row
from netdeps.words import Fact, Phrase

Subject = Literal["contact", "role", "inside", "acknowledgement"]
"""Whether two speak to each other, whether somebody takes up its part in an issue, or whether
somebody knows what another needs from it; inside: whether two levels of one organisation do."""


@dataclass(frozen=True, kw_only=True)
class Question(Row):
    """Something that nobody was asked, and that findings hang on."""

    words: ClassVar[str] = "open_question"
    identity: ClassVar[tuple[str, ...]] = (
        "subject",
        "parties",
        "ask",
        "level",
        "other_level",
        "about",
    )

    subject: Subject = "contact"
    """``contact``, ``role``, ``inside`` or ``acknowledgement``."""
    parties: tuple[str, ...]
    """The organisations that it is about, in the order of their ids; of a role those who may fill it."""
    ask: tuple[str, ...] = ()
    """Who can answer it."""
    level: Level | None
    """The level of a contact, and the upper one of two inside an organisation; None for the others."""
    other_level: Level | None = None
    """The lower one of two levels inside an organisation."""
    about: tuple[str, ...] = ()
    """What is needed, or the issue in which there is a role."""
    priority: float
    """How much hangs on the answer, from 0 to 1."""
    because: tuple[str, ...]
    """The statements for which it matters."""

    @property
    def rank(self) -> float:
        """Its priority, with acknowledgements below everything else."""
        return self.priority - 1 if self.subject == "acknowledgement" else self.priority

    @property
    def form(self) -> str:
        """Which sentence fits."""
        return "sentence" if self.subject == "contact" else self.subject

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.subject == "contact" else f"question_{self.subject}"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.subject == "contact" else f"otherwise_{self.subject}"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        others = tuple(self.called(one) for one in self.parties if one not in self.ask)
        first, *rest = map(self.called, self.parties)
        return {
            "first": first,
            "second": tuple(rest),
            "asked": tuple(map(self.called, self.ask)),
            "count": len(self.ask),
            "other": others,
            "about": self.about,
            "level": Phrase(f"level.{self.level}") if self.level else "",
            "lower": Phrase(f"level.{self.other_level}") if self.other_level else "",
        }
