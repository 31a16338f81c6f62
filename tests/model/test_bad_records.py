"""A wrong record is refused with every problem in it: where, what, what else, what to try."""

import datetime as dt

import pytest

from netdeps.errors import InvalidRecordsError, Place, Problem
from netdeps.model import (
    Agreement,
    Chain,
    Claim,
    Concern,
    Contact,
    Contribution,
    Dependency,
    FeltBalance,
    Governance,
    Hat,
    Interview,
    Issue,
    Kind,
    Network,
    Offer,
    OfferCondition,
    Organisation,
    Rating,
    Said,
    Stake,
    Step,
    Table,
    Valuation,
    Wait,
)

NEED = {"depender": "care", "dependum": "dwellings", "dependees": ["corporation"]}
TIE = {"between": ["care", "corporation"]}
GIFT = {"giver": "care", "taker": "corporation", "resource": "guidance"}
LEVELS_KNOWN = "one of 'governing', 'management', 'operational' is expected"
STAGES_KNOWN = "one of 'absent', 'started', 'ready' is expected"
BACKINGS_KNOWN = "one of 'voiced', 'agreed', 'internal_support', 'governing_approval' is expected"
TOPICS_KNOWN = (
    "one of 'contacts', 'dependencies', 'contributions', 'waits', 'issues', 'stakes', 'claims', "
    "'concerns', 'agreements', 'ratings' is expected"
)
VIEWS_KNOWN = (
    "one of 'gaps', 'dependencies', 'contacts', 'contributions', 'tables', 'power', 'changes' "
    "is expected"
)
CONDITIONS_KNOWN = (
    "one of 'ambition', 'interests', 'relations', 'organisation', 'process' is expected"
)


def message(record, **fields):
    with pytest.raises(InvalidRecordsError) as caught:
        record(**fields)
    return str(caught.value)


