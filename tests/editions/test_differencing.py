"""What somebody could work out who sets a new edition beside what was given before."""

import datetime as dt
import json
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import networks

import netdeps as nd
from netdeps.editions import Export, differences, given_before, new_log, noted
from netdeps.editions.difference import Sort
from netdeps.editions.reducing import reduced
from netdeps.errors import InvalidRecordsError, OptionError, UnknownNameError
from netdeps.formats import dumps_given
from netdeps.model import Given, GivenLog
from netdeps.words import LANGUAGES

DAY = dt.date(2026, 5, 3)
TABLE = {"visibility": "table"}
PARTIES = ("care", "city", "homes", "police", "school", "shelter")


def port(parties=PARTIES[:3], contacts=(), **lists):
    """A case in which everybody is at the table, with these contacts and who told of them."""
    rows = [{"between": two, "said": {"by": by, **TABLE}} for *two, by in contacts]
    named = [{"id": one, "name": one.title(), "said": TABLE} for one in parties]
    return nd.Network(**{"name": "Port", "organisations": named, "contacts": rows, **lists})


def log_of(*exports, log=None):
    """A log in which these were given one after the other, to A, B and so on."""
    log = log or new_log()
    for number, one in enumerate(exports):
        day = DAY + dt.timedelta(days=number)
        log = noted(one, log, to="ABCDEFGH"[number], file="map.html", day=day)
    return log


def found(then, now, audience="table", **how):
    """Tell what can be worked out with the same edition of then and of now."""
    log = log_of(Export(then, audience))
    return differences(Export(now, audience, **how), log)


def told(rows):
    return [(one.sort, one.organisations, one.unnamed, one.lists) for one in rows]


class TestWhoCameInOrWent:
    def test_one_or_two_who_came_in_are_named_and_three_hide_one_another(self):
        for many in range(4):
            rows = found(port(), port(PARTIES[: 3 + many]))
            named = [("joined", PARTIES[3 : 3 + many], 0, ())] if 0 < many < 3 else []
            assert told(rows) == named

    def test_one_or_two_who_went_are_counted_and_named_only_while_they_are_in_the_case(self):
        hidden = {"id": "police", "name": "Police", "said": {"visibility": "facilitator"}}
        kept = port(organisations=[{"id": one, "said": TABLE} for one in PARTIES[:3]] + [hidden])
        assert told(found(port(PARTIES[:5]), kept)) == [("left", ("police",), 1, ())]
        assert told(found(port(PARTIES[:5]), port())) == [("left", (), 2, ())]
        assert told(found(port(PARTIES), port())) == []

    def test_who_comes_in_the_place_of_another_is_told_on_both_sides(self):
        rows = found(port(PARTIES[:4]), port([*PARTIES[:3], "school"]))
        assert told(rows) == [("joined", ("school",), 0, ()), ("left", (), 1, ())]

    def test_another_name_for_the_same_organisation_is_no_difference(self):
        again = [{"id": one, "name": "New name", "said": TABLE} for one in PARTIES[:3]]
        assert found(port(), port(organisations=again)) == ()

    def test_of_another_moment_the_change_is_theirs(self):
        then, now = port(PARTIES[:4], date="2025-01-01"), port([*PARTIES[:3], "school"])
        now = now.with_fields({"date": dt.date(2026, 1, 1)})
        assert told(found(then, now)) == [
            ("wave_joined", ("school",), 0, ()),
            ("wave_left", (), 1, ()),
        ]

    def test_another_moment_with_the_same_organisations_is_fine(self):
        then = port(date="2025-01-01", contacts=[("care", "city", "care")])
        fresh = [("care", "homes", "care"), ("city", "homes", "city")]
        assert found(then, port(date="2026-01-01", contacts=fresh)) == ()

    def test_where_a_moment_is_not_noted_it_is_the_same_one(self):
        rows = found(port(date="2025-01-01"), port(PARTIES[:4]))
        assert [one.sort for one in rows] == ["joined"]


