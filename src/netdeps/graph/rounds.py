"""The largest circulation within a group of arrows, in whole numbers.

A fast solver proposes, whole numbers decide: what the linear program says of each arrow (nothing,
everything, or something in between) is worked out exactly, and counts only when it is proven that
no round is left that would add to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from netdeps.graph.arrays import Floats, Ints

_SPAN = 1e6
"""The largest amount that the solver sees: well above its tolerance of 1e-7."""

_SLACK = 1e-6
"""So near to nothing, or to everything, an amount of at most ``_SPAN`` counts as that."""


@dataclass(frozen=True, eq=False)
class Arrows:
    """Arrows between numbered organisations, each with the most that it can carry."""

    size: int
    sources: Ints
    targets: Ints
    most: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.most)

    def only(self, chosen: Sequence[int]) -> Arrows:
        """Give some of the arrows, between the organisations that they touch."""
        ends = np.r_[self.sources[chosen], self.targets[chosen]]
        touched, places = np.unique(ends, return_inverse=True)
        here, there = np.split(places, 2)
        return Arrows(len(touched), here, there, tuple(self.most[one] for one in chosen))

    def nets(self, carried: Sequence[int]) -> list[int]:
        """Give what goes out minus what comes in, for each organisation."""
        nets = [0] * self.size
        for here, there, much in zip(*self._ends, carried, strict=True):
            nets[here] += much
            nets[there] -= much
        return nets

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        return self.sources.tolist(), self.targets.tolist()


@dataclass(frozen=True, eq=False)
class Rounds:
    """One of the largest circulations, and the arrows on which others are as large."""

    carried: tuple[int, ...]
    open: tuple[bool, ...]
    """For each arrow whether another largest circulation has another amount on it."""


def largest_rounds(arrows: Arrows) -> Rounds:
    """Find one of the largest circulations, exactly."""
    carried = _proposed(arrows)
    levels, settled = _levels(arrows, carried)
    if not settled:
        carried = _by_pivots(arrows)
        levels, _ = _levels(arrows, carried)
    return Rounds(tuple(carried), _open(arrows, carried, levels))


def _proposed(arrows: Arrows) -> list[int]:
    """Give the solver's circulation in whole numbers, or an empty one where it is none."""
    span = max(arrows.most)
    caps = np.array([much / span * _SPAN for much in arrows.most])
    found = _linear_program(arrows, caps)
    empty, full = found <= _SLACK, found >= caps - _SLACK
    carried = [
        most if all_ and not none else 0
        for most, none, all_ in zip(arrows.most, empty.tolist(), full.tolist(), strict=True)
    ]
    carried = _balanced(arrows, carried, np.flatnonzero(~empty & ~full).tolist())
    right = all(0 <= much <= most for much, most in zip(carried, arrows.most, strict=True))
    return carried if right and not any(arrows.nets(carried)) else [0] * len(arrows)


def _linear_program(arrows: Arrows, caps: Floats) -> Floats:
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    many = len(arrows)
    ends, each = np.r_[arrows.sources, arrows.targets], np.tile(np.arange(many), 2)
    signs = np.repeat([1.0, -1.0], many)
    program: Any = linprog  # its stubs know no sparse matrix
    found = program(
        -np.ones(many),
        A_eq=csr_array((signs, (ends, each)), shape=(arrows.size, many)),
        b_eq=np.zeros(arrows.size),
        bounds=np.column_stack([np.zeros(many), caps]),
        method="highs-ds",
    )
    solved: Floats = caps * 0 if found.x is None else found.x
    return solved


def _balanced(arrows: Arrows, carried: list[int], between: list[int]) -> list[int]:
    """Fill the arrows in between, so that nobody keeps or adds anything.

    At a corner of the linear program they make a forest: whoever has one of them left decides it.
    """
    nets = arrows.nets(carried)
    ends = [(int(arrows.sources[a]), int(arrows.targets[a])) for a in between]
    left: list[set[int]] = [set() for _ in range(arrows.size)]
    for arrow, (here, there) in zip(between, ends, strict=True):
        left[here].add(arrow)
        left[there].add(arrow)
    by_arrow = dict(zip(between, ends, strict=True))
    leaves = [one for one in range(arrows.size) if len(left[one]) == 1]
    while leaves:
        leaf = leaves.pop()
        if not left[leaf]:
            continue
        arrow = left[leaf].pop()
        here, there = by_arrow[arrow]
        much = -nets[here] if leaf == here else nets[there]
        carried[arrow] = much
        nets[here] += much
        nets[there] -= much
        other = there if leaf == here else here
        left[other].discard(arrow)
        if len(left[other]) == 1:
            leaves.append(other)
    return carried


