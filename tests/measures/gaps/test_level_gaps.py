"""Who has contact at one level and lacks it at another."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    LEVELS,
    agreed,
    asked,
    levelled_town,
    needs,
    pair_of,
    relabelled,
    replaced,
    spoken,
    with_records,
)
from strategies import cases

from netdeps import formats
from netdeps.graph import Contacts, dependence_shares, needs_between
from netdeps.measures import congruence, contact_gaps, level_gaps

GOVERNING, MANAGEMENT, OPERATIONAL = LEVELS
EXAMPLES = Path(__file__).parents[3] / "examples"


def only(found):
    (row,) = found
    return row


def between_two(*present, **fields):
    """Care needs dwellings; the two speak at these levels, and everything was asked."""
    contacts = [row for level in present for row in agreed([("care", "housing")], level)]
    return pair_of(**{"contacts": contacts, "interviews": asked("care", "housing"), **fields})


class TestPatterns:
    @pytest.mark.parametrize(
        ("present", "pattern", "missing"),
        [
            ((OPERATIONAL,), "no_cover", (GOVERNING, MANAGEMENT)),
            ((MANAGEMENT, OPERATIONAL), "no_cover", (GOVERNING,)),
            ((GOVERNING,), "paper_agreement", (MANAGEMENT, OPERATIONAL)),
            ((GOVERNING, MANAGEMENT), "paper_agreement", (OPERATIONAL,)),
            ((GOVERNING, OPERATIONAL), "untranslated", (MANAGEMENT,)),
            ((MANAGEMENT,), "partial", (GOVERNING, OPERATIONAL)),
        ],
    )
    def test_every_mixture_of_levels_has_its_pattern(self, present, pattern, missing):
        row = only(level_gaps(between_two(*present)))
        assert (row.pattern, row.missing, row.present) == (pattern, missing, present)
        assert row.severity == float(Fraction(3, 4) * Fraction(len(missing), 3))

    @pytest.mark.parametrize("present", [(), LEVELS])
    def test_no_contact_at_all_and_contact_everywhere_are_no_level_gap(self, present):
        assert list(level_gaps(between_two(*present))) == []

    def test_only_the_managers_missing_at_two_levels_known_is_partial(self):
        network = pair_of(
            contacts=agreed([("care", "housing")], GOVERNING),
            interviews=asked("care", level=MANAGEMENT),
        )
        assert only(level_gaps(network)).pattern == "partial"

    def test_the_levelled_town_has_three_pairs_with_a_level_gap(self):
        found = {row.parties: row.pattern for row in level_gaps(levelled_town())}
        assert found == {
            (CARE_1, CITY): "no_cover",
            (CARE_2, CITY): "partial",
            (CARE_1, CORPORATION): "no_cover",
        }


class TestWhatCounts:
    def test_a_level_that_one_of_them_lacks_does_not_apply(self):
        network = between_two(OPERATIONAL, levels={"care": [OPERATIONAL]})
        assert list(level_gaps(network)) == []

    def test_a_level_at_which_nothing_has_to_be_arranged_is_not_missing(self):
        dependencies = needs(("care", 3, "all", ["housing"]), level=GOVERNING)
        row = only(level_gaps(between_two(OPERATIONAL, dependencies=dependencies)))
        assert (row.missing, row.severity, row.band) == ((GOVERNING,), 3 / 4, "high")

    def test_a_level_that_nobody_was_asked_about_is_no_gap(self):
        network = between_two(OPERATIONAL, interviews=[])
        assert list(level_gaps(network)) == []

    def test_a_disputed_level_counts_as_missing_for_half(self):
        network = between_two(
            OPERATIONAL,
            dependencies=needs(("care", 3, "all", ["housing"]), level=GOVERNING),
            contacts=[
                *agreed([("care", "housing")], OPERATIONAL),
                *spoken([("care", "housing")], GOVERNING),
            ],
        )
        row = only(level_gaps(network))
        assert (row.missing, row.disputed, row.severity) == ((GOVERNING,), (GOVERNING,), 3 / 8)
        assert row.states[GOVERNING] == "disputed"

    def test_poor_contact_is_contact(self):
        contacts = agreed([("care", "housing")], quality=0.1)
        assert list(level_gaps(pair_of(contacts=contacts))) == []

    def test_contact_across_levels_is_contact_at_neither(self):
        crossing = {
            "between": ["care", "housing"],
            "level": GOVERNING,
            "other_level": OPERATIONAL,
            "said": {"by": "care"},
        }
        network = with_records(between_two(), contacts=[crossing])
        assert list(level_gaps(network)) == []

    def test_two_without_a_level_in_common_are_undefined(self):
        network = between_two(levels={"care": [OPERATIONAL], "housing": [GOVERNING]})
        found = level_gaps(network)
        assert (list(found), list(found.undefined)) == ([], ["care – housing"])

    def test_it_rests_on_the_needs_and_on_all_that_was_said_of_the_contact(self):
        row = only(level_gaps(between_two(OPERATIONAL)))
        assert row.because == (
            "care speaks housing operational",
            "housing speaks care operational",
            "interview care any contacts",
            "interview housing any contacts",
            "need 1",
        )


def test_the_first_rows_are_the_most_severe_and_their_equals():
    found = level_gaps(levelled_town())
    assert [row.rank for row in found] == [row.severity for row in found]
    assert [row.parties for row in found] == [
        (CARE_1, CORPORATION),
        (CARE_2, CITY),
        (CARE_1, CITY),
    ]
    assert found.top(1) == (found[0],)


class TestOptions:
    def test_at_a_level_only_that_level_can_be_missing(self):
        network = between_two(OPERATIONAL)
        row = only(level_gaps(network, level=GOVERNING))
        assert (row.pattern, row.missing, row.present) == ("no_cover", (GOVERNING,), (OPERATIONAL,))
        assert row.severity == only(contact_gaps(network, level=GOVERNING)).severity == 3 / 4
        row = only(level_gaps(network, level=MANAGEMENT))
        assert (row.pattern, row.missing) == ("partial", (MANAGEMENT,))
        assert list(level_gaps(network, level=OPERATIONAL)) == []

    def test_of_an_issue_only_its_needs_count(self):
        network = between_two(OPERATIONAL, issues=[{"id": "outflow"}])
        assert list(level_gaps(network, issue="outflow")) == []

    def test_of_a_kind_only_what_is_within_it_counts(self):
        assert list(level_gaps(levelled_town(), kind="care_provider")) == []

    def test_between_the_parts_of_an_organisation_it_is_the_same(self):
        network = between_two(OPERATIONAL)
        whole = [{"id": "all", "name": "All"}]
        parts = [one.with_fields({"part_of": "all"}) for one in network.organisations]
        nested = replaced(network, organisations=[*whole, *parts])
        assert level_gaps(nested, inside="all").to_rows() == level_gaps(network).to_rows()


def test_in_leiden_care_and_corporations_meet_on_the_work_floor_only():
    found = level_gaps(formats.read(EXAMPLES / "leiden.yaml"))
    pairs = {
        (care, corp) for care in ("care-a", "care-b", "care-c") for corp in ("corp-1", "corp-2")
    }
    assert {row.parties for row in found if row.pattern == "no_cover"} == pairs
    assert all("governing" in row.missing for row in found if row.parties in pairs)


class TestCongruencePerLevel:
    """The town of which each contact is at some levels, weighed by mutual dependence."""

    SHARES = (
        (GOVERNING, Fraction(5, 24)),
        (MANAGEMENT, Fraction(67, 120)),
        (OPERATIONAL, Fraction(197, 336)),
        (None, Fraction(629, 840)),
    )

    @staticmethod
    def weighed(level):
        """The share of the mutual dependence of all pairs that has contact at a level."""
        network = levelled_town()
        contacts, shares = Contacts(network), dependence_shares(network)
        pairs = list(needs_between(network))
        mutual = {p: shares.get(p, 0) + shares.get(p[::-1], 0) for p in pairs}
        held = [p for p in pairs if contacts.anywhere(*p, level=level) == "yes"]
        return sum(mutual[p] for p in held) / sum(mutual.values())

    @pytest.mark.parametrize(("level", "share"), SHARES)
    def test_the_levelled_town_weighed_by_mutual_dependence(self, level, share):
        assert self.weighed(level) == share

    def test_the_mean_of_the_three_is_the_congruence_where_each_counts_for_a_third(self):
        network = levelled_town()
        each = [congruence(network, level=level) for level in LEVELS]
        assert sum(each) / 3 == pytest.approx(congruence(network))


@given(cases())
def test_the_share_of_pairs_at_a_level_is_never_higher_than_at_any(network):
    every = replaced(
        network,
        organisations=[one.with_fields({"levels": LEVELS}) for one in network.organisations],
        interviews=asked(*network.ids),
        dependencies=[one.with_fields({"level": None}) for one in network.dependencies],
    )
    whole = congruence(every, counting="pairs").value
    for level in LEVELS:
        at_level = congruence(every, counting="pairs", level=level).value
        assert (whole is None and at_level is None) or at_level <= whole


def swapped(network, one, other):
    """The network in which two levels have changed names."""
    return relabelled(network, {one: other, other: one})


@given(cases())
def test_swapping_the_names_of_two_levels_swaps_their_values(network):
    turned = swapped(network, GOVERNING, OPERATIONAL)
    for here, there in ((GOVERNING, OPERATIONAL), (MANAGEMENT, MANAGEMENT)):
        assert congruence(turned, level=there).value == congruence(network, level=here).value
    patterns = {"no_cover": "paper_agreement", "paper_agreement": "no_cover"}
    before = {row.parties: (row.pattern, row.severity) for row in level_gaps(network)}
    after = {row.parties: (row.pattern, row.severity) for row in level_gaps(turned)}
    assert {
        parties: (patterns.get(pattern, pattern), severity)
        for parties, (pattern, severity) in before.items()
    } == after


@given(cases())
def test_every_level_gap_is_that_of_the_formula_in_exact_fractions(network):
    contacts = Contacts(network)
    expected = {}
    for pair, need in needs_between(network).items():
        states = contacts.states(*pair)
        shares = need.by_level(tuple(states))
        present = [one for one in LEVELS if one in states and states[one].state == "yes"]
        missing = [
            one
            for one in LEVELS
            if one in states and states[one].state in {"no", "disputed"} and shares[one]
        ]
        if present and missing:
            severity = need.requirement * sum(
                shares[one] * Fraction(str(states[one].certainty)) for one in missing
            )
            expected[pair] = (tuple(missing), tuple(present), float(severity))
    found = {row.parties: (row.missing, row.present, row.severity) for row in level_gaps(network)}
    assert found == expected


@given(cases())
def test_it_is_never_more_than_the_gap_of_the_pair_and_the_most_severe_comes_first(network):
    whole = {row.parties: row.severity for row in contact_gaps(network)}
    rows = list(level_gaps(network))
    assert all(row.severity <= whole[row.parties] + 1e-12 for row in rows)
    assert [(-row.severity, row.parties) for row in rows] == sorted(
        (-row.severity, row.parties) for row in rows
    )


@given(cases(max_size=4))
def test_what_a_level_gap_does_not_rest_on_can_be_left_out(network):
    for row in level_gaps(network):
        lists = ("contacts", "interviews", "dependencies")
        left = replaced(
            network,
            **{name: [r for r in network.lists[name] if r.id in row.because] for name in lists},
        )
        (same,) = level_gaps(left).where(lambda one, wanted=row.parties: one.parties == wanted)
        assert same == row
