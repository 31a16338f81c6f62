"""Is the balance more one-sided than when a coin were tossed for who gives to whom?"""

from collections import defaultdict
from fractions import Fraction
from itertools import product
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import exchange, gifts, giving, named, relabelled, with_records
from strategies import flows_of_time

from netdeps import Network
from netdeps.errors import OptionError, UndefinedError, UnknownNameError
from netdeps.inference import Permutation, coins, direction_flips
from netdeps.measures import give_and_take, imbalance, weighted_reciprocity

STATISTICS = ("imbalance", "reciprocity")


def flips_of(network, statistic="imbalance", **options):
    return direction_flips(network, statistic=statistic, **options)


def sampled(network, monkeypatch, statistic="imbalance", **options):
    monkeypatch.setattr(coins, "_MOST_EXACT", 0)
    return flips_of(network, statistic, **options)


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


def turned(network):
    brought = [(one.taker, one.giver, one.amount) for one in network.contributions]
    return giving(network.ids, *brought)


class TestWorkedExamples:
    def test_three_contributions_between_three_parties(self):
        found = flips_of(giving("abc", ("a", "b", 4), ("b", "c", 2), ("a", "c", 3)))
        assert (found.statistic, found.p_value) == (7, 1 / 2)
        assert found.null == (2, 2, 6, 6, 7, 7, 7, 7)
        assert (found.alternative, found.seed) == ("greater", None)
        assert found.expected == 44 / 8

    def test_one_who_gives_to_five_others(self):
        network = giving("abcdem", *(("m", one, 1) for one in "abcde"))
        found = flips_of(network, "net", organisation="m")
        assert (found.statistic, found.p_value) == (5, 2 / 32)
        assert found.null == (*[1] * 20, *[3] * 10, *[5] * 2)

    def test_reciprocity_set_against_what_is_expected(self):
        """6 and 2 between a and b: alike 8 of 15 go one way, else 4 of 15 come back directly."""
        found = flips_of(exchange(), "reciprocity")
        assert found.statistic == float(Fraction(4, 15))
        assert found.null == (*[0] * 8, *[float(Fraction(4, 15))] * 8)
        assert found.expected == pytest.approx(2 / 15)
        assert found.relative == pytest.approx(2 / 13)
        assert (found.alternative, found.p_value) == ("less", 1)

    def test_who_gets_nothing_back_is_as_one_sided_as_can_be(self):
        found = flips_of(giving("ab", ("a", "b", 6), ("a", "b", 2)), "reciprocity")
        assert (found.statistic, found.p_value, found.relative) == (0, 1, 0)
        apart = with_records(
            giving("ab"),
            contributions=[
                *gifts(("a", "b", 6), dossier="care", id="1"),
                *gifts(("a", "b", 2), dossier="housing", id="2"),
            ],
        )
        found = flips_of(apart, "reciprocity")
        assert (found.statistic, found.null, found.p_value) == (0, (0, 0, 1 / 2, 1 / 2), 1 / 2)
        assert found.relative == -1 / 3


