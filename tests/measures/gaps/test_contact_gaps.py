"""Who needs whom without the contact to carry it."""

from fractions import Fraction
from typing import ClassVar

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    CARE_2,
    CITY,
    CORPORATION,
    LEVELS,
    agreed,
    asked,
    levelled_town,
    named,
    needs,
    pair_of,
    pairs_of,
    replaced,
    spoken,
    spoken_town,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.errors import UnknownNameError
from netdeps.graph import Contacts
from netdeps.measures import contact_gaps

CARE, HOUSING = "care", "housing"


def only(found):
    (row,) = found
    return row


def governing(**fields):
    """One top need that has to be arranged at governing level."""
    dependencies = needs(("care", 3, "all", ["housing"]), level="governing", dependum="dwellings")
    return pair_of(dependencies=dependencies, **fields)


class TestWorkedExamples:
    def test_a_top_need_without_any_contact_that_both_deny(self):
        row = only(contact_gaps(pair_of(interviews=asked(CARE, HOUSING))))
        assert (row.requirement, row.deficit, row.certainty) == (3 / 4, 1, 1)
        assert (row.severity, row.band) == (3 / 4, "high")

    def test_two_top_needs_over_which_the_parties_contradict_each_other(self):
        twice = needs((CARE, 3, "all", [HOUSING]), (HOUSING, 3, "all", [CARE]))
        network = pair_of(
            dependencies=twice,
            contacts=spoken([(CARE, HOUSING)]),
            interviews=asked(HOUSING),
        )
        row = only(contact_gaps(network))
        assert (row.requirement, row.deficit, row.certainty) == (15 / 16, 1, 1 / 2)
        assert (row.severity, row.band) == (15 / 32, "middle")

    def test_the_town_lacks_the_two_contacts_that_everybody_denies(self):
        found = {row.parties: row.severity for row in contact_gaps(spoken_town())}
        assert found == {(CARE_2, CORPORATION): 13 / 16, ("care-1", CARE_2): 1 / 8}

    def test_the_levelled_town_lacks_each_level_for_a_third(self):
        found = {row.parties: row.deficit for row in contact_gaps(levelled_town())}
        assert found == {
            ("care-1", CITY): pytest.approx(1 / 3),
            (CARE_2, CITY): pytest.approx(2 / 3),
            ("care-1", CORPORATION): pytest.approx(2 / 3),
            (CARE_2, CORPORATION): 1,
            ("care-1", CARE_2): 1,
        }


