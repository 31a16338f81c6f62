"""Who counts through others: eigenvector, pagerank, Katz and Bonacich's power."""

import os
import subprocess
import sys
from itertools import combinations, pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    complete,
    cycle,
    from_graph,
    gifts,
    giving,
    named,
    needing,
    path,
    relabelled,
    speaking,
    star,
)
from scipy.sparse import csr_array
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError
from netdeps.measures.centrality import leading as kernel
from netdeps.measures.centrality import series
from netdeps.measures.centrality.leading import leading, radius
from netdeps.measures.centrality.pages import visited
from netdeps.measures.centrality.series import summed

KITE = nx.krackhardt_kite_graph()
ROUND = nx.DiGraph(["ab", "ae", "bc", "ca", "cd", "da", "ed"])
"""Five who can all reach one another."""

TWO_PARTS = nx.DiGraph(["ab", "bc", "cd", "ef", "fg", "eg"])
TWO_PARTS.add_node("h")

SPECTRAL = ("eigenvector", "pagerank", "katz", "bonacich_power")


def values(found):
    return list(found.values())


def directed(measure, graph, **options):
    network = needing(sorted(graph), sorted(graph.edges))
    return measure(network, layer="dependency", **options)


def array_of(names, found, *, both):
    square = np.zeros((len(names), len(names)))
    for one, other in found:
        square[names.index(one), names.index(other)] = 1
    return np.maximum(square, square.T) if both else square


def only_reason(found):
    assert dict(found) == {}
    (reason,) = {str(why) for why in found.undefined.values()}
    return reason


class TestEigenvector:
    def test_the_centre_of_a_star_has_the_root_of_its_ends_times_their_score(self):
        found = measures.eigenvector(star(5))
        assert values(found) == pytest.approx([0.5**0.5, *[0.125**0.5] * 4])
        found = measures.eigenvector(star(5), scale="maximum")
        assert values(found) == pytest.approx([1, 0.5, 0.5, 0.5, 0.5])

    def test_in_a_row_of_3_the_middle_has_the_root_of_2(self):
        assert values(measures.eigenvector(path(3))) == pytest.approx([0.5, 0.5**0.5, 0.5])

    @pytest.mark.parametrize("network", [cycle(5), complete(4)], ids=["cycle", "complete"])
    def test_where_all_have_the_same_place_all_have_the_same_score(self, network):
        found = measures.eigenvector(network, scale="maximum")
        assert values(found) == pytest.approx([1] * len(network.ids))

    def test_the_kite_scores_as_in_sna(self):
        """R 4.2.2, sna 2.7.1: evcent(A, gmode = "graph", tol = 1e-15)."""
        a, c, d, f = 0.3522093968166, 0.2858349913909, 0.4810208582728, 0.3976906364702
        wanted = [a, a, c, d, c, f, f, 0.1958605830278, 0.0480734850263, 0.0111632553098]
        assert values(measures.eigenvector(from_graph(KITE))) == pytest.approx(wanted, abs=1e-12)

    def test_ties_that_come_in_count_as_in_sna_with_the_ties_turned(self):
        """R 4.2.2, sna 2.7.1: evcent(t(A), tol = 1e-15)."""
        wanted = [0.570872402782, 0.409128694391, 0.293211386220, 0.503347996503, 0.409128694391]
        assert values(directed(measures.eigenvector, ROUND)) == pytest.approx(wanted, abs=1e-12)

    def test_python_igraph_makes_the_highest_1(self):
        igraph = pytest.importorskip("igraph", reason="python-igraph is not installed")
        for known in (KITE, nx.karate_club_graph(), nx.florentine_families_graph()):
            graph = nx.convert_node_labels_to_integers(known)
            other = igraph.Graph(n=len(graph), edges=list(graph.edges))
            letters = nx.relabel_nodes(graph, {one: f"{one:02d}" for one in graph})
            found = measures.eigenvector(from_graph(letters), scale="maximum")
            assert values(found) == pytest.approx(other.eigenvector_centrality(), abs=1e-9)

    def test_strengths_make_a_strong_tie_count_more(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "quality": 0.6},
                {"between": ["b", "c"], "quality": 0.8},
            ],
        )
        assert values(measures.eigenvector(network, values="strengths")) == pytest.approx(
            [0.6 / 2**0.5, 0.5**0.5, 0.8 / 2**0.5]
        )
        assert values(measures.eigenvector(network)) == pytest.approx([0.5, 0.5**0.5, 0.5])

    def test_a_tie_without_strength_carries_nothing_by_strength(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "quality": 0},
                {"between": ["b", "c"], "quality": 0.5},
            ],
        )
        found = measures.eigenvector(network, values="strengths")
        assert dict(found) == pytest.approx({"b": 0.5**0.5, "c": 0.5**0.5})

    def test_outside_the_part_that_weighs_most_there_is_no_score(self):
        found = measures.eigenvector(speaking("abcde", ["ab", "bc", "de"]))
        assert dict(found) == pytest.approx({"a": 0.5, "b": 0.5**0.5, "c": 0.5})
        assert {str(found.undefined[one]) for one in "de"} == {
            "it is not in the part of the network that weighs most, and outside that part the "
            "score says nothing"
        }

    @pytest.mark.parametrize("found", [["ab", "cd"], ["ab", "bc", "de", "ef"]])
    def test_where_two_parts_weigh_the_same_there_is_no_score(self, found):
        assert only_reason(measures.eigenvector(speaking("abcdef", found))) == (
            "two parts of the network weigh the same, or too nearly so to tell which comes first"
        )

    def test_without_ties_there_is_no_score(self):
        assert only_reason(measures.eigenvector(speaking("abc", []))) == "there are no lines"

    @pytest.mark.parametrize("graph", [TWO_PARTS, nx.DiGraph(["ab", "ba", "bc"])])
    def test_where_needs_do_not_go_round_pagerank_is_pointed_to(self, graph):
        assert only_reason(directed(measures.eigenvector, graph)) == (
            "not everybody can reach everybody along the lines; pagerank does have a value here"
        )

    def test_a_scale_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            measures.eigenvector(path(3), scale="raw")
        assert str(caught.value) == ("the scale 'raw' is not known; known are 'length', 'maximum'.")


