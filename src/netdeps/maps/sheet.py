"""Parts of a network that are not tied to one another, put side by side on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.intp]

    Part = tuple[Points, Points, Ints]
    """Points, the boxes around them, and the ties between them by number."""

_CELLS = 70
_STEPS = 200


def packed(parts: Sequence[Part], frame: tuple[float, float]) -> list[Points]:
    """Shift each part to where it widens the picture least, the first one staying in the middle.

    Small parts gather at the lower left: in a hole of another part they would seem to belong.
    """
    import numpy as np

    extents = np.array([_extent(points, boxes)[1] for points, boxes, _ in parts])
    side = float(np.sqrt(extents.prod(axis=1).sum()))
    sheet = _Sheet(max(side / _CELLS, 1.0), np.array(frame), parts[0], extents.max() + 2 * side)
    return [parts[0][0], *(points + sheet.place(points, boxes) for points, boxes, _ in parts[1:])]


def block(boxes: Points, frame: tuple[float, float]) -> Points:
    """Set boxes in rows like words on a page, in about the shape of the frame."""
    import numpy as np

    wide, high = boxes.max(axis=0)
    columns = max(1, round(float(np.sqrt(len(boxes) * frame[0] / frame[1] * high / wide))))
    number = np.arange(len(boxes))
    return np.stack([number % columns * wide, number // columns * high], axis=1)


class _Sheet:
    """Squared paper on which is kept what room is taken."""

    def __init__(self, cell: float, frame: Points, first: Part, around: float) -> None:
        import numpy as np

        points, boxes, ties = first
        self._cell, self._frame = cell, frame
        self._low, size = _extent(points, boxes)
        self._high = self._low + size
        self._begin = self._low - around
        self._taken = np.zeros(np.ceil((size + 2 * around) / cell).astype(int), dtype=bool)
        self._take(points, boxes)
        for place in _along(points, ties):
            self._taken[tuple(np.floor((place - self._begin) / cell).astype(int).T)] = True

    def place(self, points: Points, boxes: Points) -> Points:
        """Give the shift of a part to its best free place, and take that."""
        import numpy as np

        low, size = _extent(points, boxes)
        at = self._places(size)
        lows, highs = np.minimum(at, self._low), np.maximum(at + size, self._high)
        wider = np.round(((highs - lows) / self._frame).max(axis=1), 6)
        at = at[wider == wider.min()]
        corner = np.array([self._low[0], self._high[1] - size[1]])
        away = np.round(np.abs(at - corner).sum(axis=1), 6)
        best = at[np.argmin(away)]
        self._low, self._high = np.minimum(best, self._low), np.maximum(best + size, self._high)
        shift: Points = best - low + self._cell / 2
        self._take(points + shift, boxes)
        return shift

    def _places(self, size: Points) -> Points:
        """Give the free places for a part of this size inside the picture or beside it."""
        import numpy as np

        cells = np.ceil(size / self._cell).astype(int) + 1
        first = np.floor((self._low - size - self._begin) / self._cell).astype(int) - 2
        last = np.ceil((self._high + size - self._begin) / self._cell).astype(int) + 2
        window = self._taken[first[0] : last[0], first[1] : last[1]]
        places: Points = (np.argwhere(free(window, cells)) + first) * self._cell + self._begin
        return places

    def _take(self, points: Points, boxes: Points) -> None:
        import numpy as np

        first = np.floor((points - boxes / 2 - self._begin) / self._cell).astype(int)
        last = np.floor((points + boxes / 2 - self._begin) / self._cell).astype(int) + 1
        for (left, top), (right, bottom) in zip(first.tolist(), last.tolist(), strict=True):
            self._taken[left:right, top:bottom] = True


def _extent(points: Points, boxes: Points) -> tuple[Points, Points]:
    """Give the corner of the frame around boxes, and its size."""
    low = (points - boxes / 2).min(axis=0)
    return low, (points + boxes / 2).max(axis=0) - low


def _along(points: Points, ties: Ints) -> Iterator[Points]:
    """Give points along each line, closely enough to find every cell that it passes."""
    import numpy as np

    for share in np.linspace(0, 1, _STEPS):
        yield points[ties[:, 0]] * (1 - share) + points[ties[:, 1]] * share


def free(taken: Flags, cells: Ints) -> Flags:
    """Say from which cells on a part of this size finds no cell taken."""
    import numpy as np

    sums = np.zeros((taken.shape[0] + 1, taken.shape[1] + 1), dtype=int)
    sums[1:, 1:] = taken.cumsum(axis=0).cumsum(axis=1)
    wide, high = cells.tolist()
    found = sums[wide:, high:] - sums[:-wide, high:] - sums[wide:, :-high] + sums[:-wide, :-high]
    free: Flags = found == 0
    return free
