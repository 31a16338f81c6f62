"""The shapes on the map: how large each is and where it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from netdeps.maps.colouring import Colouring
from netdeps.maps.layout import LARGE, Place
from netdeps.maps.paint import POT
from netdeps.maps.places import Arrangement, arranged, free_spot
from netdeps.maps.rows import Scene
from netdeps.model import LANGUAGES, TOGETHER, Network
from netdeps.results import Scores
from netdeps.words import say

_SIZE = 13.0
_LARGE_SIZE = 7.0
_SMALLEST, _LARGEST = 0.65, 1.75


def nodes(
    scene: Scene,
    scores: Scores | None,
    places: Mapping[str, Place],
    colours: Colouring | None = None,
) -> list[dict[str, Any]]:
    """Give each organisation a shape, and the common pot one where somebody brings to it."""
    network = scene.network
    sizes = _sizes(network, scores)
    shapes = [
        {
            "id": f"o{number}",
            "label": " ",
            "group": f"k{scene.kind(network.organisation(name).kind)}",
            "size": sizes[name],
            "x": places[name][0],
            "y": places[name][1],
            **(colours.look(name) if colours else {}),
        }
        for name, number in scene.numbers.items()
    ]
    return [*shapes, *_pot(network, places)]


def arrangement(
    scene: Scene, scores: Scores | None, edges: Iterable[Mapping[str, Any]]
) -> Arrangement:
    """Give each organisation its place, by what runs between them and how large its shape is."""
    return arranged(scene.network, _sizes(scene.network, scores), edges)


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


def extras(scene: Scene) -> list[dict[str, Any]]:
    """Say what the shapes are that stand for no organisation, in the order in which they are drawn."""
    if not _givers_to_all(scene.network):
        return []
    return [
        {
            "sort": "pot",
            "name": [say("map.party.together", language) for language in LANGUAGES],
            "views": ["contributions"],
            "shape": "dot",
            "colour": POT,
        }
    ]


def _givers_to_all(network: Network) -> list[str]:
    return sorted({gift.giver for gift in network.contributions if gift.taker == TOGETHER})


def _pot(network: Network, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """Give the common pot a place of its own: where it is least crowded, near who brings to it."""
    givers = _givers_to_all(network)
    if not givers:
        return []
    x, y = free_spot(list(places.values()), [places[giver] for giver in givers])
    return [
        {"id": f"o{len(network.ids)}", "label": " ", "group": "pot", "size": _SIZE, "x": x, "y": y}
    ]
