"""Which share of all that is brought does not come back to who brought it."""

from fractions import Fraction

import pytest
from hypothesis import given
from networks import exchange, gifts, giving, named, with_records
from strategies import flows_of_time

from netdeps import Network
from netdeps.errors import UndefinedError
from netdeps.measures import imbalance


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


def test_three_who_give_back_and_forth_and_round():
    assert imbalance(exchange()) == float(Fraction(1, 15))


def test_who_gets_as_much_as_it_brings_leaves_no_imbalance():
    assert imbalance(giving("abc", ("a", "b", 2), ("b", "c", 2), ("c", "a", 2))) == 0


def test_one_way_only_leaves_nothing_but_imbalance():
    assert imbalance(giving("abc", ("a", "b", 2), ("a", "c", 5))) == 1


def test_what_goes_to_the_common_pot_does_not_come_back():
    assert imbalance(giving("ab", ("a", "together", 2))) == 1


MIXED = Network(
    organisations=named("a", "b"),
    contributions=[
        *gifts(("a", "b", 3), ("b", "a", 1)),
        *gifts(("b", "a", 9), resource="money", unit="euro", id="money", dossier="care"),
    ],
)


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (
            MIXED,
            "amounts in different resources or units cannot be added; choose one resource",
        ),
        (giving("ab", ("a", "b", None)), "some of it was not counted"),
        (giving("ab", ("a", "b", 0)), "nothing is brought"),
        (Network(), "nothing is brought"),
    ],
    ids=["mixed", "not counted", "zero", "empty"],
)
def test_it_is_undefined_and_not_0(network, reason):
    found = imbalance(network)
    assert (found.value, str(found.reason)) == (None, reason)
    with pytest.raises(UndefinedError) as caught:
        float(found)
    assert str(caught.value) == f"imbalance is undefined: {reason}"


def test_one_resource_or_dossier_can_be_chosen():
    assert imbalance(MIXED, resource="time") == 1 / 2
    assert imbalance(MIXED, dossier="care") == 1


def test_promises_count_apart():
    network = Network(
        organisations=named("a", "b"),
        contributions=[*gifts(("a", "b", 3)), *gifts(("b", "a", 3), status="promised", id="2")],
    )
    assert imbalance(network) == imbalance(network, status="promised") == 1


@given(flows_of_time())
def test_it_is_half_the_sum_of_the_nets_over_all_that_is_brought(drawn):
    names, amounts = drawn
    found = imbalance(of_time(names, amounts))
    if not amounts:
        assert found.value is None
        return
    exact = {arrow: Fraction(str(much)) for arrow, much in amounts.items()}
    nets = [
        sum((much if arrow[0] == one else -much) for arrow, much in exact.items() if one in arrow)
        for one in names
    ]
    assert found == pytest.approx(float(sum(map(abs, nets)) / (2 * sum(exact.values()))))
    assert 0 <= found <= 1


@given(flows_of_time())
def test_it_stays_when_all_arrows_turn_and_when_all_amounts_double(drawn):
    names, amounts = drawn
    found = imbalance(of_time(names, amounts)).value
    turned = {(other, one): much for (one, other), much in amounts.items()}
    doubled = {arrow: 2 * much for arrow, much in amounts.items()}
    assert imbalance(of_time(names, turned)).value == pytest.approx(found)
    assert imbalance(of_time(names, doubled)).value == pytest.approx(found)


def test_an_organisation_that_brings_nothing_changes_nothing():
    assert imbalance(with_records(exchange(), organisations=named("zz"))) == imbalance(exchange())
