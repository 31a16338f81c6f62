"""Who counts through ways of any length, the longer ones less."""

from __future__ import annotations

import numpy as np

from netdeps.graph import LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer, no_scores, scores
from netdeps.measures.centrality.leading import radius
from netdeps.measures.centrality.series import summed
from netdeps.measures.centrality.values import (
    Values,
    below_limit,
    finite,
    lacks_values,
    valued,
)
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase

_ROUNDING = 1e-15
"""What is smaller than this, beside the largest, is what rounding left of 0."""

_SHARE_OF_LIMIT = 0.85
_FREE_ALPHA = 0.5
_HALF_OF_LIMIT = -0.5
"""Where no tie goes round, there is no limit, and these are the factors themselves."""


def katz(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
    alpha: float | None = None,
) -> Scores:
    """How many ways lead to an organisation, directly and through others, longer ones counting less.

    1 plus, for each way of k ties that leads to it (also one that passes the same organisation
    again), ``alpha`` to the power of k; with ``values="strengths"`` times the strengths on it:
    (I - alpha·Aᵀ)⁻¹ 1, where row is from and column is to. 1 or more where ``alpha`` is above 0,
    and 1 for whom nobody needs. Contacts have no direction and count both ways. Loops do not count.

    The sum exists below a limit: 1 / the largest eigenvalue of A. Where ties go round, ``alpha`` is
    0.85 of that limit unless it is given; where none does there is no limit, and it is 1/2.
    Networks with different alphas are not to be compared. networkx gives this divided by the root
    of the sum of the squares (``normalized=False``: as it is here) and takes 0.1 for ``alpha``; R's
    igraph has it as ``alpha_centrality``.

    Undefined for everybody where the largest eigenvalue cannot be found (very long rows of contacts);
    with ``values="strengths"`` also where the amounts of a contribution are in different units, or
    some are not known.

    Raises
    ------
    OptionError
        When alpha is no number, or not below the limit; when the value of another option is not
        known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Katz (1953), A new status index derived from sociometric analysis,
    https://doi.org/10.1007/BF02289026.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     dependencies=[
    ...         {"depender": "a", "dependum": "money", "dependees": ["b"]},
    ...         {"depender": "b", "dependum": "permits", "dependees": ["c"]},
    ...     ],
    ... )
    >>> dict(measures.katz(network, alpha=0.5))
    {'a': 1.0, 'b': 1.5, 'c': 1.75}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("katz", ties)
    if unweighed := lacks_values(ties, values):
        return no_scores(said, ties, unweighed)
    matrix = valued(ties, values).T.tocsr()
    if (largest := radius(matrix)) is None:
        return no_scores(said, ties, Phrase("reason.not_told_apart"))
    default = _SHARE_OF_LIMIT / largest if largest else _FREE_ALPHA
    factor = below_limit("alpha", alpha, largest, default)
    found = summed(matrix, np.ones(ties.size), factor, abs(factor) * largest)
    return scores(said, ties, finite("alpha", factor, found))


def bonacich_power(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
    beta: float | None = None,
) -> Scores:
    """How strong an organisation is through those it deals with: those who have nobody else to go to.

    c = (I - beta·A)⁻¹ A 1, multiplied by what makes the sum of the squares n. A ``beta`` below 0 is
    for ties that compete, where a deal with one excludes another (tenders, scarce dwellings):
    strong is who deals with those that have few alternatives, and a score can be below 0. A
    ``beta`` above 0 is for ties that help each other: strong is who deals with the well-connected.
    With 0 it goes with the degree. Unless it is given, it is half the limit below 0: -0.5 / the
    largest eigenvalue of A, or -0.5 where no tie goes round.

    The same as ``power_centrality`` in R's igraph and ``bonpow`` in sna, which take 1 for beta
    (``exponent``) and also go beyond the limit, where the figures mean nothing. As there, the ties
    that go out count in a directed layer. Loops do not count.

    Undefined for everybody where there are no ties or the largest eigenvalue cannot be found; with
    ``values="strengths"`` also where the amounts of a contribution are in different units, or some
    are not known.

    Raises
    ------
    OptionError
        When beta is no number, or not below the limit; when the value of another option is not
        known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Bonacich (1987), Power and centrality: a family of measures, https://doi.org/10.1086/228631.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> path = Network(
    ...     organisations=[{"id": one} for one in "abcde"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc", "cd", "de")],
    ... )
    >>> {one: round(score, 3) for one, score in measures.bonacich_power(path, beta=-0.5).items()}
    {'a': 0.0, 'b': 1.581, 'c': 0.0, 'd': 1.581, 'e': 0.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    if unweighed := lacks_values(ties, values):
        return no_scores(about_layer("bonacich_power", ties), ties, unweighed)
    matrix = valued(ties, values)
    if (largest := radius(matrix)) is None:
        return no_scores(about_layer("bonacich_power", ties), ties, Phrase("reason.not_told_apart"))
    default = _HALF_OF_LIMIT / (largest or 1)
    factor = below_limit("beta", beta, largest, default)
    competing = [Phrase("caveat.competing_ties")] if factor < 0 else []
    said = about_layer("bonacich_power", ties, competing)
    if not matrix.nnz:
        return no_scores(said, ties, Phrase("reason.no_ties"))
    going = matrix @ np.ones(ties.size)
    power = finite("beta", factor, summed(matrix, going, factor, abs(factor) * largest))
    if highest := np.abs(power).max():
        power = power / highest  # else the squares of very small or large ones are lost
    power[np.abs(power) <= _ROUNDING] = 0
    return scores(said, ties, power * np.sqrt(ties.size / (power * power).sum()))
