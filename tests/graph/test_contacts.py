"""What is known of a contact follows from who said what, and from who was asked."""

from itertools import combinations, product

import pytest
from hypothesis import given
from networks import LEVELS, asked, named, pair_of, pairs_of, replaced, spoken, with_records
from strategies import cases

from netdeps import Network
from netdeps.graph import (
    CERTAINTY,
    Contacts,
    contact_states,
    count_pairs,
    known_share,
)

AT = "governing"
CARE, CITY, HOUSING = "care", "city", "housing"


def told(by, exists, **fields):
    return {
        "between": [CARE, HOUSING],
        "level": AT,
        "exists": exists,
        "said": {"by": by},
        **fields,
    }


def state(*contacts, interviews=(), level=AT):
    network = pair_of(contacts=list(contacts), interviews=list(interviews))
    return Contacts(network).state(CARE, HOUSING, level)


def known(*contacts, interviews=()):
    found = state(*contacts, interviews=interviews)
    return found.state, found.certainty


YES, NO = (lambda by: told(by, exists=True)), (lambda by: told(by, exists=False))


class TestContactAcrossLevels:
    CROSSED = ({"between": [CARE, HOUSING], "level": AT, "other_level": "operational"},)

    def test_it_is_no_contact_at_either_level(self):
        found = Contacts(pair_of(contacts=[{**row, "said": {"by": CARE}} for row in self.CROSSED]))
        assert found.state(CARE, HOUSING, AT).state == "unknown"
        assert found.state(CARE, HOUSING, "operational").state == "unknown"
        assert list(found.told) == []

    def test_saying_that_it_is_not_there_is_no_report_either(self):
        rows = [{**row, "exists": False, "said": {"by": CARE}} for row in self.CROSSED]
        assert Contacts(pair_of(contacts=rows)).report(CARE, HOUSING, AT) is None

    def test_an_organisation_can_have_it_with_itself(self):
        row = {"between": [CARE, CARE], "level": "management", "other_level": "operational"}
        network = pair_of(contacts=[row])
        assert network.contacts[0].crosses
        assert contact_states(network).keys() == {(CARE, HOUSING)}


class TestOwnReports:
    def test_what_a_party_said_itself(self):
        found = Contacts(pair_of(contacts=[{**YES(CARE), "id": "told"}]))
        report = found.report(CARE, HOUSING, AT)
        assert (report.says, report.because) == (frozenset({True}), ("told",))
        assert found.report(HOUSING, CARE, AT) is None

    def test_who_was_asked_and_named_nobody_says_no(self):
        found = Contacts(pair_of(interviews=asked(CARE)))
        report = found.report(CARE, HOUSING, AT)
        assert report.says == frozenset({False})
        assert report.because == ("interview care any contacts",)


