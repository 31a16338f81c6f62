"""What one organisation brings to another, from the reports of both.

The same contribution told by giver and taker is one contribution with two reports: the amounts of
one speaker are added, the totals of the two parties are averaged. Reports by others count only
where neither party has reported. A speaker who left out an amount has reported no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from numbers import Real
from typing import Literal, get_args

from netdeps.errors import OptionError, check_option, quoted, unknown_name
from netdeps.model import OUTSIDE, Contribution, Fixed, Network
from netdeps.words import Phrase

Status = Literal["promised", "delivered"]
"""Whether a contribution was promised or delivered."""


Good = tuple[str, str | None]
"""A resource and the unit that it is counted in: what can be added."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What one organisation brings to another of one resource in one dossier."""

    giver: str
    taker: str
    resource: str
    unit: str | None
    dossier: str | None
    amount: Fraction | None
    """The amount: the mean of what the two report; None where nobody said how much."""
    low: Fraction | None
    """The lowest of the reports."""
    high: Fraction | None
    """The highest of the reports."""
    because: tuple[str, ...]
    """The contributions that it rests on."""
    reports: Mapping[str, Fraction | None] = Fixed({})
    """The totals that giver and taker tell of, by who tells it; None where it left out an amount."""

    @property
    def good(self) -> Good:
        """What is brought, told apart by what can be added."""
        return self.resource, self.unit

    def times(self, factor: Fraction) -> Flow:
        """Give a share of it, or its worth: what the two report included."""
        amount, low, high = (
            None if much is None else much * factor for much in (self.amount, self.low, self.high)
        )
        return replace(self, amount=amount, low=low, high=high)


_Key = tuple[str, str, str, str | None, str | None]


def flows(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    status: Status = "delivered",
) -> tuple[Flow, ...]:
    """Give what each organisation brings to each other one, sorted by giver and taker.

    Raises
    ------
    OptionError
        When the status is neither promised nor delivered.
    UnknownNameError
        When nobody brings such a resource.
    """
    _check(network, resource, status)
    found: dict[_Key, list[Contribution]] = {}
    for one in network.contributions:
        if (
            one.status == status
            and dossier in {None, one.dossier}
            and resource in {None, one.resource}
        ):
            key = (one.giver, one.taker, one.resource, one.unit, one.dossier)
            found.setdefault(key, []).append(one)
    return tuple(_flow(key, found[key]) for key in sorted(found, key=_sortable))


def _check(network: Network, resource: str | None, status: str) -> None:
    check_option("status", status, get_args(Status))
    resources = {one.resource for one in network.contributions}
    if resource is not None and not (isinstance(resource, str) and resource in resources):
        raise unknown_name("resource", resource, sorted(resources))


def not_added(goods: Iterable[Good]) -> Phrase | None:
    """Say why amounts of these cannot be added; None where they can.

    Examples
    --------
    >>> str(not_added([("time", "hours"), ("time", "days")]))
    'the resource is counted in several units, which cannot be added'
    """
    told = {*goods}
    if len(told) <= 1:
        return None
    one_resource = len({resource for resource, _ in told}) == 1
    return Phrase("reason.several_units" if one_resource else "reason.mixed_units")


def exact(amount: float) -> Fraction:
    """Give the number as it was written: 0.1 is one tenth."""
    return _remembered(float(amount))


def check_share(option: str, found: object) -> Fraction:
    """Give a number from 0 to 1 as it was written, and refuse anything else.

    ``option`` says what it is, with ``{}`` where the number stands: ``"the prior chance {}"``.

    Raises
    ------
    OptionError
        When it is not a number from 0 to 1.
    """
    share = as_number(found)
    if share is None or not 0 <= share <= 1:
        raise OptionError(f"{option.format(quoted(found))} is not a number from 0 to 1.")
    return share


def as_number(found: object) -> Fraction | None:
    """Give a number as it was written; None where it is no number, or one without an end."""
    if isinstance(found, bool) or not isinstance(found, Real | Decimal):
        return None
    try:
        return exact(float(found))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def _remembered(amount: float) -> Fraction:
    return Fraction(repr(amount))


def _sortable(key: _Key) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def _flow(key: _Key, told: list[Contribution]) -> Flow:
    giver, taker, resource, unit, dossier = key
    totals = _totals(told)
    own = {one: totals[one] for one in (giver, taker) if one in totals}
    reports = [one for one in (own or totals).values() if one is not None]
    return Flow(
        giver=giver,
        taker=taker,
        resource=resource,
        unit=unit,
        dossier=dossier,
        amount=sum(reports, Fraction(0)) / len(reports) if reports else None,
        low=min(reports, default=None),
        high=max(reports, default=None),
        because=tuple(sorted(one.id for one in told)),
        reports=Fixed(own),
    )


def _totals(told: Iterable[Contribution]) -> Mapping[str | None, Fraction | None]:
    """Add what each speaker reports; None where a speaker left out how much some of it was."""
    totals: dict[str | None, Fraction | None] = {}
    for one in told:
        # of those outside nobody knows who is who: each tells of the same, as two others would
        speaker = f"{OUTSIDE} {one.id}" if one.said.by == OUTSIDE else one.said.by
        so_far = totals.get(speaker, Fraction(0))
        if so_far is None or one.amount is None:
            totals[speaker] = None
        else:
            totals[speaker] = so_far + exact(one.amount)
    return totals
