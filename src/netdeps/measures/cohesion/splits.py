"""Counting ties between groups and within them, as they are and with the groups handed out anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from netdeps.graph import Grouped, labellings
from netdeps.graph.arrays import Floats, Ints

GroupBy = Literal["kind", "region"]
"""What makes a group: the kind of organisation, or the region that it works in."""


@dataclass(frozen=True)
class Split:
    """Ties between organisations that are all in a group."""

    labels: Ints
    """The group of each place."""
    sources: Ints
    targets: Ints
    sizes: tuple[int, ...]
    """The number of places in each group."""
    ways: int
    """The number of ties that two organisations can have: 1, or 2 where ties have a direction."""

    @classmethod
    def of(cls, sides: Grouped) -> Split:
        """Take the ties of a layer and the groups of its organisations."""
        ways = 2 if sides.layer.directed else 1
        return cls(sides.numbers, sides.layer.sources, sides.layer.targets, sides.sizes, ways)

    def counts(self, labels: Ints) -> tuple[Ints, Ints]:
        """Count external and internal ties, by row: first of all, then of each group.

        A tie within a group counts twice for that group, once for each end. Each column of labels
        is another way of handing out the groups, and gives a column of counts.
        """
        groups, columns = len(self.sizes), labels.shape[1]
        wide = labels * columns + np.arange(columns)
        one, other = labels[self.sources], labels[self.targets]
        within = _counted(wide[self.sources][one == other], groups, columns)
        degrees = np.bincount(np.r_[self.sources, self.targets], minlength=len(labels))
        ends = _counted(wide, groups, columns, np.repeat(degrees[:, None], columns, axis=1))
        inside = within.sum(axis=0)
        outside = len(self.sources) - inside
        return np.vstack([outside, ends - 2 * within]), np.vstack([inside, 2 * within])

    def positions(self, permutations: int, seed: int) -> tuple[list[float | None], bool]:
        """Give the share of all ways, or of a sample, in which each index is as low or lower.

        A way in which a group has no ties says nothing about it. Compared in whole numbers:
        (e - i) / (e + i) is as low where e · (all there is now) is at most (e now) · (e + i).
        """
        external, internal = self.counts(self.labels[:, None])
        exact, blocks = labellings(self.sizes, permutations, seed)
        lower, valid = np.zeros_like(external), np.zeros_like(external)
        for block in blocks:
            outside, inside = self.counts(block)
            low = outside * (external + internal) <= external * (outside + inside)
            there = outside + inside > 0
            lower += (low & there).sum(axis=1, keepdims=True)
            valid += there.sum(axis=1, keepdims=True)
        extra = 0 if exact else 1
        shares = ((lower + extra) / np.maximum(valid + extra, 1)).ravel().tolist()
        known = (external + internal > 0).ravel().tolist()
        return [share if there else None for share, there in zip(shares, known, strict=True)], exact

    @property
    def possible(self) -> list[tuple[int, int]]:
        """Give the possible external and internal ties, first of all, then of each group."""
        size = sum(self.sizes)
        all_inside = sum(one * (one - 1) for one in self.sizes) // 2
        rows = [(size * (size - 1) // 2 - all_inside, all_inside)]
        rows += [(one * (size - one), one * (one - 1)) for one in self.sizes]
        return [(self.ways * outside, self.ways * inside) for outside, inside in rows]

    def extremes(self, place: int, total: int) -> tuple[float | None, float | None]:
        """Give the lowest and the highest index of all (0), or of a group, with so many ties.

        In a group a tie within counts for two, so that its ties within can only change by two.
        """
        step = 2 if place else 1
        outside, inside = self.possible[place]
        most_inside = min(total // step * step, inside)
        most_outside = min(total, outside)
        most_outside -= (total - most_outside) % step
        low = index(total - most_inside, most_inside)
        return low, index(most_outside, total - most_outside)


def _counted(places: Ints, groups: int, columns: int, weights: Ints | None = None) -> Ints:
    flat = None if weights is None else weights.ravel()
    found = np.bincount(places.ravel(), flat, minlength=groups * columns)
    counts: Ints = found.astype(np.int64).reshape(groups, columns)
    return counts


def index(external: int, internal: int) -> float | None:
    """Give (external - internal) / (external + internal); None where there are none."""
    return (external - internal) / (external + internal) if external + internal else None


def ei_of_each(split: Split) -> tuple[Floats, Ints]:
    """Give the index of each place and its number of ties; the index is 0 where there are none."""
    one, other = split.labels[split.sources], split.labels[split.targets]
    sign = np.where(one == other, -1, 1)
    ends = np.r_[split.sources, split.targets]
    ties = np.bincount(ends, minlength=len(split.labels))
    added = np.bincount(ends, np.r_[sign, sign], minlength=len(split.labels))
    return added / np.maximum(ties, 1), ties
