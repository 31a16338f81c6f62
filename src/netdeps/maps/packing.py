"""Tables written small: a value that returns often stands once in its column, and rows point to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netdeps.maps.rows import Cell, Table
from netdeps.model import LEVELS

Packed = dict[str, Any]

_VOICES = "voices"
"""The column in which levels stand again and again."""


def packed(table: Table) -> Packed:
    """Give a table as plain data that is short as JSON.

    A column is ``[name, type]`` and its cells stand in the rows; or ``[name, type, values]``, and
    the rows hold places in ``values``. When all cells are the same, ``values`` has that one, and
    the rows leave the column out.
    """
    turned = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    columns = [
        [*map(_in_numbers, cells)] if name == _VOICES else list(cells)
        for (name, _), cells in zip(table.columns, turned, strict=True)
    ]
    heads: list[list[Any]] = []
    kept: list[Sequence[Cell]] = []
    for (name, sort), cells in zip(table.columns, columns, strict=True):
        values, places = _gathered(cells)
        if len(values) == 1:
            heads.append([name, sort, values])
        elif len(values) < len(cells) and _is_shorter(cells, values, places):
            heads.append([name, sort, values])
            kept.append(places)
        else:
            heads.append([name, sort])
            kept.append(cells)
    rows = [list(row) for row in zip(*kept, strict=True)] if kept else [[] for _ in table.rows]
    left = {"left_out": table.left_out} if table.left_out else {}
    return {"name": table.name, "columns": heads, "rows": rows, **left}


def _in_numbers(voices: Iterable[tuple[Any, ...]]) -> list[Cell]:
    """Write what was said of a contact with the levels as their numbers, from the highest down."""
    return [
        [levels and [LEVELS.index(level) for level in levels], *rest] for levels, *rest in voices
    ]


def _gathered(cells: Sequence[Cell]) -> tuple[list[Cell], list[int]]:
    """Give the different cells, in the order in which they come, and the place of each cell."""
    seen: dict[str, int] = {}
    values: list[Cell] = []
    places: list[int] = []
    for cell in cells:
        key = repr(cell)  # true, 1 and 1.0 are equal and are not written alike
        if key not in seen:
            seen[key] = len(values)
            values.append(cell)
        places.append(seen[key])
    return values, places


def _is_shorter(cells: Sequence[Cell], values: Sequence[Cell], places: Sequence[int]) -> bool:
    return len(_written(values)) + len(_written(places)) < len(_written(cells))


_written = json.JSONEncoder(separators=(",", ":")).encode


def packed_nodes(nodes: Sequence[Mapping[str, Any]]) -> Packed:
    """Give the shapes as a table: a column for each thing that is said of any of them.

    A shape whose place in the row says its name needs none.
    """
    said = [
        {
            name: value
            for name, value in node.items()
            if not _goes_without_saying(name, value, number)
        }
        for number, node in enumerate(nodes)
    ]
    names = sorted({name for node in said for name in node})
    rows = tuple(tuple(node.get(name) for name in names) for node in said)
    return packed(Table("nodes", tuple((name, "node") for name in names), rows))


def _goes_without_saying(name: str, value: object, number: int) -> bool:
    return value is None or [name, value] in [["id", f"o{number}"], ["label", " "]]