class TestAPart:
    def test_the_few_in_the_rest_of_a_part_are_told(self):
        whole, part = port(PARTIES[:5]), frozenset(PARTIES[:3])
        rest = [("subgroup", ("police", "school"), 0, ())]
        assert told(found(whole, whole, within=part)) == rest
        log = log_of(Export(whole, "table", within=part))
        assert told(differences(Export(whole, "table"), log)) == rest

    def test_three_in_the_rest_hide_one_another(self):
        assert found(port(PARTIES), port(PARTIES), within=frozenset(PARTIES[:3])) == ()

    def test_two_parts_that_overlap_cannot_be_subtracted(self):
        log = log_of(Export(port(PARTIES), "table", within=frozenset(PARTIES[:4])))
        other = Export(port(PARTIES), "table", within=frozenset(PARTIES[1:5]))
        assert differences(other, log) == ()

    def test_what_a_part_leaves_out_of_statements_is_not_gone(self):
        contacts = [("care", "city", "care"), ("police", "city", "police")]
        whole = port(PARTIES[:4], contacts)
        rows = found(whole, whole, within=frozenset(PARTIES[:3]))
        assert [one.sort for one in rows] == ["subgroup"]

    def test_the_same_part_is_compared_like_the_whole(self):
        part = frozenset(PARTIES[:3])
        log = log_of(Export(port(PARTIES), "table", within=part))
        more = Export(port(PARTIES, [("care", "city", "care")]), "table", within=part)
        assert told(differences(more, log)) == [("one_speaker", ("care",), 0, (("contacts", 1),))]

    def test_a_part_holds_nothing_of_the_others(self):
        whole = port(PARTIES[:4], [("police", "city", "police"), ("care", "city", "care")])
        (entry,) = log_of(Export(whole, "table", within=frozenset(PARTIES[:2]))).given
        assert (len(entry.organisations), len(entry.statements), entry.whole) == (2, 1, False)


class TestWhatIsNew:
    OLD = (("care", "city", "care"),)

    def found(self, *more, parties=PARTIES[:4], **lists):
        return told(found(port(parties, self.OLD), port(parties, (*self.OLD, *more), **lists)))

    def test_what_one_alone_told_is_told_of(self):
        two = [("care", "homes", "city"), ("police", "homes", "city")]
        assert self.found(*two) == [("one_speaker", ("city",), 0, (("contacts", 2),))]

    def test_what_two_told_is_not(self):
        assert self.found(("care", "homes", "city"), ("police", "homes", "care")) == []

    def test_departments_are_one_with_their_whole(self):
        parties = [{"id": one, "said": TABLE} for one in PARTIES[:4]]
        parts = [{"id": one, "part_of": "city", "said": TABLE} for one in ("youth", "debts")]
        both = [*parties, *parts]
        new = [("care", "youth", "youth"), ("care", "debts", "debts")]
        rows = found(port(contacts=self.OLD, organisations=both), port(contacts=(*self.OLD, *new), organisations=both))  # fmt: skip
        assert told(rows) == [("one_speaker", ("city",), 0, (("contacts", 2),))]

    def test_what_nobody_is_named_for_or_somebody_outside_told_is_told_of(self):
        both = [("care", "homes", None), ("police", "homes", "outside")]
        assert self.found(*both) == [("no_speaker", (), 0, (("contacts", 2),))]
        assert self.found(*both, ("city", "homes", "city")) == [
            ("no_speaker", (), 0, (("contacts", 2),)),
            ("one_speaker", ("city",), 0, (("contacts", 1),)),
        ]

    def test_a_speaker_who_is_hidden_is_outside(self):
        hidden = {"id": "rival", "said": {"visibility": "facilitator"}}
        everybody = [*({"id": one, "said": TABLE} for one in PARTIES[:4]), hidden]
        then = port(contacts=self.OLD, organisations=everybody)
        now = port(contacts=(*self.OLD, ("care", "homes", "rival")), organisations=everybody)
        assert told(found(then, now)) == [("no_speaker", (), 0, (("contacts", 1),))]

    def test_an_interview_is_news_of_whoever_was_asked(self):
        rows = self.found(interviews=[{"organisation": "homes", "said": TABLE}])
        assert rows == [("one_speaker", ("homes",), 0, (("interviews", 1),))]

    def test_what_the_audience_does_not_see_is_not_new(self):
        assert self.found(concerns=[{"theme": "money", "said": {"by": "care"}}]) == []

    def test_a_step_of_the_walk_is_nobodys_word(self):
        assert self.found(walk=[{"title": "Look", "said": TABLE}]) == []

    def test_a_reply_is_the_word_of_who_replied(self):
        need = {"depender": "care", "dependum": "homes", "dependees": ["homes"], "said": {"by": "care", **TABLE}}  # fmt: skip
        reply = {"says": "confirmed", "said": {"by": "homes", **TABLE}}
        then, now = (port(dependencies=[{**need, "replies": one}]) for one in ([], [reply]))
        assert told(found(then, now)) == [("one_speaker", ("homes",), 0, (("replies", 1),))]
        assert told(found(now, then)) == [("gone", (), 0, (("replies", 1),))]

    def test_the_same_told_a_second_time_is_new(self):
        assert self.found(*self.OLD) == [("one_speaker", ("care",), 0, (("contacts", 1),))]


