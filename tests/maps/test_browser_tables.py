"""The view of tables and issues in a browser."""

from __future__ import annotations

import pytest
from maps.agenda_cases import crowded, harbour, hostile
from maps.test_browser import choose_view, spoken
from maps.test_page import HOSTILE

from netdeps.editions import edition
from netdeps.maps import Map

pytestmark = pytest.mark.browser

QUAY = "#view=tables&extra=issue%3Aquay"
COUNCIL = "#view=tables&extra=table%3Acouncil"


@pytest.fixture
def opened(open_page):
    return open_page(Map().html(edition(harbour(), "table")), at="#view=tables")


@pytest.fixture
def visit(open_page):
    html = Map().html(edition(harbour(), "table"))
    return lambda at, **wishes: open_page(html, at=at, **wishes)


def lines(opened) -> tuple[int, int]:
    """Give how many lines are drawn, and how many shapes are in focus."""
    found = opened.look(
        "[document.documentElement.dataset.edges, document.documentElement.dataset.lit]"
    )
    return int(found[0]), int(found[1])


def legend(opened) -> str:
    return opened.text("#legend")


def labels(opened) -> list[list[float]]:
    """Give the boxes of the names on the map."""
    return opened.look(
        "(document.dispatchEvent(new Event('netdeps-labels')),"
        " JSON.parse(document.documentElement.dataset.boxes))"
    )


def paper(opened) -> str:
    return opened.look(
        "(dispatchEvent(new Event('beforeprint')), document.getElementById('paper').textContent)"
    )


def test_the_view_says_what_lies_on_no_table_and_asks_where_it_could(opened):
    assert opened.text("#headline-main") == (
        "1 van de 3 opgaven ligt op geen tafel en bij 1 opgave is iemand betrokken die niet aan "
        "tafel zit waar zij ligt"
    )
    more = opened.text("#headline-more")
    assert more.startswith("Op welke tafel kunnen die opgaven komen")
    assert "Samen aan tafel zitten is nog geen contact." in more
    assert "Eén organisatie staat apart" in more


def test_it_draws_seats_what_lies_there_who_is_missing_and_what_comes_first(opened):
    # 4 seats, 2 issues on a table, 1 apart, 2 at an issue on no table, 1 that depends on another.
    assert lines(opened) == (10, 4)
    for text in (
        "zit aan deze tafel",
        "betrokken, niet aan tafel waar de opgave ligt",
        "betrokken, opgave ligt op geen tafel",
        "overlegtafel",
        "opgave op een tafel",
        "opgave op geen tafel",
        "een soort die nodig is, zit daar nog niet",
    ):
        assert text in legend(opened)


def test_tables_and_issues_are_drawn_in_this_view_alone(opened):
    assert "Bestuurstafel" in paper(opened)
    choose_view(opened, "dependencies")
    assert "Bestuurstafel" not in paper(opened)
    assert "overlegtafel" not in legend(opened)
    choose_view(opened, "tables")
    assert "De sluis" in paper(opened)


def test_a_case_without_tables_and_issues_has_no_such_view(open_page):
    found = open_page(
        Map().html(edition(harbour(tables=[], issues=[]), "table")), at="#view=tables"
    )
    assert found.page.locator("input[value=tables]").count() == 0
    assert "tables" not in found.look("location.hash").split("&")[0]


def test_a_table_is_chosen_by_a_click_on_its_name_and_told_about(visit):
    found = visit("#view=tables")
    board = found.look(
        "(() => { const box = document.getElementById('map').getBoundingClientRect();"
        " return [box.left, box.top]; })()"
    )
    seen = []
    for left, top, right, bottom in labels(found):
        found.page.mouse.click(board[0] + (left + right) / 2, board[1] + (top + bottom) / 2)
        seen.append(found.look("location.hash"))
        found.page.keyboard.press("Escape")
    assert any("extra=table%3Acouncil" in one for one in seen)
    assert any("extra=issue%3Aquay" in one for one in seen)
    assert any("organisation=mill" in one for one in seen)


