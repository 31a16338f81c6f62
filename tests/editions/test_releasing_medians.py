"""The medians that are given to the table: once, and later only of the same people."""

import datetime as dt
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps import Network, measures
from netdeps.editions import audit, edition, forget, release_medians, safe_medians
from netdeps.errors import NetdepsError, OptionError
from netdeps.formats import dumps
from netdeps.model import LEVELS, Median

DAY = dt.date(2026, 11, 20)
PARTIES = [
    {"id": one, "kind": "care_provider" if one in "abcde" else "municipality"}
    for one in "abcdefghij"
]
SEEN = [{**one, "said": {"visibility": "table"}} for one in PARTIES]


def score(given, by, condition="ambition", **said):
    return {"condition": condition, "score": given, "said": {"by": by, "person": f"p-{by}", **said}}


def case(ratings, parties=PARTIES):
    return Network(organisations=parties, ratings=ratings)


def told(who, given=3, **said):
    return [score(given, one, **said) for one in who]


def more(network, *ratings):
    return network.replaced({"ratings": [*network.ratings, *ratings]})


def shown(network, audience="table"):
    return [
        (one.condition, one.median, one.split) for one in edition(network, audience).network.medians
    ]


def given_once(who="abcde", value=3):
    return release_medians(case(told(who, value)), date=DAY).network


class TestWhatTheTableGets:
    def test_the_medians_that_give_nobody_away(self):
        found = release_medians(case([*told("ab", 1), *told("cde", 4)]), date=DAY, note="in March")
        assert shown(found.network) == [("ambition", 4.0, True)]
        assert [(one.condition, one.median) for one in found.medians] == [("ambition", 4.0)]
        (kept,) = found.network.releases
        assert (kept.ground, kept.date, kept.note, len(kept.of)) == ("median", DAY, "in March", 5)

    def test_and_nothing_of_the_scores(self):
        after = given_once()
        assert edition(after, "table").network.ratings == ()
        assert not {"score", "ratings", "releases"} & set(
            re.findall(r"\w+", dumps(edition(after, "table")))
        )
        assert edition(after, "facilitator").network.medians == ()

    def test_the_public_gets_none(self):
        assert shown(given_once(), "public") == []

    def test_a_sentence_for_each(self):
        after = release_medians(
            case(told("abcde", 2, level="governing")), date=DAY, by="level"
        ).network
        (row,) = measures.condition_medians(edition(after, "table").network)
        assert row.sentence("nl") == (
            "Bij mensen op bestuurlijk niveau is de middelste score voor de ambitie 2, op een schaal "
            "van 1 tot 5."
        )

    def test_of_kinds(self):
        after = release_medians(case(told("abcdefghij"), SEEN), date=DAY, by="kind").network
        shown = edition(after, "table").network.medians
        assert [(one.kind, one.level) for one in shown] == [("care_provider", None), ("municipality", None)]  # fmt: skip

    def test_scores_that_are_told_later_change_nothing(self):
        after = given_once()
        assert shown(more(after, score(5, "f"), score(5, "g"))) == shown(after)
        assert shown(after.replaced({"ratings": []})) == shown(after)

    def test_where_none_can_be_given_the_reasons_are_in_the_error(self):
        with pytest.raises(OptionError, match="too few people"):
            release_medians(case(told("abcd")), date=DAY)

    def test_read_back_and_given_again_it_is_the_same(self):
        table = edition(given_once(), "table").network
        assert edition(table, "table").network == table

    def test_what_else_is_missing_is_said_to_the_facilitator(self):
        ratings = [*told("abcde"), *told("abcd", condition="process")]
        found = release_medians(case(ratings), date=DAY)
        assert {name: why.key for name, why in found.undefined.items()}["process"] == "reason.too_few_raters"  # fmt: skip


