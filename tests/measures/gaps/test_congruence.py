"""Of everything that calls for contact, which share has it."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    CARE_1,
    agenda,
    agreed,
    asked,
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
from netdeps.errors import OptionError, UndefinedError
from netdeps.graph import Contacts, needs_between
from netdeps.measures import congruence


def bounds(found):
    return (found.low, found.value, found.high)


class TestWorkedExamples:
    def test_the_agenda_of_cataldo_counts_two_pairs_of_six_cells(self):
        """Cataldo and others (2006): CR = [[1,2,2],[2,4,3],[2,3,4]], contact between a and b."""
        found = congruence(agenda(), requirement="issues", counting="pairs")
        assert bounds(found) == (2 / 6, 2 / 6, 2 / 6)

    def test_the_agenda_of_cataldo_weighs_four_of_fourteen(self):
        assert congruence(agenda(), requirement="issues") == float(Fraction(2, 7))

    def test_an_issue_hangs_on_another_whichever_of_the_two_says_so(self):
        found = congruence(agenda(told_by="one"), requirement="issues")
        assert found == float(Fraction(2, 7))

    def test_the_town_has_contact_for_four_of_six_pairs(self):
        assert congruence(spoken_town(), counting="pairs") == float(Fraction(4, 6))

    def test_the_town_has_contact_for_271_of_351_of_what_it_requires(self):
        """Requirements in 256ths: 208 + 221 + 176 + 208 with contact, and 208 + 32 without."""
        assert congruence(spoken_town()) == float(Fraction(208 + 221 + 176 + 208, 1053))
        assert Fraction(813, 1053) == Fraction(271, 351)

    def test_what_nobody_was_asked_makes_bounds(self):
        """a - b requires 1/2 and a - d 3/4, both with contact; c - d 1/4, not known."""
        network = Network(
            organisations=named("a", "b", "c", "d"),
            dependencies=needs(
                ("a", 2, "all", ["b"]), ("a", 3, "all", ["d"]), ("c", 1, "all", ["d"])
            ),
            contacts=spoken([("a", "b"), ("a", "d")]),
        )
        assert bounds(congruence(network)) == (float(Fraction(5, 6)), 1, 1)
        assert congruence(network).known_share == float(Fraction(5, 6))
        assert bounds(congruence(network, counting="pairs")) == (2 / 3, 1, 1)


class TestWhatCarries:
    def test_each_level_counts_for_its_share_and_quality(self):
        network = pair_of(
            contacts=agreed([("care", "housing")], "governing", quality=0.6),
            interviews=asked("care", "housing"),
        )
        assert congruence(network) == pytest.approx(0.2)
        assert congruence(network, counting="pairs") == 1

    def test_a_pair_with_a_level_that_nobody_was_asked_about_is_known_in_part(self):
        network = pair_of(
            contacts=spoken([("care", "housing")], "governing"),
            interviews=asked("care", level="management"),
        )
        assert bounds(congruence(network)) == (
            float(Fraction(1, 3)),
            1 / 2,
            float(Fraction(2, 3)),
        )
        assert congruence(network).known_share == float(Fraction(2, 3))

    def test_in_pairs_one_open_level_leaves_the_pair_open(self):
        network = pair_of(interviews=asked("care", level="management"))
        found = congruence(network, counting="pairs")
        assert (found.value, found.low, found.high) == (None, 0, 1)

    def test_a_disputed_contact_carries_nothing(self):
        network = pair_of(contacts=spoken([("care", "housing")]), interviews=asked("housing"))
        assert congruence(network) == 0
        assert congruence(network, counting="pairs") == 0

    def test_a_pair_without_a_level_in_common_is_left_out(self):
        network = pair_of(
            levels={"care": ["governing", "operational"], "housing": ["governing"]},
            dependencies=needs(("care", 3, "all", ["housing"]), ("city", 3, "all", ["care"])),
            contacts=agreed([("care", "housing")]),
            interviews=asked("care", "city", "housing"),
        )
        assert congruence(network) == float(Fraction(1, 2))
        without = replaced(
            network,
            organisations=[
                {"id": "care", "levels": ["governing"]},
                {"id": "city", "levels": ["operational"]},
                {"id": "housing", "levels": ["governing"]},
            ],
        )
        assert congruence(without) == 1

    def test_it_rests_on_the_needs_or_on_the_issues(self):
        assert congruence(pair_of()).because == ("need 1",)
        assert {"1", "2", "3"} <= set(congruence(agenda(), requirement="issues").because)


class TestUndefined:
    def test_where_nothing_calls_for_contact_there_is_no_share(self):
        for requirement in ("needs", "issues"):
            found = congruence(pair_of(dependencies=[]), requirement=requirement)
            assert bounds(found) == (None, None, None)
            assert str(found.reason) == "nothing calls for contact"

    def test_where_nobody_was_asked_anything_is_possible(self):
        found = congruence(town())
        assert bounds(found) == (0, None, 1)
        with pytest.raises(UndefinedError) as caught:
            float(found)
        assert str(caught.value) == (
            "congruence is undefined: nobody was asked about a contact that is called for"
        )


class TestOptions:
    def test_at_a_level_only_that_level_counts(self):
        network = pair_of(
            contacts=agreed([("care", "housing")], "governing"), interviews=asked("care", "housing")
        )
        assert congruence(network) == pytest.approx(1 / 3)
        assert congruence(network, level="governing") == 1
        assert congruence(network, level="management") == 0

    def test_of_a_kind_only_what_is_within_it_counts(self):
        assert congruence(spoken_town(), kind="care_provider") == 0
        assert congruence(spoken_town(), kind="municipality").value is None

    def test_of_an_issue_only_its_needs_count(self):
        dependencies = [
            *needs(("care", 3, "all", ["housing"]), issue="outflow", id="own"),
            *needs(("city", 3, "all", ["housing"]), id="other"),
        ]
        network = pair_of(
            dependencies=dependencies,
            issues=[{"id": "outflow"}],
            contacts=agreed([("care", "housing")]),
            interviews=asked("city"),
        )
        assert congruence(network) == 1 / 2
        assert congruence(network, issue="outflow") == 1

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"requirement": "need"},
                "the requirement 'need' is not known; known are 'needs', 'issues'. Did you mean 'needs'?",
            ),
            (
                {"counting": "levels"},
                "the counting 'levels' is not known; known are 'strength', 'pairs'.",
            ),
            (
                {"requirement": "issues", "issue": "1"},
                "requirement='issues' takes all issues; leave the option 'issue' out.",
            ),
        ],
    )
    def test_an_option_that_is_not_known_is_refused(self, options, message):
        with pytest.raises(OptionError) as caught:
            congruence(agenda(), **options)
        assert str(caught.value) == message

    def test_the_owner_of_an_issue_works_on_it(self):
        network = Network(
            organisations=named("a", "b"),
            issues=[{"id": "1", "owner": "a", "involved": ["b"]}],
            interviews=asked("a"),
        )
        assert congruence(network, requirement="issues") == 0


def slow_share(weighed):
    """Σ r·a over the known part of Σ r, with the least and the most that it can be."""
    total = sum(r for r, _, _ in weighed)
    carried = sum(r * a for r, a, _ in weighed)
    known = sum(r * k for r, _, k in weighed)
    if not total:
        return (None, None, None)
    low, high = float(carried / total), float((carried + total - known) / total)
    return (low, float(carried / known) if known else None, high)


def carried(network, pair, shares):
    """How much of a pair's need has contact, and of how much of it that is known."""
    contacts = Contacts(network)
    contact = known = Fraction(0)
    for level, share in shares.items():
        state = contacts.state(*pair, level)
        if state.state != "unknown":
            known += share
            contact += share * Fraction(str(state.quality))
    return contact, known


