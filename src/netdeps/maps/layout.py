"""Where each organisation stands on the map: the same place at every opening.

Organisations that are tied stand near each other, organisations of one kind a little nearer,
and no name covers another. Up to about 300 organisations the distances are those that give the
least stress; above that communities are placed first, and then what is inside each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netdeps.maps.links import Links, links_of
from netdeps.maps.nested import communities, nested
from netdeps.maps.sheet import block, packed
from netdeps.maps.spread import cleared, framed, separated
from netdeps.maps.stress import distances, placed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Ints = NDArray[np.intp]
    Kinds = NDArray[np.str_]

Place = tuple[int, int]
Tie = tuple[str, str]

FRAME = (1220.0, 740.0)
"""The room for a map of at most fifty organisations, in pixels of a wide screen."""

LARGE = 300
"""Above this number of organisations the map is drawn in communities."""

_FILLED = 0.4
_MOST_AIR = 1.5
_FEW = 3


@dataclass(frozen=True)
class Spot:
    """An organisation that needs a place: what sort it is and how much room its name takes."""

    id: str
    kind: str
    width: float
    height: float


@dataclass(frozen=True)
class Community:
    """Organisations that stand together on a large map, the best tied first, and their circle."""

    members: tuple[str, ...]
    x: int
    y: int
    r: int


@dataclass(frozen=True)
class Layout:
    """The place of each organisation, and on a large map the communities, the largest first."""

    places: Mapping[str, Place]
    communities: tuple[Community, ...] = ()


def positions(spots: Collection[Spot], ties: Mapping[Tie, float]) -> Mapping[str, Place]:
    """Give each organisation a place; the order in which they are given does not matter.

    ``ties`` holds the strength of each tie: 1 for an ordinary one, more for a closer one.
    """
    return laid_out(spots, ties).places


def laid_out(spots: Collection[Spot], ties: Mapping[Tie, float]) -> Layout:
    """Give each organisation a place and, where there are many, the communities that they form."""
    import numpy as np

    ordered = sorted(spots, key=lambda spot: spot.id)
    if not ordered:
        return Layout({})
    names = [spot.id for spot in ordered]
    boxes = _with_air(np.array([(spot.width, spot.height) for spot in ordered]))
    parts = _parts(links_of(names, ties), boxes, np.array([spot.kind for spot in ordered]))
    points = _together(parts, boxes)
    places = {name: (x, y) for name, (x, y) in zip(names, points.tolist(), strict=True)}
    circles = [_circle(names, points, group) for part in parts for group in part.communities]
    return Layout(places, tuple(sorted(circles, key=lambda one: (-len(one.members), one.members))))


@dataclass(frozen=True)
class _Part:
    """Organisations that hang together, or those that are tied to nobody, each in its place."""

    members: Sequence[int]
    points: Points
    ends: Ints
    communities: Sequence[Sequence[int]] = ()


def _with_air(boxes: Points) -> Points:
    """Enlarge the boxes of a small network, so that larger letters still fit."""
    import numpy as np

    area = float(boxes.prod(axis=1).sum())
    air = float(np.sqrt(_FILLED * FRAME[0] * FRAME[1] / area))
    return boxes * min(max(air, 1.0), _MOST_AIR)


def _parts(links: Links, boxes: Points, kinds: Kinds) -> list[_Part]:
    """Draw what hangs together apart, the largest first, and in the end those without a tie."""
    groups = links.components()
    alone = [group[0] for group in groups if len(group) == 1]
    tied = [group for group in groups if len(group) > 1]
    if links.count > LARGE:
        parts = [_in_communities(group, links.part(group), boxes[group]) for group in tied]
    else:
        parts = _by_stress(tied, links, boxes, kinds)
    if alone:
        parts.append(_Part(alone, block(boxes[alone], FRAME), links.part(alone).ends))
    return parts


def _by_stress(
    groups: Sequence[Sequence[int]], links: Links, boxes: Points, kinds: Kinds
) -> list[_Part]:
    """Place all that hang together at once, which is sooner than one after the other."""
    apart = [
        distances(links.among(group), kinds[group][:, None] == kinds[group]) for group in groups
    ]
    drawn = zip(groups, placed(apart), strict=True)
    return [
        _with_room(group, points, links.part(group).ends, boxes[group]) for group, points in drawn
    ]


def _with_room(members: Sequence[int], points: Points, ends: Ints, boxes: Points) -> _Part:
    """Push names apart, and shapes off the lines of others."""
    apart = separated(framed(points, boxes, FRAME, _FILLED), boxes)
    return _Part(members, cleared(apart, boxes, ends), ends)


def _in_communities(members: Sequence[int], links: Links, boxes: Points) -> _Part:
    groups = communities(links)
    points = separated(nested(links, boxes, groups, FRAME), boxes)
    partners = links.partners()
    named = [
        [members[i] for i in sorted(group, key=lambda i: (-partners[i], i))]
        for group in groups
        if len(group) > _FEW
    ]
    return _Part(members, points, links.ends, named)


def _together(parts: Sequence[_Part], boxes: Points) -> Ints:
    """Put the parts on one screen, with the middle of the picture at 0."""
    import numpy as np

    points = np.zeros_like(boxes)
    drawn = [(part.points, boxes[part.members], part.ends) for part in parts]
    for part, found in zip(parts, packed(drawn, FRAME), strict=True):
        points[part.members] = found
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    whole: Ints = np.rint(points - middle).astype(int)
    return whole


def _circle(names: Sequence[str], points: Ints, group: Sequence[int]) -> Community:
    """Draw the circle around the places of a community."""
    import numpy as np

    here = points[group]
    x, y = ((here.max(axis=0) + here.min(axis=0)) // 2).tolist()
    far = int(np.ceil(np.sqrt(((here - [x, y]) ** 2).sum(axis=1).max())))
    return Community(tuple(names[i] for i in group), x, y, far)