class TestTheFactors:
    def test_only_what_is_known_counts(self):
        row = only(contact_gaps(pair_of(interviews=asked(CARE, level="governing"))))
        assert row.deficit == pytest.approx(1 / 3)
        assert (row.certainty, row.severity) == (3 / 4, 3 / 16)
        assert row.states == {
            "governing": "no",
            "management": "unknown",
            "operational": "unknown",
        }

    def test_certainty_is_weighed_by_the_level_that_needs_it(self):
        dependencies = [
            *needs((CARE, 3, "all", [HOUSING]), level="governing", id="board"),
            *needs((CARE, 1, "all", [HOUSING]), level="operational", id="desk"),
        ]
        network = pair_of(
            dependencies=dependencies,
            interviews=[
                *asked(CARE, HOUSING, level="governing"),
                *asked(CARE, level="operational"),
            ],
        )
        row = only(contact_gaps(network))
        assert (row.requirement, row.deficit) == (13 / 16, 1)
        assert row.certainty == float(Fraction(3, 4) + Fraction(1, 4) * Fraction(3, 4))

    def test_a_poor_contact_is_a_gap_for_what_it_lacks(self):
        row = only(contact_gaps(governing(contacts=spoken([(CARE, HOUSING)], quality=0.25))))
        assert (row.deficit, row.certainty, row.severity) == (3 / 4, 1, 9 / 16)
        assert (row.missing, row.weak) == ((), ("governing",))

    def test_contact_at_a_level_that_does_not_matter_carries_nothing(self):
        network = governing(
            contacts=agreed([(CARE, HOUSING)], "operational"), interviews=asked(CARE, HOUSING)
        )
        row = only(contact_gaps(network))
        assert (row.deficit, row.severity) == (1, 3 / 4)
        assert (row.missing, row.weak) == (("governing",), ())

    def test_a_level_that_one_of_them_lacks_is_not_missing(self):
        network = pair_of(
            levels={CARE: ["operational"]},
            contacts=agreed([(CARE, HOUSING)], "operational"),
            interviews=asked(CARE, HOUSING),
        )
        assert list(contact_gaps(network)) == []

    def test_a_contact_that_nobody_was_asked_about_is_never_a_gap(self):
        assert list(contact_gaps(pair_of())) == []

    def test_nobody_who_needs_nothing_has_a_gap(self):
        assert list(contact_gaps(pair_of(dependencies=[], interviews=asked(CARE, HOUSING)))) == []

    def test_two_without_a_level_in_common_are_undefined(self):
        network = pair_of(levels={CARE: ["operational"], HOUSING: ["governing"]})
        found = contact_gaps(network)
        assert list(found) == []
        assert {pair: str(why) for pair, why in found.undefined.items()} == {
            "care – housing": "the two have no level in common"
        }

    @pytest.mark.parametrize(
        ("importance", "severity", "name"),
        [(1, 1 / 4, "middle"), (2, 1 / 2, "high"), (3, 3 / 4, "high")],
    )
    def test_the_band_begins_at_its_border(self, importance, severity, name):
        network = pair_of(
            dependencies=needs((CARE, importance, "all", [HOUSING])),
            interviews=asked(CARE, HOUSING),
        )
        row = only(contact_gaps(network))
        assert (row.severity, row.band) == (severity, name)


class TestOptions:
    def test_at_a_level_only_that_level_counts_and_the_needs_that_concern_it(self):
        dependencies = [
            *needs((CARE, 3, "all", [HOUSING]), level="governing", id="board"),
            *needs((CARE, 1, "all", [HOUSING]), level="operational", id="desk"),
            *needs((CARE, 2, "all", [HOUSING]), id="both"),
        ]
        network = pair_of(dependencies=dependencies, interviews=asked(CARE, HOUSING))
        row = only(contact_gaps(network, level="operational"))
        assert (row.requirement, row.deficit) == (1 - Fraction(3, 4) * Fraction(1, 2), 1)
        assert row.states == {"operational": "no"}
        assert "board" not in row.because

    def test_of_an_issue_only_its_needs_count(self):
        dependencies = [
            *needs((CARE, 3, "all", [HOUSING]), issue="outflow", id="own"),
            *needs(("city", 3, "all", [HOUSING]), id="other"),
        ]
        network = pair_of(
            dependencies=dependencies,
            interviews=asked(CARE, HOUSING, "city"),
            issues=[{"id": "outflow"}],
        )
        assert [row.parties for row in contact_gaps(network, issue="outflow")] == [(CARE, HOUSING)]

    def test_of_a_kind_only_gaps_within_that_kind_remain(self):
        found = contact_gaps(spoken_town(), kind="care_provider")
        assert [row.parties for row in found] == [("care-1", CARE_2)]

    def test_a_level_that_is_not_known_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            contact_gaps(pair_of(), level="tactical")
        assert str(caught.value) == (
            "level 'tactical' is not known; known are 'governing', 'management', 'operational'."
        )


