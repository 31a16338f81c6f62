"""The guided walk on the page: the steps of the case, those of Python, or what stands out."""

from __future__ import annotations

from typing import get_args

import pytest
from maps.map_cases import LEIDEN
from maps.test_page import HOSTILE, data_of, hostile_network

from netdeps import formats
from netdeps.editions import edition
from netdeps.errors import AudienceError, InvalidRecordsError
from netdeps.maps import Map
from netdeps.model import Layout, Network, Step, View
from netdeps.words import section

TABLE = {"visibility": "table"}


def harbour(**fields) -> Network:
    """Three parties, of which two need each other and were asked about contact."""
    return Network(
        **{
            "organisations": [
                {"id": "city", "name": "Gemeente Haven", "kind": "municipality"},
                {"id": "care", "name": "Zorg aan de Kade", "kind": "care_provider"},
                {"id": "homes", "name": "Woonhaven", "kind": "housing_corporation"},
            ],
            "interviews": [
                {"organisation": one, "asked": ["contacts"], "said": TABLE}
                for one in ("care", "homes")
            ],
            "dependencies": [
                {
                    "depender": "care",
                    "dependum": "woningen",
                    "dependees": ["homes"],
                    "level": "governing",
                    "said": TABLE,
                },
                {"depender": "city", "dependum": "zorg", "dependees": ["care"], "said": TABLE},
            ],
            "contacts": [
                {"between": ["city", "care"], "said": {"by": "care", **TABLE}},
            ],
            **fields,
        }
    )


def walk_of(network, audience="table", **wishes):
    return data_of(Map(**wishes).html(edition(network, audience)))["walk"]


def at(**fields):
    """Where a step of the case with these fields looks."""
    (stop,) = walk_of(harbour(walk=[{"title": "x", "said": TABLE, **fields}]))
    return stop["at"]


def test_every_view_and_layout_of_the_page_can_be_kept_as_a_step():
    page = section("map", "en")
    assert set(get_args(View)) == set(page["view"])
    assert set(get_args(Layout)) == set(page["layout"])


class TestAWalkByItself:
    def test_it_goes_from_the_whole_to_the_missing_lines_and_the_conversations(self):
        assert walk_of(harbour()) == [
            {
                "title": ["Het geheel", "The whole"],
                "text": [
                    "3 organisaties en 2 afhankelijkheden. "
                    "Herkent ieder zich hierin, en wie ontbreekt er nog?",
                    "3 organisations and 2 dependencies. "
                    "Does everybody recognise this, and who is still missing?",
                ],
                "at": {"view": "dependencies"},
            },
            {
                "title": ["De ontbrekende lijnen", "The missing lines"],
                "text": [
                    "Bij 1 paar heeft de een de ander nodig, en is daarvoor niet genoeg contact "
                    "bekend. Klopt dat, en wie merkt er iets van?",
                    "In 1 pair the one needs the other, and not enough contact for it is known. "
                    "Is that right, and who notices?",
                ],
                "at": {"view": "gaps"},
            },
            {
                "title": [
                    "Gesprek 1: Zorg aan de Kade en Woonhaven",
                    "Conversation 1: Zorg aan de Kade and Woonhaven",
                ],
                "text": [
                    "Klopt het dat Zorg aan de Kade en Woonhaven elkaar op bestuurlijk niveau "
                    "nauwelijks spreken, en wat zou helpen?",
                    "Is it right that Zorg aan de Kade and Woonhaven hardly speak to each other at "
                    "governing level, and what would help?",
                ],
                "at": {"view": "gaps", "finding": 1},
            },
        ]

    def test_it_asks_for_at_most_three_conversations_the_heaviest_first(self, leiden):
        walk = walk_of(leiden.replaced({"walk": ()}))
        assert [stop["at"] for stop in walk] == [
            {"view": "dependencies"},
            {"view": "gaps"},
            *({"view": "gaps", "finding": number} for number in (1, 2, 3)),
        ]
        assert [stop["title"] for stop in walk[2:4]] == [
            [
                "Gesprek 1: zorgaanbieders en woningcorporaties",
                "Conversation 1: care providers and housing corporations",
            ],
            [
                "Gesprek 2: Zorgaanbieder B en Corporatie 1",
                "Conversation 2: Zorgaanbieder B and Corporatie 1",
            ],
        ]

    def test_the_question_of_a_conversation_is_that_of_the_finding(self, leiden):
        page = data_of(Map(walk=None).html(edition(leiden.replaced({"walk": ()}), "table")))
        asked = [stop["text"] for stop in page["walk"] if "finding" in stop["at"]]
        assert asked == [story["question"] for story in page["stories"][:3]]

    def test_where_nothing_is_missing_it_shows_the_whole_alone(self):
        walk = walk_of(harbour(interviews=[]))
        assert [stop["at"] for stop in walk] == [{"view": "dependencies"}]

    def test_where_nobody_needs_anything_there_is_none(self):
        assert walk_of(harbour(dependencies=[])) == []
        assert walk_of(Network()) == []


