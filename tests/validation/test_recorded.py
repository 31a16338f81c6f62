"""Our figures beside those that R, igraph and networkx gave, as they are kept in recorded.json."""

from __future__ import annotations

import pytest
from validation.comparison import difference
from validation.graphs import examples
from validation.record import fingerprints, recalled, recorded
from validation.same_bits import FAMILIES as MODULES
from validation.tables import COMPARISONS, ONLY_OURS, questions

from netdeps.measures import MEASURES

CLOSE = 1e-9


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: one.called)
def test_a_figure_of_ours_is_that_of_the_other_program(comparison):
    where = [one for one in examples() if comparison.fits(one)]
    assert where
    for example in where:
        theirs = recalled(example, comparison.program, comparison.call)
        found = difference(comparison, comparison.ours(example), theirs)
        assert not found.wrong, (example.name, found.wrong)
        assert found.largest < CLOSE, (example.name, found.largest)


def test_every_measure_of_these_families_is_compared_or_named_as_ours_alone():
    compared = {one.measure for one in COMPARISONS}
    alone = [one for family in ONLY_OURS.values() for one in family]
    assert not compared & set(alone)
    assert sorted({*compared, *alone}) == sorted(
        name for name, one in MEASURES.items() if one.__module__.split(".")[2] in MODULES
    )


def test_every_answer_was_recorded_about_the_networks_as_they_are_now():
    """If this fails, run: python tests/validation/record.py, where R and python-igraph are."""
    kept = recorded()
    assert kept["networks"] == fingerprints()
    there = {
        (example, program, call)
        for program, calls in kept["answers"].items()
        for call, by_example in calls.items()
        for example in by_example
    }
    assert there == {(example.name, program, call) for example, program, call in questions()}
