"""How much everything is near one organisation, or weighs on one."""

from __future__ import annotations

from math import sqrt
from typing import get_args

from netdeps.errors import check_option
from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer
from netdeps.graph.arrays import Floats
from netdeps.graph.reach import Side
from netdeps.measures.centrality.away import away
from netdeps.measures.centrality.eigen import VectorScale, weighed
from netdeps.measures.centrality.values import Values
from netdeps.model import Level, Network
from netdeps.results import Figure, Number, Undefined
from netdeps.words import Phrase

_LEAST = 3
"""Two organisations are always equally central."""


def closeness_centralisation(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    direction: Side = "in",
) -> Figure:
    """How much everybody is near one organisation and far from the rest: 0 alike, 1 as in a star.

    The sum of the differences with the highest closeness in steps, divided by (n - 1)(n - 2) /
    (2n - 3), the highest that this sum can be where contacts connect everybody; a star reaches it.
    In a directed layer it is divided by (n - 1)(1 - 1/n), as R's sna and igraph do; where everybody
    can reach everybody, the sum stays below that. Distances *to* an organisation count; R counts
    those from it (``direction="out"``). Loops do not count.

    Undefined with fewer than three organisations, and where not everybody can reach everybody (sna
    gives 0 there, igraph nothing or the sum over part of them); ``harmonic_centralisation`` is
    defined there. Networks of different size are not to be compared by it.

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
    >>> round(measures.closeness_centralisation(star), 12)
    1.0
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("closeness_centralisation", ties)
    far, n = away(ties, "steps", direction), ties.size
    if n < _LEAST:
        return Undefined(Phrase("reason.too_few_centralisation"), said)
    near, defined = far.near("undefined")
    if not defined.all():
        return Undefined(Phrase("reason.not_everybody_connected"), said)
    widest = (n - 1) * (1 - 1 / n) if ties.directed else (n - 1) * (n - 2) / (2 * n - 3)
    return Number(_spread(near) / widest, said)


def harmonic_centralisation(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    direction: Side = "in",
) -> Figure:
    """How much everybody is near one organisation, also where there are loose parts: 0 alike, 1 one.

    The sum of the differences with the highest harmonic closeness in steps, divided by the highest
    that it can be with so many organisations: (n - 2) / 2 for contacts, which a star reaches, with
    or without one organisation beside it; n - 1 in a directed layer, where all ties go to (or, with
    ``direction="out"``, from) one organisation. Loops do not count. R's sna has it as
    ``centralization(…, closeness, cmode="suminvundir")``; for directed ties it divides by (n - 1)²
    instead.

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
    https://doi.org/10.1016/0378-8733(78)90021-7, with the closeness of Boldi and Vigna (2014),
    Axioms for centrality, https://doi.org/10.1080/15427951.2013.865686.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> round(measures.harmonic_centralisation(star), 12)
    1.0
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("harmonic_centralisation", ties)
    far, n = away(ties, "steps", direction), ties.size
    if n < _LEAST:
        return Undefined(Phrase("reason.too_few_centralisation"), said)
    widest = (n - 1) if ties.directed else (n - 2) / 2
    return Number(_spread(far.inverse / (n - 1)) / widest, said)


def eigenvector_centralisation(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
    scale: VectorScale = "length",
) -> Figure:
    """How much the weight of being connected to the connected rests on few: 0 all alike.

    The sum of the differences with the highest ``eigenvector`` score, divided by the highest that
    it can be with so many organisations: where one tie has all the weight, n - 2 with
    ``scale="maximum"`` and (n - 2) / √2 with ``scale="length"``. A star, where everybody counts, is
    far below 1. Here those outside the part that weighs most count as 0, which is their place in
    the vector. In a directed layer it is divided by n - 1 with either scale, as R's sna and igraph
    do; where everybody can reach everybody, the sum stays below that. sna takes the scale "length"
    (and the ties that go out), igraph "maximum"; the figures are not the same. Loops do not count.

    Undefined with fewer than three organisations, and wherever ``eigenvector`` has no score for
    anybody. Networks of different size are not to be compared by it.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification,
    https://doi.org/10.1016/0378-8733(78)90021-7, with the scores of Bonacich (1972),
    https://doi.org/10.1080/0022250X.1972.9989806.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> round(measures.eigenvector_centralisation(star, scale="maximum"), 3)
    0.634
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    check_option("scale", scale, get_args(VectorScale))
    said = about_layer("eigenvector_centralisation", ties)
    found = weighed(ties, values, scale)
    if ties.size < _LEAST:
        return Undefined(Phrase("reason.too_few_centralisation"), said)
    if found.reason:
        return Undefined(found.reason, said)
    return Number(_spread(found.scores) / _heaviest(ties, scale), said)


def _spread(values: Floats) -> float:
    return float((values.max() - values).sum())


def _heaviest(ties: Layer, scale: VectorScale) -> float:
    if ties.directed:
        return ties.size - 1
    return (ties.size - 2) / (sqrt(2) if scale == "length" else 1)
