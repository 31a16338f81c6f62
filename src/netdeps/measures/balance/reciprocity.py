"""Which share of what is brought comes back directly."""

from __future__ import annotations

from fractions import Fraction

from netdeps.graph import Selection, Status, flows, selected
from netdeps.measures.balance.goods import amounts
from netdeps.measures.balance.tally import about, all_brought
from netdeps.model import Network
from netdeps.results import Figure, Number, Undefined
from netdeps.words import Phrase


def weighted_reciprocity(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Figure:
    """Which share of all that is brought comes back directly, from whom it was brought to.

    Σ min(w_ij, w_ji) / Σ w_ij over all i and j that differ, where w_ij is what i brings to j over all
    dossiers: from 0 (between any two it goes one way only) to 1 (everybody gets back as much as it
    brings, from the same party). What comes back in another dossier counts. What is brought to the
    common pot comes back from nobody, and counts as brought.

    It says nothing of what comes back through others. To set it against chance, see
    ``inference.direction_flips``.

    Undefined where nothing is brought, where some of it was not counted, and where several resources
    or units would have to be added.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013), Reciprocity of weighted networks,
    https://doi.org/10.1038/srep02729.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}],
    ...     contributions=[{"giver": "a", "taker": "b", "resource": "time", "amount": 3},
    ...                    {"giver": "b", "taker": "a", "resource": "time", "amount": 1}],
    ... )
    >>> measures.weighted_reciprocity(network)
    0.5
    """
    part = selected(network, Selection(kind=kind, dossier=dossier, inside=inside))
    found = flows(part, dossier=dossier, resource=resource, status=status)
    said = about("weighted_reciprocity", part, found)
    brought = all_brought(found)
    if isinstance(brought, Phrase):
        return Undefined(brought, said)
    there = amounts(found)
    back = sum((min(much, there.get(way[::-1], 0)) for way, much in there.items()), Fraction(0))
    return Number(float(back / brought), said)
