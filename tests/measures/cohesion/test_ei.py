"""The E-I index: whether ties run between groups, set against every way of handing out the groups."""

import sys
from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    HUB_KINDS,
    HUB_TIES,
    backwards,
    from_graph,
    hub_town,
    named,
    needing,
    path,
    relabelled,
    speaking,
)
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import grouped, labellings, layer
from netdeps.measures import ei_index, ei_scores
from netdeps.measures.cohesion.splits import Split

SIDES = {"m": "north", "c1": "north", "c2": "north", "z1": "south", "z2": "south", "z3": "south"}


def index_of(external, internal):
    total = external + internal
    return Fraction(external - internal, total) if total else None


def seen_by(ties, group_of):
    """External and internal ties of all (None), and of each group as its members count them."""
    found = {None: [0, 0], **{group: [0, 0] for group in group_of.values()}}
    for one, other in ties:
        within = group_of[one] == group_of[other]
        found[None][within] += 1
        for end in (one, other):
            found[group_of[end]][within] += 1
    return {group: tuple(counts) for group, counts in found.items()}


def every_split(group_of):
    """The index of all and of each group in every different way of handing out the groups."""
    for labels in set(permutations(group_of.values())):
        yield dict(zip(group_of, labels, strict=True))


class TestTheHub:
    def test_by_kind_the_index_is_two_thirds_where_seven_fifteenths_are_expected(self):
        row = ei_index(hub_town())[0]
        assert (row.group, row.external, row.internal) == (None, 5, 1)
        assert (row.index, row.expected) == (2 / 3, pytest.approx(7 / 15))
        assert row.exact

    def test_by_side_it_is_nought_where_a_fifth_is_expected(self):
        row = ei_index(hub_town(), groups=SIDES)[0]
        assert (row.index, row.expected) == (0, pytest.approx(1 / 5))

    def test_8_of_20_splits_are_as_closed_or_more(self):
        assert ei_index(hub_town(), groups=SIDES)[0].position == 2 / 5

    def test_a_group_is_seen_by_its_members(self):
        """The corporations each meet the municipality, and each other."""
        rows = {row.group: row for row in ei_index(hub_town())}
        corporations = rows["housing_corporation"]
        assert (corporations.external, corporations.internal, corporations.index) == (2, 2, 0)
        assert corporations.expected == pytest.approx(1 - 2 * 1 / 5)
        assert rows["municipality"].index == rows["care_provider"].index == 1

    def test_so_many_ties_could_run_within_or_across_as_far_as_there_is_room(self):
        """Four pairs stand within the kinds, eleven between them."""
        row = ei_index(hub_town())[0]
        assert (row.lowest, row.highest) == (pytest.approx((2 - 4) / 6), 1)


class TestPublished:
    def test_davis_women_only_meet_events(self):
        """Davis, Gardner and Gardner (1941): ties run between 18 women and 14 events alone."""
        graph = nx.davis_southern_women_graph()
        sides = {str(one): str(kind) for one, kind in graph.nodes(data="bipartite")}
        row = ei_index(from_graph(graph), groups=sides, permutations=99)[0]
        assert (row.external, row.internal, row.index) == (89, 0, 1)
        within = 18 * 17 / 2 + 14 * 13 / 2
        assert row.expected == pytest.approx(1 - 2 * within / (32 * 31 / 2))
        assert (row.position, row.exact) == (1, False)

    def test_the_two_clubs_of_the_karate_school_keep_to_themselves(self):
        """Zachary (1977): 68 of 78 ties within the two clubs in the data of networkx."""
        graph = nx.karate_club_graph()
        clubs = {str(one): club for one, club in graph.nodes(data="club")}
        row = ei_index(from_graph(graph), groups=clubs)[0]
        within = sum(clubs[str(one)] == clubs[str(other)] for one, other in graph.edges)
        assert (row.external, row.internal) == (78 - within, within)
        assert row.position == pytest.approx(1 / 2001)