@given(cases())
def test_the_weighted_share_is_that_of_the_formula_in_exact_fractions(network):
    contacts = Contacts(network)
    weighed = [
        (need.requirement, *carried(network, pair, need.by_level(contacts.levels(*pair))))
        for pair, need in needs_between(network).items()
        if contacts.levels(*pair)
    ]
    assert bounds(congruence(network)) == slow_share(weighed)


@given(cases())
def test_the_share_of_pairs_counts_each_once(network):
    contacts = Contacts(network)
    weighed = []
    for pair in needs_between(network):
        state = contacts.anywhere(*pair)
        if state:
            weighed.append((Fraction(1), Fraction(state == "yes"), Fraction(state != "unknown")))
    assert bounds(congruence(network, counting="pairs")) == slow_share(weighed)


@given(cases())
def test_what_the_agenda_requires_is_the_product_of_three_matrices(network):
    names, issues = network.ids, [one.id for one in network.issues]
    works = np.array(
        [[int(who in one.involved or who == one.owner) for one in network.issues] for who in names]
    )
    hangs = np.eye(len(issues), dtype=int)
    for one, issue in enumerate(network.issues):
        for other in issue.depends_on:
            hangs[one, issues.index(other)] = hangs[issues.index(other), one] = 1
    required = works @ hangs @ works.T
    contacts = Contacts(network)
    weighed = []
    for first, second in pairs_of(network):
        levels = contacts.levels(first, second)
        amount = int(required[names.index(first), names.index(second)])
        if levels and amount:
            shares = dict.fromkeys(levels, Fraction(1, len(levels)))
            weighed.append((Fraction(amount), *carried(network, (first, second), shares)))
    assert bounds(congruence(network, requirement="issues")) == slow_share(weighed)


