from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from maps.sight import EYES, apart, seen

from netdeps.maps.kinds import alike, looks
from netdeps.maps.paint import PAPER, contrast, legible
from netdeps.maps.style import form
from netdeps.model import KNOWN_KINDS, Network

LEAST_CONTRAST = 3
"""WCAG 2.2, 1.4.11: what has to be seen to understand a picture, against what is beside it."""
LEAST_APART = 10
"""CIEDE2000, for colours that are looked up in a legend."""
LEAST_APART_OF_FILLS = 5
"""Less is needed of fills: their outlines differ in width as well."""


def network(sorts: list[str], **fields) -> Network:
    rows = [{"id": f"o{i}", "kind": kind} for i, kind in enumerate(sorts)]
    return Network(organisations=rows, **fields)


def kinds(count: int, colour: str | None = None):
    """Give the looks of so many kinds, the known ones first."""
    extra = [f"kind{i:02}" for i in range(max(0, count - len(KNOWN_KINDS)))]
    sorts = [*KNOWN_KINDS, *extra][:count]
    return looks(network(sorts, kinds=[{"id": one, "colour": colour} for one in extra]))


def forms(found) -> Counter:
    return Counter((look.shape, look.fill) for look in found)


def test_every_known_kind_has_a_form_of_its_own():
    found = looks(network(list(KNOWN_KINDS)))
    assert len(forms(found)) == len(KNOWN_KINDS)
    assert len({look.shape for look in found[:7]}) == 7


@pytest.mark.parametrize("count", [7, 14, 20, 21])
def test_up_to_21_kinds_are_told_apart_by_shape_and_fill_alone(count):
    found = kinds(count)
    assert len(found) == count
    assert max(forms(found).values()) == 1
    assert alike(found) is None


def test_21_kinds_that_no_one_knows_are_told_apart_too():
    extra = [f"kind{i:02}" for i in range(21)]
    found = looks(network(extra, kinds=[{"id": one} for one in extra]))
    assert max(forms(found).values()) == 1


def test_where_there_are_more_kinds_than_looks_the_last_share_one_and_it_is_said():
    found = kinds(23)
    shared = [look for look in found if look.shared]
    assert [look.id for look in shared] == ["kind11", "kind12", "kind13"]
    assert forms(found).most_common(1) == [((shared[0].shape, shared[0].fill), 3)]
    assert len(forms(found)) == 21
    assert alike(found) == [
        "Er zijn meer soorten dan vormen. Deze zien er hetzelfde uit: kind11, kind12 en kind13.",
        "There are more kinds than shapes. These look the same: kind11, kind12, and kind13.",
    ]


@pytest.mark.parametrize("eyes", EYES)
def test_the_three_fills_differ_in_lightness_whatever_the_eyes(eyes):
    by_shape: dict[str, list] = {}
    for look in kinds(21):
        by_shape.setdefault(look.shape, []).append(seen(look.inside, eyes))
    for fills in by_shape.values():
        assert len(fills) == 3
        assert (
            min(apart(one, other) for one, other in combinations(fills, 2)) >= LEAST_APART_OF_FILLS
        )


@pytest.mark.parametrize("eyes", [one for one in EYES if one != "grey"])
def test_the_colours_of_the_shapes_are_apart_for_colour_blind_readers(eyes):
    colours = {look.shape: seen(look.colour, eyes) for look in kinds(7)}
    assert len(colours) == 7
    nearest = min(apart(one, other) for one, other in combinations(colours.values(), 2))
    assert nearest >= LEAST_APART


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("colour", [None, "#ffffff", "#FFFF00", "#000000"])
def test_every_outline_stands_out_against_white(large, colour):
    borders = {look.id: form(look, large=large)["color"]["border"] for look in kinds(21, colour)}
    faint = {one: border for one, border in borders.items() if contrast(border, PAPER) < 3}
    assert len(borders) == 21
    assert faint == {}


def test_fills_keep_apart_by_their_outline_where_a_measure_colours_the_inside():
    by_shape: dict[str, list] = {}
    for look in kinds(21):
        by_shape.setdefault(look.shape, []).append(form(look, large=False)["borderWidth"])
    for widths in by_shape.values():
        assert all(abs(one - other) >= 1.25 for one, other in combinations(widths, 2))


@pytest.mark.parametrize("colour", ["#ffffff", "#f0e442", "#56b4e9", "#0072b2", "#000000"])
def test_a_colour_is_darkened_no_more_than_it_takes_to_be_seen(colour):
    found = legible(colour)
    assert contrast(found, PAPER) >= LEAST_CONTRAST
    if contrast(colour, PAPER) >= LEAST_CONTRAST:
        assert found == colour
    else:
        assert contrast(found, PAPER) < LEAST_CONTRAST + 0.4


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_ruler_for_colours_gives_what_its_authors_publish(one, other, expected):
    """Sharma, Wu and Dalal (2005), table 1."""
    assert apart(one, other) == pytest.approx(expected, abs=5e-5)


def test_a_case_may_name_and_colour_its_kinds():
    own = [{"id": "police", "label": {"nl": "politie"}, "colour": "#ABCDEF"}]
    (look,) = looks(network(["police"], kinds=own))
    assert look.colour == "#abcdef"
    assert dict(look.one) == {"nl": "politie", "en": "politie"}


def test_a_known_kind_looks_the_same_in_every_case():
    alone, among = looks(network(["ministry"]))[0], looks(network(["other", "ministry"]))[0]
    assert (alone.shape, alone.fill, alone.colour) == (among.shape, among.fill, among.colour)
