"""Through whom organisations reach each other, and without whom they would not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from netdeps.graph.arrays import Floats, Layer
from netdeps.graph.paths import as_rustworkx, distance_blocks
from netdeps.model import Fixed, Pair, pair

Step = tuple[int, int]


@dataclass(frozen=True)
class Way:
    """How two organisations reach each other along the shortest ways."""

    steps: int
    """The number of ties on each of the shortest ways."""
    via: Mapping[str, Fraction]
    """Who stands in between, with the share of the shortest ways that runs through it."""
    needed: tuple[str, ...]
    """Those without whom the two would not reach each other at all, by no way."""
    ties: tuple[Pair, ...]
    """The ties on the shortest ways."""


def ways_between(layer: Layer, pairs: Iterable[Pair]) -> dict[Pair, Way | None]:
    """Give how each two reach each other in an undirected layer; None where no way is.

    Ways are counted in whole numbers, so the shares are exact however many there are.
    """
    wanted = sorted(pairs)
    found: dict[Pair, Way | None] = dict.fromkeys(wanted)
    neighbours = _neighbours(layer)
    cuts = CutTree(layer)
    for first, block in distance_blocks(layer):
        for one, other in wanted:
            row, end = layer.index[one] - first, layer.index[other]
            if 0 <= row < len(block) and block[row, end] < float("inf"):
                steps = _steps(block[row], end, neighbours)
                needed = cuts.between(row + first, end)
                found[one, other] = _way(layer, int(block[row, end]), steps, needed)
    return found


class CutTree:
    """The parts of a layer that no single organisation can cut, and those that join them.

    Two organisations are apart without a third if and only if the third lies on the way between
    them in the tree of these parts and the organisations that join them (the block-cut tree).
    """

    def __init__(self, layer: Layer) -> None:
        import rustworkx as rx

        graph = as_rustworkx(layer)
        self._size = layer.size
        self._joints = set(rx.articulation_points(graph))
        self._blocks: dict[int, set[int]] = {}
        for ends, block in rx.biconnected_components(graph).items():
            for end in ends:
                self._blocks.setdefault(end, set()).add(layer.size + block)
        self._above: dict[int, int] = {}
        self._depth: dict[int, int] = {}
        self._root_all()

    def between(self, one: int, other: int) -> tuple[int, ...]:
        """Give those without whom two organisations would be apart, by their places."""
        found: set[int] = set()
        here, there = self._node(one), self._node(other)
        while here != there:
            if self._depth[here] < self._depth[there]:
                here, there = there, here
            found.add(here)
            here = self._above[here]
        joints = {here, *found} - {one, other}
        return tuple(sorted(node for node in joints if node < self._size))

    def _node(self, one: int) -> int:
        return one if one in self._joints else next(iter(self._blocks[one]))

    def _root_all(self) -> None:
        members: dict[int, list[int]] = {}
        for joint in self._joints:
            for block in self._blocks[joint]:
                members.setdefault(block, []).append(joint)
        for root in sorted({block for blocks in self._blocks.values() for block in blocks}):
            if root not in self._depth:
                self._root(root, members)

    def _root(self, root: int, members: Mapping[int, list[int]]) -> None:
        self._depth[root] = 0
        reached = [root]
        for node in reached:
            joined = self._blocks[node] if node < self._size else members.get(node, ())
            for after in joined:
                if after not in self._depth:
                    self._above[after] = node
                    self._depth[after] = self._depth[node] + 1
                    reached.append(after)


def _neighbours(layer: Layer) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(layer.size)]
    for one, other in zip(layer.sources.tolist(), layer.targets.tolist(), strict=True):
        found[one].append(other)
        found[other].append(one)
    return found


def _steps(away: Floats, end: int, neighbours: list[list[int]]) -> list[list[Step]]:
    """Walk back from the end: the steps of all shortest ways, those nearest to the end first."""
    found: list[list[Step]] = []
    reached, left = [end], float(away[end])
    while left:
        left -= 1
        taken = [(near, far) for far in reached for near in neighbours[far] if away[near] == left]
        found.append(taken)
        reached = list(dict.fromkeys(near for near, _ in taken))
    return found


def _way(layer: Layer, steps: int, taken: list[list[Step]], needed: tuple[int, ...]) -> Way:
    order = layer.order
    onward = _counted((far, near) for stage in taken for near, far in stage)
    back = _counted(step for stage in reversed(taken) for step in stage)
    inner = {near for stage in taken[:-1] for near, _ in stage}
    total = onward[taken[-1][0][0]]
    shares = {order[one]: Fraction(onward[one] * back[one], total) for one in sorted(inner)}
    ties = {pair(order[one], order[other]) for stage in taken for one, other in stage}
    return Way(steps, Fixed(shares), tuple(order[one] for one in needed), tuple(sorted(ties)))


def _counted(steps: Iterable[Step]) -> dict[int, int]:
    """Count the ways to everybody from where the first step begins; steps in their order."""
    ways: dict[int, int] = {}
    for before, after in steps:
        ways[after] = ways.get(after, 0) + ways.setdefault(before, 1)
    return ways
