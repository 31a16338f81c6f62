"""How what is brought streams: who stands upstream, and what goes round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from netdeps.graph import Flow, Good, Selection, Status, Stream, flows, selected, streams
from netdeps.measures.balance.goods import amounts, by_good, labels, uncounted
from netdeps.measures.balance.hodge_rows import FlowParts
from netdeps.measures.balance.tally import about, all_brought, statements
from netdeps.model import TOGETHER, Network
from netdeps.results import About, Figure, Findings, Number, Scores, Undefined
from netdeps.words import Phrase


def giving_potential(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Scores:
    """How far upstream an organisation is in the stream of giving.

    The heights s for which the differences s_i - s_j come nearest to what flows from i to j, less
    what flows back, over all pairs that exchange anything (least squares). High is upstream: more
    flows from there than to it. In the unit of the resource; those who hang together by exchange
    add up to 0, and heights of groups that exchange nothing are not to be compared.

    It solves L s = net, with L the Laplacian of the pairs: it is what ``give_and_take`` calls net,
    seen through who exchanges with whom. Where everybody exchanges with everybody it is net / n, and
    says nothing new. What goes there and back in a pair has cancelled out before: a network of
    perfect exchange has height 0 everywhere. Look at ``weighted_reciprocity`` and ``circulation``
    first.

    The common pot is nobody who exchanges; what is brought to it is left out. Whoever exchanges
    nothing is undefined, and so are all where several resources would have to be added or some was
    not counted. The values are right to the last digit of a float, whatever the order of the
    organisations.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Jiang, Lim, Yao and Ye (2011), Statistical ranking and combinatorial Hodge theory,
    https://doi.org/10.1007/s10107-010-0419-x.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": amount}
    ...         for g, t, amount in [("a", "b", 3), ("b", "c", 3)]
    ...     ],
    ... )
    >>> dict(measures.giving_potential(network))
    {'a': 3.0, 'b': 0.0, 'c': -3.0}
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    every = flows(part, dossier=dossier, resource=resource, status=status)
    found, brought = _exchanged(every), _all_exchanged(every)
    if isinstance(brought, Phrase):
        return Scores({}, about("giving_potential", part, found), dict.fromkeys(part.ids, brought))
    parted = streams(amounts(found))
    heights = {one: float(much) for stream in parted for one, much in stream.potential.items()}
    outside = (one for one in part.ids if one not in heights)
    reasons = dict.fromkeys(outside, Phrase("reason.exchanges_nothing"))
    return Scores(heights, _apart("giving_potential", part, found, len(parted)), reasons)


