"""What each mark becomes: provenance is kept, nothing counts twice, nothing is overwritten."""

import pytest
from corrections.marking import (
    PORT,
    SAID,
    TABLE,
    applied,
    changes,
    contact,
    contribution,
    dependency,
    port,
)

from netdeps import edition, measures
from netdeps.corrections import apply_changes
from netdeps.graph import Contacts, flows
from netdeps.model import OUTSIDE, TOGETHER, Reply, Said, Step


def said(by, **fields):
    return Said(**{"by": by, **SAID, **fields})


def state(network, level="governing"):
    return Contacts(network).state("care", "city", level).state


class TestContact:
    def test_what_is_confirmed_becomes_the_word_of_whoever_confirms_it(self):
        done = applied(contact("confirmed", by="care", remark="every month"))
        first, second = done.network.contacts
        assert first == port().contacts[0]
        assert (second.pair, second.level, second.exists) == (("care", "city"), "governing", True)
        assert second.said == said("care", remark="every month")
        assert state(done.network) == "yes"
        assert [(one.became, one.statements) for one in done.marks] == [("added", ("contacts/2",))]

    def test_a_confirmation_leaves_the_quality_that_was_given(self):
        done = applied(contact("confirmed", by="city"))
        assert Contacts(done.network).state("care", "city", "governing").quality == 0.6

    def test_who_denies_what_it_said_before_changes_what_is_known(self):
        done = applied(contact("denied", by="city"))
        assert state(done.network) == "no"
        assert done.marks[0].changed == (("governing", "yes", "no"),)

    def test_who_denies_what_the_other_said_makes_it_disputed(self):
        done = applied(contact("denied", by="care"))
        assert done.marks[0].changed == (("governing", "yes", "disputed"),)

    def test_without_a_level_it_holds_for_every_level_that_both_have(self):
        done = applied(contact("new", between=["homes", "city"], level=None, by="homes"))
        assert done.marks[0].changed == (
            ("governing", "unknown", "yes"),
            ("management", "unknown", "yes"),
        )

    def test_said_by_nobody_named_it_does_not_count_against_the_parties(self):
        done = applied(contact("denied", by=None))
        assert done.network.contacts[1].said == said(None)
        assert state(done.network) == "yes"
        assert done.marks[0].changed == ()

    def test_a_later_correction_counts_before_an_earlier_one_in_whichever_order_they_come(self):
        early = changes(contact("denied", by="city"), date="2026-11-22")
        late = changes(contact("confirmed", by="city"), date="2026-12-20")
        one = apply_changes(apply_changes(port(), early).network, late).network
        other = apply_changes(apply_changes(port(), late).network, early).network
        assert state(one) == state(other) == "yes"

    def test_the_table_sees_what_the_facilitator_sees_also_within_one_month(self):
        march = {"date": "2026-03-20"}
        done = applied(contact("denied", by="city"), **march)
        shown = edition(done.network, "table").network
        assert state(shown) == state(done.network) == "no"
        assert len(shown.contacts) == 1