class TestTheStepsOfACase:
    def test_a_step_says_the_same_in_both_languages(self):
        step = {"title": "De lijn", "text": "Klopt dit?", "view": "gaps", "said": TABLE}
        assert walk_of(harbour(walk=[step]), language="en") == [
            {
                "title": ["De lijn", "De lijn"],
                "text": ["Klopt dit?", "Klopt dit?"],
                "at": {"view": "gaps"},
            }
        ]

    @pytest.mark.parametrize(
        ("fields", "seen"),
        [
            ({}, {"view": "dependencies"}),
            ({"view": "tables"}, {"view": "tables"}),
            (
                {"view": "gaps", "layout": "levels", "level": "governing"},
                {"view": "gaps", "layout": "levels", "level": "governing"},
            ),
            (
                {"view": "contributions", "layout": "dossiers", "dossier": "zorg"},
                {"view": "contributions", "layout": "dossiers", "dossier": "zorg"},
            ),
            ({"organisation": "city"}, {"view": "dependencies", "organisation": "city"}),
            ({"between": ["homes", "care"]}, {"view": "dependencies", "between": ["care", "homes"]}),
            (
                {"kinds": ["care_provider", "housing_corporation"]},
                {"view": "dependencies", "hide": ["municipality"]},
            ),
            (
                {"kinds": ["municipality", "care_provider", "housing_corporation"]},
                {"view": "dependencies"},
            ),
        ],
    )  # fmt: skip
    def test_a_step_looks_where_it_says_and_leaves_out_what_is_usual(self, fields, seen):
        assert at(**fields) == seen

    @pytest.mark.parametrize(
        ("fields", "hidden"),
        [
            ({"organisation": "city"}, ["housing_corporation"]),
            ({"between": ["city", "homes"]}, []),
        ],
    )
    def test_whoever_a_step_looks_at_is_in_sight_whatever_its_kinds(self, fields, hidden):
        assert at(kinds=["care_provider"], **fields).get("hide", []) == hidden

    def test_a_step_for_kinds_of_which_nobody_is_on_the_map_is_left_out(self):
        steps = [
            {"title": "x", "kinds": ["ministry"], "said": TABLE},
            {"title": "y", "said": TABLE},
        ]
        assert [stop["title"][0] for stop in walk_of(harbour(walk=steps))] == ["y"]

    def test_hostile_steps_reach_the_page_as_text_alone(self):
        stops = walk_of(hostile_network(), "facilitator")
        assert [stop["title"] for stop in stops] == [[text, text] for text in HOSTILE]
        assert [stop["text"] for stop in stops] == [[text, text] for text in HOSTILE]
        assert [stop["at"]["dossier"] for stop in stops] == list(HOSTILE)


