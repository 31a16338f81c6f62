"""How often the shortest line between two others runs through an organisation."""

from collections import defaultdict
from fractions import Fraction
from itertools import combinations, pairwise, permutations

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
from netdeps.measures.centrality import abreast, between


def scores(network, **options):
    return list(measures.betweenness(network, **options).values())


def paths_between(lengths, one, other):
    """Every path without repetition from one to another with its length, one step at a time."""
    unfinished = [([one], Fraction(0))]
    while unfinished:
        so_far, length = unfinished.pop()
        if so_far[-1] == other:
            yield so_far, length
            continue
        for (start, end), step in lengths.items():
            if start == so_far[-1] and end not in so_far:
                unfinished.append(([*so_far, end], length + step))


def slow_betweenness(names, lengths, pairs):
    """Σ over pairs of the share of their shortest paths that pass through, written out."""
    through = dict.fromkeys(names, Fraction(0))
    for one, other in pairs:
        found = list(paths_between(lengths, one, other))
        shortest = min((length for _, length in found), default=None)
        best = [way for way, length in found if length == shortest]
        for way in best:
            for middle in way[1:-1]:
                through[middle] += Fraction(1, len(best))
    return {one: float(value) for one, value in through.items()}


def both_ways(lengths):
    return {**lengths, **{(other, one): step for (one, other), step in lengths.items()}}


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("network", "wanted"),
        [
            (path(4), [0, 2, 2, 0]),
            (star(4), [3, 0, 0, 0]),
            (cycle(4), [0.5, 0.5, 0.5, 0.5]),
            (path(5), [0, 3, 4, 3, 0]),
        ],
        ids=["path of 4", "star of 4", "cycle of 4", "path of 5"],
    )
    def test_small_networks_score_as_worked_out_by_hand(self, network, wanted):
        assert scores(network) == wanted

    def test_normalised_it_is_the_share_of_the_pairs(self):
        assert scores(star(4), scale="normalised") == [1, 0, 0, 0]
        assert scores(path(4), scale="normalised") == pytest.approx([0, 2 / 3, 2 / 3, 0])

    def test_a_directed_network_counts_ordered_pairs(self):
        network = needing("abc", [("a", "b"), ("b", "c")])
        assert scores(network, layer="dependency") == [0, 1, 0]
        assert scores(network, layer="dependency", scale="normalised") == [0, 0.5, 0]

    def test_at_a_level_only_the_contacts_there_count(self):
        network = with_records(
            speaking("abc", [("a", "b")]),
            contacts=[{"between": ["b", "c"], "level": "governing", "id": "directors"}],
        )
        assert scores(network, level="governing") == [0, 1, 0]
        assert scores(network, level="operational") == [0, 0, 0]


class TestPublishedNetworks:
    def test_the_kite_has_the_scores_that_krackhardt_gave(self):
        """Krackhardt (1990), Assessing the political landscape: normalised, three decimals."""
        found = measures.betweenness(from_graph(nx.krackhardt_kite_graph()), scale="normalised")
        wanted = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]
        assert [round(found[str(one)], 3) for one in range(10)] == wanted

    def test_the_florentine_families_score_as_in_the_tests_of_networkx(self):
        """Padgett and Ansell (1993); values of networkx's test_betweenness_centrality.py."""
        found = measures.betweenness(from_graph(nx.florentine_families_graph()), scale="normalised")
        wanted = {
            "Acciaiuoli": 0,
            "Albizzi": 0.212,
            "Barbadori": 0.093,
            "Bischeri": 0.104,
            "Castellani": 0.055,
            "Ginori": 0,
            "Guadagni": 0.255,
            "Lamberteschi": 0,
            "Medici": 0.522,
            "Pazzi": 0,
            "Peruzzi": 0.022,
            "Ridolfi": 0.114,
            "Salviati": 0.143,
            "Strozzi": 0.103,
            "Tornabuoni": 0.092,
        }
        assert dict(found) == pytest.approx(wanted, abs=6e-4)

    def test_the_karate_club_scores_as_in_networkx(self):
        graph = nx.karate_club_graph()
        wanted = nx.betweenness_centrality(graph, normalized=False, weight=None)
        assert dict(measures.betweenness(from_graph(graph))) == pytest.approx(
            {str(one): value for one, value in wanted.items()}
        )


