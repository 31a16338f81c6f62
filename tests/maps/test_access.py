"""Whoever works by keyboard, enlarges, or sees other colours uses the same map."""

from __future__ import annotations

import pytest
from maps.axe import violations, without_script
from maps.conftest import Opened
from maps.pixels import contrast, near, pixels, plain

from netdeps.maps.draw import VIEWS

pytestmark = pytest.mark.browser

PHONE = (390, 844)
PROJECTOR = (1280, 720)
TWICE = {"size": (800, 450), "device_scale_factor": 2}
FOUR_TIMES = {"size": (320, 256), "device_scale_factor": 4}
PLACES = {
    **{f"the view {view}": {"at": f"#view={view}"} for view in VIEWS},
    "an organisation": {"at": "#organisation=care-a"},
    "a pair": {"at": "#between=care-a&between=corp-1"},
    "a finding": {"at": "#finding=1"},
    "presenting": {"at": "#present=1", "size": PROJECTOR},
    "English": {"at": "#language=en"},
    "a phone": {"size": PHONE},
    "the first opening": {},
    "enlarged twice": TWICE,
    "enlarged four times": FOUR_TIMES,
}
SHEETS = [(sheet, size) for sheet in ("tables", "about") for size in (PROJECTOR, PHONE)]
STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
# Every control that can be seen; of the choices of one group the keyboard reaches the one chosen.
CONTROLS = f"""() => [...document.querySelectorAll("{STOPS}")]
  .filter((one) => one.checkVisibility() && !one.disabled && (one.type !== "radio" || one.checked))
  .map((one) => {{ window.__of ??= new Map(); __of.set(one, __of.size); return one.outerHTML; }})"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const seen = ["radio", "file"].includes(one.type) ? one.closest("label") : one;
  seen.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = seen.getBoundingClientRect();
  return { number: window.__of.get(one) ?? -1, html: one.outerHTML, box: { x, y, width, height } };
}"""
SMALL = f"""() => [...document.querySelectorAll("{STOPS}")].filter((one) => one.checkVisibility())
  .map((one) => [one, (one.closest("label") || one).getBoundingClientRect()])
  .filter(([, {{ width, height }}]) => Math.min(width, height) < 23.9)
  .map(([one, {{ width, height }}]) => `${{width}} x ${{height}}: ${{one.outerHTML}}`)"""
