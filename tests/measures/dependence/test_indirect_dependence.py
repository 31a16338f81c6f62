"""Dependence on those whom one's dependees in turn depend on."""

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    asked,
    backwards,
    named,
    needs,
    relabelled,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import dependence_shares
from netdeps.measures import indirect_dependence
from netdeps.measures.dependence.reach import damped, reach


def chain(**fields):
    """Care needs the corporation, which needs the city for half of what matters to it."""
    return Network(
        organisations=named("a", "b", "c"),
        dependencies=needs(("a", 2, "all", ["b"]), ("b", 2, "any", ["c", "outside"]), **fields),
    )


def totals(network, **options):
    rows = indirect_dependence(network, least=0, **options)
    return {(row.depender, row.dependee): row.total for row in rows}


class TestReferences:
    def test_a_step_further_counts_half(self):
        assert totals(chain()) == {("a", "b"): 1, ("a", "c"): 1 / 4, ("b", "c"): 1 / 2}

    def test_two_who_need_each_other_for_all_depend_on_each_other_for_four_thirds(self):
        found = damped(np.array([[0.0, 1.0], [1.0, 0.0]]), 0.5)
        assert found == pytest.approx(np.array([[2 / 3, 4 / 3], [4 / 3, 2 / 3]]))

    def test_in_the_town_every_row_adds_up_to_2_and_the_corporation_counts_most(self):
        order = [CITY, CORPORATION, CARE_1, CARE_2]
        found = reach(town(), 0.5, issue=None, level=None)
        place = [found.order.index(one) for one in order]
        total = found.total[np.ix_(place, place)]
        assert total.sum(axis=1) == pytest.approx([2, 2, 2, 2])
        assert total.sum(axis=0) == pytest.approx(
            [2.338365, 2.843065, 1.349473, 1.469097], abs=1e-6
        )


class TestWhatARowTells:
    def test_the_chance_and_the_part_through_others(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=needs(
                ("a", 1, "all", ["b"]), ("a", 1, "all", ["c"]), ("b", 1, "all", ["c"])
            ),
        )
        rows = {(row.depender, row.dependee): row for row in indirect_dependence(network)}
        row = rows["a", "c"]
        assert (row.direct, row.total, row.chance) == (1 / 2, 3 / 4, 3 / 8)
        assert row.indirect_share == pytest.approx(1 / 3)
        assert row.because == ("need 1", "need 2", "need 3")
        assert rows["a", "b"].because == ("need 1",)
        assert rows["b", "c"].because == ("need 3",)

    def test_a_way_counts_only_the_needs_that_lie_on_it(self):
        network = with_records(
            chain(),
            organisations=named("x", "y"),
            dependencies=[
                {"id": "off 1", "depender": "a", "dependum": "", "dependees": ["x"]},
                {"id": "off 2", "depender": "y", "dependum": "", "dependees": ["c"]},
            ],
        )
        rows = {(row.depender, row.dependee): row for row in indirect_dependence(network)}
        assert rows["a", "c"].because == ("need 1", "need 2")

    def test_needs_on_all_of_several_are_scaled_by_the_largest_sum(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=needs(("a", 3, "all", ["b", "c"]), ("b", 3, "all", ["c"])),
        )
        rows = {(row.depender, row.dependee): row.direct for row in indirect_dependence(network)}
        assert rows == {("a", "b"): 1 / 2, ("a", "c"): 1 / 2, ("b", "c"): 1 / 2}

    def test_most_comes_first_and_equals_by_id(self):
        rows = indirect_dependence(chain())
        assert [(row.depender, row.dependee) for row in rows] == [
            ("a", "b"),
            ("b", "c"),
            ("a", "c"),
        ]

    def test_who_needs_nothing_is_undefined(self):
        network = with_records(chain(), interviews=asked("c", about="dependencies"))
        network = with_records(network, organisations=named("d"))
        assert {one: str(why) for one, why in indirect_dependence(network).undefined.items()} == {
            "c": "it was asked what it needs, and named nothing here",
            "d": "it was not asked what it needs",
        }


