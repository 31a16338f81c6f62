"""Organisations among other things: tables in the middle, issues near the table that treats them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from netdeps.maps.layout import Place, Spot, Tie, positions

TABLE = "table"
"""The kind of a spot that gathers others: it stands in the middle region of the map."""
ISSUE = "issue"
"""The kind of a spot that stands close to whatever it is tied to."""

_MIDDLE = "\N{BULLET}"
_CLOSE = 2.0


def gathered(spots: Collection[Spot], ties: Mapping[Tie, float]) -> dict[str, Place]:
    """Place organisations, tables and issues together; the order does not matter.

    A tie between an issue and a table counts double, and tables keep together in the middle.
    """
    kinds = {spot.id: spot.kind for spot in spots}
    close = {
        tie: strength * (_CLOSE if {kinds[tie[0]], kinds[tie[1]]} == {TABLE, ISSUE} else 1)
        for tie, strength in ties.items()
    }
    tables = sorted(name for name, kind in kinds.items() if kind == TABLE)
    hub = [Spot(_MIDDLE, TABLE, 1.0, 1.0)] if len(tables) > 1 else []
    held = dict.fromkeys(((_MIDDLE, table) for table in tables), _CLOSE) if hub else {}
    found = positions([*spots, *hub], {**close, **held})
    return {name: place for name, place in found.items() if name in kinds}
