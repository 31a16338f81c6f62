"""What somebody who took part could work out from what is published about a group's answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb, inf
from typing import TypeAlias

from netdeps.editions.statistics import FLAGS, STATISTICS, WORDS, Scale, Value
from netdeps.errors import (
    OptionError,
    check_count,
    check_mapping,
    check_option,
    quoted,
    unknown_name,
)

Counts: TypeAlias = tuple[int, ...]
"""How often each answer of the scale was given."""

ENOUGH = 3
"""So many values have to remain possible for everybody else."""

_MOST_ANSWERS = 30
_MOST_POINTS = 10
_FARTHEST = 100
_MOST_GROUPS = 50_000
"""So many groups of answers are gone through for one publication: 30 answers on five points."""
_MOST_GROUPS_IN_ALL = 2_000
"""So many where each of them is published in turn: 12 answers on five points."""
_PRECISION = Fraction(1, 10**9)
"""A float is not exactly 1.8: so near is near enough."""


@dataclass(frozen=True)
class Audit:
    """What remains possible for others, for somebody who took part and reads what is published."""

    possible: int
    """The number of values that remain possible for some other respondent, at the least; 1 means
    that somebody can work out an answer that was not told."""
    multisets: int
    """How many groups of answers, apart from who gave which, fit what is published."""

    @property
    def passes(self) -> bool:
        """Whether at least three values remain possible for everybody else, whoever reads it."""
        return self.possible >= ENOUGH


def audit(
    published: Mapping[str, float | str],
    *,
    n: int,
    known: int = 1,
    scale: tuple[int, int] = (1, 5),
) -> Audit:
    """How much somebody who took part could work out about the answers of others.

    ``published`` gives what is told about one group of ``n`` answers on a ``scale``, by name:

    - ``mean``; ``mean_half``, rounded to half points; ``mean_band``, the third of the scale that the
      mean lies in: ``"low"``, ``"middle"`` or ``"high"`` (a border belongs to the outer third);
    - ``median``, of an even number the mean of the two in the middle;
    - ``split``, whether somebody is below the middle of the scale and somebody above it: of 1 to 5,
      somebody gave 2 or less and somebody 4 or more;
    - ``agree``, whether the mean distance to the median is at most a sixth of the number of options:
      of 1 to 5, at most 5/6;
    - ``variance``, divided by n - 1; ``minimum``; ``maximum``.

    Every group of answers that fits is gone through, and in each of them everybody who could know
    ``known`` of the answers: their own, with those of colleagues who compare notes, and those that
    could be read elsewhere. ``possible`` counts the values that remain possible for some other
    respondent, at the least: from 1, somebody is given away, to all values of the scale. It
    ``passes`` from 3 on.

    What fits is a floor, not a proof: people also guess well.

    Raises
    ------
    UnknownNameError
        When a statistic is not known.
    OptionError
        When no answers fit what is published, nobody else is left, a value is none that the
        statistic can have, or there are more than 30 answers or 50,000 groups of answers.

    References
    ----------
    netdeps' own. The limit of ``agree``: Burke and Dunlap (2002), Estimating interrater agreement
    with the average deviation index, https://doi.org/10.1177/1094428102005002002.

    Examples
    --------
    Five people, a mean of 1.8: whoever gave 5 knows that the other four all gave 1.

    >>> from netdeps.editions import audit
    >>> audit({"mean": 1.8}, n=5)
    Audit(possible=1, multisets=5)
    >>> audit({"median": 1, "split": True}, n=5).passes
    True
    """
    points = _checked(n, known, scale, _MOST_GROUPS)
    told = _checked_values(published)
    fitting = {
        counts for counts, values in _groups(n, points, told) if _fits(values, told.values())
    }
    if not fitting:
        raise OptionError(
            f"no {n} answers from {points.lowest} to {points.highest} give what is published; "
            "exact figures that fit one another are expected, such as 10/3 and not 3.3. For a mean "
            "that was rounded to half points there is 'mean_half'."
        )
    return Audit(_least(fitting, n - known), len(fitting))


def worst_case(
    statistics: Iterable[str], *, n: int, known: int = 1, scale: tuple[int, int] = (1, 5)
) -> int:
    """How much somebody could work out at worst, whatever answers are given.

    The smallest ``possible`` of ``audit`` over every group of ``n`` answers, where these statistics
    of it are published: from 1, some answers would give somebody away, to all values of the scale.
    It is known before anybody has answered, so that a rule can be made that never looks at answers.

    Raises
    ------
    UnknownNameError
        When a statistic is not known.
    OptionError
        When nobody else is left, or there are more than 30 answers or 2,000 groups of answers: on
        five points, more than 12 answers.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps.editions import worst_case
    >>> [worst_case(["median", "split"], n=n) for n in (4, 5, 6)]
    [1, 3, 3]
    """
    points = _checked(n, known, scale, _MOST_GROUPS_IN_ALL)
    alike: dict[tuple[Value, ...], set[Counts]] = {}
    for counts, values in _groups(n, points, _checked_names(statistics)):
        alike.setdefault(values, set()).add(counts)
    # nothing is less than 1, so that one such publication ends the search
    least = len(points.values)
    for groups in alike.values():
        least = min(least, _least(groups, n - known))
        if least == 1:
            break
    return least


def _checked(n: int, known: int, scale: tuple[int, int], most: int) -> Scale:
    """Refuse numbers that cannot be, and groups of answers that are too many to go through."""
    check_count("n", n, 1, _MOST_ANSWERS)
    check_count("known", known, 0)
    if known >= n:
        raise OptionError(f"of {n} answers {known} are known; there is nobody else to protect.")
    points = _checked_scale(scale)
    ways = comb(n + len(points.values) - 1, n)
    if ways > most:
        raise OptionError(
            f"there are {ways:,} groups of {n} answers from {points.lowest} to {points.highest}; "
            f"at most {most:,} are gone through. Ask about fewer answers or a shorter scale."
        )
    return points


def _checked_scale(scale: tuple[int, int]) -> Scale:
    two = isinstance(scale, tuple | list) and [type(one) for one in scale] == [int, int]
    if not two or abs(scale[0]) > _FARTHEST or not 1 <= scale[1] - scale[0] < _MOST_POINTS:
        raise OptionError(
            f"scale={quoted(scale)} was given; the lowest and the highest answer are expected, such "
            f"as (1, 5): whole numbers, from -{_FARTHEST} to {_FARTHEST}, with at most "
            f"{_MOST_POINTS} answers."
        )
    return Scale(scale[0], scale[1])


def _checked_names(names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise OptionError(f"statistics={quoted(names)} was given; a list of names is expected.")
    listed = tuple(names)
    for name in listed:
        if not (isinstance(name, str) and name in STATISTICS):
            raise unknown_name("statistic", name, STATISTICS)
    return listed


def _checked_values(published: Mapping[str, float | str]) -> dict[str, Value]:
    check_mapping("published", published, "a value for each statistic is expected, by its name")
    return {name: _checked_value(name, published[name]) for name in _checked_names(published)}


def _checked_value(name: str, value: float | str) -> Value:
    if name in WORDS:
        check_option(name, value, WORDS[name])
        return str(value)
    if name in FLAGS:
        if not isinstance(value, bool):
            raise OptionError(f"{name}={quoted(value)} was given; True or False is expected.")
        return value
    number = isinstance(value, int | float | Fraction) and not isinstance(value, bool)
    if not number or value != value or value in {inf, -inf}:  # noqa: PLR0124 - nan is not itself
        raise OptionError(f"{name}={quoted(value)} was given; a number is expected.")
    return Fraction(value)


def _groups(
    n: int, scale: Scale, names: Collection[str]
) -> Iterator[tuple[Counts, tuple[Value, ...]]]:
    """Give every group of answers, and what these statistics of it come to."""
    for answers in combinations_with_replacement(scale.values, n):
        counts = tuple(answers.count(value) for value in scale.values)
        yield counts, tuple(STATISTICS[name](answers, scale) for name in names)


def _fits(found: Iterable[Value], told: Iterable[Value]) -> bool:
    return all(_same(one, other) for one, other in zip(found, told, strict=True))


def _same(found: Value, told: Value) -> bool:
    if isinstance(found, Fraction) and isinstance(told, Fraction):
        return abs(found - told) < _PRECISION
    return found == told


def _least(fitting: set[Counts], others: int) -> int:
    """Count the values that remain possible for some other respondent, at the least.

    Taking answers away one by one leaves whatever somebody may know. Each way in which it can be
    one answer more is a value that remains possible.
    """
    for _ in range(others - 1):
        fitting = {fewer for counts in fitting for fewer in _one_less(counts)}
    return min(Counter(fewer for counts in fitting for fewer in _one_less(counts)).values())


def _one_less(counts: Counts) -> Iterator[Counts]:
    """Give what is left when somebody's answer is taken away."""
    for place, count in enumerate(counts):
        if count:
            yield (*counts[:place], count - 1, *counts[place + 1 :])
