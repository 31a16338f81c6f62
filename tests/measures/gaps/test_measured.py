"""Severity is requirement times deficit times certainty."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.graph import ContactState, NeedPart, PairNeed
from netdeps.measures.gaps.measured import MeasuredPair, band

LEVELS = ("governing", "management", "operational")
KNOWN = {
    "both": ContactState("no", 1.0, 0.0),
    "one": ContactState("no", 0.75, 0.0),
    "disputed": ContactState("disputed", 0.5, 0.0),
    "others": ContactState("no", 0.4, 0.0),
    "contact": ContactState("yes", 1.0, 1.0),
    "unknown": ContactState("unknown", None, 0.0),
}


def poor(quality):
    return ContactState("yes", 1.0, quality)


def measured(weights, *levels):
    need = PairNeed(("a", "b"), tuple(NeedPart(Fraction(w), None, "need") for w in weights))
    shares = {level: Fraction(share) for level, (share, _) in zip(LEVELS, levels, strict=False)}
    states = {level: state for level, (_, state) in zip(LEVELS, levels, strict=False)}
    return MeasuredPair(need, shares, states)


TOP = ["3/4"]
TWICE = ["3/4", "3/4"]


class TestWorkedExamples:
    def test_a_top_need_without_any_contact_that_both_deny(self):
        found = measured(TOP, (1, KNOWN["both"]))
        assert found.severity == Fraction(3, 4)

    def test_a_third_in_place_and_nine_tenths_sure(self):
        """15/16 · 2/3 · 9/10: at the second level half of the contact, at the third only others."""
        found = measured(
            TWICE, ("1/3", KNOWN["both"]), ("5/9", poor(0.6)), ("1/9", KNOWN["others"])
        )
        assert found.deficit == Fraction(2, 3)
        assert found.expected / found.deficit == Fraction(9, 10)
        assert found.severity == Fraction(9, 16)

    def test_two_top_needs_over_which_the_parties_contradict_each_other(self):
        found = measured(TWICE, (1, KNOWN["disputed"]))
        assert found.severity == Fraction(15, 32)


class TestDeficitAndCertainty:
    def test_what_is_not_known_is_left_out_of_both(self):
        found = measured(TOP, ("1/3", KNOWN["one"]), ("2/3", KNOWN["unknown"]))
        assert (found.deficit, found.expected) == (Fraction(1, 3), Fraction(1, 4))

    def test_poor_contact_lacks_what_its_quality_lacks_and_that_is_certain(self):
        found = measured(TOP, (1, poor(0.25)))
        assert (found.deficit, found.expected) == (Fraction(3, 4), Fraction(3, 4))

    def test_full_contact_lacks_nothing(self):
        assert measured(TOP, (1, KNOWN["contact"])).severity == 0

    def test_certainty_is_weighed_by_what_is_missing(self):
        found = measured(TOP, ("1/4", KNOWN["both"]), ("3/4", KNOWN["others"]))
        assert found.expected / found.deficit == Fraction(1, 4) + Fraction(3, 4) * Fraction(2, 5)

    def test_at_a_level_only_that_part_counts(self):
        found = measured(TOP, ("1/4", KNOWN["one"]), ("3/4", KNOWN["unknown"]))
        assert found.certain == {"governing": Fraction(3, 16)}

    def test_a_quality_is_read_as_it_was_written(self):
        assert measured(TOP, (1, poor(0.9))).deficit == Fraction(1, 10)


class TestAxioms:
    shares = st.fractions("1/10", 1, max_denominator=20)

    @given(shares)
    def test_it_is_0_where_one_factor_is_0(self, weight):
        assert measured([], (1, KNOWN["both"])).severity == 0
        assert measured([weight], (1, KNOWN["contact"])).severity == 0
        assert measured([weight], (1, KNOWN["unknown"])).severity == 0

    @given(shares, shares)
    def test_it_grows_with_the_requirement(self, one, other):
        low, high = (measured([w], (1, KNOWN["one"])).severity for w in sorted((one, other)))
        assert low < high or one == other

    @given(shares)
    def test_it_grows_with_the_deficit(self, share):
        less = measured(TOP, (share, KNOWN["one"]), (1 - share, KNOWN["contact"]))
        more = measured(TOP, (share, KNOWN["one"]), (1 - share, poor(0.5)))
        assert less.severity < more.severity or share == 1

    @given(shares)
    def test_it_grows_with_the_certainty(self, share):
        names = ["others", "disputed", "one", "both"]
        rest = (1 - share, KNOWN["contact"])
        found = [measured(TOP, (share, KNOWN[name]), rest).severity for name in names]
        assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("severity", "name"),
    [
        ("1", "high"),
        ("1/2", "high"),
        ("499/1000", "middle"),
        ("1/4", "middle"),
        ("249/1000", "low"),
        ("0", "low"),
    ],
)
def test_bands_begin_at_a_half_and_a_quarter(severity, name):
    assert band(Fraction(severity)) == name


def test_there_is_contact_where_there_is_some_at_one_level():
    assert measured(TOP, ("1/2", KNOWN["both"]), ("1/2", poor(0))).any_contact
    assert not measured(TOP, ("1/2", KNOWN["disputed"]), ("1/2", KNOWN["unknown"])).any_contact
