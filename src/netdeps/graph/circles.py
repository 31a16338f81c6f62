"""Circles among arrows: who reaches whom and back again, and along which ways."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from netdeps.graph.parts import Connection, labelled
from netdeps.model import Pair

Arrows = Collection[Pair]
"""Pairs of names: the first of each points to the second. Nobody points to itself."""

_Ways = Mapping[str, list[str]]


def joined(arrows: Arrows, *, ways: Connection) -> list[tuple[str, ...]]:
    """Give the groups that arrows make of all who are named in them, each sorted.

    With ``ways="strong"`` everybody in a group reaches everybody else along the arrows; with
    ``ways="weak"`` they hang together whichever way the arrows point.

    Examples
    --------
    >>> joined([("a", "b"), ("b", "a"), ("b", "c")], ways="strong")
    [('a', 'b'), ('c',)]
    """
    from scipy.sparse import csr_array

    names, place = _places(arrows)
    rows, columns = (np.array([place[arrow[end]] for arrow in arrows], dtype=int) for end in (0, 1))
    matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(names), len(names)))
    found: dict[int, list[str]] = {}
    for name, label in zip(names, labelled(matrix, ways).tolist(), strict=True):
        found.setdefault(label, []).append(name)
    return sorted(map(tuple, found.values()))


def circles(arrows: Arrows, longest: int) -> Iterator[tuple[str, ...]]:
    """Find one by one the circles of at most so many arrows that pass nobody twice.

    Each begins with the first of its names and runs along the arrows. Only ways that can still
    come back in time are followed.

    Examples
    --------
    >>> list(circles([("a", "b"), ("b", "c"), ("c", "a"), ("b", "a")], 3))
    [('a', 'b'), ('a', 'b', 'c')]
    """
    ahead = _by_first(arrows)
    back = _by_first([(there, here) for here, there in arrows])
    for start in sorted(ahead):
        home = _steps_home(start, back, longest - 1)
        yield from _closing((start,), ahead, home, longest)


def widest_block(arrows: Arrows) -> int:
    """Give the size of the largest group that does not fall apart without one of its members.

    No circle passes more of them: whoever alone holds two parts together is passed only once.

    Examples
    --------
    >>> widest_block([("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")])
    2
    """
    import rustworkx as rx

    names, place = _places(arrows)
    graph: Any = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from_no_data([(place[one], place[other]) for one, other in sorted(arrows)])
    members: dict[int, set[int]] = {}
    for edge, block in rx.biconnected_components(graph).items():
        members.setdefault(block, set()).update(edge)
    return max(map(len, members.values()), default=0)


def _places(arrows: Arrows) -> tuple[list[str], dict[str, int]]:
    names = sorted({name for arrow in arrows for name in arrow})
    return names, {name: number for number, name in enumerate(names)}


def _by_first(arrows: Iterable[Pair]) -> _Ways:
    found: dict[str, list[str]] = {}
    for here, there in sorted(arrows):
        found.setdefault(here, []).append(there)
    return found


def _steps_home(start: str, back: _Ways, most: int) -> dict[str, int]:
    """Count the steps back to the start, past nobody who comes before it in the alphabet."""
    home = {start: 0}
    edge = [start]
    for steps in range(1, most + 1):
        edge = [one for there in edge for one in back.get(there, ()) if one > start]
        edge = [one for one in dict.fromkeys(edge) if one not in home]
        home.update(dict.fromkeys(edge, steps))
    return home


def _closing(
    way: tuple[str, ...], ahead: _Ways, home: Mapping[str, int], left: int
) -> Iterator[tuple[str, ...]]:
    for step in ahead.get(way[-1], ()):
        if step == way[0]:
            yield way
        elif home.get(step, left) < left and step not in way:
            yield from _closing((*way, step), ahead, home, left - 1)
