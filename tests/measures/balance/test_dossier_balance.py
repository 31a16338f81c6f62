"""What each organisation brings and gets in each dossier."""

from collections import defaultdict

import pytest
from hypothesis import given
from networks import gifts, named
from strategies import cases

from netdeps import Network
from netdeps.measures import dossier_balance, give_and_take

NETWORK = Network(
    organisations=named("city", "town", "village"),
    contributions=[
        *gifts(("city", "town", 5), dossier="care", id="1"),
        *gifts(("town", "city", 4), dossier="youth", id="2"),
        *gifts(("town", "city", 1), id="3"),
    ],
)


def test_who_gives_in_one_dossier_can_take_in_another():
    found = [(row.organisation, row.dossier, row.net) for row in dossier_balance(NETWORK)]
    assert found == [
        ("city", "", -1),
        ("city", "care", 5),
        ("city", "youth", -4),
        ("town", "", 1),
        ("town", "care", -5),
        ("town", "youth", 4),
    ]


def test_whoever_brings_nothing_in_any_dossier_is_undefined():
    assert {one: str(why) for one, why in dossier_balance(NETWORK).undefined.items()} == {
        "village": "it neither gives nor takes, which is not the same as being in balance"
    }


def test_a_row_rests_on_its_own_dossier():
    assert [row.because for row in dossier_balance(NETWORK)][:3] == [("3",), ("1",), ("2",)]


def test_the_common_pot_can_be_booked_on_those_who_benefit():
    network = Network(
        organisations=named("city", "town"),
        contributions=gifts(("city", "together", 8), dossier="care"),
    )
    found = dossier_balance(network, pot={"city": 0.5, "town": 0.5})
    assert [(row.organisation, row.dossier, row.net) for row in found] == [
        ("city", "care", 4),
        ("town", "care", -4),
    ]


def test_a_resource_or_promises_can_be_asked_for():
    rows = [
        *gifts(("city", "town", 5), dossier="care", id="1"),
        *gifts(("city", "town", 9), resource="money", unit="euro", dossier="care", id="2"),
        *gifts(("city", "town", 2), status="promised", dossier="care", id="3"),
    ]
    network = Network(organisations=named("city", "town"), contributions=rows)
    assert [row.net for row in dossier_balance(network, resource="money")] == [9, -9]
    assert [row.net for row in dossier_balance(network, status="promised")] == [2, -2]


@given(cases())
def test_the_dossiers_of_an_organisation_add_up_to_its_balance(network):
    parts = defaultdict(list)
    for row in dossier_balance(network):
        parts[row.organisation, row.resource, row.unit].append(row.net)
    for row in give_and_take(network):
        added = parts[row.organisation, row.resource, row.unit]
        assert row.net == (None if None in added else pytest.approx(sum(added)))


@given(cases())
def test_in_every_dossier_the_nets_add_up_to_0(network):
    parts = defaultdict(list)
    for row in dossier_balance(network):
        parts[row.dossier, row.resource, row.unit].append(row.net)
    for added in parts.values():
        assert None in added or sum(added) == pytest.approx(0)


@given(cases())
def test_a_dossier_by_itself_is_what_it_is_when_asked_for(network):
    for dossier in {row.dossier for row in dossier_balance(network) if row.dossier}:
        own = [row for row in dossier_balance(network) if row.dossier == dossier]
        assert list(give_and_take(network, dossier=dossier)) == own
