"""Fingerprints of what an edition holds, so that a log can tell what is the same without its words.

A statement is what it says and who said it, without its id, which every edition gives anew, and
without who may see it. A reply has a fingerprint of its own: it may be of another speaker.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from hashlib import sha256
from operator import or_
from typing import Any, get_args

from netdeps.editions.audiences import PARTY, check_audience
from netdeps.editions.pseudonyms import under_own_names
from netdeps.editions.reducing import reduced
from netdeps.errors import OptionError, quoted
from netdeps.graph import kept
from netdeps.model import (
    STATEMENT_LISTS,
    TOLD_LISTS,
    Given,
    GivenLog,
    GivenMedian,
    Interview,
    Network,
    Reply,
    Statement,
    replies_to,
)
from netdeps.model.given import REPLIES, GivenAudience

_SORTS: tuple[GivenAudience, ...] = get_args(GivenAudience)
_LETTERS = 16
_SALT_BYTES = 16
_WHO_MAY_SEE = {"visibility": True}


@dataclass(frozen=True)
class Export:
    """What is about to be given to somebody: an edition of a case, or a part of one."""

    network: Network
    """The whole case."""
    audience: str
    """For whom: ``facilitator``, ``table``, ``public`` or ``party:ID``."""
    within: frozenset[str] | None = None
    """The ids of the organisations that it is limited to; None where it holds all."""
    before: Network | None = None
    """The case as it was, where the file shows that too."""

    def __post_init__(self) -> None:
        for one in (self.network, self.before or self.network):
            if not isinstance(one, Network):
                raise OptionError(f"what is given is of a Network; {quoted(one)} was given.")
        check_audience(self.audience)
        if self.audience.startswith(PARTY):
            self.network.organisation(self.audience.removeprefix(PARTY))
        for name in self.within or ():
            self.network.organisation(name)

    @property
    def sort(self) -> GivenAudience:
        """For whom it is, without the name of the party."""
        kind = self.audience.partition(":")[0]
        return next(one for one in _SORTS if one == kind)

    @property
    def party(self) -> str | None:
        """The party that it is for, where it is for one."""
        return self.audience.removeprefix(PARTY) if self.audience.startswith(PARTY) else None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What people call everybody in the case, now and before."""
        return {**(self.before.names if self.before else {}), **self.network.names}


@dataclass(frozen=True)
class Holding:
    """What somebody with an edition holds, by fingerprint; a log has the fingerprints alone."""

    organisations: dict[str, str]
    """The ids, by fingerprint."""
    statements: Counter[str]
    """How often each statement stands in it, by list and fingerprint."""
    speakers: dict[str, str | None]
    """Who told each of them; None for somebody who is not named or does not take part."""
    medians: dict[str, tuple[str, str]]
    """The condition and the group of each median, by list and fingerprint."""


def new_log() -> GivenLog:
    """Give a log in which nothing was noted yet, with a random salt of its own.

    Examples
    --------
    >>> new_log().given
    ()
    """
    return GivenLog(salt=secrets.token_hex(_SALT_BYTES))


def fingerprint(salt: str, *said: str) -> str:
    """Give 16 hexadecimal digits that are the same for the same words, and as good as never for others."""
    return sha256(json.dumps([salt, *said]).encode()).hexdigest()[:_LETTERS]


def noted(export: Export, log: GivenLog, *, to: str, file: str, day: dt.date) -> GivenLog:
    """Give the log with one more entry: what was given to whom.

    The entry has the day, to whom, for whom the edition is, the name of the file, and the name and
    the moment of the case; of what is in it fingerprints alone.

    Raises
    ------
    InvalidRecordsError
        When ``to`` is empty, or the log is full.

    Examples
    --------
    >>> import datetime as dt
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}],
    ...     contacts=[{"between": ["care", "city"], "said": {"visibility": "table"}}],
    ... )
    >>> log = noted(
    ...     Export(network, "table"),
    ...     new_log(),
    ...     to="everybody at the meeting",
    ...     file="map.html",
    ...     day=dt.date(2026, 5, 3),
    ... )
    >>> len(log.given[0].organisations), len(log.given[0].statements)
    (2, 1)
    """
    held = holding(export, export.audience, log.salt)
    party = None if export.party is None else of_organisation(log.salt, export.party)
    entry = Given(
        day=day,
        to=to,
        audience=export.sort,
        party=party,
        file=file,
        case=export.network.name,
        moment=export.network.date,
        whole=export.within is None,
        organisations=tuple(sorted(held.organisations)),
        statements=tuple(sorted(held.statements.elements())),
        medians=tuple(
            GivenMedian.model_validate({"condition": condition, "group": group})
            for condition, group in sorted(set(held.medians.values()))
        ),
    )
    return log.with_fields({"given": (*log.given, entry)})


