"""Circles of organisations that all end up needing one another."""

import random

import networkx as nx
import pytest
from hypothesis import given
from networks import backwards, named, needing, needs, relabelled, replaced
from strategies import arrows, cases

from netdeps import Network
from netdeps.graph import Selection, layer
from netdeps.measures import dependency_loops


def loops(text, **fields):
    ties = [(one[0], one[1]) for one in text.split()]
    return dependency_loops(needing(sorted({name for tie in ties for name in tie}), ties, **fields))


class TestReferences:
    def test_three_in_a_circle_of_whom_two_need_each_other(self):
        (row,) = loops("ab bc ca ba")
        assert row.members == ("a", "b", "c")
        assert row.cycles == (("a", "b"), ("a", "b", "c"))
        assert (row.longest, row.complete) == (5, True)


class TestWhatARowTells:
    def test_a_cycle_begins_with_the_first_id_and_runs_along_the_needs(self):
        assert loops("ca ab bc")[0].cycles == (("a", "b", "c"),)
        assert loops("ac cb ba")[0].cycles == (("a", "c", "b"),)

    def test_who_only_needs_those_in_a_circle_is_not_in_it(self):
        (row,) = loops("ab ba ca bd")
        assert row.members == ("a", "b")
        assert row.because == ("need 1", "need 2")

    def test_the_largest_comes_first(self):
        found = loops("ab ba xy yz zx")
        assert [row.members for row in found] == [("x", "y", "z"), ("a", "b")]
        assert [row.rank for row in found] == [3, 2]

    def test_six_in_a_circle_have_no_listed_cycle_and_one_may_be_missing(self):
        (row,) = loops("ab bc cd de ef fa")
        assert (row.members, row.cycles) == (tuple("abcdef"), ())
        assert (row.longest, row.complete) == (5, False)

    def test_seven_in_a_row_of_pairs_have_no_cycle_that_is_not_listed(self):
        (row,) = loops("ab ba bc cb cd dc de ed ef fe fg gf")
        assert (len(row.cycles), row.complete) == (6, True)

    def test_what_one_can_meet_itself_and_somebody_outside_make_no_circle(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=needs(("a", 2, "any", ["a", "b"]), ("b", 2, "any", ["b", "outside"])),
        )
        assert list(dependency_loops(network)) == []


class TestOptions:
    ROWS = (
        *needs(("a", 2, "all", ["b"]), id="1", level="governing"),
        *needs(("b", 2, "all", ["a"]), id="2"),
        *needs(("b", 2, "all", ["c"]), id="3", issue="outflow"),
        *needs(("c", 2, "all", ["b"]), id="4", issue="outflow"),
    )
    NETWORK = Network(
        organisations=[*named("a", "b", kind="ministry", part_of="c"), *named("c")],
        dependencies=ROWS,
        issues=[{"id": "outflow"}],
    )

    @pytest.mark.parametrize(
        ("options", "members"),
        [
            ({}, [("a", "b", "c")]),
            ({"level": "operational"}, [("b", "c")]),
            ({"issue": "outflow"}, [("b", "c")]),
            ({"kind": "ministry"}, [("a", "b")]),
            ({"inside": "c"}, [("a", "b")]),
        ],
    )
    def test_only_the_needs_that_are_asked_for_count(self, options, members):
        assert [row.members for row in dependency_loops(self.NETWORK, **options)] == members


def everybody(size):
    names = [f"o{number:03}" for number in range(size)]
    wanted = [(one, 2, "all", [other for other in names if other != one]) for one in names]
    return Network(organisations=named(*names), dependencies=needs(*wanted))