class TestStrongTiesAreShort:
    TRIANGLE = Network(
        organisations=named("a", "b", "c"),
        contacts=[
            {"between": pair, "quality": quality}
            for pair, quality in ((["a", "b"], 0.9), (["b", "c"], 0.9), (["a", "c"], 0.3))
        ],
    )

    def test_two_strong_ties_are_shorter_than_a_weak_one(self):
        assert scores(self.TRIANGLE, distance="inverse_strength") == [0, 1, 0]

    def test_in_steps_every_tie_is_as_long(self):
        assert scores(self.TRIANGLE) == [0, 0, 0]

    @pytest.mark.parametrize(("strong", "weak"), [(0.75, 0.25), (0.9, 0.3)])
    def test_ways_of_equal_length_tie_although_floats_would_not(self, strong, weak):
        """Six ties of strength 3/4 are as long as two of strength 1/4: eight."""
        long_way, short_way = "acdefgb", "ahb"
        network = Network(
            organisations=named(*"abcdefgh"),
            contacts=[
                {"between": list(pair), "quality": quality}
                for way, quality in ((long_way, strong), (short_way, weak))
                for pair in pairwise(way)
            ],
        )
        assert sum([1 / strong] * 6) < sum([1 / weak] * 2)
        lengths = {
            **dict.fromkeys(pairwise(long_way), 1 / Fraction(str(strong))),
            **dict.fromkeys(pairwise(short_way), 1 / Fraction(str(weak))),
        }
        wanted = slow_betweenness("abcdefgh", both_ways(lengths), combinations("abcdefgh", 2))
        for level in (None, "governing"):
            found = measures.betweenness(network, level=level, distance="inverse_strength")
            assert dict(found) == pytest.approx(wanted)
            assert found["h"] == 0.5

    def test_a_tie_of_strength_0_is_no_way(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "quality": 0.5},
                {"between": ["b", "c"], "quality": 0},
            ],
        )
        assert scores(network, distance="inverse_strength") == [0, 0, 0]
        assert scores(network, distance="steps") == [0, 1, 0]

    def test_a_very_weak_tie_is_a_very_long_way(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "quality": 1e-7},
                {"between": ["b", "c"], "quality": 1},
            ],
        )
        assert scores(network, distance="inverse_strength") == [0, 1, 0]

    def test_amounts_have_no_length(self):
        with pytest.raises(OptionError) as caught:
            measures.betweenness(
                giving("abc", ("a", "b", 1)), layer="contribution", distance="inverse_strength"
            )
        assert str(caught.value) == (
            "amounts have no highest value, so no length follows from them; use distance='steps'."
        )

    def test_shares_of_what_matters_make_lengths_in_a_directed_network(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=[
                {"depender": "a", "dependum": "x", "dependees": ["b"], "importance": 3},
                {"depender": "a", "dependum": "y", "dependees": ["c"], "importance": 1},
                {"depender": "b", "dependum": "z", "dependees": ["c"]},
            ],
        )
        options = {"layer": "dependency", "distance": "inverse_strength"}
        assert scores(network, **options) == [0, 1, 0]


class TestUndefined:
    @pytest.mark.parametrize("size", [1, 2])
    def test_with_fewer_than_three_nobody_can_stand_between(self, size):
        found = measures.betweenness(path(size))
        assert dict(found) == {}
        assert {str(why) for why in found.undefined.values()} == {
            "with fewer than three organisations nobody stands between two others"
        }

    def test_three_who_do_not_speak_score_0(self):
        assert scores(speaking("abc", [])) == [0, 0, 0]


@given(ties(min_size=3))
def test_every_score_is_that_of_all_paths_written_out(drawn):
    names, found = drawn
    lengths = both_ways(dict.fromkeys(found, Fraction(1)))
    wanted = slow_betweenness(names, lengths, combinations(names, 2))
    assert dict(measures.betweenness(speaking(names, found))) == pytest.approx(wanted)


@given(arrows(min_size=3))
def test_every_directed_score_is_that_of_all_paths_written_out(drawn):
    names, found = drawn
    lengths = dict.fromkeys(found, Fraction(1))
    wanted = slow_betweenness(names, lengths, permutations(names, 2))
    network = needing(names, found)
    assert dict(measures.betweenness(network, layer="dependency")) == pytest.approx(wanted)
    shares = measures.betweenness(network, layer="dependency", scale="normalised")
    pairs = (len(names) - 1) * (len(names) - 2)
    assert dict(shares) == pytest.approx({one: wanted[one] / pairs for one in names})


qualities = st.sampled_from([0.1, 0.2, 0.3, 0.6, 0.9, 1.0])


@st.composite
def valued_ties(draw, scale=Fraction(1)):
    names, found = draw(ties(min_size=3))
    return names, {pair: draw(qualities) for pair in found}, scale


def valued(names, found, scale=1):
    contacts = [
        {"between": list(pair), "quality": float(Fraction(str(quality)) * scale)}
        for pair, quality in found.items()
    ]
    return Network(organisations=named(*names), contacts=contacts)


