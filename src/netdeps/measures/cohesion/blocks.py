"""How many of the possible ties there are within each group and between each two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import (
    Contacts,
    Grounds,
    Grouped,
    Layer,
    LayerName,
    Profile,
    Selection,
    about_layer,
    grounds_between,
    grouped,
    selected,
    tally_marked,
)
from netdeps.graph import layer as make_layer
from netdeps.graph.arrays import Floats
from netdeps.measures.cohesion.block_rows import BlockDensity
from netdeps.measures.cohesion.splits import GroupBy
from netdeps.model import Fixed, Level, Network, Pair, pair
from netdeps.results import Findings
from netdeps.words import Phrase, Says

_Mark = tuple[str, Profile]


def block_density(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    by: GroupBy = "kind",
    groups: Mapping[str, str] | None = None,
) -> Findings[BlockDensity]:
    """Which share of the possible ties is there, within each group and from each to each other.

    A row for each ordered pair of groups, of contacts for each two groups and each by itself. The
    groups are the kinds, the regions, or those that ``groups`` gives to organisations by their id;
    whoever is in none is left out and counted in a caveat. Possible are n · m ties between two
    groups and n(n - 1) within one, half of that for contacts; loops never count. Within a group of
    one there is nothing to divide, and the density is None. ``expected`` is the number of ties that
    an even spread over all pairs would give.

    A contact that nobody was asked about counts as none; ``unknown`` counts those pairs, and
    ``low`` and ``high`` are the density without and with all of them. ``kind_gaps`` shows the same
    lines from the side of what is needed.

    ``mean_strength`` is what UCINET's density by groups gives for a valued network, ``density``
    what it gives for 0 and 1.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Densities between blocks: Wasserman and Faust (1994), Social Network Analysis,
    https://doi.org/10.1017/CBO9780511815478. The bounds are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a", "region": "north"}, {"id": "b", "region": "north"},
    ...                    {"id": "c", "region": "south"}],
    ...     contacts=[{"between": ["a", "b"]}, {"between": ["a", "c"], "quality": 0.5}],
    ... )
    >>> for row in measures.block_density(network, by="region"):
    ...     print(row.from_group, row.to_group, row.ties, row.possible, row.density, row.mean_strength)
    north north 1 1 1.0 1.0
    north south 1 2 0.5 0.25
    south south 0 0 None None
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    check_option("by", by, get_args(GroupBy))
    sides = grouped(network, ties, by, groups)
    part = selected(network, chosen)
    table = _Table.of(sides)
    unknown = _unknown(part, sides, level) if layer == "contact" else None
    grounds = grounds_between(part, sides.layer, sides.of)
    rows = [
        _row(table, place, sides, unknown[_names(sides, place)] if unknown is not None else None)
        for place in table.pairs()
    ]
    rows = [replace(row, because=_told(row, grounds), names=ties.names) for row in rows]
    return Findings(rows, about_layer("block_density", ties, sides.caveats), _undefined(rows, ties))


def block_sums(sides: Grouped, weights: Floats | None = None) -> Floats:
    """Add the ties from each group to each other, or their weights.

    Contacts stand with the group that comes first. Weights are added from small to large, so that
    the sum does not depend on what the organisations are called.
    """
    layer, count = sides.layer, len(sides.groups)
    one, other = sides.numbers[layer.sources], sides.numbers[layer.targets]
    if not layer.directed:
        one, other = np.minimum(one, other), np.maximum(one, other)
    cells = one * count + other
    if weights is not None:
        upwards = np.argsort(weights, kind="stable")
        cells, weights = cells[upwards], weights[upwards]
    sums: Floats = np.bincount(cells, weights, minlength=count * count).astype(np.float64)
    return sums.reshape(count, count)


@dataclass(frozen=True)
class _Table:
    """From row to column: the ties that there are, those that there could be, and their strengths."""

    directed: bool
    ties: list[list[float]]
    possible: list[list[int]]
    strengths: list[list[float]] | None

    @classmethod
    def of(cls, sides: Grouped) -> _Table:
        """Count the ties between groups; contacts stand above the diagonal and on it."""
        layer, sizes = sides.layer, np.array(sides.sizes, dtype=np.int64)
        possible = np.outer(sizes, sizes) - np.diag(sizes)
        if not layer.directed:
            possible = np.triu(possible, 1) + np.diag(np.diag(possible) // 2)
        strengths = None if layer.unmeasured else block_sums(sides, layer.strengths).tolist()
        return cls(layer.directed, block_sums(sides).tolist(), possible.tolist(), strengths)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give the places of all rows and columns, of contacts each two once."""
        for row in range(len(self.ties)):
            for column in range(0 if self.directed else row, len(self.ties)):
                yield row, column

    @cached_property
    def evenly(self) -> float:
        """The share of all possible ties that is there."""
        return sum(map(sum, self.ties)) / max(sum(map(sum, self.possible)), 1)


def _row(
    table: _Table, place: tuple[int, int], sides: Grouped, unknown: int | None
) -> BlockDensity:
    row, column = place
    ties, possible = int(table.ties[row][column]), table.possible[row][column]
    added = table.strengths[row][column] if table.strengths else None
    density = ties / possible if possible else None
    high = (ties + unknown) / possible if possible and unknown is not None else None
    first, second = _names(sides, place)
    return BlockDensity(
        by=sides.by,
        from_group=first,
        to_group=second,
        ties=ties,
        possible=possible,
        density=density,
        low=density if unknown is not None else None,
        high=high,
        unknown=unknown,
        mean_strength=added / possible if possible and added is not None else None,
        expected=possible * table.evenly,
        because=(),
        directed=table.directed,
        labels=Fixed({"from_members": sides.called[first], "to_members": sides.called[second]}),
    )


def _names(sides: Grouped, place: tuple[int, int]) -> Pair:
    return sides.groups[place[0]], sides.groups[place[1]]


def _told(row: BlockDensity, grounds: Grounds[str]) -> tuple[str, ...]:
    """Give the statements about the ties of a row; of contacts whichever way they were told."""
    told = set(grounds.get((row.from_group, row.to_group), ()))
    if not row.directed:
        told |= grounds.get((row.to_group, row.from_group), set())
    return tuple(sorted(told))


def _undefined(rows: list[BlockDensity], layer: Layer) -> dict[str, Says]:
    if not rows:
        return {"all groups together": Phrase("reason.no_groups")}
    found: dict[str, Says] = {
        f"{row.from_group} – {row.to_group}": Phrase("reason.alone_in_group")
        for row in rows
        if row.density is None
    }
    return {**found, "mean_strength": layer.unmeasured} if layer.unmeasured else found


def _unknown(network: Network, sides: Grouped, level: Level | None) -> Counter[Pair]:
    """Count the pairs of which nothing is known, by their two groups."""
    contacts = Contacts(network)
    marks = {one: (group, contacts.profile(one)) for one, group in sides.of.items()}

    def silent(one: _Mark, other: _Mark) -> Pair | None:
        if one[1].silence(other[1], level) != "unknown":
            return None
        return pair(one[0], other[0])

    def spoken(parties: Pair) -> Pair | None:
        if contacts.anywhere(*parties, level=level) != "unknown":
            return None
        return pair(*(sides.of[one] for one in parties))

    found = tally_marked(contacts, marks, silent, spoken)
    return Counter({names: number for names, number in found.items() if names})
