"""Every measure by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netdeps.measures.agenda import MEASURES as AGENDA
from netdeps.measures.balance import MEASURES as BALANCE
from netdeps.measures.brokerage import MEASURES as BROKERAGE
from netdeps.measures.centrality import MEASURES as CENTRALITY
from netdeps.measures.cohesion import MEASURES as COHESION
from netdeps.measures.dependence import MEASURES as DEPENDENCE
from netdeps.measures.gaps import MEASURES as GAPS
from netdeps.results import Result

MEASURES: Mapping[str, Callable[..., Result]] = {
    one.__name__: one
    for one in (*GAPS, *DEPENDENCE, *AGENDA, *BALANCE, *CENTRALITY, *COHESION, *BROKERAGE)
}
"""Every measure by its name, in the order in which a reader wants them."""

FOR_THE_FACILITATOR = frozenset({"unspoken_concerns", "unspoken_share"})
"""The measures that are for the facilitator alone, whatever else an audience may see: that
something was not said at the table is for nobody to read who sits there."""
