from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from maps.sight import EYES, apart, seen
from maps.test_page import data_of, unpacked

from netdeps.editions import edition
from netdeps.errors import OptionError, UnknownNameError
from netdeps.maps import Map
from netdeps.maps.colouring import colouring
from netdeps.maps.paint import PAPER, contrast
from netdeps.measures import degree
from netdeps.model import Network
from netdeps.results import About, Scores
from netdeps.words import Bilingual

LEAST_APART = 8
REASON = Bilingual(nl="er is niets gevraagd", en="nothing was asked")


def scores(values, undefined=None) -> Scores:
    definition = Bilingual(nl="Hoe diep het water is.", en="How deep the water is.")
    about = About(name="depth", definition=definition)
    return Scores(values, about, undefined or {})


def facts(numbers, undefined=()):
    values = {f"o{at:03}": float(value) for at, value in enumerate(numbers)}
    missing = {f"u{at}": reason for at, reason in enumerate(undefined)}
    ids = sorted([*values, *missing])
    return colouring(scores(values, missing), ids).facts(ids)


def texts(found, language=1):
    return [shade["text"][language] for shade in found["classes"]]


def test_each_colour_stands_for_about_equally_many_organisations():
    found = facts([*range(1, 20), 5000])
    assert texts(found) == ["1 to 4", "5 to 8", "9 to 12", "13 to 16", "17 to 5,000"]
    assert [found["of"].count(at) for at in range(5)] == [4, 4, 4, 4, 4]


def test_the_bounds_are_written_in_both_languages():
    assert facts([0.5, 1.25, 2, 3, 4, 5, 6, 7, 1000, 2000])["classes"][-1]["text"] == [
        "1.000 tot en met 2.000",
        "1,000 to 2,000",
    ]


def test_equal_scores_are_never_parted():
    found = facts([0] * 12 + [1, 2, 3])
    assert texts(found) == ["0", "1", "2", "3"]
    assert found["of"] == [0] * 12 + [1, 2, 3]
    found = facts([0] * 8 + [1, 1, 2, 2, 3, 3, 4, 4, 5, 9])
    assert texts(found)[0] == "0"
    assert len(found["classes"]) == 5
    assert found["of"] == sorted(found["of"])


def test_a_class_is_named_by_digits_that_tell_it_from_the_next():
    assert texts(facts([0.0011, 0.0012, 0.0013])) == ["0.0011", "0.0012", "0.0013"]
    assert texts(facts([1 / 3, 5 / 3])) == ["0.33", "1.67"]
    assert texts(facts([10.0011, 10.0021])) == ["10.001", "10.002"]


@pytest.mark.parametrize(
    ("count", "colours"), [(1, [2]), (2, [0, 4]), (3, [0, 2, 4]), (5, [0, 1, 2, 3, 4])]
)
def test_fewer_classes_are_spread_over_the_whole_scale(count, colours):
    scale = [shade["colour"] for shade in facts(range(1, 6))["classes"]]
    found = [shade["colour"] for shade in facts(range(1, count + 1))["classes"]]
    assert found == [scale[at] for at in colours]


def test_where_some_scores_are_below_nothing_the_middle_is_nothing():
    found = facts([-10, -3, -1, 0, 1e-12, 2, 8])
    assert texts(found) == ["-10", "-3 to -1", "0", "2", "8"]
    assert found["of"] == [0, 1, 1, 2, 2, 3, 4]


def test_equally_strong_colours_are_equally_far_from_nothing():
    both = [shade["colour"] for shade in facts([-10, -1, 0, 1, 10])["classes"]]
    found = facts([-1, 1, 2, 50, 60])
    assert [shade["colour"] for shade in found["classes"]] == [both[1], both[3], both[4]]


@pytest.mark.parametrize(
    ("numbers", "at"),
    [([-1, 1, 1, 1, 4], [1, 3, 3, 3, 4]), ([-4, -4, 4, 1], [0, 0, 4, 3]), ([-2, 2], [0, 4])],
)
def test_strong_colours_are_for_who_is_further_from_nothing_than_others(numbers, at):
    both = [shade["colour"] for shade in facts([-10, -1, 0, 1, 10])["classes"]]
    found = facts(numbers)
    assert [found["classes"][one]["colour"] for one in found["of"]] == [both[one] for one in at]


def test_scores_of_none_give_no_classes_and_a_reason_for_each():
    found = facts([], [REASON, REASON])
    assert found["classes"] == []
    assert found["of"] == [None, None]
    assert found["undefined"]["why"] == [0, 0]


def test_who_has_no_score_is_told_apart_and_says_why():
    other = Bilingual(nl="niet van toepassing", en="does not apply")
    found = facts([1, 2], [REASON, other, REASON])
    assert found["of"] == [0, 1, None, None, None]
    assert found["values"] == [1.0, 2.0, None, None, None]
    assert found["undefined"] == {
        "colour": "#6b7683",
        "dashes": [4, 3],
        "text": ["niet te berekenen", "cannot be computed"],
        "reasons": [
            ["er is niets gevraagd", "nothing was asked"],
            ["niet van toepassing", "does not apply"],
        ],
        "why": [None, None, 0, 1, 0],
    }


def test_an_organisation_that_a_measure_forgot_says_so():
    found = colouring(scores({"a": 1.0}), ["a", "b"]).facts(["a", "b"])
    assert found["undefined"]["reasons"] == [
        ["de maat geeft hiervoor geen getal", "the measure gives no number for this one"]
    ]


