"""The two example cases hold what the articles say, and tell their story."""

from itertools import product
from pathlib import Path

import pytest

from netdeps import editions, formats, measures
from netdeps.model import STATEMENT_LISTS

EXAMPLES = Path(__file__).parents[2] / "examples"
PARAGRAPHS = {"Leiden": 12, "Hengelo": 16}
CARE = ("care-a", "care-b", "care-c")
CORPORATIONS = ("corp-1", "corp-2")
HENGELO_CARE = ("zorg-a", "zorg-b", "zorg-c")
FOCUS_AREAS = (
    {"woningen", "toewijzing", "spreiding", "planning"},
    {"begeleiding", "wijk", "dag", "signalen"},
    {"inkoop", "regie"},
)


@pytest.fixture(scope="module")
def leiden():
    return formats.read(EXAMPLES / "leiden.yaml")


@pytest.fixture(scope="module")
def hengelo():
    return formats.read(EXAMPLES / "hengelo.yaml")


@pytest.fixture(scope="module", params=["leiden", "hengelo"])
def case(request):
    return request.getfixturevalue(request.param)


def statements(network):
    return [row for name in STATEMENT_LISTS for row in network.lists[name]]


def issue(network, name):
    return next(row for row in network.issues if row.id == name)


def table(network, name):
    return next(row for row in network.tables if row.id == name)


def shown_to(network, audience):
    return editions.edition(network, audience).network


class TestWhatEachCaseKeepsTo:
    def test_every_statement_has_a_source_or_is_marked_as_made_up(self, case):
        loose = [row.id for row in statements(case) if not (row.said.source or row.illustrative)]
        assert loose == []

    def test_every_source_is_a_paragraph_that_exists_in_the_article(self, case):
        article = case.name
        known = {f"{article}, alinea {n}" for n in range(1, PARAGRAPHS[article] + 1)}
        assert {row.said.source for row in statements(case) if row.said.source} == known

    def test_the_top_of_the_file_says_how_the_paragraphs_are_counted(self, case):
        text = (EXAMPLES / f"{case.name.lower()}.yaml").read_text(encoding="utf-8")
        head = text.split("netdeps: 1")[0]
        assert "Platform31" in head
        numbers = [int(word) for word in head.split() if word.isdigit()]
        assert set(range(1, PARAGRAPHS[case.name] + 1)) <= set(numbers)

    def test_the_first_line_names_the_schema_for_editors(self, case):
        text = (EXAMPLES / f"{case.name.lower()}.yaml").read_text(encoding="utf-8")
        first = "# yaml-language-server: $schema=../docs/case.schema.json"
        assert text.splitlines()[0] == first

    def test_no_person_is_named(self, case):
        assert all(row.said.person is None for row in statements(case))
        people = {person for row in case.contacts for person in row.persons}
        assert all(person[0] == "p" and person[1:].isdigit() for person in people)

    def test_parties_without_a_name_in_the_article_are_marked_as_stand_ins(self, case):
        stand_ins = {"care_provider", "housing_corporation", "welfare_organisation"}
        assert all(one.illustrative for one in case.organisations if one.kind in stand_ins)

    def test_every_amount_and_every_score_of_ours_is_marked_as_made_up(self, case):
        counted = [row for row in case.contributions if row.unit in {"uur", "euro", "woning"}]
        assert all(row.illustrative for row in (*counted, *case.ratings, *case.stakes))

    def test_whatever_was_told_one_to_one_is_for_the_facilitator_only(self, case):
        told = [row for row in statements(case) if row.said.setting == "bilateral"]
        assert told
        assert {row.said.visibility for row in told} == {"facilitator"}

    def test_the_table_does_not_see_what_was_told_one_to_one(self, case):
        seen = shown_to(case, "table")
        hidden = {
            (row.said.by, row.theme)
            for row in case.concerns
            if row.said.visibility == "facilitator"
        }
        assert hidden
        assert not hidden & {(row.said.by, row.theme) for row in seen.concerns}
        assert {row.said.visibility for row in statements(seen)} == {"public", "table"}
        assert not any(row.persons for row in seen.contacts)


