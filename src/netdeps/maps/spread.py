"""Room on the map: boxes pushed apart until none overlap, and shapes moved off the lines of others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.intp]

_ROUNDS = 1000
_PATIENCE = 60
_MORE_ROOM = 1.04
_FEW = 80
_PUSH = 1.2
# Boxes are pushed this much further than needed, so that fewer rounds are left.
_SLACK = 2.0
_MOST_SQUEEZE = 1.8


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


def _added(first: Ints, second: Ints, push: Points, count: int) -> Points:
    """Add up the pushes on each box, each less where there are many."""
    import numpy as np

    members, pushes = np.concatenate([first, second]), np.concatenate([-push, push]) / 2
    times = np.bincount(members, minlength=count)
    sums = [np.bincount(members, pushes[:, axis], minlength=count) for axis in (0, 1)]
    moved: Points = np.stack(sums, axis=1) / np.sqrt(np.maximum(times, 1))[:, None]
    return moved


def _near(points: Points, boxes: Points) -> tuple[Ints, Ints]:
    """Give the pairs that stand within reach of the widest and the highest box."""
    import numpy as np

    order = np.argsort(points[:, 0], kind="stable")
    across = points[order, 0]
    last = np.searchsorted(across, across + boxes[:, 0].max())
    many = last - np.arange(len(points)) - 1
    first = np.repeat(np.arange(len(points)), many)
    second = first + 1 + np.arange(len(first)) - np.repeat(many.cumsum() - many, many)
    first, second = order[first], order[second]
    high = np.abs(points[first, 1] - points[second, 1]) < boxes[:, 1].max()
    return first[high], second[high]


def framed(points: Points, boxes: Points, frame: tuple[float, float], full: float) -> Points:
    """Turn the longest side level and stretch the points until boxes fill that share of a frame."""
    import numpy as np

    turned = _level(points - points.mean(axis=0))
    extent = np.maximum(np.ptp(turned, axis=0), 1e-6)
    area = float(boxes.prod(axis=1).sum())
    room = np.array(frame) * np.sqrt(area / (full * frame[0] * frame[1]))
    stretch = np.maximum(room - boxes.mean(axis=0), boxes.mean(axis=0)) / extent
    stretched: Points = turned * np.minimum(stretch, stretch.min() * _MOST_SQUEEZE)
    return stretched


def _level(points: Points) -> Points:
    """Turn points so that they spread most from left to right.

    The angle comes from its doubled tangent by square roots alone, which are the same everywhere.
    """
    import numpy as np

    x, y = points[:, 0], points[:, 1]
    both, more = float((x * y).sum()), float((x * x).sum() - (y * y).sum()) / 2
    length = math.hypot(both, more)
    share = more / length if length else 1.0
    cosine, sine = math.sqrt((1 + share) / 2), math.copysign(math.sqrt((1 - share) / 2), both)
    level = np.stack([x * cosine + y * sine, y * cosine - x * sine], axis=1)
    most = np.abs(np.round(level, 6)).argmax(axis=0)
    return level * np.where(level[most, range(2)] < 0, -1, 1)


def cleared(points: Points, boxes: Points, ties: Ints) -> Points:
    """Move organisations off the lines that pass between others.

    A shape on a line that is not its own reads as a stop on the way. What cannot be cleared in
    some rounds stays: the picture in which fewest shapes stand on a line is kept.
    """
    best, fewest, since = points, math.inf, 0
    patience, clear = (40, 34.0) if len(points) <= _FEW else (8, 24.0)
    while since < patience and fewest:
        moved, met = _off_the_lines(points, ties, clear)
        best, fewest, since = (points, met, 0) if met < fewest else (best, fewest, since + 1)
        points = separated(moved, boxes)
    return best


def _off_the_lines(points: Points, ties: Ints, clear: float) -> tuple[Points, float]:
    """Push each shape away from the lines that it touches, and say how many times one does."""
    import numpy as np

    who, line, share, far = _touching(points, ties, clear)
    start, end = ties[line].T
    along = points[end] - points[start]
    away = points[who] - points[start] - share[:, None] * along
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    across /= np.maximum(np.sqrt((along**2).sum(axis=1)), 1)[:, None]
    way = np.where((far > 1)[:, None], away / np.maximum(far, 1)[:, None], across)
    push = way * (clear - far)[:, None]
    moved = points.copy()
    np.add.at(moved, who, push * _PUSH)
    for side in (start, end):
        np.add.at(moved, side, -push * _PUSH / 2)
    return moved, float(((clear - far) ** 2).sum())


def _touching(points: Points, ties: Ints, clear: float) -> tuple[Ints, Ints, Points, Points]:
    """Give who stands on which line of others, at what share of it and how far from its middle."""
    import numpy as np

    # As complex numbers both axes are looked up in one go.
    places = np.ascontiguousarray(points).view(complex)[:, 0]
    starts, ends = places[ties.T]
    # Most shapes are nowhere near most lines, so that only a few pairs have to be computed.
    about = _within(places.real, starts.real, ends.real, clear)
    about &= _within(places.imag, starts.imag, ends.imag, clear)
    about[ties.T, np.arange(len(ties))] = False
    who, line = np.divmod(np.flatnonzero(about), len(ties))
    along, away = (ends - starts)[line], places[who] - starts[line]
    x, y = along.real, along.imag
    share = np.clip((away.real * x + away.imag * y) / np.maximum(x * x + y * y, 1), 0, 1)
    far = (away.real - share * x) ** 2 + (away.imag - share * y) ** 2
    near = (far < clear**2) & (share > 0) & (share < 1)
    return who[near], line[near], share[near], np.sqrt(far[near])


def _within(places: Points, one: Points, other: Points, clear: float) -> Flags:
    """Tell of each place, on one axis, between which ends it lies, with some room around them."""
    import numpy as np

    column = places.copy()[:, None]
    inside: Flags = column > np.minimum(one, other) - clear
    inside &= column < np.maximum(one, other) + clear
    return inside
