"""Distances on the map that tell how far apart organisations are, with as little stress as can be.

All sums run number by number, never through BLAS, which adds up in another order with another
number of threads: the same network gives the same places on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Plane = NDArray[np.complex128]
    Matrix = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.intp]

_SEED = 20210428
# Up to this many organisations there is time for several starts and more sweeps.
_SMALL = 80
_STARTS = 8
_SWEEPS, _CAREFUL = 15, 40

# The first sweep moves every pair all the way, the last one even the nearest pairs only so much.
_LAST = 0.03

# Two of one kind stand at this share of their distance.
_ALIKE = 0.72

# How long a line is: where the two share no partner, and to somebody without other partners.
_FAR, _LONE = 1.6, 1.0


def distances(links: Matrix, alike: Flags | None = None) -> Matrix:
    """Tell how far apart each pair should stand; ``links`` holds the strength of each tie.

    A tie is shorter the stronger it is and the more partners the two share, a path is the sum of
    its ties, and organisations that are alike stand nearer than their ties alone would say.
    Whoever has one partner only stands close to it; who cannot be reached stands one step beyond
    the farthest.
    """
    import numpy as np

    tied = links > 0
    partners = tied.sum(axis=1)
    # Whole numbers, which come out the same in whatever order they are added.
    shared = tied.astype(float) @ tied
    either = partners[:, None] + partners - shared
    lone = (partners[:, None] == 1) | (partners == 1)
    length = np.where(lone, _LONE, _FAR - shared / np.maximum(either, 1))
    length = np.where(tied, length / np.maximum(links, 1), np.inf)
    found = paths(length)
    return found if alike is None else found * np.where(alike, _ALIKE, 1.0)


def paths(length: Matrix) -> Matrix:
    """Give the shortest ways along ties of these lengths; what is not tied is infinitely long."""
    import numpy as np

    found = length.copy()
    np.fill_diagonal(found, 0)
    for via in range(len(found)):
        np.minimum(found, found[:, via, None] + found[via], out=found)
    reached = np.isfinite(found)
    return found if reached.all() else np.where(reached, found, found[reached].max() + 1)


def placed(parts: Sequence[Matrix]) -> list[Points]:
    """Place several networks, each with distances as near as can be to the ones asked for.

    A small network is tried from several starts, of which the one with the least stress is kept.
    """
    small = [part for part in parts if len(part) <= _SMALL]
    tries = settled([part for part in small for _ in range(_STARTS)], _CAREFUL)
    best = (
        _least_stressed(tries[number * _STARTS : (number + 1) * _STARTS], part)
        for number, part in enumerate(small)
    )
    # There is no gain in placing large ones together: each fills its rounds by itself.
    return [next(best) if len(part) <= _SMALL else settled([part])[0] for part in parts]


def _least_stressed(tries: Sequence[Points], distances: Matrix) -> Points:
    """Give the try whose distances are nearest to the ones asked for."""
    return min(tries, key=lambda points: round(_stress(points, distances), 6))


def settled(parts: Sequence[Matrix], sweeps: int = _SWEEPS) -> list[Points]:
    """Place several networks at once, each by its own distances.

    The method is that of Zheng, Pawar and Goodman (2019), Graph drawing by stochastic gradient
    descent, https://doi.org/10.1109/TVCG.2018.2859997: pair by pair, each pair is moved towards
    its distance, by less in each sweep. Here pairs that share nobody move together.
    """
    import numpy as np

    if not parts:
        return []
    chance = np.random.default_rng(_SEED)
    ends = np.cumsum([len(part) for part in parts])
    scattered = np.concatenate([_scattered(part, chance) for part in parts])
    # One complex number a place: half the work of two real ones.
    points = scattered[:, 0] + 1j * scattered[:, 1]
    rounds = _rounds(parts, [0, *ends[:-1].tolist()], sweeps)
    forces = [pairs.force for pairs in rounds]
    for _ in range(sweeps):
        for number in chance.permutation(len(rounds)).tolist():
            _moved(points, rounds[number], forces[number])
        forces = [force * pairs.slower for force, pairs in zip(forces, rounds, strict=True)]
    return np.split(np.stack([points.real, points.imag], axis=1), ends[:-1])


@dataclass(frozen=True)
class _Round:
    """Pairs that share nobody: who they are, and how far apart they should be."""

    first: Ints
    second: Ints
    far: Points
    force: Points
    """How much they are moved in the first sweep."""
    slower: Points
    """The share of its force that each pair keeps from one sweep to the next."""


def _scattered(distances: Matrix, chance: np.random.Generator) -> Points:
    import numpy as np

    far = float(distances.max()) if len(distances) > 1 else 0.0
    scattered: Points = (chance.random((len(distances), 2)) - 0.5) * np.array([1.6, 1.0]) * far
    return scattered


def _slower(distances: Matrix, sweeps: int) -> float:
    """Give the share of its force that a step keeps from one sweep to the next."""
    import numpy as np

    span = distances[np.triu_indices(len(distances), 1)]
    widest = float(span.max() / span.min())
    # Rounded, since powers may differ in their last digit from machine to machine.
    return float(round((_LAST / widest**2) ** (1 / (sweeps - 1)), 6))


def _rounds(parts: Sequence[Matrix], begins: Sequence[int], sweeps: int) -> list[_Round]:
    """Let everybody meet everybody in rounds, as teams do in a competition."""
    import numpy as np

    met: list[list[tuple[Ints, Ints, Points, Points, Points]]] = []
    for part, begin in zip(parts, begins, strict=True):
        slower = _slower(part, sweeps) if len(part) > 1 else 1.0
        for number, (one, other) in enumerate(_fixtures(len(part))):
            if number == len(met):
                met.append([])
            far = part[one, other]
            force = (part.max() / far) ** 2
            met[number].append((one + begin, other + begin, far, force, np.full(len(far), slower)))
    return [_Round(*(np.concatenate(sort) for sort in zip(*one, strict=True))) for one in met]


def _fixtures(count: int) -> list[tuple[Ints, Ints]]:
    """Pair everybody with everybody else once: one stays in its place, the others go round."""
    import numpy as np

    even = count + count % 2
    ring = np.arange(even - 1)
    pairs = []
    for turn in range(even - 1 if count > 1 else 0):
        row = np.concatenate([[even - 1], np.roll(ring, turn)])
        first, second = row[: even // 2], row[: even // 2 - 1 : -1]
        there = (first < count) & (second < count)
        pairs.append((first[there], second[there]))
    return pairs


def _moved(points: Plane, pairs: _Round, force: Points) -> None:
    """Move both of each pair towards the distance that they should have."""
    import numpy as np

    between = points[pairs.first] - points[pairs.second]
    now = np.sqrt(between.real**2 + between.imag**2)
    step = np.minimum(force, 1) * (pairs.far / np.maximum(now, 1e-9) - 1) / 2
    move = between * step
    points[pairs.first] += move
    points[pairs.second] -= move


def _stress(points: Points, distances: Matrix) -> float:
    import numpy as np

    first, second = np.triu_indices(len(points), 1)
    between = points[first] - points[second]
    now = np.sqrt(between[:, 0] ** 2 + between[:, 1] ** 2)
    return float(((now / distances[first, second] - 1) ** 2).sum())
