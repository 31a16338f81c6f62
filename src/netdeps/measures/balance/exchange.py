"""What runs between organisations of one resource, as amounts by giver and taker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from netdeps.graph import Flow
from netdeps.measures.balance.goods import Good, in_order
from netdeps.model import Pair


def by_resource(found: Iterable[Flow]) -> Mapping[Good, list[Flow]]:
    """Put together what can be added, sorted; nothing brought is left out."""
    grouped: dict[Good, list[Flow]] = {}
    for one in found:
        if one.amount != 0:
            grouped.setdefault((one.resource, one.unit), []).append(one)
    return {key: grouped[key] for key in sorted(grouped, key=in_order)}


def uncounted(found: Iterable[Flow]) -> bool:
    """Tell whether some of it was not counted."""
    return any(one.amount is None for one in found)


def amounts(found: Iterable[Flow]) -> dict[Pair, Fraction]:
    """Add what each brings to each other one, over all dossiers."""
    added: dict[Pair, Fraction] = {}
    for one in found:
        if one.amount:
            way = (one.giver, one.taker)
            added[way] = added.get(way, Fraction(0)) + one.amount
    return added
