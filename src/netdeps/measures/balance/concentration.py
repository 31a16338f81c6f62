"""On how few shoulders the bringing rests."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Selection, Status, flows, selected
from netdeps.measures.balance.tally import Tally, about, all_brought
from netdeps.model import Network
from netdeps.results import Figure, Number, Undefined
from netdeps.words import Phrase

GiniScale = Literal["corrected", "raw"]
"""Whether 1 is the most that so many organisations can reach, or the formula as it is."""


def concentration(
    network: Network,
    *,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    scale: GiniScale = "corrected",
) -> Figure:
    """On how few shoulders the bringing rests.

    The Gini coefficient of what each organisation gives, Σ_ij |x_i - x_j| / (2 n² mean), times
    n / (n - 1): from 0 (all give as much) to 1 (one gives everything). ``scale="raw"`` leaves the
    last factor out; the most is then (n - 1) / n. Organisations that give nothing count with 0, what
    is brought to the common pot counts as given. It is of what is given, never of nets.

    Undefined with fewer than two organisations, where nothing is brought, where some of it was not
    counted, and where several resources or units would have to be added.

    Raises
    ------
    OptionError
        When the status or the scale is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Gini (1912), Variabilità e mutabilità. The correction for small numbers: Deltas (2003), The
    small-sample bias of the Gini coefficient, https://doi.org/10.1162/rest.2003.85.1.226.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": giver, "taker": taker, "resource": "time", "amount": amount}
    ...         for giver, taker, amount in [("a", "b", 1), ("b", "c", 2), ("c", "a", 3)]
    ...     ],
    ... )
    >>> measures.concentration(network)
    0.3333333333333333
    """
    check_option("scale", scale, get_args(GiniScale))
    part = selected(network, Selection(kind=kind, dossier=dossier, inside=inside))
    found = flows(part, dossier=dossier, resource=resource, status=status)
    said = about("concentration", part, found)
    size = len(part.ids)
    brought = all_brought(found) if size > 1 else Phrase("reason.alone")
    if isinstance(brought, Phrase):
        return Undefined(brought, said)
    tally = Tally(found)
    gini = _gini([tally.given(one) or Fraction(0) for one in part.ids], brought)
    return Number(float(gini if scale == "raw" else gini * size / (size - 1)), said)


def _gini(given: Collection[Fraction], brought: Fraction) -> Fraction:
    """Give Σ (2i - n - 1) x_i / (n Σ x) of the sorted amounts: the same sum, without all pairs."""
    size = len(given)
    apart = sum((2 * place - size - 1) * much for place, much in enumerate(sorted(given), start=1))
    return apart / (size * brought)
