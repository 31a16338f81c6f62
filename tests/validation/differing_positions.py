"""Where centrality differs between programs."""

from __future__ import annotations

from fractions import Fraction

import networkx as nx
import numpy as np
from validation.conventions import Convention, Theirs, turned, values
from validation.graphs import Example


def _neighbours(example: Example) -> list[float]:
    pairs = {frozenset(tie[:2]) for tie in example.ties}
    return [sum(one in pair for pair in pairs) for one in example.nodes]


def _by_length(example: Example) -> list[float]:
    """Shortest ways with the strength as a length, in fractions: 0.2 + 0.3 is as long as 0.5."""
    graph = example.graph()
    for _, _, tie in graph.edges(data=True):
        tie["length"] = Fraction(tie["strength"]).limit_denominator(1000)
    found = nx.betweenness_centrality(graph, normalized=False, weight="length")
    return [float(found[one]) for one in example.nodes]


POSITIONS: tuple[Convention, ...] = (
    Convention(
        title="The degree of a directed network",
        text="netdeps adds what comes in and what goes out, as sna and igraph do: two who need each "
        "other have two ties. UCINET counts the organisations at the other end, once each.",
        measure="degree",
        on="go-between",
        who="M",
        theirs=(
            Theirs(
                program="R igraph",
                call='igraph::degree(igraph::as.undirected(g, mode="collapse"))',
                way="the number of different organisations at the other end of its ties",
                follows=_neighbours,
            ),
        ),
    ),
    Convention(
        title="The degree centralisation of a directed network",
        text="netdeps divides by the most that a network without ties to oneself can reach, (n − 1)², "
        "since an organisation's tie to itself is no tie here. igraph counts such ties as possible "
        "unless told otherwise, and divides by n(n − 1).",
        measure="degree_centralisation",
        on="go-between",
        theirs=(
            Theirs(
                program="R igraph",
                call='igraph::centr_degree(g, mode="in")$centralization',
                way="ours × (n − 1) / n",
                follows=lambda one: (
                    values(one, "degree_centralisation") * (len(one.nodes) - 1) / len(one.nodes)
                ),
            ),
        ),
    ),
    Convention(
        title="Betweenness, scaled",
        text="Raw values agree everywhere, and are the default. netdeps, igraph and networkx divide by "
        "the number of pairs that one can stand between; sna divides by the sum of all values, which "
        "says what share of all detours runs through an organisation.",
        measure="betweenness",
        options={"scale": "normalised"},
        on="florentine",
        who="Medici",
        theirs=(
            Theirs(
                program="R sna",
                call="sna::betweenness(A, gmode=mode, cmode=cmode, rescale=TRUE)",
                way="raw values, divided by their sum",
                follows=lambda one: values(one, "betweenness") / values(one, "betweenness").sum(),
            ),
        ),
    ),
    Convention(
        title="A weight that is a length",
        text="In netdeps a tie has a strength, and a strong tie is a short way: its length is 1 / its "
        "strength, as a fraction, so that equal ways are equal. igraph and networkx read a weight as "
        "a length: handed strengths, they run along the weakest ties.",
        measure="betweenness",
        options={"distance": "inverse_strength"},
        on="borgatti",
        who="G",
        theirs=(
            Theirs(
                program="R igraph",
                call="igraph::betweenness(g, weights=1/s)",
                way="the same, with 1 / strength as the weight",
                follows=lambda one: values(one, "betweenness", distance="inverse_strength"),
            ),
            Theirs(
                program="R igraph",
                call="igraph::betweenness(g, weights=s)",
                way="not from ours: weak ties are short there",
                follows=_by_length,
            ),
            Theirs(
                program="networkx",
                call='nx.betweenness_centrality(G, normalized=False, weight="strength")',
                way="not from ours: as above, but 0.1 + 0.2 + 0.3 is longer than 0.3 + 0.3 in "
                "floating point, so that a way from D to F is missed",
                follows=None,
            ),
        ),
    ),
    Convention(
        title="Near to whom, or from whom",
        text="In a directed layer netdeps takes the distances to an organisation, as networkx does: in "
        "the layer of needs that scores those whom everybody ends up needing. sna and igraph take "
        "the distances from it, unless told otherwise.",
        measure="harmonic_closeness",
        on="three givers",
        who="1",
        theirs=(
            Theirs(
                program="R sna",
                call='sna::closeness(A, cmode="suminvdir")',
                way="ours, with every tie turned round",
                follows=lambda one: values(turned(one), "harmonic_closeness"),
            ),
            Theirs(
                program="networkx",
                call="nx.harmonic_centrality(G)",
                way="ours × (n − 1): networkx does not divide",
                follows=lambda one: values(one, "harmonic_closeness") * (len(one.nodes) - 1),
            ),
        ),
    ),
    Convention(
        title="Closeness, where some cannot be reached",
        text="netdeps takes what networkx takes, after Wasserman and Faust: near to the few that can "
        "reach it is less than near to all. Three other conventions go by the same name; "
        "`unreachable` has them, and `harmonic_closeness` needs none of them.",
        measure="closeness",
        on="three components",
        who="06",
        theirs=(
            Theirs(
                program="R igraph",
                call="igraph::closeness(g, normalized=TRUE)",
                way='`unreachable="reachable_only"`',
                follows=lambda one: values(one, "closeness", unreachable="reachable_only"),
            ),
            Theirs(
                program="R sna",
                call='sna::closeness(A, gmode="graph", cmode="undirected")',
                way='`unreachable="undefined"`: sna gives 0 where ours is undefined',
                follows=lambda one: np.nan_to_num(
                    values(one, "closeness", unreachable="undefined")
                ),
            ),
            Theirs(
                program="R igraph",
                call="local({D <- igraph::distances(g); "
                "D[is.infinite(D)] <- max(D[is.finite(D)]) + 1; (n - 1) / rowSums(D)})",
                way='`unreachable="longest_plus_one"`, which UCINET takes (it prints 0.289)',
                follows=lambda one: values(one, "closeness", unreachable="longest_plus_one"),
            ),
        ),
    ),
    Convention(
        title="Harmonic centralisation with directions",
        text="netdeps divides by n − 1, the highest sum of differences: a star whose ties all run one "
        "way reaches it. sna divides by (n − 1)², and stays far below 1.",
        measure="harmonic_centralisation",
        options={"direction": "out"},
        on="three givers",
        theirs=(
            Theirs(
                program="R sna",
                call='sna::centralization(A, sna::closeness, cmode="suminvdir")',
                way="ours / (n − 1)",
                follows=lambda one: (
                    values(one, "harmonic_centralisation", direction="out") / (len(one.nodes) - 1)
                ),
            ),
        ),
    ),
    Convention(
        title="The eigenvector: how long, and which way",
        text="netdeps makes the sum of the squares 1, as sna, networkx and UCINET do, and takes the "
        "ties that come in, as igraph and networkx do. igraph makes the highest 1; sna takes the "
        "ties that go out. In a network that falls apart netdeps gives a value only to the part that "
        "weighs most, and to nobody where two parts weigh the same or where directed ties do not lead "
        "round: there other programs give 0, or what their first guess happened to be.",
        measure="eigenvector",
        on="three givers",
        who="1",
        theirs=(
            Theirs(
                program="R igraph",
                call="igraph::eigen_centrality(g, directed=TRUE)$vector",
                way='`scale="maximum"`',
                follows=lambda one: values(one, "eigenvector", scale="maximum"),
            ),
            Theirs(
                program="R sna",
                call="abs(sna::evcent(A, use.eigen=TRUE))",
                way="ours, with every tie turned round",
                follows=lambda one: values(turned(one), "eigenvector"),
            ),
        ),
    ),
    Convention(
        title="Eigenvector centralisation",
        text="The sum of the differences with the highest, divided by the most that it can be: n − 2 for "
        "a vector whose highest is 1, as in igraph, and (n − 2) / √2 for one of length 1, as in "
        "sna. With `use.eigen=TRUE` sna may take all values below 0, and then counts from the "
        "wrong end.",
        measure="eigenvector_centralisation",
        on="florentine",
        theirs=(
            Theirs(
                program="R igraph",
                call="igraph::centr_eigen(g)$centralization",
                way='`scale="maximum"`',
                follows=lambda one: values(one, "eigenvector_centralisation", scale="maximum"),
            ),
            Theirs(
                program="R sna",
                call='sna::centralization(A, sna::evcent, mode="graph", use.eigen=TRUE)',
                way="not from ours: the values are below 0 there",
                follows=None,
            ),
        ),
    ),
    Convention(
        title="Katz, scaled or not",
        text="netdeps gives 1 plus the damped number of ways, which can be read: 1 for whom nobody "
        "needs. networkx divides by the length of the vector unless told otherwise, and takes 0.1 "
        "for alpha whether or not the sum exists there.",
        measure="katz",
        options={"alpha": 0.1},
        on="three givers",
        who="1",
        theirs=(
            Theirs(
                program="networkx",
                call="nx.katz_centrality_numpy(G)",
                way="ours / the root of the sum of its squares",
                follows=lambda one: (
                    values(one, "katz", alpha=0.1)
                    / np.sqrt((values(one, "katz", alpha=0.1) ** 2).sum())
                ),
            ),
        ),
    ),
)
