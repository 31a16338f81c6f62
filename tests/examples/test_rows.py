"""The library answers what a row of needs asks, from the example case in which it was asked.

Rows H come from Hengelo, rows L from Leiden; the words in a test's name are the question.
"""

from pathlib import Path

import pytest

from netdeps import edition, formats, measures
from netdeps.results import Findings

EXAMPLES = Path(__file__).parents[2] / "examples"
CARE = ("care-a", "care-b", "care-c")
CORPORATIONS = ("corp-1", "corp-2")


@pytest.fixture(scope="module")
def leiden():
    return formats.read(EXAMPLES / "leiden.yaml")


@pytest.fixture(scope="module")
def hengelo():
    return formats.read(EXAMPLES / "hengelo.yaml")


def the(found, **fields):
    """The one row with these fields."""
    (row,) = [one for one in found if all(getattr(one, k) == v for k, v in fields.items())]
    return row


class TestHengelo:
    def test_h2_how_do_the_organisations_depend_on_each_other(self, hengelo):
        share = the(measures.dependence(hengelo), depender="zorg-a", dependee="hengelo").share
        assert share == 5 / 8
        line = the(measures.power_balance(hengelo), parties=("hengelo", "zorg-a"))
        assert line.advantage == "hengelo"
        (loop,) = measures.dependency_loops(hengelo)
        assert {"corp", "hengelo", "zorg-a", "zorg-b", "zorg-c"} <= set(loop.members)
        through = the(
            measures.indirect_dependence(hengelo, least=0), depender="corp", dependee="hengelo"
        )
        assert 0 < through.indirect_share < 1
        felt = measures.recognition(hengelo)
        assert any(row.unacknowledged for row in felt)
        assert any(row.unknown for row in felt)

    def test_h6_can_an_existing_table_carry_the_issues_or_is_one_lacking(self, hengelo):
        tables = {row.table: row for row in measures.table_cover(hengelo)}
        cycle, broad = tables["prestatieafspraken"], tables["afstemming"]
        assert set(cycle.needs) < set(broad.needs)
        assert 0 < cycle.share < broad.share
        lacking = {row.issue for row in measures.issue_gaps(hengelo) if "table" in row.missing}
        assert lacking == set()
        decided = {row.issue for row in measures.issue_gaps(hengelo) if "mandate" in row.missing}
        assert decided == {"inkoop"}

    def test_h9_which_agreements_wait_for_a_board_and_can_the_boards_be_reached(self, hengelo):
        waiting = measures.mandate_gaps(hengelo)
        approval = the(waiting, agreement="afspraak-akkoord")
        assert (approval.required, approval.ask) == ("governing_approval", "governing")
        assert approval.no_contact == ("zorg-b", "zorg-c")
        assert measures.mandate_deficit(hengelo).value == len(waiting) / len(hengelo.agreements)
        directors = measures.gaps(hengelo, level="governing")[0]
        assert directors.kinds == ("care_provider", "housing_corporation")

    def test_h10_whose_coordination_comes_to_rest_on_the_municipality(self, hengelo):
        (load,) = measures.brokered_load(hengelo, level="governing")
        assert load.organisation == "hengelo"
        assert load.share == 1
        assert measures.single_points_of_failure(hengelo)[0].organisation == "hengelo"


class TestLeiden:
    def test_l5_what_hangs_on_a_picture_and_on_one_person(self, leiden):
        pictures = {row.organisation: row for row in measures.filled_in_claims(leiden)}
        assert 0 < pictures["care-a"].share < 1
        (told,) = measures.one_sided_contacts(leiden)
        assert (told.says_yes, told.says_no) == ("corp-2", "care-c")
        carried = measures.fragile_contacts(leiden)
        assert {row.parties for row in carried} == {("care-a", "corp-1"), ("care-b", "corp-1")}
        assert all("p1" not in str(row.to_dict()) for row in carried)

    @pytest.mark.parametrize("audience", ["facilitator", "table", "public"])
    def test_l6_care_providers_short_of_dwellings_do_not_know_the_directors(self, leiden, audience):
        seen = edition(leiden, audience).network
        first = measures.gaps(seen)[0]
        assert first.extent == "kinds"
        assert first.kinds == ("care_provider", "housing_corporation")
        assert set(first.pairs) == {(one, other) for one in CARE for other in CORPORATIONS}
        assert first.levels == ("governing",)
        assert first.band == "high"
        assert first.stands == 1
        assert first.routed_via == ("leiden",)
        (load,) = measures.brokered_load(seen, level="governing")
        assert (load.organisation, load.pairs, load.sole) == ("leiden", 6, 6)

    def test_l7_the_chain_is_weak_and_so_are_the_lines_across_the_border(self, leiden):
        (hand_over,) = measures.chain_gaps(leiden, level="management")
        assert hand_over.coverage == (1 / 2, 1 / 2)
        assert hand_over.uncovered == (("care-b", "care-c"),)
        (chain,) = measures.chain_strength(leiden, level="management")
        assert chain.strength == (1 / 2, 1 / 2)
        across = the(measures.border_gaps(leiden), regions=("Buurgemeente A", "Leiden"))
        within = the(measures.border_gaps(leiden), regions=("Leiden", "Leiden"))
        assert across.congruence < within.congruence

    @pytest.mark.parametrize("audience", ["facilitator", "table", "public"])
    def test_l8_each_waits_for_the_other_and_each_could_go_first(self, leiden, audience):
        (knot,) = measures.waiting_deadlocks(edition(leiden, audience).network)
        assert set(knot.stuck) == {"leiden", *CARE}
        assert set(knot.breakers) == {(one,) for one in ("leiden", *CARE)}
        assert knot.method == "exact"

    def test_l9_the_managers_are_far_from_the_task(self, leiden):
        (far,) = measures.internal_gaps(leiden)
        assert (far.organisation, far.levels) == ("leiden", ("management", "operational"))
        inside = measures.gaps(leiden, inside="leiden")
        assert inside[0].parties == ("leiden-managers", "leiden-project")
        assert all(set(row.parties) <= set(leiden.parts_of("leiden")) for row in inside)

    def test_l12_what_was_filled_in_for_another_is_a_question_to_that_party(self, leiden):
        for row in measures.filled_in_claims(leiden):
            assert leiden.names[row.organisation] in row.question("nl")
        found = [measure(leiden) for measure in measures.MEASURES.values()]
        rows = [row for one in found if isinstance(one, Findings) for row in one]
        assert len({type(row) for row in rows}) > 25
        for row in rows:
            assert row.question("nl").endswith("?")
            assert row.otherwise("nl").startswith("Misschien")

    def test_l13_who_depends_more_on_whom_and_whose_voice_the_data_holds(self, leiden):
        line = the(measures.power_balance(leiden), parties=("care-a", "corp-1"))
        assert line.advantage == "corp-1"
        unheard = {one for row in measures.questions(leiden) for one in row.ask}
        assert {"buur-b", "kennis"} <= unheard
        assert measures.gaps(leiden).known_share < 1
