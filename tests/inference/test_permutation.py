"""Permutation tests."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import comb

import pytest

from netdeps import Network, inference
from netdeps.errors import OptionError, UndefinedError
from netdeps.inference import permutation

KINDS = {"m": "municipality", "c": "housing_corporation", "z": "care_provider"}
CARE_AND_HOUSING = ("care_provider", "housing_corporation")


def hub_between_care_and_housing(extra: int = 0) -> Network:
    """A municipality tied to two corporations and three care providers; the corporations meet."""
    ids = ["m", "c1", "c2", "z1", "z2", "z3"] + [f"z{4 + n}" for n in range(extra)]
    pairs = [("m", one) for one in ids[1:6]] + [("c1", "c2")]
    return Network(
        organisations=[{"id": one, "kind": KINDS[one[0]]} for one in ids],
        contacts=[{"between": pair} for pair in pairs],
    )


def test_a_hub_makes_the_absence_of_ties_less_surprising_than_even_spreading_does():
    """60 ways of handing out the kinds; ties between the two: 0 four times, 1 six times, …"""
    found = inference.kind_permutation(hub_between_care_and_housing(), CARE_AND_HOUSING)
    assert Counter(found.null) == {0: 4, 1: 6, 2: 18, 3: 26, 4: 6}
    assert (found.statistic, found.seed, found.alternative) == (0, None, "less")
    assert found.p_value == pytest.approx(1 / 15)
    assert sum(found.null) / len(found.null) == pytest.approx(12 / 5)
    evenly = Fraction(comb(6, 0) * comb(9, 6), comb(15, 6))
    assert evenly == Fraction(12, 715)
    assert float(evenly) < found.p_value


def test_a_sample_agrees_with_looking_at_every_way(monkeypatch):
    exact = inference.kind_permutation(hub_between_care_and_housing(), CARE_AND_HOUSING)
    monkeypatch.setattr(permutation, "MOST_EXACT", 0)
    found = inference.kind_permutation(
        hub_between_care_and_housing(), CARE_AND_HOUSING, permutations=4000, seed=1
    )
    error = (exact.p_value * (1 - exact.p_value) / 4000) ** 0.5
    assert abs(found.p_value - exact.p_value) < 4 * error + 1 / 4001
    assert found.seed == 1


def test_the_same_seed_gives_the_same_sample(monkeypatch):
    monkeypatch.setattr(permutation, "MOST_EXACT", 0)
    network = hub_between_care_and_housing()
    one, other = (inference.kind_permutation(network, CARE_AND_HOUSING, seed=7) for _ in range(2))
    assert one == other
    assert one.p_value > 0


def test_ties_within_one_kind_are_counted_once():
    found = inference.kind_permutation(
        hub_between_care_and_housing(), ("housing_corporation", "housing_corporation")
    )
    assert found.statistic == 1
    assert Counter(found.null) == {0: 9, 1: 6}


def test_a_kind_without_organisations_is_undefined():
    with pytest.raises(UndefinedError) as error:
        inference.kind_permutation(hub_between_care_and_housing(), ("ministry", "care_provider"))
    assert str(error.value) == "there is no organisation of the kind 'ministry'."


def test_at_least_one_permutation_is_asked_for():
    with pytest.raises(OptionError) as error:
        inference.kind_permutation(hub_between_care_and_housing(), CARE_AND_HOUSING, permutations=0)
    assert str(error.value) == (
        "permutations=0 was asked for; a whole number of at least 1 is expected."
    )