@given(valued_ties())
def test_every_score_by_strength_is_that_of_exact_lengths(drawn):
    names, found, _ = drawn
    lengths = {pair: 1 / Fraction(str(quality)) for pair, quality in found.items()}
    wanted = slow_betweenness(names, both_ways(lengths), combinations(names, 2))
    network = valued(names, found)
    assert dict(measures.betweenness(network, distance="inverse_strength")) == pytest.approx(wanted)


@given(valued_ties(), st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(1, 10)]))
def test_scaling_all_lengths_changes_nothing(drawn, scale):
    names, found, _ = drawn
    before = measures.betweenness(valued(names, found), distance="inverse_strength")
    after = measures.betweenness(valued(names, found, scale), distance="inverse_strength")
    assert dict(after) == pytest.approx(dict(before))


@given(ties(min_size=3, max_size=7))
def test_together_they_make_up_every_detour(drawn):
    """Σ b = Σ over connected pairs of their distance - 1."""
    names, found = drawn
    distances = dict(nx.all_pairs_shortest_path_length(nx.Graph(found)))
    detours = sum(
        distances[one][other] - 1
        for one, other in combinations(names, 2)
        if other in distances.get(one, {})
    )
    assert sum(scores(speaking(names, found))) == pytest.approx(detours)


@given(ties(min_size=3))
def test_whoever_has_one_tie_stands_between_nobody(drawn):
    names, found = drawn
    ends = defaultdict(int)
    for one in (end for pair in found for end in pair):
        ends[one] += 1
    score = measures.betweenness(speaking(names, found))
    assert all(score[one] == 0 for one in names if ends[one] <= 1)


@pytest.mark.parametrize("size", [3, 4, 5])
def test_where_everybody_speaks_everybody_nobody_stands_between(size):
    assert scores(complete(size)) == [0] * size


@given(ties(min_size=3))
def test_an_isolate_changes_no_raw_score_but_does_change_shares(drawn):
    names, found = drawn
    network = speaking(names, found)
    joined = with_records(network, organisations=named("zz"))
    before, after = measures.betweenness(network), measures.betweenness(joined)
    assert {one: after[one] for one in names} == pytest.approx(dict(before))
    for one in names:
        share = measures.betweenness(joined, scale="normalised")[one]
        size = len(names)
        assert share == pytest.approx(before[one] / (size * (size - 1) / 2))


def test_contributions_take_steps():
    network = replaced(
        Network(organisations=named("a", "b", "c")),
        contributions=gifts(("a", "b", 9), ("b", "c", 1)),
    )
    assert scores(network, layer="contribution") == [0, 1, 0]


class TestLarger:
    """Above the size at which one source after another is quicker, many go abreast."""

    @pytest.mark.parametrize("size", [60, 61, 64, 65, 130])
    @pytest.mark.parametrize("chance", [0, 0.01, 0.04, 0.5])
    @pytest.mark.parametrize("directed", [True, False])
    def test_of_any_size_it_is_that_of_networkx(self, size, chance, directed):
        graph = nx.gnp_random_graph(size, chance, seed=size, directed=directed)
        graph = nx.relabel_nodes(graph, {one: f"{one:03d}" for one in graph})
        network = needing(graph, graph.edges) if directed else from_graph(graph)
        found = measures.betweenness(network, layer="dependency" if directed else "contact")
        wanted = nx.betweenness_centrality(graph, normalized=False)
        assert dict(found) == pytest.approx(wanted, rel=1e-12)

    @pytest.mark.parametrize("many", [1, 7, 500])
    def test_however_many_go_abreast_the_scores_are_the_same(self, monkeypatch, many):
        graph = nx.gnp_random_graph(90, 0.05, seed=1)
        network = from_graph(nx.relabel_nodes(graph, {one: f"{one:03d}" for one in graph}))
        before = dict(measures.betweenness(network))
        monkeypatch.setattr(abreast, "_ABREAST", many)
        assert dict(measures.betweenness(network)) == pytest.approx(before, rel=1e-12)

    @pytest.mark.parametrize(("steps", "one_by_one"), [(32, 0), (33, 1)])
    def test_very_long_ways_are_followed_one_source_after_another(
        self, monkeypatch, steps, one_by_one
    ):
        called = []
        slowly = between._one_by_one
        monkeypatch.setattr(
            between, "_one_by_one", lambda layer: called.append(layer) or slowly(layer)
        )
        graph = nx.disjoint_union(nx.path_graph(steps + 1), nx.star_graph(40))
        found = measures.betweenness(
            from_graph(nx.relabel_nodes(graph, {one: f"{one:03d}" for one in graph}))
        )
        assert len(called) == one_by_one
        assert list(found.values()) == pytest.approx(
            [one * (steps - one) for one in range(steps + 1)] + [40 * 39 / 2] + [0] * 40
        )
