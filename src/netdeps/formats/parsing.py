"""What a parser of case files gives, and how much it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """Where a value stands in a text, and how it is written there."""

    line: int
    written: str | None = None


Spots = Mapping[Path, Spot]

MOST_NESTED = 32
"""A case is a handful of levels deep; more is a mistake or an attack."""

MOST_ALIASED = 1_000_000
"""So many values may come from aliases; a few hundred bytes of them can stand for millions."""


class ParseError(ValueError):
    """A text is not of the format that it was read as."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Format:
    """How cases are written in one format."""

    name: str
    endings: tuple[str, ...]
    parse: Callable[[str], Any]
    spots: Callable[[str], Spots]
    dump: Callable[[Mapping[str, Any]], str]
