"""How good a picture is: do distances tell the truth, do lines cross, do names overlap?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import shortest_path

Points = NDArray[np.float64]
Place = tuple[int, int]
_AT_ONCE = 400


@dataclass(frozen=True)
class Picture:
    """Places, the boxes around them and who is tied, with what can be counted about them."""

    points: Points
    boxes: Points
    ties: NDArray[np.intp]

    def stress(self) -> float:
        """How far distances are from the number of steps between organisations; 0 is true.

        For pairs that reach each other, the mean of the squared relative misfit, at the scale
        that fits best.
        """
        count = len(self.points)
        links = coo_array((np.ones(len(self.ties)), self.ties.T), shape=(count, count))
        steps = shortest_path(links.tocsr(), directed=False, unweighted=True)
        first, second = np.nonzero(np.triu(np.isfinite(steps) & (steps > 0)))
        far = np.linalg.norm(self.points[first] - self.points[second], axis=1)
        share = far / steps[first, second]
        scale = share.sum() / (share**2).sum()
        return float(((scale * share - 1) ** 2).mean())

    def crossings(self) -> float:
        """The share of the pairs of lines without a common end that cross."""
        start, end = self.points[self.ties[:, 0]], self.points[self.ties[:, 1]]
        crossed = possible = 0
        for at in range(0, len(self.ties), _AT_ONCE):
            here = slice(at, at + _AT_ONCE)
            apart = np.ones((len(self.ties[here]), len(self.ties)), dtype=bool)
            for one in (0, 1):
                for other in (0, 1):
                    apart &= self.ties[here, None, one] != self.ties[None, :, other]
            meets = _opposite(start[here, None], end[here, None], start[None], end[None])
            meets &= _opposite(start[None], end[None], start[here, None], end[here, None])
            crossed += int((meets & apart).sum())
            possible += int(apart.sum())
        return crossed / max(possible, 1)

    def overlaps(self) -> int:
        """The number of pairs of boxes that overlap by more than a pixel."""
        first, second = np.triu_indices(len(self.points), 1)
        between = np.abs(self.points[first] - self.points[second])
        room = (self.boxes[first] + self.boxes[second]) / 2 - 1
        return int((between < room).all(axis=1).sum())

    def on_lines(self, near: float) -> int:
        """The number of times that an organisation stands on a line of others."""
        return sum(self._near_line(one, other, near) for one, other in self.ties.tolist())

    def _near_line(self, one: int, other: int, near: float) -> int:
        along, beside = self.points[other] - self.points[one], self.points - self.points[one]
        share = np.clip(beside @ along / max(float(along @ along), 1.0), 0, 1)
        off = np.linalg.norm(beside - share[:, None] * along, axis=1) < near
        off[[one, other]] = False
        return int((off & (share > 0) & (share < 1)).sum())

    def shape(self) -> float:
        """How wide the picture is for its height."""
        wide, high = (self.points + self.boxes / 2).max(axis=0) - (
            self.points - self.boxes / 2
        ).min(axis=0)
        return float(wide / high)

    def filled(self) -> float:
        """The share of the picture that its boxes cover."""
        low, high = (
            (self.points - self.boxes / 2).min(axis=0),
            (self.points + self.boxes / 2).max(axis=0),
        )
        return float(self.boxes.prod(axis=1).sum() / np.prod(high - low))


def _opposite(start: Points, end: Points, one: Points, other: Points) -> NDArray[np.bool_]:
    """Say whether two points lie on opposite sides of a line."""
    along = end - start
    sides = [
        along[..., 0] * (point - start)[..., 1] - along[..., 1] * (point - start)[..., 0]
        for point in (one, other)
    ]
    return (sides[0] * sides[1]) < 0


def picture(
    places: Mapping[str, Place],
    boxes: Mapping[str, tuple[float, float]],
    ties: Collection[tuple[str, str]],
) -> Picture:
    """Look at places by the names of their organisations."""
    names = sorted(places)
    number = {name: at for at, name in enumerate(names)}
    pairs = sorted({tuple(sorted((number[a], number[b]))) for a, b in ties})
    return Picture(
        np.array([places[name] for name in names], dtype=float),
        np.array([boxes[name] for name in names], dtype=float),
        np.array(pairs, dtype=np.intp).reshape(-1, 2),
    )
