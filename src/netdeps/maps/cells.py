"""Tables in words, for the page as it is before any script runs, and where none may run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netdeps.maps.draw import Drawing
from netdeps.maps.names import plain
from netdeps.maps.rows import HIDDEN, Table
from netdeps.model import LANGUAGES, Language
from netdeps.words import has, label, number, say

MOST_ROWS = 300
"""The rows of one table that are written out; a script shows the others when asked."""


def printed(table: Table, drawing: Drawing) -> dict[str, Any]:
    """Give a table as text: the names of its columns, its rows, and what is not written out."""
    writer = _Writer(drawing)
    seen = [(at, sort) for at, (_, sort) in enumerate(table.columns) if sort != HIDDEN]
    written = table.rows[:MOST_ROWS]
    more = {"shown": len(written), "count": len(table.rows)}
    return {
        "name": table.name,
        "columns": [table.columns[at][0] for at, _ in seen],
        "rows": [[writer.cell(row[at], sort) for at, sort in seen] for row in written],
        "more": say("map.more_rows", drawing.language, more) if len(table.rows) > MOST_ROWS else "",
    }


class _Writer:
    """Puts the cells of a table into words."""

    def __init__(self, drawing: Drawing) -> None:
        self.language: Language = drawing.language
        self._at = LANGUAGES.index(drawing.language)
        self._kinds = drawing.facts["kinds"]
        self._sources = drawing.facts["sources"]
        rows = next(table.rows for table in drawing.tables if table.name == "organisations")
        self._names = [plain(str(row[0])) for row in rows]
        self._ways: Mapping[str, Callable[[Any], str]] = {
            "party": self._name,
            "parties": lambda found: ", ".join(map(self._name, found)),
            "kind": lambda found: str(self._kinds[found]["one"][self._at]),
            "kinds": lambda found: str(self._kinds[found]["many"][self._at]),
            "source": lambda found: self._source(self._sources[found]),
            "number": lambda found: number(found, self.language),
            "texts": ", ".join,
            "flag": lambda found: say("map.flag", self.language) if found else "",
            "voices": lambda found: "; ".join(map(self._voice, found)),
        }

    def cell(self, cell: Any, sort: str) -> str:  # noqa: ANN401 - a cell holds plain data
        """Give the text of one cell."""
        if cell is None:
            return ""
        how, _, family = sort.partition(":")
        if how == "each":
            return ", ".join(self._word(family, one) for one in cell)
        if how == "word":
            return self._word(family, cell)
        return self._ways[sort](cell) if sort in self._ways else str(cell)

    def _name(self, who: int | str) -> str:
        return self._names[who] if isinstance(who, int) else say(f"map.party.{who}", self.language)

    def _word(self, family: str, name: object) -> str:
        key = f"map.{family}"
        return label(key if has(f"{key}.{name}") else family, str(name), self.language)

    def _source(self, source: Mapping[str, Any]) -> str:
        by, when, sure = source.get("by"), source.get("when"), source.get("confidence")
        level, setting = source.get("level"), source.get("setting")
        return _listed(
            [
                None if by is None else self._name(by),
                level and self._word("level", level),
                setting and self._word("setting", setting),
                when and when[self._at],
                source.get("source"),
                None
                if sure is None
                else say("map.confidence", self.language, {"share": sure * 100}),
            ]
        )

    def _voice(self, voice: tuple[Any, ...]) -> str:
        level, exists, quality, source = voice
        share = None if quality is None else {"share": quality * 100}
        return _listed(
            [
                say("map.voice_yes" if exists else "map.voice_no", self.language),
                level and self._word("level", level),
                None if share is None else say("map.quality", self.language, share),
                None if source is None else self._source(self._sources[source]),
            ]
        )


def _listed(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)
