from __future__ import annotations

from dataclasses import dataclass

import pytest

from netdeps.editions import edition
from netdeps.errors import OptionError, UnknownNameError
from netdeps.maps import Map
from netdeps.maps.draw import Wishes, drawing
from netdeps.maps.emphasis import emphasis
from netdeps.measures import MEASURES, contact_gaps, give_and_take, waiting_deadlocks
from netdeps.model import Network
from netdeps.results import About, Findings, Row, Scores
from netdeps.words import Bilingual

ABOUT = About(name="own", definition=Bilingual(nl="Iets eigens.", en="Something of one's own."))


@dataclass(frozen=True, kw_only=True)
class Loose(Row):
    """A finding that states something and asks nothing."""

    organisation: str
    resource: str = "care-b"

    def sentence(self, language: str = "en") -> str:
        return f"{language}: {self.organisation}"


def facts_of(shown, highlight):
    wishes = Wishes(None, None, None, None, None, emphasis=emphasis(highlight, shown))
    facts = drawing(shown, wishes).facts
    # What is asked for is told first, in the view of the dependencies; the rest are gaps.
    first = [story for story in facts["stories"] if story.get("view")]
    assert facts["stories"][: len(first)] == first
    return {**facts, "stories_first": first}


def loose(*organisations):
    return lambda _: Findings([Loose(organisation=one) for one in organisations], ABOUT)


def counted(numbers):
    return lambda network: Scores(dict(zip(network.ids, map(float, numbers), strict=False)), ABOUT)


@pytest.fixture
def ids(leiden_table):
    return leiden_table.network.ids


@pytest.mark.parametrize("highlight", ["gaps", None])
def test_without_another_wish_nobody_is_ringed(leiden_table, highlight):
    facts = facts_of(leiden_table, highlight)
    assert (facts["rings"], facts["ringed"], facts["stories_first"]) == ([], None, [])


def test_the_organisations_that_are_named_are_ringed_and_the_legend_says_so(leiden_table, ids):
    facts = facts_of(leiden_table, {ids[3], ids[1]})
    assert facts["rings"] == [1, 3]
    assert facts["ringed"] == ["aangewezen voor dit gesprek", "pointed out for this conversation"]


def test_in_which_order_they_are_named_changes_nothing(leiden_table, ids):
    one, other = Map(highlight=[ids[3], ids[1], ids[3]]), Map(highlight={ids[1], ids[3]})
    assert one == other
    assert hash(one) == hash(other)
    assert one.html(leiden_table) == other.html(leiden_table)


def test_what_was_named_cannot_be_changed_afterwards(leiden_table, ids):
    named = [ids[0]]
    described = Map(highlight=named)
    named.append("nobody")
    assert described.html(leiden_table)


def test_of_scores_the_highest_five_are_ringed_with_what_they_measure(leiden_table):
    facts = facts_of(leiden_table, counted(range(13)))
    assert facts["rings"] == [8, 9, 10, 11, 12]
    assert facts["ringed"] == [
        "de hoogste waarden van: Iets eigens.",
        "the highest values of: Something of one's own.",
    ]


def test_nobody_is_left_out_whose_equal_is_ringed(leiden_table):
    assert facts_of(leiden_table, counted([9, 8, 7, *[5] * 10]))["rings"] == [0, 1, 2]
    assert facts_of(leiden_table, counted([5] * 13))["rings"] == []
    assert facts_of(leiden_table, counted([5] * 13))["ringed"] is None


def test_a_finding_that_is_asked_for_is_told_first_with_whom_it_is_about(leiden_table, ids):
    (row,) = waiting_deadlocks(leiden_table.network)
    (story,) = facts_of(leiden_table, "waiting_deadlocks")["stories_first"]
    assert story["sentence"] == [row.sentence("nl"), row.sentence("en")]
    assert story["question"] == [row.question("nl"), row.question("en")]
    assert [ids[number] for number in story["parties"]] == list(row.stuck)
    assert (story["pairs"], story["level"], story["gap"]) == ([], None, None)


def test_a_finding_about_two_parties_is_about_the_line_between_them(leiden_table, ids):
    rows = contact_gaps(leiden_table.network)
    stories = facts_of(leiden_table, contact_gaps)["stories_first"]
    assert len(stories) == 6
    found = [[tuple(ids[one] for one in pair) for pair in story["pairs"]] for story in stories]
    assert found == [[row.parties] for row in rows[:6]]


def test_a_finding_at_a_level_is_seen_at_that_level(leiden_table):
    stories = facts_of(leiden_table, "kind_gaps")["stories_first"]
    expected = [row.level for row in MEASURES["kind_gaps"](leiden_table.network)[:6]]
    assert [story["level"] for story in stories] == expected


