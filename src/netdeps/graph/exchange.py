"""Networks for people's own scripts in networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netdeps.graph.arrays import LayerName
from netdeps.graph.layers import Selection, layer
from netdeps.model import Level, Network

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(
    network: Network,
    layer_name: LayerName = "dependency",
    *,
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> nx.Graph[str]:
    """Give a layer as a fresh networkx graph, for everything that netdeps does not compute.

    A ``DiGraph`` for dependencies (from depender to dependee) and contributions (from giver to
    taker), a ``Graph`` for contacts. Nodes are the ids of organisations, with their ``name``; each
    tie has its ``strength``. Changing the graph changes nothing in netdeps.

    Raises
    ------
    OptionError
        When there is no such layer, or an option says nothing about it.
    UnknownNameError
        When a name is asked for that is not there.

    Examples
    --------
    >>> from netdeps import Network, graph
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> list(graph.to_networkx(network).edges(data="strength"))
    [('care', 'housing', 1.0)]
    """
    return layer(network, layer_name, Selection(level, kind, dossier, issue, inside)).to_networkx()
