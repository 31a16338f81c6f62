"""Wander over the page as a facilitator in a hurry does: it never gets lost, wherever it was."""

from __future__ import annotations

import random
import re

import pytest
from maps.agenda_cases import harbour
from maps.map_cases import LEIDEN

import netdeps as nd
from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import Network

pytestmark = pytest.mark.browser

AT_REST = """() => new Promise((done) => setTimeout(
  () => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))), 130))"""
SEEN = """() => [
  location.hash, document.documentElement.dataset.shown, document.documentElement.dataset.edges,
  document.documentElement.dataset.lit, ...['headline', 'controls', 'details', 'legend', 'key']
    .map((id) => document.getElementById(id).innerText)]"""
PICTURE = "document.querySelector('#map canvas').toDataURL()"


def rest(opened) -> None:
    """Wait until the map has got its size and is drawn."""
    opened.look(AT_REST)


def fitted(opened) -> str:
    """Give the picture with everything in sight."""
    opened.page.click("#zoom-fit")
    rest(opened)
    return str(opened.look(PICTURE))


def view_in(address: str) -> str:
    """Leave out of an address what is no part of the view."""
    return re.sub(r"[#&](language|present|step)=[^&]*", "", address)


@pytest.fixture(scope="module")
def hengelo() -> str:
    return Map().html(edition(nd.read(LEIDEN.with_name("hengelo.yaml")), "table"))


@pytest.mark.parametrize(
    "at",
    [
        "#view=tables&level=governing&language=en",
        "#view=contributions&layout=dossiers",
        "#view=gaps&finding=6&present=1",
    ],
)
def test_an_address_that_is_opened_gives_the_picture_that_was_left(open_page, hengelo, at):
    left = open_page(hengelo, reduced_motion="reduce")
    left.look(f"location.hash = {at!r}")
    rest(left)
    again = open_page(hengelo, at=at, reduced_motion="reduce")
    rest(again)
    assert again.look(SEEN) == left.look(SEEN)
    assert again.look(PICTURE) == fitted(left)


def test_going_to_a_table_from_another_view_is_one_thing_to_undo(open_page):
    opened = open_page(Map().html(edition(harbour(), "table")), at="#view=contacts")
    before = opened.look("location.hash")
    opened.page.fill("#search", "bestuurst")
    opened.page.keyboard.press("Enter")
    assert "extra=table" in opened.look("location.hash")
    opened.page.click("#undo")
    assert opened.look("location.hash") == before


def test_a_case_with_nobody_in_it_opens(open_page):
    opened = open_page(Map().html(edition(Network(name="Nobody yet"), "facilitator")))
    assert opened.shown == (0, 0)
    assert opened.text("h1") == "Nobody yet"


@pytest.mark.parametrize("at", ["present=1", "layout=dossiers", "between=care-a&between=corp-1"])
@pytest.mark.parametrize("size", [(800, 450), (1280, 400)])
def test_a_low_window_leaves_room_for_the_map(open_page, leiden_table, at, size):
    opened = open_page(Map().html(leiden_table), at=f"#view=contributions&{at}", size=size)
    assert opened.look("document.getElementById('map').clientHeight") >= 160
    assert opened.look("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [(390, 844), (800, 450)])
def test_presenting_on_a_small_screen_keeps_most_names(open_page, leiden_table, size):
    opened = open_page(
        Map().html(leiden_table),
        at="#view=contributions&present=1",
        size=size,
        reduced_motion="reduce",
    )
    rest(opened)
    names = int(opened.look("document.documentElement.dataset.labels"))
    assert names >= opened.shown[0] / 2


WAYS = (
    *("#view-choices label", "#controls option", "#legend label", "#story button"),
    *("#details .go", "#step-on", "#step-back", "#undo", "#redo", "#do-language"),
    *("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape"),
)


def wander(opened, chance: random.Random) -> None:
    """Do one thing that can be done now."""
    way = chance.choice(WAYS)
    if not way.startswith("#"):
        opened.page.focus("#map")
        opened.page.keyboard.press(way)
        return
    found = opened.page.locator(f"{way}:not([disabled])")
    if not (there := found.count()):
        return
    one = found.nth(chance.randrange(there))
    if way.endswith("option"):
        one.evaluate(
            "one => { one.selected = true; one.parentNode.dispatchEvent(new Event('change')); }"
        )
    elif one.is_visible():
        one.click()


@pytest.mark.parametrize("seed", [1, 2])
def test_wherever_somebody_wanders_the_address_leads_back_and_undo_takes_back(
    open_page, hengelo, seed
):
    chance = random.Random(seed)  # noqa: S311 - a walk, not a secret
    opened = open_page(hengelo, reduced_motion="reduce")
    again = open_page(hengelo, reduced_motion="reduce")
    for _ in range(15):
        before = opened.look("location.hash")
        wander(opened, chance)
        rest(opened)
        now = opened.look("location.hash")
        again.page.evaluate("(at) => { location.hash = at; location.reload(); }", now)
        again.page.wait_for_selector("html[data-ready='1']", state="attached")
        rest(again)
        assert again.look(SEEN) == opened.look(SEEN)
        assert fitted(again) == fitted(opened), now
        if view_in(before) != view_in(now) and opened.page.is_enabled("#undo"):
            opened.page.click("#undo")
            opened.page.click("#redo")
            assert view_in(opened.look("location.hash")) == view_in(now)