class TestWhatARowTells:
    def test_the_most_serious_comes_first_and_equals_by_name(self):
        found = contact_gaps(
            Network(
                organisations=named("a", "b", "c"),
                dependencies=needs(
                    ("c", 2, "all", ["b"]), ("a", 1, "all", ["b"]), ("c", 2, "all", ["a"])
                ),
                interviews=asked("a", "b", "c"),
            )
        )
        assert [row.parties for row in found] == [("a", "c"), ("b", "c"), ("a", "b")]

    def test_it_names_the_needs_and_the_reports_that_it_rests_on(self):
        network = pair_of(
            contacts=spoken([(CARE, HOUSING)], exists=False),
            interviews=asked(HOUSING, "city"),
        )
        found = contact_gaps(network)
        wanted = (
            "care speaks housing any",
            "interview housing any contacts",
            "need 1",
        )
        assert only(found).because == found.because == wanted

    def test_it_names_what_is_needed_once(self):
        dependencies = [
            *needs((CARE, 3, "all", [HOUSING]), dependum="dwellings", id="1"),
            *needs((CARE, 1, "all", [HOUSING]), dependum="dwellings", id="2"),
            *needs((HOUSING, 1, "all", [CARE]), dependum="care", id="3"),
        ]
        network = pair_of(dependencies=dependencies, interviews=asked(CARE))
        assert only(contact_gaps(network)).dependums == ("care", "dwellings")

    def test_what_is_disputed_is_not_missing_but_listed_apart(self):
        network = pair_of(
            levels={"care": ["governing", "operational"]},
            contacts=spoken([(CARE, HOUSING)], "operational"),
            interviews=asked(CARE, HOUSING),
        )
        row = only(contact_gaps(network))
        assert (row.missing, row.disputed, row.weak) == (("governing",), ("operational",), ())

    def test_levels_where_nothing_is_needed_are_not_missing(self):
        row = only(contact_gaps(governing(interviews=asked(CARE, HOUSING))))
        assert row.missing == ("governing",)


class TestTheWayRound:
    def test_two_who_do_not_speak_reach_each_other_through_whoever_speaks_both(self):
        network = pair_of(
            contacts=agreed([("city", CARE), ("city", HOUSING)]), interviews=asked(CARE, HOUSING)
        )
        assert only(contact_gaps(network)).routed_via == ("city",)

    def test_where_nobody_connects_them_there_is_none(self):
        network = pair_of(contacts=agreed([("city", CARE)]), interviews=asked(CARE, HOUSING))
        assert only(contact_gaps(network)).routed_via == ()

    def test_all_equally_short_ways_are_listed(self):
        network = Network(
            organisations=named("a", "m", "n", "z"),
            dependencies=needs(("a", 3, "all", ["z"])),
            contacts=agreed([("a", "m"), ("m", "z"), ("a", "n"), ("n", "z")]),
            interviews=asked("a", "z"),
        )
        assert only(contact_gaps(network)).routed_via == ("m", "n")

    THROUGH_DIRECTORS: ClassVar = {
        "contacts": [
            *agreed([(CARE, HOUSING)], "operational"),
            *agreed([("city", CARE), ("city", HOUSING)], "governing"),
        ],
        "interviews": asked(CARE, HOUSING),
    }

    def test_where_they_speak_at_another_level_the_way_round_is_that_of_the_missing_one(self):
        assert only(contact_gaps(governing(**self.THROUGH_DIRECTORS))).routed_via == ("city",)

    def test_the_way_round_is_the_same_where_that_level_is_asked_for(self):
        found = contact_gaps(governing(**self.THROUGH_DIRECTORS), level="governing")
        assert only(found).routed_via == ("city",)

    def test_poor_contact_is_not_routed(self):
        network = pair_of(
            contacts=[
                *agreed([(CARE, HOUSING)], quality=0.5),
                *agreed([("city", CARE), ("city", HOUSING)]),
            ]
        )
        assert only(contact_gaps(network)).routed_via == ()


def weights_between(network, pair, level):
    """The weight of every need between two, with the level at which it has to be arranged."""
    for need in network.dependencies:
        share = len(need.dependees) if need.mode == "any" else 1
        for dependee in need.dependees:
            if {need.depender, dependee} == set(pair) and (
                not level or need.level in {level, None}
            ):
                yield Fraction(need.importance, 4) / share, need.level


def shares_of(levels, weights):
    """Which share of the need has to be arranged at each level."""
    share = dict.fromkeys(levels, Fraction(0))
    for weight, where in weights:
        for one in levels:
            if where is None:
                share[one] += weight / len(levels)
            elif where == one:
                share[one] += weight
    total = sum(share.values())
    return {one: part / total if total else Fraction(1, len(levels)) for one, part in share.items()}