class TestGroups:
    def test_whoever_has_no_region_is_left_out_with_its_ties(self):
        network = Network(
            organisations=[
                {"id": "a", "region": "north"},
                {"id": "b", "region": "North "},
                {"id": "c", "region": "south"},
                {"id": "d"},
            ],
            contacts=[{"id": p, "between": list(p)} for p in ("ab", "ac", "ad", "bd")],
        )
        found = ei_index(network, by="region")
        assert (found[0].external, found[0].internal) == (1, 1)
        assert [row.group for row in found] == [None, "North", "south"]
        assert found[0].because == ("ab", "ac")
        assert [str(one) for one in found.caveats][-1] == (
            "1 organisation has no group and is left out, with its lines."
        )
        scores = ei_scores(network, by="region")
        assert dict(scores) == {"a": 0, "b": -1, "c": 1}
        assert str(scores.undefined["d"]) == "it has no group here"

    def test_each_group_rests_on_its_own_ties(self):
        network = speaking("abcd", ["ab", "bc", "cd"])
        found = ei_index(network, groups={"a": "x", "b": "x", "c": "y", "d": "y"})
        assert {row.group: len(row.because) for row in found} == {None: 3, "x": 2, "y": 2}

    def test_with_one_group_nothing_can_run_across(self):
        found = ei_index(path(3))
        assert [(row.index, row.expected, row.position) for row in found] == [
            (None, None, None)
        ] * 2
        reason = "all are in one group, so nothing can run between groups"
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "all groups together": reason,
            "other": reason,
        }
        assert {str(why) for why in ei_scores(path(3)).undefined.values()} == {reason}

    def test_without_ties_there_is_no_index_but_an_expectation(self):
        found = ei_index(Network(organisations=hub_town().organisations))
        assert [row.index for row in found] == [None] * 4
        assert found[0].expected == pytest.approx(7 / 15)
        assert (found[0].position, found[0].lowest) == (None, None)
        assert {str(why) for why in found.undefined.values()} == {"there are no lines"}

    def test_without_any_group_there_are_no_rows(self):
        found = ei_index(path(3), by="region")
        assert list(found) == []
        assert str(found.undefined["all groups together"]) == "no organisation has a group here"

    def test_by_organisation_is_refused(self):
        for measure in (ei_index, ei_scores):
            with pytest.raises(OptionError) as caught:
                measure(path(3), by="organisation")
            assert str(caught.value) == (
                "the by 'organisation' is not known; known are 'kind', 'region'."
            )

    def test_an_organisation_that_is_not_there_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            ei_index(path(3), groups={"x": "one"})
        assert str(caught.value) == "organisation 'x' is not known; known are 'a', 'b', 'c'."

    def test_at_least_one_permutation_is_asked_for(self):
        with pytest.raises(OptionError) as caught:
            ei_index(hub_town(), permutations=0)
        assert str(caught.value) == (
            "permutations=0 was asked for; a whole number of at least 1 is expected."
        )


class TestDirection:
    def test_each_arrow_counts_by_itself(self):
        network = needing("abc", ["ab", "ba", "bc"])
        found = ei_index(network, layer="dependency", groups={"a": "x", "b": "x", "c": "y"})
        assert [(row.external, row.internal) for row in found] == [(1, 2), (1, 4), (1, 0)]
        scores = ei_scores(network, layer="dependency", groups={"a": "x", "b": "x", "c": "y"})
        assert dict(scores) == {"a": -1, "b": pytest.approx(-1 / 3), "c": 1}


divided = st.integers(2, 6).flatmap(
    lambda size: st.tuples(
        st.lists(st.sampled_from("xyz"), min_size=size, max_size=size),
        st.lists(st.sampled_from(list(combinations(range(size), 2))), unique=True, max_size=9),
    )
)


