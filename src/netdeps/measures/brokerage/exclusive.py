"""For how many others without a tie an organisation is the only one who connects them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from netdeps.errors import check_count
from netdeps.graph import (
    By,
    Grouped,
    LayerName,
    Selection,
    about_layer,
    grounds_of_each,
    grouped,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.measures.brokerage.broker_rows import ExclusiveBrokerage
from netdeps.measures.brokerage.open_paths import ROLES, role_counts
from netdeps.measures.brokerage.sole import SoleMiddles
from netdeps.model import Level, Network
from netdeps.results import Findings
from netdeps.words import Phrase

_WITHIN = [ROLES.index("coordinator"), ROLES.index("itinerant")]
"""The roles between two of the same group."""


def exclusive_brokerage(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    by: By = "kind",
    groups: Mapping[str, str] | None = None,
    most_pairs: int = 300,
) -> Findings[ExclusiveBrokerage]:
    """For how many others without a tie an organisation is the only one who connects them.

    ``activity`` counts the pairs of others a, b of different groups with ties a → v and v → b and
    none a → b; ``exclusive`` those of them that have no other middle, and ``share`` their part,
    from 0 to 1. Groups are the kinds (``by="kind"``), the regions (``by="region"``), or what
    ``groups`` gives for each organisation; whoever has no group is left out, with its ties.
    ``by="organisation"`` makes each a group of its own, so that all pairs count.

    A row for each organisation that stands between others, those that are the only link for most
    pairs first. ``pairs`` names the pairs that it alone connects, at most the first ``most_pairs``
    by their ids; the counts are always of all.

    Without direction (contacts) each pair counts once; R's netrics counts it both ways. netrics also sorts
    organisations into classes by whether they are above the mean; we give no such names, which
    would read as verdicts on a party. Strengths do not matter and loops are no ties.

    Undefined for who stands between nobody, and with fewer than three organisations. A pair that
    nobody was asked about counts as having no tie; there the true figures may be higher or lower.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Hamilton, Hileman and Bodin (2020), Evaluating heterogeneous brokerage: new conceptual and
    methodological approaches and their application to multi-level environmental governance
    networks, Social Networks 61: 1-10, https://doi.org/10.1016/j.socnet.2019.08.002.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[
    ...         {"id": "city", "kind": "municipality"},
    ...         {"id": "care", "kind": "care_provider"},
    ...         {"id": "housing", "kind": "housing_corporation"},
    ...     ],
    ...     contacts=[{"between": ["city", one]} for one in ("care", "housing")],
    ... )
    >>> row = measures.exclusive_brokerage(network)[0]
    >>> row.organisation, row.exclusive, row.share, row.pairs
    ('city', 1, 1.0, (('care', 'housing'),))
    """
    check_count("most_pairs", most_pairs)
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    sides = grouped(network, ties, by, groups)
    rows = _rows(selected(network, chosen), sides, min(most_pairs, sides.layer.size**2))
    rows.sort(key=lambda row: (-row.exclusive, -row.activity, row.organisation))
    idle = set(sides.layer.order).difference(row.organisation for row in rows)
    reasons = {**sides.reasons, **dict.fromkeys(idle, Phrase("reason.between_nobody"))}
    return Findings(rows, about_layer("exclusive_brokerage", ties, sides.caveats), reasons)


def _rows(network: Network, sides: Grouped, most: int) -> list[ExclusiveBrokerage]:
    layer = sides.layer
    counts = np.delete(role_counts(layer, sides.numbers), _WITHIN, axis=1).sum(axis=1).tolist()
    if not any(counts):
        return []
    sole = SoleMiddles(layer, sides.numbers, most)
    told = grounds_of_each(network, layer)
    return [
        ExclusiveBrokerage(
            organisation=one,
            activity=counts[place],
            exclusive=int(sole.counts[place]),
            share=int(sole.counts[place]) / counts[place],
            pairs=tuple((layer.order[a], layer.order[b]) for a, b in sole.pairs[place]),
            because=told[one],
            directed=layer.directed,
            names=layer.names,
        )
        for place, one in enumerate(layer.order)
        if counts[place]
    ]
