"""What the two parties of a pair say of their contact themselves, set side by side."""

import time
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import asked, named, pairs_of, replaced, spoken, with_records
from strategies import cases

from netdeps import Network, formats
from netdeps.errors import OptionError
from netdeps.graph import Contacts
from netdeps.measures import confirmation_rate, contact_density, one_sided_contacts
from netdeps.model import LEVELS

EXAMPLES = Path(__file__).parents[3] / "examples"
RULES = ("intersection", "union")

PAIRS = {
    "a": {"b": 1, "c": 1, "d": 0},
    "b": {"a": 1, "c": 1},
    "c": {"a": 0, "d": 0},
    "d": {"a": 0, "c": 1},
}

ONE_SILENT = {
    "a": {"b": 1, "c": 1, "d": 1},
    "b": {"a": 1, "c": 0, "d": 0},
    "c": {"a": 0, "b": 0, "d": 1},
}


def reporting(reports, *, names="abcd", levels=("governing",), **fields):
    """Organisations of which each reports yes or no on some others: {"a": {"b": 1, "c": 0}}."""
    told = [
        {**row, "id": f"{row['id']} {there}"}
        for one, others in reports.items()
        for other, there in others.items()
        for row in spoken([(one, other)], exists=bool(there))
    ]
    return Network(organisations=named(*names, levels=list(levels)), contacts=told, **fields)


def bounds(found):
    return (found.low, found.high)


class TestWorkedExamples:
    def test_of_six_pairs_one_is_agreed_two_are_disputed_and_two_not_complete(self):
        """AB(1,1), AC(1,0), AD(0,0), BC(1,-), BD(-,-), CD(0,1): confirmation 1/3."""
        network = reporting(PAIRS)
        rows = one_sided_contacts(network)
        assert [(row.parties, row.says_yes, row.says_no) for row in rows] == [
            (("a", "c"), "a", "c"),
            (("c", "d"), "d", "c"),
        ]
        assert confirmation_rate(network) == 1 / 3
        assert confirmation_rate(network).known_share == 4 / 6

    def test_with_one_silent_party_the_density_is_bounded(self):
        network = reporting(ONE_SILENT)
        assert bounds(contact_density(network, rule="union")) == (4 / 6, 5 / 6)
        assert bounds(contact_density(network)) == (1 / 6, 3 / 6)
        assert confirmation_rate(network) == 1 / 2

    def test_with_two_silent_parties_the_bounds_are_wider(self):
        reports = {one: ONE_SILENT[one] for one in "ab"}
        network = reporting(reports)
        assert bounds(contact_density(network, rule="union")) == (3 / 6, 6 / 6)
        assert bounds(contact_density(network)) == (1 / 6, 4 / 6)


