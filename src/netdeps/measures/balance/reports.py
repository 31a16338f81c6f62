"""Where giver and taker tell of different amounts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, TypeAlias

from netdeps.graph import Flow, Selection, Status, flows, selected
from netdeps.measures.balance.goods import in_dossier, in_unit, interviews_about
from netdeps.measures.balance.tally import sortable
from netdeps.model import TOGETHER, Network
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class ReportedDifference(Row):
    """A contribution of which giver and taker tell of different amounts."""

    words: ClassVar[str] = "reported_difference"
    identity: ClassVar[tuple[str, ...]] = ("giver", "taker", "resource", "unit", "dossier")

    giver: str
    """Who brings it."""
    taker: str
    """Who gets it."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for what is in none."""
    by_giver: float
    """How much the giver says that it brings; 0 where it was asked and did not mention it."""
    by_taker: float
    """How much the taker says that it gets; 0 where it was asked and did not mention it."""
    difference: float
    """How much the two differ."""
    share: float
    """The difference as a share of the larger of the two, from 0 to 1."""
    unmentioned_by: str | None
    """Who was asked about contributions and did not mention this one; None where both tell of it."""
    because: tuple[str, ...] = ()
    """The contributions, and the interviews that make silence an answer."""

    @property
    def rank(self) -> float | None:
        """The difference as a share of the larger of the two; None where one did not mention it."""
        return self.share if self.unmentioned_by is None else None

    @property
    def form(self) -> str:
        """Which sentence fits: both tell of it, or one was asked and did not mention it."""
        if self.unmentioned_by is None:
            return "sentence"
        return "by_giver_alone" if self.unmentioned_by == self.taker else "by_taker_alone"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "giver": self.called(self.giver),
            "taker": self.called(self.taker),
            "resource": self.resource,
            "unit": in_unit(self.unit, self.resource),
            "where": in_dossier(self.dossier),
            "by_giver": self.by_giver,
            "by_taker": self.by_taker,
        }


def reported_differences(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Findings[ReportedDifference]:
    """Where giver and taker tell of different amounts, so that what is brought may not arrive.

    For each giver, taker, resource and dossier, the total that the giver tells of and the total that
    the taker tells of, where these differ. Who was asked about contributions and mentions nothing of
    that resource between the two tells of 0. First come those of which both tell, by the difference as
    a share of the larger of the two, above 0 and at most 1.

    What only one of the two tells of is left out where the other was not asked, or tells of it in
    another unit or dossier; the caveat says how often. What is brought for everybody has no taker to
    ask. What others say is no report of either. Where one of the two told of it without an amount,
    the reason says so.

    Raises
    ------
    OptionError
        When the status is not known.
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
    ...     contributions=[{**fund, "amount": 80000, "said": {"by": "city"}},
    ...                    {**fund, "amount": 60000, "said": {"by": "care"}}],
    ... )
    >>> row = measures.reported_differences(network)[0]
    >>> row.by_giver, row.by_taker, row.difference, row.share
    (80000.0, 60000.0, 20000.0, 0.25)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    found = flows(part, dossier=dossier, resource=resource, status=status)
    told = [one for one in found if one.taker != TOGETHER and one.reports]
    asked, mentioned = interviews_about(part, "contributions"), _mentioned(part, status)
    pairs = [(one, _both(one, asked, mentioned)) for one in told]
    rows = [_row(one, *both, asked, part) for one, both in pairs if both and _differ(*both)]
    rows.sort(key=lambda row: (row.unmentioned_by is not None, -row.share, _line(row)))
    alone = sum(both is None for _, both in pairs)
    caveats = [Phrase.of("caveat.one_report", {"count": alone})] if alone else []
    uncounted = {_called(one) for one, both in pairs if both and None in both}
    about = About.of("reported_differences", part, rows, caveats=caveats)
    return Findings(rows, about, dict.fromkeys(uncounted, Phrase("reason.no_amount")))


_Mention: TypeAlias = tuple[str, str, str, str]
"""Who tells of it, who gives, who takes, and what."""


def _mentioned(network: Network, status: Status) -> set[_Mention]:
    """Give of which resources giver and taker tell at all, in any unit or dossier."""
    return {
        (speaker, one.giver, one.taker, one.resource)
        for one in flows(network, status=status)
        for speaker in one.reports
    }


def _both(
    one: Flow, asked: Collection[str], mentioned: Collection[_Mention]
) -> tuple[Fraction | None, Fraction | None] | None:
    """Give what giver and taker tell of; None where only one does, and that says nothing."""
    silent = {one.giver, one.taker} - {*one.reports}
    for who in silent:
        if who not in asked or (who, one.giver, one.taker, one.resource) in mentioned:
            return None
    nothing = Fraction(0)
    return one.reports.get(one.giver, nothing), one.reports.get(one.taker, nothing)


def _differ(by_giver: Fraction | None, by_taker: Fraction | None) -> bool:
    return None not in {by_giver, by_taker} and by_giver != by_taker


def _row(
    one: Flow,
    by_giver: Fraction | None,
    by_taker: Fraction | None,
    asked: Mapping[str, tuple[str, ...]],
    network: Network,
) -> ReportedDifference:
    given, taken = by_giver or Fraction(0), by_taker or Fraction(0)
    silent = next((who for who in (one.giver, one.taker) if who not in one.reports), None)
    interviews = asked[silent] if silent is not None else ()
    return ReportedDifference(
        giver=one.giver,
        taker=one.taker,
        resource=one.resource,
        unit=one.unit,
        dossier=one.dossier,
        by_giver=float(given),
        by_taker=float(taken),
        difference=float(abs(given - taken)),
        share=float(abs(given - taken) / max(given, taken)),
        unmentioned_by=silent,
        because=tuple(sorted({*one.because, *interviews})),
        names=network.names,
    )


def _called(one: Flow) -> str:
    return f"{one.giver} → {one.taker}: {one.resource}"


def _line(row: ReportedDifference) -> tuple[str, ...]:
    return sortable((row.giver, row.taker, row.resource, row.unit, row.dossier))
