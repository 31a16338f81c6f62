"""Results as people see them in a terminal and a notebook, and as other programs take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from netdeps.errors import MissingLibraryError
from netdeps.results.about import About
from netdeps.words import Phrase, Says, number

SHOWN = 10
"""So many rows are shown where nobody says how many."""


def plain(value: Any) -> Any:  # noqa: ANN401 - a field of any row
    """Turn a field of a row into plain data that JSON can hold."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, Phrase) else value


def text(about: About, lines: Sequence[str], count: int, undefined: Mapping[str, Says]) -> str:
    """Show a result in a terminal."""
    shown = [f"  {line}" for line in lines[: 2 * SHOWN]]
    rest = count - len(shown)
    more = [f"  … and {rest} more"] if rest > 0 else []
    without = [f"  {name}: undefined, {reason}" for name, reason in list(undefined.items())[:SHOWN]]
    caveats = [f"  Note: {caveat}" for caveat in about.caveats]
    return "\n".join([f"{about.name}: {about.definition}", *shown, *more, *without, *caveats])


def table(about: About, rows: list[dict[str, Any]], undefined: Mapping[str, Says]) -> str:
    """Show a result in a notebook; everything that comes from a case is escaped."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(row.get(name))}</td>' for name in columns)}</tr>"
        for row in rows[: 5 * SHOWN]
    )
    rest = len(rows) - 5 * SHOWN
    more = f"<p>… and {rest} more</p>" if rest > 0 else ""
    notes = [str(Phrase(f"visible.{about.visibility}")), *map(str, about.caveats)]
    notes += [f"{name}: {reason}" for name, reason in undefined.items()]
    listed = "".join(f"<li>{escape(note)}</li>" for note in notes)
    caption = f"{escape(about.name)}: {escape(str(about.definition))}"
    table = (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    )
    return f"{table}</table>{more}<ul>{listed}</ul>"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return escape(number(value, "en", digits=3))
    if isinstance(value, list):
        return escape(", ".join(map(str, value)))
    return "" if value is None else escape(str(value))


def pandas() -> Any:  # noqa: ANN401 - pandas loads late
    """Load pandas, or say how to get it."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingLibraryError(
            "this needs pandas, which is not installed; install it with: pip install 'netdeps[pandas]'"
        ) from error
    return pd