def slow_gap(states, weights):
    """Requirement, deficit, certainty and severity of a pair, or None where there is no gap."""
    absent = Fraction(1)
    for weight, _ in weights:
        absent *= 1 - weight
    deficit = expected = Fraction(0)
    for one, share in shares_of(states, weights).items():
        if states[one].state != "unknown":
            missing = share * (1 - Fraction(str(states[one].quality)))
            deficit += missing
            expected += missing * Fraction(str(states[one].certainty))
    if not expected:
        return None
    factors = (1 - absent, deficit, expected / deficit, (1 - absent) * expected)
    return tuple(map(float, factors))


def slow_gaps(network, level=None):
    found = {}
    for pair in pairs_of(network):
        states = Contacts(network).states(*pair, level=level)
        weights = list(weights_between(network, pair, level))
        gap = slow_gap(states, weights) if states and weights else None
        if gap:
            found[pair] = gap
    return found


@given(cases(), st.sampled_from([None, *LEVELS]))
def test_every_gap_is_that_of_the_formula_in_exact_fractions(network, level):
    found = {
        row.parties: (row.requirement, row.deficit, row.certainty, row.severity)
        for row in contact_gaps(network, level=level)
    }
    assert found == slow_gaps(network, level)


@given(cases())
def test_every_factor_runs_from_0_to_1_and_the_worst_comes_first(network):
    found = contact_gaps(network)
    assert [row.severity for row in found] == sorted((row.severity for row in found), reverse=True)
    for row in found:
        for factor in (row.requirement, row.deficit, row.certainty, row.severity):
            assert 0 < factor <= 1
        assert row.severity == pytest.approx(row.requirement * row.deficit * row.certainty)


@given(cases())
def test_an_organisation_without_needs_changes_no_severity(network):
    joined = with_records(network, organisations=named("zz"), interviews=asked("zz"))
    after = {row.parties: row.severity for row in contact_gaps(joined)}
    assert after == {row.parties: row.severity for row in contact_gaps(network)}


@given(cases(max_size=4))
def test_one_who_says_that_there_is_full_contact_never_makes_a_gap_worse(network):
    first, second = network.ids[:2]
    told = [one for one in network.contacts if set(one.between) != {first, second}]
    silent = replaced(network, contacts=told)
    heard = with_records(silent, contacts=agreed([(first, second)]))
    before = {row.parties: row.severity for row in contact_gaps(silent)}
    after = {row.parties: row.severity for row in contact_gaps(heard)}
    assert (first, second) not in after
    assert after == {pair: one for pair, one in before.items() if pair != (first, second)}


@given(cases())
def test_who_is_routed_stands_on_a_shortest_way_where_contact_is_missing(network):
    contacts = Contacts(network)
    for row in contact_gaps(network):
        at_all = "yes" in row.states.values()
        missing = [one for one, state in row.states.items() if state in {"no", "disputed"}]
        via = set()
        for level in missing if at_all else [None]:
            graph = nx.Graph()
            graph.add_nodes_from(network.ids)
            graph.add_edges_from(
                (one, other)
                for one in network.ids
                for other in network.ids
                if one < other and contacts.anywhere(one, other, level=level) == "yes"
            )
            if nx.has_path(graph, *row.parties):
                ways = nx.all_shortest_paths(graph, *row.parties)
                via |= {one for way in ways for one in way[1:-1]}
        assert row.routed_via == tuple(sorted(via))


@given(cases(), st.sampled_from(["care_provider", "municipality", "housing_corporation"]))
def test_within_a_kind_the_gaps_are_those_between_two_of_that_kind(network, kind):
    of_kind = set(network.of_kind(kind))
    if not of_kind:
        return
    found = {row.parties: row.severity for row in contact_gaps(network, kind=kind)}
    whole = {row.parties: row.severity for row in contact_gaps(network)}
    assert found == {pair: one for pair, one in whole.items() if set(pair) <= of_kind}


def test_the_town_in_which_nobody_was_asked_has_no_gaps():
    assert list(contact_gaps(town())) == []
