"""How each organisation feels about what it brings and gets, next to what was counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import gifts, named, replaced, with_records
from scipy.stats import spearmanr
from strategies import cases

from netdeps import Network
from netdeps.measures import felt_agreement, felt_balance, give_and_take
from netdeps.measures.balance.felt import _rank_correlation


def feeling(who, felt, **fields):
    return {"id": f"{who} feels {felt}", "organisation": who, "felt": felt, **fields}


def of(network, who="a", **options):
    (row,) = [row for row in felt_balance(network, **options) if row.organisation == who]
    return row


def with_ratio(there, back, felt):
    """a brings b so much and gets so much back, and feels so about it."""
    brought = [one for one in (("a", "b", there), ("b", "a", back)) if one[2]]
    return Network(
        organisations=named("a", "b"),
        contributions=gifts(*brought),
        felt_balances=[feeling("a", felt)],
    )


class TestAgainstTheFigures:
    @pytest.mark.parametrize(
        ("there", "back", "felt", "measured", "surprising"),
        [
            (3, 1, 2, "gives", True),
            (3, 1, 0, "gives", False),
            (3, 1, -1, "gives", False),
            (1, 3, -1, "takes", True),
            (1, 3, 1, "takes", False),
            (11, 9, 2, "balance", False),
            (11, 9, -2, "balance", False),
            (11.1, 8.9, 1, "gives", True),
            (8.9, 11.1, -1, "takes", True),
            (0, 0, 1, None, False),
        ],
    )
    def test_a_giver_who_feels_that_it_pays_surprises_and_a_taker_who_feels_that_it_costs(
        self, there, back, felt, measured, surprising
    ):
        row = of(with_ratio(there, back, felt))
        assert (row.measured, row.surprising, row.rank) == (measured, surprising, surprising)

    def test_the_ratio_is_that_of_give_and_take(self):
        row = of(with_ratio(3, 1, 2))
        assert (row.felt, dict(row.ratios)) == (2, {"time": 0.5})
        assert row.because == ("a feels 2", "gift 1", "gift 2")

    def test_what_surprises_comes_first(self):
        network = with_records(with_ratio(3, 1, -1), felt_balances=[feeling("b", -2)])
        assert [row.organisation for row in felt_balance(network)] == ["b", "a"]


class TestSeveralResources:
    def network(self, second, felt=1):
        return with_records(
            with_ratio(3, 1, felt),
            contributions=gifts(second, resource="money", unit="euro", id="money"),
        )

    def test_one_out_and_the_other_in_is_mixed_and_says_nothing_for_or_against(self):
        row = of(self.network(("b", "a", 9)))
        assert dict(row.ratios) == {"money": -1, "time": 0.5}
        assert (row.measured, row.surprising) == ("mixed", False)

    def test_all_out_is_giving(self):
        assert of(self.network(("a", "b", 9))).surprising

    def test_what_was_not_counted_makes_it_unknown(self):
        row = of(self.network(("a", "b", None)))
        assert (dict(row.ratios)["money"], row.measured) == (None, None)

    def test_one_resource_can_be_asked_for(self):
        assert of(self.network(("b", "a", 9)), resource="money").measured == "takes"


class TestDossiers:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *gifts(("a", "b", 5), dossier="care", id="1"),
            *gifts(("b", "a", 5), dossier="youth", id="2"),
        ],
        felt_balances=[
            feeling("a", 1),
            feeling("a", -2, dossier="youth"),
            feeling("b", 2, dossier="housing"),
        ],
    )

    def test_what_is_felt_in_a_dossier_stands_beside_that_dossier(self):
        found = {(row.organisation, row.dossier): row for row in felt_balance(self.NETWORK)}
        assert {key: (row.felt, row.measured) for key, row in found.items()} == {
            ("a", None): (1, "balance"),
            ("a", "youth"): (-2, "takes"),
            ("b", "housing"): (2, None),
        }

    def test_one_dossier_can_be_asked_for(self):
        (row,) = felt_balance(self.NETWORK, dossier="youth")
        assert (row.dossier, row.surprising) == ("youth", True)

    def test_promises_can_be_asked_for(self):
        assert of(with_ratio(3, 1, 1), status="promised").measured is None


class TestWhoSaysSo:
    def test_several_statements_of_one_organisation_are_one_answer(self):
        network = with_records(with_ratio(3, 1, 2), felt_balances=[feeling("a", -1)])
        assert of(network).felt == 0.5

    def test_what_others_say_of_it_is_left_out(self):
        told = [feeling("a", -2, said={"by": "b"}), feeling("b", 1, said={"by": "b"})]
        found = felt_balance(replaced(with_ratio(3, 1, 0), felt_balances=told))
        assert [row.organisation for row in found] == ["b"]
        assert str(found.undefined["a"]) == "only others have said how the balance feels to it"

    def test_whoever_has_not_said_so_has_a_reason(self):
        found = felt_balance(with_ratio(3, 1, 0))
        assert str(found.undefined["b"]) == "it has not said how the balance feels"


@given(cases())
def test_the_ratios_are_those_of_give_and_take(network):
    ratios = {}
    for row in give_and_take(network):
        ratios.setdefault(row.organisation, {})[row.resource] = row.ratio
    for row in felt_balance(network):
        if row.dossier is None:
            assert dict(row.ratios) == ratios.get(row.organisation, {})
        assert -2 <= row.felt <= 2


def circle(felt, amounts=range(1, 9)):
    """Everybody gets one hour of z and brings it so many, and feels so about it."""
    names = "abcdefgh"[: len(felt)]
    brought = [
        row
        for one, much in zip(names, amounts, strict=False)
        for row in ((one, "z", much), ("z", one, 1))
    ]
    return Network(
        organisations=named(*names, "z"),
        contributions=gifts(*brought),
        felt_balances=[feeling(one, much) for one, much in zip(names, felt, strict=True)],
    )


class TestFeltAgreement:
    FELT = (2, 2, 1, 0, 1, -1, -2, -2)

    def test_who_brings_more_feels_that_it_costs_more(self):
        assert felt_agreement(circle(self.FELT)) == pytest.approx(
            spearmanr(self.FELT, [-(much - 1) / (much + 1) for much in range(1, 9)]).statistic
        )

    def test_the_reverse_has_the_other_sign(self):
        assert felt_agreement(circle(self.FELT[::-1])).value < -0.9

    @pytest.mark.parametrize(
        ("network", "reason"),
        [
            (
                circle(FELT[:7]),
                "a rank correlation takes at least 8 organisations of which it is known how the "
                "balance feels and what was counted",
            ),
            (
                circle([1] * 8),
                "one of the two is the same for all, so there is nothing to compare",
            ),
            (
                circle(FELT, [3] * 8),
                "one of the two is the same for all, so there is nothing to compare",
            ),
            (
                with_records(circle(FELT), contributions=gifts(("a", "z", 1), unit="days", id="x")),
                "the resource is counted in several units, which cannot be added",
            ),
        ],
    )
    def test_it_is_undefined_and_not_0(self, network, reason):
        found = felt_agreement(network)
        assert (found.value, str(found.reason)) == (None, reason)

    def test_one_resource_can_be_chosen(self):
        network = with_records(
            circle(self.FELT),
            contributions=gifts(("a", "z", 1), resource="money", id="money"),
        )
        assert felt_agreement(network, resource="time") == felt_agreement(circle(self.FELT))

    def test_whoever_is_felt_in_one_dossier_alone_does_not_count_over_all(self):
        network = circle(self.FELT)
        told = [
            one.with_fields({"dossier": "care"}) if one.organisation == "a" else one
            for one in network.felt_balances
        ]
        assert felt_agreement(network.replaced({"felt_balances": told})).value is None

    @given(
        st.lists(st.tuples(st.integers(-2, 2), st.integers(-4, 4)), min_size=2, max_size=12).filter(
            lambda pairs: all(len(set(side)) > 1 for side in zip(*pairs, strict=True))
        )
    )
    def test_it_is_the_rank_correlation_of_scipy(self, pairs):
        one, other = zip(*pairs, strict=True)
        assert _rank_correlation(one, other) == pytest.approx(spearmanr(one, other).statistic)

    def test_ranks_alike_correlate_to_exactly_1(self):
        many = list(range(1000))
        assert _rank_correlation(many, many) == 1
