"""How many of the possible ties there are, and how many of them go both ways."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import (
    Contacts,
    Layer,
    LayerName,
    Selection,
    Values,
    about_layer,
    count_pairs,
    lacks_values,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.model import Level, Network
from netdeps.results import Figure, Number, Undefined
from netdeps.words import Phrase

Counted = Literal["ties", "pairs"]
"""Whether each tie is asked for one that comes back, or each pair for ties both ways."""

_LEAST = 2


def density(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
) -> Figure:
    """Which share of all possible ties is there.

    ties / possible ties: n(n - 1) in a directed layer, half of that for contacts; loops never
    count. From 0 (none) to 1 (everybody with everybody). A contact that nobody was asked about
    counts as none, as in every measure of the layer; ``high`` is what the share would be if all of
    these are there after all, ``low`` is the value itself. ``contact_density`` of the gaps is
    another figure: it takes the parties' own words alone, counts only pairs that could meet at a
    level, and gives the share among what is known.

    ``values="strengths"`` adds the strengths instead, which is the mean strength over all possible
    ties: the figure that R's sna (``gden``) and UCINET give for a valued network. It has no bounds.
    networkx and R's igraph ignore strengths, as ``values="ties"`` does; both count loops.

    Undefined with fewer than two organisations, and where strengths say nothing: amounts in
    different units, or amounts that nobody counted.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Wasserman and Faust (1994), Social Network Analysis, chapter 4,
    https://doi.org/10.1017/CBO9780511815478. The bounds are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair), "said": {"by": pair[0]}}
    ...               for pair in ("ab", "ba", "ac", "ad")],
    ...     interviews=[{"organisation": one, "asked": ["contacts"]} for one in "ab"],
    ... )
    >>> found = measures.density(network)
    >>> round(float(found), 3), round(found.low, 3), round(found.high, 3)
    (0.5, 0.5, 0.667)
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    unmeasured = lacks_values(ties, values)
    said = about_layer("density", ties)
    if ties.size < _LEAST:
        return Undefined(Phrase("reason.fewer_than_two"), said)
    possible = possible_ties(ties)
    if unmeasured:
        return Undefined(unmeasured, said)
    if values == "strengths":
        return Number(float(np.sort(ties.strengths).sum() / possible), said)
    there = len(ties.sources)
    if layer != "contact":
        return Number(there / possible, said)
    open_pairs = count_pairs(Contacts(selected(network, chosen)), level)["unknown"]
    return Number(there / possible, said, there / possible, (there + open_pairs) / possible)


def reciprocity(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    counted: Counted = "ties",
) -> Figure:
    """Which share of the ties goes both ways.

    With M pairs that are tied both ways and A that are tied one way, ``counted="ties"`` is the
    chance that a tie is returned, 2M / (2M + A), and ``counted="pairs"`` the share of the tied
    pairs that are tied both ways, M / (M + A). From 0 (never) to 1 (always); loops never count, and
    neither do strengths (for amounts that come back see the measures of balance).

    Three different figures go by this name. ``counted="ties"`` is what networkx
    (``overall_reciprocity``) and R's igraph give, ``grecip(measure="edgewise")`` of R's sna, and the
    "arc" method of UCINET. ``counted="pairs"`` is igraph's ``mode="ratio"``, sna's
    ``"dyadic.nonnull"`` and UCINET's "dyad" method. What sna gives when nothing is said,
    (M + N) / all pairs, also takes the N pairs without any tie for mutual; with ``counted="pairs"``
    as r, the share of the pairs that is tied as c, it is 1 - c(1 - r).

    Undefined where there are no ties, and for contacts, which have no direction.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Wasserman and Faust (1994), Social Network Analysis, chapter 13,
    https://doi.org/10.1017/CBO9780511815478.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     dependencies=[{"depender": one, "dependum": "help", "dependees": [other]}
    ...                   for one, other in ("ab", "ba", "bc")],
    ... )
    >>> round(float(measures.reciprocity(network)), 3)
    0.667
    >>> float(measures.reciprocity(network, counted="pairs"))
    0.5
    """
    check_option("counted", counted, get_args(Counted))
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("reciprocity", ties)
    if not ties.directed:
        return Undefined(Phrase("reason.contacts_no_direction"), said)
    if not len(ties.sources):
        return Undefined(Phrase("reason.no_ties"), said)
    count, both_ways = len(ties.sources), mutual_pairs(ties)
    if counted == "ties":
        return Number(2 * both_ways / count, said)
    return Number(both_ways / (count - both_ways), said)


def possible_ties(layer: Layer) -> int:
    """Give the number of ties that there could be, without loops."""
    ordered = layer.size * (layer.size - 1)
    return ordered if layer.directed else ordered // 2


def mutual_pairs(layer: Layer) -> int:
    """Count the pairs that are tied both ways in a directed layer."""
    matrix = layer.matrix(values="ties")
    return int(matrix.multiply(matrix.T).sum()) // 2
