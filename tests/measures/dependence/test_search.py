"""The two ways to find all smallest sets agree, and bounds hold where the work runs out."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdeps.measures.dependence.holds import Hold, knots, standing
from netdeps.measures.dependence.knot import Dropping, Knot, MovingFirst
from netdeps.measures.dependence.search import Work, bits, smallest_sets
from netdeps.measures.dependence.subsets import all_droppings, all_movers
from netdeps.model import OUTSIDE

ENOUGH = 10**9


def random_knots(size, holds, seed):
    """The knots that so many random holds tie among so many."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"o{number:02}" for number in range(size)]
    made = set()
    for _ in range(holds):
        one, *others = chance.sample([*names, OUTSIDE], chance.randint(2, min(4, size)))
        if one != OUTSIDE:
            made.add(Hold(one, tuple(sorted(others)), "", (f"{one} {others}",)))
    return [Knot(one) for one in knots(standing(sorted(made, key=repr)))]


@settings(max_examples=150)
@given(st.integers(2, 8), st.integers(2, 24), st.integers(0, 10**6))
def test_searching_and_trying_all_subsets_find_the_same(size, holds, seed):
    for knot in random_knots(size, holds, seed):
        for task, whole in ((MovingFirst, all_movers), (Dropping, all_droppings)):
            searched, tried = smallest_sets(task(knot), ENOUGH), whole(knot)
            assert (searched.complete, tried.complete) == (True, True)
            assert (searched.least, searched.most) == (tried.least, tried.most)
            assert sorted(searched.sets) == sorted(tried.sets)


@settings(max_examples=150)
@given(st.integers(3, 8), st.integers(6, 24), st.integers(0, 10**6), st.integers(1, 3000))
def test_bounds_hold_whenever_the_work_runs_out(size, holds, seed, steps):
    for knot in random_knots(size, holds, seed):
        for task in (MovingFirst(knot), Dropping(knot)):
            found, exact = smallest_sets(task, steps), smallest_sets(task, ENOUGH)
            assert found.least <= exact.least <= found.most
            assert found.example.bit_count() == found.most
            assert task.conflict(found.example, 0, Work(ENOUGH)) is None
            if found.complete:
                assert sorted(found.sets) == sorted(exact.sets)


@settings(max_examples=100)
@given(st.integers(3, 9), st.integers(6, 30), st.integers(0, 10**6))
def test_a_workable_set_frees_all_and_has_nobody_to_spare(size, holds, seed):
    for knot in random_knots(size, holds, seed):
        for task in (MovingFirst(knot), Dropping(knot)):
            workable = task.workable(Work(ENOUGH))
            assert task.conflict(workable, 0, Work(ENOUGH)) is None
            for one in bits(workable):
                assert task.conflict(workable ^ one, 0, Work(ENOUGH)) is not None


@settings(max_examples=100)
@given(st.integers(3, 9), st.integers(6, 30), st.integers(0, 10**6), st.data())
def test_every_conflict_is_hit_by_every_set_that_frees_all(size, holds, seed, data):
    for knot in random_knots(size, holds, seed):
        for task, free in (
            (MovingFirst(knot), lambda one, knot=knot: not knot.still(one)),
            (Dropping(knot), lambda one, knot=knot: not knot.still(dropped=one)),
        ):
            things = (1 << len(knot.holds)) - 1 if isinstance(task, Dropping) else knot.everybody
            chosen = data.draw(st.integers(0, things)) & data.draw(st.integers(0, things))
            barred = data.draw(st.integers(0, things)) & ~chosen
            conflict = task.conflict(chosen, barred, Work(ENOUGH))
            assert (conflict is None) == free(chosen)
            if conflict is not None:
                assert conflict & (chosen | barred) == 0
                for found in smallest_sets(task, ENOUGH).sets:
                    assert found & (conflict | barred)


def test_a_knot_that_is_searched_to_the_end_lists_every_set_once():
    for seed in range(30):
        for knot in random_knots(12, 40, seed):
            found = smallest_sets(MovingFirst(knot), ENOUGH).sets
            assert len(found) == len(set(found))


@pytest.mark.parametrize("density", [0.3, 0.6, 0.9])
def test_dense_knots_of_twenty_are_solved_whole(density):
    chance = random.Random(5)  # noqa: S311 - no secret
    names = [f"o{number:02}" for number in range(20)]
    holds = [
        Hold(one, (other,), "", (one + other,))
        for one in names
        for other in names
        if one != other and chance.random() < density
    ]
    (knot,) = (Knot(one) for one in knots(standing(holds)))
    movers, drops = all_movers(knot), all_droppings(knot)
    assert smallest_sets(MovingFirst(knot), ENOUGH // 20).least <= movers.least
    for found, task in ((movers, MovingFirst(knot)), (drops, Dropping(knot))):
        assert found.complete
        for one in found.sets[:20]:
            assert task.conflict(one, 0, Work(ENOUGH)) is None
            assert one.bit_count() == found.least


@given(st.integers(3, 9), st.integers(6, 30), st.integers(0, 10**6), st.integers(0, 200))
def test_with_any_little_work_a_workable_set_still_frees_all(size, holds, seed, work):
    for knot in random_knots(size, holds, seed):
        for task in (MovingFirst(knot), Dropping(knot)):
            assert task.conflict(task.workable(Work(work)), 0, Work(ENOUGH)) is None
