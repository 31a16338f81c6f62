"""Who needs whom more: the balance of power, a row for each two of whom one needs the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from netdeps.maps.rows import Scene, Table
from netdeps.measures import power_balance
from netdeps.measures.rows import PowerBalance
from netdeps.words import Phrase, percent

Lean = Literal["even", "more", "much", "none", "unknown"]
"""How far the need leans to one side. ``none``: the other was asked, and named no needs;
``unknown``: nobody asked what the other needs."""

EVEN, MUCH = 0.1, 0.5
"""Shares that differ by at most the first are about even; by the second or more, one needs the
other much more. Conventions; only their order carries meaning."""

MOST = 600
"""More pairs than this are not listed; those that need each other most are."""

_POWER = (
    ("depender", "party"),
    ("dependee", "party"),
    ("share", "share"),
    ("back", "share"),
    ("lean", "word:lean"),
)
_NOT_ASKED = "reason.needs_not_asked"


def tables(scene: Scene) -> tuple[Table, ...]:
    """List how much each two need each other, the most first; nothing where nobody needs another.

    The first of a row is whoever needs the other more, so that an arrow can point from it.
    """
    found = power_balance(scene.network)
    silent = {one: reason for one, reason in found.undefined.items() if isinstance(reason, Phrase)}
    rows = sorted(found, key=lambda row: (-_needed(row), row.parties))
    listed = tuple(_row(scene, row, silent) for row in rows[:MOST])
    return (Table("power", _POWER, listed, len(rows) - len(listed)),) if rows else ()


def _needed(row: PowerBalance) -> float:
    """Tell how much two need each other in all, as far as is known."""
    return sum(share or 0.0 for share in row.dependence)


def _row(scene: Scene, row: PowerBalance, silent: Mapping[str, Phrase]) -> tuple[object, ...]:
    (there, back), (first, second) = row.dependence, row.parties
    if (there or 0.0) < (back or 0.0):
        (there, back), (first, second) = (back, there), (second, first)
    shares = (None if share is None else round(percent(share) / 100, 3) for share in (there, back))
    return (*scene.parties((first, second)), *shares, _lean(row, silent.get(second)))


def _lean(row: PowerBalance, reason: Phrase | None) -> Lean:
    if row.imbalance is None:
        return "unknown" if reason is None or reason.key == _NOT_ASKED else "none"
    if row.imbalance <= EVEN:
        return "even"
    return "more" if row.imbalance < MUCH else "much"
