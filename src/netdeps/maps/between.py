"""Everything between two in one row of words: what a page shows without a script.

A name stands at the head of its organisation and once in each row. What has a direction stands
with whoever needs, brings or changes; what has none, with whoever of the two has a row already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from netdeps.maps.cells import Writer, listed
from netdeps.maps.rows import HIDDEN, Cell, Table
from netdeps.model import LEVELS

ENDS: Mapping[str, tuple[str, ...]] = {
    "dependencies": ("depender", "dependees"),
    "contacts": ("parties",),
    "across": ("parties",),
    "gaps": ("parties",),
    "questions": ("parties",),
    "contributions": ("giver", "taker"),
    "exchange": ("giver", "taker"),
    "power": ("depender", "dependee"),
    # What is reached by way of another stands with that other, so that nobody gets a row for it.
    "indirect": ("depender", "via"),
    "changes": ("first", "second"),
}
"""The tables of what is between two, and the columns that say between whom."""

_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    # What is known of each level stands with the contact.
    "gaps": {"question": "told", **dict.fromkeys(("dependums", *LEVELS), HIDDEN)},
    "questions": {"levels": "each:level_short", "question": "told"},
    "organisations": {"name": HIDDEN, "id": HIDDEN, "levels": "each:level_short"},
    "contributions": {"amount": "amount"},
    # What nobody counted is said there; whoever brings more is told all the same.
    "balance": {"organisation": HIDDEN, **dict.fromkeys(("given", "taken", "net"), "number")},
    "exchange": dict.fromkeys(("given", "returned", "net"), "number"),
}
"""The types of columns that are written otherwise than in a table of their own."""

_NAMED = {
    *("region", "part_of", "score", "issue", "barrier", "illustrative", "essential", "quality"),
    *("given", "taken", "returned", "net", "evens_out", "routed_via", "replies"),
}
"""The columns whose cells would not be understood without the name of the column."""

Ends = tuple[Cell, Cell]
Row = Sequence[Cell]
Told = dict[str, list[str]]
"""By table, what is told of two."""
Found = dict[Cell, dict[Cell, Told]]
Way = Callable[[Row, Cell], str]
"""How a cell of a row is written, under the name of an organisation."""


def between(tables: Sequence[Table], writer: Writer) -> dict[str, Any]:
    """Give for each organisation who it is, and a row for each other with whom there is anything.

    ``columns`` has the tables of which there is anything; a row has a text for each of them, as
    far as the last that it has anything for.
    """
    by_name = {table.name: table for table in tables}
    names = [name for name in ENDS if name in by_name and by_name[name].rows]
    facts = _facts(by_name, writer)
    found: Found = {who: {} for who in facts}
    # What has a direction comes first, so that the rest can join its rows.
    for name in sorted(names, key=lambda name: len(ENDS[name]), reverse=True):
        _tell(by_name[name], found, writer)
    groups = [_group(who, rows, names, writer) for who, rows in found.items()]
    return {"columns": names, "groups": [{**one, "facts": facts.get(one["who"])} for one in groups]}


def _facts(tables: Mapping[str, Table], writer: Writer) -> dict[Cell, str]:
    """Give who each organisation is, and what giving and taking comes to."""
    write = _writing(tables["organisations"], writer)
    facts = {who: [write(row, None)] for who, row in enumerate(tables["organisations"].rows)}
    if "balance" in tables:
        write = _writing(tables["balance"], writer)
        for row in tables["balance"].rows:
            facts[row[0]].append(write(row, None))
    return {who: "; ".join(told) for who, told in facts.items()}


def _tell(table: Table, found: Found, writer: Writer) -> None:
    """Put each row of a table with the two that it is about."""
    write = _writing(table, writer)
    for row in table.rows:
        for ends in _ends(table, row) if _is_new(table, row) else ():
            head, other = _turned(ends, found) if len(ENDS[table.name]) == 1 else ends
            told = found.setdefault(head, {}).setdefault(other, {})
            told.setdefault(table.name, []).append(write(row, head))


def _is_new(table: Table, row: Row) -> bool:
    """Tell whether a row says more than others: what goes one way stands with what was brought."""
    return table.name != "exchange" or row[_place(table, "returned")] != 0


def _ends(table: Table, row: Row) -> list[Ends]:
    """Give each two that a row is about."""
    cells = [row[_place(table, end)] for end in ENDS[table.name]]
    head, others = cells if len(cells) > 1 else (cells[0][0], cells[0][1:])
    return [(head, other) for other in (others if isinstance(others, tuple) else (others,))]


def _turned(ends: Ends, found: Found) -> Ends:
    """Give two in the order in which they have a row already."""
    head, other = ends
    return (other, head) if head in found.get(other, {}) else ends


def _group(
    who: Cell, rows: Mapping[Cell, Told], names: Sequence[str], writer: Writer
) -> dict[str, Any]:
    return {
        "who": who,
        "name": writer.name(who),
        "rows": [[writer.name(other), *_cells(told, names)] for other, told in rows.items()],
    }


def _cells(told: Told, names: Sequence[str]) -> list[str]:
    last = max(names.index(name) for name in told)
    return ["; ".join(told.get(name, ())) for name in names[: last + 1]]


def _writing(table: Table, writer: Writer) -> Way:
    """Give how a row is put into words; those between whom it is are left out."""
    ways = [
        way
        for at, (name, sort) in enumerate(table.columns)
        if name == "dependees" or name not in ENDS.get(table.name, ())
        for way in _ways(table, writer, at, _OTHERWISE.get(table.name, {}).get(name, sort))
    ]
    return lambda row, head: listed(way(row, head) for way in ways)


def _ways(table: Table, writer: Writer, at: int, sort: str) -> Iterator[Way]:
    """Give how a column is written, if it is."""
    name = table.columns[at][0]
    if name == "dependees":
        yield lambda row, _: _several(row[at], writer)
    elif name == "voices":
        yield lambda row, head: "; ".join(writer.voice(one, head) for one in row[at])
    elif sort == "source":
        yield lambda row, head: writer.source(row[at], head)
    elif table.name == "contacts" and name in LEVELS:
        yield _level_in_words(writer, at, _place(table, "voices"), name)
    elif sort != HIDDEN:
        yield _in_words(writer, at, sort, name)


def _in_words(writer: Writer, at: int, sort: str, name: str) -> Way:
    before = f"{writer.word('column', name)}: " if name in _NAMED else ""

    def way(row: Row, _: Cell) -> str:
        text = writer.cell(row[at], sort)
        return text and before + text

    return way


def _level_in_words(writer: Writer, at: int, voices: int, level: str) -> Way:
    """Say what is known of contact at a level, unless nobody was asked or a single voice says it."""
    known = {
        state: f"{writer.word('level_short', level)} {writer.word('state_short', state)}"
        for state in ("yes", "no", "disputed")
    }

    def way(row: Row, _: Cell) -> str:
        said = [voice[1] for voice in row[voices] if voice[0] == (level,)]
        alone = said == [row[at] == "yes"] and row[at] != "disputed"
        return "" if alone else known.get(row[at], "")

    return way


def _several(dependees: Sequence[Cell], writer: Writer) -> str:
    """Name all of whom one need is, where it is of more than one."""
    if len(dependees) == 1:
        return ""
    return f"{writer.word('column', 'dependees')}: {writer.cell(dependees, 'parties')}"


def _place(table: Table, column: str) -> int:
    return [name for name, _ in table.columns].index(column)
