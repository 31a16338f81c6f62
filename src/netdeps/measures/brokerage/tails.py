"""How often a network with as many ties would have at least as much brokerage: exact, by counting.

Which ties an organisation has decides how many pairs it could broker; a pair drops out when one of
the remaining ties happens to close it. Both steps are counted, so that no network is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import comb

from netdeps.measures.brokerage.expected import Ground

State = tuple[int, int, int]
"""How many ties come in, how many go out, and how many pairs are counted by the group."""

Ways = Mapping[State, int]

_NOBODY: Ways = {(0, 0, 0): 1}


class Tails:
    """The chances of at least so many open two-paths, for a member of a group of so many."""

    def __init__(self, ground: Ground, own: int) -> None:
        self._ground = ground
        self._same, self._everybody = own - 1, ground.size - 1
        self._others = list(ground.sizes)
        self._others.remove(own)
        self._known: dict[str, Mapping[int, Fraction]] = {}

    def at_least(self, role: str, count: int) -> float:
        """Give the share of all networks with as many ties in which a role is played as often."""
        if not count:
            return 1.0
        if role not in self._known:
            self._known[role] = self._chances(role)
        return float(sum(p for seen, p in self._known[role].items() if seen >= count))

    def _chances(self, role: str) -> dict[int, Fraction]:
        """Give the chance of each number of open two-paths."""
        ways: Counter[int] = Counter()
        pairs, places = self._pairs(role)
        rest = self._ground.places - places
        for (open_pairs, used), chosen in pairs.items():
            left = self._ground.ties - used
            for closed in range(min(open_pairs, left) + 1):
                placed = comb(open_pairs, closed) * comb(rest - open_pairs, left - closed)
                ways[open_pairs - closed] += chosen * placed
        every = comb(self._ground.places, self._ground.ties)
        return {count: Fraction(number, every) for count, number in ways.items() if number}

    def _pairs(self, role: str) -> tuple[Counter[tuple[int, int]], int]:
        """Count the ways to have so many pairs to broker with so many ties, and the places for these."""
        blocks, worth = self._blocks(role)
        found: Counter[tuple[int, int]] = Counter()
        for state, ways in _joined(blocks).items():
            found[worth(*state), state[0] + state[1]] += ways
        return found, max(used for _, used in found)

    def _blocks(self, role: str) -> tuple[list[Ways], Callable[[int, int, int], int]]:
        """Give the ways to be tied to each group that matters, and what these are worth in pairs."""
        if role in {"representative", "gatekeeper"}:
            inward = {(one, 0, 0): comb(self._same, one) for one in range(self._same + 1)}
            beyond = sum(self._others)
            return [inward, {(0, one, 0): comb(beyond, one) for one in range(beyond + 1)}], _across
        if role == "coordinator":
            return [self._crowd(self._same)], _counted
        if role == "total":
            return [self._crowd(self._everybody)], _counted
        if role == "itinerant":
            return [self._crowd(size) for size in self._others], _counted
        return [self._apart(size) for size in self._others], self._uncounted

    def _crowd(self, size: int) -> Ways:
        """Count pairs of different members of a group of so many."""
        if not self._ground.directed:
            return {(one, 0, comb(one, 2)): comb(size, one) for one in range(size + 1)}
        found: Counter[State] = Counter()
        for both in range(size + 1):
            for ins in range(both, size + 1):
                for outs in range(both, size - ins + both + 1):
                    ways = comb(size, both) * comb(size - both, ins - both)
                    found[ins, outs, ins * outs - both] += ways * comb(size - ins, outs - both)
        return found

    def _apart(self, size: int) -> Ways:
        """Count what has to be taken off: the pairs that lie within the group, with oneself too."""
        if not self._ground.directed:
            return self._crowd(size)
        return {
            (ins, outs, ins * outs): comb(size, ins) * comb(size, outs)
            for ins in range(size + 1)
            for outs in range(size + 1)
        }

    def _uncounted(self, ins: int, outs: int, counted: int) -> int:
        return (ins * outs if self._ground.directed else comb(ins, 2)) - counted


def _joined(blocks: Iterable[Ways]) -> Ways:
    """Put the ways to be tied to each group together."""
    joined = _NOBODY
    for block in blocks:
        both: Counter[State] = Counter()
        for (ins, outs, pairs), ways in joined.items():
            for (more_ins, more_outs, more_pairs), more in block.items():
                both[ins + more_ins, outs + more_outs, pairs + more_pairs] += ways * more
        joined = both
    return joined


def _across(ins: int, outs: int, _counted: int) -> int:
    return ins * outs


def _counted(_ins: int, _outs: int, counted: int) -> int:
    return counted
