"""The bridge from statements to graphs: no other part turns ties into a graph or a matrix.

A *layer* is a network's ties of one sort, as arrays or as a graph, with a stated order of the
organisations.
"""

from netdeps.graph.answers import Scale, about_layer, check_scale, no_scores, scores
from netdeps.graph.arrays import LAYERS, Layer, LayerName
from netdeps.graph.asked import Asked
from netdeps.graph.brokers import Way, ways_between
from netdeps.graph.circles import circles, joined, widest_block
from netdeps.graph.contacts import (
    CERTAINTY,
    Contacts,
    ContactState,
    Profile,
    Report,
    State,
    contact_states,
    count_pairs,
    known_share,
    tally,
)
from netdeps.graph.exchange import to_networkx
from netdeps.graph.flows import Flow, Status, check_share, exact, flows
from netdeps.graph.layers import (
    Selection,
    asked_about,
    check_kind,
    contact_layer,
    layer,
    selected,
    share_heard,
)
from netdeps.graph.needs import (
    NeedPart,
    OneWayNeed,
    PairNeed,
    chosen_needs,
    criticality,
    dependence_shares,
    dependums,
    need_weight,
    needs_between,
    needs_from,
    together,
)
from netdeps.graph.paths import between, distance_blocks, distances
from netdeps.graph.regions import home_regions

__all__ = [
    "CERTAINTY",
    "LAYERS",
    "Asked",
    "ContactState",
    "Contacts",
    "Flow",
    "Layer",
    "LayerName",
    "NeedPart",
    "OneWayNeed",
    "PairNeed",
    "Profile",
    "Report",
    "Scale",
    "Selection",
    "State",
    "Status",
    "Way",
    "about_layer",
    "asked_about",
    "between",
    "check_kind",
    "check_scale",
    "check_share",
    "chosen_needs",
    "circles",
    "contact_layer",
    "contact_states",
    "count_pairs",
    "criticality",
    "dependence_shares",
    "dependums",
    "distance_blocks",
    "distances",
    "exact",
    "flows",
    "home_regions",
    "joined",
    "known_share",
    "layer",
    "need_weight",
    "needs_between",
    "needs_from",
    "no_scores",
    "scores",
    "selected",
    "share_heard",
    "tally",
    "to_networkx",
    "together",
    "ways_between",
    "widest_block",
]
