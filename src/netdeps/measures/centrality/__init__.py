"""Where an organisation stands: its ties, and how the others reach each other through it."""

from netdeps.measures.centrality.between import betweenness
from netdeps.measures.centrality.centralisation import (
    betweenness_centralisation,
    degree_centralisation,
)
from netdeps.measures.centrality.concentrated import (
    closeness_centralisation,
    eigenvector_centralisation,
    harmonic_centralisation,
)
from netdeps.measures.centrality.degrees import (
    degree,
    in_degree,
    out_degree,
)
from netdeps.measures.centrality.eigen import eigenvector
from netdeps.measures.centrality.nearness import closeness, harmonic_closeness
from netdeps.measures.centrality.pages import pagerank
from netdeps.measures.centrality.strengths import in_strength, out_strength, strength
from netdeps.measures.centrality.walks import bonacich_power, katz

__all__ = [
    "betweenness",
    "betweenness_centralisation",
    "bonacich_power",
    "closeness",
    "closeness_centralisation",
    "degree",
    "degree_centralisation",
    "eigenvector",
    "eigenvector_centralisation",
    "harmonic_centralisation",
    "harmonic_closeness",
    "in_degree",
    "in_strength",
    "katz",
    "out_degree",
    "out_strength",
    "pagerank",
    "strength",
]

MEASURES = (
    degree,
    in_degree,
    out_degree,
    strength,
    in_strength,
    out_strength,
    betweenness,
    closeness,
    harmonic_closeness,
    eigenvector,
    pagerank,
    katz,
    bonacich_power,
    degree_centralisation,
    betweenness_centralisation,
    closeness_centralisation,
    harmonic_centralisation,
    eigenvector_centralisation,
)
"""The measures of this family, in the order in which a reader wants them."""
