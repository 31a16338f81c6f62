"""Brokerage and structural holes beside other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from validation.comparison import Ours, beside
from validation.graphs import Example

NAN = float("nan")
ALONE = "the organisation has no ties"
ONE = "the organisation has fewer than two contacts"
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
"""In the order of the columns of sna: w_I, w_O, b_IO, b_OI, b_O and t."""

_EFFECTIVE = (
    "Z <- A + t(A); P <- Z / pmax(rowSums(Z), 1); M <- Z / pmax(apply(Z, 1, max), 1); "
    "N <- rowSums(Z > 0); e <- (N - rowSums((P %*% t(M)) * (Z > 0))) / (N > 0)"
)
_HIERARCHY = (
    "Z <- A + t(A); P <- Z / pmax(rowSums(Z), 1); C <- (P + P %*% P)^2 * (Z > 0); "
    "N <- rowSums(Z > 0); r <- C / pmax(rowSums(C), 1e-9) * N; "
    "rowSums(ifelse(Z > 0, r * log(r), 0)) / (N * log(N))"
)
_OPEN = 'P <- outer(A[, v], A[v, ]) * (1 - A) * outer(groups, groups, "!="); diag(P) <- 0; '
_EACH = "sapply(seq_len(n), function(v) {%s}) / (2 - igraph::is_directed(g))"
_CORES = (
    "local({off <- row(A) != col(A); max(cor(A[off], sapply(seq_len(2^n - 2), function(k) {"
    'core <- bitwAnd(k, 2^(seq_len(n) - 1)) > 0; outer(core, core, "|")[off]})), na.rm=TRUE)})'
)


def _by_row(rows: Any, example: Example, field: Callable[[Any, str], float | None]) -> Ours:
    """The fields of rows, role by role as in a matrix that R reads by column."""
    found = {row.organisation: row for row in rows}
    return [field(found[one], role) for role in ROLES for one in example.nodes]


def counts(rows: Any, example: Example) -> Ours:
    """The number of pairs that each stands between, in each role."""
    return _by_row(rows, example, lambda row, role: float(getattr(row, role)))


def expected(rows: Any, example: Example) -> Ours:
    """What sna expects of each."""
    return _by_row(rows, example, lambda row, role: row.expected[role])


def deviations(rows: Any, example: Example) -> Ours:
    """By how many standard deviations each is off."""
    return _by_row(rows, example, lambda row, role: row.z[role])


def of_each(name: str) -> Callable[[Any, Example], Ours]:
    """One field of who has a row; 0 for who has none, since it stands between nobody."""

    def take(rows: Any, example: Example) -> Ours:
        found = {row.organisation: float(getattr(row, name)) for row in rows}
        return [found.get(one, 0.0) for one in example.nodes]

    return take


def correlation(rows: Any, example: Example) -> Ours:
    """How well the best division fits."""
    del example
    return [row.correlation for row in rows[:1]] or [None]


def small(example: Example) -> bool:
    """Whether all divisions can be looked at, and some but not all pairs are tied."""
    pairs = len(example.nodes) * (len(example.nodes) - 1) / (1 if example.directed else 2)
    return len(example.nodes) <= 12 and 0 < len(example.ties) < pairs


def all_send(example: Example) -> bool:
    """Whether nobody has only ties that come in: networkx gives such an organisation nothing."""
    return not example.directed or {b for _, b, _ in example.ties} <= {a for a, *_ in example.ties}


ROLE_COUNTS = (
    *beside(
        "broker_roles",
        {"R sna": "sna::brokerage(A, groups)$raw.nli"},
        form="all roles",
        on="directed",
        take=counts,
        least=3,
        show="go-between",
    ),
    *beside(
        "broker_roles",
        {"R sna": "sna::brokerage(A, groups)$raw.nli %*% diag(c(1/2, 1/2, 1, 0, 1/2, 1/2))"},
        form="all roles",
        on="undirected",
        take=counts,
        least=3,
        show="women",
    ),
    *beside(
        "broker_roles",
        {"R sna": "sna::brokerage(A, groups)$exp.nli"},
        form='expected, `chance="bernoulli"`',
        on="directed",
        options={"chance": "bernoulli"},
        take=expected,
        least=3,
        show="go-between",
    ),
    *beside(
        "broker_roles",
        {"R sna": "sna::brokerage(A, groups)$z.nli"},
        form='z, `chance="bernoulli"`',
        on="directed",
        options={"chance": "bernoulli"},
        take=deviations,
        least=3,
        undefined=NAN,
        because="a role that a group of this size cannot play",
        show="go-between",
    ),
    *beside(
        "exclusive_brokerage",
        {"R igraph": _EACH % (_OPEN + "sum(P)")},
        form="activity",
        take=of_each("activity"),
        least=3,
        show="karate",
    ),
    *beside(
        "exclusive_brokerage",
        {"R igraph": _EACH % (_OPEN + "sum(P * (A %*% A == 1))")},
        form="exclusive",
        take=of_each("exclusive"),
        least=3,
        show="karate",
    ),
)

HOLES = (
    *beside(
        "constraint",
        {
            "R igraph": "igraph::constraint(g)",
            "python-igraph": "g.constraint()",
            "networkx": "nx.constraint(G)",
        },
        least=1,
        undefined=NAN,
        because=ALONE,
        show="women",
    ),
    *beside(
        "constraint",
        {
            "R igraph": "igraph::constraint(g, weights=s)",
            "python-igraph": "g.constraint(weights=s)",
            "networkx": 'nx.constraint(G, weight="strength")',
        },
        form="by strength",
        options={"values": "strengths"},
        least=1,
        undefined=NAN,
        because=ALONE,
        show="borgatti",
    ),
    *beside(
        "effective_size",
        {"R": f"local({{{_EFFECTIVE}; e}})"},
        least=1,
        undefined=NAN,
        because=ALONE,
    ),
    *beside(
        "effective_size",
        {"networkx": "nx.effective_size(G, nodes=list(G))"},
        agrees=all_send,
        undefined=NAN,
        because=ALONE,
    ),
    *beside(
        "effective_size",
        {"networkx": 'nx.effective_size(G, nodes=list(G), weight="strength")'},
        form="by strength",
        options={"values": "strengths"},
        agrees=all_send,
        undefined=NAN,
        because=ALONE,
        show="borgatti",
    ),
    *beside(
        "efficiency",
        {"R": f"local({{{_EFFECTIVE}; e / N}})"},
        least=1,
        undefined=NAN,
        because=ALONE,
        show="drawn 14",
    ),
    *beside(
        "hierarchy",
        {"R": f"local({{{_HIERARCHY}}})"},
        least=1,
        undefined=NAN,
        because=ONE,
    ),
    *beside(
        "core_periphery",
        {"R": _CORES},
        form="the best correlation",
        take=correlation,
        agrees=small,
        least=3,
        show="pendants",
    ),
)

BRIDGES = (*ROLE_COUNTS, *HOLES)
