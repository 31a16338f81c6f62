"""Which contacts nobody was asked about although much hangs on them."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import LEVELS, asked, named, needs, pair_of, with_records
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import Contacts, needs_between
from netdeps.measures import contact_gaps
from netdeps.measures import questions as every_question
from netdeps.words import Phrase

CARE, CITY, HOUSING = "care", "city", "housing"


def questions(network, **options):
    return every_question(network, subject="contact", **options)


def priorities(network, **options):
    return {row.level: row.priority for row in questions(network, **options)}


class TestPriority:
    def test_a_need_that_may_be_met_at_any_level_is_spread_over_the_levels(self):
        assert priorities(pair_of()) == dict.fromkeys(LEVELS, 1 / 4)

    def test_a_need_at_one_level_asks_about_that_level(self):
        network = pair_of(dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"))
        assert priorities(network) == {"governing": 3 / 4}

    @pytest.mark.parametrize(
        ("prior", "weight"), [(0.5, 1), (0.25, 3 / 4), (0.75, 3 / 4), (0.1, 0.36)]
    )
    def test_what_is_likely_either_way_is_asked_later(self, prior, weight):
        network = pair_of(dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"))
        assert priorities(network, prior=prior) == {"governing": pytest.approx(3 / 4 * weight)}

    @pytest.mark.parametrize("prior", [0, 1])
    def test_what_is_certain_beforehand_is_not_asked(self, prior):
        assert list(questions(pair_of(), prior=prior)) == []

    @pytest.mark.parametrize("prior", [-0.1, 1.5, float("nan")])
    def test_a_prior_that_is_no_chance_is_refused(self, prior):
        with pytest.raises(OptionError) as caught:
            questions(pair_of(), prior=prior)
        assert str(caught.value) == f"the prior chance {prior} is not a number from 0 to 1."

    @pytest.mark.parametrize("prior", [10**400, True])
    def test_too_large_a_number_and_a_yes_are_no_chance(self, prior):
        with pytest.raises(
            OptionError, match=r"^the prior chance .* is not a number from 0 to 1\.$"
        ):
            questions(pair_of(), prior=prior)

    def test_a_prior_may_come_from_numpy(self):
        assert questions(pair_of(), prior=np.float64(0.2718)) == questions(pair_of(), prior=0.2718)


class TestWhatIsAsked:
    def test_what_somebody_was_asked_is_no_question(self):
        network = pair_of(interviews=asked(CARE, level="governing"))
        assert set(priorities(network)) == {"management", "operational"}
        assert priorities(pair_of(interviews=asked(CARE))) == {}

    def test_a_pair_without_a_need_is_no_question(self):
        assert list(questions(pair_of(dependencies=[]))) == []

    def test_a_level_that_one_of_them_lacks_is_no_question(self):
        network = pair_of(levels={CARE: ["operational"]})
        assert priorities(network) == {"operational": 3 / 4}

    def test_a_level_can_be_asked_for(self):
        assert priorities(pair_of(), level="management") == {"management": 3 / 4}

    def test_it_rests_on_the_needs(self):
        found = questions(pair_of())
        assert found.because == found[0].because == ("need 1",)

    def test_much_comes_first_then_the_name_and_the_level(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=needs(
                ("a", 1, "all", ["b"]), ("b", 3, "all", ["c"]), ("c", 3, "all", ["a"])
            ),
            interviews=asked("a", level="operational"),
        )
        assert [(*row.parties, row.level) for row in questions(network)] == [
            ("a", "c", "governing"),
            ("a", "c", "management"),
            ("b", "c", "governing"),
            ("b", "c", "management"),
            ("b", "c", "operational"),
            ("a", "b", "governing"),
            ("a", "b", "management"),
        ]


@given(cases(), st.sampled_from([0.1, 0.5, 0.8]))
def test_every_priority_is_that_of_the_formula(network, prior):
    contacts = Contacts(network)
    chance = Fraction(str(prior))
    wanted = {
        (*pair, level): float(need.requirement * share * 4 * chance * (1 - chance))
        for pair, need in needs_between(network).items()
        for level, share in need.by_level(contacts.levels(*pair)).items()
        if contacts.state(*pair, level).state == "unknown" and share
    }
    found = {(*row.parties, row.level): row.priority for row in questions(network, prior=prior)}
    assert found == wanted


@given(cases())
def test_an_answer_makes_a_question_into_a_gap_or_nothing(network):
    for row in questions(network):
        answered = with_records(network, interviews=asked(row.parties[0], level=row.level))
        left = {(one.parties, one.level) for one in questions(answered)}
        assert (row.parties, row.level) not in left
        gap = next(one for one in contact_gaps(answered) if one.parties == row.parties)
        assert gap.states[row.level] == "no"
        assert row.level in gap.missing


@given(cases())
def test_no_contact_is_both_missing_and_a_question(network):
    missing = {(row.parties, level) for row in contact_gaps(network) for level in row.missing}
    assert missing.isdisjoint((row.parties, row.level) for row in questions(network))


def acknowledgements(network, **options):
    found = every_question(network, subject="acknowledgement", **options)
    return {(row.ask[0], row.about): row.priority for row in found}


class TestAcknowledgements:
    def test_who_was_not_asked_may_not_know_what_is_needed_from_it(self):
        assert acknowledgements(pair_of()) == {(HOUSING, ("dwellings",)): 3 / 4}

    def test_who_said_so_is_not_asked_again(self):
        network = pair_of(
            dependencies=needs((CARE, 3, "all", [HOUSING]), acknowledged_by=[HOUSING])
        )
        assert acknowledgements(network) == {}

    def test_who_was_asked_what_runs_between_them_is_not_asked_again(self):
        network = pair_of(interviews=asked(HOUSING, about="dependencies"))
        assert acknowledgements(network) == {}
        assert acknowledgements(pair_of(interviews=asked(HOUSING))) != {}

    def test_who_was_asked_at_another_level_than_the_need_is_still_asked(self):
        need = needs((CARE, 3, "all", [HOUSING]), level="governing", dependum="dwellings")
        staff = asked(HOUSING, level="operational", about="dependencies")
        network = pair_of(dependencies=need, interviews=staff)
        assert acknowledgements(network) == {(HOUSING, ("dwellings",)): 3 / 4}

    def test_all_that_one_needs_from_another_is_one_question(self):
        network = pair_of(
            dependencies=[
                *needs((CARE, 3, "all", [HOUSING]), dependum="dwellings"),
                {"depender": CARE, "dependum": "repairs", "dependees": [HOUSING], "importance": 3},
            ]
        )
        assert acknowledgements(network) == {(HOUSING, ("dwellings", "repairs")): 15 / 16}

    def test_each_direction_is_a_question_of_its_own(self):
        network = pair_of(
            dependencies=needs((CARE, 3, "all", [HOUSING]), (HOUSING, 1, "all", [CARE]))
        )
        assert [
            (row.ask, row.parties) for row in every_question(network, subject="acknowledgement")
        ] == [
            ((HOUSING,), (CARE, HOUSING)),
            ((CARE,), (CARE, HOUSING)),
        ]

    def test_nobody_outside_and_nobody_itself_is_asked(self):
        network = pair_of(dependencies=needs((CARE, 3, "any", [CARE, HOUSING, "outside"])))
        assert acknowledgements(network) == {(HOUSING, ("what care needs",)): 1 / 4}

    def test_they_come_after_what_decides_whether_something_is_missing(self):
        subjects = [row.subject for row in every_question(pair_of())]
        assert subjects == ["contact", "contact", "contact", "acknowledgement"]

    def test_a_subject_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            every_question(pair_of(), subject="contacts")
        assert str(caught.value) == (
            "the subject 'contacts' is not known; known are 'contact', 'role', 'inside', "
            "'acknowledgement'. Did you mean 'contact'?"
        )


def issue_of(**fields):
    """One urgent issue that the municipality owns and that takes a corporation."""
    return {
        "id": "outflow",
        "title": "Outflow",
        "owner": CITY,
        "involved": [HOUSING],
        "requires_kinds": ["housing_corporation"],
        "urgency": 0.8,
        "said": {"by": CARE},
        **fields,
    }


def roles(network, **options):
    return [(row.ask, row.priority) for row in every_question(network, subject="role", **options)]


class TestRoles:
    """An issue takes an owner (2), a kind (1), a table (1) and a deadline (1): 5 together."""

    def test_a_role_that_nobody_confirmed_is_asked(self):
        network = pair_of(issues=[issue_of()])
        assert roles(network) == [
            ((CITY,), pytest.approx(0.8 * 2 / 5)),
            ((HOUSING,), pytest.approx(0.8 * 1 / 5)),
        ]

    def test_who_said_so_itself_is_not_asked(self):
        stakes = [{"organisation": HOUSING, "issue": "outflow", "said": {"by": HOUSING}}]
        network = pair_of(issues=[issue_of(said={"by": CITY})], stakes=stakes)
        assert roles(network) == []

    def test_who_may_fill_two_roles_is_asked_once_and_both_hang_on_it(self):
        network = pair_of(issues=[issue_of(owner=HOUSING)])
        assert roles(network) == [((HOUSING,), pytest.approx(0.8 * 3 / 5))]

    def test_a_role_that_nobody_fills_is_a_gap_and_no_question(self):
        network = pair_of(issues=[issue_of(owner=None, involved=[CITY])])
        assert roles(network) == []

    def test_of_several_of_a_kind_one_is_enough(self):
        organisations = named("a", "b", kind="housing_corporation")
        issue = issue_of(owner=None, involved=["a", "b"], said={})
        network = Network(organisations=organisations, issues=[issue])
        assert [ask for ask, _ in roles(network)] == [("a", "b")]

    def test_without_urgency_it_is_undefined_and_not_0(self):
        found = every_question(pair_of(issues=[issue_of(urgency=None)]), subject="role")
        assert list(found) == []
        assert str(found.undefined["outflow"]) == str(Phrase("reason.no_urgency"))

    def test_a_role_has_no_level(self):
        assert roles(pair_of(issues=[issue_of()]), level="governing") == []

    def test_another_issue_can_be_asked_for(self):
        network = pair_of(issues=[issue_of(), issue_of(id="chain", title="Chain")])
        found = every_question(network, subject="role", issue="chain")
        assert {row.about for row in found} == {("Chain",)}
        assert {row.because for row in found} == {("chain",)}


class TestInsideAnOrganisation:
    """The desk of the city has two levels, and nobody said whether they speak to each other."""

    def city(self, **fields):
        return Network(
            **{
                "organisations": [
                    *named("care", "city"),
                    *named("desk", part_of="city", levels=["management", "operational"]),
                ],
                "dependencies": needs(("care", 3, "all", ["city"]), level="operational"),
                **fields,
            }
        )

    def inside(self, network, **options):
        found = every_question(network, subject="inside", **options)
        return [(row.parties, row.level, row.other_level, row.priority) for row in found]

    def test_a_line_that_nobody_spoke_of_is_asked_where_something_hangs_on_it(self):
        assert self.inside(self.city()) == [(("city",), "management", "operational", 3 / 4)]

    def test_where_it_was_said_nothing_is_asked(self):
        told = {"between": ["city", "desk"], "level": "management", "other_level": "operational"}
        for exists in (True, False):
            network = self.city(contacts=[{**told, "exists": exists, "said": {"by": "desk"}}])
            assert self.inside(network) == []

    def test_an_organisation_without_parts_of_which_nothing_was_said_is_left_alone(self):
        assert self.inside(self.city(organisations=named("care", "city"))) == []

    def test_another_level_asks_nothing(self):
        assert self.inside(self.city(), level="governing") == []
        assert len(self.inside(self.city(), level="operational")) == 1
