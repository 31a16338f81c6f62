"""The bridge from statements to graphs: no other part turns ties into a graph or a matrix.

A *layer* is a network's ties of one sort, as arrays or as a graph, with a stated order of the
organisations.
"""

from netdeps.graph.answers import Scale, about_layer, check_scale, no_scores, scores
from netdeps.graph.arrays import LAYERS, Layer, LayerName
from netdeps.graph.asked import Asked
from netdeps.graph.brokers import Way, ways_between
from netdeps.graph.circles import circles, joined, widest_block
from netdeps.graph.circulation import Circulation, even_circulation, largest_circulation
from netdeps.graph.communities import (
    Division,
    Divisions,
    best_divisions,
    division,
    louvain,
    pairs_tied,
)
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
    tally_marked,
)
from netdeps.graph.exchange import to_networkx
from netdeps.graph.flows import Flow, Status, check_share, exact, flows
from netdeps.graph.grounds import Grounds, grounds_between
from netdeps.graph.groups import By, Grouped, Grouping, grouped
from netdeps.graph.labellings import MOST_EXACT, labellings, ways_to_label
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
from netdeps.graph.routes import LACKING, NeedLines, Route, carried
from netdeps.graph.streams import Stream, streams

__all__ = [
    "CERTAINTY",
    "LACKING",
    "LAYERS",
    "MOST_EXACT",
    "Asked",
    "By",
    "Circulation",
    "ContactState",
    "Contacts",
    "Division",
    "Divisions",
    "Flow",
    "Grounds",
    "Grouped",
    "Grouping",
    "Layer",
    "LayerName",
    "NeedLines",
    "NeedPart",
    "OneWayNeed",
    "PairNeed",
    "Profile",
    "Report",
    "Route",
    "Scale",
    "Selection",
    "State",
    "Status",
    "Stream",
    "Way",
    "about_layer",
    "asked_about",
    "best_divisions",
    "between",
    "carried",
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
    "division",
    "even_circulation",
    "exact",
    "flows",
    "grounds_between",
    "grouped",
    "home_regions",
    "joined",
    "known_share",
    "labellings",
    "largest_circulation",
    "layer",
    "louvain",
    "need_weight",
    "needs_between",
    "needs_from",
    "no_scores",
    "pairs_tied",
    "scores",
    "selected",
    "share_heard",
    "streams",
    "tally",
    "tally_marked",
    "to_networkx",
    "together",
    "ways_between",
    "ways_to_label",
    "widest_block",
]
