"""No option takes what it cannot mean, and whoever gives it is told so in netdeps' own words."""

from functools import partial

import pytest
from networks import path
from wrong_values import EXCHANGE, default, options, taken

from netdeps import inference, measures
from netdeps.errors import NetdepsError, OptionError, UnknownNameError

CARE_AND_CITY = ("care_provider", "municipality")
FUNCTIONS = {
    "chance_above": partial(
        inference.chance_above, measure=measures.in_degree, first="a", second="b"
    ),
    "direction_flips": inference.direction_flips,
    "kind_permutation": partial(inference.kind_permutation, between=("municipality",) * 2),
    "leave_one_speaker_out": partial(inference.leave_one_speaker_out, measure=measures.in_degree),
    "rank_stability": partial(inference.rank_stability, measure=measures.in_degree),
    "would_stand": partial(inference.would_stand, measure=measures.contact_gaps),
}


def test_all_functions_are_meant():
    assert set(FUNCTIONS) == {one for one in inference.__all__ if one.islower()}


@pytest.mark.parametrize(("name", "option"), options(FUNCTIONS))
def test_what_an_option_cannot_mean_is_refused(name, option):
    assert taken(FUNCTIONS[name], option) == []


@pytest.mark.parametrize(
    ("name", "option"),
    [one for one in options(FUNCTIONS) if default(FUNCTIONS[one[0]], one[1]) is not None],
)
def test_nothing_is_no_value_where_there_has_to_be_one(name, option):
    with pytest.raises(NetdepsError):
        FUNCTIONS[name](EXCHANGE, **{option: None})


@pytest.mark.parametrize("wrong", [["a"], {"a": 1}, 3, None, "no such"], ids=repr)
def test_what_is_no_organisation_has_no_net(wrong):
    with pytest.raises(NetdepsError):
        inference.direction_flips(EXCHANGE, statistic="net", organisation=wrong)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("chance_above", "worlds"),
        ("direction_flips", "flips"),
        ("kind_permutation", "permutations"),
        ("rank_stability", "worlds"),
        ("would_stand", "samples"),
    ],
)
def test_more_than_can_be_drawn_is_refused(name, option):
    with pytest.raises(OptionError) as caught:
        FUNCTIONS[name](EXCHANGE, **{option: 10_000_001})
    assert str(caught.value) == (
        f"{option}=10000001 was asked for; a whole number of at most 10,000,000 is expected."
    )


@pytest.mark.parametrize(
    ("between", "shown"),
    [
        (3, "3"),
        ((), "()"),
        (None, "nothing"),
        ("care_provider", "'care_provider'"),
        (
            {
                "care_provider",
            },
            "{'care_provider'}",
        ),
        ((*CARE_AND_CITY, "ministry"), "('care_provider', 'municipality', 'ministry')"),
    ],
)
def test_a_pair_of_kinds_names_two(between, shown):
    with pytest.raises(OptionError) as caught:
        inference.kind_permutation(path(3), between)
    assert str(caught.value) == f"between={shown} does not name two kinds."


def test_a_list_of_kinds_is_no_kind():
    with pytest.raises(UnknownNameError, match=r"^kind \['care_provider'\] is not known"):
        inference.kind_permutation(path(3), ("municipality", ["care_provider"]))


@pytest.mark.parametrize("key", [("a", []), 3, None, {"a": 1}], ids=repr)
def test_what_is_no_key_is_refused(key):
    with pytest.raises(OptionError, match=r" is neither an organisation nor the key of a finding"):
        inference.chance_above(path(3), measures.degree, "a", key)
