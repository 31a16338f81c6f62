"""Give and take in a browser: lines as wide as what goes along them, and who is in balance."""

from __future__ import annotations

import random
import re
import time
from typing import Any

import pytest
from maps.test_giving import gifts
from maps.test_page import HOSTILE, hostile_network

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import TOGETHER, Network

pytestmark = pytest.mark.browser

VIEW = "#view=contributions"
PAPER = """() => {
  document.documentElement.dataset.print = '1';
  window.dispatchEvent(new Event('beforeprint'));
  const svg = document.querySelector('#paper svg');
  const number = (node, name) => Number(node.getAttribute(name));
  return {
    lines: [...svg.querySelectorAll('path[stroke="#8a6d1f"]')].map((line) => ({
      width: number(line, 'stroke-width'), dashes: line.getAttribute('stroke-dasharray') || '',
      arrow: Boolean(line.parentNode.querySelector('path[fill="#8a6d1f"]')),
    })),
    shapes: svg.querySelectorAll('g:not([transform]) > circle, g:not([transform]) > polygon').length,
    names: [...svg.querySelectorAll('text')].map((one) => one.textContent),
    badges: svg.querySelectorAll('g[transform] > circle').length,
    cells: svg.querySelectorAll('rect').length,
    corners: [...svg.querySelectorAll('rect')].map((one) => [number(one, 'x'), number(one, 'y')]),
    spots: [...svg.querySelectorAll('g:not([transform]) > circle')].map((one) => [number(one, 'cx'), number(one, 'cy')]),
  };
}"""


def html_of(network: Network, **wishes: Any) -> str:
    return Map(**wishes).html(edition(network, "facilitator"))


def paper(opened) -> dict[str, Any]:
    found: dict[str, Any] = opened.look(PAPER)
    return found


def legend(opened) -> str:
    return opened.text("#legend")


def pick(opened, name: str, value: str) -> None:
    opened.page.select_option(f"#{name}", value)


MONEY = {"resource": "geld", "unit": "euro"}
BOTH_WAYS = (
    ("a", "b", 40, "zorg"),
    ("b", "a", 10, "zorg"),
    ("a", "b", 30000, "jeugd", MONEY),
    ("b", "c", 120000, "jeugd", MONEY),
    ("c", "a", 20),
)


@pytest.fixture(scope="module")
def both_ways() -> str:
    return html_of(gifts(*BOTH_WAYS, also=["d"]))


def test_the_net_is_one_line_for_each_two_that_bring_each_other_something(open_page, both_ways):
    each, net = (paper(open_page(both_ways, at=f"{VIEW}{at}")) for at in ("", "&flow=net"))
    assert len(each["lines"]) == 4
    assert len(net["lines"]) == 3


def test_a_line_is_as_wide_as_its_amount_and_the_net_as_what_remains(open_page, both_ways):
    opened = open_page(both_ways, at=f"{VIEW}&resource=tijd%00uur")
    widths = sorted(line["width"] for line in paper(opened)["lines"])
    assert [round(width / widths[-1], 2) for width in widths] == [0.25, 0.5, 1]
    pick(opened, "flow", "net")
    left = sorted(line["width"] for line in paper(opened)["lines"])
    assert [round(width / widths[-1], 2) for width in left] == [0.5, 0.75]


def test_another_resource_has_its_own_lines_and_scale(open_page, both_ways):
    opened = open_page(both_ways, at=VIEW)
    counted = [line["width"] for line in paper(opened)["lines"]]
    pick(opened, "resource", "geld\0euro")
    widths = sorted(line["width"] for line in paper(opened)["lines"])
    assert len(widths) == 2
    assert widths[0] / widths[1] == pytest.approx(0.25)
    assert max(counted) < widths[1]


@pytest.mark.parametrize(("language", "amount"), [("nl", "100.000 euro"), ("en", "100,000 euro")])
def test_the_legend_tells_what_a_width_stands_for(open_page, both_ways, language, amount):
    opened = open_page(both_ways, at=f"{VIEW}&resource=geld%00euro&language={language}")
    assert amount in legend(opened)


