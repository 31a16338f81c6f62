"""Closeness, and the measures that follow ties further, beside other programs."""

from __future__ import annotations

import networkx as nx
import numpy as np
from validation.comparison import beside, sized
from validation.graphs import Example

NAN = float("nan")
NO_WAY = "nobody has a way to the organisation"
OUTSIDE = "the organisation is outside the part that weighs most"
NO_TIES = "there are no lines"
APART = "not everybody can reach everybody"
_GAP = 1e-6


def connected(example: Example) -> bool:
    """Whether everybody reaches everybody."""
    graph = example.graph()
    joined = nx.is_strongly_connected if example.directed else nx.is_connected
    return bool(example.nodes) and joined(graph)


def connected_three(example: Example) -> bool:
    """The same, and so many that networkx's eigenvector has room to search."""
    return connected(example) and len(example.nodes) > 2


def one_part_weighs_most(example: Example) -> bool:
    """Whether the largest eigenvalue is that of one part alone."""
    graph = example.graph()
    parts = [nx.to_numpy_array(graph.subgraph(one)) for one in nx.connected_components(graph)]
    most = sorted((float(np.linalg.eigvalsh(one)[-1]) for one in parts), reverse=True)
    return bool(example.ties) and (len(most) == 1 or most[0] - most[1] > _GAP)


CLOSENESS = (
    *beside(
        "closeness",
        {"networkx": "nx.closeness_centrality(G)"},
        show="three components",
        least=2,
        undefined=0,
        because=NO_WAY,
    ),
    *beside(
        "closeness",
        {
            "R igraph": 'igraph::closeness(g, mode="in", normalized=TRUE)',
            "python-igraph": 'g.closeness(mode="in")',
        },
        form='`unreachable="reachable_only"`',
        options={"unreachable": "reachable_only"},
        least=2,
        undefined=NAN,
        because=NO_WAY,
        show="three components",
    ),
    *beside(
        "closeness",
        {"R sna": "sna::closeness(t(A), gmode=mode, cmode=cmode)"},
        form='`unreachable="undefined"`',
        options={"unreachable": "undefined"},
        least=2,
        undefined=0,
        because="not all others have a way to the organisation",
        show="three components",
    ),
    *beside(
        "closeness",
        {
            "R igraph": 'local({D <- igraph::distances(g, mode="in"); '
            "D[is.infinite(D)] <- max(D[is.finite(D)]) + 1; (n - 1) / rowSums(D)})"
        },
        form='`unreachable="longest_plus_one"`',
        options={"unreachable": "longest_plus_one"},
        least=2,
        undefined=1,
        because=NO_TIES,
        show="three components",
    ),
    *beside(
        "closeness",
        {
            "R igraph": 'igraph::closeness(g, mode="in", normalized=TRUE, weights=1/s)',
            "python-igraph": 'g.closeness(mode="in", weights=[1 / one for one in s])',
        },
        form='by strength, `unreachable="reachable_only"`',
        on="contact",
        options={"unreachable": "reachable_only", "distance": "inverse_strength"},
        least=2,
        undefined=NAN,
        because=NO_WAY,
        show="karate",
    ),
    *beside(
        "closeness_centralisation",
        {
            "R sna": 'sna::centralization(A, sna::closeness, mode="graph")',
            "R igraph": "igraph::centr_clo(g)$centralization",
        },
        on="undirected",
        agrees=connected,
        least=3,
    ),
    *beside(
        "closeness_centralisation",
        {
            "R sna": "sna::centralization(A, sna::closeness)",
            "R igraph": 'igraph::centr_clo(g, mode="out")$centralization',
        },
        form='`direction="out"`',
        on="directed",
        options={"direction": "out"},
        agrees=connected,
        least=3,
    ),
    *beside(
        "harmonic_centralisation",
        {"R sna": 'sna::centralization(A, sna::closeness, mode="graph", cmode="suminvundir")'},
        on="undirected",
        least=3,
    ),
    *beside(
        "harmonic_centralisation",
        {"R sna": 'sna::centralization(A, sna::closeness, cmode="suminvdir") * (n - 1)'},
        form='`direction="out"`',
        on="directed",
        options={"direction": "out"},
        least=3,
    ),
)

