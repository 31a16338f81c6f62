"""Would a finding stand if those who were not asked had answered? Against every answer written out."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, named, needs, pair_of, spoken, with_records
from strategies import cases

from netdeps import Network
from netdeps.graph import Contacts, needs_between
from netdeps.measures import contact_gaps, gaps
from netdeps.measures.gaps.measured import band, measure_pair

CARE, HOUSING = "care", "housing"
MOST = 64
"""More answers than this are not written out in a test."""


def silent_reports(network, pairs):
    """Every party that could still say something about one of these pairs, with the level."""
    contacts = Contacts(network)
    return [
        (party, other, level)
        for pair in pairs
        for level in contacts.levels(*pair)
        for party, other in (pair, pair[::-1])
        if contacts.report(party, other, level) is None
    ]


def answered(network, reports, answers):
    """The network in which the silent have answered, each with a statement of its own."""
    told = [
        {"between": [party, other], "level": level, "exists": yes, "said": {"by": party}}
        for (party, other, level), yes in zip(reports, answers, strict=True)
    ]
    return with_records(network, contacts=told)


def band_of(network, pairs):
    """The band of the most serious of these pairs; None where nothing is missing."""
    contacts, required = Contacts(network), needs_between(network)
    highest = max(measure_pair(required[pair], contacts).severity for pair in pairs)
    return band(highest) if highest else None


def severity_of(network, pair):
    return measure_pair(needs_between(network)[pair], Contacts(network)).severity


def written_out(network, pairs):
    """The share of all answers that keep the band, and who alone can change it."""
    reports = silent_reports(network, pairs)
    now = band_of(network, pairs)
    ways = list(product([True, False], repeat=len(reports)))
    kept = sum(band_of(answered(network, reports, way), pairs) == now for way in ways)
    turners = []
    for party in sorted({report[0] for report in reports}):
        own = [report for report in reports if report[0] == party]
        alone = product([True, False], repeat=len(own))
        if any(band_of(answered(network, own, way), pairs) != now for way in alone):
            turners.append(party)
    return Fraction(kept, len(ways)), tuple(turners)


class TestOneLine:
    def test_where_both_were_asked_it_stands_whatever_is_said(self):
        gap = contact_gaps(pair_of(interviews=asked(CARE, HOUSING)))[0]
        assert (gap.stands, gap.overturned_by) == (1.0, ())
        assert gap.severity_range == (gap.severity, gap.severity)

    def test_one_who_was_not_asked_may_overturn_it(self):
        network = pair_of(
            dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"),
            interviews=asked(CARE, level="governing"),
        )
        gap = contact_gaps(network)[0]
        assert gap.severity == 9 / 16  # 3/4 needed, nothing there, 3/4 sure
        assert gap.severity_range == (3 / 8, 3 / 4)  # disputed, or sure
        assert (gap.stands, gap.overturned_by) == (1 / 2, (HOUSING,))

    def test_an_answer_that_leaves_it_in_its_band_overturns_nothing(self):
        network = pair_of(
            dependencies=needs((CARE, 1, "all", [HOUSING]), level="governing"),
            interviews=asked(CARE, level="governing"),
        )
        gap = contact_gaps(network)[0]
        assert gap.severity_range == (1 / 8, 1 / 4)
        assert gap.band == "low"
        assert (gap.stands, gap.overturned_by) == (1 / 2, (HOUSING,))  # sure, it is in the middle

    def test_third_parties_are_overruled_by_what_the_two_say(self):
        contacts = spoken([(CARE, HOUSING)], level="governing", exists=False, said={"by": "city"})
        network = pair_of(
            dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"), contacts=contacts
        )
        gap = contact_gaps(network)[0]
        assert gap.severity == pytest.approx(3 / 4 * 2 / 5)
        assert gap.severity_range == (0.0, 3 / 4)
        # both yes: gone; one of each: 3/8, as now in the middle; both no: high
        assert (gap.stands, gap.overturned_by) == (1 / 2, (CARE, HOUSING))

    def test_silence_at_a_level_that_nothing_needs_does_not_matter(self):
        network = pair_of(
            dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"),
            interviews=asked(CARE, HOUSING, level="governing"),
        )
        gap = contact_gaps(network)[0]
        assert (gap.stands, gap.overturned_by) == (1.0, ())


class TestTwoKinds:
    def test_one_sure_line_keeps_the_gap_between_the_kinds_where_it_is(self):
        kinds = {"care_provider": ("a", "b"), "housing_corporation": ("h",)}
        network = Network(
            organisations=[row for kind, ids in kinds.items() for row in named(*ids, kind=kind)],
            dependencies=needs(("a", 3, "all", ["h"]), ("b", 3, "all", ["h"]), level="governing"),
            interviews=asked("a", "h", level="governing"),
        )
        (gap,) = gaps(network)
        assert gap.extent == "kinds"
        assert (gap.stands, gap.overturned_by) == (1.0, ())

    def test_where_every_line_has_a_silent_end_the_shares_multiply(self):
        network = Network(
            organisations=[*named("a", "b", kind="care_provider"), *named("h", kind="ministry")],
            dependencies=needs(("a", 3, "all", ["h"]), ("b", 3, "all", ["h"]), level="governing"),
            interviews=asked("h", level="governing"),
        )
        (gap,) = gaps(network)
        assert gap.band == "high"
        assert gap.stands == 3 / 4  # only where both say yes it is no longer high
        assert gap.overturned_by == ()


def test_two_who_agree_that_they_speak_leave_nothing_to_overturn():
    assert list(contact_gaps(pair_of(contacts=agreed([(CARE, HOUSING)])))) == []


@given(cases())
def test_every_share_is_that_of_all_answers_written_out(network):
    for gap in contact_gaps(network):
        reports = silent_reports(network, [gap.parties])
        if 2 ** len(reports) > MOST:
            continue
        share, turners = written_out(network, [gap.parties])
        assert gap.stands == pytest.approx(float(share), abs=1e-12)
        assert gap.overturned_by == turners
        ways = product([True, False], repeat=len(reports))
        found = [severity_of(answered(network, reports, way), gap.parties) for way in ways]
        assert gap.severity_range == (float(min(found)), float(max(found)))


@st.composite
def blocks(draw):
    """Two kinds that need each other at one level and hardly speak; some were asked, some were not."""
    sides = {"care_provider": ["a", "b"], "housing_corporation": ["g", "h"]}
    names = [name for side in sides.values() for name in side]
    lines = draw(st.sets(st.tuples(st.sampled_from("ab"), st.sampled_from("gh")), min_size=2))
    told = draw(st.sets(st.sampled_from(sorted(lines)), max_size=2))
    return Network(
        organisations=[row for kind, ids in sides.items() for row in named(*ids, kind=kind)],
        dependencies=needs(
            *((one, draw(st.integers(1, 3)), "all", [other]) for one, other in sorted(lines)),
            level="governing",
        ),
        interviews=asked(*draw(st.sets(st.sampled_from(names)))),
        contacts=spoken(sorted(told), "governing", exists=False),
    )


@given(blocks())
def test_every_share_of_a_gap_between_kinds_is_that_of_all_answers_written_out(network):
    for gap in gaps(network):
        if gap.extent == "kinds":
            share, turners = written_out(network, gap.pairs)
            assert gap.stands == pytest.approx(float(share), abs=1e-12)
            assert gap.overturned_by == turners