def test_of_everything_contributions_are_counted_and_that_is_said(open_page, both_ways):
    opened = open_page(both_ways, at=f"{VIEW}&language=en")
    assert "2 contributions" in legend(opened)
    widths = sorted(line["width"] for line in paper(opened)["lines"])
    assert [round(width / widths[0]) for width in widths] == [1, 1, 1, 2]
    assert "never added" in opened.text("#headline-more")
    assert "euro" not in legend(opened)


def test_where_resources_go_different_ways_the_net_has_no_arrow(open_page):
    network = gifts(("a", "b", 5), ("b", "a", 9, None, MONEY))
    opened = open_page(html_of(network), at=f"{VIEW}&flow=net&language=en")
    (line,) = paper(opened)["lines"]
    assert not line["arrow"]
    assert "another comes back" in legend(opened)


def test_a_balance_is_a_line_without_an_arrow_and_with_a_sign(open_page):
    network = gifts(("a", "b", 10), ("b", "a", 10))
    found = paper(open_page(html_of(network), at=f"{VIEW}&flow=net"))
    (line,) = found["lines"]
    assert not line["arrow"]
    assert not line["dashes"]
    assert found["badges"] == 3


def test_what_was_not_counted_and_what_was_promised_have_their_own_dashes(open_page):
    promise = {"status": "promised"}
    network = gifts(("a", "b", 10), ("b", "c", None), ("c", "a", 5, None, promise))
    opened = open_page(html_of(network), at=f"{VIEW}&language=en")
    dashes = {line["dashes"] for line in paper(opened)["lines"]}
    assert len(dashes) == 3
    assert "not counted how much" in legend(opened)
    assert "not yet delivered" in legend(opened)


def test_a_promise_stands_beside_what_was_delivered(open_page):
    promise = {"status": "promised"}
    network = gifts(("a", "b", 10), ("a", "b", 30, None, promise))
    lines = paper(open_page(html_of(network), at=VIEW))["lines"]
    assert sorted((bool(line["dashes"]), round(line["width"], 1)) for line in lines) == [
        (False, 3.6),
        (True, 7.2),
    ]


SIGNS = (
    ("", ["over all dossiers together more of one thing", "not asked"]),
    ("&resource=geld%00euro", ["over all dossiers together more than it takes"]),
    ("&dossier=zorg", ["in this dossier more than it takes"]),
    ("&resource=tijd%00uur", ["about as much"]),
)


@pytest.mark.parametrize(("at", "said"), SIGNS)
def test_a_sign_tells_who_gives_more_and_the_legend_says_so(open_page, at, said):
    homes = {"resource": "woningen", "unit": None}
    told = (
        ("a", "b", 10, "zorg"),
        ("b", "a", 10.5, "jeugd"),
        ("a", "b", 5, "zorg", MONEY),
        ("b", "a", 3, "jeugd", homes),
    )
    opened = open_page(html_of(gifts(*told, also=["c"])), at=f"{VIEW}{at}&language=en")
    text = " ".join(legend(opened).split())
    assert [words for words in said if words not in text] == []


def test_who_was_asked_and_brings_nothing_has_no_sign_of_not_asked(open_page):
    asked = [{"organisation": "c", "asked": ["contributions"]}]
    network = gifts(("a", "b", 10), also=["c"], interviews=asked)
    opened = open_page(html_of(network), at=f"{VIEW}&language=en")
    assert "not asked" not in legend(opened)
    assert paper(opened)["badges"] == 2


