"""Who reaches each other only through others, and who carries that."""

from fractions import Fraction
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    agreed,
    asked,
    named,
    needs,
    pair_of,
    replaced,
    speaking,
    spoken,
    spoken_town,
    with_records,
)
from strategies import cases, ties

from netdeps import Network, formats
from netdeps.graph import (
    Contacts,
    Selection,
    carried,
    contact_layer,
    layer,
    needs_between,
    ways_between,
)
from netdeps.measures import brokered_load, routed_pairs

EXAMPLES = Path(__file__).parents[3] / "examples"
CARE, CORPORATIONS = ("care-a", "care-b", "care-c"), ("corp-1", "corp-2")


def only(found):
    (row,) = found
    return row


def apart(**fields):
    """Care needs housing, both speak the city, and everybody was asked."""
    return pair_of(
        **{
            "contacts": agreed([("city", "care"), ("city", "housing")]),
            "interviews": asked("care", "city", "housing"),
            **fields,
        }
    )


class TestWorkedExamples:
    def test_the_municipality_carries_211_of_210_by_mutual_dependence(self):
        """Mutual dependence 14/15 and 1/14 of the two pairs that do not speak."""
        weights = {(CARE_2, CORPORATION): Fraction(14, 15), (CARE_1, CARE_2): Fraction(1, 14)}
        ways = ways_between(layer(spoken_town(), "contact"), weights)
        found = carried((weights[pair], way) for pair, way in ways.items())
        assert found == {CITY: float(Fraction(211, 210))}
        assert [way.needed for way in ways.values()] == [(CITY,), (CITY,)]

    def test_the_town_has_two_pairs_that_only_the_municipality_connects(self):
        rows = [
            (row.parties, row.requirement, row.sole_broker) for row in routed_pairs(spoken_town())
        ]
        assert rows == [
            ((CARE_2, CORPORATION), 13 / 16, CITY),
            ((CARE_1, CARE_2), 1 / 8, CITY),
        ]

    def test_in_the_town_the_municipality_carries_two_lines_beside_three_of_its_own(self):
        row = only(brokered_load(spoken_town()))
        assert (row.organisation, row.load, row.share) == (CITY, 15 / 16, 1)
        assert (row.pairs, row.sole, row.own) == (2, 2, 3)
        assert row.lines == ((CARE_1, CARE_2), (CARE_2, CORPORATION))

    def test_where_two_could_connect_them_each_carries_half(self):
        network = Network(
            organisations=named("a", "b", "k", "m"),
            dependencies=needs(("a", 2, "all", ["b"])),
            contacts=agreed(["ak", "kb", "am", "mb"]),
            interviews=asked("a", "b", "k", "m"),
        )
        row = only(routed_pairs(network))
        assert (dict(row.via), row.needed, row.sole_broker) == ({"k": 0.5, "m": 0.5}, (), None)
        assert [(one.organisation, one.load, one.sole) for one in brokered_load(network)] == [
            ("k", 1 / 4, 0),
            ("m", 1 / 4, 0),
        ]

    def test_where_two_in_a_row_are_needed_there_is_no_sole_broker(self):
        network = Network(
            organisations=named("a", "b", "k", "m"),
            dependencies=needs(("a", 2, "all", ["b"])),
            contacts=agreed(["ak", "km", "mb"]),
            interviews=asked("a", "b", "k", "m"),
        )
        row = only(routed_pairs(network))
        assert (row.steps, row.needed, row.sole_broker) == (3, ("k", "m"), None)
        assert dict(row.via) == {"k": 1, "m": 1}
        assert [(one.organisation, one.sole) for one in brokered_load(network)] == [
            ("k", 1),
            ("m", 1),
        ]


