"""What lies on the table of the collaboration itself: worries, and medians of its conditions."""

import pytest
from hypothesis import given
from strategies import networks

from netdeps import Network
from netdeps.measures import condition_medians, voiced_concerns
from netdeps.model import LEVELS

PARTIES = [{"id": one, "name": f"Party {one}"} for one in "abc"]


def worried(*concerns, **lists):
    rows = [{"theme": theme, "text": text, "said": {"by": by}} for theme, text, by in concerns]
    return Network(organisations=PARTIES, concerns=rows, **lists)


def given_medians(*rows, **fields):
    return Network(medians=[{"median": 3, "split": False, **row} for row in rows], **fields)


class TestWorries:
    def test_the_same_words_of_several_are_one_worry_of_all_of_them(self):
        (row,) = voiced_concerns(worried(("Pace", "Slow", "b"), (" pace", "slow ", "a"), ("pace", "SLOW", "b")))  # fmt: skip
        assert (row.theme, row.text, row.told_by, len(row.because)) == (
            "Pace",
            "SLOW",
            ("a", "b"),
            3,
        )

    def test_other_words_are_another_worry(self):
        rows = voiced_concerns(
            worried(("pace", "slow", "a"), ("pace", "fast", "b"), ("money", "", "a"))
        )
        assert [(row.theme, row.text) for row in rows] == [("money", ""), ("pace", "fast"), ("pace", "slow")]  # fmt: skip

    def test_who_is_not_named_or_outside_is_nobody(self):
        rows = voiced_concerns(worried(("pace", "", None), ("money", "", "outside")))
        assert [row.told_by for row in rows] == [(), ()]

    @pytest.mark.parametrize(
        ("concern", "dutch", "english"),
        [
            (("pace", "", None), "Een zorg: “pace”.", "A worry: “pace”."),
            (
                ("pace", "Slow", None),
                "Een zorg over “pace”: “Slow”.",
                "A worry about “pace”: “Slow”.",
            ),
            (("pace", "", "a"), "Een zorg van Party a: “pace”.", "A worry of Party a: “pace”."),
            (
                ("pace", "Slow", "a"),
                "Een zorg van Party a over “pace”: “Slow”.",
                "A worry of Party a about “pace”: “Slow”.",
            ),
        ],
    )
    def test_each_form_has_its_sentence(self, concern, dutch, english):
        (row,) = voiced_concerns(worried(concern))
        assert [row.sentence(one) for one in ("nl", "en")] == [dutch, english]
        assert row.question("nl") == "Wat is er nodig om het hier samen over “pace” te hebben?"

    @given(networks(most=3))
    def test_every_concern_is_in_one_row(self, network):
        rows = voiced_concerns(network)
        assert sorted(one for row in rows for one in row.because) == sorted(one.id for one in network.concerns)  # fmt: skip
        turned = network.replaced({"concerns": network.concerns[::-1]})
        assert [row.key for row in voiced_concerns(turned)] == [row.key for row in rows]


class TestMedians:
    def test_they_are_those_of_the_network_and_not_of_its_scores(self):
        network = given_medians(
            {"condition": "process", "median": 2.5, "split": True},
            ratings=[{"condition": "ambition", "score": 5}] * 9,
        )
        assert [
            (row.condition, row.group, row.median, row.split) for row in condition_medians(network)
        ] == [("process", None, 2.5, True)]

    def test_levels_stand_as_they_are_and_kinds_by_name(self):
        rows = [{"condition": "process", "level": one} for one in reversed(LEVELS)]
        found = condition_medians(given_medians(*rows, {"condition": "ambition"}))
        assert [(row.condition, row.group) for row in found] == [
            ("ambition", None),
            *(("process", one) for one in LEVELS),
        ]
        kinds = [{"condition": "process", "kind": one} for one in ("ministry", "care_provider")]
        assert [row.group for row in condition_medians(given_medians(*kinds))] == ["care_provider", "ministry"]  # fmt: skip

    def test_a_kind_is_called_what_people_call_it(self):
        (row,) = condition_medians(given_medians({"condition": "process", "kind": "care_provider"}))
        assert row.sentence("en") == (
            "Among care providers, the middle score for the process is 3, on a scale from 1 to 5."
        )

    def test_without_any_there_are_none(self):
        assert list(condition_medians(Network())) == []
