"""Reading and writing cases; one explicit table of formats, one file a format."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netdeps.editions import Edition, network_of
from netdeps.errors import FileError, OptionError, did_you_mean, one_of, quoted
from netdeps.formats import json_format, yaml_format
from netdeps.formats.changes import dumps_changes, read_changes
from netdeps.formats.files import read_text, write_text
from netdeps.formats.given import dumps_given, read_given, write_given
from netdeps.formats.parsing import Format
from netdeps.formats.reading import Count, Reading, build
from netdeps.model import SCHEMA_VERSION, Network

__all__ = [
    "FORMATS",
    "Count",
    "Format",
    "Reading",
    "dumps",
    "dumps_changes",
    "dumps_given",
    "read",
    "read_changes",
    "read_counted",
    "read_given",
    "write",
    "write_given",
]

FORMATS: tuple[Format, ...] = (yaml_format.FORMAT, json_format.FORMAT)
"""Every format that cases are read from and written to."""

_log = logging.getLogger("netdeps")


def read(path: Path | str, *, form: str | None = None) -> Network:
    """Read a case file.

    The format follows from the ending of the name (``.yaml``, ``.yml``, ``.json``), else from
    the content; ``form`` names it outright. How many rows were read is logged.

    Raises
    ------
    FileError
        When the file as a whole cannot be read.
    InvalidRecordsError
        With every problem in it: the line, what was found, what was expected, what to try.
    """
    return read_counted(path, form=form).network


def read_counted(path: Path | str, *, form: str | None = None) -> Reading:
    """Read a case file, and count what was read, used, merged and refused."""
    source = Path(path)
    text = read_text(source)
    reading = build(text, str(path), _format_to_read(source, text, form))
    for name, count in reading.counts.items():
        _log.info("%s: %s: %d rows read, %d used", path, name, count.read, count.used)
    return reading


def write(shown: Edition, path: Path | str, *, form: str | None = None) -> Path:
    """Write a case file with what an audience may see.

    For a full copy for yourself, write the facilitator's edition. The file appears whole or not
    at all.

    Raises
    ------
    AudienceError
        When a network is given for which it was not said who may see it.
    FileError
        When it cannot be written, or its ending is not known and ``form`` names no format.
    """
    target = Path(path)
    return write_text(target, dumps(shown, form=(form or _by_ending(target).name)))


def dumps(shown: Edition, *, form: str = "yaml") -> str:
    """Give the text of a case file with what an audience may see.

    Raises
    ------
    AudienceError
        When a network is given for which it was not said who may see it.
    OptionError
        When there is no such format.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(name="Leiden", organisations=[{"id": "leiden"}])
    >>> print(dumps(nd.edition(network, "facilitator")), end="")
    netdeps: 1
    name: Leiden
    organisations:
    - {id: leiden}
    """
    network = network_of(shown)
    chosen = _by_name(form)
    plain = network.model_dump(mode="json" if form == "json" else "python", exclude_defaults=True)
    return chosen.dump({"netdeps": SCHEMA_VERSION, **_listed(plain)})


def _listed(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Turn tuples into lists, which every format knows."""
    if isinstance(value, Mapping):
        return {name: _listed(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(inner) for inner in value]
    return value


def _format_to_read(path: Path, text: str, form: str | None) -> Format:
    if form is not None:
        return _by_name(form)
    known = [one for one in FORMATS if path.suffix.lower() in one.endings]
    if known:
        return known[0]
    looks_like_json = text.lstrip()[:1] == "{" and text.lstrip()[1:].lstrip()[:1] in {'"', "}"}
    return json_format.FORMAT if looks_like_json else yaml_format.FORMAT


def _by_ending(path: Path) -> Format:
    for one in FORMATS:
        if path.suffix.lower() in one.endings:
            return one
    endings = [ending for one in FORMATS for ending in one.endings]
    hint = did_you_mean(path.suffix, endings)
    found = f"{path}: the ending {quoted(path.suffix)} is not of a format that is written"
    raise FileError(f"{found}; known are {one_of(endings)}. {hint}".rstrip())


def _by_name(name: str) -> Format:
    names = [one.name for one in FORMATS]
    if name not in names:
        hint = did_you_mean(name, names)
        message = f"the format {quoted(name)} is not known; known are {one_of(names)}. {hint}"
        raise OptionError(message.rstrip())
    return FORMATS[names.index(name)]