class TestOneSidedContacts:
    def test_a_no_that_follows_from_silence_is_not_a_stated_no(self):
        network = reporting({"a": {"b": 1}}, names="ab", interviews=asked("b"))
        (row,) = one_sided_contacts(network)
        assert (row.says_yes, row.says_no, row.stated_no) == ("a", "b", False)
        assert row.because == ("a speaks b any 1", "interview b any contacts")

    def test_a_stated_no_is_one_and_comes_first(self):
        network = reporting({"a": {"b": 1}, "c": {"d": 1}, "d": {"c": 0}}, interviews=asked("b"))
        rows = one_sided_contacts(network)
        assert [(row.parties, row.stated_no) for row in rows] == [
            (("c", "d"), True),
            (("a", "b"), False),
        ]

    def test_a_party_that_contradicts_itself_is_not_named(self):
        network = with_records(
            reporting({"a": {"b": 1}, "b": {"a": 1}}, names="ab"),
            contacts=[{"between": ["b", "a"], "exists": False, "said": {"by": "b"}}],
        )
        (row,) = one_sided_contacts(network)
        assert (row.says_yes, row.says_no, row.stated_no) == (None, None, True)
        assert confirmation_rate(network) == 0
        alone = reporting({"a": {"b": 1}}, names="ab")
        torn = with_records(
            alone, contacts=[{"between": ["a", "b"], "exists": False, "said": {"by": "a"}}]
        )
        (row,) = one_sided_contacts(torn)
        assert (row.says_yes, row.says_no) == (None, None)

    def test_there_is_a_row_for_each_level(self):
        network = reporting(
            {"a": {"b": 1}}, names="ab", levels=LEVELS, interviews=asked("b", level="governing")
        )
        assert [row.level for row in one_sided_contacts(network)] == ["governing"]
        everywhere = replaced(network, interviews=asked("b"))
        assert [row.level for row in one_sided_contacts(everywhere)] == list(LEVELS)
        at = one_sided_contacts(everywhere, level="operational")
        assert [row.level for row in at] == ["operational"]

    def test_what_others_say_does_not_count(self):
        network = reporting({"a": {"b": 1}}, names="abc")
        by_others = [
            {"between": ["a", "b"], "exists": False, "said": {"by": who}} for who in ("c", None)
        ]
        assert list(one_sided_contacts(with_records(network, contacts=by_others))) == []

    def test_of_a_kind_only_the_pairs_within_it_count(self):
        network = reporting({"a": {"b": 1}, "b": {"a": 0}}, names="ab")
        kinds = [{"id": one, "kind": kind} for one, kind in (("a", "ministry"), ("b", "other"))]
        network = replaced(network, organisations=kinds)
        assert len(one_sided_contacts(network)) == len(LEVELS)
        assert list(one_sided_contacts(network, kind="ministry")) == []


class TestContactDensity:
    def test_over_any_level_one_level_that_both_tell_of_is_enough(self):
        network = reporting({"a": {"b": 1}}, names="ab", levels=LEVELS)
        back = {"between": ["b", "a"], "level": "management", "said": {"by": "b"}}
        network = with_records(network, contacts=[back])
        assert contact_density(network) == 1
        assert contact_density(network, level="governing").value is None

    def test_two_who_tell_of_different_levels_do_not_confirm_each_other(self):
        told = [
            {"between": ["a", "b"], "level": "governing", "said": {"by": "a"}},
            {"between": ["a", "b"], "level": "management", "said": {"by": "b"}},
        ]
        network = Network(organisations=named("a", "b"), contacts=told, interviews=asked("a", "b"))
        assert contact_density(network) == 0
        assert contact_density(network, rule="union") == 1

    def test_the_value_is_the_share_among_what_is_decided(self):
        network = reporting(ONE_SILENT)
        assert contact_density(network, rule="union") == 4 / 5
        assert contact_density(network) == 1 / 4
        assert contact_density(network).known_share == 4 / 6

    def test_where_nobody_was_asked_anything_is_possible(self):
        found = contact_density(reporting({}))
        assert (found.low, found.value, found.high) == (0, None, 1)
        assert str(found.reason) == (
            "what the parties themselves say decides of no pair whether it is in contact"
        )
        assert str(confirmation_rate(reporting({})).reason) == (
            "no party tells of a contact about which both were heard"
        )

    def test_without_a_level_in_common_there_are_no_pairs(self):
        network = Network(
            organisations=[
                {"id": "a", "levels": ["governing"]},
                {"id": "b", "levels": ["operational"]},
            ]
        )
        for found in (contact_density(network), contact_density(Network())):
            assert (found.low, found.value, found.high) == (None, None, None)
            assert str(found.reason) == "no two organisations have a level in common here"

    def test_contact_across_levels_is_contact_at_neither(self):
        crossed = {"level": "governing", "other_level": "operational", "said": {"by": "a"}}
        network = Network(
            organisations=named("a", "b"), contacts=[{"between": ["a", "b"], **crossed}]
        )
        assert contact_density(network, rule="union").low == 0
        assert contact_density(network, rule="union").because == ()

    def test_a_rule_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            contact_density(Network(), rule="both")
        assert str(caught.value) == (
            "the rule 'both' is not known; known are 'intersection', 'union'."
        )

    def test_it_rests_on_own_words_and_on_who_was_asked_at_that_level(self):
        network = reporting(
            {"a": {"b": 1}},
            names="abc",
            levels=LEVELS,
            interviews=[*asked("b", level="governing"), *asked("c", level="management")],
        )
        by_c = {"id": "by c", "between": ["a", "b"], "said": {"by": "c"}}
        lower = {"id": "lower", "between": ["a", "b"], "said": {"by": "b"}, "level": "management"}
        network = with_records(network, contacts=[by_c, lower])
        assert contact_density(network, level="governing").because == (
            "a speaks b any 1",
            "interview b governing contacts",
        )

    def test_thousands_of_organisations_are_counted_together(self):
        names = [f"o{number}" for number in range(3000)]
        network = Network(organisations=named(*names), interviews=asked(*names[:1000]))
        start = time.perf_counter()
        found = contact_density(network)
        assert time.perf_counter() - start < 5
        silent = 2000 * 1999 / 2
        assert found.high == silent / (3000 * 2999 / 2)


