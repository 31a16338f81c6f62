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


SMALL = [graph for graph in nx.graph_atlas_g() if len(graph) >= 3]
"""Every network of three to seven, once for each shape."""


class TestCloseness:
    @pytest.mark.parametrize(
        ("network", "wanted"),
        [(star(4), 1), (path(4), 5 / 12), (cycle(5), 0), (complete(4), 0)],
        ids=["star", "path of 4", "cycle", "complete"],
    )
    def test_small_networks_score_as_worked_out_by_hand(self, network, wanted):
        assert measures.closeness_centralisation(network) == pytest.approx(wanted)

    @pytest.mark.parametrize("size", [3, 4, 5, 6, 7])
    def test_every_connected_network_is_set_against_the_most_centralised_one(self, size):
        connected = [one for one in SMALL if len(one) == size and nx.is_connected(one)]
        found = {id(one): spread(nx.closeness_centrality(one).values()) for one in connected}
        most = max(found.values())
        for one in connected[:: 1 if size < 7 else 9]:
            score = measures.closeness_centralisation(from_graph(one))
            assert score == pytest.approx(found[id(one)] / most)
            assert (score == pytest.approx(1)) == nx.is_isomorphic(one, nx.star_graph(size - 1))

    def test_the_kite_scores_as_in_r(self):
        """R 4.2.2: igraph 1.3.5 centr_clo(g), sna 2.7.1 centralization(A, closeness)."""
        found = measures.closeness_centralisation(from_graph(nx.krackhardt_kite_graph()))
        assert found == pytest.approx(0.270374931582)

    def test_needs_that_go_round_score_as_in_r(self):
        """R 4.2.2: igraph 1.3.5 centr_clo(g, mode = "in"), sna 2.7.1 the same of t(A)."""
        score = measures.closeness_centralisation(ROUND, layer="dependency")
        assert score == pytest.approx(0.1875)

    def test_directed_networks_of_four_stay_below_1(self):
        scored = []
        for found in every_set_of(ARROWS):
            graph = nx.DiGraph(found)
            if len(graph) == 4 and nx.is_strongly_connected(graph):
                scored.append(spread(nx.closeness_centrality(graph).values()))
        assert max(scored) == pytest.approx(1.4)
        assert max(scored) < (4 - 1) * (1 - 1 / 4)

    def test_where_not_everybody_is_connected_it_is_undefined(self):
        found = measures.closeness_centralisation(speaking("abcd", ["ab", "bc"]))
        assert str(found.reason) == "not everybody can reach everybody along the lines"
        found = measures.closeness_centralisation(needing("abc", ["ab", "bc"]), layer="dependency")
        assert found.value is None

    def test_to_and_from_can_differ(self):
        """To a 1, 1, 1, to b 1, 2, 2, to c and d 1, 2, 3; from a and d 1, 2, 3, b and c 1, 1, 2."""
        network = needing("abcd", ["ab", "ba", "bc", "ca", "cd", "da"])
        scores = [
            measures.closeness_centralisation(network, layer="dependency", direction=one)
            for one in ("in", "out")
        ]
        assert scores == pytest.approx([7 / 5 / (9 / 4), 1 / 2 / (9 / 4)])


