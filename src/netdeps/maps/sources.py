"""Who said what, where and when, each source written once and referred to by its number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from netdeps.model import LANGUAGES, Said
from netdeps.words import day


class Sources:
    """Gathers the sources of the statements on the map; ``rows`` lists each one once."""

    def __init__(self, numbers: Mapping[str, int], *, days: bool) -> None:
        self._numbers = numbers
        self._days = days
        self._places: dict[tuple[Any, ...], int] = {}
        self._dates: dict[dt.date, list[str]] = {}
        self.rows: list[dict[str, Any]] = []

    def of(self, said: Said | None) -> int | None:
        """Give the number of a source; None where nothing about it may be shown.

        The pseudonym of a person and the visibility stay behind: the page has no use for them.
        """
        if said is None:
            return None
        told = (said.source, said.remark, said.confidence)
        key = (said.by, said.level, said.setting, said.date, *told)
        if key not in self._places:
            self._places[key] = len(self.rows)
            self.rows.append(self._row(said))
        return self._places[key] if self.rows[self._places[key]] else None

    def _row(self, said: Said) -> dict[str, Any]:
        row = {
            "by": None if said.by is None else self._numbers.get(said.by),
            "level": said.level,
            "setting": said.setting,
            "when": None if said.date is None else self._when(said.date),
            "source": said.source,
            "remark": said.remark,
            "confidence": None if said.confidence == 1 else said.confidence,
        }
        return {name: value for name, value in row.items() if value is not None}

    def _when(self, date: dt.date) -> list[str]:
        """Write a date as exactly as the edition knows it: only the facilitator sees the day."""
        if date not in self._dates:
            write = day if self._days else _month
            self._dates[date] = [write(date, language) for language in LANGUAGES]
        return self._dates[date]


def _month(date: dt.date, language: str) -> str:
    from babel.dates import format_date

    return format_date(date, "MMMM y", locale=language)
