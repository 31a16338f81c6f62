"""What comes round again: the largest circulation, and the most even of the largest ones."""

from fractions import Fraction
from itertools import product
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import exchange, gifts, giving, named, relabelled, with_records
from strategies import arrows as drawn_arrows
from strategies import flows_of_time

from netdeps import Network
from netdeps.errors import UndefinedError
from netdeps.graph import even_circulation, evenly, largest_circulation, rounds
from netdeps.measures import circulation, circulation_flows, imbalance, weighted_reciprocity

FORK = {("a", "b"): 1, ("b", "c"): 1, ("c", "a"): 1, ("b", "d"): 1, ("d", "a"): 1}
"""From b two ways lead back to a, and only one of them can carry what a brings."""


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


def exactly(amounts):
    return {way: Fraction(str(much)) for way, much in amounts.items()}


def nets(amounts):
    names = {one for way in amounts for one in way}
    return {
        one: sum((much if way[0] == one else -much) for way, much in amounts.items() if one in way)
        for one in names
    }


def all_circulations(amounts):
    """Every circulation in whole numbers, written out."""
    ways = list(amounts)
    for carried in product(*(range(amounts[way] + 1) for way in ways)):
        found = dict(zip(ways, carried, strict=True))
        if not any(nets(found).values()):
            yield found


def largest_of(amounts):
    found = list(all_circulations(amounts))
    most = max((sum(one.values()) for one in found), default=0)
    return most, [one for one in found if sum(one.values()) == most]


@st.composite
def whole_amounts(draw, most=2):
    """Few enough whole amounts to write out every circulation."""
    _, ways = draw(drawn_arrows(min_size=2, max_size=4))
    return {way: draw(st.integers(1, most)) for way in sorted(ways)[:7]}


def drawn_amounts(seed, arrows):
    """What twelve bring one another along so many arrows, drawn by a seed."""
    draw = Random(seed)  # noqa: S311 - no secret
    ways = [way for way in product("abcdefghijkl", repeat=2) if way[0] != way[1]]
    return {way: Fraction(draw.randint(1, 3)) for way in draw.sample(ways, arrows)}


class TestWorkedExamples:
    def test_of_fifteen_hours_thirteen_come_round(self):
        assert circulation(exchange()) == float(Fraction(13, 15))

    def test_two_go_back_and_forth_and_three_round_and_two_arrows_of_1_remain(self):
        found = {(row.giver, row.taker): row for row in circulation_flows(exchange())}
        assert {way: row.circulating for way, row in found.items()} == {
            ("a", "b"): 5,
            ("b", "a"): 2,
            ("b", "c"): 3,
            ("c", "a"): 3,
        }
        remaining = {way: row.remaining for way, row in found.items() if row.remaining}
        assert remaining == {("c", "a"): 1, ("a", "b"): 1}
        assert all(row.unique for row in found.values())
        assert (found["a", "b"].amount, found["a", "b"].because) == (6, ("gift 1",))

    def test_netting_keeps_the_go_between(self):
        """D'Errico and Roukny (2017): 2 remain, although only 1 has to change hands."""
        remaining = sum(row.remaining for row in circulation_flows(exchange()))
        assert (remaining, imbalance(exchange()) * 15) == (2, 1)


class TestOneReadingOfSeveral:
    def test_two_ways_that_are_as_good_carry_half_each(self):
        found = circulation_flows(of_time("abcd", FORK))
        assert {(row.giver, row.taker): (row.circulating, row.unique) for row in found} == {
            ("a", "b"): (1, True),
            ("b", "c"): (0.5, False),
            ("c", "a"): (0.5, False),
            ("b", "d"): (0.5, False),
            ("d", "a"): (0.5, False),
        }
        assert [str(one) for one in found.caveats] == [
            "On 4 arrows another part could come round, with as much coming round in all; what is "
            "shown there is one possible reading, the most even one."
        ]

    def test_one_of_the_largest_in_whole_numbers_takes_one_of_the_ways(self):
        found = largest_circulation(exactly(FORK))
        assert found.total == 3
        assert sorted(found.amounts.values()) == [0, 0, 1, 1, 1]
        assert found.open == set(FORK) - {("a", "b")}

    def test_a_way_that_has_to_be_taken_is_no_choice(self):
        """The arrow from c to d can do more and less, but only its own way back leads back."""
        two_rings = {("a", "b"): 2, ("b", "a"): 2, ("b", "c"): 5, ("c", "b"): 3}
        assert largest_circulation(exactly(two_rings)).open == set()


