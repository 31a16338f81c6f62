"""Circles of organisations that all end up needing one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar

from netdeps.graph import Selection, chosen_needs, circles, joined, selected, widest_block
from netdeps.measures.dependence.shared import about, named_or_counted
from netdeps.model import Dependency, Level, Network, Pair
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase

_Told = Mapping[Pair, set[str]]
"""The ids of the needs behind each arrow."""

LONGEST = 5
"""Cycles of up to so many organisations are listed."""

MOST_CYCLES = 200
"""More cycles than this are not listed for one loop."""

_PAIR = 2


@dataclass(frozen=True, kw_only=True)
class DependencyLoop(Row):
    """Organisations of which each needs every other, directly or through the others."""

    words: ClassVar[str] = "dependency_loop"

    members: tuple[str, ...]
    """Everybody in the loop."""
    cycles: tuple[tuple[str, ...], ...]
    """The ways round that pass nobody twice, each from its first id on along the needs, the
    shortest first."""
    longest: int
    """All cycles of up to so many organisations are listed: 5, or fewer where there would be more
    than 200; 0 where there are more than 200 pairs already."""
    complete: bool
    """True where no cycle can be missing: no part of the loop that holds together without any one
    of its members has more than ``longest`` members."""
    because: tuple[str, ...]
    """The needs that run within the loop."""

    @property
    def rank(self) -> float:
        """The number of its members."""
        return len(self.members)

    @property
    def form(self) -> str:
        """Which sentence fits: two that need each other, or more who do through one another."""
        return "pair" if len(self.members) == _PAIR else "sentence"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {"members": named_or_counted(self, self.members), "pairs": self._pairs()}

    def _pairs(self) -> Phrase | str:
        """Tell how many pairs need each other directly, where that says more than the loop itself."""
        pairs = sum(1 for cycle in self.cycles if len(cycle) == _PAIR)
        if not pairs or len(self.members) == _PAIR:
            return ""
        return Phrase.of("finding.dependency_loop.pairs", {"count": pairs})


def dependency_loops(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[DependencyLoop]:
    """Who all end up needing each other, so that nobody can do it alone.

    A loop is a strongly connected component of the dependencies with more than one member: from
    each of them the needs lead, directly or through others, to every other. There is a row for each
    loop, the largest first; nobody is in two of them.

    ``cycles`` lists the ways round that pass nobody twice, of up to five organisations. Where these
    are more than 200, only shorter ones are listed, so that what is listed never depends on names
    or order; ``longest`` says up to where. A need that any of several can meet leads to each of them.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    Tarjan (1972), Depth-first search and linear graph algorithms,
    https://doi.org/10.1137/0201010; Johnson (1975), Finding all the elementary circuits of a
    directed graph, https://doi.org/10.1137/0204007.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[
    ...         {"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...         {"depender": "housing", "dependum": "permits", "dependees": ["city"]},
    ...         {"depender": "city", "dependum": "guidance", "dependees": ["care"]},
    ...     ],
    ... )
    >>> measures.dependency_loops(network)[0].cycles
    (('care', 'housing', 'city'),)
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue, level=level)
    told = _by_arrow(needs, part)
    rows = [_row(found, part) for found in _loops(told)]
    rows.sort(key=lambda row: (-len(row.members), row.members))
    said = about("dependency_loops", part, rows, {need.depender for need in needs}, level)
    return Findings(rows, replace(said, caveats=(*said.caveats, *_capped(rows))))


def _by_arrow(needs: list[Dependency], network: Network) -> _Told:
    """Give the needs behind each arrow from who needs something to who can give it."""
    told: dict[Pair, set[str]] = {}
    for need in needs:
        for dependee in need.dependees:
            if dependee in network.names and dependee != need.depender:
                told.setdefault((need.depender, dependee), set()).add(need.id)
    return told


def _loops(told: _Told) -> list[_Told]:
    """Give the arrows that run within each loop."""
    groups = joined(told.keys(), ways="strong")
    of = {one: number for number, group in enumerate(groups) for one in group}
    found: dict[int, dict[Pair, set[str]]] = {}
    for (here, there), needs in told.items():
        if of[here] == of[there]:
            found.setdefault(of[here], {})[here, there] = needs
    return list(found.values())


def _row(told: _Told, network: Network) -> DependencyLoop:
    cycles, longest = _short(told.keys())
    return DependencyLoop(
        members=tuple(sorted({one for one, _ in told})),
        cycles=cycles,
        longest=longest,
        complete=widest_block(told.keys()) <= longest,
        because=tuple(sorted(set().union(*told.values()))),
        names=network.names,
    )


def _short(arrows: Collection[Pair]) -> tuple[tuple[tuple[str, ...], ...], int]:
    """List all cycles up to the greatest length at which there are not too many."""
    for longest in range(LONGEST, _PAIR - 1, -1):
        found = tuple(islice(circles(arrows, longest), MOST_CYCLES + 1))
        if len(found) <= MOST_CYCLES:
            return tuple(sorted(found, key=lambda one: (len(one), one))), longest
    return (), 0


def _capped(rows: list[DependencyLoop]) -> tuple[Phrase, ...]:
    if all(row.longest == LONGEST for row in rows):
        return ()
    return (Phrase.of("caveat.cycles_capped", {"most": MOST_CYCLES}),)
