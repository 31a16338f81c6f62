"""The layout of a large network: communities first, then what is inside each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netdeps.graph import division, louvain
from netdeps.maps.links import Links
from netdeps.maps.spread import framed, separated
from netdeps.maps.stress import distances, paths, placed, settled

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Matrix = NDArray[np.float64]

_SEED = 20210428
_LARGEST = 400
_GOLDEN = 2.399963229728653
_AIR = 1.5
_MARGIN = 1.12
_FULL = 0.8
_LOOSE = 0.5


def communities(links: Links) -> list[list[int]]:
    """Give the groups with many ties inside and few between, the largest first."""
    labels = louvain(links.count, links.ends[:, 0], links.ends[:, 1], _SEED)
    return [list(group) for group in division(labels)]


def nested(
    links: Links, boxes: Points, groups: Sequence[list[int]], frame: tuple[float, float]
) -> Points:
    """Place communities so that tied ones are near, and inside each the organisations."""
    import numpy as np

    inner = _inside(links, boxes, groups)
    sizes = np.array([_size(part, boxes[group]) for part, group in zip(inner, groups, strict=True)])
    middles = _between(links, groups, sizes, frame)
    points = np.zeros((links.count, 2))
    for group, part, middle in zip(groups, inner, middles, strict=True):
        points[group] = part + middle
    return points


def _inside(links: Links, boxes: Points, groups: Sequence[list[int]]) -> list[Points]:
    """Place the organisations of each community around its middle."""
    import numpy as np

    few = [group for group in groups if len(group) <= _LARGEST]
    drawn = iter(settled([distances(links.among(group)) for group in few]))
    unit = float(np.sqrt(boxes.prod(axis=1).mean())) * _AIR
    found = []
    for group in groups:
        if len(group) > _LARGEST:
            found.append(_spiral(links.among(group), unit * 0.6))
            continue
        part = next(drawn)
        wide = max(float(np.sqrt(np.ptp(part, axis=0).prod())), 1e-6)
        part = separated(part / wide * unit * np.sqrt(len(group)), boxes[group])
        found.append(part - (part.max(axis=0) + part.min(axis=0)) / 2)
    return found


def _spiral(links: Matrix, unit: float) -> Points:
    """Place a community that is too large for more: the best tied in the middle."""
    import numpy as np

    rank = np.argsort(np.argsort(-(links > 0).sum(axis=1), kind="stable"), kind="stable")
    turn, far = rank * _GOLDEN, np.sqrt(rank + 0.5) * unit
    return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)


def _size(points: Points, boxes: Points) -> tuple[float, float]:
    """Give the room of a community: the box around it, with some air."""
    import numpy as np

    wide, high = (2 * np.abs(points).max(axis=0) + boxes.max(axis=0)) * _MARGIN
    return float(wide), float(high)


def _between(
    links: Links, groups: Sequence[list[int]], sizes: Points, frame: tuple[float, float]
) -> Points:
    """Place the communities by how strongly they are tied, with room for each."""
    import numpy as np

    if len(groups) == 1:
        return np.zeros((1, 2))
    ties = links.between(groups)
    count = np.array([len(group) for group in groups])
    strength = ties / np.sqrt(np.minimum(count[:, None], count))
    radius = sizes.mean(axis=1) / 2
    length = (radius[:, None] + radius) * (1 + _LOOSE / (1 + strength))
    apart = paths(np.where(ties > 0, length, np.inf))
    (points,) = placed([apart])
    return separated(framed(points, sizes, frame, _FULL), sizes)
