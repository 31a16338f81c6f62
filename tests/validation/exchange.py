"""Give and take beside other programs."""

from __future__ import annotations

from typing import Any

from validation.comparison import Ours, beside
from validation.graphs import Example

NAN = float("nan")
NOTHING = "nothing is brought"


def _field(name: str):
    """Take one field of the rows of an answer, in the order of the organisations."""

    def take(found: Any, example: Example) -> Ours:
        rows = {row.organisation: getattr(row, name) for row in found if row.dossier is None}
        return [rows.get(one) for one in example.nodes]

    return take


_STREAM = (
    "np.linalg.pinv(nx.laplacian_matrix(G.to_undirected(), weight=None).toarray()) @ "
    'np.array([G.out_degree(k, "strength") - G.in_degree(k, "strength") for k in G])'
)
_CIRCULAR = (
    "local({F <- W - t(W); E <- (W + t(W) > 0) * 1; L <- diag(rowSums(E), n) - E; "
    "e <- eigen(L, symmetric=TRUE); k <- e$values > 1e-9; V <- e$vectors[, k, drop=FALSE]; "
    "s <- V %*% (t(V) %*% rowSums(F) / e$values[k]); "
    '1 - sum((outer(c(s), c(s), "-") * E)^2) / sum(F^2)})'
)


EXCHANGE = (
    *(
        one
        for name, call in {
            "given": "rowSums(W)",
            "taken": "colSums(W)",
            "net": "rowSums(W) - colSums(W)",
        }.items()
        for one in beside(
            "give_and_take",
            {"R": call},
            form=name,
            on="contribution",
            take=_field(name),
            undefined=0,
            because="the organisation neither brings nor takes",
            show="drawn 12",
        )
    ),
    *beside(
        "circulation",
        {
            "networkx": '-nx.min_cost_flow_cost(nx.DiGraph([(a, b, {"capacity": v, "weight": -1}) '
            'for a, b, v in G.edges(data="strength")])) / G.size("strength")'
        },
        on="contribution",
        agrees=lambda one: bool(one.ties),
        show="drawn 12",
    ),
    *beside(
        "giving_potential",
        {"networkx": _STREAM},
        on="contribution",
        least=1,
        undefined=0,
        because="the organisation exchanges nothing",
        show="drawn 12",
    ),
    *beside(
        "circular_share",
        {"R": _CIRCULAR},
        on="contribution",
        undefined=NAN,
        because="in every pair as much comes back as goes",
        least=2,
        show="drawn 12",
    ),
    *beside(
        "imbalance",
        {"R": "sum(abs(rowSums(W) - colSums(W))) / (2 * sum(W))"},
        on="contribution",
        undefined=NAN,
        because=NOTHING,
        show="drawn 12",
    ),
    *beside(
        "weighted_reciprocity",
        {"R": "sum(pmin(W, t(W))) / sum(W)"},
        on="contribution",
        undefined=NAN,
        because=NOTHING,
        show="drawn 12",
    ),
    *beside(
        "concentration",
        {"R": 'sum(abs(outer(rowSums(W), rowSums(W), "-"))) / (2 * (n - 1) * sum(W))'},
        on="contribution",
        least=2,
        undefined=NAN,
        because=NOTHING,
        show="drawn 12",
    ),
    *beside(
        "concentration",
        {"R": 'sum(abs(outer(rowSums(W), rowSums(W), "-"))) / (2 * n * sum(W))'},
        form="raw",
        on="contribution",
        options={"scale": "raw"},
        least=2,
        undefined=NAN,
        because=NOTHING,
        show="drawn 12",
    ),
)