FIGURES = [name for name, one in MEASURES.items() if one.__annotations__["return"] == "Figure"]


@pytest.mark.parametrize("name", sorted(set(MEASURES) - set(FIGURES)))
def test_every_measure_of_scores_or_findings_can_be_pointed_at(leiden, name):
    facts = facts_of(edition(leiden, "facilitator"), name)
    for story in facts["stories_first"]:
        assert all(story["sentence"])
        assert all(story["question"])
        assert {one for pair in story["pairs"] for one in pair} <= set(story["parties"])


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_for_the_whole_network_points_at_nobody(leiden, name):
    with pytest.raises(OptionError) as refusal:
        facts_of(edition(leiden, "facilitator"), name)
    assert str(refusal.value) == (
        f"highlight gave {type(MEASURES[name](leiden)).__name__!r}; a map points at findings, or "
        "at the organisations with the highest scores. "
        "For example 'single_points_of_failure' or 'betweenness'."
    )


def test_findings_about_one_organisation_name_it(leiden):
    shown = edition(leiden, "facilitator")
    rows = give_and_take(leiden)
    stories = facts_of(shown, "give_and_take")["stories_first"]
    expected = [[leiden.ids.index(row.organisation)] for row in rows[:6]]
    assert [story["parties"] for story in stories] == expected


def test_a_finding_that_asks_nothing_gets_a_question(leiden_table, ids):
    (story,) = facts_of(leiden_table, loose(ids[2]))["stories_first"]
    assert story["sentence"] == [f"nl: {ids[2]}", f"en: {ids[2]}"]
    assert story["question"] == [
        "Wordt dit herkend, en wie kan er meer over vertellen?",
        "Is this recognised, and who can tell more about it?",
    ]


def test_a_resource_that_is_called_like_an_organisation_is_none(leiden_table, ids):
    assert "care-b" in ids
    (story,) = facts_of(leiden_table, loose(ids[2]))["stories_first"]
    assert story["parties"] == [2]


def test_who_is_not_on_the_map_is_not_in_its_findings(leiden_table):
    (story,) = facts_of(leiden_table, loose("nobody"))["stories_first"]
    assert (story["parties"], story["pairs"]) == ([], [])


def test_a_measure_sees_what_the_audience_sees(leiden):
    seen = []

    def look(network):
        seen.append(network)
        return Findings([], ABOUT)

    shown = edition(leiden, "public")
    Map(highlight=look).html(shown)
    assert seen == [shown.network]


def test_who_is_hidden_and_who_does_not_exist_are_refused_in_the_same_words():
    network = Network(
        organisations=[
            {"id": "care", "said": {"visibility": "table"}},
            {"id": "hidden", "said": {"visibility": "facilitator"}},
        ]
    )
    shown = edition(network, "table")
    messages = []
    for name in ("hidden", "nobody"):
        with pytest.raises(UnknownNameError) as refusal:
            Map(highlight=[name]).html(shown)
        messages.append(str(refusal.value).replace(name, "NAME"))
    assert set(messages) == {
        "highlight names 'NAME', and this edition holds no such organisation; it holds 'care'."
    }


def test_a_slip_in_an_id_is_met_with_the_nearest_one(leiden_table):
    with pytest.raises(UnknownNameError, match="Did you mean 'care-a'"):
        Map(highlight=["car-a"]).html(leiden_table)


def test_an_edition_without_anybody_says_so():
    with pytest.raises(UnknownNameError) as refusal:
        Map(highlight=["care"]).html(edition(Network(), "public"))
    assert str(refusal.value) == (
        "highlight names 'care', and this edition holds no such organisation; it holds none."
    )


def test_a_name_that_is_no_measure_is_refused_with_how_to_name_organisations():
    with pytest.raises(UnknownNameError) as refusal:
        Map(highlight="gap")
    assert str(refusal.value) == (
        "highlight 'gap' is neither 'gaps' nor a measure; known are 'gaps', 'contact_gaps', "
        "'kind_gaps', 'questions', 'congruence', 'level_gaps', 'internal_gaps', 'routed_pairs', "
        f"'brokered_load', 'border_gaps', 'border_drag', 'chain_gaps' and {len(MEASURES) - 12} "
        "more. Did you mean 'gaps'? The ids of organisations go in a list: ['gap']."
    )


def test_an_id_that_is_no_text_is_refused():
    with pytest.raises(OptionError) as refusal:
        Map(highlight=[3])
    assert str(refusal.value) == "highlight names 3; the ids of organisations are expected."
