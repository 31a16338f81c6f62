"""The bridge from statements to graphs: no other part turns ties into a graph or a matrix.

A *layer* is a network's ties of one sort, as arrays or as a graph, with a stated order of the
organisations.
"""

from netdeps.graph.answers import Scale, about_layer, check_scale, lacks_values, no_scores, scores
from netdeps.graph.arrays import Layer, LayerName, Values
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
from netdeps.graph.flows import (
    Flow,
    Good,
    Status,
    as_number,
    check_share,
    exact,
    flows,
    not_added,
)
from netdeps.graph.grounds import Grounds, grounds_between, grounds_of_each
from netdeps.graph.groups import (
    SMALL_KINDS,
    SMALLEST,
    By,
    Grouped,
    Grouping,
    grouped,
    small_kinds,
)
from netdeps.graph.kept import kept
from netdeps.graph.labellings import MOST_EXACT, labellings
from netdeps.graph.latest import newest_replies, repliers, standing
from netdeps.graph.layers import (
    Selection,
    asked_about,
    check_kinds,
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
from netdeps.graph.parts import Connection, component_labels, cuts
from netdeps.graph.paths import between
from netdeps.graph.regions import home_regions
from netdeps.graph.routes import LACKING, NeedLines, Route, carried
from netdeps.graph.streams import Stream, streams

__all__ = [
    "CERTAINTY",
    "LACKING",
    "MOST_EXACT",
    "SMALLEST",
    "SMALL_KINDS",
    "Asked",
    "By",
    "Circulation",
    "Connection",
    "ContactState",
    "Contacts",
    "Division",
    "Divisions",
    "Flow",
    "Good",
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
    "Values",
    "Way",
    "about_layer",
    "as_number",
    "asked_about",
    "best_divisions",
    "between",
    "carried",
    "check_kinds",
    "check_scale",
    "check_share",
    "chosen_needs",
    "circles",
    "component_labels",
    "contact_layer",
    "contact_states",
    "count_pairs",
    "criticality",
    "cuts",
    "dependence_shares",
    "dependums",
    "division",
    "even_circulation",
    "exact",
    "flows",
    "grounds_between",
    "grounds_of_each",
    "grouped",
    "home_regions",
    "joined",
    "kept",
    "known_share",
    "labellings",
    "lacks_values",
    "largest_circulation",
    "layer",
    "louvain",
    "need_weight",
    "needs_between",
    "needs_from",
    "newest_replies",
    "no_scores",
    "not_added",
    "pairs_tied",
    "repliers",
    "scores",
    "selected",
    "share_heard",
    "small_kinds",
    "standing",
    "streams",
    "tally",
    "tally_marked",
    "to_networkx",
    "together",
    "ways_between",
    "widest_block",
]
