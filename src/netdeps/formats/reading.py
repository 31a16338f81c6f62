"""From plain data to a network, with every problem at its place and every row counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from netdeps.errors import InvalidRecordsError, Place, Problem, quoted
from netdeps.formats.parsing import Format, ParseError, Spots
from netdeps.model import LISTS, SCHEMA_VERSION, Network, Record
from netdeps.model.checks import NAMED_LISTS, check
from netdeps.model.problems import QUOTE_IT, problems_of

_ROW_TYPES: Mapping[str, type[Record]] = {
    name: Network.model_fields[name].annotation.__args__[0]  # type: ignore[union-attr]
    for name in LISTS
}

_OTHERS: Mapping[str, tuple[str, str]] = {
    "netdeps_changes": ("a change file", "Name the case first, then the changes."),
    "netdeps_given": ("a log of what was given", "Name the case; its log is found beside it."),
}
"""The other files of netdeps, by how they begin: what they are, and what to do instead."""


@dataclass(frozen=True)
class Count:
    """How many rows of a list were read, and what became of them."""

    read: int
    used: int
    merged: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Reading:
    """A network, and the count of the rows that it was read from, list by list."""

    network: Network
    counts: Mapping[str, Count]


def build(text: str, source: str, form: Format) -> Reading:
    """Make a network of the text of a case file.

    Raises
    ------
    InvalidRecordsError
        With every problem in the file, each with its line.
    """
    data = _parsed(text, source, form)
    problems, lists = _problems(data)
    if problems:
        spots = form.spots(text)
        located = [_at(one, spots) for one in problems]
        raise InvalidRecordsError(sorted(located, key=lambda one: one.place.line or 0), source)
    network = Network(**{**data, **lists})
    counts = {name: Count(len(rows), len(rows)) for name, rows in lists.items() if rows}
    return Reading(network, counts)


def _parsed(text: str, source: str, form: Format) -> dict[str, Any]:
    try:
        data = form.parse(text)
    except ParseError as error:
        problem = Problem(
            Place(line=error.line), str(error), f"a case in {form.name.upper()} is expected"
        )
        raise InvalidRecordsError([problem], source) from error
    if not isinstance(data, dict):
        expected = "a case has fields with their values, the first being 'netdeps: 1'"
        problem = Problem(Place(line=1), f"{quoted(data)} was found", expected)
        raise InvalidRecordsError([problem], source)
    _refuse_other_version(data, source)
    return data


def _refuse_other_version(data: Mapping[str, Any], source: str) -> None:
    found = data.get("netdeps")
    if found == SCHEMA_VERSION and not isinstance(found, bool):
        return
    expected = f"this netdeps reads version {SCHEMA_VERSION}"
    place = Place("netdeps")
    other = next((name for name in _OTHERS if name in data), None)
    if found is None and other:
        what, hint = _OTHERS[other]
        problem = Problem(Place(), f"this is {what}", "a case is expected", hint)
    elif found is None:
        problem = Problem(place, "the version is missing", expected, "Begin with 'netdeps: 1'.")
    elif isinstance(found, int) and found > SCHEMA_VERSION:
        problem = Problem(place, f"version {found} is newer", expected, "Install a newer netdeps.")
    else:
        problem = Problem(place, f"{quoted(found)} is no version", expected, "Write 'netdeps: 1'.")
    raise InvalidRecordsError([problem], source)


def _problems(data: Mapping[str, Any]) -> tuple[list[Problem], dict[str, tuple[Record, ...]]]:
    """Check each row by itself and all rows together, so that nothing waits for a second try."""
    rows, problems = _rows(data)
    head = {name: value for name, value in data.items() if name not in rows}
    problems += _head_problems(head)
    known = {name: _ids(data.get(name)) for name in NAMED_LISTS}
    problems += check(rows, known)
    return problems, {name: tuple(r for r in found if r) for name, found in rows.items()}


def _rows(data: Mapping[str, Any]) -> tuple[dict[str, list[Record | None]], list[Problem]]:
    rows: dict[str, list[Record | None]] = {}
    problems: list[Problem] = []
    for name, model in _ROW_TYPES.items():
        found = data.get(name)
        if not isinstance(found, list):
            continue
        rows[name] = []
        for number, row in enumerate(found):
            try:
                rows[name].append(model.model_validate(row))
            except ValidationError as error:
                rows[name].append(_what_is_right(model, row, error))
                problems += problems_of(error, model, name, number)
    return rows, problems


def _what_is_right(model: type[Record], row: object, error: ValidationError) -> Record | None:
    """Keep the rest of a wrong row, so that what it refers to is checked in the same go."""
    if not isinstance(row, dict):
        return None
    wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
    try:
        return model.model_validate({name: row[name] for name in row if name not in wrong})
    except ValidationError:
        return None


def _head_problems(head: Mapping[str, Any]) -> list[Problem]:
    """Check what is not a row: the name, the date, and fields that are not known."""
    try:
        Network.model_validate(head)
    except ValidationError as error:
        return problems_of(error, Network)
    return []


def _ids(rows: object) -> set[str] | None:
    """Give the ids in a list, of wrong rows too; None where it is no list at all."""
    if rows is not None and not isinstance(rows, list):
        return None
    found = (
        (row.get("id") for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()
    )
    return {name for name in found if isinstance(name, str)}


def _at(problem: Problem, spots: Spots) -> Problem:
    """Add to a problem the line on which it stands, or on which its record begins."""
    path = problem.place.path
    while path and path not in spots:
        path = path[:-1]
    if not path:
        return problem
    spot = spots[path]
    hint = problem.suggestion
    if hint.startswith(QUOTE_IT) and path == problem.place.path and spot.written:
        hint = f'{QUOTE_IT}: "{spot.written}".'
    place = replace(problem.place, line=spot.line)
    return replace(problem, place=place, suggestion=hint)