class TestWhatCounts:
    def test_who_has_contact_is_not_routed(self):
        network = with_records(apart(), contacts=agreed([("care", "housing")]))
        assert list(routed_pairs(network)) == []

    def test_who_needs_nothing_is_not_routed(self):
        assert list(routed_pairs(apart(dependencies=[]))) == []

    def test_a_disputed_contact_is_no_contact_and_is_marked(self):
        network = with_records(apart(), contacts=spoken([("care", "housing")]))
        row = only(routed_pairs(network))
        assert (row.sole_broker, row.disputed) == ("city", True)
        assert not only(routed_pairs(apart())).disputed

    def test_a_disputed_contact_is_no_step_on_a_way(self):
        contacts = [*agreed([("city", "care")]), *spoken([("city", "housing")])]
        found = routed_pairs(apart(contacts=contacts))
        assert list(found) == []
        assert {pair: str(why) for pair, why in found.undefined.items()} == {
            "care – housing": "the contacts that are known do not connect the two"
        }

    def test_a_pair_that_was_not_asked_is_left_out_and_counted(self):
        found = routed_pairs(apart(interviews=[]))
        assert list(found) == []
        assert [str(one) for one in found.caveats] == [
            "It is known of 66.7% of the pairs whether they are in contact; the others count as not.",
            "With more contacts known, lines can run another way, so there are no bounds.",
            "Of 1 pair it is not known whether the two speak to each other; it is left out.",
        ]

    def test_where_all_is_known_there_is_no_caveat(self):
        found = routed_pairs(apart())
        assert (found.caveats, found.known_share) == ((), 1)

    def test_two_without_a_level_in_common_are_undefined(self):
        network = apart(levels={"care": ["operational"], "housing": ["governing"]})
        assert {pair: str(why) for pair, why in routed_pairs(network).undefined.items()} == {
            "care – housing": "the two have no level in common"
        }

    def test_who_carries_most_comes_first(self):
        network = Network(
            organisations=named("a", "b", "c", "k", "m"),
            dependencies=needs(("a", 1, "all", ["b"]), ("a", 3, "all", ["c"])),
            contacts=agreed(["ak", "kb", "am", "mc"]),
            interviews=asked("a", "b", "c", "k", "m"),
        )
        rows = [(row.organisation, row.load, row.share) for row in brokered_load(network)]
        assert rows == [("m", 3 / 4, 3 / 4), ("k", 1 / 4, 1 / 4)]

    def test_a_line_of_its_own_counts_only_where_there_is_contact(self):
        more = needs(("city", 1, "all", ["care", "other"]), id="own")
        network = with_records(
            apart(), dependencies=more, organisations=named("other"), interviews=asked("other")
        )
        assert only(brokered_load(network)).own == 1

    def test_where_nobody_is_routed_nobody_carries_anything(self):
        assert list(brokered_load(apart(contacts=[]))) == []

    def test_a_row_rests_on_the_need_the_answers_and_the_contacts_on_the_way(self):
        assert only(routed_pairs(apart())).because == (
            "care speaks city any",
            "city speaks care any",
            "city speaks housing any",
            "housing speaks city any",
            "interview care any contacts",
            "interview housing any contacts",
            "need 1",
        )
        assert only(brokered_load(apart())).because == only(routed_pairs(apart())).because


def test_the_first_rows_are_those_that_weigh_most():
    for found in (routed_pairs(spoken_town()), brokered_load(spoken_town())):
        assert found.top(1) == (found[0],)
    assert [row.rank for row in routed_pairs(spoken_town())] == [13 / 16, 1 / 8]
    assert brokered_load(spoken_town())[0].rank == 15 / 16


