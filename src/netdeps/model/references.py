"""Which fields of a record refer to something else, read off its annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from netdeps.model.base import OUTSIDE, Record, Refers

Path = tuple[str | int, ...]
Keep = Callable[[str], bool]


@dataclass(frozen=True)
class Reference:
    """One id that a record mentions: in which field, what it refers to, which id."""

    path: Path
    refers: Refers
    id: str


def references(record: Record) -> Iterator[Reference]:
    """Give every id that a record mentions, nested records included."""
    for name, refers, nested in _plan(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        many = isinstance(value, tuple)
        for number, item in enumerate(value if many else (value,)):
            path: Path = (name, number) if many else (name,)
            if nested:
                for inner in references(item):
                    yield Reference((*path, *inner.path), inner.refers, inner.id)
            elif refers is not None:
                yield Reference(path, refers, item)


RecordT = TypeVar("RecordT", bound=Record)


def restricted(record: RecordT, to: str, keep: Keep) -> RecordT | None:
    """Leave out of a record what refers to something that is not kept.

    None when the record then says nothing any more.
    """
    changes: dict[str, Any] = {}
    for name, refers, nested in _plan(type(record)):
        value = getattr(record, name)
        if value is None or not (nested or (refers and refers.to == to)):
            continue
        many = isinstance(value, tuple)
        items = value if many else (value,)
        kept = tuple(_kept(item, to, keep, refers) for item in items)
        if kept == items:
            continue
        if _is_lost(kept, items, refers):
            return None
        left = tuple(item for item in kept if item is not None)
        changes[name] = left if many else next(iter(left), None)
    return record.with_fields(changes) if changes else record


def renamed(record: RecordT, names: Mapping[str, str]) -> RecordT:
    """Put other ids in the place of those of organisations, wherever a record mentions them."""
    changes: dict[str, Any] = {}
    for name, refers, nested in _plan(type(record)):
        value = getattr(record, name)
        if value is None or not (nested or (refers and refers.to == "organisations")):
            continue
        many = isinstance(value, tuple)
        items = value if many else (value,)
        new = tuple(renamed(one, names) if nested else names.get(one, one) for one in items)
        if new != items:
            changes[name] = new if many else new[0]
    return record.with_fields(changes) if changes else record


def _kept(item: Any, to: str, keep: Keep, refers: Refers | None) -> Any:  # noqa: ANN401 - id or record
    if refers is None:
        return restricted(item, to, keep)
    if keep(item) or item in refers.also:
        return item
    return OUTSIDE if refers.lost == "outside" else None


def _is_lost(kept: tuple[Any, ...], before: tuple[Any, ...], refers: Refers | None) -> bool:
    """Tell whether a record says nothing any more: a party is gone, or all who could are."""
    if refers is None:
        return False
    nobody_left = set(kept) == {OUTSIDE} and OUTSIDE not in before
    return None in kept if refers.lost == "drop" else refers.required and nobody_left


@cache
def _plan(model: type[Record]) -> tuple[tuple[str, Refers | None, bool], ...]:
    """List the fields of a record that refer to something, or that hold records which may."""
    found = []
    for name, field in model.model_fields.items():
        refers = next((m for m in field.metadata if isinstance(m, Refers)), None)
        refers = refers or _refers_in(field.annotation)
        nested = holds_records(field.annotation)
        if refers or nested:
            found.append((name, refers, nested))
    return tuple(found)


def _refers_in(annotation: Any) -> Refers | None:  # noqa: ANN401 - any annotation
    if get_origin(annotation) is Annotated:
        return next((m for m in annotation.__metadata__ if isinstance(m, Refers)), None)
    inner = (_refers_in(part) for part in get_args(annotation))
    return next((refers for refers in inner if refers), None)


def holds_records(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    """Tell whether a field can hold records, by its annotation."""
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return any(holds_records(part) for part in get_args(annotation))
