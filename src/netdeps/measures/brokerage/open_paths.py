"""Who stands between two others that have no tie themselves, counted by the groups of the three."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from netdeps.graph import Layer
from netdeps.graph.arrays import Ints
from netdeps.measures.brokerage.triangles import Lines, Triangle

Marks = NDArray[np.bool_]

EVERY = slice(None)
"""All arcs."""

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
"""The roles of Gould and Fernandez, in the order of the columns."""

_TABLE = 2**21
"""With at most so many pairs of an organisation and a group, ties are counted in a table of them."""

_COORDINATOR, _ITINERANT, _REPRESENTATIVE, _GATEKEEPER, _LIAISON = range(len(ROLES))


def role_counts(layer: Layer, group: Ints) -> Ints:
    """Count for each organisation the open two-paths a → v → b through it, a column per role.

    All two-paths follow from the number of ties with each group; the closed ones, those with a tie
    a → b, are found in the triangles. Without direction a pair counts once, and what connects the
    own group with another stands under representative.
    """
    lines = Lines.of(layer)
    counts = _all_paths(layer, group, lines) - _closed_paths(layer, group, lines)
    if layer.directed:
        return counts
    once = counts // 2
    once[:, _REPRESENTATIVE] = counts[:, _REPRESENTATIVE]
    once[:, _GATEKEEPER] = 0
    return once


def paths_across(
    layer: Layer, group: Ints, entering: Marks | slice, leaving: Marks | slice
) -> Ints:
    """Count for each organisation the two-paths, open or not, between others of different groups.

    Only over the arcs that may enter and those that may leave.
    """
    sources, targets, _ = layer.arcs
    ins = np.bincount(targets[entering], minlength=layer.size)
    outs = np.bincount(sources[leaving], minlength=layer.size)
    return ins * outs - _paths_alike(layer, group, entering, leaving)


def _all_paths(layer: Layer, group: Ints, lines: Lines) -> Ints:
    """Count every two-path with two different ends."""
    sources, targets, _ = layer.arcs
    own = group[sources] == group[targets]
    in_other, in_own = _by_side(targets, own, layer.size)
    out_other, out_own = _by_side(sources, own, layer.size)
    back_other, back_own = _there_and_back(lines, group)
    alike = _paths_alike(layer, group, EVERY, EVERY) - in_own * out_own
    counts = np.empty((layer.size, len(ROLES)), dtype=np.int64)
    counts[:, _COORDINATOR] = in_own * out_own - back_own
    counts[:, _ITINERANT] = alike - back_other
    counts[:, _REPRESENTATIVE] = in_own * out_other
    counts[:, _GATEKEEPER] = in_other * out_own
    counts[:, _LIAISON] = in_other * out_other - alike
    return counts


def _there_and_back(lines: Lines, group: Ints) -> Ints:
    """Count with how many each has ties in both directions, in other groups and in its own."""
    mutual = np.flatnonzero((lines.there > 0) & (lines.back > 0))
    near, far = lines.order[lines.near[mutual]], lines.order[lines.far[mutual]]
    own = group[near] == group[far]
    return _by_side(np.concatenate([near, far]), np.concatenate([own, own]), lines.size)


def _by_side(ends: Ints, own: Marks, size: int) -> Ints:
    """Count ends by organisation: those of ties with other groups, and with the own group."""
    counts: Ints = np.bincount(2 * ends + own, minlength=2 * size).reshape(size, 2).T
    return counts


def _paths_alike(
    layer: Layer, group: Ints, entering: Marks | slice, leaving: Marks | slice
) -> Ints:
    """Count for each organisation the two-paths that begin and end in the same group."""
    sources, targets, _ = layer.arcs
    span = int(group.max(initial=0)) + 1
    begins = targets[entering] * span + group[sources[entering]]
    ends = sources[leaving] * span + group[targets[leaving]]
    if layer.size * span <= _TABLE:
        ins, outs = (np.bincount(one, minlength=layer.size * span) for one in (begins, ends))
        table: Ints = (ins * outs).reshape(layer.size, span)
        total: Ints = table.sum(axis=1)
        return total
    begins, ends = np.sort(begins), np.sort(ends)
    alike = np.searchsorted(ends, begins, side="right") - np.searchsorted(ends, begins)
    counts = np.zeros(layer.size, dtype=np.int64)
    np.add.at(counts, begins // span, alike)
    return counts


def _closed_paths(layer: Layer, group: Ints, lines: Lines) -> Ints:
    """Count the two-paths a → v → b with a tie a → b."""
    counts = np.zeros(layer.size * len(ROLES), dtype=np.int64)
    for triangle in lines.triangles():
        first, middle, last = _closed_in(lines, triangle)
        groups = group[first], group[middle], group[last]
        counts += np.bincount(middle * len(ROLES) + _role(*groups), minlength=len(counts))
    return counts.reshape(layer.size, len(ROLES))


_FIRST, _MIDDLE, _LAST = np.array(list(permutations(range(3)))).T
"""The six orders in which three can stand."""

_ARC = np.array([[-1, 0, 1], [2, -1, 3], [4, 5, -1]])
"""The place of the arc from one corner to another in the list that ``_closed_in`` makes."""


def _closed_in(lines: Lines, triangle: Triangle) -> tuple[Ints, Ints, Ints]:
    """Give the closed two-paths in triangles: where each begins, its middle and where it ends."""
    xy, xz, yz = triangle
    there, back = lines.there > 0, lines.back > 0
    arcs = np.stack([there[xy], there[xz], back[xy], there[yz], back[xz], back[yz]])
    closed = arcs[_ARC[_FIRST, _MIDDLE]] & arcs[_ARC[_MIDDLE, _LAST]] & arcs[_ARC[_FIRST, _LAST]]
    corners = lines.order[np.stack([lines.near[xy], lines.far[xy], lines.far[xz]])]
    return corners[_FIRST][closed], corners[_MIDDLE][closed], corners[_LAST][closed]


_ROLE = np.array(
    [_LIAISON, _ITINERANT, _GATEKEEPER, -1, _REPRESENTATIVE, -1, -1, _COORDINATOR], dtype=np.int64
)
"""The role by whether the first is of the group of the middle one, the last is, and both are alike."""


def _role(first: Ints, middle: Ints, last: Ints) -> Ints:
    """Give the role of the middle one, by the groups of the three."""
    role: Ints = _ROLE[4 * (first == middle) + 2 * (last == middle) + (first == last)]
    return role
