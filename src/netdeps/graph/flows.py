"""What one organisation brings to another, from the reports of both.

The same contribution told by giver and taker is one contribution with two reports: the amounts of
one speaker are added, the totals of the two parties are averaged. Reports by others count only
where neither party has reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from netdeps.model import Contribution, Network

Status = Literal["promised", "delivered"]


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


_Key = tuple[str, str, str, str | None, str | None]


def flows(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    status: Status = "delivered",
) -> tuple[Flow, ...]:
    """Give what each organisation brings to each other one, sorted by giver and taker."""
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


@lru_cache(maxsize=4096)
def exact(amount: float) -> Fraction:
    """Give the number as it was written: 0.1 is one tenth."""
    return Fraction(repr(amount))


def _sortable(key: _Key) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def _flow(key: _Key, told: list[Contribution]) -> Flow:
    giver, taker, resource, unit, dossier = key
    totals = _totals(told)
    own = {speaker: total for speaker, total in totals.items() if speaker in {giver, taker}}
    reports = sorted((own or totals).values())
    amount = sum(reports, Fraction(0)) / len(reports) if reports else None
    return Flow(
        giver=giver,
        taker=taker,
        resource=resource,
        unit=unit,
        dossier=dossier,
        amount=amount,
        low=min(totals.values(), default=None),
        high=max(totals.values(), default=None),
        because=tuple(sorted(one.id for one in told)),
    )


def _totals(told: Iterable[Contribution]) -> Mapping[str | None, Fraction]:
    """Add what each speaker reports; amounts that were not given add nothing."""
    totals: dict[str | None, Fraction] = {}
    for one in told:
        if one.amount is not None:
            speaker = one.said.by
            totals[speaker] = totals.get(speaker, Fraction(0)) + exact(one.amount)
    return totals
