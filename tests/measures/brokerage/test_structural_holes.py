"""How much room an organisation's contacts leave it: constraint, effective size, hierarchy."""

import math
from fractions import Fraction
from itertools import permutations

import networkx as nx
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
    replaced,
    speaking,
    star,
    with_records,
)
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError
from netdeps.measures.brokerage import triangles

HOLES = (measures.constraint, measures.effective_size, measures.efficiency, measures.hierarchy)


class Slow:
    """The definitions written out, in fractions."""

    def __init__(self, names, strengths):
        self.names = list(names)
        self.a = {pair: Fraction(value) for pair, value in strengths.items()}

    def between(self, i, j):
        return self.a.get((i, j), Fraction(0)) + self.a.get((j, i), Fraction(0))

    def contacts(self, i):
        return [j for j in self.names if j != i and self.between(i, j)]

    def part(self, i, j):
        return self.between(i, j) / sum(self.between(i, k) for k in self.contacts(i))

    def near(self, j, q):
        return self.between(j, q) / max(self.between(j, k) for k in self.contacts(j))

    def dyad(self, i, j):
        round_about = sum(
            self.part(i, q) * self.part(q, j) for q in self.contacts(i) if q not in {i, j}
        )
        return (self.part(i, j) + round_about) ** 2

    def constraint(self, i):
        return sum(self.dyad(i, j) for j in self.contacts(i))

    def effective_size(self, i):
        return sum(
            1 - sum(self.part(i, q) * self.near(j, q) for q in self.contacts(i) if q != j)
            for j in self.contacts(i)
        )

    def efficiency(self, i):
        return self.effective_size(i) / len(self.contacts(i))

    def hierarchy(self, i):
        size = len(self.contacts(i))
        ratios = [float(self.dyad(i, j) * size / self.constraint(i)) for j in self.contacts(i)]
        return sum(one * math.log(one) for one in ratios) / (size * math.log(size))

    def all(self, name):
        least = 2 if name == "hierarchy" else 1
        return {
            i: float(getattr(self, name)(i)) for i in self.names if len(self.contacts(i)) >= least
        }


def weighed(*valued):
    """Contacts with a quality, which is their strength at every level."""
    return [{"between": list(pair), "quality": quality} for *pair, quality in valued]


