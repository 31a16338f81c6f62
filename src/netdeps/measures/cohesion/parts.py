"""Which parts a network falls into, and who holds parts together."""

from __future__ import annotations

from typing import get_args

from netdeps.errors import check_option
from netdeps.graph import (
    Connection,
    LayerName,
    Selection,
    about_layer,
    component_labels,
    cuts,
    division,
    grounds_between,
    grounds_of_each,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.graph.arrays import Ints
from netdeps.measures.cohesion.part_rows import Component, CutPoint
from netdeps.model import Level, Network
from netdeps.results import Findings


def components(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    connection: Connection = "weak",
) -> Findings[Component]:
    """Which parts the network falls into: inside a part there is a way between any two.

    With ``connection="weak"`` a way may run along ties in either direction; with ``"strong"`` there
    has to be a way along the arrows to and fro. Contacts have no direction, so that both are the
    same. Whoever has no tie is a part by itself. Largest part first. A contact that nobody was
    asked about counts as none: with more known, parts can only join.

    R's igraph and networkx mean the weak ones unless told otherwise, R's sna the strong ones.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Wasserman and Faust (1994), Social Network Analysis, chapter 4,
    https://doi.org/10.1017/CBO9780511815478.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", "b"]}, {"between": ["b", "c"]}],
    ... )
    >>> [(row.members, row.share) for row in measures.components(network)]
    [(('a', 'b', 'c'), 0.75), (('d',), 0.25)]
    """
    check_option("connection", connection, get_args(Connection))
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    labels = component_labels(ties, connection).tolist()
    part_of = dict(zip(ties.order, labels, strict=True))
    grounds = grounds_between(selected(network, chosen), ties, part_of)
    rows = [
        Component(
            members=tuple(ties.order[place] for place in group),
            size=len(group),
            share=len(group) / ties.size,
            connection=connection if ties.directed else "weak",
            because=tuple(sorted(grounds.get((labels[group[0]],) * 2, ()))),
            names=ties.names,
        )
        for group in division(labels)
    ]
    return Findings(rows, about_layer("components", ties))


def cut_points(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[CutPoint]:
    """Without which single organisation others would have no way to each other any more.

    ``parts`` are the groups that would come apart, and ``separates`` is the number of pairs that
    would lose every way to each other. Ties count whichever way they run. The organisation that
    holds most pairs together comes first. With more contacts known, there may be a way round.

    R's igraph, networkx and rustworkx call these articulation points; R's sna (``cutpoints``) and
    UCINET name the same ones in an undirected network.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Hopcroft and Tarjan (1973), Algorithm 447: efficient algorithms for graph manipulation,
    https://doi.org/10.1145/362248.362272. Counting the pairs is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc", "cd", "db")],
    ... )
    >>> [(row.organisation, row.parts, row.separates) for row in measures.cut_points(network)]
    [('b', (('c', 'd'), ('a',)), 2)]
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    told = grounds_of_each(selected(network, chosen), ties)
    rows = []
    for place, parts in cuts(ties):
        named = [tuple(ties.order[member] for member in sorted(part)) for part in parts]
        rows.append(
            CutPoint(
                organisation=ties.order[place],
                parts=tuple(sorted(named, key=lambda part: (-len(part), part))),
                separates=_pairs_apart(parts),
                because=told[ties.order[place]],
                names=ties.names,
            )
        )
    rows.sort(key=lambda row: (-row.separates, row.organisation))
    return Findings(rows, about_layer("cut_points", ties))


def _pairs_apart(parts: list[Ints]) -> int:
    """Count the pairs of which each stands in another part."""
    sizes = [len(part) for part in parts]
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2
