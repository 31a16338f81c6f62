"""Who depends on whom by way of somebody else, one step further than a need itself says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from netdeps.graph import dependence_shares
from netdeps.maps.rows import Scene, Table
from netdeps.model import Network

MOST_ORGANISATIONS = 300
"""In a larger network there are too many ways to read, and none are listed."""

MOST = 200
"""More pairs than this are not listed; those that hang together most are."""

_INDIRECT = (("depender", "party"), ("via", "parties"), ("dependee", "party"))

Ways = dict[tuple[str, str], dict[str, Fraction]]
"""For whom depends on whom, each go-between and how much runs by way of it."""


def tables(scene: Scene) -> tuple[Table, ...]:
    """List who needs nothing from another, but somebody who does; the strongest first.

    What runs by way of a go-between is the share that hangs on it times the share of it that hangs
    on the last: the second term of ``indirect_dependence``. Longer ways weigh little, and nobody at
    the table can follow them.
    """
    if len(scene.network.ids) > MOST_ORGANISATIONS:
        return ()
    ways = _ways(scene.network)
    pairs = sorted(ways, key=lambda ends: (-sum(ways[ends].values()), ends))
    rows = tuple(
        (scene.numbers[ends[0]], scene.parties(_strongest(ways[ends])), scene.numbers[ends[1]])
        for ends in pairs[:MOST]
    )
    return (Table("indirect", _INDIRECT, rows, len(pairs) - len(rows)),) if rows else ()


def _ways(network: Network) -> Ways:
    shares = {ends: share for ends, share in dependence_shares(network).items() if len({*ends}) > 1}
    further: dict[str, dict[str, Fraction]] = {}
    for (depender, dependee), share in shares.items():
        further.setdefault(depender, {})[dependee] = share
    ways: Ways = {}
    for (depender, via), share in shares.items():
        for dependee, rest in further.get(via, {}).items():
            if dependee != depender and (depender, dependee) not in shares:
                ways.setdefault((depender, dependee), {})[via] = share * rest
    return ways


def _strongest(vias: dict[str, Fraction]) -> Iterator[str]:
    yield from sorted(vias, key=lambda via: (-vias[via], via))