class TestTheTableOfReports:
    def test_two_who_say_yes_are_in_contact(self):
        assert known(YES(CARE), YES(HOUSING)) == ("yes", 1)

    @pytest.mark.parametrize("speaker", [CARE, HOUSING])
    def test_one_who_says_yes_is_enough_where_the_other_was_not_asked(self, speaker):
        assert known(YES(speaker)) == ("yes", 1)

    @pytest.mark.parametrize(("one", "other"), [(CARE, HOUSING), (HOUSING, CARE)])
    def test_yes_against_no_is_disputed(self, one, other):
        assert known(YES(one), NO(other)) == ("disputed", 1 / 2)

    @pytest.mark.parametrize(("one", "other"), [(CARE, HOUSING), (HOUSING, CARE)])
    def test_yes_against_the_silence_of_one_who_was_asked_is_disputed(self, one, other):
        assert known(YES(one), interviews=asked(other)) == ("disputed", 1 / 2)

    def test_two_who_say_no_are_sure_of_it(self):
        assert known(NO(CARE), NO(HOUSING)) == ("no", 1)

    def test_two_who_were_asked_and_did_not_name_each_other_say_no(self):
        assert known(interviews=asked(CARE, HOUSING)) == ("no", 1)

    @pytest.mark.parametrize("speaker", [CARE, HOUSING])
    def test_one_who_says_no_is_three_quarters_sure_where_the_other_was_not_asked(self, speaker):
        assert known(NO(speaker)) == ("no", 3 / 4)
        assert known(interviews=asked(speaker)) == ("no", 3 / 4)

    @pytest.mark.parametrize("other", [CITY, None])
    def test_only_third_parties_who_say_no_are_two_fifths_sure(self, other):
        assert known(NO(other)) == ("no", 2 / 5)

    @pytest.mark.parametrize("other", [CITY, None])
    def test_a_third_party_who_says_yes_is_believed_where_neither_was_asked(self, other):
        assert known(YES(other)) == ("yes", 1)
        assert known(YES(other), NO(CITY)) == ("yes", 1)

    def test_nobody_who_said_anything_leaves_it_unknown(self):
        assert known() == ("unknown", None)

    def test_an_own_no_outweighs_a_third_party_who_says_yes(self):
        assert known(NO(CARE), YES(CITY)) == ("no", 3 / 4)
        assert known(YES(CITY), interviews=asked(CARE, HOUSING)) == ("no", 1)

    def test_a_party_that_says_both_is_disputed(self):
        assert known(YES(CARE), NO(CARE)) == ("disputed", 1 / 2)

    def test_certainty_falls_from_both_over_one_and_a_dispute_to_others(self):
        both, one, disputed, others = (
            known(NO(CARE), NO(HOUSING)),
            known(NO(CARE)),
            known(NO(CARE), YES(HOUSING)),
            known(NO(CITY)),
        )
        certainties = [one_of[1] for one_of in (both, one, disputed, others)]
        assert certainties == sorted(certainties, reverse=True)
        assert certainties == list(CERTAINTY.values())


class TestWhoWasAsked:
    @pytest.mark.parametrize("level", LEVELS)
    def test_an_interview_without_a_level_covers_every_level(self, level):
        found = state(interviews=asked(CARE), level=level)
        assert (found.state, found.certainty) == ("no", 3 / 4)

    def test_an_interview_at_one_level_says_nothing_of_the_others(self):
        interviews = asked(CARE, level="operational")
        assert state(interviews=interviews, level="operational").state == "no"
        assert state(interviews=interviews, level="governing").state == "unknown"

    def test_an_interview_about_something_else_says_nothing_of_contacts(self):
        assert known(interviews=asked(CARE, about="dependencies")) == ("unknown", None)

    def test_an_interview_with_a_third_party_says_nothing(self):
        assert known(interviews=asked(CITY)) == ("unknown", None)


class TestStatementsWithoutALevel:
    @pytest.mark.parametrize("level", LEVELS)
    def test_they_hold_for_every_level(self, level):
        found = state(told(CARE, exists=True, level=None, quality=0.5), level=level)
        assert (found.state, found.quality) == ("yes", 0.5)

    def test_the_same_party_may_be_more_precise(self):
        general, precise = told(CARE, exists=True, level=None), NO(CARE)
        assert state(general, precise, level="governing").state == "no"
        assert state(general, precise, level="operational").state == "yes"

    def test_another_party_is_not_the_same_speaker(self):
        assert known(told(CARE, exists=True, level=None), NO(HOUSING)) == ("disputed", 1 / 2)

    def test_the_same_third_party_may_be_more_precise_too(self):
        general, precise = told(CITY, exists=True, level=None), NO(CITY)
        assert state(general, precise, level="governing").state == "no"
        assert state(general, precise, level="operational").state == "yes"

    def test_they_outweigh_the_silence_of_an_interview(self):
        general = told(CARE, exists=True, level=None)
        assert known(general, interviews=asked(CARE)) == ("yes", 1)