class TestWhatIsGone:
    def test_it_is_counted_by_list(self):
        said = {"by": "care", **TABLE}
        worries = [{"theme": one, "said": said} for one in ("money", "pace")]
        then = port(contacts=[("care", "city", "care")], concerns=worries)
        lists = (("concerns", 2), ("contacts", 1))
        assert told(found(then, port())) == [("gone", (), 0, lists)]

    def test_another_id_or_who_may_see_it_is_no_difference_and_another_word_is(self):
        said = {"by": "care", "visibility": "public"}
        rows = [{"id": "first", "theme": "pace", "said": {**said, **TABLE}}]
        again = [{"id": "second", "theme": "pace", "said": said}]
        assert found(port(concerns=rows), port(concerns=again)) == ()
        other = [{"id": "first", "theme": "place", "said": said}]
        sorts = [one.sort for one in found(port(concerns=rows), port(concerns=other))]
        assert sorts == ["one_speaker", "gone"]

    def test_an_issue_is_told_from_another_by_its_id(self):
        then, now = (port(issues=[{"id": one, "said": TABLE}]) for one in ("housing", "debts"))
        assert [one.sort for one in found(then, now)] == ["no_speaker", "gone"]


class TestWhoHoldsBoth:
    SORTS = ("public", "table", "party:care", "party:city", "facilitator")

    def compared(self, audience):
        """Tell with which of the entries for each audience something is compared."""
        public = [{"id": one, "said": {"visibility": "public"}} for one in PARTIES]
        then, now = port(organisations=public[:3]), port(organisations=public[:4])
        log = log_of(*(Export(then, one) for one in self.SORTS))
        return sorted({one.to for row in differences(Export(now, audience), log) for one in row.earlier})  # fmt: skip

    @pytest.mark.parametrize(
        ("audience", "held"),
        [("public", "A"), ("table", "AB"), ("party:care", "ABC"), ("party:city", "ABD")],
    )
    def test_each_holds_its_own_and_the_wider_editions(self, audience, held):
        assert self.compared(audience) == [*held]

    def test_the_facilitators_edition_is_compared_with_nothing(self):
        assert self.compared("facilitator") == []
        rows = found(port(), port(PARTIES[:4]), "facilitator")
        assert told(rows) == [("everything", (), 0, ())]

    def test_what_is_for_the_table_alone_is_no_news_beside_the_public_edition(self):
        case = port(PARTIES[:4], [("care", "city", "care")])
        log = log_of(Export(case, "public"))
        assert differences(Export(case, "table"), log) == ()

    def test_the_letters_of_the_public_edition_are_seen_through(self):
        said = {"visibility": "public"}
        case = port(organisations=[{"id": one} for one in PARTIES[:4]], contacts=[("care", "city", None)])  # fmt: skip
        case = case.replaced({"contacts": [case.contacts[0].with_fields({"said": said})]})
        log = log_of(Export(case, "public"))
        assert differences(Export(case, "public"), log) == ()
        assert len(given_before(Export(case, "public"), log)) == 1

    def test_the_newest_comes_first_and_the_same_difference_is_told_once(self):
        log = log_of(*[Export(port(), "table")] * 3, Export(port(PARTIES[:5]), "table"))
        rows = differences(Export(port(PARTIES[:4]), "table"), log)
        assert [("".join(e.to for e in one.earlier), one.sort) for one in rows] == [
            ("D", "left"),
            ("CBA", "joined"),
        ]