class TestWhatIsLeftOut:
    def test_the_common_pot_never_gives_back(self):
        network = giving("ab", ("a", "b", 1), ("b", "a", 1), ("a", "together", 2))
        assert circulation(network) == 0.5
        assert [str(one) for one in circulation(network).caveats] == [
            "What is brought to the common pot counts as brought, and never comes round."
        ]
        pot = circulation_flows(network)[1]
        assert (pot.taker, pot.amount, pot.circulating, pot.remaining) == ("together", 2, 0, 2)

    def test_promises_unless_they_are_asked_for(self):
        rows = gifts(("a", "b", 3), ("b", "a", 3), status="promised")
        network = Network(organisations=named("a", "b"), contributions=rows)
        assert circulation(network).value is None
        assert circulation(network, status="promised") == 1

    def test_a_resource_that_was_not_counted_has_its_reason(self):
        rows = [*gifts(("a", "b", 3)), *gifts(("b", "a", None), resource="money", id="2")]
        found = circulation_flows(Network(organisations=named("a", "b"), contributions=rows))
        assert [row.resource for row in found] == ["time"]
        assert {name: str(one) for name, one in found.undefined.items()} == {
            "money": "some of it was not counted"
        }


class TestResourcesAndDossiers:
    NETWORK = Network(
        organisations=[
            *named("a", "b", kind="municipality"),
            *named("c", kind="care_provider"),
        ],
        contributions=[
            *gifts(("a", "b", 4), dossier="housing", id="1"),
            *gifts(("b", "a", 4), dossier="care", id="2"),
            *gifts(("b", "c", 2), dossier="care", id="3"),
            *gifts(("b", "a", 300), resource="money", unit="euro", id="4"),
        ],
    )

    def test_several_resources_are_not_added(self):
        found = circulation(self.NETWORK)
        assert str(found.reason).startswith("amounts in different resources or units cannot be")
        with pytest.raises(UndefinedError):
            float(found)

    def test_each_resource_circulates_by_itself(self):
        found = circulation_flows(self.NETWORK)
        assert [(row.resource, row.giver, row.taker, row.circulating) for row in found] == [
            ("money", "b", "a", 0),
            ("time", "a", "b", 4),
            ("time", "b", "a", 4),
            ("time", "b", "c", 0),
        ]
        assert circulation(self.NETWORK, resource="time") == 0.8

    def test_a_dossier_or_a_kind_can_be_chosen(self):
        (row, _) = circulation_flows(self.NETWORK, resource="time", dossier="care")
        assert (row.dossier, row.circulating, row.remaining) == ("care", 0, 4)
        assert circulation(self.NETWORK, resource="time", kind="municipality") == 1
        assert len(circulation_flows(self.NETWORK, kind="municipality")) == 3


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (giving("ab", ("a", "b", None)), "some of it was not counted"),
        (giving("ab", ("a", "b", 0)), "nothing is brought"),
        (Network(), "nothing is brought"),
    ],
    ids=["not counted", "zero", "empty"],
)
def test_it_is_undefined_and_not_0(network, reason):
    found = circulation(network)
    assert (found.value, str(found.reason)) == (None, reason)
    assert list(circulation_flows(network)) == []


@settings(max_examples=60)
@given(whole_amounts())
def test_no_circulation_that_is_written_out_is_larger(amounts):
    most, found = largest_of(amounts)
    one = largest_circulation(exactly(amounts))
    assert one.total == most
    assert dict(one.amounts) in found
    differ = {way for way in amounts if len({each[way] for each in found}) > 1}
    assert one.open == differ


@settings(max_examples=60)
@given(whole_amounts(most=3))
def test_the_even_one_has_the_smallest_sum_of_squares(amounts):
    """No mixture of those written out is flatter, seen from it in the direction of any of them."""
    _, found = largest_of(amounts)
    even = even_circulation(exactly(amounts)).amounts
    for other in found:
        lower = sum(much * (other[way] - much) for way, much in even.items())
        assert float(lower) >= -1e-9


@given(flows_of_time(max_size=5))
def test_what_remains_keeps_every_net_and_goes_round_nowhere(drawn):
    names, amounts = drawn
    brought = exactly(amounts)
    for found in (largest_circulation(brought), even_circulation(brought)):
        assert all(0 <= much <= brought[way] for way, much in found.amounts.items())
        assert all(abs(net) < Fraction(1, 10**12) for net in nets(found.amounts).values())
        left = [way for way, much in brought.items() if much > found.amounts[way]]
        assert nx.is_directed_acyclic_graph(nx.DiGraph(left))
    remaining = sum(row.remaining for row in circulation_flows(of_time(names, amounts)))
    changes_hands = sum(abs(net) for net in nets(brought).values()) / 2
    assert remaining >= float(changes_hands) - 1e-9


