from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture import picture

from netdeps.maps.gathered import gathered
from netdeps.maps.layout import FRAME, Spot, laid_out, positions
from netdeps.maps.names import plain, room, wrapped


def spots(count: int) -> list[Spot]:
    return [Spot(f"o{i:04}", f"k{i % 5}", 96.0 + i % 7, 60.0) for i in range(count)]


def ties(count: int, many: int, seed: int = 3) -> dict[tuple[str, str], float]:
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    pairs = (sorted(chance.sample(range(count), 2)) for _ in range(many))
    return {(f"o{a:04}", f"o{b:04}"): 1.0 for a, b in pairs}


def near_ties(count: int, many: int) -> dict[tuple[str, str], float]:
    """Give ties of which most are with one of the next twelve, as in a region."""
    chance = random.Random(5)  # noqa: S311 - an example, not a secret
    pairs = (
        (a, a + chance.randrange(1, 12)) for a in (chance.randrange(count) for _ in range(many))
    )
    return {(f"o{a:04}", f"o{b:04}"): 1.0 for a, b in pairs if b < count}


def overlaps(found: dict, given: list[Spot]) -> list[tuple[str, str]]:
    return [
        (one.id, other.id)
        for one, other in itertools.combinations(given, 2)
        if abs(found[one.id][0] - found[other.id][0]) < (one.width + other.width) / 2 - 1
        and abs(found[one.id][1] - found[other.id][1]) < (one.height + other.height) / 2 - 1
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 20, 50, 200, 300])
def test_no_name_covers_another(count):
    given = spots(count)
    assert overlaps(positions(given, ties(count, 2 * count) if count > 1 else {}), given) == []


@pytest.mark.parametrize("count", [20, 350])
def test_the_order_in_which_organisations_are_given_does_not_matter(count):
    given, between = spots(count), ties(count, 3 * count)
    turned = list(reversed(between.items()))
    assert positions(given[::-1], dict(turned)) == positions(given, between)


def test_organisations_without_any_tie_get_a_place_each():
    given = spots(30)
    found = positions(given, {})
    assert len(set(found.values())) == 30
    assert overlaps(found, given) == []


def test_nobody_means_no_places():
    assert positions([], {}) == {}


def test_a_lone_organisation_costs_little_room():
    given, between = spots(20), ties(19, 60)
    with_it, without = positions(given, between), positions(given[:19], between)
    areas = [np.ptp(list(found.values()), axis=0).prod() for found in (with_it, without)]
    assert areas[0] < areas[1] * 1.2


def test_whoever_has_no_tie_stands_with_the_others_like_it_and_inside_the_picture():
    given, between = spots(60), ties(50, 130)
    found = {name: np.array(place) for name, place in positions(given, between).items()}
    tied = {name for tie in between for name in tie}
    alone = [found[spot.id] for spot in given if spot.id not in tied]
    others = np.array([found[name] for name in sorted(tied)])
    assert len(alone) >= 10
    assert np.ptp(alone, axis=0).max() < np.ptp(others, axis=0).max() / 2
    assert np.ptp(list(found.values()), axis=0).prod() < np.ptp(others, axis=0).prod() * 1.4


def test_parts_that_are_not_tied_do_not_lie_on_one_another():
    given = spots(60)
    between = {
        (f"o{start + i:04}", f"o{start + i + 1:04}"): 1.0
        for start in (0, 20, 32, 42, 48)
        for i in range({0: 19, 20: 11, 32: 9, 42: 5, 48: 11}[start])
    }
    found = positions(given, between)
    seen = picture(found, {spot.id: (spot.width, spot.height) for spot in given}, between)
    assert seen.crossings() == 0
    assert seen.on_lines(20) == 0


