"""YAML cases, built from the parser's events.

PyYAML's own loaders recurse, and its C parser then crashes the process on deeply nested input;
they also let a later key overwrite an earlier one in silence. Building from events costs no more,
cannot recurse, and knows the line of every value.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from netdeps.errors import quoted
from netdeps.formats.parsing import (
    MOST_ALIASED,
    MOST_NESTED,
    Format,
    ParseError,
    Path,
    Spot,
    Spots,
)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_MERGE = "<<"
_EQUALS = "tag:yaml.org,2002:value"  # a lone '=', which means something to nobody here
_MOST_BITS = 128
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
}


def parse(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read the one document of a YAML text as plain data."""
    return _Builder().build(text)


def spots(text: str) -> Spots:
    """Find where each value of a YAML text stands."""
    builder = _Builder(spots={})
    builder.build(text)
    return builder.spots or {}


def dump(data: Mapping[str, Any]) -> str:
    """Write plain data as YAML, one record a line where it fits."""
    stream = io.StringIO()
    dumper: Any = _Dumper(
        stream, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120
    )
    dumper.ignore_aliases = _write_out  # one date in two places is written twice, not referred to
    try:
        dumper.open()
        node = dumper.represent_data(data)
        node.flow_style = False
        dumper.serialize(node)
        dumper.close()
    finally:
        dumper.dispose()
    return stream.getvalue()


def _write_out(_data: object) -> bool:
    return True


@dataclass
class _Open:
    """A list or mapping that is being filled."""

    value: Any
    path: Path
    anchor: str | None
    key: Any = None
    has_key: bool = False
    size: int = 1
    merged: dict[Any, Any] = field(default_factory=dict)


class _Builder:
    """Fills lists and mappings from events, without recursion."""

    def __init__(self, spots: dict[Path, Spot] | None = None) -> None:
        self.spots = spots
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._scalars: dict[str, Any] = {}
        self._resolver: Any = yaml.SafeLoader("")
        self._roots: list[Any] = []
        self._aliased = 0

    def build(self, text: str) -> Any:  # noqa: ANN401 - whatever the file holds
        try:
            for event in yaml.parse(text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else None
            raise ParseError(f"this is not YAML: {error.problem}", line) from error
        except yaml.YAMLError as error:
            raise ParseError(f"this is not YAML: {' '.join(str(error).split())}") from error
        return self._roots[0] if self._roots else None

    def _take(self, event: Any) -> None:  # noqa: ANN401 - an event of any type
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self._mark(line, event.value)
            self._put(self._scalar(event, line), line, 1, event.anchor)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._end(line)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(str(event.anchor), line)
        elif isinstance(event, yaml.DocumentStartEvent) and self._roots:
            raise ParseError("a second document begins here; a case is one document", line)

    def _begin(self, event: Any, line: int) -> None:  # noqa: ANN401 - an event of any type
        if len(self._open) >= MOST_NESTED:
            raise ParseError(f"this is nested more than {MOST_NESTED} deep", line)
        mapping = isinstance(event, yaml.MappingStartEvent)
        usual = "tag:yaml.org,2002:map" if mapping else "tag:yaml.org,2002:seq"
        if event.tag not in {None, "!", usual}:
            raise ParseError(f"the tag {event.tag!r} is not read", line)
        self._mark(line)
        self._open.append(_Open({} if mapping else [], self._here(), event.anchor))

    def _end(self, line: int) -> None:
        done = self._open.pop()
        if isinstance(done.value, dict):
            for key, value in done.merged.items():
                done.value.setdefault(key, value)
        self._put(done.value, line, done.size, done.anchor, mark=False)

    def _alias(self, anchor: str, line: int) -> None:
        if any(one.anchor == anchor for one in self._open):
            raise ParseError(f"the alias *{anchor} stands inside what it refers to", line)
        if anchor not in self._anchors:
            raise ParseError(f"the alias *{anchor} refers to nothing", line)
        value, size = self._anchors[anchor]
        self._aliased += size
        if self._aliased > MOST_ALIASED:
            raise ParseError("with its aliases written out, the file is too large", line)
        self._put(value, line, size, None)

    def _put(
        self,
        value: Any,  # noqa: ANN401 - whatever the file holds
        line: int,
        size: int,
        anchor: str | None,
        *,
        mark: bool = True,
    ) -> None:
        if anchor:
            self._anchors[anchor] = (value, size)
        if not self._open:
            self._roots.append(value)
            return
        if mark:
            self._mark(line)
        into = self._open[-1]
        into.size += size
        if isinstance(into.value, list):
            into.value.append(value)
        elif into.has_key:
            self._fill(into, value, line)
        else:
            _begin_entry(into, value, line)

    def _fill(self, into: _Open, value: Any, line: int) -> None:  # noqa: ANN401 - any value
        if into.key == _MERGE:
            for one in value if isinstance(value, list) else [value]:
                if not isinstance(one, dict):
                    raise ParseError("'<<' takes a mapping, or a list of them", line)
                into.merged = {**one, **into.merged}
        else:
            into.value[into.key] = value
        into.has_key = False

    def _here(self) -> Path:
        if not self._open:
            return ()
        into = self._open[-1]
        step = len(into.value) if isinstance(into.value, list) else into.key
        return (*into.path, step)

    def _mark(self, line: int, written: str | None = None) -> None:
        if self.spots is not None:
            path = self._place() if self._open else ()
            self.spots.setdefault(path, Spot(line, written))

    def _place(self) -> Path:
        into = self._open[-1]
        if isinstance(into.value, list):
            return (*into.path, len(into.value))
        return (*into.path, into.key) if into.has_key else into.path

    def _scalar(self, event: Any, line: int) -> Any:  # noqa: ANN401 - an event of any type
        if event.tag in {None, "!"} and not event.implicit[0]:
            return event.value
        if event.tag is None and event.value in self._scalars:
            return self._scalars[event.value]
        tag = event.tag or self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if event.value == _MERGE and event.tag is None:
            return _MERGE
        if tag == _EQUALS:
            return event.value
        if tag not in _PLAIN_TAGS:
            raise ParseError(f"the tag {tag!r} is not read", line)
        try:
            value = self._constructed(tag, event.value, line)
        except ParseError:
            if event.tag is not None:
                raise
            value = event.value  # what is no date after all is text; its field says what it wants
        if event.tag is None:
            self._scalars[event.value] = value
        return value

    def _constructed(self, tag: str, text: str, line: int) -> Any:  # noqa: ANN401 - any scalar
        try:
            value = self._resolver.construct_object(yaml.ScalarNode(tag, text))
        except (ArithmeticError, AttributeError, LookupError, ValueError, yaml.YAMLError) as error:
            raise ParseError(f"'{text[:60]}' cannot be read ({error})", line) from error
        if isinstance(value, int) and value.bit_length() > _MOST_BITS:
            raise ParseError(f"'{text[:60]}' is too large a number", line)
        return value


def _begin_entry(into: _Open, key: Any, line: int) -> None:  # noqa: ANN401 - any value
    if not isinstance(key, str):
        raise ParseError(f"the key {quoted(key)} is not text; put quotes around it", line)
    if key in into.value:
        raise ParseError(f"the key {key[:60]!r} stands here twice; the first would be lost", line)
    into.key, into.has_key = key, True


FORMAT = Format("yaml", (".yaml", ".yml"), parse, spots, dump)
