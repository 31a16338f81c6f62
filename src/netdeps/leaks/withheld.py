"""What an audience may not see: every text of a case that is in no field of its edition.

The records are walked by their fields, whatever these are, so that a new field is covered too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from netdeps.editions import edition
from netdeps.model import (
    KNOWN_KINDS,
    OUTSIDE,
    TOGETHER,
    Network,
    Record,
)
from netdeps.model.naming import is_automatic
from netdeps.model.texts import folded
from netdeps.words import LANGUAGES, day

SEED = 0
"""The pseudonyms of a file are not known, nor looked for; which they are is the same every time."""

_RESERVED = frozenset({OUTSIDE, TOGETHER, *KNOWN_KINDS})


@dataclass(frozen=True)
class Withheld:
    """A text of a case that an audience may not see, and where it stands in the case."""

    text: str
    """The text as the case has it."""
    places: tuple[str, ...]
    """The list, the place in it and the field, such as ``concerns[2].theme``."""
    forms: tuple[str, ...]
    """What to look for: the text itself, or the ways to write a day."""
    day: bool = False
    """True for an exact day that the edition has rounded."""


def withheld(network: Network, audience: str) -> tuple[Withheld, ...]:
    """Give every text of a case that an audience may not see, for the facilitator alone.

    It is every id, name, pseudonym, theme, remark, source and exact day, and whatever other text
    a field holds, that is in no field of the audience's edition. Ids that the network gave itself
    are not among them.

    Raises
    ------
    OptionError
        When there is no such audience.
    UnknownNameError
        When the party is not one of the organisations.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(concerns=[{"theme": "tendering", "said": {"remark": "between us"}}])
    >>> [(one.text, one.places) for one in withheld(network, "table")]
    [('between us', ('concerns[1].said.remark',)), ('tendering', ('concerns[1].theme',))]
    >>> withheld(network, "facilitator")
    ()
    """
    shown = edition(network, audience, seed=SEED).network
    seen = {folded(form) for one in told(shown) for form in one.forms}
    gathered: dict[str, list[Told]] = {}
    for one in told(network):
        if folded(one.forms[0]) not in seen:
            gathered.setdefault(one.text, []).append(one)
    return tuple(
        Withheld(text, tuple(one.place for one in found), found[0].forms, found[0].day)
        for text, found in gathered.items()
    )


@dataclass(frozen=True)
class Told:
    """One text in one field."""

    place: str
    text: str
    forms: tuple[str, ...]
    day: bool = False


def told(network: Network) -> Iterator[Told]:
    """Give every text and every day in a network with its place."""
    for name in _fields(type(network)):
        yield from _told(getattr(network, name), name)


def _told(value: object, place: str) -> Iterator[Told]:
    if isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from _told(one, f"{place}[{number}]")
    elif isinstance(value, Record):
        for name in _fields(type(value)):
            if name != "id" or not is_automatic(getattr(value, name), _list_of(place)):
                yield from _told(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, dt.date):
        yield Told(place, value.isoformat(), days(value), day=True)
    elif isinstance(value, str) and value.strip() and value not in _RESERVED:
        yield Told(place, value, (value,))


def _list_of(place: str) -> str:
    """Name the list that a row stands in."""
    return place.rpartition(".")[2].partition("[")[0]


def days(value: dt.date) -> tuple[str, ...]:
    """Give the ways in which people and programs write a day."""
    dutch, english = (day(value, language) for language in LANGUAGES)
    month = english.split()[0]
    return (
        value.isoformat(),
        dutch,
        english,
        f"{value.day} {month} {value.year}",
        f"{value.day:02}-{value.month:02}-{value.year:04}",
        f"{value.day}-{value.month}-{value.year:04}",
        f"{value.year:04}{value.month:02}{value.day:02}",
    )


@cache
def _fields(model: type[Record]) -> tuple[str, ...]:
    """List the fields of a record but for those with a fixed choice of words."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if not list(choices(field.annotation)))


def choices(annotation: object) -> Iterator[str]:
    """Give the words that a field with a fixed choice can hold."""
    if get_origin(annotation) is Literal:
        yield from (str(one) for one in get_args(annotation))
        return
    for part in get_args(annotation):
        yield from choices(part)


def own_words(model: type[BaseModel] = Network) -> Iterator[str]:
    """Give the words of a case file that are netdeps' own: fields, choices and known kinds."""
    yield from _RESERVED
    for one in models(model):
        for name, field in one.model_fields.items():
            yield name
            yield from choices(field.annotation)


def models(model: type[BaseModel]) -> Iterable[type[BaseModel]]:
    """Give a model and all those that its fields hold."""
    found: dict[type[BaseModel], None] = {}
    left = [model]
    while left:
        one = left.pop()
        if one not in found:
            found[one] = None
            left += [inner for field in one.model_fields.values() for inner in _held(field)]
    return found


def _held(field: object) -> Iterator[type[BaseModel]]:
    annotation = getattr(field, "annotation", field)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _held(part)
