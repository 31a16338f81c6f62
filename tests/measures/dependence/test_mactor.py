"""Influence in one step and in two, as MACTOR counts it."""

from fractions import Fraction

import pytest
from hypothesis import given
from networks import named, needs, with_records
from strategies import cases

from netdeps import Network
from netdeps.measures import mactor
from netdeps.measures.dependence import two_steps


def influencing(influence, names):
    """A network in which each has this direct influence on each other: 4 is a sole, essential need."""
    rows = [
        {
            "id": f"{names[i]} on {names[j]}",
            "depender": names[j],
            "dependum": "what it needs",
            "dependees": [names[i]],
            "importance": min(strength, 3),
            "essential": strength == 4,
        }
        for i, row in enumerate(influence)
        for j, strength in enumerate(row)
        if strength
    ]
    return Network(organisations=named(*names), dependencies=rows)


class TestReferences:
    ROWS = mactor(influencing([[0, 3, 1], [2, 0, 0], [0, 2, 0]], "abc"))

    def test_direct_and_indirect_influence_of_three(self):
        midi = [[row.midi.get(one, 0) for one in "abc"] for row in self.ROWS]
        assert midi == [[2, 4, 1], [2, 2, 1], [2, 2, 0]]

    def test_what_it_adds_up_to(self):
        assert [row.influence for row in self.ROWS] == [5, 3, 4]
        assert [row.dependence for row in self.ROWS] == [4, 6, 2]

    def test_the_ratios_and_those_divided_by_their_mean(self):
        wanted = [Fraction(5, 36), Fraction(1, 36), Fraction(2, 9)]
        assert [row.ratio for row in self.ROWS] == [float(one) for one in wanted]
        wanted = [Fraction(15, 14), Fraction(3, 14), Fraction(12, 7)]
        assert [row.normalised for row in self.ROWS] == [float(one) for one in wanted]


class TestDirectInfluence:
    @pytest.mark.parametrize(
        ("fields", "strength"),
        [
            ({"importance": 1}, 1),
            ({"importance": 3}, 3),
            ({"importance": 1, "essential": True}, 4),
            ({"importance": 1, "essential": True, "mode": "all", "dependees": ["b", "c"]}, 4),
            ({"importance": 2, "essential": True, "dependees": ["b", "c"]}, 2),
            ({"importance": 2, "essential": True, "dependees": ["b", "outside"]}, 2),
        ],
    )
    def test_it_is_the_importance_or_4_where_there_is_no_way_without(self, fields, strength):
        need = {"id": "1", "depender": "a", "dependum": "", "dependees": ["b"], **fields}
        network = Network(organisations=named("a", "b", "c"), dependencies=[need])
        assert mactor(network)[1].midi == {"a": strength, "b": 0}

    def test_of_several_needs_the_highest_counts(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=needs(("a", 1, "all", ["b"]), ("a", 3, "all", ["b"])),
        )
        row = mactor(network)[1]
        assert (row.influence, row.because) == (3, ("need 1", "need 2"))


class TestUndefined:
    def test_nobody_has_influence_on_or_through_it(self):
        found = mactor(with_records(influencing([[0, 2], [0, 0]], "ab"), organisations=named("z")))
        row = found[-1]
        assert (row.influence, row.dependence, row.ratio, row.normalised) == (0, 0, None, None)
        assert str(found.undefined["z"]) == (
            "it has no influence on others and others have none on it, so there is no ratio to "
            "work out"
        )

    def test_where_all_influence_comes_back_there_is_no_mean(self):
        found = mactor(influencing([[0, 1], [1, 0]], "ab"))
        assert [(row.ratio, row.normalised) for row in found] == [(0, None), (0, None)]
        assert {str(why) for why in found.undefined.values()} == {
            "all ratios are 0, so there is nothing to set them against"
        }

    def test_without_needs_nobody_has_a_ratio(self):
        found = mactor(Network(organisations=named("a", "b")))
        assert set(found.undefined) == {"a", "b"}


def test_it_rests_on_the_needs_within_two_steps():
    row = mactor(influencing([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]], "abcd"))[0]
    assert row.because == ("a on b", "b on c")


@pytest.mark.parametrize(
    ("options", "influence"),
    [
        ({"level": "operational"}, {"a": 0, "b": 0, "c": 2}),
        ({"issue": "outflow"}, {"a": 0, "b": 2, "c": 0}),
        ({"kind": "ministry"}, {"a": 0, "b": 2}),
        ({"inside": "c"}, {"a": 0, "b": 2}),
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
    assert {row.organisation: row.influence for row in mactor(network, **options)} == influence


def direct_of(network):
    """F by looking through all needs for each two."""
    found = {}
    for one in network.ids:
        for other in network.ids:
            strengths = [
                4
                if need.essential and (need.mode == "all" or len(need.dependees) == 1)
                else need.importance
                for need in network.dependencies
                if need.depender == other and one in need.dependees and one != other
            ]
            found[one, other] = max(strengths, default=0)
    return found


def slow(direct, ids):
    """MIDI, I, Dp and r straight from their definitions."""
    midi = {
        (i, j): direct[i, j] + sum(min(direct[i, k], direct[k, j]) for k in ids)
        for i in ids
        for j in ids
    }
    influence = {i: sum(midi[i, j] for j in ids if j != i) for i in ids}
    dependence = {i: sum(midi[j, i] for j in ids if j != i) for i in ids}
    whole = sum(influence.values())
    ratio = {
        i: Fraction(
            (influence[i] - midi[i, i]) * influence[i], whole * (influence[i] + dependence[i])
        )
        for i in ids
        if influence[i] + dependence[i]
    }
    return midi, influence, dependence, ratio


@given(cases())
def test_everything_is_that_of_the_definitions(network):
    midi, influence, dependence, ratio = slow(direct_of(network), network.ids)
    for row in mactor(network):
        one = row.organisation
        assert (row.influence, row.dependence) == (influence[one], dependence[one])
        assert {other: row.midi.get(other, 0) for other in network.ids} == {
            other: midi[one, other] for other in network.ids
        }
        assert row.ratio == (float(ratio[one]) if one in ratio else None)


@given(cases())
def test_influence_in_two_steps_is_never_less_than_in_one(network):
    direct = direct_of(network)
    for row in mactor(network):
        for other in network.ids:
            assert row.midi.get(other, 0) >= direct[row.organisation, other]


@given(cases())
def test_normalised_ratios_add_up_to_their_number_and_none_is_negative(network):
    rows = [row for row in mactor(network) if row.normalised is not None]
    assert sum(row.normalised for row in rows) == pytest.approx(len(rows))
    assert all(row.normalised >= 0 and row.ratio >= 0 for row in rows)


@given(cases())
def test_all_influences_twice_as_strong_change_no_normalised_ratio(network):
    direct = {key: one for key, one in direct_of(network).items() if one}
    once, twice = (
        two_steps._Table(
            two_steps._midi(network.ids, {key: factor * direct[key] for key in direct})
        )
        for factor in (1, 2)
    )
    assert once.ratios == twice.ratios


@given(cases())
def test_somebody_without_needs_changes_nothing_of_the_others(network):
    rows = mactor(network).to_rows()
    joined = with_records(network, organisations=named("zz"))
    assert mactor(joined).to_rows()[:-1] == rows