@given(cases())
def test_where_everybody_speaks_it_is_1_and_where_nobody_does_0(network):
    required = [pair for pair in needs_between(network) if Contacts(network).levels(*pair)]
    all_asked = asked(*network.ids)
    everybody = replaced(network, contacts=agreed(pairs_of(network)), interviews=all_asked)
    nobody = replaced(network, contacts=[], interviews=all_asked)
    for counting in ("strength", "pairs"):
        found = [congruence(one, counting=counting).value for one in (everybody, nobody)]
        assert found == ([1, 0] if required else [None, None])


@given(cases())
def test_one_contact_more_never_lowers_it(network):
    asked_all = replaced(network, interviews=asked(*network.ids))
    first, second = network.ids[:2]
    silent = replaced(
        asked_all,
        contacts=[one for one in network.contacts if set(one.between) != {first, second}],
    )
    more = with_records(silent, contacts=agreed([(first, second)]))
    for counting in ("strength", "pairs"):
        before = congruence(silent, counting=counting).value
        after = congruence(more, counting=counting).value
        assert (before is None and after is None) or after >= before


@given(cases(), st.integers(1, 3))
def test_scaling_all_requirements_changes_nothing(network, importance):
    """With one need a pair, importance scales each requirement by the same factor."""
    wanted = [(one, importance, "all", [other]) for one, other in pairs_of(network)]
    scaled = replaced(network, dependencies=needs(*wanted))
    once = replaced(network, dependencies=needs(*((a, 1, "all", d) for a, _, _, d in wanted)))
    assert bounds(congruence(scaled)) == bounds(congruence(once))


@given(st.sets(st.sampled_from(["ab", "ac", "bc", "ad", "bd", "cd"])))
def test_where_all_requirements_are_equal_weighing_makes_no_difference(speak):
    network = Network(
        organisations=named("a", "b", "c", "d"),
        dependencies=needs(*((one, 2, "all", [other]) for one, other in ("ab", "ac", "bd", "cd"))),
        contacts=agreed(sorted(speak)),
        interviews=asked("a", "b", "c", "d"),
    )
    assert congruence(network) == congruence(network, counting="pairs")


@given(cases())
def test_an_organisation_without_needs_changes_nothing(network):
    joined = with_records(network, organisations=named("zz"), interviews=asked("zz"))
    for options in ({}, {"counting": "pairs"}, {"requirement": "issues"}):
        assert bounds(congruence(joined, **options)) == bounds(congruence(network, **options))


@st.composite
def partly_asked(draw):
    """Three parties with needs at two levels, and contacts that nobody was asked about."""
    names = ("a", "b", "c")
    cells = list(product([("a", "b"), ("a", "c"), ("b", "c")], ("governing", "operational")))
    open_cells = draw(st.lists(st.sampled_from(cells), min_size=1, max_size=3, unique=True))
    closed = [cell for cell in cells if cell not in open_cells]
    told = [
        one
        for pair, level in closed
        for one in spoken(
            [pair], level, exists=draw(st.booleans()), quality=draw(st.sampled_from([None, 0.5]))
        )
    ]
    dependencies = [
        {**row, "level": draw(st.sampled_from([None, "governing", "operational"]))}
        for row in needs(
            *(
                (one, draw(st.integers(1, 3)), "all", [other])
                for one, other in (("a", "b"), ("a", "c"), ("c", "b"), ("b", "a"))
            )
        )
    ]
    network = Network(
        organisations=named(*names, levels=["governing", "operational"]),
        dependencies=dependencies,
        contacts=told,
    )
    return network, open_cells


def answered(network, cells, answers):
    told = [
        one
        for (pair, level), exists in zip(cells, answers, strict=True)
        if exists is not None
        for one in spoken([pair], level, exists=exists)
    ]
    return with_records(network, contacts=told)


@pytest.mark.parametrize("counting", ["strength", "pairs"])
@given(drawn=partly_asked())
def test_the_bounds_hold_every_way_in_which_the_unknown_can_turn_out(counting, drawn):
    network, cells = drawn
    outer = congruence(network, counting=counting)
    exact = []
    for answers in product([True, False, None], repeat=len(cells)):
        inner = congruence(answered(network, cells, answers), counting=counting)
        assert outer.low <= inner.low <= inner.high <= outer.high
        if inner.value is not None:
            assert inner.low <= inner.value <= inner.high
        if None not in answers:
            assert inner.low == inner.value == inner.high
            exact.append(inner.value)
    assert (outer.low, outer.high) == (min(exact), max(exact))


def test_a_care_provider_that_leaves_takes_its_requirements_along():
    left = spoken_town().without([CARE_1])
    assert congruence(left, counting="pairs") == 2 / 3


def test_where_all_who_need_each_other_share_no_level_that_is_the_reason():
    network = Network(
        organisations=[
            {"id": "a", "levels": ["governing"]},
            {"id": "b", "levels": ["operational"]},
        ],
        dependencies=[{"depender": "a", "dependum": "x", "dependees": ["b"]}],
    )
    found = congruence(network)
    assert str(found.reason) == "those who need each other have no level in common"