def holding(export: Export, audience: str, salt: str) -> Holding:
    """Give what somebody holds who gets this for an audience, under everybody's own name.

    The public edition deals its letters anew each time; whoever sets two of them side by side by
    what they say is not stopped by that.
    """
    networks = [one for one in (export.network, export.before) if one is not None]
    held = [_at_one_moment(one, audience, export.within, salt) for one in networks]
    return Holding(
        organisations=dict(ChainMap(*(one.organisations for one in held))),
        # what stands at both moments stands there once
        statements=reduce(or_, (one.statements for one in held)),
        speakers=dict(ChainMap(*(one.speakers for one in held))),
        medians=dict(ChainMap(*(one.medians for one in held))),
    )


def of_organisation(salt: str, organisation: str) -> str:
    """Give the fingerprint of an organisation: of its id, whatever it is called."""
    return fingerprint(salt, "organisations", organisation)


def list_of(mark: str) -> str:
    """Give the list that a statement is of, by its list and fingerprint."""
    return mark.partition(":")[0]


def _at_one_moment(
    network: Network, audience: str, within: frozenset[str] | None, salt: str
) -> Holding:
    """Give what an edition holds; it is asked for again when the file is noted."""

    def make() -> Holding:
        seen = _seen(network, audience, within)
        told = tuple(_told(seen, salt))
        return Holding(
            organisations={of_organisation(salt, one): one for one in seen.ids},
            statements=Counter(mark for mark, _ in told),
            speakers={mark: by for mark, by in told if _is_told(mark)},
            medians=dict(_medians(seen, salt)),
        )

    return kept(network, (Holding, audience, within, salt), make)


def _seen(network: Network, audience: str, within: frozenset[str] | None) -> Network:
    if audience == "public":
        seen = under_own_names(network)
    else:
        seen = network if audience == "facilitator" else reduced(network, audience)
    return seen if within is None else seen.only([one for one in seen.ids if one in within])


def _told(network: Network, salt: str) -> Iterator[tuple[str, str | None]]:
    """Give each statement and each reply as its list and fingerprint, with who told it."""
    for name in STATEMENT_LISTS:
        for row in getattr(network, name):
            said = _what_it_says(row)
            yield f"{name}:{fingerprint(salt, name, said)}", _speaker(row)
            for reply in replies_to(row):
                mark = fingerprint(salt, REPLIES, name, said, _what_it_says(reply))
                yield f"{REPLIES}:{mark}", reply.said.speaker


def _what_it_says(row: Statement | Reply) -> str:
    """Write down what a row says; a field that nobody filled in makes no difference."""
    left_out: dict[str, Any] = {"said": _WHO_MAY_SEE, "replies": True}
    if isinstance(row, Statement) and not type(row).model_fields["id"].is_required():
        left_out["id"] = True  # only a name that had to be chosen says something
    return row.model_dump_json(exclude=left_out, exclude_defaults=True)


def _speaker(row: Statement) -> str | None:
    """Tell whose word a row is; that somebody was interviewed is news of who was."""
    return row.organisation if isinstance(row, Interview) else row.said.speaker


def _is_told(mark: str) -> bool:
    return list_of(mark) in {*TOLD_LISTS, REPLIES}


def _medians(network: Network, salt: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give of each median its list and fingerprint, its condition, and whose scores it is of."""
    for row in network.medians:
        group = fingerprint(salt, "group", row.kind or "", row.level or "")
        mark = fingerprint(salt, "medians", _what_it_says(row))
        yield f"medians:{mark}", (row.condition, group)
