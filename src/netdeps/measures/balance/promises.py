"""What was promised, next to what was delivered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, TypeAlias

from netdeps.graph import Flow, Selection, Status, flows, selected
from netdeps.measures.balance.goods import in_dossier, in_unit, minus
from netdeps.measures.balance.tally import plain, sortable, statements
from netdeps.model import TOGETHER, Network
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class Promise(Row):
    """What one organisation promised another, next to what it delivered."""

    words: ClassVar[str] = "promise"
    identity: ClassVar[tuple[str, ...]] = ("giver", "taker", "resource", "unit", "dossier")

    giver: str
    """Who promised it."""
    taker: str
    """To whom; ``together`` for the common pot."""
    resource: str
    """What was promised."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for what is in none."""
    promised: float | None
    """How much was promised; None where that was not counted."""
    delivered: float | None
    """How much was delivered; 0 where nothing is known to be, None where that was not counted."""
    outstanding: float | None
    """What is still to come; None where that cannot be told."""
    share: float | None
    """Delivered divided by promised; None where not all was counted."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    @property
    def rank(self) -> float | None:
        """The share of the promise that is still to come."""
        return None if self.share is None else max(1 - self.share, 0.0)

    @property
    def form(self) -> str:
        """Which sentence fits: nothing came yet, a part, or all of it; or not all was counted."""
        if self.promised is None or self.delivered is None:
            return "uncounted_open" if self.delivered == 0 else "uncounted"
        return "kept" if not self.outstanding else "partly" if self.delivered else "open"

    @property
    def asks(self) -> str:
        """Which question fits: what is still needed, or whether it is as both would have it."""
        return "question" if self.form in {"open", "uncounted_open", "partly"} else "ask_right"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        for_all = self.taker == TOGETHER
        return {
            "giver": self.called(self.giver),
            "taker": Phrase("finding.promise.together") if for_all else self.called(self.taker),
            "resource": self.resource,
            "unit": in_unit(self.unit, self.resource),
            "where": in_dossier(self.dossier),
            "promised": self.promised or 0.0,
            "delivered": self.delivered or 0.0,
        }


def promises(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Findings[Promise]:
    """What was promised next to what was delivered, with what is still to come first.

    For each giver, taker, resource and dossier: ``outstanding`` is promised minus delivered, but
    never below 0; ``share`` is delivered divided by promised, from 0 (nothing came yet) over 1 (all of
    it) to above that (more came than was promised). Where giver and taker report different amounts,
    their mean counts. What was delivered without a known promise has no row: ``give_and_take`` has it.

    A promise of which nothing is known to have been delivered may be kept all the same, or not be
    due yet. Where some was not counted there is no share; such promises come last.

    Raises
    ------
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> fund = {"giver": "city", "taker": "care", "resource": "money", "unit": "euro"}
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "care"}],
    ...     contributions=[{**fund, "amount": 80000, "status": "promised"}, {**fund, "amount": 60000}],
    ... )
    >>> row = measures.promises(network)[0]
    >>> row.outstanding, row.share
    (20000.0, 0.75)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    promised, delivered = (
        _by_line(part, dossier=dossier, resource=resource, status=status)
        for status in ("promised", "delivered")
    )
    rows = [_row(line, told, delivered.get(line), part) for line, told in promised.items()]
    rows.sort(key=_first)
    uncounted = [row for row in rows if None in {row.promised, row.delivered}]
    reasons = {f"{row.giver} → {row.taker}: {row.resource}" for row in uncounted}
    undefined = dict.fromkeys(reasons, Phrase("reason.no_amount"))
    return Findings(rows, About.of("promises", part, rows), undefined)


_Line: TypeAlias = tuple[str, str, str, str | None, str | None]
"""Giver, taker, resource, unit and dossier."""


def _by_line(
    network: Network, *, dossier: str | None, resource: str | None, status: Status
) -> Mapping[_Line, Flow]:
    """Give what is brought along each line; nothing brought is left out."""
    found = flows(network, dossier=dossier, resource=resource, status=status)
    return {
        (one.giver, one.taker, one.resource, one.unit, one.dossier): one
        for one in found
        if one.amount != 0
    }


def _row(line: _Line, promised: Flow, delivered: Flow | None, network: Network) -> Promise:
    giver, taker, resource, unit, dossier = line
    before, after = promised.amount, Fraction(0) if delivered is None else delivered.amount
    left = minus(before, after)
    return Promise(
        giver=giver,
        taker=taker,
        resource=resource,
        unit=unit,
        dossier=dossier,
        promised=plain(before),
        delivered=plain(after),
        outstanding=None if left is None else float(max(left, Fraction(0))),
        share=float(after / before) if before and after is not None else None,
        because=statements(one for one in (promised, delivered) if one is not None),
        names=network.names,
    )


def _first(row: Promise) -> tuple[bool, float, tuple[str, ...]]:
    """Put what is most outstanding first, and what was not counted last."""
    line = (row.giver, row.taker, row.resource, row.unit, row.dossier)
    return row.share is None, -(row.rank or 0.0), sortable(line)
