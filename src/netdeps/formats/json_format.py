"""JSON cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from netdeps.formats import yaml_format
from netdeps.formats.parsing import Format, ParseError, Spots


def parse(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read a JSON text as plain data."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ParseError(f"this is not JSON: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise ParseError("this is nested too deeply") from error
    except ParseError:
        raise
    except ValueError as error:  # an integer of thousands of digits
        raise ParseError(f"this is not JSON that can be read: {error}") from error


def spots(text: str) -> Spots:
    """Find where each value stands, as far as the text is YAML too (it mostly is)."""
    try:
        return yaml_format.spots(text)
    except ParseError:
        return {}


def dump(data: Mapping[str, Any]) -> str:
    """Write plain data as JSON."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ParseError(
                f"the key {key[:60]!r} stands twice in one object; the first would be lost"
            )
        found[key] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise ParseError(f"{name} is not a number that a case can hold")


FORMAT = Format("json", (".json",), parse, spots, dump)