@given(divided)
def test_every_row_is_what_counting_ties_and_ways_one_by_one_gives(drawn):
    groups, ties = drawn
    names = "abcdef"[: len(groups)]
    group_of = dict(zip(names, groups, strict=True))
    lines = [(names[one], names[other]) for one, other in ties]
    found = {row.group: row for row in ei_index(speaking(names, lines), groups=group_of)}
    here = seen_by(lines, group_of)
    assert {group: (row.external, row.internal) for group, row in found.items()} == here
    if len(set(groups)) == 1:
        return
    indices = {group: index_of(*counts) for group, counts in here.items()}
    splits = [seen_by(lines, one) for one in every_split(group_of)]
    for group, row in found.items():
        seen = [index_of(*split[group]) for split in splits]
        there = [one for one in seen if one is not None]
        if indices[group] is None:
            assert (row.index, row.position) == (None, None)
            continue
        assert row.index == pytest.approx(float(indices[group]))
        assert row.lowest <= min(map(float, there)) + 1e-12 or group is not None
        assert row.lowest <= row.index <= row.highest
        lower = sum(one <= indices[group] for one in there)
        assert row.position == pytest.approx(lower / len(there))
        assert row.exact
    if lines:
        mean = sum(index_of(*split[None]) for split in splits) / len(splits)
        assert found[None].expected == pytest.approx(float(mean))


@given(divided, st.booleans())
def test_the_extremes_are_those_of_every_network_with_as_many_ties(drawn, directed):
    groups = drawn[0][:4]
    names = "abcd"[: len(groups)]
    group_of = dict(zip(names, groups, strict=True))
    if len(set(groups)) == 1:
        return
    make, pairs = (needing, permutations) if directed else (speaking, combinations)
    name = "dependency" if directed else "contact"
    possible = list(pairs(names, 2))
    count = min(len(drawn[1]), 3)
    reached = [index_of(*seen_by(ties, group_of)[None]) for ties in combinations(possible, count)]
    row = ei_index(make(names, possible[:count]), layer=name, groups=group_of)[0]
    if count:
        assert row.lowest == pytest.approx(float(min(reached)))
        assert row.highest == pytest.approx(float(max(reached)))


@given(divided)
def test_the_extremes_of_a_group_are_those_of_every_network_in_which_it_has_as_many(drawn):
    groups = drawn[0][:4]
    names = "abcd"[: len(groups)]
    group_of = dict(zip(names, groups, strict=True))
    pairs = list(combinations(names, 2))
    by_total = {}
    for size in range(len(pairs) + 1):
        for ties in combinations(pairs, size):
            for group, counts in seen_by(ties, group_of).items():
                by_total.setdefault((group, sum(counts)), set()).add(index_of(*counts))
    if len(set(groups)) > 1:
        lines = [(names[i], names[j]) for i, j in drawn[1] if max(i, j) < len(names)]
        for row in ei_index(speaking(names, lines), groups=group_of):
            reached = by_total[row.group, row.external + row.internal]
            if row.index is not None:
                assert row.lowest == pytest.approx(float(min(reached)))
                assert row.highest == pytest.approx(float(max(reached)))


@given(cases(max_size=5))
def test_the_scores_add_up_to_those_of_the_groups(network):
    for name in ("contact", "dependency"):
        ties = layer(network, name)
        scores, rows = ei_scores(network, layer=name), ei_index(network, layer=name)
        degree = Counter(ties.sources.tolist()) + Counter(ties.targets.tolist())
        kinds = {one.id: one.kind for one in network.organisations}
        for row in rows[1:]:
            if row.expected is not None:
                added = sum(
                    scores[one] * degree[ties.index[one]]
                    for one in scores
                    if kinds[one] == row.group
                )
                assert added == pytest.approx(row.external - row.internal)


@given(cases(max_size=5), st.data())
def test_which_names_the_groups_have_is_no_matter(network, data):
    names = ["x", "y", "z"]
    groups = {one: data.draw(st.sampled_from(names)) for one in network.ids}
    other = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    here = ei_index(network, groups=groups)
    there = ei_index(network, groups={one: other[group] for one, group in groups.items()})
    assert here[0].to_dict() == there[0].to_dict()


