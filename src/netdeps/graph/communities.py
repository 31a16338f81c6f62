"""Communities: groups with many ties inside and few between them, by modularity.

Ties are counted in whole numbers, so that two divisions that are equally good are seen to be so.
Whoever has no tie is a community by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from netdeps.errors import check_draws
from netdeps.graph.arrays import Ints, Layer

Division = tuple[tuple[int, ...], ...]
"""Groups of places in the order of a layer, each sorted, the largest first."""

_SMALL = 8
"""Up to so many organisations with ties, all divisions are looked at: 4,140 of 8."""


@dataclass(frozen=True)
class Divisions:
    """The best divisions that were found; all of them are equally good."""

    best: tuple[Division, ...]
    modularity: Fraction
    """From -1/2 to 1: the share of the ties that run inside, less what chance would give."""
    exact: bool
    """Whether there is certainly no better one, and no other as good."""


def best_divisions(layer: Layer, *, starts: int = 10, seed: int = 0) -> Divisions | None:
    """Give the best divisions into communities; None where nobody has a tie.

    Direction is left aside: two organisations are tied or not. All divisions are looked at where
    few have ties, else the best is kept of so many runs of Louvain's method, each in another order.

    Raises
    ------
    OptionError
        When ``starts`` or ``seed`` is no such number.
    """
    check_draws("starts", starts, seed)
    pairs = pairs_tied(layer)
    tied, ends = np.unique(np.stack(pairs), return_inverse=True)
    if not len(tied):
        return None
    sources, targets = ends.reshape(2, -1)
    exact = len(tied) <= _SMALL
    seeds = np.random.SeedSequence(seed).spawn(0 if exact else starts)
    runs = [louvain(len(tied), sources, targets, one) for one in seeds]
    found = _every(len(tied)) if exact else np.array(runs)
    quality = _quality(found, sources, targets)
    labels = np.tile(np.arange(layer.size), (int((quality == quality.max()).sum()), 1))
    labels[:, tied] = tied[found[quality == quality.max()]]
    best = {division(one) for one in labels.tolist()}
    modularity = Fraction(int(quality.max()), 4 * len(sources) ** 2)
    return Divisions(tuple(sorted(best)), modularity, exact)


def pairs_tied(layer: Layer) -> tuple[Ints, Ints]:
    """Give the pairs that are tied, each once, whichever way their ties run."""
    low = np.minimum(layer.sources, layer.targets)
    high = np.maximum(layer.sources, layer.targets)
    codes = np.unique(low * layer.size + high)
    return codes // max(layer.size, 1), codes % max(layer.size, 1)


def division(labels: Iterable[int]) -> Division:
    """Give the groups that labels make, the largest first."""
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        groups.setdefault(label, []).append(place)
    return tuple(sorted(map(tuple, groups.values()), key=lambda group: (-len(group), group)))


def louvain(
    size: int, sources: Ints, targets: Ints, seed: int | np.random.SeedSequence
) -> list[int]:
    """Give a label for each place, by Louvain's method: move places, then whole groups, and so on.

    Blondel, Guillaume, Lambiotte and Lefebvre (2008); at the end single places may move once more
    (Rotta and Noack 2011). The seed decides in which order they move.
    """
    random = np.random.default_rng(seed)
    single: list[dict[int, int]] = [{} for _ in range(size)]
    for one, other in zip(sources.tolist(), targets.tolist(), strict=True):
        single[one][other] = single[other][one] = 1
    links, degrees = single, [len(near) for near in single]
    labels = list(range(size))
    while True:
        order = random.permutation(len(links)).tolist()
        moved = _numbered(_moved(links, degrees, order, list(range(len(links)))))
        labels = [moved[label] for label in labels]
        if max(moved, default=-1) + 1 == len(links):
            order = random.permutation(size).tolist()
            return _moved(single, [len(near) for near in single], order, labels)
        links, degrees = _merged(links, degrees, moved)


def _moved(
    links: Sequence[dict[int, int]], degrees: Sequence[int], order: list[int], home: list[int]
) -> list[int]:
    """Move each to the group where it adds most; whoever is tied to one that moved looks again."""
    all_ends = sum(degrees)
    total = [0] * len(links)
    for place, group in enumerate(home):
        total[group] += degrees[place]
    waiting, idle = deque(order), [False] * len(links)
    while waiting:
        place = waiting.popleft()
        idle[place] = True
        here, degree = home[place], degrees[place]
        near = _near(links[place], home, here)
        total[here] -= degree
        best, most = here, near[here] * all_ends - total[here] * degree
        for there, ties in near.items():
            gain = ties * all_ends - total[there] * degree
            if gain > most:
                best, most = there, gain
        total[best] += degree
        if best != here:
            home[place] = best
            for other in links[place]:
                if idle[other] and home[other] != best:
                    idle[other] = False
                    waiting.append(other)
    return home


def _near(links: dict[int, int], home: list[int], here: int) -> dict[int, int]:
    """Count the ties to each group that is near; to the own one also where there are none."""
    near = {here: 0}
    for other, ties in links.items():
        near[home[other]] = near.get(home[other], 0) + ties
    return near


def _numbered(labels: Sequence[int]) -> list[int]:
    """Number the labels from 0, in the order in which they come."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]


def _merged(
    links: Sequence[dict[int, int]], degrees: Sequence[int], labels: Sequence[int]
) -> tuple[list[dict[int, int]], list[int]]:
    """Make one place of each group; ties inside it count in its degree alone."""
    count = max(labels) + 1
    merged: list[dict[int, int]] = [{} for _ in range(count)]
    total = [0] * count
    for place, near in enumerate(links):
        here = labels[place]
        total[here] += degrees[place]
        for other, ties in near.items():
            there = labels[other]
            if there != here:
                merged[here][there] = merged[here].get(there, 0) + ties
    return merged, total


def _quality(labels: Ints, sources: Ints, targets: Ints) -> Ints:
    """Give the modularity of each row of labels, times 4 × the square of the number of ties."""
    inside = (labels[:, sources] == labels[:, targets]).sum(axis=1)
    ends = np.zeros(labels.shape, dtype=np.int64)
    degrees = np.bincount(np.r_[sources, targets], minlength=labels.shape[1])
    np.add.at(ends, (np.arange(len(labels))[:, None], labels), degrees)
    found: Ints = 4 * len(sources) * inside - (ends**2).sum(axis=1)
    return found


def _every(size: int) -> Ints:
    """Give every division of so many: each joins a group of those before it, or begins a new one."""
    labels = np.zeros((1, 1), dtype=np.int64)
    for _ in range(size - 1):
        choices = labels.max(axis=1) + 2
        rows = np.repeat(np.arange(len(labels)), choices)
        chosen = np.arange(len(rows)) - np.repeat(choices.cumsum() - choices, choices)
        labels = np.column_stack([labels[rows], chosen])
    return labels
