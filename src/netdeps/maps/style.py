"""The settings of vis-network: nothing moves by itself, and colour means kind."""

from __future__ import annotations

from typing import Any

from netdeps.maps.kinds import Look
from netdeps.maps.layout import LARGE
from netdeps.maps.paint import BOARD, INK, PAPER, POT, SHEET, legible

# Under a measure the colour inside says something else, and kinds differ by shape and outline.
_WIDTHS = {"solid": 1.5, "hollow": 4.0, "dark": 2.75}
_LARGE_SHARE = 0.5


def options(looks: tuple[Look, ...], count: int) -> dict[str, Any]:
    """Give vis-network its settings: nothing moves by itself, hovering changes no colour."""
    large = count > LARGE
    return {
        "autoResize": False,
        **still(),
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
            "pot": {"shape": "dot", "color": painted(POT, "#56616f"), "borderWidth": 2},
            # Our page gives these a form of its own; pyvis' page writes their name inside.
            "table": {"shape": "box", "color": painted(BOARD, INK), "borderWidth": 1.5},
            "issue": {"shape": "ellipse", "color": painted(SHEET, INK), "borderWidth": 1.5},
            "loose": {"shape": "ellipse", "color": painted(PAPER, INK), "borderWidth": 1.5},
            **{f"k{number}": form(look, large=large) for number, look in enumerate(looks)},
        },
    }


def still() -> dict[str, Any]:
    """Keep every shape where Python placed it."""
    return {"physics": {"enabled": False}, "layout": {"improvedLayout": False, "randomSeed": 1}}


def form(look: Look, *, large: bool) -> dict[str, Any]:
    """Give a kind its shape and colours."""
    width = _WIDTHS[look.fill]
    border = look.outline
    if large:
        # Borders have one width at every zoom: a usual one would swallow the colour of small shapes.
        width, border = width * _LARGE_SHARE, legible(look.colour)
    return {"shape": look.shape, "color": painted(look.inside, border), "borderWidth": width}


def painted(inside: str, border: str) -> dict[str, Any]:
    """Give a shape its colours, the same under the mouse."""
    same = {"background": inside, "border": border}
    return {**same, "hover": same, "highlight": same}
