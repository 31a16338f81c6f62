from __future__ import annotations

from html.parser import HTMLParser

import pytest
from maps.test_page import HOSTILE, hostile_network

from netdeps.editions import edition
from netdeps.maps import Frame, Map
from netdeps.model import Network

SANDBOX = "allow-scripts allow-downloads"


class Seen(HTMLParser):
    """Everything that a browser would make of a cell of a notebook."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.text = ""

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


def seen(frame: Frame) -> Seen:
    parser = Seen()
    parser.feed(frame._repr_html_())
    return parser


def test_a_notebook_shows_the_map_in_a_frame_that_can_reach_nothing(leiden_table):
    frame = Map(title="Haven").frame(leiden_table, height=400)
    ((tag, attributes),) = seen(frame).tags
    assert tag == "iframe"
    assert attributes == {
        "srcdoc": Map(title="Haven").html(leiden_table),
        "title": "Haven",
        "lang": "nl",
        "sandbox": SANDBOX,
        "width": "100%",
        "height": "400",
        "style": "border: 0",
    }


@pytest.mark.parametrize("title", HOSTILE)
def test_nothing_gets_out_of_the_frame(title):
    found = seen(Map(title=title).frame(edition(hostile_network(), "facilitator")))
    assert [tag for tag, _ in found.tags] == ["iframe"]
    assert found.text == ""
    assert set(found.tags[0][1]) == {
        "srcdoc",
        "title",
        "lang",
        "sandbox",
        "width",
        "height",
        "style",
    }
    assert found.tags[0][1]["sandbox"] == SANDBOX


def test_a_frame_says_what_it_is_without_printing_the_page(leiden_table):
    frame = Map(language="en").frame(leiden_table)
    assert repr(frame) == "Frame(title='Leiden', language='en', height=640)"


def test_a_map_without_a_title_is_called_something():
    frame = Map(language="en").frame(edition(Network(), "public"))
    assert frame.title == "Network map"


def test_a_frame_writes_no_file(leiden_table, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Map().frame(leiden_table)._repr_html_()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("hostile", [False, True])
def test_the_map_works_inside_a_notebook(chromium, tmp_path, leiden_table, hostile):
    shown = edition(hostile_network(), "facilitator") if hostile else leiden_table
    path = tmp_path / "notebook.html"
    cell = Map(view="dependencies").frame(shown)._repr_html_()
    path.write_text(f"<!doctype html><title>notebook</title>{cell}", encoding="utf-8")
    context = chromium.new_context(offline=True, viewport={"width": 1200, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("request", lambda asked: complaints.append(f"request: {asked.url}"))
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.goto(path.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready='1']").wait_for(state="attached", timeout=20_000)
    count = inside.locator("html").get_attribute("data-shown")
    inside.locator("#views label").nth(2).click()
    inside.locator("#search").fill(shown.network.names[shown.network.ids[0]][:5])
    reached = page.frames[1].evaluate(
        "() => { try { return String(parent.document.title); } catch (error) { return error.name; } }"
    )
    ran = [frame.evaluate("window.__pwned") for frame in page.frames]
    context.close()
    assert count == str(len(shown.network.ids))
    assert reached == "SecurityError"
    assert ran == [None, None]
    assert complaints == [f"request: {path.as_uri()}"]
