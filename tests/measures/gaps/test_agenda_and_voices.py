"""What holds for every measure of the agenda and the voices: names, order and company."""

import inspect
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import backwards, named, relabelled, renamed, replaced, statements, with_records
from strategies import agendas

from netdeps import edition, formats, measures
from netdeps.model import LISTS
from netdeps.results import Findings

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = (
    "barriers",
    "issue_gaps",
    "tables_without_issues",
    "mandate_gaps",
    "mandate_deficit",
    "one_sided_contacts",
    "confirmation_rate",
    "contact_density",
    "filled_in_claims",
    "unspoken_concerns",
    "unspoken_share",
)
FINDINGS = (
    "barriers",
    "issue_gaps",
    "tables_without_issues",
    "mandate_gaps",
    "one_sided_contacts",
    "filled_in_claims",
    "unspoken_concerns",
)
FIGURES = tuple(name for name in NAMES if name not in FINDINGS)


def measure(name, network, **options):
    return getattr(measures, name)(network, **options)


def data(name, network, **options):
    found = measure(name, network, **options).to_dict()
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    return found


def turned(value):
    """Plain data in which the order of a list is no matter."""
    if isinstance(value, list):
        return sorted(map(turned, value), key=json.dumps)
    if isinstance(value, dict):
        return {key: turned(inner) for key, inner in value.items()}
    return value


def all_data(network, names=NAMES, **options):
    return {name: data(name, network, **options) for name in names}


def all_findings(network, names=FINDINGS):
    return ((name, row) for name in names for row in measure(name, network))


@given(agendas(max_size=3), st.data())
def test_other_ids_give_the_same_agenda_and_voices_under_those_ids(network, draw):
    fresh = draw.draw(st.permutations([f"new-{number}" for number in range(len(network.ids))]))
    names = dict(zip(network.ids, fresh, strict=True))
    there, here = all_data(relabelled(network, names)), all_data(network)
    for name in NAMES:
        assert turned(there[name]) == turned(renamed(here[name], names)), name


@given(agendas(max_size=3), st.data())
def test_no_order_of_the_records_matters_to_agenda_and_voices(network, draw):
    shuffled = {row: draw.draw(st.permutations(network.lists[row])) for row in LISTS}
    wanted = all_data(network)
    assert all_data(replaced(network, **shuffled)) == wanted
    assert all_data(backwards(network)) == wanted


@given(agendas())
def test_agenda_and_voices_rest_on_statements_that_are_there(network):
    for name in NAMES:
        found = measure(name, network)
        assert set(found.because) <= {*statements(network)}, name
        if isinstance(found, Findings):
            assert {one for row in found for one in row.because} == set(found.because), name
            assert all(row.because == tuple(sorted(set(row.because))) for row in found), name


LEFT = (
    "interviews",
    "dependencies",
    "contacts",
    "tables",
    "stakes",
    "claims",
    "concerns",
    "agreements",
)


def resting_on(network, because):
    """The network in which nothing was said but what a result rests on; the issues stay named."""
    lists = {name: [one for one in network.lists[name] if one.id in because] for name in LEFT}
    return replaced(network, **lists)


@given(agendas())
def test_what_a_finding_of_agenda_and_voices_does_not_rest_on_can_be_left_out(network):
    for name, row in all_findings(network):
        left = measure(name, resting_on(network, row.because))
        assert row.to_dict() in left.to_rows(), name


@given(agendas())
def test_what_a_figure_of_agenda_and_voices_does_not_rest_on_can_be_left_out(network):
    for name in FIGURES:
        found = measure(name, network)
        left = measure(name, resting_on(network, found.because))
        assert (left.value, left.low, left.high) == (found.value, found.low, found.high), name


@given(agendas(max_size=3))
def test_inside_an_organisation_only_its_parts_have_an_agenda_and_voices(network):
    whole = network.ids[0]
    assert all_data(network, inside=whole) == all_data(network.inside(whole))


@given(agendas(max_size=3))
def test_somebody_who_has_nothing_to_do_with_it_changes_no_finding_of_agenda_and_voices(network):
    joined = with_records(network, organisations=named("zz", kind="ministry"))
    for name in FINDINGS:
        assert measure(name, joined).to_rows() == measure(name, network).to_rows(), name


@given(agendas(max_size=3))
def test_an_edition_is_measured_by_what_it_holds(network):
    """All statements of these networks are for the facilitator; the table sees nothing of them."""
    seen = edition(network, "table").network
    for name in NAMES:
        found = measure(name, seen)
        if isinstance(found, Findings):
            assert (list(found), dict(found.undefined)) == ([], {}), name
        else:
            assert found.value is None, name


@given(agendas())
def test_every_finding_of_agenda_and_voices_can_be_said_in_both_languages(network):
    for _, row in all_findings(network):
        for language in ("nl", "en"):
            texts = (row.sentence(language), row.question(language), row.otherwise(language))
            assert [text[-1] for text in texts] == [".", "?", "."]
            assert not any("{" in text for text in texts)


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_of_agenda_and_voices_looks_inside_an_organisation(name):
    assert "inside" in inspect.signature(getattr(measures, name)).parameters


@given(agendas())
def test_no_finding_of_agenda_and_voices_ranks_above_the_one_before(network):
    for name in FINDINGS:
        found = measure(name, network)
        ranks = [-1 if row.rank is None else row.rank for row in found]
        assert ranks == sorted(ranks, reverse=True), name
        assert set(found.top(1)) <= set(found), name


@pytest.mark.parametrize("name", ["barriers", "mandate_gaps", "filled_in_claims"])
def test_the_first_findings_bring_along_those_that_rank_equal(name):
    leiden = formats.read(EXAMPLES / "leiden.yaml")
    found = measure(name, leiden)
    first = found[0].rank
    assert len(found.top(1)) == sum(row.rank == first for row in found)