# Text that is wider or higher than the element that cuts it off, and controls beside the screen.
CUT = f"""() => [
  ...[...document.querySelectorAll("body *:not(.unseen)")].filter((one) => one.checkVisibility()
    && one.textContent.trim() && /hidden|clip/.test(getComputedStyle(one).overflow)
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)),
  ...[...document.querySelectorAll("{STOPS}")].filter((one) => one.checkVisibility()
    && (one.getBoundingClientRect().left < -1 || one.getBoundingClientRect().right > innerWidth + 1)),
].map((one) => one.outerHTML.slice(0, 120))"""
SPACED = """() => {
  const wide = "line-height: 1.5 !important; letter-spacing: .12em !important;"
    + "word-spacing: .16em !important";
  document.styleSheets[0].insertRule(`* { ${wide} }`);
  document.styleSheets[0].insertRule("p { margin-bottom: 2em !important }");
}"""
BUTTONS = """() => [...document.querySelectorAll("button[id]")]
  .filter((one) => one.checkVisibility()).map((one) => one.id)"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SAMPLES = """() => [...document.querySelectorAll("#legend .sample")].map((one) => {
  const svg = one.querySelector("svg");
  const line = svg.querySelector("[stroke^='#'], [fill^='#']");
  const colour = [line.getAttribute("stroke"), line.getAttribute("fill")].find((at) => at?.startsWith("#"));
  return { text: one.textContent, colour, looks: svg.innerHTML.replace(/#[0-9a-f]{6}/g, "") };
})"""
BACKGROUND = {"#cfd6dd", "#dfe4ea"}


@pytest.fixture
def visit(open_page, leiden_html):
    return lambda **wishes: open_page(leiden_html, **wishes)


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing_and_every_control_is_large_enough_on(visit, place):
    opened = visit(**PLACES[place])
    assert opened.look(SMALL) == []
    assert violations(opened.page) == []


@pytest.mark.parametrize(("sheet", "size"), SHEETS)
def test_axe_finds_nothing_against_wcag_on_the_sheet(visit, sheet, size):
    opened = visit(size=size)
    opened.page.click(f"#do-{sheet}")
    assert violations(opened.page) == []


@pytest.mark.parametrize("asked", ["zorg", "zzz"])
def test_axe_finds_nothing_against_wcag_while_searching(visit, asked):
    opened = visit()
    opened.page.fill("#search", asked)
    assert violations(opened.page) == []


def test_axe_finds_nothing_against_wcag_on_paper(visit):
    opened = visit()
    opened.look("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert violations(opened.page) == []


def test_axe_finds_nothing_against_wcag_without_a_script(chromium, leiden_html, tmp_path):
    path = tmp_path / "bare.html"
    path.write_text(without_script(leiden_html), encoding="ascii")
    page = chromium.new_page()
    page.goto(path.as_uri())
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("place", ["the first opening", "an organisation", "presenting"])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(visit, place):
    opened = visit(**PLACES[place])
    controls = opened.look(CONTROLS)
    reached = {}
    for _ in range(len(controls) + 5):
        opened.page.keyboard.press("Tab")
        at = opened.look(FOCUSED)
        if at is None:
            break
        reached[at["number"]] = _shows_focus(opened, at["box"])
    missed = [html for number, html in enumerate(controls) if number not in reached]
    unclear = [controls[number] for number, clear in reached.items() if not clear]
    assert (missed, unclear) == ([], [])


def _shows_focus(opened: Opened, box: dict[str, float]) -> bool:
    """Say whether focus changes at least a line around the control, at a contrast of 3 to 1."""
    clip = {"x": max(box["x"] - 6, 0), "y": max(box["y"] - 6, 0)}
    clip |= {"width": box["width"] + 12, "height": box["height"] + 12}
    focused = pixels(opened.page.screenshot(clip=clip, caret="hide"))
    opened.look("() => { window.__at = document.activeElement; __at.blur(); }")
    bare = pixels(opened.page.screenshot(clip=clip, caret="hide"))
    opened.look("window.__at.focus({ preventScroll: true })")
    around = 2 * (box["width"] + box["height"])
    return bool((contrast(focused, bare) >= 3).sum() >= around)


@pytest.mark.parametrize("place", ["enlarged twice", "enlarged four times", "a phone"])
def test_nothing_is_cut_off_or_left_out_when(visit, place):
    opened = visit(**PLACES[place])
    assert opened.look(CUT) == []
    assert opened.look(SIDEWAYS) <= 0
    assert opened.look(BUTTONS) == visit().look(BUTTONS)


def test_names_stay_on_the_map_when_it_is_enlarged_twice(visit, leiden_table):
    names = int(visit(**TWICE).look("document.documentElement.dataset.labels"))
    assert names >= len(leiden_table.network.ids) / 2


@pytest.mark.parametrize("place", ["the first opening", "an organisation", "a phone"])
def test_wider_spaces_between_letters_and_lines_cut_nothing_off(visit, place):
    opened = visit(**PLACES[place])
    opened.look(SPACED)
    opened.page.wait_for_timeout(300)
    assert opened.look(CUT) == []
    assert opened.look(SIDEWAYS) <= 0


@pytest.mark.parametrize("act", ["#zoom-fit", "#step-on", "input[value=contributions]"])
def test_nothing_moves_for_whoever_asked_for_that(visit, act):
    opened = visit(reduced_motion="reduce")
    opened.page.click("#zoom-in")
    opened.page.click(act, force=True)
    pictures = []
    for _ in range(4):
        opened.page.wait_for_timeout(120)
        pictures.append(opened.look("document.querySelector('#map canvas').toDataURL()"))
    assert len(set(pictures)) == 1


def test_in_forced_colours_a_choice_can_be_told_and_the_map_stays_on_white(visit):
    opened = visit(forced_colors="active", color_scheme="dark")
    opened.page.click("#do-tables")
    opened.page.click("#do-tables")
    radios = [f"#views label:has({one})" for one in (":checked", "input:not(:checked)")]
    chosen, other = (pixels(opened.page.locator(one).first.screenshot()) for one in radios)
    assert _ground(chosen) != _ground(other)
    button = opened.page.locator("#do-present")
    before = pixels(button.screenshot())
    button.click()
    opened.page.mouse.move(600, 400)
    assert _ground(pixels(opened.page.locator("#do-present").screenshot())) != _ground(before)
    ground = pixels(opened.page.locator("#map").screenshot())
    assert near(ground, "#ffffff", within=2).mean() > 0.5


def _ground(picture) -> tuple[int, ...]:
    return tuple(int(part) for part in picture[6, picture.shape[1] // 2])


@pytest.mark.parametrize("view", VIEWS)
def test_lines_in_the_legend_differ_in_more_than_colour_and_stand_out(visit, view):
    samples = visit(at=f"#view={view}").look(SAMPLES)
    assert len({one["looks"] for one in samples}) == len(samples)
    white = plain("#ffffff")
    faint = [
        one["text"]
        for one in samples
        if one["colour"] not in BACKGROUND and contrast(plain(one["colour"]), white)[0, 0] < 3
    ]
    assert faint == []


def test_the_checks_themselves_can_fail(visit):
    opened = visit()
    opened.look(
        """() => {
          document.getElementById("search").removeAttribute("aria-label");
          document.getElementById("search").removeAttribute("placeholder");
          document.getElementById("zoom-in").style.width = "20px";
          document.getElementById("zoom-fit").tabIndex = -1;
        }"""
    )
    assert any(one.startswith("label (critical)") for one in violations(opened.page))
    assert len(opened.look(SMALL)) == 1
