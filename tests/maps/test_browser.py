"""What the page does in a browser; around every test nothing may be asked for or complained of."""

from __future__ import annotations

import re
import time

import pytest
from maps.map_cases import invented
from maps.test_page import HOSTILE, hostile_network, rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import Network

pytestmark = pytest.mark.browser

COLOURS = """() => {
  const canvas = document.querySelector('#map canvas');
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]);
  return seen.size;
}"""


def spoken(opened) -> str:
    return str(opened.look("document.getElementById('spoken').textContent"))


def choose_view(opened, view: str) -> None:
    opened.page.check(f"input[name=view][value={view}]", force=True)


def test_the_page_draws_every_organisation_and_is_not_blank(leiden_page, leiden_table):
    assert leiden_page.shown[0] == len(leiden_table.network.ids)
    assert leiden_page.look(COLOURS) > 20


def test_leiden_opens_with_the_finding_between_kinds_above_the_map(leiden_page):
    assert "zorgaanbieders" in leiden_page.text("#headline-main")
    assert "bestuurlijk" in leiden_page.text("#headline-main")
    assert leiden_page.text("#headline-more").endswith("?")


@pytest.mark.parametrize(
    ("view", "table", "one", "other"),
    [
        ("dependencies", "dependencies", "depender", "dependees"),
        ("contributions", "contributions", "giver", "taker"),
    ],
)
def test_a_view_draws_one_line_for_all_that_runs_one_way(
    open_page, leiden_table, view, table, one, other
):
    html = Map(view=view).html(leiden_table)
    ends = set()
    for row in rows_of(html, table):
        others = row[other] if isinstance(row[other], list) else [row[other]]
        ends |= {(row[one], who) for who in others if who not in {row[one], "outside"}}
    parts = [row for row in rows_of(html, "organisations") if row["part_of"] is not None]
    assert open_page(html).shown[1] == len(ends) + len(parts)


@pytest.mark.parametrize("view", ["gaps", "dependencies", "contacts", "contributions"])
def test_each_view_has_a_picture_of_its_own(leiden_page, view):
    script = "document.querySelector('#map canvas').toDataURL()"
    other = "contacts" if view == "gaps" else "gaps"
    choose_view(leiden_page, other)
    before = leiden_page.look(script)
    choose_view(leiden_page, view)
    leiden_page.page.wait_for_timeout(100)
    assert leiden_page.look(script) != before


def test_a_kind_that_is_switched_off_leaves_the_map(leiden_page, leiden_table):
    count = sum(one.kind == "care_provider" for one in leiden_table.network.organisations)
    before = leiden_page.shown
    leiden_page.page.uncheck("#legend li:has-text('zorgaanbieders') input")
    assert leiden_page.shown[0] == before[0] - count
    assert leiden_page.shown[1] < before[1]


def test_a_sort_of_line_that_is_switched_off_leaves_the_map_and_the_address_knows(leiden_page):
    before = leiden_page.shown
    entry = leiden_page.page.locator("#legend li:has-text('niet gevraagd')")
    count = int(entry.locator(".count").inner_text())
    entry.locator("input").uncheck()
    assert leiden_page.shown == (before[0], before[1] - count)
    assert "without=ask" in leiden_page.look("location.hash")
    leiden_page.page.keyboard.press("Control+z")
    assert leiden_page.shown == before


def test_the_levels_change_what_is_missing(leiden_page):
    before = leiden_page.text("#headline-main")
    leiden_page.page.select_option("#level", "operational")
    assert leiden_page.text("#headline-main") != before


def test_search_finds_an_organisation_without_its_accents(open_page):
    network = Network(
        organisations=[
            {"id": "a", "name": "Co\u00f6peratie \u00c9\u00e9n"},
            {"id": "b", "name": "B"},
        ]
    )
    opened = open_page(Map().html(edition(network, "facilitator")))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("cooperatie een")
    opened.page.keyboard.press("Enter")
    assert opened.text("#details h2") == "Co\u00f6peratie \u00c9\u00e9n"


