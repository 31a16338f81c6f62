"""The network without some of what was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from netdeps.model import (
    STATEMENT_LISTS,
    TOLD_LISTS,
    Interview,
    Network,
    Record,
    Statement,
    replies_to,
)
from netdeps.model.references import references, restricted

Name: TypeAlias = tuple[str, str]
"""Which statement: its list and its id, since an issue and a contact may have the same id."""

_SECONDED = ("acknowledged_by", "confirmed_by", "denied_by")
"""Fields in which a party says something of what another said."""


def every_statement(network: Network) -> Iterator[tuple[Name, Statement]]:
    """Give all that was told, with the list and the id of each statement."""
    for name in TOLD_LISTS:
        yield from (((name, row.id), row) for row in getattr(network, name))


def without_statements(network: Network, gone: Collection[Name]) -> Network:
    """Give the network in which some things were not said.

    Where an issue is left out, so is what refers to it.
    """
    lists: dict[str, tuple[Record, ...]] = {
        name: tuple(row for row in getattr(network, name) if (name, row.id) not in gone)
        for name in STATEMENT_LISTS
    }
    if len(lists["issues"]) < len(network.issues):
        issues = {row.id for row in network.issues if ("issues", row.id) not in gone}
        lists = {name: tuple(_about(rows, issues)) for name, rows in lists.items()}
    return network.replaced(lists)


def speakers(network: Network) -> tuple[str, ...]:
    """Give the organisations whose own words, or whose silence when asked, are in the network."""
    found = {one for _, row in every_statement(network) for one in voices_in(row)}
    return tuple(sorted(found))


def voices_in(row: Statement) -> set[str]:
    """Give who speaks in a statement: who says it, who was asked, and who confirms or denies it."""
    said = {row.said.speaker} if row.said.speaker else set()
    asked = {row.organisation} if isinstance(row, Interview) else set()
    seconded = {one for name in _SECONDED for one in getattr(row, name, ())}
    replied = {one.said.speaker for one in replies_to(row) if one.said.speaker}
    return said | asked | seconded | replied


def without_voice(network: Network, speaker: str) -> Network:
    """Give the network as if nobody had heard one speaker.

    What it said goes, and what it confirmed, denied or acknowledged is no longer so. Its interviews
    go as well: whoever is not heard is silent because it was not asked, which is no answer.
    """
    own = {name for name, row in every_statement(network) if _is_of(row, speaker)}
    left = without_statements(network, own)
    lists = {
        name: [_unseconded(row, speaker) for row in getattr(left, name)] for name in STATEMENT_LISTS
    }
    return left.replaced(lists)


def told_about(row: Statement) -> set[str]:
    """Give the organisations that a statement is about."""
    return {
        reference.id
        for reference in references(row)
        if reference.refers.to == "organisations"
        and reference.path[0] not in {"said", "replies", *_SECONDED}
    }


def _about(rows: Iterable[Record], issues: set[str]) -> Iterator[Record]:
    for row in rows:
        kept = restricted(row, "issues", issues.__contains__)
        if kept is not None:
            yield kept


def _is_of(row: Statement, speaker: str) -> bool:
    asked = isinstance(row, Interview) and row.organisation == speaker
    return asked or row.said.speaker == speaker


def _unseconded(row: Statement, speaker: str) -> Statement:
    changes = {
        name: tuple(one for one in getattr(row, name) if one != speaker)
        for name in _SECONDED
        if speaker in getattr(row, name, ())
    }
    replies = replies_to(row)
    if any(one.said.speaker == speaker for one in replies):
        changes["replies"] = tuple(one for one in replies if one.said.speaker != speaker)
    return row.with_fields(changes) if changes else row
