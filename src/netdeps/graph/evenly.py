"""The one largest circulation that is spread most evenly over the arrows that could carry it.

Largest circulations often differ in the ways they take. The sum of the squared amounts is smallest
for exactly one of them, whatever the organisations are called.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netdeps.graph.arrays import Floats
from netdeps.graph.interior import added, degrees, rough_levels
from netdeps.graph.refined import BITS, DONE, Whole, conjugate, floats, whole
from netdeps.graph.rounds import Arrows

_IDLE = 1e-7
"""What an arrow that is empty or full counts for where a step is sought: it may come loose."""

_STEPS = 100
"""Steps before giving up, which takes amounts of which one is 10**15 times another."""

_NEAR = 1 << (BITS - 40)
"""So near to empty or full, in units of 2**-BITS, an arrow is that."""


def evenly(arrows: Arrows, carried: Sequence[int]) -> list[int]:
    """Spread what arrows carry as evenly as can be, with the same net for everybody.

    Amounts come back in units of 2**-BITS. At the optimum the amount of an arrow is the difference
    of a level at its two ends, but at least nothing and at most what it can carry (Kuhn and Tucker);
    the levels are found by Newton's method, in which every step is sought in floats and everything
    that decides is added in whole numbers. Should that not end, all stays as it is.
    """
    most = whole(much << BITS for much in arrows.most)
    nets = whole(much << BITS for much in arrows.nets(carried))
    levels = _start(arrows, carried)
    for _ in range(_STEPS):
        spread = _spread(arrows, most, levels)
        short = nets - _nets(arrows, spread)
        if max(abs(short)) <= DONE:
            return _settled(spread, most)
        weights = np.where((spread > 0) & (spread < most), 1.0, _IDLE)
        levels = _further(arrows, most, nets, levels, _step(arrows, weights, short))
    return [much << BITS for much in carried]


def _spread(arrows: Arrows, most: Whole, levels: Whole) -> Whole:
    drop = levels[arrows.sources] - levels[arrows.targets]
    spread: Whole = np.minimum(np.maximum(drop, 0), most)
    return spread


def _start(arrows: Arrows, carried: Sequence[int]) -> Whole:
    span = max(arrows.most)
    most = np.array([much / span for much in arrows.most])
    nets = np.array([net / span for net in arrows.nets(carried)])
    levels = rough_levels(arrows, nets, most)
    return whole(int(level * 2.0**60) * (span << BITS) >> 60 for level in levels.tolist())


def _settled(spread: Whole, most: Whole) -> list[int]:
    """Round off what is empty or full but for the precision that we compute with."""
    return [
        0 if much < _NEAR else full if full - much < _NEAR else much
        for much, full in zip(spread.tolist(), most.tolist(), strict=True)
    ]


def _nets(arrows: Arrows, spread: Whole) -> Whole:
    nets = whole([0] * arrows.size)
    np.add.at(nets, arrows.sources, spread)
    np.subtract.at(nets, arrows.targets, spread)
    return nets


def _step(arrows: Arrows, weights: Floats, short: Whole) -> Whole:
    """Solve for the change of level that would even out what everybody is short of."""
    here, there = arrows.sources, arrows.targets

    def pull(levels: Floats) -> Floats:
        return added(arrows, weights * (levels[here] - levels[there]))

    largest = max(abs(short))
    found = conjugate(pull, degrees(arrows, weights), floats(short, largest))
    return whole(int(part * 2.0**60) * largest >> 60 for part in found.tolist())


def _further(arrows: Arrows, most: Whole, nets: Whole, levels: Whole, step: Whole) -> Whole:
    """Go along a step, or on beyond it, to about where that stops bringing anything."""

    def reached(far: int) -> Whole:
        there: Whole = levels + (step * far >> BITS)
        return there

    def slope(far: int) -> int:
        return int((step * (_nets(arrows, _spread(arrows, most, reached(far))) - nets)).sum())

    steep, low, high = -slope(0) >> 2, 0, 1 << BITS
    while slope(high) < -steep:
        low, high = high, high << 3
    if low == 0 and slope(high) <= steep:
        return reached(high)
    while high - low > 1:
        far = (low + high) // 2
        down = slope(far)
        if abs(down) <= steep:
            return reached(far)
        low, high = (far, high) if down < 0 else (low, far)
    return reached(high)
