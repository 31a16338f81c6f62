"""What a map points at: organisations that are ringed, and findings that come first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

from netdeps.editions import Edition
from netdeps.errors import OptionError, UnknownNameError, did_you_mean, one_of, quoted
from netdeps.maps.measuring import Analysis, check_measure, checked, result_of
from netdeps.maps.rows import Scene
from netdeps.model import LANGUAGES, LEVELS, Pair
from netdeps.results import Findings, Row, Scores
from netdeps.words import Phrase, Says, say

GAPS = "gaps"
"""Point at the missing contacts, as every map does that is not asked for something else."""

Highlight = str | Collection[str] | Analysis | None
"""``gaps``, a measure by name or as a function, or the ids of organisations."""

_MOST_RINGS = 5
_MOST_STORIES = 6

# The fields in which rows of findings name organisations.
_LINES = ("pairs", "lines", "uncovered")
_TWO = (("depender", "dependee"), ("depender", "dependees"), ("giver", "taker"))
_NAMED = ("organisation", "parties", "members", "stuck", "dropped", "core")


@dataclass(frozen=True)
class Emphasis:
    """What stands out on a map because somebody asked for it."""

    rings: tuple[str, ...] = ()
    ringed: Says | None = None
    """What a ring means."""
    findings: tuple[Row, ...] = ()

    def facts(self, scene: Scene) -> dict[str, Any]:
        """Say whom to ring, what a ring means, and which findings come first."""
        said = self.ringed if self.rings else None
        return {
            "rings": [scene.numbers[one] for one in self.rings],
            "ringed": said and [said.sentence(language) for language in LANGUAGES],
        }

    def stories(self, scene: Scene) -> tuple[dict[str, Any], ...]:
        """Give the findings that come first under what stands out."""
        return tuple(_story(scene, row) for row in self.findings)


NO_EMPHASIS = Emphasis()


def check_highlight(highlight: object) -> None:
    """Refuse what no map can point at."""
    if isinstance(highlight, str):
        _check_name(highlight)
    elif isinstance(highlight, Collection):
        for one in highlight:
            if not isinstance(one, str):
                raise OptionError(
                    f"highlight names {quoted(one)}; the ids of organisations are expected."
                )
    else:
        check_measure("highlight", highlight)


def _check_name(name: str) -> None:
    from netdeps.measures import MEASURES

    known = (GAPS, *MEASURES)
    if name not in known:
        hint = did_you_mean(name, known)
        message = (
            f"highlight {quoted(name)} is neither 'gaps' nor a measure; known are "
            f"{one_of(dict.fromkeys(known))}. {hint}"
        )
        message = message.rstrip()
        raise UnknownNameError(
            f"{message} The ids of organisations go in a list: [{quoted(name)}]."
        )


def emphasis(highlight: Highlight, shown: Edition) -> Emphasis:
    """Find what to point at on the map of an edition.

    Raises
    ------
    UnknownNameError
        When an organisation is not in the edition.
    OptionError
        When a measure gives neither scores nor findings.
    """
    if highlight is None or highlight == GAPS:
        return NO_EMPHASIS
    if isinstance(highlight, str) or callable(highlight):
        return _found(result_of(highlight, shown))
    for one in highlight:
        _check_shown(one, shown.network.ids)
    return Emphasis(tuple(sorted(set(highlight))), Phrase("legend.chosen"))


def _check_shown(one: str, ids: Collection[str]) -> None:
    """Refuse an id that the edition does not hold, whether or not it exists elsewhere."""
    if one not in ids:
        hint = did_you_mean(one, ids)
        message = (
            f"highlight names {quoted(one)}, and this edition holds no such organisation; "
            f"it holds {one_of(ids) or 'none'}. {hint}"
        )
        raise UnknownNameError(message.rstrip())


def _found(found: object) -> Emphasis:
    if isinstance(found, Findings):
        return Emphasis(findings=tuple(found[:_MOST_STORIES]))
    if isinstance(found, Scores):
        scores = checked("highlight", found)
        meaning = Phrase.of("legend.highest", {"measure": scores.definition})
        return Emphasis(_highest(scores), meaning)
    raise OptionError(
        f"highlight gave {quoted(type(found).__name__)}; a map points at findings, or at the "
        "organisations with the highest scores. For example 'single_points_of_failure' or 'betweenness'."
    )


def _highest(scores: Scores) -> tuple[str, ...]:
    """Name the five with the highest scores, and nobody whom equals would be left out of."""
    top = scores.top(_MOST_RINGS)
    if len(top) > _MOST_RINGS:
        top = [(one, score) for one, score in top if score > top[-1][1]]
    return tuple(sorted(one for one, _ in top))


def _story(scene: Scene, row: Row) -> dict[str, Any]:
    """Put a finding into words, with the lines and the organisations that it is about."""
    lines = [pair for pair in dict.fromkeys(_lines(row)) if scene.numbers.keys() >= set(pair)]
    level = getattr(row, "level", None)
    named = dict.fromkeys(one for one in _named(row) if one in scene.numbers)
    return {
        "sentence": [row.sentence(language) for language in LANGUAGES],
        "question": [_question(row, language) for language in LANGUAGES],
        "pairs": [scene.parties(pair) for pair in lines],
        "parties": list(scene.parties(named)),
        "level": level if level in LEVELS else None,
        "gap": None,
        "view": "dependencies",
    }


def _question(row: Row, language: str) -> str:
    """Ask what the row asks; a row that only states something is asked about in general."""
    try:
        return row.question(language)
    except UnknownNameError:
        return say("legend.question", language)


def _lines(row: Row) -> Iterator[Pair]:
    """Give the lines that a row is about, from whichever of its fields names two parties."""
    for field in _LINES:
        for line in _listed(row, field):
            if isinstance(line, tuple) and len(line) == 2:  # noqa: PLR2004 - a line has two ends
                yield line
    parties = _listed(row, "parties")
    if len(parties) == 2:  # noqa: PLR2004 - a line has two ends
        yield from pairwise(parties)
    for start, end in _TWO:
        yield from ((one, other) for one in _listed(row, start) for other in _listed(row, end))


def _named(row: Row) -> Iterator[str]:
    for field in _NAMED:
        yield from (one for one in _listed(row, field) if isinstance(one, str))
    for line in _lines(row):
        yield from line


def _listed(row: Row, field: str) -> tuple[Any, ...]:
    """Give what stands in a field of a row as a list; nothing where the row has no such field."""
    if field not in {one.name for one in fields(row)}:
        return ()
    value = getattr(row, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)
