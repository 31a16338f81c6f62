"""Names on the map: broken into short lines, with an estimate of the room that they take."""

from __future__ import annotations

import unicodedata

LINE = 18
"""The number of letters at which a name is broken."""

_MOST_LINES = 4
_LETTER = 0.55
_WIDE_LETTER = 1.0
_LINE_HEIGHT = 1.2


def plain(name: str) -> str:
    """Take out what cannot be seen and could reorder a line: controls, bidi marks and breaks."""
    seen = "".join(" " if _is_break(letter) else letter for letter in name)
    return " ".join("".join(letter for letter in seen if not _is_hidden(letter)).split())


def wrapped(name: str) -> tuple[str, ...]:
    """Break a name into at most four lines of about eighteen letters."""
    lines = [""]
    for word in _words(plain(name)):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]}\N{HORIZONTAL ELLIPSIS}"]
    return tuple(lines)


def room(name: str, font: float) -> tuple[float, float]:
    """Estimate the width and height of a wrapped name, on the generous side."""
    lines = wrapped(name)
    return max(map(_width, lines)) * font, len(lines) * _LINE_HEIGHT * font


def _words(name: str) -> list[str]:
    return [word[i : i + LINE] for word in name.split() for i in range(0, len(word), LINE)]


def _width(line: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)
    return (len(line) - wide) * _LETTER + wide * _WIDE_LETTER


def _is_break(letter: str) -> bool:
    return unicodedata.category(letter) in {"Zl", "Zp"} or letter in "\t\n\r\x0b\x0c"


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs"}
