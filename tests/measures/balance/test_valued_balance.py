"""What giving and taking are worth: to who gives, to who takes, and to the organisation itself."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import gifts, named, replaced, with_records
from strategies import cases, flows_of_time

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import give_and_take, valued_balance


def worth(who, much, resource="time", unit="hours", **fields):
    return {
        "id": f"{who} {resource} {unit} {much}",
        "organisation": who,
        "resource": resource,
        "unit": unit,
        "worth": much,
        **fields,
    }


def rows(network, **options):
    return {row.organisation: row for row in valued_balance(network, **options)}


EXCHANGE = Network(
    organisations=named("a", "b"),
    contributions=[
        *gifts(("a", "b", 10)),
        *gifts(("b", "a", 2), resource="dwellings", unit=None, id="homes"),
    ],
    valuations=[
        worth("a", 30),
        worth("b", 50),
        worth("a", 400, "dwellings", None),
        worth("b", 100, "dwellings", None),
    ],
)


class TestWorkedExamples:
    def test_what_is_cheap_for_the_one_and_dear_for_the_other_yields_both(self):
        """a gives 10 hours at 30 and takes 2 homes at 400; b takes them at 50 and gives at 100."""
        a, b = rows(EXCHANGE).values()
        assert (a.given, a.taken, a.gain) == (300, 800, 500)
        assert (b.given, b.taken, b.gain) == (200, 500, 300)
        assert (a.by_giver, a.by_taker) == (300 - 200, 500 - 800)
        assert (b.by_giver, b.by_taker) == (-100, 300)

    def test_a_row_rests_on_the_valuations_too(self):
        assert rows(EXCHANGE)["a"].because == (
            "a dwellings None 400",
            "a time hours 30",
            "b dwellings None 100",
            "b time hours 50",
            "gift 1",
            "homes",
        )

    def test_one_price_list_leaves_no_difference_between_giver_and_taker(self):
        row = rows(EXCHANGE, worth={"time": 40, "dwellings": 500})["a"]
        assert (row.by_giver, row.by_taker, row.gain) == (-600, -600, 600)
        assert (row.prices, row.because) == ("list", ("gift 1", "homes"))


class TestWhatIsSaid:
    def one_gift(self, *valuations, unit="hours", **fields):
        return Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 10), unit=unit),
            valuations=[*valuations, worth("b", 1, unit=unit)],
            **fields,
        )

    def test_several_statements_are_averaged_exactly(self):
        network = self.one_gift(worth("a", 0.1), worth("a", 0.2))
        assert rows(network)["a"].given == 1.5

    def test_what_others_say_counts_only_where_it_has_not_spoken(self):
        others = worth("a", 90, said={"by": "b"})
        assert rows(self.one_gift(others))["a"].given == 900
        own = worth("a", 10, said={"by": "a"})
        row = rows(self.one_gift(others, own))["a"]
        assert (row.given, others["id"] in row.because) == (100, False)

    def test_a_valuation_in_its_very_unit_comes_before_one_without_a_unit(self):
        assert rows(self.one_gift(worth("a", 7, unit=None)))["a"].given == 70
        both = self.one_gift(worth("a", 7, unit=None), worth("a", 9))
        assert rows(both)["a"].given == 90

    def test_a_valuation_in_another_unit_says_nothing(self):
        found = valued_balance(self.one_gift(worth("a", 7, unit="days")))
        assert rows(self.one_gift(worth("a", 7, unit="days")))["a"].given is None
        assert str(found.undefined["a"]) == (
            "it is not known what it counts as the worth of this to itself: time"
        )

    def test_without_a_unit_it_says_nothing_where_there_are_two(self):
        network = with_records(
            self.one_gift(worth("a", 7, unit=None)),
            contributions=gifts(("a", "b", 1), unit="days", id="2"),
        )
        assert str(valued_balance(network).undefined["a"]) == (
            "it is not known what it counts as the worth of this to itself: time (days) and "
            "time (hours)"
        )


class TestUndefined:
    def test_what_the_others_have_not_valued_is_named_and_leaves_the_own_gain(self):
        network = replaced(EXCHANGE, valuations=EXCHANGE.valuations[::2])
        found = valued_balance(network)
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "a": "it is not known what this is worth to those with whom it is exchanged: "
            "dwellings and time",
            "b": "it is not known what it counts as the worth of this to itself: "
            "dwellings and time",
        }
        (row,) = found
        assert (row.organisation, row.gain, row.by_giver, row.by_taker) == ("a", 500, None, None)

    def test_without_its_own_worth_of_what_it_takes_one_side_is_left(self):
        network = replaced(
            EXCHANGE, valuations=[worth("a", 30), worth("b", 100, "dwellings", None)]
        )
        row = rows(network)["a"]
        assert (row.by_giver, row.by_taker, row.gain, row.form) == (100, None, None, "of_others")

    def test_what_was_not_counted_has_no_worth(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contributions=gifts(("a", "b", None), ("b", "c", 1)),
            valuations=[worth(one, 1) for one in "abc"],
        )
        found = valued_balance(network)
        assert {row.organisation for row in found} == {"c"}
        assert {str(found.undefined[one]) for one in "ab"} == {"some of it was not counted"}

    def test_nobody_is_in_balance_who_brings_nothing(self):
        found = valued_balance(with_records(EXCHANGE, organisations=named("z")))
        assert str(found.undefined["z"]).startswith("it neither gives nor takes")

    def test_the_pot_values_nothing_and_is_left_out_with_a_caveat(self):
        network = with_records(EXCHANGE, contributions=gifts(("a", "together", 5), id="pot"))
        found = valued_balance(network)
        assert [str(one) for one in found.caveats] == [
            "1 contribution to the common pot is left out, as the pot values nothing."
        ]
        assert rows(network)["a"].given == 300

    @pytest.mark.parametrize("options", [{}, {"worth": {"time": 40, "dwellings": 9}}])
    def test_whoever_brings_to_the_pot_alone_does_give(self, options):
        network = with_records(
            EXCHANGE,
            organisations=named("p", "z"),
            contributions=gifts(("p", "together", 5), id="pot"),
        )
        undefined = valued_balance(network, **options).undefined
        assert str(undefined["p"]) == "what it brings goes to the common pot, which values nothing"
        assert undefined["p"].sentence("nl") == (
            "wat zij brengt, gaat naar de gezamenlijke pot, en die kent nergens waarde aan toe"
        )
        assert str(undefined["z"]).startswith("it neither gives nor takes")

    def test_a_pot_that_is_booked_is_valued_by_those_who_benefit(self):
        network = with_records(EXCHANGE, contributions=gifts(("a", "together", 5), id="pot"))
        row = rows(network, pot={"b": 1})["a"]
        assert (row.given, row.by_taker, valued_balance(network, pot={"b": 1}).caveats) == (
            450,
            15 * 50 - 800,
            (),
        )


@pytest.mark.parametrize(
    ("prices", "message"),
    [
        ({"time": 40}, "worth says nothing about 'dwellings'"),
        ({"time": 0, "dwellings": 1}, "the worth 0 of 'time' is not a number above 0"),
        ([40], r"worth=\[40\] is no mapping"),
    ],
)
def test_a_price_list_that_says_too_little_is_refused(prices, message):
    with pytest.raises(OptionError, match=message):
        valued_balance(EXCHANGE, worth=prices)


@pytest.mark.parametrize("key", ["dwelings", ("dwelings", None)])
def test_the_price_of_what_is_no_resource_of_the_case_is_refused(key):
    with pytest.raises(UnknownNameError) as caught:
        valued_balance(EXCHANGE, worth={"time": 40, "dwellings": 9, key: 9})
    assert str(caught.value) == (
        "resource 'dwelings' is not known; known are 'dwellings', 'time'. Did you mean 'dwellings'?"
    )


def test_a_price_list_may_say_more_than_is_asked_for():
    network = with_records(
        EXCHANGE, contributions=gifts(("a", "b", 1), resource="money", dossier="care", id="care")
    )
    found = rows(network, worth={"time": 2, "dwellings": 3, "money": 1}, dossier="care")
    assert found["a"].by_giver == 1


def valuing_all(network, draw):
    """The network in which everybody says what each resource is worth to it."""
    goods = {(one.resource, one.unit) for one in network.contributions}
    told = [
        worth(who, draw(st.sampled_from([0.5, 1, 3, 40])), resource, unit)
        for who in network.ids
        for resource, unit in sorted(goods)
    ]
    return replaced(network, valuations=told), {
        (one["organisation"], one["resource"]): Fraction(str(one["worth"])) for one in told
    }


@given(cases(), st.data())
def test_it_is_every_contribution_at_its_worth_to_giver_and_taker(network, data):
    network, worths = valuing_all(network, data.draw)
    told = [one for one in flows(network) if one.taker != "together" and one.amount != 0]
    for who, row in rows(network).items():
        own = [one for one in told if who in {one.giver, one.taker}]
        if None in [one.amount for one in own]:
            assert str(valued_balance(network).undefined[who]) == "some of it was not counted"
            continue
        signed = [(1 if one.giver == who else -1, one) for one in own]
        by_giver, by_taker, at_own = (
            sum(sign * one.amount * worths[whose(one), one.resource] for sign, one in signed)
            for whose in (lambda one: one.giver, lambda one: one.taker, lambda _, who=who: who)
        )
        assert (row.by_giver, row.by_taker, row.gain) == (
            float(by_giver),
            float(by_taker),
            float(-at_own),
        )


@given(flows_of_time(), st.data())
def test_over_everybody_both_balances_add_up_to_0_and_the_gains_to_the_difference(drawn, data):
    names, amounts = drawn
    brought = gifts(*((one, other, much) for (one, other), much in amounts.items()))
    network, worths = valuing_all(
        Network(organisations=named(*names), contributions=brought), data.draw
    )
    found = rows(network).values()
    assert sum(row.by_giver for row in found) == pytest.approx(0)
    assert sum(row.by_taker for row in found) == pytest.approx(0)
    wanted = sum(
        Fraction(str(much)) * (worths[taker, "time"] - worths[giver, "time"])
        for (giver, taker), much in amounts.items()
    )
    assert sum(row.gain for row in found) == pytest.approx(float(wanted))


@given(cases())
def test_where_all_is_worth_1_it_is_give_and_take_added_up(network):
    kept = [one for one in network.contributions if one.taker != "together"]
    network = network.replaced({"contributions": kept})
    nets = {}
    for row in give_and_take(network):
        nets.setdefault(row.organisation, []).append(row.net)
    prices = {one.resource: 1 for one in kept}
    for row in valued_balance(network, worth=prices):
        if None not in nets[row.organisation]:
            assert row.by_giver == row.by_taker == -row.gain
            assert row.by_giver == pytest.approx(sum(nets[row.organisation]))
