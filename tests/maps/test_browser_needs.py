"""Dependencies, contacts and the balance of power in a browser: each line is drawn as what it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from maps.map_cases import invented
from maps.test_page import HOSTILE, hostile_network, rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import LEVELS, Network

pytestmark = pytest.mark.browser

PAINTED = """() => {
  document.documentElement.dataset.print = '1';
  window.dispatchEvent(new Event('beforeprint'));
  return [...document.querySelectorAll('#paper svg g > path[fill=none]')].map((line) => ({
    colour: line.getAttribute('stroke'), dashes: line.getAttribute('stroke-dasharray') || '',
    width: Number(line.getAttribute('stroke-width')), bent: line.getAttribute('d').includes('Q'),
    more: [...line.parentNode.children].slice(1).map((mark) => mark.tagName + (mark.getAttribute('transform') ? ' mark' : ' head')),
    d: line.getAttribute('d'),
  }));
}"""
PART = "#dfe4ea"
NEED, MUTUAL, INDIRECT, FAINT = "#76828f", "#3f5f8a", "#8a5a00", "#cfd6dd"
CONTACT, DISPUTED, ASK, NO = "#1a7f64", "#7a3b9a", "#4d6380", "#8c4a38"
MUCH, MORE, EVEN = "#8f3f10", "#a8661c", "#2d6a8e"


def html_of(network: Network, audience: str = "facilitator", **wishes: Any) -> str:
    return Map(**wishes).html(edition(network, audience))


def painted(opened) -> list[dict]:
    """Read the lines from the paper, which draws what the map draws."""
    return [line for line in opened.look(PAINTED) if line["colour"] != PART]


def of(lines: list[dict], colour: str) -> list[dict]:
    return [line for line in lines if line["colour"] == colour]


def legend(opened) -> str:
    return opened.text("#legend")


def needs(*pairs: tuple[str, ...]) -> list[dict]:
    return [
        {"depender": a, "dependum": "tijd", "dependees": [b], "level": more[0] if more else None}
        for a, b, *more in pairs
    ]


def network(ids: str, **more: Any) -> Network:
    return Network(organisations=[{"id": one, "name": one.upper()} for one in ids], **more)


@pytest.fixture
def four(open_page):
    """Two who need each other at governing level, and a way from one to a third and a fourth."""
    pairs = (("a", "b", "governing"), ("b", "a", "governing"), ("b", "c"), ("c", "d", "management"))
    return open_page(html_of(network("abcd", dependencies=needs(*pairs))))


def test_all_lines_are_there_until_something_else_is_asked_for(four):
    assert len(of(painted(four), NEED)) == 4
    assert "heeft nodig; de pijl wijst" in legend(four)
    assert "over en weer" not in legend(four)


def test_both_arrows_of_a_mutual_need_are_drawn_and_nothing_else(four):
    four.page.select_option("#show", "mutual")
    lines = painted(four)
    assert [line["colour"] for line in lines] == [MUTUAL, MUTUAL]
    assert lines[0]["d"] != lines[1]["d"]
    assert all("path head" in line["more"] for line in lines)
    assert four.text("#headline-main") == "1 paar dat elkaar nodig heeft"
    assert "heeft nodig, over en weer" in legend(four)
    four.page.select_option("#level", "management")
    assert painted(four) == []


def test_a_need_is_mutual_at_a_level_only_where_both_directions_are(open_page):
    found = network("ab", dependencies=needs(("a", "b"), ("b", "a", "governing")))
    opened = open_page(html_of(found), at="#view=dependencies&show=mutual&level=management")
    assert painted(opened) == []
    opened.page.select_option("#level", "governing")
    assert len(of(painted(opened), MUTUAL)) == 2


def test_the_two_arrows_of_a_mutual_need_stay_apart_at_twenty_organisations(open_page):
    opened = open_page(html_of(invented(20, needs=3)), at="#view=dependencies&show=mutual")
    apart = opened.look(
        """() => { const lines = [...document.querySelectorAll('#paper path[stroke="#3f5f8a"]')];
        return lines.length; }"""
    )
    assert apart == 0
    opened.look(PAINTED)
    gaps = opened.look(
        """() => [...document.querySelectorAll('#paper path[stroke="#3f5f8a"]')].map((line) => {
          const half = line.getPointAtLength(line.getTotalLength() / 2);
          const [from, to] = [line.getPointAtLength(0), line.getPointAtLength(line.getTotalLength())];
          return Math.hypot(half.x - (from.x + to.x) / 2, half.y - (from.y + to.y) / 2);
        })"""
    )
    assert len(gaps) == 4
    assert min(gaps) > 4


def test_nobody_is_offered_mutual_needs_or_ways_where_there_are_none(open_page):
    opened = open_page(html_of(network("abc", dependencies=needs(("a", "b")))))
    assert opened.page.locator("#show").count() == 0


def test_a_way_by_another_is_dashed_and_its_go_between_is_named(four):
    four.page.select_option("#show", "indirect")
    lines = painted(four)
    assert len(of(lines, INDIRECT)) == 2
    assert all(line["dashes"] for line in of(lines, INDIRECT))
    assert len(of(lines, FAINT)) == 4
    assert four.text("#headline-main").startswith("De 2 sterkste van de 2 keren")
    four.page.fill("#search", "A")
    four.page.keyboard.press("Enter")
    assert "Hangt via een ander af van (1)\nC, via B" in four.text("#details").replace("\n\n", "\n")
    assert len(of(painted(four), INDIRECT)) == 1
    assert "hangt af van, via een ander" in legend(four)


def test_a_way_by_another_counts_at_a_level_only_where_both_its_needs_do(four):
    four.page.select_option("#show", "indirect")
    four.page.select_option("#level", "governing")
    assert len(of(painted(four), INDIRECT)) == 1
    four.page.select_option("#level", "operational")
    assert of(painted(four), INDIRECT) == []


def test_a_way_by_somebody_who_is_hidden_is_not_drawn(open_page):
    found = Network(
        organisations=[{"id": one} for one in "ac"] + [{"id": "b", "kind": "ministry"}],
        dependencies=needs(("a", "b"), ("b", "c")),
    )
    opened = open_page(html_of(found), at="#show=indirect")
    assert len(of(painted(opened), INDIRECT)) == 1
    opened.page.uncheck("#legend li:has-text('ministerie') input")
    assert of(painted(opened), INDIRECT) == []


def test_with_nothing_chosen_only_the_strongest_ways_are_drawn(open_page):
    opened = open_page(
        html_of(invented(60, needs=3)), at="#view=dependencies&show=indirect&language=en"
    )
    assert len(of(painted(opened), INDIRECT)) == 20
    assert opened.text("#headline-main").startswith("The 20 strongest of")
    html = html_of(invented(60, needs=3))
    first = rows_of(html, "indirect")[0]["depender"]
    mine = [r for r in rows_of(html, "indirect") if first in (r["depender"], r["dependee"])]
    opened = open_page(
        html, at=f"#view=dependencies&show=indirect&organisation=o{first:04}&language=en"
    )
    assert len(of(painted(opened), INDIRECT)) == len(mine)
    assert "the 200 strongest pairs are shown" in opened.text("#details")


def test_a_very_large_network_says_that_ways_by_another_are_left_out(open_page):
    opened = open_page(html_of(invented(301)), at="#view=dependencies&language=en")
    assert "up to 300 organisations" in opened.text("#headline-more")
    assert opened.page.locator("#show option[value=indirect]").count() == 0


def told(a: str, b: str, level: str | None, by: str, **more: Any) -> dict:
    said = {"by": by, "visibility": more.pop("visibility", "table")}
    return {"between": [a, b], "level": level, "said": said, **more}


@pytest.fixture
def states() -> Network:
    """Everything that can be known of a contact, each between a and another."""
    return network(
        "abcdefgh",
        dependencies=needs(("a", "h", "governing")),
        contacts=[
            told("a", "b", "governing", "a", quality=0.9),
            told("a", "b", "management", "a"),
            told("a", "b", "operational", "a", quality=0.1),
            told("a", "c", "governing", "a", quality=0.5),
            told("a", "d", "governing", "a", quality=0.1),
            told("a", "e", "governing", "a"),
            told("a", "e", "governing", "e", exists=False),
            told("a", "f", None, "f", exists=False),
            told("a", "g", "governing", "a"),
        ],
    )


def test_every_state_of_a_contact_is_drawn_as_what_it_is(open_page, states):
    opened = open_page(html_of(states), at="#view=contacts&level=governing")
    lines = painted(opened)
    looks = sorted(line["dashes"] for line in of(lines, CONTACT))
    assert looks == ["", "", "12.8 4", "4 4"]
    assert len({line["width"] for line in of(lines, CONTACT)}) == 4
    assert len(of(lines, DISPUTED)) == len(of(lines, NO)) == len(of(lines, ASK)) == 1
    assert of(lines, NO)[0]["more"] == ["path mark"]
    every = {(line["colour"], line["dashes"]) for line in lines}
    assert len(every) == 6
    for word in ("goed", "matige", "lage", "betwist", "geen contact", "niet gevraagd"):
        assert word in legend(opened)


def test_a_level_of_which_nobody_spoke_is_dotted_where_another_level_is_known(open_page, states):
    lines = painted(open_page(html_of(states), at="#view=contacts&level=management"))
    assert (len(of(lines, CONTACT)), len(of(lines, NO)), len(of(lines, ASK))) == (1, 1, 4)


def test_over_all_levels_a_contact_is_as_wide_as_it_has_levels_and_as_good_as_their_mean(
    open_page, states
):
    lines = painted(open_page(html_of(states), at="#view=contacts"))
    widest = max(of(lines, CONTACT), key=lambda line: line["width"])
    assert widest["width"] == pytest.approx((0.8 + 3 * 1.2) * 0.8)
    assert widest["dashes"] == "12.8 4"
    # What may still be there at another level is not asked, unless it is disputed or there.
    assert len(of(lines, DISPUTED)) == len(of(lines, NO)) == len(of(lines, ASK)) == 1


def test_the_legend_names_only_the_contacts_that_are_drawn(open_page):
    found = network("ab", contacts=[told("a", "b", None, "a")])
    opened = open_page(html_of(found), at="#view=contacts")
    assert "goed of zonder oordeel" in legend(opened)
    for word in ("matige", "lage", "betwist", "geen contact", "niet gevraagd"):
        assert word not in legend(opened)


def test_two_who_need_each_other_and_were_never_asked_are_dotted(open_page):
    opened = open_page(html_of(network("ab", dependencies=needs(("a", "b")))), at="#view=contacts")
    assert [line["colour"] for line in painted(opened)] == [ASK]
    assert opened.text("#headline-main").startswith("0 ")


def test_contact_across_levels_runs_between_the_maps_of_the_levels(open_page, leiden):
    html = html_of(leiden, "table")
    plain = open_page(html, at="#view=contacts")
    levels = open_page(html, at="#view=contacts&layout=levels")
    script = """() => {
      window.dispatchEvent(new Event('beforeprint'));
      const grounds = [...document.querySelectorAll('#paper rect')]
        .map((one) => ['y', 'height'].map((name) => Number(one.getAttribute(name))));
      const at = (y) => grounds.findIndex(([top, high]) => y >= top && y <= top + high);
      return [...document.querySelectorAll('#paper svg g > path[fill=none]')].map((line) =>
        [at(line.getPointAtLength(0).y), at(line.getPointAtLength(line.getTotalLength()).y)]);
    }"""
    between = [ends for ends in levels.look(script) if ends[0] != ends[1]]
    assert between == [[1, 2]]
    assert "tussen twee niveaus" in levels.text("#headline-more")
    assert "tussen twee niveaus" not in plain.text("#headline-more")


def test_contact_across_levels_of_one_organisation_is_drawn_and_told(open_page):
    cross = told("a", "a", "management", "a", other_level="operational", quality=0.5)
    html = html_of(network("ab", contacts=[cross]))
    opened = open_page(html, at="#view=contacts&layout=levels&organisation=a")
    assert len(of(painted(opened), CONTACT)) == 1
    assert "A (management) – A (uitvoerend): er is contact, kwaliteit 50%" in opened.text(
        "#details"
    )
    assert painted(open_page(html, at="#view=contacts")) == []


def test_the_tables_tell_what_the_lines_show(open_page, states):
    cross = told("a", "c", "management", "a", other_level="operational", quality=0.5)
    found = Network(**{**states.model_dump(mode="json"), "contacts": [*states.contacts, cross]})
    opened = open_page(html_of(found))
    opened.page.click("#do-tables")
    assert "bestuurlijk 90%, uitvoerend 10%" in opened.text("#table-contacts")
    assert "management, uitvoerend\ter is contact\t50%" in opened.text("#table-across")
    assert "A\tH\t100%\t\tandersom niet gevraagd" in opened.text("#table-power")


def balance(*pairs: tuple[str, str], asked: str = "") -> Network:
    interviews = [{"organisation": one, "asked": ["dependencies"]} for one in asked]
    ids = "".join(sorted({one for pair in pairs for one in pair}))
    return network(ids, dependencies=needs(*pairs), interviews=interviews)


@pytest.fixture
def leaning() -> Network:
    """One pair even, one leaning, one leaning much, and one of which one side is known."""
    pairs = [("a", "b"), ("b", "a")]
    pairs += [("c", "d")] * 3 + [("c", "a")] + [("d", "c")] + [("d", "b")]
    return balance(*pairs, ("e", "a"), ("d", "f"))


def test_each_pair_shows_who_needs_the_other_more(open_page, leaning):
    html = html_of(leaning)
    opened = open_page(html, at="#view=power")
    lines, rows = painted(opened), rows_of(html, "power")
    count = {lean: sum(row["lean"] == lean for row in rows) for lean in ("much", "more", "even")}
    assert min(count.values()) > 0
    assert {
        name: len(of(lines, colour)) for name, colour in zip(count, (MUCH, MORE, EVEN), strict=True)
    } == count
    assert all(line["more"] == ["path head", "path mark"] for line in of(lines, MUCH))
    assert all(line["more"] == ["path head"] for line in of(lines, MORE))
    assert all(line["more"] == ["circle mark"] for line in of(lines, EVEN))
    assert all(line["dashes"] for line in of(lines, ASK))
    assert len(of(lines, ASK)) == len(rows) - sum(count.values()) == 1
    leans = count["much"] + count["more"]
    assert opened.text("#headline-main").startswith(f"Bij {leans} van de {len(rows)} paren")
    assert opened.text("#headline-more").endswith("?")


def test_a_pair_tells_both_directions_in_words_and_asks(open_page, leaning):
    opened = open_page(html_of(leaning, language="en"), at="#view=power&between=c&between=d")
    said = "Of what C needs, 75% hangs on D. Of what D needs, 33.3% hangs on C."
    assert opened.text("#headline-main") == said
    assert said in opened.text("#details")
    assert opened.text("#headline-more") == "What would make the line between C and D more even?"
    opened = open_page(html_of(leaning, language="en"), at="#view=power&between=d&between=f")
    assert "Nobody was asked yet what F needs." in opened.text("#headline-main")
    opened = open_page(html_of(leaning, language="en"), at="#view=power&organisation=c")
    assert "needs it more" in opened.text("#details")


def test_who_was_asked_and_named_nothing_is_told_so(open_page):
    found = balance(("a", "b"), asked="b")
    opened = open_page(html_of(found), at="#view=power&between=a&between=b")
    assert "is gevraagd wat er nodig is, en noemde niets" in opened.text("#headline-main")


def test_no_word_of_the_balance_judges_anybody(open_page, leaning):
    for language in ("nl", "en"):
        opened = open_page(html_of(leaning), at=f"#view=power&organisation=c&language={language}")
        text = opened.text("body").lower()
        for word in ("zwak", "macht over", "weak", "stronger", "powerful", "dominant", "verliezer"):
            assert word not in text


def test_without_needs_no_balance_is_offered_and_an_address_that_asks_for_it_is_no_trouble(
    open_page,
):
    opened = open_page(html_of(network("ab"), view="power"), at="#view=power")
    assert opened.page.locator("input[name=view][value=power]").count() == 0
    assert opened.shown[0] == 2


def test_the_balance_is_reached_by_keyboard_and_told_aloud(leiden_page):
    page = leiden_page.page
    page.focus("input[name=view]:checked")
    for _ in range(8):
        if leiden_page.look("document.activeElement.value") == "power":
            break
        page.keyboard.press("ArrowDown")
    assert leiden_page.look("document.activeElement.value") == "power"
    spoken = leiden_page.look("document.getElementById('spoken').textContent")
    assert spoken == leiden_page.text("#headline-main")
    assert "view=power" in leiden_page.look("location.hash")


def test_what_is_shown_of_the_dependencies_is_picked_by_keyboard_and_kept_in_the_address(four):
    four.page.focus("#show")
    four.page.keyboard.press("ArrowDown")
    assert four.look("document.activeElement.id") == "show"
    assert "show=mutual" in four.look("location.hash")
    four.page.reload()
    four.page.wait_for_selector("html[data-ready='1']", state="attached")
    assert len(of(painted(four), MUTUAL)) == 2


def hostile() -> Network:
    found = hostile_network()
    ids = found.ids
    said = {"by": ids[0], "visibility": "public"}
    contacts = [
        {"between": [ids[i], ids[i - 1]], "level": LEVELS[i % 3], "quality": 0.5, "said": said}
        for i in range(len(ids))
    ]
    cross = {"between": ids[:2], "level": "governing", "other_level": "management", "said": said}
    whole = found.model_dump(mode="json", exclude_none=True)
    return Network(**{**whole, "contacts": [*contacts, cross]})


@pytest.mark.parametrize(
    "at",
    ["view=power", "view=dependencies&show=indirect", "view=contacts&layout=levels"],
)
def test_hostile_names_are_text_in_each_of_these_views(open_page, at):
    opened = open_page(html_of(hostile()), at=f"#{at}&organisation=constructor")
    assert any(one[:20] in opened.text("#details") for one in HOSTILE)
    opened.page.keyboard.press("Escape")
    opened.page.click("#do-language")
    opened.page.click("#do-tables")
    opened.page.pdf()
    assert opened.look("window.__pwned") is None
    assert opened.look("document.querySelectorAll('img').length") == 0


def test_what_the_table_may_not_see_is_in_none_of_these_views(open_page):
    hidden = {"by": "b", "visibility": "facilitator"}
    found = network(
        "abc",
        dependencies=[
            *({**one, "said": {"by": "a", "visibility": "table"}} for one in needs(("a", "b"))),
            *({**one, "said": hidden} for one in needs(("b", "a"), ("b", "c"))),
        ],
        contacts=[
            told("a", "b", "governing", "b", quality=0.1, visibility="facilitator"),
            told("a", "b", "governing", "a", quality=0.9),
        ],
    )
    html = html_of(found, "table")
    opened = open_page(html, at="#view=power&between=a&between=b")
    assert "nog niemand gevraagd" in opened.text("#headline-main")
    assert opened.page.locator("#show").count() == 0
    assert rows_of(html, "contacts")[0]["quality"] == {"governing": 0.9}


@pytest.mark.parametrize("at", ["view=power", "view=dependencies&show=indirect", "view=contacts"])
def test_these_views_leave_no_word_untranslated(leiden_page, at):
    leiden_page.page.evaluate(f"location.hash = '{at}&language=en&organisation=care-a'")
    leiden_page.page.wait_for_selector("html[lang=en]")
    missing = re.findall(
        r"\b(?:column|table|view|line|list|lean|power|show|limit|explain|overview)\.[a-z_]+",
        leiden_page.text("body"),
    )
    assert missing == []


def test_two_hundred_organisations_switch_to_the_balance_without_a_wait(open_page):
    opened = open_page(html_of(invented(200, needs=3)))
    took = opened.look(
        """() => { const at = performance.now();
        document.querySelector('input[name=view][value=power]').click();
        return performance.now() - at; }"""
    )
    assert opened.shown[1] > 500
    assert took < 2000