def test_nobody_is_undefined_where_all_have_a_score():
    assert "undefined" not in facts([1, 2])


@pytest.mark.parametrize("numbers", [range(1, 6), [-10, -1, 0, 1, 10]])
@pytest.mark.parametrize("eyes", EYES)
def test_the_classes_are_apart_for_every_reader_and_in_grey(numbers, eyes):
    colours = [seen(shade["colour"], eyes) for shade in facts(numbers)["classes"]]
    assert len(colours) == 5
    assert min(apart(one, other) for one, other in combinations(colours, 2)) >= LEAST_APART


@pytest.mark.parametrize("eyes", EYES)
def test_more_is_darker_for_every_reader(eyes):
    lightness = [seen(shade["colour"], eyes)[0] for shade in facts(range(1, 6))["classes"]]
    assert all(light - dark >= 10 for light, dark in pairwise(lightness))


def test_the_outline_of_every_class_stands_out_against_white():
    found = facts([1, 2], [REASON])
    assert contrast(found["undefined"]["colour"], PAPER) >= 3
    drawn = colouring(scores({"a": 1.0}), ["a", "b"])
    for one in ("a", "b"):
        assert contrast(drawn.look(one)["color"]["border"], PAPER) >= 3


def test_the_map_colours_its_shapes_and_keeps_their_form(leiden_table):
    plain, coloured = (Map(colour_by=one).editable(leiden_table) for one in (None, "degree"))
    values = degree(leiden_table.network)
    most = max(values, key=lambda one: (values[one], one))
    nodes = dict(zip(leiden_table.network.ids, coloured.nodes, strict=False))
    assert nodes[most]["color"]["background"] == "#1a2a60"
    assert [node["group"] for node in coloured.nodes] == [node["group"] for node in plain.nodes]
    assert all("color" not in node for node in plain.nodes)


def test_any_function_may_colour_the_map_and_says_what_it_means(leiden_table):
    ids = leiden_table.network.ids

    def depth(network):
        assert network is leiden_table.network
        return scores({one: float(at) for at, one in enumerate(ids[1:])}, {ids[0]: REASON})

    data = data_of(Map(colour_by=depth).html(leiden_table))
    assert data["colours"]["measure"] == ["Hoe diep het water is.", "How deep the water is."]
    assert data["colours"]["of"][:2] == [None, 0]
    assert unpacked(data["nodes"])["rows"][0]["shapeProperties"] == {"borderDashes": [4, 3]}


def test_a_map_without_a_measure_has_no_colours_to_explain(leiden_table):
    assert data_of(Map().html(leiden_table))["colours"] is None


def test_a_measure_that_gives_no_scores_cannot_colour_shapes(leiden_table):
    with pytest.raises(OptionError) as refusal:
        Map(colour_by="contact_gaps").html(leiden_table)
    assert str(refusal.value) == (
        "colour_by gave 'Findings'; shapes are coloured by scores, a number for each "
        "organisation. For example 'betweenness'."
    )


@pytest.mark.parametrize("option", ["size_by", "colour_by", "highlight"])
@pytest.mark.parametrize(("value", "shown"), [(float("nan"), "nan"), (float("inf"), "inf")])
def test_a_score_that_is_no_number_is_refused(leiden_table, option, value, shown):
    with pytest.raises(OptionError) as refusal:
        Map(**{option: lambda _: scores({"care-a": value})}).html(leiden_table)
    assert str(refusal.value) == (
        f"{option} gave {shown} for 'care-a'; a number is expected. "
        "What cannot be computed goes to 'undefined', with a reason."
    )


@pytest.mark.parametrize("option", ["size_by", "colour_by", "highlight"])
def test_numbers_of_numpy_are_numbers(leiden_table, option):
    import numpy as np

    def measure(network):
        return scores({one: np.float32(at) for at, one in enumerate(network.ids)})

    assert Map(**{option: measure}).html(leiden_table).isascii()


@pytest.mark.parametrize("option", ["size_by", "colour_by"])
def test_an_unknown_measure_is_refused_with_the_nearest_one(option):
    with pytest.raises(UnknownNameError, match="Did you mean 'betweenness'"):
        Map(**{option: "betweeness"})


@pytest.mark.parametrize("option", ["size_by", "colour_by", "highlight"])
def test_what_is_no_measure_at_all_is_refused(option):
    with pytest.raises(OptionError) as refusal:
        Map(**{option: 3})
    assert str(refusal.value) == (
        f"{option}=3 is no measure; the name of one is expected, "
        "or a function that takes a network. For example 'betweenness'."
    )


@pytest.mark.parametrize("option", ["size_by", "colour_by", "highlight"])
def test_what_is_for_the_facilitator_alone_is_on_no_other_map(leiden, option):
    from netdeps.measures import unspoken_concerns, unspoken_share

    for measure in ("unspoken_share", unspoken_share, unspoken_concerns):
        name = measure if isinstance(measure, str) else measure.__name__
        with pytest.raises(OptionError) as refusal:
            Map(**{option: measure}).html(edition(leiden, "table"))
        assert str(refusal.value) == (
            f"the measure '{name}' is for the facilitator alone; it has no edition for 'table'."
        )


def test_an_empty_network_has_nobody_to_colour():
    found = Map(colour_by="degree").html(edition(Network(), "table"))
    assert data_of(found)["colours"]["classes"] == []
