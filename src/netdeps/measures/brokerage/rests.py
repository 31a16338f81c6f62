"""On which statements it rests whom each organisation is tied to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netdeps.graph import Layer, LayerName
from netdeps.model import Network

Told = tuple[str, tuple[str, ...]]


def told_of(network: Network, layer: Layer) -> Mapping[str, tuple[str, ...]]:
    """Give for each organisation the statements behind the layer that name it."""
    wanted = set(layer.because)
    found: dict[str, set[str]] = {one: set() for one in layer.order}
    for statement, parties in _statements(network, layer.name):
        if statement in wanted:
            for party in parties:
                if party in found:
                    found[party].add(statement)
    return {one: tuple(sorted(statements)) for one, statements in found.items()}


def _statements(network: Network, name: LayerName) -> Iterator[Told]:
    if name == "contact":
        yield from ((one.id, one.between) for one in network.contacts)
        yield from ((one.id, (one.organisation,)) for one in network.interviews)
    elif name == "dependency":
        yield from ((one.id, (one.depender, *one.dependees)) for one in network.dependencies)
    else:
        yield from ((one.id, (one.giver, one.taker)) for one in network.contributions)