def _by_pivots(arrows: Arrows) -> list[int]:
    """Find a largest circulation with networkx, in whole numbers of any size: sure, and slow."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(arrows.size))
    ends = list(zip(arrows.sources.tolist(), arrows.targets.tolist(), strict=True))
    graph.add_edges_from(
        (*way, {"capacity": most, "weight": -1})
        for way, most in zip(ends, arrows.most, strict=True)
    )
    found = nx.network_simplex(graph)[1]
    return [int(found[here][there]) for here, there in ends]


def _residue(arrows: Arrows, carried: Sequence[int]) -> tuple[Ints, Ints, Ints, Ints]:
    """Give every way to change a circulation: from, to, what one unit costs, along which arrow.

    More can be put on an arrow that is not full, which adds one (costs -1); something can be taken
    off one that is not empty, which runs against the arrow.
    """
    more = [much < most for much, most in zip(carried, arrows.most, strict=True)]
    up, down = np.flatnonzero(more), np.flatnonzero([much > 0 for much in carried])
    return (
        np.r_[arrows.sources[up], arrows.targets[down]],
        np.r_[arrows.targets[up], arrows.sources[down]],
        np.r_[np.full(len(up), -1), np.full(len(down), 1)],
        np.r_[up, down],
    )


def _levels(arrows: Arrows, carried: Sequence[int]) -> tuple[Ints, bool]:
    """Give the cheapest way of change to everybody (Bellman and Ford), and whether it ends.

    Where it ends there is no round of changes that adds anything, so the circulation is largest.
    """
    tails, heads, costs, _ = _residue(arrows, carried)
    levels = np.zeros(arrows.size, dtype=np.int64)
    for _ in range(arrows.size + 1):
        lower = levels.copy()
        np.minimum.at(lower, heads, levels[tails] + costs)
        if (lower == levels).all():
            return levels, True
        levels = lower
    return levels, False


def _open(arrows: Arrows, carried: Sequence[int], levels: Ints) -> tuple[bool, ...]:
    """Tell for each arrow whether a round of changes that costs nothing passes it.

    Such a round keeps to the cheapest ways. Within a group in which everybody reaches everybody
    along those, each arrow that can only fill, or only empty, is on a round; one that can do both
    is so unless the group falls apart without it, for then only its own way back leads back.
    """
    tails, heads, costs, along = _residue(arrows, carried)
    tight = levels[tails] + costs == levels[heads]
    groups = _strong(arrows.size, tails[tight], heads[tight])
    inner = tight & (groups[tails] == groups[heads])
    inside = np.zeros(len(arrows), dtype=bool)
    inside[along[inner]] = True
    bridges = _bridges(arrows, np.flatnonzero(inside).tolist())
    return tuple(
        bool(within and not bridge) for within, bridge in zip(inside, bridges, strict=True)
    )


def _strong(size: int, tails: Ints, heads: Ints) -> Ints:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    matrix = csr_array((np.ones(len(tails)), (tails, heads)), shape=(size, size))
    labels = connected_components(matrix, directed=True, connection="strong")[1]
    return labels.astype(np.int64)


def _bridges(arrows: Arrows, inside: list[int]) -> list[bool]:
    """Tell which arrows are alone in holding two parts of their group together."""
    import rustworkx as rx

    ends = zip(arrows.sources[inside].tolist(), arrows.targets[inside].tolist(), strict=True)
    pairs = [_sorted(one) for one in ends]
    graph: Any = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(arrows.size))
    graph.add_edges_from_no_data(pairs)
    often = Counter(pairs)
    bridges: Any = rx.bridges(graph)
    cut = {one for one in map(_sorted, bridges) if often[one] == 1}
    alone = [False] * len(arrows)
    for arrow, one in zip(inside, pairs, strict=True):
        alone[arrow] = one in cut
    return alone


def _sorted(ends: tuple[int, int]) -> tuple[int, int]:
    here, there = ends
    return (here, there) if here < there else (there, here)
