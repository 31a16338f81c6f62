"""Which share of all that is brought comes back directly."""

from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import exchange, gifts, giving, named, with_records
from strategies import cases, flows_of_time

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import circulation, pair_balance, weighted_reciprocity


def of_time(names, amounts):
    return giving(names, *((one, other, much) for (one, other), much in amounts.items()))


class TestWorkedExamples:
    def test_of_three_who_give_back_and_forth_and_round_four_fifteenths_come_back(self):
        assert weighted_reciprocity(exchange()) == float(Fraction(4, 15))

    def test_of_three_arrows_of_one_two_thirds_come_back(self):
        network = giving("123", ("1", "2", 1), ("2", "1", 1), ("2", "3", 1))
        assert weighted_reciprocity(network) == 2 / 3

    def test_of_6_and_2_twice_the_2_is_reciprocated(self):
        assert weighted_reciprocity(giving("ab", ("a", "b", 6), ("b", "a", 2))) == 4 / 8


class TestWhatCounts:
    def test_what_comes_back_in_another_dossier_comes_back(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=[
                *gifts(("a", "b", 5), dossier="care", id="1"),
                *gifts(("b", "a", 5), dossier="housing", id="2"),
            ],
        )
        assert weighted_reciprocity(network) == 1
        assert weighted_reciprocity(network, dossier="care") == 0
        assert weighted_reciprocity(network).because == ("1", "2")

    def test_what_goes_the_same_way_in_two_dossiers_is_added(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=[
                *gifts(("a", "b", 2), dossier="care", id="1"),
                *gifts(("a", "b", 3), dossier="housing", id="2"),
                *gifts(("b", "a", 4), id="3"),
            ],
        )
        assert weighted_reciprocity(network) == 8 / 9

    def test_what_goes_to_the_common_pot_comes_back_from_nobody(self):
        network = with_records(
            giving("ab", ("a", "b", 1), ("b", "a", 1)),
            contributions=gifts(("a", "together", 2), id="pot"),
        )
        assert weighted_reciprocity(network) == 2 / 4
        assert weighted_reciprocity(giving("ab", ("a", "together", 2))) == 0

    def test_what_comes_back_through_others_does_not_count(self):
        assert weighted_reciprocity(giving("abc", ("a", "b", 2), ("b", "c", 2), ("c", "a", 2))) == 0

    def test_promises_count_apart(self):
        network = with_records(
            giving("ab", ("a", "b", 3)),
            contributions=gifts(("a", "b", 2), ("b", "a", 2), status="promised", id=""),
        )
        assert weighted_reciprocity(network) == 0
        assert weighted_reciprocity(network, status="promised") == 1

    def test_one_resource_one_kind_or_the_parts_of_one_organisation_can_be_chosen(self):
        network = Network(
            organisations=[
                *named("a", "b", kind="municipality"),
                *named("c"),
                *named("c1", "c2", part_of="c"),
            ],
            contributions=[
                *gifts(("a", "b", 2), ("b", "a", 2), ("a", "c", 9)),
                *gifts(("c1", "c2", 3), ("c2", "c1", 1), id="", resource="money"),
            ],
        )
        assert weighted_reciprocity(network, resource="time") == float(Fraction(4, 13))
        assert weighted_reciprocity(network, kind="municipality") == 1
        assert weighted_reciprocity(network, inside="c") == 1 / 2

    def test_the_mean_of_both_reports_counts(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=[
                *gifts(("a", "b", 8), said={"by": "a"}, id="1"),
                *gifts(("a", "b", 4), said={"by": "b"}, id="2"),
                *gifts(("b", "a", 6), id="3"),
            ],
        )
        assert weighted_reciprocity(network) == 1


UNITS = Network(
    organisations=named("a", "b"),
    contributions=[*gifts(("a", "b", 3)), *gifts(("b", "a", 9), unit="minutes", id="more")],
)


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (UNITS, "the resource is counted in several units, which cannot be added"),
        (giving("ab", ("a", "b", 3), ("b", "a", None)), "some of it was not counted"),
        (giving("ab", ("a", "b", 0)), "nothing is brought"),
        (Network(), "nothing is brought"),
    ],
    ids=["units", "not counted", "zero", "empty"],
)
def test_it_is_undefined_and_not_0(network, reason):
    found = weighted_reciprocity(network)
    assert (found.value, str(found.reason)) == (None, reason)


