"""What one resource would have to be worth in another for an organisation to be in balance."""

from itertools import combinations

import pytest
from hypothesis import given
from networks import gifts, named
from strategies import cases

from netdeps import Network
from netdeps.measures import break_even, give_and_take


def bringing(*brought, **fields):
    """Each (giver, taker, amount, resource) or with a unit as fifth."""
    rows = [
        {
            "id": f"gift {number}",
            "giver": giver,
            "taker": taker,
            "amount": amount,
            "resource": resource,
            "unit": unit[0] if unit else None,
        }
        for number, (giver, taker, amount, resource, *unit) in enumerate(brought, start=1)
    ]
    return Network(organisations=named("a", "b", "c"), contributions=rows, **fields)


def of(network, who="a", **options):
    (row,) = [row for row in break_even(network, **options) if row.organisation == who]
    return row


class TestWorkedExamples:
    NETWORK = bringing(("b", "a", 10, "dwellings"), ("a", "b", 3000, "time", "hours"))

    def test_ten_dwellings_against_three_thousand_hours_is_three_hundred_each(self):
        row = of(self.NETWORK)
        assert (row.resources, row.units) == (("dwellings", "time"), (None, "hours"))
        assert (row.nets, row.rate, row.form) == ((-10, 3000), 300, "sentence")
        assert row.because == ("gift 1", "gift 2")

    def test_the_other_side_breaks_even_at_the_same_rate(self):
        assert of(self.NETWORK, "b").rate == 300

    def test_at_that_rate_it_is_in_balance(self):
        row = of(self.NETWORK)
        assert row.rate * row.nets[0] + row.nets[1] == 0


class TestNoRate:
    @pytest.mark.parametrize(
        ("brought", "form"),
        [
            ([("a", "b", 1, "time"), ("a", "b", 2, "money")], "gives"),
            ([("b", "a", 1, "time"), ("b", "a", 2, "money")], "takes"),
            ([("a", "b", 1, "x"), ("b", "a", 1, "x"), ("a", "b", 2, "y")], "one_gives"),
            ([("a", "b", 1, "x"), ("b", "a", 1, "x"), ("b", "a", 2, "y")], "one_takes"),
            (
                [("a", "b", 1, "x"), ("b", "a", 1, "x"), ("a", "b", 2, "y"), ("b", "a", 2, "y")],
                "balance",
            ),
            ([("a", "b", None, "x"), ("a", "b", 2, "y")], "uncounted"),
        ],
    )
    def test_what_holds_whatever_they_are_worth(self, brought, form):
        row = of(bringing(*brought))
        assert (row.rate, row.form) == (None, form)

    def test_what_was_not_counted_has_its_reason(self):
        found = break_even(bringing(("a", "b", None, "x"), ("b", "a", 2, "y")))
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "a": "some of it was not counted",
            "b": "some of it was not counted",
            "c": "it neither gives nor takes, which is not the same as being in balance",
        }

    def test_one_resource_alone_has_nothing_to_be_set_against(self):
        found = break_even(bringing(("a", "b", 1, "x"), ("a", "c", 2, "y"), ("b", "c", 1, "y")))
        assert [row.organisation for row in found] == ["b", "a"]
        assert str(found.undefined["c"]) == (
            "it gives and takes one resource alone, so there is nothing to set it against"
        )

    def test_the_common_pot_is_not_asked(self):
        network = bringing(("a", "together", 1, "x"), ("a", "together", 2, "y"))
        assert [row.organisation for row in break_even(network)] == ["a"]


class TestOptions:
    def test_rows_with_a_rate_come_first(self):
        network = bringing(("a", "b", 1, "x"), ("a", "b", 2, "y"), ("b", "c", 3, "x"))
        assert [(row.organisation, row.rate) for row in break_even(network)] == [
            ("b", 1),
            ("a", None),
        ]

    def test_the_same_resource_in_two_units_counts_as_two(self):
        network = bringing(("a", "b", 16, "time", "hours"), ("b", "a", 2, "time", "days"))
        row = of(network)
        assert (row.resources, row.units, row.rate) == (("time", "time"), ("days", "hours"), 8)

    def test_the_pot_can_be_booked_on_those_who_benefit(self):
        network = bringing(("a", "together", 8, "x"), ("b", "a", 2, "y"))
        assert of(network, pot={"b": 0.5, "c": 0.5}).nets == (8, -2)
        assert of(network, "b", pot={"b": 0.5, "c": 0.5}).rate == 1 / 2

    def test_one_dossier_kind_or_status_can_be_asked_for(self):
        rows = [
            *gifts(("a", "b", 4), dossier="care", id="1"),
            *gifts(("b", "a", 2), resource="money", dossier="care", id="2"),
            *gifts(("b", "a", 9), resource="money", id="3"),
            *gifts(("a", "b", 1), resource="money", status="promised", id="4"),
            *gifts(("b", "a", 5), status="promised", id="5"),
        ]
        kinds = [{"id": "a", "kind": "ministry"}, {"id": "b", "kind": "ministry"}, {"id": "c"}]
        network = Network(organisations=kinds, contributions=rows)
        assert of(network).nets == (-11, 4)
        assert (of(network, dossier="care").nets, of(network, dossier="care").dossier) == (
            (-2, 4),
            "care",
        )
        assert of(network, status="promised").nets == (1, -5)
        assert of(network, kind="ministry").nets == (-11, 4)
        assert list(break_even(network, kind="municipality")) == []


@given(cases())
def test_every_two_resources_of_give_and_take_have_a_row(network):
    goods = {}
    for row in give_and_take(network):
        if row.organisation != "together":
            goods.setdefault(row.organisation, {})[row.resource, row.unit] = row.net
    found = {
        (row.organisation, frozenset(zip(row.resources, row.units, strict=True))): row
        for row in break_even(network)
    }
    wanted = {
        (who, frozenset(two)): nets for who, nets in goods.items() for two in combinations(nets, 2)
    }
    assert found.keys() == wanted.keys()
    for (who, _), row in found.items():
        first, second = (goods[who][good] for good in zip(row.resources, row.units, strict=True))
        assert row.nets == (first, second)
        opposite = None not in row.nets and first * second < 0
        assert row.rate == (pytest.approx(-second / first) if opposite else None)


@given(cases())
def test_counting_one_resource_in_other_units_scales_the_rate(network):
    minutes = [
        one.with_fields({"amount": None if one.amount is None else one.amount * 60})
        if one.resource == "time"
        else one
        for one in network.contributions
    ]
    before, after = break_even(network), break_even(network.replaced({"contributions": minutes}))
    assert [row.organisation for row in before] == [row.organisation for row in after]
    for one, other in zip(before, after, strict=True):
        times = 60 if one.resources[1] == "time" else 1 / 60
        assert other.rate == (None if one.rate is None else pytest.approx(one.rate * times))
        assert other.form == one.form