@pytest.mark.parametrize("count", [20, 50, 200, 600])
def test_a_picture_has_about_the_shape_of_the_screen(count):
    given = spots(count) if count < 300 else [Spot(f"o{i:04}", "k", 22, 22) for i in range(count)]
    wide, high = np.ptp(list(positions(given, ties(count, 2 * count)).values()), axis=0)
    assert FRAME[0] / FRAME[1] / 1.5 < wide / high < FRAME[0] / FRAME[1] * 1.5


@pytest.mark.parametrize(("count", "most"), [(20, 0.16), (50, 0.14), (200, 0.12)])
def test_distances_on_the_map_tell_how_many_steps_apart_organisations_are(count, most):
    given, between = spots(count), near_ties(count, 2 * count)
    seen = picture(positions(given, between), {one.id: (1, 1) for one in given}, between)
    assert seen.stress() < most


def test_who_is_tied_stands_nearer_than_who_is_not():
    chain = {(f"o{i:04}", f"o{i + 1:04}"): 1.0 for i in range(9)}
    found = positions(spots(10), chain)
    place = [np.array(found[f"o{i:04}"]) for i in range(10)]
    assert np.linalg.norm(place[0] - place[1]) < np.linalg.norm(place[0] - place[9]) / 3


@pytest.mark.parametrize(("count", "many"), [(20, 30), (50, 90), (120, 220), (200, 400)])
def test_no_shape_stands_on_a_line_of_others(count, many):
    given, between = spots(count), near_ties(count, many)
    found = positions(given, between)
    seen = picture(found, {spot.id: (spot.width, spot.height) for spot in given}, between)
    assert seen.on_lines(15) == 0


def test_a_large_network_is_laid_out_without_a_crowd():
    given = [Spot(f"o{i:04}", "k", 24.0, 24.0) for i in range(600)]
    groups = {
        (f"o{a:04}", f"o{b:04}"): 1.0
        for start in range(0, 600, 30)
        for a, b in itertools.combinations(range(start, start + 30), 2)
        if (a * b) % 5 == 0
    }
    bridges = {(f"o{i:04}", f"o{i + 30:04}"): 1.0 for i in range(0, 570, 30)}
    found = laid_out(given, groups | bridges)
    assert overlaps(found.places, given) == []
    assert sorted(sorted(one.members) for one in found.communities) == [
        [f"o{i:04}" for i in range(start, start + 30)] for start in range(0, 600, 30)
    ]
    for one in found.communities:
        far = [np.hypot(*np.subtract(found.places[name], (one.x, one.y))) for name in one.members]
        assert max(far) <= one.r < max(far) + 1


def test_a_community_lists_the_best_tied_first():
    given = [Spot(f"o{i:04}", "k", 24.0, 24.0) for i in range(310)]
    between = {(f"o{7:04}", f"o{i:04}"): 1.0 for i in range(310) if i != 7}
    assert [one.members[0] for one in laid_out(given, between).communities] == ["o0007"]


def test_a_network_that_fits_the_screen_has_no_communities():
    assert laid_out(spots(40), ties(40, 80)).communities == ()


def test_tables_stand_in_the_middle_and_issues_near_their_table():
    parties = spots(24)
    tables = [Spot(f"t{i}", "table", 96.0, 60.0) for i in range(3)]
    issues = [Spot(f"i{i}", "issue", 96.0, 60.0) for i in range(6)]
    seats = {(f"o{i:04}", f"t{i % 3}"): 1.0 for i in range(24)}
    treated = {(f"i{i}", f"t{i % 3}"): 1.0 for i in range(6)}
    found = {
        name: np.array(place)
        for name, place in gathered([*issues, *parties, *tables], seats | treated).items()
    }
    assert sorted(found) == sorted(one.id for one in (*parties, *tables, *issues))
    outside = np.mean([np.linalg.norm(found[one.id]) for one in parties])
    assert all(np.linalg.norm(found[one.id]) < outside for one in tables)
    for i in range(6):
        near = min(tables, key=lambda one: np.linalg.norm(found[one.id] - found[f"i{i}"]))
        assert near.id == f"t{i % 3}"


