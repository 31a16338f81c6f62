"""What the measures of position and cohesion have in common: answers about a layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from netdeps.errors import check_option
from netdeps.graph.arrays import Floats, Layer, Values
from netdeps.model import Fixed
from netdeps.results import About, Scores, known_of
from netdeps.words import Phrase, Says

Scale = Literal["raw", "normalised"]
"""The figure as it is, or as a share of the highest that it can be."""

_NOBODY: Mapping[str, Says] = Fixed({})


def check_scale(scale: Scale) -> None:
    """Refuse a scale that is not known."""
    check_option("scale", scale, get_args(Scale))


def lacks_values(layer: Layer, values: Values) -> Phrase | None:
    """Say why strengths that are asked for say nothing, where they do not."""
    check_option("values", values, get_args(Values))
    return layer.unmeasured if values == "strengths" else None


def about_layer(
    name: str, layer: Layer, caveats: Iterable[Says] = (), *, definition: Says | None = None
) -> About:
    """Say what a measure of a layer means and what it rests on.

    ``definition`` says it for a measure of your own; those of netdeps have theirs in the catalogues.
    """
    return About.of(
        name,
        layer,
        definition=definition,
        because=layer.because,
        known_share=layer.known_share,
        caveats=(*known_of(layer.name, layer.known_share), *caveats),
    )


def scores(
    said: About, layer: Layer, values: Floats, undefined: Mapping[str, Says] = _NOBODY
) -> Scores:
    """Give each organisation its value, in the order of the layer; but for those with a reason."""
    found = zip(layer.order, values.tolist(), strict=True)
    return Scores({one: value for one, value in found if one not in undefined}, said, undefined)


def no_scores(said: About, layer: Layer, reason: Says) -> Scores:
    """Give all organisations the reason why there is no value."""
    return Scores({}, said, dict.fromkeys(layer.order, reason))
