"""What an issue lacks before it can go forward, and tables without an issue."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import named, replaced, with_records
from strategies import agendas

from netdeps import Network, formats
from netdeps.errors import OptionError, UnknownNameError
from netdeps.measures import issue_gaps, tables_without_issues

EXAMPLES = Path(__file__).parents[3] / "examples"
KINDS = {"city": "municipality", "housing": "housing_corporation", "care": "care_provider"}
ROLES_ALONE = {"table": 0, "deadline": 0}
FULL = {
    "id": "outflow",
    "title": "Outflow",
    "owner": "city",
    "involved": ["care", "housing"],
    "requires_kinds": ["municipality", "care_provider", "housing_corporation"],
    "mandate_level": "governing",
    "deadline": "2021-12-31",
    "urgency": 0.8,
    "said": {"by": "city"},
}
OWN_WORDS = [
    {"id": "stake of care", "organisation": "care", "issue": "outflow", "said": {"by": "care"}},
    {"id": "stake of h", "organisation": "housing", "issue": "outflow", "said": {"by": "housing"}},
]
DIRECTORS = {"id": "directors", "level": "governing", "issues": ["outflow"], "members": ["city"]}


def town(*, without=(), issue=None, **fields):
    """A town in which nothing is missing but what is left out."""
    given = {**FULL, **(issue or {})}
    return Network(
        **{
            "organisations": [{"id": one, "kind": kind} for one, kind in KINDS.items()],
            "issues": [{name: value for name, value in given.items() if name not in without}],
            "stakes": OWN_WORDS,
            "tables": [DIRECTORS],
            **fields,
        }
    )


def only(network, **options):
    (row,) = issue_gaps(network, **options)
    return row


class TestTheWorkedExample:
    def test_a_mandate_and_a_corporation_are_missing_of_seven_parts_three(self):
        """Owner 2 is there, mandate 2 is not, of three kinds of 1 the corporation is not: 3/7."""
        network = town(issue={"involved": ["care"]}, tables=[])
        row = only(network, weights=ROLES_ALONE)
        assert row.missing == ("mandate", "kind:housing_corporation")
        assert row.unconfirmed == ()
        assert row.deficit == float(Fraction(3, 7))
        assert row.certainty == 1
        assert row.severity == float(Fraction(8, 10) * Fraction(3, 7))


class TestWhatAnIssueTakes:
    def test_an_issue_that_lacks_nothing_is_no_gap(self):
        found = issue_gaps(town())
        assert (list(found), dict(found.undefined)) == ([], {})

    @pytest.mark.parametrize(
        ("network", "missing", "weight"),
        [
            (town(without=["owner"], issue={"involved": list(KINDS)}), ("owner",), 2),
            (town(tables=[{**DIRECTORS, "level": "management"}]), ("mandate",), 2),
            (town(issue={"involved": ["care"]}), ("kind:housing_corporation",), 1),
            (town(tables=[{**DIRECTORS, "issues": []}]), ("mandate", "table"), 3),
            (town(without=["deadline"]), ("deadline",), 1),
        ],
        ids=["owner", "mandate", "kind", "table", "deadline"],
    )
    def test_what_is_missing_counts_for_its_weight(self, network, missing, weight):
        row = only(network)
        assert row.missing == missing
        assert row.deficit == float(Fraction(weight, 9))

    def test_a_mandate_is_asked_for_only_where_a_level_has_to_decide(self):
        row = only(town(without=["mandate_level", "deadline"], tables=[]))
        assert row.missing == ("table", "deadline")
        assert row.deficit == float(Fraction(2, 7))

    def test_approval_of_an_agreement_on_it_is_a_mandate_of_the_governing_level(self):
        approved = {
            "id": "a",
            "what": "x",
            "issue": "outflow",
            "status": "governing_approval",
            "who": ["city"],
        }
        at_desk = [{**DIRECTORS, "level": "management"}]
        assert list(issue_gaps(town(tables=at_desk, agreements=[approved]))) == []
        lower = town(issue={"mandate_level": "operational"}, tables=at_desk, agreements=[approved])
        assert only(lower).missing == ("mandate",)
        weaker = town(tables=at_desk, agreements=[{**approved, "status": "internal_support"}])
        assert only(weaker).missing == ("mandate",)
        elsewhere = town(tables=at_desk, agreements=[{**approved, "issue": None}])
        assert only(elsewhere).missing == ("mandate",)

    def test_the_owner_counts_for_its_kind(self):
        row = only(town(issue={"requires_kinds": ["municipality", "ministry"]}))
        assert row.missing == ("kind:ministry",)

    def test_a_kind_that_is_named_twice_counts_once(self):
        row = only(town(issue={"requires_kinds": ["ministry", "ministry"]}))
        assert row.missing == ("kind:ministry",)
        assert row.deficit == float(Fraction(1, 7))


class TestNotFillingInForAnother:
    def test_a_role_of_somebody_who_has_not_said_so_is_half_sure_to_be_missing(self):
        row = only(town(stakes=OWN_WORDS[:1]))
        assert (row.missing, row.unconfirmed) == ((), ("kind:housing_corporation",))
        assert (row.deficit, row.certainty) == (float(Fraction(1, 9)), 0.5)
        assert row.severity == float(Fraction(8, 10) * Fraction(1, 18))

    def test_an_owner_that_others_name_is_half_sure_to_be_missing(self):
        row = only(town(issue={"said": {"by": "care"}}))
        assert row.unconfirmed == ("owner", "kind:municipality")
        assert row.certainty == 0.5

    def test_what_is_missing_and_what_is_not_confirmed_count_each_for_its_certainty(self):
        row = only(town(stakes=OWN_WORDS[:1], without=["deadline"]))
        assert (row.missing, row.unconfirmed) == (("deadline",), ("kind:housing_corporation",))
        assert (row.deficit, row.certainty) == (float(Fraction(2, 9)), 0.75)

    @pytest.mark.parametrize(
        ("fields", "confirmed"),
        [
            ({}, False),
            ({"stakes": [{**OWN_WORDS[1], "said": {"by": "city"}}]}, False),
            ({"stakes": [OWN_WORDS[1]]}, True),
            ({"status": "voiced"}, False),
            ({"status": "agreed"}, True),
            ({"need": "housing"}, True),
            ({"need": "city"}, False),
        ],
        ids=[
            "nothing",
            "stake by another",
            "own stake",
            "voiced",
            "agreed",
            "own need",
            "need by another",
        ],
    )
    def test_an_organisation_confirms_its_part_by_its_own_words(self, fields, confirmed):
        records = {"stakes": [OWN_WORDS[0], *fields.get("stakes", [])]}
        if "status" in fields:
            agreement = {"id": "a", "what": "x", "issue": "outflow", "who": ["housing"]}
            records["agreements"] = [{**agreement, "status": fields["status"]}]
        if "need" in fields:
            need = {"depender": "housing", "dependum": "x", "dependees": ["care"]}
            said = {"by": fields["need"]}
            records["dependencies"] = [{**need, "issue": "outflow", "said": said}]
        found = issue_gaps(town(**records))
        assert [row.unconfirmed for row in found] == (
            [] if confirmed else [("kind:housing_corporation",)]
        )

    def test_one_of_a_kind_that_confirms_is_enough(self):
        more = with_records(
            town(
                issue={"involved": ["care", "housing", "second"]},
                organisations=[
                    *({"id": one, "kind": kind} for one, kind in KINDS.items()),
                    {"id": "second", "kind": "housing_corporation"},
                ],
            ),
        )
        assert list(issue_gaps(more)) == []


class TestWhoLeads:
    TWO = ({**DIRECTORS}, {**DIRECTORS, "id": "desk", "name": "The desk", "level": "management"})

    def test_an_issue_at_two_tables_that_nobody_owns_has_no_leader(self):
        row = only(town(tables=list(self.TWO), without=["owner"]))
        assert (row.tables, row.leaderless) == (("desk", "directors"), True)
        assert not only(town(tables=list(self.TWO), without=["deadline"])).leaderless
        assert not only(town(without=["owner"])).leaderless

    def test_that_alone_makes_a_row_too(self):
        network = town(tables=list(self.TWO), without=["owner"], issue={"involved": list(KINDS)})
        found = issue_gaps(network, weights={"owner": 0})
        (row,) = found
        assert (row.missing, row.leaderless, row.deficit) == ((), True, 0)
        assert (row.certainty, row.severity) == (None, 0)
        assert {key: str(reason) for key, reason in found.undefined.items()} == {
            "outflow: certainty": "nothing of it is missing"
        }


class TestUndefined:
    def test_without_urgency_there_is_no_severity_and_the_row_comes_last(self):
        less = {**FULL, "id": "less", "urgency": 0}
        less.pop("deadline")
        without = {**FULL, "id": "open", "owner": None, "deadline": None, "urgency": None}
        found = issue_gaps(town(issues=[FULL, without, less]))
        assert [row.issue for row in found] == ["less", "open"]
        assert found[1].severity is None
        assert found[1].deficit > found[0].deficit
        assert {key: str(reason) for key, reason in found.undefined.items()} == {
            "open": "its urgency is not known"
        }

    def test_an_issue_that_takes_nothing_is_no_issue_without_gaps(self):
        nothing = dict.fromkeys(["owner", "mandate", "kind", "table", "deadline"], 0)
        found = issue_gaps(town(), weights=nothing)
        assert list(found) == []
        assert str(found.undefined["outflow"]) == "nothing that it takes has a weight"

    def test_an_issue_that_has_to_do_with_nobody_is_a_question_and_no_gap(self):
        found = issue_gaps(town(issues=[{"id": "outflow"}], stakes=[], tables=[]))
        assert list(found) == []
        assert str(found.undefined["outflow"]) == "nobody is known to have to do with it"
        seated = issue_gaps(town(issues=[{"id": "outflow"}], stakes=[]))
        assert [row.missing for row in seated] == [("owner", "deadline")]

    def test_inside_an_organisation_the_issues_of_others_are_no_gaps(self):
        units = named("desk", part_of="city")
        network = with_records(town(), organisations=units)
        found = issue_gaps(network, inside="city")
        assert (list(found), set(found.undefined)) == ([], {"outflow"})
        own = replaced(network, issues=[{**FULL, "owner": "desk", "requires_kinds": []}])
        assert only(own, inside="city").unconfirmed == ("owner",)


class TestOptions:
    def test_an_issue_can_be_asked_for(self):
        network = town(issues=[FULL, {**FULL, "id": "other", "deadline": None}], tables=[])
        assert {row.issue for row in issue_gaps(network)} == {"outflow", "other"}
        assert only(network, issue="other").issue == "other"
        with pytest.raises(UnknownNameError):
            issue_gaps(network, issue="outflw")

    def test_a_weight_of_0_leaves_something_out(self):
        row = only(town(tables=[], without=["deadline"]), weights={"mandate": 0, "table": 3})
        assert row.missing == ("table", "deadline")
        assert row.deficit == float(Fraction(4, 9))

    @pytest.mark.parametrize(
        ("weights", "message"),
        [
            (
                {"ownr": 1},
                "the weight 'ownr' is not known; known are 'owner', 'mandate', 'kind', 'table', "
                "'deadline'. Did you mean 'owner'?",
            ),
            (
                {"owner": -1},
                "the weight of 'owner' is -1; a number of 0 or more is expected.",
            ),
            (
                {"owner": float("nan")},
                "the weight of 'owner' is nan; a number of 0 or more is expected.",
            ),
            (
                {"table": float("inf")},
                "the weight of 'table' is inf; a number of 0 or more is expected.",
            ),
            (
                {"table": "much"},
                "the weight of 'table' is 'much'; a number of 0 or more is expected.",
            ),
            (
                {"table": None},
                "the weight of 'table' is nothing; a number of 0 or more is expected.",
            ),
            ([2, 2], "the weights [2, 2] are not words with a number each."),
        ],
    )
    def test_a_weight_that_makes_no_sense_is_refused(self, weights, message):
        with pytest.raises(OptionError) as caught:
            issue_gaps(town(), weights=weights)
        assert str(caught.value) == message


WEIGHTS = {"owner": 2, "mandate": 2, "kind": 1, "table": 1, "deadline": 1}


def confirms(network, who, issue):
    own = (one for one in network.issues if one.id == issue and one.said.by == who)
    stakes = (
        s for s in network.stakes if (s.organisation, s.issue, s.said.by) == (who, issue, who)
    )
    needs = (
        d for d in network.dependencies if (d.depender, d.issue, d.said.by) == (who, issue, who)
    )
    agreed = (
        one
        for one in network.agreements
        if who in one.who and one.issue == issue and one.status != "voiced"
    )
    return any(True for group in (own, stakes, needs, agreed) for _ in group)


def slow_gap(network, issue):
    """Every thing that an issue takes, with its weight and how sure it is to be missing."""
    kind = {one.id: one.kind for one in network.organisations}
    there = {*issue.involved, issue.owner} - {None}
    tables = [one for one in network.tables if issue.id in one.issues]
    if not there and not any(one.members for one in tables):
        return None

    def role(holders):
        if not holders:
            return 1
        return Fraction(0 if any(confirms(network, one, issue.id) for one in holders) else 1) / 2

    parts = [(2, role({issue.owner} - {None})), (1, int(not tables))]
    parts.append((1, int(issue.deadline is None)))
    if issue.mandate_level:
        approved = issue.mandate_level == "governing" and any(
            one.status == "governing_approval" and one.issue == issue.id
            for one in network.agreements
        )
        meets = any(one.level == issue.mandate_level for one in tables)
        parts.append((2, int(not (approved or meets))))
    parts += [(1, role({o for o in there if kind[o] == k})) for k in issue.requires_kinds]
    total = sum(weight for weight, _ in parts)
    missing = sum(weight for weight, p in parts if p)
    expected = sum(weight * p for weight, p in parts)
    if not missing and not (len(tables) > 1 and not issue.owner):
        return None
    urgency = None if issue.urgency is None else Fraction(str(issue.urgency))
    severity = None if urgency is None else float(urgency * Fraction(expected) / total)
    return float(Fraction(missing, total)), float(Fraction(expected) / missing), severity


@given(agendas())
def test_every_issue_gap_is_that_of_the_formula_in_exact_fractions(network):
    wanted = {one.id: slow_gap(network, one) for one in network.issues}
    found = {row.issue: (row.deficit, row.certainty, row.severity) for row in issue_gaps(network)}
    assert found == {name: gap for name, gap in wanted.items() if gap}


@given(agendas())
def test_severity_is_urgency_times_deficit_times_certainty_and_the_worst_comes_first(network):
    urgency = {one.id: one.urgency for one in network.issues}
    rows = list(issue_gaps(network))
    for row in rows:
        if row.severity is not None:
            product = urgency[row.issue] * row.deficit * (row.certainty or 0)
            assert row.severity == pytest.approx(product)
            assert 0 <= row.severity <= 1
    severities = [-1 if row.severity is None else row.severity for row in rows]
    assert severities == sorted(severities, reverse=True)


@given(agendas(max_size=3), st.data())
def test_filling_a_role_lowers_the_deficit_by_its_weight(network, data):
    """Whoever takes on one role may fill another one too: an owner is of a kind."""
    issue = network.issues[0]
    row = next(iter(issue_gaps(network, issue=issue.id)), None)
    if row is None or not lacking(row):
        return
    better = filled(network, issue.id, data.draw(st.sampled_from(sorted(lacking(row)))))
    after = next(iter(issue_gaps(better, issue=issue.id)), None)
    gone = lacking(row) - lacking(after)
    assert gone
    fall = sum(WEIGHTS[one.partition(":")[0]] for one in gone) / total_weight(issue)
    assert row.deficit - (after.deficit if after else 0) == pytest.approx(fall)


@given(agendas(max_size=2))
def test_where_all_is_filled_nothing_is_missing(network):
    issue = network.issues[0]
    row = next(iter(issue_gaps(network, issue=issue.id)), None)
    for word in sorted(lacking(row)):
        network = filled(network, issue.id, word)
    assert [row for row in issue_gaps(network, issue=issue.id) if row.deficit] == []


def lacking(row):
    return {*row.missing, *row.unconfirmed} if row else set()


def total_weight(issue):
    return 4 + (2 if issue.mandate_level else 0) + len(issue.requires_kinds)


def filled(network, name, word):
    """The network in which one thing that an issue lacks is there, and said by whoever holds it."""
    issue = next(one for one in network.issues if one.id == name)
    kind = word.partition(":")[2]
    if word == "owner":
        owner = issue.owner or network.ids[0]
        network = changed(network, issue, {"owner": owner})
        return with_records(network, stakes=[own_stake(owner, name)])
    if kind:
        return with_records(
            changed(network, issue, {"involved": [*issue.involved, f"new {kind}"]}, kind),
            stakes=[own_stake(f"new {kind}", name)],
        )
    if word == "deadline":
        return changed(network, issue, {"deadline": "2022-01-01"})
    table = {"id": f"new {word}", "issues": [name], "level": None}
    if word == "mandate":
        table["level"] = issue.mandate_level
    return with_records(network, tables=[table])


def own_stake(who, issue):
    return {"organisation": who, "issue": issue, "said": {"by": who}}


def changed(network, issue, fields, kind=None):
    new = [{"id": f"new {kind}", "kind": kind}] if kind else []
    issues = [one.with_fields(fields) if one is issue else one for one in network.issues]
    return replaced(network, organisations=[*network.organisations, *new], issues=issues)


class TestTablesWithoutIssues:
    def test_a_table_that_treats_no_issue_is_listed(self):
        cycle = {"id": "cycle", "name": "Cycle", "level": "governing", "members": ["care", "city"]}
        found = tables_without_issues(town(tables=[DIRECTORS, cycle]))
        assert [row.to_dict() for row in found] == [
            {
                "table": "cycle",
                "name": "Cycle",
                "level": "governing",
                "members": ["care", "city"],
                "because": ["cycle"],
            }
        ]

    def test_without_an_agenda_no_table_is_known_to_be_empty(self):
        found = tables_without_issues(
            Network(organisations=named("a"), tables=[{"id": "t", "members": ["a"]}])
        )
        assert list(found) == []
        assert str(found.undefined["t"]) == "no issue of the agenda is known"

    def test_a_table_of_which_nobody_is_known_to_sit_there_is_undefined(self):
        network = town(tables=[{"id": "t"}])
        found = tables_without_issues(network)
        assert list(found) == []
        assert str(found.undefined["t"]) == "nobody is known to sit there"

    def test_inside_an_organisation_only_the_tables_of_its_parts_count(self):
        network = with_records(
            town(tables=[]),
            organisations=named("desk", part_of="city"),
            tables=[{"id": "own", "members": ["desk"]}, {"id": "other", "members": ["care"]}],
        )
        found = tables_without_issues(network, inside="city")
        assert [row.table for row in found] == ["own"]
        assert set(found.undefined) == {"other"}


class TestTheCases:
    def test_leiden_h9_the_outflow_lacks_a_mandate_of_the_directors(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        row = only(leiden, issue="uitstroom")
        assert (row.missing, row.unconfirmed) == (("mandate",), ())
        assert (row.deficit, row.severity) == (float(Fraction(2, 9)), float(Fraction(1, 9)))

    def test_leiden_l12_the_corporations_have_not_said_that_the_property_is_theirs_too(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        row = only(leiden, issue="vastgoed")
        assert row.missing == ("owner", "deadline")
        assert row.unconfirmed == ("kind:housing_corporation",)

    def test_hengelo_one_issue_is_at_two_tables_without_an_owner(self):
        hengelo = formats.read(EXAMPLES / "hengelo.yaml")
        leaderless = [row for row in issue_gaps(hengelo) if row.leaderless]
        assert [(row.issue, row.tables) for row in leaderless] == [
            ("dag", ("afstemming", "werkgroep"))
        ]
