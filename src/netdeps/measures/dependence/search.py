"""All smallest sets that hit every conflict, where conflicts are found as one goes.

A *conflict* is a set of things of which at least one has to be chosen. Sets of things are written
as the bits of a whole number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

MOST_SETS = 1000
"""So many sets are listed; where there are more, only their size is given."""

_MOST_TRIMMING = 1_000_000
"""So much work may go into making an example smaller: it is one of many, and no answer by itself."""


class Exhausted(Exception):  # noqa: N818 - no error: the work that was allowed is done
    """The work that a search may do is done."""


@dataclass
class Work:
    """How much work a search may still do, in steps: the clock would make answers differ."""

    left: int

    def spend(self, steps: int) -> None:
        """Take steps off what is left."""
        self.left -= steps
        if self.left < 0:
            raise Exhausted


class Task(Protocol):
    """What has to be hit."""

    def conflict(self, chosen: int, barred: int, work: Work) -> int | None:
        """Give a conflict that nothing chosen hits, without what is barred; None if all are hit."""

    def workable(self, work: Work) -> int:
        """Give some set that hits all conflicts, as small as the work allows."""


@dataclass(frozen=True)
class Answer:
    """What is known of the smallest sets that hit every conflict."""

    least: int
    """No set of fewer does."""
    most: int
    """Some set of so many does."""
    complete: bool
    """Whether every smallest set was found."""
    sets: tuple[int, ...] = ()
    """All of them; empty where they were not all found, or are too many to list."""
    example: int = 0
    """One set of the size that is given by ``most``."""


def smallest_sets(task: Task, steps: int) -> Answer:
    """Find every smallest set that hits all conflicts, or bounds where that takes too much work.

    Sizes are tried from below, and each is searched to its end before the next: where the work
    runs out, no smaller set is left to be found.
    """
    search = _Search(task, Work(steps))
    size = 0
    try:
        for _ in search.apart(0, 0, most=steps):
            size += 1
        search.extend(0, 0, size)
        while not search.found:
            size += 1
            search.extend(0, 0, size)
    except Exhausted:
        return _bounds(task, size, search.found)
    sets = () if search.overflows else tuple(search.found)
    return Answer(size, size, complete=True, sets=sets, example=min(search.found))


def _bounds(task: Task, size: int, found: list[int]) -> Answer:
    """Give what is known when the work ran out; where it did, there is a conflict to hit."""
    example = min(found) if found else task.workable(Work(_MOST_TRIMMING))
    return Answer(max(size, 1), example.bit_count(), complete=False, example=example)


def trimmed(chosen: int, suffices: Callable[[int], bool]) -> int:
    """Leave out of a set what it does not need, as long as there is work to do."""
    try:
        for one in bits(chosen):
            if suffices(chosen ^ one):
                chosen ^= one
    except Exhausted:
        return chosen
    return chosen


@dataclass
class _Search:
    task: Task
    work: Work
    found: list[int] = field(default_factory=list)

    @property
    def overflows(self) -> bool:
        return len(self.found) > MOST_SETS

    def extend(self, chosen: int, barred: int, size: int) -> None:
        """Find the sets of a size that hold what is chosen and nothing that is barred.

        Each is found once: what one branch chooses is barred from the next.
        """
        conflicts = list(self.apart(chosen, barred, most=size - chosen.bit_count()))
        if not conflicts:
            self.found.append(chosen)
            return
        if len(conflicts) > size - chosen.bit_count():
            return
        for one in bits(min(conflicts, key=int.bit_count)):
            if self.overflows:
                return
            self.extend(chosen | one, barred, size)
            barred |= one

    def apart(self, chosen: int, barred: int, most: int) -> Iterator[int]:
        """Find conflicts that have nothing in common, until there are more than may be.

        Each of them takes a choice of its own, so their number is a lower bound.
        """
        hit = chosen
        while most >= 0:
            conflict = self.task.conflict(hit, barred, self.work)
            if conflict is None:
                return
            yield conflict
            hit |= conflict
            most = most - 1 if conflict else -1


def bits(number: int) -> Iterator[int]:
    """Give each bit of a whole number, as a number of its own."""
    while number:
        one = number & -number
        yield one
        number ^= one
