"""For how many others without a tie an organisation is the only one who connects them."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    agreed,
    complete,
    cycle,
    giving,
    hub_town,
    named,
    needing,
    path,
    speaking,
    spoken,
    star,
    with_records,
)
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError
from netdeps.measures.brokerage import sole


def rows(network, **options):
    return {row.organisation: row for row in measures.exclusive_brokerage(network, **options)}


def slow(names, arcs, groups, *, both_ways):
    """For each organisation the open pairs of different groups, and those that it alone connects."""
    activity, exclusive = ({one: [] for one in names} for _ in "ab")
    for a, b in (permutations if both_ways else combinations)(names, 2):
        if (a, b) in arcs or groups[a] == groups[b]:
            continue
        middles = [v for v in names if (a, v) in arcs and (v, b) in arcs]
        for v in middles:
            activity[v].append((a, b))
        if len(middles) == 1:
            exclusive[middles[0]].append((a, b))
    return {one: (len(activity[one]), tuple(exclusive[one])) for one in names if activity[one]}


def found_in(network, **options):
    return {one: (row.activity, row.pairs) for one, row in rows(network, **options).items()}


class TestWorkedExamples:
    def test_a_municipality_alone_connects_each_corporation_with_each_care_provider(self):
        (row,) = measures.exclusive_brokerage(hub_town())
        assert (row.organisation, row.activity, row.exclusive, row.share) == ("m", 6, 6, 1)
        assert row.pairs == tuple((c, z) for c in ("c1", "c2") for z in ("z1", "z2", "z3"))

    def test_counting_all_pairs_the_care_providers_among_themselves_come_along(self):
        (row,) = measures.exclusive_brokerage(hub_town(), by="organisation")
        assert (row.activity, row.exclusive) == (9, 9)

    def test_a_second_middle_takes_a_pair_from_what_one_alone_connects(self):
        network = with_records(hub_town(), contacts=agreed([("c1", "z1")]))
        found = rows(network)
        assert (found["m"].activity, found["m"].exclusive) == (5, 4)
        assert ("c2", "z1") not in found["m"].pairs
        assert found["m"].share == 4 / 5
        assert (found["c1"].activity, found["c1"].exclusive, found["c1"].share) == (1, 0, 0)
        assert found["c1"].pairs == ()
        assert list(found) == ["m", "c1"]

    def test_with_direction_a_pair_runs_from_the_first_to_the_second(self):
        network = needing("abc", [("b", "a"), ("c", "b")])
        (row,) = measures.exclusive_brokerage(network, layer="dependency", by="organisation")
        assert (row.organisation, row.pairs) == ("b", (("c", "a"),))

    def test_contributions_have_direction_too(self):
        network = giving("abc", ("a", "b", 1), ("b", "c", 0.5))
        (row,) = measures.exclusive_brokerage(network, layer="contribution", by="organisation")
        assert row.pairs == (("a", "c"),)
        assert row.because == ("gift 1", "gift 2")

    def test_the_pairs_that_are_named_can_be_fewer_than_those_that_are_counted(self):
        for most in range(1, 12):
            (row,) = measures.exclusive_brokerage(star(6), by="organisation", most_pairs=most)
            assert (row.activity, row.exclusive) == (10, 10)
            assert row.pairs == tuple(combinations("bcdef", 2))[:most]

    def test_in_a_ring_of_four_there_are_always_two_ways(self):
        found = rows(cycle(4), by="organisation")
        assert {(row.activity, row.exclusive) for row in found.values()} == {(1, 0)}

    def test_in_a_ring_of_five_there_is_always_one(self):
        found = rows(cycle(5), by="organisation")
        assert {(row.activity, row.exclusive) for row in found.values()} == {(1, 1)}


@st.composite
def in_groups(draw, drawn):
    names, found = draw(drawn)
    return names, found, {one: draw(st.sampled_from("xyz")) for one in names}


@given(in_groups(ties(min_size=3, max_size=7)))
def test_every_count_is_that_of_all_pairs_written_out(drawn):
    names, pairs, groups = drawn
    arcs = {*pairs, *((b, a) for a, b in pairs)}
    found = found_in(speaking(names, pairs), groups=groups)
    assert found == slow(names, arcs, groups, both_ways=False)


@given(in_groups(arrows(min_size=3, max_size=6)))
def test_every_directed_count_is_that_of_all_pairs_written_out(drawn):
    names, arcs, groups = drawn
    found = found_in(needing(names, arcs), layer="dependency", groups=groups)
    assert found == slow(names, set(arcs), groups, both_ways=True)


@given(in_groups(arrows(min_size=3, max_size=6)), st.integers(1, 4))
def test_in_portions_and_with_few_pairs_named_it_is_the_same(drawn, most):
    names, arcs, groups = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sole, "_AT_ONCE", 1)
        found = rows(needing(names, arcs), layer="dependency", groups=groups, most_pairs=most)
    wanted = slow(names, set(arcs), groups, both_ways=True)
    assert found.keys() == wanted.keys()
    for one, (activity, exclusive) in wanted.items():
        row = found[one]
        assert (row.activity, row.exclusive) == (activity, len(exclusive))
        assert row.pairs == exclusive[:most]


class TestProperties:
    @given(in_groups(arrows(min_size=3, max_size=6)))
    def test_activity_is_what_runs_between_groups_in_all_roles(self, drawn):
        names, arcs, groups = drawn
        options = {"layer": "dependency", "groups": groups}
        network = needing(names, arcs)
        found = rows(network, **options)
        for row in measures.broker_roles(network, **options):
            across = row.representative + row.gatekeeper + row.liaison
            activity = found[row.organisation].activity if row.organisation in found else 0
            assert activity == across

    @given(in_groups(ties(min_size=3, max_size=7)))
    def test_what_one_alone_connects_is_nobody_elses(self, drawn):
        names, pairs, groups = drawn
        found = rows(speaking(names, pairs), groups=groups)
        named_pairs = [pair for row in found.values() for pair in row.pairs]
        assert len(named_pairs) == len(set(named_pairs))
        for row in found.values():
            assert 0 <= row.share == row.exclusive / row.activity <= 1

    @given(in_groups(ties(min_size=3, max_size=6)))
    def test_without_the_only_middle_the_two_are_more_than_two_steps_apart(self, drawn):
        names, pairs, groups = drawn
        network = speaking(names, pairs)
        for row in rows(network, groups=groups).values():
            rest = measures.exclusive_brokerage(
                network.without([row.organisation]), by="organisation"
            )
            between = {
                pair
                for one in rest
                for pair in combinations(sorted(neighbours(pairs, one.organisation)), 2)
            }
            assert between.isdisjoint(row.pairs)

    @given(in_groups(ties(min_size=3, max_size=7)))
    def test_an_isolate_changes_nothing(self, drawn):
        names, pairs, groups = drawn
        network = speaking(names, pairs)
        joined = with_records(network, organisations=named("zz"))
        options = {"groups": {**groups, "zz": "x"}}
        assert rows(joined, **options) == rows(network, groups=groups)

    def test_where_everybody_speaks_everybody_nobody_stands_between(self):
        found = measures.exclusive_brokerage(complete(4), by="organisation")
        assert list(found) == []


def neighbours(pairs, one):
    return {b if a == one else a for a, b in pairs if one in (a, b)}


class TestUndefined:
    def test_whoever_stands_between_nobody_has_a_reason(self):
        found = measures.exclusive_brokerage(hub_town())
        assert {one: str(reason) for one, reason in found.undefined.items()} == dict.fromkeys(
            ("c1", "c2", "z1", "z2", "z3"),
            "it stands between no two others that have no line to each other",
        )

    @pytest.mark.parametrize("size", [0, 1, 2])
    def test_with_fewer_than_three_nobody_stands_between(self, size):
        found = measures.exclusive_brokerage(path(size), by="organisation")
        assert (list(found), len(found.undefined)) == ([], size)

    def test_whoever_has_no_region_is_left_out_and_said_to_be(self):
        network = Network(
            organisations=[
                *named("a", region="Leiden"),
                *named("b", "c", region="Gouda"),
                *named("d", "e"),
            ],
            contacts=agreed([("a", "b"), ("b", "c"), ("b", "d")]),
        )
        found = measures.exclusive_brokerage(network, by="region")
        assert {row.organisation: row.pairs for row in found} == {"b": (("a", "c"),)}
        assert str(found.undefined["d"]) == "it has no group here"
        assert "2 organisations have no group and are left out, with their lines." in map(
            str, found.caveats
        )

    def test_fewer_than_one_pair_cannot_be_named(self):
        with pytest.raises(OptionError) as caught:
            measures.exclusive_brokerage(star(4), most_pairs=0)
        assert str(caught.value) == (
            "most_pairs=0 was asked for; a whole number of at least 1 is expected."
        )


def test_inside_an_organisation_it_is_about_its_parts():
    network = Network(
        organisations=[*named("city", "care"), *named("x", "y", "z", part_of="city")],
        contacts=agreed([("x", "y"), ("y", "z"), ("y", "care"), ("city", "care")]),
    )
    found = rows(network, inside="city", by="organisation")
    assert {one: row.pairs for one, row in found.items()} == {"y": (("x", "z"),)}


def test_those_who_alone_connect_most_come_first_then_who_connects_most_then_by_id():
    ties = ["ab", "ac", "ad", "eb", "ec", "ed", "bf", "xy", "yz"]
    found = measures.exclusive_brokerage(speaking("abcdefxyz", map(tuple, ties)), by="organisation")
    assert [(row.organisation, row.exclusive, row.activity) for row in found] == [
        ("b", 2, 3),
        ("y", 1, 1),
        ("a", 0, 3),
        ("e", 0, 3),
        ("c", 0, 1),
        ("d", 0, 1),
    ]
    assert [row.organisation for row in found.top(3)] == list("byaecd")


def test_a_tie_to_whoever_is_left_out_is_not_rested_on():
    network = speaking("abcd", ["ab", "ac", "ad"])
    (row,) = measures.exclusive_brokerage(network, groups={"a": "x", "b": "y", "d": "z"})
    assert (row.organisation, row.because) == ("a", ("a speaks b any", "a speaks d any"))


def test_whoever_stands_between_two_rests_on_their_answers_as_in_every_measure_of_ties():
    network = Network(
        organisations=named("a", "b", "c"),
        contacts=spoken(["ab", "bc"], "governing"),
        interviews=[
            {
                "id": f"asked {one}",
                "organisation": one,
                "asked": ["contacts"],
                "level": "management",
            }
            for one in "abc"
        ],
    )
    answers = ("a speaks b governing", "asked a", "asked b", "asked c", "b speaks c governing")
    (alone,) = measures.exclusive_brokerage(network, by="organisation")
    (cut,) = measures.cut_points(network)
    first = measures.broker_roles(network)[0]
    assert [(row.organisation, row.because) for row in (alone, cut, first)] == [("b", answers)] * 3


def test_each_row_rests_on_what_was_said_of_its_ties_at_that_level():
    contacts = [*agreed([("a", "b")], "governing"), *agreed([("b", "c")], "operational")]
    network = Network(organisations=named("a", "b", "c"), contacts=contacts)
    (row,) = measures.exclusive_brokerage(network, by="organisation")
    assert len(row.because) == 4
    whole = measures.broker_roles(network, by="organisation", level="governing")
    assert {row.organisation: row.because for row in whole} == {
        "a": ("a speaks b governing", "b speaks a governing"),
        "b": ("a speaks b governing", "b speaks a governing"),
        "c": (),
    }
