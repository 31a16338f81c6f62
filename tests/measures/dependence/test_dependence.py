"""Which share of what matters to an organisation hangs on whom."""

from fractions import Fraction
from math import fsum

import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    asked,
    named,
    needs,
    replaced,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.measures import dependence


def shares(network, **options):
    return {(row.depender, row.dependee): row.share for row in dependence(network, **options)}


def of(*wanted, names=("a", "b", "c"), **fields):
    return Network(organisations=named(*names), dependencies=needs(*wanted, **fields))


def reasons(network, **options):
    return {one: str(why) for one, why in dependence(network, **options).undefined.items()}


class TestWorkedExamples:
    def test_the_town_depends_on_one_another_as_worked_out_by_hand(self):
        found = shares(town())
        order = (CITY, CORPORATION, CARE_1, CARE_2)
        assert [[found.get((one, other), 0) for other in order] for one in order] == [
            [0, 1 / 2, 1 / 4, 1 / 4],
            [1 / 3, 0, 1 / 3, 1 / 3],
            [1 / 2, 3 / 7, 0, 1 / 14],
            [2 / 5, 3 / 5, 0, 0],
        ]

    @pytest.mark.parametrize("depender", [CITY, CORPORATION, CARE_1, CARE_2])
    def test_where_nothing_is_needed_twice_over_the_shares_add_up_to_1(self, depender):
        row = [share for (one, _), share in shares(town()).items() if one == depender]
        assert fsum(row) == pytest.approx(1)

    def test_the_amount_is_not_divided_by_what_else_is_needed(self):
        found = {(row.depender, row.dependee): row.amount for row in dependence(town())}
        assert found[CARE_1, CITY] == 3 + 1 / 2
        assert found[CITY, CARE_2] == 3 / 2

    def test_a_need_of_each_hangs_on_each_of_them(self):
        assert shares(of(("a", 2, "all", ["b", "c"]))) == {("a", "b"): 1, ("a", "c"): 1}

    def test_alternatives_share_a_need(self):
        assert shares(of(("a", 2, "any", ["b", "c"]))) == {("a", "b"): 1 / 2, ("a", "c"): 1 / 2}


class TestSelfRelianceAndOutside:
    NETWORK = of(("a", 1, "any", ["a", "b", "outside"]), ("a", 3, "all", ["outside"]))

    def test_what_it_can_meet_itself_and_what_hangs_on_outside_have_rows(self):
        assert shares(self.NETWORK) == {
            ("a", "outside"): float((3 + Fraction(1, 3)) / 4),
            ("a", "a"): 1 / 12,
            ("a", "b"): 1 / 12,
        }

    def test_of_several_outside_the_parts_are_added(self):
        network = Network(
            organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
            dependencies=needs(("a", 1, "any", ["b", "x", "y"])),
        )
        assert shares(network, inside="x") == {("a", "outside"): 2 / 3, ("a", "b"): 1 / 3}

    def test_no_more_than_all_of_a_need_hangs_on_outside(self):
        network = Network(
            organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
            dependencies=needs(("a", 1, "all", ["b", "x", "y"])),
        )
        assert shares(network, inside="x") == {("a", "b"): 1, ("a", "outside"): 1}


class TestWhoHasNoNeeds:
    def test_whoever_was_asked_and_named_none_is_told_from_who_was_not_asked(self):
        network = with_records(
            of(("a", 1, "all", ["b"])), interviews=asked("b", about="dependencies")
        )
        assert reasons(network) == {
            "b": "it was asked what it needs, and named nothing here",
            "c": "it was not asked what it needs",
        }

    def test_who_was_asked_about_something_else_was_not_asked(self):
        network = with_records(of(("a", 1, "all", ["b"])), interviews=asked("b", "c"))
        assert set(reasons(network).values()) == {"it was not asked what it needs"}

    def test_who_was_asked_at_another_level_was_not_asked_at_this_one(self):
        interviews = [
            *asked("b", level="governing", about="dependencies"),
            *asked("c", about="dependencies"),
        ]
        network = with_records(of(("a", 1, "all", ["b"])), interviews=interviews)
        assert reasons(network, level="operational") == {
            "b": "it was not asked what it needs",
            "c": "it was asked what it needs, and named nothing here",
        }
        found = dependence(network, level="operational")
        assert found.known_share == pytest.approx(2 / 3)

    def test_how_many_were_asked_or_told_of_is_said(self):
        found = dependence(of(("a", 1, "all", ["b"])))
        assert found.known_share == pytest.approx(1 / 3)
        assert [str(one) for one in found.caveats] == [
            "Of 33.3% of the organisations it was asked or told what they need; the others may "
            "need more."
        ]

    def test_nothing_is_said_about_it_where_all_are_known(self):
        found = dependence(town())
        assert (found.known_share, found.caveats, dict(found.undefined)) == (1, (), {})