def test_a_search_for_nobody_says_so(leiden_page):
    leiden_page.page.fill("#search", "zzz")
    assert leiden_page.text("#found") == "Geen organisatie, tafel of opgave heeft dit in de naam"


def test_the_keyboard_reaches_an_organisation_and_lets_go(leiden_page):
    leiden_page.page.focus("#map")
    leiden_page.page.keyboard.press("ArrowRight")
    assert leiden_page.page.is_visible("#details")
    assert spoken(leiden_page)
    leiden_page.page.keyboard.press("Enter")
    assert leiden_page.look("document.activeElement.id") == "details"
    leiden_page.page.keyboard.press("Escape")
    assert not leiden_page.page.is_visible("#details")
    assert spoken(leiden_page) == "Niets gekozen"


def test_the_keys_zoom_and_show_everything_again(leiden_page):
    leiden_page.page.focus("#map")
    for key in ("+", "+", "-", "0"):
        leiden_page.page.keyboard.press(key)
    assert leiden_page.look(COLOURS) > 20


def test_a_click_on_a_shape_opens_what_is_known_of_it(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), at="#organisation=care-a&view=gaps")
    name = leiden_table.network.names["care-a"]
    assert opened.text("#details h2").startswith(name)
    assert "Heeft nodig" in opened.text("#details")
    assert "Contact per niveau" in opened.text("#details")
    opened.page.click("#details .go >> nth=0")
    assert not opened.text("#details h2").startswith(f"{name}\n")


def test_a_click_on_the_map_chooses_what_stands_there(open_page):
    network = Network(organisations=[{"id": "a", "name": "Alleen"}])
    opened = open_page(Map().html(edition(network, "facilitator")))
    box = opened.page.locator("#map").bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - 10)
    opened.page.wait_for_selector("#details h2")
    assert opened.text("#details h2") == "Alleen"
    opened.page.mouse.click(box["x"] + 30, box["y"] + 30)
    opened.page.wait_for_selector("#details", state="hidden")


def test_a_tap_chooses_on_a_tablet(open_page):
    network = Network(organisations=[{"id": "a", "name": "Alleen"}])
    opened = open_page(
        Map().html(edition(network, "facilitator")), size=(820, 1180), has_touch=True
    )
    box = opened.page.locator("#map").bounding_box()
    opened.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - 10)
    opened.page.wait_for_selector("#details h2")
    assert opened.text("#details h2") == "Alleen"


def test_the_steps_of_the_conversation_can_be_gone_through(leiden_page):
    page = leiden_page.page
    page.click("#step-on")
    assert leiden_page.text("#step-count").startswith("1 / ")
    first = leiden_page.text("#headline-main")
    page.click("#step-on")
    assert leiden_page.text("#headline-main") != first
    assert "step=2" in leiden_page.look("location.hash")
    page.click("#step-back")
    assert leiden_page.text("#headline-main") == first


def test_what_was_seen_before_comes_back(leiden_page):
    page = leiden_page.page
    addresses = [leiden_page.look("location.hash")]
    choose_view(leiden_page, "contacts")
    addresses.append(leiden_page.look("location.hash"))
    page.select_option("#level", "governing")
    addresses.append(leiden_page.look("location.hash"))
    page.get_by_label("zorgaanbieders").uncheck()
    page.keyboard.press("Control+z")
    assert leiden_page.look("location.hash") == addresses[2]
    page.click("#undo")
    assert leiden_page.look("location.hash") == addresses[1]
    page.click("#undo")
    assert leiden_page.look("location.hash") == addresses[0]
    assert page.is_disabled("#undo")


def test_two_steps_around_somebody_lights_more_than_one(open_page, leiden_table):
    at = "#view=dependencies&organisation=care-a"
    near = open_page(Map().html(leiden_table), at=at)
    far = open_page(Map().html(leiden_table), at=f"{at}&reach=two")
    dim = "JSON.parse(JSON.stringify(document.documentElement.dataset)).lit"
    assert int(far.look(dim)) > int(near.look(dim)) > 1
    assert far.look("document.getElementById('reach').value") == "two"