def report(network, one, other, level):
    """Yes, no, both or nothing, as one party says it, read off the statements one by one."""
    own = [c for c in network.contacts if c.said.by == one and set(c.between) == {one, other}]
    precise = [c for c in own if c.level == level] or [c for c in own if c.level is None]
    if precise:
        return {c.exists for c in precise}
    was_asked = any(
        i.organisation == one and "contacts" in i.asked and i.level in {None, level}
        for i in network.interviews
    )
    return {False} if was_asked else None


def common(network, one, other):
    first, second = (network.organisation(name).levels for name in (one, other))
    return [level for level in LEVELS if level in first and level in second]


def possible(said):
    """The answers that a report can stand for: what is not known can be either."""
    return [said] if said is not None else [{True}, {False}]


def tied(rule, first, second):
    return first == second == {True} if rule == "intersection" else True in first | second


def slow_pairs(network, rule, level=None):
    """For each pair whether it can be in contact, and whether it can be without."""
    for one, other in pairs_of(network):
        levels = [at for at in common(network, one, other) if level in {None, at}]
        if levels:
            ways = [
                [
                    tied(rule, first, second)
                    for first in possible(report(network, one, other, at))
                    for second in possible(report(network, other, one, at))
                ]
                for at in levels
            ]
            yield {any(outcome) for outcome in product(*ways)}


@given(cases(max_size=4), st.sampled_from(RULES), st.sampled_from([None, *LEVELS]))
def test_every_density_is_that_of_all_answers_written_out(network, rule, level):
    pairs = list(slow_pairs(network, rule, level))
    found = contact_density(network, rule=rule, level=level)
    if not pairs:
        assert bounds(found) == (None, None)
        return
    count = len(pairs)
    assert found.low == sum(one == {True} for one in pairs) / count
    assert found.high == sum(True in one for one in pairs) / count
    decided = [one for one in pairs if len(one) == 1]
    assert found.known_share == len(decided) / count
    assert (found.value is None) == (not decided)
    if decided:
        assert found.low <= found.value <= found.high


def categories(network, level):
    count = Counter()
    for one, other in pairs_of(network):
        if level in common(network, one, other):
            first, second = (report(network, *two, level) for two in ((one, other), (other, one)))
            said = (first or set()) | (second or set())
            if said == {True, False}:
                count["disputed"] += 1
            elif None in (first, second):
                count["incomplete"] += 1
            else:
                count["agreed yes" if said == {True} else "agreed no"] += 1
    return count


@given(cases(max_size=4), st.sampled_from(LEVELS))
def test_agreed_disputed_denied_and_incomplete_partition_the_pairs(network, level):
    count = categories(network, level)
    pairs = sum(count.values())
    assert len(one_sided_contacts(network, level=level)) == count["disputed"]
    told = count["agreed yes"] + count["disputed"]
    rate = confirmation_rate(network, level=level)
    assert rate.value == (count["agreed yes"] / told if told else None)
    if pairs:
        assert rate.known_share == (pairs - count["incomplete"]) / pairs
    assert [row.level for row in one_sided_contacts(network)].count(level) == count["disputed"]