class TestWhoSeesTheWalk:
    def test_a_step_that_says_nothing_is_for_the_facilitator_alone(self):
        steps = [{"title": "Voor mij"}, {"title": "Voor ons", "said": TABLE}]
        network = harbour(walk=steps)
        assert [stop["title"][0] for stop in walk_of(network)] == ["Voor ons"]
        assert len(walk_of(network, "facilitator")) == 2
        assert "Voor mij" not in Map().html(edition(network, "table"))

    @pytest.mark.parametrize(
        "look", [{"organisation": "informant"}, {"between": ["care", "informant"]}]
    )
    @pytest.mark.parametrize("audience", ["table", "public", "party:care"])
    def test_a_step_that_looks_at_a_hidden_organisation_leaves_no_trace(self, look, audience):
        parties = [*harbour().organisations, {"id": "informant", "said": {"by": "city"}}]
        secret = {"title": "Zx9-title", "text": "Zx9-text", "dossier": "Zx9-dossier", **look}
        said = {"visibility": "public"}
        shown, alone = (
            edition(harbour(organisations=parties, walk=steps), audience)
            for steps in (
                [{**secret, "said": said}, {"title": "Het geheel", "said": said}],
                [{"title": "Het geheel", "said": said}],
            )
        )
        page = Map().html(shown)
        assert "Zx9" not in page
        assert "informant" not in page
        assert page == Map().html(alone)
        assert "Zx9" not in formats.dumps(shown, form="yaml")

    def test_where_every_step_is_hidden_the_map_is_that_of_a_case_without_a_walk(self):
        hidden = edition(harbour(walk=[{"title": "Voor mij"}]), "table")
        assert Map().html(hidden) == Map().html(edition(harbour(), "table"))


class TestAWalkInPython:
    def test_it_takes_the_place_of_that_of_the_case(self):
        network = harbour(walk=[{"title": "De casus", "said": TABLE}])
        steps = (Step(title="Python", between=("care", "homes"), said=TABLE),)
        assert walk_of(network, walk=steps) == [
            {
                "title": ["Python", "Python"],
                "text": ["", ""],
                "at": {"view": "dependencies", "between": ["care", "homes"]},
            }
        ]

    def test_none_at_all_is_an_empty_one(self):
        assert walk_of(harbour(walk=[{"title": "De casus", "said": TABLE}]), walk=()) == []
        assert walk_of(harbour(), walk=()) == []

    def test_the_steps_of_an_edition_can_be_given_again(self, leiden_table):
        chosen = leiden_table.network.walk[1:3]
        page = data_of(Map(walk=chosen).html(leiden_table))
        assert [stop["title"][0] for stop in page["walk"]] == [step.title for step in chosen]

    @pytest.mark.parametrize(
        ("audience", "least"), [("table", "table"), ("public", "public"), ("party:care", "table")]
    )
    def test_a_step_that_is_not_for_the_audience_is_refused(self, audience, least):
        steps = (Step(title="a", said={"visibility": "public"}), Step(title="Voor mij"))
        with pytest.raises(AudienceError) as refusal:
            walk_of(harbour(), audience, walk=steps)
        assert str(refusal.value) == (
            f"walk[2] may not be seen by '{audience}', for whom the map is; "
            f"give the step said={{'visibility': '{least}'}}, or leave it out."
        )

    def test_a_step_that_looks_at_somebody_who_is_not_on_the_map_is_refused(self):
        with pytest.raises(InvalidRecordsError) as refusal:
            walk_of(harbour(), walk=(Step(title="x", organisation="hoems", said=TABLE),))
        assert str(refusal.value) == (
            "Network: 1 problem\n"
            "  walk[1].organisation: 'hoems' is not one of the organisations; "
            "known are 'care', 'city', 'homes'. Did you mean 'homes'?"
        )

    def test_a_walk_that_is_no_row_of_steps_is_refused(self):
        with pytest.raises(InvalidRecordsError) as refusal:
            walk_of(harbour(), walk="the whole")
        assert str(refusal.value) == (
            "Network: 1 problem\n"
            "  walk: 'the whole' was found; a list is expected. Write [the whole]."
        )


@pytest.mark.parametrize("name", ["leiden", "hengelo"])
def test_the_walks_of_the_examples_can_be_stepped_through_at_the_table(name):
    network = formats.read(LEIDEN.with_name(f"{name}.yaml"))
    stops = walk_of(network)
    assert len(stops) == len(network.walk) == 7
    assert all(len(step.title) <= 60 for step in network.walk)
    assert all(step.text.endswith("?") for step in network.walk)
    assert stops[0]["at"] == {"view": "dependencies"}
