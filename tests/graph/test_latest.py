"""Of one speaker the newest word counts, about a contact and in reply to what was told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import pair_of

from netdeps.graph import Contacts, newest_replies, repliers, standing
from netdeps.model import OUTSIDE, Contact, Dependency

CARE, HOUSING = "care", "housing"
AT = "governing"
MARCH, JUNE, AUTUMN = "2026-03-01", "2026-06-01", "2026-11-22"


def word(*, exists, date=None, by=CARE, level=AT, voice=None):
    return {
        "between": [CARE, HOUSING],
        "exists": exists,
        "level": level,
        "said": {"by": by, "date": date, "level": voice},
    }


def state(*contacts):
    return Contacts(pair_of(contacts=list(contacts))).state(CARE, HOUSING, AT)


class TestWhatASpeakerTookBack:
    def test_a_party_that_corrects_itself_is_not_in_dispute_with_itself(self):
        earlier, later = word(exists=True, date=MARCH), word(exists=False, date=AUTUMN)
        assert state(earlier, later).state == "no"
        assert state(later, earlier).state == "no"

    def test_it_no_longer_carries_what_is_known(self):
        found = state(word(exists=False, date=MARCH), word(exists=True, date=AUTUMN))
        assert found.because == ("contacts/2",)

    def test_the_quality_that_was_taken_back_does_not_return_with_a_new_yes(self):
        first = {**word(exists=True, date=MARCH), "quality": 0.2}
        assert state(first, word(exists=False, date=JUNE), word(exists=True, date=AUTUMN)) == state(
            word(exists=False, date=MARCH),
            word(exists=False, date=JUNE),
            word(exists=True, date=AUTUMN),
        )

    def test_saying_the_same_again_takes_nothing_back(self):
        first = {**word(exists=True, date=MARCH), "quality": 0.2}
        found = state(first, word(exists=True, date=AUTUMN))
        assert (found.state, found.quality) == ("yes", 0.2)
        assert found.because == ("contacts/1", "contacts/2")

    def test_a_word_without_a_date_comes_before_one_with_a_date(self):
        assert state(word(exists=True), word(exists=False, date=MARCH)).state == "no"

    @pytest.mark.parametrize("date", [None, MARCH])
    def test_without_an_order_both_stand(self, date):
        both = word(exists=True, date=date), word(exists=False, date=date)
        assert state(*both).state == "disputed"

    def test_another_speaker_takes_nothing_back(self):
        yes, no = word(exists=True, date=MARCH), word(exists=False, date=AUTUMN, by=HOUSING)
        assert state(yes, no).state == "disputed"

    @pytest.mark.parametrize("by", [None, "outside"])
    def test_who_is_not_named_takes_nothing_back_since_it_may_be_somebody_else(self, by):
        words = word(exists=True, date=MARCH, by=by), word(exists=False, date=AUTUMN, by=by)
        assert state(*words).state == "yes"

    def test_a_later_word_about_all_levels_takes_back_one_about_a_level(self):
        every = word(exists=False, date=AUTUMN, level=None)
        assert state(word(exists=True, date=MARCH), every).state == "no"

    def test_a_later_word_about_another_level_takes_nothing_back(self):
        other = word(exists=False, date=AUTUMN, level="operational")
        assert state(word(exists=True, date=MARCH), other).state == "yes"

    def test_a_later_word_about_a_level_leaves_what_was_said_of_all_others(self):
        rows = [word(exists=True, date=MARCH, level=None), word(exists=False, date=AUTUMN)]
        found = Contacts(pair_of(contacts=rows)).states(CARE, HOUSING)
        assert [one.state for one in found.values()] == ["no", "yes", "yes"]

    def test_staff_do_not_take_back_what_their_directors_said(self):
        directors = word(exists=True, date=MARCH, voice="governing")
        staff = word(exists=False, date=AUTUMN, voice="operational")
        whole = word(exists=False, date=AUTUMN)
        assert state(directors, staff).state == "disputed"
        assert state(directors, whole).state == "no"

    def test_contact_across_levels_takes_nothing_back_and_is_not_taken_back(self):
        crossed = {**word(exists=True, date=MARCH), "other_level": "operational"}
        rows = [Contact(**word(exists=False, date=AUTUMN)), Contact(**crossed)]
        assert standing(rows) == tuple(rows)
        late = {**crossed, "exists": False, "said": {"by": CARE, "date": AUTUMN}}
        assert state(word(exists=True, date=MARCH), late).state == "yes"


def need(*replies):
    return Dependency(
        depender=CARE, dependum="dwellings", dependees=[HOUSING], replies=list(replies)
    )


def reply(says, by, date=None):
    return {"says": says, "said": {"by": by, "date": date}}


class TestReplies:
    def test_the_newest_of_each_speaker_counts(self):
        told = need(
            reply("denied", HOUSING, AUTUMN),
            reply("confirmed", HOUSING, MARCH),
            reply("confirmed", CARE),
        )
        assert [(one.says, one.said.by) for one in newest_replies(told)] == [
            ("denied", HOUSING),
            ("confirmed", CARE),
        ]
        assert repliers(told, "denied") == {HOUSING}
        assert repliers(told, "confirmed") == {CARE}

    def test_who_says_both_on_one_day_says_neither(self):
        told = need(reply("denied", HOUSING, MARCH), reply("confirmed", HOUSING, MARCH))
        assert repliers(told, "denied") == repliers(told, "confirmed") == frozenset()

    def test_of_those_who_are_not_named_all_stand_and_none_is_counted(self):
        told = need(reply("denied", None, MARCH), reply("confirmed", None, AUTUMN))
        assert len(newest_replies(told)) == 2
        assert repliers(told, "denied") == frozenset()


def words():
    """What may be said of one pair: by whom, on which day, about which level, with which voice."""
    level = st.sampled_from([None, AT, "management"])
    fields = {
        "exists": st.booleans(),
        "date": st.sampled_from([None, MARCH, JUNE, AUTUMN]),
        "by": st.sampled_from([CARE, HOUSING, OUTSIDE, None]),
        "level": level,
        "voice": level,
    }
    return st.lists(st.builds(word, **fields), max_size=7)


def taken_back(one, every):
    """Read off the documentation, statement by statement."""
    return one["said"]["by"] in {CARE, HOUSING} and any(
        later["said"]["by"] == one["said"]["by"]
        and later["exists"] != one["exists"]
        and (later["said"]["date"] or "") > (one["said"]["date"] or "")
        and later["level"] in {None, one["level"]}
        and later["said"]["level"] in {None, one["said"]["level"]}
        for later in every
    )


def plain_state(every):
    left = [one for one in every if not taken_back(one, every)]
    precise = {one["said"]["by"] for one in left if one["level"] == AT} & {CARE, HOUSING}
    told = [
        one
        for one in left
        if one["level"] == AT or (one["level"] is None and one["said"]["by"] not in precise)
    ]
    own = {one["exists"] for one in told if one["said"]["by"] in {CARE, HOUSING}}
    if len(own) > 1:
        return "disputed"
    heard = own or {one["exists"] for one in told}
    return "unknown" if not heard else "yes" if True in heard else "no"


@given(words(), st.randoms(use_true_random=False))
def test_any_words_give_what_the_plain_rules_give_in_any_order(told, random):
    turned = list(told)
    random.shuffle(turned)
    assert state(*told).state == state(*turned).state == plain_state(told)
