"""Where an organisation stands: its ties, and how the others reach each other through it."""

from netdeps.measures.centrality.centralisation import (
    betweenness_centralisation,
    degree_centralisation,
)
from netdeps.measures.centrality.degrees import (
    degree,
    in_degree,
    out_degree,
)
from netdeps.measures.centrality.paths import betweenness, harmonic_closeness
from netdeps.measures.centrality.strengths import in_strength, out_strength, strength

__all__ = [
    "betweenness",
    "betweenness_centralisation",
    "degree",
    "degree_centralisation",
    "harmonic_closeness",
    "in_degree",
    "in_strength",
    "out_degree",
    "out_strength",
    "strength",
]
