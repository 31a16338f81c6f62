"""What an edition seems to say and what is not so, for the facilitator alone.

An edition is computed from what is left of a network. Where the audience sees that somebody was
asked, and not what was answered, silence reads as a "no".

Looked at are the measures that say that something is missing, not heard or not brought, each by the
parts of which a row consists. Not looked at are

- ``gaps``, ``kind_gaps``, ``level_gaps``, ``border_gaps``, the chains, ``routed_pairs`` and the
  parties without contact of ``mandate_gaps``: they follow from the contacts of ``contact_gaps``;
- ``questions``: a question to which the answer is kept back may be asked again;
- figures, such as a share or a balance: another figure is right about what it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from netdeps.editions import Edition
from netdeps.errors import NetdepsError
from netdeps.graph import Contacts, asked_about
from netdeps.model import Claim, Fixed, Level, Network, Pair
from netdeps.model.texts import folded
from netdeps.results import Findings, Key, Row

if TYPE_CHECKING:
    from netdeps.measures.rows import (
        ContactGap,
        FilledIn,
        FreeRiding,
        GovernanceMirror,
        IssueGap,
        PowerBalance,
        Promise,
        StakeWithoutOffer,
    )


def false_findings(
    network: Network, shown: Edition, measures: Collection[str] | None = None
) -> Mapping[str, tuple[Row, ...]]:
    """Name, for the facilitator alone, what an edition says is missing while it is there.

    By measure, the findings of the edition of which some part does not hold for the whole network:
    a role that nobody confirmed, a claim that was not heard from whom it is about, a promise of which
    nothing came. A finding that is in both with another figure is not among them. ``measures``
    looks at some measures only; a measure that the audience may not have, or that cannot be computed,
    is left out.

    Only who fills the case can mend it: by the visibility of what was answered, or of the interview
    in which it was asked.

    Examples
    --------
    >>> import netdeps as nd
    >>> gift = {"giver": "city", "taker": "care", "resource": "money", "amount": 5}
    >>> network = nd.Network(
    ...     organisations=[{"id": "city"}, {"id": "care"}],
    ...     contributions=[{**gift, "status": "promised", "said": {"visibility": "table"}}, gift],
    ... )
    >>> for name, rows in false_findings(network, nd.edition(network, "table")).items():
    ...     print(name, rows[0].sentence())
    promises city promised care 5 of money; nothing of it is known to have come yet.
    """
    if shown.audience == "facilitator":
        return Fixed({})
    seen = shown.network
    from netdeps.measures import may_have

    had = [name for name in LOOKED_AT if may_have(name, shown.audience)]
    chosen = (name for name in had if measures is None or name in measures)
    found = {name: tuple(_false(name, network, seen)) for name in chosen}
    return Fixed({name: rows for name, rows in found.items() if rows})


def _false(name: str, network: Network, seen: Network) -> Iterator[Row]:
    rows = _rows(name, seen)
    if not rows:
        return
    if name in _OF_CONTACT:
        contacts = Contacts(network)
        yield from (
            row for row in rows if any(map(_contacts_there(contacts), _OF_CONTACT[name](row)))
        )
        return
    parts = _MISSING[name]
    whole = _rows(name, network)
    if whole is not None:
        held = {part for row in whole for part in parts(row, network)}
        yield from (row for row in rows if not held.issuperset(parts(row, seen)))


def _rows(name: str, network: Network) -> Findings[Row] | None:
    """Compute a measure; None where it cannot be."""
    from netdeps.measures import MEASURES

    with suppress(NetdepsError):
        found = MEASURES[name](network)
        return found if isinstance(found, Findings) else None
    return None


Place = tuple[Pair, Level]


def _contacts_there(contacts: Contacts) -> Callable[[Place], bool]:
    """Give what tells whether two are in contact at a level."""
    return lambda place: contacts.states(*place[0], level=place[1])[place[1]].state == "yes"


def _lacking(row: ContactGap) -> Iterator[Place]:
    yield from ((row.parties, level) for level in (*row.missing, *row.disputed))


def _itself(row: Row, _network: Network) -> Iterator[Key]:
    yield row.key


def _lacked(row: IssueGap, _network: Network) -> Iterator[Key]:
    """Give what an issue lacks; what is missing is not confirmed either."""
    yield from ((row.issue, word, "missing") for word in row.missing)
    yield from ((row.issue, word) for word in (*row.missing, *row.unconfirmed))
    if row.leaderless:
        yield (row.issue,)


def _not_heard(row: FilledIn, network: Network) -> Iterator[Key]:
    """Give the claims about somebody that it neither made nor confirmed, and whether it is absent."""
    if row.share is None:
        yield (row.organisation,)
    claims = [one for one in network.claims if one.about == row.organisation]
    own = {
        _claimed(one) for one in claims if row.organisation in {one.said.speaker, *one.confirmed_by}
    }
    yield from (key for one in claims if (key := _claimed(one)) not in own)


def _claimed(one: Claim) -> Key:
    return one.about, folded(one.topic), folded(one.text)


def _unneeded(row: PowerBalance, network: Network) -> Iterator[Key]:
    """Give who of two was asked what it needs, and needs nothing of the other."""
    asked = asked_about(network, "dependencies")
    for who, share in zip(row.parties, row.dependence, strict=True):
        if share == 0 and who in asked:
            yield who, row.parties


def _unsaid(row: GovernanceMirror, _network: Network) -> Iterator[Key]:
    if row.governance is None:
        yield ()


def _not_bringing(row: FreeRiding, _network: Network) -> Iterator[Key]:
    yield from ((*row.key, who) for who in row.without_giving)


def _not_offering(row: StakeWithoutOffer, _network: Network) -> Iterator[Key]:
    yield from ((row.issue, who) for who in row.gains_without_bringing)


def _not_come(row: Promise, _network: Network) -> Iterator[Key]:
    """Give a promise that is not kept, and of which nothing came; what did not come is not kept."""
    if row.form in {"open", "uncounted_open", "partly"}:
        yield row.key
    if row.delivered == 0:
        yield (*row.key, 0)


_OF_CONTACT: Mapping[str, Callable[..., Iterable[Place]]] = Fixed({"contact_gaps": _lacking})
"""Where each finding says that there is no contact, or that the answers differ. Whether there is,
is looked up: which levels a gap is about hangs on the needs that are seen."""

_MISSING: Mapping[str, Callable[..., Iterable[Key]]] = Fixed(
    {
        "internal_gaps": _itself,
        "issue_gaps": _lacked,
        "tables_without_issues": _itself,
        "filled_in_claims": _not_heard,
        "power_balance": _unneeded,
        "free_riding": _not_bringing,
        "stakes_without_offers": _not_offering,
        "promises": _not_come,
        "governance_mirror": _unsaid,
    }
)
"""What each finding says is missing, as parts that can be found again in the whole network."""

LOOKED_AT: tuple[str, ...] = (*_OF_CONTACT, *_MISSING)
"""The measures that say that something is missing, not heard or not brought."""
