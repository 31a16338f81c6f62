"""How many ties an organisation has."""

from __future__ import annotations

from typing import Literal

import numpy as np

from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import Scale, about_layer, check_scale, no_scores, scores
from netdeps.graph.arrays import Floats
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase

Direction = Literal["in", "out", "total"]


def degree(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    scale: Scale = "raw",
) -> Scores:
    """How many ties an organisation has.

    The number of ties, whatever their strength; in a directed layer those that come in and those
    that go out together. From 0 to n - 1 (directed: 2(n - 1)); ``scale="normalised"`` divides by
    that and runs from 0 to 1. A pair that nobody was asked about counts as no tie, so the true
    number may be higher; ``known_share`` says how much is known.

    The normalised form is undefined for a single organisation.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification,
    https://doi.org/10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": "city"}, {"id": "care"}, {"id": "housing"}],
    ...     contacts=[
    ...         {"between": ["city", "care"], "quality": 0.5},
    ...         {"between": ["city", "housing"]},
    ...     ],
    ... )
    >>> measures.degree(star).top(1)
    [('city', 2.0)]
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _counted("degree", ties, "total", scale)


def in_degree(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    scale: Scale = "raw",
) -> Scores:
    """How many others need something from an organisation, or give to it.

    The number of ties that come in, from 0 to n - 1; ``scale="normalised"`` divides by n - 1.
    Contacts have no direction; there it is the degree.

    The normalised form is undefined for a single organisation.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification,
    https://doi.org/10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> dict(measures.in_degree(network))
    {'care': 0.0, 'housing': 1.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _counted("in_degree", ties, "in", scale)


def out_degree(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    scale: Scale = "raw",
) -> Scores:
    """From how many others an organisation needs something, or to how many it gives.

    The number of ties that go out, from 0 to n - 1; ``scale="normalised"`` divides by n - 1. An
    organisation that was not asked may need more than is known. Contacts have no direction; there
    it is the degree.

    The normalised form is undefined for a single organisation.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification,
    https://doi.org/10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> dict(measures.out_degree(network))
    {'care': 1.0, 'housing': 0.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _counted("out_degree", ties, "out", scale)


def tie_sums(layer: Layer, weights: Floats, direction: Direction) -> Floats:
    """Add the weights of the ties of each organisation, in the order of the layer."""
    going = np.bincount(layer.sources, weights, layer.size).astype(np.float64)
    coming = np.bincount(layer.targets, weights, layer.size).astype(np.float64)
    if direction == "total" or not layer.directed:
        return coming + going
    return coming if direction == "in" else going


def most_ties(layer: Layer, direction: Direction) -> int:
    """Give the highest number of ties that one organisation can have."""
    both = layer.directed and direction == "total"
    return (2 if both else 1) * (layer.size - 1)


def _counted(name: str, layer: Layer, direction: Direction, scale: Scale) -> Scores:
    check_scale(scale)
    counts = tie_sums(layer, np.ones(len(layer.sources)), direction)
    if scale == "raw":
        return scores(about_layer(name, layer), layer, counts)
    if layer.size == 1:
        return no_scores(about_layer(name, layer), layer, Phrase("reason.alone"))
    return scores(about_layer(name, layer), layer, counts / max(most_ties(layer, direction), 1))