class TestWhatIsTossed:
    def test_a_contribution_told_in_two_parts_or_by_both_parties_is_one(self):
        told = [
            *gifts(("a", "b", 1), ("a", "b", 3), said={"by": "a"}, id=""),
            *gifts(("a", "b", 2), said={"by": "b"}, id=""),
        ]
        found = flips_of(Network(organisations=named("a", "b"), contributions=told))
        assert found.null == (3, 3)

    def test_each_dossier_is_tossed_by_itself(self):
        network = with_records(
            giving("ab", ("a", "b", 4)), contributions=gifts(("a", "b", 3), dossier="care", id="2")
        )
        assert flips_of(network).null == (1, 1, 7, 7)
        assert flips_of(network, dossier="care").null == (3, 3)

    def test_what_goes_to_the_common_pot_is_left_out(self):
        network = with_records(
            giving("ab", ("a", "b", 4)),
            contributions=[
                *gifts(("a", "together", 9), id="pot"),
                *gifts(("a", "together", 9), resource="money", id="more"),
                *gifts(("a", "together", None), id="uncounted"),
            ],
        )
        assert flips_of(network) == flips_of(giving("ab", ("a", "b", 4)))

    def test_what_is_nothing_is_not_tossed(self):
        network = with_records(
            giving("ab", ("a", "b", 4), ("b", "a", 0)),
            contributions=gifts(("a", "b", 0), resource="money", id="none"),
        )
        assert flips_of(network).null == (4, 4)

    def test_of_one_organisation_only_its_own_are_tossed(self):
        lone = giving("abc", ("a", "b", 4), ("c", "a", 1))
        more = with_records(
            lone,
            contributions=[
                *gifts(("b", "c", 9), id="others"),
                *gifts(("b", "c", None), resource="money", id="uncounted"),
            ],
        )
        found = flips_of(more, "net", organisation="a")
        assert (found.statistic, found.null, found.p_value) == (3, (3, 3, 5, 5), 1)

    def test_promises_kinds_resources_and_parts_can_be_chosen(self):
        network = Network(
            organisations=[
                *named("a", "b", kind="municipality"),
                *named("c"),
                *named("c1", "c2", part_of="c"),
            ],
            contributions=[
                *gifts(("a", "b", 2), ("b", "c", 3), id=""),
                *gifts(("a", "b", 5), resource="money", id="money"),
                *gifts(("a", "b", 7), status="promised", id="promise"),
                *gifts(("c1", "c2", 11), id="inside"),
            ],
        )
        assert flips_of(network, kind="municipality", resource="time").null == (2, 2)
        assert flips_of(network, resource="money").null == (5, 5)
        assert flips_of(network, status="promised").null == (7, 7)
        assert flips_of(network, inside="c").null == (11, 11)


class TestUndefined:
    @pytest.mark.parametrize(
        ("brought", "reason"),
        [
            ([], "nothing is brought"),
            (gifts(("a", "b", 0)), "nothing is brought"),
            (
                gifts(("a", "together", 3)),
                "all that is brought goes to the common pot, which cannot give back",
            ),
            (gifts(("a", "b", 3), ("b", "a", None)), "some of it was not counted"),
            (
                [*gifts(("a", "b", 3)), *gifts(("a", "b", 3), resource="money", id="money")],
                "amounts in different resources or units cannot be added; choose one resource",
            ),
            (
                [*gifts(("a", "b", 3)), *gifts(("a", "b", 3), unit="days", id="days")],
                "the resource is counted in several units, which cannot be added",
            ),
        ],
        ids=["nothing", "zero", "only the pot", "not counted", "mixed", "several units"],
    )
    @pytest.mark.parametrize("statistic", STATISTICS)
    def test_without_amounts_that_can_be_added(self, brought, reason, statistic):
        with pytest.raises(UndefinedError) as caught:
            flips_of(Network(organisations=named("a", "b"), contributions=brought), statistic)
        assert str(caught.value) == f"direction_flips is undefined: {reason}"

    def test_of_an_organisation_that_is_not_involved(self):
        with pytest.raises(UndefinedError) as caught:
            flips_of(giving("abc", ("a", "b", 3)), "net", organisation="c")
        assert str(caught.value) == (
            "direction_flips is undefined: it neither gives nor takes, which is not the same as "
            "being in balance"
        )

    def test_of_an_organisation_that_only_brings_to_the_common_pot(self):
        network = giving("abc", ("a", "b", 3), ("c", "together", 2))
        with pytest.raises(UndefinedError) as caught:
            flips_of(network, "net", organisation="c")
        assert str(caught.value) == (
            "direction_flips is undefined: what it brings goes to the common pot, which cannot "
            "give back"
        )