class TestPanels:
    """A panel for each dossier, beside all of them together."""

    AT = f"{VIEW}&layout=dossiers&language=en"
    TOLD = (
        ("a", "b", 3, "zorg"),
        ("b", TOGETHER, 2, "jeugd"),
        ("c", "a", 1),
    )

    def test_there_is_one_for_all_for_each_and_for_what_is_in_none(self, open_page):
        names = paper(open_page(html_of(gifts(*self.TOLD)), at=self.AT))["names"]
        titles = ["all dossiers together", "jeugd", "no dossier named", "zorg"]
        assert [title for title in titles if title not in names] == []

    def test_only_who_takes_part_is_in_it_and_the_pot_too(self, open_page):
        opened = open_page(html_of(gifts(*self.TOLD, also=["d"])), at=self.AT)
        found = paper(opened)
        assert found["cells"] == 4
        assert found["shapes"] == 4 + 2 + 2 + 2
        assert found["names"].count("the common pot") == 2
        assert opened.shown[0] == 3

    def test_every_name_is_in_every_panel_that_it_belongs_to(self, open_page):
        opened = open_page(html_of(gifts(*self.TOLD)), at=self.AT)
        boxes = opened.look(
            "() => { document.dispatchEvent(new Event('netdeps-labels'));"
            " return JSON.parse(document.documentElement.dataset.boxes); }"
        )
        assert len(boxes) == 4 + 2 + 2 + 2

    def test_an_organisation_has_the_same_place_in_each(self, open_page):
        found = paper(open_page(html_of(gifts(*self.TOLD)), at=self.AT))
        left, top = found["corners"][0]
        spots = {(round(x - left), round(y - top)) for x, y in self.beside(found)}
        assert len(found["spots"]) == 10
        assert len(spots) == 4

    def beside(self, found: dict[str, Any]) -> list[tuple[float, float]]:
        """Lay all panels over the first one."""
        left, top = found["corners"][0]
        laid = []
        for x, y in found["spots"]:
            a, b = max(
                corner
                for corner in map(tuple, found["corners"])
                if corner[0] <= x and corner[1] <= y
            )
            laid.append((x - a + left, y - b + top))
        return laid

    def test_under_a_resource_only_the_dossiers_with_it_have_a_panel(self, open_page):
        opened = open_page(html_of(gifts(*self.TOLD, ("a", "b", 5, "wonen", MONEY))), at=self.AT)
        assert paper(opened)["cells"] == 5
        pick(opened, "resource", "geld\0euro")
        found = paper(opened)
        assert found["cells"] == 2
        assert "wonen" in found["names"]
        assert "zorg" not in found["names"]

    def test_a_long_title_is_cut_at_the_side_of_its_panel(self, open_page):
        long = "een dossier met een heel lange naam " * 9
        opened = open_page(html_of(gifts(*self.TOLD, ("a", "c", 1, long))), at=self.AT)
        (cut,) = [name for name in paper(opened)["names"] if name.startswith("een dossier")]
        assert len(cut) < len(long) / 2
        assert cut.endswith("\N{HORIZONTAL ELLIPSIS}")

    @pytest.mark.parametrize(
        ("size", "least"), [((1600, 900), 6), ((1280, 720), 4), ((390, 844), 3)]
    )
    def test_of_many_dossiers_those_with_most_in_them_are_shown_and_the_rest_is_told(
        self, open_page, size, least
    ):
        told = [
            (a, b, 1, f"dossier {number}")
            for number in range(30)
            for a, b in (("a", "b"), ("b", "c"))
        ]
        opened = open_page(html_of(gifts(*told)), at=self.AT, size=size)
        panels = paper(opened)["cells"]
        assert least <= panels <= 12
        assert f"{31 - panels} dossiers are only in the whole" in opened.text("#headline-more")

    def test_a_name_never_runs_into_another_panel(self, open_page):
        network = gifts(*self.TOLD, ("a", "b", 1, "wonen"), ("c", "b", 1, "wonen"))
        long = [
            one.with_fields({"name": f"Stichting Samen Verder Wonen {one.id}"})
            for one in network.organisations
        ]
        html = html_of(network.with_fields({"organisations": long}))
        opened = open_page(html, at=self.AT, size=(1280, 720))
        names, panels = opened.look(
            "() => { document.dispatchEvent(new Event('netdeps-labels'));"
            " const { boxes, cells } = document.documentElement.dataset;"
            " return [JSON.parse(boxes), JSON.parse(cells)]; }"
        )
        assert len(panels) == 5
        assert [one for one in names if not any(inside(one, panel) for panel in panels)] == []


