from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdeps.maps.layout import Spot, positions
from netdeps.maps.names import plain, room, wrapped


def spots(count: int) -> list[Spot]:
    return [Spot(f"o{i:04}", f"k{i % 5}", 96.0 + i % 7, 60.0) for i in range(count)]


def ties(count: int, many: int, seed: int = 3) -> dict[tuple[str, str], float]:
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    pairs = (sorted(chance.sample(range(count), 2)) for _ in range(many))
    return {(f"o{a:04}", f"o{b:04}"): 1.0 for a, b in pairs}


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
    widths = [np.ptp([place[0] for place in found.values()]) for found in (with_it, without)]
    assert widths[0] < widths[1] * 1.35


def test_who_is_tied_stands_nearer_than_who_is_not():
    chain = {(f"o{i:04}", f"o{i + 1:04}"): 1.0 for i in range(9)}
    found = positions(spots(10), chain)
    place = [np.array(found[f"o{i:04}"]) for i in range(10)]
    assert np.linalg.norm(place[0] - place[1]) < np.linalg.norm(place[0] - place[9]) / 3


def test_no_shape_stands_on_a_line_of_others():
    given, between = spots(20), ties(20, 30)
    found = {name: np.array(place) for name, place in positions(given, between).items()}
    on = 0
    for (a, b), spot in itertools.product(between, given):
        if spot.id in {a, b}:
            continue
        along, beside = found[b] - found[a], found[spot.id] - found[a]
        share = np.clip(beside @ along / max(along @ along, 1), 0, 1)
        on += np.linalg.norm(beside - share * along) < 6
    assert on == 0


def test_a_large_network_is_laid_out_without_a_crowd():
    given = [Spot(f"o{i:04}", "k", 24.0, 24.0) for i in range(600)]
    groups = {
        (f"o{a:04}", f"o{b:04}"): 1.0
        for start in range(0, 600, 30)
        for a, b in itertools.combinations(range(start, start + 30), 2)
        if (a * b) % 5 == 0
    }
    bridges = {(f"o{i:04}", f"o{i + 30:04}"): 1.0 for i in range(0, 570, 30)}
    found = positions(given, groups | bridges)
    assert overlaps(found, given) == []


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_every_network_has_places_that_are_whole_numbers(data):
    count = data.draw(st.integers(1, 25))
    pairs = data.draw(st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))))
    between = {(f"o{a:04}", f"o{b:04}"): 1.0 for a, b in pairs if a < b}
    found = positions(spots(count), between)
    assert len(set(found.values())) == count
    assert all(
        isinstance(at, int) and abs(at) < 100_000 for place in found.values() for at in place
    )


def test_a_long_name_is_broken_into_at_most_four_lines():
    lines = wrapped("x" * 300)
    assert [len(line) for line in lines] == [18, 18, 18, 19]
    assert lines[-1].endswith("\u2026")


def test_what_cannot_be_seen_does_not_reach_the_canvas():
    assert plain("a\u202egnp\u2028\tb\u200b") == "agnp b"
    assert wrapped("\u202e") == ("",)


def test_a_longer_name_takes_more_room():
    assert room("Gemeente Noordwijkerhout", 14)[1] > room("Gemeente", 14)[1]
