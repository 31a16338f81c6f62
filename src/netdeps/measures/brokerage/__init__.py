"""Who stands between others, what that leaves room for, and who carries the coordination."""

from netdeps.measures.brokerage.broker_roles import broker_roles
from netdeps.measures.brokerage.broker_rows import BrokerRoles, ExclusiveBrokerage
from netdeps.measures.brokerage.core import CorePeriphery, core_periphery
from netdeps.measures.brokerage.exclusive import exclusive_brokerage
from netdeps.measures.brokerage.governance import governance_mirror
from netdeps.measures.brokerage.governance_rows import GovernanceMirror
from netdeps.measures.brokerage.hats import hat_clarity, role_conflicts
from netdeps.measures.brokerage.holes import (
    constraint,
    effective_size,
    efficiency,
    hierarchy,
)
from netdeps.measures.brokerage.load import coordination_load, effective_pullers
from netdeps.measures.brokerage.load_rows import CoordinationLoad
from netdeps.measures.brokerage.role_rows import RoleConflict

__all__ = [
    "BrokerRoles",
    "CoordinationLoad",
    "CorePeriphery",
    "ExclusiveBrokerage",
    "GovernanceMirror",
    "RoleConflict",
    "broker_roles",
    "constraint",
    "coordination_load",
    "core_periphery",
    "effective_pullers",
    "effective_size",
    "efficiency",
    "exclusive_brokerage",
    "governance_mirror",
    "hat_clarity",
    "hierarchy",
    "role_conflicts",
]

MEASURES = (
    coordination_load,
    effective_pullers,
    role_conflicts,
    hat_clarity,
    governance_mirror,
    core_periphery,
    broker_roles,
    exclusive_brokerage,
    constraint,
    effective_size,
    efficiency,
    hierarchy,
)
"""The measures of this family, in the order in which a reader wants them."""