class TestOptions:
    def test_at_a_level_only_contact_there_counts(self):
        contacts = [
            *agreed([("city", "care"), ("city", "housing")], "governing"),
            *agreed([("care", "housing")], "operational"),
        ]
        network = apart(contacts=contacts)
        assert list(routed_pairs(network)) == []
        row = only(routed_pairs(network, level="governing"))
        assert (row.sole_broker, row.level) == ("city", "governing")
        assert only(brokered_load(network, level="governing")).level == "governing"
        assert list(routed_pairs(network, level="management").undefined) == ["care – housing"]

    def test_of_a_kind_others_are_no_step_on_a_way(self):
        network = replaced(spoken_town(), dependencies=needs((CARE_1, 2, "all", [CARE_2])))
        assert len(routed_pairs(network)) == 1
        found = routed_pairs(network, kind="care_provider")
        assert (list(found), len(found.undefined)) == ([], 1)

    def test_of_an_issue_only_its_needs_count(self):
        network = apart(issues=[{"id": "outflow"}])
        assert list(routed_pairs(network, issue="outflow")) == []
        assert list(brokered_load(network, issue="outflow")) == []

    def test_between_the_parts_of_an_organisation_it_is_the_same(self):
        parts = [one.with_fields({"part_of": "all"}) for one in apart().organisations]
        network = replaced(apart(), organisations=[{"id": "all"}, *parts])
        for measure in (routed_pairs, brokered_load):
            assert measure(network, inside="all").to_rows() == measure(apart()).to_rows()


@pytest.fixture(scope="module")
def leiden():
    return formats.read(EXAMPLES / "leiden.yaml")


class TestLeiden:
    def test_care_and_corporations_reach_each_others_directors_through_the_municipality(
        self, leiden
    ):
        found = {row.parties: row.sole_broker for row in routed_pairs(leiden, level="governing")}
        expected = {(care, corporation) for care in CARE for corporation in CORPORATIONS}
        assert {pair for pair, broker in found.items() if broker == "leiden"} >= expected

    def test_most_lines_that_come_together_at_the_municipality_are_of_others(self, leiden):
        first = brokered_load(leiden, level="governing")[0]
        assert (first.organisation, first.sole >= 6, first.pairs >= first.own) == (
            "leiden",
            True,
            True,
        )
        assert first.share == 1


def slow_routes(network, level=None):
    """Every pair that is known to lack contact, with all its shortest paths written out."""
    contacts = Contacts(network)
    graph = nx.Graph()
    graph.add_nodes_from(network.ids)
    for pair in combinations(network.ids, 2):
        if contacts.anywhere(*pair, level=level) == "yes":
            graph.add_edge(*pair)
    routes = {}
    for pair, need in needs_between(network, level=level).items():
        if contacts.anywhere(*pair, level=level) in {"no", "disputed"} and nx.has_path(
            graph, *pair
        ):
            paths = [path[1:-1] for path in nx.all_shortest_paths(graph, *pair)]
            routes[pair] = (need.requirement, paths)
    return graph, routes


@given(cases(min_size=3))
def test_every_route_is_that_of_all_shortest_paths_written_out(network):
    graph, routes = slow_routes(network)
    rows = {row.parties: row for row in routed_pairs(network)}
    assert set(rows) == set(routes)
    for pair, (requirement, paths) in routes.items():
        inner = [one for path in paths for one in path]
        shares = {one: inner.count(one) / len(paths) for one in inner}
        cut = [
            one
            for one in network.ids
            if one not in pair and not nx.has_path(graph.subgraph(set(graph) - {one}), *pair)
        ]
        row = rows[pair]
        assert dict(row.via) == shares
        assert row.needed == tuple(cut)
        assert row.sole_broker == (cut[0] if len(cut) == 1 else None)
        assert (row.requirement, row.steps) == (float(requirement), len(paths[0]) + 1)


@given(cases(min_size=3))
def test_every_load_is_that_of_all_shortest_paths_written_out(network):
    for level in (None, "governing"):
        _, routes = slow_routes(network, level)
        expected = {}
        for requirement, paths in routes.values():
            for path in paths:
                for one in path:
                    expected[one] = expected.get(one, 0) + requirement / len(paths)
        found = {row.organisation: row for row in brokered_load(network, level=level)}
        assert set(found) == set(expected)
        for one, row in found.items():
            assert row.load == pytest.approx(float(expected[one]), abs=1e-15)
            assert row.pairs == sum(any(one in p for p in paths) for _, paths in routes.values())
        if found:
            assert sum(row.share for row in found.values()) == pytest.approx(1)