@given(flows_of_time(max_size=5, amounts=(1, 2, 3, 7)))
def test_whole_amounts_circulate_in_whole_numbers(drawn):
    brought = exactly(drawn[1])
    found = largest_circulation(brought)
    assert all(much.denominator == 1 for much in found.amounts.values())
    graph = nx.DiGraph()
    graph.add_edges_from(
        (*way, {"capacity": int(much), "weight": -1}) for way, much in brought.items()
    )
    assert found.total == (-nx.network_simplex(graph)[0] if brought else 0)


@given(flows_of_time(max_size=5))
def test_at_least_what_comes_back_directly_comes_round(drawn):
    network = of_time(*drawn)
    found = circulation(network)
    if drawn[1]:
        assert weighted_reciprocity(network) <= found + 1e-12
        assert 0 <= found <= 1
    else:
        assert found.value is None


@given(flows_of_time())
def test_all_comes_round_where_everybody_gets_back_what_it_brings(drawn):
    names, amounts = drawn
    there = {way: much for way, much in amounts.items() if way[0] < way[1]}
    back = {way[::-1]: much for way, much in there.items()}
    assert circulation(of_time(names, there | back)).value in {1, None}
    assert circulation(of_time(names, there)).value in {0, None}


@given(flows_of_time(max_size=5), st.data())
def test_nobody_s_name_decides_which_reading_is_shown(drawn, data):
    names, amounts = drawn
    others = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    network = of_time(names, amounts)
    told = relabelled(network, others)
    here = {(row.giver, row.taker): row for row in circulation_flows(network)}
    there = {(row.giver, row.taker): row for row in circulation_flows(told)}
    assert {
        (others[a], others[b]): (row.circulating, row.unique) for (a, b), row in here.items()
    } == {way: (row.circulating, row.unique) for way, row in there.items()}
    assert circulation(network).value == circulation(told).value


@given(flows_of_time())
def test_turning_all_arrows_and_counting_in_minutes_change_nothing(drawn):
    names, amounts = drawn
    found = circulation(of_time(names, amounts)).value
    turned = {way[::-1]: much for way, much in amounts.items()}
    minutes = {way: 60 * much for way, much in amounts.items()}
    assert circulation(of_time(names, turned)).value == found
    assert circulation(of_time(names, minutes)).value == pytest.approx(found)


def test_an_organisation_that_brings_nothing_changes_nothing():
    joined = with_records(exchange(), organisations=named("zz"))
    assert circulation(joined) == circulation(exchange())
    assert list(circulation_flows(joined)) == list(circulation_flows(exchange()))


class TestAmountsThatFloatsCannotAdd:
    def test_a_tenth_and_a_quadrillion_both_come_out_to_the_last_digit(self):
        amounts = {
            ("a", "b"): 1e15,
            ("b", "a"): 1e15,
            ("b", "c"): 0.1,
            ("c", "a"): 0.3,
            ("a", "c"): 0.2,
        }
        found = largest_circulation(exactly({way: repr(much) for way, much in amounts.items()}))
        assert found.total == 2 * 10**15 + Fraction(1, 2)
        assert found.amounts["b", "a"] == 10**15 - Fraction(1, 10)

    def test_where_the_solver_is_wrong_whole_numbers_decide(self, monkeypatch):
        monkeypatch.setattr(rounds, "_linear_program", lambda _arrows, caps: caps * 0)
        assert largest_circulation(exactly(FORK)).total == 3
        monkeypatch.setattr(rounds, "_linear_program", lambda _arrows, caps: caps / 2)
        assert largest_circulation(exactly(FORK)).total == 3

    def test_no_speck_is_left_of_what_is_empty_or_full(self):
        for seed in range(150):
            brought = drawn_amounts(seed, 50)
            found = even_circulation(brought).amounts
            for way, much in brought.items():
                assert not 0 < found[way] < Fraction(1, 10**9)
                assert not 0 < much - found[way] < Fraction(1, 10**9)

    def test_a_search_that_has_nothing_left_to_find_stops(self):
        """In this network rounding was followed further and further, past what floats can hold."""
        brought = drawn_amounts(39, 40)
        found = even_circulation(brought)
        assert float(found.total) == largest_circulation(brought).total

    def test_where_no_even_one_is_found_it_stays_one_of_the_largest(self, monkeypatch):
        monkeypatch.setattr(evenly, "_STEPS", 0)
        found = even_circulation(exactly(FORK))
        assert found.amounts == largest_circulation(exactly(FORK)).amounts

    def test_what_is_next_to_nothing_beside_the_rest_still_circulates(self):
        small, large = Fraction(1, 10**300), Fraction(10**15)
        ring = {("a", "b"): small, ("b", "a"): large, ("b", "c"): large, ("c", "b"): small}
        assert largest_circulation(ring).total == 4 * small
        assert even_circulation(ring).total == 4 * small
