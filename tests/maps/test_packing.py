"""What the page holds is all that the tables hold, in less room."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from maps.map_cases import invented
from maps.test_page import unpacked

from netdeps.editions import edition
from netdeps.maps.draw import Wishes, drawing
from netdeps.maps.packing import packed, packed_nodes
from netdeps.maps.rows import Table

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=4),
    st.lists(st.integers(0, 2), max_size=2),
)


@st.composite
def a_table(draw) -> Table:
    width = draw(st.integers(0, 4))
    columns = tuple((f"c{number}", "text") for number in range(width))
    some = [draw(st.lists(CELLS, min_size=1, max_size=3)) for _ in range(width)]
    count = draw(st.integers(0, 8))
    rows = tuple(tuple(draw(st.sampled_from(cells)) for cells in some) for _ in range(count))
    return Table("t", columns, rows)


def plain(table: Table) -> list[dict]:
    names = [name for name, _ in table.columns]
    return json.loads(json.dumps([dict(zip(names, row, strict=True)) for row in table.rows]))


@given(a_table())
def test_every_cell_comes_back_as_it_was(table):
    found = unpacked(json.loads(json.dumps(packed(table))))["rows"]
    assert json.dumps(found) == json.dumps(plain(table))


def test_true_and_one_and_the_word_one_stay_apart():
    table = Table("t", (("a", "text"),), ((1,), (True,), ("1",), (1.0,), (1,), (True,), ("1",)))
    found = unpacked(packed(table))["rows"]
    assert [repr(row["a"]) for row in found] == ["1", "True", "'1'", "1.0", "1", "True", "'1'"]


def test_a_column_that_is_everywhere_the_same_takes_no_room():
    table = Table("t", (("a", "text"), ("b", "text")), tuple(("same", n) for n in range(9)))
    assert packed(table)["rows"] == [[n] for n in range(9)]


def test_a_large_network_takes_less_than_half_of_the_room():
    network = invented(200, needs=3)
    wishes = Wishes(None, None, None, None, None)
    tables = drawing(edition(network, "facilitator"), wishes).tables
    whole = sum(len(json.dumps(plain_rows(table), separators=(",", ":"))) for table in tables)
    small = sum(len(json.dumps(packed(table), separators=(",", ":"))) for table in tables)
    assert small < whole / 2


def plain_rows(table: Table) -> dict:
    return {"columns": table.columns, "rows": table.rows}


def test_shapes_come_back_with_all_that_was_said_of_them():
    nodes = [
        {"id": "o0", "label": " ", "group": "k0", "x": 1},
        {"id": "o1", "label": "mine", "group": "k0", "x": 2, "color": {"border": "#000000"}},
    ]
    found = unpacked(packed_nodes(nodes))["rows"]
    assert [{k: v for k, v in row.items() if v is not None} for row in found] == [
        {"group": "k0", "x": 1},
        {"group": "k0", "x": 2, "label": "mine", "color": {"border": "#000000"}},
    ]


def test_what_was_said_of_a_contact_has_its_levels_as_numbers():
    said = ((("governing", "operational"), True, 0.5, 3), (None, False, None, None))
    found = unpacked(packed(Table("t", (("voices", "hidden"),), ((said,), ((),)))))["rows"]
    assert [row["voices"] for row in found] == [
        [[[0, 2], True, 0.5, 3], [None, False, None, None]],
        [],
    ]


def test_what_is_said_of_no_shape_takes_no_room():
    found = packed_nodes([{"id": "o0", "label": " ", "x": 1, "title": None}, {"id": "o1", "x": 2}])
    assert [name for name, *_ in found["columns"]] == ["x"]