class TestWorkedExamples:
    @pytest.mark.parametrize("size", [2, 3, 4, 7])
    def test_the_centre_of_a_star_is_free_and_its_ends_are_not(self, size):
        found = measures.constraint(star(size))
        assert found["a"] == pytest.approx(1 / (size - 1))
        assert {found[one] for one in found if one != "a"} == {1}

    def test_in_a_triangle_it_exceeds_1(self):
        assert dict(measures.constraint(complete(3))) == pytest.approx(dict.fromkeys("abc", 9 / 8))

    def test_among_four_who_all_speak(self):
        assert measures.constraint(complete(4))["a"] == pytest.approx(0.925926, abs=5e-7)

    def test_in_the_middle_of_three_in_a_row(self):
        assert dict(measures.constraint(path(3))) == {"a": 1, "b": 0.5, "c": 1}

    def test_a_triangle_with_one_tie_twice_as_strong(self):
        network = Network(
            organisations=named("1", "2", "3"),
            contacts=weighed(("1", "2", 1.0), ("2", "3", 0.5), ("1", "3", 0.5)),
        )
        found = measures.constraint(network, values="strengths")
        assert list(found.values()) == pytest.approx([1.003086, 1.003086, 1.388889], abs=5e-7)
        assert measures.constraint(network)["3"] == 9 / 8

    def test_what_contacts_share_is_taken_off_the_effective_size(self):
        """n - 2t / n: three contacts with one tie among them, and three with none."""
        network = speaking("abcd", [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c")])
        assert measures.effective_size(network)["a"] == 3 - 2 / 3
        assert measures.efficiency(network)["a"] == pytest.approx((3 - 2 / 3) / 3)
        assert measures.effective_size(star(4))["a"] == 3
        assert measures.efficiency(star(4))["a"] == 1

    def test_constraint_that_comes_from_all_alike_has_no_hierarchy(self):
        assert measures.hierarchy(star(5))["a"] == pytest.approx(0)
        assert measures.hierarchy(cycle(5))["a"] == pytest.approx(0)

    def test_constraint_that_comes_from_one_nearly_alone_has_much(self):
        network = Network(
            organisations=named(*"abcd"),
            contacts=weighed(("a", "b", 1.0), ("a", "c", 0.01), ("a", "d", 0.01)),
        )
        assert measures.hierarchy(network, values="strengths")["a"] > 0.99


EIGHT = [
    ("abcdefgh"[i], "abcdefgh"[j])
    for i, j in permutations(range(8), 2)
    if (5 * i * i + 2 * j + 2 * i * j) % 11 < 4
]


class TestAgainstIgraph:
    """R 4.2.2, igraph 1.3.5: ``constraint`` of eight with a tie i → j where 5i² + 2j + 2ij leaves
    less than 4 when divided by 11; by strength, 1 more than what (i + 1)(j + 1) leaves by 4.
    """

    def test_every_tie_alike(self):
        found = measures.constraint(needing("abcdefgh", EIGHT), layer="dependency")
        assert list(found.values()) == pytest.approx(
            [
                *(0.540710786372, 0.503994960947, 0.493684051398, 0.564435374150),
                *(0.451211892164, 0.668641975309, 0.543925925926, 0.436842473615),
            ],
            abs=1e-11,
        )

    def test_by_strength(self):
        place = {one: number for number, one in enumerate("abcdefgh", start=1)}
        network = giving("abcdefgh", *((a, b, 1 + place[a] * place[b] % 4) for a, b in EIGHT))
        found = measures.constraint(network, layer="contribution", values="strengths")
        assert list(found.values()) == pytest.approx(
            [
                *(0.431787189197, 0.574920225302, 0.565554795533, 0.542939814815),
                *(0.514688381216, 0.606162636466, 0.468964474679, 0.518809179406),
            ],
            abs=1e-11,
        )

    def test_without_direction(self):
        pairs = {tuple(sorted(pair)) for pair in EIGHT}
        found = measures.constraint(speaking("abcdefgh", pairs))
        assert list(found.values()) == pytest.approx(
            [
                *(0.497108163265, 0.482893877551, 0.477197066327, 0.554139030612),
                *(0.491636734694, 0.686530612245, 0.496214923469, 0.441173469388),
            ],
            abs=1e-11,
        )

    @given(arrows(min_size=2, max_size=7))
    def test_it_is_what_python_igraph_gives(self, drawn):
        igraph = pytest.importorskip("igraph", reason="python-igraph is not installed")
        names, found = drawn
        graph = igraph.Graph(directed=True)
        graph.add_vertices(names)
        graph.add_edges(found)
        theirs = dict(zip(names, graph.constraint(), strict=True))
        ours = dict(measures.constraint(needing(names, found), layer="dependency"))
        assert ours == pytest.approx({one: theirs[one] for one in ours}, abs=1e-12)
        assert all(math.isnan(theirs[one]) for one in set(names) - set(ours))


GRAPHS = [nx.florentine_families_graph(), nx.karate_club_graph(), nx.davis_southern_women_graph()]
NAMES = ["Florentine families", "karate club", "southern women"]


@pytest.mark.parametrize("graph", GRAPHS, ids=NAMES)
def test_on_published_networks_it_is_what_networkx_gives(graph):
    network = from_graph(nx.Graph(graph.edges))
    plain = nx.Graph((str(a), str(b)) for a, b in graph.edges)
    assert dict(measures.constraint(network)) == pytest.approx(nx.constraint(plain))
    sizes = nx.effective_size(plain, nodes=list(plain))
    assert dict(measures.effective_size(network)) == pytest.approx(sizes)


@st.composite
def valued_arrows(draw):
    names, found = draw(arrows(min_size=2, max_size=6))
    return names, {pair: draw(st.sampled_from([0.5, 1, 2, 3.25, 10])) for pair in found}


def valued_network(names, strengths):
    return giving(names, *((a, b, value) for (a, b), value in strengths.items()))


VALUED = {"layer": "contribution", "values": "strengths"}


@pytest.mark.parametrize("measure", HOLES, ids=lambda one: one.__name__)
class TestTheDefinitionWrittenOut:
    @given(drawn=valued_arrows())
    def test_by_strength(self, measure, drawn):
        found = dict(measure(valued_network(*drawn), **VALUED))
        assert found == pytest.approx(Slow(*drawn).all(measure.__name__), abs=1e-12)

    @given(drawn=arrows(min_size=2, max_size=6))
    def test_with_direction(self, measure, drawn):
        names, found = drawn
        wanted = Slow(names, dict.fromkeys(found, 1)).all(measure.__name__)
        ours = dict(measure(needing(names, found), layer="dependency"))
        assert ours == pytest.approx(wanted, abs=1e-12)

    @given(drawn=ties(min_size=2, max_size=7))
    def test_without_direction_and_in_portions(self, measure, drawn):
        names, found = drawn
        wanted = Slow(names, dict.fromkeys(found, 1)).all(measure.__name__)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(triangles, "_AT_ONCE", 1)
            ours = dict(measure(speaking(names, found)))
        assert ours == pytest.approx(wanted, abs=1e-12)


class TestProperties:
    @given(valued_arrows())
    def test_the_same_as_networkx_with_its_nodes_named(self, drawn):
        names, strengths = drawn
        graph = nx.DiGraph()
        graph.add_nodes_from(names)
        graph.add_weighted_edges_from((a, b, value) for (a, b), value in strengths.items())
        network = valued_network(names, strengths)
        tightness = nx.constraint(graph, weight="weight")
        sizes = nx.effective_size(graph, nodes=list(graph), weight="weight")
        ours = dict(measures.constraint(network, **VALUED))
        assert ours == pytest.approx({one: tightness[one] for one in ours})
        ours = dict(measures.effective_size(network, **VALUED))
        with_ties_out = {one: size for one, size in ours.items() if graph.out_degree(one)}
        assert with_ties_out == pytest.approx({one: sizes[one] for one in with_ties_out})

    @given(valued_arrows(), st.sampled_from([2, 7, 0.25]))
    def test_only_proportions_matter(self, drawn, scale):
        names, strengths = drawn
        other = {pair: value * scale for pair, value in strengths.items()}
        for measure in HOLES:
            before = dict(measure(valued_network(names, strengths), **VALUED))
            after = dict(measure(valued_network(names, other), **VALUED))
            assert after == pytest.approx(before, abs=1e-12)

    @given(valued_arrows())
    def test_turning_all_arrows_changes_nothing(self, drawn):
        names, strengths = drawn
        back = {(b, a): value for (a, b), value in strengths.items()}
        for measure in HOLES:
            assert dict(measure(valued_network(names, back), **VALUED)) == pytest.approx(
                dict(measure(valued_network(names, strengths), **VALUED)), abs=1e-12
            )

    @given(ties(min_size=2, max_size=7))
    def test_what_comes_out_lies_where_the_docstrings_say(self, drawn):
        network = speaking(*drawn)
        degrees = measures.degree(network)
        sizes, shares = measures.effective_size(network), measures.efficiency(network)
        for one, value in measures.constraint(network).items():
            assert 0 < value <= 9 / 8 + 1e-12
            assert 0 < sizes[one] <= degrees[one]
            assert 0 < shares[one] <= 1
        for value in measures.hierarchy(network).values():
            assert -1e-12 <= value <= 1

    @given(ties(min_size=2))
    def test_an_isolate_changes_nothing_for_the_others(self, drawn):
        network = speaking(*drawn)
        joined = with_records(network, organisations=named("zz"))
        for measure in HOLES:
            assert dict(measure(joined)) == dict(measure(network))

    @pytest.mark.parametrize("drawn", [GRAPHS[0]], ids=["Florentine families"])
    def test_in_its_own_surroundings_it_is_as_in_ucinet(self, drawn):
        """As in the docstring: the network of one ego and its contacts, for igraph's figure there."""
        network = from_graph(drawn)
        for ego in ("Medici", "Ridolfi"):
            part = network.only([ego, *drawn[ego]])
            among = nx.Graph(drawn.subgraph([ego, *drawn[ego]]))
            assert measures.constraint(part)[ego] == pytest.approx(nx.constraint(among)[ego])


class TestUndefined:
    @pytest.mark.parametrize("measure", HOLES, ids=lambda one: one.__name__)
    def test_without_ties_there_is_no_value(self, measure):
        network = speaking("abcd", [("a", "b"), ("b", "c")])
        assert str(measure(network).undefined["d"]) == "it has no lines"

    def test_with_one_contact_there_is_no_hierarchy(self):
        found = measures.hierarchy(star(4))
        assert set(found) == {"a"}
        assert {str(reason) for reason in found.undefined.values()} == {
            "with a single contact there is nothing to compare"
        }

    @pytest.mark.parametrize("measure", HOLES, ids=lambda one: one.__name__)
    def test_different_units_have_no_strength_but_are_ties(self, measure):
        network = replaced(
            giving("abc", ("a", "b", 3)),
            contributions=[
                *gifts(("a", "b", 3)),
                *gifts(("b", "c", 2), resource="money", unit="euro", id="gift 2"),
            ],
        )
        found = measure(network, **VALUED)
        assert dict(found) == {}
        assert {str(reason) for reason in found.undefined.values()} == {
            "amounts in different resources or units cannot be added; choose one resource"
        }
        assert "b" in measure(network, layer="contribution")

    def test_a_tie_of_strength_0_is_no_tie_by_strength(self):
        network = Network(
            organisations=named("a", "b", "c"), contacts=weighed(("a", "b", 1.0), ("b", "c", 0.0))
        )
        found = measures.constraint(network, values="strengths")
        assert (dict(found), list(found.undefined)) == ({"a": 1, "b": 1}, ["c"])
        assert measures.constraint(network)["b"] == 0.5

    @pytest.mark.parametrize("measure", HOLES, ids=lambda one: one.__name__)
    def test_values_that_are_not_known_are_refused(self, measure):
        with pytest.raises(OptionError) as caught:
            measure(path(3), values="weight")
        assert str(caught.value) == (
            "the values 'weight' is not known; known are 'ties', 'strengths'."
        )
