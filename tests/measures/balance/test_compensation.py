"""How far what is brought in one dossier comes back in another."""

from collections import defaultdict
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from networks import exchange, gifts, giving, named, relabelled, with_records
from strategies import cases

import netdeps
from netdeps import Network
from netdeps.errors import InvalidRecordsError, OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import (
    break_even,
    compensation,
    free_riding,
    give_and_take,
    pair_balance,
    pair_compensation,
    valued_balance,
)

EXAMPLES = Path(netdeps.__file__).parents[2] / "examples"
MIXED = "amounts in different resources or units cannot be added; choose one resource"
UNCOUNTED = "some of it was not counted"
EVEN = "in every dossier as much is given as taken, so there is nothing to compensate"
IDLE = "it neither gives nor takes, which is not the same as being in balance"


def between(*nets, **fields):
    """Two parties with these nets of the first, one dossier after another."""
    told = []
    for number, net in enumerate(nets, start=1):
        way = ("a", "b", net) if net >= 0 else ("b", "a", -net)
        told += gifts(way, dossier=f"dossier {number}", id=f"gift {number}", **fields)
    return Network(organisations=named("a", "b"), contributions=told)


def of(network, **options):
    return {row.organisation: row for row in compensation(network, **options)}


def of_pairs(network, **options):
    return {row.parties: row for row in pair_compensation(network, **options)}


def why(found):
    return {one: str(reason) for one, reason in found.undefined.items()}


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("nets", "wanted"),
        [
            ((10, -8), Fraction(8, 9)),
            ((5, 3), 0),
            ((4, -4), 1),
            ((6, -2, -1), Fraction(2, 3)),
            ((7,), 0),
        ],
    )
    def test_nets_of_two_or_three_dossiers(self, nets, wanted):
        network = between(*nets)
        assert of(network)["a"].compensation == float(wanted)
        assert of(network)["b"].compensation == float(wanted)
        assert of_pairs(network)["a", "b"].compensation == float(wanted)

    def test_nets_that_are_all_zero_have_nothing_to_compensate(self):
        even = [
            *gifts(("a", "b", 3), ("b", "a", 3), dossier="care"),
            *gifts(("a", "b", 1), ("b", "a", 1), id=""),
        ]
        network = Network(organisations=named("a", "b"), contributions=even)
        assert of(network)["a"].compensation is None
        assert dict(of(network)["a"].nets) == {"": 0, "care": 0}
        assert dict(of(network)["a"].directions) == {"": "balance", "care": "balance"}
        assert why(compensation(network)) == {"a": EVEN, "b": EVEN}
        assert why(pair_compensation(network)) == {"a – b": EVEN}

    def test_a_row_says_what_was_given_more_in_which_dossier(self):
        row = of(between(10, -8))["a"]
        assert dict(row.nets) == {"dossier 1": 10, "dossier 2": -8}
        assert dict(row.directions) == {"dossier 1": "gives", "dossier 2": "takes"}
        assert (row.unit, row.resources, row.valued) == ("hours", ("time",), False)
        assert row.because == ("gift 1", "gift 2")

    def test_of_a_pair_the_nets_run_from_the_first_to_the_second(self):
        network = relabelled(between(10, -8), {"a": "z"})
        row = of_pairs(network)["b", "z"]
        assert dict(row.nets) == {"dossier 1": -10, "dossier 2": 8}
        assert dict(row.directions) == {"dossier 1": "takes", "dossier 2": "gives"}
        assert (row.unit, row.resources, row.valued) == ("hours", ("time",), False)
        assert row.because == ("gift 1", "gift 2")


