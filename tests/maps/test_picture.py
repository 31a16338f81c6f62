"""The map is really to be seen: not blank, not small, not cut off, and with every organisation."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from maps.conftest import Opened
from maps.map_cases import LEIDEN, invented
from maps.pixels import Pixels, by_colour, complaints, pixels, shapes

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.maps.draw import VIEWS
from netdeps.model import Network

pytestmark = pytest.mark.browser

CASES = ("leiden", "twenty", "two hundred")
SCREENS = {
    "a laptop": {"size": (1600, 900)},
    "a projector": {"size": (1280, 720), "present": True},
    "a phone": {"size": (390, 844)},
    "a tablet": {"size": (820, 1180)},
}
BOXES = """() => {
  document.dispatchEvent(new Event("netdeps-labels"));
  const map = document.getElementById("map").getBoundingClientRect();
  const around = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [left - map.left, top - map.top, right - map.left, bottom - map.top];
  };
  const buttons = [...document.querySelectorAll("#stage button")];
  return { names: JSON.parse(document.documentElement.dataset.boxes), map: [map.width, map.height],
    over: buttons.filter((one) => one.checkVisibility()).map(around) };
}"""
OFFERED = "[...document.querySelectorAll('input[name=view]')].map((one) => one.value)"
SPOILED = {
    "hidden": "canvas.style.visibility = 'hidden'",
    "moved aside": "canvas.style.transform = 'translate(25%, 0)'",
    "moved up": "canvas.style.transform = 'translate(0, -20%)'",
    "enlarged": "canvas.style.transform = 'scale(1.6)'",
    "made small": "canvas.style.transform = 'scale(.5)'",
    "covered": "canvas.style.background = '#000'",
    "without one kind": "document.querySelector('#legend input').click()",
}


@cache
def case(name: str) -> str:
    """Write the page of a case, once for all tests."""
    made = {"twenty": lambda: invented(20, needs=3), "two hundred": lambda: invented(200, needs=3)}
    leiden = Network(**yaml.safe_load(LEIDEN.read_text(encoding="utf-8")))
    return Map().html(edition(made[name]() if name in made else leiden, "table"))


def kinds(html: str) -> dict[str, int]:
    data = re.search(r'id="netdeps-data">(.*?)</script>', html, re.DOTALL)
    return by_colour(json.loads(data[1])["kinds"])


@pytest.fixture
def visit(open_page):
    def open_view(name: str, view: str, *, size=(1600, 900), present: bool = False) -> Opened:
        at = f"#view={view}{'&present=1' if present else ''}"
        return open_page(case(name), at=at, size=size, reduced_motion="reduce")

    return open_view


def seen(opened: Opened) -> Pixels:
    """Look at the map, without the buttons over it."""
    opened.look("document.getElementById('zoom').style.visibility = 'hidden'")
    opened.page.wait_for_timeout(150)
    return pixels(opened.page.locator("#map").screenshot())


def wrong(opened: Opened, name: str) -> list[str]:
    return list(complaints(seen(opened), kinds(case(name))))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", CASES)
def test_the_whole_map_is_seen_in_each_view(visit, name, view):
    assert wrong(visit(name, view), name) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["leiden", "twenty"])
def test_the_whole_map_is_seen_on(visit, name, screen):
    assert wrong(visit(name, "dependencies", **SCREENS[screen]), name) == []


@pytest.mark.parametrize("name", ["leiden", "twenty"])
def test_the_whole_map_is_seen_after_switching_views_and_turning_the_screen(visit, name):
    opened = visit(name, VIEWS[0])
    for view in opened.look(OFFERED):
        opened.page.check(f"input[name=view][value={view}]", force=True)
        assert wrong(opened, name) == []
    opened.page.set_viewport_size({"width": 1024, "height": 768})
    opened.page.wait_for_timeout(300)
    assert wrong(opened, name) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", CASES)
def test_names_stand_apart_within_the_map_and_beside_its_buttons(visit, name, screen):
    boxes = visit(name, "dependencies", **SCREENS[screen]).look(BOXES)
    wide, high = boxes["map"]
    assert len(boxes["names"]) >= (30 if (name, screen) == ("two hundred", "a laptop") else 10)
    assert [
        (a, b)
        for a, b in [
            *combinations(boxes["names"], 2),
            *((name, button) for name in boxes["names"] for button in boxes["over"]),
        ]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ] == []
    assert [a for a in boxes["names"] if min(a) < 0 or a[2] > wide or a[3] > high] == []


@pytest.mark.parametrize("view", ["dependencies", "contacts", "gaps", "power"])
def test_on_a_projector_twenty_organisations_all_have_their_name(visit, view):
    found = visit("twenty", view, **SCREENS["a projector"])
    assert len(found.look(BOXES)["names"]) == 20


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["leiden", "twenty"])
def test_the_whole_map_is_seen_on_paper(visit, name, view):
    opened = visit(name, view)
    opened.look("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    picture = pixels(opened.page.locator("#paper > svg").screenshot())
    assert list(complaints(picture, kinds(case(name)))) == []


def test_the_first_page_of_the_pdf_shows_the_whole_map(visit, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("no pdftoppm here: install poppler-utils to look at the PDF")
    pdf = tmp_path / "map.pdf"
    visit("leiden", "gaps").page.pdf(path=pdf, prefer_css_page_size=True)
    shown = _first_page(pdf)
    assert list(complaints(shown, {})) == []
    expected = kinds(case("leiden"))
    # The legend has a shape for each kind as well.
    assert [one for one, count in expected.items() if shapes(shown, one) <= count] == []


def _first_page(pdf: Path) -> Pixels:
    command = ["pdftoppm", "-r", "160", "-f", "1", "-l", "1", str(pdf)]
    return pixels(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603


@pytest.mark.parametrize("how", SPOILED)
def test_a_picture_is_found_wrong_that_is(visit, how):
    opened = visit("leiden", "gaps")
    assert wrong(opened, "leiden") == []
    opened.look(f"() => {{ const canvas = document.querySelector('#map canvas'); {SPOILED[how]} }}")
    assert wrong(opened, "leiden") != []
