"""Who may see what: an edition is a network as one audience may see it.

What an audience sees is computed from a network that holds nothing above its level; it is never
picked out of the whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeVar

from netdeps.errors import AudienceError, OptionError, did_you_mean, one_of, quoted
from netdeps.graph import Contacts, ContactState, newest_replies, standing
from netdeps.model import (
    OUTSIDE,
    STATEMENT_LISTS,
    Agreement,
    Chain,
    Contact,
    Contribution,
    Dependency,
    Interview,
    Issue,
    Level,
    Network,
    Organisation,
    Pair,
    Record,
    Reply,
    Said,
    Statement,
    Table,
    Wait,
    replies_to,
)
from netdeps.model.references import references, restricted

AUDIENCES: tuple[str, ...] = ("public", "table", "facilitator")
"""From the widest audience to the narrowest; ``party:ID`` is the table with a party's own words."""

_RANK: Mapping[str, int] = {name: rank for rank, name in enumerate(AUDIENCES)}
_PARTY = "party:"

Lists = dict[str, tuple[Record, ...]]
RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True)
class Edition:
    """A network as one audience may see it. Maps and reports take nothing else.

    It is made by ``edition``; a network that holds something above the audience is refused.
    """

    network: Network
    """What the audience may see."""
    audience: str
    """facilitator, table, public, or ``party:ID``."""

    def __post_init__(self) -> None:
        check_audience(self.audience)
        if not all(_may_name(one, self.audience) for one in self.network.organisations):
            raise _above("organisations", self.audience)
        for name in STATEMENT_LISTS:
            if not all(_all_seen(row, self.audience) for row in getattr(self.network, name)):
                raise _above(name, self.audience)


def edition(network: Network, audience: str) -> Edition:
    """Give the network as one audience may see it.

    ``facilitator`` sees everything; ``table`` what is for the table or public; ``public`` what is
    public; ``party:ID`` what the table sees and what that party said itself. An organisation that
    says nothing about its visibility is seen where a visible statement names it. For everybody but
    the facilitator, pseudonyms of persons are left out and dates are rounded to the month.

    Raises
    ------
    OptionError
        When there is no such audience.
    UnknownNameError
        When the party is not one of the organisations.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     contacts=[{"between": ["care", "housing"], "said": {"visibility": "table"}}],
    ...     concerns=[{"theme": "tendering", "said": {"by": "care"}}],
    ... )
    >>> shown = nd.edition(network, "table").network
    >>> len(shown.contacts), len(shown.concerns)
    (1, 0)
    """
    if not isinstance(network, Network):
        raise OptionError(f"an edition is made of a Network; {quoted(network)} was given.")
    check_audience(audience)
    if audience.startswith(_PARTY):
        network.organisation(audience.removeprefix(_PARTY))
    if audience == "facilitator":
        return Edition(network, audience)
    return Edition(_reduced(network, audience), audience)


def check_audience(audience: str) -> None:
    """Refuse an audience that is not known."""
    named = isinstance(audience, str) and audience.startswith(_PARTY) and audience != _PARTY
    if audience in AUDIENCES or named:
        return
    known = (*AUDIENCES, "party:ID")
    hint = did_you_mean(audience, known)
    message = f"the audience {quoted(audience)} is not known; known are {one_of(known)}. {hint}"
    raise OptionError(message.rstrip())


def _above(name: str, audience: str) -> AudienceError:
    return AudienceError(
        f"the network holds {name} above {quoted(audience)}; "
        "make an edition with: netdeps.edition(network, audience)"
    )


def hidden_organisations(network: Network, shown: Edition) -> tuple[str, ...]:
    """Name, for the facilitator alone, the organisations that are not in an edition."""
    return tuple(name for name in network.ids if name not in shown.network.names)


def false_absences(network: Network, shown: Edition) -> tuple[Pair, ...]:
    """Name, for the facilitator alone, the pairs in contact that an edition shows as not.

    It happens where the audience sees that a party was asked about its contacts, and does not see
    what it answered. Only who fills the case can mend it, by the visibility of either.
    """
    whole, reduced = Contacts(network), Contacts(shown.network)
    here = shown.network.names
    told = (one for one in sorted(whole.told) if one[0] in here and one[1] in here)
    return tuple(one for one in told if _reads_as_no(whole.states(*one), reduced.states(*one)))


