"""Which part of what is brought goes to organisations of which no bringing is known there."""

import pytest
from hypothesis import given
from networks import asked, gifts, named, replaced, with_records
from strategies import cases

from netdeps import Network
from netdeps.graph import flows
from netdeps.measures import free_riding

PARTIES = "abcd"


def giving(*brought, heard=PARTIES, kinds=(), **fields):
    kinds = dict(kinds)
    return Network(
        organisations=[{"id": one, "kind": kinds.get(one, "other")} for one in PARTIES],
        contributions=gifts(*brought, **{"dossier": "care", **fields}),
        interviews=asked(*heard, about="contributions"),
    )


EXAMPLE = [("a", "b", 4), ("b", "a", 5), ("a", "c", 5), ("b", "a", 1)]
"""a gives 9 and b gives 6; a gets 6, b gets 4, c gets 5 and d nothing."""


def of(network, **options):
    (row,) = free_riding(network, **options)
    return row


class TestWorkedExamples:
    def test_two_give_and_a_third_of_what_is_gained_goes_to_one_who_gives_nothing(self):
        """Benefits 6, 4, 5 and 0, of which the third and the fourth give nothing: 5 / 15."""
        row = of(giving(*EXAMPLE))
        assert (row.exposure, row.at_most) == (1 / 3, 1 / 3)
        assert (dict(row.without_giving), dict(row.not_asked)) == ({"c": 5}, {})

    def test_everybody_who_gets_something_also_brings_something(self):
        row = of(giving(("a", "b", 4), ("b", "a", 1)))
        assert (row.exposure, row.form) == (0, "all_bring")

    def test_one_who_only_takes_gets_it_all(self):
        assert of(giving(("a", "b", 4))).exposure == 1


class TestNotAsked:
    def test_who_was_not_asked_is_not_heard_and_stands_apart(self):
        row = of(giving(*EXAMPLE, heard="abd"))
        assert (row.exposure, row.at_most, row.form) == (0, 1 / 3, "unheard")
        assert (dict(row.without_giving), dict(row.not_asked)) == ({}, {"c": 5})

    def test_an_interview_about_something_else_is_no_answer(self):
        network = replaced(giving(*EXAMPLE), interviews=asked(*PARTIES, about="contacts"))
        assert (of(network).exposure, of(network).at_most) == (0, 1 / 3)

    def test_it_rests_on_the_interviews_of_those_who_are_said_to_bring_nothing(self):
        row = of(giving(*EXAMPLE))
        assert row.because == (
            "gift 1",
            "gift 2",
            "gift 3",
            "gift 4",
            "interview c any contributions",
        )


class TestWhatCountsAsBringing:
    def test_any_resource_in_that_dossier_counts(self):
        more = gifts(("c", "d", 1), resource="money", dossier="care", id="money")
        rows = free_riding(with_records(giving(*EXAMPLE), contributions=more))
        assert {row.resource: row.exposure for row in rows} == {"time": 0, "money": 1}

    def test_another_dossier_does_not(self):
        more = gifts(("c", "a", 1), dossier="youth", id="youth")
        rows = free_riding(with_records(giving(*EXAMPLE), contributions=more))
        assert {row.dossier: row.exposure for row in rows} == {"care": 1 / 3, "youth": 1}

    def test_what_is_brought_for_everybody_counts_for_who_brings_it(self):
        row = of(giving(*EXAMPLE, ("c", "together", 3)))
        assert (row.exposure, row.form) == (0, "all_bring")

    def test_bringing_what_nobody_counted_is_bringing(self):
        more = gifts(("c", "d", None), resource="advice", dossier="care", id="advice")
        network = with_records(giving(*EXAMPLE), contributions=more)
        assert of(network, resource="time").exposure == 0

    def test_bringing_nothing_is_not(self):
        assert of(giving(*EXAMPLE, ("c", "a", 0))).exposure == 1 / 3

    def test_a_promise_is_not_a_delivery(self):
        more = gifts(("c", "a", 4), dossier="care", status="promised", id="later")
        network = with_records(giving(*EXAMPLE), contributions=more)
        assert of(network).exposure == 1 / 3
        assert dict(of(network, status="promised").without_giving) == {"a": 4}


class TestThePot:
    NETWORK = giving(*EXAMPLE, ("a", "together", 30))

    def test_it_is_nobody_s_gain_with_a_caveat(self):
        found = free_riding(self.NETWORK)
        assert found[0].exposure == 1 / 3
        assert [str(one) for one in found.caveats] == [
            "1 contribution to the common pot is nobody's gain here; shares of the pot would say "
            "whose."
        ]

    def test_it_can_be_booked_on_those_who_benefit(self):
        found = free_riding(self.NETWORK, pot={"b": 0.5, "d": 0.5})
        assert found[0].exposure == pytest.approx((5 + 15) / (15 + 30))
        assert found.caveats == ()

    def test_where_all_goes_to_the_pot_there_is_no_row(self):
        assert list(free_riding(giving(("a", "together", 3)))) == []


