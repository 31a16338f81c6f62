"""What the communities of a large map are called: by their region, or by who is tied best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from netdeps.graph import home_regions
from netdeps.maps.layout import Community
from netdeps.maps.names import plain
from netdeps.model import LANGUAGES, Network
from netdeps.words import listing, say

# The share of its members from which a region names a community, alone or with a second one.
_MOST = 0.6
_TWO, _EACH = 0.8, 0.25


def communities(network: Network, found: Sequence[Community]) -> list[dict[str, Any]]:
    """Give the name, the members and the circle of each community, the largest first."""
    numbers = {name: number for number, name in enumerate(network.ids)}
    at_home = home_regions(network)
    regions = [_regions(one, at_home) for one in found]
    often = Counter(regions)
    return [
        {
            "name": [
                listing(home, language)
                if home and often[home] == 1
                else _after_its_best(network, one, language)
                for language in LANGUAGES
            ],
            "members": sorted(numbers[member] for member in one.members),
            "x": one.x,
            "y": one.y,
            "r": one.r,
        }
        for one, home in zip(found, regions, strict=True)
    ]


def _regions(one: Community, at_home: Mapping[str, str | None]) -> tuple[str, ...]:
    """Give the region of most of its members, or the two that share nearly all of them."""
    homes = Counter(plain(home) for member in one.members if (home := at_home[member]))
    first, second = (*sorted(homes.items(), key=lambda home: (-home[1], home[0])), *_NONE)[:2]
    count = len(one.members)
    if first[1] >= _MOST * count:
        return (first[0],)
    both = first[1] + second[1] >= _TWO * count and second[1] >= _EACH * count
    return (first[0], second[0]) if both else ()


_NONE = (("", 0), ("", 0))


def _after_its_best(network: Network, one: Community, language: str) -> str:
    """Name a community after its best tied member and the number of the others."""
    name = plain(network.names[one.members[0]])
    return say("map.community", language, {"name": name, "count": len(one.members) - 1})
