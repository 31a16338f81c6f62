"""Make the pictures of the map in these pages: ``python docs/map_pictures.py`` (needs Chromium)."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import netdeps as nd
from netdeps import maps

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
LAPTOP, PROJECTOR, PHONE = (1600, 900), (1280, 720), (390, 844)

Picture = tuple[str, str, str, tuple[int, int]]


def pictures() -> list[Picture]:
    """Give each picture: its name, its page, where it is opened, and how large the screen is."""
    leiden = nd.edition(nd.read("examples/leiden.yaml"), "table")
    hengelo = nd.edition(nd.read("examples/hengelo.yaml"), "table")
    dutch, english = (maps.Map(language=one).html(leiden) for one in ("nl", "en"))
    return [
        ("leiden-map", dutch, "", LAPTOP),
        ("leiden-map-en", english, "", LAPTOP),
        ("leiden-map-selected", english, "#view=dependencies&organisation=corp-1", LAPTOP),
        ("leiden-levels", dutch, "#view=gaps&layout=levels", LAPTOP),
        ("leiden-contacts", dutch, "#view=contacts&level=governing", LAPTOP),
        ("leiden-dossiers", dutch, "#view=contributions&layout=dossiers", LAPTOP),
        ("leiden-power", dutch, "#view=power", LAPTOP),
        ("hengelo-tables", maps.Map().html(hengelo), "#view=tables", LAPTOP),
        ("leiden-changes", changed(), "#view=changes&layout=moments", LAPTOP),
        ("leiden-map-present", english, "#view=gaps&present=1", PROJECTOR),
        ("leiden-map-phone", dutch, "", PHONE),
        ("thousand", maps.Map().html(region(1000)), "#view=dependencies", LAPTOP),
    ]


def changed() -> str:
    """Compare Leiden with an invented earlier moment, in which some contact was not yet there."""
    network = nd.read("examples/leiden.yaml")
    told = network.model_dump(mode="json", exclude_none=True)
    earlier = [one for number, one in enumerate(told["contacts"]) if number % 5]
    before = nd.Network(**{**told, "date": "2020-06-01", "contacts": earlier})
    shown, then = (nd.edition(one, "table") for one in (network, before))
    return maps.Map(language="en").html(shown, before=then)


def region(count: int) -> nd.Edition:
    """Invent a large region."""
    sys.path.insert(0, str(HERE.parent / "benchmarks"))
    from regional import regional

    return nd.edition(regional(count), "facilitator")


def take(browser: Any, folder: Path, picture: Picture) -> None:  # noqa: ANN401 - no types of its own
    """Open a page and keep what is on the screen."""
    name, html, at, (width, height) = picture
    path = folder / f"{name}.html"
    path.write_text(html, encoding="ascii")
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{path.as_uri()}{at}")
    page.wait_for_selector("html[data-ready='1']", state="attached")
    page.wait_for_timeout(400)
    page.screenshot(path=HERE / "img" / f"{name}.png")
    page.close()


def main() -> None:
    """Take all of them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for picture in pictures():
            take(browser, Path(folder), picture)
        browser.close()


if __name__ == "__main__":
    main()