class TestCompetitors:
    KINDS = (("a", "care_provider"), ("c", "care_provider"), ("d", "municipality"))

    def test_of_the_same_kind_as_somebody_who_brings(self):
        row = of(giving(("a", "c", 2), ("a", "d", 3), kinds=self.KINDS))
        assert row.competitors == ("c",)

    def test_also_where_nobody_asked_what_it_brings(self):
        row = of(giving(("a", "c", 2), heard="a", kinds=self.KINDS))
        assert (row.competitors, row.asks) == (("c",), "ask_competitors")

    def test_to_be_of_no_known_kind_is_not_to_be_alike(self):
        assert of(giving(("a", "b", 2))).competitors == ()


class TestIssues:
    def network(self, *issues):
        return replaced(giving(*EXAMPLE), issues=list(issues))

    def test_the_issue_with_the_id_of_the_dossier(self):
        assert of(self.network({"id": "Care"}, {"id": "other", "title": "care"})).issue == "Care"

    def test_or_else_with_its_title(self):
        network = self.network({"id": "1", "title": " CARE "}, {"id": "2"})
        assert of(network).issue == "1"
        assert of(network, issue="1").issue == "1"
        assert list(free_riding(network, issue="2")) == []

    def test_two_with_that_title_are_neither(self):
        found = of(self.network({"id": "1", "title": "care"}, {"id": "2", "title": "care"}))
        assert found.issue is None

    def test_what_is_in_no_dossier_has_an_empty_one(self):
        row = of(giving(*EXAMPLE, dossier=None))
        assert (row.dossier, row.issue) == ("", None)


class TestUncounted:
    def test_it_has_no_exposure_and_a_reason(self):
        found = free_riding(giving(("a", "b", 4), ("a", "c", None)))
        assert (found[0].exposure, found[0].at_most) == (None, None)
        assert dict(found[0].without_giving) == {"b": 4, "c": None}
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "care: time": "some of it was not counted"
        }


def test_the_largest_exposure_comes_first():
    network = with_records(
        giving(*EXAMPLE),
        contributions=[
            *gifts(("a", "b", 1), dossier="a first", id="1"),
            *gifts(("b", "a", 1), dossier="a first", id="2"),
            *gifts(("a", "d", None), dossier="uncounted", id="3"),
            *gifts(("a", "c", 1), dossier="z last", id="4"),
        ],
    )
    assert [row.dossier for row in free_riding(network)] == [
        "z last",
        "care",
        "a first",
        "uncounted",
    ]


@given(cases())
def test_it_is_what_those_get_who_give_nothing(network):
    everything = [one for one in flows(network) if one.amount != 0]
    heard = {one.organisation for one in network.interviews if "contributions" in one.asked}
    for row in free_riding(network):
        there = [one for one in everything if (one.dossier or "") == row.dossier]
        gained = [
            one
            for one in there
            if (one.resource, one.unit) == (row.resource, row.unit) and one.taker != "together"
        ]
        idle = {one.taker for one in gained} - {one.giver for one in there}
        assert set(row.without_giving) == idle & heard
        assert set(row.not_asked) == idle - heard
        if None in [one.amount for one in gained]:
            assert (row.exposure, row.at_most) == (None, None)
            continue
        whole = sum(one.amount for one in gained)
        for share, who in ((row.exposure, idle & heard), (row.at_most, idle)):
            some = sum(one.amount for one in gained if one.taker in who)
            assert share == float(some / whole)
        assert 0 <= row.exposure <= row.at_most <= 1


@given(cases())
def test_hearing_everybody_makes_the_most_certain(network):
    every = with_records(network, interviews=asked(*network.ids, about="contributions"))
    before = {row.key: row.at_most for row in free_riding(network)}
    after = {row.key: row for row in free_riding(every)}
    assert {key: row.exposure for key, row in after.items()} == before
    assert {key: row.at_most for key, row in after.items()} == before


@given(cases())
def test_counting_in_other_units_changes_no_share(network):
    double = [
        one.with_fields({"amount": None if one.amount is None else one.amount * 2})
        for one in network.contributions
    ]
    found = free_riding(network.replaced({"contributions": double}))
    shares = {row.key: (row.exposure, row.at_most) for row in free_riding(network)}
    assert {row.key: (row.exposure, row.at_most) for row in found} == shares


def test_an_organisation_that_brings_and_gets_nothing_changes_nothing():
    joined = with_records(giving(*EXAMPLE), organisations=named("z"))
    assert free_riding(joined).to_rows() == free_riding(giving(*EXAMPLE)).to_rows()