class TestOneProblemIsOneLine:
    @pytest.mark.parametrize(
        ("record", "fields", "line"),
        [
            # wrong types
            (Organisation, {"id": 5}, 'id: 5 was found; text is expected. Put quotes around it: "5".'),
            (Organisation, {"id": "a", "name": 1.5}, 'name: 1.5 was found; text is expected. Put quotes around it: "1.5".'),
            (Organisation, {"id": "a", "name": ["b"]}, "name: ['b'] was found; text is expected."),
            (Organisation, {"id": "a", "roles": "funder"}, "roles: 'funder' was found; a list is expected. Write [funder]."),
            (Organisation, {"id": "a", "roles": 7}, "roles: 7 was found; a list is expected."),
            (Organisation, {"id": "a", "illustrative": "misschien"}, "illustrative: 'misschien' was found; yes or no (true or false) is expected."),
            (Organisation, {"id": "a", "illustrative": []}, "illustrative: [] was found; yes or no (true or false) is expected."),
            (Organisation, {"id": "a", "said": "leiden"}, "said: 'leiden' was found; fields with their values are expected."),
            (Dependency, {**NEED, "dependees": "corp-1"}, "dependees: 'corp-1' was found; a list is expected. Write [corp-1]."),
            (Dependency, {**NEED, "dependees": {"a": 1}}, "dependees: {'a': 1} was found; a list is expected."),
            (Dependency, {**NEED, "importance": "veel"}, "importance: 'veel' was found; a whole number is expected."),
            (Dependency, {**NEED, "importance": 1.5}, "importance: 1.5 was found; a whole number is expected."),
            (Dependency, {**NEED, "importance": []}, "importance: [] was found; a whole number is expected."),
            (Contribution, {**GIFT, "amount": "veel"}, "amount: 'veel' was found; a number is expected."),
            (Contribution, {**GIFT, "amount": []}, "amount: [] was found; a number is expected."),
            (Contribution, {**GIFT, "amount": 10**400}, "amount: 10000000000000000000000000000000000000000000000000000000000… was found; a number is expected."),
            # out of bounds
            (Valuation, {"organisation": "a", "resource": "x", "worth": 0}, "worth: 0 was found; more than 0 is expected."),
            (Valuation, {"organisation": "a", "resource": "x", "worth": -3}, "worth: -3 was found; more than 0 is expected."),
            (FeltBalance, {"organisation": "a", "felt": 3}, "felt: 3 was found; 2 or less is expected."),
            (FeltBalance, {"organisation": "a", "felt": -3}, "felt: -3 was found; -2 or more is expected."),
            (FeltBalance, {"organisation": "a", "felt": True}, "felt: True was found; a number is expected."),
            (Hat, {"organisation": "a"}, "role: nothing is filled in; this field is required."),
            (Governance, {"form": "lead"}, "form: 'lead' was found; one of 'shared', 'lead_organisation', 'administrative_organisation' is expected."),
            (Governance, {"trust": "much"}, "trust: 'much' was found; one of 'low', 'moderate', 'high' is expected."),
            (Dependency, {**NEED, "importance": 0}, "importance: 0 was found; 1 or more is expected."),
            (Dependency, {**NEED, "importance": 4}, "importance: 4 was found; 3 or less is expected."),
            (Dependency, {**NEED, "importance": 10**30}, "importance: 1000000000000000000000000000000 was found; 3 or less is expected."),
            (Dependency, {**NEED, "dependees": []}, "dependees: [] was found; at least 1 in the list is expected."),
            (Wait, {"waiter": "care", "awaited": []}, "awaited: [] was found; at least 1 in the list is expected."),
            (Contact, {"between": ["a", "b", "c"]}, "between: ['a', 'b', 'c'] was found; at most 2 in the list are expected."),
            (Contact, {"between": ["a"]}, "between[2]: nothing is filled in; this field is required."),
            (Contact, {**TIE, "quality": 1.1}, "quality: 1.1 was found; 1 or less is expected."),
            (Contact, {**TIE, "quality": -0.1}, "quality: -0.1 was found; 0 or more is expected."),
            (Contact, {**TIE, "quality": float("nan")}, "quality: nan was found; a finite number is expected."),
            (Contribution, {**GIFT, "amount": float("inf")}, "amount: inf was found; a finite number is expected."),
            (Contribution, {**GIFT, "amount": -1}, "amount: -1 was found; 0 or more is expected."),
            (Contribution, {**GIFT, "amount": 1e16}, "amount: 1e+16 was found; 1e+15 or less is expected."),
            (Said, {"confidence": 2}, "confidence: 2 was found; 1 or less is expected."),
            (Table, {"id": "t", "per_year": 0}, "per_year: 0 was found; more than 0 is expected."),
            (Rating, {"condition": "process", "score": 6}, "score: 6 was found; 5 or less is expected."),
            (Rating, {"condition": "process", "score": 0}, "score: 0 was found; 1 or more is expected."),
            (Issue, {"id": "i", "urgency": 1.01}, "urgency: 1.01 was found; 1 or less is expected."),
            (Issue, {"id": "i", "commitment": -1}, "commitment: -1 was found; 0 or more is expected."),
            (Issue, {"id": "i", "feasibility": 9}, "feasibility: 9 was found; 1 or less is expected."),
            (Stake, {"organisation": "a", "issue": "i", "weight": 60}, "weight: 60 was found; 1 or less is expected."),
            (Offer, {"resource": "time", "amount": -3}, "amount: -3 was found; 0 or more is expected."),
            # choices
            (Contact, {**TIE, "level": "goverment"}, f"level: 'goverment' was found; {LEVELS_KNOWN}. Did you mean 'governing'?"),
            (Contact, {**TIE, "level": 3}, f"level: 3 was found; {LEVELS_KNOWN}."),
            (Step, {"title": "x", "view": "gap"}, f"view: 'gap' was found; {VIEWS_KNOWN}. Did you mean 'gaps'?"),
            (Step, {"title": "x", "layout": "level"}, "layout: 'level' was found; one of 'map', 'levels', 'dossiers', 'moments' is expected. Did you mean 'levels'?"),
            (Step, {"title": ""}, "title: '' was found; text is expected."),
            (Step, {"text": "x"}, "title: nothing is filled in; this field is required."),
            (Step, {"title": "x", "kinds": "other"}, "kinds: 'other' was found; a list is expected. Write [other]."),
            (Step, {"title": "x", "between": ["a", "a"]}, "a line of 'a' with itself; a line is between two organisations. Name the other one, or use 'organisation'."),
            (Step, {"title": "x", "between": ["a", "b"], "organisation": "c"}, "'organisation' and 'between' are both filled in; a step looks at one organisation or at one line. Leave one of them out, or make it two steps."),
            (Dependency, {**NEED, "mode": "or"}, "mode: 'or' was found; one of 'any', 'all' is expected."),
            (Said, {"setting": "interviews"}, "setting: 'interviews' was found; one of 'interview', 'bilateral', 'table', 'document' is expected. Did you mean 'interview'?"),
            (Said, {"visibility": "publc"}, "visibility: 'publc' was found; one of 'public', 'table', 'facilitator' is expected. Did you mean 'public'?"),
            (Interview, {"organisation": "a", "asked": ["contact"]}, f"asked[1]: 'contact' was found; {TOPICS_KNOWN}. Did you mean 'contacts'?"),
            (Contribution, {**GIFT, "status": "done"}, "status: 'done' was found; one of 'promised', 'delivered' is expected."),
            (Issue, {"id": "i", "content": "redy"}, f"content: 'redy' was found; {STAGES_KNOWN}. Did you mean 'ready'?"),
            (Agreement, {"id": "a", "what": "x", "status": "agree"}, f"status: 'agree' was found; {BACKINGS_KNOWN}. Did you mean 'agreed'?"),
            (Rating, {"condition": "trust", "score": 1}, f"condition: 'trust' was found; {CONDITIONS_KNOWN}."),
            (Network, {"language": "de"}, "language: 'de' was found; one of 'nl', 'en' is expected."),
            (Network, {"netdeps": 2}, "netdeps: 2 was found; one of '1' is expected."),
            # fields
            (Claim, {"about": "a", "topic": "role"}, "text: nothing is filled in; this field is required."),
            (OfferCondition, {"organisation": "a"}, "resource: nothing is filled in; this field is required."),
            (Kind, {"id": "police", "colr": "#ffffff"}, "colr: the field 'colr' is not known; known are 'id', 'label', 'colour'. Did you mean 'colour'?"),
            (Kind, {"id": "police", "label": {"de": "Polizei"}}, "label.de: the field 'de' is not known; known are 'nl', 'en'."),
            (Offer, {"resource": "time", "condition": {"organisation": "a", "resource": "b", "unit": "c"}}, "condition.unit: the field 'unit' is not known; known are 'organisation', 'resource'."),
            (Kind, {"id": "police", "colour": "red"}, "colour: 'red' was found; a colour as #rrggbb is expected."),
            (Kind, {"id": "police", "colour": "#12345g"}, "colour: '#12345g' was found; a colour as #rrggbb is expected."),
            (Kind, {"id": "police", "colour": "#123456\n"}, r"colour: '#123456\u000a' was found; a colour as #rrggbb is expected."),
            # days
            (Network, {"date": 20210428}, "date: 20210428 is not a date; a date as YYYY-MM-DD is expected."),
            (Network, {"date": 1.5}, "date: 1.5 is not a date; a date as YYYY-MM-DD is expected."),
            (Network, {"date": True}, "date: True is not a date; a date as YYYY-MM-DD is expected."),
            (Network, {"date": "28-04-2021"}, "date: '28-04-2021' was found; a date as YYYY-MM-DD is expected."),
            (Network, {"date": "2021-02-30"}, "date: '2021-02-30' was found; a date as YYYY-MM-DD is expected."),
            (Network, {"date": "2021-04-28T10:00:00"}, "date: '2021-04-28T10:00:00' was found; a date without a time is expected."),
            (Network, {"date": []}, "date: [] was found; a date as YYYY-MM-DD is expected."),
            # ids
            (Organisation, {"id": ""}, "id: '' was found; text is expected."),
            (Organisation, {"id": "x" * 201}, f"id: '{'x' * 59}…' was found; at most 200 characters are expected."),
            (Organisation, {"id": " a"}, "id: ' a' cannot be an id; an id has no spaces around it, no control characters and no '|'. For example 'a'."),
            (Organisation, {"id": "a|b"}, "id: 'a|b' cannot be an id; an id has no spaces around it, no control characters and no '|'. For example 'ab'."),
            (Organisation, {"id": "a\nb"}, r"id: 'a\nb' cannot be an id; an id has no spaces around it, no control characters and no '|'. For example 'ab'."),
            (Organisation, {"id": "a\u202eb"}, r"id: 'a\u202eb' cannot be an id; an id has no spaces around it, no control characters and no '|'. For example 'ab'."),
            (Organisation, {"id": "a", "name": "x\0y"}, "name: the text holds a NUL character; text is expected. Remove that character."),
            # rules
            (Contact, {"between": ["care", "care"]}, "a contact of 'care' with itself; a contact is between two organisations, or between two levels of one. Name the other one, or give 'level' and 'other_level'."),
            (Contact, {"between": ["care", "a"], "level": "governing", "other_level": "governing"}, "'other_level' is 'governing' and 'level' is 'governing'; contact across levels has two different levels. Give both, or leave 'other_level' out."),
            (Contact, {"between": ["care", "care"], "other_level": "governing"}, "'other_level' is 'governing' and 'level' is 'left out'; contact across levels has two different levels. Give both, or leave 'other_level' out."),
            (Chain, {"id": "out", "stages": [{"name": "clinic"}, {"name": "clinic"}]}, "the stage 'clinic' stands twice in the chain 'out'; each stage has a name of its own. Give one of them another name."),
            (Chain, {"id": "out", "stages": [{"name": "clinic", "follows": ["home"]}, {"name": "home"}]}, "the stage 'clinic' follows 'home'; a stage follows stages that stand before it in the list. Put that stage before it, or correct its name."),
            (Dependency, {**NEED, "dependees": ["care"]}, "'care' needs 'dwellings' only from itself; a dependency has a dependee other than the depender. Name the others who can give it, or leave the record out."),
            (Dependency, {**NEED, "dependees": ["b", "a", "a", "b"]}, "'a' stands twice among the dependees; each organisation is named once. Remove one of them."),
            (Wait, {"waiter": "care", "awaited": ["a", "a"]}, "'a' stands twice among the awaited; each organisation is named once. Remove one of them."),
            (Wait, {"waiter": "care", "awaited": ["a", "care"]}, "'care' waits for itself; an organisation waits for others. Remove it from 'awaited'."),
            (Contribution, {**GIFT, "taker": "care"}, "'care' gives to itself; a contribution goes from one organisation to another. Name the taker, or 'together' for the common pot."),
            (Issue, {"id": "outflow", "depends_on": ["outflow"]}, "the issue 'outflow' depends on itself; an issue depends on other issues. Remove it from 'depends_on'."),
        ],
    )  # fmt: skip
    def test_a_wrong_field_gives_one_line(self, record, fields, line):
        assert message(record, **fields) == f"{record.__name__}: 1 problem\n  {line}"

    @pytest.mark.parametrize(
        ("found", "line"),
        [
            (5, 'id: 5 was found; text is expected. Put quotes around it: "5".'),
            (
                " d1",
                "id: ' d1' cannot be an id; an id has no spaces around it, no control characters "
                "and no '|'. For example 'd1'.",
            ),
            ("x" * 201, f"id: '{'x' * 59}…' was found; at most 200 characters are expected."),
        ],
    )
    def test_a_wrong_id_of_a_statement_gives_one_line_too(self, found, line):
        assert message(Contact, id=found, **TIE) == f"Contact: 1 problem\n  {line}"

    @pytest.mark.parametrize(
        ("record", "fields", "field"),
        [
            (Dependency, {**NEED, "importance": True}, "importance"),
            (Rating, {"condition": "process", "score": True}, "score"),
            (Contribution, {**GIFT, "amount": True}, "amount"),
            (Contact, {**TIE, "quality": False}, "quality"),
            (Said, {"confidence": True}, "confidence"),
        ],
    )
    def test_a_yes_or_no_is_not_taken_for_a_number(self, record, fields, field):
        assert f"  {field}: {fields[field]} was found; a " in message(record, **fields)

    def test_a_day_written_as_a_bare_number_in_quotes_is_not_taken_for_seconds(self):
        assert message(Network, date="86400") == (
            "Network: 1 problem\n  date: '86400' was found; a date as YYYY-MM-DD is expected."
        )

    def test_a_number_of_5000_digits_as_text_is_refused_in_our_own_words(self):
        assert message(Rating, condition="process", score="9" * 5000) == (
            f"Rating: 1 problem\n  score: '{'9' * 59}…' was found; a whole number is expected."
        )

    def test_an_empty_field_says_that_nothing_is_filled_in(self):
        shown = message(Organisation, id="care", name=None)
        assert shown.startswith("Organisation: 1 problem\n  name: nothing ")
        assert "None" not in shown

    def test_a_date_where_text_belongs_is_shown_as_it_was_written(self):
        shown = message(Organisation, id="care", name=dt.date(2020, 1, 1))
        assert "datetime" not in shown
        assert "2020-01-01" in shown

    @pytest.mark.parametrize("text", ["\ud800", "x\udfffy"])
    def test_text_with_half_a_character_is_refused_since_no_file_can_hold_it(self, text):
        assert message(Concern, theme="tendering", text=text).startswith(
            "Concern: 1 problem\n  text: "
        )

    def test_the_name_of_an_unknown_field_is_shown_harmlessly_in_its_place(self):
        shown = message(Organisation, **{"id": "care", "na\u202eam\n": 1})
        assert len(shown.splitlines()) == 2
        assert shown.isprintable() or all(one.isprintable() for one in shown.splitlines())

    def test_the_name_of_an_unknown_field_of_300_characters_is_shown_short(self):
        assert len(message(Organisation, **{"id": "care", "x" * 300: 1})) < 400


