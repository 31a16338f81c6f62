"""What a permutation test found."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import Literal


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
    most: float | None = field(default=None, repr=False)
    """The highest that the statistic can be; None where that says little."""

    @property
    def expected(self) -> float:
        """The mean of the statistic over the permutations."""
        return fsum(self.null) / len(self.null)

    @property
    def relative(self) -> float | None:
        """What was seen, set against chance: (statistic - expected) / (most - expected).

        1 where it is the highest that it can be, 0 where it is what chance gives, below 0 where it is
        less. None where there is no highest, or chance alone gives that.
        """
        if self.most is None or self.most == self.expected:
            return None
        return (self.statistic - self.expected) / (self.most - self.expected)

    def to_dict(self) -> dict[str, object]:
        """Give everything as plain data that JSON can hold."""
        return {
            "statistic": self.statistic,
            "p_value": self.p_value,
            "null": list(self.null),
            "alternative": self.alternative,
            "seed": self.seed,
        }