def test_what_is_nothing_does_not_count_as_another_resource():
    network = with_records(
        giving("ab", ("a", "b", 3), ("b", "a", 3)),
        contributions=gifts(("a", "b", 0), resource="money", id="none"),
    )
    assert weighted_reciprocity(network) == 1


@pytest.mark.parametrize(
    ("option", "error"),
    [
        ({"resource": "tine"}, UnknownNameError),
        ({"dossier": "houses"}, UnknownNameError),
        ({"kind": "police"}, UnknownNameError),
        ({"status": "lent"}, OptionError),
    ],
)
def test_a_name_that_is_not_there_is_refused(option, error):
    with pytest.raises(error, match="is not known"):
        weighted_reciprocity(exchange(), **option)


@given(flows_of_time())
def test_it_is_the_sum_of_the_smaller_amounts_over_all_pairs(drawn):
    names, amounts = drawn
    found = weighted_reciprocity(of_time(names, amounts))
    if not amounts:
        assert found.value is None
        return
    exact = {arrow: Fraction(str(much)) for arrow, much in amounts.items()}
    back = sum(
        min(exact.get((one, other), 0), exact.get((other, one), 0))
        for one in names
        for other in names
        if one != other
    )
    assert found == float(back / sum(exact.values()))
    assert 0 <= found <= 1


@given(flows_of_time(amounts=(1.0,)))
def test_where_every_arrow_counts_for_one_it_is_the_reciprocity_of_networkx(drawn):
    names, amounts = drawn
    found = weighted_reciprocity(of_time(names, amounts))
    wanted = nx.overall_reciprocity(nx.DiGraph(list(amounts))) if amounts else None
    assert found.value == (None if wanted is None else pytest.approx(wanted, abs=1e-12))


@given(flows_of_time())
def test_it_follows_from_the_balance_of_every_pair(drawn):
    network = of_time(*drawn)
    rows = pair_balance(network)
    brought = sum(sum(row.given) for row in rows)
    wanted = sum(2 * min(row.given) for row in rows) / brought if brought else None
    assert weighted_reciprocity(network).value == pytest.approx(wanted)


@given(flows_of_time())
def test_turning_all_arrows_changes_nothing(drawn):
    names, amounts = drawn
    turned = {(other, one): much for (one, other), much in amounts.items()}
    there, back = (weighted_reciprocity(of_time(names, way)) for way in (amounts, turned))
    assert there.value == back.value


@given(flows_of_time())
def test_where_everybody_gets_back_the_same_it_is_1(drawn):
    names, amounts = drawn
    back = {(other, one): much for (one, other), much in amounts.items() if one < other}
    there = {(one, other): much for (other, one), much in back.items()}
    assert weighted_reciprocity(of_time(names, there | back)).value in {1, None}


@given(flows_of_time())
def test_where_nothing_comes_round_it_is_0(drawn):
    names, amounts = drawn
    downstream = {arrow: much for arrow, much in amounts.items() if arrow[0] < arrow[1]}
    assert weighted_reciprocity(of_time(names, downstream)).value in {0, None}


@given(flows_of_time(), st.booleans())
def test_it_is_never_more_than_what_comes_round_directly_or_through_others(drawn, pot):
    network = of_time(*drawn)
    if pot:
        network = with_records(network, contributions=gifts(("a", "together", 2), id="pot"))
    directly, round_about = weighted_reciprocity(network), circulation(network)
    assert (directly.value is None) == (round_about.value is None)
    assert directly.value is None or directly <= round_about + 1e-12


@given(flows_of_time())
def test_counting_in_other_units_changes_nothing(drawn):
    names, amounts = drawn
    minutes = {arrow: 60 * much for arrow, much in amounts.items()}
    hours, others = (weighted_reciprocity(of_time(names, way)) for way in (amounts, minutes))
    assert hours.value == pytest.approx(others.value)


@given(cases())
def test_in_any_case_it_is_a_share_or_has_the_reason_of_its_flows(network):
    found = weighted_reciprocity(network)
    brought = [one for one in flows(network) if one.amount != 0]
    units = {(one.resource, one.unit) for one in brought}
    if len(units) == 1 and all(one.amount is not None for one in brought):
        assert 0 <= found <= 1
    else:
        assert found.value is None


@given(cases())
def test_an_organisation_that_brings_nothing_changes_nothing(network):
    joined = with_records(network, organisations=named("zz"))
    assert weighted_reciprocity(joined).to_dict() == weighted_reciprocity(network).to_dict()
