"""How much two organisations need each other, on a fixed scale and in exact fractions."""

from collections import defaultdict
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    TOWN_TIES,
    backwards,
    named,
    needs,
    replaced,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.graph import chosen_needs, dependence_shares, dependums, needs_between, needs_from

AB = ("a", "b")


def requirement(*wanted, **fields):
    network = Network(organisations=named("a", "b", "c"), dependencies=needs(*wanted, **fields))
    found = needs_between(network)
    return found[AB].requirement if AB in found else 0


class TestTheRequirementOfAPair:
    def test_one_top_need_that_only_one_can_meet_is_three_quarters(self):
        assert requirement(("a", 3, "all", ["b"])) == Fraction(3, 4)

    def test_two_such_needs_are_fifteen_sixteenths(self):
        twice = [("a", 3, "all", ["b"])] * 2
        assert requirement(*twice) == Fraction(15, 16)

    def test_a_need_of_weight_two_with_two_alternatives_is_a_quarter(self):
        assert requirement(("a", 2, "any", ["b", "c"])) == Fraction(1, 4)

    def test_a_top_need_and_one_with_two_alternatives_are_thirteen_sixteenths(self):
        assert requirement(("a", 3, "all", ["b"]), ("a", 2, "any", ["b", "c"])) == Fraction(13, 16)

    def test_no_needs_are_no_requirement(self):
        assert requirement(("a", 3, "all", ["c"])) == 0

    @pytest.mark.parametrize(("importance", "weight"), [(1, "1/4"), (2, "1/2"), (3, "3/4")])
    def test_importance_counts_on_a_fixed_scale(self, importance, weight):
        assert requirement(("a", importance, "all", ["b"])) == Fraction(weight)

    def test_both_directions_count_alike(self):
        there, back = ("a", 3, "all", ["b"]), ("b", 2, "all", ["a"])
        assert requirement(there, back) == Fraction(7, 8)
        assert requirement(back, there) == Fraction(7, 8)

    def test_each_of_several_that_are_all_needed_counts_in_full(self):
        assert requirement(("a", 3, "all", ["b", "c"])) == Fraction(3, 4)

    def test_somebody_outside_is_an_alternative(self):
        assert requirement(("a", 3, "any", ["b", "outside"])) == Fraction(3, 8)

    def test_self_reliance_is_an_alternative(self):
        assert requirement(("a", 3, "any", ["a", "b"])) == Fraction(3, 8)

    def test_it_rests_on_the_needs_between_the_two(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=needs(
                ("a", 1, "all", ["b"]), ("a", 1, "all", ["c"]), ("b", 1, "all", ["a"])
            ),
        )
        assert needs_between(network)[AB].because == ("need 1", "need 3")

    def test_pairs_of_the_town_need_each_other_as_worked_out_by_hand(self):
        found = {pair: need.requirement for pair, need in needs_between(town()).items()}
        assert found == {
            (CARE_1, CARE_2): Fraction(1, 8),
            (CARE_1, CORPORATION): Fraction(13, 16),
            (CARE_2, CORPORATION): Fraction(13, 16),
            (CARE_1, CITY): Fraction(221, 256),
            (CARE_2, CITY): Fraction(11, 16),
            (CORPORATION, CITY): Fraction(13, 16),
        }


def slow_requirements(network):
    """1 - Π (1 - w · crit) over the needs of each pair, written out."""
    weights = defaultdict(list)
    for need in network.dependencies:
        share = 1 if need.mode == "all" else Fraction(1, len(need.dependees))
        for dependee in need.dependees:
            if dependee not in {need.depender, "outside"}:
                parties = tuple(sorted([need.depender, dependee]))
                weights[parties].append(Fraction(need.importance, 4) * share)
    return {pair: 1 - prod(1 - one for one in found) for pair, found in weights.items()}


@given(cases())
def test_every_requirement_is_that_of_the_formula(network):
    found = {pair: need.requirement for pair, need in needs_between(network).items()}
    assert found == slow_requirements(network)
    assert all(0 < one < 1 for one in found.values())


@given(cases())
def test_the_order_of_the_needs_is_no_matter(network):
    there, back = needs_between(network), needs_between(backwards(network))
    assert {pair: one.requirement for pair, one in there.items()} == {
        pair: one.requirement for pair, one in back.items()
    }


@given(cases())
def test_one_need_more_raises_the_requirement_of_its_pair_and_of_no_other(network):
    first, second = network.ids[:2]
    more = with_records(network, dependencies=needs((first, 1, "all", [second])))
    before, after = needs_between(network), needs_between(more)
    for pair, need in after.items():
        old = before[pair].requirement if pair in before else 0
        if pair == (first, second):
            assert need.requirement > old
        else:
            assert need.requirement == old


