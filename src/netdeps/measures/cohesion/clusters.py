"""Which organisations have many ties among themselves and few to others."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netdeps.graph import (
    Division,
    Divisions,
    Layer,
    LayerName,
    Selection,
    about_layer,
    best_divisions,
    grounds_between,
    pairs_tied,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.measures.cohesion.community_rows import Community
from netdeps.model import Level, Network
from netdeps.results import Findings
from netdeps.words import Phrase


def communities(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    starts: int = 10,
    seed: int = 0,
) -> Findings[Community]:
    """Which organisations have many ties among themselves and few to others.

    The division of all organisations into groups with the highest modularity that was found: the
    share of the tied pairs that are inside a group, less what would be there by chance with the
    same number of ties for everybody. It lies between -1/2 and 1; 0 is no better than one group.
    Direction and strength are left aside: a pair is tied or not. Whoever has no tie is a group by
    itself. A tool for large networks: among twenty-five organisations people know their groups.

    Where at most 8 organisations have ties, every division is looked at. Else Louvain's method
    runs ``starts`` times, each time beginning with other organisations, and the best result counts;
    there may be a better one, and a caveat says so. Several divisions can be equally good; all that
    were found are given, with a number under ``division``. The same network and ``seed`` give the
    same groups.

    The modularity is that of networkx and R's igraph for the undirected network without weights.
    Their groups can differ, because their runs do.

    Empty where nobody has a tie.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Newman and Girvan (2004), Finding and evaluating community structure in networks,
    https://doi.org/10.1103/PhysRevE.69.026113. Blondel, Guillaume, Lambiotte and Lefebvre (2008),
    Fast unfolding of communities in large networks, https://doi.org/10.1088/1742-5468/2008/10/P10008.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcdef"],
    ...     contacts=[{"between": list(pair)} for pair in ("ab", "bc", "ca", "cd", "de", "ef", "fd")],
    ... )
    >>> [(row.members, row.inside, row.outside) for row in measures.communities(network)]
    [(('a', 'b', 'c'), 3, 1), (('d', 'e', 'f'), 3, 1)]
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    found = best_divisions(ties, starts=starts, seed=seed)
    if found is None:
        undefined = {"communities": Phrase("reason.no_ties")}
        return Findings([], about_layer("communities", ties), undefined)
    part = selected(network, chosen)
    rows = [row for number, _ in enumerate(found.best) for row in _rows(part, ties, found, number)]
    return Findings(rows, about_layer("communities", ties, _caveats(found, starts)))


def _rows(network: Network, layer: Layer, found: Divisions, number: int) -> Iterator[Community]:
    division = found.best[number]
    group_of = {layer.order[place]: at for at, group in enumerate(division) for place in group}
    grounds = grounds_between(network, layer, group_of)
    for at, (group, inside, outside) in enumerate(_counted(layer, division)):
        yield Community(
            members=tuple(layer.order[place] for place in group),
            size=len(group),
            inside=inside,
            outside=outside,
            division=number + 1,
            modularity=float(found.modularity),
            because=tuple(sorted(grounds.get((at, at), ()))),
            names=layer.names,
        )


def _counted(layer: Layer, division: Division) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Count the tied pairs inside each group, and those with others."""
    labels = np.empty(layer.size, dtype=np.int64)
    for at, group in enumerate(division):
        labels[list(group)] = at
    one, other = (labels[ends] for ends in pairs_tied(layer))
    inside = np.bincount(one[one == other], minlength=len(division))
    ends = np.bincount(np.concatenate([one, other]), minlength=len(division))
    yield from zip(division, inside.tolist(), (ends - 2 * inside).tolist(), strict=True)


def _caveats(found: Divisions, starts: int) -> Iterator[Phrase]:
    if len(found.best) > 1:
        yield Phrase.of("caveat.equal_divisions", {"count": len(found.best)})
    if not found.exact:
        yield Phrase.of("caveat.best_of_starts", {"count": starts})
