"""What each organisation brings and gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from netdeps.graph import Flow, Selection, Status, flows, selected
from netdeps.measures.balance.goods import not_involved
from netdeps.measures.balance.rows import GiveAndTake
from netdeps.measures.balance.tally import (
    Tally,
    about,
    all_brought,
    plain,
    shared_out,
    sortable,
)
from netdeps.model import Network
from netdeps.results import Figure, Findings, Number, Undefined
from netdeps.words import Phrase

_NOT_COUNTED = Phrase("reason.no_amount")


def give_and_take(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[GiveAndTake]:
    """What each organisation brings and gets, resource by resource, over all dossiers.

    given = all that goes out, taken = all that comes in, net = given - taken, ratio =
    net / (given + taken), from -1 (only takes) over 0 (in balance) to 1 (only gives). Resources in
    different units are never added. Over all organisations the nets add up to 0.

    Where giver and taker report different amounts, their mean counts; ``net_range`` is the lowest and
    the highest net that their reports allow. What is brought for everybody
    is taken by ``together``; with ``pot``, shares that add up to 1, it is booked on those who
    benefit, without what somebody brings to itself. ``status="promised"`` counts promises instead.

    Organisations that neither give nor take are undefined: not involved is not in balance. What was
    not counted is None.

    Raises
    ------
    OptionError
        When the status is not known, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a dossier, resource or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, from the Dutch *halen en brengen*.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": amount, "unit": "hours"}
    ...         for g, t, amount in [("a", "b", 6), ("b", "a", 2), ("b", "c", 3), ("c", "a", 4)]
    ...     ],
    ... )
    >>> [(row.organisation, row.net) for row in measures.give_and_take(network)]
    [('a', 0.0), ('b', -1.0), ('c', 1.0)]
    """
    part = selected(network, Selection(dossier=dossier, inside=inside))
    brought = flows(part, dossier=dossier, resource=resource, status=status)
    found = shared_out(brought, pot, part, network)
    rows = _rows(found, part, by_dossier=False)
    rows = [replace(row, dossier=dossier) for row in rows]
    return Findings(rows, about("give_and_take", part, found), _idle(rows, part))


def dossier_balance(
    network: Network,
    *,
    resource: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[GiveAndTake]:
    """What each organisation brings and gets in each dossier.

    As ``give_and_take``, with a row for each dossier: who gives in one and takes in another can
    be in balance as a whole. What is in no dossier has an empty one.

    Organisations that neither give nor take are undefined; what was not counted is None.

    Raises
    ------
    OptionError
        When the status is not known, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a resource or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, from the Dutch *halen en brengen*.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "town"}],
    ...     contributions=[
    ...         {"giver": "city", "taker": "town", "resource": "time", "amount": 5, "dossier": "care"},
    ...         {"giver": "town", "taker": "city", "resource": "time", "amount": 4, "dossier": "youth"},
    ...     ],
    ... )
    >>> [(r.organisation, r.dossier, r.net) for r in measures.dossier_balance(network)][:2]
    [('city', 'care', 5.0), ('city', 'youth', -4.0)]
    """
    part = selected(network, Selection(inside=inside))
    found = shared_out(flows(part, resource=resource, status=status), pot, part, network)
    rows = _rows(found, part, by_dossier=True)
    return Findings(rows, about("dossier_balance", part, found), _idle(rows, part))


def imbalance(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Figure:
    """Which share of all that is brought does not come back to who brought it.

    Σ |net| / (2 Σ amounts), from 0 (everybody gets as much as it brings) to 1 (nobody both brings
    and gets). Undefined where nothing is brought, where some of it was not counted, and where
    several resources or units would have to be added.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}],
    ...     contributions=[{"giver": "a", "taker": "b", "resource": "time", "amount": 3},
    ...                    {"giver": "b", "taker": "a", "resource": "time", "amount": 1}],
    ... )
    >>> measures.imbalance(network)
    0.5
    """
    part = selected(network, Selection(dossier=dossier, inside=inside))
    found = flows(part, dossier=dossier, resource=resource, status=status)
    said = about("imbalance", part, found)
    brought = all_brought(found)
    if isinstance(brought, Phrase):
        return Undefined(brought, said)
    rows = _rows(list(found), part, by_dossier=False)
    nets = sum((abs(Fraction(row.net or 0)) for row in rows), Fraction(0))
    return Number(float(nets / (2 * brought)), said)


def _rows(found: list[Flow], network: Network, *, by_dossier: bool) -> list[GiveAndTake]:
    grouped: dict[tuple[str, str | None, str | None], list[Flow]] = {}
    for one in found:
        if one.amount == 0:
            continue  # nothing brought is not involved
        key = (*one.good, (one.dossier or "") if by_dossier else None)
        grouped.setdefault(key, []).append(one)
    tallies = {key: Tally(group) for key, group in grouped.items()}
    rows = [
        _row(who, key, tally, network) for key, tally in tallies.items() for who in tally.everybody
    ]
    return sorted(rows, key=lambda r: sortable((r.organisation, r.resource, r.unit, r.dossier)))


def _row(
    who: str, key: tuple[str, str | None, str | None], tally: Tally, network: Network
) -> GiveAndTake:
    given, taken = tally.given(who), tally.taken(who)
    net = gross = None
    if given is not None and taken is not None:
        net, gross = given - taken, given + taken
    return GiveAndTake(
        organisation=who,
        resource=key[0],
        unit=key[1],
        dossier=key[2],
        given=plain(given),
        taken=plain(taken),
        net=plain(net),
        net_range=tally.net_range(who),
        ratio=float(net / gross) if net is not None and gross else None,
        because=tally.because(who),
        names=network.names,
    )


def _idle(rows: list[GiveAndTake], network: Network) -> dict[str, Phrase]:
    """Give the reasons: whoever is not involved, and what was not counted."""
    involved = {row.organisation for row in rows}
    uncounted = (row for row in rows if row.net is None)
    return not_involved(network, involved) | {
        row.organisation: _NOT_COUNTED for row in uncounted if row.organisation in network.names
    }
