"""Corrections at the table: what is marked in the page, and what is taken home in a file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from browser.opening import FLAGS
from browser.opening import chromium as found_chromium
from maps.axe import violations
from maps.map_cases import LEIDEN
from maps.test_page import HOSTILE, data_of, hostile_network

from netdeps.corrections import apply_changes
from netdeps.editions import edition
from netdeps.formats import read, read_changes
from netdeps.maps import Map
from netdeps.model import Changes

pytestmark = pytest.mark.browser

PAIR = "#between=care-a&between=corp-1"
CONTACT, NO_CONTACT, ASK = 0, 1, 2
TYPED = 'Ja, "maar"\nniet\u2028altijd \U0001f600 </script><b>__proto__</b> \u00e9\\'


def governing(opened: Any) -> Any:
    """Give the words about contact at governing level of the pair that is looked at."""
    return opened.page.locator("#details .marking").first


def say(opened: Any, word: int, at: int = 0) -> None:
    opened.page.locator("#details .words").nth(at).locator("button").nth(word).click()


def spoken(opened: Any) -> str:
    return str(opened.look("document.getElementById('spoken').textContent"))


def listed(opened: Any) -> list[str]:
    return [str(one) for one in opened.page.locator("#desk-marks li .from").all_inner_texts()]


def take_home(opened: Any, folder: Any) -> tuple[Any, dict[str, Any]]:
    with opened.page.expect_download() as download:
        opened.page.click("#do-take")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path, json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def pair(open_page, leiden_table) -> Any:
    return open_page(Map().html(leiden_table), at=PAIR)


@pytest.mark.parametrize(("word", "mark"), [(CONTACT, "new"), (NO_CONTACT, "denied"), (ASK, "ask")])
def test_what_is_said_of_contact_is_in_the_file(pair, tmp_path, word, mark):
    say(pair, word)
    _, changes = take_home(pair, tmp_path)
    assert changes["marks"] == [
        {"tie": "contact", "between": ["care-a", "corp-1"], "level": "governing", "mark": mark}
    ]
    assert (changes["netdeps_changes"], changes["case"], changes["edition"]) == (
        1,
        "Leiden",
        "table",
    )
    assert changes["date"] == pair.look(
        "new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)"
    )


def test_contact_that_the_map_shows_is_confirmed_and_not_new(pair, tmp_path):
    say(pair, CONTACT, at=2)
    _, changes = take_home(pair, tmp_path)
    assert (changes["marks"][0]["mark"], changes["marks"][0]["level"]) == (
        "confirmed",
        "operational",
    )


def test_needs_and_gifts_are_marked_in_the_words_of_the_map(pair, tmp_path, leiden_table):
    page = pair.page
    need = page.locator("#details li:has(.marking)", has_text="heeft nodig").first
    need.locator(".words button").nth(CONTACT).click()
    page.locator("#details li:has(.marking)", has_text="\u2192").first.locator(".words button").nth(
        NO_CONTACT
    ).click()
    _, changes = take_home(pair, tmp_path)
    marks = [Changes(**{**changes, "marks": [one]}).marks[0] for one in changes["marks"]]
    assert [(one.tie, one.mark) for one in marks] == [
        ("dependency", "confirmed"),
        ("contribution", "denied"),
    ]
    network = leiden_table.network
    assert any(
        (need.depender, need.dependum) == (marks[0].depender, marks[0].dependum)
        for need in network.dependencies
    )
    assert any(
        (gift.giver, gift.taker, gift.resource, gift.dossier, gift.unit)
        == (marks[1].giver, marks[1].taker, marks[1].resource, marks[1].dossier, marks[1].unit)
        for gift in network.contributions
    )


def test_who_says_so_and_the_remark_are_taken_home_as_they_were_typed(pair, tmp_path):
    say(pair, NO_CONTACT)
    options = pair.page.locator(".mark-form select option").all_inner_texts()
    assert options[:3] == ["niemand genoemd", "Zorgaanbieder A", "Corporatie 1"]
    assert options[-1] == "iemand buiten dit netwerk"
    pair.page.select_option(".mark-form select", "corp-1")
    pair.page.fill(".mark-form textarea", TYPED)
    path, changes = take_home(pair, tmp_path)
    assert (changes["marks"][0]["by"], changes["marks"][0]["remark"]) == ("corp-1", TYPED)
    assert read_changes(path).marks[0].remark == TYPED
    assert path.name == f"leiden-{changes['date']}.changes.json"


def test_two_who_say_different_things_of_one_line_both_stay(pair, tmp_path):
    say(pair, NO_CONTACT)
    pair.page.select_option(".mark-form select", "corp-1")
    say(pair, CONTACT)
    pair.page.locator(".mark-form select").nth(1).select_option("care-a")
    assert [text.split(" \u00b7 ")[0] for text in listed(pair)] == ["geen contact", "contact"]
    pair.page.locator(".mark-form select").nth(1).select_option("corp-1")
    _, changes = take_home(pair, tmp_path)
    assert [(one["mark"], one["by"]) for one in changes["marks"]] == [("new", "corp-1")]


def test_another_word_of_nobody_named_takes_the_place_of_the_first(pair):
    say(pair, NO_CONTACT)
    say(pair, ASK)
    assert listed(pair) == ["navragen \u00b7 niemand genoemd"]
    assert governing(pair).locator("button[aria-pressed=true]").all_inner_texts() == ["navragen"]


def test_a_mark_is_told_and_stands_on_the_map_and_in_the_legend(pair):
    before = pair.look("document.querySelector('#map canvas').toDataURL()")
    say(pair, NO_CONTACT)
    pair.page.wait_for_timeout(200)
    assert spoken(pair) == (
        "Contact tussen Zorgaanbieder A en Corporatie 1 \u00b7 bestuurlijk niveau: geen contact"
    )
    assert pair.look("document.querySelector('#map canvas').toDataURL()") != before
    assert "hier gezegd: geen contact" in pair.text("#legend")
    pair.page.check("input[name=view][value=contributions]", force=True)
    assert "hier gezegd" not in pair.text("#legend")


@pytest.mark.parametrize(
    ("sort", "view"),
    [
        ("contact", "contacts"),
        ("needs", "dependencies"),
        ("needed", "dependencies"),
        ("gives", "contributions"),
        ("takes", "contributions"),
    ],
)
def test_a_new_line_is_drawn_where_such_lines_are_drawn(
    open_page, leiden_table, tmp_path, sort, view
):
    opened = open_page(Map().html(leiden_table), at=f"#view={view}")
    page, lines = opened.page, opened.shown[1]
    page.fill("#search", "buurgemeente a")
    page.keyboard.press("Enter")
    page.click("#details >> text=Lijn markeren met")
    page.fill("#search", "projectgroep")
    page.keyboard.press("Enter")
    page.select_option(".new-form select >> nth=0", sort)
    if sort != "contact":
        page.fill("#new-what", "een gesprek")
        page.keyboard.press("Enter")
    else:
        page.click(".new-form button")
    page.click("#details .close")
    assert opened.shown[1] == lines + 1
    assert "nieuwe lijn, hier genoemd" in opened.text("#legend")
    path, changes = take_home(opened, tmp_path)
    (mark,) = changes["marks"]
    assert mark["mark"] == "new"
    parties = [mark.get("depender", mark.get("giver")), *mark.get("dependees", [mark.get("taker")])]
    expected = ["buur-a", "leiden-project"]
    if sort == "contact":
        assert mark["between"] == expected
    else:
        assert parties == (expected if sort in {"needs", "gives"} else expected[::-1])
    assert apply_changes(read(LEIDEN), read_changes(path)).marks[0].became == "added"


def test_a_need_that_is_there_already_is_confirmed_and_not_new(pair, tmp_path, leiden_table):
    need = next(
        one
        for one in leiden_table.network.dependencies
        if one.depender == "care-a" and "corp-1" in one.dependees
    )
    pair.page.select_option(".new-form select >> nth=0", "needs")
    pair.page.fill("#new-what", need.dependum)
    if need.level:
        pair.page.select_option(".new-form select >> nth=1", need.level)
    pair.page.click(".new-form button")
    _, changes = take_home(pair, tmp_path)
    assert [(one["mark"], one["dependum"]) for one in changes["marks"]] == [
        ("confirmed", need.dependum)
    ]


def test_what_is_needed_has_to_be_said_first(pair):
    pair.page.select_option(".new-form select >> nth=0", "needs")
    pair.page.fill("#new-what", "   ")
    pair.page.click(".new-form button")
    assert spoken(pair) == "Vul eerst in wat er nodig is of gebracht wordt."
    assert not pair.page.is_visible("#do-take")


def test_a_gift_to_the_common_pot_is_marked_where_its_giver_is_shown(
    open_page, leiden_table, tmp_path
):
    gift = next(one for one in leiden_table.network.contributions if one.taker == "together")
    opened = open_page(
        Map().html(leiden_table), at=f"#view=contributions&organisation={gift.giver}"
    )
    entry = opened.page.locator("#details li", has_text="de gezamenlijke pot").first
    entry.locator(".small").click()
    entry.locator(".words button").nth(CONTACT).click()
    assert "hier gezegd: klopt" in opened.text("#legend")
    path, changes = take_home(opened, tmp_path)
    assert (changes["marks"][0]["taker"], changes["marks"][0]["mark"]) == ("together", "confirmed")
    assert apply_changes(read(LEIDEN), read_changes(path)).marks[0].became == "noted"


def test_undoing_takes_back_the_last_thing_done_whatever_it_was(pair):
    page = pair.page
    say(pair, NO_CONTACT)
    page.check("input[name=view][value=contacts]", force=True)
    say(pair, CONTACT, at=1)
    page.locator("#map").focus()
    page.keyboard.press("Control+z")
    assert len(listed(pair)) == 1
    assert spoken(pair) == "Aan deze tafel: 1 gemarkeerd, 0 weergaven bewaard"
    assert "view=contacts" in pair.look("location.hash")
    page.keyboard.press("Control+z")
    assert "view=gaps" in pair.look("location.hash")
    assert len(listed(pair)) == 1
    page.click("#undo")
    assert listed(pair) == []
    assert page.is_disabled("#undo")
    page.keyboard.press("Control+y")
    assert len(listed(pair)) == 1
    page.keyboard.press("Control+Shift+Z")
    assert "view=contacts" in pair.look("location.hash")
    page.click("#redo")
    assert len(listed(pair)) == 2
    assert page.is_disabled("#redo")


def test_what_is_done_after_undoing_cannot_be_redone_over(pair):
    say(pair, NO_CONTACT)
    pair.page.click("#undo")
    say(pair, ASK)
    assert pair.page.is_disabled("#redo")
    assert listed(pair) == ["navragen \u00b7 niemand genoemd"]


def test_typing_one_remark_is_one_thing_to_undo(pair):
    say(pair, NO_CONTACT)
    pair.page.locator(".mark-form textarea").press_sequentially("zo is het")
    assert listed(pair) == ["geen contact \u00b7 niemand genoemd, \u201czo is het\u201d"]
    pair.page.click("#undo")
    assert listed(pair) == ["geen contact \u00b7 niemand genoemd"]
    assert pair.page.input_value(".mark-form textarea") == ""
    pair.page.click("#redo")
    assert pair.page.input_value(".mark-form textarea") == "zo is het"


def test_what_is_typed_stands_where_it_is_typed(pair):
    say(pair, NO_CONTACT)
    pair.page.fill(".mark-form textarea", "is het")
    pair.page.locator(".mark-form textarea").press("Home")
    pair.page.keyboard.type("zo ")
    assert pair.page.input_value(".mark-form textarea") == "zo is het"


def test_the_list_leads_back_to_the_line_and_lets_a_mark_go(pair):
    say(pair, NO_CONTACT)
    pair.page.click("#details .close")
    pair.page.click("#desk-marks .go")
    assert "Zorgaanbieder A" in pair.text("#details h2")
    assert pair.look("document.activeElement.closest('.mark-form') !== null")
    pair.page.click("#desk-marks .small")
    assert listed(pair) == []
    assert spoken(pair).startswith("Weggehaald: Contact tussen Zorgaanbieder A")
    assert not pair.page.is_visible("#do-take")


def test_a_text_that_is_too_long_is_cut_and_the_page_says_so(pair, tmp_path):
    say(pair, NO_CONTACT)
    pair.page.fill(".mark-form textarea", "\U0001f600" * 5000)
    assert "hoogstens 2.000 tekens" in pair.text(".mark-form .hint")
    _, changes = take_home(pair, tmp_path)
    assert changes["marks"][0]["remark"] == "\U0001f600" * 1000


def test_everything_typed_is_there_in_the_other_language(pair):
    say(pair, NO_CONTACT)
    pair.page.fill(".mark-form textarea", TYPED)
    pair.page.select_option(".new-form select >> nth=0", "gives")
    pair.page.fill("#new-what", "een huis")
    pair.page.fill("#new-dossier", "wonen")
    pair.page.click("#do-language")
    assert pair.page.input_value(".mark-form textarea") == TYPED
    assert pair.page.input_value("#new-what") == "een huis"
    assert pair.page.input_value("#new-dossier") == "wonen"
    assert "no contact \u00b7 nobody named" in listed(pair)[0]
    assert pair.text("#do-take") == "Take home (1)"


def test_the_day_can_be_another_one(pair, tmp_path):
    say(pair, NO_CONTACT)
    pair.page.fill("#desk input[type=date]", "2026-10-03")
    path, changes = take_home(pair, tmp_path)
    assert changes["date"] == "2026-10-03"
    assert path.name == "leiden-2026-10-03.changes.json"
    pair.page.fill("#desk input[type=date]", "")
    assert pair.page.input_value("#desk input[type=date]") == "2026-10-03"


def test_marking_works_with_the_keyboard_alone(pair, tmp_path):
    page = pair.page
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    assert pair.look("document.activeElement.id") == "details"
    for _ in range(30):
        page.keyboard.press("Tab")
        if pair.look("document.activeElement.closest('.words') !== null"):
            break
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert pair.look("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert pair.look("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("getypt")
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if pair.look("document.activeElement.id") == "do-take":
            break
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = tmp_path / "changes.json"
    download.value.save_as(path)
    (mark,) = read_changes(path).marks
    assert (mark.mark, mark.by, mark.remark) == ("denied", "care-a", "getypt")


def test_marking_works_on_the_projector(pair):
    pair.page.click("#do-present")
    assert not pair.page.is_visible("#details")
    pair.page.click("#do-mark")
    assert not pair.page.is_visible("#views")
    say(pair, NO_CONTACT)
    assert "hier gezegd: geen contact" in pair.text("#key")
    assert pair.text("#do-take") == "Meenemen (1)"
    pair.page.click("#do-mark")
    assert not pair.page.is_visible("#panel")


def test_marking_works_on_a_phone(open_page, leiden_table):
    opened = open_page(
        Map().html(leiden_table), at=PAIR, size=(390, 844), has_touch=True, is_mobile=True
    )
    opened.page.locator("#details .words button").nth(1).tap()
    opened.page.fill(".mark-form textarea", "x" * 300)
    assert listed(opened)[0].startswith("geen contact")
    assert opened.look("document.documentElement.scrollWidth <= innerWidth")
    small = opened.look(
        "[...document.querySelectorAll('#details .marking button, #desk button, #do-take')]"
        ".map((one) => one.getBoundingClientRect()).filter((box) => box.height < 24 || box.width < 24)"
    )
    assert small == []


def test_nothing_is_stored_in_the_browser(pair, tmp_path):
    say(pair, NO_CONTACT)
    pair.page.fill(".mark-form textarea", "vertrouwelijk")
    take_home(pair, tmp_path)
    stored = pair.look(
        "Promise.resolve(indexedDB.databases()).then((bases) => [bases.length,"
        " localStorage.length, sessionStorage.length, document.cookie, history.length,"
        " location.hash.includes('vertrouwelijk'), name])"
    )
    assert stored == [0, 0, 0, "", 2, False, ""]
    assert "in de browser wordt niets bewaard" in pair.text("#desk")


def test_the_marks_are_on_paper(pair):
    say(pair, NO_CONTACT)
    pair.page.pdf()
    # once on the map, once in the legend
    cross = "document.querySelectorAll(\"#paper path[d^='M-.38']\").length"
    assert pair.look(cross) == 2
    assert "hier gezegd: geen contact" in pair.look("document.getElementById('paper').textContent")


class TestClosing:
    """The page asks before it closes exactly when something would be lost."""

    @pytest.fixture
    def closing(self, chromium, leiden_table, tmp_path) -> Any:
        path = tmp_path / "map.html"
        path.write_text(Map().html(leiden_table), encoding="ascii")
        browser = chromium.browser_type.launch(executable_path=found_chromium(), args=list(FLAGS))
        page = browser.new_context(offline=True).new_page()
        page.goto(path.as_uri() + PAIR)
        page.wait_for_selector("html[data-ready='1']", state="attached")
        page.click("#details h2")
        yield page
        browser.close()

    @staticmethod
    def asks(page: Any) -> bool:
        asked, other = [], page.context.new_page()

        def stay(dialog: Any) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        page.on("dialog", stay)
        page.close(run_before_unload=True)
        for _ in range(40):
            if asked or page.is_closed():
                break
            other.wait_for_timeout(25)
        return asked == ["beforeunload"]

    @staticmethod
    def mark(page: Any) -> None:
        page.locator("#details .words button").nth(1).click()

    def test_it_does_not_ask_when_nothing_was_said(self, closing):
        assert not self.asks(closing)

    def test_it_asks_when_something_was_marked(self, closing):
        self.mark(closing)
        assert self.asks(closing)

    def test_it_does_not_ask_when_the_mark_was_undone(self, closing):
        self.mark(closing)
        closing.click("#undo")
        assert not self.asks(closing)

    def test_it_does_not_ask_when_everything_was_taken_home(self, closing):
        self.mark(closing)
        with closing.expect_download():
            closing.click("#do-take")
        assert closing.inner_text("#do-take") == "Meegenomen (1)"
        assert not self.asks(closing)

    def test_it_asks_when_something_was_typed_after_that(self, closing):
        self.mark(closing)
        with closing.expect_download():
            closing.click("#do-take")
        closing.fill(".mark-form textarea", "nog iets")
        assert closing.inner_text("#do-take") == "Meenemen (1)"
        assert self.asks(closing)

    def test_it_asks_when_a_new_line_is_half_typed(self, closing):
        closing.select_option(".new-form select >> nth=0", "needs")
        closing.fill("#new-what", "tijd")
        assert self.asks(closing)

    def test_it_asks_when_a_view_was_kept(self, closing):
        closing.click("text=Deze weergave bewaren")
        assert self.asks(closing)


class TestKeptViews:
    def test_a_kept_view_comes_back_and_becomes_a_step_of_the_walk(self, pair, tmp_path):
        page = pair.page
        page.check("input[name=view][value=contacts]", force=True)
        page.select_option("#level", "governing")
        page.get_by_label("gemeenten").uncheck()
        page.click("text=Deze weergave bewaren")
        page.keyboard.type("De stille lijn")
        page.fill("#desk-naming textarea", 'Klopt "dit"?')
        page.click("#details .close")
        page.check("input[name=view][value=gaps]", force=True)
        page.click("#desk-kept .go")
        seen = pair.look("location.hash")
        for part in ("view=contacts", "level=governing", "between=care-a&between=corp-1", "hide="):
            assert part in seen
        path, changes = take_home(pair, tmp_path)
        (step,) = changes["walk"]
        assert (step["title"], step["text"], step["view"], step["level"], step["between"]) == (
            "De stille lijn",
            'Klopt "dit"?',
            "contacts",
            "governing",
            ["care-a", "corp-1"],
        )
        assert "municipality" not in step["kinds"]
        case = read(LEIDEN)
        applied = apply_changes(case, read_changes(path)).network
        assert len(applied.walk) == len(case.walk) + 1
        stop = data_of(Map().html(edition(applied, "table")))["walk"][-1]
        assert stop["title"] == ["De stille lijn", "De stille lijn"]
        assert (stop["at"]["view"], stop["at"]["hide"]) == ("contacts", ["municipality"])

    def test_kept_views_are_put_in_order_renamed_and_removed(self, pair, tmp_path):
        page = pair.page
        for title in ("een", "twee", "drie"):
            page.click("text=Deze weergave bewaren")
            page.keyboard.type(title)
        page.click("text=Klaar")
        page.locator("#desk-kept li", has_text="drie").locator("text=Omhoog").click()
        page.locator("#desk-kept li", has_text="een").locator("text=Omlaag").click()
        page.locator("#desk-kept li", has_text="twee").locator("text=Weghalen").click()
        page.locator("#desk-kept li", has_text="drie").locator("text=Titel wijzigen").click()
        page.keyboard.type("vier")
        _, changes = take_home(pair, tmp_path)
        assert [step["title"] for step in changes["walk"]] == ["vier", "een"]

    def test_a_view_without_a_title_is_called_by_what_it_shows(self, pair, tmp_path):
        pair.page.click("text=Deze weergave bewaren")
        pair.page.fill("#desk-naming input", "  ")
        _, changes = take_home(pair, tmp_path)
        assert changes["walk"][0]["title"] == "Ontbrekend contact"

    def test_a_finding_about_one_line_is_kept_as_that_line(self, open_page, leiden_table, tmp_path):
        opened = open_page(Map().html(leiden_table), at="#finding=2")
        opened.page.click("text=Deze weergave bewaren")
        _, changes = take_home(opened, tmp_path)
        assert len(changes["walk"][0]["between"]) == 2
        assert changes["walk"][0]["view"] == "gaps"


# What no page writes: each is left out, and the rest of the file counts all the same.
NO_MARKS = (
    None,
    7,
    [],
    {},
    {"mark": "denied", "tie": "__proto__"},
    {"mark": "denied", "tie": "constructor"},
    {"mark": "denied", "tie": "step", "title": "x", "view": "gaps"},
    {"mark": "perhaps", "tie": "contact", "between": ["care-a", "corp-1"]},
    {"mark": "new", "tie": "contact", "between": ["care-a", "care-a"]},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1", "corp-2"]},
    {"mark": "new", "tie": "contact", "between": "care-a"},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1"], "level": "high"},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1"], "colour": "red"},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1"], "remark": 3},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1"], "remark": "\x00"},
    {"mark": "new", "tie": "contact", "between": ["care-a", "corp-1"], "remark": "\ud800"},
    {"mark": "new", "tie": "dependency", "depender": "care-a", "dependees": ["corp-1"]},
    {"mark": "new", "tie": "dependency", "depender": "care-a", "dependum": "x", "dependees": []},
    {"mark": "new", "tie": "dependency", "depender": "care-a", "dependum": "x", "dependees": ["care-a"]},
    {"mark": "new", "tie": "contribution", "giver": "care-a", "taker": "care-a", "resource": "x"},
    {"mark": "ask", "tie": "contribution", "giver": "care-a", "taker": "corp-1", "resource": "x", "amount": 1},
    {"mark": "new", "tie": "contribution", "giver": "care-a", "taker": "corp-1", "resource": "x", "amount": -1},
)  # fmt: skip
NO_STEPS = (
    {"title": "", "view": "gaps"},
    {"title": "x", "view": "__proto__"},
    {"title": "x", "view": "gaps", "layout": "heap"},
    {"title": "x", "view": "gaps", "organisation": "care-a", "between": ["care-a", "corp-1"]},
    {"title": "x", "view": "gaps", "said": {}},
)  # fmt: skip


class TestGoingOn:
    """A change file is read back into the page; it may be anything."""

    @staticmethod
    def give(opened: Any, content: object, name: str = "eerder.changes.json") -> str:
        text = content if isinstance(content, str) else json.dumps(content)
        opened.page.set_input_files(
            "#desk input[type=file]",
            {"name": name, "mimeType": "application/json", "buffer": text.encode("utf-8")},
        )
        opened.page.wait_for_selector(f"#desk .say:has-text('{name}')")
        return opened.text("#desk .say")

    @staticmethod
    def file(**fields: Any) -> dict[str, Any]:
        mark = {
            "mark": "denied",
            "tie": "contact",
            "between": ["corp-1", "care-a"],
            "level": "governing",
            "by": "corp-1",
            "remark": TYPED,
        }
        head = {"netdeps_changes": 1, "case": "Leiden", "edition": "table", "date": "2026-10-03"}
        return {**head, "marks": [mark], "walk": [], **fields}

    def test_what_was_taken_home_comes_back_whole(self, open_page, leiden_table, tmp_path):
        html = Map().html(leiden_table)
        first = open_page(html, at=PAIR)
        say(first, NO_CONTACT)
        first.page.fill(".mark-form textarea", TYPED)
        first.page.select_option(".new-form select >> nth=0", "gives")
        first.page.fill("#new-what", HOSTILE[1])
        first.page.click(".new-form button")
        first.page.click("text=Deze weergave bewaren")
        path, changes = take_home(first, tmp_path)
        second = open_page(html)
        told = self.give(second, path.read_text(encoding="utf-8"), path.name)
        assert told == f"2 markeringen erbij uit {path.name}, en 1 weergaven."
        _, again = take_home(second, tmp_path)
        assert again == changes

    def test_the_day_of_the_file_stays_and_is_told(self, pair, tmp_path):
        assert "2026-10-03" in self.give(pair, self.file())
        assert pair.text("#do-take") == "Meegenomen (1)"
        _, changes = take_home(pair, tmp_path)
        assert changes["date"] == "2026-10-03"

    def test_what_is_here_already_stays_and_comes_in_once(self, pair):
        self.give(pair, self.file())
        pair.page.select_option(".mark-form select", "corp-1")
        pair.page.fill(".mark-form textarea", "van nu")
        self.give(pair, self.file())
        assert len(listed(pair)) == 1
        assert "van nu" in listed(pair)[0]

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            (
                {"case": "Hengelo<b>"},
                "e.json hoort bij de casus \u201cHengelo<b>\u201d en deze kaart bij \u201cLeiden\u201d;"
                " er is niets uit overgenomen.",
            ),
            (
                {"edition": "facilitator"},
                "e.json is meegenomen van een kaart voor een ander publiek; er is niets uit overgenomen.",
            ),
            (
                {"netdeps_changes": 2},
                "e.json is geen bestand dat van deze kaart is meegenomen; er is niets uit overgenomen.",
            ),
        ],
    )
    def test_a_file_of_something_else_is_refused_with_a_sentence(self, pair, fields, told):
        assert self.give(pair, self.file(**fields), "e.json") == told
        assert not pair.page.is_visible("#do-take")

    def test_what_is_no_change_file_is_refused_with_a_sentence(self, pair):
        for number, text in enumerate(("", "null", "[]", "{", "\u2028", "[" * 100_000, '"x"', "1")):
            told = self.give(pair, text, f"{number}.json")
            assert told.startswith(
                f"{number}.json is geen bestand dat van deze kaart is meegenomen"
            )

    def test_whoever_is_not_on_the_map_is_named_and_left_out(self, pair):
        strangers = ["<img src=x onerror=window.__pwned=1>", "__proto__", "constructor"]
        marks = [{"mark": "new", "tie": "contact", "between": [one, "care-a"]} for one in strangers]
        told = self.give(pair, self.file(marks=[*marks, *self.file()["marks"]]))
        assert told.startswith("1 markering erbij uit")
        assert (
            f"Weggelaten, want niet op deze kaart: {strangers[0]}, __proto__ en constructor."
            in told
        )
        assert pair.look("window.__pwned") is None

    def test_what_is_not_as_it_should_be_is_left_out_and_counted(self, pair):
        files = [{"marks": [one]} for one in NO_MARKS] + [
            {"marks": [], "walk": [one]} for one in NO_STEPS
        ]
        for number, fields in enumerate(files):
            told = self.give(pair, self.file(**fields), f"{number}.json")
            assert told.startswith(
                f"0 markeringen erbij uit {number}.json, en 0 weergaven. "
                "1 regel was niet te lezen en is weggelaten."
            ), fields
        assert not pair.page.is_visible("#do-take")

    def test_all_that_a_mark_can_say_is_taken_in(self, pair):
        marks = [
            {"mark": "new", "tie": "contribution", "giver": "care-a", "taker": "together",
             "resource": "x", "amount": 2.5, "unit": "uur", "status": "promised"},
            {"mark": "ask", "tie": "dependency", "depender": "care-a", "dependum": "y",
             "dependees": ["outside", "corp-1"], "by": "outside"},
        ]  # fmt: skip
        self.give(pair, self.file(marks=marks))
        assert len(listed(pair)) == 2


def test_a_hostile_case_can_be_marked_and_taken_home(open_page, tmp_path):
    network = hostile_network()
    opened = open_page(
        Map().html(edition(network, "facilitator")), at="#between=__proto__&between=o10"
    )
    for group in opened.page.locator("#details .words").all():
        group.locator("button").nth(ASK).click()
    opened.page.locator(".mark-form select").first.select_option("__proto__")
    opened.page.locator(".mark-form textarea").first.fill(HOSTILE[0])
    opened.page.click("#details .close")
    opened.page.click("text=Deze weergave bewaren")
    opened.page.fill("#desk-naming input", HOSTILE[2])
    path, changes = take_home(opened, tmp_path)
    assert changes["case"] == HOSTILE[0]
    assert changes["marks"][0]["by"] == "__proto__"
    assert path.name.replace("-", "").replace(".", "").isalnum()
    assert opened.look("window.__pwned") is None
    applied = apply_changes(network, read_changes(path))
    assert applied.network.agreements
    assert applied.network.walk[-1].title == HOSTILE[2]


def test_a_map_for_the_table_knows_nobody_else(open_page, leiden, tmp_path):
    hidden = leiden.replaced(
        {
            "organisations": [
                *leiden.organisations,
                {"id": "verborgen", "said": {"by": "leiden", "visibility": "facilitator"}},
            ]
        }
    )
    shown = edition(hidden, "table")
    opened = open_page(Map().html(shown), at=PAIR)
    say(opened, NO_CONTACT)
    values = opened.look(
        "[...document.querySelectorAll('.mark-form option')].map((one) => one.value)"
    )
    assert sorted(set(values) - {"", "outside"}) == sorted(shown.network.ids)
    TestGoingOn.give(
        opened,
        TestGoingOn.file(
            marks=[{"mark": "new", "tie": "contact", "between": ["verborgen", "care-a"]}]
        ),
    )
    path, _ = take_home(opened, tmp_path)
    assert "verborgen" not in path.read_text(encoding="utf-8")
    assert apply_changes(hidden, read_changes(path)).count("added") == 1


def test_everything_marked_on_a_map_for_the_table_fits_the_whole_case(
    open_page, leiden_table, tmp_path
):
    """Every need and gift of the edition, and contact of every pair, as one file."""
    opened = open_page(Map().html(leiden_table), at=PAIR)
    for group in opened.page.locator("#details .words").all():
        group.locator("button").first.click()
    path, changes = take_home(opened, tmp_path)
    assert len(changes["marks"]) >= 5
    applied = apply_changes(read(LEIDEN), read_changes(path))
    assert applied.count("added", "noted") == len(changes["marks"])
    assert apply_changes(applied.network, read_changes(path)).network == applied.network


@pytest.mark.parametrize("size", [(1600, 900), (390, 844)])
def test_axe_finds_nothing_where_much_was_marked(open_page, leiden_table, size):
    opened = open_page(Map().html(leiden_table), at=PAIR, size=size)
    for at, word in enumerate((NO_CONTACT, ASK, CONTACT)):
        say(opened, word, at)
    opened.page.select_option(".new-form select >> nth=0", "gives")
    opened.page.click("text=Deze weergave bewaren")
    TestGoingOn.give(opened, "{", "e.json")
    assert violations(opened.page) == []
    opened.page.click("#do-language")
    assert violations(opened.page) == []
