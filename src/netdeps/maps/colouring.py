"""Organisations coloured by a measure: a few classes from light to dark, each with its bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from netdeps.maps.measuring import meaning
from netdeps.maps.paint import INK, PAPER
from netdeps.maps.style import painted
from netdeps.model import LANGUAGES
from netdeps.results import Scores
from netdeps.words import number, say

# Both scales are told apart by colour-blind readers, and by their lightness on grey paper too.
_RISING = ("#fdf1b8", "#a5d2a0", "#46a09e", "#266f8e", "#1a2a60")
_BOTH_WAYS = ("#a3500a", "#f5c38b", "#f7f7f7", "#86a6d6", "#17307a")
_UNKNOWN = "#6b7683"
_DASHES = (4, 3)

_USUAL_DIGITS = 2
_MOST_DIGITS = 9
_NOTHING = 1e-9
"""So small a share of the largest score is 0 that was not computed exactly."""


@dataclass(frozen=True)
class Shade:
    """One class: its colour, and the lowest and the highest score in it."""

    colour: str
    low: float
    high: float


@dataclass(frozen=True)
class Colouring:
    """The colours of a map: its classes from low to high, and the score of each organisation."""

    scores: Scores
    values: Mapping[str, float]
    shades: tuple[Shade, ...]

    def at(self, one: str) -> int | None:
        """Give the class of an organisation; None where it has no score."""
        if one not in self.values:
            return None
        return next(at for at, shade in enumerate(self.shades) if self.values[one] <= shade.high)

    def look(self, one: str) -> dict[str, Any]:
        """Give a shape its colours; who has no score is white with a dashed grey outline."""
        at = self.at(one)
        if at is not None:
            return {"color": painted(self.shades[at].colour, INK)}
        dashes = {"borderDashes": list(_DASHES)}
        return {"color": painted(PAPER, _UNKNOWN), "shapeProperties": dashes}

    def facts(self, ids: Sequence[str]) -> dict[str, Any]:
        """Say what the colours mean: the bounds of each class, and who is in which."""
        digits = _telling_digits(self.shades)
        classes = [
            {"colour": shade.colour, "text": [_bounds(shade, digits, one) for one in LANGUAGES]}
            for shade in self.shades
        ]
        return {
            "measure": meaning(self.scores),
            "classes": classes,
            "of": [self.at(one) for one in ids],
            "values": [_short(self.scores.get(one)) for one in ids],
            **self._unknown(ids),
        }

    def _unknown(self, ids: Sequence[str]) -> dict[str, Any]:
        """Say who has no score and why, each reason once."""
        why = {one: _reason(self.scores, one) for one in ids if one not in self.values}
        reasons = {reason: at for at, reason in enumerate(dict.fromkeys(why.values()))}
        if not why:
            return {}
        return {
            "undefined": {
                "colour": _UNKNOWN,
                "dashes": list(_DASHES),
                "text": [say("legend.undefined", language) for language in LANGUAGES],
                "reasons": [list(reason) for reason in reasons],
                "why": [reasons[why[one]] if one in why else None for one in ids],
            }
        }


def colouring(scores: Scores, ids: Sequence[str]) -> Colouring:
    """Divide the scores of the organisations over at most five colours.

    Where no score is below 0, each colour stands for about equally many organisations, the darker
    the more: most measures give a few very high scores, and classes of equal width would leave
    all others in one colour. Equal scores are never parted, and a class is named by the lowest
    and the highest score in it, so that a wide one is seen to be wide.

    Where some are below 0, the middle is 0, and both sides are parted at the same distance from
    it, so that equally strong colours are equally far from 0.
    """
    found = {one: scores[one] for one in ids if one in scores}
    nothing = max(map(abs, found.values()), default=0.0) * _NOTHING
    values = {one: 0.0 if abs(score) <= nothing else score for one, score in found.items()}
    parted = _around_nothing if min(values.values(), default=0.0) < 0 else _equal_counts
    return Colouring(scores, values, tuple(parted(sorted(values.values()))))


def _equal_counts(found: Sequence[float]) -> Iterator[Shade]:
    """Fill each class with its share of those that are left, never parting equal scores."""
    times = sorted(Counter(found).items())
    count = min(len(_RISING), len(times))
    for number_of in range(count):
        free = len(times) - (count - number_of - 1)
        share = sum(many for _, many in times) / (count - number_of)
        size, held = 1, times[0][1]
        while size < free and held + times[size][1] / 2 <= share:
            held += times[size][1]
            size += 1
        yield Shade(_spread(number_of, count), times[0][0], times[size - 1][0])
        times = times[size:]


def _spread(at: int, count: int) -> str:
    """Choose colours over the whole scale where there are fewer classes."""
    middle = len(_RISING) // 2
    return _RISING[round(at * (len(_RISING) - 1) / (count - 1)) if count > 1 else middle]


def _around_nothing(found: Sequence[float]) -> Iterator[Shade]:
    """Part the scores at 0, and each side at the middle distance from it."""
    distances = [abs(score) for score in found if score]
    middle, most = median(distances), max(distances)
    classes: dict[int, list[float]] = {}
    for score in found:
        is_near = abs(score) < middle or abs(score) == middle < most
        steps = 0 if score == 0 else 1 if is_near else 2
        classes.setdefault(2 + (steps if score > 0 else -steps), []).append(score)
    for at, members in classes.items():
        yield Shade(_BOTH_WAYS[at], members[0], members[-1])


def _telling_digits(shades: Sequence[Shade]) -> int:
    """Give as many digits as keep the classes apart, and as elsewhere at least two."""
    for digits in range(_USUAL_DIGITS, _MOST_DIGITS):
        if all(round(a.high, digits) != round(b.low, digits) for a, b in pairwise(shades)):
            return digits
    return _MOST_DIGITS


def _bounds(shade: Shade, digits: int, language: str) -> str:
    low, high = (number(bound, language, digits=digits) for bound in (shade.low, shade.high))
    return low if low == high else say("legend.between", language, {"low": low, "high": high})


def _reason(scores: Scores, one: str) -> tuple[str, ...]:
    given = scores.undefined.get(one)
    return tuple(
        say("legend.no_score", language) if given is None else given.sentence(language)
        for language in LANGUAGES
    )


def _short(score: float | None) -> float | None:
    """Give as many digits as anybody reads."""
    return None if score is None else float(f"{score:.6g}")
