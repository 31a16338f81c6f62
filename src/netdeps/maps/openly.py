"""What the map for the public leaves out: what is missing, how badly, and who is short of what.

These are judgements about a line or a party. They are computed from what the public may see, and
are no leak; but who reads them was not there when they were talked over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netdeps.maps.rows import Cell, Table
from netdeps.model import View

_EMPTY = frozenset({"gaps", "questions", "kinds"})
"""The tables of findings; the page counts on them."""

_NOT_THERE = frozenset({"power", "indirect", "exchange", "balance", "across"})

_BLANK: Mapping[str, Mapping[str, Cell]] = {
    "agenda_tables": {"level": None, "cover": None, "needs": (), "question": None},
    "issues": {
        "apart": (),
        "absent": None,
        "mandate_level": None,
        "sentence": None,
        "question": None,
        "agreements": (),
    },
}
"""Columns of which the cells stay empty, with what stands in an empty one."""


def tables_for(audience: str, tables: Iterable[Table]) -> tuple[Table, ...]:
    """Give what an audience gets of the tables of a map: all of them, but for the public."""
    return tuple(_open(tables)) if audience == "public" else tuple(tables)


def view_for(audience: str, view: View | None) -> View | None:
    """Give the view to open with; None, for the usual one, where an audience has no such view."""
    return None if audience == "public" and view in {"gaps", "power"} else view


def _open(tables: Iterable[Table]) -> Iterator[Table]:
    for one in tables:
        if one.name in _EMPTY:
            yield Table(one.name, one.columns, ())
        elif one.name in _BLANK:
            yield _blanked(one, _BLANK[one.name])
        elif one.name not in _NOT_THERE:
            yield one


def _blanked(table: Table, blank: Mapping[str, Cell]) -> Table:
    names = [name for name, _ in table.columns]
    rows = (
        tuple(blank.get(name, cell) for name, cell in zip(names, row, strict=True))
        for row in table.rows
    )
    return Table(table.name, table.columns, tuple(rows), table.left_out)
