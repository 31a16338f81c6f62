"""Tables and issues as shapes of their own, and where they stand among the organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netdeps.maps.agenda import Agenda, Sort, concerned
from netdeps.maps.gathered import ISSUE, TABLE, gathered
from netdeps.maps.layout import Place, Spot
from netdeps.maps.names import room
from netdeps.maps.paint import BOARD, SHEET
from netdeps.model import LANGUAGES, Pair, pair
from netdeps.model import Table as Meeting
from netdeps.words import label, say

MOST_ASIDE = 40
"""More organisations than this, of which no seat and no issue is known, are not drawn."""

_VIEW = "tables"
_FONT = 14.0
_SIZE = 11.0
_AIR = (34.0, 44.0)
_BOX_AIR = (44.0, 34.0)

Look = dict[str, Any]


def extras(agenda: Agenda) -> list[Look]:
    """Say what the shapes are that stand for tables and issues, in the order of their numbers."""
    network = agenda.scene.network
    tables = ({**_look("table", one.id, one.name), "note": _note(one)} for one in network.tables)
    return [*tables, *(_look("issue", one.id, one.title) for one in network.issues)]


def nodes(agenda: Agenda, places: list[Place | None]) -> list[dict[str, Any]]:
    """Give tables and issues their shapes."""
    return [
        {
            "id": f"o{number}",
            "label": " ",
            "group": "table" if sort == "table" else _group(agenda, name),
            "size": _SIZE,
            **dict(zip("xy", places[number] or (0, 0), strict=True)),
        }
        for (sort, name), number in agenda.numbers.items()
    ]


def places(agenda: Agenda) -> list[Place | None]:
    """Place tables among who sits there and issues near their tables; None for who is not drawn."""
    if not agenda.numbers:
        return []
    ties = dict(_ties(agenda))
    gone = {f"o{who}" for who in aside(agenda)}
    gone = gone if len(gone) > MOST_ASIDE else set()
    found = gathered([spot for spot in _spots(agenda) if spot.id not in gone], ties)
    every = [*(f"o{name}" for name in agenda.scene.numbers), *_between(agenda)]
    return [*map(found.get, every), *(found[_key(*one)] for one in agenda.numbers)]


def aside(agenda: Agenda) -> list[str]:
    """Name the organisations of which neither a seat nor an issue is known, also of no part or whole."""
    there = {end for ends, _ in _ties(agenda) for end in ends}
    return [who for who in agenda.scene.network.ids if f"o{who}" not in there]


def _between(agenda: Agenda) -> list[str]:
    """Give a name that nobody has for each shape between the organisations and the tables."""
    return [""] * (agenda.first - len(agenda.scene.numbers))


def _look(sort: Sort, name: str, text: str) -> Look:
    shape, colour = {"table": ("table", BOARD), "issue": ("sheet", SHEET)}[sort]
    return {
        "sort": sort,
        "id": name,
        "name": [text or name] * len(LANGUAGES),
        "views": [_VIEW],
        "shape": shape,
        "colour": colour,
    }


def _group(agenda: Agenda, issue: str) -> str:
    """Tell an issue that lies on a table from one that lies on none."""
    return "issue" if any(issue in one.issues for one in agenda.scene.network.tables) else "loose"


def _note(table: Meeting) -> list[str]:
    """Say at which level a table meets, and how often."""
    often = {"count": table.per_year}
    return [
        ", ".join(
            text
            for text in (
                table.level and label("map.level_name", table.level, language),
                table.per_year and say("map.per_year", language, often),
            )
            if text
        )
        for language in LANGUAGES
    ]


def _key(sort: str, name: str) -> str:
    return f"{sort[0]}{name}"


def _ties(agenda: Agenda) -> Iterator[tuple[Pair, float]]:
    """Tie who sits at a table to it, each issue to its tables, and whom it concerns elsewhere to it."""
    network = agenda.scene.network
    for one in network.tables:
        yield from ((pair(f"o{who}", f"t{one.id}"), 1.0) for who in one.members)
        yield from ((pair(f"i{issue}", f"t{one.id}"), 1.0) for issue in one.issues)
    for issue in network.issues:
        away = set(concerned(issue)) - agenda.seated(issue)
        yield from ((pair(f"o{who}", f"i{issue.id}"), 1.0) for who in sorted(away))
    there = {who for one in network.tables for who in one.members}
    there |= {who for issue in network.issues for who in concerned(issue)}
    for part in network.organisations:
        if part.part_of is not None and {part.id, part.part_of} & there:
            yield pair(f"o{part.id}", f"o{part.part_of}"), 1.0


def _spots(agenda: Agenda) -> Iterator[Spot]:
    """Say how much room each shape takes with its name; a table has its name inside."""
    network = agenda.scene.network
    for who in network.ids:
        yield _spot(f"o{who}", network.organisation(who).kind, network.names[who])
    for table in network.tables:
        longest = max(_note(table), key=len)
        wide, high = room(table.name or table.id, _FONT)
        more, line = room(longest, _FONT) if longest else (0.0, 0.0)
        size = max(wide, more) + _BOX_AIR[0], high + line + _BOX_AIR[1]
        yield Spot(f"t{table.id}", TABLE, *size)
    for issue in network.issues:
        yield _spot(f"i{issue.id}", ISSUE, issue.title or issue.id)


def _spot(key: str, kind: str, name: str) -> Spot:
    wide, high = room(name, _FONT)
    return Spot(key, kind, wide + _AIR[0], high + _AIR[1])