class TestQuality:
    def test_it_is_full_where_none_is_given(self):
        assert state(YES(CARE)).quality == 1

    def test_it_is_the_mean_where_several_are_given(self):
        good, poor = (told(by, exists=True, quality=q) for by, q in ((CARE, 0.75), (HOUSING, 0.25)))
        assert state(good, poor).quality == 0.5

    def test_a_speaker_who_gives_none_does_not_count_as_full(self):
        assert state(told(CARE, exists=True, quality=0.25), YES(HOUSING)).quality == 0.25

    def test_it_can_be_0_and_still_be_a_contact(self):
        found = state(told(CARE, exists=True, quality=0))
        assert (found.state, found.quality) == ("yes", 0)

    @pytest.mark.parametrize(
        "contacts",
        [(NO(CARE),), (YES(CARE), NO(HOUSING)), ()],
        ids=["no", "disputed", "unknown"],
    )
    def test_it_is_0_without_contact(self, contacts):
        assert state(*contacts).quality == 0

    def test_a_precise_statement_replaces_the_quality_of_a_general_one(self):
        general = told(CARE, exists=True, level=None, quality=0.25)
        assert state(general, told(CARE, exists=True, quality=0.75)).quality == 0.75

    def test_the_quality_of_a_third_party_counts_where_neither_party_spoke(self):
        assert state(told(CITY, exists=True, quality=0.25)).quality == 0.25


class TestTheLevelsOfAPair:
    def test_a_pair_has_the_levels_that_neither_lacks(self):
        network = pair_of(levels={CARE: ["operational", "governing"], HOUSING: ["governing"]})
        contacts = Contacts(network)
        assert contacts.levels(CARE, HOUSING) == ("governing",)
        assert contacts.levels(CARE, CITY) == ("governing", "operational")

    def test_the_states_can_be_had_at_one_level(self):
        contacts = Contacts(pair_of(contacts=[YES(CARE)]))
        assert list(contacts.states(CARE, HOUSING)) == list(LEVELS)
        assert list(contacts.states(CARE, HOUSING, level="management")) == ["management"]

    def test_a_level_that_one_of_them_lacks_has_no_state(self):
        contacts = Contacts(pair_of(levels={CARE: ["operational"]}))
        assert contacts.states(CARE, HOUSING, level="governing") == {}
        assert contacts.anywhere(CARE, HOUSING, level="governing") is None

    @pytest.mark.parametrize(
        ("contacts", "interviews", "anywhere"),
        [
            ([YES(CARE)], [], "yes"),
            ([NO(CARE)], [], "unknown"),
            ([YES(CARE), NO(HOUSING)], asked(CARE), "disputed"),
            ([], asked(CARE), "no"),
        ],
        ids=["one yes", "one level not asked", "a dispute and no", "no everywhere"],
    )
    def test_at_any_level_unknown_propagates_unless_one_level_decides(
        self, contacts, interviews, anywhere
    ):
        network = pair_of(contacts=contacts, interviews=interviews)
        assert Contacts(network).anywhere(CARE, HOUSING) == anywhere


def test_sitting_at_one_table_is_not_a_contact():
    network = pair_of(tables=[{"id": "directors", "members": [CARE, CITY, HOUSING]}])
    assert {Contacts(network).anywhere(*pair) for pair in pairs_of(network)} == {"unknown"}


def test_the_states_of_a_network_are_those_of_pairs_with_a_need_or_a_statement():
    row = [{"between": [HOUSING, CITY], "said": {"by": CITY}}]
    found = contact_states(pair_of(contacts=row))
    assert {pair: {one.state for one in states.values()} for pair, states in found.items()} == {
        (CARE, HOUSING): {"unknown"},
        (CITY, HOUSING): {"yes"},
    }


def told_of(network, first, second):
    """What is said of the contact of two organisations, but for what crosses levels."""
    ends = {first, second}
    return [c for c in network.contacts if set(c.between) == ends and c.other_level is None]


def own_report(network, party, other, level):
    """What a party itself says of its contact with another, written out."""
    said = [c for c in told_of(network, party, other) if c.said.by == party]
    precise = {c.exists for c in said if c.level == level}
    general = {c.exists for c in said if c.level is None}
    silent = {
        False
        for interview in network.interviews
        if interview.organisation == party
        and "contacts" in interview.asked
        and interview.level in {level, None}
    }
    return precise or general or silent


