"""Who has something to gain in an issue, without a known offer or contribution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from netdeps.graph import Selection, exact, selected
from netdeps.measures.balance.free_riding import competitors, share_of
from netdeps.measures.balance.free_riding_rows import StakeWithoutOffer
from netdeps.measures.balance.goods import interviews_about
from netdeps.measures.balance.subjects import issue_of
from netdeps.model import Contribution, Fixed, Issue, Network, Stake
from netdeps.results import About, Findings
from netdeps.words import Phrase


def stakes_without_offers(
    network: Network,
    *,
    issue: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Findings[StakeWithoutOffer]:
    """Which part of what there is to gain in an issue lies with who is not known to bring anything.

    For each issue, over the organisations with a stake in it: ``exposure`` is the weight of those
    that were asked and of which no offer in a stake there, and no contribution in a dossier with the
    id or the title of the issue, promised or delivered, is known, divided by the weight of all: from
    0 to 1. Who was asked neither about stakes nor about contributions has not been heard:
    ``at_most`` is the share when these bring nothing either. ``competitors`` are those of both that
    are of the same kind as somebody who brings or offers something there. It is a question, never
    a verdict. The largest exposure comes first.

    The weights of several statements of one organisation are averaged; a stake of 0 is nothing to
    gain, and one without a weight is left out. Undefined for an issue in which nobody is known to
    have anything to gain.

    Raises
    ------
    UnknownNameError
        When an issue, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care-a"}, {"id": "care-b"}],
    ...     issues=[{"id": "buying"}],
    ...     interviews=[{"organisation": "care-b", "asked": ["stakes"]}],
    ...     stakes=[
    ...         {"organisation": "care-a", "issue": "buying", "weight": 0.25,
    ...          "offers": [{"resource": "time"}]},
    ...         {"organisation": "care-b", "issue": "buying", "weight": 0.75},
    ...     ],
    ... )
    >>> row = measures.stakes_without_offers(network)[0]
    >>> row.exposure, dict(row.gains_without_bringing)
    (0.75, {'care-b': 0.75})
    """
    part = selected(network, Selection(issue=issue, kind=kind, inside=inside))
    asked = interviews_about(part, "stakes", "contributions")
    brought = _brought(part)
    rows, reasons, weightless = [], {}, 0
    for one in part.issues:
        if issue not in {None, one.id}:
            continue
        told = [stake for stake in part.stakes if stake.issue == one.id]
        weightless += sum(stake.weight is None for stake in told)
        row = _row(one, told, brought.get(one.id, ()), asked, part)
        if row is None:
            reasons[one.id] = Phrase("reason.nothing_to_gain")
        else:
            rows.append(row)
    rows.sort(key=lambda row: (-row.exposure, -row.at_most, row.issue))
    caveats = [Phrase.of("caveat.stakes_unweighed", {"count": weightless})] if weightless else []
    about = About.of("stakes_without_offers", part, rows, caveats=caveats)
    return Findings(rows, about, reasons)


def _brought(network: Network) -> dict[str, list[Contribution]]:
    """Give what is brought in the dossiers of each issue."""
    issues = {one: issue_of(one, network) for one in {row.dossier for row in network.contributions}}
    found: dict[str, list[Contribution]] = {}
    for row in network.contributions:
        issue = issues[row.dossier]
        if issue is not None and row.amount != 0:
            found.setdefault(issue, []).append(row)
    return found


def _row(
    issue: Issue,
    told: Iterable[Stake],
    brought: Iterable[Contribution],
    asked: Mapping[str, tuple[str, ...]],
    network: Network,
) -> StakeWithoutOffer | None:
    stakes, gifts = list(told), list(brought)
    weights = _weights(stakes)
    whole = sum(weights.values(), Fraction(0))
    if not whole:
        return None
    bring = {one.giver for one in gifts} | {one.organisation for one in stakes if one.offers}
    known = {who: weights[who] for who in weights if who not in bring and who in asked}
    unheard = {who: weights[who] for who in weights if who not in {*bring, *asked}}
    because = {one.id for one in (*stakes, *gifts)}.union(*(asked[who] for who in known))
    return StakeWithoutOffer(
        issue=issue.id,
        title=issue.title or issue.id,
        exposure=float(share_of(known.values(), whole) or 0),
        at_most=float(share_of([*known.values(), *unheard.values()], whole) or 0),
        gains_without_bringing=Fixed({who: float(weight) for who, weight in known.items()}),
        not_asked=Fixed({who: float(weight) for who, weight in unheard.items()}),
        competitors=competitors({*known, *unheard}, bring, network),
        because=tuple(sorted(because)),
        names=network.names,
    )


def _weights(stakes: Iterable[Stake]) -> dict[str, Fraction]:
    """Give what each organisation has to gain: the mean of its statements, where above 0."""
    told: dict[str, list[Fraction]] = {}
    for one in stakes:
        if one.weight is not None:
            told.setdefault(one.organisation, []).append(exact(one.weight))
    means = {who: sum(told[who], Fraction(0)) / len(told[who]) for who in sorted(told)}
    return {who: weight for who, weight in means.items() if weight}
