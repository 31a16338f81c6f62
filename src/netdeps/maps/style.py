"""The settings of vis-network: nothing moves by itself, and colour means kind."""

from __future__ import annotations

from typing import Any

from netdeps.maps.kinds import Look
from netdeps.maps.layout import LARGE

_INK = "#1b2430"


def options(looks: tuple[Look, ...], count: int) -> dict[str, Any]:
    """Give vis-network its settings: nothing moves by itself, hovering changes no colour."""
    large = count > LARGE
    return {
        "autoResize": False,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hover": not large,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": large,
            "hideEdgesOnZoom": large,
            "tooltipDelay": 100,
        },
        "nodes": {"chosen": False, "font": {"size": 0}, "shadow": False},
        "edges": {"chosen": False, "smooth": False, "hoverWidth": 0, "selectionWidth": 0},
        "groups": {
            "pot": {"shape": "dot", "color": _paint("#e6e9ed", "#56616f"), "borderWidth": 2},
            **{f"k{number}": _group(look, large=large) for number, look in enumerate(looks)},
        },
    }


def _group(look: Look, *, large: bool) -> dict[str, Any]:
    # Borders have one width at every zoom, and would swallow the colour of small shapes.
    if look.hollow:
        return {
            "shape": look.shape,
            "color": _paint("#ffffff", look.colour),
            "borderWidth": 2 if large else 4,
        }
    border = look.colour if large else _INK
    return {
        "shape": look.shape,
        "color": _paint(look.colour, border),
        "borderWidth": 0 if large else 1.5,
    }


def _paint(inside: str, border: str) -> dict[str, Any]:
    same = {"background": inside, "border": border}
    return {**same, "hover": same, "highlight": same}
