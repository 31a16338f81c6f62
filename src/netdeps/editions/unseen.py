"""What an edition keeps back or seems to say, for the facilitator alone."""

from __future__ import annotations

from collections.abc import Mapping

from netdeps.editions.making import Edition
from netdeps.graph import Contacts, ContactState
from netdeps.model import Level, Network, Pair


def hidden_organisations(network: Network, shown: Edition) -> tuple[str, ...]:
    """Name, for the facilitator alone, the organisations that are not in an edition."""
    return tuple(name for name in network.ids if name not in shown.network.names)


def false_absences(network: Network, shown: Edition) -> tuple[Pair, ...]:
    """Name, for the facilitator alone, the pairs in contact that an edition shows as not.

    It happens where the audience sees that a party was asked about its contacts, and does not see
    what it answered. Only who fills the case can mend it, by the visibility of either.
    """
    whole, reduced = Contacts(network), Contacts(shown.network)
    here = shown.network.names
    told = (one for one in sorted(whole.told) if one[0] in here and one[1] in here)
    return tuple(one for one in told if _reads_as_no(whole.states(*one), reduced.states(*one)))


def _reads_as_no(
    whole: Mapping[Level, ContactState], reduced: Mapping[Level, ContactState]
) -> bool:
    return any(
        state.state == "yes" and reduced[level].state in {"no", "disputed"}
        for level, state in whole.items()
    )