class TestAllProblemsAtOnce:
    def test_every_field_that_is_wrong_is_listed(self):
        assert message(Dependency, depender="", dependees="corp-1", importance=9, isue="x") == (
            "Dependency: 5 problems\n"
            "  depender: '' was found; text is expected.\n"
            "  dependum: nothing is filled in; this field is required.\n"
            "  dependees: 'corp-1' was found; a list is expected. Write [corp-1].\n"
            "  importance: 9 was found; 3 or less is expected.\n"
            "  isue: the field 'isue' is not known; known are 'id', 'said', 'illustrative', "
            "'depender', 'dependum', 'dependees', 'mode', 'importance', 'essential', 'level', "
            "'issue', 'barrier', 'acknowledged_by', 'replies'. Did you mean 'issue'?"
        )

    def test_each_problem_can_be_handled_by_a_program(self):
        with pytest.raises(InvalidRecordsError) as caught:
            Network(organisations=[{"id": "care"}, {"id": "leiden", "kind": 5}])
        assert caught.value.source == "Network"
        assert caught.value.problems == (
            Problem(
                Place("organisations[2].kind"),
                "5 was found",
                "text is expected",
                'Put quotes around it: "5".',
            ),
        )

    def test_a_field_deep_inside_a_network_is_placed_in_full(self):
        offer = {"resource": "guidance", "condition": {"organization": "corp-1", "resource": "x"}}
        assert message(
            Network,
            organisations=[{"id": "care"}],
            issues=[{"id": "outflow"}],
            stakes=[
                {"organisation": "care", "issue": "outflow", "offers": [{"resource": "x"}, offer]}
            ],
        ) == (
            "Network: 2 problems\n"
            "  stakes[1].offers[2].condition.organisation: nothing is filled in; this field is "
            "required.\n"
            "  stakes[1].offers[2].condition.organization: the field 'organization' is not known; "
            "known are 'organisation', 'resource'. Did you mean 'organisation'?"
        )

    def test_a_rule_that_a_row_breaks_is_placed_at_the_row(self):
        assert message(Network, contacts=[{"between": ["care", "care"]}]) == (
            "Network: 1 problem\n"
            "  contacts[1]: a contact of 'care' with itself; a contact is between two "
            "organisations, or between two levels of one. Name the other one, or give 'level' "
            "and 'other_level'."
        )

    def test_the_problems_of_a_network_within_a_history_are_placed_in_the_whole(self):
        from netdeps.model import History

        wrong = {"date": "2021-01-01", "organisations": [{"id": "care"}, {"id": "care"}]}
        assert message(History, networks=[{"date": "2020-01-01"}, wrong]) == (
            "History: 1 problem\n"
            "  networks[2].organisations[2].id: the id 'care' is already used by "
            "organisations[1]; an id is used once. Choose another id."
        )