def test_the_details_of_a_table_name_who_and_what_is_there_and_which_needs_both_sides_have(visit):
    found = visit(COUNCIL)
    details = found.text("#details")
    assert found.text("#headline-main") == "Bestuurstafel · bestuurlijk, 4 keer per jaar"
    assert "Aan deze tafel (2)" in details
    assert "Opgaven op deze tafel (2)" in details
    assert "Betrokken, niet aan tafel: Zorg aan de Kade" in details
    assert "Waarvan beide kanten hier zitten (1)" in details
    assert "woningen" in details
    assert "50% van wat nodig is" in details


def test_a_table_without_an_issue_is_asked_about(visit):
    found = visit("#view=tables&extra=table%3Afloor")
    assert found.text("#headline-more") == "Welke opgave zou gebruik kunnen maken van floor?"


def test_the_details_of_an_issue_say_whom_it_concerns_who_is_not_there_and_who_decides(visit):
    found = visit(QUAY)
    details = found.text("#details")
    for text in (
        "Gemeente Haven",
        "bestuurlijk niveau; daar ligt zij op Bestuurstafel",
        "31 december 2026",
        "zorgaanbieders",
        "klaar",
        "Ligt op (1)",
        "Wie erbij betrokken is (2)",
        "niet aan tafel",
        "Wacht hierop (1)",
    ):
        assert text in details
    assert found.text("#headline-more").endswith("?")


def test_an_issue_that_no_table_of_its_level_has_says_so(visit):
    found = visit("#view=tables&extra=issue%3Alock&language=en")
    details = found.text("#details")
    assert "operational level; there it lies on no table" in details
    assert "First or together (1)" in details


def test_choosing_an_issue_shows_all_whom_it_concerns_and_two_steps_reach_their_tables(visit):
    found = visit(QUAY)
    # The issue, its table, both who are involved and the issue that waits for it.
    assert lines(found) == (11, 5)
    found.page.select_option("#reach", "two")
    assert lines(found)[1] == 8


def test_going_from_a_table_to_who_sits_there_and_back_and_taking_it_back(visit):
    found = visit(COUNCIL)
    found.page.click("#details button:has-text('Woonhaven')")
    assert "organisation=homes" in found.look("location.hash")
    assert found.text("#headline-more") == "aan 1 tafel · betrokken bij 2 opgaven"
    found.page.click("#details button:has-text('De sluis')")
    assert "extra=issue%3Alock" in found.look("location.hash")
    found.page.click("#undo")
    assert "organisation=homes" in found.look("location.hash")


def test_an_organisation_names_its_tables_and_issues_in_every_view(visit):
    found = visit("#view=dependencies&organisation=care")
    assert "Zit aan (1)" in found.text("#details")
    assert "niet aan tafel" in found.text("#details")
    found.page.click("#details button:has-text('De kade')")
    assert found.page.is_checked("input[value=tables]")
    assert found.text("#details h2") == "De kade"


def test_leaving_the_view_clears_a_table_that_cannot_be_seen_there(visit):
    found = visit(COUNCIL)
    choose_view(found, "contacts")
    assert "extra" not in found.look("location.hash")
    assert found.page.is_hidden("#details")


def test_search_finds_tables_and_issues_and_turns_to_their_view(visit):
    found = visit("#view=contacts")
    found.page.fill("#search", "bestuurst")
    assert "overlegtafel" in found.text("#found")
    found.page.keyboard.press("Enter")
    assert found.page.is_checked("input[value=tables]")
    assert found.text("#details h2") == "Bestuurstafel"
    assert "Bestuurstafel" in spoken(found)
    found.page.fill("#search", "kade")
    assert found.page.locator("#found li").count() == 2


