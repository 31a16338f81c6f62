"""Who counts through those who count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer, no_scores, scores
from netdeps.graph.arrays import Floats, Ints
from netdeps.measures.centrality.leading import Leading, leading
from netdeps.measures.centrality.values import Values, lacks_values, valued
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase

VectorScale = Literal["length", "maximum"]
"""The sum of the squares is 1, or the highest score is 1."""


def eigenvector(
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
) -> Scores:
    """How well an organisation is connected to those who are well connected themselves.

    Each score goes with the sum of the scores of those it has a tie with: the eigenvector of the
    largest eigenvalue. In a directed layer the ties that come in count (who is needed by those who
    are needed), as in igraph and networkx; sna takes the ties that go out. Each tie counts alike,
    or by its strength (``values``). From 0 to 1. ``scale="length"`` makes the sum of the squares 1,
    as sna, networkx and UCINET do; ``scale="maximum"`` makes the highest score 1, as igraph does.
    Loops do not count.

    Where the ties of contact fall apart, only the part that weighs most has scores; the others are
    undefined, where R and networkx give 0. (UCINET goes part by part: use ``kind`` or ``inside``.)
    Undefined for everybody where two parts weigh the same, where the next eigenvalue is within a
    millionth, where there are no ties, and in a directed layer in which not everybody can reach
    everybody: the vector would be arbitrary or 0.
    ``pagerank`` has a value there. With ``values="strengths"`` undefined also where the amounts of
    a contribution are in different units, or some are not known.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Bonacich (1972), Factoring and weighting approaches to status scores and clique identification,
    https://doi.org/10.1080/0022250X.1972.9989806.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": one} for one in "abcde"],
    ...     contacts=[{"between": ["a", one]} for one in "bcde"],
    ... )
    >>> {one: round(score, 3) for one, score in measures.eigenvector(star).items()}
    {'a': 0.707, 'b': 0.354, 'c': 0.354, 'd': 0.354, 'e': 0.354}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    check_option("scale", scale, get_args(VectorScale))
    found = weighed(ties, values, scale)
    said = about_layer("eigenvector", ties)
    if found.reason:
        return no_scores(said, ties, found.reason)
    outside = np.delete(np.arange(ties.size), found.members).tolist()
    reason = Phrase("reason.outside_heaviest")
    return scores(said, ties, found.scores, {ties.order[one]: reason for one in outside})


@dataclass(frozen=True)
class Weighed:
    """The score of everybody, 0 outside the part that weighs most; or why there is none."""

    scores: Floats
    members: Ints
    reason: Phrase | None = None


def weighed(layer: Layer, values: Values, scale: VectorScale) -> Weighed:
    """Give the eigenvector of the largest eigenvalue, in the order of the layer."""
    found, nobody = np.zeros(layer.size), np.zeros(0, dtype=np.int64)
    heaviest = _heaviest(layer, values)
    if isinstance(heaviest, Phrase):
        return Weighed(found, nobody, heaviest)
    vector = heaviest.vector
    whole = np.sqrt((vector * vector).sum()) if scale == "length" else vector.max()
    found[heaviest.members] = vector / whole
    return Weighed(found, heaviest.members)


def _heaviest(layer: Layer, values: Values) -> Leading | Phrase:
    """Give the one part that weighs most, or the reason why there is none."""
    if unmeasured := lacks_values(layer, values):
        return unmeasured
    matrix = valued(layer, values)
    if not matrix.nnz:
        return Phrase("reason.no_ties")
    found = leading(matrix.T.tocsr())
    if layer.directed and (not found or len(found[0].members) < layer.size):
        return Phrase("reason.not_round")
    if len(found) > 1:
        return Phrase("reason.equal_parts")
    if not found[0].told_apart:
        return Phrase("reason.not_told_apart")
    return found[0]