@given(cases(min_size=3))
def test_all_loads_add_up_to_every_requirement_times_the_steps_in_between(network):
    total = sum(row.requirement * (row.steps - 1) for row in routed_pairs(network))
    assert sum(row.load for row in brokered_load(network)) == pytest.approx(total)


@given(cases(min_size=3))
def test_the_lines_of_a_load_are_the_pairs_that_run_through_it(network):
    pairs = list(routed_pairs(network))
    for row in brokered_load(network):
        through = [one for one in pairs if row.organisation in one.via]
        assert set(row.lines) == {one.parties for one in through}
        assert row.sole == sum(row.organisation in one.needed for one in through)


@given(ties(min_size=3, max_size=7))
def test_where_every_pair_counts_for_one_the_load_is_betweenness(drawn):
    names, found = drawn
    ways = ways_between(layer(speaking(names, found), "contact"), combinations(names, 2))
    load = carried((Fraction(1), way) for way in ways.values() if way)
    graph = nx.Graph(found)
    graph.add_nodes_from(names)
    between = nx.betweenness_centrality(graph, normalized=False)
    assert {one: load.get(one, 0) for one in names} == pytest.approx(between)


@given(cases(min_size=3))
def test_contact_of_its_own_ends_the_detour_of_a_pair(network):
    for row in list(routed_pairs(network))[:1]:
        every = network.contacts
        first, second = row.parties
        told = [one for one in every if one.pair != row.parties]
        met = replaced(network, contacts=[*told, *agreed([(first, second)])])
        assert row.parties not in {one.parties for one in routed_pairs(met)}


@given(cases(min_size=3))
def test_what_the_shares_do_not_rest_on_can_be_left_out(network):
    for row in routed_pairs(network):
        lists = ("contacts", "interviews", "dependencies")
        left = replaced(
            network,
            **{name: [r for r in network.lists[name] if r.id in row.because] for name in lists},
        )
        (same,) = routed_pairs(left).where(lambda one, wanted=row.parties: one.parties == wanted)
        assert (same.via, same.steps, same.requirement) == (row.via, row.steps, row.requirement)


@given(cases(min_size=3))
def test_every_pair_that_needs_each_other_is_routed_joined_undefined_or_not_asked(network):
    found = routed_pairs(network)
    contacts = Contacts(network)
    states = [contacts.anywhere(*pair) for pair in needs_between(network)]
    rest = sum(state in {"yes", "unknown"} for state in states)
    assert len(found) + len(found.undefined) + rest == len(states)


@given(cases(min_size=3))
def test_the_layer_of_ways_is_the_layer_of_contacts(network):
    made = contact_layer(Contacts(network), "governing")
    same = layer(network, "contact", Selection(level="governing"))
    assert (made.sources.tolist(), made.targets.tolist()) == (
        same.sources.tolist(),
        same.targets.tolist(),
    )


def test_contact_that_is_missing_at_one_level_only_is_told_of_and_asked_for_by_level():
    ties = [("city", "care"), ("city", "housing")]
    network = pair_of(
        dependencies=needs(("care", 3, "all", ["housing"]), level="governing"),
        contacts=[*agreed([("care", "housing")], "operational"), *agreed(ties, "governing")],
        interviews=asked("care", "housing"),
    )
    for measure in (routed_pairs, brokered_load):
        found = measure(network)
        assert list(found) == []
        assert str(found.caveats[-1]) == (
            "1 pair that has contact, or may have it, lacks it at a level where it is needed; look "
            "at one level to see through whom that runs."
        )
        assert len(measure(network, level="governing")) == 1
        assert "look at one level" not in str(measure(network, level="governing").caveats)