ALL = {"condition": "ambition"}
CARE = {"condition": "ambition", "kind": "care_provider"}
HOMES = {"condition": "ambition", "kind": "housing_corporation"}
DECIDE = {"condition": "ambition", "level": "governing"}
PROCESS = {"condition": "process"}


class TestMedians:
    def found(self, then, now):
        rows = ([{"median": 4, "split": False, "said": TABLE, **one} for one in them] for them in (then, now))  # fmt: skip
        return [
            (one.sort, one.conditions)
            for one in found(*(port(medians=one) for one in rows))
            if one.sort != "gone"
        ]

    def test_the_same_ones_are_fine_and_so_are_those_of_another_condition(self):
        assert self.found([ALL, CARE], [ALL, CARE]) == []
        assert self.found([ALL], [ALL, PROCESS]) == []
        assert self.found([ALL, PROCESS], [ALL]) == []

    @pytest.mark.parametrize("then", [ALL, DECIDE, HOMES])
    def test_another_division_or_group_can_be_set_against_the_first(self, then):
        told = [("median_group", ("ambition",))]
        assert self.found([then], [CARE]) == told
        assert self.found([then], [then, CARE]) == told

    def test_another_value_of_the_same_is_told_of(self):
        told = [("median_changed", ("ambition",))]
        assert self.found([ALL], [{**ALL, "median": 3}]) == told
        assert self.found([ALL], [{**ALL, "split": True}]) == told

    def test_of_another_moment_all_have_other_scores(self):
        row = {**ALL, "split": False, "said": TABLE}
        then, now = (
            port(date=day, medians=[{**row, "median": median}])
            for day, median in (("2025-01-01", 3), ("2026-01-01", 4))
        )
        assert found(then, now) == ()


class TestWhichCase:
    def test_files_of_a_case_with_another_name_are_told_of_and_not_compared(self):
        log = log_of(Export(port(name="Old"), "table"), Export(port(name=""), "table"))
        (row,) = differences(Export(port(PARTIES[:4]), "table"), log)
        assert (row.sort, len(row.earlier)) == ("other_case", 2)
        assert row.sentence() == (
            "The log has 2 files of a case with another name, which are not compared: Old and –."
        )

    def test_a_log_in_which_nobody_is_of_this_case_is_told_of(self):
        assert [one.sort for one in found(port(), port(PARTIES[3:]))] == ["unlike"]
        log = log_of(Export(port(), "table"))
        other = log.with_fields({"salt": "0" * 32})
        assert [one.sort for one in differences(Export(port(), "table"), other)] == ["unlike"]

    def test_an_edition_that_held_nobody_is_not_strange(self):
        assert found(port(()), port(PARTIES)) == ()


class TestTheSameAgain:
    def test_it_is_found_and_nothing_else_is(self):
        case = port(contacts=[("care", "city", "care")])
        log = log_of(*(Export(case, one) for one in ("table", "public", "table")))
        again = Export(case, "table")
        assert differences(again, log) == ()
        assert [one.to for one in given_before(again, log)] == ["C", "A"]

    @pytest.mark.parametrize(
        "other",
        [
            port(PARTIES[:4], [("care", "city", "care")]),
            port(contacts=[("care", "city", "city")]),
            port(contacts=[("care", "city", "care")], date="2026-01-01"),
            port(contacts=[("care", "city", "care")], name="Other"),
        ],
    )
    def test_what_differs_is_not_the_same(self, other):
        log = log_of(Export(other, "table"))
        case = port(contacts=[("care", "city", "care")])
        assert given_before(Export(case, "table"), log) == ()


