"""Is what we see more than chance? Permutation tests that hold the network as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from math import comb
from typing import Literal

import numpy as np

from netdeps.errors import OptionError, UndefinedError, quoted
from netdeps.graph import Layer, Selection, check_kind, layer
from netdeps.graph.arrays import Floats, Ints
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

    def to_dict(self) -> dict[str, object]:
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
        When there is no such level or kind.

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
    0.25
    """
    if permutations < 1:
        raise OptionError(f"{permutations} permutations were asked for; at least 1 is expected.")
    ties = layer(network, "contact", Selection(level=level))
    one, other = (_places(network, kind, ties) for kind in between)
    sides = _Sides(ties.dense(values="ties"), one, other, same=between[0] == between[1])
    if sides.ways <= _MOST_EXACT:
        null = sorted(sides.ties(one, other) for one, other in sides.handed_out())
        fewer = sum(1 for value in null if value <= sides.seen)
        return Permutation(sides.seen, fewer / len(null), tuple(null), "less", None)
    null = sorted(sides.shuffled(permutations, seed))
    fewer = sum(1 for value in null if value <= sides.seen)
    return Permutation(sides.seen, (fewer + 1) / (permutations + 1), tuple(null), "less", seed)


def _places(network: Network, kind: str, ties: Layer) -> Ints:
    check_kind(network, kind)
    found = [ties.index[one] for one in network.of_kind(kind)]
    if not found:
        raise UndefinedError(f"there is no organisation of the kind {quoted(kind)}.")
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True)
class _Sides:
    """Two groups of places in a network, and the ways of choosing them."""

    matrix: Floats
    one: Ints
    other: Ints
    same: bool

    @property
    def seen(self) -> float:
        """The ties between the two groups as they are."""
        return self.ties(self.one, self.other)

    @property
    def ways(self) -> int:
        """The number of ways of choosing two such groups."""
        size, first = len(self.matrix), len(self.one)
        return comb(size, first) * (1 if self.same else comb(size - first, len(self.other)))

    def ties(self, one: Ints, other: Ints) -> float:
        """Count the ties between two groups; within one group each tie once."""
        count = float(self.matrix[np.ix_(one, other)].sum())
        return count / 2 if self.same else count

    def handed_out(self) -> Iterator[tuple[Ints, Ints]]:
        """Give every way of choosing two such groups."""
        everybody = range(len(self.matrix))
        for one in combinations(everybody, len(self.one)):
            chosen = np.array(one, dtype=np.int64)
            if self.same:
                yield chosen, chosen
                continue
            rest = [place for place in everybody if place not in one]
            for other in combinations(rest, len(self.other)):
                yield chosen, np.array(other, dtype=np.int64)

    def shuffled(self, times: int, seed: int) -> Iterator[float]:
        """Count the ties between the groups after each of so many shuffles."""
        random = np.random.default_rng(seed)
        for _ in range(times):
            places = random.permutation(len(self.matrix))
            yield self.ties(places[self.one], places[self.other])
