"""Give and take on the map: its figures are those of the measures, and nothing is added that differs."""

from __future__ import annotations

from math import isclose
from typing import Any

import pytest
from hypothesis import given
from maps.test_page import data_of, rows_of
from strategies import case_contributions, case_ids

from netdeps.editions import edition
from netdeps.maps import Map, giving, rows
from netdeps.maps.kinds import looks
from netdeps.measures import (
    compensation,
    dossier_balance,
    give_and_take,
    pair_balance,
    promises,
)
from netdeps.model import TOGETHER, Network

Row = dict[str, Any]

NAMES = case_ids(4)
EXCHANGES = case_contributions(NAMES).map(
    lambda rows: Network(organisations=[{"id": one} for one in NAMES], contributions=rows)
)


def scene_of(network: Network) -> rows.Scene:
    return rows.scene(edition(network, "facilitator"), looks(network))


def named(network: Network, table: rows.Table) -> list[Row]:
    """Give the rows with ids in the place of numbers."""
    found = [dict(zip([name for name, _ in table.columns], row, strict=True)) for row in table.rows]
    for row in found:
        for name in {"giver", "taker", "organisation"} & row.keys():
            row[name] = network.ids[row[name]] if isinstance(row[name], int) else row[name]
    return found


def exchanges_of(network: Network, status: str = "delivered") -> list[Row]:
    found = named(network, giving.exchange_table(scene_of(network)))
    return [row for row in found if row["status"] == status]


def balances_of(network: Network) -> list[Row]:
    return named(network, giving.balance_table(scene_of(network)))


def gifts(*told: tuple[Any, ...], **more: Any) -> Network:
    """Make a network of gifts: giver, taker, amount, dossier, and more where it matters."""
    listed = [
        {"giver": a, "taker": b, "amount": much, "resource": "tijd", "unit": "uur", **fields}
        for a, b, much, *rest in told
        for fields in [_fields(*rest)]
    ]
    ids = {one for gift in listed for one in (gift["giver"], gift["taker"])} - {TOGETHER}
    organisations = [{"id": one} for one in sorted(ids | set(more.pop("also", ())))]
    return Network(organisations=organisations, contributions=listed, **more)


def _fields(dossier: str | None = None, fields: Row | None = None) -> Row:
    return {"dossier": dossier, **(fields or {})}


def only(found: list[Row]) -> Row:
    assert len(found) == 1
    return found[0]


