"""What was promised, next to what was delivered."""

import pytest
from hypothesis import given
from networks import gifts, named, replaced, with_records
from strategies import cases

from netdeps import Network
from netdeps.graph import flows
from netdeps.measures import promises


def of_town(*rows):
    return Network(organisations=named("a", "b", "c"), contributions=list(rows))


def promised(much, **fields):
    return gifts(("a", "b", much), status="promised", **{"id": "promise", **fields})


def delivered(much, **fields):
    return gifts(("a", "b", much), **{"id": "gift", **fields})


def of(*rows, **options):
    (row,) = promises(of_town(*rows), **options)
    return row


class TestOneLine:
    @pytest.mark.parametrize(
        ("came", "outstanding", "share", "form", "rank"),
        [
            (None, 8, 0, "open", 1),
            (0, 8, 0, "open", 1),
            (2, 6, 0.25, "partly", 0.75),
            (8, 0, 1, "kept", 0),
            (10, 0, 1.25, "kept", 0),
        ],
    )
    def test_what_is_still_to_come(self, came, outstanding, share, form, rank):
        row = of(*promised(8), *(delivered(came) if came is not None else []))
        assert (row.promised, row.delivered) == (8, came or 0)
        assert (row.outstanding, row.share, row.form, row.rank) == (outstanding, share, form, rank)

    def test_it_rests_on_the_promise_and_on_what_came(self):
        assert of(*promised(8), *delivered(2)).because == ("gift", "promise")

    def test_where_the_two_tell_of_different_amounts_their_mean_counts(self):
        row = of(
            *promised(8),
            *delivered(6, said={"by": "a"}),
            *delivered(2, said={"by": "b"}, id="taken"),
        )
        assert (row.delivered, row.share) == (4, 0.5)


class TestUncounted:
    @pytest.mark.parametrize(
        ("rows", "form"),
        [
            (promised(None), "uncounted_open"),
            ([*promised(None), *delivered(3)], "uncounted"),
            ([*promised(3), *delivered(None)], "uncounted"),
        ],
    )
    def test_it_has_no_share_and_a_reason(self, rows, form):
        row = of(*rows)
        assert (row.share, row.outstanding, row.rank, row.form) == (None, None, None, form)
        found = promises(of_town(*rows))
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "a → b: time": "some of it was not counted"
        }


class TestWhichLines:
    def test_what_came_without_a_promise_has_no_row(self):
        assert list(promises(of_town(*delivered(3)))) == []

    def test_a_promise_of_nothing_is_none(self):
        assert list(promises(of_town(*promised(0)))) == []

    @pytest.mark.parametrize(
        "fields", [{"unit": "days"}, {"resource": "money"}, {"dossier": "care"}]
    )
    def test_something_else_does_not_keep_a_promise(self, fields):
        assert of(*promised(8), *delivered(8, **fields)).form == "open"

    def test_a_promise_to_everybody_has_a_row(self):
        row = of(*gifts(("a", "together", 5), status="promised"))
        assert (row.taker, row.outstanding) == ("together", 5)

    def test_most_outstanding_first_and_uncounted_last(self):
        rows = [
            *gifts(("a", "b", 8), status="promised", id="1"),
            *gifts(("a", "b", 6), id="2"),
            *gifts(("a", "c", 1), status="promised", id="3"),
            *gifts(("b", "a", None), status="promised", id="4"),
            *gifts(("b", "c", 2), status="promised", id="5"),
            *gifts(("b", "c", 2), id="6"),
        ]
        found = [(row.giver, row.taker) for row in promises(of_town(*rows))]
        assert found == [("a", "c"), ("a", "b"), ("b", "c"), ("b", "a")]

    def test_a_dossier_a_resource_or_a_kind_can_be_asked_for(self):
        rows = [
            *promised(8, dossier="care"),
            *promised(2, resource="money", id="money"),
        ]
        assert of(*rows, dossier="care").promised == 8
        assert of(*rows, resource="money").promised == 2
        network = replaced(
            of_town(*rows), organisations=[{"id": "a", "kind": "ministry"}, *named("b", "c")]
        )
        assert list(promises(network, kind="ministry")) == []


@given(cases())
def test_every_promise_is_set_against_what_came_of_it(network):
    def lines(status):
        return {
            (one.giver, one.taker, one.resource, one.unit, one.dossier): one.amount
            for one in flows(network, status=status)
            if one.amount != 0
        }

    before, after = lines("promised"), lines("delivered")
    found = {row.key: row for row in promises(network)}
    assert found.keys() == before.keys()
    for line, row in found.items():
        came = after.get(line, 0)
        assert row.promised == (None if before[line] is None else float(before[line]))
        assert row.delivered == (None if came is None else float(came))
        if before[line] is not None and came is not None:
            assert row.outstanding == float(max(before[line] - came, 0))
            assert row.share == float(came / before[line])


@given(cases())
def test_an_organisation_that_promises_nothing_changes_nothing(network):
    joined = with_records(network, organisations=named("zz"))
    assert promises(joined).to_rows() == promises(network).to_rows()
