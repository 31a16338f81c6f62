"""Lines of need without contact, and through whom the two reach each other all the same."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from netdeps.graph.brokers import Way, ways_between
from netdeps.graph.contacts import Contacts, ContactState
from netdeps.graph.layers import contact_layer
from netdeps.graph.needs import PairNeed, needs_between
from netdeps.model import Level, Pair

LACKING = frozenset({"no", "disputed"})
"""The states in which there is no contact."""


@dataclass(frozen=True)
class Route:
    """A line of need without contact, and how it runs."""

    need: PairNeed
    way: Way
    disputed: bool
    because: frozenset[str]
    """The needs, what the two say of their own contact, and the contacts on the shortest ways."""


class NeedLines:
    """Every line of need, by whether the two have contact, reach each other, or neither."""

    def __init__(
        self, contacts: Contacts, *, level: Level | None = None, issue: str | None = None
    ) -> None:
        self.contacts, self.level = contacts, level
        self.needs = needs_between(contacts.network, issue=issue, level=level)
        self.states = {one: contacts.anywhere(*one, level=level) for one in self.needs}
        lacking = [one for one, state in self.states.items() if state in LACKING]
        self.ways = ways_between(contact_layer(contacts, level), lacking)
        self._told: dict[Pair, frozenset[str]] = {}
        self.routes = [self._route(one, way) for one, way in self.ways.items() if way]

    @property
    def unasked(self) -> int:
        """The number of lines of which it is not known whether the two speak to each other."""
        return sum(state == "unknown" for state in self.states.values())

    def _route(self, parties: Pair, way: Way) -> Route:
        need = self.needs[parties]
        said = {one for state in self._states(parties) for one in state.because}
        ties = (one for tie in way.ties for one in self._tie(tie))
        because = frozenset({*need.because, *said, *ties})
        return Route(need, way, self.states[parties] == "disputed", because)

    def _states(self, parties: Pair) -> Iterable[ContactState]:
        return self.contacts.states(*parties, level=self.level).values()

    def _tie(self, parties: Pair) -> frozenset[str]:
        """Give the statements by which there is contact."""
        if parties not in self._told:
            held = (one for one in self._states(parties) if one.state == "yes")
            self._told[parties] = frozenset(told for one in held for told in one.because)
        return self._told[parties]


def carried(routes: Iterable[tuple[Fraction, Way]]) -> dict[str, float]:
    """Add up, for each organisation in between, how much each line counts times its share of it."""
    found: dict[str, list[float]] = {}
    for requirement, way in routes:
        for one, share in way.via.items():
            found.setdefault(one, []).append(float(requirement * share))
    return {one: math.fsum(found[one]) for one in sorted(found)}