class TestWhatCounts:
    NETWORK = Network(
        organisations=[
            {"id": "a", "kind": "care_provider"},
            {"id": "b", "kind": "care_provider"},
            {"id": "c", "kind": "municipality"},
        ],
        issues=[{"id": "outflow"}],
        dependencies=[
            *needs(("a", 1, "all", ["b"]), id="1", level="governing"),
            *needs(("a", 1, "all", ["c"]), id="2", issue="outflow"),
            *needs(("a", 2, "any", ["b", "c"]), id="3", level="operational"),
        ],
    )

    def test_a_level_takes_its_own_needs_and_those_without_one(self):
        assert shares(self.NETWORK, level="governing") == {("a", "b"): 1 / 2, ("a", "c"): 1 / 2}
        assert shares(self.NETWORK, level="management") == {("a", "c"): 1}

    def test_an_issue_takes_its_own_needs(self):
        assert shares(self.NETWORK, issue="outflow") == {("a", "c"): 1}

    def test_a_kind_leaves_the_others_outside(self):
        assert shares(self.NETWORK, kind="care_provider") == {
            ("a", "b"): 2 / 3,
            ("a", "outside"): 1 / 3,
        }


class TestRows:
    def test_the_largest_share_comes_first_and_equals_go_by_id(self):
        network = of(
            ("b", 1, "all", ["a"]), ("a", 1, "any", ["c", "b"]), names=("a", "b", "c", "outsider")
        )
        assert [(row.depender, row.dependee) for row in dependence(network)] == [
            ("b", "a"),
            ("a", "b"),
            ("a", "c"),
        ]
        assert len(dependence(network).top(2)) == 3

    def test_a_row_names_what_is_needed_and_what_it_rests_on(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=[
                {"id": "2", "depender": "a", "dependum": "money", "dependees": ["b"]},
                {"id": "1", "depender": "a", "dependum": "dwellings", "dependees": ["b", "c"]},
                {"id": "3", "depender": "a", "dependum": "money", "dependees": ["b"]},
                {"id": "4", "depender": "c", "dependum": "staff", "dependees": ["b"]},
            ],
        )
        rows = {(row.depender, row.dependee): row for row in dependence(network)}
        assert rows["a", "b"].dependums == ("dwellings", "money")
        assert rows["a", "b"].needs == ("1", "2", "3")
        assert (rows["a", "c"].dependums, rows["a", "c"].needs) == (("dwellings",), ("1",))
        assert rows["a", "c"].because == ("1", "2", "3")
        assert dependence(network).because == ("1", "2", "3", "4")


def by_the_formula(network):
    """Importance times the part that hangs on each, over all importance, need by need."""
    found = {}
    for depender in network.ids:
        own = network.needs_of(depender)
        for dependee in (*network.ids, "outside"):
            amount = sum(
                need.importance
                * (Fraction(1, len(need.dependees)) if need.mode == "any" else Fraction(1))
                for need in own
                if dependee in need.dependees
            )
            if amount:
                total = sum(need.importance for need in own)
                found[depender, dependee] = (float(amount / total), float(amount))
    return found


@given(cases())
def test_every_share_is_that_of_the_formula(network):
    found = {(row.depender, row.dependee): (row.share, row.amount) for row in dependence(network)}
    assert found == by_the_formula(network)


@given(cases())
def test_a_share_is_more_than_0_and_no_more_than_1(network):
    assert all(0 < row.share <= 1 for row in dependence(network))


def with_mode(network, mode):
    return [need.with_fields({"mode": mode}) for need in network.dependencies]


@given(cases())
def test_with_alternatives_alone_the_shares_of_an_organisation_add_up_to_1(network):
    found = shares(replaced(network, dependencies=with_mode(network, "any")))
    for depender in {one for one, _ in found}:
        row = [share for (one, _), share in found.items() if one == depender]
        assert fsum(row) == pytest.approx(1)


@given(cases())
def test_an_alternative_more_never_raises_a_share(network):
    before = shares(replaced(network, dependencies=with_mode(network, "any")))
    wider = [
        need.with_fields({"dependees": [*need.dependees, "outside"]})
        for need in with_mode(network, "any")
    ]
    after = shares(replaced(network, dependencies=wider))
    inside = {key for key in before if key[1] != "outside"}
    assert all(after[key] < before[key] for key in inside)


@given(cases())
def test_how_highly_an_organisation_scores_all_its_needs_is_no_matter(network):
    once = [need.with_fields({"importance": 1}) for need in network.dependencies]
    thrice = [need.with_fields({"importance": 3}) for need in network.dependencies]
    assert shares(replaced(network, dependencies=once)) == shares(
        replaced(network, dependencies=thrice)
    )


@given(cases())
def test_naming_all_needs_twice_changes_no_share(network):
    again = [need.with_fields({"id": f"again {need.id}"}) for need in network.dependencies]
    assert shares(with_records(network, dependencies=again)) == shares(network)


@given(cases())
def test_what_others_need_changes_no_share_of_an_organisation(network):
    for depender in network.ids:
        alone = replaced(network, dependencies=network.needs_of(depender))
        mine = {key: share for key, share in shares(network).items() if key[0] == depender}
        assert shares(alone) == mine


@given(cases())
def test_a_share_can_be_worked_out_from_the_statements_it_rests_on(network):
    for row in dependence(network):
        told = [need for need in network.dependencies if need.id in row.because]
        left = dependence(replaced(network, dependencies=told))
        assert row in left
        assert set(row.needs) <= set(row.because)


@given(cases())
def test_whoever_has_no_share_has_a_reason(network):
    found = dependence(network)
    assert {row.depender for row in found} | set(found.undefined) == set(network.ids)
    assert {row.depender for row in found}.isdisjoint(found.undefined)
