"""The catalogues: one file a language, the same keys in each."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, TypeAlias

from netdeps.errors import OptionError, did_you_mean, one_of, quoted, unknown_name
from netdeps.words.writing import day, listing, number, plural, visible

LANGUAGES: tuple[str, ...] = ("nl", "en")
"""The languages that there is a catalogue for."""


class Says(Protocol):
    """Something that can be put into words in a language."""

    def sentence(self, language: str) -> str:
        """Give the words in a language."""


Fact: TypeAlias = "str | int | float | dt.date | Says | tuple[str | Says, ...]"
"""What can be filled in: text as it is; a number, a date or a list in the language's own way."""

Facts: TypeAlias = Mapping[str, Any]
"""Facts by the name of their place in the sentence."""


def say(key: str, language: str, facts: Facts | None = None) -> str:
    """Give the sentence of a key in a language, with the facts filled in.

    Where the entry has a form for one and a form for more, the fact ``count`` decides.

    Raises
    ------
    UnknownNameError
        When the catalogue has no such key, or the sentence needs a fact that is not given.
    OptionError
        When there is no catalogue for the language.

    Examples
    --------
    >>> say("count.organisations", "nl", {"count": 3})
    '3 organisaties'
    """
    facts = facts or {}
    entry = _entry(key, language)
    if isinstance(entry, Mapping):
        entry = entry[plural(_count(facts), language)]
    shown = {name: _shown(fact, language) for name, fact in facts.items()}
    try:
        return str(entry.format_map(shown))
    except KeyError as missing:
        raise unknown_name(
            f"in the sentence {quoted(key)}, the fact", missing.args[0], shown
        ) from None


def has(key: str, language: str = "en") -> bool:
    """Tell whether the catalogue has a sentence for a key."""
    return isinstance(_look(key, language), str) or _is_plural(_look(key, language))


def label(family: str, name: str, language: str) -> str:
    """Give the label of a known word (a kind, a level, a band), or the word itself.

    Examples
    --------
    >>> label("kind", "housing_corporation", "nl")
    'woningcorporatie'
    """
    key = f"{family}.{name}"
    return say(key, language) if has(key, language) else name


def texts(language: str) -> Iterator[str]:
    """Give every text of a catalogue, with the places in it as they are."""
    left: list[object] = [_catalogue(language)]
    while left:
        entry = left.pop()
        if isinstance(entry, Mapping):
            left += entry.values()
        else:
            yield str(entry)


def section(name: str, language: str) -> Mapping[str, object]:
    """Give a whole section of a catalogue, for a page that speaks for itself."""
    return dict(_catalogue(language)[name])


def _entry(key: str, language: str) -> Any:  # noqa: ANN401 - text or forms
    entry = _look(key, language)
    if isinstance(entry, str) or _is_plural(entry):
        return entry
    raise unknown_name("sentence", key, _keys(_catalogue(language)))


def _look(key: str, language: str) -> Any:  # noqa: ANN401 - text, forms or nothing
    found: Any = _catalogue(language)
    for step in key.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _is_plural(entry: object) -> bool:
    return isinstance(entry, Mapping) and set(entry) == {"one", "other"}


def _keys(table: Mapping[str, Any], above: str = "") -> Iterable[str]:
    for name, entry in table.items():
        if isinstance(entry, str) or _is_plural(entry):
            yield f"{above}{name}"
        else:
            yield from _keys(entry, f"{above}{name}.")


def _count(facts: Facts) -> float:
    count = facts.get("count", 0)
    return count if isinstance(count, int | float) else 0


def _shown(fact: Fact, language: str) -> str:
    if isinstance(fact, tuple):
        return listing((_shown(item, language) for item in fact), language)
    if isinstance(fact, dt.date):
        return day(fact, language)
    if isinstance(fact, int | float):
        return number(fact, language)
    return visible(fact) if isinstance(fact, str) else fact.sentence(language)


@cache
def _catalogue(language: str) -> Mapping[str, Any]:
    if language not in LANGUAGES:
        hint = did_you_mean(language, LANGUAGES)
        message = f"there are no words in {quoted(language)}; known are {one_of(LANGUAGES)}. {hint}"
        raise OptionError(message.rstrip())
    text = (files("netdeps.words") / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
