"""What the map knows of who needs whom more, who by way of another, and how good contact is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from maps.map_cases import invented
from maps.test_page import data_of, rows_of

from netdeps.editions import edition
from netdeps.maps import Map, indirect, power
from netdeps.measures import indirect_dependence, power_balance
from netdeps.model import LANGUAGES, Network


def network(*needs: tuple[str, str, int], **more) -> Network:
    """Make a network of needs: who, from whom, how important."""
    ids = sorted({one for need in needs for one in need[:2]})
    return Network(
        **{
            "organisations": [{"id": one} for one in ids],
            "dependencies": [
                {"depender": a, "dependum": "tijd", "dependees": [b], "importance": weight}
                for a, b, weight in needs
            ],
            **more,
        }
    )


def html_of(found: Network, audience: str = "facilitator") -> str:
    return Map().html(edition(found, audience))


def names_of(html: str) -> list[str]:
    return [row["id"] for row in rows_of(html, "organisations")]


def leans(html: str) -> dict[tuple[str, str], str]:
    ids = names_of(html)
    return {(ids[r["depender"]], ids[r["dependee"]]): r["lean"] for r in rows_of(html, "power")}


def test_the_balance_of_power_is_that_of_the_measure(leiden):
    html = html_of(leiden)
    ids, found = names_of(html), {row.parties: row for row in power_balance(leiden)}
    rows = rows_of(html, "power")
    assert len(rows) == len(found)
    for row in rows:
        first, second = ids[row["depender"]], ids[row["dependee"]]
        shares = found[min(first, second), max(first, second)].dependence
        there, back = shares if first < second else reversed(shares)
        assert row["share"] == pytest.approx(there, abs=0.00051)
        assert row["back"] == (None if back is None else pytest.approx(back, abs=0.00051))
        assert row["share"] >= (row["back"] or 0)


def test_the_pairs_that_need_each_other_most_come_first(leiden):
    needed = [row["share"] + (row["back"] or 0) for row in rows_of(html_of(leiden), "power")]
    assert needed == sorted(needed, reverse=True)


@pytest.mark.parametrize(
    ("back", "lean"),
    [(10, "even"), (8, "more"), (6, "more"), (5, "much"), (0, "much")],
)
def test_a_pair_leans_by_how_far_the_two_shares_differ(back, lean):
    # b needs ten things alike, so many of them from a, the rest from c; a needs all from b.
    needs = [("b", "a", 1)] * back + [("b", "c", 1)] * (10 - back)
    found = leans(html_of(network(("a", "b", 1), *needs)))
    assert found["a", "b"] == lean


def test_exactly_the_limits_belong_to_even_and_to_much():
    assert (power.EVEN, power.MUCH) == (0.1, 0.5)
    tenth = [("b", "a", 1)] * 9 + [("b", "c", 1)]
    assert leans(html_of(network(("a", "b", 1), *tenth)))["a", "b"] == "even"


def test_who_was_asked_and_named_nothing_is_told_from_who_was_not_asked():
    asked = [{"organisation": "b", "asked": ["dependencies"]}]
    needs = (("a", "b", 1), ("a", "c", 1))
    assert leans(html_of(network(*needs, interviews=asked))) == {
        ("a", "b"): "none",
        ("a", "c"): "unknown",
    }


def test_without_needs_there_is_no_table_of_power_and_none_by_way_of_another():
    found = Network(organisations=[{"id": "a"}, {"id": "b"}])
    names = {table["name"] for table in data_of(html_of(found))["tables"]}
    assert names.isdisjoint({"power", "indirect", "across"})


def test_of_very_many_pairs_those_that_need_each_other_most_are_listed_and_it_is_said():
    found = invented(300, needs=3)
    html = html_of(found)
    whole = len(power_balance(found))
    assert len(rows_of(html, "power")) == power.MOST < whole
    least = min(row["share"] + (row["back"] or 0) for row in rows_of(html, "power"))
    left = sorted(sum(s or 0 for s in row.dependence) for row in power_balance(found))
    assert max(left[: whole - power.MOST]) <= least + 0.001
    for at, _ in enumerate(LANGUAGES):
        assert any(str(whole) in line for line in data_of(html)["about"][at])


def by_way(html: str) -> dict[tuple[str, str], tuple[str, ...]]:
    ids = names_of(html)
    return {
        (ids[row["depender"]], ids[row["dependee"]]): tuple(ids[one] for one in row["via"])
        for row in rows_of(html, "indirect")
    }


@pytest.mark.parametrize("count", [12, 40])
def test_who_depends_by_way_of_another_is_the_second_term_of_the_measure(count):
    found = invented(count, needs=2)
    step = 1e-6
    rows = indirect_dependence(found, damping=step, least=0.0)
    second = {
        (row.depender, row.dependee): row.total / step
        for row in rows
        if not row.direct and row.total / step > 10 * step
    }
    listed = by_way(html_of(found))
    assert listed.keys() == second.keys()
    strengths = [second[ends] for ends in listed]
    assert all(a >= b - 1e-4 for a, b in pairwise(strengths))


def test_the_go_between_on_whom_most_hangs_is_named_first():
    needs = [("a", "b", 1), ("a", "c", 3), ("b", "d", 2), ("c", "d", 2)]
    assert by_way(html_of(network(*needs))) == {("a", "d"): ("c", "b")}


def test_nobody_depends_by_way_of_another_on_itself_or_on_whom_it_needs_anyway():
    needs = [("a", "b", 1), ("b", "a", 1), ("b", "c", 1), ("a", "c", 1)]
    assert "indirect" not in {
        table["name"] for table in data_of(html_of(network(*needs)))["tables"]
    }


def test_only_the_strongest_are_listed_and_none_in_a_very_large_network():
    some = data_of(html_of(invented(100, needs=3)))
    table = next(one for one in some["tables"] if one["name"] == "indirect")
    assert len(table["rows"]) == indirect.MOST
    assert table["left_out"] > 0
    assert any(str(len(table["rows"]) + table["left_out"]) in line for line in some["about"][0])
    large = data_of(html_of(invented(301)))
    assert "indirect" not in {one["name"] for one in large["tables"]}
    assert any("300" in line for line in large["about"][0])


def contact(a: str, b: str, level: str, **more) -> dict:
    return {"between": [a, b], "level": level, "said": {"by": a, "visibility": "table"}, **more}


def with_contacts(*contacts: dict) -> Network:
    return Network(organisations=[{"id": one} for one in "abc"], contacts=list(contacts))


def test_the_quality_of_a_contact_is_the_mean_at_each_level_where_somebody_rated_it():
    html = html_of(
        with_contacts(
            contact("a", "b", "governing", quality=0.2),
            contact("b", "a", "governing", quality=0.6),
            contact("a", "b", "operational"),
            contact("a", "c", "management", exists=False, quality=0.9),
        )
    )
    rows = rows_of(html, "contacts")
    assert [row["quality"] for row in rows] == [{"governing": 0.4}, None]


def test_a_quality_that_may_not_be_seen_is_not_in_the_edition():
    secret = contact("b", "a", "governing", quality=0.9)
    secret["said"] = {"by": "b", "visibility": "facilitator"}
    html = html_of(with_contacts(contact("a", "b", "governing", quality=0.3), secret), "table")
    assert [row["quality"] for row in rows_of(html, "contacts")] == [{"governing": 0.3}]


def cross(a: str, b: str, by: str, *, exists: bool = True, **more) -> dict:
    said = {"by": by, "visibility": "table"}
    levels = {"level": "management", "other_level": "operational"}
    return {"between": [a, b], **levels, "exists": exists, "said": said, **more}


@pytest.mark.parametrize(
    ("told", "state", "quality"),
    [
        ([cross("a", "b", "a", quality=0.5)], "yes", 0.5),
        ([cross("a", "b", "a"), cross("a", "b", "b", exists=False)], "disputed", None),
        ([cross("a", "b", "a", exists=False), cross("a", "b", "c")], "no", None),
        ([cross("a", "b", "c", exists=False), cross("a", "b", "c")], "yes", None),
        ([cross("a", "b", "c", exists=False)], "no", None),
    ],
)
def test_contact_across_levels_counts_the_words_of_the_two_first(told, state, quality):
    (row,) = rows_of(html_of(with_contacts(*told)), "across")
    assert (row["state"], row["quality"]) == (state, quality)
    assert row["parties"] == [0, 1]
    assert row["levels"] == ["management", "operational"]


def test_contact_across_levels_is_one_row_whoever_is_named_first():
    other = {"between": ["b", "a"], "level": "operational", "other_level": "management"}
    rows = rows_of(
        html_of(with_contacts(cross("a", "b", "a"), {**other, "said": {"by": "b"}})), "across"
    )
    assert len(rows) == 1
    assert len(rows[0]["voices"]) == 2


def test_contact_across_levels_inside_one_organisation_is_listed_with_both_levels():
    found = with_contacts(cross("a", "a", "a"))
    (row,) = rows_of(html_of(found), "across")
    assert row["parties"] == [0, 0]
    assert row["levels"] == ["management", "operational"]


def test_the_table_edition_balances_only_what_the_table_may_see():
    needs = [("a", "b", 1), ("b", "a", 1)]
    found = network(*needs)
    seen = found.dependencies[0].model_dump()
    shown = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        dependencies=[{**seen, "said": {"by": "a", "visibility": "table"}}, found.dependencies[1]],
    )
    (row,) = rows_of(html_of(shown, "table"), "power")
    assert row["back"] is None
