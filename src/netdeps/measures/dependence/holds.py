"""What holds organisations in waiting, and the knots that it ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from netdeps.graph import joined
from netdeps.model import OUTSIDE, Wait


@dataclass(frozen=True, slots=True)
class Hold:
    """What keeps one organisation standing still until one of those that it awaits has moved.

    A wait for any of several is one hold; a wait for all of them is a hold for each. The same hold
    told twice is one.
    """

    waiter: str
    awaited: tuple[str, ...]
    what: str
    because: tuple[str, ...]

    @property
    def inner(self) -> frozenset[str]:
        """Those awaited who are in the network."""
        return frozenset(self.awaited) - {OUTSIDE}


Holds = list[Hold]


def holds_of(waits: Iterable[Wait]) -> Holds:
    """Take waits apart into holds."""
    found: dict[tuple[str, tuple[str, ...], str], set[str]] = {}
    for wait in waits:
        names = sorted(set(wait.awaited))
        for awaited in [(one,) for one in names] if wait.mode == "all" else [tuple(names)]:
            found.setdefault((wait.waiter, awaited, wait.what), set()).add(wait.id)
    return [Hold(*key, because=tuple(sorted(ids))) for key, ids in sorted(found.items())]


def standing(holds: Holds) -> Holds:
    """Keep what still holds somebody once everybody has moved who can: the least fixed point.

    Who is awaited in what is left stands still too, or is outside the network.
    """
    left = Counter(one.waiter for one in holds)
    awaiting: dict[str, list[Hold]] = {}
    for hold in holds:
        for one in hold.inner:
            awaiting.setdefault(one, []).append(hold)
    moving = [one for one in awaiting if one not in left]
    lifted: set[Hold] = set()
    while moving:
        for hold in awaiting.get(moving.pop(), ()):
            if hold not in lifted:
                lifted.add(hold)
                left[hold.waiter] -= 1
                if not left[hold.waiter]:
                    moving.append(hold.waiter)
    return [one for one in holds if one not in lifted]


def groups(holds: Holds) -> list[Holds]:
    """Part what holds organisations into groups that have nothing to do with one another."""
    return _parted(holds, "weak")


def knots(holds: Holds) -> Iterator[Holds]:
    """Part a group into knots, each of which comes loose by itself or not at all.

    In a knot everybody waits, through others, for everybody. With those outside it taken as moved,
    what holds its members is what runs within it. Whoever moves first in the group has to loosen
    every knot; and what loosens every knot loosens the group, beginning with a knot that waits for
    no other. So the smallest sets of the group are those of its knots, in every combination.
    """
    waiting = [holds]
    while waiting:
        part = standing(waiting.pop())  # in a part, whoever is not held there has moved
        circles = _parted(part, "strong")
        if len(circles) == 1:
            yield part
        else:
            waiting += circles


def _parted(holds: Holds, ways: Literal["strong", "weak"]) -> list[Holds]:
    """Part holds by their waiters: those who hang together, or who wait for outsiders only."""
    arrows = {(hold.waiter, one) for hold in holds for one in hold.inner}
    of = {one: part[0] for part in joined(arrows, ways=ways) for one in part}
    found: dict[str, Holds] = {}
    for hold in holds:
        found.setdefault(of.get(hold.waiter, hold.waiter), []).append(hold)
    return list(found.values())