class TestBetweenRecords:
    def test_every_mention_of_what_is_not_there_is_listed(self):
        nobody = {"by": "nobody"}
        organisations = [{"id": "care", "part_of": "ghost", "kind": "housng_corporation"}]
        assert message(
            Network,
            organisations=organisations,
            interviews=[{"organisation": "cara"}],
            dependencies=[
                {"depender": "x1", "dependum": "a", "dependees": ["x2", "outside", "together"]},
                {"depender": "care", "dependum": "a", "dependees": ["outside"], "issue": "x3", "acknowledged_by": ["x4"]},
            ],
            waits=[{"waiter": "x5", "awaited": ["x6"]}],
            contacts=[{"between": ["x7", "outside"], "said": nobody}],
            contributions=[{"giver": "together", "taker": "outside", "resource": "time"}],
            issues=[{"id": "outflow", "involved": ["x8"], "requires_kinds": ["x9"], "owner": "x10", "depends_on": ["x11"]}],
            tables=[{"id": "directors", "members": ["x12"], "issues": ["outflw"]}],
            stakes=[{"organisation": "x13", "issue": "x14", "offers": [{"resource": "a", "condition": {"organisation": "x15", "resource": "b"}}]}],
            claims=[{"about": "x16", "topic": "role", "text": "a", "confirmed_by": ["x17"]}],
            agreements=[{"id": "a1", "what": "a", "who": ["x18"], "issue": "x19"}],
        ).splitlines() == [
            "Network: 28 problems",
            "  organisations[1].kind: 'housng_corporation' is not one of the kinds; known are "
            "'care_provider', 'department', 'housing_corporation', 'knowledge_institute', "
            "'ministry', 'municipality', 'neighbourhood_network', 'other', "
            "'welfare_organisation'. Did you mean 'housing_corporation'?",
            "  organisations[1].part_of: 'ghost'" + NOT_THERE,
            "  interviews[1].organisation: 'cara' is not one of the organisations; known are "
            "'care'. Did you mean 'care'?",
            "  dependencies[1].depender: 'x1'" + NOT_THERE,
            "  dependencies[1].dependees[1]: 'x2'" + NOT_THERE,
            "  dependencies[1].dependees[3]: 'together'" + NOT_THERE,
            "  dependencies[2].issue: 'x3'" + NO_ISSUE,
            "  dependencies[2].acknowledged_by[1]: 'x4'" + NOT_THERE,
            "  waits[1].waiter: 'x5'" + NOT_THERE,
            "  waits[1].awaited[1]: 'x6'" + NOT_THERE,
            "  contacts[1].said.by: 'nobody'" + NOT_THERE,
            "  contacts[1].between[1]: 'x7'" + NOT_THERE,
            "  contacts[1].between[2]: 'outside'" + NOT_THERE,
            "  contributions[1].giver: 'together'" + NOT_THERE,
            "  contributions[1].taker: 'outside'" + NOT_THERE,
            "  issues[1].involved[1]: 'x8'" + NOT_THERE,
            "  issues[1].requires_kinds[1]: 'x9' is not one of the kinds; known are "
            "'care_provider', 'department', 'housing_corporation', 'knowledge_institute', "
            "'ministry', 'municipality', 'neighbourhood_network', 'other', "
            "'welfare_organisation'. Add it under 'kinds'.",
            "  issues[1].owner: 'x10'" + NOT_THERE,
            "  issues[1].depends_on[1]: 'x11'" + NO_ISSUE,
            "  tables[1].members[1]: 'x12'" + NOT_THERE,
            "  tables[1].issues[1]: 'outflw' is not one of the issues; known are 'outflow'. "
            "Did you mean 'outflow'?",
            "  stakes[1].organisation: 'x13'" + NOT_THERE,
            "  stakes[1].issue: 'x14'" + NO_ISSUE,
            "  stakes[1].offers[1].condition.organisation: 'x15'" + NOT_THERE,
            "  claims[1].about: 'x16'" + NOT_THERE,
            "  claims[1].confirmed_by[1]: 'x17'" + NOT_THERE,
            "  agreements[1].who[1]: 'x18'" + NOT_THERE,
            "  agreements[1].issue: 'x19'" + NO_ISSUE,
        ]  # fmt: skip

    def test_where_there_is_nothing_to_refer_to_it_says_so(self):
        assert message(Network, interviews=[{"organisation": "care"}]) == (
            "Network: 1 problem\n"
            "  interviews[1].organisation: 'care' is not one of the organisations; "
            "there are none. Add it under 'organisations'."
        )

    def test_the_words_for_outside_and_together_cannot_be_organisations(self):
        reserved = (
            "this word stands for somebody outside the network or for the common pot. "
            "Choose another id."
        )
        assert message(Network, organisations=[{"id": "together"}, {"id": "outside"}]) == (
            "Network: 2 problems\n"
            f"  organisations[1].id: the id 'together' is reserved; {reserved}\n"
            f"  organisations[2].id: the id 'outside' is reserved; {reserved}"
        )

    @pytest.mark.parametrize(
        ("lists", "line"),
        [
            (
                {"organisations": [{"id": "care"}, {"id": "b"}, {"id": "care"}]},
                "organisations[3].id: the id 'care' is already used by organisations[1]",
            ),
            (
                {"kinds": [{"id": "police"}, {"id": "police"}]},
                "kinds[2].id: the id 'police' is already used by kinds[1]",
            ),
            (
                {"issues": [{"id": "outflow"}, {"id": "outflow"}]},
                "issues[2].id: the id 'outflow' is already used by issues[1]",
            ),
            (
                {"tables": [{"id": "directors"}, {"id": "directors"}]},
                "tables[2].id: the id 'directors' is already used by tables[1]",
            ),
            (
                {"concerns": [{"id": "s1", "theme": "a"}], "ratings": [{"id": "s1", "condition": "process", "score": 1}]},
                "ratings[1].id: the id 's1' is already used by concerns[1]",
            ),
        ],
    )  # fmt: skip
    def test_an_id_that_is_used_twice_is_named_with_where_it_was_first(self, lists, line):
        assert message(Network, **lists) == (
            f"Network: 1 problem\n  {line}; an id is used once. Choose another id."
        )

    def test_an_issue_a_table_and_an_organisation_may_share_an_id(self):
        network = Network(
            organisations=[{"id": "x"}],
            issues=[{"id": "x"}],
            tables=[{"id": "x"}],
            kinds=[{"id": "x"}],
        )
        assert network.ids == ("x",)

    @pytest.mark.parametrize(
        ("wholes", "in_the_circle"),
        [
            ({"a": "a"}, ["a"]),
            ({"a": "b", "b": "a"}, ["a", "b"]),
            ({"a": "b", "b": "c", "c": "a"}, ["a", "b", "c"]),
            ({"a": "b", "b": "b"}, ["b"]),
            ({"a": "b", "b": "c", "c": "b", "d": None}, ["b", "c"]),
        ],
    )
    def test_an_organisation_that_is_a_part_of_itself_is_refused(self, wholes, in_the_circle):
        rows = [{"id": name, "part_of": above} for name, above in wholes.items()]
        places = [
            f"organisations[{number}]"
            for number, row in enumerate(rows, 1)
            if row["id"] in in_the_circle
        ]
        many = "problem" if len(places) == 1 else "problems"
        assert message(Network, organisations=rows) == "\n".join(
            [
                f"Network: {len(places)} {many}",
                *(
                    f"  {where}.part_of: '{name}' is a part of itself; parts form a tree. "
                    "Clear 'part_of' of one of them."
                    for where, name in zip(places, in_the_circle, strict=True)
                ),
            ]
        )  # fmt: skip


