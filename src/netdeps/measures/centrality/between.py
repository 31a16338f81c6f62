"""How the others reach each other through an organisation."""

from __future__ import annotations

from typing import get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import Scale, about_layer, check_scale, no_scores, scores
from netdeps.graph.arrays import Floats
from netdeps.graph.paths import as_rustworkx
from netdeps.measures.centrality.abreast import betweenness_abreast
from netdeps.measures.centrality.lengths import Distance, by_strength
from netdeps.measures.centrality.tight import betweenness_by_strength
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase

_SERIAL = 2**31
"""Betweenness is summed in one order: the last bits would else depend on the number of cores."""

_SMALL = 60
"""Up to this size one source after another, by rustworkx, takes less time than many abreast."""

_BETWEEN = 3
"""So many organisations are needed for one to stand between two others."""


def betweenness(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    distance: Distance = "steps",
    scale: Scale = "raw",
) -> Scores:
    """How often the shortest line between two others runs through an organisation.

    The sum, over all pairs of others, of the share of their shortest ways that pass through it;
    pairs without a way add nothing. ``scale="raw"`` is that sum, the same in R (igraph, sna),
    UCINET and networkx; ``scale="normalised"`` divides by the number of pairs, (n - 1)(n - 2) / 2
    (directed: (n - 1)(n - 2)), and runs from 0 to 1.

    ``distance="steps"`` counts ties. ``distance="inverse_strength"`` gives a tie the length 1 / its
    strength (on the fixed scale from 0 to 1, so no tie is shorter than 1): a strong tie is a short
    way, and a tie of strength 0 is no way. Contributions have no fixed scale and take steps only.

    Undefined with fewer than three organisations. A contact that nobody was asked about counts as
    none; the true figure may be higher or lower.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1977), A set of measures of centrality based on betweenness,
    https://doi.org/10.2307/3033543. Computed as in Brandes (2001), A faster algorithm for
    betweenness centrality, https://doi.org/10.1080/0022250X.2001.9990249.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> path = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc", "cd")],
    ... )
    >>> dict(measures.betweenness(path))
    {'a': 0.0, 'b': 2.0, 'c': 2.0, 'd': 0.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    check_scale(scale)
    check_option("distance", distance, get_args(Distance))
    said = about_layer("betweenness", ties)
    if ties.size < _BETWEEN:
        return no_scores(said, ties, Phrase("reason.too_few_between"))
    raw = raw_betweenness(ties, distance)
    return scores(said, ties, raw if scale == "raw" else raw / most_between(ties))


def raw_betweenness(layer: Layer, distance: Distance = "steps") -> Floats:
    """Give the sum of shares for each organisation, in the order of the layer."""
    if by_strength(layer, distance):
        return betweenness_by_strength(layer)
    if layer.size > _SMALL and (found := betweenness_abreast(layer)) is not None:
        return found
    return _one_by_one(layer)


def most_between(layer: Layer) -> float:
    """Give the number of pairs that one organisation can stand between."""
    pairs = (layer.size - 1) * (layer.size - 2)
    return pairs if layer.directed else pairs / 2


def _one_by_one(layer: Layer) -> Floats:
    import rustworkx as rx

    graph = as_rustworkx(layer)
    shares = rx.betweenness_centrality(graph, normalized=False, parallel_threshold=_SERIAL)
    return np.fromiter(shares.values(), dtype=np.float64, count=layer.size)
