"""What two organisations bring each other."""

from __future__ import annotations

from netdeps.graph import Flow, Selection, Status, flows, selected
from netdeps.measures.balance.rows import PairBalance
from netdeps.measures.balance.tally import Tally, about, plain, sortable, statements
from netdeps.model import TOGETHER, Network, pair
from netdeps.results import Findings
from netdeps.words import Phrase

_Key = tuple[str, str, str, str | None]


def pair_balance(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Findings[PairBalance]:
    """What two organisations bring each other, and how far it comes back directly.

    reciprocity = the smaller of the two amounts divided by the larger, from 0 (one way only) to 1
    (as much back), for each resource by itself. Pairs that bring each other nothing are left out,
    and so is the common pot, which nobody gives back directly. What was not counted is None.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource or organisation is asked for that is not there.

    References
    ----------
    The minimum as the reciprocated part: Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013),
    Reciprocity of weighted networks, https://doi.org/10.1038/srep02729.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}],
    ...     contributions=[{"giver": "a", "taker": "b", "resource": "time", "amount": 6},
    ...                    {"giver": "b", "taker": "a", "resource": "time", "amount": 2}],
    ... )
    >>> measures.pair_balance(network)[0].given
    (6.0, 2.0)
    """
    part = selected(network, Selection(dossier=dossier, inside=inside))
    found = [
        one
        for one in flows(part, dossier=dossier, resource=resource, status=status)
        if one.taker != TOGETHER and one.amount != 0
    ]
    grouped: dict[_Key, list[Flow]] = {}
    for one in found:
        key = (*pair(one.giver, one.taker), *one.good)
        grouped.setdefault(key, []).append(one)
    rows = [_row(key, grouped[key], dossier, part) for key in sorted(grouped, key=sortable)]
    uncounted = (row for row in rows if row.reciprocity is None)
    reasons = {
        f"{' – '.join(row.parties)}: {row.resource}": Phrase("reason.no_amount")
        for row in uncounted
    }
    return Findings(rows, about("pair_balance", part, found), reasons)


def _row(key: _Key, group: list[Flow], dossier: str | None, network: Network) -> PairBalance:
    first, second, resource, unit = key
    tally = Tally(group)
    there, back = tally.given(first), tally.given(second)
    reciprocity = None
    if there is not None and back is not None:
        reciprocity = float(min(there, back) / max(there, back))
    return PairBalance(
        parties=(first, second),
        resource=resource,
        unit=unit,
        dossier=dossier,
        given=(plain(there), plain(back)),
        given_range=(tally.given_range(first), tally.given_range(second)),
        reciprocity=reciprocity,
        because=statements(group),
        names=network.names,
    )
