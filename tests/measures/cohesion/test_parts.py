"""Components and cut points: what hangs together, and on whom that rests."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import from_graph, gifts, named, needing, needs, path, speaking, star
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import cuts, layer
from netdeps.graph.arrays import LAYERS
from netdeps.measures import components, cut_points


def parts(network, **options):
    return [row.members for row in components(network, **options)]


def largest_first(groups):
    return sorted((tuple(sorted(one)) for one in groups), key=lambda one: (-len(one), one))


class TestComponents:
    def test_the_largest_comes_first_and_whoever_has_no_tie_is_one(self):
        found = components(speaking("abcdef", ["ab", "cd", "de"]))
        assert [(row.members, row.size, row.share) for row in found] == [
            (("c", "d", "e"), 3, 1 / 2),
            (("a", "b"), 2, 1 / 3),
            (("f",), 1, 1 / 6),
        ]

    def test_the_florentine_families_are_one_part_and_the_pucci(self):
        families = nx.florentine_families_graph()
        families.add_node("Pucci")
        assert [row.size for row in components(from_graph(families))] == [15, 1]

    def test_strong_parts_need_a_way_to_and_fro(self):
        network = needing("abcd", ["ab", "bc", "ca", "cd"])
        assert parts(network, layer="dependency") == [("a", "b", "c", "d")]
        assert parts(network, layer="dependency", connection="strong") == [("a", "b", "c"), ("d",)]

    def test_of_contacts_strong_and_weak_are_the_same(self):
        found = components(path(3), connection="strong")
        assert [(row.members, row.connection) for row in found] == [(("a", "b", "c"), "weak")]

    def test_each_part_rests_on_its_own_statements(self):
        network = speaking("abcd", ["ab", "cd"])
        assert [row.because for row in components(network)] == [
            ("a speaks b any",),
            ("c speaks d any",),
        ]

    def test_a_strong_part_rests_on_what_runs_inside_it(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contributions=gifts(("a", "b", 1), ("b", "a", 1), ("b", "c", 1)),
        )
        found = components(network, layer="contribution", connection="strong")
        assert [row.because for row in found] == [("gift 1", "gift 2"), ()]

    def test_how_it_hangs_together_has_to_be_known(self):
        with pytest.raises(OptionError) as caught:
            components(path(3), connection="firm")
        assert str(caught.value) == (
            "the connection 'firm' is not known; known are 'weak', 'strong'."
        )

    @given(cases(max_size=6))
    def test_the_parts_are_those_of_networkx(self, network):
        for name in LAYERS:
            ties = layer(network, name)
            graph = ties.to_networkx()
            weak = nx.connected_components(nx.Graph(graph))
            assert parts(network, layer=name) == largest_first(weak)
            if ties.directed:
                strong = nx.strongly_connected_components(graph)
                found = parts(network, layer=name, connection="strong")
                assert found == largest_first(strong)

    @given(cases(max_size=6))
    def test_every_statement_stands_with_one_weak_part(self, network):
        for name in LAYERS:
            rows = components(network, layer=name)
            told = [one for row in rows for one in row.because]
            assert sorted(told) == sorted(layer(network, name).because)


class TestCutPoints:
    def test_the_florentine_families_hang_on_four(self):
        """igraph 1.3.5, articulation_points: Albizzi, Guadagni, Medici and Salviati."""
        found = cut_points(from_graph(nx.florentine_families_graph()))
        assert [(row.organisation, row.separates) for row in found] == [
            ("Medici", 35),
            ("Albizzi", 13),
            ("Guadagni", 13),
            ("Salviati", 13),
        ]
        assert found[0].parts[1:] == (("Pazzi", "Salviati"), ("Acciaiuoli",))

    def test_the_karate_club_hangs_on_its_instructor(self):
        found = cut_points(from_graph(nx.karate_club_graph()))
        assert [row.organisation for row in found] == ["0"]
        assert [len(part) for part in found[0].parts] == [27, 5, 1]

    def test_a_path_falls_apart_at_every_inner_place(self):
        assert [(r.organisation, r.parts, r.separates) for r in cut_points(path(4))] == [
            ("b", (("c", "d"), ("a",)), 2),
            ("c", (("a", "b"), ("d",)), 2),
        ]

    def test_a_star_falls_apart_at_its_centre(self):
        (row,) = cut_points(star(5))
        assert (row.parts, row.separates) == ((("b",), ("c",), ("d",), ("e",)), 6)

    def test_direction_is_left_aside(self):
        network = needing("abc", ["ab", "cb", "bc"])
        (row,) = cut_points(network, layer="dependency")
        assert (row.organisation, row.parts) == ("b", (("a",), ("c",)))
        assert row.because == ("need 1", "need 2", "need 3")

    def test_in_a_circle_there_is_always_a_way_round(self):
        assert list(cut_points(speaking("abc", ["ab", "bc", "ca"]))) == []

    def test_it_rests_on_its_own_ties(self):
        (row,) = cut_points(speaking("abcde", ["ab", "bc", "de"]))
        assert row.because == ("a speaks b any", "b speaks c any")

    def test_what_is_needed_from_outside_is_no_tie_that_it_rests_on(self):
        ties = needs(("b", 2, "all", ["a"]), ("b", 2, "all", ["c"]), ("b", 2, "all", ["outside"]))
        network = Network(organisations=named("a", "b", "c"), dependencies=ties)
        (row,) = cut_points(network, layer="dependency")
        assert row.because == ("need 1", "need 2")

    @given(st.integers(0, 14), st.integers(0, 20), st.integers(0, 20), st.booleans())
    def test_taking_each_away_in_turn_gives_the_same_parts(self, size, ties, seed, directed):
        graph = nx.gnm_random_graph(size, min(ties, size * (size - 1) // 2), seed, directed)
        names = {number: f"o{number:02d}" for number in graph}
        make = needing if directed else speaking
        network = make(names.values(), [(names[i], names[j]) for i, j in graph.edges])
        wanted = {}
        for one in graph:
            near = nx.node_connected_component(nx.Graph(graph), one) - {one}
            left = largest_first(nx.connected_components(nx.Graph(graph).subgraph(near)))
            if len(left) > 1:
                apart = sum(len(i) * len(j) for i, j in combinations(left, 2))
                named_parts = tuple(tuple(names[place] for place in part) for part in left)
                wanted[names[one]] = (named_parts, apart)
        found = cut_points(network, layer="dependency" if directed else "contact")
        assert {row.organisation: (row.parts, row.separates) for row in found} == wanted
        assert set(wanted) == {names[one] for one in nx.articulation_points(nx.Graph(graph))}

    def test_a_hub_of_many_is_one_cut_with_as_many_parts(self):
        size = 3000
        ties = layer(speaking(map("{:05d}".format, range(size)), []), "contact")
        assert list(cuts(ties)) == []
        names = [f"o{number:04d}" for number in range(size)]
        (row,) = cut_points(speaking(names, [(names[0], one) for one in names[1:]]))
        assert (len(row.parts), row.separates) == (size - 1, (size - 1) * (size - 2) // 2)