def test_the_arrows_reach_every_shape_and_escape_clears(visit):
    found = visit("#view=tables")
    found.page.focus("#map")
    seen = set()
    for key in (
        ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] * 2
        + ["ArrowLeft"] * 3
        + ["ArrowDown"] * 3
    ):
        for _ in range(4):
            found.page.keyboard.press(key)
            seen.add(found.look("location.hash").split("&language")[0].split("&")[-1])
    assert {one.split("=")[0] for one in seen} == {"extra", "organisation"}
    assert any("table" in one for one in seen if one.startswith("extra"))
    found.page.keyboard.press("Escape")
    assert found.page.is_hidden("#details")


def test_a_level_shows_its_tables_what_lies_there_and_what_it_has_to_decide(visit):
    found = visit("#view=tables&level=operational")
    on_paper = paper(found)
    assert "floor" in on_paper
    assert "De sluis" in on_paper
    assert "Bestuurstafel" not in on_paper
    assert "De kade" not in on_paper
    assert found.text("#headline-main") == (
        "1 van de 1 opgaven ligt op geen tafel op uitvoerend niveau"
    )


def test_one_issue_shows_its_tables_and_whom_it_concerns_alone(visit):
    found = visit("#view=tables&issue=tide")
    assert found.shown[0] == 2
    on_paper = paper(found)
    assert "Bestuurstafel" in on_paper
    assert "floor" not in on_paper
    assert "De kade" not in on_paper
    found.page.select_option("#issue", "")
    assert found.shown[0] == 4


def test_choosing_what_is_filtered_away_ends_the_filter(visit):
    found = visit("#view=tables&issue=tide")
    found.page.fill("#search", "floor")
    found.page.keyboard.press("Enter")
    assert "issue=" not in found.look("location.hash")
    assert found.text("#details h2") == "floor"


def test_a_path_goes_by_way_of_a_table_and_its_steps_can_be_read(visit):
    found = visit("#view=tables&path=care&path=homes")
    assert "van elkaar" in found.text("#headline-main")
    found.page.locator("#details li button").first.click()
    assert found.page.is_visible("#details h2")


def test_a_path_by_way_of_the_common_pot_can_be_read_too(open_page):
    gifts = [
        {"giver": one, "taker": "together", "resource": "geld", "said": {"visibility": "table"}}
        for one in ("city", "homes")
    ]
    html = Map().html(edition(harbour(contributions=gifts), "table"))
    found = open_page(html, at="#view=contributions&path=city&path=homes")
    found.page.locator("#details li button").first.click()
    assert found.text("#details h2") in ("Gemeente Haven", "Woonhaven")


@pytest.mark.parametrize("at", [QUAY, COUNCIL, "#view=tables&level=governing&issue=quay"])
def test_the_address_opens_the_same_again(visit, at):
    first = visit(at)
    again = visit(first.look("location.hash"))
    assert again.text("#headline-main") == first.text("#headline-main")
    assert lines(again) == lines(first)
    assert at.split("&")[1] in again.look("location.hash")


def test_an_address_with_a_table_that_is_not_there_chooses_nothing(visit):
    found = visit("#view=tables&extra=table%3Asecret")
    assert found.page.is_hidden("#details")
    assert "extra" not in found.look("location.hash")


def test_in_the_other_language_no_word_is_left_behind(visit):
    found = visit(QUAY)
    found.page.click("#do-language")
    assert "Lies on (1)" in found.text("#details")
    assert "governing level; there it lies on Bestuurstafel" in found.text("#details")
    found.page.keyboard.press("Escape")
    assert found.text("#headline-main").startswith(
        "1 of the 3 issues lies on no table and in 1 issue"
    )
    assert "governing, 4 times a year" in paper(found)
    found.page.click("#do-tables")
    tables = found.text("#table-issues") + found.text("#table-agenda_tables")
    for text in ("Consultation tables", "care providers", "December 31, 2026", "Which issue could"):
        assert text in tables


def test_on_paper_a_table_has_its_name_in_a_box(opened):
    paper(opened)
    boards = opened.look("document.querySelectorAll('#paper svg g > rect').length")
    assert boards == 2


