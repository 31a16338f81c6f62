"""Every measure by its name, and for whom it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from netdeps.measures.agenda import MEASURES as AGENDA
from netdeps.measures.balance import MEASURES as BALANCE
from netdeps.measures.brokerage import MEASURES as BROKERAGE
from netdeps.measures.centrality import MEASURES as CENTRALITY
from netdeps.measures.cohesion import MEASURES as COHESION
from netdeps.measures.dependence import MEASURES as DEPENDENCE
from netdeps.measures.gaps import MEASURES as GAPS
from netdeps.model import Fixed
from netdeps.results import Result

Widest = Literal["public", "table", "party", "facilitator"]
"""From the widest audience to the narrowest; ``party`` is a party for what it said itself."""

MEASURES: Mapping[str, Callable[..., Result]] = {
    one.__name__: one
    for one in (*GAPS, *DEPENDENCE, *AGENDA, *BALANCE, *CENTRALITY, *COHESION, *BROKERAGE)
}
"""Every measure by its name, in the order in which a reader wants them."""

_NOT_AS_USUAL: Mapping[str, Widest] = Fixed(
    {
        # that something was not said at the table is for nobody to read who sits there
        "unspoken_concerns": "facilitator",
        "unspoken_share": "facilitator",
        # they name who of two did not say what the other said
        "one_sided_contacts": "facilitator",
        "confirmation_rate": "facilitator",
        "recognition": "facilitator",
        "reported_differences": "facilitator",
        # it is about persons, of whom an edition names none
        "fragile_contacts": "facilitator",
        # one organisation is one answer, and of few answers a figure gives each away
        "felt_agreement": "facilitator",
        "felt_balance": "party",
        "role_conflicts": "party",
        "hat_clarity": "party",
        # counts of lines, without level, severity or a word about one party
        "density": "public",
        "contact_density": "public",
        "reciprocity": "public",
        "degree_centralisation": "public",
        "components": "public",
        "block_density": "public",
        "ei_index": "public",
    }
)

FOR_WHOM: Mapping[str, Widest] = Fixed(
    {name: _NOT_AS_USUAL.get(name, "table") for name in MEASURES}
)
"""The widest audience of every measure; narrower ones have it too."""

INSTEAD: Mapping[str, tuple[str, ...]] = Fixed(
    {
        "one_sided_contacts": ("contact_gaps", "questions"),
        "confirmation_rate": ("contact_density", "questions"),
        "recognition": ("requirement", "questions"),
        "reported_differences": ("give_and_take", "pair_balance"),
        "felt_agreement": ("give_and_take", "imbalance"),
        "felt_balance": ("give_and_take", "imbalance"),
        "role_conflicts": ("coordination_load",),
        "hat_clarity": ("coordination_load",),
    }
)
"""What an audience may have that cannot have a measure: the same matter, without who said what."""