class TestBadInput:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"statistic": "gini"},
                "the statistic 'gini' is not known; known are 'imbalance', 'net', 'reciprocity'.",
            ),
            ({"statistic": "net"}, "the statistic 'net' is that of one organisation; say which."),
            (
                {"organisation": "a"},
                "the statistic 'imbalance' is that of all organisations; leave organisation='a' "
                "out, or choose 'net'.",
            ),
            ({"flips": 0}, "flips=0 was asked for; a whole number of at least 1 is expected."),
            (
                {"flips": 10.5},
                "flips=10.5 was asked for; a whole number of at least 1 is expected.",
            ),
            ({"seed": -1}, "seed=-1 was asked for; a whole number of at least 0 is expected."),
            (
                {"status": "lent"},
                "the status 'lent' is not known; known are 'promised', 'delivered'.",
            ),
        ],
    )
    def test_an_option_that_cannot_be_is_refused(self, options, message):
        with pytest.raises(OptionError) as caught:
            direction_flips(exchange(), **options)
        assert str(caught.value) == message

    @pytest.mark.parametrize(
        "options",
        [
            {"statistic": "net", "organisation": "d"},
            {"resource": "tine"},
            {"dossier": "houses"},
            {"kind": "police"},
            {"inside": "nobody"},
        ],
    )
    def test_a_name_that_is_not_there_is_refused(self, options):
        with pytest.raises(UnknownNameError, match="is not known"):
            direction_flips(exchange(), **options)

    def test_what_is_no_network_is_refused(self):
        with pytest.raises(OptionError, match="a Network is expected"):
            direction_flips([("a", "b", 3)])


def slow_statistic(arrows, statistic, organisation):
    """The statistic of some arrows, worked out by its definition."""
    brought, nets = defaultdict(Fraction), defaultdict(Fraction)
    for giver, taker, much in arrows:
        brought[giver, taker] += much
        nets[giver] += much
        nets[taker] -= much
    if statistic == "net":
        return abs(nets[organisation])
    if statistic == "imbalance":
        return sum(map(abs, nets.values())) / 2
    back = sum(min(much, brought.get((there, here), 0)) for (here, there), much in brought.items())
    return back / sum(brought.values())


def slow_null(amounts, statistic, organisation):
    """Every way in which the coins can fall, written out."""
    arrows = [(*arrow, Fraction(str(much))) for arrow, much in amounts.items()]
    if statistic == "net":
        arrows = [one for one in arrows if organisation in one[:2]]
    return sorted(
        slow_statistic(
            [
                (other, one, much) if tails else (one, other, much)
                for tails, (one, other, much) in zip(fallen, arrows, strict=True)
            ],
            statistic,
            organisation,
        )
        for fallen in product([False, True], repeat=len(arrows))
    ), slow_statistic(arrows, statistic, organisation)


any_statistic = st.sampled_from(["imbalance", "net", "reciprocity"])
some_flows = flows_of_time(max_size=3).filter(lambda drawn: drawn[1])


def who_of(statistic, amounts):
    return {"organisation": min(amounts)[0]} if statistic == "net" else {}


@given(some_flows, any_statistic)
def test_the_null_is_that_of_every_way_written_out(drawn, statistic):
    names, amounts = drawn
    who = who_of(statistic, amounts)
    found = flips_of(of_time(names, amounts), statistic, **who)
    null, seen = slow_null(amounts, statistic, who.get("organisation"))
    assert found.null == tuple(map(float, null))
    assert found.statistic == float(seen)
    if statistic == "reciprocity":
        extreme = sum(1 for one in null if one <= seen)
    else:
        extreme = sum(1 for one in null if one >= seen)
    assert found.p_value == extreme / len(null)
    assert 0 < found.p_value <= 1
    assert found.expected == pytest.approx(float(sum(null) / len(null)))
    assert found.seed is None


any_amount = st.floats(1e-12, 1e15) | st.sampled_from([1e-9, 0.1, 1 / 3, 1e15 - 0.125, 1e15])
arrows_of_any_amount = st.dictionaries(
    st.sampled_from([("a", "b"), ("b", "a"), ("b", "c"), ("c", "a"), ("a", "d"), ("d", "c")]),
    any_amount,
    min_size=1,
)