def test_the_way_between_two_is_found_and_told(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), at="#view=dependencies&organisation=care-a")
    opened.page.click("text=Weg naar een andere organisatie")
    opened.page.keyboard.type("Kennisorganisatie")
    opened.page.keyboard.press("Enter")
    assert "lijnen van elkaar" in opened.text("#headline-main")
    assert "path=" in opened.look("location.hash")
    told = opened.text("#details")
    assert "Gemeente Leiden" in told
    assert "Kennisorganisatie" in told


def test_a_map_for_each_level_shows_everybody_three_times(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), at="#view=gaps&layout=levels")
    assert opened.shown[0] == len(leiden_table.network.ids)
    assert opened.page.locator("#level").count() == 0
    assert int(opened.look("document.documentElement.dataset.labels")) > opened.shown[0]


def test_the_keyboard_stays_where_it_is_when_a_choice_redraws_the_panel(leiden_page):
    page = leiden_page.page
    views = leiden_page.look(
        "[...document.querySelectorAll('input[name=view]')].map((one) => one.value)"
    )
    page.focus("input[name=view]:checked")
    at, seen = views.index("gaps"), []
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        seen.append(leiden_page.look("document.activeElement.value"))
    assert seen == [views[(at + step) % len(views)] for step in (1, 2, 3)]
    page.focus("#legend input")
    page.keyboard.press("Space")
    assert leiden_page.look("document.activeElement.checked") is False
    page.keyboard.press("Space")
    assert leiden_page.look("document.activeElement.checked") is True
    assert leiden_page.look("document.activeElement.closest('#legend') !== null") is True


def test_a_finding_brings_back_the_parties_that_it_is_about(leiden_page, leiden_table):
    leiden_page.page.get_by_label("zorgaanbieders").uncheck()
    assert leiden_page.shown[0] < len(leiden_table.network.ids)
    leiden_page.page.click("#story button >> nth=0")
    assert leiden_page.shown[0] == len(leiden_table.network.ids)


def test_the_headline_lets_go_of_a_finding_when_another_level_is_chosen(leiden_page):
    leiden_page.page.click("#story button >> nth=0")
    assert "bestuurlijk" in leiden_page.text("#headline-main")
    leiden_page.page.select_option("#level", "operational")
    assert "bestuurlijk" not in leiden_page.text("#headline-main")
    assert leiden_page.look("document.getElementById('level').value") == "operational"


def test_a_pair_shows_who_said_what(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), at="#between=care-a&between=corp-1")
    assert "Wie zei wat" in opened.text("#details")
    assert "er is geen contact, bestuurlijk niveau" in opened.text("#details")
    assert "Of misschien spreken zij elkaar daar toch" in opened.text("#details")
    assert "interview" in opened.text("#details")


def test_contact_across_levels_is_told_with_both_levels(open_page, leiden_table):
    where = "#between=leiden-managers&between=leiden-project"
    opened = open_page(Map().html(leiden_table), at=where)
    told = "er is geen contact, managementniveau \u2013 uitvoerend niveau"
    assert told in opened.text("#details")


def test_the_address_opens_the_same_view_again(leiden_page):
    choose_view(leiden_page, "contacts")
    leiden_page.page.select_option("#level", "governing")
    address = leiden_page.look("location.hash")
    shown = leiden_page.shown
    leiden_page.page.reload()
    leiden_page.page.wait_for_selector("html[data-ready='1']", state="attached")
    assert leiden_page.look("location.hash") == address
    assert leiden_page.shown == shown


def test_an_address_with_nonsense_in_it_opens_the_map_all_the_same(open_page, leiden_table):
    opened = open_page(
        Map().html(leiden_table),
        at="#view=constructor&organisation=__proto__&language=xx&finding=99&between=a&level=%00",
    )
    assert opened.shown[0] == len(leiden_table.network.ids)


