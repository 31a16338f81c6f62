"""Where giver and taker tell of different amounts."""

import pytest
from hypothesis import given
from networks import asked, gifts, named, with_records
from strategies import cases

from netdeps import Network
from netdeps.graph import flows
from netdeps.measures import give_and_take, reported_differences


def told(by, much, **fields):
    return gifts(("a", "b", much), **{"said": {"by": by}, "id": f"{by} {much}", **fields})


def of_town(*rows, heard=()):
    return Network(
        organisations=named("a", "b", "c"),
        contributions=list(rows),
        interviews=asked(*heard, about="contributions"),
    )


def of(*rows, heard=(), **options):
    (row,) = reported_differences(of_town(*rows, heard=heard), **options)
    return row


class TestBothTell:
    def test_a_third_of_what_is_brought_is_not_known_to_arrive(self):
        row = of(*told("a", 6), *told("b", 4))
        assert (row.by_giver, row.by_taker, row.difference, row.share) == (6, 4, 2, 1 / 3)
        assert (row.unmentioned_by, row.rank, row.because) == (None, 1 / 3, ("a 6", "b 4"))

    def test_more_may_arrive_than_the_giver_tells_of(self):
        row = of(*told("a", 4), *told("b", 6))
        assert (row.by_giver, row.by_taker, row.share) == (4, 6, 1 / 3)

    def test_the_same_is_no_difference(self):
        assert list(reported_differences(of_town(*told("a", 6), *told("b", 6)))) == []

    def test_what_one_tells_in_parts_is_added(self):
        rows = [*told("a", 0.1), *told("a", 0.2), *told("b", 0.3)]
        assert list(reported_differences(of_town(*rows))) == []

    def test_one_who_tells_of_nothing_tells_of_0(self):
        assert of(*told("a", 6), *told("b", 0)).share == 1

    def test_what_others_say_is_no_report_of_either(self):
        found = reported_differences(of_town(*told("a", 6), *told("c", 4), *told(None, 2)))
        assert list(found) == []

    def test_give_and_take_takes_their_mean(self):
        network = of_town(*told("a", 6), *told("b", 4))
        assert [row.net for row in give_and_take(network)] == [5, -5]


class TestOneTells:
    def test_who_was_not_asked_is_left_out_and_counted(self):
        found = reported_differences(of_town(*told("a", 6), *told("b", 1, dossier="x")))
        assert list(found) == []
        assert [str(one) for one in found.caveats] == [
            "2 contributions are left out, of which one of the two tells, and the other was not "
            "asked or tells of it in another unit or dossier."
        ]

    @pytest.mark.parametrize(
        ("speaker", "silent", "amounts", "form"),
        [("a", "b", (6, 0), "by_giver_alone"), ("b", "a", (0, 6), "by_taker_alone")],
    )
    def test_who_was_asked_and_did_not_mention_it_tells_of_nothing(
        self, speaker, silent, amounts, form
    ):
        row = of(*told(speaker, 6), heard=silent)
        assert (row.by_giver, row.by_taker) == amounts
        assert (row.unmentioned_by, row.form, row.share, row.rank) == (silent, form, 1, None)
        assert row.because == (f"{speaker} 6", f"interview {silent} any contributions")

    @pytest.mark.parametrize("fields", [{"unit": "days"}, {"dossier": "care"}])
    def test_who_tells_of_it_in_another_way_did_mention_it(self, fields):
        found = reported_differences(of_town(*told("a", 6), *told("b", 1, **fields), heard="ab"))
        assert list(found) == []
        assert len(found.caveats) == 1

    def test_another_resource_is_no_mention_of_it(self):
        rows = [*told("a", 6), *told("b", 1, resource="money")]
        found = reported_differences(of_town(*rows, heard="b"))
        assert [row.resource for row in found] == ["time"]

    def test_nobody_can_be_asked_for_the_common_pot(self):
        rows = gifts(("a", "together", 6), said={"by": "a"})
        found = reported_differences(of_town(*rows, heard="abc"))
        assert (list(found), found.caveats) == ([], ())


def test_both_tell_comes_before_one_and_the_largest_share_first():
    rows = [
        *told("a", 6),
        *told("b", 5),
        *gifts(("b", "c", 4), said={"by": "b"}, id="3"),
        *gifts(("b", "c", 2), said={"by": "c"}, id="4"),
        *gifts(("c", "a", 9), said={"by": "c"}, id="5"),
    ]
    found = reported_differences(of_town(*rows, heard="a"))
    assert [row.share for row in found] == [1 / 2, 1 / 6, 1]


def test_a_report_without_an_amount_cannot_be_compared_and_has_a_reason():
    found = reported_differences(of_town(*told("a", 6), *told("b", None)))
    assert list(found) == []
    assert {one: str(why) for one, why in found.undefined.items()} == {
        "a → b: time": "some of it was not counted"
    }


def test_a_dossier_a_resource_or_promises_can_be_asked_for():
    rows = [
        *told("a", 6, dossier="care"),
        *told("b", 4, dossier="care"),
        *told("a", 3, resource="money", status="promised"),
        *told("b", 1, resource="money", status="promised"),
    ]
    assert of(*rows, dossier="care").by_giver == 6
    assert of(*rows, resource="time").by_giver == 6
    assert of(*rows, status="promised").by_giver == 3
    assert list(reported_differences(of_town(*rows), resource="money")) == []


@given(cases())
def test_it_is_where_the_reports_of_the_two_lie_apart(network):
    """The bounds of a contribution are the reports of the two, so they differ where these do."""
    found = {row.key: row for row in reported_differences(network) if not row.unmentioned_by}
    wanted = {
        (one.giver, one.taker, one.resource, one.unit, one.dossier): one
        for one in flows(network)
        if one.low != one.high and len(one.reports) == 2 and None not in one.reports.values()
    }
    assert found.keys() == wanted.keys()
    for key, row in found.items():
        assert {row.by_giver, row.by_taker} == {float(wanted[key].low), float(wanted[key].high)}
        assert row.difference == float(wanted[key].high - wanted[key].low)
        assert 0 < row.share <= 1


@given(cases())
def test_where_the_giver_tells_of_all_that_the_taker_does_nothing_differs(network):
    echoed = [
        one.with_fields({"id": f"{one.id} {by}", "said": {"by": by}})
        for one in network.contributions
        if one.taker != "together"
        for by in (one.giver, one.taker)
    ]
    assert list(reported_differences(network.replaced({"contributions": echoed}))) == []


@given(cases())
def test_an_organisation_that_brings_nothing_changes_nothing(network):
    joined = with_records(network, organisations=named("zz"))
    assert reported_differences(joined).to_rows() == reported_differences(network).to_rows()
