"""Every way in which open yes-or-no questions can turn out, or a sample of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np

Way = tuple[bool, ...]
"""One way in which all of them turn out, in the order of the questions."""


@dataclass(frozen=True)
class Ways:
    """The ways that are looked at, with the weight of each; together 1."""

    weights: Mapping[Way, Fraction]
    number: int
    """How many ways there are, or how many were drawn."""
    exact: bool
    """Whether these are all of them."""


@dataclass(frozen=True)
class Limits:
    """How many ways are looked at, and from which seed they are drawn if these are not all."""

    most: int
    samples: int
    seed: int
    purpose: str
    """What they are for."""

    def stream(self, *about: str) -> np.random.Generator:
        """Start the random numbers of one purpose and one measure.

        Each draws numbers of its own, so that asking one thing more shifts no other answer.
        """
        purpose = " ".join((self.purpose, *about)).encode()
        return np.random.default_rng(np.random.SeedSequence([self.seed, *purpose]))


def ways(chances: Sequence[Fraction], limits: Limits, measure: str) -> Ways:
    """Give every way of answering with its chance, or a sample where there are too many."""
    number = 1 << len(chances)
    if number <= limits.most:
        return Ways(
            {way: _chance(way, chances) for way in all_ways(len(chances))}, number, exact=True
        )
    drawn = Counter(_drawn(chances, limits.samples, limits.stream(measure)))
    weights = {way: Fraction(times, limits.samples) for way, times in drawn.items()}
    return Ways(weights, limits.samples, exact=False)


def some_ways(questions: int, most: int, stream: np.random.Generator) -> Iterator[Way]:
    """Give up to so many ways of answering: all no, all yes, and then by chance."""
    yield from ((answer,) * questions for answer in (False, True)[:most])
    yield from _drawn([Fraction(1, 2)] * questions, max(most - 2, 0), stream)


def all_ways(questions: int) -> Iterator[Way]:
    """Give every way of answering so many questions."""
    return product((False, True), repeat=questions)


def _chance(way: Way, chances: Sequence[Fraction]) -> Fraction:
    return prod(
        (chance if yes else 1 - chance for yes, chance in zip(way, chances, strict=True)),
        start=Fraction(1),
    )


def _drawn(chances: Sequence[Fraction], times: int, stream: np.random.Generator) -> Iterator[Way]:
    limits = np.array([float(chance) for chance in chances])
    for _ in range(times):
        yield tuple((stream.random(len(limits)) < limits).tolist())