class TestAFileOfTwoMoments:
    def test_it_holds_what_was_and_what_is_and_what_stands_in_both_once(self):
        old, stays, new = (("care", "city", one) for one in ("city", "care", "homes"))
        before = port(PARTIES[:4], [old, stays])
        now = port(contacts=[stays, new])
        (entry,) = log_of(Export(now, "table", before=before)).given
        assert (len(entry.organisations), len(entry.statements)) == (4, 3)

    def test_a_speaker_of_before_who_is_gone_is_named(self):
        before = port(PARTIES[:4], [("police", "city", "police")])
        log = log_of(Export(port(), "table"))
        rows = differences(Export(port(), "table", before=before), log)
        assert told(rows) == [
            ("joined", ("police",), 0, ()),
            ("one_speaker", ("police",), 0, (("contacts", 1),)),
        ]
        assert "came in, Police." in rows[0].sentence()


class TestWords:
    def every(self):
        parties = [{"id": one, "said": TABLE} for one in PARTIES]
        yield from found(port(PARTIES[:5]), port([*PARTIES[:3], "shelter"]))
        yield from found(port(PARTIES[:4], date="2025-01-01"), port([*PARTIES[:3], "school"], date="2026-01-01"))  # fmt: skip
        yield from found(port(PARTIES[:4]), port(PARTIES[:4]), within=frozenset(PARTIES[:3]))
        yield from found(port(contacts=[("care", "city", "care")]), port(contacts=[("care", "homes", "city")]))  # fmt: skip
        yield from found(port(), port(contacts=[("care", "homes", None)]))
        yield from found(port(), port(organisations=parties[3:]))
        yield from found(port(name="Old"), port())
        yield from found(port(), port(), "facilitator")
        medians = [{"condition": "ambition", "median": one, "split": False, "said": TABLE} for one in (3, 4)]  # fmt: skip
        yield from found(port(medians=medians[:1]), port(medians=medians[1:]))
        yield from found(port(medians=medians[:1]), port(medians=[{**medians[0], "level": "governing"}]))  # fmt: skip

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_sort_has_a_sentence_and_advice(self, language):
        rows = list(self.every())
        sorts = {one.sort for one in rows}
        assert sorts == {*get_args(Sort)}
        for one in rows:
            for said in (one.sentence(language), one.advice(language)):
                assert said.endswith(".")
                assert "{" not in said

    def test_a_whole_sentence(self):
        (row,) = found(port(PARTIES[:5]), port())
        assert row.sentence() == (
            "Beside what was given to A (May 3, 2026): 2 organisations are gone, 2 that are not in "
            "the case any more. Whoever has both reads every difference as what was known from there."
        )
        assert row.advice("nl") == (
            "Vraag wie wegging of het goed is, of vraag het eerdere bestand terug."
        )

    def test_of_many_earlier_files_three_are_named(self):
        log = log_of(*[Export(port(), "table")] * 6)
        (row,) = differences(Export(port(PARTIES[:4]), "table"), log)
        named = "F (May 8, 2026), E (May 7, 2026), D (May 6, 2026), and 3 others"
        assert f"given to {named}: " in row.sentence()


class TestWhatIsRefused:
    def test_what_is_no_network_or_audience_or_party(self):
        for wrong in (lambda: Export("port", "table"), lambda: Export(port(), "tabel")):
            with pytest.raises(OptionError):
                wrong()
        with pytest.raises(OptionError) as caught:
            Export(port(), "table", before="earlier")
        assert str(caught.value) == "what is given is of a Network; 'earlier' was given."
        for wrong in (
            lambda: Export(port(), "party:nobody"),
            lambda: Export(port(), "table", within=frozenset({"nobody"})),
        ):
            with pytest.raises(UnknownNameError):
                wrong()

    def test_a_log_says_to_whom(self):
        with pytest.raises(InvalidRecordsError):
            noted(Export(port(), "table"), new_log(), to="", file="map.html", day=DAY)

    def test_a_party_goes_with_an_edition_for_a_party(self):
        for audience, party in (("party", None), ("table", "0" * 16)):
            with pytest.raises(InvalidRecordsError):
                Given(day=DAY, to="A", audience=audience, party=party, file="map.html")


