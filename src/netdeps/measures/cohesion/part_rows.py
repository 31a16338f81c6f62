"""One part of a network, and one organisation that holds parts together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.graph import Connection
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says

_LISTED = 6
"""A part of more organisations than this is told by its size."""


@dataclass(frozen=True, kw_only=True)
class Component(Row):
    """A part of the network that hangs together and has no way to the rest."""

    words: ClassVar[str] = "component"

    members: tuple[str, ...]
    """The organisations in it."""
    size: int
    """Their number."""
    share: float
    """Their share of all organisations."""
    connection: Connection
    """What counts as hanging together: any way between two, or one to and fro."""
    because: tuple[str, ...]
    """The statements about the ties inside it."""

    @property
    def rank(self) -> float:
        """Its size."""
        return self.size

    @property
    def form(self) -> str:
        """Which sentence fits: all together, a part, or one alone; and to and fro or not."""
        if self.size == 1:
            part = "only" if self.share == 1 else "alone"
        else:
            part = "all" if self.share == 1 else "part"
        return part if self.connection == "weak" or part == "only" else f"{part}_strong"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return f"question_{self.form}"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        if self.form == "only":
            return "otherwise_only"
        return "otherwise_all" if self.share == 1 else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {"members": tuple(map(self.called, self.members)), "count": self.size}


@dataclass(frozen=True, kw_only=True)
class CutPoint(Row):
    """An organisation without which others would lose every way to each other."""

    words: ClassVar[str] = "cut_point"

    organisation: str
    """The organisation."""
    parts: tuple[tuple[str, ...], ...]
    """The groups that would have no way to each other any more, the largest first."""
    separates: int
    """The number of pairs that would lose every way to each other."""
    because: tuple[str, ...]
    """The statements about its ties, and the interviews of both parties that these rest on."""

    @property
    def rank(self) -> float:
        """The pairs that it holds together."""
        return self.separates

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "parts": tuple(map(self._part, self.parts)),
            "count": self.separates,
        }

    def _part(self, members: tuple[str, ...]) -> Says | str:
        names = tuple(map(self.called, members))
        if len(names) == 1:
            return names[0]
        form = "several" if len(names) <= _LISTED else "many"
        return Phrase.of(f"finding.cut_point.{form}", {"members": names, "count": len(names)})
