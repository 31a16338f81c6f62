"""Influence against dependence."""

from fractions import Fraction
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import CARE_1, CARE_2, CITY, CORPORATION, named, needs, town, with_records
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import dependence_shares
from netdeps.measures import indirect_dependence, influence_and_dependence


def test_in_the_town_influence_is_what_the_others_need_together():
    rows = {row.organisation: row for row in influence_and_dependence(town())}
    wanted = {CITY: (37, 30), CORPORATION: (107, 70), CARE_1: (7, 12), CARE_2: (55, 84)}
    for one, (part, whole) in wanted.items():
        assert rows[one].influence == pytest.approx(float(Fraction(part, whole)))
        assert rows[one].dependence == pytest.approx(1)


def test_what_it_can_meet_itself_and_outside_counts_as_neither():
    network = Network(
        organisations=named("a", "b"),
        dependencies=needs(("a", 3, "any", ["a", "b", "outside"])),
    )
    first, second = influence_and_dependence(network)
    assert (first.influence, first.dependence) == (0, pytest.approx(1 / 3))
    assert (second.influence, second.dependence) == (pytest.approx(1 / 3), None)


def test_without_known_needs_dependence_is_undefined_with_its_reason():
    found = influence_and_dependence(with_records(town(), organisations=named("zz")))
    row = found[-1]
    assert (row.organisation, row.influence, row.dependence) == ("zz", 0, None)
    assert (row.total_influence, row.total_dependence) == (0, None)
    assert {one: str(why) for one, why in found.undefined.items()} == {
        "zz": "it was not asked what it needs"
    }


def test_ways_that_come_back_to_oneself_do_not_count():
    network = Network(
        organisations=named("a", "b"),
        dependencies=needs(("a", 1, "all", ["b"]), ("b", 1, "all", ["a"])),
    )
    for row in influence_and_dependence(network):
        assert (row.total_influence, row.total_dependence) == pytest.approx((4 / 3, 4 / 3))
        assert row.because == ("need 1", "need 2")


def test_organisations_stand_by_id_and_are_not_ranked():
    rows = influence_and_dependence(town())
    assert [row.organisation for row in rows] == sorted(row.organisation for row in rows)
    assert {row.rank for row in rows} == {None}


def test_a_damping_of_1_is_refused():
    with pytest.raises(OptionError) as caught:
        influence_and_dependence(town(), damping=1)
    assert str(caught.value) == "the damping 1 is not a number from 0 to below 1."


@pytest.mark.parametrize(
    ("options", "influence"),
    [
        ({"level": "operational"}, {"a": 0, "b": 0, "c": 1}),
        ({"issue": "outflow"}, {"a": 0, "b": 1, "c": 0}),
        ({"kind": "ministry"}, {"a": 0, "b": 1}),
        ({"inside": "c"}, {"a": 0, "b": 1}),
    ],
)
def test_only_the_needs_that_are_asked_for_count(options, influence):
    network = Network(
        organisations=[*named("a", "b", kind="ministry", part_of="c"), *named("c")],
        dependencies=[
            *needs(("a", 2, "all", ["b"]), id="1", level="governing", issue="outflow"),
            *needs(("b", 2, "all", ["c"]), id="2"),
        ],
        issues=[{"id": "outflow"}],
    )
    rows = influence_and_dependence(network, **options)
    assert {row.organisation: row.influence for row in rows} == influence


@given(cases())
def test_both_are_sums_of_the_shares_of_dependence(network):
    shares = {k: share for k, share in dependence_shares(network).items() if k[0] != k[1]}
    for row in influence_and_dependence(network):
        one = row.organisation
        assert row.influence == pytest.approx(sum(s for k, s in shares.items() if k[1] == one))
        if row.dependence is not None:
            assert row.dependence == pytest.approx(sum(s for k, s in shares.items() if k[0] == one))


@given(cases(), st.sampled_from([0, 0.5, 0.8]))
def test_the_totals_are_sums_of_indirect_dependence_on_the_scale_of_what_is_direct(
    network, damping
):
    pairs = indirect_dependence(network, damping=damping, least=0)
    rows = influence_and_dependence(network, damping=damping)
    scale = max([1.0, *(row.dependence or 0 for row in rows)])
    for row in rows:
        into = scale * fsum(one.total for one in pairs if one.dependee == row.organisation)
        out = scale * fsum(one.total for one in pairs if one.depender == row.organisation)
        assert row.total_influence >= row.influence - 1e-12
        assert row.total_influence == pytest.approx(into)
        assert row.total_dependence is None or row.total_dependence == pytest.approx(out)


@given(cases())
def test_all_influence_together_is_all_dependence_together(network):
    rows = influence_and_dependence(network)
    assert fsum(row.influence for row in rows) == pytest.approx(
        fsum(row.dependence or 0 for row in rows)
    )
    assert {row.organisation for row in rows if row.dependence is None} == set(
        influence_and_dependence(network).undefined
    )
