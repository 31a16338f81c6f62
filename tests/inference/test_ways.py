"""Every way in which open questions can turn out, or a sample of them."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.inference.ways import Limits, all_ways, some_ways, ways

HALF = Fraction(1, 2)


def limits(most=4096, samples=100, seed=0, purpose="a test"):
    return Limits(most, samples, seed, purpose)


@given(st.lists(st.fractions(0, 1, max_denominator=20), max_size=6))
def test_the_chances_of_all_ways_add_up_to_1(chances):
    found = ways(chances, limits(), "degree")
    assert (found.exact, found.number) == (True, 2 ** len(chances))
    assert sum(found.weights.values()) == 1


@given(st.lists(st.fractions(0, 1, max_denominator=20), min_size=1, max_size=6))
def test_each_question_is_answered_yes_with_its_own_chance(chances):
    found = ways(chances, limits(), "degree")
    for place, chance in enumerate(chances):
        assert sum(weight for way, weight in found.weights.items() if way[place]) == chance


def test_without_questions_there_is_one_way():
    assert ways([], limits(most=1), "degree").weights == {(): 1}


@pytest.mark.parametrize(("most", "exact"), [(7, False), (8, True)])
def test_all_are_looked_at_up_to_the_limit(most, exact):
    assert ways([HALF] * 3, limits(most=most), "degree").exact is exact


def test_a_sample_weighs_each_way_by_how_often_it_was_drawn():
    found = ways([HALF, Fraction(1)], limits(most=1, samples=64), "degree")
    assert (found.exact, found.number) == (False, 64)
    assert sum(found.weights.values()) == 1
    assert {way[1] for way in found.weights} == {True}
    assert all((64 * weight).denominator == 1 for weight in found.weights.values())


def test_a_sample_is_near_the_chances():
    chances = [Fraction(1, 10), Fraction(9, 10)]
    found = ways(chances, limits(most=1, samples=2000), "degree")
    for place, chance in enumerate(chances):
        share = sum(weight for way, weight in found.weights.items() if way[place])
        assert abs(float(share - chance)) < 4 * (0.09 / 2000) ** 0.5


def test_the_same_seed_draws_the_same_and_another_does_not():
    drawn = [
        ways([HALF] * 20, limits(seed=seed, samples=20), "degree").weights for seed in (3, 3, 4)
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_each_measure_and_each_purpose_has_numbers_of_its_own():
    drawn = {
        tuple(ways([HALF] * 20, limits(samples=20, purpose=purpose), measure).weights)
        for purpose in ("worlds", "answers")
        for measure in ("degree", "strength")
    }
    assert len(drawn) == 4


def test_every_way_is_given_once():
    found = list(all_ways(4))
    assert len(found) == len(set(found)) == 16
    assert sum(1 for way in found if sum(way) == 2) == comb(4, 2)


@pytest.mark.parametrize("most", [0, 1, 2, 5])
def test_some_ways_begin_with_no_and_yes_to_everything(most):
    found = list(some_ways(3, most, limits().stream("degree", "care")))
    assert len(found) == most
    assert found[:2] == [(False, False, False), (True, True, True)][:most]
