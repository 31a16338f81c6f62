"""Hats that can get in each other's way, and whether it is known with which one somebody speaks."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import named, replaced
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.measures import hat_clarity, role_conflicts
from netdeps.model import STATEMENT_LISTS

THREE = ("contracting_authority", "process_director", "partner")
ROLES = (*THREE, "funder", "supervisor", "provider", "landlord")


def wearing(*roles, **fields):
    return Network(organisations=[{"id": "city", "roles": roles}], **fields)


def hat(role, dossier=None, organisation="city"):
    name = f"{organisation} {role} {dossier}"
    return {"id": name, "organisation": organisation, "role": role, "dossier": dossier}


def only(found):
    (row,) = found
    return row


def said(by, *, hat=None, name="concern"):
    return {"id": name, "theme": "money", "said": {"by": by, "hat": hat}}


class TestWorkedExample:
    def test_a_municipality_that_tenders_directs_and_takes_part(self):
        row = only(role_conflicts(wearing(*THREE)))
        assert row.conflict == pytest.approx(2 / 3)
        assert row.conflicts == (
            ("contracting_authority", "partner", 1.0),
            ("contracting_authority", "process_director", 1.0),
        )
        assert (row.count, row.rank) == (2, 2)

    @pytest.mark.parametrize(
        ("one", "other", "weight"),
        [
            ("contracting_authority", "process_director", 1),
            ("contracting_authority", "partner", 1),
            ("funder", "process_director", 1 / 2),
            ("supervisor", "provider", 1),
            ("supervisor", "shop steward", 1),
            ("funder", "partner", 0),
            ("process_director", "partner", 0),
            ("provider", "landlord", 0),
        ],
    )
    def test_the_table_that_counts_where_no_other_is_given(self, one, other, weight):
        for roles in ((one, other), (other, one)):
            row = only(role_conflicts(wearing(*roles)))
            assert row.conflict == weight
            assert row.count == (weight > 0)

    @pytest.mark.parametrize("roles", [["supervisor"], ["partner", "partner"]])
    def test_with_fewer_than_two_roles_nothing_gets_in_the_way(self, roles):
        row = only(role_conflicts(wearing(*roles)))
        assert (row.conflict, row.count, row.conflicts) == (0, 0, ())

    def test_the_pairs_that_conflict_most_come_first(self):
        row = only(role_conflicts(wearing("funder", "process_director", "supervisor")))
        assert row.conflicts == (
            ("funder", "supervisor", 1.0),
            ("process_director", "supervisor", 1.0),
            ("funder", "process_director", 0.5),
        )


class TestRoles:
    def test_of_whom_no_role_is_known_is_undefined(self):
        found = role_conflicts(wearing("", " "))
        assert list(found) == []
        assert {who: str(why) for who, why in found.undefined.items()} == {
            "city": "no role of it is known"
        }

    @pytest.mark.parametrize(
        "words",
        [
            ("Procesregisseur", "opdrachtgever"),
            ("process  director", "Contracting Authority"),
            ("PROCESS_DIRECTOR", "contracting_authority"),
        ],
    )
    def test_a_role_is_known_by_its_word_and_by_its_label_in_both_languages(self, words):
        row = only(role_conflicts(wearing(*words)))
        assert row.roles == ("contracting_authority", "process_director")
        assert row.count == 1

    def test_any_other_word_is_a_role_of_its_own_as_it_is_written(self):
        row = only(role_conflicts(wearing("Shop  steward", "partner")))
        assert row.roles == ("Shop steward", "partner")

    def test_a_hat_in_one_dossier_comes_on_top_of_the_roles_in_all(self):
        network = wearing("funder", hats=[hat("process_director", "housing"), hat("partner")])
        rows = role_conflicts(network)
        assert [(row.dossier, row.roles, row.conflict) for row in rows] == [
            ("housing", ("funder", "partner", "process_director"), pytest.approx(1 / 6)),
            (None, ("funder", "partner"), 0),
        ]
        assert rows[0].because == ("city partner None", "city process_director housing")
        assert rows[1].because == ("city partner None",)

    def test_one_dossier_can_be_asked_for(self):
        hats = [hat("process_director", "housing"), hat("partner", "care")]
        network = wearing("funder", hats=hats)
        assert [(row.dossier, row.roles) for row in role_conflicts(network, dossier="care")] == [
            ("care", ("funder", "partner"))
        ]

    def test_in_a_dossier_without_a_hat_the_roles_in_all_count(self):
        network = Network(
            organisations=[{"id": "city", "roles": ["funder"]}, *named("care")],
            hats=[hat("provider", "housing", "care")],
        )
        found = role_conflicts(network, dossier="housing")
        assert [(row.organisation, row.dossier) for row in found] == [
            ("care", "housing"),
            ("city", None),
        ]

    def test_most_conflicting_pairs_come_first_even_where_their_mean_is_lower(self):
        network = Network(
            organisations=[
                {"id": "a", "roles": ["contracting_authority", "partner"]},
                {"id": "b", "roles": [*THREE, "provider", "landlord"]},
                {"id": "c", "roles": ["funder", "process_director"]},
            ]
        )
        rows = role_conflicts(network)
        assert [(row.organisation, row.count, row.conflict) for row in rows] == [
            ("b", 2, 1 / 5),
            ("a", 1, 1),
            ("c", 1, 1 / 2),
        ]
        assert rows.top(2) == tuple(rows)

    def test_of_a_kind_and_inside_an_organisation(self):
        organisations = [
            {"id": "city", "roles": THREE, "kind": "municipality"},
            {"id": "desk", "roles": ["funder"], "part_of": "city", "kind": "department"},
        ]
        network = Network(organisations=organisations)
        assert only(role_conflicts(network, inside="city")).organisation == "desk"
        assert only(role_conflicts(network, kind="municipality")).organisation == "city"


class TestOtherConflicts:
    def test_they_are_laid_over_the_table(self):
        more = {("partner", "process_director"): 0.5}
        row = only(role_conflicts(wearing(*THREE), conflicts=more))
        assert (row.count, row.conflict) == (3, pytest.approx(5 / 6))
        assert row.conflicts[-1] == ("partner", "process_director", 0.5)

    def test_0_takes_a_pair_out(self):
        less = {("partner", "contracting_authority"): 0}
        assert only(role_conflicts(wearing(*THREE), conflicts=less)).count == 1

    def test_labels_count_there_too(self):
        more = {("Procesregisseur", "partner"): 1}
        assert only(role_conflicts(wearing(*THREE), conflicts=more)).count == 3

    def test_any_stands_for_every_other_role_unless_it_is_named(self):
        more = {("any", "landlord"): 0.25, ("landlord", "partner"): 0}
        row = only(role_conflicts(wearing("landlord", "partner", "Shop"), conflicts=more))
        assert row.conflicts == (("Shop", "landlord", 0.25),)

    @pytest.mark.parametrize(
        ("conflicts", "message"),
        [
            ({("funder", "partner"): 2}, "the conflict 2 is not a number from 0 to 1."),
            ({("funder", "partner"): None}, "the conflict nothing is not a number from 0 to 1."),
            ({("funder", "funder"): 1}, "('funder', 'funder') does not name two roles."),
            ({("funder", "financier"): 1}, "('funder', 'financier') does not name two roles."),
            ({("funder",): 1}, "('funder',) does not name two roles."),
            ({"funder": 1}, "'funder' does not name two roles."),
            ({("funder", 3): 1}, "('funder', 3) does not name two roles."),
            (
                {("funder", "partner"): 1, ("partner", "funder"): 0.5},
                "the conflict of ('partner', 'funder') is given twice, with two weights.",
            ),
        ],
    )
    def test_what_is_no_conflict_is_refused(self, conflicts, message):
        with pytest.raises(OptionError) as caught:
            role_conflicts(wearing("funder"), conflicts=conflicts)
        assert str(caught.value) == message

    def test_a_pair_may_stand_twice_with_one_weight(self):
        twice = {("funder", "partner"): 1, ("partner", "funder"): 1}
        assert only(role_conflicts(wearing("funder", "partner"), conflicts=twice)).count == 1


class TestClarity:
    def test_it_is_the_share_of_what_was_said_with_a_hat_on(self):
        network = Network(
            organisations=[{"id": "city", "roles": ["funder"]}, *named("care")],
            concerns=[
                said("city", hat="funder", name="one"),
                said("city", name="two"),
                said("city", hat="", name="three"),
                said(None, hat="funder", name="four"),
            ],
            claims=[
                {
                    "id": "five",
                    "about": "care",
                    "topic": "role",
                    "text": "…",
                    "said": {"by": "city", "hat": "partner"},
                }
            ],
        )
        found = hat_clarity(network)
        assert dict(found) == {"city": 1 / 2}
        assert {who: str(why) for who, why in found.undefined.items()} == {
            "care": "nothing is recorded that it said itself"
        }
        assert found.because == ("five", "one", "three", "two")
        row = only(role_conflicts(network))
        assert (row.clarity, row.because) == (1 / 2, ("five", "one", "three", "two"))

    def test_who_said_nothing_has_no_clarity(self):
        assert only(role_conflicts(wearing("funder"))).clarity is None

    def test_of_a_kind_and_inside_an_organisation(self):
        network = Network(
            organisations=[{"id": "city"}, {"id": "desk", "part_of": "city", "kind": "department"}],
            concerns=[said("desk", hat="funder"), said("city", name="other")],
        )
        assert dict(hat_clarity(network, inside="city")) == {"desk": 1}
        assert dict(hat_clarity(network, kind="department")) == {"desk": 1}


@given(st.sets(st.sampled_from(ROLES), min_size=2))
def test_a_role_that_harms_nobody_lowers_the_mean_and_not_the_list(roles):
    before = only(role_conflicts(wearing(*roles)))
    more = {("spokesperson", "any"): 0, ("spokesperson", "supervisor"): 0}
    after = only(role_conflicts(wearing(*roles, "spokesperson"), conflicts=more))
    assert after.conflicts == before.conflicts
    assert after.conflict < before.conflict or before.conflict == 0


@given(
    st.permutations(ROLES).map(lambda roles: roles[:4]),
    st.dictionaries(
        st.permutations(ROLES).map(lambda roles: tuple(sorted(roles[:2]))),
        st.sampled_from([0, 0.25, 1]),
        max_size=4,
    ),
)
def test_the_conflict_is_the_mean_over_all_pairs_whichever_way_round_they_stand(roles, table):
    row = only(role_conflicts(wearing(*roles), conflicts=table))
    turned = {pair[::-1]: weight for pair, weight in table.items()}
    assert only(role_conflicts(wearing(*roles[::-1]), conflicts=turned)) == row
    found = [only(role_conflicts(wearing(*two), conflicts=table)) for two in combinations(roles, 2)]
    assert row.conflict == pytest.approx(sum(one.conflict for one in found) / len(found))
    assert row.count == sum(one.count for one in found)
    assert 0 <= row.conflict <= 1


@given(cases())
def test_there_is_a_row_for_the_roles_in_all_and_for_each_dossier_with_a_hat(network):
    rows = {(row.organisation, row.dossier): row for row in role_conflicts(network)}
    hats = {(one.organisation, one.dossier) for one in network.hats}
    everywhere = {one for one, dossier in hats if dossier is None}
    assert set(rows) == hats | {(one, None) for one in everywhere}
    for (who, dossier), row in rows.items():
        told = [
            one
            for one in network.hats
            if one.organisation == who and one.dossier in {None, dossier}
        ]
        assert set(row.roles) == {one.role for one in told}
        assert set(row.because) >= {one.id for one in told}


@given(cases(), st.data())
def test_clarity_counts_every_sort_of_statement(network, data):
    names = [row.id for name in STATEMENT_LISTS for row in network.lists[name] if row.said.by]
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    with_hats = {
        name: [
            row.with_fields(
                {"said": {**row.said.model_dump(), "hat": "x" if row.id in chosen else None}}
            )
            for row in network.lists[name]
        ]
        for name in STATEMENT_LISTS
    }
    found = hat_clarity(replaced(network, **with_hats))
    for who in network.ids:
        own = [
            row.id for name in STATEMENT_LISTS for row in network.lists[name] if row.said.by == who
        ]
        if own:
            assert found[who] == len(chosen.intersection(own)) / len(own)
        else:
            assert who in found.undefined
