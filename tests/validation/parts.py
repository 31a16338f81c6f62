"""Cohesion beside other programs: how dense, how mutual, in which parts, within and between groups."""

from __future__ import annotations

from typing import Any

from validation.comparison import Ours, beside
from validation.graphs import KINDS, Example

NAN = float("nan")
NO_TIES = "there are no lines"
SINGLE = "nobody else is in the group"
NO_OTHERS = "the organisation has no ties"
_FEW = 16
_OTHER = 'outer(groups, groups, "!=")'


def sizes(rows: Any, example: Example) -> Ours:
    """The sizes of the parts, the largest first."""
    del example
    return sorted((float(row.size) for row in rows), reverse=True)


def membership(rows: Any, example: Example) -> Ours:
    """1 for whoever has a row, 0 for the others."""
    found = {row.organisation for row in rows}
    return [float(one in found) for one in example.nodes]


def of_all(name: str):
    """A field of the row about all groups together."""
    return lambda rows, _: [next((getattr(row, name) for row in rows if row.group is None), None)]


def blocks(rows: Any, example: Example) -> Ours:
    """The densities as a square table that R reads by column; both ways where ties have none."""
    kinds = KINDS[: len(set(example.groups.values()))]
    found = {(row.from_group, row.to_group): row.density for row in rows}
    return [found.get((a, b), found.get((b, a))) for b in kinds for a in kinds]


def modularity(rows: Any, example: Example) -> Ours:
    """How good the best division is."""
    del example
    return [rows[0].modularity] if rows else [None]


def grouped(example: Example) -> bool:
    """Whether there are ties, and at least two groups."""
    return bool(example.ties) and len(set(example.groups.values())) > 1


def few_or_famous(example: Example) -> bool:
    """Whether the best of all divisions can be found within seconds."""
    return bool(example.ties) and (len(example.nodes) < _FEW or example.name == "karate")


COHESION = (
    *beside(
        "density",
        {
            "R sna": "sna::gden(A, mode=mode)",
            "R igraph": "igraph::edge_density(g)",
            "python-igraph": "g.density()",
            "networkx": "nx.density(G)",
        },
        least=2,
    ),
    *beside(
        "density",
        {"R sna": "sna::gden(W, mode=mode, ignore.eval=FALSE)"},
        form='`values="strengths"`',
        options={"values": "strengths"},
        least=2,
        show="karate",
    ),
    *beside(
        "reciprocity",
        {
            "R sna": 'sna::grecip(A, measure="edgewise")',
            "R igraph": "igraph::reciprocity(g)",
            "python-igraph": "g.reciprocity()",
        },
        on="directed",
        undefined=NAN,
        because=NO_TIES,
        least=2,
    ),
    *beside(
        "reciprocity",
        {"networkx": "nx.overall_reciprocity(G)"},
        on="directed",
        agrees=lambda one: bool(one.ties),
    ),
    *beside(
        "reciprocity",
        {
            "R sna": 'sna::grecip(A, measure="dyadic.nonnull")',
            "R igraph": 'igraph::reciprocity(g, mode="ratio")',
            "python-igraph": 'g.reciprocity(mode="ratio")',
        },
        form='`counted="pairs"`',
        on="directed",
        options={"counted": "pairs"},
        undefined=NAN,
        because=NO_TIES,
        least=2,
    ),
    *beside(
        "components",
        {
            "R sna": 'sort(sna::component.dist(A, connected="weak")$csize, decreasing=TRUE)',
            "R igraph": "sort(igraph::components(g)$csize, decreasing=TRUE)",
            "python-igraph": 'sorted(g.connected_components(mode="weak").sizes(), reverse=True)',
            "networkx": "sorted(map(len, nx.connected_components(G.to_undirected())), reverse=True)",
        },
        form="sizes",
        take=sizes,
        show="three components",
    ),
    *beside(
        "components",
        {
            "R sna": "sort(sna::component.dist(A)$csize, decreasing=TRUE)",
            "R igraph": 'sort(igraph::components(g, mode="strong")$csize, decreasing=TRUE)',
            "python-igraph": 'sorted(g.connected_components(mode="strong").sizes(), reverse=True)',
            "networkx": "sorted(map(len, nx.strongly_connected_components(G)), reverse=True)",
        },
        form='sizes, `connection="strong"`',
        on="directed",
        options={"connection": "strong"},
        take=sizes,
        show="drawn 13",
    ),
    *beside(
        "cut_points",
        {
            "R igraph": "1 * (seq_len(n) %in% igraph::articulation_points(igraph::as.undirected(g)))",
            "python-igraph": "[i in g.as_undirected().articulation_points() for i in range(n)]",
            "networkx": "{k: k in set(nx.articulation_points(G.to_undirected())) for k in G}",
        },
        form="who",
        take=membership,
        least=1,
    ),
    *beside(
        "cut_points",
        {"R sna": '1 * (seq_len(n) %in% sna::cutpoints(A, mode=mode, connected="weak"))'},
        form="who",
        take=membership,
        agrees=lambda one: len(one.nodes) > 2 and len(one.ties) > 1,  # else sna stops
    ),
    *beside(
        "ei_index",
        {
            "R": f"sum(A * (2 * {_OTHER} - 1)) / sum(A)",
            "networkx": '1 - 2 * np.trace(nx.attribute_mixing_matrix(G, "group"))',
        },
        form="all together",
        take=of_all("index"),
        agrees=grouped,
        show="women",
    ),
    *beside(
        "ei_index",
        {"R": f"2 * sum({_OTHER}) / (n * (n - 1)) - 1"},
        form="expected",
        take=of_all("expected"),
        agrees=grouped,
        show="women",
    ),
    *beside(
        "ei_scores",
        {"R": f"rowSums((A + t(A)) * (2 * {_OTHER} - 1)) / rowSums(A + t(A))"},
        agrees=grouped,
        undefined=NAN,
        because=NO_OTHERS,
        show="go-between",
    ),
    *beside(
        "block_density",
        {"R sna": "sna::blockmodel(A, groups + 1, mode=mode)$block.model"},
        take=blocks,
        agrees=grouped,
        undefined=NAN,
        because=SINGLE,
        show="karate",
    ),
    *beside(
        "communities",
        {"python-igraph": "g.as_undirected().community_optimal_modularity().modularity"},
        form="modularity",
        take=modularity,
        agrees=few_or_famous,
        show="karate",
    ),
)
