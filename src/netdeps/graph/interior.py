"""Where the most even circulation lies, roughly: an interior-point method for its equations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from netdeps.graph.arrays import Floats
from netdeps.graph.refined import conjugate
from netdeps.graph.rounds import Arrows

_STEPS = 100
"""Steps before giving up; it takes 15 to 35."""

_GAP = 1e-12
"""So far from the optimum (in the sum of squares, of amounts up to 1) is near enough."""

_THIN = 1e-100
"""Nearer to a bound than this, floats run over."""

_CENTRE = 0.1
"""What a step leaves of the distance to the bounds."""


@dataclass
class _Point:
    """Amounts within their bounds, the levels at the ends, and the prices of both bounds."""

    carried: Floats
    levels: Floats
    floor: Floats
    roof: Floats


def rough_levels(arrows: Arrows, nets: Floats, most: Floats) -> Floats:
    """Give levels near those of the most even circulation, of amounts up to 1.

    A primal-dual path: each step solves one system of linear equations between the organisations.
    """
    ones = np.ones(len(arrows))
    point = _Point(most / 2, np.zeros(arrows.size), ones, ones.copy())
    for _ in range(_STEPS):
        room = most - point.carried
        gap = float((point.floor * point.carried + point.roof * room).mean()) / 2
        if gap < _GAP or min(point.carried.min(), room.min()) < _THIN:
            break
        _move(arrows, point, room, nets, gap * _CENTRE)
    return point.levels


def _move(arrows: Arrows, point: _Point, room: Floats, nets: Floats, aim: float) -> None:
    """Take a step towards the optimum, as far as all stay within their bounds."""
    here, there = arrows.sources, arrows.targets
    carried, levels, floor, roof = point.carried, point.levels, point.floor, point.roof
    weights = 1 / (1 + floor / carried + roof / room)
    off = levels[here] - levels[there] - carried + aim / carried - aim / room

    def pull(change: Floats) -> Floats:
        return added(arrows, weights * (change[here] - change[there]))

    short = nets - added(arrows, carried) - added(arrows, weights * off)
    lift = conjugate(pull, degrees(arrows, weights), short, 1e-6)
    more = weights * (lift[here] - lift[there] + off)
    floors = aim / carried - floor - floor / carried * more
    roofs = aim / room - roof + roof / room * more
    far = _reach(((carried, more), (room, -more), (floor, floors), (roof, roofs)))
    point.carried = carried + far * more
    point.levels = levels + far * lift
    point.floor, point.roof = floor + far * floors, roof + far * roofs


def added(arrows: Arrows, carried: Floats) -> Floats:
    """Give what goes out minus what comes in, for each organisation."""
    out = np.bincount(arrows.sources, carried, arrows.size)
    nets = out - np.bincount(arrows.targets, carried, arrows.size)
    return nets.astype(np.float64)


def degrees(arrows: Arrows, weights: Floats) -> Floats:
    """Add the weights of the arrows from and to each organisation."""
    both = np.bincount(arrows.sources, weights, arrows.size)
    sums = both + np.bincount(arrows.targets, weights, arrows.size)
    return sums.astype(np.float64)


def _reach(moves: Iterable[tuple[Floats, Floats]]) -> float:
    """Tell how far one can go along all moves while everything stays above 0."""
    far = 1.0
    for value, change in moves:
        down = change < 0
        if down.any():
            far = min(far, 0.95 * float((-value[down] / change[down]).min()))
    return far
