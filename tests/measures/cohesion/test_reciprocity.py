"""Reciprocity: how many ties come back, by the two figures that go by the name."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import needing, path
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import layer
from netdeps.measures import reciprocity

TWO_OF_THREE = ("ab", "ba", "bc")


def needs_of(graph):
    names = {number: f"o{number:02d}" for number in graph}
    ties = [(names[one], names[other]) for one, other in graph.edges]
    return needing(names.values(), ties)


class TestWorkedExamples:
    def test_one_pair_both_ways_and_one_pair_one_way(self):
        network = needing("abcd", TWO_OF_THREE)
        assert reciprocity(network) == 2 / 3
        assert reciprocity(network, counted="pairs") == 1 / 2

    def test_the_default_of_sna_follows_from_the_pairs(self):
        """M = 1, A = 1, N = 4 of six pairs: sna's grecip gives (1 + 4) / 6."""
        found = float(reciprocity(needing("abcd", TWO_OF_THREE), counted="pairs"))
        tied = 2 / 6
        assert 1 - tied * (1 - found) == pytest.approx(5 / 6)


class TestWhereThereIsNone:
    def test_contacts_have_no_direction(self):
        found = reciprocity(path(3), layer="contact")
        assert (found.value, str(found.reason)) == (None, "contacts have no direction")

    def test_without_ties_it_is_undefined_and_not_0(self):
        found = reciprocity(needing("ab", []))
        assert (found.value, str(found.reason)) == (None, "there are no lines")

    def test_where_nothing_comes_back_it_is_0(self):
        assert reciprocity(needing("abc", ["ab", "bc"])) == 0

    def test_who_meets_its_own_need_gives_nothing_back(self):
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}],
            dependencies=[{"depender": "a", "dependum": "x", "dependees": ["a", "b"]}],
        )
        assert reciprocity(network) == 0

    def test_what_is_counted_has_to_be_known(self):
        with pytest.raises(OptionError) as caught:
            reciprocity(path(3), counted="triads")
        assert str(caught.value) == (
            "the counted 'triads' is not known; known are 'ties', 'pairs'. Did you mean 'ties'?"
        )


@given(st.integers(2, 14), st.floats(0.05, 0.9), st.integers(0, 5))
def test_it_is_what_networkx_computes_and_what_counting_the_pairs_gives(size, share, seed):
    graph = nx.gnp_random_graph(size, share, seed=seed, directed=True)
    if not graph.edges:
        return
    network = needs_of(graph)
    both = sum(graph.has_edge(*p) and graph.has_edge(*p[::-1]) for p in combinations(graph, 2))
    tied = nx.Graph(graph).number_of_edges()
    assert float(reciprocity(network)) == pytest.approx(nx.overall_reciprocity(graph), abs=1e-12)
    assert float(reciprocity(network, counted="pairs")) == pytest.approx(both / tied)


@given(cases(max_size=4))
def test_turning_every_arrow_changes_nothing(network):
    ties = layer(network, "dependency")
    turned = needing(network.ids, [(o, i) for i, o in ties.to_networkx().edges])
    same = needing(network.ids, ties.to_networkx().edges)
    assert reciprocity(turned).value == reciprocity(same).value == reciprocity(network).value
