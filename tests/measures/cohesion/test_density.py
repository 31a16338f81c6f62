"""Density: the share of all possible ties that is there, with what is not known as bounds."""

from itertools import combinations, permutations

import networkx as nx
import pytest
from hypothesis import given
from networks import agreed, asked, from_graph, gifts, giving, named, needing, path, spoken
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import Contacts, layer
from netdeps.graph.arrays import LAYERS
from netdeps.measures import density


class TestWorkedExamples:
    def test_the_florentine_marriages_have_20_of_105(self):
        """Fifteen families with a tie (Padgett and Ansell 1993); with the Pucci, 20 of 120."""
        families = nx.florentine_families_graph()
        assert density(from_graph(families)) == pytest.approx(20 / 105)
        families.add_node("Pucci")
        assert round(float(density(from_graph(families))), 4) == 0.1667

    def test_the_karate_club_has_78_of_561(self):
        assert round(float(density(from_graph(nx.karate_club_graph()))), 3) == 0.139

    def test_arrows_are_set_against_every_ordered_pair(self):
        assert density(needing("abc", ["ab", "ba", "bc"]), layer="dependency") == 3 / 6

    def test_strengths_give_their_mean_over_all_pairs(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[*spoken(["ab"], quality=0.5), *spoken(["ac"], quality=0.25)],
        )
        found = density(network, values="strengths")
        assert (found.value, found.low, found.high) == (0.25, None, None)
        assert density(network) == 2 / 3

    def test_amounts_give_what_is_brought_on_average(self):
        network = giving("abc", ("a", "b", 6), ("b", "a", 3))
        assert density(network, layer="contribution", values="strengths") == 9 / 6


class TestWhatIsNotKnown:
    def test_a_pair_that_nobody_was_asked_about_counts_as_none_and_widens_the_bounds(self):
        network = Network(
            organisations=named(*"abcd"), contacts=agreed(["ab"]), interviews=asked("a", "b")
        )
        found = density(network)
        assert (found.value, found.low, found.high) == (1 / 6, 1 / 6, 2 / 6)
        assert str(found.caveats[0]).startswith("It is known of 83.3% of the pairs")

    def test_a_contradiction_counts_as_none(self):
        network = Network(
            organisations=named("a", "b"),
            contacts=[*spoken(["ab"]), *spoken(["ba"], exists=False)],
        )
        assert (density(network).value, density(network).high) == (0, 0)

    def test_a_level_that_one_of_the_two_lacks_leaves_nothing_open(self):
        levels = [["governing"], ["operational"]]
        network = Network(
            organisations=[
                {"id": one, "levels": has} for one, has in zip("ab", levels, strict=True)
            ]
        )
        assert (density(network).low, density(network).high) == (0, 0)

    def test_needs_have_no_bounds(self):
        found = density(needing("ab", ["ab"]), layer="dependency")
        assert (found.low, found.high) == (None, None)

    @pytest.mark.parametrize("size", [0, 1])
    def test_fewer_than_two_have_nothing_to_share(self, size):
        found = density(Network(organisations=named(*"ab"[:size])))
        assert (found.value, str(found.reason)) == (None, "there are fewer than two organisations")

    def test_amounts_in_two_units_have_no_strength(self):
        money = {"giver": "b", "taker": "a", "resource": "money", "amount": 3}
        network = Network(
            organisations=named("a", "b"),
            contributions=[*gifts(("a", "b", 1)), money],
        )
        found = density(network, layer="contribution", values="strengths")
        assert str(found.reason) == (
            "amounts in different resources or units cannot be added; choose one resource"
        )
        assert density(network, layer="contribution") == 1

    def test_what_counts_has_to_be_known(self):
        with pytest.raises(OptionError) as caught:
            density(path(3), values="weights")
        assert str(caught.value) == (
            "the values 'weights' is not known; known are 'ties', 'strengths'."
        )


@given(cases(max_size=5))
def test_it_is_what_networkx_computes(network):
    if len(network.ids) > 1:
        for name in LAYERS:
            graph = layer(network, name).to_networkx()
            assert float(density(network, layer=name)) == pytest.approx(nx.density(graph))


@given(cases(max_size=5))
def test_strengths_are_added_pair_by_pair(network):
    for name in ("contact", "dependency"):
        ties = layer(network, name)
        ordered = permutations if ties.directed else combinations
        pairs = list(ordered(network.ids, 2))
        if pairs:
            graph = ties.to_networkx()
            strengths = (graph.edges[pair]["strength"] for pair in pairs if graph.has_edge(*pair))
            found = density(network, layer=name, values="strengths")
            assert float(found) == pytest.approx(sum(strengths) / len(pairs))


@given(cases(max_size=5))
def test_the_bounds_are_those_of_looking_at_every_pair(network):
    pairs = list(combinations(network.ids, 2))
    if pairs:
        for level in (None, "governing"):
            contacts, found = Contacts(network), density(network, level=level)
            states = [contacts.anywhere(*pair, level=level) for pair in pairs]
            assert found.value == found.low == states.count("yes") / len(pairs)
            yes_or_open = states.count("yes") + states.count("unknown")
            assert found.high == yes_or_open / len(pairs)