FURTHER = (
    *beside(
        "eigenvector",
        {
            "R sna": 'abs(sna::evcent(A, gmode="graph", use.eigen=TRUE))',
            "networkx": "nx.eigenvector_centrality_numpy(G)",
        },
        on="undirected",
        agrees=connected_three,
    ),
    *beside(
        "eigenvector",
        {
            "R igraph": "igraph::eigen_centrality(g)$vector",
            "python-igraph": "g.eigenvector_centrality()",
        },
        form='`scale="maximum"`',
        on="undirected",
        options={"scale": "maximum"},
        agrees=one_part_weighs_most,
        least=2,
        undefined=0,
        because=OUTSIDE,
    ),
    *beside(
        "eigenvector",
        {
            "R sna": "abs(sna::evcent(t(A), use.eigen=TRUE))",
            "networkx": "nx.eigenvector_centrality_numpy(G)",
        },
        on="directed",
        agrees=connected_three,
    ),
    *beside(
        "eigenvector",
        {
            "R igraph": "igraph::eigen_centrality(g, directed=TRUE)$vector",
            "python-igraph": "g.eigenvector_centrality(directed=True)",
        },
        form='`scale="maximum"`',
        on="directed",
        options={"scale": "maximum"},
        agrees=connected_three,
    ),
    *beside(
        "eigenvector",
        {"networkx": 'nx.eigenvector_centrality_numpy(G, weight="strength")'},
        form="by strength",
        options={"values": "strengths"},
        agrees=connected_three,
        show="karate",
    ),
    *beside(
        "eigenvector_centralisation",
        {"R igraph": "igraph::centr_eigen(g)$centralization"},
        form='`scale="maximum"`',
        on="undirected",
        options={"scale": "maximum"},
        agrees=connected,
        least=3,
    ),
    *beside(
        "eigenvector_centralisation",
        {
            "R sna": 'local({v <- abs(sna::evcent(A, gmode="graph", use.eigen=TRUE)); '
            "sum(max(v) - v) * sqrt(2) / (n - 2)})"
        },
        on="undirected",
        agrees=connected,
        least=3,
    ),
    *beside(
        "eigenvector_centralisation",
        {"R igraph": "igraph::centr_eigen(g, directed=TRUE)$centralization"},
        form='`scale="maximum"`',
        on="directed",
        options={"scale": "maximum"},
        agrees=connected,
        least=3,
    ),
    *beside(
        "pagerank",
        {
            "R igraph": "igraph::page_rank(g)$vector",
            "python-igraph": "g.pagerank()",
            "networkx": "nx.pagerank(G, weight=None, tol=1e-15, max_iter=10000)",
        },
        least=1,
    ),
    *beside(
        "pagerank",
        {
            "R igraph": "igraph::page_rank(g, weights=s)$vector",
            "python-igraph": "g.pagerank(weights=s)",
            "networkx": 'nx.pagerank(G, weight="strength", tol=1e-15, max_iter=10000)',
        },
        form="by strength",
        options={"values": "strengths"},
        least=1,
        show="karate",
    ),
    *beside(
        "katz",
        {
            "R igraph": "igraph::alpha_centrality(g, alpha=0.05, sparse=FALSE)",
            "networkx": "nx.katz_centrality_numpy(G, alpha=0.05, normalized=False)",
        },
        form="`alpha=0.05`",
        options={"alpha": 0.05},
        agrees=sized(2),
    ),
    *beside(
        "katz",
        {
            "networkx": "nx.katz_centrality_numpy(G, alpha=0.02, normalized=False, "
            'weight="strength")',
        },
        form="by strength, `alpha=0.02`",
        options={"alpha": 0.02, "values": "strengths"},
        agrees=sized(2),
        show="karate",
    ),
    *beside(
        "bonacich_power",
        {
            "R sna": "sna::bonpow(A, gmode=mode, exponent=-0.05)",
            "R igraph": "igraph::power_centrality(g, exponent=-0.05)",
        },
        form="`beta=-0.05`",
        options={"beta": -0.05},
        agrees=lambda one: bool(one.ties),
        least=2,
    ),
)
