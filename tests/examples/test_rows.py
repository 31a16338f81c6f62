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

    @pytest.mark.parametrize("level", [None, "governing"])
    def test_h10_does_the_municipality_pull_the_cart_alone_and_who_could_share(
        self, hengelo, level
    ):
        asked = ["procesregie"]
        first, *others = measures.coordination_load(hengelo, level=level, dependums=asked)
        assert (first.organisation, first.flag) == ("hengelo", "more_than_half")
        assert not any(row.flag for row in others)
        assert first.asked_by == ("corp", "welzijn", "zorg-a", "zorg-b", "zorg-c")
        assert {"zorg-a", "zorg-b", "zorg-c", "welzijn"} <= set(first.could_share)
        assert first.ratio > 6
        assert first.profile["issues"] > first.profile["actions"]
        assert measures.effective_pullers(hengelo, level=level) > 2

    def test_h10_which_hats_of_the_municipality_get_in_each_others_way(self, hengelo):
        first, *others = measures.role_conflicts(hengelo)
        assert (first.organisation, first.count) == ("hengelo", 3)
        assert ("contracting_authority", "process_director", 1.0) in first.conflicts
        assert not any(row.count for row in others)
        assert 0 < first.clarity < 1 / 10
        assert measures.hat_clarity(hengelo)["hengelo"] == first.clarity

    def test_h10_does_the_municipality_lead_or_do_all_direct_together(self, hengelo):
        rows = measures.governance_mirror(hengelo)
        assert {row.governance: row.said_by for row in rows} == {
            "lead_organisation": ("hengelo",),
            "shared": ("begeleider",),
        }
        for row in rows:
            assert (row.differs, row.conveners, row.top) == (True, ("hengelo",), ("hengelo",))
            assert row.top_share > 1 / 2
            assert row.centralisation > row.expected

    def test_h12_will_competitors_run_off_with_our_effort(self, hengelo):
        money = the(measures.free_riding(hengelo, dossier="begeleiding"), resource="geld")
        assert (money.issue, money.competitors) == ("begeleiding", ("zorg-d",))
        assert (dict(money.without_giving), dict(money.not_asked)) == ({}, {"zorg-d": 60000})
        assert (money.exposure, money.at_most) == (0, 2 / 5)
        plan = the(measures.free_riding(hengelo, status="promised"), resource="uitgewerkte aanpak")
        assert (plan.dossier, plan.competitors) == ("werkagenda", ("zorg-d",))
        first = measures.stakes_without_offers(hengelo)[0]
        assert (first.issue, first.competitors) == ("inkoop", ("zorg-b", "zorg-c", "zorg-d"))
        assert set(first.gains_without_bringing) == {"zorg-b", "zorg-c"}
        assert set(first.not_asked) == {"zorg-d"}
        assert first.question("nl") == (
            'Wat maakt het veilig om moeite te steken in "Inkoop en geld", ook als vergelijkbare '
            "organisaties er voordeel van hebben?"
        )


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

    def test_l11_what_comes_together_at_the_municipality_before_there_is_a_coordinator(
        self, leiden
    ):
        first = measures.coordination_load(leiden, level="governing")[0]
        assert (first.organisation, first.flag) == ("leiden", "more_than_half")
        assert first.profile["brokered"] == 1
        assert {*CARE, *CORPORATIONS} <= set(first.could_share)

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