def test_the_other_language_leaves_no_word_behind(open_page, leiden_table):
    # A walk that the case holds stays in the language of the case.
    leiden_page = open_page(Map(walk=()).html(leiden_table))
    leiden_page.page.click("#do-language")
    assert leiden_page.look("document.documentElement.lang") == "en"
    for sheet in ("do-tables", "do-tables", "do-about", "do-about", "do-out", "do-out"):
        leiden_page.page.click(f"#{sheet}")
        text = leiden_page.text("body")
        for dutch in (
            "Afdrukken",
            "Wat opvalt",
            "Afhankelijkheden",
            "niveau",
            "woningcorporatie",
            "Legenda",
        ):
            assert dutch not in text
        assert not re.search(r"\b(?:column|table|view|line|list|map)\.[a-z_]+", text)


def test_the_tables_are_the_same_whatever_the_first_language_was(open_page, leiden_table):
    pages = [open_page(Map(language=language).html(leiden_table)) for language in ("nl", "en")]
    pages[0].page.click("#do-language")
    for one in pages:
        one.page.click("#do-tables")
    texts = [
        one.look("[...document.querySelectorAll('#listed td')].map((cell) => cell.textContent)")
        for one in pages
    ]
    assert len(texts[0]) > 100
    assert texts[0] == texts[1]


def test_presenting_enlarges_the_names_and_hides_the_panel(leiden_page):
    leiden_page.page.click("#do-present")
    assert not leiden_page.page.is_visible("#panel")
    assert leiden_page.page.is_visible("#key")
    leiden_page.page.keyboard.press("PageDown")
    assert leiden_page.text("#step-count").startswith("1 / ")


def test_two_openings_show_the_same_picture(open_page, leiden_table):
    html = Map().html(leiden_table)
    script = "document.querySelector('#map canvas').toDataURL()"
    pictures = []
    for _ in range(2):
        opened = open_page(html)
        opened.page.wait_for_timeout(300)
        pictures.append(opened.look(script))
    assert pictures[0] == pictures[1]


def test_the_map_prints_with_its_legend_and_tables(leiden_page, tmp_path):
    path = tmp_path / "map.pdf"
    leiden_page.page.pdf(path=path, prefer_css_page_size=True)
    assert path.read_bytes().startswith(b"%PDF")
    assert leiden_page.look("document.querySelectorAll('#paper svg polygon').length") > 3
    assert "Zorgaanbieder A" in leiden_page.look("document.getElementById('paper').textContent")
    assert "woningcorporaties" in leiden_page.look("document.getElementById('paper').textContent")


def test_counts_in_the_legend_stay_on_one_line(open_page):
    opened = open_page(Map().html(edition(invented(200, needs=3), "table")), at="#view=power")
    counts = opened.look(
        "[...document.querySelectorAll('#legend .count')].map((one) =>"
        " [one.textContent, one.offsetHeight])"
    )
    assert max(len(text) for text, _ in counts) >= 3
    assert [text for text, height in counts if height > 30] == []


def test_the_map_is_there_before_the_tables_for_readers_without_a_script_are_read(leiden_html):
    assert leiden_html.rindex("</script>") < leiden_html.index('<section id="plain"')


def picture(opened) -> tuple[str, str]:
    """Give where all shapes stand on the screen, and where their names are."""
    return opened.look(
        "(document.dispatchEvent(new Event('netdeps-labels')),"
        " [document.documentElement.dataset.spots, document.documentElement.dataset.boxes])"
    )


@pytest.mark.parametrize("meanwhile", ["", "#zoom-fit"])
def test_everybody_hidden_and_shown_again_gives_the_same_picture(open_page, meanwhile):
    html = Map().html(edition(invented(50, needs=3), "table"))
    opened = open_page(html, at="#view=dependencies", reduced_motion="reduce")
    before = picture(opened)
    boxes = opened.page.locator("#legend ul:first-of-type input")
    for wanted in (False, True):
        for number in range(boxes.count()):
            boxes.nth(number).set_checked(wanted)
        if meanwhile and not wanted:
            assert opened.shown[0] == 0
            opened.page.click(meanwhile)
    opened.page.wait_for_timeout(200)
    assert picture(opened) == before


