"""Where the shapes of one map stand: on the map itself, on a low strip, and the common pot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netdeps.maps.bands import band
from netdeps.maps.layout import LARGE, Layout, Place, Spot, laid_out
from netdeps.maps.names import room
from netdeps.model import Network, Pair, pair

_FONT = 14.0
_STRENGTH = {"parts": 2.0}
"""A part stands nearer to its whole than any other two."""

# A free place is looked for on a grid that reaches so far beyond the picture; more room than is
# enough is not worth standing farther away.
_STEPS = 16
_BEYOND = 90
_ENOUGH_ROOM = 140


@dataclass(frozen=True)
class Arrangement:
    """The main layout of a map, and other places for the same organisations by their name."""

    layout: Layout
    layouts: Mapping[str, Sequence[Place]]


def arranged(
    network: Network, sizes: Mapping[str, float], edges: Iterable[Mapping[str, Any]]
) -> Arrangement:
    """Place the organisations by what runs between them, and in a small network on a strip too."""
    names = network.ids
    spots = _spots(network, sizes)
    ties = _ties(names, edges)
    layout = laid_out(spots, ties)
    if len(names) > LARGE:
        return Arrangement(layout, {})
    low = band(spots, layout.places, ties)
    return Arrangement(layout, {"band": [low[name] for name in names]})


def _spots(network: Network, sizes: Mapping[str, float]) -> list[Spot]:
    """Say how much room each shape and its name take; on a large map names come and go."""
    large = len(network.ids) > LARGE
    spots = []
    for name in network.ids:
        wide, high = (0.0, 0.0) if large else room(network.names[name], _FONT)
        dot = 2 * sizes[name] + (8 if large else 18)
        kind = network.organisation(name).kind
        spots.append(Spot(name, kind, max(wide + 16, dot), high + dot))
    return spots


def _ties(names: Sequence[str], edges: Iterable[Mapping[str, Any]]) -> dict[Pair, float]:
    ties: dict[Pair, float] = {}
    for edge in edges:
        first, second = int(edge["from"][1:]), int(edge["to"][1:])
        if max(first, second) < len(names):
            ends = pair(names[first], names[second])
            ties[ends] = max(ties.get(ends, 0), _STRENGTH.get(edge["set"], 1))
    return ties


def free_spot(taken: Sequence[Place], near: Sequence[Place]) -> Place:
    """Find a place where it is least crowded, near these."""
    middle = tuple(sum(place[axis] for place in near) / len(near) for axis in (0, 1))
    lows = [min(place[axis] for place in taken) - _BEYOND for axis in (0, 1)]
    highs = [max(place[axis] for place in taken) + _BEYOND for axis in (0, 1)]
    spots = [
        tuple(
            round(low + (high - low) * i / _STEPS)
            for low, high, i in zip(lows, highs, at, strict=True)
        )
        for at in ((i, j) for i in range(_STEPS + 1) for j in range(_STEPS + 1))
    ]
    room_at = {spot: min(math.dist(spot, place) for place in taken) for spot in spots}
    best = max(
        spots,
        key=lambda spot: (min(room_at[spot], _ENOUGH_ROOM) * 4 - math.dist(spot, middle), spot),
    )
    return best[0], best[1]
