"""Which parts a network falls into, and who holds parts together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import numpy as np

from netdeps.errors import check_option
from netdeps.graph import (
    Layer,
    LayerName,
    Selection,
    about_layer,
    division,
    grounds_between,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.graph.arrays import Ints
from netdeps.measures.cohesion.part_rows import Component, Connection, CutPoint
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
    Wasserman and Faust (1994), Social Network Analysis, sections 4.2 and 4.3,
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
    grounds = grounds_between(selected(network, chosen), ties, {one: one for one in ties.order})
    told: dict[str, set[str]] = {}
    for pair, statements in grounds.items():
        for one in pair:
            told.setdefault(one, set()).update(statements)
    rows = []
    for place, parts in cuts(ties):
        named = [tuple(ties.order[member] for member in sorted(part)) for part in parts]
        rows.append(
            CutPoint(
                organisation=ties.order[place],
                parts=tuple(sorted(named, key=lambda part: (-len(part), part))),
                separates=_pairs_apart(parts),
                because=tuple(sorted(told[ties.order[place]])),
                names=ties.names,
            )
        )
    rows.sort(key=lambda row: (-row.separates, row.organisation))
    return Findings(rows, about_layer("cut_points", ties))


def component_labels(layer: Layer, connection: Connection = "weak") -> Ints:
    """Give the number of the part of each organisation, in the order of the layer."""
    from scipy.sparse.csgraph import connected_components

    if not layer.size:
        return np.zeros(0, dtype=np.int64)
    matrix = layer.matrix(values="ties")
    labels = connected_components(matrix, directed=layer.directed, connection=connection)[1]
    return labels.astype(np.int64)


def cuts(layer: Layer) -> Iterator[tuple[int, list[Ints]]]:
    """Give each place that holds others together, with the groups that come apart without it."""
    import rustworkx as rx

    graph: Any = rx.PyGraph()
    graph.add_nodes_from(range(layer.size))
    ties = zip(layer.sources.tolist(), layer.targets.tolist(), strict=True)
    graph.add_edges_from_no_data(list(ties))
    holding = rx.articulation_points(graph)
    if holding:
        yield from _apart(layer, np.array(rx.graph_dfs_edges(graph, None)), sorted(holding))


def _apart(layer: Layer, search: Ints, holding: list[int]) -> Iterator[tuple[int, list[Ints]]]:
    """Give what comes apart without each of some places.

    A search in depth numbers everybody, so that all that is found beyond somebody is a row of
    numbers. Where no tie leads from that row past whoever it was found from, it hangs on that one.
    """
    order, parents = _numbered(search)
    numbers = np.full(layer.size, -1, dtype=np.int64)
    numbers[order] = np.arange(len(order))
    sizes, lowest = _beyond(layer, numbers, parents)
    hanging: dict[int, list[int]] = {}
    for number in np.flatnonzero((lowest == parents) & (parents >= 0)).tolist():
        hanging.setdefault(int(parents[number]), []).append(number)
    firsts = np.flatnonzero(parents < 0)
    for place in holding:
        number = int(numbers[place])
        first = firsts[np.searchsorted(firsts, number, side="right") - 1]
        whole = np.arange(first, first + sizes[first])
        parts = [np.arange(row, row + sizes[row]) for row in hanging[number]]
        rest = np.setdiff1d(whole, np.concatenate([[number], *parts]), assume_unique=True)
        yield place, [order[part] for part in (*parts, rest) if len(part)]


def _numbered(search: Ints) -> tuple[Ints, Ints]:
    """Give who is found first, second, … and from which number each was; -1 for where it began.

    The search is a row of steps, each from somebody who was found before, or begins a new part.
    """
    found_from, found = search.T
    who, first_step = np.unique(found_from, return_index=True)
    begins = np.zeros(len(search), dtype=bool)
    begins[first_step[~np.isin(who, found)]] = True
    steps = np.arange(len(search)) + begins.cumsum()
    order = np.empty(len(search) + int(begins.sum()), dtype=np.int64)
    order[steps] = found
    order[steps[begins] - 1] = found_from[begins]
    numbers = np.empty(int(search.max()) + 1, dtype=np.int64)
    numbers[order] = np.arange(len(order))
    parents = np.full(len(order), -1, dtype=np.int64)
    parents[steps] = numbers[found_from]
    return order, parents


def _beyond(layer: Layer, numbers: Ints, parents: Ints) -> tuple[Ints, Ints]:
    """Give how many are found beyond each, itself included, and the lowest number they are tied to."""
    tied = np.arange(len(parents))
    low, high = numbers[layer.sources], numbers[layer.targets]
    np.minimum.at(tied, low, high)
    np.minimum.at(tied, high, low)
    sizes, lowest = [1] * len(parents), tied.tolist()
    for number, parent in reversed(list(enumerate(parents.tolist()))):
        if parent >= 0:
            sizes[parent] += sizes[number]
            lowest[parent] = min(lowest[parent], lowest[number])
    return np.array(sizes), np.array(lowest)


def _pairs_apart(parts: list[Ints]) -> int:
    """Count the pairs of which each stands in another part."""
    sizes = [len(part) for part in parts]
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2
