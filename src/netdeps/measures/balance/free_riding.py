"""Who gains from what others bring, without being known to bring anything: an open question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from netdeps.graph import Flow, Good, Selection, Status, flows, selected
from netdeps.measures.balance.free_riding_rows import FreeRiding
from netdeps.measures.balance.goods import by_good, interviews_about
from netdeps.measures.balance.subjects import issue_of
from netdeps.measures.balance.tally import Tally, plain, shared_out, statements, total
from netdeps.model import TOGETHER, Fixed, Network
from netdeps.results import About, Findings
from netdeps.words import Phrase


def free_riding(
    network: Network,
    *,
    dossier: str | None = None,
    issue: str | None = None,
    resource: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[FreeRiding]:
    """Which part of what is brought goes to organisations of which no bringing is known there.

    For each dossier and each resource: ``exposure`` is what goes to organisations that were asked
    what they bring and brought nothing in that dossier, of any resource, divided by all that the
    organisations get of it: from 0 to 1. Who was never asked has not been heard, and may well
    bring something: ``at_most`` is the share when all of these bring nothing either. The two groups
    stand apart, as ``without_giving`` and ``not_asked``, with what each gets. ``competitors`` are
    those of both that are of the same kind as somebody who brings: will they run off with the effort
    of others? It is a question, never a verdict: something may be brought elsewhere.

    ``issue`` is the one whose id or title is the name of the dossier, capitals and outer spaces
    aside. What is in no dossier has an empty one. What is brought for everybody counts as brought,
    but is no part of what is gained, unless ``pot`` says in which shares. The largest exposure comes
    first. It is None where some was not counted.

    Raises
    ------
    OptionError
        When the status is not known, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a dossier, issue, resource, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> gifts = [("a", "b", 4), ("a", "c", 5), ("b", "a", 6)]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     interviews=[{"organisation": "c", "asked": ["contributions"]}],
    ...     contributions=[
    ...         {"giver": giver, "taker": taker, "resource": "time", "amount": amount, "dossier": "care"}
    ...         for giver, taker, amount in gifts
    ...     ],
    ... )
    >>> row = measures.free_riding(network)[0]
    >>> row.dossier, round(row.exposure, 3), dict(row.without_giving)
    ('care', 0.333, {'c': 5.0})
    """
    part = selected(network, Selection(dossier=dossier, issue=issue, kind=kind, inside=inside))
    flows(part, resource=resource, status=status)  # refuses what nobody brings
    found = shared_out(flows(part, dossier=dossier, status=status), pot, part, network)
    asked = interviews_about(part, "contributions")
    rows: list[FreeRiding] = []
    left_out: set[str] = set()
    for one in _dossiers(found, part, asked):
        if issue in {None, one.issue}:
            rows += one.rows(resource)
            left_out |= one.pot(resource)
    rows.sort(key=_first)
    reasons = {_called(row): Phrase("reason.no_amount") for row in rows if row.exposure is None}
    caveats = [Phrase.of("caveat.pot_not_gained", {"count": len(left_out)})] if left_out else []
    return Findings(rows, About.of("free_riding", part, rows, caveats=caveats), reasons)


def _dossiers(
    found: Iterable[Flow], network: Network, asked: Mapping[str, tuple[str, ...]]
) -> list[_Dossier]:
    grouped: dict[str, list[Flow]] = {}
    for one in found:
        if one.amount != 0:
            grouped.setdefault(one.dossier or "", []).append(one)
    return [_Dossier(name, grouped[name], network, asked) for name in sorted(grouped)]


class _Dossier:
    """What is brought in one dossier, and by whom."""

    def __init__(
        self,
        name: str,
        found: Collection[Flow],
        network: Network,
        asked: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.name, self.found, self.network, self.asked = name, found, network, asked
        self.issue = issue_of(name, network)
        self.givers = {one.giver for one in found}

    def rows(self, resource: str | None) -> list[FreeRiding]:
        """Make a row for each resource that somebody gets."""
        gained = (one for one in self._of(resource) if one.taker != TOGETHER)
        return [self._row(good, found) for good, found in by_good(gained).items()]

    def pot(self, resource: str | None) -> set[str]:
        """Give the contributions that are brought for everybody."""
        return {name for one in self._of(resource) if one.taker == TOGETHER for name in one.because}

    def _of(self, resource: str | None) -> list[Flow]:
        return [one for one in self.found if resource in {None, one.resource}]

    def _row(self, good: Good, found: Iterable[Flow]) -> FreeRiding:
        tally = Tally(found)
        taken = {who: tally.taken(who) for who in sorted(tally.into)}
        known = {who: taken[who] for who in taken if who not in self.givers and who in self.asked}
        unheard = {who: taken[who] for who in taken if who not in {*self.givers, *self.asked}}
        gained = total(one for told in tally.into.values() for one in told)
        return FreeRiding(
            dossier=self.name,
            issue=self.issue,
            resource=good[0],
            unit=good[1],
            exposure=plain(share_of(known.values(), gained)),
            at_most=plain(share_of([*known.values(), *unheard.values()], gained)),
            without_giving=Fixed({who: plain(much) for who, much in known.items()}),
            not_asked=Fixed({who: plain(much) for who, much in unheard.items()}),
            competitors=competitors({*known, *unheard}, self.givers, self.network),
            because=self._because(known),
            names=self.network.names,
        )

    def _because(self, known: Iterable[str]) -> tuple[str, ...]:
        """Give the contributions of the dossier, and the interviews that make silence an answer."""
        interviews = {name for who in known for name in self.asked[who]}
        return tuple(sorted({*statements(self.found), *interviews}))


def share_of(some: Iterable[Fraction | None], whole: Fraction | None) -> Fraction | None:
    """Give what some get as a share of the whole; None where it was not all counted."""
    every = [one for one in some if one is not None]
    return sum(every, Fraction(0)) / whole if whole else None


def competitors(some: Iterable[str], givers: Iterable[str], network: Network) -> tuple[str, ...]:
    """Give those of some that are of the same kind as a giver; to be ``other`` is no kind."""
    kinds = {network.organisation(one).kind for one in givers} - {"other"}
    return tuple(sorted(one for one in some if network.organisation(one).kind in kinds))


def _called(row: FreeRiding) -> str:
    return f"{row.dossier}: {row.resource}" if row.dossier else row.resource


def _first(row: FreeRiding) -> tuple[bool, float, float, str, str, str]:
    """Put the largest exposure first, and what was not counted last."""
    shares = row.exposure is None, -(row.exposure or 0.0), -(row.at_most or 0.0)
    return *shares, row.dossier, row.resource, row.unit or ""
