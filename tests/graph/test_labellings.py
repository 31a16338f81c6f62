"""Handing out labels anew: every way once, or a sample that does not depend on how it is cut."""

import sys
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.errors import OptionError
from netdeps.graph import labellings
from netdeps.graph.labellings import MOST_EXACT, ways_to_label

module = sys.modules["netdeps.graph.labellings"]
few_sizes = st.lists(st.integers(1, 3), min_size=1, max_size=3).filter(lambda one: sum(one) <= 6)


def columns(blocks):
    return [tuple(column) for block in blocks for column in block.T.tolist()]


def labels_of(sizes):
    return [label for label, size in enumerate(sizes) for _ in range(size)]


@given(few_sizes)
def test_every_way_comes_exactly_once(sizes):
    exact, blocks = labellings(sizes, 1, 0)
    found = columns(blocks)
    assert exact
    assert sorted(found) == sorted(set(permutations(labels_of(sizes))))
    assert len(found) == ways_to_label(sizes)


@pytest.mark.parametrize(
    ("sizes", "ways"), [([1, 2, 3], 60), ([3, 3], 20), ([5], 1), ([4, 2, 4], 3150)]
)
def test_the_ways_are_the_multinomial_coefficient(sizes, ways):
    assert ways_to_label(sizes) == ways


def test_a_label_that_nobody_has_changes_nothing():
    assert sorted(columns(labellings([2, 0, 1], 1, 0)[1])) == [(0, 0, 2), (0, 2, 0), (2, 0, 0)]


@pytest.mark.parametrize("sizes", [[2, 3, 4], [7, 1], [1, 7]])
@pytest.mark.parametrize("most", [MOST_EXACT, 0])
def test_how_the_ways_are_cut_into_blocks_makes_no_difference(sizes, most, monkeypatch):
    whole = columns(labellings(sizes, 100, 4, most=most)[1])
    for cells in (1, 40, 333):
        monkeypatch.setattr(module, "_CELLS", cells)
        assert columns(labellings(sizes, 100, 4, most=most)[1]) == whole


def test_a_sample_hands_out_the_same_labels_in_another_order():
    exact, blocks = labellings([2, 3, 4], 50, 0, most=10)
    found = columns(blocks)
    assert not exact
    assert {tuple(sorted(one)) for one in found} == {tuple(labels_of([2, 3, 4]))}
    assert len(found) == 50
    assert len(set(found)) > 40


def test_everybody_gets_each_label_as_often_as_it_is_there():
    drawn = np.concatenate(list(labellings([6, 2], 20_000, 1, most=0)[1]), axis=1)
    assert np.abs(drawn.mean(axis=1) - 1 / 4).max() < 4 * (3 / 16 / 20_000) ** 0.5


def test_a_seed_decides_the_sample():
    first, again, other = (columns(labellings([3, 3], 9, seed, most=0)[1]) for seed in (1, 1, 2))
    assert first == again != other


def test_at_least_one_permutation_is_asked_for():
    with pytest.raises(OptionError) as caught:
        labellings([1, 2], 0, 0)
    assert str(caught.value) == (
        "permutations=0 was asked for; a whole number of at least 1 is expected."
    )
