"""Taking out of a network what an audience may not see, and every trace of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from itertools import takewhile
from typing import Any, TypeVar

from netdeps.editions.audiences import PARTY, may_name, may_see
from netdeps.editions.ordering import gets_a_new_name, in_no_order, in_order
from netdeps.editions.released import told
from netdeps.graph import newest_replies, standing
from netdeps.model import (
    STATEMENT_LISTS,
    Contact,
    Contribution,
    Dependency,
    Interview,
    Network,
    Organisation,
    Record,
    Said,
    Statement,
)
from netdeps.model.base import ONE_TO_ONE
from netdeps.model.references import references, restricted

Lists = dict[str, tuple[Record, ...]]
RecordT = TypeVar("RecordT", bound=Record)

_NOT_FOR_OTHERS: Mapping[str, object] = {"purpose": "", "retain_until": None}
"""What the head of a case tells the facilitator alone, as it is where nothing is filled in."""


def reduced(network: Network, audience: str) -> Network:
    """Take out what the audience may not see, then whatever refers to it."""
    lists: Lists = {**network.lists, "releases": ()}
    for name, seen in told(network, audience).items():
        lists[name] = tuple(_with_seen_replies(row, audience) for row in seen)
    # before dates become months, which no longer tell what was said last
    lists["contacts"] = standing(row for row in lists["contacts"] if isinstance(row, Contact))
    allowed = {one.id for one in network.organisations if may_name(one, audience)}
    lists = _without(lists, "organisations", allowed)
    lists = _without(lists, "issues", _ids(lists["issues"]))
    shown = _named(lists, network, allowed, audience)
    kept = (one for one in network.organisations if one.id in shown)
    rows = (restricted(one, "organisations", shown.__contains__) for one in kept)
    lists["organisations"] = tuple(_as_named(row, audience) for row in rows if row is not None)
    lists["kinds"] = tuple(one for one in network.kinds if one.id in kinds_used(lists))
    coarse = {name: in_order(name, map(_coarse, rows)) for name, rows in lists.items()}
    return network.with_fields({**coarse, **_NOT_FOR_OTHERS})


def _as_named(one: Organisation, audience: str) -> Organisation:
    """Leave out who told of a party's own name, where another did so in confidence."""
    if one.said is None or not audience.startswith(PARTY):
        return one
    own = one.said.by == audience.removeprefix(PARTY)
    if own or one.said.visibility != "facilitator":
        return one
    return one.with_fields({"said": Said(visibility=one.said.visibility)})


def _with_seen_replies(row: Statement, audience: str) -> Statement:
    """Keep of the replies to a statement what an audience may see, of each speaker the newest."""
    if not (isinstance(row, Dependency | Contribution) and row.replies):
        return row
    seen = tuple(one for one in row.replies if may_see(one, audience))
    return row.with_fields({"replies": newest_replies(row.with_fields({"replies": seen}))})


def _without(lists: Lists, to: str, kept: Collection[str]) -> Lists:
    """Take out of the statements what refers to something that is not kept."""
    reduced = dict(lists)
    for name in STATEMENT_LISTS:
        rows = (restricted(row, to, kept.__contains__) for row in lists[name])
        reduced[name] = tuple(row for row in rows if row is not None)
    return reduced


def _ids(rows: Iterable[Record]) -> set[str]:
    return {row.id for row in rows if isinstance(row, Statement)}


def _named(lists: Lists, network: Network, allowed: set[str], audience: str) -> set[str]:
    """Find the organisations that a visible statement names, or that may be seen by themselves."""
    named = {
        reference.id
        for name in STATEMENT_LISTS
        for row in lists[name]
        for reference in references(row)
        if reference.refers.to == "organisations"
    }
    named |= {one.id for one in network.organisations if one.said or audience == f"{PARTY}{one.id}"}
    for one in named & allowed:
        named.update(takewhile(allowed.__contains__, network.wholes_of(one)))
    return named & allowed


def kinds_used(lists: Mapping[str, Collection[Record]]) -> set[str]:
    """Find the kinds that some record refers to."""
    return {
        reference.id
        for rows in lists.values()
        for row in rows
        for reference in references(row)
        if reference.refers.to == "kinds"
    }


def _coarse(row: RecordT) -> RecordT:
    """Leave out who exactly said it, on which day and under which name, and in which order."""
    changes: dict[str, Any] = {}
    said = getattr(row, "said", None)
    if said is not None:
        changes["said"] = _coarse_said(said)
    if isinstance(row, Dependency | Contribution) and row.replies:
        replies = (_coarse_said(one.said) for one in row.replies)
        changes["replies"] = tuple(
            one.with_fields({"said": said}) for one, said in zip(row.replies, replies, strict=True)
        )
    if isinstance(row, Contact):
        changes["persons"] = ()
    if isinstance(row, Interview):
        changes["date"] = _month(row.date)
    if gets_a_new_name(row):
        changes["id"] = ""
    return in_no_order(row.with_fields(changes) if changes else row)


def _coarse_said(said: Said) -> Said:
    changes: dict[str, Any] = {"person": None, "date": _month(said.date)}
    if said.setting in ONE_TO_ONE:  # exact words need consent, also before one's own director
        changes["remark"] = None
    return said.with_fields(changes)


def _month(day: dt.date | None) -> dt.date | None:
    return None if day is None else day.replace(day=1)