class TestPagerank:
    def test_the_kite_scores_as_in_igraph(self):
        """R 4.2.2, igraph 1.3.5: page_rank(g)."""
        a, c, f = 0.1019199129771, 0.0794181140081, 0.1289069275728
        wanted = [a, a, c, 0.147147916328, c, f, f]
        wanted += [0.0952482868083, 0.0856939563142, 0.0514199314335]
        found = measures.pagerank(from_graph(KITE), layer="contact")
        assert values(found) == pytest.approx(wanted, abs=1e-12)

    def test_alone_everything_is_there(self):
        assert dict(measures.pagerank(path(1))) == {"a": 1}

    def test_without_ties_all_are_come_to_alike(self):
        assert values(measures.pagerank(speaking("abcd", []))) == pytest.approx([0.25] * 4)

    def test_without_damping_all_are_come_to_alike(self):
        assert values(directed(measures.pagerank, ROUND, damping=0)) == pytest.approx([0.2] * 5)

    def test_strengths_divide_the_next_step(self):
        network = giving("abc", ("a", "b", 1), ("a", "c", 3))
        found = measures.pagerank(network, layer="contribution", values="strengths")
        start = 1 / (3 + 0.85)
        assert dict(found) == pytest.approx(
            {"a": start, "b": start * (1 + 0.85 / 4), "c": start * (1 + 0.85 * 3 / 4)}
        )

    def test_of_the_smallest_strength_that_there_is_a_share_is_made_all_the_same(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", 5e-324)))
        found = measures.pagerank(network, layer="contribution", values="strengths")
        assert found["b"] == pytest.approx(1.85 * found["a"])

    @pytest.mark.parametrize("damping", [1, -0.1, 2, float("nan"), True, "0.5", None])
    def test_a_damping_that_is_no_share_is_refused(self, damping):
        with pytest.raises(OptionError, match=r"is not a number from 0 to below 1\.$"):
            measures.pagerank(path(3), damping=damping)

    @pytest.mark.parametrize("both", [True, False])
    @pytest.mark.parametrize("size", [63, 64, 65, 130])
    def test_of_any_size_it_is_that_of_networkx(self, size, both):
        graph = nx.gnp_random_graph(size, 0.03, seed=size, directed=not both)
        matrix = csr_array(nx.to_scipy_sparse_array(graph, dtype=np.float64))
        for damping in (0.5, 0.85, 0.99):
            wanted = nx.pagerank(graph, alpha=damping, tol=1e-15, max_iter=10_000)
            assert visited(matrix, damping).tolist() == pytest.approx(
                [wanted[one] for one in range(size)], rel=1e-9
            )


@given(arrows(), st.sampled_from([0, 0.5, 0.85, 0.999]))
def test_pagerank_is_that_of_networkx_and_adds_up_to_1(drawn, damping):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    score = measures.pagerank(needing(names, found), damping=damping)
    assert sum(score.values()) == pytest.approx(1)
    assert min(score.values()) > 0
    wanted = nx.pagerank(graph, alpha=damping, tol=1e-15, max_iter=100_000)
    assert dict(score) == pytest.approx(wanted)


class TestKatz:
    def test_in_a_row_of_needs_the_last_is_reached_by_two(self):
        found = measures.katz(needing("abc", ["ab", "bc"]), alpha=0.5)
        assert dict(found) == {"a": 1, "b": 3 / 2, "c": 7 / 4}

    def test_where_no_need_goes_round_any_alpha_will_do(self):
        network = needing("abc", ["ab", "bc"])
        assert dict(measures.katz(network)) == {"a": 1, "b": 3 / 2, "c": 7 / 4}
        assert dict(measures.katz(network, alpha=10)) == pytest.approx({"a": 1, "b": 11, "c": 111})
        assert dict(measures.katz(network, alpha=-1)) == {"a": 1, "b": 0, "c": 1}

    def test_the_kite_scores_as_in_igraph(self):
        """R 4.2.2, igraph 1.3.5: alpha_centrality(g, alpha = 0.2)."""
        a, c, f = 7.06375253125, 5.88646044271, 7.99176035193
        wanted = [a, a, c, 9.37678933035, c, f, f, 4.64003910341, 2.21667481321, 1.44333496264]
        found = measures.katz(from_graph(KITE), layer="contact", alpha=0.2)
        assert values(found) == pytest.approx(wanted, abs=1e-10)

    def test_by_default_alpha_is_so_much_of_the_limit(self):
        found = measures.katz(cycle(4), layer="contact")
        assert values(found) == pytest.approx([1 / 0.15] * 4)

    @pytest.mark.parametrize("alpha", [0.5, 0.6, -0.5, 1e9])
    def test_an_alpha_beyond_the_limit_is_refused(self, alpha):
        with pytest.raises(OptionError) as caught:
            measures.katz(cycle(4), layer="contact", alpha=alpha)
        assert str(caught.value) == (
            f"the alpha {alpha!r} is not below the limit of this network: it has to stay between "
            "-0.5 and 0.5, which is 1 / its largest eigenvalue."
        )

    def test_just_below_the_limit_it_is_taken(self):
        found = measures.katz(cycle(4), layer="contact", alpha=0.4999)
        assert values(found) == pytest.approx([1 / (1 - 0.9998)] * 4)

    @pytest.mark.parametrize("size", [5, 70])
    def test_sums_that_no_number_can_hold_are_refused(self, size):
        names = [f"o{number:02d}" for number in range(size)]
        with pytest.raises(OptionError) as caught:
            measures.katz(needing(names, pairwise(names)), alpha=1e200)
        assert str(caught.value) == (
            "the alpha 1e+200 makes sums that are too large to write down; take one nearer to 0."
        )


@given(arrows(min_size=2), st.sampled_from([0.1, 0.3, -0.2]))
def test_katz_is_that_of_networkx_before_it_is_normalised(drawn, alpha):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    alpha = alpha / max(radius(csr_array(array_of(names, found, both=False))), 1)
    wanted = nx.katz_centrality_numpy(graph, alpha=alpha, normalized=False)
    assert dict(measures.katz(needing(names, found), alpha=alpha)) == pytest.approx(wanted)


@given(arrows(min_size=2))
def test_one_need_more_lowers_no_katz_score(drawn):
    names, found = drawn
    more = sorted({*found, (names[0], names[1])})
    before = measures.katz(needing(names, found), alpha=0.2)
    after = measures.katz(needing(names, more), alpha=0.2)
    assert all(after[one] >= before[one] - 1e-12 for one in names)
    assert after[names[1]] > before[names[1]] or more == sorted(found)


class TestBonacichPower:
    @pytest.mark.parametrize(
        ("size", "beta", "unscaled"),
        [
            (5, -0.5, [0, 2, 0, 2, 0]),
            (5, 0.5, [8, 14, 16, 14, 8]),
            (4, -0.5, [2 / 5, 6 / 5, 6 / 5, 2 / 5]),
            (4, 0.5, [6, 10, 10, 6]),
        ],
    )
    def test_rows_of_4_and_5_as_worked_out_by_hand(self, size, beta, unscaled):
        found = values(measures.bonacich_power(path(size), beta=beta))
        squares = sum(one**2 for one in unscaled)
        wanted = [one * (size / squares) ** 0.5 for one in unscaled]
        assert found == pytest.approx(wanted, abs=1e-12)

    def test_in_a_row_of_5_the_middle_has_no_power_although_it_stands_between_most(self):
        found = measures.bonacich_power(path(5), beta=-0.5)
        assert [round(one, 6) for one in found.values()] == [0, 1.581139, 0, 1.581139, 0]
        assert measures.betweenness(path(5)).top(1) == [("c", 4)]

    @pytest.mark.parametrize(
        ("beta", "wanted"),
        [
            (
                -0.1,
                "1.004476023689 1.004476023689 0.709220485956 1.595746093401 0.709220485956 "
                "1.292900613225 1.292900613225 0.777529967935 0.624226684073 0.303754917922",
            ),
            (
                0.2,
                "1.0994879302197 1.0994879302197 0.8860197131340 1.5188909368011 0.8860197131340 "
                "1.2677555817659 1.2677555817659 0.6600168854365 0.2206091467676 0.0803861038124",
            ),
        ],
    )
    def test_the_kite_scores_as_in_r(self, beta, wanted):
        """R 4.2.2: sna 2.7.1 bonpow(A, gmode = "graph"), igraph 1.3.5 power_centrality(g)."""
        found = measures.bonacich_power(from_graph(KITE), beta=beta)
        assert values(found) == pytest.approx([float(one) for one in wanted.split()], abs=1e-12)

    def test_ties_that_go_out_count_as_in_sna(self):
        """R 4.2.2, sna 2.7.1: bonpow(A, exponent = -0.5)."""
        wanted = [0.942809041582, 0.628539361055, 1.257078722109, 0, 1.885618083164]
        found = directed(measures.bonacich_power, TWO_PARTS, beta=-0.5)
        assert values(found) == pytest.approx([*wanted, 1.257078722109, 0, 0], abs=1e-12)

    def test_by_default_beta_is_half_the_limit_below_0(self):
        network = star(5)
        found = measures.bonacich_power(network)
        assert dict(found) == pytest.approx(dict(measures.bonacich_power(network, beta=-0.25)))
        row = needing("abc", ["ab", "bc"])
        found = measures.bonacich_power(row, layer="dependency")
        wanted = measures.bonacich_power(row, layer="dependency", beta=-0.5)
        assert dict(found) == dict(wanted)

    def test_below_0_it_warns_that_it_takes_ties_for_competing(self):
        warning = (
            "This reads lines as options that compete: a deal with one excludes another. Where they "
            "do not, the sign is the wrong way round; take a beta above 0."
        )
        assert warning in map(str, measures.bonacich_power(path(3)).caveats)
        assert warning not in map(str, measures.bonacich_power(path(3), beta=0.1).caveats)

    @pytest.mark.parametrize("beta", [0.5, -0.5, 1])
    def test_a_beta_beyond_the_limit_is_refused(self, beta):
        with pytest.raises(OptionError) as caught:
            measures.bonacich_power(star(5), beta=beta)
        assert str(caught.value) == (
            f"the beta {beta!r} is not below the limit of this network: it has to stay between "
            "-0.5 and 0.5, which is 1 / its largest eigenvalue."
        )

    @pytest.mark.parametrize("beta", [True, "0.1", float("nan"), float("inf")])
    def test_a_beta_that_is_no_number_is_refused(self, beta):
        with pytest.raises(OptionError, match=r"^the beta .* is not a number\.$"):
            measures.bonacich_power(path(3), beta=beta)

    def test_without_ties_nobody_has_power(self):
        assert only_reason(measures.bonacich_power(speaking("abc", []))) == "there are no lines"


@given(ties(min_size=2))
def test_with_beta_0_power_goes_with_the_degree(drawn):
    names, found = drawn
    network = speaking(names, found)
    if not found:
        return
    power, degree = measures.bonacich_power(network, beta=0), measures.degree(network)
    whole = (len(names) / sum(one**2 for one in degree.values())) ** 0.5
    assert dict(power) == pytest.approx({one: degree[one] * whole for one in names})


@given(ties(min_size=2), st.sampled_from([-0.9, -0.5, 0.3, 0.9]))
def test_the_squares_of_all_power_add_up_to_the_number_of_organisations(drawn, share):
    names, found = drawn
    if not found:
        return
    square = array_of(names, found, both=True)
    beta = share / np.abs(np.linalg.eigvalsh(square)).max()
    power = values(measures.bonacich_power(speaking(names, found), beta=float(beta)))
    assert sum(one**2 for one in power) == pytest.approx(len(names))
    slow = np.linalg.inv(np.eye(len(names)) - beta * square) @ square.sum(axis=1)
    assert power == pytest.approx(slow * (len(names) / (slow**2).sum()) ** 0.5)


@given(ties(min_size=2))
def test_the_eigenvector_is_that_of_networkx_where_all_are_connected(drawn):
    names, found = drawn
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    score = measures.eigenvector(speaking(names, found))
    if nx.is_connected(graph):
        wanted = {one: abs(value) for one, value in _of_networkx(graph).items()}
        assert dict(score) == pytest.approx(wanted, abs=1e-9)
    assert sum(one**2 for one in score.values()) == pytest.approx(1 if score else 0)


@given(arrows(min_size=2))
def test_the_directed_eigenvector_is_that_of_networkx_where_needs_go_round(drawn):
    names, found = drawn
    graph = nx.DiGraph(found)
    graph.add_nodes_from(names)
    score = measures.eigenvector(needing(names, found), layer="dependency")
    if nx.is_strongly_connected(graph):
        square = array_of(names, found, both=False)
        vector = np.array([score[one] for one in names])
        largest = np.abs(np.linalg.eigvals(square)).max()
        assert square.T @ vector == pytest.approx(largest * vector)
        assert min(vector) > 0
    else:
        assert dict(score) == {}


@given(ties(min_size=1), st.data())
def test_other_names_give_the_same_scores(drawn, data):
    names, found = drawn
    turned = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    network = speaking(names, found)
    for name in SPECTRAL:
        there = getattr(measures, name)(relabelled(network, turned), layer="contact")
        here = getattr(measures, name)(network, layer="contact")
        assert {turned[one]: value for one, value in here.items()} == pytest.approx(dict(there))


def _of_networkx(graph):
    if len(graph) == 2:
        return dict.fromkeys(graph, 0.5**0.5)
    return nx.eigenvector_centrality_numpy(graph)


class TestAmountsThatCannotBeAdded:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 1)),
            {"giver": "b", "taker": "a", "resource": "money", "amount": 5, "unit": "euro"},
        ],
    )

    @pytest.mark.parametrize("name", SPECTRAL)
    def test_by_strength_there_is_no_score(self, name):
        found = getattr(measures, name)(self.NETWORK, layer="contribution", values="strengths")
        assert only_reason(found) == (
            "amounts in different resources or units cannot be added; choose one resource"
        )

    @pytest.mark.parametrize("name", SPECTRAL)
    def test_by_ties_there_is(self, name):
        assert len(getattr(measures, name)(self.NETWORK, layer="contribution")) == 2

    @pytest.mark.parametrize("name", [*SPECTRAL, "eigenvector_centralisation"])
    def test_a_word_for_values_that_is_not_known_is_refused(self, name):
        with pytest.raises(OptionError) as caught:
            getattr(measures, name)(path(3), values="weights")
        assert str(caught.value) == (
            "the values 'weights' is not known; known are 'ties', 'strengths'."
        )


