"""Under which share of all ways of weighing an organisation brings more than it takes."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import gifts, named, replaced
from scipy.optimize import linprog
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.measures import give_and_take, giver_acceptability
from netdeps.measures.balance.acceptability import _chance_of_more

SIZED = st.lists(st.sampled_from([-7, -3, -1, 0, 1, 2, 5]), min_size=1, max_size=6)


def with_nets(*nets):
    """A network in which a has these nets, as tenths of ten units of each resource."""
    rows = []
    for number, net in enumerate(nets):
        much = round(abs(float(net)) * 10, 9)
        out = ("a", "b") if net > 0 else ("b", "a")
        fields = {"resource": f"r{number}", "unit": None}
        rows += [
            *gifts((*out, much), **fields, id=f"own {number}"),
            *gifts(("b", "c", round(10 - much, 9)), **fields, id=f"rest {number}"),
        ]
    return Network(organisations=named("a", "b", "c"), contributions=rows)


def of(network, who="a", **options):
    (row,) = [one for one in giver_acceptability(network, **options) if one.organisation == who]
    return row


def exact(nets):
    """The race in fractions, written out: whose times are not over first."""
    gives, takes = [net for net in nets if net > 0], [-net for net in nets if net < 0]
    if not gives and not takes:
        return Fraction(1, 2)

    def ahead(left, right):
        if not right:
            return Fraction(1)
        if not left:
            return Fraction(0)
        more, less = Fraction(left[-1]), Fraction(right[-1])
        takes_over, gives_over = ahead(left, right[:-1]), ahead(left[:-1], right)
        return (more * takes_over + less * gives_over) / (more + less)

    return ahead(gives, takes)


def drawn(nets, draws=200_000):
    """The share of weights, drawn uniformly on the simplex, under which it brings more."""
    weights = np.random.default_rng(0).dirichlet(np.ones(len(nets)), draws)
    return float((weights @ np.array(nets, dtype=float) > 0).mean())


class TestWorkedExamples:
    def test_six_tenths_taken_against_four_tenths_given_is_four_tenths(self):
        """SMAA-2 (Lahdelma and Salminen 2001), with two criteria: b / (a + b)."""
        row = of(with_nets(-0.6, 0.4))
        assert dict(row.nets) == {"r0": -0.6, "r1": 0.4}
        assert (row.acceptability, row.net, row.certain) == (0.4, (-0.6, 0.4), None)

    def test_two_hundred_thousand_draws_say_the_same(self):
        assert drawn([-0.6, 0.4]) == pytest.approx(0.4, abs=0.005)

    @pytest.mark.parametrize(
        ("nets", "acceptability", "certain"),
        [((0.5,), 1, "gives"), ((-0.5,), 0, "takes"), ((0.1, 0.9), 1, "gives")],
    )
    def test_nets_of_one_sign_are_certain(self, nets, acceptability, certain):
        row = of(with_nets(*nets))
        assert (row.acceptability, row.certain, row.form) == (acceptability, certain, certain)

    def test_a_resource_in_balance_beside_one_that_is_given_is_certain_too(self):
        row = of(
            Network(
                organisations=named("a", "b"),
                contributions=[
                    *gifts(("a", "b", 2), ("b", "a", 2), resource="x"),
                    *gifts(("a", "b", 1), resource="y", id="y"),
                ],
            )
        )
        assert (row.acceptability, row.certain, row.net) == (1, "gives", (0, 1))

    def test_all_nets_0_is_one_half_and_in_balance(self):
        row = of(
            Network(
                organisations=named("a", "b"), contributions=gifts(("a", "b", 2), ("b", "a", 2))
            )
        )
        assert (row.acceptability, row.certain, row.form) == (0.5, None, "balance")


class TestTheRace:
    @given(SIZED)
    def test_it_is_the_race_in_fractions(self, nets):
        assert _chance_of_more(map(Fraction, nets)) == pytest.approx(float(exact(nets)), abs=1e-12)

    @pytest.mark.parametrize("nets", [(3, -1, -2), (1, 2, -5), (0.2, 0.3, -0.1, -0.9, 0.05)])
    def test_it_is_what_draws_from_the_simplex_come_near(self, nets):
        chance = _chance_of_more(map(Fraction, nets))
        error = (chance * (1 - chance) / 200_000) ** 0.5
        assert drawn(nets) == pytest.approx(chance, abs=4 * error)

    @given(SIZED, st.randoms())
    def test_the_order_is_no_matter_to_the_last_bit(self, nets, random):
        shuffled = random.sample(nets, len(nets))
        assert _chance_of_more(map(Fraction, nets)) == _chance_of_more(map(Fraction, shuffled))

    @given(SIZED)
    def test_whoever_gives_less_often_takes_more_often(self, nets):
        there = _chance_of_more(map(Fraction, nets))
        assert there + _chance_of_more(Fraction(-net) for net in nets) == pytest.approx(1)
        assert 0 <= there <= 1

    @given(SIZED, st.integers(1, 50))
    def test_it_depends_on_the_proportions_alone(self, nets, times):
        more = _chance_of_more(Fraction(net * times) for net in nets)
        assert more == pytest.approx(_chance_of_more(map(Fraction, nets)))

    def test_giving_more_never_lowers_it(self):
        chances = [_chance_of_more(map(Fraction, (net, -3, 1, -2))) for net in range(-5, 6)]
        assert all(one < other for one, other in pairwise(chances))

    def test_hundreds_of_resources_take_no_time(self):
        many = [Fraction(number, 7) for number in range(1, 301)]
        assert _chance_of_more([*many, *(-net for net in many)]) == pytest.approx(0.5)


class TestNetWithinLimits:
    NETWORK = with_nets(-0.6, 0.4, 0.1)

    def test_without_limits_it_runs_from_the_lowest_to_the_highest_net(self):
        assert of(self.NETWORK).net == (-0.6, 0.4)

    def test_limits_narrow_it_and_leave_the_acceptability_alone(self):
        row = of(self.NETWORK, limits={"r0": (0.5, 0.5), "r1": (0, 0.25)})
        assert row.net == (pytest.approx(-0.25), pytest.approx(-0.175))
        assert row.acceptability == of(self.NETWORK).acceptability

    @given(SIZED.filter(all), st.data())
    def test_it_is_what_linear_programming_finds(self, nets, data):
        tenths = st.integers(0, 10)
        drawn_limits = [sorted(data.draw(st.tuples(tenths, tenths))) for _ in nets]
        limits = {f"r{n}": (low / 10, high / 10) for n, (low, high) in enumerate(drawn_limits)}
        shares = [net / 10 for net in nets]
        options = {
            "A_eq": [[1] * len(nets)],
            "b_eq": [1],
            "bounds": list(limits.values()),
        }
        low = linprog(shares, **options)
        if not low.success:
            with pytest.raises(OptionError, match="no weights within the limits add up to 1"):
                giver_acceptability(with_nets(*shares), limits=limits)
            return
        high = linprog([-share for share in shares], **options)
        found = of(with_nets(*shares), limits=limits).net
        assert found == (pytest.approx(low.fun, abs=1e-9), pytest.approx(-high.fun, abs=1e-9))

    @pytest.mark.parametrize(
        ("limits", "message"),
        [
            ({"r0": (0.6, 0.7), "r1": (0.6, 0.7)}, "at least 1.2 and at most 2.4."),
            ({"r0": (0, 0.1), "r1": (0, 0.1), "r2": (0, 0.1)}, "at least 0 and at most 0.3."),
        ],
    )
    def test_limits_that_leave_no_weights_are_refused(self, limits, message):
        with pytest.raises(OptionError) as caught:
            giver_acceptability(self.NETWORK, limits=limits)
        assert str(caught.value) == (
            f"no weights within the limits add up to 1: together they are {message}"
        )

    @pytest.mark.parametrize(
        ("limit", "message"),
        [
            ((0, 1.5), "the limit 1.5 of 'r0' is not a number from 0 to 1."),
            (("much", 1), "the limit 'much' of 'r0' is not a number from 0 to 1."),
            ((0.5, 0.2), "the limits (0.5, 0.2) of 'r0' end below their beginning."),
            (0.5, "the limits 0.5 of 'r0' are not a lowest and a highest weight."),
        ],
    )
    def test_limits_that_are_no_weights_are_refused(self, limit, message):
        with pytest.raises(OptionError) as caught:
            giver_acceptability(self.NETWORK, limits={"r0": limit})
        assert str(caught.value) == message

    def test_a_limit_to_what_nobody_brings_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            giver_acceptability(self.NETWORK, limits={"r9": (0, 1)})
        assert str(caught.value) == ("resource 'r9' is not known; known are 'r0', 'r1', 'r2'.")


class TestUnits:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 3), unit="hours", id="1"),
            *gifts(("b", "a", 1), unit="days", id="2"),
        ],
    )

    def test_the_same_resource_in_two_units_counts_as_two(self):
        row = of(self.NETWORK)
        assert dict(row.nets) == {"time (days)": -1, "time (hours)": 1}
        assert row.acceptability == 0.5

    @pytest.mark.parametrize("key", [("time", "days"), "time (days)"])
    def test_a_limit_names_the_unit_then(self, key):
        assert of(self.NETWORK, limits={key: (0.75, 1)}).net == (-1, -0.5)

    def test_one_limit_for_both_is_refused(self):
        with pytest.raises(
            UnknownNameError, match=r"'time' is not known; known are 'time \(days\)'"
        ):
            giver_acceptability(self.NETWORK, limits={"time": (0, 1)})

    def test_names_that_would_run_together_stay_apart(self):
        more = gifts(("a", "b", 1), resource="time (days)", unit=None, id="3")
        network = replaced(self.NETWORK, contributions=[*self.NETWORK.contributions, *more])
        assert list(of(network).nets) == [
            '"time" ("days")',
            '"time" ("hours")',
            '"time (days)"',
        ]


class TestUndefined:
    def test_whoever_shares_in_what_was_not_counted_has_no_row(self):
        network = Network(
            organisations=named("a", "b", "c", "d"),
            contributions=[
                *gifts(("a", "b", None), ("c", "b", 1), resource="x"),
                *gifts(("c", "d", 1), resource="y", id="y"),
            ],
        )
        found = giver_acceptability(network)
        assert {row.organisation for row in found} == {"d"}
        assert {one: str(why) for one, why in found.undefined.items()} == dict.fromkeys(
            "abc", "some of it was not counted"
        )

    def test_what_nothing_is_brought_of_is_dropped(self):
        row = of(
            Network(
                organisations=named("a", "b"),
                contributions=[
                    *gifts(("a", "b", 1)),
                    *gifts(("b", "a", 0), resource="x", id="0"),
                ],
            )
        )
        assert (dict(row.nets), row.acceptability) == ({"time": 1}, 1)

    def test_a_pot_that_is_booked_is_given_and_taken(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "together", 4)))
        assert [row.organisation for row in giver_acceptability(network)] == ["a"]
        rows = giver_acceptability(network, pot={"a": 0.5, "b": 0.5})
        assert [(row.organisation, row.net) for row in rows] == [("a", (1, 1)), ("b", (-1, -1))]


@given(cases(), st.sampled_from([0.25, 3, 60]))
def test_counting_a_resource_in_other_units_changes_nothing(network, times):
    scaled = [
        one.with_fields({"amount": None if one.amount is None else one.amount * times})
        if one.resource == "time"
        else one
        for one in network.contributions
    ]
    found = giver_acceptability(network)
    other = giver_acceptability(network.replaced({"contributions": scaled}))
    assert [row.organisation for row in found] == [row.organisation for row in other]
    for one, same in zip(found, other, strict=True):
        assert same.acceptability == pytest.approx(one.acceptability)
        assert same.net == pytest.approx(one.net)


@given(cases())
def test_turning_all_arrows_turns_it_into_what_is_left(network):
    turned = [
        one.with_fields({"giver": one.taker, "taker": one.giver})
        for one in network.contributions
        if one.taker != "together"
    ]
    kept = [one for one in network.contributions if one.taker != "together"]
    there, back = (
        giver_acceptability(network.replaced({"contributions": rows})) for rows in (kept, turned)
    )
    for one, other in zip(there, back, strict=True):
        assert one.acceptability + other.acceptability == pytest.approx(1)
        assert one.net == pytest.approx((-other.net[1], -other.net[0]))


@given(cases())
def test_over_everybody_the_nets_of_each_resource_add_up_to_0(network):
    pot = dict.fromkeys(network.ids, 1 / len(network.ids))
    rows = giver_acceptability(network, pot=pot)
    if any(
        str(why) == "some of it was not counted"
        for why in giver_acceptability(network).undefined.values()
    ):
        return
    for name in {name for row in rows for name in row.nets}:
        assert sum(row.nets[name] for row in rows) == pytest.approx(0)


@given(cases())
def test_it_agrees_with_give_and_take(network):
    nets = {}
    for row in give_and_take(network):
        nets.setdefault(row.organisation, []).append(row.net)
    for row in giver_acceptability(network):
        own = nets[row.organisation]
        signs = {(net > 0) - (net < 0) for net in own} - {0}
        assert row.certain == {frozenset({1}): "gives", frozenset({-1}): "takes"}.get(
            frozenset(signs)
        )
        assert row.net[0] <= row.net[1]
        assert row.net[0] <= min(row.nets.values()) + 1e-12
