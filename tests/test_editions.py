"""An edition holds what its audience may see, and not a trace of the rest."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching
from strategies import networks

from netdeps import editions, formats
from netdeps.editions import (
    AUDIENCES,
    Edition,
    edition,
    hidden_organisations,
    under_own_names,
)
from netdeps.errors import AudienceError, OptionError, UnknownNameError
from netdeps.formats import json_format, reading, yaml_format
from netdeps.model import LISTS, OUTSIDE, STATEMENT_LISTS, Issue, Network, Record, Statement

FORMS = {"yaml": yaml_format.FORMAT, "json": json_format.FORMAT}
LOWER = ("table", "public")
SEED = 1
"""Two public editions can be compared where their letters are dealt alike."""

PUBLIC = {"visibility": "public"}
TABLE = {"visibility": "table"}

MEETING = Network(
    name="Leiden",
    date="2021-04-28",
    kinds=[{"id": "police"}, {"id": "army"}, {"id": "fire"}],
    organisations=[
        {"id": "leiden", "name": "Gemeente Leiden"},
        {"id": "work", "part_of": "leiden"},
        {"id": "care-a", "kind": "police"},
        {"id": "corp-1"},
        {"id": "informant", "name": "Who whispers", "kind": "army", "said": {"visibility": "facilitator"}},
        {"id": "advisor", "said": TABLE},
        {"id": "ministry", "said": PUBLIC},
        {"id": "bystander"},
    ],
    interviews=[
        {"organisation": "care-a", "date": "2021-02-17", "asked": ["contacts"], "said": {**TABLE, "date": "2021-02-18"}},
    ],
    dependencies=[
        {"depender": "care-a", "dependum": "dwellings", "dependees": ["corp-1", "informant"], "said": TABLE},
        {"depender": "care-a", "dependum": "secrets", "dependees": ["informant"], "said": TABLE},
        {"depender": "work", "dependum": "money", "dependees": ["care-a"], "issue": "quarrel", "said": PUBLIC},
    ],
    waits=[{"waiter": "informant", "awaited": ["leiden"], "said": PUBLIC}],
    contacts=[
        {"between": ["care-a", "corp-1"], "persons": ["p1"], "said": {"by": "care-a", "person": "p7", "date": "2021-03-31", **TABLE}},
        {"between": ["care-a", "corp-1"], "exists": False, "said": {"by": "corp-1"}},
        {"between": ["care-a", "advisor"], "said": {**PUBLIC, "by": "informant"}},
    ],
    issues=[
        {"id": "quarrel", "title": "Old sores"},
        {"id": "outflow", "involved": ["care-a", "informant"], "owner": "informant", "depends_on": ["quarrel"], "deadline": "2021-12-31", "said": TABLE},
    ],
    tables=[{"id": "directors", "issues": ["outflow", "quarrel"], "members": ["care-a", "informant"], "said": TABLE}],
    stakes=[
        {"organisation": "care-a", "issue": "quarrel", "interest": "peace", "said": PUBLIC},
        {"organisation": "care-a", "issue": "outflow", "interest": "flow", "said": {"by": "care-a"}},
    ],
    concerns=[
        {"theme": "tendering", "said": {"by": "care-a", "setting": "bilateral"}},
        {"theme": "money", "said": {"by": "corp-1", "setting": "bilateral"}},
    ],
    agreements=[{"id": "meet", "what": "meet", "due": "2021-10-31", "issue": "quarrel", "who": ["informant"], "said": TABLE}],
)  # fmt: skip


def shown_to(network, audience):
    return edition(network, audience, seed=SEED).network


def under_their_names(network, audience):
    """Give what an audience sees, and in the public edition who is who."""
    return under_own_names(network) if audience == "public" else shown_to(network, audience)


def whole(network):
    """Give everything, as the facilitator has it."""
    return edition(network, "facilitator")


def dumped(network, audience):
    return [formats.dumps(edition(network, audience, seed=SEED), form=form) for form in FORMS]


class TestAudiences:
    def test_the_facilitator_sees_everything(self):
        assert shown_to(MEETING, "facilitator") is MEETING

    def test_the_table_sees_what_is_for_the_table_or_public(self):
        table = shown_to(MEETING, "table")
        assert [row.dependum for row in table.dependencies] == ["dwellings", "money"]
        assert [row.between for row in table.contacts] == [
            ("advisor", "care-a"),
            ("care-a", "corp-1"),
        ]
        assert [row.id for row in table.issues] == ["outflow"]
        assert table.concerns == table.stakes == table.waits == ()

    def test_the_public_sees_what_is_public(self):
        public = shown_to(MEETING, "public")
        assert [row.dependum for row in public.dependencies] == ["money"]
        assert public.issues == public.tables == public.agreements == public.contacts == ()

    def test_a_party_sees_what_the_table_sees_and_what_it_said_itself(self):
        party = shown_to(MEETING, "party:care-a")
        assert [row.theme for row in party.concerns] == ["tendering"]
        assert [row.interest for row in party.stakes] == ["flow"]
        assert [row.exists for row in party.contacts] == [True, True]
        assert party.issues == shown_to(MEETING, "table").issues

    @given(networks(min_size=1), st.data())
    def test_a_party_sees_all_that_the_table_sees(self, network, data):
        party = data.draw(st.sampled_from(network.ids))
        assert_within(shown_to(network, "table"), shown_to(network, f"party:{party}"))
        assert_within(shown_to(network, f"party:{party}"), network)

    @pytest.mark.parametrize(
        ("audience", "hint"),
        [
            ("tabel", " Did you mean 'table'?"),
            ("Public", " Did you mean 'public'?"),
            ("", ""),
            ("party:", " Did you mean 'party:ID'?"),
        ],
    )
    def test_an_audience_that_is_not_known_is_refused(self, audience, hint):
        for ask in (edition, Edition):
            with pytest.raises(OptionError) as caught:
                ask(Network(), audience)
            assert str(caught.value) == (
                f"the audience '{audience}' is not known; known are 'public', 'table', "
                f"'facilitator', 'party:ID'.{hint}"
            )

    def test_a_party_that_does_not_take_part_is_refused(self):
        network = Network(organisations=[{"id": "care-a"}])
        with pytest.raises(UnknownNameError) as caught:
            edition(network, "party:care-b")
        assert str(caught.value) == (
            "organisation 'care-b' is not known; known are 'care-a'. Did you mean 'care-a'?"
        )


class TestWhatIsTakenOut:
    def test_an_organisation_that_nothing_visible_names_is_not_there(self):
        assert shown_to(MEETING, "table").ids == (
            "advisor", "care-a", "corp-1", "leiden", "ministry", "work",
        )  # fmt: skip
        assert shown_to(MEETING, "public").ids == ("ministry", "party-a", "party-b")
        assert under_own_names(MEETING).ids == ("care-a", "ministry", "work")

    def test_the_facilitator_can_ask_who_is_not_shown(self):
        shown = edition(MEETING, "table")
        assert hidden_organisations(MEETING, shown) == ("bystander", "informant")

    def test_a_hidden_dependee_is_somebody_outside(self):
        needs = shown_to(MEETING, "table").dependencies
        assert [row.dependees for row in needs] == [("corp-1", OUTSIDE), ("care-a",)]

    def test_a_hidden_issue_is_mentioned_nowhere(self):
        table = shown_to(MEETING, "table")
        assert table.dependencies[1].issue is None
        assert table.issues[0].depends_on == ()
        assert table.tables[0].issues == ("outflow",)
        assert table.agreements[0].issue is None

    def test_a_hidden_organisation_is_mentioned_nowhere(self):
        table = shown_to(MEETING, "table")
        assert (table.issues[0].involved, table.issues[0].owner) == (("care-a",), None)
        assert table.tables[0].members == ("care-a",)
        assert table.agreements[0].who == ()
        assert table.contacts[0].said.by == OUTSIDE

    def test_persons_are_taken_out_and_days_are_rounded_to_the_month(self):
        table = shown_to(MEETING, "table")
        contact, interview = table.contacts[1], table.interviews[0]
        assert (contact.persons, contact.said.person) == ((), None)
        assert contact.said.date == dt.date(2021, 3, 1)
        assert (interview.date, interview.said.date) == (dt.date(2021, 2, 1),) * 2

    def test_the_days_that_parties_agreed_on_stay(self):
        table = shown_to(MEETING, "table")
        assert table.issues[0].deadline == dt.date(2021, 12, 31)
        assert table.agreements[0].due == dt.date(2021, 10, 31)

    def test_only_kinds_that_somebody_visible_has_are_listed(self):
        assert [row.id for row in shown_to(MEETING, "table").kinds] == ["police"]

    def test_the_whole_of_a_visible_part_is_visible(self):
        assert shown_to(MEETING, "table").organisation("work").part_of == "leiden"

    def test_the_whole_of_a_hidden_part_is_not_there_because_of_it(self):
        hidden: dict[str, Any] = {"id": "cell", "said": {"visibility": "facilitator"}}
        apart = Network(organisations=[{"id": "agency"}, hidden])
        within = Network(organisations=[{"id": "agency"}, {**hidden, "part_of": "agency"}])
        assert dumped(apart, "public") == dumped(within, "public")

    def test_an_offer_on_a_hidden_condition_does_not_become_unconditional(self):
        network = Network(
            organisations=[{"id": "care-a"}, {"id": "informant", "said": {"visibility": "facilitator"}}],
            issues=[{"id": "outflow", "said": PUBLIC}],
            stakes=[
                {
                    "organisation": "care-a",
                    "issue": "outflow",
                    "said": PUBLIC,
                    "offers": [
                        {"resource": "time", "condition": {"organisation": "informant", "resource": "keys"}}
                    ],
                }
            ],
        )  # fmt: skip
        offers = [offer for row in shown_to(network, "public").stakes for offer in row.offers]
        assert [offer for offer in offers if offer.condition is None] == []

    def test_a_party_does_not_read_what_another_told_in_confidence_about_it(self):
        told = {"by": "city", "visibility": "facilitator", "remark": "Do not trust them"}
        network = Network(organisations=[{"id": "city"}, {"id": "rival", "said": told}])
        shown = shown_to(network, "party:rival").organisation("rival")
        assert (shown.said.by, shown.said.remark) == (None, None)
        assert shown_to(network, "party:city").organisation("rival").said.remark == told["remark"]

    @pytest.mark.parametrize("name", ["aaa", "m", "zzz"])
    def test_how_a_hidden_organisation_is_spelled_does_not_show(self, name):
        ids = sorted(["city", "police", name])
        network = Network(
            organisations=[
                {"id": one, "said": {"visibility": "facilitator" if one == name else "public"}} for one in ids
            ],
            dependencies=[{"depender": "city", "dependum": "x", "dependees": ["police", *{name}], "said": PUBLIC}],
            waits=[{"waiter": "city", "awaited": [one for one in ids if one != "city"], "said": PUBLIC}],
        )  # fmt: skip
        shown = shown_to(network, "table")
        assert shown.dependencies[0].dependees == shown.waits[0].awaited == ("police", OUTSIDE)

    def test_replies_and_names_do_not_keep_the_order_in_which_they_were_noted(self):
        def told(*replies):
            rows = [
                {"says": "confirmed", "said": {**PUBLIC, "by": by, "date": day}}
                for by, day in replies
            ]
            return Network(
                organisations=[{"id": one} for one in "abc"],
                dependencies=[
                    {"depender": "a", "dependum": "x", "dependees": ["b"], "replies": rows, "said": PUBLIC,
                     "acknowledged_by": [by for by, _ in replies]}
                ],
            )  # fmt: skip

        there = told(("b", "2026-03-02"), ("c", "2026-03-20"))
        back = told(("c", "2026-03-02"), ("b", "2026-03-20"))
        assert dumped(there, "table") == dumped(back, "table")

    def test_the_number_of_hidden_agreements_does_not_show_in_the_ids_of_the_others(self):
        seen = {"what": "meet", "said": PUBLIC}
        hidden = {"what": "hush"}
        try:
            some = [Network(agreements=rows) for rows in ([seen], [hidden, seen])]
        except ValueError:  # an agreement needs an id of its own
            return
        assert dumped(some[0], "public") == dumped(some[1], "public")

    def test_an_agreement_may_be_called_as_a_statement_that_gets_a_new_name(self):
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}],
            contacts=[{"id": "talk", "between": ["a", "b"], "said": PUBLIC}],
            agreements=[{"id": "contacts/1", "what": "meet", "said": PUBLIC}],
        )
        shown = shown_to(network, "public")
        assert shown.agreements[0].id == "contacts/1" != shown.contacts[0].id


class TestTheEditionItself:
    @pytest.mark.parametrize("name", STATEMENT_LISTS)
    @pytest.mark.parametrize(("audience", "above"), [("public", "table"), ("table", "facilitator")])
    def test_a_statement_above_the_audience_is_refused(self, name, audience, above):
        network = Network(
            organisations=[{"id": "a", "said": PUBLIC}, {"id": "b", "said": PUBLIC}],
            **{"issues": [{"id": "i", "said": PUBLIC}], name: [{**ROWS[name], "said": {"visibility": above}}]},
        )  # fmt: skip
        with pytest.raises(AudienceError) as caught:
            Edition(network, audience)
        assert str(caught.value) == (
            f"'{name}' of the network is not as '{audience}' may see it; "
            "make an edition with: netdeps.edition(network, audience)"
        )
        assert Edition(network, above).network is network

    @pytest.mark.parametrize(("audience", "above"), [("public", "table"), ("table", "facilitator")])
    def test_an_organisation_above_the_audience_is_refused(self, audience, above):
        network = Network(organisations=[{"id": "a", "said": {"visibility": above}}])
        with pytest.raises(AudienceError) as caught:
            Edition(network, audience)
        assert str(caught.value) == (
            f"'organisations' of the network is not as '{audience}' may see it; "
            "make an edition with: netdeps.edition(network, audience)"
        )

    def test_the_confidence_of_another_party_is_refused_and_ones_own_is_not(self):
        network = Network(
            organisations=[{"id": "a", "said": PUBLIC}, {"id": "b", "said": PUBLIC}],
            concerns=[{"theme": "money", "said": {"by": "a"}}],
        )
        assert Edition(network, "party:a").network is network
        with pytest.raises(AudienceError) as caught:
            Edition(network, "party:b")
        assert str(caught.value) == (
            "'concerns' of the network is not as 'party:b' may see it; "
            "make an edition with: netdeps.edition(network, audience)"
        )

    @pytest.mark.parametrize(
        ("name", "rows"),
        [
            ("contacts", [{"between": ["a", "b"], "persons": ["p"]}]),
            ("contacts", [{"between": ["a", "b"], "said": {**PUBLIC, "person": "p"}}]),
            ("contacts", [{"between": ["a", "b"], "said": {**PUBLIC, "date": "2026-03-17"}}]),
            ("contacts", [{"between": ["b", "a"], "exists": False}, {"between": ["a", "b"]}]),
            ("contacts", [{"id": "first", "between": ["a", "b"]}]),
            ("interviews", [{"organisation": "a", "date": "2026-03-17"}]),
            ("tables", [{"id": "t", "members": ["b", "a"]}]),
            (
                "organisations",
                [{"id": "a", "said": PUBLIC}, {"id": "b"}, {"id": "c", "said": PUBLIC}],
            ),
            ("releases", [{"ground": "consent", "date": "2026-03-17"}]),
        ],
    )
    def test_a_pseudonym_a_day_an_order_and_a_name_that_are_above_it_are_refused(self, name, rows):
        parties = [{"id": "a", "said": PUBLIC}, {"id": "b", "said": PUBLIC}]
        fields = {"organisations": parties, name: [{"said": PUBLIC, **row} for row in rows]}
        if name in {"organisations", "releases"}:
            fields[name] = rows
        if name == "organisations":  # b is named, and did not agree to that
            fields["contacts"] = [{"between": ["a", "b"], "said": PUBLIC}]
        network = Network(**fields)
        with pytest.raises(AudienceError, match="is not as 'public' may see it"):
            Edition(network, "public")
        made = edition(network, "public")
        assert Edition(made.network, "public") == made

    @given(networks())
    def test_whoever_sees_the_edition_of_an_edition_sees_the_same(self, network):
        for audience in (*AUDIENCES, *(f"party:{name}" for name in network.ids)):
            once = edition(network, audience)
            if (
                audience.startswith("party:")
                and audience.removeprefix("party:") not in once.network.ids
            ):
                continue
            assert edition(once.network, audience) == once

    @given(networks())
    def test_it_is_still_the_same_after_writing_and_reading(self, network):
        for audience in AUDIENCES:
            once = shown_to(network, audience)
            for form, parts in FORMS.items():
                again = reading.build(formats.dumps(whole(once), form=form), "case", parts).network
                assert shown_to(again, audience) == once

    def test_the_whole_of_a_hidden_whole_stays_or_goes_at_once(self):
        network = Network(
            organisations=[
                {"id": "agency"},
                {"id": "cell", "part_of": "agency", "said": {"visibility": "facilitator"}},
                {"id": "desk", "part_of": "cell"},
            ],
            claims=[{"about": "desk", "topic": "role", "text": "writes", "said": PUBLIC}],
        )
        once = shown_to(network, "public")
        assert shown_to(once, "public") == once

    @given(networks())
    def test_what_the_public_sees_can_be_made_from_what_the_table_sees(self, network):
        by_way_of_the_table = under_own_names(shown_to(network, "table"))
        assert_within(by_way_of_the_table, under_own_names(network))


ROWS: dict[str, dict[str, Any]] = {
    "interviews": {"organisation": "a"},
    "dependencies": {"depender": "a", "dependum": "x", "dependees": ["b"]},
    "waits": {"waiter": "a", "awaited": ["b"]},
    "contacts": {"between": ["a", "b"]},
    "contributions": {"giver": "a", "taker": "b", "resource": "x"},
    "valuations": {"organisation": "a", "resource": "x", "worth": 1},
    "felt_balances": {"organisation": "a", "felt": 0},
    "hats": {"organisation": "a", "role": "x"},
    "governance": {"form": "shared"},
    "issues": {"id": "i"},
    "tables": {"id": "t"},
    "chains": {"id": "c"},
    "stakes": {"organisation": "a", "issue": "i"},
    "claims": {"about": "a", "topic": "x", "text": "x"},
    "concerns": {"theme": "x"},
    "agreements": {"id": "g", "what": "x"},
    "ratings": {"condition": "process", "score": 3},
    "medians": {"condition": "process", "median": 3, "split": False},
    "walk": {"title": "x"},
}


def assert_within(lower, upper):
    """Each record of the lower edition is one of the upper, with the same or with fewer facts."""
    assert (lower.name, lower.date, lower.language) == (upper.name, upper.date, upper.language)
    for name in LISTS:
        if name == "releases":  # below the facilitator they are statements like others
            assert not lower.releases or lower == upper
            continue
        released = (row for one in upper.releases for row in getattr(one, name, ()))
        rows, candidates = lower.lists[name], [*upper.lists[name], *released]
        fits = [[is_less(row, one) for one in candidates] for row in rows]
        if rows:
            chosen = maximum_bipartite_matching(csr_array(fits, shape=(len(rows), len(candidates))))
            lost = [
                row for row, one in zip(rows, range(len(rows)), strict=True) if one not in chosen
            ]
            assert lost == [], name


def is_less(less, more):
    if isinstance(less, Record):
        fields = (field for field in type(less).model_fields if field != "id" or names_itself(less))
        return type(less) is type(more) and all(
            is_less(getattr(less, field), getattr(more, field))
            or (field == "confidence" and less.confidence == 1)  # as where nothing is said of it
            for field in fields
        )
    if isinstance(less, tuple):
        return all(any(is_less(one, other) for other in more) for one in less)
    if less is None or less == more:
        return True
    if isinstance(less, dt.date):
        return more is not None and less == more.replace(day=1)
    return bool(less == OUTSIDE)


def names_itself(row):
    return not isinstance(row, Statement) or isinstance(row, Issue)


class TestEachAudienceSeesLessThanTheNext:
    @given(networks())
    def test_public_is_within_table_and_table_within_facilitator_field_by_field(self, network):
        public, table, facilitator = (
            under_their_names(network, audience) for audience in AUDIENCES
        )
        assert_within(public, table)
        assert_within(table, facilitator)

    @given(networks())
    def test_nothing_that_the_audience_may_see_is_lost(self, network):
        network = network.replaced({"releases": []})
        for audience in LOWER:
            seen = under_their_names(network, audience)
            named_organisations = {one.id for one in network.organisations if not one.said}
            for name in ("concerns", "ratings", "tables", "issues", "agreements"):
                allowed = [row for row in network.lists[name] if may_see(row, audience)]
                assert len(seen.lists[name]) == len(allowed)
            for contact in network.contacts:
                if set(contact.between) <= named_organisations and may_see(contact, audience):
                    assert contact.pair in [row.between for row in seen.contacts]


def may_see(row, audience):
    return AUDIENCES.index(row.said.visibility) <= AUDIENCES.index(audience)


def text_fields(model):
    """Find the fields of a record that hold free text."""
    return {
        name
        for name, field in model.model_fields.items()
        if "_plain_text" in f"{field.annotation} {field.metadata}"
    }


def marked(value, mark):
    """Put a mark in every free text of a record, also where there was none."""
    if isinstance(value, tuple):
        return tuple(marked(one, mark) for one in value)
    if not isinstance(value, Record):
        return value
    changes: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        old = getattr(value, name)
        if name in text_fields(type(value)):
            changes[name] = (mark,) if "tuple" in str(field.annotation) else mark
        elif name == "stages":
            changes[name] = marked_stages(old, mark)
        elif isinstance(old, Record | tuple):
            changes[name] = marked(old, mark)
    return value.with_fields(changes)


def marked_stages(stages, mark):
    """Each stage of a chain keeps a name of its own."""
    fields = ({"name": f"{mark}{number}", "follows": ()} for number in range(len(stages)))
    return tuple(stage.with_fields(one) for stage, one in zip(stages, fields, strict=True))


MARK = "Zx9-canary-9xZ"


def hidden_rows(network):
    for name in LISTS:
        for row in network.lists[name]:
            said = getattr(row, "said", None)
            if said is not None and said.visibility == "facilitator":
                yield name, row


def confidential(network):
    """Mark every free text of what only the facilitator may see."""
    hidden = {id(row) for _, row in hidden_rows(network)}
    return network.replaced(
        {
            name: [marked(row, MARK) if id(row) in hidden else row for row in rows]
            for name, rows in network.lists.items()
        }
    )


class TestNotATraceOfTheRest:
    def test_every_record_with_free_text_can_be_marked(self):
        row = MEETING.contacts[1]
        assert marked(row, MARK).persons == (MARK,)
        assert marked(row, MARK).said.person == marked(row, MARK).said.source == MARK
        assert {name for one in MEETING.lists["stakes"] for name in text_fields(type(one))} == {
            "interest",
            "cost",
        }

    @given(networks(min_size=2, most=3))
    def test_no_word_of_a_confidential_statement_reaches_the_table_or_the_public(self, network):
        told = confidential(network)
        assert (MARK in formats.dumps(whole(told))) == any(hidden_rows(network))
        for audience in LOWER:
            for text in dumped(told, audience):
                assert MARK not in text

    @given(networks(min_size=2, most=3), st.data())
    def test_a_hidden_organisation_never_occurs(self, network, data):
        names = {name: f"Org-{number}-gro" for number, name in enumerate(network.ids)}
        network = with_names(network, names)
        hidden = set(data.draw(st.lists(st.sampled_from(network.ids), unique=True)))
        network = network.replaced(
            {
                "organisations": [
                    one.with_fields({"said": {"visibility": "facilitator"}}) if one.id in hidden else one
                    for one in network.organisations
                ]
            }
        )  # fmt: skip
        others = f"party:{data.draw(st.sampled_from(network.ids))}"
        for audience in (*LOWER, others):
            for text in dumped(network, audience):
                assert [one for one in hidden if one in text and audience != f"party:{one}"] == []

    @given(networks(min_size=2, most=3), st.data())
    def test_networks_that_differ_only_in_confidence_give_the_same_bytes(self, network, data):
        other = differing_in_confidence(network, data)
        for audience in LOWER:
            assert dumped(network, audience) == dumped(other, audience)

    @given(networks(min_size=2, most=3), st.randoms(use_true_random=False))
    def test_the_order_in_which_things_were_noted_down_does_not_show(self, network, chance):
        mixed = {name: list(rows) for name, rows in network.lists.items() if name != "walk"}
        for rows in mixed.values():
            chance.shuffle(rows)
        other = network.replaced(mixed)
        for audience in LOWER:
            assert dumped(network, audience) == dumped(other, audience)

    @given(networks(min_size=2, most=3), st.data())
    def test_another_partys_confidence_does_not_reach_a_party(self, network, data):
        party = data.draw(st.sampled_from(network.ids))
        other = differing_in_confidence(network, data, but_by=party)
        assert dumped(network, f"party:{party}") == dumped(other, f"party:{party}")

    def test_the_comparison_does_change_something(self):
        changed = MEETING.replaced({"concerns": []})
        assert formats.dumps(whole(changed)) != formats.dumps(whole(MEETING))
        assert dumped(changed, "table") == dumped(MEETING, "table")


def with_names(network, names):
    """Give the organisations other ids, in the fields that refer to them."""
    plain = {name: [row.model_dump() for row in rows] for name, rows in network.lists.items()}
    refers = {
        "part_of", "by", "organisation", "depender", "dependees", "acknowledged_by", "waiter",
        "awaited", "between", "giver", "taker", "involved", "owner", "members", "about",
        "confirmed_by", "denied_by", "who", "organisations", "convener", "agenda_setter",
    }  # fmt: skip

    def swap(value):
        if isinstance(value, list | tuple):
            return [swap(one) for one in value]
        return names.get(value, value) if isinstance(value, str) else walk(value)

    def walk(value):
        if isinstance(value, dict):
            return {key: swap(one) if key in refers else walk(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [walk(one) for one in value]
        return value

    plain = {name: walk(rows) for name, rows in plain.items()}
    plain["organisations"] = [{**row, "id": names[row["id"]]} for row in plain["organisations"]]
    return Network(name=network.name, date=network.date, language=network.language, **plain)


def differing_in_confidence(network, data, *, but_by=None):
    """Change, drop, add and move what only the facilitator may see; leave the rest as it is."""
    hidden = {id(row) for _, row in hidden_rows(network) if but_by is None or row.said.by != but_by}
    if but_by:
        hidden -= {id(row) for row in network.organisations}
    lists = {}
    for name in LISTS:
        rows = list(network.lists[name])
        if name in {"issues", "organisations"}:  # others may refer to these
            lists[name] = [
                retold(row, data, network, but_by) if id(row) in hidden else row for row in rows
            ]
            continue
        seen = [nameless(row) for row in rows if id(row) not in hidden]
        for row in (row for row in rows if id(row) in hidden):
            for number in range(data.draw(st.integers(0, 2))):
                place = data.draw(st.integers(0, len(seen)))
                seen.insert(
                    place, renamed(retold(row, data, network, but_by), f"{row.id} again {number}")
                )
        lists[name] = seen
    return network.replaced(lists)


def retold(row, data, network, but_by):
    """Tell it with other words, by another speaker, on another day, as surely as one likes."""
    speakers = [None, *(name for name in network.ids if name != but_by)]
    said = {
        "by": data.draw(st.sampled_from(speakers)),
        "date": data.draw(st.dates()),
        "confidence": data.draw(st.floats(0, 1)),
        "person": "somebody else",
    }
    new = marked(row, data.draw(st.sampled_from(["other words", MARK])))
    return new.with_fields(
        {"said": row.said.with_fields(said), "illustrative": data.draw(st.booleans())}
    )


def nameless(row):
    """Leave out a name that the network gave; the next network gives its own."""
    automatic = isinstance(row, Statement) and "/" in row.id
    chosen = automatic and type(row).model_fields["id"].is_required()
    return row.with_fields({"id": ""}) if automatic and not chosen else row


def renamed(row, name):
    return row.with_fields({"id": name})


def test_the_audiences_run_from_the_widest_to_the_narrowest():
    assert editions.AUDIENCES == ("public", "table", "facilitator")


def test_the_number_of_hidden_dependees_does_not_show():
    hidden = [{"id": one, "said": {"visibility": "facilitator"}} for one in ("s1", "s2")]
    network = Network(
        organisations=[{"id": "a", "said": PUBLIC}, {"id": "b", "said": PUBLIC}, *hidden],
        dependencies=[
            {"depender": "a", "dependum": "x", "dependees": ["b", "s1", "s2"], "said": PUBLIC}
        ],
        waits=[{"waiter": "a", "awaited": ["b", "s1", "s2"], "said": PUBLIC}],
    )
    shown = shown_to(network, "public")
    assert shown.dependencies[0].dependees == ("b", OUTSIDE)
    assert shown.waits[0].awaited == ("b", OUTSIDE)


def test_a_party_sees_the_organisation_that_it_named_itself():
    named = {"id": "friend", "said": {"by": "a", "visibility": "facilitator"}}
    network = Network(organisations=[{"id": "a"}, {"id": "b"}, named])
    assert "friend" in shown_to(network, "party:a").ids
    assert "friend" not in shown_to(network, "party:b").ids