class TestLeiden:
    """What the article tells: who helps in sheltered housing gets much in return elsewhere."""

    NETWORK = netdeps.read(EXAMPLES / "leiden.yaml")

    def test_the_neighbour_gives_capacity_in_sheltered_housing_and_gets_it_back_elsewhere(self):
        row = of(self.NETWORK, resource="capaciteit")["buur-a"]
        assert dict(row.nets) == {"andere dossiers": -220, "beschermd wonen": 240}
        assert dict(row.directions) == {"andere dossiers": "takes", "beschermd wonen": "gives"}
        assert row.compensation == float(1 - Fraction(20, 460))

    def test_between_the_city_and_its_neighbour_it_is_the_same(self):
        row = of_pairs(self.NETWORK, resource="capaciteit")["buur-a", "leiden"]
        assert dict(row.nets) == {"andere dossiers": -220, "beschermd wonen": 240}
        assert row.compensation == of(self.NETWORK, resource="capaciteit")["buur-a"].compensation

    def test_over_all_resources_there_is_a_table_of_signs_and_no_number(self):
        row = of(self.NETWORK)["buur-a"]
        assert dict(row.nets) == {"andere dossiers": None, "beschermd wonen": None}
        assert dict(row.directions) == {"andere dossiers": "takes", "beschermd wonen": "both"}
        assert (row.compensation, row.unit) == (None, None)
        assert why(compensation(self.NETWORK))["buur-a"] == MIXED

    def test_who_brings_one_resource_has_a_number_whatever_the_others_bring(self):
        assert of(self.NETWORK)["care-c"].compensation == 0

    def test_with_a_worth_for_each_resource_it_is_one_number(self):
        worth = dict.fromkeys({one.resource for one in self.NETWORK.contributions}, 1)
        row = of(self.NETWORK, worth={**worth, "woningen": 300})["buur-a"]
        inward = 60 + 80 + 40 + 4 * 300
        assert dict(row.nets) == {"andere dossiers": -220, "beschermd wonen": 320 - inward}
        assert (row.compensation, row.unit, row.valued) == (0, None, True)


class TestOneUnitIsNeeded:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 3), dossier="care", id="1"),
            *gifts(("b", "a", 90), dossier="care", resource="money", unit="euro", id="2"),
            *gifts(("b", "a", 60), dossier="housing", resource="money", unit="euro", id="3"),
            *gifts(("b", "a", 2), dossier="housing", id="4"),
        ],
    )

    def test_where_resources_differ_in_sign_the_dossier_goes_both_ways(self):
        found = of(self.NETWORK)
        assert dict(found["a"].directions) == {"care": "both", "housing": "takes"}
        assert dict(found["b"].directions) == {"care": "both", "housing": "gives"}
        assert why(compensation(self.NETWORK)) == {"a": MIXED, "b": MIXED}
        assert why(pair_compensation(self.NETWORK)) == {"a – b": MIXED}

    def test_one_resource_can_be_chosen(self):
        row = of(self.NETWORK, resource="time")["a"]
        assert (dict(row.nets), row.compensation) == ({"care": 3, "housing": -2}, 4 / 5)

    def test_a_worth_turns_all_into_values_that_are_added(self):
        row = of(self.NETWORK, worth={"time": 40, "money": 1})["a"]
        assert dict(row.nets) == {"care": 120 - 90, "housing": -60 - 80}
        assert dict(row.directions) == {"care": "gives", "housing": "takes"}
        assert row.compensation == float(1 - Fraction(110, 170))
        assert (row.resources, row.unit, row.valued) == (("money", "time"), None, True)
        pair = of_pairs(self.NETWORK, worth={"time": 40, "money": 1})["a", "b"]
        assert (dict(pair.nets), pair.valued) == (dict(row.nets), True)

    def test_one_resource_in_two_units_is_not_added_either(self):
        network = with_records(
            between(3), contributions=gifts(("b", "a", 90), unit="minutes", id="more")
        )
        assert why(compensation(network))["a"] == (
            "the resource is counted in several units, which cannot be added"
        )
        worth = {("time", "hours"): 60, ("time", "minutes"): 1}
        assert dict(of(network, worth=worth)["a"].nets) == {"": -90, "dossier 1": 180}

    def test_a_balance_beside_what_is_given_leaves_the_dossier_giving(self):
        network = with_records(
            self.NETWORK,
            contributions=gifts(("b", "a", 3), dossier="care", id="5"),
        )
        assert of(network)["a"].directions["care"] == "takes"
        assert of(network)["b"].directions["care"] == "gives"

    def test_a_dossier_in_which_every_resource_is_in_balance_is_in_balance(self):
        network = with_records(
            self.NETWORK,
            contributions=[
                *gifts(("b", "a", 3), dossier="care", id="5"),
                *gifts(("a", "b", 90), dossier="care", resource="money", unit="euro", id="6"),
            ],
        )
        assert of(network)["a"].directions["care"] == "balance"

    def test_what_is_nothing_does_not_count_as_another_resource(self):
        network = with_records(
            between(10, -8), contributions=gifts(("a", "b", 0), resource="money", id="none")
        )
        assert of(network)["a"].compensation == float(Fraction(8, 9))


