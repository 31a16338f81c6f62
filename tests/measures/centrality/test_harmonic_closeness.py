"""How quickly an organisation can reach everybody, itself or through others."""

from fractions import Fraction
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from networks import from_graph, named, needing, path, speaking, star, with_records
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError


def scores(network, **options):
    return list(measures.harmonic_closeness(network, **options).values())


def thirds(*fractions):
    return pytest.approx([float(Fraction(one)) for one in fractions])


class TestWorkedExamples:
    def test_a_path_of_4(self):
        assert scores(path(4)) == thirds("11/18", "5/6", "5/6", "11/18")

    def test_a_star_of_4(self):
        assert scores(star(4)) == thirds(1, "2/3", "2/3", "2/3")

    def test_distances_to_an_organisation_count_where_arrows_have_a_direction(self):
        network = needing("abc", [("a", "b"), ("b", "c")])
        raw = [2 * one for one in scores(network, layer="dependency")]
        assert raw == thirds(0, 1, "3/2")

    def test_whoever_speaks_nobody_scores_0_and_hides_nobody_else(self):
        assert scores(speaking("abc", [("a", "b")])) == thirds("1/2", "1/2", 0)


class TestPublishedNetworks:
    def test_twelve_in_three_components_score_as_in_ucinet(self):
        """UCINET 6.849, reciprocal closeness, output in github.com/StephenBorgatti/xucinet."""
        edges = "1-2 1-3 1-4 1-5 6-7 7-8 8-9 10-11 11-12 10-12"
        graph = nx.Graph([edge.split("-") for edge in edges.split()])
        found = measures.harmonic_closeness(from_graph(graph))
        wanted = [0.364, *[0.227] * 4, 0.167, 0.227, 0.227, 0.167, *[0.182] * 3]
        assert [round(found[str(one)], 3) for one in range(1, 13)] == wanted

    @pytest.mark.parametrize(
        "graph",
        [nx.florentine_families_graph(), nx.karate_club_graph(), nx.krackhardt_kite_graph()],
    )
    def test_scores_are_those_of_networkx_divided_by_the_others(self, graph):
        wanted = nx.harmonic_centrality(graph)
        assert dict(measures.harmonic_closeness(from_graph(graph))) == pytest.approx(
            {str(one): value / (len(graph) - 1) for one, value in wanted.items()}
        )


class TestStrongTiesAreShort:
    NETWORK = Network(
        organisations=named("a", "b", "c"),
        contacts=[
            {"between": ["a", "b"], "quality": 0.5},
            {"between": ["b", "c"], "quality": 1},
            {"between": ["a", "c"], "quality": 0.25},
        ],
    )

    def test_a_strong_detour_is_shorter_than_a_weak_tie(self):
        """Lengths: a-b 2, b-c 1, a-c 4, so that a reaches c in 3, by way of b."""
        found = scores(self.NETWORK, distance="inverse_strength")
        assert found == thirds("5/12", "3/4", "2/3")

    def test_the_strongest_ties_are_no_shorter_than_a_step(self):
        assert scores(path(4), distance="inverse_strength") == scores(path(4))

    def test_a_tie_of_strength_0_is_no_way(self):
        network = Network(
            organisations=named("a", "b"), contacts=[{"between": ["a", "b"], "quality": 0}]
        )
        assert scores(network, distance="inverse_strength") == [0, 0]
        assert scores(network) == [1, 1]

    def test_a_distance_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            measures.harmonic_closeness(path(3), distance="strength")
        assert str(caught.value) == (
            "the distance 'strength' is not known; known are 'steps', 'inverse_strength'. "
            "Did you mean 'inverse_strength'?"
        )


def test_one_organisation_has_nobody_to_reach():
    found = measures.harmonic_closeness(path(1))
    assert dict(found) == {}
    assert {str(why) for why in found.undefined.values()} == {"there is no other organisation"}


@given(ties(min_size=2))
def test_every_score_is_the_mean_of_one_divided_by_the_distance(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    far = dict(nx.all_pairs_shortest_path_length(graph))
    wanted = {
        one: sum(1 / far[one][other] for other in far[one] if other != one) / (len(names) - 1)
        for one in names
    }
    score = measures.harmonic_closeness(speaking(names, found))
    assert dict(score) == pytest.approx(wanted)
    assert all(0 <= value <= 1 for value in score.values())


@given(arrows(min_size=2))
def test_every_directed_score_counts_the_distances_to_it(drawn):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    far = dict(nx.all_pairs_shortest_path_length(graph))
    wanted = {
        one: sum(1 / far[other][one] for other in names if other != one and one in far[other])
        / (len(names) - 1)
        for one in names
    }
    score = measures.harmonic_closeness(needing(names, found), layer="dependency")
    assert dict(score) == pytest.approx(wanted)


@given(ties(min_size=3))
def test_one_tie_more_never_lowers_a_score(drawn):
    names, found = drawn
    before = measures.harmonic_closeness(speaking(names, found))
    after = measures.harmonic_closeness(speaking(names, sorted({*found, (names[0], names[2])})))
    assert all(after[one] >= before[one] for one in names)


@given(ties(min_size=2))
def test_together_they_count_every_pair_from_both_ends(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    pairs = (pair for pair in combinations(names, 2) if nx.has_path(graph, *pair))
    both = 2 * sum(1 / nx.shortest_path_length(graph, *pair) for pair in pairs)
    total = sum(scores(speaking(names, found)))
    assert total * (len(names) - 1) == pytest.approx(both)


@given(ties(min_size=2))
def test_an_isolate_lowers_every_score_by_the_same_share(drawn):
    names, found = drawn
    network = speaking(names, found)
    joined = with_records(network, organisations=named("zz"))
    before = measures.harmonic_closeness(network)
    after = measures.harmonic_closeness(joined)
    share = (len(names) - 1) / len(names)
    assert {one: after[one] for one in names} == pytest.approx(
        {one: before[one] * share for one in names}
    )
    assert after["zz"] == 0
