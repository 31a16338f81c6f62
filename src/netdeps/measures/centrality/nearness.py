"""How near an organisation is to everybody."""

from __future__ import annotations

from typing import get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer, no_scores, scores
from netdeps.graph.reach import Side
from netdeps.measures.centrality.away import Unreachable, away
from netdeps.measures.centrality.lengths import Distance
from netdeps.model import Level, Network
from netdeps.results import Scores
from netdeps.words import Phrase


def harmonic_closeness(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    distance: Distance = "steps",
    direction: Side = "in",
) -> Scores:
    """How near an organisation is to everybody, directly or through others.

    The mean, over all others, of 1 / the distance; whoever cannot be reached adds 0. In a directed
    layer the distances *to* it count, so that in the layer of dependencies it scores those whom
    everybody ends up needing; ``direction="out"`` counts the distances *from* it. From 0 (nobody)
    to 1 (a tie with everybody). Loops do not count. networkx gives the same sum without dividing by
    n - 1; R's igraph (``harmonic_centrality``, ``normalized=TRUE``) and sna (``closeness`` with
    ``cmode="suminvdir"``) give the distances from it unless told otherwise, as does UCINET's
    reciprocal closeness in its column "out".

    ``distance="steps"`` counts ties. ``distance="inverse_strength"`` gives a tie the length 1 / its
    strength (on the fixed scale from 0 to 1, so no tie is shorter than 1): a strong tie is a short
    way, and a tie of strength 0 is no way. Contributions have no fixed scale and take steps only.

    Undefined for a single organisation.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Boldi and Vigna (2014), Axioms for centrality, https://doi.org/10.1080/15427951.2013.865686.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> path = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc", "cd")],
    ... )
    >>> round(measures.harmonic_closeness(path)["b"], 4)
    0.8333
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("harmonic_closeness", ties)
    far = away(ties, distance, direction)
    if ties.size <= 1:
        return no_scores(said, ties, Phrase("reason.alone"))
    return scores(said, ties, far.inverse / (ties.size - 1))


def closeness(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    distance: Distance = "steps",
    direction: Side = "in",
    unreachable: Unreachable = "reachable_share",
) -> Scores:
    """How few steps an organisation is from the others, on average.

    1 / the mean distance to it (``direction="out"``: from it). Where not everybody can reach
    everybody, programs differ; ``unreachable`` says which of them to follow. With r of the n - 1
    others that have a way, and s the sum of their distances:

    - ``"reachable_share"``: r / (n - 1) × r / s, after Wasserman and Faust; as in networkx.
    - ``"reachable_only"``: r / s, the others are left out; as in igraph (R from 1.3, normalised).
    - ``"undefined"``: (n - 1) / s, and nothing for whom not all others have a way to; sna gives
      0 there.
    - ``"longest_plus_one"``: (n - 1) / (s + (n - 1 - r)(L + 1)), with L the longest distance that
      there is; as in UCINET.

    All four are the same where everybody reaches everybody. From above 0 to 1 (a tie with
    everybody). Loops do not count. sna, igraph and UCINET give the distances *from* unless told
    otherwise, networkx those *to*; igraph without ``normalized=TRUE`` gives 1 / s.

    Nobody has a way to an organisation: undefined, but for ``"longest_plus_one"``, where it stands
    at the far end, as long as there are ties at all. Undefined for a single organisation.
    ``harmonic_closeness`` is defined for all of them.

    ``distance="inverse_strength"`` gives a tie the length 1 / its strength, as in ``betweenness``.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification,
    https://doi.org/10.1016/0378-8733(78)90021-7. Wasserman and Faust (1994), Social network
    analysis, page 201.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc")],
    ... )
    >>> measures.closeness(network).top(1)
    [('b', 0.6666666666666666)]
    >>> measures.closeness(network, unreachable="reachable_only").top(1)
    [('b', 1.0)]
    >>> str(measures.closeness(network).undefined["d"])
    'no other organisation has a way to it'
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    said = about_layer("closeness", ties)
    check_option("unreachable", unreachable, get_args(Unreachable))
    far = away(ties, distance, direction)
    if ties.size <= 1:
        return no_scores(said, ties, Phrase("reason.alone"))
    near, defined = far.near(unreachable)
    lacks = "not_all" if unreachable == "undefined" else "no_way"
    reason = Phrase(f"reason.{lacks}_{direction}")
    without = np.flatnonzero(~defined).tolist()
    return scores(said, ties, near, {ties.order[one]: reason for one in without})
