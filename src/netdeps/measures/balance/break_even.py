"""At which worth of one resource in another an organisation would be in balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import ClassVar

from netdeps.graph import Good, Selection, Status, flows, selected
from netdeps.measures.balance.goods import (
    by_good,
    in_order,
    in_unit,
    nets_of,
    not_involved,
    tallied,
)
from netdeps.measures.balance.tally import Tally, about, plain, shared_out
from netdeps.model import Network
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class BreakEven(Row):
    """What one resource would have to be worth in another for an organisation to be in balance."""

    words: ClassVar[str] = "break_even"
    identity: ClassVar[tuple[str, ...]] = ("organisation", "resources", "units", "dossier")

    organisation: str
    """The organisation."""
    resources: tuple[str, str]
    """The two resources."""
    units: tuple[str | None, str | None]
    """What each of them is counted in."""
    dossier: str | None
    """The dossier; None for all together."""
    nets: tuple[float | None, float | None]
    """Given minus taken of each; None where some of it was not counted."""
    rate: float | None
    """How many units of the second one unit of the first has to be worth; None where there is no
    such worth: no worth, or any, would do."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits: a worth to talk about, or what holds whatever they are worth."""
        if None in self.nets:
            return "uncounted"
        if self.rate is not None:
            return "sentence"
        ways = sorted({_way(net) for net in self.nets if net})
        if not ways:
            return "balance"
        return ways[0] if all(self.nets) else f"one_{ways[0]}"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.rate is not None else "ask_whole"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.rate is not None else "otherwise_whole"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of, with 1 unit of what counts for more."""
        first, second = self._named()
        out, back = (0, 1) if (self.nets[0] or 0) > 0 else (1, 0)
        one, many = (0, 1) if (self.rate or 1) >= 1 else (1, 0)
        return {
            "organisation": self.called(self.organisation),
            "first": first,
            "second": second,
            **self._part("more", out),
            **self._part("less", back),
            "one": self.resources[one],
            "one_unit": self._unit(one),
            "many": self.resources[many],
            "many_unit": self._unit(many),
            "rate": max(self.rate or 1, 1 / (self.rate or 1)),
            "uneven": first if self.nets[0] else second,
            "even": second if self.nets[0] else first,
        }

    def _part(self, name: str, place: int) -> dict[str, Fact]:
        return {
            name: abs(self.nets[place] or 0.0),
            f"{name}_unit": self._unit(place),
            f"{name}_resource": self.resources[place],
        }

    def _unit(self, place: int) -> str:
        return in_unit(self.units[place], self.resources[place])

    def _named(self) -> tuple[str, str]:
        """Name the two, with their units where they are the same resource."""
        first, second = self.resources
        if first != second:
            return first, second
        one, other = (f"{first} ({unit})" if unit else first for unit in self.units)
        return one, other


def break_even(
    network: Network,
    *,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[BreakEven]:
    """What one resource would have to be worth in another for an organisation to be in balance.

    For each organisation and each two resources that it gives or takes, with nets x₁ and x₂ (given
    minus taken): it is in balance over the two when one unit of the first is worth -x₂/x₁ units of
    the second. Who takes 10 dwellings and gives 3,000 hours is in balance when a dwelling is worth
    300 hours. That is a question for the table, not an answer. The rate is above 0; it says nothing
    of what the resources are worth.

    There is no rate where both nets have the same sign: whatever the two are worth, it brings more
    than it takes, or the reverse. Nor where one of them is 0 or was not counted. The same resource
    in two units counts as two. Rows with a rate come first. Undefined for organisations that give or
    take fewer than two resources; the common pot has no rows.

    Raises
    ------
    OptionError
        When the status is not known, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a dossier, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     contributions=[
    ...         {"giver": "care", "taker": "housing", "resource": "guidance", "amount": 3000},
    ...         {"giver": "housing", "taker": "care", "resource": "dwellings", "amount": 10},
    ...     ],
    ... )
    >>> row = measures.break_even(network)[0]
    >>> row.resources, row.nets, row.rate
    (('dwellings', 'guidance'), (-10.0, 3000.0), 300.0)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    found = shared_out(flows(part, dossier=dossier, status=status), pot, part, network)
    tallies = tallied(by_good(found))
    nets = nets_of(tallies)
    rows = [
        _row(who, (one, other), tallies, nets[who], dossier, part)
        for who in part.ids
        for one, other in combinations(nets.get(who, ()), 2)
    ]
    rows.sort(key=_first)
    few = {who: Phrase("reason.one_resource") for who in nets if len(nets[who]) == 1}
    uncounted = {row.organisation: Phrase("reason.no_amount") for row in rows if None in row.nets}
    reasons = {**not_involved(part, nets), **few, **uncounted}
    return Findings(rows, about("break_even", part, found), reasons)


def _row(
    who: str,
    goods: tuple[Good, Good],
    tallies: Mapping[Good, Tally],
    nets: Mapping[Good, Fraction | None],
    dossier: str | None,
    network: Network,
) -> BreakEven:
    one, other = goods
    return BreakEven(
        organisation=who,
        resources=(one[0], other[0]),
        units=(one[1], other[1]),
        dossier=dossier,
        nets=(plain(nets[one]), plain(nets[other])),
        rate=plain(_rate(nets[one], nets[other])),
        because=tuple(sorted({name for good in goods for name in tallies[good].because(who)})),
        names=network.names,
    )


def _rate(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return -other / one if one and other and one * other < 0 else None


def _way(net: float) -> str:
    return "gives" if net > 0 else "takes"


def _first(row: BreakEven) -> tuple[bool, str, tuple[tuple[str, bool, str], ...]]:
    goods = zip(row.resources, row.units, strict=True)
    return row.rate is None, row.organisation, tuple(map(in_order, goods))
