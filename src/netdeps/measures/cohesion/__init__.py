"""How a network hangs together: its density, its parts, and its ties within and between groups."""

from netdeps.measures.cohesion.block_rows import BlockDensity
from netdeps.measures.cohesion.blocks import block_density
from netdeps.measures.cohesion.clusters import communities
from netdeps.measures.cohesion.community_rows import Community
from netdeps.measures.cohesion.density import density, reciprocity
from netdeps.measures.cohesion.ei import ei_index, ei_scores
from netdeps.measures.cohesion.ei_rows import EIIndex
from netdeps.measures.cohesion.part_rows import Component, CutPoint
from netdeps.measures.cohesion.parts import components, cut_points

__all__ = [
    "BlockDensity",
    "Community",
    "Component",
    "CutPoint",
    "EIIndex",
    "block_density",
    "communities",
    "components",
    "cut_points",
    "density",
    "ei_index",
    "ei_scores",
    "reciprocity",
]

MEASURES = (
    density,
    reciprocity,
    components,
    cut_points,
    ei_index,
    ei_scores,
    block_density,
    communities,
)
"""The measures of this family, in the order in which a reader wants them."""
