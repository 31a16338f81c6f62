"""Every error that netdeps raises on purpose.

One base class, ``NetdepsError``, so that a program that embeds netdeps can
catch what it does. A message says where, what was found, what was expected and
what to try.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

_LONGEST_QUOTE = 60
_MOST_PROBLEMS_SHOWN = 50


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
    except ValueError:  # Python writes no integers of thousands of digits
        return "a number of thousands of digits"


def did_you_mean(found: object, known: Iterable[str]) -> str:
    """Suggest the nearest known name, or nothing."""
    names = sorted(known)
    near = difflib.get_close_matches(str(found), names, n=1, cutoff=0.6)
    return f"Did you mean {quoted(near[0])}?" if near else ""


def one_of(known: Iterable[str], *, most: int = 12) -> str:
    """List the known names, cut when there are many."""
    names = list(known)
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(quoted(name) for name in names[:most]) + rest


def check_option(option: str, found: object, known: Iterable[str]) -> None:
    """Refuse a value that an option does not know, with the nearest one that it does."""
    names = list(known)
    if found not in names:
        hint = did_you_mean(found, names)
        message = f"the {option} {quoted(found)} is not known; known are {one_of(names)}. {hint}"
        raise OptionError(message.rstrip())


def unknown_name(what: str, found: object, known: Iterable[str]) -> UnknownNameError:
    """Make the error for a name that is not there, with the nearest one that is."""
    names = list(known)
    hint = did_you_mean(found, names)
    listed = f"known are {one_of(names)}" if names else "there are none"
    return UnknownNameError(f"{what} {quoted(found)} is not known; {listed}. {hint}".rstrip())