class TestASecondTime:
    def lacks(self, network, by=None):
        with pytest.raises(OptionError) as caught:
            release_medians(network, date=DAY, by=by)
        return str(caught.value)

    def test_a_condition_is_never_given_in_two_divisions(self):
        assert "in another division" in self.lacks(more(given_once(), *told("abcde", 5)), "kind")

    def test_a_condition_that_was_not_given_yet_may_be(self):
        after = more(given_once(), *told("abcde", 5, condition="process", level="governing"))
        found = release_medians(after, date=DAY, by="level")
        assert [one.condition for one in found.medians] == ["process"]
        assert found.undefined["ambition"].key == "reason.other_division"

    def test_who_joined_is_left_out(self):
        after = more(given_once(), *told("abcde", 2, date="2026-12-01"), *told("fghij", 5))
        assert [one.median for one in release_medians(after, date=DAY).medians] == [2]

    def test_without_new_scores_nothing_is_given(self):
        assert "not everybody who gave a score then gave a new one" in self.lacks(given_once())
        joined = more(given_once(), *told("fghij", 5))
        assert "not everybody who gave a score then gave a new one" in self.lacks(joined)

    def test_some_new_scores_are_not_enough(self):
        """Of five, 1 without a split and then 3: whoever alone gave a new score is known to have given 3."""
        for number in range(1, 5):
            after = more(given_once("abcde", 3), *told("abcde"[:number], 1, date="2026-12-01"))
            assert "not everybody who gave a score then gave a new one" in self.lacks(after)

    def test_where_somebody_left_nothing_is_given(self):
        after = given_once("abcdef")
        left = after.replaced(
            {"ratings": [*after.ratings[1:], *told("bcdef", 4, date="2026-12-01")]}
        )
        assert "can no longer be seen who gave a score then" in self.lacks(left)

    def test_where_the_table_may_no_longer_know_of_somebody_nothing_is_given(self):
        after = more(given_once("abcdef"), *told("abcdef", 4, date="2026-12-01"))
        parties = [
            {**one.model_dump(), "said": {"visibility": "facilitator"}} if one.id == "f" else one
            for one in after.organisations
        ]
        assert "can no longer be seen" in self.lacks(after.replaced({"organisations": parties}))

    def test_of_kinds_nothing_is_given_a_second_time(self):
        after = release_medians(case(told("abcdefghij"), SEEN), date=DAY, by="kind").network
        again = more(after, *told("abcdefghij", 4, date="2026-12-01"))
        assert "of which kind they were then is not kept" in self.lacks(again, "kind")

    def test_medians_that_stand_in_the_case_by_hand_were_given_too(self):
        by_hand = {
            "condition": "ambition",
            "median": 3,
            "split": False,
            "said": {"visibility": "table"},
        }
        network = case(told("abcde")).replaced({"medians": [by_hand]})
        assert "can no longer be seen" in self.lacks(network)

    def test_without_pseudonyms_it_cannot_be_seen_who_they_are(self):
        after = release_medians(case(told("abcde", person=None)), date=DAY).network
        assert "can no longer be seen who gave a score then" in self.lacks(
            more(after, *told("abcde", 4, person=None))
        )

    def test_somebody_at_another_level_is_in_another_group(self):
        after = release_medians(
            case(told("abcdefghij", level="governing")), date=DAY, by="level"
        ).network
        later = {"date": "2026-12-01"}
        moved = [
            score(4, "a", level="management", **later),
            *told("bcdefghij", 4, level="governing", **later),
        ]
        assert "works at another level" in self.lacks(more(after, *moved), "level")

    def test_a_third_time_is_held_against_the_second(self):
        after = release_medians(
            more(given_once(), *told("abcde", 2, date="2026-12-01")), date=DAY
        ).network
        assert "gave a new one" in self.lacks(after)
        after = more(after, *told("abcde", 1, date="2026-12-02"))
        assert [one.median for one in release_medians(after, date=DAY).medians] == [1]

    def test_the_table_sees_the_newest_alone(self):
        second = more(given_once(), *told("abcde", 2, date="2026-12-01"))
        after = release_medians(second, date=DAY).network
        assert shown(after) == [("ambition", 2.0, False)]


def test_with_somebody_who_gave_a_score_the_median_is_forgotten():
    after = release_medians(case([*told("abcd"), score(3, "e", person="q")]), date=DAY).network
    assert forget(after, person="q").network.releases == ()


