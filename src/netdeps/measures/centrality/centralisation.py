"""How much a network hangs on one organisation."""

from __future__ import annotations

from typing import get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer
from netdeps.measures.centrality.between import most_between, raw_betweenness
from netdeps.measures.centrality.degrees import Direction, tie_sums
from netdeps.model import Level, Network
from netdeps.results import Figure, Number, Undefined
from netdeps.words import Phrase

_LEAST = 3
"""Two organisations are always equally central."""


def degree_centralisation(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    direction: Direction = "in",
) -> Figure:
    """How much the ties hang on one organisation: 0 everybody alike, 1 all on one.

    The sum of the differences with the highest degree, divided by the highest that this sum can be
    with so many organisations and no loops: (n - 1)(n - 2) for contacts, (n - 1)² for the ties that
    come in or go out of a directed layer (``direction``), 2(n - 1)(n - 2) for both together. R's
    igraph counts possible loops unless ``loops=FALSE``, and then divides by n(n - 1), or by
    2(n - 1)² for both directions.

    Undefined with fewer than three organisations; 0 where there are no ties. Networks of different
    size are not to be compared by it.

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
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> measures.degree_centralisation(star)
    1.0
    """
    check_option("direction", direction, get_args(Direction))
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("degree_centralisation", ties)
    if ties.size < _LEAST:
        return Undefined(Phrase("reason.too_few_centralisation"), said)
    counts = tie_sums(ties, np.ones(len(ties.sources)), direction)
    return Number(float((counts.max() - counts).sum() / _widest(ties, direction)), said)


def betweenness_centralisation(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Figure:
    """How much the shortest lines run through one organisation: 0 all alike, 1 all through one.

    The sum of the differences with the highest normalised betweenness, divided by n - 1, which a
    star reaches.

    Undefined with fewer than three organisations; 0 where nobody stands between others. Networks
    of different size are not to be compared by it.

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
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> measures.betweenness_centralisation(star)
    1.0
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("betweenness_centralisation", ties)
    if ties.size < _LEAST:
        return Undefined(Phrase("reason.too_few_centralisation"), said)
    shares = raw_betweenness(ties) / most_between(ties)
    return Number(float((shares.max() - shares).sum() / (ties.size - 1)), said)


def _widest(ties: Layer, direction: Direction) -> int:
    n = ties.size
    if ties.directed and direction != "total":
        return (n - 1) ** 2
    return (2 if ties.directed else 1) * (n - 1) * (n - 2)
