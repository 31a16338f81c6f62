"""How many are named in a sentence: a few by name, more than that by their number."""

from __future__ import annotations

from netdeps.results import Row
from netdeps.words import Phrase

_MOST_NAMES = 12


def named(row: Row, organisations: tuple[str, ...]) -> tuple[str, ...] | Phrase:
    """Give what people call some organisations, or how many there are where the list is too long."""
    if len(organisations) > _MOST_NAMES:
        return Phrase.of("count.organisations", {"count": len(organisations)})
    return tuple(map(row.called, organisations))