def circular_share(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Figure:
    """Which share of the net flow goes round, and is not explained by who stands upstream.

    1 - ‖gradient‖² / ‖F‖², where F is what flows each way in each pair less what flows back, and the
    gradient the differences in ``giving_potential``: from 0 (all net flow runs downstream) to 1
    (everybody gets as much as it brings). Shares are of the sum of squares, so that the parts add up.

    What goes there and back in a pair has cancelled out before; ``circulation`` counts it. Always 0
    where no pairs close a circle. What is brought to the common pot is left out.

    Undefined where in every pair as much comes back as goes, where nothing is brought, where some of
    it was not counted, and where several resources or units would have to be added.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Jiang, Lim, Yao and Ye (2011), Statistical ranking and combinatorial Hodge theory,
    https://doi.org/10.1007/s10107-010-0419-x.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": amount}
    ...         for g, t, amount in [("a", "b", 2), ("b", "c", 2), ("c", "a", 2)]
    ...     ],
    ... )
    >>> measures.circular_share(network)
    1.0
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    every = flows(part, dossier=dossier, resource=resource, status=status)
    found, brought = _exchanged(every), _all_exchanged(every)
    said = about("circular_share", part, found)
    if isinstance(brought, Phrase):
        return Undefined(brought, said)
    parted = streams(amounts(found))
    strength = sum((stream.strength for stream in parted), Fraction(0))
    if not strength:
        return Undefined(Phrase("reason.no_net_flow"), said)
    round_ = sum((stream.circular for stream in parted), Fraction(0))
    return Number(float(round_ / strength), said)


def flow_parts(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Findings[FlowParts]:
    """Which part of the net flow runs downstream, and which goes round in small or large circles.

    For each resource and each group that hangs together by exchange, the net flow in the pairs is
    the sum of three parts that have nothing in common (are orthogonal): the gradient, which runs
    from those upstream to those downstream (see ``giving_potential``); the curl, which circles of
    three can carry; and the harmonic part, which goes round in longer circles only. Their shares of
    the sum of squares, ``strength``, add up to 1. Groups with the strongest flow come first.

    A group without net flow has no shares, with the reason; a resource of which some was not
    counted is left out, with the reason. The common pot is nobody who exchanges.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Jiang, Lim, Yao and Ye (2011), Statistical ranking and combinatorial Hodge theory,
    https://doi.org/10.1007/s10107-010-0419-x.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contributions=[
    ...         {"giver": g, "taker": t, "resource": "time", "amount": 1} for g, t in
    ...         [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
    ...     ],
    ... )
    >>> row = measures.flow_parts(network)[0]
    >>> row.gradient, row.curl, row.harmonic
    (0.0, 0.0, 1.0)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    found = _exchanged(flows(part, dossier=dossier, resource=resource, status=status))
    grouped = by_good(found)
    rows = [
        row
        for good, group in grouped.items()
        if not uncounted(group)
        for row in _rows(good, group, dossier, part)
    ]
    return Findings(rows, about("flow_parts", part, found), _why_not(rows, grouped))


def _why_not(rows: Iterable[FlowParts], grouped: Mapping[Good, list[Flow]]) -> dict[str, Phrase]:
    """Give the reasons: what was not counted, and groups without net flow."""
    named = labels(grouped)
    reasons = {
        named[good]: Phrase("reason.no_amount")
        for good, group in grouped.items()
        if uncounted(group)
    }
    even = (row for row in rows if row.gradient is None)
    return reasons | {
        f"{' – '.join(row.members)}: {named[row.resource, row.unit]}": Phrase("reason.no_net_flow")
        for row in even
    }


def _exchanged(found: Iterable[Flow]) -> list[Flow]:
    """Leave out the common pot, and what comes to nothing."""
    return [one for one in found if one.taker != TOGETHER and one.amount != 0]


def _all_exchanged(every: Collection[Flow]) -> Fraction | Phrase:
    """Add what organisations bring one another; or say why there is nothing to divide by."""
    found = _exchanged(every)
    if not found and any(one.amount != 0 for one in every):
        return Phrase("reason.all_to_the_pot")
    return all_brought(found)


def _apart(name: str, network: Network, found: Iterable[Flow], groups: int) -> About:
    """Warn that heights of groups that exchange nothing cannot be compared."""
    caveats = [Phrase.of("caveat.streams_apart", {"groups": groups})] if groups > 1 else []
    return About.of(name, network, found, caveats=caveats)


def _rows(good: Good, found: list[Flow], dossier: str | None, network: Network) -> list[FlowParts]:
    parted = streams(amounts(found))
    group = {one: number for number, stream in enumerate(parted) for one in stream.members}
    along: list[list[Flow]] = [[] for _ in parted]
    for one in found:
        along[group[one.giver]].append(one)
    order = sorted(range(len(parted)), key=lambda one: (-parted[one].strength, parted[one].members))
    return [_row(parted[one], good, statements(along[one]), dossier, network) for one in order]


def _row(
    stream: Stream, good: Good, because: tuple[str, ...], dossier: str | None, network: Network
) -> FlowParts:
    strength = stream.strength
    gradient = curl = harmonic = None
    if strength:
        gradient = float(1 - stream.circular / strength)
        curl = float((stream.circular - stream.harmonic) / strength)
        harmonic = float(stream.harmonic / strength)
    return FlowParts(
        members=stream.members,
        resource=good[0],
        unit=good[1],
        dossier=dossier,
        strength=float(strength),
        gradient=gradient,
        curl=curl,
        harmonic=harmonic,
        because=because,
        names=network.names,
    )
