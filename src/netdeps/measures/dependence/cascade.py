"""What follows when organisations drop out: needs that nobody meets, and who then cannot go on.

Many beginnings are followed at once. In a whole number, bit number s stands for what is so in
beginning number s: of an organisation, that it is down; of a need, that it is unmet. So each need
is looked at once a round for all of them, and only where somebody who could meet it went down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Literal

import numpy as np

from netdeps.model import Dependency

CascadeOption = Literal["on", "off"]
"""Whether who cannot do without an unmet need goes down too."""

_Bits = Mapping[str, int]


@dataclass(frozen=True)
class Fall:
    """What follows when some organisations drop out."""

    dropped: tuple[str, ...]
    """Who drops out, sorted."""
    at_once: tuple[str, ...]
    """The needs of others that are unmet at once."""
    unmet: tuple[str, ...]
    """All needs that are unmet in the end."""
    of_others: int
    """How many of them are not of whoever dropped out."""
    dependums: tuple[str, ...]
    """What others cannot get in the end."""
    rounds: tuple[tuple[str, ...], ...]
    """Who cannot go on, round by round."""


def falls(
    needs: Iterable[Dependency],
    beginnings: Sequence[Collection[str]],
    *,
    cascade: CascadeOption = "on",
) -> list[Fall]:
    """Give what follows from each beginning, until nobody else goes down.

    Unmet is a need of which all who could meet it are down, or one of them where each is needed.
    """
    following = _Following(needs, beginnings)
    following.follow(cascade)
    return following.falls()


class _Following:
    def __init__(self, needs: Iterable[Dependency], beginnings: Sequence[Collection[str]]) -> None:
        self.needs = {need.id: need for need in sorted(needs, key=lambda need: need.id)}
        self.beginnings = beginnings
        self.dropped: dict[str, int] = {}
        for number, names in enumerate(beginnings):
            for name in names:
                self.dropped[name] = self.dropped.get(name, 0) | 1 << number
        self.unmet: dict[str, int] = {}
        self.at_once: dict[str, int] = {}
        self.rounds: list[dict[str, int]] = []
        self._hanging: dict[str, list[Dependency]] = {}
        for need in self.needs.values():
            for dependee in need.dependees:
                self._hanging.setdefault(dependee, []).append(need)

    def follow(self, cascade: CascadeOption) -> None:
        """Let them drop out, and go on from who goes down by that, round by round."""
        down, front = dict(self.dropped), self.dropped
        while front:
            stopped = self._stopped_by(front, down)
            if not self.rounds:
                self.at_once = dict(self.unmet)
            if cascade == "off":
                break
            front = {one: new for one, bits in stopped.items() if (new := bits & ~down.get(one, 0))}
            for one, bits in front.items():
                down[one] = down.get(one, 0) | bits
            self.rounds.append(front)

    def _stopped_by(self, front: Iterable[str], down: _Bits) -> dict[str, int]:
        """Look again at the needs of which a dependee went down, and give who loses what."""
        stopped: dict[str, int] = {}
        touched = {need.id: need for one in front for need in self._hanging.get(one, ())}
        for name, need in touched.items():
            gone = (down.get(dependee, 0) for dependee in need.dependees)  # outside never is
            self.unmet[name] = reduce(or_ if need.mode == "all" else and_, gone)
            if need.essential:
                stopped[need.depender] = stopped.get(need.depender, 0) | self.unmet[name]
        return stopped

    def falls(self) -> list[Fall]:
        """Tell it by beginning."""
        size = len(self.beginnings)
        others = {name: self._of_others(name, bits) for name, bits in self.unmet.items()}
        at_once = {name: self._of_others(name, bits) for name, bits in self.at_once.items()}
        own = (self.unmet[name] ^ bits for name, bits in others.items())
        of_own = Counter(number for bits in own for number in _numbers(bits))
        told = zip(
            _by_beginning(at_once, size),
            _by_beginning(self.unmet, size),
            _by_beginning(self._dependums(others), size),
            _in_rounds(self.rounds, size),
            strict=True,
        )
        return [
            Fall(
                dropped=tuple(sorted(self.beginnings[number])),
                at_once=first,
                unmet=unmet,
                of_others=len(unmet) - of_own[number],
                dependums=dependums,
                rounds=stopped,
            )
            for number, (first, unmet, dependums, stopped) in enumerate(told)
        ]

    def _of_others(self, need: str, bits: int) -> int:
        return bits & ~self.dropped.get(self.needs[need].depender, 0)

    def _dependums(self, unmet: _Bits) -> dict[str, int]:
        found: dict[str, int] = {}
        for name, bits in unmet.items():
            dependum = self.needs[name].dependum
            found[dependum] = found.get(dependum, 0) | bits
        return found


def _by_beginning(table: _Bits, size: int) -> Iterator[tuple[str, ...]]:
    """Give, for each beginning, the names whose bit is set, sorted."""
    names = sorted(table)
    width = size // 8 + 1
    packed = np.frombuffer(b"".join(table[one].to_bytes(width, "little") for one in names), "u1")
    rows = packed.reshape(len(names), width)
    same: dict[bytes, tuple[str, ...]] = {}  # where everything comes down, it does so everywhere
    for number in range(size):
        column = rows[:, number // 8] >> number % 8 & 1
        key = column.tobytes()
        if key not in same:
            same[key] = tuple(names[place] for place in np.flatnonzero(column).tolist())
        yield same[key]


def _in_rounds(rounds: Sequence[_Bits], size: int) -> list[tuple[tuple[str, ...], ...]]:
    """Give, for each beginning, who goes down in each round, as long as somebody does."""
    found: list[list[tuple[str, ...]]] = [[] for _ in range(size)]
    for one in rounds:
        stopped: dict[int, list[str]] = {}
        for name in sorted(one):
            for number in _numbers(one[name]):
                stopped.setdefault(number, []).append(name)
        for number, names in stopped.items():
            found[number].append(tuple(names))
    return [tuple(one) for one in found]


def _numbers(bits: int) -> Iterator[int]:
    """Give the number of each bit that is set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
