"""Without a script a page still names every tie, whatever the size of the network."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from maps.map_cases import invented
from maps.test_page import rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.maps.between import ENDS
from netdeps.model import Network
from netdeps.words import section


class Plain(HTMLParser):
    """Reads the rows of the first table as a browser without script shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[str] = []
        self.rows: dict[tuple[str, str], dict[str, str]] = {}
        self.facts: dict[str, str] = {}
        self._inside = self._done = False
        self._cells: list[list[str]] = []
        self._sort = ""
        self._who = ""

    def handle_starttag(self, tag, attrs):
        self._inside = self._inside or ("id", "plain") in attrs
        if not self._inside or self._done:
            return
        if tag in {"tr", "tbody"}:
            self._end_row()
        if tag in {"th", "td"}:
            self._cells.append([])
            self._sort = dict(attrs).get("scope") or self._sort or "row"

    def handle_endtag(self, tag):
        if tag == "table" and self._inside and not self._done:
            self._end_row()
            self._done = True

    def handle_data(self, data):
        if self._cells and not self._done:
            self._cells[-1].append(data)

    def _end_row(self):
        first, *others = ["".join(cell).strip() for cell in self._cells] or [""]
        if self._sort == "col" and first:
            self.heads = others
        elif self._sort == "rowgroup":
            self._who = first
            self.facts[first] = others[0]
        elif self._sort == "row":
            assert (self._who, first) not in self.rows
            self.rows[self._who, first] = dict(zip(self.heads, others, strict=False))
        self._cells, self._sort = [], ""


def plain(html: str) -> Plain:
    found = Plain()
    found.feed(html)
    return found


def headed(name: str) -> str:
    words = section("map", "nl")
    return words["between_head"].get(name) or words["table"][name]


def ties(html: str, name: str, names: list[str]) -> list[tuple[str, str, dict]]:
    """Give each tie of a table of the data, with the names of its ends."""
    words, found = section("map", "nl")["party"], []
    for row in rows_of(html, name):
        first, *others = [row[end] for end in ENDS[name]]
        if not others:
            first, others = first[0], first[1:]
        flat = others[0] if isinstance(others[0], list) else others
        found += [(first, other, row) for other in flat]
    called = lambda who: names[who] if isinstance(who, int) else words[who]  # noqa: E731
    return [(called(first), called(other), row) for first, other, row in found]


@pytest.mark.parametrize("size", [20, 200, 1000])
def test_every_tie_of_the_data_stands_in_a_row_of_its_two(size):
    html = Map(language="nl").html(edition(invented(size, needs=3), "facilitator"))
    told, names = plain(html), [row["name"] for row in rows_of(html, "organisations")]
    assert list(told.facts) == names
    for name in ("dependencies", "contacts", "gaps", "questions", "power"):
        assert ties(html, name, names)
        for first, other, _ in ties(html, name, names):
            pairs = [(first, other), (other, first)][: 3 - len(ENDS[name])]
            assert any(told.rows.get(pair, {}).get(headed(name)) for pair in pairs)


def test_leiden_without_a_script_says_all_that_its_data_say(leiden_table):
    html = Map(language="nl").html(leiden_table)
    told, names = plain(html), [row["name"] for row in rows_of(html, "organisations")]
    for name in ENDS:
        if headed(name) not in told.heads:
            continue
        for first, other, row in ties(html, name, names):
            if name == "exchange" and row["returned"] == 0:
                continue  # what goes one way stands with what was brought
            pairs = [(first, other), (other, first)][: 3 - len(ENDS[name])]
            (text,) = [
                text for pair in pairs if (text := told.rows.get(pair, {}).get(headed(name)))
            ]
            for column in ("dependum", "issue", "resource", "unit", "dossier"):
                assert (row.get(column) or "") in text


def test_each_two_have_their_names_in_one_row_even_if_only_one_needs_the_other():
    network = Network(
        organisations=[
            {"id": "a", "name": "Aa", "kind": "municipality"},
            {"id": "b", "name": "Bee", "kind": "care_provider"},
        ],
        dependencies=[
            {
                "depender": "b",
                "dependum": "geld",
                "dependees": ["a"],
                "said": {"by": "b", "setting": "interview"},
            }
        ],
        contacts=[
            {"between": ["a", "b"], "level": "governing", "exists": True, "said": {"by": "a"}},
            {"between": ["a", "b"], "level": "management", "exists": False, "said": {"by": "b"}},
        ],
    )
    told = plain(Map(language="nl").html(edition(network, "facilitator")))
    assert list(told.rows) == [("Bee", "Aa")]
    row = told.rows["Bee", "Aa"]
    assert row["Afhankelijkheden"] == "geld, telt zwaar"
    assert row["Contacten"] == ("best. contact, Aa; man. geen, zelf")
    assert told.facts == {
        "Aa": "gemeente, best., man., uitv.",
        "Bee": "zorgaanbieder, best., man., uitv.",
    }


def test_a_need_of_several_says_so_with_each_of_them():
    network = Network(
        organisations=[{"id": one, "name": one.upper()} for one in ("a", "b", "c")],
        dependencies=[
            {"depender": "a", "dependum": "grond", "dependees": ["b", "c"], "mode": "any"},
            {"depender": "a", "dependum": "recht", "dependees": ["outside"]},
        ],
    )
    told = plain(Map(language="nl").html(edition(network, "facilitator")))
    for other in ("B", "C"):
        text = told.rows["A", other]["Afhankelijkheden"]
        assert text.startswith("grond, Van wie: B, C, ")
    outside = section("map", "nl")["party"]["outside"]
    assert told.rows["A", outside]["Afhankelijkheden"].startswith("recht")
