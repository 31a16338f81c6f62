"""Give and take at what things are worth: to who gives them, and to who takes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from netdeps.graph import Flow, Good, Selection, Status, exact, flows, selected
from netdeps.measures.balance.goods import in_order, labels, minus, not_involved
from netdeps.measures.balance.tally import plain, shared_out, statements
from netdeps.measures.balance.valued_rows import Prices, ValuedBalance
from netdeps.measures.balance.worth import Worth, valued
from netdeps.model import TOGETHER, Network, Valuation
from netdeps.results import About, Findings
from netdeps.words import Phrase


def valued_balance(
    network: Network,
    *,
    worth: Worth | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
) -> Findings[ValuedBalance]:
    """What giving and taking are worth: to who gives, to who takes, and to the organisation itself.

    Each contribution is worth its amount times what one unit is worth to somebody. ``by_giver`` is
    given minus taken with each contribution at its worth to whoever gives it, ``by_taker`` at its
    worth to whoever takes it; over all organisations each of them adds up to 0. ``given`` and
    ``taken`` are what the organisation gives and takes at its own worth, and ``gain`` is taken minus
    given: above 0 where what it gets is worth more to it than what it brings. The gains add up to all
    amounts times what a unit is worth more to who takes than to who gives: what is cheap for the one
    can be dear to the other.

    What one unit is worth is what the organisation says itself (``valuations`` of the case); what
    others say of it counts only where it has not spoken. Several statements are averaged. A
    valuation holds for what is counted in its unit; one without a unit, for what is counted in one
    unit only. With ``worth`` one price list holds for all (``{"time": 40, "money": 1}``; where a
    resource is counted in several units, the keys are both, ``("time", "hours")``). All values
    are on one scale.

    The common pot values nothing: what is brought for everybody is left out, unless ``pot`` says in
    which shares it is booked on those who benefit. A field is None where a worth that it takes is not
    known, or something was not counted; the reason says of which resources. Whoever has none of them
    has no row.

    Raises
    ------
    OptionError
        When the status is not known, ``worth`` is not above 0 or says nothing of a resource that is
        brought, or the shares of ``pot`` are negative or do not add up to 1.
    UnknownNameError
        When a dossier, kind or organisation is asked for that is not there, or ``worth`` tells of a
        resource that is not in the case.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     contributions=[{"giver": "care", "taker": "housing", "resource": "time", "amount": 10}],
    ...     valuations=[{"organisation": "care", "resource": "time", "worth": 30},
    ...                 {"organisation": "housing", "resource": "time", "worth": 50}],
    ... )
    >>> [(row.organisation, row.by_giver, row.by_taker, row.gain)
    ...  for row in measures.valued_balance(network)]
    [('care', 300.0, 500.0, -300.0), ('housing', -300.0, -500.0, 500.0)]
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    brought = [one for one in flows(part, dossier=dossier, status=status) if one.amount != 0]
    booked = shared_out(valued(brought, worth, network), pot, part, network)
    found = [one for one in booked if one.taker != TOGETHER]
    values = _told(part, found) if worth is None else _listed(found)
    parties = _by_party(found)
    books = {who: _Book(who, dossier, parties[who], values) for who in sorted(parties)}
    rows = [book.row(part, "own" if worth is None else "list") for book in books.values()]
    rows = [row for row in rows if row.known]
    reasons = {who: reason for who, book in books.items() if (reason := book.reason)}
    to_the_pot = [one for one in booked if one.taker == TOGETHER]
    left_out = len(statements(to_the_pot))
    caveats = [Phrase.of("caveat.pot_not_valued", {"count": left_out})] if left_out else []
    about = About.of("valued_balance", part, rows, caveats=caveats)
    pot_alone = {one.giver: Phrase("reason.pot_values_nothing") for one in to_the_pot}
    return Findings(rows, about, {**not_involved(part, books), **pot_alone, **reasons})


@dataclass(frozen=True)
class _Value:
    """What one unit is worth to somebody, and the statements that say so."""

    worth: Fraction
    because: tuple[str, ...] = ()