@given(arrows_of_any_amount, any_statistic)
def test_the_null_is_exact_whatever_the_digits_of_the_amounts(amounts, statistic):
    who = who_of(statistic, amounts)
    found = flips_of(of_time("abcd", amounts), statistic, **who)
    null, seen = slow_null(amounts, statistic, who.get("organisation"))
    assert found.null == tuple(map(float, null))
    assert found.statistic == float(seen)


@given(some_flows, any_statistic)
def test_turning_all_arrows_changes_nothing(drawn, statistic):
    network = of_time(*drawn)
    who = who_of(statistic, drawn[1])
    assert flips_of(turned(network), statistic, **who) == flips_of(network, statistic, **who)


@given(some_flows, any_statistic)
@settings(max_examples=20)
def test_turning_all_arrows_changes_no_sample_either(drawn, statistic):
    network = of_time(*drawn)
    who = who_of(statistic, drawn[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coins, "_MOST_EXACT", 0)
        one, other = (
            flips_of(way, statistic, flips=50, **who) for way in (network, turned(network))
        )
    assert one == other


@given(some_flows, any_statistic)
def test_counting_in_other_units_changes_no_chance(drawn, statistic):
    names, amounts = drawn
    who = who_of(statistic, amounts)
    minutes = {arrow: 60 * much for arrow, much in amounts.items()}
    hours, others = (flips_of(of_time(names, way), statistic, **who) for way in (amounts, minutes))
    assert hours.p_value == others.p_value
    assert hours.relative == pytest.approx(others.relative)
    scale = 1 if statistic == "reciprocity" else 60
    assert others.null == pytest.approx([scale * one for one in hours.null])


@given(some_flows, any_statistic)
def test_other_names_change_nothing_where_all_ways_are_looked_at(drawn, statistic):
    names, amounts = drawn
    other = dict(zip(names, ("z", "y", "x"), strict=False))
    who = who_of(statistic, amounts)
    there = {"organisation": other[who["organisation"]]} if who else {}
    network = of_time(names, amounts)
    assert flips_of(relabelled(network, other), statistic, **there) == flips_of(
        network, statistic, **who
    )


@pytest.mark.parametrize("statistic", STATISTICS)
def test_with_one_contribution_every_toss_is_as_one_sided(statistic):
    assert flips_of(giving("ab", ("a", "b", 3)), statistic).p_value == 1
    assert flips_of(giving("ab", ("a", "b", 3)), "net", organisation="b").p_value == 1


@given(some_flows)
def test_what_is_seen_is_what_the_measures_say(drawn):
    network = of_time(*drawn)
    brought = sum(Fraction(str(much)) for much in drawn[1].values())
    found = flips_of(network)
    assert found.statistic == pytest.approx(imbalance(network) * float(brought))
    assert flips_of(network, "reciprocity").statistic == weighted_reciprocity(network)
    for row in give_and_take(network):
        found = flips_of(network, "net", organisation=row.organisation)
        assert found.statistic == pytest.approx(abs(row.net))


@given(some_flows)
def test_reciprocity_against_chance_is_at_most_1_and_0_where_it_is_what_chance_gives(drawn):
    found = flips_of(of_time(*drawn), "reciprocity")
    assert found.relative == pytest.approx(
        (found.statistic - found.expected) / (1 - found.expected)
    )
    assert found.relative <= 1


class TestASample:
    MANY = giving(
        "abcdef", *((one, other, 1.5) for one in "abcdef" for other in "abc" if one != other)
    )

    def test_more_than_sixteen_contributions_are_sampled(self):
        sixteen = giving("m" + "abcdefghijklnopq", *(("m", one, 1) for one in "abcdefghijklnopq"))
        assert len(flips_of(sixteen).null) == 2**16
        assert flips_of(sixteen).p_value == 2 / 2**16
        one_more = with_records(
            sixteen, organisations=named("z"), contributions=gifts(("m", "z", 1), id="z")
        )
        found = flips_of(one_more, flips=100, seed=3)
        assert (len(found.null), found.seed, found.p_value) == (100, 3, 1 / 101)

    @pytest.mark.parametrize("statistic", STATISTICS)
    def test_it_agrees_with_looking_at_every_way(self, statistic, monkeypatch):
        exact = flips_of(self.MANY, statistic)
        found = sampled(self.MANY, monkeypatch, statistic, flips=4000, seed=1)
        assert exact.seed is None
        assert found.statistic == exact.statistic
        error = (exact.p_value * (1 - exact.p_value) / 4000) ** 0.5
        assert abs(found.p_value - exact.p_value) < 4 * error + 1 / 4001
        assert found.expected == pytest.approx(exact.expected, rel=0.1)

    def test_the_same_seed_gives_the_same_sample_and_another_seed_another(self, monkeypatch):
        one, other, third = (
            sampled(self.MANY, monkeypatch, flips=300, seed=seed) for seed in (7, 7, 8)
        )
        assert one == other
        assert one.null != third.null

    def test_it_is_the_same_however_many_tosses_are_worked_out_at_a_time(self, monkeypatch):
        whole = sampled(self.MANY, monkeypatch, flips=300)
        monkeypatch.setattr(coins, "_BATCH", 7)
        assert sampled(self.MANY, monkeypatch, flips=300) == whole
        monkeypatch.setattr(coins, "_MOST_EXACT", 16)
        by_sevens = flips_of(exchange())
        monkeypatch.undo()
        assert by_sevens == flips_of(exchange())

    def test_more_tosses_begin_with_the_same_ones(self, monkeypatch):
        few = sampled(self.MANY, monkeypatch, flips=50)
        many = sampled(self.MANY, monkeypatch, flips=5000)
        assert set(few.null) <= set(many.null)


class TestWholeNumbers:
    def test_amounts_too_far_apart_for_64_bits_are_added_exactly(self):
        network = giving("abc", ("a", "b", 1e15), ("b", "a", 1e15), ("b", "c", 1e-9))
        found = flips_of(network)
        assert found.null == (*[1e-9] * 4, *[2e15] * 4)
        assert (found.statistic, found.p_value) == (1e-9, 1)

    def test_thirds_of_what_floats_hold_tie_as_they_should(self):
        network = giving("abc", ("a", "b", 0.1), ("a", "b", 0.2), ("c", "b", 0.3))
        found = flips_of(network, "net", organisation="b")
        assert found.null == (0, 0, 0.6, 0.6)

    def test_they_are_added_alike_however_wide_the_digits(self, monkeypatch):
        network = giving("abc", ("a", "b", 6.25), ("b", "a", 8), ("b", "c", 0.1), ("a", "c", 77))
        for statistic in STATISTICS:
            found = flips_of(network, statistic)
            for bits in (4, 5, 11):
                monkeypatch.setattr(coins, "_BITS", bits)
                assert flips_of(network, statistic) == found
            monkeypatch.undo()

    def test_amounts_of_seventeen_digits_between_many_are_tossed_in_moments(self):
        draw = Random(1)  # noqa: S311 - no secret
        names = [f"o{number}" for number in range(300)]
        pairs = [draw.sample(names, 2) for _ in range(1800)]
        network = giving(names, *((*two, draw.random() * 1000) for two in pairs))
        begun = perf_counter()
        found = flips_of(network)
        assert perf_counter() - begun < 30  # in Python's own whole numbers it takes minutes
        assert found.null[0] < found.expected < found.null[-1]
        brought = sum(Fraction(repr(one.amount)) for one in network.contributions)
        assert found.statistic == pytest.approx(imbalance(network) * float(brought), rel=1e-12)


class TestTheAnswer:
    def test_it_can_be_written_as_plain_data(self):
        found = flips_of(giving("ab", ("a", "b", 3)))
        assert found.to_dict() == {
            "statistic": 3.0,
            "p_value": 1.0,
            "null": [3.0, 3.0],
            "alternative": "greater",
            "seed": None,
        }

    def test_without_a_highest_value_nothing_is_set_against_it(self):
        assert flips_of(exchange()).relative is None
        even = Permutation(1.0, 1.0, (1.0, 1.0), "less", None, most=1.0)
        assert (even.expected, even.relative) == (1.0, None)