class TestLarger:
    """Above the size at which a square array is faster, the steps are made one by one."""

    @pytest.mark.parametrize("size", [47, 48, 49, 90, 200])
    @pytest.mark.parametrize("chance", [0.01, 0.03, 0.2])
    @pytest.mark.parametrize("both", [True, False])
    def test_the_largest_eigenvalue_is_that_of_lapack(self, size, chance, both):
        graph = nx.gnp_random_graph(size, chance, seed=size, directed=not both)
        square = nx.to_numpy_array(graph)
        found = leading(csr_array(square))
        wanted = np.abs(np.linalg.eigvals(square)).max()
        assert radius(csr_array(square)) == pytest.approx(wanted, rel=1e-6, abs=1e-6)
        for one in found:
            part = square[np.ix_(one.members, one.members)]
            assert part @ one.vector == pytest.approx(one.value * one.vector, abs=1e-11)
            assert min(one.vector) >= 0

    def test_a_long_row_is_solved_although_its_eigenvalues_lie_close(self):
        square = nx.to_scipy_sparse_array(nx.path_graph(200), dtype=np.float64)
        (found,) = leading(csr_array(square))
        wanted = np.sin(np.pi * np.arange(1, 201) / 201)
        assert found.told_apart
        assert found.vector / found.vector.max() == pytest.approx(wanted / wanted.max(), abs=1e-8)

    @pytest.mark.parametrize("size", [52, 100, 300])
    @pytest.mark.parametrize("strengths", ["alike", "drawn"])
    def test_on_a_ring_with_chords_it_is_that_of_all_eigenvalues(self, size, strengths):
        """Where ties go round in long circles many eigenvalues are nearly as large."""
        for seed in range(6):
            draw = np.random.default_rng(seed)
            square = np.roll(np.eye(size), 1, axis=1)
            for one, other in draw.integers(0, size, (max(1, size // 50), 2)):
                square[one, other] = one != other
            if strengths == "drawn":
                square *= draw.uniform(0.01, 1, square.shape)
            values, vectors = np.linalg.eig(square)
            first = int(np.argmax(values.real))
            wanted = np.abs(vectors[:, first].real)
            found = leading(csr_array(square))
            assert found[0].sure
            assert found[0].value == pytest.approx(values[first].real, rel=1e-9)
            if found[0].told_apart:
                part = wanted[found[0].members] / wanted.max()
                assert found[0].vector / found[0].vector.max() == pytest.approx(part, abs=1e-8)

    @pytest.mark.parametrize("chain", [20, 30])
    def test_two_equal_ends_with_a_long_row_between_have_no_score_whatever_the_names(self, chain):
        ends = [f"a{number}" for number in range(5)], [f"z{number}" for number in range(5)]
        row = [ends[0][0], *(f"m{number:02d}" for number in range(chain)), ends[1][0]]
        ties = [*combinations(ends[0], 2), *combinations(ends[1], 2), *pairwise(row)]
        names = sorted({*ends[0], *ends[1], *row})
        reason = "its largest eigenvalue is too near the next one to tell who counts most"
        assert only_reason(measures.eigenvector(speaking(names, ties))) == reason

    def test_where_the_largest_is_not_found_no_sum_over_ways_is_made_of_it(self, monkeypatch):
        monkeypatch.setattr(kernel, "_ROUNDS_OF_MANY", 5)
        monkeypatch.setattr(kernel, "_MOST_DENSE", 48)
        names = [f"o{number:03d}" for number in range(300)]
        long = speaking(names, pairwise(names))
        for measure in (measures.katz, measures.bonacich_power):
            found = measure(long, layer="contact")
            assert (dict(found), len(found.undefined)) == ({}, 300)

    @pytest.mark.parametrize("strength", [1e-200, 1e15])
    def test_very_small_and_very_large_strengths_lose_nothing_of_power(self, strength):
        gifts_ = gifts(("a", "b", strength), ("b", "a", strength), ("b", "c", strength))
        network = Network(organisations=named("a", "b", "c"), contributions=gifts_)
        found = measures.bonacich_power(network, layer="contribution", values="strengths")
        assert sum(score**2 for score in found.values()) == pytest.approx(3)

    def test_where_they_lie_too_close_there_is_no_score(self, monkeypatch):
        monkeypatch.setattr(kernel, "_ROUNDS_OF_MANY", 5)
        monkeypatch.setattr(kernel, "_MOST_DENSE", 48)
        names = [f"o{number:03d}" for number in range(300)]
        found = measures.eigenvector(speaking(names, pairwise(names)))
        assert only_reason(found) == (
            "its largest eigenvalue is too near the next one to tell who counts most"
        )

    @pytest.mark.parametrize("share", [0.2, -0.5, 0.85, 0.999, -0.9999])
    @pytest.mark.parametrize(
        "graph",
        [
            nx.gnp_random_graph(100, 0.05, seed=1),
            nx.gnp_random_graph(100, 0.05, seed=1, directed=True),
            nx.complete_bipartite_graph(20, 60),
            nx.path_graph(90),
        ],
        ids=["contacts", "needs", "bipartite", "row"],
    )
    def test_sums_over_all_ways_are_the_solution_of_lapack(self, graph, share):
        square = nx.to_numpy_array(graph)
        largest = radius(csr_array(square))
        factor = share / largest
        start = square.sum(axis=1) + np.arange(len(square)) % 3
        found = summed(csr_array(square), start, factor, abs(share))
        wanted = np.linalg.solve(np.eye(len(square)) - factor * square, start)
        assert found == pytest.approx(wanted, rel=1e-8)

    @pytest.mark.parametrize("factor", [0.5, -0.99])
    def test_where_all_go_round_in_step_every_step_is_made(self, factor):
        square = nx.to_numpy_array(nx.cycle_graph(99, create_using=nx.DiGraph))
        found = summed(csr_array(square), np.arange(99.0), factor, abs(factor))
        wanted = np.linalg.solve(np.eye(99) - factor * square, np.arange(99.0))
        assert found == pytest.approx(wanted, rel=1e-8)

    @pytest.mark.parametrize("factor", [0.5, -1, 3])
    def test_where_no_tie_goes_round_the_sum_ends_by_itself(self, factor):
        square = nx.to_numpy_array(nx.path_graph(70, create_using=nx.DiGraph))
        found = summed(csr_array(square.T), np.ones(70), factor, 0)
        wanted = [sum(float(factor) ** power for power in range(one + 1)) for one in range(70)]
        assert found == pytest.approx(wanted)

    def test_small_and_large_are_worked_out_to_the_same_digits(self, monkeypatch):
        square = csr_array(nx.to_numpy_array(nx.gnp_random_graph(60, 0.1, seed=2)))
        factor = -0.5 / radius(square)
        small = summed(square, np.ones(60), factor, 0.5)
        monkeypatch.setattr(series, "_SMALL", 0)
        assert summed(square, np.ones(60), factor, 0.5) == pytest.approx(small, rel=1e-12)

    def test_a_sum_that_hardly_ends_is_refused(self, monkeypatch):
        monkeypatch.setattr(series, "_MOST_PAIRS", 3)
        square = nx.to_numpy_array(nx.cycle_graph(99, create_using=nx.DiGraph))
        with pytest.raises(OptionError) as caught:
            summed(csr_array(square), np.arange(99.0), 0.999, 0.999)
        assert str(caught.value) == (
            "the factor of a step is too near the limit of this network to add up."
        )


THREADS = """
import networkx as nx, numpy as np
from netdeps import Network, measures
for size in (30, 48, 49, 64, 65, 150):
    names = [f"o{number:03d}" for number in range(size)]
    graph = nx.gnp_random_graph(size, 5 / size, seed=size)
    network = Network(
        organisations=[{"id": name} for name in names],
        contacts=[{"between": [names[a], names[b]], "quality": (a + b) % 7 / 7} for a, b in graph.edges],
    )
    for name in ("betweenness", "closeness", "eigenvector", "pagerank", "katz", "bonacich_power"):
        found = getattr(measures, name)(network, layer="contact")
        print(name, [value.hex() for value in found.values()])
    by_length = measures.betweenness(network, distance="inverse_strength")
    print([value.hex() for value in by_length.values()])
"""


def test_the_number_of_threads_changes_no_bit():
    printed = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", THREADS],
            env={**os.environ, "OPENBLAS_NUM_THREADS": str(threads)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for threads in (1, 2)
    }
    (only,) = printed
    assert "eigenvector" in only


def test_every_pair_of_parts_of_the_same_weight_is_seen():
    """Two complete parts of three and of three, beside one of two that weighs less."""
    both = [*combinations("abc", 2), *combinations("def", 2), ("g", "h")]
    found = leading(csr_array(array_of(list("abcdefgh"), both, both=True)))
    assert sorted(one.members.tolist() for one in found) == [[0, 1, 2], [3, 4, 5]]
