"""How much a network hangs on one organisation."""

from itertools import chain, combinations

import networkx as nx
import pytest
from hypothesis import given
from networks import complete, cycle, from_graph, named, needing, path, speaking, star, with_records
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError

NAMES = "abcd"
TIES = list(combinations(NAMES, 2))
ARROWS = [(one, other) for one in NAMES for other in NAMES if one != other]


def every_set_of(pairs):
    return chain.from_iterable(combinations(pairs, count) for count in range(len(pairs) + 1))


def spread(scores):
    return sum(max(scores) - one for one in scores)


def degrees(found, *, ends):
    return [sum(pair[end] == one for pair in found for end in ends) for one in NAMES]


def is_star(found):
    return sorted(degrees(found, ends=(0, 1))) == [1, 1, 1, 3]


class TestDegree:
    @pytest.mark.parametrize(
        ("network", "wanted"),
        [
            (star(4), 1),
            (cycle(4), 0),
            (complete(4), 0),
            (path(4), 1 / 3),
            (path(5), 1 / 6),
        ],
        ids=["star", "cycle", "complete", "path of 4", "path of 5"],
    )
    def test_small_networks_score_as_worked_out_by_hand(self, network, wanted):
        assert measures.degree_centralisation(network) == pytest.approx(wanted)

    def test_every_network_of_four_is_set_against_the_most_centralised_one(self):
        every = list(every_set_of(TIES))
        most = max(spread(degrees(found, ends=(0, 1))) for found in every)
        assert most == 6
        for found in every:
            score = measures.degree_centralisation(speaking(NAMES, found))
            assert score == pytest.approx(spread(degrees(found, ends=(0, 1))) / most)
            assert (score == 1) == is_star(found)

    @pytest.mark.parametrize(
        ("direction", "ends", "most"), [("in", (1,), 9), ("out", (0,), 9), ("total", (0, 1), 12)]
    )
    def test_directed_networks_of_four_are_set_against_the_most_centralised_one(
        self, direction, ends, most
    ):
        every = list(every_set_of(ARROWS))
        assert max(spread(degrees(found, ends=ends)) for found in every) == most
        for found in every[::64]:
            score = measures.degree_centralisation(
                needing(NAMES, found), layer="dependency", direction=direction
            )
            assert score == pytest.approx(spread(degrees(found, ends=ends)) / most)

    def test_contacts_have_no_direction(self):
        for direction in ("in", "out", "total"):
            score = measures.degree_centralisation(path(4), direction=direction)
            assert score == pytest.approx(1 / 3)

    def test_a_direction_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            measures.degree_centralisation(path(4), direction="both")
        assert str(caught.value) == (
            "the direction 'both' is not known; known are 'in', 'out', 'total'."
        )


class TestBetweenness:
    @pytest.mark.parametrize(
        ("network", "wanted"),
        [(star(4), 1), (path(4), 4 / 9), (path(5), 5 / 12), (cycle(5), 0), (complete(4), 0)],
        ids=["star", "path of 4", "path of 5", "cycle", "complete"],
    )
    def test_small_networks_score_as_worked_out_by_hand(self, network, wanted):
        assert measures.betweenness_centralisation(network) == pytest.approx(wanted)

    def test_every_network_of_four_is_set_against_the_most_centralised_one(self):
        scored = {}
        for found in every_set_of(TIES):
            graph = nx.Graph(found)
            graph.add_nodes_from(NAMES)
            scored[found] = spread(nx.betweenness_centrality(graph, normalized=False).values())
        most = max(scored.values())
        for found, amount in scored.items():
            score = measures.betweenness_centralisation(speaking(NAMES, found))
            assert score == pytest.approx(amount / most)
            assert (score == pytest.approx(1)) == is_star(found)

    @given(arrows(min_size=3))
    def test_directed_networks_are_set_against_a_star_with_arrows_both_ways(self, drawn):
        names, found = drawn
        graph = nx.DiGraph(found)
        graph.add_nodes_from(names)
        amount = spread(nx.betweenness_centrality(graph, normalized=False).values())
        hub = nx.star_graph(len(names) - 1).to_directed()
        most = spread(nx.betweenness_centrality(hub, normalized=False).values())
        score = measures.betweenness_centralisation(needing(names, found), layer="dependency")
        assert score == pytest.approx(amount / most)


BOTH = (measures.degree_centralisation, measures.betweenness_centralisation)


def test_the_florentine_marriages_score_as_in_r():
    """R 4.2.2, sna 2.7.1, centralization(A, degree and betweenness, mode="graph"), 16 families."""
    families = from_graph(nx.florentine_families_graph())
    with_pucci = with_records(families, organisations=named("Pucci"))
    assert [measure(with_pucci) for measure in BOTH] == pytest.approx(
        [0.266666666667, 0.383492063492]
    )


@pytest.mark.parametrize("measure", BOTH)
class TestEitherOfThem:
    @pytest.mark.parametrize("size", [0, 1, 2])
    def test_with_fewer_than_three_it_is_undefined_and_not_0(self, measure, size):
        found = measure(path(size) if size else Network())
        assert found.value is None
        assert str(found.reason) == (
            "with fewer than three organisations nobody can be more central"
        )

    @pytest.mark.parametrize("size", [3, 4])
    def test_where_nobody_speaks_nobody_is_central(self, measure, size):
        found = measure(speaking("abcd"[:size], []))
        assert (found, found.reason) == (0, None)

    def test_where_everybody_has_the_same_place_it_is_0(self, measure):
        regular = [nx.cycle_graph(5), nx.complete_graph(4), nx.petersen_graph()]
        assert [measure(from_graph(graph)) for graph in regular] == pytest.approx([0, 0, 0])

    @pytest.mark.parametrize("size", [3, 5, 8])
    def test_a_star_of_any_size_is_1(self, measure, size):
        assert measure(star(size)) == pytest.approx(1)

    def test_an_isolate_changes_it(self, measure):
        joined = with_records(star(4), organisations=named("zz"))
        assert measure(joined) < 1

    @given(drawn=ties(min_size=3))
    def test_it_runs_from_0_to_1(self, measure, drawn):
        assert -1e-12 <= measure(speaking(*drawn)) <= 1 + 1e-12