class TestOptions:
    def test_without_damped_steps_only_direct_dependence_is_left(self):
        rows = indirect_dependence(chain(), damping=0)
        assert [(row.total, row.chance, row.indirect_share) for row in rows] == [
            (1, 1, 0),
            (1 / 2, 1 / 2, 0),
        ]

    def test_pairs_with_too_small_a_chance_are_left_out_and_counted(self):
        found = indirect_dependence(chain(), least=0.25)
        assert [row.chance for row in found] == [1 / 2, 1 / 4]
        assert str(found.caveats[-1]) == "1 pair with a chance below 25% is left out."
        everything = indirect_dependence(chain(), least=0.125)
        assert len(everything) == 3
        assert len(everything.caveats) == 1

    @pytest.mark.parametrize("damping", [1, -0.1, 1.5, float("nan"), True, "half", None])
    def test_a_damping_that_is_no_share_below_1_is_refused(self, damping):
        with pytest.raises(
            OptionError, match=r"^the damping .* is not a number from 0 to below 1\.$"
        ):
            indirect_dependence(chain(), damping=damping)

    @pytest.mark.parametrize("least", [-0.1, 1.5, float("nan"), False, "much"])
    def test_a_least_chance_that_is_no_share_is_refused(self, least):
        with pytest.raises(
            OptionError, match=r"^the least chance .* is not a number from 0 to 1\.$"
        ):
            indirect_dependence(chain(), least=least)

    @pytest.mark.parametrize(
        ("options", "pairs"),
        [
            ({"level": "governing"}, {("a", "b"), ("b", "c"), ("a", "c")}),
            ({"level": "operational"}, {("b", "c")}),
            ({"issue": "outflow"}, {("a", "b")}),
            ({"kind": "ministry"}, {("a", "b")}),
            ({"inside": "c"}, {("a", "b")}),
        ],
    )
    def test_only_the_needs_that_are_asked_for_count(self, options, pairs):
        network = Network(
            organisations=[*named("a", "b", kind="ministry", part_of="c"), *named("c")],
            dependencies=[
                *needs(("a", 2, "all", ["b"]), id="1", level="governing", issue="outflow"),
                *needs(("b", 2, "all", ["c"]), id="2"),
            ],
            issues=[{"id": "outflow"}],
        )
        assert set(totals(network, **options)) == pairs


def shares_of(network):
    """X in exact fractions: dependence on others, divided by the largest row sum above 1."""
    shares = {key: share for key, share in dependence_shares(network).items() if key[0] != key[1]}
    sums = [sum(share for key, share in shares.items() if key[0] == one) for one in network.ids]
    largest = max([Fraction(1), *sums])
    return {key: share / largest for key, share in shares.items()}


def walked(network, damping, steps=60):
    """T by walking: every way of one step, of two, of three, …"""
    direct = shares_of(network)
    size = range(len(network.ids))
    step = [[float(direct.get((i, j), 0)) for j in network.ids] for i in network.ids]
    total, way = [row[:] for row in step], [row[:] for row in step]
    for number in range(1, steps):
        way = [[sum(way[i][k] * step[k][j] for k in size) for j in size] for i in size]
        for i in size:
            for j in size:
                total[i][j] += damping**number * way[i][j]
    return total


@given(cases(), st.sampled_from([0, 0.25, 0.5]))
def test_the_total_is_the_sum_of_all_ways_walked_step_by_step(network, damping):
    found = reach(network, damping, issue=None, level=None)
    assert found.total == pytest.approx(np.array(walked(network, damping)), abs=1e-9)


@given(cases(), st.sampled_from([0, 0.3, 0.5, 0.9, 0.999]))
def test_the_total_is_direct_and_damped_once_more(network, damping):
    found = reach(network, damping, issue=None, level=None)
    direct, total = found.direct, found.total
    assert total == pytest.approx(direct + damping * direct @ total, rel=1e-9)
    assert (total >= direct).all()
    assert (total.sum(axis=1) <= 1 / (1 - damping) * (1 + 1e-9)).all()
    assert (found.chance.sum(axis=1) <= 1 + 1e-9).all()


@given(cases())
def test_without_damping_the_total_is_what_is_direct(network):
    found = reach(network, 0, issue=None, level=None)
    assert (found.total == found.direct).all()


@given(cases())
def test_one_depends_on_another_exactly_where_needs_lead_there(network):
    graph = nx.DiGraph(list(shares_of(network)))
    graph.add_nodes_from(network.ids)
    rows = indirect_dependence(network, least=0)
    wanted = {(one, two) for one in graph for two in nx.descendants(graph, one)}
    assert {(row.depender, row.dependee) for row in rows} == wanted
    assert len(rows) == len(wanted)


@given(cases(), st.sampled_from([0, 0.01, 0.2]), st.sampled_from([0, 0.5, 0.8]))
def test_every_number_of_a_row_follows_from_the_others(network, least, damping):
    rows = indirect_dependence(network, least=least, damping=damping)
    assert [row.chance for row in rows] == pytest.approx(
        sorted((row.chance for row in rows), reverse=True)
    )
    for row in rows:
        assert row.depender != row.dependee
        assert 0 <= row.direct <= row.total
        assert row.chance == pytest.approx((1 - damping) * row.total)
        assert least - 1e-9 <= row.chance <= 1 + 1e-9
        assert row.indirect_share == 1 - row.direct / row.total


@given(cases(), st.data())
def test_a_total_never_falls_when_what_is_direct_grows(network, data):
    found = reach(network, 0.5, issue=None, level=None)
    size = len(found.order)
    more = np.array(found.direct)
    here, there = data.draw(st.permutations(range(size)))[:2]
    more[here, there] += max(0.0, 1 - more[here].sum())
    assert (damped(more, 0.5) >= found.total - 1e-12).all()


@given(cases())
def test_neither_order_nor_names_change_what_is_found(network):
    found = totals(network)
    assert totals(backwards(network)) == found
    turned = dict(zip(network.ids, reversed(network.ids), strict=True))
    there = totals(relabelled(network, turned))
    assert {(turned[a], turned[b]): one for (a, b), one in found.items()} == pytest.approx(there)
