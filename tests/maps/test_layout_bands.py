from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdeps.maps.bands import BAND, band
from netdeps.maps.layout import Spot, positions


def spots(count: int, *, wide: float = 110.0, high: float = 60.0) -> list[Spot]:
    return [Spot(f"o{i:03}", f"k{i % 5}", wide, high) for i in range(count)]


def ties(count: int, many: int, seed: int = 4) -> dict[tuple[str, str], float]:
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    pairs = (sorted(chance.sample(range(count), 2)) for _ in range(many))
    return {(f"o{a:03}", f"o{b:03}"): 1.0 for a, b in pairs}


def strip(given: list[Spot], between: dict[tuple[str, str], float]) -> tuple[dict, dict]:
    places = positions(given, between)
    return places, band(given, places, between)


def overlaps(found: dict, wide: float, high: float) -> int:
    return sum(
        abs(one[0] - other[0]) < wide - 1 and abs(one[1] - other[1]) < high - 1
        for one, other in itertools.combinations(found.values(), 2)
    )


@pytest.mark.parametrize("seed", range(8))
def test_every_name_fits_on_the_strip_while_there_is_room(seed):
    given, between = spots(22), ties(22, 40, seed)
    _, low = strip(given, between)
    assert overlaps(low, 110, 60) == 0
    assert all(
        abs(x) <= (BAND[0] - 110) / 2 and abs(y) <= (BAND[1] - 60) / 2 for x, y in low.values()
    )


@pytest.mark.parametrize("seed", range(8))
def test_names_of_any_length_find_a_place_on_the_strip(seed):
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    given = [
        Spot(f"o{i:03}", "k", chance.choice((40.0, 70.0, 150.0)), chance.choice((30.0, 45.0, 78.0)))
        for i in range(22)
    ]
    _, low = strip(given, ties(22, 40, seed))
    assert overlaps(low, 20, 20) == 0
    assert all(abs(x) <= BAND[0] / 2 and abs(y) <= BAND[1] / 2 for x, y in low.values())


def test_shapes_never_cover_one_another_on_the_strip():
    given, between = spots(300), ties(300, 500)
    _, low = strip(given, between)
    assert overlaps(low, 20, 20) == 0
    assert len(set(low.values())) == 300


def test_left_stays_left_and_high_stays_high():
    given, between = spots(24), ties(24, 36)
    places, low = strip(given, between)
    for axis, least in ((0, 0.9), (1, 0.5)):
        before, after = ([found[one.id][axis] for one in given] for found in (places, low))
        assert np.corrcoef(before, after)[0, 1] > least


def test_few_shapes_on_the_strip_stand_on_a_line_of_others():
    given, between = spots(16), ties(16, 20)
    _, low = strip(given, between)
    on = 0
    for (a, b), spot in itertools.product(between, given):
        if spot.id not in {a, b}:
            start, end, point = (np.array(low[name]) for name in (a, b, spot.id))
            along, beside = end - start, point - start
            share = beside @ along / max(along @ along, 1)
            on += 0 < share < 1 and np.linalg.norm(beside - share * along) < 9
    assert on <= 1


def test_nobody_means_an_empty_strip():
    assert band([], {}, []) == {}


def test_one_organisation_stands_on_the_strip():
    low = band(spots(1), {"o000": (700, -300)}, [])
    assert overlaps(low, 1, 1) == 0
    assert abs(low["o000"][1]) < BAND[1] / 2


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 60), st.randoms())
def test_the_strip_does_not_depend_on_the_order_and_stays_within_its_frame(count, chance):
    given, between = spots(count), ties(count, count) if count > 1 else {}
    places, low = strip(given, between)
    assert all(abs(x) <= BAND[0] / 2 and abs(y) <= BAND[1] / 2 for x, y in low.values())
    turned = [*given]
    chance.shuffle(turned)
    assert band(turned, places, [(b, a) for a, b in between]) == low