class TestHarmonic:
    @pytest.mark.parametrize(
        ("network", "wanted"),
        [(star(4), 1), (path(4), 4 / 9), (cycle(5), 0), (complete(4), 0)],
        ids=["star", "path of 4", "cycle", "complete"],
    )
    def test_small_networks_score_as_worked_out_by_hand(self, network, wanted):
        assert measures.harmonic_centralisation(network) == pytest.approx(wanted)

    @pytest.mark.parametrize("size", [3, 4, 5, 6, 7])
    def test_every_network_is_set_against_the_most_centralised_one(self, size):
        every = [one for one in SMALL if len(one) == size]
        found = {id(one): spread(nx.harmonic_centrality(one).values()) for one in every}
        most = max(found.values())
        assert most / (size - 1) == pytest.approx((size - 2) / 2)
        for one in every[:: 1 if size < 6 else 13]:
            score = measures.harmonic_centralisation(from_graph(one))
            assert score == pytest.approx(found[id(one)] / most)

    @pytest.mark.parametrize(("direction", "turned"), [("in", False), ("out", True)])
    def test_directed_networks_of_four_are_set_against_the_most_centralised_one(
        self, direction, turned
    ):
        scored = {}
        for found in every_set_of(ARROWS):
            graph = nx.DiGraph([pair[::-1] if turned else pair for pair in found])
            graph.add_nodes_from(NAMES)
            scored[found] = spread(nx.harmonic_centrality(graph).values())
        most = max(scored.values())
        for found in list(scored)[::64]:
            score = measures.harmonic_centralisation(
                needing(NAMES, found), layer="dependency", direction=direction
            )
            assert score == pytest.approx(scored[found] / most)

    def test_the_kite_scores_as_in_r(self):
        """R 4.2.2, sna 2.7.1: centralization(A, closeness, mode = "graph", cmode = "suminvundir")."""
        found = measures.harmonic_centralisation(from_graph(nx.krackhardt_kite_graph()))
        assert found == pytest.approx(0.351851851852)

    def test_one_who_speaks_nobody_does_not_take_the_1_from_a_star(self):
        joined = with_records(star(5), organisations=named("zz"))
        assert measures.harmonic_centralisation(joined) == pytest.approx(1)


class TestEigenvector:
    @pytest.mark.parametrize("size", [3, 4, 5, 6])
    @pytest.mark.parametrize("scale", ["length", "maximum"])
    def test_every_network_is_set_against_the_most_centralised_one(self, size, scale):
        """The most is where one tie has all the weight and the others have none."""
        for one in (one for one in SMALL if len(one) == size):
            score = measures.eigenvector_centralisation(from_graph(one), scale=scale)
            if score.value is not None:
                assert -1e-12 <= score <= 1 + 1e-12
                assert (score == pytest.approx(1)) == (one.number_of_edges() == 1)

    @pytest.mark.parametrize(
        ("scale", "wanted"), [("length", 0.354016607714), ("maximum", 0.520408917122)]
    )
    def test_the_kite_scores_as_in_r(self, scale, wanted):
        """R 4.2.2: sna 2.7.1 centralization(A, evcent, mode = "graph"), igraph 1.3.5 centr_eigen."""
        kite = from_graph(nx.krackhardt_kite_graph())
        assert measures.eigenvector_centralisation(kite, scale=scale) == pytest.approx(wanted)

    @pytest.mark.parametrize(
        ("scale", "wanted"), [("length", 0.167168209906), ("maximum", 0.292829376742)]
    )
    def test_needs_that_go_round_score_as_in_r(self, scale, wanted):
        """R 4.2.2: sna 2.7.1 centralization(t(A), evcent), igraph 1.3.5 centr_eigen(g, directed)."""
        found = measures.eigenvector_centralisation(ROUND, layer="dependency", scale=scale)
        assert found == pytest.approx(wanted)

    def test_where_there_is_no_vector_it_is_undefined(self):
        for network in (speaking("abc", []), speaking("abcd", ["ab", "cd"])):
            assert measures.eigenvector_centralisation(network).value is None
        row = needing("abc", ["ab", "bc"])
        found = measures.eigenvector_centralisation(row, layer="dependency")
        assert str(found.reason).startswith("not everybody can reach everybody")

    def test_a_scale_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            measures.eigenvector_centralisation(star(4), scale="raw")
        assert str(caught.value) == ("the scale 'raw' is not known; known are 'length', 'maximum'.")


ROUND = needing("abcde", ["ab", "ae", "bc", "ca", "cd", "da", "ed"])
"""Five who can all reach one another."""

BOTH = (measures.degree_centralisation, measures.betweenness_centralisation)
FIVE = (
    *BOTH,
    measures.closeness_centralisation,
    measures.harmonic_centralisation,
    measures.eigenvector_centralisation,
)


@pytest.mark.parametrize("measure", FIVE)
@pytest.mark.parametrize("size", [0, 1, 2])
def test_of_fewer_than_three_nobody_can_be_more_central(measure, size):
    found = measure(path(size) if size else Network())
    assert str(found.reason) == "with fewer than three organisations nobody can be more central"


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