class TestWhatWasNotCounted:
    def test_it_leaves_no_number_and_a_reason(self):
        network = with_records(
            between(10, -8), contributions=gifts(("b", "a", None), dossier="dossier 1", id="more")
        )
        row = of(network)["a"]
        assert (row.compensation, row.unit) == (None, "hours")
        assert dict(row.nets) == {"dossier 1": None, "dossier 2": -8}
        assert dict(row.directions) == {"dossier 1": "unknown", "dossier 2": "takes"}
        assert why(compensation(network)) == {"a": UNCOUNTED, "b": UNCOUNTED}
        assert why(pair_compensation(network)) == {"a – b": UNCOUNTED}

    def test_which_way_it_goes_is_known_where_all_goes_one_way(self):
        network = giving("ab", ("a", "b", None))
        assert dict(of(network)["a"].directions) == {"": "gives"}
        assert dict(of(network)["b"].directions) == {"": "takes"}

    def test_what_is_not_known_stays_so_beside_what_is_given(self):
        network = with_records(
            giving("ab", ("a", "b", None), ("b", "a", 1)),
            contributions=gifts(("a", "b", 9), resource="money", id="more"),
        )
        assert dict(of(network)["a"].directions) == {"": "unknown"}

    def test_values_are_not_made_up_for_it(self):
        network = giving("ab", ("a", "b", None))
        row = of(network, worth={"time": 3})["a"]
        assert (row.compensation, dict(row.nets)) == (None, {"": None})