class TestWhatTheLogHolds:
    CANARY = "Zx9canary9xZ"

    def test_no_text_of_the_case_but_its_name(self):
        everywhere = self.CANARY
        case = nd.Network(
            name="Port",
            organisations=[
                {"id": f"{everywhere}{n}", "name": everywhere, "region": everywhere, "said": TABLE}
                for n in (1, 2)
            ],
            kinds=[{"id": everywhere}],
            issues=[{"id": everywhere, "title": everywhere, "said": TABLE}],
            concerns=[
                {
                    "theme": everywhere,
                    "text": everywhere,
                    "said": {"person": everywhere, "remark": everywhere, **TABLE},
                }
            ],
            medians=[
                {
                    "condition": "ambition",
                    "kind": everywhere,
                    "median": 3,
                    "split": False,
                    "said": TABLE,
                }
            ],
        )
        for audience in ("table", f"party:{everywhere}1", "facilitator"):
            text = dumps_given(log_of(Export(case, audience)))
            assert everywhere not in text
            assert '"case": "Port"' in text

    def test_fingerprints_of_two_logs_never_agree(self):
        entries = [log_of(Export(port(), "table")).given[0] for _ in range(2)]
        assert set(entries[0].organisations).isdisjoint(entries[1].organisations)
        assert new_log().salt != new_log().salt

    def test_who_was_forgotten_is_not_in_it(self):
        case = port(PARTIES[:4], [("police", "city", "police")])
        log = log_of(Export(case, "party:police"))
        left = nd.editions.forget(case, organisation="police").network
        assert "police" not in dumps_given(log)
        assert differences(Export(left, "table"), log) == ()


AUDIENCES = st.sampled_from(["public", "table"])


@given(networks(max_size=5), AUDIENCES)
@settings(max_examples=30)
def test_an_edition_beside_itself_shows_nothing_and_is_the_same(case, audience):
    export = Export(case, audience)
    log = log_of(export)
    assert differences(export, log) == ()
    assert log.given == given_before(export, log)


@given(networks(max_size=4), networks(max_size=4), AUDIENCES)
@settings(max_examples=30)
def test_only_what_the_two_editions_hold_makes_a_difference(then, now, audience):
    """But for two things that the facilitator knows: who is in the case, and who are departments."""
    log = log_of(Export(then, audience))
    whole, shown = (
        differences(Export(one, audience), log) for one in (now, reduced(now, audience))
    )
    known = {"unlike", "one_speaker", "no_speaker"}
    if all(one.sort != "unlike" for one in (*whole, *shown)):
        counted = [
            [(one.sort, len(one.organisations) + one.unnamed, one.lists) for one in rows if one.sort not in known]
            for rows in (whole, shown)
        ]  # fmt: skip
        assert counted[0] == counted[1]


@given(networks(max_size=4), AUDIENCES)
@settings(max_examples=20)
def test_the_order_of_a_case_makes_no_difference(case, audience):
    turned = case.replaced({name: rows[::-1] for name, rows in case.lists.items() if name != "walk"})  # fmt: skip
    log = log_of(Export(case, audience))
    (entry,) = log.given
    assert sorted(entry.organisations) == list(entry.organisations)
    assert sorted(entry.statements) == list(entry.statements)
    assert given_before(Export(turned, audience), log) == (entry,)


@given(st.lists(st.integers(0, 6), min_size=2, max_size=4))
@settings(max_examples=30)
def test_whoever_came_in_since_each_entry_is_counted_apart(sizes):
    names = [f"o{n}" for n in range(7)]
    *earlier, last = (port(names[: size + 1]) for size in sizes)
    log = log_of(*(Export(one, "table") for one in earlier))
    rows = differences(Export(last, "table"), log)
    told = {(e.to, r.sort, len(r.organisations) + r.unnamed) for r in rows for e in r.earlier}
    expected = {
        ("ABCDEFGH"[n], "joined" if sizes[-1] > size else "left", abs(sizes[-1] - size))
        for n, size in enumerate(sizes[:-1])
        if 0 < abs(sizes[-1] - size) < 3
    }
    assert told == expected


def test_a_log_is_plain_data_in_the_order_of_the_days():
    log = log_of(Export(port(), "table"), Export(port(), "public"))
    days = [one["day"] for one in json.loads(dumps_given(log))["given"]]
    assert all(first < second for first, second in pairwise(days))
    assert isinstance(log, GivenLog)
