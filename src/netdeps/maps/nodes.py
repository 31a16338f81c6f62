"""The shapes on the map: how large each is and where it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from netdeps.maps.layout import LARGE, Place, Spot, positions
from netdeps.maps.names import room
from netdeps.maps.rows import Scene
from netdeps.model import TOGETHER, Network, Pair, pair
from netdeps.results import Scores

_FONT = 14.0
_SIZE = 13.0
_LARGE_SIZE = 7.0
_SMALLEST, _LARGEST = 0.65, 1.75
_STRENGTH = {"parts": 2.0}
"""A part stands nearer to its whole than any other two."""
_STEPS = 16
_ENOUGH_ROOM = 140


def nodes(
    scene: Scene, scores: Scores | None, edges: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Give each organisation a shape, and the common pot one where somebody brings to it."""
    network = scene.network
    sizes = _sizes(network, scores)
    places = _places(network, sizes, edges)
    shapes = [
        {
            "id": f"o{number}",
            "label": " ",
            "group": f"k{scene.kind(network.organisation(name).kind)}",
            "size": sizes[name],
            "x": places[name][0],
            "y": places[name][1],
        }
        for name, number in scene.numbers.items()
    ]
    return [*shapes, *_pot(network, places)]


def _places(
    network: Network, sizes: Mapping[str, float], edges: Iterable[Mapping[str, Any]]
) -> Mapping[str, Place]:
    names = network.ids
    large = len(names) > LARGE
    spots = []
    for name in names:
        wide, high = (0.0, 0.0) if large else room(network.names[name], _FONT)
        dot = 2 * sizes[name] + (8 if large else 18)
        kind = network.organisation(name).kind
        spots.append(Spot(name, kind, max(wide + 16, dot), high + dot))
    ties: dict[Pair, float] = {}
    for edge in edges:
        first, second = int(edge["from"][1:]), int(edge["to"][1:])
        if max(first, second) < len(names):
            ends = pair(names[first], names[second])
            ties[ends] = max(ties.get(ends, 0), _STRENGTH.get(edge["set"], 1))
    return positions(spots, ties)


def _sizes(network: Network, scores: Scores | None) -> dict[str, float]:
    """Give each shape a size whose area follows its score; without scores all are equal."""
    usual = _LARGE_SIZE if len(network.ids) > LARGE else _SIZE
    if not scores or not any(scores.values()):
        return dict.fromkeys(network.ids, usual)
    most = max(abs(score) for score in scores.values())
    share = {
        name: math.sqrt(abs(scores[name]) / most) if name in scores else 0 for name in network.ids
    }
    return {
        name: round(usual * (_SMALLEST + (_LARGEST - _SMALLEST) * part), 1)
        for name, part in share.items()
    }


def _pot(network: Network, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """Give the common pot a place of its own: where it is least crowded, near who brings to it."""
    givers = sorted({gift.giver for gift in network.contributions if gift.taker == TOGETHER})
    if not givers:
        return []
    x, y = _free_spot(list(places.values()), [places[giver] for giver in givers])
    return [
        {"id": f"o{len(network.ids)}", "label": " ", "group": "pot", "size": _SIZE, "x": x, "y": y}
    ]


def _free_spot(taken: list[Place], near: list[Place]) -> Place:
    middle = tuple(sum(place[axis] for place in near) / len(near) for axis in (0, 1))
    lows = [min(place[axis] for place in taken) - 90 for axis in (0, 1)]
    highs = [max(place[axis] for place in taken) + 90 for axis in (0, 1)]
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
