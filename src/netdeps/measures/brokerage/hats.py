"""Organisations that wear several hats, and whether it is known with which one they speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import comb

from netdeps.graph import Selection, selected
from netdeps.measures.brokerage.role_rows import RoleConflict
from netdeps.measures.brokerage.roles import Conflicts, Held, held_roles
from netdeps.model import TOLD_LISTS, Network, Pair, Statement
from netdeps.results import About, Findings, Scores
from netdeps.words import Phrase


def role_conflicts(
    network: Network,
    *,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    conflicts: Mapping[Pair, float] | None = None,
) -> Findings[RoleConflict]:
    """Who wears hats that can get in each other's way, and in which dossier.

    A row for the roles that an organisation has everywhere (its ``roles``, and hats without a
    dossier), and one for each dossier in which it has a hat besides; or, with ``dossier``, for its
    roles in that dossier. ``conflict`` is the mean, over all pairs of its roles there, of how much
    the two can get in each other's way: 0 with fewer than two roles, at most 1. Most conflicting
    pairs first: one more role that harms nobody lowers the mean, and not that number.

    The table is a convention, for the facilitator to edit: contracting authority and process
    director 1, contracting authority and partner 1, funder and process director 1/2, supervisor and
    any other role 1, all else 0. ``conflicts`` is laid over it, ``{("funder", "partner"): 0.5}``; 0
    takes a pair out, and ``"any"`` stands for every other role. The order of the two does not
    matter. Roles are known by these words or by their Dutch and English labels
    (``process director``, ``procesregisseur``); any other word is a role of its own.

    ``clarity`` is as in ``hat_clarity``. Organisations of which no role is known are undefined.

    Raises
    ------
    OptionError
        When ``conflicts`` has a key that is no pair of roles, a weight that is not from 0 to 1, or
        two weights for one pair.
    UnknownNameError
        When a dossier, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> hats = ["contracting_authority", "process_director", "partner"]
    >>> network = Network(organisations=[{"id": "city", "roles": hats}])
    >>> row = measures.role_conflicts(network)[0]
    >>> row.count, round(row.conflict, 4)
    (2, 0.6667)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    table, told = Conflicts(conflicts), _own_words(part)
    rows = [_row(one, table, told[one.organisation], part) for one in _asked(part, dossier)]
    rows.sort(key=lambda row: (-row.count, -row.conflict, row.organisation, row.dossier or ""))
    known = {row.organisation for row in rows}
    without = {one: Phrase("reason.no_roles") for one in part.ids if one not in known}
    return Findings(rows, About.of("role_conflicts", part, rows), without)


def hat_clarity(network: Network, *, kind: str | None = None, inside: str | None = None) -> Scores:
    """Of what an organisation said itself, of which share it is known with which hat on.

    The number of its own statements for which a role was recorded (``said.hat``), divided by the
    number of its own statements, from 0 to 1. An organisation that said nothing is undefined.

    Raises
    ------
    UnknownNameError
        When a kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}],
    ...     concerns=[{"theme": "time", "said": {"by": "city", "hat": "funder"}},
    ...               {"theme": "money", "said": {"by": "city"}}],
    ... )
    >>> dict(measures.hat_clarity(network))
    {'city': 0.5}
    """
    part = selected(network, Selection(kind=kind, inside=inside))
    told = _own_words(part)
    shares = {one: _clarity(told[one]) for one in part.ids}
    because = (statement.id for one in part.ids for statement in told[one])
    return Scores(
        {one: share for one, share in shares.items() if share is not None},
        About.of("hat_clarity", part, because=because),
        {one: Phrase("reason.said_nothing") for one, share in shares.items() if share is None},
    )


def _asked(network: Network, dossier: str | None) -> Iterator[Held]:
    """Give the roles of each organisation that has any: of the dossier, or all of them."""
    of = {one.organisation: one for one in held_roles(network) if one.dossier is None}
    of |= {one.organisation: one for one in held_roles(network) if one.dossier == dossier}
    chosen = held_roles(network) if dossier is None else of.values()
    yield from (one for one in chosen if one.roles)


def _row(one: Held, table: Conflicts, said: list[Statement], network: Network) -> RoleConflict:
    found = table.among(one.roles)
    pairs = comb(len(one.roles), 2)
    total = sum((table.between(first, second) for first, second, _ in found), Fraction(0))
    return RoleConflict(
        organisation=one.organisation,
        dossier=one.dossier,
        roles=one.roles,
        conflicts=tuple(found),
        count=len(found),
        conflict=float(total / pairs) if pairs else 0.0,
        clarity=_clarity(said),
        because=tuple(sorted({*one.hats, *(statement.id for statement in said)})),
        names=network.names,
    )


def _own_words(network: Network) -> dict[str, list[Statement]]:
    """Give what each organisation said itself."""
    found: dict[str, list[Statement]] = {one: [] for one in network.ids}
    for name in TOLD_LISTS:
        for statement in getattr(network, name):
            if statement.said.speaker is not None:
                found[statement.said.speaker].append(statement)
    return found


def _clarity(said: list[Statement]) -> float | None:
    return sum(bool(one.said.hat) for one in said) / len(said) if said else None
