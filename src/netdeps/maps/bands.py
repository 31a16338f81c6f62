"""The same organisations once more, on a low and wide strip: one for each level of contact.

Left stays left and high stays high, but everybody gets a place where the name fits, as near as
can be to where the map has it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from netdeps.maps.layout import Place, Spot, Tie
from netdeps.maps.links import links_of
from netdeps.maps.sheet import free

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Ints = NDArray[np.intp]
    Flags = NDArray[np.bool_]

BAND = (1220, 210)
"""The room for one strip, in pixels of a wide screen."""

# Places are compared on a grid, as fine as can be seen on a strip.
_CELL = (10, 7)

# Boxes are cut to cover this share of the strip, so that the last one still finds room; where they
# cover less they are widened, by this much at most. None gets smaller than a dot.
_FULL = 0.6
_MOST_AIR = 1.3
_DOT = 30.0

# In columns, and on rows: first neither, then rows alone, then both.
_ORDERS = ((False, False), (False, True), (True, True))

# A box that fits nowhere is cut to this share of its sides and tried again.
_LESS = 0.8

# A strip is low: a step up or down looks like two to the side.
_STEEP = 2.0

# To stand closer than this to a line of others costs as much as a quarter of the strip.
_CLEAR = 22.0
_ON_A_LINE = 300.0

# With more lines than this a free place off all of them is rarely found, and looking takes long.
_MOST_LINES = 150


def band(
    spots: Collection[Spot], places: Mapping[str, Place], ties: Collection[Tie]
) -> dict[str, Place]:
    """Give each organisation a place on the strip; who has most ties chooses first.

    The room that names take is cut where they do not all fit; shapes never cover one another.
    """
    import numpy as np

    names = sorted(spot.id for spot in spots)
    if not names:
        return {}
    by_name = {spot.id: spot for spot in spots}
    rooms = np.array([(by_name[name].width, by_name[name].height) for name in names])
    boxes = _fitting(rooms)
    ends = links_of(names, dict.fromkeys(ties, 1.0)).ends
    wanted = _wanted(np.array([places[name] for name in names], dtype=float), boxes)
    # Only where every box still holds its whole name is it worth trying again, in order.
    orders = _ORDERS if (boxes >= rooms).all() else _ORDERS[:1]
    points = _best_settled(wanted, boxes, ends, orders) - np.array(BAND) / 2
    whole = np.rint(points).astype(int).tolist()
    return {name: (x, y) for name, (x, y) in zip(names, whole, strict=True)}


def _fitting(boxes: Points) -> Points:
    """Cut or widen the boxes so that together they leave some air on the strip."""
    import numpy as np

    share = np.sqrt(_FULL * BAND[0] * BAND[1] / boxes.prod(axis=1).sum())
    least = min(_DOT, float(np.sqrt(_FULL * BAND[0] * BAND[1] / len(boxes))))
    return np.maximum(boxes * min(float(share), _MOST_AIR), least)


def _wanted(points: Points, boxes: Points) -> Points:
    """Pull the picture flat: half by where everybody stands, half by who comes before whom."""
    import numpy as np

    low, extent = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1.0)
    order = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable")
    share = ((points - low) / extent + order / max(len(points) - 1, 1)) / 2
    wanted: Points = boxes / 2 + share * (np.array(BAND) - boxes)
    return wanted


def _best_settled(
    wanted: Points, boxes: Points, ends: Ints, orders: Sequence[tuple[bool, bool]]
) -> Points:
    """Give the first try in which every box fits whole, else the one in which most do."""
    tries = []
    for ordered in orders:
        tries.append(_settled(wanted, boxes, ends, ordered))
        if not tries[-1][1]:
            break
    points, _ = min(tries, key=lambda found: found[1])
    return points


def _settled(
    wanted: Points, boxes: Points, ends: Ints, ordered: tuple[bool, bool]
) -> tuple[Points, int]:
    """Let one after the other take the free place that suits it best, and count boxes that were cut.

    ``ordered`` tells whether everybody keeps to columns and to rows.
    """
    import numpy as np

    partners = np.bincount(ends.ravel(), minlength=len(wanted))
    taken = np.zeros(tuple(side // cell for side, cell in zip(BAND, _CELL, strict=True)), bool)
    points, cut = np.full_like(wanted, np.nan), 0
    # Where everybody keeps to columns or rows, no gap is left that is too small for the next.
    step = np.where(ordered, np.ceil(boxes.max(axis=0) / _CELL), 1).astype(np.intp)
    for one in np.lexsort((np.arange(len(wanted)), -partners)).tolist():
        at, cells = _free(taken, boxes[one], step)
        cut += int((cells < _cells(boxes[one])).any())
        middles = (at + cells / 2) * np.array(_CELL)
        best = int(np.argmin(np.round(_cost(one, middles, wanted, points, ends), 3)))
        points[one] = middles[best]
        (left, top), (wide, high) = at[best], cells
        taken[left : left + wide, top : top + high] = True
    return points, cut


def _free(taken: Flags, box: Points, step: Ints) -> tuple[Ints, Ints]:
    """Give the cells from which on a box is free, in line where it can be, and its size in cells.

    A box that fits nowhere is cut until it does.
    """
    import numpy as np

    while True:
        cells = _cells(box)
        at = np.argwhere(free(taken, cells))
        in_line = at[(at % step == 0).all(axis=1)]
        if len(at):
            return (in_line if len(in_line) else at), cells
        box = box * _LESS


def _cells(box: Points) -> Ints:
    import numpy as np

    sides: Ints = np.maximum(np.rint(box / _CELL), 1).astype(np.intp)
    return sides


def _cost(one: int, middles: Points, wanted: Points, points: Points, ends: Ints) -> Points:
    """Say how ill each place suits: far from the map, or on a line of others."""
    import numpy as np

    away = np.abs(middles - wanted[one]) * [1.0, _STEEP]
    cost: Points = away.sum(axis=1)
    if len(ends) > _MOST_LINES:
        return cost
    drawn = ends[np.isfinite(points[ends, 0]).all(axis=1)]
    mine = ends[(ends == one).any(axis=1)].sum(axis=1) - one
    near = points[mine[np.isfinite(points[mine, 0])]]
    others = points[np.isfinite(points[:, 0])]
    on = _beside(middles[:, None], points[drawn[:, 0]], points[drawn[:, 1]]).sum(axis=1)
    for partner in near:
        on += _beside(others, middles[:, None], partner).sum(axis=1)
    cost += on * _ON_A_LINE
    return cost


def _beside(point: Points, start: Points, end: Points) -> Flags:
    """Say which points stand on a line between two others."""
    import numpy as np

    along, beside = end - start, point - start
    length = np.maximum((along**2).sum(axis=-1), 1)
    share = (beside * along).sum(axis=-1) / length
    far = (beside[..., 0] * along[..., 1] - beside[..., 1] * along[..., 0]) ** 2 / length
    on: Flags = (share > 0) & (share < 1) & (far < _CLEAR**2)
    return on
