"""Cells in words, for the page as it is before any script runs, and where none may run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netdeps.maps.draw import Drawing
from netdeps.maps.names import plain
from netdeps.maps.rows import HIDDEN, Table
from netdeps.model import LANGUAGES, LEVELS, Language
from netdeps.words import has, label, number, say

_NOTHING = {"amount": "not_counted", "dossier": "any_dossier"}
"""What an empty cell means where it says something."""


def printed(table: Table, writer: Writer) -> dict[str, Any]:
    """Give a table as text: the names of its columns, and its rows."""
    seen = [(at, sort) for at, (_, sort) in enumerate(table.columns) if sort != HIDDEN]
    return {
        "name": table.name,
        "columns": [table.columns[at][0] for at, _ in seen],
        "rows": [[writer.cell(row[at], sort) for at, sort in seen] for row in table.rows],
    }


class Writer:
    """Puts the cells of a table into words."""

    def __init__(self, drawing: Drawing) -> None:
        self.language: Language = drawing.language
        self._at = LANGUAGES.index(drawing.language)
        self._kinds = drawing.facts["kinds"]
        self._sources = drawing.facts["sources"]
        self._said: dict[tuple[str, str], str] = {}
        self._told: dict[tuple[int, int | None], str] = {}
        self._names = _names(drawing, self._at)
        self._ways: Mapping[str, Callable[[Any], str]] = {
            "party": self.name,
            "parties": lambda found: ", ".join(map(self.name, found)),
            "kind": lambda found: str(self._kinds[found]["one"][self._at]),
            "kinds": lambda found: str(self._kinds[found]["many"][self._at]),
            "source": self._source,
            "number": lambda found: number(found, self.language),
            "amount": lambda found: number(found, self.language),
            "dossier": lambda found: found or say("map.no_dossier", self.language),
            "share": self._share,
            "qualities": self._qualities,
            "texts": ", ".join,
            "told": lambda found: found[self._at],
            "flag": lambda found: say("map.flag", self.language) if found else "",
            "voices": lambda found: "; ".join(map(self._voice, found)),
            "replies": lambda found: "; ".join(map(self._reply, found)),
        }

    def _qualities(self, found: Mapping[str, float]) -> str:
        at = (level for level in LEVELS if level in found)
        return ", ".join(f"{self.word('level_name', one)} {self._share(found[one])}" for one in at)

    def cell(self, cell: Any, sort: str) -> str:  # noqa: ANN401 - a cell holds plain data
        """Give the text of one cell."""
        if cell is None:
            return say(f"map.{_NOTHING[sort]}", self.language) if sort in _NOTHING else ""
        how, _, family = sort.partition(":")
        if how == "each":
            return ", ".join(self.word(family, one) for one in cell)
        if how == "word":
            return self.word(family, cell)
        return self._ways[sort](cell) if sort in self._ways else str(cell)

    def name(self, who: int | str) -> str:
        """Give the name of an organisation, or the word for who is not in the network."""
        return self._names[who] if isinstance(who, int) else say(f"map.party.{who}", self.language)

    def word(self, family: str, name: object) -> str:
        """Give a word of the page."""
        asked = family, str(name)
        if asked not in self._said:
            key = f"map.{family}"
            known = key if has(f"{key}.{name}") else family
            self._said[asked] = label(known, str(name), self.language)
        return self._said[asked]

    def source(self, number: int | None, head: Any) -> str:  # noqa: ANN401 - a cell, as above
        """Give who said something, under the name of an organisation that need not be said again.

        What it said itself in an interview is what goes without saying.
        """
        if number is None:
            return say("map.untold_source", self.language) if head is not None else ""
        by = self._sources[number].get("by")
        if by is None or by != head:
            return self._source(number)
        rest = self._source(number, by)
        usual = rest == self.word("setting", "interview")
        return "" if usual else listed([say("map.itself", self.language), rest])

    def _source(self, number: int, known: int | None = None) -> str:
        if (number, known) not in self._told:
            source = {**self._sources[number], **({} if known is None else {"by": None})}
            self._told[number, known] = self._source_in_words(source)
        return self._told[number, known]

    def _source_in_words(self, source: Mapping[str, Any]) -> str:
        by, when, sure = source.get("by"), source.get("when"), source.get("confidence")
        remark = source.get("remark")
        level, setting = source.get("level"), source.get("setting")
        return listed(
            [
                None if by is None else self.name(by),
                level and self.word("level", level),
                setting and self.word("setting", setting),
                when and when[self._at],
                source.get("source"),
                remark and say("map.remark", self.language, {"remark": remark}),
                None
                if sure is None
                else say("map.confidence", self.language, {"share": sure * 100}),
            ]
        )

    def _share(self, share: float) -> str:
        return f"{number(share * 100, self.language)}%"

    def _voice(self, voice: tuple[Any, ...]) -> str:
        levels, exists, quality, source = voice
        share = None if quality is None else {"share": quality * 100}
        return listed(
            [
                say("map.voice_yes" if exists else "map.voice_no", self.language),
                " \N{EN DASH} ".join(self.word("level", level) for level in levels or ()),
                None if share is None else say("map.quality", self.language, share),
                None if source is None else self._source(source),
            ]
        )

    def voice(self, voice: tuple[Any, ...], head: Any) -> str:  # noqa: ANN401 - a cell, as above
        """Give what one statement says of a contact in short, as ``source`` does."""
        levels, exists, quality, source = voice
        said = [
            *(self.word("level_short", level) for level in levels or ()),
            self.word("state_short", "yes" if exists else "no"),
        ]
        share = None if quality is None else self._share(quality)
        return listed([" ".join(said), share, self.source(source, head)])

    def _reply(self, reply: tuple[str, int | None]) -> str:
        says, source = reply
        told = None if source is None else self._source(source)
        return listed([self.word("reply", says), told])


def listed(parts: Iterable[str | None]) -> str:
    """Put what there is behind one another."""
    return ", ".join(part for part in parts if part)


def _names(drawing: Drawing, at: int) -> list[str]:
    """Give the name of each organisation, and then of the other shapes, by their numbers."""
    rows = next(table.rows for table in drawing.tables if table.name == "organisations")
    others = (one["name"][at] for one in drawing.facts["extras"])
    return [plain(name) for name in (*(str(row[0]) for row in rows), *others)]
