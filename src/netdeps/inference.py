"""Is what we see more than chance? Permutation tests that hold the network as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from math import comb
from typing import Any, Literal

import numpy as np

from netdeps.errors import OptionError, UndefinedError
from netdeps.graph import Selection, layer
from netdeps.graph.layers import Floats, Ints
from netdeps.model import Level, Network

_MOST_EXACT = 200_000
"""Up to so many ways of handing out the kinds, all are looked at."""


@dataclass(frozen=True)
class Permutation:
    """What a permutation test found."""

    statistic: float
    """What was seen."""
    p_value: float
    """The share of the permutations that are at least as extreme; never 0."""
    null: tuple[float, ...] = field(repr=False)
    """The statistic under each permutation, sorted."""
    alternative: Literal["less", "greater"]
    """Which side counts as extreme."""
    seed: int | None
    """The seed of the sample; None where every permutation was looked at."""

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data that JSON can hold."""
        return {
            "statistic": self.statistic,
            "p_value": self.p_value,
            "null": list(self.null),
            "alternative": self.alternative,
            "seed": self.seed,
        }


def kind_permutation(
    network: Network,
    between: tuple[str, str],
    *,
    level: Level | None = None,
    permutations: int = 2000,
    seed: int = 0,
) -> Permutation:
    """How unusual it is that two kinds have so few ties, had the kinds been handed out at random.

    The contacts stay as they are, hub and all; only which organisation is of which kind is
    shuffled. The statistic is the number of ties between the two kinds, the p-value the share of
    the ways of handing out the kinds with as few or fewer. Exact up to 200,000 ways, else from
    ``permutations`` random ones with (b + 1) / (R + 1). A pair that nobody was asked about counts
    as no tie. These are whole small groups and no samples: read it as a measuring rod, not as proof.

    Raises
    ------
    UndefinedError
        When one of the kinds has no organisation.
    OptionError
        When ``permutations`` is less than 1.
    UnknownNameError
        When there is no such level.

    References
    ----------
    Permutation of labels on a network: Hubert and Schultz (1976), Quadratic assignment as a general
    data analysis strategy, https://doi.org/10.1111/j.2044-8317.1976.tb00714.x. A sampled p-value is
    never 0: Phipson and Smyth (2010), https://doi.org/10.2202/1544-6115.1585.

    Examples
    --------
    >>> from netdeps import Network, inference
    >>> kinds = {"m": "municipality", "c": "housing_corporation", "z": "care_provider"}
    >>> network = Network(
    ...     organisations=[{"id": one, "kind": kinds[one[0]]} for one in ("m", "c1", "c2", "z1")],
    ...     contacts=[{"between": ["m", one]} for one in ("c1", "c2", "z1")],
    ... )
    >>> inference.kind_permutation(network, ("care_provider", "housing_corporation")).p_value
    0.5
    """
    if permutations < 1:
        raise OptionError(f"{permutations} permutations were asked for; at least 1 is expected.")
    ties = layer(network, "contact", Selection(level=level))
    groups = [
        np.array([ties.index[o] for o in network.of_kind(k)], dtype=np.int64) for k in between
    ]
    if any(not len(group) for group in groups):
        raise UndefinedError(
            f"one of the kinds {between[0]!r} and {between[1]!r} has no organisation."
        )
    matrix = ties.dense(values="ties")
    same = between[0] == between[1]
    seen = _ties(matrix, groups[0], groups[1], same=same)
    ways = _ways(ties.size, len(groups[0]), 0 if same else len(groups[1]))
    if ways <= _MOST_EXACT:
        null = sorted(
            _ties(matrix, one, other, same=same)
            for one, other in _handed_out(ties.size, len(groups[0]), len(groups[1]), same=same)
        )
        share = sum(1 for value in null if value <= seen) / len(null)
        return Permutation(seen, share, tuple(null), "less", None)
    random = np.random.default_rng(seed)
    shuffles = (random.permutation(ties.size) for _ in range(permutations))
    null = sorted(_ties(matrix, s[groups[0]], s[groups[1]], same=same) for s in shuffles)
    fewer = sum(1 for value in null if value <= seen)
    return Permutation(seen, (fewer + 1) / (permutations + 1), tuple(null), "less", seed)


def _ties(matrix: Floats, one: Ints, other: Ints, *, same: bool) -> float:
    count = float(matrix[np.ix_(one, other)].sum())
    return count / 2 if same else count


def _ways(size: int, first: int, second: int) -> int:
    return comb(size, first) * comb(size - first, second)


def _handed_out(size: int, first: int, second: int, *, same: bool) -> Iterator[tuple[Ints, Ints]]:
    everybody = range(size)
    for one in combinations(everybody, first):
        chosen = np.array(one, dtype=np.int64)
        if same:
            yield chosen, chosen
            continue
        rest = [place for place in everybody if place not in one]
        for other in combinations(rest, second):
            yield chosen, np.array(other, dtype=np.int64)
