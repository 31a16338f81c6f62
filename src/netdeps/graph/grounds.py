"""Which statements each part of a layer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from netdeps.graph.arrays import Layer
from netdeps.model import Contact, Contribution, Dependency, Interview, Network, Pair

GroupT = TypeVar("GroupT")

Grounds = Mapping[tuple[GroupT, GroupT], set[str]]
"""The statements about ties from one group to another, by the two groups."""


def grounds_between(network: Network, layer: Layer, group: Mapping[str, GroupT]) -> Grounds[GroupT]:
    """Give the statements of a layer about ties from one group to another, by the two groups.

    ``group`` says in which group each organisation is; who is in none is left out. An interview
    counts for every tie of whoever was asked.

    Examples
    --------
    >>> from netdeps.graph import layer
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}], contacts=[{"id": "c1", "between": ["b", "a"]}]
    ... )
    >>> grounds_between(network, layer(network, "contact"), {"a": "north", "b": "south"})
    {('north', 'south'): {'c1'}}
    """
    found: dict[tuple[GroupT, GroupT], set[str]] = {}
    for statement, (one, other) in _told(network, layer):
        if one in group and other in group:
            found.setdefault((group[one], group[other]), set()).add(statement)
    return found


def grounds_of_each(network: Network, layer: Layer) -> dict[str, tuple[str, ...]]:
    """Give for each organisation the statements that its ties in the layer rest on, sorted.

    A tie rests on what was said about it and on the interviews of both parties behind the layer:
    what either did not deny rests on its answers. So whoever stands between two others rests on
    the interviews of those two as well. A tie that is not there rests on no statement of its own,
    since there is none as long as nobody tells of it.

    Examples
    --------
    >>> from netdeps.graph import layer
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}, {"id": "c"}],
    ...     contacts=[{"id": "c1", "between": ["a", "b"]}, {"id": "c2", "between": ["b", "c"]}],
    ... )
    >>> grounds_of_each(network, layer(network, "contact"))
    {'a': ('c1',), 'b': ('c1', 'c2'), 'c': ('c2',)}
    """
    found: dict[str, set[str]] = {one: set() for one in layer.order}
    for statement, (one, other) in _told(network, layer):
        if one != other and one in found and other in found:
            found[one].add(statement)
            found[other].add(statement)
    return {one: tuple(sorted(statements)) for one, statements in found.items()}


def _told(network: Network, layer: Layer) -> Iterator[tuple[str, Pair]]:
    interviews: dict[str, list[str]] = {}
    for name in layer.because:
        statement = network.statement(name)
        if isinstance(statement, Interview):
            interviews.setdefault(statement.organisation, []).append(name)
        else:
            yield from ((name, parties) for parties in _parties(statement))
    if interviews:
        yield from _asked(layer, interviews)


def _parties(statement: object) -> Iterable[Pair]:
    if isinstance(statement, Contact):
        return (statement.pair,)
    if isinstance(statement, Dependency):
        return ((statement.depender, one) for one in statement.dependees)
    return ((statement.giver, statement.taker),) if isinstance(statement, Contribution) else ()


def _asked(layer: Layer, interviews: Mapping[str, list[str]]) -> Iterator[tuple[str, Pair]]:
    for source, target in zip(layer.sources.tolist(), layer.targets.tolist(), strict=True):
        parties = layer.order[source], layer.order[target]
        for one in parties:
            yield from ((name, parties) for name in interviews.get(one, ()))
