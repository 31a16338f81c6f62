"""Give and take: what organisations bring, and what they get."""

from netdeps.measures.balance.acceptability import GiverAcceptability, giver_acceptability
from netdeps.measures.balance.break_even import BreakEven, break_even
from netdeps.measures.balance.circulation import circulation, circulation_flows
from netdeps.measures.balance.circulation_rows import CirculationFlow
from netdeps.measures.balance.compensation import compensation, pair_compensation
from netdeps.measures.balance.compensation_rows import Compensation, PairCompensation
from netdeps.measures.balance.concentration import concentration
from netdeps.measures.balance.felt import felt_agreement, felt_balance
from netdeps.measures.balance.felt_rows import Felt
from netdeps.measures.balance.free_riding import free_riding
from netdeps.measures.balance.free_riding_rows import FreeRiding, StakeWithoutOffer
from netdeps.measures.balance.hodge import circular_share, flow_parts, giving_potential
from netdeps.measures.balance.hodge_rows import FlowParts
from netdeps.measures.balance.organisations import dossier_balance, give_and_take, imbalance
from netdeps.measures.balance.pairs import pair_balance
from netdeps.measures.balance.promises import Promise, promises
from netdeps.measures.balance.reciprocity import weighted_reciprocity
from netdeps.measures.balance.reports import ReportedDifference, reported_differences
from netdeps.measures.balance.rows import GiveAndTake, PairBalance
from netdeps.measures.balance.stakes import stakes_without_offers
from netdeps.measures.balance.valued import valued_balance
from netdeps.measures.balance.valued_rows import ValuedBalance

__all__ = [
    "BreakEven",
    "CirculationFlow",
    "Compensation",
    "Felt",
    "FlowParts",
    "FreeRiding",
    "GiveAndTake",
    "GiverAcceptability",
    "PairBalance",
    "PairCompensation",
    "Promise",
    "ReportedDifference",
    "StakeWithoutOffer",
    "ValuedBalance",
    "break_even",
    "circular_share",
    "circulation",
    "circulation_flows",
    "compensation",
    "concentration",
    "dossier_balance",
    "felt_agreement",
    "felt_balance",
    "flow_parts",
    "free_riding",
    "give_and_take",
    "giver_acceptability",
    "giving_potential",
    "imbalance",
    "pair_balance",
    "pair_compensation",
    "promises",
    "reported_differences",
    "stakes_without_offers",
    "valued_balance",
    "weighted_reciprocity",
]

MEASURES = (
    give_and_take,
    dossier_balance,
    pair_balance,
    compensation,
    pair_compensation,
    imbalance,
    weighted_reciprocity,
    concentration,
    break_even,
    giver_acceptability,
    valued_balance,
    felt_balance,
    felt_agreement,
    free_riding,
    stakes_without_offers,
    promises,
    reported_differences,
    circulation,
    circulation_flows,
    giving_potential,
    circular_share,
    flow_parts,
)
"""The measures of this family, in the order in which a reader wants them."""