def test_opened_with_everybody_hidden_it_is_framed_when_they_come_back(open_page):
    html = Map().html(edition(invented(50, needs=3), "table"))
    usual = picture(open_page(html, at="#view=dependencies", reduced_motion="reduce"))
    hidden = open_page(html, at="#view=dependencies", reduced_motion="reduce")
    boxes = hidden.page.locator("#legend ul:first-of-type input")
    for number in range(boxes.count()):
        boxes.nth(number).uncheck()
    again = open_page(html, at=hidden.look("location.hash"), reduced_motion="reduce")
    assert again.shown[0] == 0
    boxes = again.page.locator("#legend ul:first-of-type input")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    again.page.wait_for_timeout(200)
    assert picture(again) == usual


def test_a_page_that_opens_in_the_other_language_is_about_itself_in_it_too(open_page, leiden_html):
    opened = open_page(leiden_html, at="#language=en&sheet=about")
    assert "The map" in opened.text("#about") or "This map" in opened.text("#about")
    assert "Licences" in opened.text("#about")


def test_without_a_script_the_tables_are_there(open_page, leiden_table):
    opened = open_page(Map().html(leiden_table), java_script_enabled=False)
    assert opened.page.locator("#plain tbody").count() > len(leiden_table.network.ids)
    assert opened.page.is_visible("#plain [scope=rowgroup]")
    assert opened.page.is_visible("#of-between")
    assert not opened.page.is_visible("#do-print")
    assert opened.page.is_visible(".notice")
    tables, about = (opened.page.locator(f"#{name}").bounding_box() for name in ("plain", "about"))
    assert tables["y"] + tables["height"] <= about["y"]


@pytest.mark.parametrize("size", [(1600, 900), (1024, 768), (390, 844)])
def test_the_page_never_scrolls_sideways(open_page, leiden_table, size):
    opened = open_page(Map().html(leiden_table), size=size)
    assert opened.look("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_is_shown_as_text_and_never_run(open_page):
    opened = open_page(Map().html(edition(hostile_network(), "facilitator")))
    page = opened.page
    assert opened.shown[0] == len(HOSTILE)
    for view in ("dependencies", "contacts", "contributions", "gaps"):
        choose_view(opened, view)
    page.fill("#search", "<img")
    page.keyboard.press("Enter")
    assert opened.text("#details h2") == HOSTILE[1]
    page.mouse.move(900, 500)
    page.click("#do-language")
    page.click("#do-tables")
    names = opened.look(
        "[...document.querySelectorAll('#table-organisations td:first-child')].map((n) => n.textContent)"
    )
    assert sorted(names) == sorted(HOSTILE)
    page.pdf()
    assert opened.look("window.__pwned") is None
    assert opened.look("document.querySelectorAll('img, #map svg').length") == 0


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString"])
def test_an_organisation_with_a_treacherous_id_can_be_chosen(open_page, name):
    html = Map().html(edition(hostile_network(), "facilitator"))
    opened = open_page(html, at=f"#organisation={name}")
    assert opened.page.is_visible("#details")


def test_the_policy_stops_what_somebody_puts_into_the_page(chromium, leiden_table, tmp_path):
    path = tmp_path / "map.html"
    path.write_text(Map().html(leiden_table), encoding="ascii")
    page = chromium.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready='1']", state="attached")
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          try { script.textContent = 'window.__pwned = 1'; document.body.append(script); } catch { }
          try { document.body.innerHTML += '<img src=x onerror="window.__pwned = 1">'; } catch { }
          return fetch('https://example.org/').catch(() => 0).then(() => 0);
        }"""
    )
    assert page.evaluate("window.__pwned") is None
    page.close()


def test_two_hundred_organisations_are_there_soon_and_many_have_their_name(open_page):
    html = Map().html(edition(invented(200, needs=3), "facilitator"))
    began = time.perf_counter()
    opened = open_page(html)
    assert time.perf_counter() - began < 10
    assert opened.shown[0] == 200


def test_more_rows_come_when_asked_for(open_page):
    opened = open_page(Map().html(edition(invented(320), "table")))
    opened.page.click("#do-tables")
    rows = opened.page.locator("#table-dependencies tbody tr")
    assert rows.count() == 300
    opened.page.click("#table-dependencies .more")
    assert rows.count() > 300
