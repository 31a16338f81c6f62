"""Centrality and centralisation beside other programs."""

from __future__ import annotations

from validation.comparison import beside

DEGREES = [
    *beside(
        "degree",
        {
            "R sna": 'sna::degree(A, gmode=mode, cmode="freeman")',
            "R igraph": "igraph::degree(g)",
            "python-igraph": "g.degree()",
            "networkx": "dict(G.degree())",
        },
    ),
    *beside(
        "in_degree",
        {
            "R sna": 'sna::degree(A, cmode="indegree")',
            "R igraph": 'igraph::degree(g, mode="in")',
            "python-igraph": 'g.degree(mode="in")',
            "networkx": "dict(G.in_degree())",
        },
        on="directed",
    ),
    *beside(
        "out_degree",
        {
            "R sna": 'sna::degree(A, cmode="outdegree")',
            "R igraph": 'igraph::degree(g, mode="out")',
            "python-igraph": 'g.degree(mode="out")',
            "networkx": "dict(G.out_degree())",
        },
        on="directed",
    ),
    *beside(
        "degree",
        {
            "R igraph": "igraph::degree(g, normalized=TRUE) / (1 + igraph::is_directed(g))",
            "networkx": "{k: v / (1 + G.is_directed()) for k, v in nx.degree_centrality(G).items()}",
        },
        form="normalised",
        options={"scale": "normalised"},
        least=2,
    ),
    *beside(
        "strength",
        {
            "R sna": 'sna::degree(W, gmode=mode, cmode="freeman", ignore.eval=FALSE)',
            "R igraph": "igraph::strength(g, weights=s)",
            "python-igraph": "g.strength(weights=s)",
            "networkx": 'dict(G.degree(weight="strength"))',
        },
        show="karate",
    ),
    *beside(
        "in_strength",
        {
            "R sna": 'sna::degree(W, cmode="indegree", ignore.eval=FALSE)',
            "R igraph": 'igraph::strength(g, mode="in", weights=s)',
            "python-igraph": 'g.strength(mode="in", weights=s)',
            "networkx": 'dict(G.in_degree(weight="strength"))',
        },
        on="directed",
    ),
    *beside(
        "out_strength",
        {
            "R sna": 'sna::degree(W, cmode="outdegree", ignore.eval=FALSE)',
            "R igraph": 'igraph::strength(g, mode="out", weights=s)',
            "python-igraph": 'g.strength(mode="out", weights=s)',
            "networkx": 'dict(G.out_degree(weight="strength"))',
        },
        on="directed",
    ),
]

PATHS = [
    *beside(
        "betweenness",
        {
            "R sna": "sna::betweenness(A, gmode=mode, cmode=cmode)",
            "R igraph": "igraph::betweenness(g)",
            "python-igraph": "g.betweenness()",
            "networkx": "nx.betweenness_centrality(G, normalized=False)",
        },
        least=3,
    ),
    *beside(
        "betweenness",
        {
            "R igraph": "igraph::betweenness(g, normalized=TRUE)",
            "networkx": "nx.betweenness_centrality(G)",
        },
        form="normalised",
        options={"scale": "normalised"},
        least=3,
    ),
    *beside(
        "betweenness",
        {
            "R igraph": "igraph::betweenness(g, weights=1/s)",
            "python-igraph": "g.betweenness(weights=[1 / one for one in s])",
        },
        form="by strength",
        on="contact",
        options={"distance": "inverse_strength"},
        show="karate",
        least=3,
    ),
    *beside(
        "betweenness",
        {
            "R igraph": "igraph::betweenness(g, weights=1/s)",
            "python-igraph": "g.betweenness(weights=[1 / one for one in s])",
        },
        form="by strength",
        on="dependency",
        options={"distance": "inverse_strength"},
        show="karate",
        least=3,
    ),
    *beside(
        "harmonic_closeness",
        {"R sna": 'sna::closeness(t(A), cmode="suminvdir")'},
        on="directed",
        least=2,
    ),
    *beside(
        "harmonic_closeness",
        {"R sna": 'sna::closeness(A, gmode="graph", cmode="suminvundir")'},
        on="undirected",
        least=2,
    ),
    *beside(
        "harmonic_closeness",
        {
            "R igraph": 'igraph::harmonic_centrality(g, mode="in", normalized=TRUE)',
            "python-igraph": 'g.harmonic_centrality(mode="in", normalized=True)',
            "networkx": "{k: v / (n - 1) for k, v in nx.harmonic_centrality(G).items()}",
        },
        least=2,
    ),
    *beside(
        "harmonic_closeness",
        {
            "R igraph": 'igraph::harmonic_centrality(g, mode="in", normalized=TRUE, weights=1/s)',
            "python-igraph": 'g.harmonic_centrality(mode="in", normalized=True, '
            "weights=[1 / one for one in s])",
        },
        form="by strength",
        on="contact",
        options={"distance": "inverse_strength"},
        show="karate",
        least=2,
    ),
]

CENTRALISATIONS = [
    *beside(
        "degree_centralisation",
        {
            "R sna": 'sna::centralization(A, sna::degree, mode=mode, cmode="indegree")',
            "R igraph": 'igraph::centr_degree(g, mode="in", loops=FALSE)$centralization',
        },
        form="in",
        on="directed",
        least=3,
    ),
    *beside(
        "degree_centralisation",
        {
            "R sna": 'sna::centralization(A, sna::degree, mode=mode, cmode="outdegree")',
            "R igraph": 'igraph::centr_degree(g, mode="out", loops=FALSE)$centralization',
        },
        form="out",
        on="directed",
        options={"direction": "out"},
        least=3,
    ),
    *beside(
        "degree_centralisation",
        {
            "R sna": "sna::centralization(A, sna::degree, mode=mode)",
            "R igraph": "igraph::centr_degree(g, loops=FALSE)$centralization",
        },
        form="both",
        options={"direction": "total"},
        least=3,
    ),
    *beside(
        "betweenness_centralisation",
        {
            "R sna": "sna::centralization(A, sna::betweenness, mode=mode)",
            "R igraph": "igraph::centr_betw(g, directed=igraph::is_directed(g))$centralization",
        },
        least=3,
    ),
]

POSITIONS = (*DEGREES, *PATHS, *CENTRALISATIONS)