class TestHengelo:
    def test_h1_shows_who_is_at_the_table_and_who_is_not(self, hengelo):
        assert hengelo.organisation("hengelo-beleid").part_of == "hengelo"
        seated = {one for row in hengelo.tables for one in row.members}
        assert {"hengelo", "corp", "welzijn", *HENGELO_CARE} <= seated
        assert not {"zorg-d", "wijk", "vws"} & seated

    def test_h2_has_needs_that_run_in_a_circle(self, hengelo):
        needs = {(row.depender, other) for row in hengelo.dependencies for other in row.dependees}
        assert {("corp", "zorg-a"), ("zorg-a", "hengelo"), ("hengelo", "corp")} <= needs
        assert {("corp", "wijk"), ("corp", "hengelo")} <= needs
        assert ("wijk", "corp") not in needs

    def test_h3_gives_each_party_an_interest_in_an_issue(self, hengelo):
        owners = {row.organisation for row in hengelo.stakes if row.interest}
        assert {"hengelo", "corp", "welzijn", "wijk", *HENGELO_CARE} <= owners
        for owner in owners:
            shares = [row.weight for row in hengelo.stakes if row.organisation == owner]
            assert sum(shares) == pytest.approx(1)

    def test_h4_puts_gains_costs_and_conditions_side_by_side(self, hengelo):
        for owner in ("hengelo", "corp", "zorg-a"):
            rows = [row for row in hengelo.stakes if row.organisation == owner]
            assert any(row.interest and row.cost for row in rows)
            assert any(offer.condition for row in rows for offer in row.offers)

    def test_h5_has_ten_issues_that_hang_together_in_three_focus_areas(self, hengelo):
        names = {row.id for row in hengelo.issues}
        assert names == set.union(*FOCUS_AREAS)
        assert len(names) == 10
        for area in FOCUS_AREAS:
            linked = {name for name in area if set(issue(hengelo, name).depends_on) & area}
            named = {other for name in area for other in issue(hengelo, name).depends_on}
            assert linked | named == area
        assert any(row.owner for row in hengelo.issues)
        assert all(
            None not in (row.urgency, row.commitment, row.feasibility) for row in hengelo.issues
        )

    def test_h6_has_the_yearly_cycle_next_to_the_broad_consultation(self, hengelo):
        cycle = table(hengelo, "prestatieafspraken")
        assert (cycle.per_year, set(cycle.members)) == (1, {"hengelo", "corp"})
        assert set(cycle.issues) < FOCUS_AREAS[0]
        assert {"corp", "welzijn", *HENGELO_CARE} <= set(table(hengelo, "afstemming").members)

    def test_h7_has_offers_in_time_and_money_with_a_condition(self, hengelo):
        offers = [offer for row in hengelo.stakes for offer in row.offers]
        assert {"tijd", "geld"} <= {offer.resource for offer in offers}
        homes = next(offer for offer in offers if offer.resource == "woningen")
        assert (homes.condition.organisation, homes.condition.resource) == ("zorg-a", "begeleiding")
        assert {"woningen", "begeleiding", "geld"} <= {row.dependum for row in hengelo.dependencies}

    def test_h8_has_content_ahead_of_relations_and_procedures(self, hengelo):
        stages = ("absent", "started", "ready")
        for row in hengelo.issues:
            assert stages.index(row.content) >= stages.index(row.relations)
            assert stages.index(row.content) >= stages.index(row.procedure)
        assert any(row.content == "ready" and row.relations == "absent" for row in hengelo.issues)

    def test_h9_has_work_of_professionals_that_waits_for_the_governing_level(self, hengelo):
        approval = hengelo.statement("afspraak-akkoord")
        assert (approval.status, approval.required) == ("internal_support", "governing_approval")
        need = hengelo.statement("need-mandaat")
        assert (need.level, need.mode) == ("governing", "all")
        assert hengelo.statement("wait-beleid").waiter == "hengelo-beleid"
        assert table(hengelo, "werkgroep").level == "operational"
        assert table(hengelo, "bestuurlijk").level == "governing"

    def test_h9_a_decision_without_contact_at_the_governing_level_is_a_gap(self, hengelo):
        rows = measures.contact_gaps(hengelo).where(lambda row: "hengelo" in row.parties)
        states = {row.parties: row.states.get("governing") for row in rows}
        assert states["hengelo", "zorg-c"] == "no"

    def test_h10_gives_the_municipality_several_hats_and_most_of_the_load(self, hengelo):
        hats = set(hengelo.organisation("hengelo").roles)
        assert {"funder", "contracting_authority", "process_director", "partner"} <= hats
        owned = [row.owner for row in hengelo.issues if row.owner]
        assert owned.count("hengelo") > len(owned) / 2
        asked_by = {row.depender for row in hengelo.dependencies if row.dependum == "procesregie"}
        assert asked_by == {"corp", "welzijn", *HENGELO_CARE}
        assert hengelo.statement("zorg-kar").said.by == "hengelo"

    def test_h11_has_an_old_sore_that_was_first_told_apart_and_then_at_the_table(self, hengelo):
        sore = [row.said for row in hengelo.concerns if row.theme == "aanbesteding"]
        assert {said.setting for said in sore} == {"bilateral", "table"}
        money = [row.said for row in hengelo.concerns if row.theme == "financiering en trajecten"]
        assert {said.setting for said in money} == {"bilateral"}

    def test_h12_has_a_competitor_that_gains_and_brings_nothing(self, hengelo):
        assert "zorg-d" in {row.taker for row in hengelo.contributions}
        assert "zorg-d" not in {row.giver for row in hengelo.contributions}
        stakes = [row for row in hengelo.stakes if row.organisation == "zorg-d"]
        assert stakes
        assert not any(row.offers for row in stakes)
        worried = {row.said.by for row in hengelo.concerns if row.theme == "concurrentie"}
        assert worried == {"zorg-a", "zorg-b"}

    def test_h13_has_scores_of_the_same_parties_before_and_after_the_lab(self, hengelo):
        waves = sorted({row.said.date for row in hengelo.ratings})
        before, after = (
            {(r.said.by, r.condition): r.score for r in hengelo.ratings if r.said.date == wave}
            for wave in waves
        )
        assert before.keys() == after.keys()
        assert len({party for party, _ in before}) == 6
        assert all(after[key] >= before[key] for key in before)
        trust = [key for key in before if key[1] == "relations"]
        assert sum(after[key] > before[key] for key in trust) > len(trust) / 2

    def test_h14_has_agreements_with_a_day_and_what_is_done(self, hengelo):
        assert all(row.due and row.who for row in hengelo.agreements)
        done = {row.id for row in hengelo.agreements if row.done}
        assert done == {"afspraak-zwaartepunten", "afspraak-commentaar"}
        late = {r.id for r in hengelo.agreements if not r.done and r.due < hengelo.date}
        assert late == {"afspraak-regie"}


