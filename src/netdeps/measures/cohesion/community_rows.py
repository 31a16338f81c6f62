"""One community."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.results import Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class Community(Row):
    """Organisations with many ties among themselves and few to others."""

    words: ClassVar[str] = "community"

    members: tuple[str, ...]
    """The organisations in it."""
    size: int
    """Their number."""
    inside: int
    """The pairs among them that are tied."""
    outside: int
    """The pairs of one of them and somebody else that are tied."""
    division: int
    """The number of the division that it belongs to; several where they are equally good."""
    modularity: float
    """How good that division is as a whole, from -1/2 to 1."""
    because: tuple[str, ...]
    """The statements about the ties inside it."""

    @property
    def rank(self) -> float:
        """Its size."""
        return self.size

    @property
    def form(self) -> str:
        """Which sentence fits: a group, one by itself with ties, or one without any."""
        if self.size > 1:
            return "sentence" if self.outside else "apart"
        return "single" if self.outside else "alone"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return {"single": "question_alone"}.get(self.form, f"question_{self.form}")

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise_alone" if self.form == "alone" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "members": tuple(map(self.called, self.members)),
            "inside": Phrase.of("count.lines", {"count": self.inside}),
            "outside": Phrase.of("count.lines", {"count": self.outside}),
        }
