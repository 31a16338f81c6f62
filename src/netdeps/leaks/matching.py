"""Finding many texts at once: one look at every place, and a closer one at the few that may fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BLOCK = 2**19
_BITS = 20
_SCATTER = np.uint64(0x9E3779B97F4A7C15)
_WIDTHS = (8, 4)  # the beginnings of texts that are looked for, in bytes


@dataclass(frozen=True)
class Pattern:
    """A text to look for, in the form in which texts are compared."""

    text: bytes
    whole: bool
    """True where it counts only as a word of its own, not as a part of a longer one."""


@dataclass(frozen=True)
class _Beginnings:
    """Which texts begin with the same few bytes."""

    width: int
    patterns: dict[int, list[Pattern]]
    possible: NDArray[np.bool_]


class Matcher:
    """Finds which of many patterns stand in a text, and where each stands first."""

    def __init__(self, patterns: Collection[Pattern]) -> None:
        self.longest = max((len(one.text) for one in patterns), default=0)
        self._sorts = [
            _beginnings(width, chosen)
            for width in _WIDTHS
            if (chosen := [one for one in patterns if _width(one) == width])
        ]

    def find(self, text: bytes) -> Iterator[tuple[Pattern, int]]:
        """Give the patterns that stand in a text with each of their places."""
        for sort in self._sorts:
            for start in range(0, len(text), _BLOCK):
                block = text[start : start + _BLOCK + sort.width - 1]
                for place, key in _candidates(block, sort):
                    yield from _fitting(text, start + place, sort.patterns.get(key, ()))


def _width(pattern: Pattern) -> int:
    return next((one for one in _WIDTHS if len(pattern.text) >= one), _WIDTHS[-1])


def _beginnings(width: int, patterns: Collection[Pattern]) -> _Beginnings:
    by_key: defaultdict[int, list[Pattern]] = defaultdict(list)
    for one in patterns:
        by_key[int.from_bytes(one.text[:width], "big")].append(one)
    possible = np.zeros(2**_BITS, dtype=np.bool_)
    possible[_scattered(np.array(list(by_key), dtype=np.uint64))] = True
    return _Beginnings(width, dict(by_key), possible)


def _scattered(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return (keys * _SCATTER) >> np.uint64(64 - _BITS)


def _candidates(block: bytes, sort: _Beginnings) -> Iterator[tuple[int, int]]:
    """Give the places at which some pattern may begin, with the bytes there as a number."""
    letters = np.frombuffer(block, dtype=np.uint8)
    count = len(letters) - sort.width + 1
    if count < 1:
        return
    keys = np.zeros(count, dtype=np.uint64)
    for place in range(sort.width):
        keys = (keys << np.uint64(8)) | letters[place : place + count]
    places = np.flatnonzero(sort.possible[_scattered(keys)])
    yield from zip(places.tolist(), keys[places].tolist(), strict=True)


def _fitting(
    text: bytes, place: int, patterns: Collection[Pattern]
) -> Iterator[tuple[Pattern, int]]:
    for one in patterns:
        end = place + len(one.text)
        if text.startswith(one.text, place) and not (one.whole and _inside(text, place, end)):
            yield one, place


def _inside(text: bytes, start: int, end: int) -> bool:
    """Tell whether letters go on before or behind a place."""
    before = text[max(start - 4, 0) : start].decode("utf-8", "ignore")[-1:]
    behind = text[end : end + 4].decode("utf-8", "ignore")[:1]
    return before.isalnum() or behind.isalnum()