@given(cases(max_size=4), st.sampled_from([None, *LEVELS]))
def test_the_intersection_lies_within_the_union(network, level):
    both, either = (contact_density(network, rule=rule, level=level) for rule in RULES)
    if both.low is not None:
        assert both.low <= either.low
        assert both.high <= either.high


@given(cases(max_size=4), st.sampled_from(LEVELS))
def test_the_two_rules_agree_where_everybody_was_heard_and_nothing_is_disputed(network, level):
    heard = replaced(network, interviews=asked(*network.ids))
    both, either = (contact_density(heard, rule=rule, level=level) for rule in RULES)
    disputed = len(one_sided_contacts(heard, level=level))
    assert both.low == both.high
    assert (both.low == either.low) == (not disputed)


@given(cases(max_size=4))
def test_who_of_the_two_is_named_first_is_no_matter(network):
    names = dict(zip(network.ids, network.ids[::-1], strict=True))
    turned = Network(
        organisations=[
            {**one.model_dump(), "id": names[one.id], "part_of": None}
            for one in network.organisations
        ],
        contacts=[
            {
                **one.model_dump(),
                "between": [names[name] for name in one.between],
                "said": {"by": names.get(one.said.by)},
            }
            for one in network.contacts
        ],
        interviews=[
            {**one.model_dump(), "organisation": names[one.organisation]}
            for one in network.interviews
        ],
    )
    for rule in RULES:
        assert bounds(contact_density(turned, rule=rule)) == bounds(
            contact_density(network, rule=rule)
        )
    assert confirmation_rate(turned).value == confirmation_rate(network).value


@given(cases(max_size=3), st.sampled_from(RULES), st.sampled_from([None, "governing"]), st.data())
def test_bounds_nest_as_reports_come_in_and_hold_every_completion(network, rule, level, data):
    outer = contact_density(network, rule=rule, level=level)
    open_reports = [
        (one, other, at)
        for pair in pairs_of(network)
        for one, other in (pair, pair[::-1])
        for at in common(network, *pair)
        if report(network, one, other, at) is None
    ]
    chosen = data.draw(st.lists(st.sampled_from(open_reports), unique=True)) if open_reports else []
    come_in = [
        {
            "between": [one, other],
            "level": at,
            "said": {"by": one},
            "exists": data.draw(st.booleans()),
        }
        for one, other, at in chosen
    ]
    inner = contact_density(with_records(network, contacts=come_in), rule=rule, level=level)
    if outer.low is not None:
        assert outer.low <= inner.low <= inner.high <= outer.high
        if len(chosen) == len(open_reports):
            assert inner.low == inner.value == inner.high


@given(cases(max_size=4))
def test_what_is_one_sided_is_what_is_disputed_elsewhere(network):
    contacts = Contacts(network)
    disputed = {
        (pair, level)
        for pair in pairs_of(network)
        for level, state in contacts.states(*pair).items()
        if state.state == "disputed"
    }
    assert {(row.parties, row.level) for row in one_sided_contacts(network)} == disputed


class TestTheCases:
    def test_leiden_one_corporation_tells_of_a_line_that_the_provider_denies(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        (row,) = one_sided_contacts(leiden)
        assert (row.says_yes, row.says_no, row.level) == ("corp-2", "care-c", "management")
        assert row.stated_no
        assert confirmation_rate(leiden) == 4 / 5

    def test_hengelo_one_provider_did_not_name_the_municipality(self):
        hengelo = formats.read(EXAMPLES / "hengelo.yaml")
        (row,) = one_sided_contacts(hengelo)
        assert (row.says_yes, row.says_no, row.stated_no) == ("hengelo", "zorg-b", False)