def test_a_median_of_a_kind_and_a_level_is_refused():
    with pytest.raises(NetdepsError, match="never by both"):
        Median(condition="ambition", kind="other", level="governing", median=3, split=False)


class TestWhoCompareNotes:
    def lacks(self, ratings, **lists):
        with pytest.raises(OptionError, match="too few people"):
            release_medians(case(ratings).replaced(lists), date=DAY)

    def test_one_pseudonym_for_two_organisations_knows_two_scores(self):
        ratings = [*told("ab", 5, person="p1"), *told("cde", 1)]
        assert not audit({"median": 1, "split": True}, n=5, known=2).passes
        self.lacks(ratings)
        assert release_medians(case([*ratings, *told("fg", 1)]), date=DAY).medians

    def test_it_reaches_from_one_organisation_to_the_next(self):
        chain = [score(3, "a", person="p1"), score(3, "b", person="p1"), score(3, "b", person="p2"),
                 score(3, "c", person="p2"), *told("defg")]  # fmt: skip
        self.lacks(chain)

    def test_scores_that_were_released_by_hand_are_known(self):
        shown = [score(5, None, person=None, visibility="table") for _ in "ab"]
        kept = {"ground": "consent", "date": "2026-01-01", "ratings": shown}
        self.lacks([*told("ab", 5), *told("cde", 1)], releases=[kept])
        hidden = {**kept, "ratings": [score(5, None, person=None)]}
        network = case(told("abcde")).replaced({"releases": [hidden]})
        assert release_medians(network, date=DAY).medians


@st.composite
def scored(draw):
    """Draw up to ten scores of one condition by people of ten organisations."""
    who = draw(st.lists(st.sampled_from("abcdefghij"), min_size=3, max_size=10))
    return [
        score(draw(st.integers(1, 5)), by, person=f"p{n}", level=draw(st.sampled_from(LEVELS)))
        for n, by in enumerate(who)
    ]


@given(scored(), st.sampled_from([None, "kind", "level"]))
def test_every_median_that_the_table_gets_of_at_most_ten_scores_passes_the_audit(ratings, by):
    network = case(ratings, SEEN)
    try:
        found = release_medians(network, date=DAY, by=by)
    except OptionError:
        assert not safe_medians(network, by=by)
        return
    kinds = {one.id: one.kind for one in network.organisations}
    for row in edition(found.network, "table").network.medians:
        mine = [
            one
            for one in ratings
            if row.kind in {None, kinds[one["said"]["by"]]}
            and row.level in {None, one["said"]["level"]}
        ]
        colleagues = max(Counter(one["said"]["by"] for one in mine).values())
        published = {"median": row.median, "split": row.split}
        assert audit(published, n=len(mine), known=colleagues).passes


@given(scored(), st.permutations(range(1, 6)))
def test_whether_a_median_is_given_does_not_depend_on_the_scores(ratings, values):
    others = [{**one, "score": values[one["score"] - 1]} for one in ratings]

    def conditions(rows):
        try:
            return [one.condition for one in release_medians(case(rows), date=DAY).medians]
        except OptionError:
            return []

    assert conditions(ratings) == conditions(others)


@given(scored(), scored(), st.data())
def test_a_second_wave_is_of_exactly_the_people_of_the_first(first, joined, data):
    later = [
        {
            **one,
            "score": data.draw(st.integers(1, 5)),
            "said": {**one["said"], "date": "2026-12-01"},
        }
        for one in first
    ]
    others = [{**one, "said": {**one["said"], "person": f"q{n}"}} for n, one in enumerate(joined)]
    try:
        after = release_medians(case(first), date=DAY).network
        again = release_medians(more(after, *later, *others), date=DAY).network
    except OptionError:
        with pytest.raises(OptionError):
            release_medians(case(first), date=DAY)
        return
    people = [
        {(row.said.by, row.said.person) for row in again.ratings if row.id in kept.of}
        for kept in again.releases
    ]
    assert people[0] == people[1]
    middles = [release_medians(case(rows), date=DAY).medians[0] for rows in (first, later)]
    assert [one.medians[0].median for one in again.releases] == [one.median for one in middles]
