"""What one organisation brings to another, from what both of them report."""

from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from networks import backwards, gifts, named
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import check_share, exact, flows


def told(amount, by="a", **fields):
    return gifts(
        ("a", "b", amount), id=f"{by} {amount} {sorted(fields)}", said={"by": by}, **fields
    )


def flow(*rows):
    network = Network(
        organisations=named("a", "b", "c"), contributions=[one for row in rows for one in row]
    )
    (found,) = flows(network)
    return found


class TestTheReportsOfBothSides:
    def test_one_report_is_the_amount(self):
        found = flow(told(6))
        assert (found.amount, found.low, found.high) == (6, 6, 6)

    def test_the_mean_counts_where_giver_and_taker_differ(self):
        found = flow(told(6, "a"), told(3, "b"))
        assert (found.amount, found.low, found.high) == (Fraction(9, 2), 3, 6)

    def test_what_one_speaker_brings_twice_is_added(self):
        found = flow(told(6), told(1), told(8, "b"))
        assert (found.amount, found.low, found.high) == (Fraction(15, 2), 7, 8)

    def test_others_do_not_count_where_a_party_has_reported(self):
        found = flow(told(6, "a"), told(100, "c"))
        assert (found.amount, found.low, found.high) == (6, 6, 6)

    def test_others_count_where_neither_party_has_reported(self):
        found = flow(told(4, "c"), told(8, None))
        assert (found.amount, found.low, found.high) == (6, 4, 8)

    def test_each_of_the_two_is_quoted_and_others_are_not(self):
        found = flow(told(6), told(1), told(None, "b"), told(9, "c"))
        assert dict(found.reports) == {"a": 7, "b": None}
        assert dict(flow(told(9, "c")).reports) == {}

    def test_it_rests_on_every_report(self):
        found = flow(told(6, "a"), told(3, "b"), told(1, "c"))
        assert found.because == ("a 6 []", "b 3 []", "c 1 []")


class TestWhatWasNotCounted:
    def test_an_amount_that_nobody_gave_is_none_and_not_0(self):
        found = flow(told(None))
        assert (found.amount, found.low, found.high) == (None, None, None)

    def test_a_report_without_an_amount_leaves_the_other_to_decide(self):
        assert flow(told(None, "a"), told(3, "b")).amount == 3

    def test_what_a_speaker_counted_in_part_was_not_counted(self):
        assert flow(told(6), told(None)).amount is None

    def test_an_amount_of_0_is_an_amount(self):
        assert flow(told(0)).amount == 0


class TestWhichContributionsCount:
    NETWORK = Network(
        organisations=named("a", "b"),
        contributions=[
            *told(1, dossier="housing"),
            *told(2, resource="money", unit="euro"),
            *told(4, status="promised"),
            *told(8, unit="days"),
        ],
    )

    @pytest.mark.parametrize(
        ("options", "amounts"),
        [
            ({}, [2, 8, 1]),
            ({"dossier": "housing"}, [1]),
            ({"resource": "money"}, [2]),
            ({"status": "promised"}, [4]),
            ({"dossier": "housing", "resource": "money"}, []),
        ],
    )
    def test_those_that_are_asked_for(self, options, amounts):
        assert [one.amount for one in flows(self.NETWORK, **options)] == amounts

    def test_different_resources_units_and_dossiers_are_never_added(self):
        found = {(one.resource, one.unit, one.dossier) for one in flows(self.NETWORK)}
        assert found == {
            ("time", "hours", "housing"),
            ("money", "euro", None),
            ("time", "days", None),
        }


@pytest.mark.parametrize(
    ("written", "means"), [(0.1, "1/10"), (2.5, "5/2"), (3, "3"), (1e15, "10" + "0" * 14)]
)
def test_a_number_is_read_as_it_was_written(written, means):
    assert exact(written) == Fraction(means)


def slow_amounts(network):
    """The mean of what giver and taker report; of the others where both are silent.

    A case has one report by each speaker, so that there is nothing to add.
    """
    reports = defaultdict(list)
    for one in network.contributions:
        if one.status == "delivered":
            key = (one.giver, one.taker, one.resource, one.unit, one.dossier)
            reports[key].append((one.said.by, one.amount))
    amounts = {}
    for key, told in reports.items():
        own = [amount for speaker, amount in told if speaker in key[:2]]
        counted = [
            Fraction(str(amount))
            for amount in own or [amount for _, amount in told]
            if amount is not None
        ]
        amounts[key] = sum(counted) / len(counted) if counted else None
    return amounts


@given(cases())
def test_every_amount_is_the_mean_of_the_reports_that_count(network):
    found = {
        (one.giver, one.taker, one.resource, one.unit, one.dossier): one.amount
        for one in flows(network)
    }
    assert found == slow_amounts(network)


@given(cases())
def test_the_bounds_hold_the_amount(network):
    for one in flows(network):
        assert one.amount is None or one.low <= one.amount <= one.high


@given(cases())
def test_the_order_of_the_contributions_is_no_matter(network):
    assert flows(network) == flows(backwards(network))


class TestANumberFrom0To1:
    @pytest.mark.parametrize(
        ("found", "share"),
        [(0, 0), (1, 1), (0.1, Fraction(1, 10)), (Fraction(1, 4), Fraction(1, 4))],
    )
    def test_it_is_given_as_it_was_written(self, found, share):
        assert check_share("the chance {}", found) == share

    @pytest.mark.parametrize(
        ("found", "shown"),
        [
            (-0.1, "-0.1"),
            (1.1, "1.1"),
            (float("nan"), "nan"),
            (float("inf"), "inf"),
            (True, "True"),
            (False, "False"),
            ("{}", "'{}'"),
            ("0.5", "'0.5'"),
            ([0.5], "[0.5]"),
            (None, "nothing"),
        ],
    )
    def test_anything_else_is_refused(self, found, shown):
        with pytest.raises(OptionError) as caught:
            check_share("the chance {} to leave", found)
        assert str(caught.value) == f"the chance {shown} to leave is not a number from 0 to 1."

    @pytest.mark.parametrize(("sign", "zeros"), [(1, 400), (-1, 400), (1, 5000)])
    def test_a_number_that_is_too_large_for_a_float_is_refused(self, sign, zeros):
        with pytest.raises(
            OptionError, match=r"^the chance .{1,80} is not a number from 0 to 1\.$"
        ):
            check_share("the chance {}", sign * 10**zeros)
