"""Is what we see more than chance? Permutation tests that hold the network as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netdeps.errors import UndefinedError, quoted
from netdeps.graph import MOST_EXACT, Layer, Selection, check_kinds, labellings, layer
from netdeps.graph.arrays import Floats, Ints
from netdeps.inference.permuted import Permutation
from netdeps.model import Level, Network


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
        When ``between`` does not name two kinds, or ``permutations`` or ``seed`` is no such number.
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
    ties = layer(network, "contact", Selection(level=level))
    sides = _Sides.of(network, check_kinds(network, between), ties)
    exact, blocks = labellings(sides.sizes, permutations, seed, most=MOST_EXACT)
    null = np.sort(np.concatenate([sides.ties(block) for block in blocks])).tolist()
    seen = float(sides.ties(sides.labels[:, None])[0])
    fewer = sum(1 for value in null if value <= seen)
    if exact:
        return Permutation(seen, fewer / len(null), tuple(null), "less", None)
    return Permutation(seen, (fewer + 1) / (permutations + 1), tuple(null), "less", seed)


@dataclass(frozen=True)
class _Sides:
    """Who is of the one kind (0), who of the other (1), and who of neither; and their contacts."""

    labels: Ints
    other: int
    sources: Ints
    targets: Ints

    @classmethod
    def of(cls, network: Network, between: tuple[str, str], ties: Layer) -> _Sides:
        """Find the two kinds in a network; the same kind twice is one side."""
        other = 0 if between[0] == between[1] else 1
        labels = np.full(ties.size, other + 1, dtype=np.int64)
        for label, kind in enumerate(between[: other + 1]):
            labels[_places(network, kind, ties)] = label
        return cls(labels, other, ties.sources, ties.targets)

    @property
    def sizes(self) -> list[int]:
        """The number of organisations on each side, and on neither."""
        counts: list[int] = np.bincount(self.labels, minlength=self.other + 2).tolist()
        return counts

    def ties(self, labels: Ints) -> Floats:
        """Count the ties between the two sides in each labelling; within one side each tie once."""
        one, two = labels[self.sources], labels[self.targets]
        found = (one == 0) & (two == self.other) | (one == self.other) & (two == 0)
        counts: Floats = found.sum(axis=0).astype(np.float64)
        return counts


def _places(network: Network, kind: str, ties: Layer) -> Ints:
    found = [ties.index[one] for one in network.of_kind(kind)]
    if not found:
        raise UndefinedError(f"there is no organisation of the kind {quoted(kind)}.")
    return np.array(found, dtype=np.int64)
