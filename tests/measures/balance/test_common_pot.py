"""What is brought for everybody: it has a taker, or is booked on those who benefit."""

from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import gifts, giving, named, with_records
from strategies import cases, flows_of_time

from netdeps import Network
from netdeps.measures import break_even, dossier_balance, give_and_take

SHARES = {2: (0.25, 0.75), 3: (0.5, 0.5, 0), 4: (0.1, 0.2, 0.3, 0.4)}


def nets(network, **options):
    return {row.organisation: row.net for row in give_and_take(network, **options)}


def with_pot(drawn, *gift):
    """Hours between organisations, and what these bring for everybody."""
    names, amounts = drawn
    between = [(one, other, much) for (one, other), much in amounts.items()]
    brought = [(who, "together", much) for who, much in zip(names, gift, strict=False) if much]
    return giving(names, *between, *brought)


def shares_of(names):
    return dict(zip(names, SHARES[len(names)], strict=True))


POT = st.tuples(*(st.sampled_from([0, 0.3, 2, 7.5]) for _ in range(4)))


@given(cases(), st.booleans())
def test_in_every_dossier_the_nets_add_up_to_0_with_the_pot_as_taker_or_booked(network, booked):
    pot = dict.fromkeys(network.ids, 1 / len(network.ids)) if booked else None
    added = defaultdict(list)
    for row in dossier_balance(network, pot=pot):
        added[row.resource, row.unit, row.dossier].append(row.net)
    for nets_there in added.values():
        assert None in nets_there or sum(nets_there) == pytest.approx(0)


@given(flows_of_time(), POT)
def test_the_pot_takes_exactly_what_is_brought_for_everybody(drawn, gift):
    names, _ = drawn
    given_to_all = sum((Fraction(str(much)) for much in gift[: len(names)]), Fraction(0))
    assert nets(with_pot(drawn, *gift)).get("together", 0) == -float(given_to_all)


@given(flows_of_time(), POT)
def test_two_who_merge_bring_what_they_brought_together_and_share_what_they_shared(drawn, gift):
    names, amounts = drawn
    pot = shares_of(names)
    apart = nets(with_pot(drawn, *gift), pot=pot)
    merged = defaultdict(Fraction)
    for (one, other), much in amounts.items():
        ends = tuple("a" if end == "b" else end for end in (one, other))
        if ends[0] != ends[1]:
            merged[ends] += Fraction(str(much))
    rest = names[2:]
    whole = with_pot(
        (["a", *rest], {arrow: float(much) for arrow, much in merged.items()}),
        float(Fraction(str(gift[0])) + Fraction(str(gift[1]))),
        *gift[2 : len(names)],
    )
    found = nets(whole, pot={"a": pot["a"] + pot["b"], **{one: pot[one] for one in rest}})
    assert found.get("a", 0) == pytest.approx(apart.get("a", 0) + apart.get("b", 0))
    for one in rest:
        assert found.get(one, 0) == pytest.approx(apart.get(one, 0))


@given(flows_of_time(), POT)
def test_a_gift_to_the_pot_that_is_told_in_two_halves_is_the_same(drawn, gift):
    names, amounts = drawn
    halves = {arrow: much / 2 for arrow, much in amounts.items()}
    half = with_pot((names, halves), *(much / 2 for much in gift))
    again = [one.with_fields({"id": f"{one.id} again"}) for one in half.contributions]
    twice = with_records(half, contributions=again)
    for pot in (None, shares_of(names)):
        assert nets(twice, pot=pot) == pytest.approx(nets(with_pot(drawn, *gift), pot=pot))


@given(flows_of_time(), POT)
def test_counting_in_other_units_scales_every_net_and_keeps_the_ratio(drawn, gift):
    names, amounts = drawn
    minutes = {arrow: 60 * much for arrow, much in amounts.items()}
    pot = shares_of(names)
    hours = give_and_take(with_pot(drawn, *gift), pot=pot)
    others = give_and_take(with_pot((names, minutes), *(60 * much for much in gift)), pot=pot)
    assert [row.net for row in others] == pytest.approx([60 * row.net for row in hours])
    assert [row.ratio for row in others] == pytest.approx([row.ratio for row in hours])


def test_what_is_promised_to_the_pot_is_booked_as_a_promise():
    network = Network(
        organisations=named("a", "b"),
        contributions=gifts(("a", "together", 8), status="promised"),
    )
    assert nets(network, pot={"a": 0.5, "b": 0.5}) == {}
    assert nets(network, status="promised", pot={"a": 0.5, "b": 0.5}) == {"a": 4, "b": -4}


def test_each_resource_of_the_pot_is_booked_by_itself():
    network = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "together", 8)),
            *gifts(("b", "together", 3), resource="money", id="money"),
        ],
    )
    (one, other) = break_even(network, pot={"a": 0.5, "b": 0.5})
    assert (one.nets, other.nets) == ((-1.5, 4), (1.5, -4))
