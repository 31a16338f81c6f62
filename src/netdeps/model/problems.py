"""Pydantic's errors in the words of a person with a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from netdeps.errors import InvalidRecordsError, Place, Problem, did_you_mean, one_of, quoted

Steps = tuple[str | int, ...]

QUOTE_IT = "Put quotes around it"
"""How the repair begins of what was meant as text and read as something else."""

_LONGEST_NAME = 60

_EXPECTED: Mapping[str, str] = {
    "string_type": "text is expected",
    "string_unicode": "text without broken characters is expected",
    "string_too_short": "text is expected",
    "string_too_long": "at most {max_length} characters are expected",
    "tuple_type": "a list is expected",
    "too_short": "at least {min_length} in the list is expected",
    "too_long": "at most {max_length} in the list are expected",
    "int_type": "a whole number is expected",
    "int_parsing": "a whole number is expected",
    "int_parsing_size": "a whole number is expected",
    "int_from_float": "a whole number is expected",
    "float_type": "a number is expected",
    "float_parsing": "a number is expected",
    "finite_number": "a finite number is expected",
    "bool_type": "yes or no (true or false) is expected",
    "bool_parsing": "yes or no (true or false) is expected",
    "greater_than": "more than {gt} is expected",
    "greater_than_equal": "{ge} or more is expected",
    "less_than_equal": "{le} or less is expected",
    "date_type": "a date as YYYY-MM-DD is expected",
    "date_parsing": "a date as YYYY-MM-DD is expected",
    "date_from_datetime_parsing": "a date as YYYY-MM-DD is expected",
    "date_from_datetime_inexact": "a date without a time is expected",
    "model_type": "fields with their values are expected",
    "model_attributes_type": "fields with their values are expected",
    "string_pattern_mismatch": "a colour as #rrggbb is expected",
}


def problems_of(error: ValidationError, model: type[Any], *above: str | int) -> list[Problem]:
    """List every problem of a record, each with its place under ``above``."""
    found = []
    for detail in error.errors(include_url=False):
        cause = detail.get("ctx", {}).get("error")
        if isinstance(cause, InvalidRecordsError):
            found += [_under(problem, (*above, *detail["loc"])) for problem in cause.problems]
        else:
            found.append(_problem(detail, model, above))
    return found


def field_name(path: Steps) -> str:
    """Write a path as a person reads it; rows count from 1: ``contacts[3].level``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += f".{_plain(step)}" if text else _plain(step)
    return text


def place_at(*path: str | int) -> Place:
    """Give the place of a field."""
    return Place(field_name(path), path=path)


def _plain(step: str) -> str:
    """Show the name of a field; one that no record has may hold anything."""
    return step if step.isidentifier() and len(step) <= _LONGEST_NAME else quoted(step)


def _under(problem: Problem, above: Steps) -> Problem:
    """Move a problem that was found inside a nested record to its place in the whole."""
    return replace(problem, place=place_at(*above, *problem.place.path))


def _problem(detail: ErrorDetails, model: type[Any], above: Steps) -> Problem:
    kind, found, facts = detail["type"], detail.get("input"), dict(detail.get("ctx", {}))
    place = place_at(*above, *detail["loc"])
    if kind == "netdeps":
        return Problem(place, facts["found"], facts["expected"], facts["suggestion"])
    if kind == "missing":
        return Problem(place, "nothing is filled in", "this field is required")
    if kind == "extra_forbidden":
        return _unknown_field(place, str(detail["loc"][-1]), _fields_at(model, detail["loc"][:-1]))
    if kind == "literal_error":
        return _not_a_choice(place, found, facts["expected"])
    limits = {
        name: f"{fact:.15g}" if isinstance(fact, float) else fact for name, fact in facts.items()
    }
    expected = _EXPECTED.get(kind, detail["msg"]).format_map(limits)
    return Problem(place, f"{quoted(found)} was found", expected, _repair(kind, found))


def _unknown_field(place: Place, name: str, known: list[str]) -> Problem:
    hint = did_you_mean(name, known)
    return Problem(
        place, f"the field {quoted(name)} is not known", f"known are {one_of(known, most=30)}", hint
    )


def _not_a_choice(place: Place, found: object, expected: str) -> Problem:
    choices = [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]
    hint = did_you_mean(found, choices)
    return Problem(
        place, f"{quoted(found)} was found", f"one of {one_of(choices)} is expected", hint
    )


def _repair(kind: str, found: object) -> str:
    if kind == "tuple_type" and isinstance(found, str):
        return f"Write [{found}]."
    if kind == "string_type" and isinstance(found, bool):
        return f'{QUOTE_IT}, as in "yes" or "no".'
    if kind == "string_type" and isinstance(found, int | float | dt.date):
        return f'{QUOTE_IT}: "{quoted(found)}".'
    return ""


def _fields_at(model: type[Any], path: Steps) -> list[str]:
    """Find the fields of the record in which an unknown one stands."""
    for step in path:
        if isinstance(step, str):
            model = _record_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for found in map(_record_in, inner) if found), None)