class TestDependency:
    def test_what_a_dependee_confirms_is_a_reply_and_counts_once(self):
        done = applied(dependency("confirmed", by="homes", remark="we know"))
        need = done.network.dependencies[0]
        assert need.replies == (Reply(says="confirmed", said=said("homes", remark="we know")),)
        assert need.with_fields({"replies": ()}) == port().dependencies[0]
        assert measures.requirement(done.network) == measures.requirement(port())
        assert [(one.became, one.statements) for one in done.marks] == [("noted", ("need",))]

    @pytest.mark.parametrize(("mark", "share"), [("confirmed", 1.0), ("denied", 0.0)])
    def test_recognition_counts_the_reply_of_a_dependee(self, mark, share):
        def of_homes(network):
            rows = measures.recognition(network, by="dependee")
            return next(row.dependee_share for row in rows if row.dependee == "homes")

        assert of_homes(port()) is None
        assert of_homes(applied(dependency(mark, by="homes")).network) == share

    def test_who_denies_its_own_need_no_longer_states_it_and_the_need_stays(self):
        done = applied(dependency("denied", by="care"))
        rows = {row.depender: row for row in measures.recognition(done.network, by="depender")}
        assert rows["care"].depender_share == 0.0
        assert measures.requirement(done.network) == measures.requirement(port())

    @pytest.mark.parametrize("mark", ["confirmed", "denied"])
    def test_who_replied_is_not_asked_again(self, mark):
        def asked(network):
            return [
                row.ask for row in measures.questions(network) if row.subject == "acknowledgement"
            ]

        assert ("homes",) in asked(port())
        assert ("homes",) not in asked(applied(dependency(mark, by="homes")).network)

    def test_it_is_found_although_the_map_left_out_a_dependee(self):
        for dependees in (["homes"], ["homes", "outside"], ["rival", "homes"], ["outside"]):
            done = applied(dependency("confirmed", by="homes", dependees=dependees))
            assert done.marks[0].statements == ("need",), dependees

    def test_of_two_that_could_be_meant_it_is_the_one_of_exactly_these(self):
        rows = [
            {"id": one, "depender": "care", "dependum": "dwellings", "dependees": dependees}
            for one, dependees in (("both", ["homes", "city"]), ("one", ["homes"]))
        ]
        done = applied(
            dependency("confirmed", by="homes", dependees=["homes"]), to=port(dependencies=rows)
        )
        assert done.marks[0].statements == ("one",)

    def test_of_two_that_could_be_meant_it_is_the_one_that_the_map_shows_so(self):
        need = {"depender": "care", "dependum": "dwellings", "said": TABLE}
        rows = [
            {**need, "id": "hidden", "dependees": ["homes", "outside"], "said": {}},
            {**need, "id": "seen", "dependees": ["homes", "rival"]},
            {**need, "id": "other", "dependees": ["homes", "city"]},
        ]
        for dependees in (["homes"], ["homes", "outside"]):
            mark = dependency("confirmed", by="homes", dependees=dependees)
            (line,) = applied(mark, to=port(dependencies=rows)).marks
            assert (line.statements, line.hidden) == (("seen",), False), dependees

    def test_a_new_one_is_a_statement_and_others_can_reply_to_it_at_once(self):
        row = {"depender": "homes", "dependum": "guidance", "dependees": ["care"]}
        marks = [dependency("confirmed", by="care", **row), dependency("new", by="homes", **row)]
        done = applied(*marks)
        added = done.network.dependencies[2]
        assert (added.depender, added.dependees, added.said) == ("homes", ("care",), said("homes"))
        assert [one.said.by for one in added.replies] == ["care"]
        assert [one.became for one in done.marks] == ["noted", "added"]

    def test_two_who_tell_of_the_same_new_need_make_one_need(self):
        row = {"depender": "homes", "dependum": "guidance", "dependees": ["care"]}
        done = applied(*(dependency("new", by=by, **row) for by in ("homes", "care")))
        assert len(done.network.dependencies) == 3
        assert sorted(one.became for one in done.marks) == ["added", "noted"]

    def test_a_new_need_of_fewer_dependees_is_another_need(self):
        done = applied(dependency("new", by="homes", dependees=["homes"]))
        assert [one.became for one in done.marks] == ["added"]
        assert not done.network.dependencies[0].replies

    def test_the_table_sees_what_it_said_and_not_what_was_told_in_confidence(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        network = port(
            dependencies=[PORT["dependencies"][0], {**PORT["dependencies"][1], "importance": 3}]
        )
        done = applied(dependency("new", by="homes", **row), to=network)
        assert done.marks[0].hidden
        assert [one.id for one in done.network.dependencies if one.replies] == ["secret"]
        (own,) = [
            one
            for one in edition(done.network, "table").network.dependencies
            if one.dependum == "time"
        ]
        assert (own.depender, own.dependees, own.replies) == ("city", ("care",), ())
        assert (own.said.by, own.said.setting, own.importance) == ("homes", "table", 2)

    @pytest.mark.parametrize("audience", ["facilitator", "party:city", "table"])
    def test_nobody_counts_it_twice(self, audience):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        done = applied(dependency("new", by="city", **row))
        seen = edition(done.network, audience).network
        assert [one.dependum for one in seen.dependencies].count("time") == 1

    def test_others_at_the_table_answer_to_what_the_table_sees(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        marks = [dependency("denied", by="care", **row), dependency("new", by="city", **row)]
        done = applied(*marks)
        for network in (
            applied(*reversed(marks)).network,
            applied(*marks, to=done.network).network,
        ):
            assert network == done.network
        (own,) = [
            one
            for one in edition(done.network, "table").network.dependencies
            if one.dependum == "time"
        ]
        assert [(one.says, one.said.by) for one in own.replies] == [("denied", "care")]

    def test_a_mere_answer_at_the_table_brings_nothing_into_the_open(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        done = applied(dependency("confirmed", by="care", **row))
        assert not done.network.releases
        shown = edition(done.network, "table").network
        assert [one.dependum for one in shown.dependencies] == ["dwellings"]

    def test_what_is_told_to_the_facilitator_alone_is_released_to_nobody(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        done = applied(dependency("new", by="care", **row), edition="party:care")
        assert not done.network.releases


class TestContribution:
    def test_the_table_sees_the_gift_that_it_told_of_and_its_amount_counts_once(self):
        gift = {**PORT["contributions"][0], "said": {"by": "city"}}
        network = port(contributions=[gift])
        done = applied(contribution("new", by="city", amount=1000), to=network)
        (seen,) = edition(done.network, "table").network.contributions
        assert (seen.amount, seen.said.by) == (1000, "city")
        assert flows(done.network)[0].amount == 1000

    def test_a_confirmation_changes_no_amount(self):
        for by in ("care", "city", None):
            done = applied(contribution("confirmed", by=by))
            assert flows(done.network) == flows(port())
            assert done.network.contributions[0].replies[0].said.by == by

    def test_what_is_denied_stays_and_it_is_told_who_denied_it(self):
        done = applied(contribution("denied", by="care", remark="not yet"))
        (gift,) = done.network.contributions
        assert gift.replies == (Reply(says="denied", said=said("care", remark="not yet")),)
        assert flows(done.network) == flows(port())

    def test_a_new_one_can_have_an_amount_and_go_to_the_common_pot(self):
        row = {"giver": "homes", "taker": TOGETHER, "resource": "dwellings", "dossier": None}
        done = applied(contribution("new", by="homes", amount=3, unit="dwellings", **row))
        added = done.network.contributions[1]
        assert (added.giver, added.taker, added.amount, added.unit) == (
            "homes",
            TOGETHER,
            3,
            "dwellings",
        )

    def test_another_amount_is_a_report_of_its_own_and_is_not_added_to_the_first(self):
        row = {"resource": "time", "unit": "hours"}
        done = applied(
            contribution("new", by="care", amount=20, **row),
            contribution("new", by="city", amount=10, **row),
        )
        assert {
            (one.said.by, one.amount, one.replies) for one in done.network.contributions[1:]
        } == {
            ("care", 20, ()),
            ("city", 10, ()),
        }
        (flow,) = flows(done.network, resource="time")
        assert (flow.amount, flow.low, flow.high) == (15, 10, 20)
        other = applied(contribution("new", by="care", amount=600))
        assert [one.amount for one in other.network.contributions] == [1000, 600]
        assert not other.network.contributions[0].replies

    def test_the_same_amount_is_a_reply(self):
        done = applied(contribution("new", by="care", amount=1000))
        assert [one.says for one in done.network.contributions[0].replies] == ["confirmed"]
        assert len(done.network.contributions) == 1


class TestQuestion:
    def test_it_is_not_lost_and_is_nobodys_work_yet(self):
        done = applied(contact("ask", by="care", remark="since when?"))
        (question,) = done.network.agreements
        assert question.id == "question/1"
        assert question.what == (
            "Ask: contact between Care at the Quay and City at governing level"
        )
        assert (question.who, question.status, question.required) == ((), "voiced", "voiced")
        assert question.said == said("care", remark="since when?")
        assert done.marks[0].became == "asked"
        assert state(done.network) == "yes"

    def test_no_measure_takes_it_for_a_promise_or_for_work(self):
        done = applied(contact("ask", by="care"))
        gaps = measures.mandate_gaps(done.network)
        assert (len(gaps), gaps.undefined) == (0, {})
        assert measures.coordination_load(done.network) == measures.coordination_load(port())

    def test_it_has_an_id_that_nothing_else_has(self):
        network = port(agreements=[{"id": "question/1", "what": "Look"}])
        done = applied(dependency("ask"), contribution("ask"), to=network)
        assert [one.id for one in done.network.agreements] == [
            "question/1",
            "question/2",
            "question/3",
        ]

    def test_it_may_be_about_what_nobody_told_of(self):
        done = applied(dependency("ask", depender="homes", dependum="land", dependees=["city"]))
        assert done.network.agreements[0].what == "Ask: Homes needs land from City"

    def test_two_questions_in_the_same_words_are_two(self):
        marks = [dependency("ask", level=level) for level in ("governing", "management")]
        done = applied(*marks)
        assert [one.became for one in done.marks] == ["asked", "asked"]
        assert len(done.network.agreements) == 2
        again = applied(*marks, to=done.network)
        assert [one.became for one in again.marks] == ["there", "there"]
        assert again.network == done.network
        later = applied(*marks, to=applied(marks[0]).network)
        assert sorted(one.became for one in later.marks) == ["asked", "there"]

    @pytest.mark.parametrize("here", ["table", "party:care"])
    @pytest.mark.parametrize("by", ["homes", None])
    def test_its_id_does_not_tell_how_many_were_asked_in_confidence(self, here, by):
        aside = applied(contact("ask", by=by), edition="facilitator").network
        shown = [
            edition(applied(contact("ask", by="care"), to=one, edition=here).network, here)
            for one in (port(), aside)
        ]
        assert shown[0] == shown[1]
        assert len(shown[0].network.agreements) == 1

    def test_whoever_asks_in_confidence_may_have_a_long_id(self):
        long = "x" * 200
        case = port(organisations=[*PORT["organisations"], {"id": long}])
        done = applied(contact("ask", by=long), to=case, edition=f"party:{long}")
        assert done.network.agreements[0].said.by == long


class TestWhoMaySee:
    @pytest.mark.parametrize(
        ("edition", "setting", "visibility"),
        [
            ("table", "table", "table"),
            ("public", "table", "table"),
            ("party:care", "bilateral", "facilitator"),
            ("facilitator", "bilateral", "facilitator"),
        ],
    )
    def test_a_mark_is_as_hidden_as_the_map_on_which_it_was_made(
        self, edition, setting, visibility
    ):
        done = applied(contact("confirmed", by="care"), edition=edition, walk=[{"title": "Look"}])
        told = done.network.contacts[1].said
        assert (told.setting, told.visibility) == (setting, visibility)
        assert done.network.walk[0].said.visibility == visibility

    def test_a_reply_made_in_confidence_is_not_in_the_tables_edition(self):
        done = applied(dependency("denied", by="homes", remark="no!"), edition="party:homes")
        assert "no!" not in str(edition(done.network, "table").network.dependencies)
        own = edition(done.network, "party:homes").network.dependencies[0].replies[0].said
        assert (own.remark, str(own.date)) == (None, "2026-11-01")
        assert "no!" in str(done.network.dependencies)

    def test_somebody_outside_may_have_said_it(self):
        done = applied(contact("confirmed", by=OUTSIDE))
        assert done.network.contacts[1].said.by == OUTSIDE


class TestTheWalk:
    def test_kept_views_become_its_last_steps_in_their_order(self):
        network = port(walk=[{"title": "First"}])
        done = applied(walk=[{"title": "Then", "view": "contacts"}, {"title": "Last"}], to=network)
        assert [one.title for one in done.network.walk] == ["First", "Then", "Last"]
        assert done.network.walk[1].with_fields({"id": ""}) == Step(
            title="Then", view="contacts", said=Said(**SAID)
        )
        assert (done.views, done.views_there) == (2, 0)


EVERY = (
    contact("confirmed", by="care"),
    contact("denied", by="city"),
    contact("ask", by="city", remark="why?"),
    dependency("denied", by="homes"),
    dependency("new", by="homes", depender="homes", dependees=["city"]),
    dependency("confirmed", by="city", depender="homes", dependees=["city"]),
    contribution("confirmed", by="care"),
    contribution("new", by="care", giver="care", taker="homes", amount=2),
)
VIEWS = [{"title": "One"}, {"title": "Two", "organisation": "care"}]


def test_the_order_of_the_marks_makes_no_difference():
    assert applied(*reversed(EVERY)).network == applied(*EVERY).network


class TestApplyingTwice:
    def test_it_changes_nothing_the_second_time(self):
        once = applied(*EVERY, walk=VIEWS)
        twice = applied(*EVERY, walk=VIEWS, to=once.network)
        assert twice.network == once.network
        assert twice.count("there") == len(EVERY)
        assert twice.count("added", "noted", "asked") == 0
        assert (twice.views, twice.views_there) == (0, 2)
        assert [one.statements for one in twice.marks] == [one.statements for one in once.marks]

    def test_it_works_on_a_case_that_got_other_statements_since(self):
        once = applied(*EVERY).network
        more = {
            "contacts": [{"between": ["homes", "city"]}, *once.contacts],
            "dependencies": [
                {"depender": "care", "dependum": "land", "dependees": ["city"]},
                *once.dependencies,
            ],
        }
        since = once.replaced({name: list(rows) for name, rows in more.items()})
        assert applied(*EVERY, to=since).network == since

    def test_it_works_where_it_was_taken_back_and_said_again_since(self):
        new = contact("new", between=["homes", "city"], by="city")
        network = applied(new).network
        for day, word in (("2026-11-24", "denied"), ("2026-11-26", "new")):
            network = applied({**new, "mark": word}, to=network, date=day).network
        assert len(network.contacts) == 4
        assert applied(new, to=network).network == network

    def test_it_works_on_a_case_to_which_other_changes_were_applied_since(self):
        confirmed = contribution("confirmed", by="city")
        once = applied(confirmed).network
        since = applied(contribution("new", by="care", amount=600), to=once).network
        assert len(since.contributions) == 2
        assert applied(confirmed, to=since).network == since


class TestSentences:
    def test_they_say_who_said_what_and_what_became_of_it(self):
        done = applied(*EVERY)
        assert [one.sentence(done.network, "en") for one in done.marks] == [
            "1. Care at the Quay confirms: contact between Care at the Quay and City at governing"
            " level. Added. Now at governing level: in contact → disputed: one says yes, the other"
            " no.",
            "2. City denies: contact between Care at the Quay and City at governing level. Added."
            " Now at governing level: in contact → disputed: one says yes, the other no.",
            "3. City asks: contact between Care at the Quay and City at governing level. “why?”"
            " A question to ask.",
            "4. Homes denies: Care at the Quay needs dwellings from Homes and somebody outside this"
            " network. Noted with what was told before.",
            "5. Homes adds: Homes needs dwellings from City. Added.",
            "6. City confirms: Homes needs dwellings from City. Noted with what was told before.",
            "7. Care at the Quay confirms: City brings money to Care at the Quay (care). Noted with"
            " what was told before.",
            "8. Care at the Quay adds: Care at the Quay brings money to Homes (care). Added.",
        ]

    def test_they_are_there_in_dutch(self):
        done = applied(contact("denied", by=None, level=None))
        assert done.marks[0].sentence(done.network, "nl") == (
            "1. Iemand die niet genoemd wordt ontkent: contact tussen Care at the Quay en City op"
            " alle niveaus. Toegevoegd. Nu op managementniveau: niet gevraagd → geen contact."
        )

    def test_a_hidden_ground_is_told_to_whoever_applies(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        done = applied(dependency("new", by="city", **row))
        assert done.marks[0].sentence(done.network, "en") == (
            "1. City adds: City needs time from Care at the Quay. Noted with what was told before."
            " That was told in confidence and stays hidden; what was said at the table now, the"
            " table sees."
        )

    def test_what_the_table_does_not_see_afterwards_is_not_said_to_be_seen(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        bare = applied(dependency("denied", by="care", **row))
        assert bare.network.releases == ()
        assert bare.marks[0].released is False
        assert bare.marks[0].sentence(bare.network, "en").endswith("it stays as hidden as it was.")

    def test_an_answer_to_what_was_said_there_before_is_seen(self):
        row = {"depender": "city", "dependum": "time", "dependees": ["care"]}
        first = applied(dependency("new", by="city", **row))
        answered = applied(dependency("denied", by="care", **row), to=first.network)
        (shown,) = [
            one
            for one in edition(answered.network, "table").network.dependencies
            if one.dependum == "time"
        ]
        assert [one.says for one in shown.replies] == ["denied"]
        assert answered.marks[0].released is True
        assert answered.marks[0].sentence(answered.network, "en").endswith("the table sees.")
