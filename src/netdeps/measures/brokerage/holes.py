"""How much room an organisation's contacts leave it: Burt's structural holes."""

from __future__ import annotations

from collections.abc import Callable

from netdeps.graph import (
    Layer,
    LayerName,
    Selection,
    Values,
    about_layer,
    lacks_values,
    no_scores,
    scores,
)
from netdeps.graph import layer as make_layer
from netdeps.graph.arrays import Floats
from netdeps.measures.brokerage.burt import Holes
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase, Says

_SPREAD = 2
"""Over so many contacts constraint can be spread."""


def constraint(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
) -> Scores:
    """How much an organisation's contacts all lead back to the same circle.

    Σ over its contacts j of (p_ij + Σ_q p_iq p_qj)², with p_ij the share of i's ties that it has
    with j, and a tie's strength what runs there and back, a_ij + a_ji. Low means free to connect
    others, high means hemmed in: 1 / k for the centre of a star with k others, 1 for whoever has
    one contact that has no other tie to it. Above 0, and in very small or uneven groups it exceeds 1
    (a triangle: 9/8).

    ``values="ties"`` takes every tie alike (in a directed layer one that runs both ways counts
    twice); ``values="strengths"`` takes the strengths, and a tie of strength 0 is none. Only
    proportions matter, so the unit does not. The whole network counts, not the organisation's own
    surroundings alone: R's igraph and networkx give the same figures, with and without direction (for
    strengths, with the strengths as weights). UCINET's default looks at the organisation and its
    contacts alone: ``constraint`` of ``network.only([ego, *contacts])``, for one ego at a time; its
    option for the whole network gives ours.

    Undefined for an organisation without ties (igraph, networkx: NaN), and by strength for everybody
    where the amounts of a contribution are in different units, or some are not known.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Burt (1992), Structural Holes: The Social Structure of Competition, chapter 2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> round(measures.constraint(network)["a"], 4), measures.constraint(network)["b"]
    (0.3333, 1.0)
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _scored("constraint", ties, values, lambda holes: holes.constraint)


def effective_size(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
) -> Scores:
    """How many contacts an organisation has that do not lead to each other.

    Σ over its contacts j of 1 - Σ_q p_iq m_jq, with p_iq the share of i's ties that it has with q,
    and m_jq the strength of the tie of j and q as a part of the strongest tie of j; a tie's strength is
    what runs there and back. For contacts that count alike it is n - 2t / n, with n contacts that have
    t ties among them. From above 0 (all know each other) to the number of contacts (none do).

    ``values="ties"`` takes every tie alike (in a directed layer one that runs both ways counts
    twice); ``values="strengths"`` takes the strengths, and a tie of strength 0 is none. The same figures
    as networkx with ``nodes=list(graph)``; without ``nodes`` networkx 3.6 is wrong on directed and on
    weighted graphs, and it gives NaN to who has only ties that come in. UCINET's default is the
    same for undirected ties that count alike; R's igraph has no such measure.

    Undefined for an organisation without ties, and by strength for everybody where the amounts of
    a contribution are in different units, or some are not known.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Burt (1992), Structural Holes: The Social Structure of Competition, chapter 2; Borgatti
    (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20, for n - 2t / n.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "ac", "ad", "bc")],
    ... )
    >>> round(measures.effective_size(network)["a"], 4)
    2.3333
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _scored("effective_size", ties, values, lambda holes: holes.effective_size)


def efficiency(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
) -> Scores:
    """Which share of an organisation's contacts does not lead to the others among them.

    The effective size divided by the number of contacts, above 0 and at most 1. Options and
    conventions are those of ``effective_size``. UCINET gives the same on its conventions;
    Krackhardt's efficiency, in R's sna, is another measure.

    Undefined for an organisation without ties, and by strength for everybody where the amounts of
    a contribution are in different units, or some are not known.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Burt (1992), Structural Holes: The Social Structure of Competition, chapter 2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "ac", "ad", "bc")],
    ... )
    >>> round(measures.efficiency(network)["a"], 4)
    0.7778
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _scored("efficiency", ties, values, lambda holes: holes.efficiency)


def hierarchy(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
) -> Scores:
    """How far an organisation's constraint comes from a single contact: 0 from all alike, 1 from one.

    Σ over its N contacts j of r ln r / (N ln N), with r the constraint that comes from j divided by
    the mean over all contacts. Options and conventions are those of ``constraint``. Krackhardt's
    hierarchy, in R's sna, is another measure.

    Undefined for an organisation with fewer than two contacts (UCINET prints 1 for one contact), and by
    strength for everybody where the amounts of a contribution are in different units, or some are
    not known.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Burt (1992), Structural Holes: The Social Structure of Competition, chapter 2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "ac", "ad", "bc")],
    ... )
    >>> round(measures.hierarchy(network)["a"], 4)
    0.0522
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _scored("hierarchy", ties, values, lambda holes: holes.hierarchy, least=_SPREAD)


def _scored(
    name: str, layer: Layer, values: Values, measure: Callable[[Holes], Floats], *, least: int = 1
) -> Scores:
    said = about_layer(name, layer)
    if unmeasured := lacks_values(layer, values):
        return no_scores(said, layer, unmeasured)
    holes = Holes.of(layer, values)
    contacts = dict(zip(layer.order, holes.contacts.tolist(), strict=True))
    too_few = {one: _why(count) for one, count in contacts.items() if count < least}
    return scores(said, layer, measure(holes), too_few)


def _why(contacts: float) -> Says:
    return Phrase("reason.one_contact" if contacts else "reason.no_own_ties")
