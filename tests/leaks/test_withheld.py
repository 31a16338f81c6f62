"""What is withheld: every text of a case that its audience does not see, and nothing else."""

import datetime as dt
from typing import Literal, get_args, get_origin

import pytest
from hypothesis import given
from leaks.port import PORT, TABLE
from strategies import networks

from netdeps import Network, edition
from netdeps.errors import OptionError, UnknownNameError
from netdeps.leaks.withheld import choices, days, models, own_words, told, withheld
from netdeps.model import STATEMENT_LISTS
from netdeps.model.texts import folded


def texts(network, audience):
    return {one.text for one in withheld(network, audience)}


def test_it_is_what_stands_in_no_field_of_the_edition():
    assert texts(PORT, "table") == {
        "syndicate", "bende", "gang", "rival", "Rival Bank", "Northshire", "money lender",
        "keep quiet", "the blue fox", "the red fox", "c-17", "tendering", "2021-02-17",
        "2021-03-01",
    }  # fmt: skip


def test_it_says_where_each_text_stands():
    places = {one.text: one.places for one in withheld(PORT, "table")}
    assert places["rival"] == ("organisations[2].id", "contacts[1].between[2]")
    assert places["keep quiet"] == ("organisations[2].said.remark",)
    assert places["2021-02-17"] == ("interviews[1].date",)


def test_a_party_sees_its_own_words():
    assert "tendering" not in texts(PORT, "party:care")
    assert "Rival Bank" in texts(PORT, "party:care")


def test_from_the_facilitator_nothing_is_withheld():
    assert withheld(PORT, "facilitator") == ()


def test_ids_that_the_network_gave_itself_are_no_secret():
    assert not any("/" in text for text in texts(PORT, "table"))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("issues", {"id": "issues/1"}),
        ("tables", {"id": "tables/1"}),
        ("chains", {"id": "chains/1"}),
        ("agreements", {"id": "agreements/1", "what": "meet"}),
        ("concerns", {"id": "claims/1", "theme": "meet"}),
    ],
)
def test_an_id_that_somebody_chose_is_withheld_although_it_looks_like_a_given_one(name, row):
    assert row["id"] in texts(Network(**{name: [row]}), "table")


def test_a_text_that_reads_alike_elsewhere_is_seen():
    network = Network(
        claims=[{"about": "a", "topic": "Open  Talk", "text": "secret", "said": {}}],
        concerns=[{"theme": "open talk", "said": TABLE}],
        organisations=[{"id": "a", "said": TABLE}],
    )
    assert texts(network, "table") == {"secret"}


@pytest.mark.parametrize(
    ("audience", "error"), [("tabel", OptionError), ("party:nobody", UnknownNameError)]
)
def test_an_audience_that_is_not_there_is_refused(audience, error):
    with pytest.raises(error):
        withheld(PORT, audience)


def test_a_day_is_looked_for_as_people_and_programs_write_it():
    assert days(dt.date(2021, 2, 7)) == (
        "2021-02-07",
        "7 februari 2021",
        "February 7, 2021",
        "7 February 2021",
        "07-02-2021",
        "7-2-2021",
        "20210207",
    )


def leaves(value):
    """Give every text in plain data."""
    if isinstance(value, dict):
        return [one for inner in value.values() for one in leaves(inner)]
    if isinstance(value, list | tuple):
        return [one for inner in value for one in leaves(inner)]
    return [value] if isinstance(value, str | dt.date) else []


@given(networks(min_size=1, most=2))
def test_no_text_of_a_network_is_passed_over(network):
    found = {one.text for one in told(network)} | set(own_words())
    plain = network.model_dump(exclude={"netdeps"})
    automatic = {row.id for name in STATEMENT_LISTS for row in network.lists[name] if "/" in row.id}
    missing = {str(one) for one in leaves(plain) if str(one).strip()} - found - automatic
    assert missing == set()


@given(networks(min_size=1, most=2))
def test_what_is_neither_seen_nor_withheld_reads_like_something_that_is_seen(network):
    seen = {
        folded(form)
        for one in told(edition(network, "public", seed=0).network)
        for form in one.forms
    }
    hidden = texts(network, "public")
    for one in told(network):
        assert (one.text in hidden) is (folded(one.text) not in seen)


def bare(annotation):
    """Give what a field can hold besides words of a fixed choice."""
    if get_origin(annotation) is Literal or annotation in {type(None), ...}:
        return []
    parts = get_args(annotation)
    return [one for part in parts for one in bare(part)] if parts else [annotation]


def test_what_is_not_walked_can_hold_no_other_words_than_its_choice():
    fields = [
        field.annotation for model in models(Network) for field in model.model_fields.values()
    ]
    passed_over = [one for one in fields if list(choices(one))]
    assert [one for one in passed_over if bare(one)] == []
    assert [one for one in fields if str in bare(one)] != []