NOT_THERE = " is not one of the organisations; known are 'care'. Add it under 'organisations'."
NO_ISSUE = " is not one of the issues; known are 'outflow'. Add it under 'issues'."


class TestStatementsWithoutAnId:
    def test_each_gets_the_name_of_its_list_and_its_place(self):
        network = Network(
            organisations=[{"id": "care"}],
            concerns=[{"theme": "tendering"}, {"id": "mine", "theme": "money"}, {"theme": "pace"}],
        )
        assert [row.id for row in network.concerns] == ["concerns/1", "mine", "concerns/3"]

    def test_a_name_that_somebody_gave_is_never_given_again(self):
        network = Network(
            concerns=[{"theme": "a"}, {"id": "concerns/1", "theme": "b"}, {"theme": "c"}],
        )
        names = [row.id for row in network.concerns]
        assert names[1] == "concerns/1"
        assert len(set(names)) == 3

    def test_a_name_that_somebody_gave_in_another_list_is_never_given_again(self):
        network = Network(
            organisations=[{"id": "care"}],
            claims=[{"id": "concerns/1", "about": "care", "topic": "role", "text": "a"}],
            concerns=[{"theme": "tendering"}],
        )
        assert network.concerns[0].id != network.claims[0].id == "concerns/1"

    def test_records_made_beforehand_get_a_name_too(self):
        network = Network(concerns=[Concern(theme="tendering"), Concern(id="x", theme="pace")])
        assert [row.id for row in network.concerns] == ["concerns/1", "x"]

    def test_an_agreement_without_an_id_is_refused_by_hand_as_in_a_file(self):
        assert message(Network, agreements=[{"what": "meet"}]) == (
            "Network: 1 problem\n  agreements[1].id: nothing is filled in; this field is required."
        )
