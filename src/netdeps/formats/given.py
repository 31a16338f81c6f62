"""The log of what was given to whom, read and written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from netdeps.errors import FileError, InvalidRecordsError, Place, Problem, quoted
from netdeps.formats import json_format
from netdeps.formats.files import Wanted, read_text, write_text
from netdeps.formats.parsing import ParseError
from netdeps.model import GIVEN_VERSION, GivenLog
from netdeps.model.problems import problems_of

_WANTED = Wanted(
    "a log of what was given (.json)", f'a log begins with {{"netdeps_given": {GIVEN_VERSION}'
)
_NAME_IT = "Name the log with --log; it is kept beside the case as CASE.given.json."


def read_given(path: Path | str) -> GivenLog:
    """Read the log of what was given to whom.

    Raises
    ------
    FileError
        When the file as a whole cannot be read.
    InvalidRecordsError
        With every problem in it: the number of the entry, what was found, what was expected.
    """
    text = read_text(Path(path), wanted=_WANTED)
    try:
        return GivenLog.model_validate(_parsed(text))
    except ValidationError as error:
        raise InvalidRecordsError(problems_of(error, GivenLog), str(path)) from error
    except InvalidRecordsError as error:
        raise InvalidRecordsError(error.problems, str(path)) from error


def write_given(log: GivenLog, path: Path | str) -> Path:
    """Write the log of what was given to whom: the whole of it, or nothing.

    Raises
    ------
    FileError
        When it cannot be written.
    """
    if not isinstance(log, GivenLog):
        raise FileError(f"{path}: a log of what was given is expected; {quoted(log)} was given.")
    return write_text(path, dumps_given(log))


def dumps_given(log: GivenLog) -> str:
    """Give the text of a log.

    Examples
    --------
    >>> from netdeps.editions import new_log
    >>> json_format.parse(dumps_given(new_log()))["given"]
    []
    """
    entries = [one.model_dump(mode="json", exclude_defaults=True) for one in log.given]
    return json_format.dump({"netdeps_given": GIVEN_VERSION, "salt": log.salt, "given": entries})


def _parsed(text: str) -> dict[str, Any]:
    expected = "a log of what was given, in JSON, is expected"
    try:
        data = json_format.parse(text)
    except ParseError as error:
        problem = Problem(Place(line=error.line), str(error), expected, _NAME_IT)
        raise InvalidRecordsError([problem]) from error
    if not isinstance(data, dict):
        raise InvalidRecordsError([Problem(Place(), f"{quoted(data)} was found", expected)])
    _refuse_other(data)
    return data


def _refuse_other(data: Mapping[str, Any]) -> None:
    """Refuse another version, and another file of netdeps."""
    found = data.get("netdeps_given")
    if found == GIVEN_VERSION and isinstance(found, int) and not isinstance(found, bool):
        return
    expected = f"this netdeps reads version {GIVEN_VERSION} of logs"
    place = Place("netdeps_given")
    others = {"netdeps": "a case", "netdeps_changes": "a change file"}
    other = next((what for name, what in others.items() if name in data), None)
    if found is None and other:
        wanted = "a log of what was given is expected"
        problem = Problem(Place(), f"this is {other}", wanted, _NAME_IT)
    elif found is None:
        problem = Problem(place, "the version is missing", expected, _NAME_IT)
    elif isinstance(found, int) and found > GIVEN_VERSION:
        newer = f"version {quoted(found)} is newer"
        problem = Problem(place, newer, expected, "Install a newer netdeps.")
    else:
        problem = Problem(place, f"{quoted(found)} is no version", expected, _NAME_IT)
    raise InvalidRecordsError([problem])
