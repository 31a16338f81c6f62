"""The texts of a record: what somebody wrote, in whichever field, and the name that a row has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin
from unicodedata import normalize

from netdeps.model.base import Record, Text
from netdeps.model.references import Path, holds_records

_IS_TEXT = get_args(Text)[1]
"""What every field of free text is checked by, and no other field."""

_Sort = Literal["text", "records"]

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),  # letters that nobody sees
    }
)
"""What word processors put in the place of a plain quote or hyphen, or between letters."""


def folded(text: str) -> str:
    """Give a text as it is compared; two that read alike give the same.

    Capitals, spaces, the sorts of quotes and hyphens, and the forms of one letter make no
    difference.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = normalize("NFKD", text).casefold().translate(_ALIKE)
    return " ".join(normalize("NFKC", plain).split())


def texts(record: Record) -> Iterator[tuple[Path, str]]:
    """Give every text in a record with its place, nested records and its own name included.

    A text is a field that takes any words, or the id that the row itself has. Words of a fixed
    list and ids of something else are no texts.
    """
    for name, sort in _plan(type(record)):
        value = getattr(record, name)
        many = isinstance(value, tuple)
        for number, item in enumerate(value if many else (value,)):
            path: Path = (name, number) if many else (name,)
            if isinstance(item, Record):
                yield from ((path + inner, text) for inner, text in texts(item))
            elif item and sort == "text":
                yield path, item


@cache
def _plan(model: type[Record]) -> tuple[tuple[str, _Sort], ...]:
    """List the fields of a record that are texts, or that hold records with texts."""
    found: list[tuple[str, _Sort]] = []
    for name, field in model.model_fields.items():
        if name == "id" or _IS_TEXT in field.metadata or _takes_text(field.annotation):
            found.append((name, "text"))
        elif holds_records(field.annotation):
            found.append((name, "records"))
    return tuple(found)


def _takes_text(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    if get_origin(annotation) is Annotated:
        return _IS_TEXT in annotation.__metadata__
    return any(map(_takes_text, get_args(annotation)))
