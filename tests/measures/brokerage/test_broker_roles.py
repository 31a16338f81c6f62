"""Between which others an organisation stands that have no line to each other, by their groups."""

import math
from fractions import Fraction
from functools import cache
from itertools import chain, combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    agreed,
    complete,
    from_graph,
    giving,
    named,
    needing,
    needs,
    path,
    speaking,
    star,
    with_records,
)
from strategies import arrows, ties

from netdeps import Network, measures
from netdeps.errors import OptionError, UnknownNameError
from netdeps.measures.brokerage import open_paths, triangles

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
TOTALLED = (*ROLES, "total")

MIDDLE_ARCS = [
    ("m", "z1"),
    ("z1", "m"),
    ("m", "z2"),
    ("z2", "m"),
    ("m", "c"),
    ("c", "m"),
    ("z1", "z2"),
]
MIDDLE_GROUPS = {"m": "0", "z1": "1", "z2": "1", "c": "2"}


def roles(network, **options):
    """The row of each organisation."""
    return {row.organisation: row for row in measures.broker_roles(network, **options)}


def counts(row):
    return {role: getattr(row, role) for role in TOTALLED}


def directed(names, arcs, groups, **options):
    return roles(needing(names, arcs), layer="dependency", groups=groups, **options)


def undirected(names, pairs, groups, **options):
    return roles(speaking(names, pairs), groups=groups, **options)


def slow_counts(names, arcs, groups, *, both_ways):
    """Every three in every order, written out; without direction each pair once."""
    found = {one: dict.fromkeys(TOTALLED, 0) for one in names}
    for a, v, b in permutations(names, 3):
        if (a, v) in arcs and (v, b) in arcs and (a, b) not in arcs and (both_ways or a < b):
            own, other = groups[a] == groups[v], groups[b] == groups[v]
            role = "liaison" if groups[a] != groups[b] else "itinerant"
            if own or other:
                role = "coordinator" if own and other else "representative"
                role = "gatekeeper" if other and not own and both_ways else role
            found[v][role] += 1
            found[v]["total"] += 1
    return found


def slow_directed(names, arcs, groups):
    return slow_counts(names, set(arcs), groups, both_ways=True)


def slow_undirected(names, pairs, groups):
    arcs = {*pairs, *((b, a) for a, b in pairs)}
    return slow_counts(names, arcs, groups, both_ways=False)


@cache
def every_network(sizes, number, *, both_ways):
    """The counts of each organisation in all networks with so many ties, one by one."""
    groups = dict(
        enumerate(chain.from_iterable([place] * size for place, size in enumerate(sizes)))
    )
    places = list((permutations if both_ways else combinations)(groups, 2))
    slow = slow_directed if both_ways else slow_undirected
    return [slow(groups, chosen, groups) for chosen in combinations(places, number)]


