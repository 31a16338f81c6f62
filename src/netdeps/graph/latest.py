"""What still stands of what was said: of one speaker the newest word counts.

A statement is taken back by a later one of the same speaker that says the opposite of the same
tie. One without a date comes before all that have one. Where the later one tells at which level
its speaker works, it speaks for that level alone: staff cannot take back what their directors said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import product
from typing import TypeAlias

from netdeps.model import Contact, Contribution, Dependency, Level, Pair, Reply, Said

_Word: TypeAlias = tuple[Pair, str | None, bool, Level | None, Level | None]
"""A pair, who speaks of it, yes or no, the level of the contact, and that of the speaker."""


def standing(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Give the statements about contact that their speakers did not take back.

    Examples
    --------
    >>> told = [
    ...     Contact(between=["care", "homes"], said={"by": "care", "date": "2026-03-01"}),
    ...     Contact(between=["homes", "care"], exists=False,
    ...             said={"by": "care", "date": "2026-11-22"}),
    ... ]
    >>> [one.exists for one in standing(told)]
    [False]
    """
    every = tuple(contacts)
    newest: dict[_Word, dt.date] = {}
    for one in every:
        if one.crosses:
            continue
        word = _word(one)
        newest[word] = max(_moment(one.said), newest.get(word, dt.date.min))
    return tuple(one for one in every if not _taken_back(one, newest))


def newest_replies(row: Dependency | Contribution) -> tuple[Reply, ...]:
    """Give the newest reply of each speaker; of those who are not named, all of them."""
    newest: dict[str | None, dt.date] = {}
    for one in row.replies:
        newest[one.said.speaker] = max(_moment(one.said), newest.get(one.said.speaker, dt.date.min))
    return tuple(
        one
        for one in row.replies
        if one.said.speaker is None or _moment(one.said) == newest[one.said.speaker]
    )


def repliers(row: Dependency | Contribution, says: str) -> frozenset[str]:
    """Give the organisations that confirmed it, or that denied it, and did not say both."""
    latest = newest_replies(row)
    both = {"confirmed", "denied"} - {says}
    against = {one.said.speaker for one in latest if one.says in both}
    found = {one.said.speaker for one in latest if one.says == says}
    return frozenset(one for one in found - against if one is not None)


def _word(one: Contact) -> _Word:
    return one.pair, one.said.speaker, one.exists, one.level, one.said.level


def _moment(said: Said) -> dt.date:
    return said.date or dt.date.min


def _taken_back(one: Contact, newest: Mapping[_Word, dt.date]) -> bool:
    """Tell whether the same speaker said the opposite later, of this level or of all of them."""
    pair, speaker, exists, level, voice = _word(one)
    if speaker is None or one.crosses:
        return False
    opposites = product({level, None}, {voice, None})
    return any(
        newest.get((pair, speaker, not exists, about, by), dt.date.min) > _moment(one.said)
        for about, by in opposites
    )
