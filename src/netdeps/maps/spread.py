"""Room on the map: boxes pushed apart until none overlap, and groups packed side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_ROUNDS = 1000
_PATIENCE = 60
_MORE_ROOM = 1.04
_FEW = 80
_CLEAR = 34.0
_CLEARINGS = 60
_SLACK = 1.0


def separated(points: Points, boxes: Points) -> Points:
    """Move points as little as needed until the boxes around them no longer overlap.

    ``boxes`` are widths and heights; a box stands with its middle on its point.
    """
    for number in range(_ROUNDS):
        # A crowd that cannot get out by pushing gets a little more room first.
        crowded = number % _PATIENCE == _PATIENCE - 1
        pushed = _pushed(points * _MORE_ROOM if crowded else points, boxes)
        if pushed is None:
            break
        points = pushed
    return points


def _pushed(points: Points, boxes: Points) -> Points | None:
    """Move both boxes of each overlapping pair half of the shortest way out, or say none overlap."""
    import numpy as np

    first, second = _near(points, boxes)
    between = points[second] - points[first]
    overlap = (boxes[first] + boxes[second]) / 2 - np.abs(between)
    meets = (overlap > 0).all(axis=1)
    if not meets.any():
        return None
    first, second, overlap, between = first[meets], second[meets], overlap[meets], between[meets]
    other_way = np.where((first + second) % 2, 1, -1)[:, None]
    side = np.where(between == 0, other_way, np.sign(between))
    across = overlap[:, 0] <= overlap[:, 1]
    shortest = np.stack([across, ~across], axis=1)
    return points + _added(
        first, second, np.where(shortest, (overlap + _SLACK) * side, 0), len(points)
    )


def _added(first: NDArray[np.intp], second: NDArray[np.intp], push: Points, count: int) -> Points:
    """Add up the pushes on each box, each less where there are many."""
    import numpy as np

    members, pushes = np.concatenate([first, second]), np.concatenate([-push, push]) / 2
    times = np.bincount(members, minlength=count)
    sums = [np.bincount(members, pushes[:, axis], minlength=count) for axis in (0, 1)]
    moved: Points = np.stack(sums, axis=1) / np.sqrt(np.maximum(times, 1))[:, None]
    return moved


def _near(points: Points, boxes: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the pairs that may overlap: all of them, or those within reach of the largest box."""
    import numpy as np

    if len(points) <= _FEW:
        return np.triu_indices(len(points), 1)
    from scipy.spatial import cKDTree

    # Stretched so that one distance serves boxes that are wider than high.
    tree = cKDTree(points / boxes.max(axis=0))
    pairs = tree.query_pairs(1.0, p=np.inf, output_type="ndarray")
    pairs = pairs[np.lexsort(pairs.T[::-1])]
    return pairs[:, 0], pairs[:, 1]


def cleared(points: Points, boxes: Points, ties: NDArray[np.intp]) -> Points:
    """Move organisations off the lines that pass between others, in a small network.

    A shape on a line that is not its own reads as a stop on the way.
    """
    if len(points) > _FEW:
        return points
    for _ in range(_CLEARINGS):
        moved = _off_the_lines(points, ties)
        if moved is None:
            break
        points = separated(moved, boxes)
    return points


def _off_the_lines(points: Points, ties: NDArray[np.intp]) -> Points | None:
    import numpy as np

    start, end = points[ties[:, 0]], points[ties[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1)
    beside = points[:, None] - start
    share = np.clip((beside * along).sum(axis=2) / length, 0, 1)
    away = beside - share[:, :, None] * along
    far = np.sqrt((away**2).sum(axis=2))
    own = (ties[:, 0] == np.arange(len(points))[:, None]) | (
        ties[:, 1] == np.arange(len(points))[:, None]
    )
    near = ~own & (far < _CLEAR) & (share > 0) & (share < 1)
    if not near.any():
        return None
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
    way = np.where((far > 1)[:, :, None], away / np.maximum(far, 1)[:, :, None], across)
    push = np.where(near[:, :, None], way * (_CLEAR - far)[:, :, None], 0)
    moved: Points = points + push.sum(axis=1) * 0.5
    for side in (0, 1):
        np.add.at(moved, ties[:, side], -push.sum(axis=0) * 0.25)
    return moved


def rows_of(boxes: Points, width: float) -> Points:
    """Lay boxes in rows like words on a page; gives the middle of each."""
    import numpy as np

    middles, left, top, row = [], 0.0, 0.0, 0.0
    for wide, high in boxes.tolist():
        if left and left + wide > width:
            left, top, row = 0.0, top + row, 0.0
        middles.append((left + wide / 2, top + high / 2))
        left, row = left + wide, max(row, high)
    return np.array(middles).reshape(-1, 2)
