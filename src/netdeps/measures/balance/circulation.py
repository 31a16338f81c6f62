"""What comes round again of all that is brought, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from netdeps.graph import (
    Circulation,
    Flow,
    Good,
    Selection,
    Status,
    even_circulation,
    flows,
    largest_circulation,
    selected,
)
from netdeps.measures.balance.circulation_rows import CirculationFlow
from netdeps.measures.balance.goods import amounts, by_good, labels, uncounted
from netdeps.measures.balance.tally import all_brought, statements
from netdeps.model import TOGETHER, Network, Pair
from netdeps.results import About, Figure, Findings, Number, Undefined
from netdeps.words import Phrase


def circulation(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Figure:
    """Which share of all that is brought comes round again, directly or through others.

    Σ C / Σ W, where W is what everybody brings to everybody and C the largest circulation within
    it: a part of each amount such that everybody gets as much of C as it brings. From 0 (all flows
    one way) to 1 (everybody gets as much as it brings). It is never less than
    ``weighted_reciprocity``, which counts only what comes back from the same party. There is one
    such share, and it is exact: the program is solved by HiGHS and proven in whole numbers.

    What is brought to the common pot counts in Σ W and never comes round: the pot gives to nobody.

    Undefined where nothing is brought, where some of it was not counted, and where several
    resources or units would have to be added.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    In finance this is conservative compression: D'Errico and Roukny (2017), Compressing
    over-the-counter markets, https://arxiv.org/abs/1705.07155.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": amount}
    ...         for g, t, amount in [("a", "b", 2), ("b", "c", 1), ("c", "a", 1)]
    ...     ],
    ... )
    >>> measures.circulation(network)
    0.75
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    found = flows(part, dossier=dossier, resource=resource, status=status)
    said = _said("circulation", part, found)
    brought = all_brought(found)
    if isinstance(brought, Phrase):
        return Undefined(brought, said)
    return Number(float(largest_circulation(amounts(found)).total / brought), said)


def circulation_flows(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Findings[CirculationFlow]:
    """How much of what one brings another comes round again, and how much flows on.

    The largest circulation of each resource (see ``circulation``), arrow by arrow. What remains of
    all arrows has the same net for everybody, and goes round nowhere: who stands in between only
    passes on.

    Circulations that are equally large often take other ways. ``unique`` tells on which arrows all
    of them agree. On the others the amounts are one possible reading: the one that is spread most
    evenly, with the smallest sum of squares. It depends on nobody's name or place in the list.
    (Only where amounts differ by a factor of 10**15 may it be another one of the largest.)
    There amounts need not be whole where those of the arrows are; they are right to the last digit
    of a float, and those of the other arrows are exact.

    A resource of which some was not counted is left out, with the reason.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    D'Errico and Roukny (2017), Compressing over-the-counter markets,
    https://arxiv.org/abs/1705.07155; which of several circulations is shown is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": amount}
    ...         for g, t, amount in [("a", "b", 2), ("b", "c", 1), ("c", "a", 1)]
    ...     ],
    ... )
    >>> row = measures.circulation_flows(network)[0]
    >>> row.giver, row.taker, row.circulating, row.remaining, row.unique
    ('a', 'b', 1.0, 1.0, True)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    grouped = by_good(flows(part, dossier=dossier, resource=resource, status=status))
    rows = [
        row
        for good, found in grouped.items()
        if not uncounted(found)
        for row in _rows(good, found, dossier, part)
    ]
    found = [one for group in grouped.values() for one in group]
    open_ = sum(not row.unique for row in rows)
    said = _said("circulation_flows", part, found, open_)
    named = labels(grouped)
    reasons = {
        named[good]: Phrase("reason.no_amount")
        for good, group in grouped.items()
        if uncounted(group)
    }
    return Findings(rows, said, reasons)


def _said(name: str, network: Network, found: Iterable[Flow], open_: int = 0) -> About:
    listed = [one for one in found if one.amount != 0]
    caveats = []
    if open_:
        caveats.append(Phrase.of("caveat.one_reading", {"count": open_}))
    if any(one.taker == TOGETHER for one in listed):
        caveats.append(Phrase("caveat.pot_never_circulates"))
    return About.of(name, network, listed, caveats=caveats)


def _rows(
    good: Good, found: list[Flow], dossier: str | None, network: Network
) -> list[CirculationFlow]:
    brought = amounts(found)
    round_ = even_circulation(brought)
    along: dict[Pair, list[Flow]] = {}
    for one in found:
        along.setdefault((one.giver, one.taker), []).append(one)
    return [
        _row(way, good, much, round_, statements(along[way]), dossier, network)
        for way, much in sorted(brought.items())
    ]


def _row(
    way: Pair,
    good: Good,
    much: Fraction,
    round_: Circulation,
    because: tuple[str, ...],
    dossier: str | None,
    network: Network,
) -> CirculationFlow:
    circulating = round_.amounts[way]
    return CirculationFlow(
        giver=way[0],
        taker=way[1],
        resource=good[0],
        unit=good[1],
        dossier=dossier,
        amount=float(much),
        circulating=float(circulating),
        remaining=float(much - circulating),
        unique=way not in round_.open,
        because=because,
        names=network.names,
    )
