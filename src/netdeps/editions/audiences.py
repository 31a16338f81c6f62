"""Whom an edition is for, and what each of them may see of a statement."""

from __future__ import annotations

from collections.abc import Mapping

from netdeps.errors import OptionError, did_you_mean, one_of, quoted
from netdeps.model import Organisation, Reply, Statement

AUDIENCES: tuple[str, ...] = ("public", "table", "facilitator")
"""From the widest audience to the narrowest; ``party:ID`` is the table with a party's own words."""

_RANK: Mapping[str, int] = {name: rank for rank, name in enumerate(AUDIENCES)}
PARTY = "party:"
"""What the audience of one party begins with."""


def check_audience(audience: str) -> None:
    """Refuse an audience that is not known."""
    named = isinstance(audience, str) and audience.startswith(PARTY) and audience != PARTY
    if audience in AUDIENCES or named:
        return
    known = (*AUDIENCES, "party:ID")
    hint = did_you_mean(audience, known)
    message = f"the audience {quoted(audience)} is not known; known are {one_of(known)}. {hint}"
    raise OptionError(message.rstrip())


def may_see(row: Statement | Reply, audience: str) -> bool:
    """Tell whether an audience may see a statement, by what the statement says of itself."""
    if audience.startswith(PARTY):
        own = row.said.by == audience.removeprefix(PARTY)
        return own or _RANK[row.said.visibility] <= _RANK["table"]
    return _RANK[row.said.visibility] <= _RANK[audience]


def may_name(one: Organisation, audience: str) -> bool:
    """Tell whether an organisation may be named at all; without a word on it, it may."""
    own = audience.removeprefix(PARTY) if audience.startswith(PARTY) else None
    if one.said is None or (own and own in {one.id, one.said.by}):
        return True
    level = "table" if audience.startswith(PARTY) else audience
    return _RANK[one.said.visibility] <= _RANK[level]
