"""Where each organisation stands on the map: the same place at every opening.

Organisations that are tied stand near each other, organisations of one kind a little nearer,
and no name covers another. Up to about 300 organisations the distances are those of stress
majorisation; above that communities are placed first, and then what is inside each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netdeps.maps.spread import cleared, rows_of, separated
from netdeps.maps.stress import distances, placed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Place = tuple[int, int]
Tie = tuple[str, str]

FRAME = (1220.0, 740.0)
"""The room for a map of at most fifty organisations, in pixels of a wide screen."""

LARGE = 300
"""Above this number of organisations the map is drawn in communities."""

_FILLED = 0.4
_MOST_AIR = 1.5
_MOST_SQUEEZE = 1.8
_CLOSE = 1.35


@dataclass(frozen=True)
class Spot:
    """An organisation that needs a place: what sort it is and how much room its name takes."""

    id: str
    kind: str
    width: float
    height: float


def positions(spots: Collection[Spot], ties: Mapping[Tie, float]) -> dict[str, Place]:
    """Give each organisation a place; the order in which they are given does not matter.

    ``ties`` holds the strength of each tie: 1 for an ordinary one, more for a closer one.
    """
    import numpy as np

    ordered = sorted(spots, key=lambda spot: spot.id)
    if not ordered:
        return {}
    boxes = _with_air(np.array([(spot.width, spot.height) for spot in ordered]))
    groups = _components(ordered, ties)
    parts = [_laid_out([ordered[i] for i in group], boxes[group], ties) for group in groups]
    points = np.zeros((len(ordered), 2))
    for group, part in zip(groups, _packed(parts, boxes, groups), strict=True):
        points[group] = part
    points = separated(points, boxes)
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    whole = np.rint(points - middle).astype(int).tolist()
    return {spot.id: (x, y) for spot, (x, y) in zip(ordered, whole, strict=True)}


def _with_air(boxes: Points) -> Points:
    """Enlarge the boxes of a small network, so that larger letters still fit."""
    import numpy as np

    area = float(boxes.prod(axis=1).sum())
    air = float(np.sqrt(_FILLED * FRAME[0] * FRAME[1] / area))
    return boxes * min(max(air, 1.0), _MOST_AIR)


def _components(spots: Sequence[Spot], ties: Mapping[Tie, float]) -> list[list[int]]:
    """Group what is tied directly or indirectly, the largest group first."""
    number = {spot.id: i for i, spot in enumerate(spots)}
    root = list(range(len(spots)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for first, second in sorted(ties):
        low, high = sorted((find(number[first]), find(number[second])))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for i in range(len(spots)):
        groups.setdefault(find(i), []).append(i)
    return sorted(groups.values(), key=lambda group: (-len(group), group))


def _laid_out(spots: Sequence[Spot], boxes: Points, ties: Mapping[Tie, float]) -> Points:
    import numpy as np

    if len(spots) == 1:
        return np.zeros((1, 2))
    links = _links(spots, ties)
    if len(spots) > LARGE:
        from netdeps.maps.nested import nested

        return nested(links, boxes)
    kinds = np.array([spot.kind for spot in spots])
    points = _framed(placed(distances(links, kinds[:, None] == kinds)), boxes)
    return cleared(points, boxes, np.argwhere(np.triu(links) > 0))


def _links(spots: Sequence[Spot], ties: Mapping[Tie, float]) -> Points:
    import numpy as np

    number = {spot.id: i for i, spot in enumerate(spots)}
    links = np.zeros((len(spots), len(spots)))
    for (first, second), strength in ties.items():
        if first in number and second in number:
            i, j = number[first], number[second]
            links[i, j] = links[j, i] = max(links[i, j], strength)
    np.fill_diagonal(links, 0)
    return links


def _framed(points: Points, boxes: Points) -> Points:
    """Turn the longest side level and stretch the points over their share of the screen."""
    import numpy as np

    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, ::-1]
    points = points @ (axes * np.where(axes[np.abs(axes).argmax(axis=0), range(2)] < 0, -1, 1))
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    room = np.array(FRAME) * np.sqrt(boxes.prod(axis=1).sum() / (_FILLED * FRAME[0] * FRAME[1]))
    stretch = np.maximum(room - boxes.mean(axis=0), boxes.mean(axis=0)) / extent
    framed: Points = points * np.minimum(stretch, stretch.min() * _MOST_SQUEEZE)
    return framed


def _packed(parts: list[Points], boxes: Points, groups: list[list[int]]) -> list[Points]:
    """Put the groups side by side and in rows, so that a lone organisation costs little room."""
    import numpy as np

    if len(parts) == 1:
        return parts
    parts = [separated(part, boxes[group]) for part, group in zip(parts, groups, strict=True)]
    lows, sizes = [], []
    for part, group in zip(parts, groups, strict=True):
        half = boxes[group] / 2
        low, high = (part - half).min(axis=0), (part + half).max(axis=0)
        lows.append(low)
        sizes.append((high - low) + boxes.mean(axis=0) * (_CLOSE - 1))
    frames = np.array(sizes)
    width = max(frames[:, 0].max(), np.sqrt(frames.prod(axis=1).sum() * FRAME[0] / FRAME[1]))
    middles = rows_of(frames, float(width) * 1.01)
    shifts = middles - frames / 2 - np.array(lows)
    return [part + shift for part, shift in zip(parts, shifts, strict=True)]
