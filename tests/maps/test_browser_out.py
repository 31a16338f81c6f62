"""Taking the map along: paper, pictures, and tables for a spreadsheet."""

from __future__ import annotations

import csv
import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from maps.map_cases import invented
from maps.test_page import HOSTILE, hostile_network

from netdeps.editions import edition
from netdeps.maps import Map

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
MILLIMETRES = 72 / 25.4


def saved(opened, button: str) -> Path:
    """Give the file that a button of the sheet saves."""
    if not opened.page.is_visible("#out"):
        opened.page.click("#do-out")
    with opened.page.expect_download() as found:
        opened.page.click(f"#out button:text-is('{button}')")
    return Path(found.value.path())


def parsed(path: Path) -> ET.Element:
    """Read a drawing that the page made."""
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own


def pages_of(opened, path: Path) -> list[tuple[int, int]]:
    """Print, and give the size of each sheet in millimetres."""
    opened.page.pdf(path=path, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(round(float(w) / MILLIMETRES), round(float(h) / MILLIMETRES)) for w, h in boxes]


@pytest.mark.parametrize(
    ("sheet", "size"), [("a4", (297, 210)), ("a3", (420, 297)), ("a0", (1189, 841))]
)
def test_the_map_prints_on_the_sheet_that_was_chosen(leiden_page, tmp_path, sheet, size):
    leiden_page.page.click("#do-out")
    leiden_page.page.select_option("#sheet", sheet)
    pages = pages_of(leiden_page, tmp_path / "map.pdf")
    assert len(pages) > 2
    assert all(
        abs(found - wanted) <= 1 for page in pages for found, wanted in zip(page, size, strict=True)
    )


@pytest.mark.parametrize("sheet", ["a4", "a3", "a0"])
def test_the_map_alone_is_one_sheet_of_vectors(leiden_page, tmp_path, sheet):
    leiden_page.page.click("#do-out")
    leiden_page.page.select_option("#sheet", sheet)
    leiden_page.page.select_option("#with-tables", "without")
    path = tmp_path / "map.pdf"
    assert len(pages_of(leiden_page, path)) == 1
    assert b"/Subtype /Image" not in path.read_bytes()


def test_a_picture_in_vectors_holds_the_finding_the_names_and_the_legend(leiden_page, leiden_table):
    finding = leiden_page.text("#headline-main")
    tree = parsed(saved(leiden_page, "SVG"))
    told = " ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text"))
    assert finding in told
    for name in leiden_table.network.names.values():
        assert name.split()[0] in told
    assert "woningcorporaties (2)" in told
    assert "Voor de tafel" in told
    assert len(list(tree.iter(f"{SVG}polygon"))) > 4


def test_the_vectors_need_nothing_from_elsewhere_and_run_nothing(open_page):
    opened = open_page(Map().html(edition(hostile_network(), "facilitator")))
    found = list(parsed(saved(opened, "SVG")).iter())
    known = "svg g path rect text tspan title polygon circle line"
    assert {one.tag.removeprefix(SVG) for one in found} <= set(known.split(" "))
    attributes = {name for one in found for name in one.attrib}
    assert not {
        name for name in attributes if name.startswith("on") or "href" in name or name == "style"
    }


def test_a_picture_in_points_is_large_and_not_blank(leiden_page):
    picture = saved(leiden_page, "PNG").read_bytes()
    wide, high = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert wide >= 2400
    assert high >= 1400
    assert len(picture) > 60_000


def test_a_picture_has_the_panels_of_its_layout(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), at="#view=gaps&layout=levels")
    text = saved(opened, "SVG").read_text(encoding="utf-8")
    for level in ("bestuurlijk niveau", "managementniveau", "uitvoerend niveau"):
        assert level in text
    assert text.count("Zorgaanbieder A") >= 3


def test_a_table_opens_in_a_spreadsheet_with_the_same_cells(leiden_page):
    path = saved(leiden_page, "Organisaties")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    leiden_page.page.click("#do-tables")
    cells = leiden_page.look(
        "[...document.querySelectorAll('#table-organisations tr')]"
        ".map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    assert rows == cells


def test_numbers_in_a_table_are_those_of_the_language(open_page, leiden):
    found = {}
    for language, button in (("nl", "Bijdragen"), ("en", "Contributions")):
        opened = open_page(Map(language=language).html(edition(leiden, "table")))
        lines = saved(opened, button).read_text(encoding="utf-8-sig").splitlines()
        found[language] = [row[3] for row in csv.reader(lines[1:], delimiter=";")]
    assert found["nl"] == [amount.replace(".", ",") for amount in found["en"]]


def test_no_cell_is_taken_for_a_formula(open_page):
    network = hostile_network()
    names = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", *HOSTILE[4:]]
    renamed = network.model_dump()
    for one, name in zip(renamed["organisations"], names, strict=True):
        one["name"] = name
    opened = open_page(Map().html(edition(type(network)(**renamed), "facilitator")))
    lines = saved(opened, "Organisaties").read_text(encoding="utf-8-sig")
    first = [row[0] for row in csv.reader(lines.splitlines(), delimiter=";")][1:5]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in first)


def test_a_file_has_a_name_that_every_system_takes(open_page):
    network = hostile_network()
    opened = open_page(
        Map(title='../..\\con: "a" \u00e9\u202e?*|<b>').html(edition(network, "facilitator"))
    )
    opened.page.click("#do-out")
    with opened.page.expect_download() as found:
        opened.page.click("#out button:text-is('SVG')")
    assert found.value.suggested_filename == "con-a-e-b-gaps.svg"


WIDTHS = """() => {
  window.dispatchEvent(new Event("beforeprint"));
  const drawn = [...document.querySelectorAll("#paper svg path[fill=none]")];
  return drawn.map((line) => Number(line.getAttribute("stroke-width")));
}"""


def test_on_paper_lines_get_finer_with_the_picture(open_page):
    few, many, most = (
        open_page(
            Map().html(edition(invented(count, needs=3), "table")), at="#view=dependencies"
        ).look(WIDTHS)
        for count in (20, 200, 400)
    )
    assert min(few) > 3 * max(many)
    assert max(many) > max(most)


def test_on_paper_the_names_of_communities_are_bold(open_page):
    opened = open_page(
        Map().html(edition(invented(400, needs=3), "table")), at="#view=dependencies"
    )
    opened.look(WIDTHS)
    assert opened.look("document.querySelectorAll('#paper text[font-weight=\"650\"]').length") > 3