@given(cases())
def test_an_organisation_with_needs_elsewhere_changes_no_requirement(network):
    joined = with_records(
        network,
        organisations=named("zz-1", "zz-2"),
        dependencies=needs(("zz-1", 3, "all", ["zz-2"]), ("zz-2", 3, "any", ["zz-1", "outside"])),
    )
    after = needs_between(joined)
    assert {pair: after[pair].requirement for pair in needs_between(network)} == {
        pair: need.requirement for pair, need in needs_between(network).items()
    }


class TestTheShareOfEachLevel:
    LEVELS = ("governing", "management", "operational")

    def shares(self, *wanted, levels=LEVELS):
        dependencies = [
            {**row, "level": level}
            for (*need, level) in wanted
            for row in needs(tuple(need), id=f"{level} {need[1]}")
        ]
        network = Network(organisations=named("a", "b", "c"), dependencies=dependencies)
        return needs_between(network)[AB].by_level(levels)

    def test_a_need_without_a_level_counts_equally_over_the_levels(self):
        third = Fraction(1, 3)
        assert self.shares(("a", 3, "all", ["b"], None)) == dict.fromkeys(self.LEVELS, third)

    def test_a_need_with_a_level_counts_wholly_there(self):
        shares = self.shares(("a", 3, "all", ["b"], "management"))
        assert shares == {"governing": 0, "management": 1, "operational": 0}

    def test_each_need_counts_for_its_weight(self):
        shares = self.shares(
            ("a", 3, "all", ["b"], "governing"), ("b", 2, "any", ["a", "c"], "operational")
        )
        assert shares == {
            "governing": Fraction(3, 4),
            "management": 0,
            "operational": Fraction(1, 4),
        }

    def test_a_need_with_and_one_without_a_level_are_added(self):
        shares = self.shares(("a", 3, "all", ["b"], "governing"), ("a", 3, "all", ["b"], None))
        assert shares == {
            "governing": Fraction(2, 3),
            "management": Fraction(1, 6),
            "operational": Fraction(1, 6),
        }

    def test_a_level_that_one_of_them_lacks_does_not_count(self):
        shares = self.shares(("a", 3, "all", ["b"], None), levels=("governing", "management"))
        assert shares == {"governing": Fraction(1, 2), "management": Fraction(1, 2)}

    def test_a_need_at_a_level_that_one_of_them_lacks_leaves_the_others_to_decide(self):
        shares = self.shares(
            ("a", 3, "all", ["b"], "operational"),
            ("a", 1, "all", ["b"], "governing"),
            levels=("governing", "management"),
        )
        assert shares == {"governing": 1, "management": 0}

    def test_levels_count_equally_where_no_need_fits_any_of_them(self):
        shares = self.shares(
            ("a", 3, "all", ["b"], "operational"), levels=("governing", "management")
        )
        assert shares == {"governing": Fraction(1, 2), "management": Fraction(1, 2)}

    def test_two_without_a_level_in_common_have_no_shares(self):
        assert self.shares(("a", 3, "all", ["b"], None), levels=()) == {}

    @given(cases())
    def test_the_shares_of_a_pair_add_up_to_1(self, network):
        for need in needs_between(network).values():
            assert sum(need.by_level(self.LEVELS).values()) == 1


