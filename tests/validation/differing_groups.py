"""Where cohesion and brokerage differ between programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from validation.bridges import of_each
from validation.comparison import Ours
from validation.conventions import Convention, Theirs, values
from validation.graphs import Example, network
from validation.parts import of_all

from netdeps import measures


def tied(example: Example) -> tuple[int, int, int]:
    """The number of pairs tied both ways, one way, and not at all."""
    arcs = {tie[:2] for tie in example.ties}
    pairs = {frozenset(one) for one in arcs}
    both = len(arcs) - len(pairs)
    every = len(example.nodes) * (len(example.nodes) - 1) // 2
    return both, len(pairs) - both, every - len(pairs)


def _by_sna(example: Example) -> list[float]:
    share = values(example, "reciprocity", counted="pairs")[0]
    both, one_way, none = tied(example)
    return [1 - (both + one_way) / (both + one_way + none) * (1 - share)]


def _in_its_own_surroundings(example: Example) -> list[float]:
    told = network(example)
    found = []
    for one in example.nodes:
        contacts = [end for tie in example.ties if one in tie[:2] for end in tie[:2]]
        found.append(measures.constraint(told.only({one, *contacts}))[one])
    return found


def _joined(example: Example) -> list[float]:
    pairs = {frozenset(tie[:2]) for tie in example.ties}
    across = sum(len({example.groups[one] for one in pair}) > 1 for pair in pairs)
    return [(2 * across - len(pairs)) / len(pairs)]


def expected(role: str) -> Callable[[Any, Example], Ours]:
    """What is expected of each in a role."""

    def take(rows: Any, example: Example) -> Ours:
        found = {row.organisation: row.expected[role] for row in rows}
        return [found[one] for one in example.nodes]

    return take


def number(rows: Any, example: Example) -> Ours:
    """How many rows there are."""
    del example
    return [float(len(rows))]


GROUPS: tuple[Convention, ...] = (
    Convention(
        title="Three figures that are called reciprocity",
        text="netdeps gives the chance that a tie is returned, as igraph, networkx and UCINET (arcs) do. "
        '`counted="pairs"` gives the share of the tied pairs, as UCINET (dyads) does. What sna '
        "gives unless told otherwise also takes pairs without any tie for mutual, so that it is near "
        "1 in any sparse network.",
        measure="reciprocity",
        on="go-between",
        theirs=(
            Theirs(
                program="R igraph",
                call='igraph::reciprocity(g, mode="ratio")',
                way='`counted="pairs"`',
                follows=lambda one: values(one, "reciprocity", counted="pairs"),
            ),
            Theirs(
                program="R sna",
                call="sna::grecip(A)",
                way='1 − c(1 − r), with r ours for `counted="pairs"` and c the share of all pairs '
                "that is tied",
                follows=_by_sna,
            ),
        ),
    ),
    Convention(
        title="Density and strength",
        text="netdeps counts ties, as igraph and networkx do. sna and UCINET take the strengths of a "
        "valued network unless told otherwise: the mean strength over all pairs.",
        measure="density",
        on="three givers",
        theirs=(
            Theirs(
                program="R sna",
                call="sna::gden(W)",
                way='`values="strengths"`',
                follows=lambda one: values(one, "density", values="strengths"),
            ),
        ),
    ),
    Convention(
        title="A tie to oneself",
        text="In netdeps an organisation's tie to itself (what it can do on its own) is no tie of the "
        "network, and never counts. networkx and igraph count it in a degree and in the density, "
        "though it is none of the possible ties; sna leaves it out.",
        measure="density",
        on="kite",
        theirs=(
            Theirs(
                program="networkx",
                call='nx.density(nx.compose(G, nx.Graph([("01", "01")])))',
                way="ours, with one more tie counted but not among the possible ones",
                follows=lambda one: values(one, "density") * (len(one.ties) + 1) / len(one.ties),
            ),
        ),
    ),
    Convention(
        title="Parts, weak or strong",
        text="netdeps asks whether there is any way between two, as igraph and networkx do; "
        '`connection="strong"` asks for a way to and fro, as sna does unless told otherwise.',
        measure="components",
        on="drawn 13",
        take=number,
        theirs=(
            Theirs(
                program="R sna",
                call="length(sna::component.dist(A)$csize)",
                way='`connection="strong"`',
                follows=lambda one: [
                    float(
                        len(measures.components(network(one), layer=one.layer, connection="strong"))
                    )
                ],
            ),
        ),
    ),
    Convention(
        title="The E-I index of directed ties",
        text="netdeps counts every tie, so that two who need each other have two. UCINET first joins "
        "them into one.",
        measure="ei_index",
        on="go-between",
        take=of_all("index"),
        theirs=(
            Theirs(
                program="R",
                call="local({U <- pmax(A, t(A)); "
                'sum(U * (2 * outer(groups, groups, "!=") - 1)) / sum(U)})',
                way="of the pairs that are tied at all",
                follows=_joined,
            ),
        ),
    ),
    Convention(
        title="Brokers where ties have no direction",
        text="netdeps counts each pair of others once, since neither of them is first. sna counts both "
        "orders: its coordinator, itinerant and liaison are twice ours, and its representative and "
        "gatekeeper are each our representative.",
        measure="broker_roles",
        on="women",
        who="E8",
        take=of_each("itinerant"),
        theirs=(
            Theirs(
                program="R sna",
                call="sna::brokerage(A, groups)$raw.nli[, 2]",
                way="twice ours",
                follows=lambda one: [
                    2 * (value or 0)
                    for value in of_each("itinerant")(measures.broker_roles(network(one)), one)
                ],
            ),
        ),
    ),
    Convention(
        title="Brokers against chance",
        text="netdeps asks what to expect with exactly as many ties as there are, in any places. sna lets "
        "each tie fall by itself with the density as its chance, so that their number varies too; "
        '`chance="bernoulli"` has that.',
        measure="broker_roles",
        on="go-between",
        who="M",
        take=expected("itinerant"),
        theirs=(
            Theirs(
                program="R sna",
                call="sna::brokerage(A, groups)$exp.nli[, 2]",
                way='`chance="bernoulli"`',
                follows=lambda one: expected("itinerant")(
                    measures.broker_roles(network(one), layer=one.layer, chance="bernoulli"), one
                ),
            ),
        ),
    ),
    Convention(
        title="Constraint: the whole network, or one's own surroundings",
        text="netdeps looks at all ties of the contacts, as Burt's formula, igraph and networkx do. "
        "UCINET looks at the organisation and its contacts alone, unless told otherwise: there a "
        "contact who has many ties elsewhere constrains more.",
        measure="constraint",
        on="florentine",
        who="Peruzzi",
        theirs=(
            Theirs(
                program="R igraph",
                call="sapply(seq_len(n), function(i) {e <- sort(c(i, which(A[i, ] > 0))); "
                "igraph::constraint(igraph::induced_subgraph(g, e))[match(i, e)]})",
                way="ours of `network.only([ego, *contacts])`, one organisation at a time",
                follows=_in_its_own_surroundings,
            ),
        ),
    ),
    Convention(
        title="Effective size by strength",
        text="Burt sets the tie of two contacts against the strongest tie of the first of them. networkx "
        "does so when it is asked for named nodes, and sets it against the wrong one otherwise. For "
        "ties that count alike and have no direction all agree.",
        measure="effective_size",
        options={"values": "strengths"},
        on="borgatti",
        who="A",
        theirs=(
            Theirs(
                program="networkx",
                call='nx.effective_size(G, nodes=list(G), weight="strength")',
                way="the same",
                follows=lambda one: values(one, "effective_size", values="strengths"),
            ),
            Theirs(
                program="networkx",
                call='nx.effective_size(G, weight="strength")',
                way="not from ours: an error of networkx 3.6",
                follows=None,
            ),
        ),
    ),
)