class TestWhoHasARow:
    def test_who_neither_gives_nor_takes_has_a_reason_instead(self):
        found = compensation(giving("abcd", ("a", "b", 3), ("c", "d", 0)))
        assert [row.organisation for row in found] == ["a", "b"]
        assert why(found) == {"c": IDLE, "d": IDLE}

    def test_most_compensated_first_and_what_has_no_number_last(self):
        network = with_records(
            between(4, -4),
            organisations=named("c", "d", "e"),
            contributions=[
                *gifts(("a", "c", 1), ("c", "a", 1), dossier="dossier 1", id=""),
                *gifts(("d", "e", 5), id="5"),
                *gifts(("d", "e", 5), resource="money", id="6"),
            ],
        )
        assert [row.organisation for row in compensation(network)] == ["a", "b", "c", "d", "e"]
        assert [row.rank for row in compensation(network)] == [1, 1, None, None, None]
        found = pair_compensation(with_records(network, contributions=gifts(("b", "c", 1), id="")))
        assert [row.parties for row in found] == [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e")]
        assert [row.rank for row in found] == [1, 0, None, None]

    def test_promises_count_apart(self):
        network = with_records(
            between(4), contributions=gifts(("b", "a", 4), status="promised", id="p")
        )
        assert of(network)["a"].compensation == 0
        assert dict(of(network, status="promised")["a"].nets) == {"": -4}
        assert dict(of_pairs(network, status="promised")["a", "b"].nets) == {"": -4}

    def test_a_kind_by_itself_gives_and_takes_among_its_own(self):
        network = Network(
            organisations=[*named("a", "b", kind="municipality"), *named("c")],
            contributions=[
                *gifts(("a", "b", 5)),
                *gifts(("c", "a", 5), dossier="care", id="more"),
            ],
        )
        assert of(network)["a"].compensation == 1
        found = compensation(network, kind="municipality")
        assert [(row.organisation, row.compensation) for row in found] == [("a", 0), ("b", 0)]
        assert list(of_pairs(network, kind="municipality")) == [("a", "b")]

    def test_the_reports_of_giver_and_taker_are_averaged(self):
        told = [
            *gifts(("a", "b", 8), dossier="care", said={"by": "a"}, id="1"),
            *gifts(("a", "b", 4), dossier="care", said={"by": "b"}, id="2"),
            *gifts(("b", "a", 6), dossier="housing", id="3"),
        ]
        network = Network(organisations=named("a", "b"), contributions=told)
        assert of(network)["a"].compensation == 1
        assert of(network)["a"].because == ("1", "2", "3")


class TestTheCommonPot:
    NETWORK = with_records(
        between(-4), contributions=gifts(("a", "together", 6), dossier="pot", id="pot")
    )

    def test_what_is_brought_to_it_counts_for_the_giver_and_it_has_no_row(self):
        found = of(self.NETWORK)
        assert set(found) == {"a", "b"}
        assert dict(found["a"].nets) == {"dossier 1": -4, "pot": 6}
        assert dict(of_pairs(self.NETWORK)["a", "b"].nets) == {"dossier 1": -4}

    def test_booked_on_those_who_benefit_it_counts_between_them(self):
        shares = {"a": 0.5, "b": 0.5}
        assert of(self.NETWORK, pot=shares)["a"].compensation == float(Fraction(6, 7))
        row = of_pairs(self.NETWORK, pot=shares)["a", "b"]
        assert (dict(row.nets), row.because) == ({"dossier 1": -4, "pot": 3}, ("gift 1", "pot"))


class TestBadInput:
    @pytest.mark.parametrize("measure", [compensation, pair_compensation])
    @pytest.mark.parametrize(
        ("worth", "message"),
        [
            (
                {},
                "worth says nothing about 'time'; what one unit is worth is expected for each "
                "resource: 'time'.",
            ),
            ({"time": 0}, "the worth 0 of 'time' is not a number above 0 and at most 1e15."),
            ({"time": -1.5}, "the worth -1.5 of 'time' is not a number above 0 and at most 1e15."),
            (
                {"time": float("nan")},
                "the worth nan of 'time' is not a number above 0 and at most 1e15.",
            ),
            (
                {"time": 10**400},
                "the worth 10000000000000000000000000000000000000000000000000000000000… of 'time' is "
                "not a number above 0 and at most 1e15.",
            ),
            ({"time": 1e16}, "the worth 1e+16 of 'time' is not a number above 0 and at most 1e15."),
            ({"time": "3"}, "the worth '3' of 'time' is not a number above 0 and at most 1e15."),
            ({"time": True}, "the worth True of 'time' is not a number above 0 and at most 1e15."),
            (
                {"time": None},
                "the worth nothing of 'time' is not a number above 0 and at most 1e15.",
            ),
            (
                40,
                "worth=40 is no mapping; the worth of one unit is expected for each resource, as "
                "{'time': 40}.",
            ),
        ],
    )
    def test_a_worth_that_is_missing_or_no_worth_is_refused(self, measure, worth, message):
        with pytest.raises(OptionError) as caught:
            measure(between(10, -8), worth=worth)
        assert str(caught.value) == message

    def test_of_two_units_each_has_a_worth_of_its_own(self):
        network = with_records(
            between(3), contributions=gifts(("b", "a", 90), unit="minutes", id="more")
        )
        for worth, lacking in (
            ({"time": 60}, "hours"),
            ({"time": 60, ("time", "hours"): 60}, "minutes"),
            ({("time", "hours"): 60}, "minutes"),
        ):
            with pytest.raises(OptionError) as caught:
                compensation(network, worth=worth)
            assert str(caught.value) == (
                "'time' is counted in 'hours' and 'minutes'; the worth of one unit is expected "
                f"for each, as ('time', '{lacking}')."
            )

    def test_the_worth_of_a_unit_that_nothing_is_counted_in_is_refused(self):
        with pytest.raises(OptionError) as caught:
            compensation(between(3), worth={("time", "minutes"): 1})
        assert str(caught.value) == (
            "'time' is counted in 'hours'; the worth of one unit is expected for each, as "
            "('time', 'hours')."
        )

    def test_what_is_counted_in_one_unit_can_be_named_with_it_or_without(self):
        for worth in ({"time": 2}, {("time", "hours"): 2}, {("time", "hours"): 2, "time": 7}):
            assert dict(of(between(5), worth=worth)["a"].nets) == {"dossier 1": 10}

    def test_what_has_no_unit_can_be_named_without(self):
        network = with_records(between(3), contributions=gifts(("b", "a", 9), unit=None, id="more"))
        worth = {("time", "hours"): 1, ("time", None): 2}
        assert dict(of(network, worth=worth)["b"].nets) == {"": 18, "dossier 1": -3}
        with pytest.raises(OptionError, match="'time' is counted in no unit and 'hours'"):
            compensation(network, worth={"time": 1})

    def test_a_list_of_prices_may_be_longer_than_what_is_asked_for(self):
        network = with_records(
            between(10, -8), contributions=gifts(("b", "a", 9), resource="money", id="more")
        )
        row = of(network, worth={"time": 1, "money": 3}, resource="time")["a"]
        assert (row.valued, row.resources) == (True, ("time",))

    @pytest.mark.parametrize("measure", [compensation, pair_compensation])
    def test_the_price_of_what_is_no_resource_of_the_case_is_refused(self, measure):
        with pytest.raises(UnknownNameError) as caught:
            measure(between(10, -8), worth={"time": 1, "tyme": 3})
        assert str(caught.value) == (
            "resource 'tyme' is not known; known are 'time'. Did you mean 'time'?"
        )

    @pytest.mark.parametrize("measure", [compensation, break_even, free_riding, valued_balance])
    def test_a_share_of_the_pot_for_whoever_is_not_looked_at_is_refused(self, measure):
        network = Network(
            organisations=[*named("a", "b", kind="municipality"), *named("m", kind="ministry")],
            contributions=gifts(("a", "together", 3)),
        )
        pot = {"b": 0.5, "m": 0.5}
        assert measure(network, pot=pot) is not None
        with pytest.raises(OptionError) as caught:
            measure(network, pot=pot, kind="municipality")
        assert str(caught.value) == (
            "'m' is not among the organisations that are looked at, by their kind or inside one of "
            "them; shares of the pot are expected for these alone."
        )
        with pytest.raises(UnknownNameError, match="organisation 'x' is not known"):
            measure(network, pot={"x": 1}, kind="municipality")

    def test_shares_of_the_pot_that_do_not_add_up_are_refused(self):
        with pytest.raises(OptionError) as caught:
            compensation(between(5), pot={"a": 0.5})
        assert str(caught.value) == (
            "the shares of the pot add up to 0.5; shares of 0 or more are expected, and they add "
            "up to 1."
        )

    @pytest.mark.parametrize("measure", [compensation, pair_compensation])
    @pytest.mark.parametrize(
        ("option", "error"),
        [
            ({"resource": "tine"}, UnknownNameError),
            ({"kind": "police"}, UnknownNameError),
            ({"inside": "nobody"}, UnknownNameError),
            ({"status": "lent"}, OptionError),
        ],
    )
    def test_a_name_that_is_not_there_is_refused(self, measure, option, error):
        with pytest.raises(error, match="is not known"):
            measure(between(5), **option)

    @pytest.mark.parametrize(
        ("gift", "told"),
        [(("a", "b", -1), "-1"), (("a", "a", 1), "'a' gives to itself")],
        ids=["negative", "to itself"],
    )
    def test_no_case_has_a_negative_amount_or_gives_to_itself(self, gift, told):
        with pytest.raises(InvalidRecordsError, match=told):
            giving("ab", gift)


amounts = st.lists(st.sampled_from([-7.5, -3.0, -0.1, 0.0, 0.3, 1.0, 4.0]), min_size=1, max_size=5)


def slow(nets):
    """The formula as it is written."""
    exact = [Fraction(str(net)) for net in nets]
    skew = sum(abs(net) for net in exact)
    return float(1 - abs(sum(exact)) / skew) if skew else None


def value(nets, **fields):
    found = of(between(*nets, **fields))
    return found["a"].compensation if found else None


@given(amounts)
def test_every_compensation_is_that_of_the_formula(nets):
    assert value(nets) == slow(nets)
    found = of_pairs(between(*nets))
    assert (found["a", "b"].compensation if found else None) == slow(nets)
    assert slow(nets) is None or 0 <= slow(nets) <= 1


@given(amounts)
def test_counting_in_other_units_or_values_changes_no_compensation(nets):
    assume(any(nets))
    minutes = [60 * net for net in nets]
    assert value(minutes, unit="minutes") == pytest.approx(value(nets))
    assert of(between(*nets), worth={"time": 40})["a"].compensation == value(nets)


@given(amounts)
def test_turning_all_arrows_turns_the_nets_and_keeps_the_compensation(nets):
    assume(any(nets))
    there, back = (of(between(*way))["a"] for way in (nets, [-net for net in nets]))
    assert there.compensation == back.compensation
    assert {name: -net for name, net in there.nets.items()} == dict(back.nets)


@given(amounts, st.randoms(use_true_random=False))
def test_which_dossier_is_which_makes_no_difference(nets, random):
    assert value(random.sample(nets, len(nets))) == value(nets)


@given(amounts, st.data())
def test_merging_two_dossiers_never_raises_it(nets, data):
    assume(len(nets) > 1)
    one, other = data.draw(st.permutations(range(len(nets))))[:2]
    rest = [net for place, net in enumerate(nets) if place not in {one, other}]
    apart = value(nets)
    merged = value([*rest, float(Fraction(str(nets[one])) + Fraction(str(nets[other])))])
    if merged is not None:
        assert merged <= apart + 1e-12


@given(amounts)
def test_one_dossier_or_all_in_one_direction_is_not_compensated(nets):
    assume(any(nets))
    assert value([abs(net) for net in nets]) == 0
    assert value([max(nets, key=abs)]) == 0


def slow_nets(network, who, other=None):
    """Net by dossier and by resource and unit, added flow by flow."""
    nets = defaultdict(lambda: defaultdict(list))
    for one in flows(network):
        sign = 1 if one.giver == who else -1
        ends = {one.giver, one.taker}
        if one.amount != 0 and who in ends and (other is None or other in ends):
            amount = None if one.amount is None else sign * one.amount
            nets[one.dossier or ""][one.resource, one.unit].append((sign, amount))
    return nets


def slow_direction(by_resource):
    """The word that fits however little or much of the uncounted was brought, if one does."""
    found = set()
    told = [line for lines in by_resource.values() for line in lines]
    uncounted = sum(1 for _, amount in told if amount is None)
    for world in product((Fraction(1, 100), 10**6), repeat=uncounted):
        filled = iter(world)
        nets = [
            sum(sign * next(filled) if amount is None else amount for sign, amount in lines)
            for lines in by_resource.values()
        ]
        ways = {"gives" for net in nets if net > 0} | {"takes" for net in nets if net < 0}
        found.add("both" if len(ways) > 1 else next(iter(ways), "balance"))
    return found.pop() if len(found) == 1 else "unknown"


@given(cases())
def test_every_row_is_that_of_all_flows_added_one_by_one(network):
    rows = [((row.organisation,), row) for row in compensation(network)]
    rows += [(row.parties, row) for row in pair_compensation(network)]
    for parties, row in rows:
        nets = slow_nets(network, *parties)
        counted = {one for told in nets.values() for one in told}
        assert set(row.nets) == set(row.directions) == set(nets)
        assert row.resources == tuple(sorted({resource for resource, _ in counted}))
        wanted = {}
        for name, by_resource in nets.items():
            told = [amount for lines in by_resource.values() for _, amount in lines]
            wanted[name] = None if None in told or len(counted) > 1 else sum(told)
        assert dict(row.nets) == {
            name: None if net is None else float(net) for name, net in wanted.items()
        }
        known = [net for net in wanted.values() if net is not None]
        defined = len(known) == len(wanted) and any(known)
        skew = sum(map(abs, known))
        assert row.compensation == (float(1 - abs(sum(known)) / skew) if defined else None)
        assert row.unit == (next(iter(counted))[1] if len(counted) == 1 else None)


@given(cases())
def test_a_direction_is_what_holds_for_every_resource(network):
    for row in compensation(network):
        for name, by_resource in slow_nets(network, row.organisation).items():
            assert row.directions[name] == slow_direction(by_resource)


def of_the_case(network, worth):
    """The part of a list of prices that is about what is brought."""
    brought = {one.resource for one in network.contributions}
    return {resource: much for resource, much in worth.items() if resource in brought}


@given(cases(), st.sampled_from([{"time": 2.5, "money": 0.3}, {"time": 1, "money": 1}]))
def test_valued_nets_are_those_of_the_resources_times_their_worth(network, worth):
    for row in compensation(network, worth=of_the_case(network, worth)):
        by_dossier = slow_nets(network, row.organisation)
        for name, net in row.nets.items():
            told = [
                (amount, Fraction(str(worth[resource])))
                for (resource, _), lines in by_dossier[name].items()
                for _, amount in lines
            ]
            if any(amount is None for amount, _ in told):
                assert net is None
            else:
                assert net == pytest.approx(float(sum(much * each for much, each in told)))


@given(cases())
def test_over_everybody_and_the_pot_the_nets_of_a_dossier_add_up_to_0(network):
    pot = {one: 1 / len(network.ids) for one in network.ids}
    totals = defaultdict(list)
    worth = of_the_case(network, {"time": 2, "money": 3})
    for row in compensation(network, worth=worth, pot=pot):
        for name, net in row.nets.items():
            totals[name].append(net)
    for nets in totals.values():
        assert None in nets or sum(nets) == pytest.approx(0)


@given(cases())
def test_the_rows_are_of_those_who_give_and_take(network):
    involved = {row.organisation for row in give_and_take(network)} - {"together"}
    assert {row.organisation for row in compensation(network)} == involved
    pairs = {row.parties for row in pair_balance(network)}
    assert {row.parties for row in pair_compensation(network)} == pairs


@given(cases())
def test_whoever_has_no_compensation_has_a_reason(network):
    found = compensation(network)
    without = {row.organisation for row in found if row.compensation is None}
    involved = {row.organisation for row in found}
    assert set(found.undefined) == without | (set(network.ids) - involved)
    pairs = pair_compensation(network)
    assert set(pairs.undefined) == {
        " – ".join(row.parties) for row in pairs if row.compensation is None
    }


def test_amounts_that_floats_would_not_add_to_0_are_fully_compensated():
    assert value([0.1, 0.2, -0.3]) == 1


@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_way_of_giving_one_unit_in_each_dossier(size):
    for nets in product([-1, 1], repeat=size):
        assert value(nets) == float(1 - Fraction(abs(sum(nets)), size))


def test_without_dossiers_everything_is_in_one():
    found = of(exchange())
    assert {one: dict(row.nets) for one, row in found.items()} == {
        "a": {"": 0},
        "b": {"": -1},
        "c": {"": 1},
    }
    assert why(compensation(exchange())) == {"a": EVEN}
