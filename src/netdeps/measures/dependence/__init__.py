"""Who needs whom: directly, through others, in circles, and what happens when somebody drops out."""

from netdeps.measures.dependence.acknowledged import Recognition, recognition
from netdeps.measures.dependence.alternatives import (
    NeedAlternatives,
    alternatives,
    sole_supplier_share,
)
from netdeps.measures.dependence.dropout import dropout_impact, single_points_of_failure
from netdeps.measures.dependence.dropout_rows import Dropout, SinglePoint
from netdeps.measures.dependence.indirect import IndirectDependence, indirect_dependence
from netdeps.measures.dependence.loops import DependencyLoop, dependency_loops
from netdeps.measures.dependence.positions import Position, influence_and_dependence
from netdeps.measures.dependence.power import PowerBalance, power_balance
from netdeps.measures.dependence.requirements import Requirement, requirement
from netdeps.measures.dependence.shares import Dependence, dependence
from netdeps.measures.dependence.two_steps import MactorPosition, mactor
from netdeps.measures.dependence.waiting import waiting_deadlocks
from netdeps.measures.dependence.waiting_rows import WaitingDeadlock

__all__ = [
    "Dependence",
    "DependencyLoop",
    "Dropout",
    "IndirectDependence",
    "MactorPosition",
    "NeedAlternatives",
    "Position",
    "PowerBalance",
    "Recognition",
    "Requirement",
    "SinglePoint",
    "WaitingDeadlock",
    "alternatives",
    "dependence",
    "dependency_loops",
    "dropout_impact",
    "indirect_dependence",
    "influence_and_dependence",
    "mactor",
    "power_balance",
    "recognition",
    "requirement",
    "single_points_of_failure",
    "sole_supplier_share",
    "waiting_deadlocks",
]

MEASURES = (
    dependence,
    requirement,
    power_balance,
    alternatives,
    sole_supplier_share,
    single_points_of_failure,
    dropout_impact,
    dependency_loops,
    waiting_deadlocks,
    recognition,
    indirect_dependence,
    influence_and_dependence,
    mactor,
)
"""The measures of this family, in the order in which a reader wants them."""
