"""What became of the changes, line by line, in words for whoever applied them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from netdeps.corrections.statements import at_level, called, in_words
from netdeps.graph import State
from netdeps.model import Level, Mark, Network
from netdeps.words import Fact, Phrase

Became = Literal["added", "noted", "asked", "there"]
"""A statement of its own, a reply to what was told, a question to ask, or nothing: it was there."""


@dataclass(frozen=True)
class AppliedMark:
    """What one mark became, and what changed by it."""

    number: int
    """Which mark of the file, counted from 1."""
    mark: Mark
    became: Became
    statements: tuple[str, ...]
    """The ids of the statements that it is in now."""
    changed: tuple[tuple[Level, State, State], ...] = ()
    """Of a contact: at which levels something else is known now, what was known, and what is."""
    hidden: bool = False
    """True when what it replies to is not for those who saw the map."""
    released: bool = False
    """True when it was said at the table, and the table sees nothing of what it replies to."""

    def sentence(self, network: Network, language: str) -> str:
        """Say who said what, and what became of it."""
        return " ".join(part.sentence(language) for part in self._parts(network))

    def _parts(self, network: Network) -> list[Phrase]:
        by = self.mark.by
        speaker: Fact = Phrase("correction.nobody") if by is None else called(by, network)
        facts: dict[str, Fact] = {"speaker": speaker, "tie": in_words(self.mark, network)}
        parts = [
            Phrase.of("correction.number", {"number": self.number}),
            Phrase.of(f"correction.{self.mark.mark}", facts),
        ]
        if self.mark.remark:
            parts.append(Phrase.of("correction.remark", {"remark": self.mark.remark}))
        parts.append(Phrase(f"correction.{self.became}"))
        parts += [_change(*one) for one in self.changed]
        if not self.hidden:
            return parts
        return [
            *parts,
            Phrase("correction.hidden_spoken" if self.released else "correction.hidden"),
        ]


@dataclass(frozen=True)
class Applied:
    """A case with the changes in it, and what each of them became."""

    network: Network
    """The case as it is now."""
    marks: tuple[AppliedMark, ...]
    """What each mark became, in the order of the file."""
    views: int = 0
    """How many kept views became steps of the guided walk."""
    views_there: int = 0
    """How many were there already."""

    def count(self, *became: Became) -> int:
        """Count the marks that became one of these."""
        return sum(one.became in became for one in self.marks)


def _change(level: Level, before: State, after: State) -> Phrase:
    facts: dict[str, Fact] = {
        "at": at_level(level),
        "before": Phrase(f"state.{before}"),
        "after": Phrase(f"state.{after}"),
    }
    return Phrase.of("correction.changed", facts)
