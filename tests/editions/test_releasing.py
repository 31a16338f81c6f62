"""What was told in confidence and is released: a new statement, with nothing of the old one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import networks

import netdeps as nd
from netdeps import Network, measures
from netdeps.editions import edition, forget, releasable, release, release_theme
from netdeps.errors import OptionError, UnknownNameError
from netdeps.formats import dumps
from netdeps.model import STATEMENT_LISTS
from netdeps.model.texts import texts

DAY = dt.date(2026, 11, 20)
PARTIES = [{"id": one} for one in ("care", "city", "homes", "police")]
WISH = {
    "id": "wish",
    "about": "homes",
    "topic": "interest",
    "text": "Zx1 they only want new houses",
    "said": {
        "by": "care",
        "person": "Zx2",
        "level": "management",
        "hat": "Zx3",
        "setting": "interview",
        "date": "2026-03-17",
        "confidence": 0.7,
        "source": "Zx4",
        "remark": "Zx5",
    },
}


def case(**lists):
    return Network(organisations=PARTIES, **lists)


def at(network, audience="table"):
    return edition(network, audience).network


def worries(*organisations, theme="Tendering", **said):
    return [
        {"theme": theme, "text": f"Zx {one}", "said": {"by": one, **said}} for one in organisations
    ]


class TestAStatement:
    def test_by_the_facilitator_it_has_other_words_and_no_speaker(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, words="What do you want?")
        (claim,) = at(after).claims
        assert (claim.about, claim.topic, claim.text) == ("homes", "interest", "What do you want?")
        assert claim.said == nd.Said(visibility="table")
        assert "Zx" not in dumps(edition(after, "table"))

    def test_with_consent_it_has_the_same_words_and_no_speaker(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, consent=True)
        (claim,) = at(after).claims
        assert (claim.text, claim.said.by, claim.said.remark) == (WISH["text"], None, "Zx5")
        assert claim.said.person is claim.said.date is claim.said.level is claim.said.source is None

    def test_the_organisation_is_named_only_where_it_agreed_to_that(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, consent=True, named=True)
        assert at(after).claims[0].said.by == "care"
        with pytest.raises(OptionError, match="named only with consent"):
            release(case(claims=[WISH]), "wish", date=DAY, words="?", named=True)

    def test_words_of_whoever_told_it_are_not_released_without_consent(self):
        with pytest.raises(OptionError, match="in your own words, or release it with consent"):
            release(case(claims=[WISH]), "wish", date=DAY)

    def test_own_words_take_the_place_of_the_quote_also_with_consent(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, consent=True, words="Softer")
        assert (at(after).claims[0].text, at(after).claims[0].said.remark) == ("Softer", None)

    def test_what_has_no_text_of_its_own_gets_the_words_as_a_remark(self):
        rows = [
            {"id": "talk", "between": ["care", "homes"], "persons": ["Zx"], "said": {"by": "care"}}
        ]
        (contact,) = at(release(case(contacts=rows), "talk", date=DAY, words="They met.")).contacts
        assert (contact.said.remark, contact.persons, contact.said.by) == ("They met.", (), None)
        (contact,) = at(release(case(contacts=rows), "talk", date=DAY)).contacts
        assert contact.said.remark is None

    def test_a_barrier_goes_and_the_need_stays(self):
        need = {"id": "n", "depender": "care", "dependum": "dwellings", "dependees": ["homes"],
                "importance": 3, "barrier": "Zx they will not", "replies": [{"says": "denied"}]}  # fmt: skip
        (shown,) = at(
            release(case(dependencies=[need]), "n", date=DAY, words="What is in the way?")
        ).dependencies
        assert (shown.dependum, shown.importance, shown.barrier) == ("dwellings", 3, "What is in the way?")  # fmt: skip
        assert shown.replies == ()

    def test_all_of_several_texts_go(self):
        stake = {"id": "s", "organisation": "care", "issue": "i", "interest": "Zx", "cost": "Zy"}
        issues = [{"id": "i", "said": {"visibility": "table"}}]
        network = case(stakes=[stake], issues=issues)
        (shown,) = at(release(network, "s", date=DAY, words="Something to gain")).stakes
        assert (shown.interest, shown.cost) == ("Something to gain", None)

    def test_it_counts_once_for_everybody(self):
        gift = {"id": "g", "giver": "care", "taker": "homes", "resource": "time", "amount": 4,
                "unit": "days", "said": {"by": "care"}}  # fmt: skip
        after = release(case(contributions=[gift]), "g", date=DAY, consent=True)
        for audience in ("facilitator", "table", "party:care", "party:homes"):
            given = measures.give_and_take(at(after, audience))
            assert [row.given for row in given if row.organisation == "care"] == [4], audience

    def test_who_sees_the_statement_itself_does_not_see_it_twice(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, words="What do you want?")
        assert [one.text for one in at(after, "party:care").claims] == [WISH["text"]]
        assert [one.text for one in at(after, "party:homes").claims] == ["What do you want?"]

    def test_for_the_public_it_is_for_the_table_too(self):
        agreed = [{**one, "said": {"visibility": "public"}} for one in PARTIES]
        network = Network(organisations=agreed, claims=[WISH])
        after = release(network, "wish", date=DAY, to="public", words="What do you want?")
        assert len(at(after, "public").claims) == len(at(after, "table").claims) == 1
        after = release(network, "wish", date=DAY, words="What do you want?")
        assert at(after, "public").claims == ()

    def test_a_later_change_of_what_it_was_made_of_does_not_change_it(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, consent=True)
        changed = after.replaced({"claims": [{**WISH, "text": "Zx6 much worse"}]})
        assert at(changed) == at(after)
        assert at(after.replaced({"claims": []})) == at(after)

    def test_a_statement_gets_an_id_of_its_own_that_stays(self):
        network = case(concerns=[*worries("care"), {"id": "concerns-1", "theme": "taken"}])
        after = release(network, "concerns/1", date=DAY, words="A worry")
        assert [one.id for one in after.concerns] == ["concerns-2", "concerns-1"]
        assert after.releases[0].of == ("concerns-2",)

    def test_the_case_keeps_when_why_and_of_what(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, consent=True, note="by phone")
        (kept,) = after.releases
        assert (kept.date, kept.ground, kept.of, kept.note) == (
            DAY,
            "consent",
            ("wish",),
            "by phone",
        )
        assert nd.Network(**after.model_dump()) == after
        assert at(after).releases == ()
        assert after.visibility == "facilitator"

    @pytest.mark.parametrize(
        ("lists", "name", "why"),
        [
            ({"ratings": [{"id": "r", "condition": "ambition", "score": 2}]}, "r", "only medians"),
            ({"interviews": [{"id": "i", "organisation": "care"}]}, "i", "visibility"),
            ({"walk": [{"id": "w", "title": "Look"}]}, "w", "visibility"),
            ({"claims": [{**WISH, "said": {"visibility": "table"}}]}, "wish", "already"),
        ],
    )
    def test_what_cannot_be_released_is_refused_with_the_reason(self, lists, name, why):
        network = case(**lists)
        with pytest.raises(OptionError, match=why):
            release(network, name, date=DAY, consent=True)
        assert list(releasable(network)) == []

    def test_of_a_hidden_organisation_nothing_is_released(self):
        hidden = {"id": "secret", "said": {"visibility": "facilitator"}}
        network = Network(organisations=[*PARTIES, hidden], claims=[{**WISH, "about": "secret"}])
        with pytest.raises(OptionError, match="names 'secret'"):
            release(network, "wish", date=DAY, words="?")
        told = {**WISH, "said": {"by": "secret"}}
        network = Network(organisations=[*PARTIES, hidden], claims=[told])
        assert at(release(network, "wish", date=DAY, words="?")).claims[0].said.by is None

    def test_an_unknown_statement_or_audience_is_refused(self):
        with pytest.raises(UnknownNameError, match="wis"):
            release(case(claims=[WISH]), "wis", date=DAY, words="?")
        with pytest.raises(OptionError, match="facilitator"):
            release(case(claims=[WISH]), "wish", date=DAY, words="?", to="facilitator")

    def test_nothing_is_released_twice(self):
        network = release(case(issues=[{"id": "i", "title": "Zx"}]), "i", date=DAY)
        with pytest.raises(
            OptionError, match="it was on 2026-11-20; take that row out of 'releases'"
        ):
            release(network, "i", date=DAY)
        twice = network.replaced({"releases": [*network.releases, *network.releases]})
        assert [one.id for one in at(twice).issues] == ["i"]

    def test_what_others_said_of_it_is_not_released_with_it(self):
        claim = {**WISH, "confirmed_by": ["police"], "denied_by": ["homes"]}
        need = {"id": "n", "depender": "care", "dependum": "d", "dependees": ["homes"],
                "acknowledged_by": ["homes"], "replies": [{"says": "denied"}]}  # fmt: skip
        network = case(claims=[claim], dependencies=[need])
        both = release(
            release(network, "wish", date=DAY, consent=True), "n", date=DAY, consent=True
        )
        shown = at(both)
        assert (shown.claims[0].confirmed_by, shown.claims[0].denied_by) == ((), ())
        assert (shown.dependencies[0].acknowledged_by, shown.dependencies[0].replies) == ((), ())

    def test_words_that_somebody_else_said_are_not_ones_own(self):
        with pytest.raises(OptionError, match="in your own words"):
            release(case(claims=[WISH]), "wish", date=DAY, words=f" {WISH['text'].upper()} ")

    def test_where_there_was_no_barrier_words_make_none(self):
        need = {"id": "n", "depender": "care", "dependum": "d", "dependees": ["homes"]}
        (shown,) = at(release(case(dependencies=[need]), "n", date=DAY, words="May we talk?")).dependencies  # fmt: skip
        assert (shown.barrier, shown.said.remark) == (None, "May we talk?")

    def test_of_an_issue_that_the_table_does_not_see_no_stake_is_released(self):
        network = case(
            issues=[{"id": "i"}], stakes=[{"id": "s", "organisation": "care", "issue": "i"}]
        )
        with pytest.raises(OptionError, match="names 'i'"):
            release(network, "s", date=DAY)
        assert at(release(release(network, "i", date=DAY), "s", date=DAY)).stakes

    def test_whoever_the_table_may_not_know_is_not_named(self):
        hidden = {"id": "secret", "said": {"visibility": "facilitator"}}
        told = {**WISH, "said": {"by": "secret"}}
        network = Network(organisations=[*PARTIES, hidden], claims=[told])
        with pytest.raises(OptionError, match="leave out who told it"):
            release(network, "wish", date=DAY, consent=True, named=True)

    def test_an_id_that_was_released_is_not_given_to_another(self):
        once = release(case(concerns=worries("care")), "concerns/1", date=DAY, words="x")
        other = once.replaced({"concerns": worries("city")})
        assert release(other, "concerns/1", date=DAY, words="y").releases[1].of == ("concerns-2",)


class TestATheme:
    network = case(concerns=worries("care", "city", "homes"))

    def test_three_organisations_make_it_one_worry_in_other_words(self):
        after = release_theme(self.network, " tendering ", words="How do we tender?", date=DAY)
        (concern,) = at(after).concerns
        assert (concern.theme, concern.text) == ("How do we tender?", "")
        assert concern.said == nd.Said(visibility="table")
        assert "Zx" not in dumps(edition(after, "table"))

    def test_two_are_too_few(self):
        with pytest.raises(OptionError, match="fewer than 3 organisations"):
            release_theme(case(concerns=worries("care", "city")), "Tendering", words="?", date=DAY)

    def test_departments_are_their_whole_and_nobody_is_no_organisation(self):
        unit = {"id": "unit", "part_of": "city"}
        told = worries("care", "city", "unit", "outside")
        network = Network(organisations=[*PARTIES, unit], concerns=[*told, {"theme": "tendering"}])
        with pytest.raises(OptionError, match="fewer than 3 organisations"):
            release_theme(network, "Tendering", words="?", date=DAY)

    def test_hidden_organisations_and_one_voice_for_several_hide_nobody(self):
        hidden = [{"id": one, "said": {"visibility": "facilitator"}} for one in ("x", "y")]
        network = Network(organisations=[*PARTIES, *hidden], concerns=worries("care", "x", "y"))
        with pytest.raises(OptionError, match="fewer than 3"):
            release_theme(network, "Tendering", words="?", date=DAY)
        one_voice = case(concerns=worries("care", "city", "homes", person="p1"))
        with pytest.raises(OptionError, match="fewer than 3"):
            release_theme(one_voice, "Tendering", words="?", date=DAY)

    def test_what_somebody_told_the_table_is_not_released(self):
        told = [*worries("care", "city", "homes"), *worries("police", visibility="table")]
        with pytest.raises(OptionError, match="already"):
            release_theme(case(concerns=told), "Tendering", words="?", date=DAY)

    def test_the_words_of_one_of_them_are_refused(self):
        with pytest.raises(OptionError, match="the words of somebody"):
            release_theme(self.network, "Tendering", words="zx  CARE", date=DAY)

    def test_without_words_it_is_refused(self):
        with pytest.raises(OptionError, match="in your own words"):
            release_theme(self.network, "Tendering", words=" ", date=DAY)

    def test_an_unknown_theme_says_which_there_are(self):
        with pytest.raises(UnknownNameError, match="Tendering"):
            release_theme(self.network, "Tenderin", words="?", date=DAY)

    def test_who_told_it_sees_its_own_words_and_the_theme(self):
        after = release_theme(self.network, "Tendering", words="How do we tender?", date=DAY)
        assert sorted(one.text for one in at(after, "party:care").concerns) == ["", "Zx care"]

    def test_others_who_tell_it_later_change_nothing(self):
        after = release_theme(self.network, "Tendering", words="How do we tender?", date=DAY)
        more = after.replaced({"concerns": [*after.concerns, *worries("police")]})
        assert at(more) == at(after)

    def test_it_is_read_in_what_the_table_gets(self):
        after = release_theme(self.network, "Tendering", words="How do we tender?", date=DAY)
        (row,) = measures.voiced_concerns(at(after))
        assert row.sentence("nl") == "Een zorg: “How do we tender?”."
        assert row.told_by == ()


class TestForgetting:
    def test_with_a_statement_goes_what_was_released_of_it(self):
        told = {**WISH, "said": {"by": "care", "person": "p"}}
        after = release(case(claims=[told]), "wish", date=DAY, consent=True)
        forgotten = forget(after, person="p")
        assert forgotten.network.releases == ()
        assert forgotten.removed == {"claims": 1, "releases": 1}

    def test_a_theme_of_which_one_voice_goes_is_no_longer_released(self):
        after = release_theme(TestATheme.network, "Tendering", words="Zw", date=DAY)
        assert forget(after, organisation="care").network.releases == ()

    def test_what_was_released_with_its_name_goes_with_an_organisation(self):
        claim = {"about": "homes", "topic": "role", "text": "x", "said": {"by": "care"}}
        network = case(releases=[{"ground": "consent", "date": "2026-11-20", "claims": [claim]}])
        assert forget(network, organisation="care").network.releases == ()

    def test_what_was_released_on_an_issue_that_goes_loses_it(self):
        need = {"depender": "care", "dependum": "d", "dependees": ["homes"], "issue": "i"}
        network = case(
            issues=[{"id": "i", "said": {"person": "p"}}],
            releases=[{"ground": "consent", "date": "2026-11-20", "dependencies": [need]}],
        )
        (left,) = forget(network, person="p").network.releases
        assert left.dependencies[0].issue is None

    def test_what_the_table_said_as_well_stays(self):
        need = {"id": "n", "depender": "city", "dependum": "d", "dependees": ["homes"]}
        said = {"visibility": "table", "by": "homes"}
        network = case(
            dependencies=[{**need, "said": {"by": "city", "person": "p"}}],
            releases=[{"ground": "table", "date": "2026-11-20", "of": ["n"],
                       "dependencies": [{**need, "id": "", "said": said}]}],
        )  # fmt: skip
        left = forget(network, person="p").network
        assert [(one.depender, one.said.by) for one in left.dependencies] == [("city", "homes")]
        assert (left.releases, at(left).dependencies) == ((), at(network).dependencies)

    def test_what_was_released_of_others_stays(self):
        after = release(case(claims=[WISH]), "wish", date=DAY, words="?")
        after = after.replaced({"concerns": worries("police", person="q")})
        assert forget(after, person="q").network.releases == after.releases


class TestRemarks:
    @pytest.mark.parametrize(
        ("setting", "kept"),
        [
            ("interview", None),
            ("bilateral", None),
            ("table", "Zx"),
            ("document", "Zx"),
            (None, "Zx"),
        ],
    )
    def test_words_that_were_told_one_to_one_are_not_passed_on(self, setting, kept):
        said = {"by": "care", "visibility": "table", "setting": setting, "remark": "Zx"}
        network = case(contacts=[{"between": ["care", "homes"], "said": said}])
        assert at(network).contacts[0].said.remark == kept
        assert at(network, "party:homes").contacts[0].said.remark == kept
        assert at(network, "party:care").contacts[0].said.remark == kept

    def test_nor_those_of_a_reply(self):
        said = {"by": "homes", "visibility": "table", "setting": "interview", "remark": "Zx"}
        need = {"depender": "care", "dependum": "d", "dependees": ["homes"],
                "said": {"visibility": "table"}, "replies": [{"says": "denied", "said": said}]}  # fmt: skip
        assert at(case(dependencies=[need])).dependencies[0].replies[0].said.remark is None


def own_texts(row):
    """Give every text of a statement but those that say what it is about."""
    kept = {"text", "barrier", "interest", "cost", "person", "persons", "hat", "source", "remark"}
    return {text for path, text in texts(row) if kept & set(path)}


@given(networks(min_size=2, most=3), st.data())
def test_without_consent_no_words_of_whoever_told_it_are_released(network, data):
    possible = list(releasable(network))
    if not possible:
        return
    name, row = data.draw(st.sampled_from(possible))
    after = release(network, row.id, date=DAY, words="Zqx")
    fresh = getattr(after.releases[-1], name)
    assert len(fresh) == 1
    assert own_texts(fresh[0]) <= {"Zqx"}
    assert fresh[0].said.by is None


@given(networks(min_size=2, most=3), st.data())
def test_what_was_released_does_not_depend_on_what_stays_hidden(network, data):
    possible = list(releasable(network))
    if not possible:
        return
    _, row = data.draw(st.sampled_from(possible))
    after = release(network, row.id, date=DAY, words="Zqx")
    gone = {
        name: [one for one in getattr(after, name) if one.said.visibility != "facilitator"]
        for name in STATEMENT_LISTS
    }
    issues = {one.id for one in gone["issues"]}
    hidden = [one for one in after.issues if one.id not in issues]
    if hidden:  # what refers to them cannot stand without them
        gone["issues"] = after.issues
    assert at(after.replaced(gone)) == at(after)
