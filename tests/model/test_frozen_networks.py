"""A network looks things up, gives smaller networks, and never changes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import networks

from netdeps.errors import FrozenRecordError, InvalidRecordsError, UnknownNameError
from netdeps.model import (
    KNOWN_KINDS,
    LISTS,
    OUTSIDE,
    STATEMENT_LISTS,
    TOGETHER,
    Contact,
    Contribution,
    Dependency,
    History,
    Network,
    Organisation,
    Said,
    pair,
)

LEIDEN = Network(
    name="Leiden",
    date="2021-04-28",
    kinds=[{"id": "police", "label": {"nl": "politie", "en": "police"}}],
    organisations=[
        {"id": "leiden", "name": "Gemeente Leiden", "kind": "municipality"},
        {"id": "care-a", "kind": "care_provider"},
        {"id": "work", "part_of": "leiden", "kind": "department"},
        {"id": "youth", "part_of": "work", "kind": "department"},
        {"id": "corp-1", "kind": "housing_corporation"},
        {"id": "corp-2", "kind": "housing_corporation"},
        {"id": "station", "kind": "police"},
    ],
    interviews=[{"organisation": "corp-1", "asked": ["contacts"]}],
    dependencies=[
        {"id": "dwellings", "depender": "care-a", "dependum": "dwellings", "dependees": ["corp-1", "corp-2"]},
        {"id": "money", "depender": "youth", "dependum": "money", "dependees": ["work", "corp-1"], "acknowledged_by": ["corp-1", "work"]},
        {"id": "land", "depender": "work", "dependum": "land", "dependees": ["corp-1"]},
    ],
    waits=[{"id": "policy", "waiter": "care-a", "awaited": ["leiden", "corp-1"]}],
    contacts=[
        {"id": "known", "between": ["work", "youth"], "said": {"by": "corp-1", "level": "governing"}},
        {"id": "known-back", "between": ["youth", "work"], "said": {"by": "work"}},
        {"id": "across", "between": ["corp-1", "youth"]},
    ],
    contributions=[
        {"id": "pot", "giver": "work", "taker": "together", "resource": "time"},
        {"id": "gift", "giver": "corp-1", "taker": "leiden", "resource": "dwellings"},
    ],
    issues=[{"id": "outflow", "involved": ["corp-1", "youth"], "owner": "corp-1"}],
    tables=[{"id": "directors", "members": ["corp-1", "leiden", "youth"], "issues": ["outflow"]}],
    stakes=[
        {"id": "stake", "organisation": "youth", "issue": "outflow",
         "offers": [{"resource": "guidance", "condition": {"organisation": "corp-1", "resource": "keys"}},
                    {"resource": "time"}]},
    ],
    claims=[{"id": "role", "about": "corp-1", "topic": "role", "text": "builds"},
            {"id": "motive", "about": "youth", "topic": "role", "text": "helps", "confirmed_by": ["corp-1"]}],
    concerns=[{"id": "worry", "theme": "tendering", "said": {"by": "youth"}},
              {"id": "foreign-worry", "theme": "rent", "said": {"by": "corp-1"}}],
    agreements=[{"id": "meet", "what": "meet", "who": ["corp-1", "youth"], "issue": "outflow"}],
    ratings=[{"id": "score", "condition": "process", "score": 3, "said": {"by": "youth"}},
             {"id": "foreign-score", "condition": "process", "score": 5, "said": {"by": "corp-1"}}],
)  # fmt: skip


def ids(rows):
    return [row.id for row in rows]


class TestWhatARecordHoldsWhenNothingIsSaid:
    def test_a_statement_is_for_the_facilitator_and_certain(self):
        said = Contact(between=["a", "b"]).said
        assert said == Said(confidence=1.0, visibility="facilitator")
        assert (said.by, said.level, said.person, said.setting, said.date, said.source) == (
            (None,) * 6
        )

    def test_a_need_matters_much_and_can_be_met_by_any(self):
        need = Dependency(depender="a", dependum="x", dependees=["b"])
        assert (need.mode, need.importance, need.essential, need.illustrative) == (
            "any", 2, False, False,
        )  # fmt: skip

    def test_an_organisation_has_three_levels_and_no_part_or_role(self):
        one = Organisation(id="a")
        assert (one.levels, one.kind, one.roles, one.part_of, one.said) == (
            ("governing", "management", "operational"), "other", (), None, None,
        )  # fmt: skip

    def test_a_contribution_was_delivered(self):
        assert Contribution(giver="a", taker="b", resource="x").status == "delivered"

    def test_an_empty_case_is_a_network(self):
        assert Network().lists == dict.fromkeys(LISTS, ())
        assert Network().ids == ()

    def test_a_field_that_is_left_out_equals_one_that_is_written_out(self):
        assert Contact(between=["a", "b"]) == Contact(between=["a", "b"], exists=True, quality=None)


class TestNothingChanges:
    @pytest.mark.parametrize("record", [LEIDEN, LEIDEN.organisations[0], LEIDEN.contacts[0].said])
    def test_a_field_cannot_be_set(self, record):
        before = record.model_dump_json()
        kind = type(record).__name__
        with pytest.raises(FrozenRecordError) as caught:
            record.name = "other"
        assert str(caught.value) == (
            f"a {kind} cannot change; make another one with .with_fields({{'name': …}})"
        )
        assert record.model_dump_json() == before

    @given(networks())
    def test_every_list_inside_is_a_tuple_so_that_a_network_can_be_a_key(self, network):
        assert {network: 1}[network] == 1

    def test_the_names_cannot_be_changed(self):
        with pytest.raises(TypeError):
            LEIDEN.names["leiden"] = "Den Haag"

    def test_a_list_that_was_handed_in_can_change_without_the_network(self):
        rows = [{"id": "a"}]
        network = Network(organisations=rows)
        rows.append({"id": "b"})
        rows[0]["id"] = "c"
        assert network.ids == ("a",)

    @given(networks(min_size=1), st.data())
    def test_smaller_networks_leave_the_original_as_it_was(self, network, data):
        before = network.model_dump_json()
        name = data.draw(st.sampled_from(network.ids))
        network.without([name])
        network.only([name])
        network.inside(name)
        assert network.model_dump_json() == before

    def test_a_changed_copy_is_checked_like_any_other(self):
        with pytest.raises(InvalidRecordsError) as caught:
            LEIDEN.contacts[0].with_fields({"quality": 2})
        assert str(caught.value) == (
            "Contact: 1 problem\n  quality: 2 was found; 1 or less is expected."
        )

    def test_a_changed_copy_of_a_network_is_checked_and_the_original_stays(self):
        before = LEIDEN.model_dump_json()
        with pytest.raises(InvalidRecordsError) as caught:
            LEIDEN.replaced(
                {"interviews": [LEIDEN.interviews[0].with_fields({"organisation": "x"})]}
            )
        assert str(caught.value).startswith(
            "Network: 1 problem\n  interviews[1].organisation: 'x' is not one of the organisations;"
        )
        assert LEIDEN.model_dump_json() == before


class TestLookups:
    def test_the_lists_stand_in_the_order_of_the_case_file(self):
        assert tuple(LEIDEN.lists) == (
            "kinds", "organisations", "interviews", "dependencies", "waits", "contacts",
            "contributions", "valuations", "felt_balances", "hats", "governance", "issues", "tables",
            "chains", "stakes", "claims", "concerns", "agreements", "ratings", "medians", "walk",
            "releases",
        )  # fmt: skip
        assert LEIDEN.lists["waits"] == LEIDEN.waits
        assert LISTS[2:-1] == STATEMENT_LISTS

    def test_the_ids_are_sorted(self):
        assert LEIDEN.ids == (
            "care-a", "corp-1", "corp-2", "leiden", "station", "work", "youth",
        )  # fmt: skip

    def test_an_organisation_without_a_name_is_called_by_its_id(self):
        assert LEIDEN.names["leiden"] == "Gemeente Leiden"
        assert LEIDEN.names["corp-1"] == "corp-1"

    def test_an_organisation_is_found_by_its_id(self):
        assert LEIDEN.organisation("leiden").name == "Gemeente Leiden"

    @pytest.mark.parametrize("name", STATEMENT_LISTS)
    def test_a_statement_of_every_list_is_found_by_its_id(self, name):
        for row in LEIDEN.lists[name]:
            assert LEIDEN.statement(row.id) is row

    def test_organisations_are_found_by_kind(self):
        assert LEIDEN.of_kind("housing_corporation") == ("corp-1", "corp-2")
        assert LEIDEN.of_kind("ministry") == ()

    def test_needs_are_found_from_both_ends(self):
        assert ids(LEIDEN.needs_of("care-a")) == ["dwellings"]
        assert ids(LEIDEN.needs_on("corp-1")) == ["dwellings", "money", "land"]
        assert LEIDEN.needs_of("station") == LEIDEN.needs_on("station") == ()

    def test_contacts_are_found_whichever_way_round(self):
        assert ids(LEIDEN.contacts_between("work", "youth")) == ["known", "known-back"]
        assert LEIDEN.contacts_between("youth", "work") == LEIDEN.contacts_between("work", "youth")
        assert LEIDEN.contacts_between("leiden", "station") == ()
        assert LEIDEN.contacts[1].pair == ("work", "youth") == pair("youth", "work")

    def test_parts_and_wholes_reach_through_each_other(self):
        assert LEIDEN.parts_of("leiden") == ("work", "youth")
        assert LEIDEN.parts_of("youth") == ()
        assert list(LEIDEN.wholes_of("youth")) == ["work", "leiden"]
        assert list(LEIDEN.wholes_of("leiden")) == []

    @pytest.mark.parametrize(
        "look",
        [
            lambda: LEIDEN.organisation("corp1"),
            lambda: LEIDEN.needs_of("corp1"),
            lambda: LEIDEN.needs_on("corp1"),
            lambda: LEIDEN.contacts_between("corp1", "leiden"),
            lambda: LEIDEN.contacts_between("leiden", "corp1"),
            lambda: LEIDEN.parts_of("corp1"),
            lambda: list(LEIDEN.wholes_of("corp1")),
            lambda: LEIDEN.inside("corp1"),
            lambda: LEIDEN.without(["leiden", "corp1"]),
            lambda: LEIDEN.only(["corp1"]),
        ],
    )
    def test_an_organisation_that_is_not_there_is_refused_with_the_nearest(self, look):
        with pytest.raises(UnknownNameError) as caught:
            look()
        assert str(caught.value) == (
            "organisation 'corp1' is not known; known are 'care-a', 'corp-1', 'corp-2', 'leiden', "
            "'station', 'work', 'youth'. Did you mean 'corp-1'?"
        )

    def test_a_statement_that_is_not_there_is_refused_with_the_nearest(self):
        few = Network(concerns=[{"id": "worry", "theme": "rent"}])
        with pytest.raises(UnknownNameError) as caught:
            few.statement("wory")
        assert str(caught.value) == (
            "statement 'wory' is not known; known are 'worry'. Did you mean 'worry'?"
        )

    @given(networks(min_size=2))
    def test_every_need_and_contact_is_found_from_each_of_its_parties(self, network):
        for need in network.dependencies:
            assert need in network.needs_of(need.depender)
            assert all(need in network.needs_on(one) for one in set(need.dependees) - {OUTSIDE})
        for contact in network.contacts:
            assert contact in network.contacts_between(*contact.between)


class TestKinds:
    def test_a_known_kind_has_a_label_in_both_languages(self):
        assert LEIDEN.kind_label("municipality").sentence("nl") == "gemeente"
        assert LEIDEN.kind_label("municipality").sentence("en") == "municipality"

    @pytest.mark.parametrize("kind", KNOWN_KINDS)
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_every_known_kind_has_words_for_one_and_for_many(self, kind, language):
        label = LEIDEN.kind_label(kind)
        assert "_" not in label.sentence(language) != ""
        assert LEIDEN.kind_label(kind, form="kinds").sentence(language) != ""

    def test_an_own_kind_has_its_own_labels(self):
        assert LEIDEN.kind_label("police").sentence("nl") == "politie"
        assert LEIDEN.kind_label("police").sentence("en") == "police"

    def test_a_known_kind_can_get_other_labels(self):
        network = Network(kinds=[{"id": "municipality", "label": {"nl": "stad", "en": "city"}}])
        assert network.kind_label("municipality").sentence("nl") == "stad"
        assert network.kind_label("municipality").sentence("en") == "city"

    @pytest.mark.parametrize(("label", "shown"), [({"nl": "politie"}, "politie"), ({"en": "police"}, "police")])  # fmt: skip
    def test_a_label_in_one_language_serves_for_both(self, label, shown):
        network = Network(kinds=[{"id": "force", "label": label}])
        assert network.kind_label("force").sentence("nl") == shown
        assert network.kind_label("force").sentence("en") == shown

    def test_a_kind_without_a_label_is_called_by_its_id(self):
        network = Network(kinds=[{"id": "force"}])
        assert network.kind_label("force").sentence("nl") == "force"


class TestWithoutSomeOrganisations:
    def test_who_else_could_give_it_stays_and_the_one_who_left_is_outside(self):
        left = LEIDEN.without(["corp-1"])
        assert left.statement("dwellings").dependees == ("outside", "corp-2")
        assert left.statement("money").dependees == ("work", "outside")
        assert left.statement("money").acknowledged_by == ("work",)
        assert left.statement("policy").awaited == ("leiden", "outside")

    def test_a_need_that_nobody_who_stays_can_meet_goes(self):
        assert ids(LEIDEN.without(["corp-1"]).dependencies) == ["dwellings", "money"]

    def test_statements_of_which_it_is_a_party_go(self):
        left = LEIDEN.without(["corp-1"])
        assert ids(left.contacts) == ["known", "known-back"]
        assert ids(left.contributions) == ["pot"]
        assert ids(left.interviews) == []
        assert ids(left.claims) == ["motive"]

    def test_mentions_of_it_go_and_the_rest_of_the_record_stays(self):
        left = LEIDEN.without(["corp-1"])
        assert left.issues[0].involved == ("youth",)
        assert left.issues[0].owner is None
        assert left.tables[0].members == ("leiden", "youth")
        assert left.claims[0].confirmed_by == ()
        assert left.agreements[0].who == ("youth",)
        assert left.contacts[0].said == Said(by="outside", level="governing")

    def test_the_condition_of_an_offer_is_then_for_somebody_outside(self):
        stake = LEIDEN.without(["corp-1"]).stakes[0]
        assert [offer.resource for offer in stake.offers] == ["guidance", "time"]
        assert stake.offers[0].condition == LEIDEN.stakes[0].offers[0].condition.with_fields(
            {"organisation": OUTSIDE}
        )

    def test_a_part_of_what_left_stands_by_itself(self):
        assert LEIDEN.without(["leiden"]).organisation("work").part_of is None

    def test_the_common_pot_stays_the_common_pot(self):
        assert LEIDEN.without(["corp-1"]).contributions[0].taker == TOGETHER

    def test_without_nobody_is_the_same_network(self):
        assert LEIDEN.without([]) == LEIDEN == LEIDEN.only(LEIDEN.ids)

    def test_the_name_the_moment_and_the_kinds_stay(self):
        left = LEIDEN.without(["station"])
        assert (left.name, left.date, left.kinds) == ("Leiden", dt.date(2021, 4, 28), LEIDEN.kinds)

    @given(networks(min_size=1), st.data())
    def test_who_left_is_not_named_anywhere(self, network, data):
        gone = set(data.draw(st.lists(st.sampled_from(network.ids), unique=True)))
        left = network.without(gone)
        assert set(left.ids) == set(network.ids) - gone
        assert left == network.only(left.ids)


class TestInsideOneOrganisation:
    def test_only_its_parts_take_part(self):
        assert LEIDEN.inside("leiden").ids == ("work", "youth")

    def test_what_can_also_be_met_elsewhere_is_met_outside(self):
        inside = LEIDEN.inside("leiden")
        assert ids(inside.dependencies) == ["money"]
        assert inside.dependencies[0].dependees == ("work", "outside")

    def test_a_part_of_a_part_keeps_its_place(self):
        inside = LEIDEN.inside("leiden")
        assert inside.organisation("youth").part_of == "work"
        assert inside.organisation("work").part_of is None

    def test_statements_between_the_parts_stay(self):
        inside = LEIDEN.inside("leiden")
        assert ids(inside.contacts) == ["known", "known-back"]
        assert ids(inside.contributions) == ["pot"]
        assert ids(inside.stakes) == ["stake"]

    @pytest.mark.parametrize("name", ["concerns", "ratings"])
    def test_what_only_others_said_is_left_out(self, name):
        assert [row for row in ids(LEIDEN.inside("leiden").lists[name]) if "foreign" in row] == []

    def test_an_organisation_without_parts_is_an_empty_network(self):
        assert LEIDEN.inside("corp-1").ids == ()

    @given(networks(min_size=1), st.data())
    def test_nobody_but_a_part_is_named(self, network, data):
        whole = data.draw(st.sampled_from(network.ids))
        inside = network.inside(whole)
        assert inside.ids == network.parts_of(whole)
        assert whole not in inside.ids


class TestAHistory:
    def test_it_runs_from_the_earliest_to_the_latest(self):
        first, middle, last = (Network(date=f"20{year}-06-01") for year in (18, 19, 20))
        history = History(networks=[first, middle, last])
        assert (history.first, history.last) == (first, last)
        assert history.dates == (dt.date(2018, 6, 1), dt.date(2019, 6, 1), dt.date(2020, 6, 1))
        assert list(history.steps()) == [(first, middle), (middle, last)]

    def test_one_moment_is_a_history_without_steps(self):
        history = History(networks=[LEIDEN])
        assert history.first is history.last
        assert list(history.steps()) == []

    @pytest.mark.parametrize(
        ("dates", "line"),
        [
            ([], "networks: [] was found; at least 1 in the list is expected."),
            (
                ["2020-01-01", None, None],
                "network 2 has no date; each network of a history has its own date. "
                "Fill in 'date' in its case.",
            ),
            (
                ["2020-01-01", "2020-01-02", "2019-01-01"],
                "network 3 (2019-01-01) does not come after network 2 (2020-01-02); "
                "the earliest network comes first. Sort them by date.",
            ),
            (
                ["2020-01-01", "2020-01-01"],
                "network 2 (2020-01-01) does not come after network 1 (2020-01-01); "
                "the earliest network comes first. Sort them by date.",
            ),
        ],
    )
    def test_moments_that_are_no_row_are_refused(self, dates, line):
        with pytest.raises(InvalidRecordsError) as caught:
            History(networks=[Network(date=day) for day in dates])
        assert str(caught.value) == f"History: 1 problem\n  {line}"
