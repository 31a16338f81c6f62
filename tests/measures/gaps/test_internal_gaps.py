"""In which organisations no line is known from who decides to who does the work."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import LEVELS, asked, backwards, named, relabelled, replaced, with_records
from strategies import cases

from netdeps import Network, formats
from netdeps.errors import UnknownNameError
from netdeps.measures import internal_gaps
from netdeps.measures.gaps.internal import unknown_links

GOVERNING, MANAGEMENT, OPERATIONAL = LEVELS
UPPER, LOWER = (GOVERNING, MANAGEMENT), (MANAGEMENT, OPERATIONAL)
EXAMPLES = Path(__file__).parents[3] / "examples"


def across(one, other, levels=LOWER, *, by=None, exists=True, name="crossing"):
    """Contact across two levels: the first at the first level, the second at the second."""
    return {
        "id": name,
        "between": [one, other],
        "level": levels[0],
        "other_level": levels[1],
        "exists": exists,
        "said": {"by": by},
    }


def city(*contacts, **fields):
    """A municipality with managers, a project group and a desk, and a care provider beside it."""
    organisations = [
        {"id": "city", "name": "City"},
        {"id": "desk", "part_of": "project", "levels": [OPERATIONAL]},
        {"id": "managers", "part_of": "city", "levels": [MANAGEMENT]},
        {"id": "project", "part_of": "city", "levels": [MANAGEMENT, OPERATIONAL]},
        {"id": "care"},
    ]
    numbered = [{**row, "id": f"crossing {number}"} for number, row in enumerate(contacts)]
    return Network(**{"organisations": organisations, "contacts": numbered, **fields})


def found(network, **options):
    return {(row.organisation, row.levels): row.state for row in internal_gaps(network, **options)}


class TestWhatALineIs:
    def test_between_two_parts_who_say_there_is_none_there_is_none(self):
        network = city(across("managers", "project", by="managers", exists=False))
        assert found(network) == {("city", LOWER): "no"}

    def test_one_contact_across_the_levels_is_enough_for_a_line(self):
        network = city(
            across("managers", "project", by="managers", exists=False),
            across("managers", "desk", by="desk"),
        )
        assert found(network) == {}

    def test_it_does_not_matter_which_end_is_named_first(self):
        network = city(
            across("managers", "project", by="managers"),
            across("project", "managers", LOWER[::-1], by="project", exists=False),
        )
        assert found(network) == {("city", LOWER): "disputed"}

    def test_a_line_inside_a_part_is_a_line_inside_the_whole_too(self):
        network = city(across("project", "desk", by="desk", exists=False))
        assert found(network) == {("city", LOWER): "no", ("project", LOWER): "no"}

    def test_an_organisation_without_parts_has_a_line_with_itself(self):
        network = city(across("care", "care", UPPER, by="care", exists=False))
        assert found(network) == {("care", UPPER): "no"}

    def test_contact_with_another_organisation_is_no_line_inside(self):
        assert found(city(across("care", "desk", by="care", exists=False))) == {}

    def test_contact_at_one_level_is_no_line_between_two(self):
        same = {"between": ["managers", "project"], "level": MANAGEMENT}
        network = with_records(
            city(across("managers", "project", by="project", exists=False)), contacts=[same]
        )
        assert found(network) == {("city", LOWER): "no"}

    def test_contact_that_skips_a_level_is_no_line_with_it(self):
        network = city(
            across("city", "desk", (GOVERNING, OPERATIONAL), by="desk"),
            across("city", "managers", UPPER, by="city", exists=False),
        )
        assert found(network) == {("city", UPPER): "no"}

    def test_without_managers_the_line_runs_from_directors_to_the_work(self):
        ends = (GOVERNING, OPERATIONAL)
        network = Network(
            organisations=[{"id": "small", "levels": ends}],
            contacts=[across("small", "small", ends, by="small", exists=False)],
        )
        assert found(network) == {("small", ends): "no"}

    def test_levels_that_only_the_parts_have_are_levels_of_the_whole(self):
        network = Network(
            organisations=[
                {"id": "city", "levels": [GOVERNING]},
                {"id": "desk", "part_of": "city", "levels": [OPERATIONAL]},
                {"id": "managers", "part_of": "city", "levels": [MANAGEMENT]},
            ],
            contacts=[across("managers", "desk", by="desk", exists=False)],
        )
        assert found(network) == {("city", LOWER): "no"}

    def test_who_has_one_level_has_no_line_inside(self):
        network = Network(organisations=[{"id": "one", "levels": [GOVERNING]}])
        assert (found(network), unknown_links(network)) == ({}, [])


class TestWhoSaysIt:
    def test_silence_is_no_answer_even_of_who_was_asked_about_contacts(self):
        network = replaced(city(), interviews=asked("managers", "project", "city"))
        assert found(network) == {}

    def test_those_inside_come_before_others(self):
        network = city(
            across("managers", "project", by="care"),
            across("managers", "project", by="project", exists=False),
        )
        (row,) = internal_gaps(network)
        assert (row.state, row.because) == ("no", ("crossing 1",))

    @pytest.mark.parametrize(
        ("says", "state"), [([False], "no"), ([True], None), ([True, False], None)]
    )
    def test_of_others_one_yes_is_enough(self, says, state):
        network = city(*(across("managers", "project", by="care", exists=one) for one in says))
        assert found(network) == ({("city", LOWER): state} if state else {})

    def test_nobody_named_is_not_somebody_inside(self):
        network = city(
            across("managers", "project", exists=True),
            across("managers", "project", by="desk", exists=False),
        )
        assert found(network) == {("city", LOWER): "no"}

    @pytest.mark.parametrize(
        ("whole", "part", "state"),
        [(False, False, "no"), (False, True, "disputed"), (True, False, None), (True, True, None)],
    )
    def test_what_is_said_of_the_whole_holds_for_its_parts(self, whole, part, state):
        network = city(
            across("city", "city", by="city", exists=whole),
            across("managers", "project", by="managers", exists=part),
        )
        assert found(network) == ({("city", LOWER): state} if state else {})


class TestWhatARowTells:
    def test_what_is_missing_comes_before_what_is_disputed(self):
        network = city(
            across("city", "managers", UPPER, by="city"),
            across("city", "managers", UPPER, by="managers", exists=False),
            across("project", "managers", LOWER[::-1], by="project", exists=False),
            across("care", "care", UPPER, by="care", exists=False),
        )
        rows = [(row.organisation, row.levels, row.state) for row in internal_gaps(network)]
        assert rows == [
            ("care", UPPER, "no"),
            ("city", LOWER, "no"),
            ("city", UPPER, "disputed"),
        ]

    def test_it_is_about_an_organisation_and_two_levels(self):
        (row,) = internal_gaps(city(across("care", "care", UPPER, by="care", exists=False)))
        assert row.key == ("care", UPPER)

    def test_inside_an_organisation_its_parts_are_looked_at(self):
        network = city(
            across("managers", "project", by="managers", exists=False),
            across("project", "desk", by="desk", exists=False),
        )
        assert found(network, inside="city") == {("project", LOWER): "no"}

    def test_an_organisation_that_is_not_there_is_refused(self):
        with pytest.raises(UnknownNameError, match="organisation 'town' is not known"):
            internal_gaps(city(), inside="town")


class TestWhatIsNotKnown:
    def links(self, network):
        return [(one.organisation, one.levels) for one in unknown_links(network)]

    def test_of_who_has_parts_every_line_that_nobody_spoke_of_is_a_question(self):
        assert self.links(city()) == [("city", UPPER), ("city", LOWER), ("project", LOWER)]

    def test_of_others_only_where_a_line_inside_was_spoken_of(self):
        network = city(across("care", "care", UPPER, by="care"))
        assert ("care", LOWER) in self.links(network)
        assert ("care", UPPER) not in self.links(network)


def test_in_leiden_the_managers_are_far_from_the_task():
    network = formats.read(EXAMPLES / "leiden.yaml")
    assert found(network)[("leiden", LOWER)] == "no"


def slow_state(network, whole, levels):
    """What is known of a line, from every statement and every organisation anew."""
    members = {whole, *network.parts_of(whole)}
    rows = [
        row
        for row in network.contacts
        if row.crosses
        and {row.level, row.other_level} == set(levels)
        and set(row.between) <= members
    ]
    own = [row for row in rows if row.said.by in members]
    if not own:
        return ("yes" if any(row.exists for row in rows) else "no") if rows else None

    def same(row, other):
        ends = [dict(zip((r.level, r.other_level), r.between, strict=True)) for r in (row, other)]
        return ends[0] == ends[1]

    def about_whole(row):
        return row.between == (whole, whole)

    states = []
    for row in own:
        told = {other.exists for other in own if same(row, other) or about_whole(other)}
        states.append("disputed" if len(told) > 1 else "yes" if True in told else "no")
    return next(state for state in ("yes", "disputed", "no") if state in states)


@st.composite
def nested_cases(draw):
    """Networks with parts of parts, and much contact across levels."""
    network = draw(cases(min_size=3, max_size=4))
    ids = network.ids
    wholes = [None, ids[0], draw(st.sampled_from(ids[:2])), None]
    rows = [
        {"id": one, "part_of": whole, "levels": LEVELS}
        for one, whole in zip(ids, wholes, strict=False)
    ]
    ends = st.sampled_from(list(product(ids[:3], ids[:3])))
    facts = st.tuples(ends, st.sampled_from([UPPER, LOWER]), st.sampled_from([None, *ids]))
    told = draw(st.lists(st.tuples(facts, st.booleans()), max_size=6))
    return replaced(
        network,
        organisations=rows,
        contacts=[
            across(*between, levels, by=by, exists=exists, name=f"crossing-{number}")
            for number, ((between, levels, by), exists) in enumerate(told)
        ],
    )


@given(nested_cases())
def test_every_state_is_that_of_all_statements_looked_through_anew(network):
    expected = {
        (one, levels): state
        for one in network.ids
        for levels in (UPPER, LOWER)
        if (state := slow_state(network, one, levels)) in {"no", "disputed"}
    }
    assert found(network) == expected
    assert found(backwards(network)) == expected


@given(nested_cases())
def test_a_line_is_a_gap_or_a_question_or_known_to_be_there(network):
    gaps = set(found(network))
    open_lines = {(one.organisation, one.levels) for one in unknown_links(network)}
    assert gaps.isdisjoint(open_lines)
    for one, levels in product(network.ids, (UPPER, LOWER)):
        if network.parts_of(one) and slow_state(network, one, levels) is None:
            assert (one, levels) in open_lines


@given(nested_cases())
def test_what_an_internal_gap_does_not_rest_on_can_be_left_out(network):
    for row in internal_gaps(network):
        left = replaced(network, contacts=[c for c in network.contacts if c.id in row.because])
        assert row in list(internal_gaps(left))


@given(nested_cases())
def test_other_ids_give_the_same_lines_under_those_ids(network):
    names = {one: f"z-{number}" for number, one in enumerate(reversed(network.ids))}
    turned = found(relabelled(network, names))
    assert turned == {(names[one], levels): s for (one, levels), s in found(network).items()}


def test_an_empty_network_has_no_lines():
    assert unknown_links(Network()) == []
    assert list(internal_gaps(Network(organisations=named("a")))) == []