def _reads_as_no(
    whole: Mapping[Level, ContactState], reduced: Mapping[Level, ContactState]
) -> bool:
    return any(
        state.state == "yes" and reduced[level].state in {"no", "disputed"}
        for level, state in whole.items()
    )


def may_see(row: Statement | Reply, audience: str) -> bool:
    """Tell whether an audience may see a statement, by what the statement says of itself."""
    if audience.startswith(_PARTY):
        own = row.said.by == audience.removeprefix(_PARTY)
        return own or _RANK[row.said.visibility] <= _RANK["table"]
    return _RANK[row.said.visibility] <= _RANK[audience]


def _all_seen(row: Statement, audience: str) -> bool:
    """Tell whether an audience may see a statement and all that was said in reply to it."""
    return may_see(row, audience) and all(may_see(one, audience) for one in replies_to(row))


def _reduced(network: Network, audience: str) -> Network:
    """Take out what the audience may not see, then whatever refers to it."""
    lists: Lists = {name: tuple(rows) for name, rows in network.lists.items()}
    for name in STATEMENT_LISTS:
        seen = (row for row in getattr(network, name) if may_see(row, audience))
        lists[name] = tuple(_with_seen_replies(row, audience) for row in seen)
    # before dates become months, which no longer tell what was said last
    lists["contacts"] = standing(row for row in network.contacts if may_see(row, audience))
    allowed = {one.id for one in network.organisations if _may_name(one, audience)}
    lists = _without(lists, "organisations", allowed)
    lists = _without(lists, "issues", _ids(lists["issues"]))
    shown = _named(lists, network, allowed, audience)
    kept = (one for one in network.organisations if one.id in shown)
    rows = (restricted(one, "organisations", shown.__contains__) for one in kept)
    lists["organisations"] = tuple(row for row in rows if row is not None)
    lists["kinds"] = tuple(one for one in network.kinds if one.id in _kinds_used(lists))
    return network.replaced({name: tuple(map(_coarse, rows)) for name, rows in lists.items()})


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
    named |= {
        one.id for one in network.organisations if one.said or audience == f"{_PARTY}{one.id}"
    }
    for one in named & allowed:
        named.update(takewhile(allowed.__contains__, network.wholes_of(one)))
    return named & allowed


def _kinds_used(lists: Lists) -> set[str]:
    return {
        reference.id
        for rows in lists.values()
        for row in rows
        for reference in references(row)
        if reference.refers.to == "kinds"
    }


def _coarse(row: RecordT) -> RecordT:
    """Leave out who exactly said it, on which day, under which name, and how many are hidden."""
    changes: dict[str, Any] = {}
    said = getattr(row, "said", None)
    if said and (said.person or said.date):
        changes["said"] = _coarse_said(said)
    if isinstance(row, Dependency | Contribution) and row.replies:
        changes["replies"] = tuple(
            one.with_fields({"said": _coarse_said(one.said)}) for one in row.replies
        )
    if isinstance(row, Contact) and row.persons:
        changes["persons"] = ()
    if isinstance(row, Dependency) and row.dependees.count(OUTSIDE) > 1:
        changes["dependees"] = tuple(dict.fromkeys(row.dependees))
    if isinstance(row, Wait) and row.awaited.count(OUTSIDE) > 1:
        changes["awaited"] = tuple(dict.fromkeys(row.awaited))
    if isinstance(row, Interview) and row.date:
        changes["date"] = _month(row.date)
    if isinstance(row, Statement) and not isinstance(row, Issue | Table | Chain | Agreement):
        changes["id"] = ""
    return row.with_fields(changes) if changes else row


def _coarse_said(said: Said) -> Said:
    return said.with_fields({"person": None, "date": _month(said.date)})


def _month(day: dt.date | None) -> dt.date | None:
    return None if day is None else day.replace(day=1)


def _may_name(one: Organisation, audience: str) -> bool:
    """Tell whether an organisation may be named at all; without a word on it, it may."""
    own = audience.removeprefix(_PARTY) if audience.startswith(_PARTY) else None
    if one.said is None or (own and own in {one.id, one.said.by}):
        return True
    level = "table" if audience.startswith(_PARTY) else audience
    return _RANK[one.said.visibility] <= _RANK[level]