@given(divided)
def test_one_more_tie_across_never_lowers_the_index(drawn):
    groups, ties = drawn
    names = "abcdef"[: len(groups)]
    group_of = dict(zip(names, groups, strict=True))
    lines = {(names[one], names[other]) for one, other in ties}
    before = ei_index(speaking(names, lines), groups=group_of)[0].index
    for one, other in combinations(names, 2):
        if group_of[one] != group_of[other] and before is not None:
            after = ei_index(speaking(names, lines | {(one, other)}), groups=group_of)[0].index
            assert after >= before


class TestSampled:
    def sampled(self, network, monkeypatch, **options):
        module = sys.modules["netdeps.graph.labellings"]
        monkeypatch.setattr(module, "ways_to_label", lambda _sizes: 10**9)
        return ei_index(network, **options)

    def test_a_sample_agrees_with_looking_at_every_way(self, monkeypatch):
        exact = ei_index(hub_town())
        found = self.sampled(hub_town(), monkeypatch, permutations=4000, seed=1)
        assert not any(row.exact for row in found)
        for row, same in zip(found, exact, strict=True):
            error = (same.position * (1 - same.position) / 4000) ** 0.5
            assert abs(row.position - same.position) < 4 * error + 1 / 4001
            assert row.position > 0

    def test_the_seed_decides_and_the_order_of_the_records_does_not(self, monkeypatch):
        first = self.sampled(hub_town(), monkeypatch, permutations=50, seed=3)
        assert self.sampled(backwards(hub_town()), monkeypatch, permutations=50, seed=3) == first
        other = self.sampled(hub_town(), monkeypatch, permutations=50, seed=4)
        assert other.to_rows() != first.to_rows()

    def test_other_ids_in_the_same_order_give_the_same_sample(self, monkeypatch):
        names = {one: f"x-{one}" for one in HUB_KINDS}
        here = self.sampled(hub_town(), monkeypatch, permutations=50)
        there = self.sampled(relabelled(hub_town(), names), monkeypatch, permutations=50)
        assert [row.position for row in here] == [row.position for row in there]

    def test_a_way_in_which_a_group_has_no_ties_does_not_count_for_it(self):
        """Of three that speak in a row of four, the one who is a group by itself always has some."""
        network = speaking("abcd", ["ab"])
        rows = ei_index(network, groups={"a": "x", "b": "y", "c": "y", "d": "y"})
        alone = next(row for row in rows if row.group == "x")
        assert alone.position == 1


@given(divided)
def test_batches_of_splits_count_like_one_at_a_time(drawn):
    groups, ties = drawn
    names = "abcdef"[: len(groups)]
    network = speaking(names, [(names[i], names[j]) for i, j in ties])
    sides = grouped(
        network, layer(network, "contact"), "kind", dict(zip(names, groups, strict=True))
    )
    split = Split.of(sides)
    block = np.concatenate(list(labellings(sides.sizes, 1, 0)[1]), axis=1)
    together = split.counts(block)
    for column in range(block.shape[1]):
        alone = split.counts(block[:, [column]])
        for one, other in zip(together, alone, strict=True):
            assert one[:, column].tolist() == other[:, 0].tolist()


def test_the_hub_itself_runs_across_and_its_corporations_half():
    network = hub_town()
    assert dict(ei_scores(network)) == {"c1": 0, "c2": 0, "m": 1, "z1": 1, "z2": 1, "z3": 1}
    assert len(HUB_TIES) == 6


def test_whoever_has_no_ties_has_no_score():
    network = Network(
        organisations=named("a", "b", kind="ministry") + named("c"),
        contacts=[{"between": ["a", "c"]}],
    )
    assert str(ei_scores(network).undefined["b"]) == "it has no lines"
