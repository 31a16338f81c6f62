"""Taking out of a network what one voice told, and whatever rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from netdeps.editions.reducing import kinds_used
from netdeps.model import (
    STATEMENT_LISTS,
    TOLD_LISTS,
    Contact,
    Interview,
    Level,
    Network,
    Organisation,
    Record,
    Release,
    Said,
    Statement,
    replies_to,
)
from netdeps.model.naming import is_automatic
from netdeps.model.references import restricted

Rows = tuple[Record, ...]


@dataclass(frozen=True)
class Voice:
    """Who is forgotten: a person, everybody of an organisation, or a person of an organisation."""

    person: str | None = None
    organisation: str | None = None

    def told(self, said: Said | None) -> bool:
        """Tell whether it is the word of this voice."""
        if said is None:
            return False
        return (self.person in {None, said.person}) and (self.organisation in {None, said.by})

    def speaks_in(self, row: Statement) -> bool:
        """Tell whether a statement is the word of this voice, or an interview that it gave."""
        asked = isinstance(row, Interview) and self.organisation in {None, row.organisation}
        return self.told(row.said) or (asked and self.person == row.said.person)

    def carries(self, contact: Contact) -> bool:
        """Tell whether this person is said to carry a contact."""
        party = self.organisation is None or self.organisation in contact.between
        return party and self.person in contact.persons


def saids(row: Record) -> tuple[Said, ...]:
    """Give who told a row, and who replied to it."""
    if isinstance(row, Statement):
        return row.said, *(one.said for one in replies_to(row))
    return (row.said,) if isinstance(row, Organisation) and row.said else ()


def without_words(network: Network, voice: Voice) -> Network:
    """Leave out what a voice told, its replies, and what is about an issue that only it told."""
    lists: dict[str, Rows] = {name: _unspoken(rows, voice) for name, rows in network.lists.items()}
    if len(lists["issues"]) < len(network.issues):
        left = {row.id for row in lists["issues"] if isinstance(row, Statement)}
        for name, rows in lists.items():
            kept = (restricted(row, "issues", left.__contains__) for row in rows)
            lists[name] = tuple(row for row in kept if row is not None)
    return network.replaced(lists)


def without_unsure(before: Network, after: Network) -> tuple[Network, tuple[Interview, ...]]:
    """Leave out the interviews that may have been held with somebody whose words are gone.

    They name no person, and are of an organisation and a level of which words were taken out.
    Kept, they would make a "no" of words that somebody took back.
    """
    gone: dict[str | None, set[Level | None]] = defaultdict(set)
    for name in TOLD_LISTS:
        if name != "interviews":
            for said in _lost(before.lists[name], after.lists[name]):
                gone[said.by].add(said.level)
    unsure = tuple(one for one in after.interviews if _may_have_told(one, gone))
    ids = {one.id for one in unsure}
    left = [one for one in after.interviews if one.id not in ids]
    return after.replaced({"interviews": left}), unsure


def without_lost_kinds(before: Network, after: Network) -> Network:
    """Leave out the kinds that nothing refers to any more."""
    lost = kinds_used(before.lists) - kinds_used(after.lists)
    return after.replaced({"kinds": [one for one in after.kinds if one.id not in lost]})


def without_lost_releases(before: Network, after: Network) -> Network:
    """Leave out the releases that were made of something that is gone, or that hold nothing now.

    What was said at the table as well is not undone by whoever said it first: it stays, as a
    statement like any other.
    """
    was, left = (
        {row.id for name in STATEMENT_LISTS for row in getattr(one, name)}
        for one in (before, after)
    )
    lost = [one for one in after.releases if set(one.of) & (was - left)]
    said = [one for one in lost if one.ground == "table"]
    lists = {name: _with_those_of(said, name, getattr(after, name)) for name in STATEMENT_LISTS}
    kept = [one for one in after.releases if one not in lost and _holds_still(one, before)]
    return after.replaced({**lists, "releases": kept})


def _with_those_of(releases: Iterable[Release], name: str, rows: Rows) -> Rows:
    return (*rows, *(row for one in releases for row in getattr(one, name)))


def _holds_still(release: Release, before: Network) -> bool:
    """Tell whether a release lost nothing, or at least not all that was in it."""
    left = any(getattr(release, name) for name in STATEMENT_LISTS)
    return left or release in before.releases


def with_fresh_ids(network: Network) -> Network:
    """Number statements without a name of their own again: a gap would tell how many are gone."""
    return network.replaced(
        {name: [_nameless(row, name) for row in getattr(network, name)] for name in STATEMENT_LISTS}
    )


def _speaks(voice: Voice, row: Record) -> bool:
    return isinstance(row, Statement) and voice.speaks_in(row)


def _unheard(row: Record, voice: Voice) -> Record:
    """Leave out of a row that stays what the voice told of it."""
    changes: dict[str, Any] = {}
    if isinstance(row, Release):
        changes = {name: _unspoken(getattr(row, name), voice) for name in STATEMENT_LISTS}
    if isinstance(row, Organisation) and row.said and voice.told(row.said):
        # who may know of it stays: without that word it would be seen by more people than before
        changes["said"] = Said(visibility=row.said.visibility)
    replies = replies_to(row) if isinstance(row, Statement) else ()
    if any(voice.told(one.said) for one in replies):
        changes["replies"] = tuple(one for one in replies if not voice.told(one.said))
    if isinstance(row, Contact) and voice.carries(row):
        changes["persons"] = tuple(one for one in row.persons if one != voice.person)
    return row.with_fields(changes) if changes else row


def _unspoken(rows: Rows, voice: Voice) -> Rows:
    return tuple(_unheard(row, voice) for row in rows if not _speaks(voice, row))


def _lost(before: Rows, after: Rows) -> Iterator[Said]:
    """Give who told what is gone; what is said in the same way and stays is not gone."""
    left: Mapping[str, Statement] = {row.id: row for row in after if isinstance(row, Statement)}
    for row in before:
        if isinstance(row, Statement):
            kept = saids(left[row.id]) if row.id in left else ()
            yield from (said for said in saids(row) if said not in kept)


def _may_have_told(interview: Interview, gone: Mapping[str | None, set[Level | None]]) -> bool:
    levels = gone.get(interview.organisation, set())
    any_level = interview.level is None or None in levels
    return not interview.said.person and bool(levels) and (any_level or interview.level in levels)


def _nameless(row: Statement, list_name: str) -> Statement:
    return row.with_fields({"id": ""}) if is_automatic(row.id, list_name) else row