_PRINTED = """
import random
from netdeps.maps.bands import band
from netdeps.maps.layout import Spot, laid_out
for seed, count in enumerate([12, 20, 35, 50, 64, 81, 100, 150, 320, 640]):
    chance = random.Random(seed)
    spots = [Spot(f"o{i:04}", f"k{i % 5}", 60.0 + i % 7, 40.0 + i % 3) for i in range(count)]
    pairs = [chance.sample(range(count), 2) for _ in range(2 * count)]
    near = [(a, b if a % 9 == 0 else (a + 1 + b % 9) % count) for a, b in pairs]
    ties = {(f"o{min(p):04}", f"o{max(p):04}"): 1.0 for p in near if p[0] != p[1]}
    found = laid_out(set(spots), ties)
    print(sorted(found.places.items()), [sorted(one.members) for one in found.communities])
    print(sorted(band(spots, found.places, set(ties)).items()))
"""


def test_places_are_the_same_for_every_hash_seed_and_number_of_threads():
    def printed(seed: str, threads: str) -> str:
        names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
        told = {**os.environ, "PYTHONHASHSEED": seed, **dict.fromkeys(names, threads)}
        run = [sys.executable, "-c", _PRINTED]
        return subprocess.run(run, env=told, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own text

    once = printed("0", "1")
    assert len(once) > 10_000
    assert printed("1", "2") == once


def test_no_product_of_floats_goes_through_blas():
    folder = Path(sys.modules["netdeps.maps.layout"].__file__ or "").parent
    files = ("bands", "layout", "links", "nested", "packing", "spread", "stress")
    products = {
        f"{name}: {line.strip()}"
        for name in files
        for line in (folder / f"{name}.py").read_text(encoding="utf-8").splitlines()
        if " @ " in line or "linalg" in line or ".dot(" in line
    }
    assert products == {"stress: shared = tied.astype(float) @ tied"}, "those are whole numbers"


@st.composite
def networks(draw):
    count = draw(st.integers(1, 45))
    numbers = st.integers(0, count - 1)
    pairs = draw(st.sets(st.tuples(numbers, numbers), max_size=90))
    sizes = st.tuples(st.integers(20, 180), st.integers(20, 120))
    given = [
        Spot(f"o{i:04}", f"k{i % 3}", *map(float, draw(sizes)))  # each its own room
        for i in range(count)
    ]
    strength = st.sampled_from([1.0, 2.0])
    return given, {(f"o{a:04}", f"o{b:04}"): draw(strength) for a, b in pairs if a < b}


@settings(deadline=None, max_examples=40)
@given(networks())
def test_everybody_has_one_place_in_whole_numbers_and_no_name_covers_another(network):
    given, between = network
    found = positions(given, between)
    assert sorted(found) == [spot.id for spot in given]
    assert overlaps(found, given) == []
    assert all(type(at) is int and abs(at) < 20_000 for place in found.values() for at in place)


@settings(deadline=None, max_examples=20)
@given(networks(), st.randoms())
def test_places_do_not_depend_on_the_order_in_which_things_are_told(network, chance):
    given, between = network
    turned = [*given], [*between.items()]
    for told in turned:
        chance.shuffle(told)
    other_way = {(b, a): strength for (a, b), strength in turned[1]}
    assert positions(turned[0], other_way) == positions(given, between)


def test_a_long_name_is_broken_into_at_most_four_lines():
    lines = wrapped("x" * 300)
    assert [len(line) for line in lines] == [18, 18, 18, 19]
    assert lines[-1].endswith("\u2026")


def test_what_cannot_be_seen_does_not_reach_the_canvas():
    assert plain("a\u202egnp\u2028\tb\u200b") == "agnp b"
    assert wrapped("\u202e") == ("",)


def test_a_longer_name_takes_more_room():
    assert room("Gemeente Noordwijkerhout", 14)[1] > room("Gemeente", 14)[1]