def others_report(network, first, second, level):
    """What third parties say, each as precisely as it does; of the nameless nobody knows who is who."""
    said = told_of(network, first, second)
    found = {c.exists for c in said if c.said.by is None and c.level in {level, None}}
    for speaker in {c.said.by for c in said} - {first, second, None}:
        own = [c for c in said if c.said.by == speaker]
        precise = {c.exists for c in own if c.level == level}
        found |= precise or {c.exists for c in own if c.level is None}
    return found


def by_the_table(network, first, second, level):
    one = own_report(network, first, second, level)
    other = own_report(network, second, first, level)
    if one | other == {True, False}:
        return ("disputed", 0.5)
    if one | other == {True}:
        return ("yes", 1.0)
    if one | other == {False}:
        return ("no", 1.0 if one and other else 0.75)
    others = others_report(network, first, second, level)
    if not others:
        return ("unknown", None)
    return ("yes", 1.0) if True in others else ("no", 0.4)


@given(cases())
def test_every_state_is_that_of_the_table(network):
    contacts = Contacts(network)
    for (first, second), level in product(pairs_of(network), LEVELS):
        found = contacts.state(first, second, level)
        assert (found.state, found.certainty) == by_the_table(network, first, second, level)


@given(cases())
def test_a_pair_is_the_same_from_both_sides(network):
    contacts = Contacts(network)
    for (first, second), level in product(pairs_of(network), LEVELS):
        assert contacts.state(first, second, level) == contacts.state(second, first, level)


@given(cases(max_size=3))
def test_what_a_state_does_not_rest_on_can_be_left_out(network):
    contacts = Contacts(network)
    for (first, second), level in product(pairs_of(network), LEVELS):
        found = contacts.state(first, second, level)
        if found.state == "unknown":
            assert found.because == ()
            continue
        kept = replaced(
            network,
            contacts=[one for one in network.contacts if one.id in found.because],
            interviews=[one for one in network.interviews if one.id in found.because],
        )
        assert Contacts(kept).state(first, second, level) == found


def anywhere(network, first, second, level=None):
    """The best that is known at any level that both have, unknown before no."""
    both = set(network.organisation(first).levels) & set(network.organisation(second).levels)
    states = {
        by_the_table(network, first, second, one)[0]
        for one in both
        if level is None or one == level
    }
    return next((one for one in ("yes", "unknown", "disputed", "no") if one in states), None)


@given(cases())
def test_pairs_are_counted_as_if_each_were_looked_at(network):
    for level in (None, *LEVELS):
        slow = [anywhere(network, *pair, level) for pair in pairs_of(network)]
        count = count_pairs(Contacts(network), level)
        assert {state: count[state] for state in count if count[state]} == {
            state: slow.count(state) for state in set(slow)
        }


@given(cases())
def test_the_known_share_is_that_of_the_pairs_which_can_be_in_contact(network):
    for level in (None, *LEVELS):
        slow = [anywhere(network, *pair, level) for pair in pairs_of(network)]
        possible = [one for one in slow if one is not None]
        known_pairs = [one for one in possible if one != "unknown"]
        wanted = len(known_pairs) / len(possible) if possible else None
        assert known_share(Contacts(network), level) == pytest.approx(wanted)


def test_the_known_share_counts_pairs_not_statements():
    network = Network(
        organisations=named("a", "b", "c"),
        contacts=[*spoken([("a", "b")]), *spoken([("b", "a")])],
    )
    assert known_share(Contacts(network)) == pytest.approx(1 / 3)


def test_the_known_share_is_none_where_no_two_have_a_level_in_common():
    network = Network(
        organisations=[
            {"id": "board", "levels": ["governing"]},
            {"id": "team", "levels": ["operational"]},
        ]
    )
    assert known_share(Contacts(network)) is None


@given(cases(max_size=4))
def test_asking_somebody_never_makes_more_unknown(network):
    before = Contacts(network)
    after = Contacts(with_records(network, interviews=asked(network.ids[0])))
    for (first, second), level in product(combinations(network.ids, 2), LEVELS):
        if before.state(first, second, level).state != "unknown":
            assert after.state(first, second, level).state != "unknown"
        elif network.ids[0] in {first, second}:
            assert after.state(first, second, level).state == "no"