def over_all(found: list[Row], *names: str) -> list[Row]:
    """Give the rows over all dossiers: those that say so, and those that are alone."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in found:
        key = tuple(
            frozenset(row[n] for n in ("giver", "taker")) if n == "ends" else row[n] for n in names
        )
        groups.setdefault(key, []).append(row)
    return [
        next(row for row in group if row["dossier"] is None or len(group) == 1)
        for group in groups.values()
    ]


def told_of(row: Row) -> tuple[Any, ...]:
    """Give what both ways come to, with the first of the two first."""
    ends, amounts = (row["giver"], row["taker"]), (row["given"], row["returned"])
    both = sorted(zip(ends, amounts, strict=True), key=lambda one: one[0])
    return tuple(name for name, _ in both), row["resource"], row["unit"], tuple(a for _, a in both)


def measured(network: Network, dossier: str | None = None) -> list[tuple[Any, ...]]:
    found = pair_balance(network, dossier=dossier)
    return [(row.parties, row.resource, row.unit, row.given) for row in found]


@given(EXCHANGES)
def test_between_two_the_map_has_the_figures_of_pair_balance(network):
    found = [row for row in exchanges_of(network) if row["taker"] != TOGETHER]
    whole = over_all(found, "ends", "resource", "unit")
    assert sorted(map(told_of, whole), key=repr) == sorted(measured(network), key=repr)
    for dossier in {one.dossier for one in network.contributions} - {None}:
        parts = [told_of(row) for row in found if row["dossier"] == dossier]
        assert sorted(parts, key=repr) == sorted(measured(network, dossier), key=repr)


@given(EXCHANGES)
def test_each_organisation_has_the_figures_of_give_and_take(network):
    found = balances_of(network)
    named_rows = [
        (r["organisation"], r["resource"], r["unit"], r["given"], r["taken"], r["net"])
        for r in over_all(found, "organisation", "resource", "unit")
    ]
    assert named_rows == [
        (r.organisation, r.resource, r.unit, r.given, r.taken, r.net)
        for r in give_and_take(network)
        if r.organisation != TOGETHER
    ]
    parts = [(r["organisation"], r["dossier"], r["net"]) for r in found if r["dossier"] is not None]
    assert parts == [
        (r.organisation, r.dossier, r.net)
        for r in dossier_balance(network)
        if r.organisation != TOGETHER
    ]


@given(EXCHANGES)
def test_what_evens_out_is_the_compensation_of_the_measures(network):
    wholes = [row for row in balances_of(network) if row["dossier"] is None]
    for row in wholes:
        found = compensation(network, resource=row["resource"])
        share = next(one for one in found if one.organisation == row["organisation"])
        assert row["evens_out"] == (share.compensation if share.unit == row["unit"] else None)


@given(EXCHANGES)
def test_the_dossiers_add_up_to_the_whole(network):
    for whole in [row for row in exchanges_of(network) if row["dossier"] is None]:
        ends, resource, unit, amounts = told_of(whole)
        parts = [
            told_of(row)[3]
            for row in exchanges_of(network)
            if row["dossier"] is not None and told_of(row)[:3] == (ends, resource, unit)
        ]
        assert len(parts) > 1
        for at, amount in enumerate(amounts):
            side = [part[at] for part in parts]
            assert (amount is None) == (None in side)
            assert amount is None or isclose(amount, sum(side))


def turned(network: Network) -> Network:
    """Let everybody who gave get the same, by the same reports; the pot stays the pot."""
    told = []
    for one in network.contributions:
        gift = one.model_dump(exclude_defaults=True)
        if one.taker != TOGETHER:
            gift |= {"giver": one.taker, "taker": one.giver}
        told.append(gift)
    return network.with_fields({"contributions": told})


@given(EXCHANGES)
def test_turning_every_gift_around_turns_every_net(network):
    def nets(found: Network) -> dict[Any, Any]:
        return {
            (r["giver"], r["taker"], r["resource"], r["dossier"]): (r["net"], r["way"])
            for r in exchanges_of(found)
            if r["taker"] != TOGETHER and r["way"] == "gives"
        }

    before, after = nets(network), nets(turned(network))
    assert {(b, a, what, where): net for (a, b, what, where), net in before.items()} == after


@given(EXCHANGES)
def test_who_gives_more_stands_first_and_the_net_is_never_below_nothing(network):
    for row in exchanges_of(network):
        assert row["way"] in {"gives", "even", "unknown"}
        if row["way"] == "gives" and row["net"] is not None:
            assert isclose(row["net"], row["given"] - row["returned"])
            assert row["net"] > 0


@given(EXCHANGES)
def test_of_promises_the_map_has_what_is_still_to_come(network):
    left = [one for one in promises(network) if one.outstanding != 0]
    found = exchanges_of(network, "promised")
    sides = [
        amount
        for row in found
        if row["dossier"] is not None
        for amount in (row["given"], row["returned"])
    ]
    assert sum(1 for amount in sides if amount != 0) == len(left)
    assert {amount for amount in sides if amount} == {
        one.outstanding for one in left if one.outstanding
    }


class TestWhatIsTold:
    """What counts once, what is not known, and what is never added."""

    def test_a_gift_that_both_tell_of_counts_once(self):
        both = ({"said": {"by": "a"}}, {"said": {"by": "b"}})
        network = gifts(("a", "b", 8, "zorg", both[0]), ("a", "b", 6, "zorg", both[1]))
        assert only(exchanges_of(network))["given"] == 7

    def test_different_units_stay_apart(self):
        network = gifts(("a", "b", 8), ("a", "b", 2, None, {"unit": "dagen"}))
        assert [(row["unit"], row["given"]) for row in exchanges_of(network)] == [
            ("dagen", 2),
            ("uur", 8),
        ]

    def test_what_nobody_counted_is_not_nothing(self):
        row = only(exchanges_of(gifts(("b", "a", None))))
        assert (row["giver"], row["given"], row["returned"]) == ("b", None, 0)
        assert (row["net"], row["way"]) == (None, "gives")

    def test_who_gives_more_is_not_known_where_one_way_was_not_counted(self):
        row = only(exchanges_of(gifts(("a", "b", None), ("b", "a", 3))))
        assert (row["way"], row["net"]) == ("unknown", None)

    def test_a_tenth_is_about_even_and_more_is_not(self):
        assert only(exchanges_of(gifts(("a", "b", 11), ("b", "a", 9))))["way"] == "even"
        row = only(exchanges_of(gifts(("a", "b", 9), ("b", "a", 11.1))))
        assert (row["giver"], row["way"]) == ("b", "gives")

    def test_what_is_in_no_dossier_has_a_row_of_its_own(self):
        found = exchanges_of(gifts(("a", "b", 3), ("b", "a", 1, "zorg")))
        assert [(r["giver"], r["dossier"], r["net"]) for r in found] == [
            ("a", "", 3),
            ("b", "zorg", 1),
            ("a", None, 2),
        ]

    def test_the_common_pot_gives_nothing_back_and_has_no_balance(self):
        network = gifts(("a", TOGETHER, 3))
        row = only(exchanges_of(network))
        assert (row["taker"], row["given"], row["returned"]) == (TOGETHER, 3, 0)
        assert [row["organisation"] for row in balances_of(network)] == ["a"]

    def test_a_promise_that_was_partly_kept_is_what_is_left_of_it(self):
        network = gifts(("a", "b", 10, None, {"status": "promised"}), ("a", "b", 6))
        assert only(exchanges_of(network, "promised"))["given"] == 4
        assert only(exchanges_of(network))["given"] == 6

    def test_a_promise_that_was_kept_is_gone(self):
        network = gifts(("a", "b", 6, None, {"status": "promised"}), ("a", "b", 6))
        assert exchanges_of(network, "promised") == []


class TestOfEach:
    """What each organisation comes to, and who was not asked."""

    def test_who_gives_here_and_takes_there_is_seen_to_even_out(self):
        network = gifts(("a", "b", 10, "zorg"), ("b", "a", 8, "jeugd"))
        found = [row for row in balances_of(network) if row["organisation"] == "a"]
        assert [(r["dossier"], r["way"], r["net"]) for r in found] == [
            ("jeugd", "takes", -8),
            ("zorg", "gives", 10),
            (None, "gives", 2),
        ]
        assert round(found[-1]["evens_out"], 3) == 0.889

    def test_who_was_not_asked_is_told_apart_from_who_brings_nothing(self):
        network = gifts(
            ("a", "b", 1),
            also=["c", "d"],
            interviews=[
                {"organisation": "c", "asked": ["contributions"]},
                {"organisation": "d", "asked": ["contacts"]},
            ],
        )
        asked_nothing = giving.unasked(scene_of(network))
        assert [network.ids[who] for who in asked_nothing] == ["a", "b", "d"]


class TestPlaces:
    """Where everybody stands in the panels."""

    def test_whoever_takes_part_has_a_place_and_the_pot_the_last(self):
        network = gifts(("a", "c", 1), ("c", TOGETHER, 1), also=["b"])
        found = giving.places(scene_of(network))
        assert len(found) == 4
        assert found[1] is None
        assert len({found[0], found[2], found[3]} - {None}) == 3

    def test_without_a_pot_nobody_stands_in_its_place(self):
        network = gifts(("a", "b", 1), also=["c"])
        assert len(giving.places(scene_of(network))) == 3

    def test_the_order_of_the_gifts_moves_nobody(self):
        told = [("a", "b", 1), ("b", "c", 2), ("c", TOGETHER, 3)]
        there, back = (giving.places(scene_of(gifts(*way))) for way in (told, told[::-1]))
        assert there == back


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            ["alle dossiers samen", "geen dossier genoemd", "niet geteld", "haalt meer", "88,89%"],
        ),
        (
            "en",
            ["all dossiers together", "no dossier named", "not counted", "takes more", "88.89%"],
        ),
    ],
)
def test_the_tables_say_it_in_words_without_a_script(language, words):
    network = gifts(("a", "b", 10, "zorg"), ("b", "a", 8), ("a", "c", None, "jeugd"))
    html = Map(language=language).html(edition(network, "facilitator"))
    body = html.split('<section id="plain"')[1]
    assert [word for word in words if word not in body] == []


def test_what_the_audience_may_not_see_is_in_no_sum():
    hidden = {"said": {"by": "a", "visibility": "facilitator"}}
    seen = {"said": {"by": "a", "visibility": "table"}}
    network = gifts(("a", "b", 987, None, hidden), ("a", "b", 1, None, seen))
    html = Map().html(edition(network, "table"))
    assert only(rows_of(html, "exchange"))["given"] == 1
    assert "987" not in html.split('<section id="plain"')[1]
    assert data_of(html)["unasked"] == [0, 1]


def test_the_tables_of_leiden_stay_small(leiden_table):
    tables = giving.tables(rows.scene(leiden_table, looks(leiden_table.network)))
    assert sum(len(table.rows) for table in tables) < 50
