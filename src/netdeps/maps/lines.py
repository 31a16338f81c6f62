"""The lines of every view: one for all that runs between the same two, in one direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netdeps.maps.agenda import Agenda, ties
from netdeps.maps.rows import Scene, Table
from netdeps.model import TOGETHER

EDGE = ("id", "from", "to", "set", "rows", "curved")
"""What an edge says, in the order in which the page writes it."""

Lines = dict[tuple[int, int], list[int]]


def edges(scene: Scene, tables: Mapping[str, Table], agenda: Agenda) -> Iterator[dict[str, Any]]:
    """Give the lines of every view, each with its own id and the rows that it stands for."""
    number = 0
    on_agenda = {name: _joined(found) for name, found in ties(agenda).items()}
    for name, lines in {**_lines(scene, tables), **on_agenda}.items():
        for (start, end), rows_of in lines.items():
            line = {
                "id": f"e{number}",
                "from": f"o{start}",
                "to": f"o{end}",
                "set": name,
                "rows": rows_of,
            }
            yield {**line, "curved": True} if (end, start) in lines else line
            number += 1


def _lines(scene: Scene, tables: Mapping[str, Table]) -> dict[str, Lines]:
    gaps = _joined((row[0], i) for i, row in enumerate(tables["gaps"].rows))
    asks = _joined((row[0], i) for i, row in enumerate(tables["questions"].rows))
    parts = (
        (one.id, one.part_of) for one in scene.network.organisations if one.part_of is not None
    )
    pot = len(scene.numbers)
    return {
        "parts": {(scene.numbers[part], scene.numbers[whole]): [] for part, whole in parts},
        "needs": _joined(
            ((row[0], dependee), i)
            for i, row in enumerate(tables["dependencies"].rows)
            for dependee in row[2]
            if isinstance(dependee, int) and dependee != row[0]
        ),
        "contacts": _joined((row[0], i) for i, row in enumerate(tables["contacts"].rows)),
        "gifts": _joined(
            ((row[0], pot if row[1] == TOGETHER else row[1]), i)
            for i, row in enumerate(tables["contributions"].rows)
        ),
        "gaps": gaps,
        "asks": {ends: found for ends, found in asks.items() if ends not in gaps},
    }


def _joined(ties: Iterable[tuple[tuple[int, int], int]]) -> Lines:
    """Draw one line for all rows between the same two."""
    lines: Lines = {}
    for ends, row in ties:
        lines.setdefault((ends[0], ends[1]), []).append(row)
    return lines
