"""What an edition seems to say and is not so is named to the facilitator, and nothing else is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import cases

from netdeps import Network, edition
from netdeps.leaks import false_findings
from netdeps.leaks.appearances import LOOKED_AT
from netdeps.measures import MEASURES
from netdeps.model import STATEMENT_LISTS

TABLE = {"visibility": "table"}
NAMES = [{"id": one, "said": TABLE} for one in ("care", "city", "homes")]
NEED = {"depender": "care", "dependum": "dwellings", "dependees": ["homes"]}
GIFT = {"giver": "city", "taker": "care", "resource": "money", "unit": "euro", "dossier": "care"}
HIDDEN = {"between": ["care", "homes"], "said": {"by": "homes"}}
ISSUE = {"id": "flow", "title": "Flow", "owner": "city", "urgency": 1, "said": TABLE}
CLAIM = {"about": "city", "topic": "wish", "text": "It wants quiet"}


def asked(organisation, *topics):
    return {"organisation": organisation, "asked": topics, "said": TABLE}


def found(measure=None, **lists):
    """Give what the table would read, by measure, of a case with these lists."""
    network = Network(**{"organisations": NAMES, "language": "en", **lists})
    rows = false_findings(network, edition(network, "table"))
    return rows if measure is None else [row.sentence() for row in rows.get(measure, ())]


def everything(network, visibility):
    lists = {
        name: [
            row.with_fields(
                {
                    "said": row.said.with_fields({"visibility": visibility}),
                    **(
                        {
                            "replies": [
                                one.with_fields(
                                    {"said": one.said.with_fields({"visibility": visibility})}
                                )
                                for one in row.replies
                            ]
                        }
                        if hasattr(row, "replies")
                        else {}
                    ),
                }
            )
            for row in getattr(network, name)
        ]
        for name in STATEMENT_LISTS
    }
    said = {"visibility": visibility}
    named = [
        one.with_fields({"said": said if one.said is None else one.said.with_fields(said)})
        for one in network.organisations
    ]
    return network.replaced({**lists, "organisations": named})


class TestContact:
    def test_contact_that_is_told_in_confidence_reads_as_a_missing_contact(self):
        lists = {
            "dependencies": [{**NEED, "said": TABLE}],
            "interviews": [asked("care", "contacts")],
        }
        own = {**HIDDEN, "said": {"by": "care"}}
        (sentence,) = found("contact_gaps", contacts=[own], **lists)
        assert "no contact is known" in sentence
        assert not found(**lists)

    def test_a_disputed_contact_is_not_there_for_certain(self):
        rows = [HIDDEN, {**HIDDEN, "exists": False, "said": {"by": "care"}}]
        lists = {
            "dependencies": [{**NEED, "said": TABLE}],
            "interviews": [asked("care", "contacts")],
        }
        assert not found("contact_gaps", contacts=rows, **lists)

    def test_which_levels_a_need_concerns_does_not_make_a_gap_false(self):
        """With the hidden need, only the work floor counts; between directors there is none either."""
        organisations = [{**one, "levels": ["governing", "operational"]} for one in NAMES]
        needs = [
            {**NEED, "level": "management", "said": TABLE},
            {**NEED, "level": "operational", "dependum": "keys"},
        ]
        assert not found(
            organisations=organisations, dependencies=needs, interviews=[asked("care", "contacts")]
        )

    def test_a_line_inside_an_organisation_that_others_denied_and_it_tells_of_in_confidence(self):
        line = {"between": ["city", "city"], "level": "governing", "other_level": "management"}
        rows = [
            {**line, "exists": False, "said": {"by": "care", **TABLE}},
            {**line, "said": {"by": "city"}},
        ]
        (sentence,) = found("internal_gaps", contacts=rows)
        assert "City" in sentence or "city" in sentence
        assert not found(contacts=rows[:1])


class TestTheAgenda:
    def test_a_role_that_is_taken_up_in_confidence_reads_as_not_confirmed(self):
        stake = {"organisation": "city", "issue": "flow", "said": {"by": "city"}}
        (sentence,) = found("issue_gaps", issues=[ISSUE], stakes=[stake])
        assert "not yet confirmed" in sentence
        assert not found(issues=[ISSUE])

    def test_an_owner_that_is_hidden_reads_as_no_owner_and_not_as_one_who_did_not_confirm(self):
        rival = {"id": "rival", "said": {"visibility": "facilitator"}}
        lists = {
            "organisations": [*NAMES, rival],
            "issues": [{**ISSUE, "owner": "rival", "involved": ["care"]}],
        }
        (sentence,) = found("issue_gaps", **lists)
        assert "still missing: an owner" in sentence

    def test_a_table_that_is_hidden_reads_as_no_table(self):
        meeting = {"id": "cycle", "members": ["city"], "issues": ["flow"]}
        assert len(found("issue_gaps", issues=[ISSUE], tables=[meeting])) == 1
        assert not found("issue_gaps", issues=[ISSUE], tables=[{**meeting, "issues": []}])

    def test_a_table_of_which_the_issue_is_hidden_reads_as_empty(self):
        issues = [{**ISSUE, "said": {}}, {**ISSUE, "id": "other"}]
        meeting = {"id": "cycle", "members": ["city"], "issues": ["flow"], "said": TABLE}
        (sentence,) = found("tables_without_issues", issues=issues, tables=[meeting])
        assert "no issue" in sentence
        assert not found("tables_without_issues", issues=issues, tables=[{**meeting, "issues": []}])


class TestClaims:
    def test_what_a_party_said_itself_in_confidence_reads_as_filled_in(self):
        open_ = {**CLAIM, "said": {"by": "care", **TABLE}}
        own = {**CLAIM, "text": " it wants QUIET", "said": {"by": "city"}}
        heard = {"concerns": [{"theme": "time", "said": {"by": "city", **TABLE}}]}
        assert len(found("filled_in_claims", claims=[open_, own], **heard)) == 1
        assert not found(claims=[open_, {**own, "said": {"by": "care"}}], **heard)

    def test_who_was_heard_in_confidence_alone_reads_as_absent(self):
        open_ = {**CLAIM, "said": {"by": "care", **TABLE}}
        (sentence,) = found(
            "filled_in_claims", claims=[open_], concerns=[{"theme": "time", "said": {"by": "city"}}]
        )
        assert "not at the table" in sentence

    def test_another_share_of_claims_is_no_false_finding(self):
        heard = {"theme": "time", "said": {"by": "city", **TABLE}}
        rows = [
            {**CLAIM, "said": {"by": "care", **TABLE}},
            {**CLAIM, "text": "We are ready", "said": {"by": "city"}},
        ]
        assert not found(claims=rows, concerns=[heard])


class TestNeeds:
    def test_a_need_that_is_hidden_reads_as_needing_nothing(self):
        back = {"depender": "homes", "dependum": "guidance", "dependees": ["care"]}
        needs = [
            {**NEED, "said": TABLE},
            {**back, "dependees": ["city"], "dependum": "land", "said": TABLE},
            back,
        ]
        lists = {"interviews": [asked("homes", "dependencies")]}
        (sentence,) = found("power_balance", dependencies=needs, **lists)
        assert "nothing hangs on care" in sentence
        assert not found(dependencies=needs[:2], **lists)
        assert not found("power_balance", dependencies=needs)


class TestGiving:
    def test_what_was_delivered_in_confidence_reads_as_a_broken_promise(self):
        promise = {**GIFT, "amount": 10, "status": "promised", "said": TABLE}
        (sentence,) = found("promises", contributions=[promise, {**GIFT, "amount": 10}])
        assert "nothing of it" in sentence
        assert len(found("promises", contributions=[promise, {**GIFT, "amount": 4}])) == 1
        some = {**GIFT, "amount": 4, "said": TABLE}
        assert not found("promises", contributions=[promise, some])
        assert len(found("promises", contributions=[promise, some, {**GIFT, "amount": 9}])) == 1

    def test_a_part_that_came_more_of_in_confidence_is_another_figure(self):
        promise = {**GIFT, "amount": 10, "status": "promised", "said": TABLE}
        rows = [promise, {**GIFT, "amount": 4, "said": TABLE}, {**GIFT, "amount": 3}]
        assert not found("promises", contributions=rows)

    def test_who_brings_in_confidence_reads_as_bringing_nothing(self):
        gift = {**GIFT, "amount": 5, "said": TABLE}
        own = {**gift, "giver": "care", "taker": "homes", "said": {}}
        lists = {"interviews": [asked("care", "contributions")]}
        assert len(found("free_riding", contributions=[gift, own], **lists)) == 1
        assert not found("free_riding", contributions=[gift], **lists)

    def test_who_offers_in_confidence_reads_as_offering_nothing(self):
        stake = {"organisation": "care", "issue": "flow", "weight": 1, "said": TABLE}
        offer = {**stake, "offers": [{"resource": "time"}], "said": {}}
        lists = {
            "issues": [{"id": "flow", "said": TABLE}],
            "interviews": [asked("care", "stakes")],
        }
        assert len(found("stakes_without_offers", stakes=[stake, offer], **lists)) == 1
        assert not found("stakes_without_offers", stakes=[stake], **lists)


def test_how_a_collaboration_is_directed_may_be_said_in_confidence_alone():
    agreement = {"id": "plan", "what": "A plan", "who": ["city"], "status": "agreed", "said": TABLE}
    lists = {
        "organisations": [*NAMES, {"id": "port", "said": TABLE}, {"id": "quay", "said": TABLE}],
        "contacts": [
            {"between": pair, "said": TABLE} for pair in (["care", "city"], ["care", "homes"])
        ],
        "agreements": [agreement],
    }
    form = {"form": "shared"}
    (sentence,) = found("governance_mirror", governance=[form], **lists)
    assert sentence.startswith("Nobody said")
    assert not found("governance_mirror", **lists)


def test_of_a_measure_that_an_audience_may_not_have_it_reads_nothing_false():
    promise = {**GIFT, "amount": 10, "status": "promised", "said": {"visibility": "public"}}
    network = Network(organisations=NAMES, contributions=[promise, {**GIFT, "amount": 10}])
    assert not false_findings(network, edition(network, "public"))
    assert list(false_findings(network, edition(network, "table"))) == ["promises"]


def test_the_same_claim_in_another_spelling_is_the_same():
    claim = {"about": "care", "topic": "role", "text": "wants  to lead"}
    own = {**claim, "text": "Wants to lead", "said": {"by": "care"}}
    network = Network(organisations=NAMES, claims=[{**claim, "said": {"by": "city", **TABLE}}, own])
    assert "filled_in_claims" in false_findings(network, edition(network, "table"))


def test_only_the_measures_that_are_asked_for_are_looked_at():
    promise = {**GIFT, "amount": 10, "status": "promised", "said": TABLE}
    network = Network(organisations=NAMES, contributions=[promise, {**GIFT, "amount": 10}])
    shown = edition(network, "table")
    assert list(false_findings(network, shown, ["promises", "degree"])) == ["promises"]
    assert not false_findings(network, shown, ["contact_gaps"])


def test_what_is_looked_at_are_measures():
    assert set(LOOKED_AT) <= MEASURES.keys()
    assert len(set(LOOKED_AT)) == len(LOOKED_AT)


_FEW = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


@_FEW
@given(cases())
def test_the_facilitators_edition_says_nothing_that_is_not_so(network):
    assert not false_findings(network, edition(network, "facilitator"))


@_FEW
@given(cases(), st.sampled_from(["public", "table", "party"]))
def test_where_everything_is_public_nothing_is_said_that_is_not_so(network, audience):
    whole = everything(network, "public")
    name = f"party:{whole.ids[0]}" if audience == "party" else audience
    assert not false_findings(whole, edition(whole, name))


@_FEW
@given(cases(), st.sampled_from(["public", "table"]))
def test_it_looks_at_any_case_without_an_error(network, audience):
    for rows in false_findings(network, edition(network, audience)).values():
        assert all(row.sentence(language) for row in rows for language in ("nl", "en"))
