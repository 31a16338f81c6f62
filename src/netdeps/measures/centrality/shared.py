"""What the measures of position have in common."""

from __future__ import annotations

from typing import Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Layer
from netdeps.graph.arrays import Floats
from netdeps.results import About, Scores, known_of
from netdeps.words import Phrase

Scale = Literal["raw", "normalised"]


def check_scale(scale: Scale) -> None:
    """Refuse a scale that is not known."""
    check_option("scale", scale, get_args(Scale))


def about(name: str, layer: Layer) -> About:
    """Say what a measure of a layer means and what it rests on."""
    return About.of(
        name,
        layer.names,
        because=layer.because,
        known_share=layer.known_share,
        caveats=known_of(layer.name, layer.known_share),
    )


def scores(
    said: About, layer: Layer, values: Floats | None, reason: Phrase | None = None
) -> Scores:
    """Give each organisation its value, or all of them the reason why there is none."""
    if values is None:
        undefined = dict.fromkeys(layer.order, reason or Phrase("reason.alone"))
        return Scores({}, said, undefined)
    return Scores(dict(zip(layer.order, values.tolist(), strict=True)), said)
