"""What Chromium says of a page: when the first picture is there, how long a switch of view takes."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREEN = {"width": 1600, "height": 900}
_QUICK = 10
Box = tuple[float, float, float, float]

# Our page says that it is ready in the frame that it has drawn.
_OURS = """new MutationObserver((_, watch) => {
  if (document.documentElement?.dataset.ready !== "1") return;
  watch.disconnect();
  document.documentElement.dataset.picture = performance.now();
}).observe(document, { subtree: true, attributes: true, childList: true });"""
# pyvis keeps its network in a global; nothing is drawn before the shapes have come to rest.
_PYVIS = """let kept;
Object.defineProperty(window, "network", { get: () => kept, set: (made) => {
  kept = made;
  made.once("stabilizationIterationsDone", () => {
    made.once("afterDrawing", () => {
      document.documentElement.dataset.picture = performance.now();
    });
  });
} });"""
# From the choice to the end of the frame in which the new view was drawn.
_SWITCHES = """async () => {
  const times = [];
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const views = [...document.querySelectorAll("input[name=view]")].map((one) => one.value);
  const opened = document.querySelector("input[name=view]:checked").value;
  for (const view of [...views.filter((one) => one !== opened), opened]) {
    const began = performance.now();
    document.querySelector(`input[name=view][value="${view}"]`).click();
    await drawn();
    times.push(performance.now() - began);
    await drawn();
  }
  return times;
}"""
_BOXES = """() => {
  document.dispatchEvent(new Event("netdeps-labels"));
  return document.documentElement.dataset.boxes;
}"""


@dataclass(frozen=True)
class Opening:
    """One page as it opened: times in seconds, and the boxes of the names on the map."""

    picture: float
    switches: tuple[float, ...]
    names: tuple[Box, ...]

    @property
    def overlaps(self) -> int:
        """The number of pairs of names that stand over one another."""
        return sum(_meet(a, b) for a, b in combinations(self.names, 2))


def chromium() -> str | None:
    """Find the browser: named in NETDEPS_CHROMIUM, or on the path."""
    return os.environ.get("NETDEPS_CHROMIUM") or shutil.which("chromium")


@contextmanager
def browser() -> Iterator[Any]:
    """Start Chromium, and let it open something, so that starting is not counted."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        started.new_page().close()
        yield started
        started.close()


def ours(started: Any, path: Path, *, times: int = 3) -> Opening:
    """Open our page afresh a number of times, go through its views, and keep the shortest times.

    Whatever else the machine does only ever makes a time longer.
    """
    pictures, rounds = [], []
    for _ in range(times):
        with _visit(started, path, _OURS) as page:
            pictures.append(_picture(page, patience=120))
            boxes = json.loads(page.evaluate(_BOXES) or "[]")
            rounds.append([time / 1000 for time in page.evaluate(_SWITCHES)])
    switches = tuple(min(each) for each in zip(*rounds, strict=True))
    return Opening(min(pictures), switches, tuple(tuple(box) for box in boxes))


def plain(started: Any, path: Path, *, patience: float) -> float | None:
    """Open a page of pyvis, a quick one as often as ours; without a picture in time there is none."""
    first = _plain_once(started, path, patience)
    if first is None or first > _QUICK:
        return first
    again = [_plain_once(started, path, patience) for _ in range(2)]
    return min(first, *(one for one in again if one is not None))


def _plain_once(started: Any, path: Path, patience: float) -> float | None:
    from playwright.sync_api import TimeoutError as TooLate

    with _visit(started, path, _PYVIS) as page:
        try:
            return _picture(page, patience=patience)
        except TooLate:
            return None


@contextmanager
def _visit(started: Any, path: Path, watch: str) -> Iterator[Any]:
    # Without movement a switch is over in one frame, and that frame is the picture that stays.
    context = started.new_context(viewport=SCREEN, offline=True, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(watch)
    page.goto(path.as_uri(), wait_until="commit")
    yield page
    context.close()


def _picture(page: Any, *, patience: float) -> float:
    found = page.wait_for_selector("html[data-picture]", state="attached", timeout=patience * 1000)
    return float(found.get_attribute("data-picture")) / 1000


def _meet(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
