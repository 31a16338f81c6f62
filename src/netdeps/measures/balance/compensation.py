"""How far what is brought in one dossier comes back in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from netdeps.graph import Flow, Selection, Status, flows, selected
from netdeps.measures.balance.compensation_rows import Compensation, PairCompensation
from netdeps.measures.balance.goods import not_involved
from netdeps.measures.balance.ledger import Ledger
from netdeps.measures.balance.tally import about, plain, shared_out
from netdeps.measures.balance.worth import Worth, valued
from netdeps.model import TOGETHER, Fixed, Network, Pair, pair
from netdeps.results import Findings
from netdeps.words import Phrase

RowT = TypeVar("RowT", Compensation, PairCompensation)


def compensation(
    network: Network,
    *,
    resource: str | None = None,
    worth: Worth | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[Compensation]:
    """How far what an organisation brings in some dossiers comes back to it in others.

    With x the net of the organisation in each dossier (given minus taken), the compensation is
    1 - |Σ x| / Σ |x|: from 0 (it brings more in every dossier, or takes more in every one) to 1 (what
    it brings in the one is what it takes in the other). With one dossier it is 0. What is in no
    dossier counts as one of its own, with an empty name. Most compensated first; the common pot,
    which never gives, has no row, but what is brought to it counts for the giver.

    Nets are added where all that the organisation gives and takes is of one resource in one unit.
    With ``worth``, the value of one unit of each resource (``{"time": 40, "money": 1}``), values are
    added instead; where one resource is counted in several units, the keys are the resource and the
    unit (``("time", "hours")``). Without it, who gives and takes several resources has no
    compensation, and ``directions`` tells for each dossier whether it gives more or takes more,
    ``both`` where that differs from resource to resource: whatever each is worth, ``gives`` and
    ``takes`` hold.

    Undefined where amounts cannot be added, where some were not counted, and where nothing is out
    of balance in any dossier, so that there is nothing to compensate.

    Raises
    ------
    OptionError
        When the status is not known, ``worth`` is not above 0 or says nothing of a resource that is
        brought, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a resource, kind or organisation is asked for that is not there, or ``worth`` tells of a
        resource that is not in the case.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "town"}],
    ...     contributions=[
    ...         {"giver": "city", "taker": "town", "resource": "time", "amount": 10, "dossier": "care"},
    ...         {"giver": "town", "taker": "city", "resource": "time", "amount": 8, "dossier": "youth"},
    ...     ],
    ... )
    >>> found = measures.compensation(network)
    >>> [(row.organisation, round(row.compensation, 3), dict(row.nets)) for row in found]
    [('city', 0.889, {'care': 10.0, 'youth': -8.0}), ('town', 0.889, {'care': -10.0, 'youth': 8.0})]
    """
    part = selected(network, Selection(kind=kind, inside=inside))
    brought = _brought(flows(part, resource=resource, status=status), worth, network)
    found = shared_out(brought, pot, part, network)
    lines: dict[str, list[tuple[int, Flow]]] = {}
    for one in found:
        lines.setdefault(one.giver, []).append((1, one))
        lines.setdefault(one.taker, []).append((-1, one))
    lines.pop(TOGETHER, None)
    ledgers = {who: Ledger(tuple(told), worth is not None) for who, told in lines.items()}
    rows = [
        _row(partial(Compensation, organisation=who), ledger, part)
        for who, ledger in ledgers.items()
    ]
    reasons = {who: ledger.reason for who, ledger in ledgers.items()}
    rows.sort(key=lambda row: (*_first(row), row.organisation))
    return Findings(
        rows, about("compensation", part, found), not_involved(part, ledgers) | _given(reasons)
    )


def pair_compensation(
    network: Network,
    *,
    resource: str | None = None,
    worth: Worth | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[PairCompensation]:
    """How far what two organisations bring each other in some dossiers comes back in others.

    As ``compensation``, with the nets between the two: from the first to the second, minus what
    comes back. Pairs that bring each other nothing are left out, and so is the common pot, unless
    ``pot`` says in which shares it is booked on those who benefit.

    Undefined where amounts cannot be added, where some were not counted, and where nothing is out
    of balance in any dossier.

    Raises
    ------
    OptionError
        When the status is not known, ``worth`` is not above 0 or says nothing of a resource that is
        brought, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a resource, kind or organisation is asked for that is not there, or ``worth`` tells of a
        resource that is not in the case.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "town"}],
    ...     contributions=[
    ...         {"giver": "city", "taker": "town", "resource": "time", "amount": 4, "dossier": "care"},
    ...         {"giver": "town", "taker": "city", "resource": "time", "amount": 4, "dossier": "youth"},
    ...     ],
    ... )
    >>> row = measures.pair_compensation(network)[0]
    >>> row.compensation, dict(row.directions)
    (1.0, {'care': 'gives', 'youth': 'takes'})
    """
    part = selected(network, Selection(kind=kind, inside=inside))
    brought = _brought(flows(part, resource=resource, status=status), worth, network)
    booked = shared_out(brought, pot, part, network)
    found = [one for one in booked if one.taker != TOGETHER]
    lines: dict[Pair, list[tuple[int, Flow]]] = {}
    for one in found:
        parties = pair(one.giver, one.taker)
        lines.setdefault(parties, []).append((1 if one.giver == parties[0] else -1, one))
    ledgers = {parties: Ledger(tuple(told), worth is not None) for parties, told in lines.items()}
    rows = [
        _row(partial(PairCompensation, parties=parties), ledger, part)
        for parties, ledger in ledgers.items()
    ]
    reasons = {" – ".join(parties): ledger.reason for parties, ledger in ledgers.items()}
    rows.sort(key=lambda row: (*_first(row), row.parties))
    return Findings(rows, about("pair_compensation", part, found), _given(reasons))


def _brought(found: Iterable[Flow], worth: Worth | None, network: Network) -> list[Flow]:
    """Give what is brought, as values where these are given; nothing brought is not involved."""
    return valued([one for one in found if one.amount != 0], worth, network)


def _row(about_whom: Callable[..., RowT], ledger: Ledger, network: Network) -> RowT:
    return about_whom(
        compensation=plain(ledger.compensation),
        nets=Fixed({name: plain(net) for name, net in ledger.nets.items()}),
        unit=ledger.unit,
        valued=ledger.valued,
        resources=ledger.resources,
        directions=Fixed(ledger.directions),
        because=ledger.because,
        names=network.names,
    )


def _first(row: Compensation | PairCompensation) -> tuple[bool, float]:
    """Put the most compensated first, and what has no number last."""
    return row.compensation is None, -(row.compensation or 0.0)


def _given(reasons: Mapping[str, Phrase | None]) -> dict[str, Phrase]:
    return {name: reason for name, reason in reasons.items() if reason is not None}
