"""One knot of waits, written in bits, and the two ways to loosen it: to move first, or to drop waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netdeps.measures.dependence.holds import Holds
from netdeps.measures.dependence.search import Exhausted, Work, bits, trimmed

FREELY = Work(10**18)
"""As much work as it takes."""


class Knot:
    """Organisations that wait for one another, with a bit for each, and for each hold.

    Bits go by place in the knot and by name only where places do not differ, so that what is found
    within limited work hangs on the names as little as possible.
    """

    def __init__(self, holds: Holds) -> None:
        rank = _places_in(holds)
        self.members = sorted(rank, key=lambda one: (rank[one], one))
        bit = {one: 1 << number for number, one in enumerate(self.members)}
        places = {h: (rank[h.waiter], sorted(rank[one] for one in h.inner)) for h in holds}
        self.holds = sorted(
            holds, key=lambda hold: (places[hold], hold.waiter, hold.awaited, hold.what)
        )
        self.everybody = (1 << len(self.members)) - 1
        self.held: dict[int, list[tuple[int, int]]] = {one: [] for one in bit.values()}
        self.waiters: dict[int, list[int]] = {one: [] for one in bit.values()}
        for number, hold in enumerate(self.holds):
            waiter, awaited = bit[hold.waiter], sum(bit[one] for one in hold.inner)
            self.held[waiter].append((1 << number, awaited))
            for one in bits(awaited):
                self.waiters[one].append(waiter)

    def still(self, moved: int = 0, dropped: int = 0, work: Work = FREELY) -> int:
        """Give who stands still when some have moved and some holds are dropped."""
        left = self.everybody & ~moved
        return self.settle(left, bits(left), work, dropped)

    def settle(self, still: int, suspects: Iterable[int], work: Work, dropped: int = 0) -> int:
        """Give who of those that stand still go on doing so, once the suspects look again."""
        looking = list(suspects)
        while looking:
            one = looking.pop()
            work.spend(len(self.held[one]))
            if still & one and not self.grip(one, still, dropped):
                still ^= one
                looking += self.waiters[one]
        return still

    def grip(self, one: int, still: int, dropped: int = 0) -> int:
        """Give the holds that keep one standing still as long as certain others do."""
        found = 0
        for hold, awaited in self.held[one]:
            if awaited & still == awaited:
                found |= hold
        return found & ~dropped

    def tightened(self, still: int, spare: Iterable[int], work: Work, dropped: int = 0) -> int:
        """Leave out whoever is not needed to keep some of those who stand still standing."""
        for one in spare:
            if still & one:
                less = self.settle(still ^ one, self.waiters[one], work, dropped)
                still = less or still
        return still


@dataclass(frozen=True)
class MovingFirst:
    """Which members of a knot have to move first: in each part that holds itself, at least one."""

    knot: Knot

    def conflict(self, chosen: int, barred: int, work: Work) -> int | None:
        """Give those of a part that holds itself, as few as can be, who may move first."""
        still = self.knot.still(chosen, work=work)
        if not still:
            return None
        return self.knot.tightened(still, bits(still & ~barred), work) & ~barred

    def workable(self, work: Work) -> int:
        """Let whoever most wait for move first, until all move; leave out whoever was not needed."""
        chosen, still = 0, self.knot.everybody
        try:
            while still:
                first = max(bits(still), key=lambda one: (self._awaited(one, still, work), -one))
                chosen |= first
                still = self.knot.settle(still ^ first, self.knot.waiters[first], work)
        except Exhausted:
            return chosen | still
        return trimmed(chosen, lambda fewer: not self.knot.still(fewer, work=work))

    def _awaited(self, one: int, still: int, work: Work) -> int:
        work.spend(len(self.knot.waiters[one]))
        return sum(1 for waiter in self.knot.waiters[one] if waiter & still)


@dataclass(frozen=True)
class Dropping:
    """Which waits of a knot have to be dropped: of each part that holds itself, at least one."""

    knot: Knot

    def conflict(self, chosen: int, barred: int, work: Work) -> int | None:
        """Give one hold for each of a part that holds itself; those that may be dropped."""
        knot = self.knot
        still = knot.still(dropped=chosen, work=work)
        if not still:
            return None
        if barred and knot.settle(still, bits(still), work, chosen | ~barred):
            return 0  # what is barred holds some of them by itself
        still = knot.tightened(still, bits(still), work, chosen)
        found = 0
        for one in bits(still):
            grip = knot.grip(one, still, chosen)
            if not grip & barred:
                found |= grip & -grip
        return found

    def workable(self, work: Work) -> int:
        """Let whoever is held least move, and drop what held it, until all have moved."""
        knot, chosen, still = self.knot, 0, self.knot.everybody
        try:
            while still:
                grips = {one: self._grip(one, still, chosen, work) for one in bits(still)}
                least = min(grips, key=lambda one: (grips[one].bit_count(), one))
                chosen |= grips[least]
                still = knot.settle(still, [least], work, chosen)
        except Exhausted:
            return chosen | self._all_grips(still)
        return trimmed(chosen, lambda fewer: not knot.still(dropped=fewer, work=work))

    def _grip(self, one: int, still: int, chosen: int, work: Work) -> int:
        work.spend(len(self.knot.held[one]))
        return self.knot.grip(one, still, chosen)

    def _all_grips(self, still: int) -> int:
        """Give every hold on those who stand still."""
        return sum(hold for one in bits(still) for hold, _ in self.knot.held[one])


def _places_in(holds: Holds) -> dict[str, int]:
    """Number the members of a knot by their place in it: by who waits for whom, and not by name.

    Begins with everybody alike, and tells apart whoever is held by, or holds, others than those
    who were alike until now; as long as that tells more of them apart.
    """
    rank = dict.fromkeys((hold.waiter for hold in holds), 0)
    while True:
        seen: dict[str, list[tuple[int, ...]]] = {one: [(place,)] for one, place in rank.items()}
        for hold in holds:
            awaited = sorted(rank[one] for one in hold.inner)
            seen[hold.waiter].append((1, len(hold.awaited), *awaited))
            for one in hold.inner:
                seen[one].append((2, rank[hold.waiter], *awaited))
        signs = {one: tuple(sorted(found)) for one, found in seen.items()}
        order = {sign: number for number, sign in enumerate(sorted(set(signs.values())))}
        if len(order) == len(set(rank.values())):
            return rank
        rank = {one: order[sign] for one, sign in signs.items()}
