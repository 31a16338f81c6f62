"""Which kinds of organisations need each other, and how far they have ties."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    HUB_KINDS,
    HUB_TIES,
    LEVELS,
    agreed,
    asked,
    hub_town,
    named,
    needs,
    pair_of,
    pairs_of,
    replaced,
    spoken,
    with_records,
)
from strategies import CASE_KINDS, cases

from netdeps import Network
from netdeps.errors import UnknownNameError
from netdeps.graph import Contacts
from netdeps.measures import contact_gaps, kind_gaps

CARE, HOUSING, CITY = "care_provider", "housing_corporation", "municipality"


def row(network, from_kind, to_kind, level=None, **options):
    found = kind_gaps(network, between=(from_kind, to_kind), **options)
    (wanted,) = [one for one in found if one.level == level]
    return wanted


def parties(kinds, **fields):
    organisations = [{"id": one, "kind": kind} for one, kind in kinds.items()]
    return Network(**{"organisations": organisations, **fields})


class TestTheHubTown:
    """A municipality that speaks everybody, and kinds that do not speak to each other."""

    def test_no_care_provider_has_a_tie_to_a_corporation(self):
        found = row(hub_town(), CARE, HOUSING)
        assert (found.pairs, found.ties, found.density) == (6, 0, 0)
        assert found.coverage == (0, 0)
        assert (found.uncovered, found.unknown) == (("z1", "z2", "z3"), ())

    def test_ties_spread_evenly_over_all_pairs_would_give_twelve_fifths(self):
        assert row(hub_town(), CARE, HOUSING).expected == 12 / 5

    def test_over_all_ways_to_deal_out_the_kinds_the_mean_is_that_expectation(self):
        dealt = set(permutations(HUB_KINDS.values()))
        towns = (hub_town(dict(zip(HUB_KINDS, kinds, strict=True))) for kinds in dealt)
        ties = Counter(row(town, CARE, HOUSING).ties for town in towns)
        assert ties == {0: 4, 1: 6, 2: 18, 3: 26, 4: 6}
        mean = Fraction(sum(value * count for value, count in ties.items()), len(dealt))
        assert mean == Fraction(12, 5)

    def test_the_municipality_covers_both_kinds(self):
        assert row(hub_town(), CITY, CARE).coverage == (1, 1)
        assert row(hub_town(), CARE, CITY).coverage == (1, 1)

    def test_its_severity_is_that_of_the_worst_gap_of_which_there_are_six(self):
        found = row(hub_town(), CARE, HOUSING)
        assert (found.severity, found.gaps) == (3 / 8, 6)

    def test_among_one_kind_each_pair_counts_once(self):
        found = row(hub_town(), HOUSING, HOUSING)
        assert (found.pairs, found.ties, found.coverage) == (1, 1, (1, 1))
        found = row(hub_town(), CARE, CARE)
        assert (found.pairs, found.ties, found.density) == (3, 0, 0)

    def test_only_the_kinds_with_a_need_are_listed_each_over_all_and_per_level(self):
        found = kind_gaps(hub_town())
        assert [(one.from_kind, one.to_kind, one.level) for one in found] == [
            (CARE, HOUSING, level) for level in (None, *LEVELS)
        ]
        assert found[0].because == found.because == ("need 1", "need 2", "need 3")


class TestLevels:
    def test_directors_may_not_speak_where_case_managers_do(self):
        network = pair_of(
            contacts=agreed([("care", "housing")], "operational"),
            interviews=asked("care", "housing"),
        )
        coverage = {one.level: one.coverage for one in kind_gaps(network)}
        assert coverage == {
            None: (1, 1),
            "governing": (0, 0),
            "management": (0, 0),
            "operational": (1, 1),
        }

    def test_the_severity_at_a_level_is_the_part_of_the_gap_there(self):
        dependencies = [
            *needs(("care", 3, "all", ["housing"]), level="governing", id="board"),
            *needs(("care", 1, "all", ["housing"]), level="operational", id="desk"),
        ]
        network = pair_of(dependencies=dependencies, interviews=asked("care"))
        severity = {one.level: (one.severity, one.gaps) for one in kind_gaps(network)}
        whole = Fraction(13, 16) * Fraction(3, 4)
        assert severity == {
            None: (float(whole), 1),
            "governing": (float(whole * Fraction(3, 4)), 1),
            "management": (0, 0),
            "operational": (float(whole / 4), 1),
        }

    def test_an_organisation_without_the_level_is_not_counted_there(self):
        network = parties(
            {"c": HOUSING, "z1": CARE},
            organisations=[
                {"id": "c", "kind": HOUSING},
                {"id": "z1", "kind": CARE},
                {"id": "z2", "kind": CARE, "levels": ["operational"]},
            ],
            interviews=asked("c"),
        )
        found = row(network, CARE, HOUSING, "governing")
        assert (found.members, found.pairs, found.uncovered) == (1, 1, ("z1",))


class TestCoverage:
    KINDS: ClassVar = {"c1": HOUSING, "c2": HOUSING, "z1": CARE, "z2": CARE, "z3": CARE, "z4": CARE}

    def test_it_is_the_share_of_organisations_not_of_pairs(self):
        network = parties(
            self.KINDS, contacts=spoken([("z1", "c1"), ("z1", "c2")]), interviews=asked("c1", "c2")
        )
        found = row(network, CARE, HOUSING)
        assert (found.ties, found.density) == (0, 0)
        network = parties(self.KINDS, contacts=spoken([("z1", "c1"), ("z1", "c2"), ("z2", "c1")]))
        found = row(network, CARE, HOUSING)
        assert (found.ties, found.density) == (3, 3 / 8)
        assert found.coverage[0] == 1 / 2
        assert row(network, HOUSING, CARE).coverage == (1, 1)

    def test_whoever_was_not_asked_may_or_may_not_be_covered(self):
        network = parties(self.KINDS, contacts=spoken([("z1", "c1")]), interviews=asked("z1", "z2"))
        found = row(network, CARE, HOUSING)
        assert found.coverage == (1 / 4, 3 / 4)
        assert (found.uncovered, found.unknown) == (("z2",), ("z3", "z4"))

    def test_one_corporation_that_was_asked_does_not_settle_it(self):
        found = row(parties(self.KINDS, interviews=asked("c1")), CARE, HOUSING)
        assert found.coverage == (0, 1)

    def test_a_contradicted_contact_is_no_tie(self):
        network = parties(
            {"c1": HOUSING, "z1": CARE}, contacts=spoken([("z1", "c1")]), interviews=asked("c1")
        )
        found = row(network, CARE, HOUSING)
        assert (found.ties, found.coverage, found.uncovered) == (0, (0, 0), ("z1",))


class TestUndefined:
    def test_a_kind_without_organisations_has_no_pairs(self):
        found = kind_gaps(hub_town(), between=("ministry", CARE))
        for one in found:
            assert (one.pairs, one.ties, one.members) == (0, 0, 0)
            assert (one.density, one.coverage, one.expected) == (None, None, None)
        assert {place: str(why) for place, why in found.undefined.items()} == {
            f"ministry – care_provider, {at}": "there are no pairs between these kinds at this level"
            for at in ("any level", *LEVELS)
        }

    def test_a_kind_with_one_organisation_has_no_pairs_with_itself(self):
        assert row(hub_town(), CITY, CITY).coverage is None

    def test_nobody_needs_nothing(self):
        assert list(kind_gaps(Network())) == []


class TestOptions:
    def test_kinds_without_a_need_can_be_asked_for(self):
        found = row(hub_town(), HOUSING, CARE)
        assert (found.coverage, found.because, found.severity) == ((0, 0), (), 3 / 8)
        found = row(hub_town(), HOUSING, CITY)
        assert (found.coverage, found.severity) == ((1, 1), 0)

    def test_of_an_issue_only_its_needs_count(self):
        dependencies = [
            *needs(("care", 3, "all", ["housing"]), issue="outflow", id="own"),
            *needs(("city", 3, "all", ["housing"]), id="other"),
        ]
        network = pair_of(dependencies=dependencies, issues=[{"id": "outflow"}])
        assert {(one.from_kind, one.to_kind) for one in kind_gaps(network, issue="outflow")} == {
            (CARE, HOUSING)
        }

    @pytest.mark.parametrize("between", [("care", HOUSING), (HOUSING, "care")])
    def test_a_kind_that_is_not_known_is_refused(self, between):
        with pytest.raises(UnknownNameError) as caught:
            kind_gaps(hub_town(), between=between)
        assert str(caught.value) == (
            "kind 'care' is not known; known are 'care_provider', 'department', "
            "'housing_corporation', 'knowledge_institute', 'ministry', 'municipality', "
            "'neighbourhood_network', 'other', 'welfare_organisation'."
        )

    def test_a_kind_of_the_case_itself_is_known(self):
        network = Network(
            kinds=[{"id": "police"}],
            organisations=[{"id": "team", "kind": "police"}, {"id": "z", "kind": CARE}],
        )
        assert row(network, "police", CARE).coverage == (0, 1)


def slow_row(network, from_kind, to_kind, level):
    """Everything that is counted, by looking at each pair."""
    contacts = Contacts(network)
    kind = {one.id: one.kind for one in network.organisations}
    possible, tied, disputed = set(), set(), set()
    own = {}
    for one in network.of_kind(from_kind):
        states = []
        for other in network.of_kind(to_kind):
            both = (
                [lv for lv in LEVELS if lv in contacts.levels(one, other)] if one != other else []
            )
            at = [contacts.state(one, other, lv).state for lv in both if level in {None, lv}]
            if at:
                possible.add(frozenset({one, other}))
                states.append(at)
                if "yes" in at:
                    tied.add(frozenset({one, other}))
                elif "disputed" in at and "unknown" not in at:
                    disputed.add(frozenset({one, other}))
        if states:
            own[one] = states
    uncovered = [
        one for one, states in own.items() if not any({"yes", "unknown"} & set(at) for at in states)
    ]
    covered = [one for one, states in own.items() if any("yes" in at for at in states)]
    return {
        "pairs": len(possible),
        "ties": len(tied),
        "disputed": len(disputed),
        "density": len(tied) / len(possible) if possible else None,
        "uncovered": tuple(uncovered),
        "unknown": tuple(one for one in own if one not in uncovered and one not in covered),
        "coverage": (len(covered) / len(own), 1 - len(uncovered) / len(own)) if own else None,
        "members": len(own),
        "because": tuple(
            sorted(
                need.id
                for need in network.dependencies
                if kind[need.depender] == from_kind
                and any(kind.get(d) == to_kind for d in need.dependees if d != need.depender)
            )
        ),
    }


@given(cases(), st.sampled_from(list(product(CASE_KINDS, repeat=2))))
def test_every_row_counts_what_looking_at_each_pair_finds(network, between):
    for found in kind_gaps(network, between=between):
        wanted = slow_row(network, *between, found.level)
        coverage = wanted.pop("coverage")
        assert found.coverage == (pytest.approx(coverage) if coverage else None)
        assert {name: getattr(found, name) for name in wanted} == wanted


@given(cases())
def test_a_row_is_there_for_each_pair_of_kinds_with_a_need(network):
    kind = {one.id: one.kind for one in network.organisations}
    wanted = {
        (kind[need.depender], kind[dependee])
        for need in network.dependencies
        for dependee in need.dependees
        if dependee not in {"outside", need.depender}
    }
    assert {(one.from_kind, one.to_kind) for one in kind_gaps(network)} == wanted


@given(cases())
def test_the_severity_of_two_kinds_is_that_of_their_worst_gap(network):
    kind = {one.id: one.kind for one in network.organisations}
    gaps = contact_gaps(network)
    for one in (one for one in kind_gaps(network) if one.level is None):
        between = [
            gap.severity
            for gap in gaps
            if {kind[party] for party in gap.parties} == {one.from_kind, one.to_kind}
        ]
        assert (one.severity, one.gaps) == (max(between, default=0), len(between))


@given(cases())
def test_first_come_the_kinds_of_which_most_are_known_to_have_no_tie(network):
    def bare(one):
        return 1 - one.coverage[1] if one.coverage else -1

    found = [(bare(one), one.severity) for one in kind_gaps(network)]
    assert found == sorted(found, reverse=True)


@given(cases())
def test_blocks_add_up_to_all_ties_and_all_pairs(network):
    contacts = Contacts(network)
    states = [contacts.anywhere(*pair) for pair in pairs_of(network)]
    blocks = [
        row(network, *kinds)
        for kinds in [*combinations(CASE_KINDS, 2), *((one, one) for one in CASE_KINDS)]
    ]
    assert sum(one.ties for one in blocks) == states.count("yes")
    assert sum(one.pairs for one in blocks) == len(states) - states.count(None)


@given(cases())
def test_a_kind_is_covered_if_and_only_if_there_is_a_tie(network):
    for one, other in combinations(CASE_KINDS, 2):
        there, back = row(network, one, other), row(network, other, one)
        if there.pairs:
            covered = {there.coverage[0] > 0, back.coverage[0] > 0, there.ties > 0, back.ties > 0}
            assert covered in ({True}, {False})


@given(cases())
def test_one_contact_more_never_lowers_coverage(network):
    first, second = network.ids[:2]
    silent = replaced(
        network,
        contacts=[one for one in network.contacts if set(one.between) != {first, second}],
    )
    more = with_records(silent, contacts=agreed([(first, second)]))
    for kinds in product(CASE_KINDS, repeat=2):
        before, after = row(silent, *kinds).coverage, row(more, *kinds).coverage
        if before:
            assert after[0] >= before[0]


@st.composite
def partly_asked(draw):
    """Two kinds that each have one level, with some contacts that nobody was asked about."""
    kinds = {"c1": HOUSING, "c2": HOUSING, "z1": CARE, "z2": CARE}
    pairs = [("z1", "c1"), ("z1", "c2"), ("z2", "c1"), ("z2", "c2")]
    told = {pair: draw(st.sampled_from([True, False, None, None])) for pair in pairs}
    return parties(
        kinds,
        organisations=[
            {"id": one, "kind": kind, "levels": ["governing"]} for one, kind in kinds.items()
        ],
        contacts=[
            one
            for pair, exists in told.items()
            if exists is not None
            for one in spoken([pair], exists=exists)
        ],
    ), [pair for pair, exists in told.items() if exists is None]


@given(partly_asked())
def test_coverage_holds_every_way_in_which_the_unknown_can_turn_out(drawn):
    network, unknown = drawn
    low, high = row(network, CARE, HOUSING).coverage
    exact = []
    for answers in product([True, False, None], repeat=len(unknown)):
        told = [
            one
            for pair, exists in zip(unknown, answers, strict=True)
            if exists is not None
            for one in spoken([pair], exists=exists)
        ]
        inner = row(with_records(network, contacts=told), CARE, HOUSING).coverage
        assert low <= inner[0] <= inner[1] <= high
        if None not in answers:
            assert inner[0] == inner[1]
            exact.append(inner[0])
    assert (low, high) == (min(exact), max(exact))


def test_the_ties_to_be_expected_are_those_at_the_level_of_the_row():
    network = with_records(hub_town(), contacts=agreed([("z1", "z2")], "governing"))
    assert row(network, CARE, HOUSING, "governing").expected == pytest.approx(6 * 7 / 15)
    assert row(network, CARE, HOUSING, "operational").expected == pytest.approx(6 * 6 / 15)


def test_an_isolate_of_another_kind_changes_no_count():
    joined = with_records(hub_town(), organisations=named("zz", kind="ministry"))
    before, after = row(hub_town(), CARE, HOUSING), row(joined, CARE, HOUSING)
    assert (after.pairs, after.ties, after.coverage) == (before.pairs, before.ties, before.coverage)
    assert after.severity == before.severity
    assert len(HUB_TIES) * 6 / 21 == pytest.approx(after.expected)


def test_it_says_of_which_share_of_all_pairs_the_contact_is_known():
    organisations = named("a", "b", kind="care_provider") + named("h", kind="housing_corporation")
    network = Network(organisations=organisations, interviews=asked("h"))
    between = ("care_provider", "housing_corporation")
    assert kind_gaps(network, between=between).known_share == pytest.approx(2 / 3)