class TestMoreThanAreListed:
    def test_of_eight_who_all_need_each_other_only_the_shorter_cycles_are_listed(self):
        found = dependency_loops(everybody(8))
        (row,) = found
        assert (row.longest, len(row.cycles), row.complete) == (3, 28 + 112, False)
        assert [str(one) for one in found.caveats] == [
            "Where a loop has more than 200 cycles, only the shorter ones are listed."
        ]

    def test_of_200_who_all_need_each_other_none_is_listed(self):
        (row,) = dependency_loops(everybody(200))
        assert (len(row.members), row.cycles, row.longest, row.complete) == (200, (), 0, False)

    def test_exactly_200_are_listed_and_201_are_not(self):
        hub = [("hub", f"o{number:03}") for number in range(201)]
        back = [(other, one) for one, other in hub]
        names = ["hub", *(other for _, other in hub)]
        (full,) = dependency_loops(needing(names[:-1], hub[:-1] + back[:-1]))
        (over,) = dependency_loops(needing(names, hub + back))
        assert (len(full.cycles), full.longest, full.complete) == (200, 5, True)
        assert (len(over.cycles), over.longest, over.complete) == (0, 0, False)

    def test_a_dense_knot_of_200_takes_no_time(self):
        chance = random.Random(1)  # noqa: S311 - no secret
        names = [f"o{number:03}" for number in range(200)]
        ties = {
            (one, two) for one in names for two in names if one != two and chance.random() < 0.3
        }
        (row,) = dependency_loops(needing(names, ties))
        assert (row.longest, row.complete) == (0, False)


@given(arrows(max_size=6))
def test_loops_are_the_strongly_connected_components_of_more_than_one(drawn):
    names, ties = drawn
    found = dependency_loops(needing(names, ties))
    graph = nx.DiGraph(ties)
    strong = {tuple(sorted(one)) for one in nx.strongly_connected_components(graph) if len(one) > 1}
    assert {row.members for row in found} == strong
    assert len(found) == len(strong)


@given(arrows(max_size=6))
def test_loops_part_the_organisations_and_what_runs_between_them_has_no_circle(drawn):
    names, ties = drawn
    rows = dependency_loops(needing(names, ties))
    of = {one: row.members for row in rows for one in row.members}
    assert sum(len(row.members) for row in rows) == len(of)
    between = {(of.get(one, one), of.get(two, two)) for one, two in ties}
    assert nx.is_directed_acyclic_graph(nx.DiGraph(pair for pair in between if pair[0] != pair[1]))


@given(arrows(max_size=6))
def test_turning_all_arrows_keeps_the_loops_and_turns_their_cycles(drawn):
    names, ties = drawn
    there = dependency_loops(needing(names, ties))
    back = dependency_loops(needing(names, [(two, one) for one, two in ties]))
    assert [row.members for row in there] == [row.members for row in back]
    for row, other in zip(there, back, strict=True):
        assert {(one[0], *one[:0:-1]) for one in row.cycles} == set(other.cycles)
        assert (row.longest, row.complete) == (other.longest, other.complete)


@given(arrows(max_size=6))
def test_every_listed_cycle_is_one_and_where_none_can_be_missing_none_is(drawn):
    names, ties = drawn
    graph = nx.DiGraph(ties)
    for row in dependency_loops(needing(names, ties)):
        every = list(nx.simple_cycles(graph.subgraph(row.members)))
        assert len([one for one in every if len(one) <= row.longest]) == len(row.cycles)
        assert all(
            nx.is_simple_path(graph, one) and graph.has_edge(one[-1], one[0]) for one in row.cycles
        )
        if row.complete:
            assert len(every) == len(row.cycles)


@given(cases())
def test_a_loop_is_one_of_the_layer_of_dependencies_too(network):
    graph = layer(network, "dependency", Selection()).to_networkx()
    strong = {tuple(sorted(one)) for one in nx.strongly_connected_components(graph) if len(one) > 1}
    rows = dependency_loops(network)
    assert {row.members for row in rows} == strong
    for row in rows:
        needs_within = [
            one.id
            for one in network.dependencies
            if one.depender in row.members and {*one.dependees} & ({*row.members} - {one.depender})
        ]
        assert row.because == tuple(sorted(needs_within))


def test_neither_names_nor_order_change_what_is_listed():
    network = everybody(7)
    turned = dict(zip(network.ids, reversed(network.ids), strict=True))
    there = dependency_loops(relabelled(network, turned))
    assert dependency_loops(backwards(network)).to_rows() == dependency_loops(network).to_rows()
    assert there[0].cycles == dependency_loops(network)[0].cycles


@given(cases())
def test_what_a_row_does_not_rest_on_can_be_left_out(network):
    for row in dependency_loops(network):
        rests = [one for one in network.dependencies if one.id in row.because]
        (same,) = dependency_loops(replaced(network, dependencies=rests))
        assert same == row