_Values: TypeAlias = Mapping[tuple[str, Good], _Value]


def _by_party(found: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Give what each organisation gives or takes."""
    parties: dict[str, list[Flow]] = {}
    for one in found:
        for who in _ends(one):
            parties.setdefault(who, []).append(one)
    return parties


def _listed(found: Iterable[Flow]) -> _Values:
    """With one price list the amounts are values already, alike for all."""
    return {(who, one.good): _Value(Fraction(1)) for one in found for who in _ends(one)}


def _told(network: Network, found: Collection[Flow]) -> _Values:
    """Give what one unit of each good is worth to those who give or take it."""
    goods = {one.good for one in found}
    told: dict[tuple[str, Good], list[Valuation]] = {}
    for one in network.valuations:
        for good in goods:
            if one.resource == good[0] and one.unit in _units(good, goods):
                told.setdefault((one.organisation, good), []).append(one)
    return {key: _mean(key, statements) for key, statements in told.items()}


def _units(good: Good, goods: Collection[Good]) -> set[str | None]:
    """Give the units of a valuation that fit: its own, and none where there is no other."""
    several = sum(resource == good[0] for resource, _ in goods) > 1
    return {good[1]} if several else {good[1], None}


def _mean(key: tuple[str, Good], told: list[Valuation]) -> _Value:
    """Average what is said: with its very unit before without one, by itself before by others."""
    who, (_, unit) = key
    exactly = [one for one in told if one.unit == unit] or told
    own = [one for one in exactly if one.said.by == who] or exactly
    worth = sum((exact(one.worth) for one in own), Fraction(0)) / len(own)
    return _Value(worth, tuple(one.id for one in own))


def _ends(one: Flow) -> tuple[str, str]:
    return one.giver, one.taker


class _Book:
    """What one organisation gives and takes, at what it is worth to whom."""

    def __init__(self, who: str, dossier: str | None, own: Iterable[Flow], values: _Values) -> None:
        self.who, self.dossier, self.values = who, dossier, values
        every = list(own)
        self.out = [one for one in every if one.giver == who]
        self.into = [one for one in every if one.taker == who]

    @property
    def reason(self) -> Phrase | None:
        """Why something is not known: not counted, or not valued by itself or by others."""
        every = [*self.out, *self.into]
        if any(one.amount is None for one in every):
            return Phrase("reason.no_amount")
        lacking = {
            (who == self.who, one.good)
            for one in every
            for who in _ends(one)
            if (who, one.good) not in self.values
        }
        for own, reason in ((True, "no_own_worth"), (False, "no_worth")):
            goods = sorted((good for mine, good in lacking if mine is own), key=in_order)
            if goods:
                return Phrase.of(f"reason.{reason}", {"resources": tuple(labels(goods).values())})
        return None

    def row(self, network: Network, prices: Prices) -> ValuedBalance:
        """Make its row."""
        given, taken = self._worth(self.out, self._own), self._worth(self.into, self._own)
        of_givers = self._worth(self.into, lambda one: one.giver)
        of_takers = self._worth(self.out, lambda one: one.taker)
        return ValuedBalance(
            organisation=self.who,
            dossier=self.dossier,
            prices=prices,
            by_giver=plain(minus(given, of_givers)),
            by_taker=plain(minus(of_takers, taken)),
            given=plain(given),
            taken=plain(taken),
            gain=plain(minus(taken, given)),
            because=self._because(),
            names=network.names,
        )

    def _own(self, _: Flow) -> str:
        return self.who

    def _worth(self, found: Iterable[Flow], whose: Callable[[Flow], str]) -> Fraction | None:
        """Add what contributions are worth to somebody; None where that is not known."""
        added = Fraction(0)
        for one in found:
            value = self.values.get((whose(one), one.good))
            if value is None or one.amount is None:
                return None
            added += one.amount * value.worth
        return added

    def _because(self) -> tuple[str, ...]:
        every = [*self.out, *self.into]
        keys = {(who, one.good) for one in every for who in _ends(one)}
        told = {name for key in keys if key in self.values for name in self.values[key].because}
        return tuple(sorted({*statements(every), *told}))
