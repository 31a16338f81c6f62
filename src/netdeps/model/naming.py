"""An id for every statement, also where the case gives none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from netdeps.model.base import Statement
from netdeps.model.checks import NAMED_LISTS

_OWN_NAMES = frozenset({*NAMED_LISTS, "agreements"})
"""The lists whose records have to have an id of their own."""


def with_ids(fields: Mapping[str, Any], lists_of_statements: Iterable[str]) -> dict[str, Any]:
    """Give every statement without an id one: its list and its place in it."""
    lists = {name: fields.get(name) for name in lists_of_statements if name not in NAMED_LISTS}
    rows = {name: found for name, found in lists.items() if isinstance(found, list | tuple)}
    taken = {_id_of(row) for found in rows.values() for row in found}
    named = {
        name: _named(name, found, taken) for name, found in rows.items() if name not in _OWN_NAMES
    }
    return {**fields, **named}


def is_automatic(name: str, list_name: str) -> bool:
    """Tell whether an id is the name of a list and a place in it, as a network gives it."""
    return list_name not in _OWN_NAMES and re.fullmatch(rf"{list_name}/[0-9]+", name) is not None


def _named(name: str, rows: Collection[Any], taken: Collection[str]) -> list[Any]:
    result, number = [], 0
    for row in rows:
        number += 1
        if _id_of(row):
            result.append(row)
            continue
        while f"{name}/{number}" in taken:
            number += 1
        result.append(_row_with_id(row, f"{name}/{number}"))
    return result


def _id_of(row: Any) -> str:  # noqa: ANN401 - unchecked input
    found = row.get("id", "") if isinstance(row, dict) else getattr(row, "id", "")
    return found if isinstance(found, str) else "?"


def _row_with_id(row: Any, name: str) -> Any:  # noqa: ANN401 - unchecked input
    if isinstance(row, dict):
        return {**row, "id": name}
    return row.with_fields({"id": name}) if isinstance(row, Statement) else row