def inside(box: list[float], panel: list[float]) -> bool:
    low = all(box[axis] >= panel[axis] - 1 for axis in (0, 1))
    return low and all(box[axis] <= panel[axis] + 1 for axis in (2, 3))


def test_the_details_tell_in_which_dossiers_it_is_the_other_way(open_page):
    network = gifts(("a", "b", 10, "zorg"), ("b", "a", 8, "jeugd"))
    opened = open_page(html_of(network), at=f"{VIEW}&organisation=a&language=en")
    text = opened.text("#details")
    assert "gives 10, takes 8 gives more" in text
    assert "gives more in: zorg; takes more in: jeugd; 88.89% of that evens out" in text


def test_the_details_of_a_line_tell_both_ways(open_page, both_ways):
    opened = open_page(both_ways, at=f"{VIEW}&between=a&between=b&language=en")
    assert "tijd (uur): a gives 40, b gives 10 back" in opened.text("#details")


def test_what_was_picked_is_kept_in_the_address_and_comes_back(open_page, both_ways):
    opened = open_page(both_ways, at=VIEW)
    for name, value in (("flow", "net"), ("resource", "tijd\0uur"), ("dossier", "\0")):
        pick(opened, name, value)
    before = paper(opened)
    again = open_page(both_ways, at=opened.look("location.hash"))
    assert paper(again)["lines"] == before["lines"]
    assert len(before["lines"]) == 1


@pytest.mark.parametrize("more", ["", "&flow=net", "&layout=dossiers", "&organisation=constructor"])
def test_hostile_names_of_dossiers_and_resources_stay_text(open_page, more):
    opened = open_page(html_of(hostile_network()), at=f"{VIEW}{more}")
    paper(opened)
    for name in {"resource", "dossier"} - ({"dossier"} if "layout" in more else set()):
        values = opened.look(
            f"[...document.querySelectorAll('#{name} option')].map((o) => o.value)"
        )
        assert len(values) == len(HOSTILE) + 1
        for value in values:
            pick(opened, name, value)
        pick(opened, name, "")
    assert opened.look("window.__pwned") is None


def many_gifts() -> Network:
    """Four hundred gifts among two hundred organisations."""
    chance = random.Random(1)  # noqa: S311 - an example, not a secret
    ids = [f"o{number:03}" for number in range(200)]
    told = [
        (
            *chance.sample(ids, 2),
            chance.randint(1, 400),
            f"dossier {number % 6}",
            [{}, MONEY][number % 2],
        )
        for number in range(400)
    ]
    return gifts(*told, also=ids)


def badges(opened) -> int:
    """Count the badges beside shapes and on lines."""
    return opened.look(
        "(document.dispatchEvent(new Event('netdeps-labels')),"
        " Number(document.documentElement.dataset.badges))"
    )


def test_signs_wait_until_shapes_are_large_enough_and_the_legend_says_so(open_page, both_ways):
    opened = open_page(html_of(many_gifts()), at=f"{VIEW}&language=en", size=(390, 844))
    assert badges(opened) == 0
    assert "zoom in" in opened.text("#legend")
    for _ in range(8):
        opened.page.click("#zoom-in")
    opened.page.wait_for_timeout(200)
    assert badges(opened) > 100
    few = open_page(both_ways, at=f"{VIEW}&language=en", size=(390, 844))
    assert badges(few) > 0
    assert "zoom in" not in few.text("#legend")


def test_whoever_is_in_focus_has_its_sign_at_any_size(open_page):
    opened = open_page(html_of(many_gifts()), at=f"{VIEW}&organisation=o007", size=(390, 844))
    assert badges(opened) == int(opened.look("document.documentElement.dataset.lit")) > 1


def test_two_hundred_organisations_with_four_hundred_gifts_switch_quickly(open_page):
    opened = open_page(html_of(many_gifts()), at=VIEW)
    for name, value in (("resource", "tijd\0uur"), ("flow", "net"), ("dossier", "dossier 3")):
        start = time.perf_counter()
        pick(opened, name, value)
        assert time.perf_counter() - start < 1.5
    assert re.search(r"\d+ lijnen", opened.text("#headline-main"))
