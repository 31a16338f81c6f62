"""Groups of organisations: kinds, regions, or a division of one's own."""

import pytest
from networks import named

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import grounds_between, grouped, layer

TOWNS = Network(
    organisations=[
        {"id": "a", "kind": "municipality", "region": "Leiden"},
        {"id": "b", "kind": "care_provider", "region": " leiden"},
        {"id": "c", "kind": "care_provider", "region": "Katwijk"},
        {"id": "d", "kind": "care_provider"},
    ],
    contacts=[
        {"id": one + other, "between": [one, other], "quality": quality}
        for one, other, quality in [("a", "b", 0.5), ("b", "d", 1), ("c", "a", 0.25)]
    ],
)


def sides(by="kind", groups=None, network=TOWNS):
    return grouped(network, layer(network, "contact"), by, groups)


def test_by_kind_everybody_has_a_group():
    found = sides()
    assert found.names == ("municipality", "care_provider", "care_provider", "care_provider")
    assert (found.groups, found.sizes) == (("care_provider", "municipality"), (3, 1))
    assert found.numbers.tolist() == [1, 0, 0, 0]
    assert (found.left_out, found.reasons) == ((), {})
    assert [one.key for one in found.caveats] == ["caveat.small_kinds"]  # of one municipality
    assert found.called["care_provider"].sentence("en") == "care providers"


def test_whoever_has_no_region_is_left_out_with_its_ties():
    found = sides("region")
    assert found.of == {"a": "Leiden", "b": "Leiden", "c": "Katwijk"}
    assert found.left_out == ("d",)
    ties = zip(found.layer.sources.tolist(), found.layer.targets.tolist(), strict=True)
    assert list(ties) == [(0, 1), (0, 2)]
    assert found.layer.strengths.tolist() == [0.5, 0.25]
    assert [str(one) for one in found.caveats] == [
        "1 organisation has no group and is left out, with its lines."
    ]
    assert {one: str(reason) for one, reason in found.reasons.items()} == {
        "d": "it has no group here"
    }
    assert found.called["Leiden"].sentence("nl") == "de organisaties in Leiden"


def test_by_organisation_each_is_a_group():
    assert sides("organisation").names == ("a", "b", "c", "d")


def test_an_own_division_takes_the_place_of_kinds():
    found = sides(groups={"d": "team 2", "a": "team 1"})
    assert (found.names, found.left_out, found.by) == (("team 1", "team 2"), ("b", "c"), "own")
    assert str(found.called["team 1"]) == 'the organisations in "team 1"'


def test_an_empty_network_has_no_groups():
    found = sides(network=Network())
    assert (found.groups, found.sizes, found.numbers.tolist()) == ((), (), [])


def test_what_groups_are_made_by_has_to_be_known():
    with pytest.raises(OptionError) as caught:
        sides("size")
    assert str(caught.value) == (
        "the by 'size' is not known; known are 'kind', 'region', 'organisation'."
    )


def test_an_organisation_that_is_not_there_can_have_no_group():
    with pytest.raises(UnknownNameError) as caught:
        sides(groups={"x": "team 1"})
    assert str(caught.value) == ("organisation 'x' is not known; known are 'a', 'b', 'c', 'd'.")


def test_a_group_is_a_text():
    with pytest.raises(OptionError) as caught:
        sides(groups={"a": 1})
    assert str(caught.value) == "the group of 'a' is 1; a text is expected."


def test_groups_are_a_mapping():
    with pytest.raises(OptionError) as caught:
        sides(groups=["a"])
    assert str(caught.value) == (
        "groups=['a'] is no mapping; the group of each organisation is expected, by its id."
    )


class TestGrounds:
    def test_a_need_of_several_stands_with_each_of_them(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=[
                {"id": "d1", "depender": "a", "dependum": "x", "dependees": ["b", "c", "outside"]}
            ],
        )
        found = grounds_between(network, layer(network, "dependency"), {"a": 1, "b": 1, "c": 2})
        assert found == {(1, 1): {"d1"}, (1, 2): {"d1"}}

    def test_an_interview_stands_with_every_tie_of_whoever_was_asked(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"id": "c1", "between": ["a", "b"], "level": "operational", "said": {"by": "b"}},
                {"id": "c2", "between": ["c", "b"], "said": {"by": "c"}},
            ],
            interviews=[
                {"id": "i", "organisation": "a", "level": "governing", "asked": ["contacts"]}
            ],
        )
        ties = layer(network, "contact")
        assert grounds_between(network, ties, {"a": 1, "b": 2, "c": 3}) == {
            (1, 2): {"c1", "i"},
            (2, 3): {"c2"},
        }
        assert grounds_between(network, ties, {"b": 2, "c": 3}) == {(2, 3): {"c2"}}
