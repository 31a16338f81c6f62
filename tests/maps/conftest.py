"""A browser that forgives nothing: no request, no message, no dialog, no breach of the policy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser.opening import FLAGS
from browser.opening import chromium as found_chromium
from maps.map_cases import LEIDEN

from netdeps.editions import Edition, edition
from netdeps.maps import Map
from netdeps.model import Network


@pytest.fixture(scope="session")
def leiden() -> Network:
    return Network(**yaml.safe_load(LEIDEN.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def leiden_table(leiden) -> Edition:
    return edition(leiden, "table")


@pytest.fixture(scope="session")
def leiden_html(leiden_table) -> str:
    return Map().html(leiden_table)


@dataclass
class Opened:
    """A page in the browser, and everything about it that should not have happened."""

    page: Any
    complaints: list[str] = field(default_factory=list)

    def look(self, script: str) -> Any:
        return self.page.evaluate(script)

    @property
    def shown(self) -> tuple[int, int]:
        found = self.look(
            "[document.documentElement.dataset.shown, document.documentElement.dataset.edges]"
        )
        return int(found[0]), int(found[1])

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))


def _chromium() -> str:
    found = found_chromium()
    if found:
        return found
    reason = "no Chromium here: install it, or name it in NETDEPS_CHROMIUM"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, tmp_path) -> Iterator[Callable[..., Opened]]:
    """Open the text of a page as a file; afterwards nothing may have been complained about."""
    opened: list[Opened] = []
    contexts = []

    def visit(
        html: str, *, at: str = "", size: tuple[int, int] = (1600, 900), **wishes: Any
    ) -> Opened:
        path = tmp_path / f"map{len(opened)}.html"
        path.write_text(html, encoding="ascii", newline="\n")
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, offline=True, **wishes
        )
        contexts.append(context)
        one = Opened(context.new_page())
        opened.append(one)
        _listen(one, path)
        one.page.goto(f"{path.as_uri()}{at}")
        if wishes.get("java_script_enabled", True):
            one.page.wait_for_selector("html[data-ready='1']", state="attached", timeout=20_000)
        return one

    yield visit
    complaints = [complaint for one in opened for complaint in _heard(one)]
    for context in contexts:
        context.close()
    assert complaints == []


def _listen(one: Opened, path: Path) -> None:
    def asked(request: Any) -> None:
        if request.url.split("#")[0] != path.as_uri():
            one.complaints.append(f"request: {request.url}")

    def refuse(dialog: Any) -> None:
        one.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    one.page.on("request", asked)
    one.page.on("console", lambda message: one.complaints.append(f"console: {message.text}"))
    one.page.on("pageerror", lambda error: one.complaints.append(f"error: {error}"))
    one.page.on("dialog", refuse)
    one.page.add_init_script(
        "window.__breaches = [];"
        "document.addEventListener('securitypolicyviolation',"
        " (event) => window.__breaches.push(event.violatedDirective + ' ' + event.blockedURI));"
    )


def _heard(one: Opened) -> list[str]:
    breaches = one.page.evaluate("window.__breaches || []")
    return [*one.complaints, *(f"policy: {breach}" for breach in breaches)]


@pytest.fixture
def leiden_page(open_page, leiden_table) -> Opened:
    return open_page(Map().html(leiden_table))
