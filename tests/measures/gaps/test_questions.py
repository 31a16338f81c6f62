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
from netdeps.measures import contact_gaps, questions

CARE, HOUSING = "care", "housing"


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