class TestWorkedExamples:
    ROW = directed(MIDDLE_GROUPS, MIDDLE_ARCS, MIDDLE_GROUPS)["m"]
    BERNOULLI = directed(MIDDLE_GROUPS, MIDDLE_ARCS, MIDDLE_GROUPS, chance="bernoulli")["m"]

    def test_a_municipality_between_three_plays_the_roles_worked_out_by_hand(self):
        assert counts(self.ROW) == {
            "coordinator": 0,
            "itinerant": 1,
            "representative": 0,
            "gatekeeper": 0,
            "liaison": 4,
            "total": 5,
        }
        assert self.ROW.group == "0"

    def test_with_the_ties_in_any_places_22_parts_are_expected(self):
        assert self.ROW.expected == pytest.approx(
            {
                "coordinator": 0,
                "itinerant": 7 / 22,
                "representative": 0,
                "gatekeeper": 0,
                "liaison": 7 / 11,
                "total": 21 / 22,
            }
        )

    def test_with_each_tie_by_itself_it_is_what_sna_expects(self):
        expected = self.BERNOULLI.expected
        assert expected["itinerant"] == pytest.approx(0.283565, abs=5e-7)
        assert expected["liaison"] == pytest.approx(0.567130, abs=5e-7)

    @pytest.mark.parametrize(
        ("role", "variance"), [("itinerant", 0.243360), ("liaison", 0.544156), ("total", 0.902386)]
    )
    def test_the_variances_with_each_tie_by_itself_are_those_of_sna(self, role, variance):
        row = self.BERNOULLI
        deviation = (getattr(row, role) - row.expected[role]) / row.z[role]
        assert deviation**2 == pytest.approx(variance, abs=5e-7)

    def test_one_of_132_networks_with_seven_ties_has_as_much_brokerage(self):
        assert self.ROW.tail["total"] == 1 / 132

    def test_four_who_speak_along_four_lines_broker_three_fifths_on_average(self):
        groups = dict(zip("abcd", "xxyz", strict=True))
        found = undirected("abcd", [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d")], groups)
        assert {row.expected["total"] for row in found.values()} == {3 / 5}


EIGHT_ARCS = [
    ("abcdefgh"[i], "abcdefgh"[j])
    for i, j in permutations(range(8), 2)
    if (5 * i * i + 2 * j + 2 * i * j) % 11 < 4
]


class TestAgainstSna:
    """R 4.2.2, sna 2.7.1: ``brokerage(m, g)`` of eight with a tie i → j where 5i² + 2j + 2ij leaves
    less than 4 when divided by 11, in groups by i modulo 3.
    """

    ROWS = directed(
        "abcdefgh", EIGHT_ARCS, dict(zip("abcdefgh", "01201201", strict=True)), chance="bernoulli"
    )

    def test_the_counts_are_the_same(self):
        wanted = {
            "a": (1, 2, 1, 1, 0, 5),
            "b": (1, 0, 1, 0, 2, 4),
            "c": (0, 1, 0, 0, 2, 3),
            "d": (1, 1, 1, 0, 0, 3),
            "e": (1, 0, 1, 2, 3, 7),
            "f": (0, 0, 0, 0, 0, 0),
            "g": (1, 0, 0, 2, 1, 4),
            "h": (1, 3, 2, 3, 5, 14),
        }
        assert {one: tuple(counts(row).values()) for one, row in self.ROWS.items()} == wanted

    def test_what_is_expected_is_the_same(self):
        wanted = {
            "a": (0.187408892128, 0.749635568513, 0.937044460641, 0.937044460641, 1.12445335277),
            "c": (0, 1.124453352770, 0.562226676385, 0.562226676385, 1.68668002915),
        }
        for one, values in wanted.items():
            found = self.ROWS[one].expected
            assert [found[role] for role in ROLES] == pytest.approx(values, abs=1e-11)
            assert found["total"] == pytest.approx(3.93558673469, abs=1e-11)

    def test_the_deviations_are_the_same(self):
        wanted = {
            "a": (0.412126007071, 0.917730993774, 1.236015454599, 1.236015454599, 1.22784504583),
            "c": (None, 1.159639884817, 0.957413454263, 0.957413454263, 1.58292873372),
        }
        for one, values in wanted.items():
            row = self.ROWS[one]
            for role, deviation in zip(ROLES, values, strict=True):
                if deviation is None:
                    assert row.z[role] is None
                else:
                    z = (getattr(row, role) - row.expected[role]) / deviation
                    assert row.z[role] == pytest.approx(z, abs=1e-9)
            assert row.z["total"] == pytest.approx(
                (row.total - 3.93558673469) / 3.04403721296, abs=1e-9
            )


def grouped(draw, names):
    return {one: draw(st.sampled_from("xyz")) for one in names}


@st.composite
def arrows_in_groups(draw, **sizes):
    names, found = draw(arrows(min_size=3, max_size=7, **sizes))
    return names, found, grouped(draw, names)


@st.composite
def ties_in_groups(draw):
    names, found = draw(ties(min_size=3, max_size=7))
    return names, found, grouped(draw, names)


@given(arrows_in_groups())
def test_every_directed_count_is_that_of_all_threes_written_out(drawn):
    found = directed(*drawn)
    assert {one: counts(row) for one, row in found.items()} == slow_directed(*drawn)


@given(ties_in_groups())
def test_every_count_without_direction_is_that_of_all_threes_written_out(drawn):
    found = undirected(*drawn)
    assert {one: counts(row) for one, row in found.items()} == slow_undirected(*drawn)


@given(arrows_in_groups())
def test_many_groups_and_many_ties_are_counted_in_portions_to_the_same_end(drawn):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(open_paths, "_TABLE", 0)
        patch.setattr(triangles, "_AT_ONCE", 1)
        patch.setattr(triangles, "_SPARE", 0)
        found = directed(*drawn)
    assert {one: counts(row) for one, row in found.items()} == slow_directed(*drawn)


@pytest.mark.parametrize(
    ("sizes", "number", "both_ways"),
    [
        ((1, 1, 2), 7, True),
        ((1, 3), 5, True),
        ((1, 1, 1, 1), 4, True),
        ((4,), 3, True),
        ((1, 2), 3, True),
        ((1, 2), 6, True),
        ((1, 1, 2), 1, True),
        ((2, 2), 4, False),
        ((1, 2, 2), 5, False),
        ((2, 3), 6, False),
        ((1, 1, 3), 4, False),
        ((5,), 6, False),
        ((1, 1, 1, 2), 9, False),
    ],
)
def test_what_is_expected_is_that_of_all_networks_one_by_one(sizes, number, both_ways):
    """Means and variances to the last bit, and the share of networks for each count that can be."""
    names = [str(place) for place in range(sum(sizes))]
    groups = dict(
        zip(
            names, chain.from_iterable([str(g)] * size for g, size in enumerate(sizes)), strict=True
        )
    )
    places = list((permutations if both_ways else combinations)(names, 2))
    make = directed if both_ways else undirected
    every = every_network(sizes, number, both_ways=both_ways)
    for chosen in (places[:number], places[-number:], (places[1::2] + places[::2])[:number]):
        found = make(names, chosen, groups)
        for place, name in enumerate(names):
            for role in TOTALLED:
                check_against_all(found[name], role, [one[place][role] for one in every])


def check_against_all(row, role, found):
    seen = getattr(row, role)
    mean = Fraction(sum(found), len(found))
    variance = Fraction(sum(one * one for one in found), len(found)) - mean**2
    assert row.expected[role] == float(mean)
    assert row.z[role] == (float(seen - mean) / math.sqrt(variance) if variance else None)
    assert row.tail[role] == pytest.approx(sum(one >= seen for one in found) / len(found))


@pytest.mark.parametrize("sizes", [(1, 1, 2), (1, 3), (2, 2), (4,)])
def test_with_each_tie_by_itself_it_is_that_of_all_4096_networks(sizes):
    """All networks of four, each by the chance of as many ties; at a density of 5/12."""
    names = [str(place) for place in range(4)]
    groups = dict(
        zip(
            names, chain.from_iterable([str(g)] * size for g, size in enumerate(sizes)), strict=True
        )
    )
    arcs = list(permutations(names, 2))[:5]
    row = directed(names, arcs, groups, chance="bernoulli")["0"]
    for role in TOTALLED:
        first, second = Fraction(0), Fraction(0)
        for number in range(13):
            chance = Fraction(5, 12) ** number * Fraction(7, 12) ** (12 - number)
            for one in every_network(sizes, number, both_ways=True):
                first += chance * one[0][role]
                second += chance * one[0][role] ** 2
        assert row.expected[role] == float(first)
        variance = second - first**2
        z = float(getattr(row, role) - first) / math.sqrt(variance) if variance else None
        assert row.z[role] == z


def test_the_exact_tail_is_that_of_drawn_networks():
    """2,000 networks of nine with 20 arcs, seed 0: within four of its own errors."""
    names, random = "abcdefghi", np.random.default_rng(0)
    groups = dict(zip(names, "xxxxyyyzz", strict=True))
    places = list(permutations(names, 2))
    arcs = [places[place] for place in random.permutation(72)[:20]]
    rows = directed(names, arcs, groups)
    drawn = [
        slow_directed(names, {places[place] for place in random.permutation(72)[:20]}, groups)
        for _ in range(2000)
    ]
    for one in "aehi":
        for role in TOTALLED:
            share = rows[one].tail[role]
            found = sum(net[one][role] >= getattr(rows[one], role) for net in drawn) / 2000
            assert abs(found - share) <= 4 * math.sqrt(share * (1 - share) / 2000) + 1e-12


class TestProperties:
    @given(arrows_in_groups())
    def test_the_roles_add_up_to_all_open_two_paths(self, drawn):
        for row in directed(*drawn).values():
            assert sum(getattr(row, role) for role in ROLES) == row.total
            assert 0 <= row.total <= (len(drawn[0]) - 1) * (len(drawn[0]) - 2)

    @given(arrows_in_groups())
    def test_other_names_for_the_groups_change_nothing_else(self, drawn):
        names, arcs, groups = drawn
        other = {one: {"x": "q", "y": "p", "z": "r"}[group] for one, group in groups.items()}
        before, after = directed(*drawn), directed(names, arcs, other)
        for one in names:
            assert after[one].group == other[one]
            assert counts(after[one]) == counts(before[one])
            assert after[one].z == before[one].z

    @given(arrows_in_groups())
    def test_turning_all_arrows_swaps_representative_and_gatekeeper(self, drawn):
        names, arcs, groups = drawn
        there = directed(*drawn)
        back = directed(names, [(b, a) for a, b in arcs], groups)
        for one in names:
            turned = counts(back[one])
            turned["representative"], turned["gatekeeper"] = (
                turned["gatekeeper"],
                turned["representative"],
            )
            assert turned == counts(there[one])

    @given(arrows_in_groups(), st.data())
    def test_a_tie_between_two_takes_their_pair_from_every_broker(self, drawn, data):
        names, arcs, groups = drawn
        open_pairs = [pair for pair in permutations(names, 2) if pair not in arcs]
        if not open_pairs:
            return
        a, b = data.draw(st.sampled_from(open_pairs))
        before, after = directed(*drawn), directed(names, [*arcs, (a, b)], groups)
        for one in set(names) - {a, b}:
            between = (a, one) in arcs and (one, b) in arcs
            assert before[one].total - after[one].total == between

    @given(ties_in_groups())
    def test_both_ways_with_direction_is_twice_once_without(self, drawn):
        """As in the docstring: how to get sna's figures for contacts."""
        names, pairs, groups = drawn
        once = undirected(*drawn)
        twice = directed(names, [*pairs, *((b, a) for a, b in pairs)], groups)
        for one in names:
            assert twice[one].total == 2 * once[one].total
            for role in ("coordinator", "itinerant", "liaison"):
                assert getattr(twice[one], role) == 2 * getattr(once[one], role)
            assert twice[one].representative == twice[one].gatekeeper == once[one].representative
            assert once[one].gatekeeper == 0

    def test_where_everybody_speaks_everybody_nobody_stands_between(self):
        for row in roles(complete(5)).values():
            assert set(counts(row).values()) == {0}
            assert set(row.z.values()) == {None}

    @given(arrows_in_groups())
    def test_within_one_group_there_are_only_coordinators(self, drawn):
        names, arcs, _ = drawn
        for row in directed(names, arcs, dict.fromkeys(names, "x")).values():
            assert row.coordinator == row.total
            assert row.z["liaison"] is None

    @given(ties_in_groups())
    def test_an_isolate_changes_no_count_but_does_change_what_is_expected(self, drawn):
        names, pairs, groups = drawn
        before = undirected(*drawn)
        joined = with_records(speaking(names, pairs), organisations=named("zz"))
        after = roles(joined, groups={**groups, "zz": "x"})
        assert {one: counts(after[one]) for one in names} == {
            one: counts(row) for one, row in before.items()
        }
        if 1 < len(pairs) < len(names) * (len(names) - 1) / 2:
            assert after[names[0]].expected["total"] != before[names[0]].expected["total"]


class TestUndefined:
    def test_a_role_that_the_group_is_too_small_for_has_no_z(self):
        found = measures.broker_roles(
            needing(MIDDLE_GROUPS, MIDDLE_ARCS), layer="dependency", groups=MIDDLE_GROUPS
        )
        row = found[0]
        assert (row.expected["coordinator"], row.z["coordinator"]) == (0, None)
        assert row.tail["coordinator"] == 1
        assert str(found.undefined["0, coordinator"]) == (
            "with groups of this size and so many lines nobody in this group can play this role"
        )

    def test_without_direction_gatekeepers_are_counted_as_representatives(self):
        found = measures.broker_roles(star(4), by="organisation")
        assert str(found.undefined["a, gatekeeper"]) == (
            "the lines have no direction; these pairs are counted under representative"
        )
        assert (
            "Contacts have no direction: each pair counts once, and all pairs between the own "
            "group and another are counted under representative." in map(str, found.caveats)
        )

    def test_of_three_in_a_row_every_network_has_as_much_in_all_but_not_for_each(self):
        found = measures.broker_roles(path(3), groups=dict.fromkeys("abc", "x"))
        assert found[0].expected["total"] == found[0].tail["total"] == 1 / 3
        assert "x, total" not in found.undefined

    def test_where_everybody_has_a_tie_with_everybody_there_is_no_z(self):
        found = measures.broker_roles(complete(3), groups=dict.fromkeys("abc", "x"))
        assert {row.z["total"] for row in found} == {None}
        assert str(found.undefined["x, total"]).startswith("with groups of this size")

    @pytest.mark.parametrize("size", [0, 1, 2])
    def test_with_fewer_than_three_nobody_stands_between(self, size):
        found = measures.broker_roles(path(size))
        assert list(found) == []
        assert {str(reason) for reason in found.undefined.values()} == (
            {"with fewer than three organisations nobody stands between two others"}
            if size
            else set()
        )

    def test_whoever_has_no_region_is_left_out_and_said_to_be(self):
        network = Network(
            organisations=[
                *named("a", "b", "c", region="Leiden"),
                *named("d", region=" "),
            ],
            contacts=agreed([("a", "b"), ("b", "c"), ("b", "d")]),
        )
        found = measures.broker_roles(network, by="region")
        assert {row.organisation: row.total for row in found} == {"a": 0, "b": 1, "c": 0}
        assert found[0].group == "Leiden"
        assert str(found.undefined["d"]) == "it has no group here"
        assert "1 organisation has no group and is left out, with its lines." in map(
            str, found.caveats
        )
        alone = measures.broker_roles(network.only("abc"), by="region")
        assert [row.to_dict() | {"because": ()} for row in alone] == [
            row.to_dict() | {"because": ()} for row in found
        ]

    def test_with_15_organisations_there_is_a_z_and_no_tail(self):
        names = "abcdefghijklmno"
        found = measures.broker_roles(speaking(names, [("a", one) for one in names[1:]]))
        assert {row.tail for row in found} == {None}
        assert found[0].z["total"] > 0
        caveat = "It is not known whether the z-scores follow a normal distribution."
        assert caveat in map(str, found.caveats)
        smaller = measures.broker_roles(speaking(names[:14], [("a", one) for one in names[1:14]]))
        assert smaller[0].tail["total"] < 1e-6
        assert caveat not in map(str, smaller.caveats)


class TestWhatIsAsked:
    TOWN = Network(
        organisations=[
            {"id": "city", "kind": "municipality", "region": "Leiden"},
            {"id": "care", "kind": "care_provider", "region": "Leiden"},
            {"id": "home", "kind": "care_provider", "region": "Gouda"},
            {"id": "rent", "kind": "housing_corporation", "region": "Gouda"},
        ],
        contacts=[
            *agreed([("city", "care"), ("city", "rent")], "governing"),
            *agreed([("city", "home")], "operational"),
        ],
    )

    def test_groups_are_kinds_regions_or_each_by_itself(self):
        def shape(**options):
            return list(counts(roles(self.TOWN, **options)["city"]).values())

        assert shape() == [0, 1, 0, 0, 2, 3]
        assert shape(by="region") == [0, 1, 2, 0, 0, 3]
        assert shape(by="organisation") == [0, 0, 0, 0, 3, 3]
        assert shape(level="governing") == [0, 0, 0, 0, 1, 1]

    def test_most_pairs_come_first_and_then_the_order_of_the_ids(self):
        found = [row.organisation for row in measures.broker_roles(self.TOWN)]
        assert found == ["city", "care", "home", "rent"]

    def test_each_row_rests_on_what_was_said_of_the_ties_of_that_organisation(self):
        found = roles(self.TOWN)
        assert found["rent"].because == (
            "city speaks rent governing",
            "rent speaks city governing",
        )
        assert len(found["city"].because) == 6

    def test_interviews_count_where_the_answer_rests_on_them(self):
        network = Network(
            organisations=named("a", "b", "c"),
            interviews=[
                {"id": "asked b", "organisation": "b", "level": "governing", "asked": ["contacts"]}
            ],
            contacts=[
                {"id": "a b", "between": ["a", "b"], "level": "operational", "said": {"by": "a"}},
                {"id": "b c", "between": ["b", "c"], "said": {"by": "c"}},
            ],
        )
        assert roles(network)["b"].because == ("a b", "asked b", "b c")
        assert roles(network)["c"].because == ("asked b", "b c")

    def test_a_tie_to_whoever_is_left_out_is_not_rested_on(self):
        network = Network(
            organisations=[*named("a", region="N"), *named("b", "d", region="S"), *named("c")],
            contacts=agreed([("a", "b"), ("a", "c"), ("a", "d")]),
        )
        found = roles(network, by="region")
        assert found["a"].because == (
            "a speaks b any",
            "a speaks d any",
            "b speaks a any",
            "d speaks a any",
        )
        kept = roles(network.only("abd"), by="region")
        assert {one: row.because for one, row in found.items()} == {
            one: row.because for one, row in kept.items()
        }

    def test_needs_and_gifts_have_direction(self):
        need = Network(
            organisations=named(*"abc"),
            dependencies=needs(("a", 2, "all", ["b"]), ("b", 2, "all", ["c"])),
        )
        gift = giving("abc", ("a", "b", 1), ("b", "c", 1))
        options = {"groups": {"a": "x", "b": "x", "c": "y"}}
        for network, layer in ((need, "dependency"), (gift, "contribution")):
            row = roles(network, layer=layer, **options)["b"]
            assert (row.representative, row.gatekeeper, row.total) == (1, 0, 1)
            assert len(row.because) == 2

    def test_it_works_on_a_network_with_many_ties(self):
        import networkx as nx

        found = measures.broker_roles(from_graph(nx.karate_club_graph()), by="organisation")
        graph = nx.karate_club_graph()
        for row in found:
            neighbours = list(graph[int(row.organisation)])
            wanted = sum(not graph.has_edge(a, b) for a, b in combinations(neighbours, 2))
            assert row.total == row.liaison == wanted

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"by": "colour"},
                "the by 'colour' is not known; known are 'kind', 'region', 'organisation'.",
            ),
            (
                {"chance": "luck"},
                "the chance 'luck' is not known; known are 'conditional', 'bernoulli'.",
            ),
            (
                {"groups": ["x"]},
                "groups=['x'] is no mapping; the group of each organisation is expected, by its "
                "id.",
            ),
            ({"groups": {"city": 1}}, "the group of 'city' is 1; a text is expected."),
        ],
        ids=["by", "chance", "no mapping", "no text"],
    )
    def test_an_option_that_is_not_known_is_refused(self, options, message):
        with pytest.raises(OptionError) as caught:
            measures.broker_roles(self.TOWN, **options)
        assert str(caught.value) == message

    def test_a_group_of_somebody_who_is_not_there_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            measures.broker_roles(self.TOWN, groups={"citty": "x"})
        assert str(caught.value) == (
            "organisation 'citty' is not known; known are 'care', 'city', 'home', 'rent'. "
            "Did you mean 'city'?"
        )