class TestLeiden:
    def test_l1_has_interviews_with_directors_and_five_conditions_scored(self, leiden):
        asked = {row.organisation for row in leiden.interviews if row.level == "governing"}
        assert {"leiden", "buur-a", "buur-b", *CARE, *CORPORATIONS} <= asked
        conditions = {"ambition", "interests", "relations", "organisation", "process"}
        for party in asked:
            assert {r.condition for r in leiden.ratings if r.said.by == party} == conditions
        assert {r.said.level for r in leiden.ratings} == {"governing", "management", "operational"}

    def test_l2_has_urgency_and_known_goals_per_organisation_and_level(self, leiden):
        said = {
            topic: {row.about for row in leiden.claims if row.topic == topic}
            for topic in ("urgentie", "doelen en termijnen")
        }
        assert said["urgentie"] == {"leiden", "corp-1", "care-c"}
        assert said["doelen en termijnen"] == {"leiden", "leiden-managers", "care-b", "corp-2"}
        levels = {row.said.level for row in leiden.claims if row.topic == "doelen en termijnen"}
        assert levels == {"governing", "management"}

    def test_l3_has_scarce_means_needed_and_offered_in_more_than_one_region(self, leiden):
        for scarce in ("woningen", "geld", "capaciteit"):
            assert any(row.dependum == scarce for row in leiden.dependencies)
            assert any(o.resource == scarce for row in leiden.stakes for o in row.offers)
        homes = [row for row in leiden.stakes if "woningen" in {o.resource for o in row.offers}]
        regions = {leiden.organisation(row.organisation).region for row in homes}
        assert regions == {"Leiden", "Buurgemeente A"}

    def test_l4_has_neighbours_that_bring_in_one_dossier_and_take_in_another(self, leiden):
        for neighbour in ("buur-a", "buur-b"):
            rows = [r for r in leiden.contributions if r.resource == "capaciteit"]
            net = {
                dossier: sum(r.amount for r in rows if (r.giver, r.dossier) == (neighbour, dossier))
                - sum(r.amount for r in rows if (r.taker, r.dossier) == (neighbour, dossier))
                for dossier in ("beschermd wonen", "andere dossiers")
            }
            assert net["beschermd wonen"] > 0 > net["andere dossiers"]
            brought = {r.resource for r in leiden.contributions if r.taker == neighbour}
            assert {"expertise", "capaciteit", "voortrekkersrol"} <= brought
        slow = {row.said.by for row in leiden.concerns if row.theme == "tempo"}
        assert slow == {"corp-1", "care-a", "care-c"}

    def test_l5_has_pictures_of_a_role_with_the_partys_own_word_beside_it(self, leiden):
        for party in ("corp-1", "care-b"):
            voices = {r.said.by for r in leiden.claims if (r.about, r.topic) == (party, "rol")}
            assert party in voices
            assert len(voices) > 1
        work = [r.quality for r in leiden.contacts if r.id.startswith("work-") and r.quality]
        assert max(work) - min(work) > 0.4
        assert any(row.persons for row in leiden.contacts)

    def test_l6_has_needs_for_dwellings_and_no_contact_between_directors(self, leiden):
        for care, corporation in product(CARE, CORPORATIONS):
            needs = [r for r in leiden.needs_of(care) if corporation in r.dependees]
            assert {(row.dependum, row.level) for row in needs} == {("woningen", "governing")}
            rows = leiden.contacts_between(care, corporation)
            assert not any(row.exists for row in rows if row.level == "governing")
            assert any(row.exists for row in rows if row.level == "operational")

    def test_l7_has_weak_chains_between_care_providers_and_across_the_border(self, leiden):
        chain = [r for r in leiden.dependencies if r.issue == "keten"]
        assert {row.depender for row in chain} == set(CARE)
        assert leiden.organisation("care-c").region != leiden.organisation("care-a").region
        assert not any(row.exists for row in leiden.contacts_between("care-a", "care-c"))
        assert all(row.quality < 0.5 for row in leiden.contacts_between("care-a", "care-b"))

    def test_l8_has_each_waiting_for_the_other(self, leiden):
        waits = {row.waiter: set(row.awaited) for row in leiden.waits}
        assert waits == {**{care: {"leiden"} for care in CARE}, "leiden": set(CARE)}

    def test_l9_has_units_inside_the_municipality_that_hardly_meet(self, leiden):
        units = leiden.parts_of("leiden")
        assert units == ("leiden-dienst", "leiden-managers", "leiden-project")
        rows = leiden.contacts_between("leiden-managers", "leiden-project")
        assert all(row.quality < 0.5 for row in rows if not row.crosses)
        assert [row.exists for row in rows if row.crosses] == [False]
        inside = leiden.inside("leiden")
        assert {r.depender for r in inside.dependencies} == {"leiden-managers", "leiden-project"}

    def test_l10_has_a_table_of_directors_four_times_a_year(self, leiden):
        directors = table(leiden, "directies")
        assert (directors.per_year, directors.level) == (4, "governing")
        assert {"leiden", *CARE, *CORPORATIONS} <= set(directors.members)
        assert "vastgoed" in directors.issues

    def test_l11_has_money_and_an_agreement_for_a_coordinator(self, leiden):
        money = leiden.statement("gift-regisseur")
        assert (money.giver, money.taker, money.status) == ("leiden", "together", "promised")
        assert leiden.statement("afspraak-regisseur").issue == "afstemming"
        needs = [r.depender for r in leiden.dependencies if r.issue == "afstemming"]
        assert {"care-a", "care-b", "corp-1"} <= set(needs)

    def test_l12_has_a_picture_that_nobody_checked_with_the_municipality(self, leiden):
        picture = leiden.statement("beeld-motief")
        own = leiden.statement("woord-motief")
        assert (picture.about, picture.confirmed_by) == ("leiden", ())
        assert (own.about, own.topic, own.said.by) == ("leiden", picture.topic, "leiden")

    def test_l13_has_a_wish_for_equal_footing_and_a_voice_for_every_kind(self, leiden):
        assert leiden.statement("zorg-gelijk").theme == "gelijkwaardigheid"
        voices = {row.said.by for row in statements(leiden) if row.said.by}
        kinds = {leiden.organisation(voice).kind for voice in voices}
        assert kinds >= {"municipality", "care_provider", "housing_corporation", "department"}

    def test_l14_has_worries_of_several_parties_that_never_reached_the_table(self, leiden):
        def voices(theme, settings):
            rows = [row.said for row in leiden.concerns if row.theme == theme]
            return {said.by for said in rows if said.setting in settings}

        assert voices("aanbesteding", {"bilateral"}) == set(CARE)
        assert not voices("aanbesteding", {"table"})
        assert voices("afstemming per cliënt", {"table"}) == {"care-a", "corp-1"}


class TestTheStoryOfLeiden:
    @pytest.fixture(params=["table", "facilitator"])
    def seen(self, request, leiden):
        return shown_to(leiden, request.param)

    def test_care_providers_and_corporations_come_out_on_top(self, seen):
        rows = measures.contact_gaps(seen)
        leading = [row.parties for row in rows if row.band == "high"]
        assert sorted(leading) == sorted(product(CARE, CORPORATIONS))
        ranked = sorted(rows, key=lambda row: -row.severity)
        assert {row.parties for row in ranked[: len(leading)]} == set(leading)

    def test_directors_are_missing_in_each_of_these_lines(self, seen):
        for row in measures.contact_gaps(seen).where(lambda row: row.band == "high"):
            assert row.states["governing"] == "no"
            assert row.states["operational"] == "yes"

    def test_no_care_provider_has_a_line_to_the_directors_of_a_corporation(self, seen):
        rows = measures.kind_gaps(seen, between=("care_provider", "housing_corporation"))
        governing = next(row for row in rows if row.level == "governing")
        assert governing.coverage == (0.0, 0.0)
        assert set(governing.uncovered) == set(CARE)