class TestTheShareOfWhatMatters:
    def test_the_town_depends_as_worked_out_by_hand(self):
        shares = dependence_shares(town())
        order = (CITY, CORPORATION, CARE_1, CARE_2)
        matrix = [[shares.get((one, other), 0) for other in order] for one in order]
        assert matrix == [
            [0, Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)],
            [Fraction(1, 3), 0, Fraction(1, 3), Fraction(1, 3)],
            [Fraction(1, 2), Fraction(3, 7), 0, Fraction(1, 14)],
            [Fraction(2, 5), Fraction(3, 5), 0, 0],
        ]

    def test_mutual_dependence_that_has_contact_is_629_of_840_in_the_town(self):
        shares = dependence_shares(town())
        carried = sum(
            shares.get((one, other), 0) + shares.get((other, one), 0) for one, other in TOWN_TIES
        )
        assert carried / sum(shares.values()) == Fraction(629, 840)

    def test_self_reliance_stands_on_the_diagonal_and_outside_stands_nowhere(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=needs(("a", 1, "any", ["a", "b", "outside"])),
        )
        assert dependence_shares(network) == {
            ("a", "a"): Fraction(1, 3),
            ("a", "b"): Fraction(1, 3),
        }

    def test_whoever_names_no_needs_has_no_row(self):
        assert {one for one, _ in dependence_shares(town(dependencies=[]))} == set()

    @given(cases())
    def test_a_row_of_alternatives_adds_up_to_what_is_not_met_outside(self, network):
        alternatives = [one.with_fields({"mode": "any"}) for one in network.dependencies]
        shares = dependence_shares(replaced(network, dependencies=alternatives))
        for depender in network.ids:
            own = [need for need in alternatives if need.depender == depender]
            total = sum(need.importance for need in own)
            outside = sum(
                Fraction(need.importance, len(need.dependees))
                for need in own
                if "outside" in need.dependees
            )
            row = sum(share for (one, _), share in shares.items() if one == depender)
            assert row == (1 - Fraction(outside, total) if own else 0)

    @given(cases())
    def test_how_highly_somebody_scores_all_its_needs_is_no_matter(self, network):
        same = [one.with_fields({"importance": 1}) for one in network.dependencies]
        high = [one.with_fields({"importance": 3}) for one in network.dependencies]
        assert dependence_shares(replaced(network, dependencies=same)) == dependence_shares(
            replaced(network, dependencies=high)
        )

    @given(cases())
    def test_naming_every_need_twice_changes_nothing(self, network):
        twice = [one.with_fields({"id": f"again {one.id}"}) for one in network.dependencies]
        more = with_records(network, dependencies=twice)
        assert dependence_shares(more) == dependence_shares(network)

    @given(cases())
    def test_an_alternative_more_never_raises_a_share_that_was_there(self, network):
        alternatives = [one.with_fields({"mode": "any"}) for one in network.dependencies]
        wider = [
            one.with_fields({"dependees": [*one.dependees, "outside"]}) for one in alternatives
        ]
        before = dependence_shares(replaced(network, dependencies=alternatives))
        after = dependence_shares(replaced(network, dependencies=wider))
        assert all(after[key] <= share for key, share in before.items())


class TestWhatHangsOnWhom:
    NETWORK = Network(
        organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
        dependencies=[
            *needs(("a", 3, "any", ["b", "x", "y"]), id="2"),
            *needs(("a", 1, "all", ["b", "x", "y"]), id="1"),
        ],
    )

    def test_amount_share_and_needs_of_each_dependee(self):
        found = needs_from(self.NETWORK)["a", "b"]
        assert (found.amount, found.share) == (2, Fraction(1, 2))
        assert [need.id for need in found.needs] == ["1", "2"]

    def test_several_outside_are_taken_together_and_never_for_more_than_the_whole(self):
        found = needs_from(self.NETWORK.inside("x"))
        assert set(found) == {("a", "b"), ("a", "outside")}
        assert found["a", "outside"].amount == 3 * Fraction(2, 3) + 1

    @given(cases())
    def test_the_shares_are_those_without_what_hangs_on_outside(self, network):
        found = {key: one.share for key, one in needs_from(network).items() if key[1] != "outside"}
        assert dependence_shares(network) == found


class TestWhichNeedsCount:
    NETWORK = Network(
        organisations=named("a", "b"),
        issues=[{"id": "outflow"}, {"id": "care"}],
        dependencies=[
            {**row, "level": level, "issue": issue}
            for level, issue in (("governing", "outflow"), ("operational", "care"), (None, None))
            for row in needs(("a", 1, "all", ["b"]), id=f"{level} {issue}")
        ],
    )

    @pytest.mark.parametrize(
        ("options", "wanted"),
        [
            ({}, ["governing outflow", "operational care", "None None"]),
            ({"level": "governing"}, ["governing outflow", "None None"]),
            ({"level": "management"}, ["None None"]),
            ({"issue": "care"}, ["operational care"]),
            ({"issue": "care", "level": "governing"}, []),
        ],
    )
    def test_those_of_the_issue_and_those_that_the_level_concerns(self, options, wanted):
        assert [need.id for need in chosen_needs(self.NETWORK, **options)] == wanted


def test_what_is_needed_is_named_once_whoever_needs_it():
    wanted = [("a", "money"), ("b", "dwellings"), ("c", "money")]
    rows = [{"depender": one, "dependum": what, "dependees": ["outside"]} for one, what in wanted]
    network = Network(organisations=named("a", "b", "c"), dependencies=rows)
    assert dependums(network.dependencies) == ("dwellings", "money")
    assert dependums(()) == ()
