"""Bad input to give and take: a clear error, or a defined result with its reason."""

import inspect
import json

import pytest
from networks import gifts, named

from netdeps import Network
from netdeps.errors import InvalidRecordsError, NetdepsError, UnknownNameError
from netdeps.measures import MEASURES
from netdeps.results import Figure, Findings

BALANCE = {
    name: one
    for name, one in MEASURES.items()
    if one.__module__.startswith("netdeps.measures.balance")
}
every = pytest.mark.parametrize("name", BALANCE)


def with_option(option):
    return [name for name, one in BALANCE.items() if option in inspect.signature(one).parameters]


def reasons(result):
    if isinstance(result, Figure):
        return {str(result.reason)} if result.reason else set()
    return {str(reason) for reason in result.undefined.values()}


def test_all_of_the_family_are_meant():
    assert {"give_and_take", "break_even", "free_riding", "promises"} <= set(BALANCE)


class TestWhatTheModelRefuses:
    def test_a_negative_amount(self):
        with pytest.raises(InvalidRecordsError) as caught:
            Network(organisations=named("a", "b"), contributions=gifts(("a", "b", -1)))
        assert "contributions" in str(caught.value)
        assert "amount" in str(caught.value)

    def test_an_amount_that_is_no_number(self):
        with pytest.raises(InvalidRecordsError, match="amount"):
            Network(organisations=named("a", "b"), contributions=gifts(("a", "b", float("nan"))))

    def test_one_organisation_that_gives_to_itself(self):
        with pytest.raises(InvalidRecordsError) as caught:
            Network(organisations=named("a"), contributions=gifts(("a", "a", 1)))
        assert (
            "'a' gives to itself; a contribution goes from one organisation to another. Name the "
            "taker, or 'together' for the common pot."
        ) in str(caught.value)

    @pytest.mark.parametrize("worth", [0, -3])
    def test_a_worth_of_nothing_or_less(self, worth):
        with pytest.raises(InvalidRecordsError, match="worth"):
            Network(
                organisations=named("a"),
                valuations=[{"organisation": "a", "resource": "time", "worth": worth}],
            )

    def test_a_feeling_off_the_scale(self):
        with pytest.raises(InvalidRecordsError, match="felt"):
            Network(organisations=named("a"), felt_balances=[{"organisation": "a", "felt": 3}])


class TestNothingIsBrought:
    NETWORK = Network(
        organisations=named("a", "b", "c"),
        contributions=[
            *gifts(("a", "b", 0), ("b", "a", 0), ("c", "together", 0)),
            *gifts(("b", "c", 0), resource="money", unit="euro", status="promised", id="p"),
        ],
    )

    @every
    def test_flows_of_0_make_no_number(self, name):
        result = BALANCE[name](self.NETWORK)
        assert json.dumps(result.to_dict(), allow_nan=False)
        if isinstance(result, Figure):
            assert (result.value, str(result.reason) != "") == (None, True)
        else:
            assert list(result) == []

    @every
    def test_not_involved_is_not_in_balance(self, name):
        result = BALANCE[name](self.NETWORK)
        if isinstance(result, Findings) and {*self.NETWORK.ids} == {*result.undefined}:
            told = "how the balance feels" if name == "felt_balance" else "neither gives nor takes"
            assert all(told in reason for reason in reasons(result))


class TestMixedUnits:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 16), unit="hours", id="1"),
            *gifts(("b", "a", 2), unit="days", id="2"),
            *gifts(("a", "b", 16), unit="hours", status="promised", id="3"),
            *gifts(("a", "b", 2), unit="days", status="promised", id="4"),
        ],
    )

    @every
    def test_hours_and_days_are_never_added(self, name):
        result = BALANCE[name](self.NETWORK)
        if isinstance(result, Figure):
            assert (result.value, "cannot be added" in str(result.reason)) == (None, True)
            return
        numbers = {value for row in result for value in map(abs, numbers_in(row.to_dict()))}
        assert {14, 18} & numbers == set()


def numbers_in(value):
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return []
    if isinstance(value, int | float):
        return [value]
    return [number for inner in value for number in numbers_in(inner)]


class TestNamesThatAreNotThere:
    NETWORK = Network(
        organisations=named("a", "b"), contributions=gifts(("a", "b", 1), dossier="housing")
    )

    @pytest.mark.parametrize("name", with_option("dossier"))
    def test_a_dossier(self, name):
        with pytest.raises(UnknownNameError) as caught:
            BALANCE[name](self.NETWORK, dossier="housin")
        assert str(caught.value) == (
            "dossier 'housin' is not known; known are 'housing'. Did you mean 'housing'?"
        )

    @pytest.mark.parametrize("name", with_option("resource"))
    def test_a_resource(self, name):
        with pytest.raises(UnknownNameError) as caught:
            BALANCE[name](self.NETWORK, resource="tine")
        assert str(caught.value) == (
            "resource 'tine' is not known; known are 'time'. Did you mean 'time'?"
        )

    @pytest.mark.parametrize("name", with_option("pot"))
    def test_somebody_with_a_share_in_the_pot(self, name):
        with pytest.raises(UnknownNameError, match="organisation 'd' is not known"):
            BALANCE[name](self.NETWORK, pot={"d": 1})

    @pytest.mark.parametrize("name", with_option("status"))
    def test_a_status(self, name):
        with pytest.raises(NetdepsError) as caught:
            BALANCE[name](self.NETWORK, status="lent")
        assert str(caught.value) == (
            "the status 'lent' is not known; known are 'promised', 'delivered'."
        )


class TestNotCounted:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", None), dossier="care", id="1"),
            *gifts(("a", "b", None), status="promised", id="2"),
        ],
    )

    @every
    def test_it_is_said_or_known_not_to_matter(self, name):
        result = BALANCE[name](self.NETWORK)
        assert json.dumps(result.to_dict(), allow_nan=False)
        if isinstance(result, Figure):
            assert result.value is None
        elif list(result):
            assert reasons(result)
