"""Every error that netdeps raises on purpose.

One base class, ``NetdepsError``, so that a program that embeds netdeps can
catch what it does. A message says where, what was found, what was expected and
what to try.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

_LONGEST_QUOTE = 60
_MOST_PROBLEMS_SHOWN = 50

MOST_DRAWN = 10_000_000
"""So much can be drawn at random at once; what takes more takes days."""


class NetdepsError(Exception):
    """The base of every error that netdeps raises on purpose."""


class UnknownNameError(NetdepsError, KeyError):
    """A name was asked for that is not there: an organisation, a measure, an option."""

    def __str__(self) -> str:
        return str(self.args[0])


class OptionError(NetdepsError, ValueError):
    """An option got a value that it cannot take."""


class AudienceError(NetdepsError, TypeError):
    """Something was asked to show a network that no audience was chosen for."""


class UndefinedError(NetdepsError, ValueError):
    """A number was taken from a figure that has none; the message is the reason."""


class MissingLibraryError(NetdepsError, ImportError):
    """An optional library is needed for this and is not installed."""


class FrozenRecordError(NetdepsError, AttributeError):
    """A record was asked to change; records never do."""


class FileError(NetdepsError):
    """A file cannot be read or written as a whole: absent, unreadable, of another format."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in which file, on which line, at which field.

    ``path`` is the field in steps.
    """

    field: str = ""
    file: str = ""
    line: int | None = None
    path: tuple[str | int, ...] = dataclass_field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        line = "" if self.line is None else f"line {self.line}"
        return ", ".join(part for part in (self.file, line, self.field) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what was found, what was expected, what to try."""

    place: Place
    found: str
    expected: str
    suggestion: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        hint = f" {self.suggestion}" if self.suggestion else ""
        return f"{where}{self.found}; {self.expected}.{hint}"


class InvalidRecordsError(NetdepsError, ValueError):
    """Records do not say what they should; ``problems`` lists every one that was found."""

    def __init__(self, problems: Iterable[Problem], source: str = "") -> None:
        self.problems = tuple(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{self.source}: " if self.source else ""
        noun = "problem" if count == 1 else "problems"
        shown = [f"  {problem}" for problem in self.problems[:_MOST_PROBLEMS_SHOWN]]
        if count > _MOST_PROBLEMS_SHOWN:
            shown.append(f"  … and {count - _MOST_PROBLEMS_SHOWN} more")
        return "\n".join([f"{head}{count} {noun}", *shown])


def quoted(value: object) -> str:
    """Show a value that was refused: short, on one line, with what cannot be seen made visible."""
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else _shown(value)
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    visible = "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text
    )
    return f"'{visible}'" if isinstance(value, str) else visible


def _shown(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - what cannot be shown is refused all the same
        if isinstance(value, int):  # Python writes no integers of thousands of digits
            return "a number of thousands of digits"
        return f"something of the type {type(value).__name__}"


def did_you_mean(found: object, known: Iterable[str]) -> str:
    """Suggest the nearest known name, or nothing."""
    names, said = sorted(known), found if isinstance(found, str) else _shown(found)
    near = difflib.get_close_matches(said, names, n=1, cutoff=0.6)
    return f"Did you mean {quoted(near[0])}?" if near else ""


def one_of(known: Iterable[str], *, most: int = 12) -> str:
    """List the known names, cut when there are many."""
    names = list(known)
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(quoted(name) for name in names[:most]) + rest


def check_option(option: str, found: object, known: Iterable[str]) -> None:
    """Refuse a value that an option does not know, with the nearest one that it does."""
    names = list(known)
    if not (isinstance(found, str) and found in names):
        hint = did_you_mean(found, names)
        message = f"the {option} {quoted(found)} is not known; known are {one_of(names)}. {hint}"
        raise OptionError(message.rstrip())


def check_count(option: str, found: object, least: int = 1, most: int | None = None) -> None:
    """Refuse what is not a whole number, is too small or, with ``most``, too large."""
    if isinstance(found, bool) or not isinstance(found, int) or found < least:
        raise _no_count(option, found, f"at least {least}")
    if most is not None and found > most:
        raise _no_count(option, found, f"at most {most:,}")


def check_seed(found: object) -> None:
    """Refuse a ``seed`` that random numbers cannot begin with."""
    check_count("seed", found, 0)


def check_draws(option: str, found: object, seed: object) -> None:
    """Refuse a number of random draws, or a seed for them, that cannot be."""
    check_count(option, found, 1, MOST_DRAWN)
    check_seed(seed)


def check_mapping(option: str, found: object, expected: str) -> None:
    """Refuse what gives no value for each name; ``expected`` says what is."""
    if not isinstance(found, Mapping):
        raise OptionError(f"{option}={quoted(found)} is no mapping; {expected}.")


def unknown_name(what: str, found: object, known: Iterable[str]) -> UnknownNameError:
    """Make the error for a name that is not there, with the nearest one that is."""
    names = list(known)
    hint = did_you_mean(found, names)
    listed = f"known are {one_of(names)}" if names else "there are none"
    return UnknownNameError(f"{what} {quoted(found)} is not known; {listed}. {hint}".rstrip())


def _no_count(option: str, found: object, bounds: str) -> OptionError:
    return OptionError(
        f"{option}={quoted(found)} was asked for; a whole number of {bounds} is expected."
    )
