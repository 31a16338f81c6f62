"""What loosens a group of waiting organisations: the options of its knots, taken together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import prod
from typing import Generic, Literal, TypeVar

from netdeps.measures.dependence.holds import Hold
from netdeps.measures.dependence.knot import Dropping, Knot, MovingFirst
from netdeps.measures.dependence.search import MOST_SETS, Answer, Task, bits, smallest_sets
from netdeps.measures.dependence.subsets import MOST_MEMBERS, all_droppings, all_movers

Method = Literal["exact", "heuristic"]

Drop = tuple[str, str, tuple[str, ...]]
"""A wait to drop: its id, who waits, and for whom; of a wait for all, one of them."""

STEPS = 5_000_000
"""How many holds a search in one knot may look at before it gives bounds: about half a second."""

ThingT = TypeVar("ThingT", str, Drop)


@dataclass(frozen=True)
class Options(Generic[ThingT]):
    """The smallest sets that loosen a whole group."""

    sets: tuple[tuple[ThingT, ...], ...]
    """All of them; empty where they are not all known, or more than are listed."""
    knots: tuple[tuple[tuple[ThingT, ...], ...], ...]
    """The same for each knot, empty where its own are not listed."""
    exact: bool
    """Whether all smallest sets are known, listed or not."""
    least: int
    """Fewer will not do."""
    most: int
    """So many will do."""
    workable: tuple[ThingT, ...]
    """One set that will do, where it is not known to be one of the smallest."""

    @property
    def method(self) -> Method:
        """Exact where all smallest sets are known; heuristic where there are only bounds."""
        return "exact" if self.exact else "heuristic"


def who_moves_first(knots: Sequence[Knot]) -> Options[str]:
    """Find all smallest sets of organisations whose moving first frees everybody."""
    answers = [_solved(MovingFirst(knot), knot, all_movers) for knot in knots]
    return _together(answers, [_members(knot) for knot in knots])


def what_to_drop(knots: Sequence[Knot]) -> Options[Drop]:
    """Find all smallest sets of waits without which everybody is free."""
    answers = [_solved(Dropping(knot), knot, all_droppings) for knot in knots]
    return _together(answers, [_drops(knot) for knot in knots])


def _solved(task: Task, knot: Knot, whole: Callable[[Knot], Answer]) -> Answer:
    """Search, which finds what is small in knots of any size; else take the small ones whole."""
    found = smallest_sets(task, STEPS)
    if not found.complete and len(knot.members) <= MOST_MEMBERS:
        return whole(knot)
    return found


def _members(knot: Knot) -> Callable[[int], list[str]]:
    return lambda chosen: [knot.members[one.bit_length() - 1] for one in bits(chosen)]


def _drops(knot: Knot) -> Callable[[int], list[Drop]]:
    return lambda chosen: [_drop(knot.holds[one.bit_length() - 1]) for one in bits(chosen)]


def _drop(hold: Hold) -> Drop:
    return (hold.because[0], hold.waiter, hold.awaited)


def _together(answers: list[Answer], read: list[Callable[[int], list[ThingT]]]) -> Options[ThingT]:
    knots = tuple(
        tuple(sorted(tuple(sorted(name(one))) for one in answer.sets))
        for answer, name in zip(answers, read, strict=True)
    )
    exact = all(one.complete for one in answers)
    examples = (name(one.example) for one, name in zip(answers, read, strict=True))
    return Options(
        sets=_combined(knots),
        knots=tuple(sorted(knots)),
        exact=exact,
        least=sum(one.least for one in answers),
        most=sum(one.most for one in answers),
        workable=() if exact else tuple(sorted(chain.from_iterable(examples))),
    )


def _combined(
    knots: Iterable[tuple[tuple[ThingT, ...], ...]],
) -> tuple[tuple[ThingT, ...], ...]:
    """Take one option of each knot in every way, unless there are more ways than are listed."""
    options = list(knots)
    if prod(map(len, options)) > MOST_SETS:
        return ()
    return tuple(sorted(tuple(sorted(chain.from_iterable(one))) for one in product(*options)))
