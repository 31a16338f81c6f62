"""Give and take on the map: what two bring each other, and what each organisation comes to.

The figures are those of the measures; the script on the page adds nothing up. Amounts of different
resources or units stay apart, and what giver and taker both tell of counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netdeps.graph import Good, exact
from netdeps.maps.exchanges import NOTHING, Amount, Exchange, Key, exchanges
from netdeps.maps.layout import Place, Spot, positions
from netdeps.maps.names import room
from netdeps.maps.rows import Cell, Scene, Table
from netdeps.measures import compensation, dossier_balance, give_and_take
from netdeps.measures.rows import GiveAndTake
from netdeps.model import TOGETHER, Network, pair

_EXCHANGE = (
    ("giver", "party"),
    ("taker", "party"),
    ("resource", "text"),
    ("unit", "text"),
    ("dossier", "dossier"),
    ("status", "word:status"),
    ("given", "amount"),
    ("returned", "amount"),
    ("net", "amount"),
    ("way", "word:way"),
)
_BALANCE = (
    ("organisation", "party"),
    ("resource", "text"),
    ("unit", "text"),
    ("dossier", "dossier"),
    ("given", "amount"),
    ("taken", "amount"),
    ("net", "amount"),
    ("way", "word:way"),
    ("evens_out", "share"),
)
_FEWEST_MAPS, _MOST_SPOTS = 2, 900
"""The page offers maps beside each other as long as two have no more shapes than this."""

_FONT = 22.0
"""Names in a panel take more room than on one map: the panel is smaller and the letters are not."""


def tables(scene: Scene) -> tuple[Table, Table]:
    """Give the tables of give and take: between two, and of each organisation."""
    return exchange_table(scene), balance_table(scene)


def exchange_table(scene: Scene) -> Table:
    """List what two bring each other in each dossier, and over all of them where there are several.

    Whoever gives more stands first. Of promises it is what is still to come.
    """
    between = exchanges(scene.network).items()
    rows = (row for key, by_dossier in between for row in _exchanged(scene, key, by_dossier))
    return Table("exchange", _EXCHANGE, tuple(rows))


def balance_table(scene: Scene) -> Table:
    """List what each organisation gives and takes, by dossier, and over all where there are several."""
    by_dossier = _grouped(dossier_balance(scene.network))
    evened = dict(_evened_out(scene.network))
    rows: list[tuple[Cell, ...]] = []
    for key, (whole,) in _grouped(give_and_take(scene.network)).items():
        rows += [_balance(scene, part, None) for part in by_dossier[key]]
        if len(by_dossier[key]) > 1:
            rows.append(_balance(scene, whole, evened.get(key)))
    return Table("balance", _BALANCE, tuple(rows))


def unasked(scene: Scene) -> list[int]:
    """Number the organisations that were not asked what they bring or get, as far as this edition tells."""
    asked = {one.organisation for one in scene.network.interviews if "contributions" in one.asked}
    return [number for name, number in scene.numbers.items() if name not in asked]


def places(scene: Scene) -> list[Place | None]:
    """Place whoever gives or takes for maps beside each other, one a dossier; None for all others.

    There are none where the page could not show them. The common pot has the last place, as it
    has among the shapes.
    """
    network = scene.network
    if _FEWEST_MAPS * len(network.ids) > _MOST_SPOTS:
        return []
    ends = [(one.giver, one.taker) for one in network.contributions]
    spots = [_spot(scene, name) for name in sorted({name for both in ends for name in both})]
    found = positions(spots, dict.fromkeys((pair(*both) for both in ends), 1))
    return [found.get(name) for name in (*scene.numbers, *({TOGETHER} & found.keys()))]


def _spot(scene: Scene, name: str) -> Spot:
    wide, high = room(scene.network.names.get(name, TOGETHER), _FONT)
    kind = "" if name == TOGETHER else scene.network.organisation(name).kind
    return Spot(name, kind, wide + 30, high + 60)


def _grouped(found: Iterable[GiveAndTake]) -> dict[tuple[str, Good], list[GiveAndTake]]:
    """Put together what is of the same organisation and resource; the common pot is left out."""
    groups: dict[tuple[str, Good], list[GiveAndTake]] = {}
    for row in found:
        if row.organisation != TOGETHER:
            groups.setdefault((row.organisation, (row.resource, row.unit)), []).append(row)
    return groups


def _exchanged(
    scene: Scene, key: Key, by_dossier: Mapping[str, Exchange]
) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each dossier, and one over all of them where there are several."""
    *ends, resource, unit, status = key
    told: list[tuple[str | None, Exchange]] = [
        (name, by_dossier[name]) for name in sorted(by_dossier)
    ]
    if len(told) > 1:
        told.append((None, sum(by_dossier.values(), NOTHING)))
    for dossier, one in told:
        turn = one.way == "takes"
        seen = one.turned if turn else one
        parties = scene.parties(reversed(ends) if turn else ends)
        amounts = map(_plain, (seen.there, seen.back, seen.net))
        yield (*parties, resource, unit, dossier, status, *amounts, seen.way)


def _balance(scene: Scene, row: GiveAndTake, evens_out: float | None) -> tuple[Cell, ...]:
    given, taken = (None if one is None else exact(one) for one in (row.given, row.taken))
    return (
        scene.numbers[row.organisation],
        row.resource,
        row.unit,
        row.dossier,
        row.given,
        row.taken,
        row.net,
        Exchange(given, taken).way,
        evens_out,
    )


def _evened_out(network: Network) -> Iterator[tuple[tuple[str, Good], float | None]]:
    """Give which share of what differs by dossier evens out, for each organisation and resource."""
    for resource in sorted({one.resource for one in network.contributions}):
        for row in compensation(network, resource=resource):
            yield (row.organisation, (resource, row.unit)), row.compensation


def _plain(amount: Amount) -> float | None:
    return None if amount is None else float(amount)
