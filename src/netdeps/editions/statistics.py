"""The statistics of a group's answers on a scale that somebody may want to publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from netdeps.model import Fixed

Value: TypeAlias = Fraction | str | bool | None
"""What a statistic comes to: a number, a word, yes or no; None where it has no value."""


@dataclass(frozen=True)
class Scale:
    """The whole numbers that can be given as an answer."""

    lowest: int
    highest: int

    @property
    def values(self) -> range:
        """Every answer that can be given."""
        return range(self.lowest, self.highest + 1)

    @property
    def middle(self) -> Fraction:
        """The middle of the scale: 3 of 1 to 5."""
        return Fraction(self.lowest + self.highest, 2)


Statistic: TypeAlias = Callable[[Sequence[int], Scale], Value]
"""Makes a statistic of answers that are sorted."""


def median(answers: Sequence[int]) -> Fraction:
    """Give the middle of sorted answers; of an even number the mean of the two in the middle."""
    last = len(answers) - 1
    return Fraction(answers[last // 2] + answers[(last + 1) // 2], 2)


def is_split(answers: Sequence[int], scale: Scale) -> bool:
    """Tell whether answers lie on both sides of the middle: of 1 to 5, some <= 2 and some >= 4."""
    return min(answers) < scale.middle < max(answers)


def _mean(answers: Sequence[int]) -> Fraction:
    return Fraction(sum(answers), len(answers))


def _mean_half(answers: Sequence[int], _scale: Scale) -> Fraction:
    """Round as spreadsheets do: a quarter goes up."""
    return Fraction((2 * _mean(answers) + Fraction(1, 2)) // 1, 2)


def _mean_band(answers: Sequence[int], scale: Scale) -> str:
    """Tell in which third of the scale the mean lies; a border belongs to the outer third."""
    third = Fraction(scale.highest - scale.lowest, 3)
    if _mean(answers) <= scale.lowest + third:
        return "low"
    return "high" if _mean(answers) >= scale.highest - third else "middle"


def _agree(answers: Sequence[int], scale: Scale) -> bool:
    """Burke and Dunlap (2002): the deviation from the median is at most a sixth of the options."""
    deviation = sum(abs(one - median(answers)) for one in answers) / len(answers)
    return deviation <= Fraction(len(scale.values), 6)


def _variance(answers: Sequence[int], _scale: Scale) -> Fraction | None:
    if len(answers) == 1:
        return None
    squares = sum((one - _mean(answers)) ** 2 for one in answers)
    return Fraction(squares, len(answers) - 1)


STATISTICS: Mapping[str, Statistic] = Fixed(
    {
        "mean": lambda answers, _: _mean(answers),
        "mean_half": _mean_half,
        "mean_band": _mean_band,
        "median": lambda answers, _: median(answers),
        "split": is_split,
        "agree": _agree,
        "variance": _variance,
        "minimum": lambda answers, _: Fraction(min(answers)),
        "maximum": lambda answers, _: Fraction(max(answers)),
    }
)
"""What the disclosure audit knows, by name."""

WORDS: Mapping[str, tuple[str, ...]] = Fixed({"mean_band": ("low", "middle", "high")})
"""The statistics that come to a word, with the words."""

FLAGS: frozenset[str] = frozenset({"split", "agree"})
"""The statistics that are yes or no."""
