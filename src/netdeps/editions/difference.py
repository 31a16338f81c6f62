"""One difference between an export and what was given before, in words for the facilitator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from netdeps.model import Fixed, Given
from netdeps.model.voices import Condition
from netdeps.words import Fact, Phrase, Says, say

Sort: TypeAlias = Literal[
    "everything",
    "other_case",
    "unlike",
    "joined",
    "left",
    "wave_joined",
    "wave_left",
    "subgroup",
    "one_speaker",
    "no_speaker",
    "gone",
    "median_group",
    "median_changed",
]
"""What can be worked out, by a name for programs."""

_MOST_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What somebody could work out who has an export and what was given before.

    It is for the facilitator alone: it says what changed in between, and who.
    """

    sort: Sort
    """What can be worked out."""
    earlier: tuple[Given, ...] = ()
    """The entries of the log that show it, newest first."""
    organisations: tuple[str, ...] = ()
    """The ids of those who came in, went, are in the rest, or told all that is new."""
    unnamed: int = 0
    """How many of them are not in the case any more, so that the log cannot name them."""
    lists: tuple[tuple[str, int], ...] = ()
    """How many statements came or went, by list."""
    conditions: tuple[Condition, ...] = ()
    """Of which conditions of collaboration it concerns the median."""
    names: Mapping[str, str] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call each organisation."""

    def sentence(self, language: str = "en") -> str:
        """Say what can be worked out, and with which earlier file."""
        return say(f"given.{self.sort}.sentence", language, self._facts())

    def advice(self, language: str = "en") -> str:
        """Say what can be done about it."""
        return say(f"given.{self.sort}.advice", language, self._facts())

    def _facts(self) -> Mapping[str, Fact]:
        lists = tuple(
            Phrase.of("given.of_list", {"list": _list(name), "count": count})
            for name, count in self.lists
        )
        conditions = tuple(Phrase(f"finding.safe_median.{one}") for one in self.conditions)
        cases = tuple(sorted({one.case or "–" for one in self.earlier}))
        return {
            "earlier": earlier_files(self.earlier),
            "names": self._who(),
            "lists": lists,
            "conditions": conditions,
            "cases": cases,
            "count": self._count(),
        }

    def _who(self) -> tuple[str | Says, ...]:
        named = tuple(self.names.get(one, one) for one in self.organisations)
        return (*named, *_some("given.unnamed", self.unnamed))

    def _count(self) -> int:
        """Count what the sentence is about: organisations, statements or files."""
        organisations = len(self.organisations) + self.unnamed
        statements = sum(count for _, count in self.lists)
        return organisations or statements or len(self.earlier)


def earlier_files(entries: tuple[Given, ...]) -> tuple[Says, ...]:
    """Name the newest of some entries by who got them and when, and count the rest."""
    shown = tuple(
        Phrase.of("given.earlier", {"to": one.to, "day": one.day}) for one in entries[:_MOST_NAMED]
    )
    return (*shown, *_some("given.more", len(entries) - len(shown)))


def _some(key: str, count: int) -> tuple[Phrase, ...]:
    return (Phrase.of(key, {"count": count}),) if count > 0 else ()


def _list(name: str) -> Phrase:
    return Phrase("given.replies" if name == "replies" else f"list.{name}")
