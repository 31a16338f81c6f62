"""Give and take: what organisations bring, and what they get."""

from netdeps.measures.balance.organisations import dossier_balance, give_and_take, imbalance
from netdeps.measures.balance.pairs import pair_balance
from netdeps.measures.balance.rows import GiveAndTake, PairBalance

__all__ = [
    "GiveAndTake",
    "PairBalance",
    "dossier_balance",
    "give_and_take",
    "imbalance",
    "pair_balance",
]
