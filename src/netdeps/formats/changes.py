"""Change files: what was marked on a map, as the page writes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from netdeps.errors import InvalidRecordsError, Place, Problem, quoted
from netdeps.formats import json_format
from netdeps.formats.files import Wanted, read_text
from netdeps.formats.parsing import ParseError
from netdeps.model import CHANGES_VERSION, Changes
from netdeps.model.problems import problems_of

_WANTED = Wanted(
    "a change file (.json)", f'a change file begins with {{"netdeps_changes": {CHANGES_VERSION}'
)
_SAVE_AGAIN = "Save the changes from the page of the map, and give the file that it writes."
_CASE_FIRST = "Name the case first, then the changes."


def read_changes(path: Path | str) -> Changes:
    """Read what was marked on a map.

    Raises
    ------
    FileError
        When the file as a whole cannot be read.
    InvalidRecordsError
        With every problem in it: the number of the mark, what was found, what was expected.
    """
    text = read_text(Path(path), wanted=_WANTED)
    try:
        return Changes.model_validate(_parsed(text))
    except ValidationError as error:
        raise InvalidRecordsError(problems_of(error, Changes), str(path)) from error
    except InvalidRecordsError as error:
        raise InvalidRecordsError(error.problems, str(path)) from error


def dumps_changes(changes: Changes) -> str:
    """Give the text of a change file.

    Examples
    --------
    >>> from netdeps.model import Changes
    >>> changes = Changes(case="Port", edition="table", date="2026-11-22")
    >>> json_format.parse(dumps_changes(changes))["case"]
    'Port'
    """
    head = {"netdeps_changes": CHANGES_VERSION, "case": changes.case, "edition": changes.edition}
    return json_format.dump(
        {
            **head,
            "date": changes.date.isoformat(),
            "marks": [mark.model_dump(mode="json") for mark in changes.marks],
            "walk": [step.model_dump(mode="json", exclude_defaults=True) for step in changes.walk],
        }
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = json_format.parse(text)
    except ParseError as error:
        expected = "a change file in JSON is expected"
        place = Place(line=error.line)
        raise InvalidRecordsError([_no_json(text, place, str(error), expected)]) from error
    if not isinstance(data, dict):
        expected = "a change file has fields with their values"
        raise InvalidRecordsError([Problem(Place(), f"{quoted(data)} was found", expected)])
    _refuse_other_version(data)
    return data


def _no_json(text: str, place: Place, found: str, expected: str) -> Problem:
    """Say what a text is that is no JSON, where it can be seen."""
    beginning = text.lstrip().lower()
    if beginning.startswith("<"):
        return Problem(Place(), "this is a web page", expected, _SAVE_AGAIN)
    if beginning.startswith("netdeps:"):
        return Problem(Place(), "this is a case", expected, _CASE_FIRST)
    return Problem(place, found, expected, _SAVE_AGAIN)


def _refuse_other_version(data: Mapping[str, Any]) -> None:
    found = data.get("netdeps_changes")
    if found == CHANGES_VERSION and not isinstance(found, bool):
        return
    expected = f"this netdeps reads version {CHANGES_VERSION} of change files"
    place = Place("netdeps_changes")
    if found is None and "netdeps" in data:
        problem = Problem(Place(), "this is a case", "a change file is expected", _CASE_FIRST)
    elif found is None:
        problem = Problem(place, "the version is missing", expected, _SAVE_AGAIN)
    elif isinstance(found, int) and found > CHANGES_VERSION:
        problem = Problem(
            place, f"version {quoted(found)} is newer", expected, "Install a newer netdeps."
        )
    else:
        problem = Problem(place, f"{quoted(found)} is no version", expected, _SAVE_AGAIN)
    raise InvalidRecordsError([problem])
