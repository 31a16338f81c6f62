"""Stress majorisation: distances on the map that tell how far apart organisations are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_STARTS = 6
_SMALL = 80
_STEPS = 120
_STILL = 1e-4
_ALIKE = 0.72
_FAR = 1.6
_LONE = 1.0


def distances(links: Matrix, alike: Flags) -> Matrix:
    """Tell how far apart each pair should stand; ``links`` holds the strength of each tie.

    A tie is shorter the stronger it is and the more partners the two share, a path is the sum of
    its ties, and organisations of one kind stand nearer than their ties alone would say. Whoever
    has one partner only stands close to it.
    """
    import numpy as np

    tied = links > 0
    partners = tied.sum(axis=1)
    shared = tied.astype(float) @ tied
    either = partners[:, None] + partners - shared
    lone = (partners[:, None] == 1) | (partners == 1)
    length = np.where(lone, _LONE, _FAR - shared / np.maximum(either, 1))
    length = np.where(tied, length / np.maximum(links, 1), np.inf)
    np.fill_diagonal(length, 0)
    for via in range(len(length)):
        length = np.minimum(length, length[:, via, None] + length[via])
    return length * np.where(alike, _ALIKE, 1.0)


def placed(distances: Matrix, *, starts: int = _STARTS) -> Points:
    """Give points in the plane whose distances are as near as can be to the ones asked for.

    The method is that of Gansner, Koren and North (2004), Graph drawing by stress majorization.
    A small network gets more starts at random, of which the one with the least stress is kept.
    """
    import numpy as np

    count = len(distances)
    if count == 1:
        return np.zeros((1, 2))
    chance = np.random.default_rng(20210428)
    first = [_scaled_down(distances)]
    if count <= _SMALL:
        spread = float(distances.max())
        first += [chance.normal(size=(count, 2)) * spread for _ in range(starts)]
    jitter = chance.normal(size=(count, 2)) * 1e-3
    tries = [_majorised(start + jitter, distances) for start in first]
    return min(tries, key=lambda points: round(_stress(points, distances), 6))


def _scaled_down(distances: Matrix) -> Points:
    """Classical scaling: the two directions in which the distances spread most."""
    import numpy as np

    squared = distances**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    points: Points = vectors[:, -2:][:, ::-1] * np.sqrt(np.maximum(values[-2:][::-1], 0))
    if len(distances) == 2:  # noqa: PLR2004 - two points span one direction only
        points[:, 1] = 0
    return points * np.where(points[np.abs(points).argmax(axis=0), range(2)] < 0, -1, 1)


def _majorised(points: Points, distances: Matrix) -> Points:
    import numpy as np

    weights = 1 / np.maximum(distances, 1e-9) ** 2
    np.fill_diagonal(weights, 0)
    inverse = np.linalg.inv(_laplacian(weights) + 1 / len(points))
    before = np.inf
    for _ in range(_STEPS):
        points = inverse @ (_laplacian(weights * distances / _lengths(points)) @ points)
        after = _stress(points, distances)
        if before - after < _STILL * after:
            break
        before = after
    return points


def _laplacian(weights: Matrix) -> Matrix:
    import numpy as np

    return np.diag(weights.sum(axis=1)) - weights


def _lengths(points: Points) -> Matrix:
    import numpy as np

    # By the sum of squares: a matrix for each coordinate would take twice the memory.
    squares = (points**2).sum(axis=1)
    found = squares[:, None] + squares - 2 * points @ points.T
    lengths: Matrix = np.sqrt(np.maximum(found, 1e-12))
    return lengths


def _stress(points: Points, distances: Matrix) -> float:
    import numpy as np

    wanted = np.maximum(distances, 1e-9)
    misfit = (_lengths(points) / wanted - 1) ** 2
    np.fill_diagonal(misfit, 0)
    return float(misfit.sum())
