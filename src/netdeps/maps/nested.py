"""The layout of a large network: communities first, then what is inside each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netdeps.graph import division, louvain
from netdeps.maps.spread import separated
from netdeps.maps.stress import distances, placed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Links = NDArray[np.float64]

_SEED = 20210428
_LARGEST = 400
_GOLDEN = 2.399963229728653
_AIR = 1.7


def nested(links: Links, boxes: Points) -> Points:
    """Place communities so that tied ones are near, and inside each the organisations."""
    import numpy as np

    groups = _communities(links)
    inner = [_inside(links[np.ix_(group, group)], boxes[group]) for group in groups]
    sizes = np.array([_size(part, boxes[group]) for part, group in zip(inner, groups, strict=True)])
    middles = _between(links, groups, sizes)
    points = np.zeros((len(links), 2))
    for group, part, middle in zip(groups, inner, middles, strict=True):
        points[group] = part + middle
    return points


def _communities(links: Links) -> list[list[int]]:
    """Give the groups with many ties inside and few between, in a fixed order."""
    import numpy as np

    sources, targets = np.nonzero(np.triu(links) > 0)
    labels = louvain(len(links), sources, targets, _SEED)
    return [list(group) for group in division(labels)]


def _inside(links: Links, boxes: Points) -> Points:
    """Place the organisations of one community, or in a spiral when they are too many."""
    import numpy as np

    count = len(links)
    unit = float(np.sqrt(boxes.prod(axis=1).mean())) * _AIR
    if count > _LARGEST:
        rank = np.argsort(np.argsort(-(links > 0).sum(axis=1), kind="stable"), kind="stable")
        turn, far = rank * _GOLDEN, np.sqrt(rank + 0.5) * unit * 0.6
        return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)
    apart = distances(links, np.zeros(links.shape, dtype=bool))
    reach = np.where(np.isfinite(apart), apart, 0).max() + 1
    points = placed(np.where(np.isfinite(apart), apart, reach), starts=0)
    wide = max(float(np.ptp(points, axis=0).max()), 1e-6)
    return separated(points / wide * unit * np.sqrt(count), boxes)


def _size(points: Points, boxes: Points) -> tuple[float, float]:
    """Give the room of a community: the box around it, with some air."""
    import numpy as np

    wide, high = (2 * np.abs(points).max(axis=0) + boxes.max(axis=0)) * 1.1
    return float(wide), float(high)


def _between(links: Links, groups: list[list[int]], sizes: Points) -> Points:
    """Place the communities by how strongly they are tied, with room for each."""
    import numpy as np

    member = np.zeros((len(links), len(groups)))
    for number, group in enumerate(groups):
        member[group, number] = 1
    ties = member.T @ (links > 0) @ member
    count = member.sum(axis=0)
    possible = count[:, None] * count
    near = 1 / (1 + np.sqrt(ties / np.sqrt(possible)))
    radius = sizes.mean(axis=1) / 2
    apart = (radius[:, None] + radius) * (0.8 + near)
    np.fill_diagonal(apart, 0)
    points = placed(apart)
    return separated(points * np.array([1.15, 0.85]), sizes)
