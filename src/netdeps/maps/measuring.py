"""The measures that a map is asked to show, by name or as a function, computed on its edition."""

from __future__ import annotations

import math
from collections.abc import Callable

from netdeps.editions import Edition
from netdeps.errors import OptionError, quoted, unknown_name
from netdeps.model import LANGUAGES, Network
from netdeps.results import Result, Scores

Measure = Callable[[Network], Scores]
"""Any function that gives each organisation of a network a number."""

Analysis = Callable[[Network], Result]
"""Any function that gives scores or findings of a network."""


def check_measure(option: str, measure: object) -> None:
    """Refuse what is neither the name of a measure nor a function."""
    from netdeps.measures import MEASURES

    if isinstance(measure, str):
        if measure not in MEASURES:
            raise unknown_name("measure", measure, MEASURES)
    elif not (measure is None or callable(measure)):
        raise OptionError(
            f"{option}={quoted(measure)} is no measure; the name of one is expected, "
            "or a function that takes a network. For example 'betweenness'."
        )


def result_of(measure: str | Analysis, shown: Edition) -> object:
    """Compute a measure on what an audience may see.

    Raises
    ------
    OptionError
        When the measure is not for the audience of the edition.
    """
    from netdeps.measures import MEASURES, measured

    return measured(MEASURES[measure] if isinstance(measure, str) else measure, shown)


def scores_of(option: str, measure: str | Measure | None, shown: Edition) -> Scores | None:
    """Give the scores that an option asks for; None where it asks for none."""
    if measure is None:
        return None
    found = result_of(measure, shown)
    if not isinstance(found, Scores):
        what = "sized" if option == "size_by" else "coloured"
        raise OptionError(
            f"{option} gave {quoted(type(found).__name__)}; shapes are {what} by scores, "
            "a number for each organisation. For example 'betweenness'."
        )
    return checked(option, found)


def checked(option: str, scores: Scores) -> Scores:
    """Give scores as plain numbers, and refuse what is no number."""
    for one, score in scores.items():
        if not math.isfinite(score):
            raise OptionError(
                f"{option} gave {float(score)} for {quoted(one)}; a number is expected. "
                "What cannot be computed goes to 'undefined', with a reason."
            )
    plain = {one: float(score) for one, score in scores.items()}
    return Scores(plain, scores.about, scores.undefined)


def meaning(result: Result) -> list[str]:
    """Say in each language what a measure means."""
    return [result.definition.sentence(language) for language in LANGUAGES]
