"""The same page in a second engine: every view, in both languages, without a complaint."""

from __future__ import annotations

import os

import pytest
from maps.firefox import SIZE, firefox, started
from maps.pixels import complaints, pixels
from maps.test_picture import OFFERED, case, kinds

from netdeps.maps.draw import VIEWS
from netdeps.model import LANGUAGES

pytestmark = pytest.mark.browser

READY = "document.documentElement.dataset.ready === '1'"
TOLD = f"""({{ view: document.querySelector("input[name=view]:checked").value,
  offered: {OFFERED}, language: document.documentElement.lang,
  names: document.documentElement.dataset.labels }})"""
MAP = "document.getElementById('map').getBoundingClientRect().toJSON()"
FAULTS = {
    "a message": "<script>console.log('look at this')</script>",
    "an error": "<script>throw new Error('broken')</script>",
    "a dialog": "<script>setTimeout(() => alert('look at this'))</script>",
    "a request": "<img src='http://127.0.0.1:47831/a.png'>",
    "a breach of the policy": "<meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\">"
    "<style>p { color: red }</style>",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    path = firefox()
    if path is None:
        reason = "no Firefox here: install it, or name it in NETDEPS_FIREFOX"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with started(path, tmp_path_factory.mktemp("firefox")) as one:
        yield one


@pytest.fixture(scope="module")
def leiden_url(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "leiden.html"
    path.write_text(case("leiden"), encoding="ascii", newline="\n")
    return path.as_uri()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_firefox_shows_each_view_without_a_complaint(browser, leiden_url, view, language):
    browser.visit(f"{leiden_url}#view={view}&language={language}")
    browser.wait(READY)
    told = browser.look(TOLD)
    assert told["language"] == language
    assert told["view"] == view or view not in told["offered"]
    assert int(told["names"]) > 10
    assert list(complaints(_map(browser), kinds(case("leiden")))) == []
    assert browser.complaints == []


def test_firefox_switches_views_chooses_and_turns_the_language(browser, leiden_url):
    browser.visit(leiden_url)
    browser.wait(READY)
    for act in (
        *(
            f"document.querySelector('input[value={view}]').click()"
            for view in browser.look(OFFERED)
        ),
        "document.getElementById('do-language').click()",
        "document.getElementById('do-tables').click()",
        "document.getElementById('do-tables').click()",
        "document.getElementById('do-present').click()",
        "location.hash = '#organisation=care-a'",
        "window.dispatchEvent(new Event('beforeprint'))",
    ):
        browser.look(act)
        browser.pause(100)
    assert browser.look("document.getElementById('paper').querySelectorAll('svg').length") > 0
    assert browser.complaints == []


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_in_firefox_is_heard(browser, tmp_path, fault):
    path = tmp_path / "fault.html"
    path.write_text(f"<!doctype html><meta charset='utf-8'>{FAULTS[fault]}", encoding="ascii")
    browser.visit(path.as_uri())
    browser.pause(300)
    assert browser.complaints != []


def _map(browser):
    browser.look("document.getElementById('zoom').style.visibility = 'hidden'")
    browser.pause(200)
    box = {side: round(value) for side, value in browser.look(MAP).items()}
    whole = pixels(browser.picture())
    assert whole.shape[:2] == (SIZE["height"], SIZE["width"])
    return whole[box["top"] : box["bottom"], box["left"] : box["right"]]
