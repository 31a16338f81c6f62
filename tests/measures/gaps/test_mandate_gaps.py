"""Agreements that still need a yes, and whether the directors know each other well enough for it."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, named, replaced, spoken, with_records
from strategies import agendas

from netdeps import Network, formats
from netdeps.errors import OptionError
from netdeps.graph import Contacts
from netdeps.measures import mandate_deficit, mandate_gaps
from netdeps.measures.gaps.mandates import BACKING

EXAMPLES = Path(__file__).parents[3] / "examples"


def agreement(status="voiced", required="governing_approval", who=("a",), **fields):
    return {
        "id": f"{status} to {required}",
        "what": "what",
        "who": list(who),
        "status": status,
        "required": required,
        **fields,
    }


def parties(*agreements, **fields):
    return Network(organisations=named("a", "b", "c"), agreements=list(agreements), **fields)


def four():
    """Four agreements that all take governing approval; one of them has it."""
    statuses = (3, 1, 2, 1)
    return parties(
        *(agreement(BACKING[one], id=f"agreement {n}") for n, one in enumerate(statuses))
    )


class TestTheWorkedExample:
    def test_three_of_four_agreements_still_need_a_yes(self):
        assert mandate_deficit(four()) == 3 / 4

    def test_together_they_are_five_of_twelve_steps_short(self):
        """(0 + 2 + 1 + 2) / 3 / 4."""
        assert mandate_deficit(four(), counting="distance") == float(Fraction(5, 12))

    def test_each_that_is_short_is_a_row(self):
        assert [(row.agreement, row.steps, row.distance) for row in mandate_gaps(four())] == [
            ("agreement 1", 2, 2 / 3),
            ("agreement 3", 2, 2 / 3),
            ("agreement 2", 1, 1 / 3),
        ]


class TestWhoHasToBeAsked:
    @pytest.mark.parametrize(
        ("status", "after", "ask"),
        [
            ("voiced", "agreed", None),
            ("agreed", "internal_support", "management"),
            ("internal_support", "governing_approval", "governing"),
        ],
    )
    def test_the_next_step_says_which_level_to_ask(self, status, after, ask):
        (row,) = mandate_gaps(parties(agreement(status)))
        assert (row.next_status, row.ask) == (after, ask)

    def test_what_has_enough_behind_it_is_no_gap(self):
        enough = [
            agreement(one, other) for n, one in enumerate(BACKING) for other in BACKING[: n + 1]
        ]
        assert list(mandate_gaps(parties(*enough))) == []
        assert mandate_deficit(parties(*enough)) == 0


class TestWhetherTheDirectorsMeet:
    def row(self, who="abc", required="governing_approval", **fields):
        network = parties(agreement("agreed", required, who), **fields)
        (found,) = mandate_gaps(network)
        return found

    def test_a_party_without_contact_with_any_other_is_named(self):
        row = self.row(contacts=agreed([("a", "b")], "governing"), interviews=asked("a", "b", "c"))
        assert (row.no_contact, row.not_asked) == (("c",), ())
        assert {"a speaks b governing", "interview c any contacts"} <= set(row.because)

    def test_contact_at_another_level_does_not_help(self):
        row = self.row(
            contacts=agreed([("a", "b"), ("b", "c")], "management"),
            interviews=asked("a", "b", "c", level="governing"),
        )
        assert row.no_contact == ("a", "b", "c")

    def test_what_nobody_was_asked_is_a_question_and_no_gap(self):
        row = self.row(
            contacts=spoken([("a", "b")], "governing"), interviews=asked("a", level="governing")
        )
        assert (row.no_contact, row.not_asked) == ((), ("c",))

    def test_a_disputed_contact_is_none(self):
        row = self.row("ab", contacts=spoken([("a", "b")]), interviews=asked("b"))
        assert row.no_contact == ("a", "b")

    def test_only_where_the_governing_level_has_to_approve(self):
        row = self.row(required="internal_support", interviews=asked("a", "b", "c"))
        assert (row.no_contact, row.not_asked) == ((), ())
        assert row.because == ("agreed to internal_support",)

    def test_a_party_without_directors_and_one_that_stands_alone_are_not_named(self):
        alone = self.row("a", interviews=asked("a"))
        assert (alone.no_contact, alone.not_asked) == ((), ())
        desk = {"id": "desk", "levels": ["operational"]}
        network = Network(
            organisations=[*named("a"), desk],
            agreements=[agreement(who=["a", "desk"])],
            interviews=asked("a", "desk"),
        )
        (row,) = mandate_gaps(network)
        assert (row.parties, row.no_contact, row.not_asked) == (("a", "desk"), (), ())


class TestWhatCounts:
    def test_what_has_been_done_still_counts(self):
        network = parties(agreement(done=True), agreement("agreed", "agreed"))
        assert mandate_deficit(network) == 1 / 2
        assert mandate_gaps(network)[0].done

    def test_an_agreement_of_nobody_is_undefined(self):
        network = parties(agreement(who=()), agreement("agreed"))
        found = mandate_gaps(network)
        assert [row.status for row in found] == ["agreed"]
        assert {key: str(reason) for key, reason in found.undefined.items()} == {
            "voiced to governing_approval": "it is not known who takes part in it"
        }
        assert mandate_deficit(network).because == ("agreed to governing_approval",)

    def test_without_agreements_there_is_no_share(self):
        for network in (Network(), parties(agreement(who=()))):
            found = mandate_deficit(network)
            assert found.value is None
            assert str(found.reason) == (
                "there is no agreement of which it is known who takes part"
            )

    def test_of_an_issue_only_its_agreements_count(self):
        network = parties(agreement(issue="x"), agreement("agreed", "agreed"), issues=[{"id": "x"}])
        assert mandate_deficit(network, issue="x") == 1
        assert len(mandate_gaps(network, issue="x")) == 1
        assert mandate_deficit(network) == 1 / 2

    def test_inside_an_organisation_only_the_agreements_of_its_parts_count(self):
        network = with_records(
            parties(agreement()),
            organisations=named("desk", part_of="a"),
            agreements=[agreement("agreed", "agreed", ["desk", "a"])],
        )
        assert mandate_deficit(network, inside="a") == 0
        assert list(mandate_gaps(network, inside="a")) == []

    def test_a_way_of_counting_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            mandate_deficit(four(), counting="steps")
        assert str(caught.value) == (
            "the counting 'steps' is not known; known are 'share', 'distance'."
        )


@given(agendas())
def test_every_mandate_gap_is_the_steps_between_two_words(network):
    wanted, shares = {}, []
    for one in network.agreements:
        if one.who:
            steps = max(BACKING.index(one.required) - BACKING.index(one.status), 0)
            shares.append(steps)
            wanted |= {one.id: steps} if steps else {}
    assert {row.agreement: row.steps for row in mandate_gaps(network)} == wanted
    counts = [row.steps for row in mandate_gaps(network)]
    assert counts == sorted(counts, reverse=True)
    if shares:
        assert mandate_deficit(network) == sum(map(bool, shares)) / len(shares)
        distance = mandate_deficit(network, counting="distance")
        assert distance == float(Fraction(sum(shares), 3 * len(shares)))
        assert 0 <= distance <= mandate_deficit(network) <= 1


@given(agendas())
def test_who_does_not_meet_is_read_off_the_contacts_of_the_directors(network):
    contacts = Contacts(network)
    for row in mandate_gaps(network):
        for one in row.parties:
            states = {
                state.state
                for other in row.parties
                if other != one
                for state in contacts.states(one, other, level="governing").values()
            }
            approval = bool(states) and row.required == "governing_approval"
            assert (one in row.no_contact) == (approval and not states & {"yes", "unknown"})
            known = "yes" in states or "unknown" not in states
            assert (one in row.not_asked) == (approval and not known)


def stepped(network, field, step):
    """The network in which the first agreement has a step more or less in one of its words."""
    first, *rest = network.agreements
    to = BACKING[min(BACKING.index(getattr(first, field)) + step, len(BACKING) - 1)]
    return replaced(network, agreements=[first.with_fields({field: to}), *rest])


@given(agendas(), st.sampled_from(["share", "distance"]))
def test_more_behind_an_agreement_never_raises_it_and_asking_more_never_lowers_it(
    network, counting
):
    here = mandate_deficit(network, counting=counting).value
    if here is not None:
        backed = mandate_deficit(stepped(network, "status", 1), counting=counting)
        asked_more = mandate_deficit(stepped(network, "required", 1), counting=counting)
        assert backed <= here <= asked_more


class TestTheCases:
    def test_hengelo_h9_the_board_has_to_approve_and_two_providers_know_no_other_board(self):
        hengelo = formats.read(EXAMPLES / "hengelo.yaml")
        rows = {row.agreement: row for row in mandate_gaps(hengelo)}
        approval = rows["afspraak-akkoord"]
        assert (approval.steps, approval.ask) == (1, "governing")
        assert approval.no_contact == ("zorg-b", "zorg-c")
        assert approval.not_asked == ()
        assert mandate_deficit(hengelo) == 5 / 8

    def test_leiden_the_property_was_voiced_and_takes_a_board(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        worst = mandate_gaps(leiden)[0]
        assert (worst.agreement, worst.steps, worst.ask) == ("afspraak-vastgoed", 3, None)
