"""The bridge from statements to graphs: no other part turns ties into a graph or a matrix.

A *layer* is a network's ties of one sort, as arrays or as a graph, with a stated order of the
organisations.
"""

from netdeps.graph.contacts import (
    CERTAINTY,
    Contacts,
    ContactState,
    Profile,
    State,
    contact_states,
    count_pairs,
    known_share,
)
from netdeps.graph.exchange import to_networkx
from netdeps.graph.flows import Flow, Status, exact, flows
from netdeps.graph.layers import (
    LAYERS,
    Layer,
    LayerName,
    Selection,
    check_kind,
    layer,
    selected,
)
from netdeps.graph.needs import (
    NeedPart,
    PairNeed,
    chosen_needs,
    criticality,
    dependence_shares,
    needs_between,
)
from netdeps.graph.paths import between, distance_blocks, distances

__all__ = [
    "CERTAINTY",
    "LAYERS",
    "ContactState",
    "Contacts",
    "Flow",
    "Layer",
    "LayerName",
    "NeedPart",
    "PairNeed",
    "Profile",
    "Selection",
    "State",
    "Status",
    "between",
    "check_kind",
    "chosen_needs",
    "contact_states",
    "count_pairs",
    "criticality",
    "dependence_shares",
    "distance_blocks",
    "distances",
    "exact",
    "flows",
    "known_share",
    "layer",
    "needs_between",
    "selected",
    "to_networkx",
]
