"""Analyses: functions from a network to a result. They do not know one another."""

from collections.abc import Callable, Mapping

from netdeps.measures.balance import (
    GiveAndTake,
    PairBalance,
    dossier_balance,
    give_and_take,
    imbalance,
    pair_balance,
)
from netdeps.measures.centrality import (
    betweenness,
    betweenness_centralisation,
    degree,
    degree_centralisation,
    harmonic_closeness,
    in_degree,
    in_strength,
    out_degree,
    out_strength,
    strength,
)
from netdeps.measures.gaps import (
    ContactGap,
    KindGap,
    Question,
    congruence,
    contact_gaps,
    kind_gaps,
    questions,
)
from netdeps.results import Result

__all__ = [
    "MEASURES",
    "ContactGap",
    "GiveAndTake",
    "KindGap",
    "PairBalance",
    "Question",
    "betweenness",
    "betweenness_centralisation",
    "congruence",
    "contact_gaps",
    "degree",
    "degree_centralisation",
    "dossier_balance",
    "give_and_take",
    "harmonic_closeness",
    "imbalance",
    "in_degree",
    "in_strength",
    "kind_gaps",
    "out_degree",
    "out_strength",
    "pair_balance",
    "questions",
    "strength",
]

MEASURES: Mapping[str, Callable[..., Result]] = {
    one.__name__: one
    for one in (
        contact_gaps,
        kind_gaps,
        questions,
        congruence,
        give_and_take,
        dossier_balance,
        pair_balance,
        imbalance,
        degree,
        in_degree,
        out_degree,
        strength,
        in_strength,
        out_strength,
        betweenness,
        harmonic_closeness,
        degree_centralisation,
        betweenness_centralisation,
    )
}
"""Every measure by its name, in the order in which a reader wants them."""