@pytest.mark.parametrize("size", [(1600, 900), (1280, 720), (390, 844)])
def test_names_do_not_cover_one_another(open_page, size):
    found = open_page(Map().html(edition(crowded(), "table")), at="#view=tables", size=size)
    boxes = labels(found)
    assert len(boxes) > 20
    over = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert over == []


@pytest.mark.parametrize(
    ("count", "size", "has_boards"),
    [(60, (1600, 900), True), (20, (1280, 720), True), (400, (1280, 720), False)],
)
def test_the_board_of_a_table_covers_nobody(open_page, count, size, has_boards):
    network = crowded(count, tables=count // 8, issues=count // 4)
    found = open_page(Map().html(edition(network, "table")), at="#view=tables", size=size)
    labels(found)
    boards, spots = (
        found.look(f"JSON.parse(document.documentElement.dataset.{name})")
        for name in ("boards", "spots")
    )
    assert len(spots) > count / 2
    assert bool(boards) is has_boards
    assert [
        (owner, spot)
        for left, top, right, bottom, owner in boards
        for x, y, spot in spots
        if spot != owner and left < x < right and top < y < bottom
    ] == []


def test_every_name_is_read_where_there_are_few(open_page, leiden_table):
    found = open_page(Map().html(leiden_table), at="#view=tables")
    shapes = 13 + 2 + 9
    assert len(labels(found)) == shapes


def test_hostile_names_are_only_text(open_page):
    found = open_page(Map().html(edition(hostile(), "facilitator")), at="#view=tables")
    found.page.fill("#search", "window.__pwned")
    assert found.page.locator("#found li").count() > 3
    found.page.keyboard.press("Enter")
    assert found.page.is_visible("#details h2")
    for number in (0, 1, 3, 11):
        found.look(
            f"location.hash = '#view=tables&issue=' + encodeURIComponent({HOSTILE[number]!r})"
        )
        found.page.wait_for_timeout(60)
    found.look("document.getElementById('do-language').click()")
    found.page.click("#do-tables")
    assert "onerror" in found.text("#table-issues")
    assert found.look("window.__pwned === undefined")
    assert found.page.locator("#paper img, main img").count() == 0


@pytest.mark.parametrize(
    ("issue", "there", "absent"),
    [
        (
            "quay",
            "betrokken, niet aan tafel waar de opgave ligt",
            "betrokken, opgave ligt op geen tafel",
        ),
        (
            "lock",
            "betrokken, opgave ligt op geen tafel",
            "betrokken, niet aan tafel waar de opgave ligt",
        ),
    ],
)
def test_who_misses_a_seat_is_told_from_whose_issue_lies_nowhere(visit, issue, there, absent):
    found = visit(f"#view=tables&issue={issue}")
    assert there in legend(found)
    assert absent not in legend(found)


def test_a_click_on_the_line_between_an_issue_and_its_table_chooses_the_table(visit):
    found = visit("#view=tables&issue=tide")
    found.page.mouse.click(*point_on(found, {"Het tij", "Bestuurstafel"}))
    assert "extra=table%3Acouncil" in found.look("location.hash")
    assert found.text("#details h2") == "Bestuurstafel"


def point_on(found, ends: set[str]) -> tuple[float, float]:
    """Move the mouse between the names until it is on the line between these two."""
    area = found.page.locator("#map").bounding_box()
    middles = [((a + c) / 2, (b + d) / 2) for a, b, c, d in labels(found)]
    for first, second in [(a, b) for a in middles for b in middles if a != b]:
        for step in range(30, 75, 3):
            for off in range(-45, 46, 5):
                at = [p + (q - p) * step / 100 + off for p, q in zip(first, second, strict=True)]
                place = area["x"] + at[0], area["y"] + at[1]
                found.page.mouse.move(*place)
                tip = found.page.locator("#tip")
                if tip.is_visible() and set(tip.inner_text().split(" \N{EN DASH} ")) == ends:
                    return place
    raise AssertionError(ends)
