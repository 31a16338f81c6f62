"""The same network on our page and on a plain page of pyvis, and how long writing them takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from regional import regional

from netdeps import edition, maps
from netdeps.editions import Edition


@dataclass(frozen=True)
class Page:
    """A page as written: where it is, and how many seconds that took."""

    path: Path
    seconds: float

    @property
    def kilobytes(self) -> float:
        """Give the size in thousands of bytes."""
        return self.path.stat().st_size / 1000


def case(size: int) -> Edition:
    """Make a case with some three needs and three contact statements for each organisation."""
    return edition(regional(size, needs=3, talks=1.0), "table")


def ours(size: int, folder: Path) -> Page:
    """Write our page three times from the beginning, and count the fastest."""
    path = folder / f"ours-{size}.html"
    return min((_timed(maps.Map().write, case(size), path) for _ in range(3)), key=_seconds)


def plain(size: int, folder: Path) -> Page:
    """Write the page of pyvis with everything at its defaults."""
    path = folder / f"pyvis-{size}.html"
    return min((_timed(_write_plain, case(size), path) for _ in range(3)), key=_seconds)


def _timed(write: Callable[[Edition, Path], object], shown: Edition, path: Path) -> Page:
    began = time.perf_counter()
    write(shown, path)
    return Page(path, time.perf_counter() - began)


def _seconds(page: Page) -> float:
    return page.seconds


def _write_plain(shown: Edition, path: Path) -> None:
    from pyvis.network import Network

    drawing = Network(directed=True, cdn_resources="in_line")
    for one in shown.network.organisations:
        drawing.add_node(one.id, label=one.name)
    for need in shown.network.dependencies:
        for dependee in need.dependees:
            drawing.add_edge(need.depender, dependee)
    path.write_text(drawing.generate_html(), encoding="utf-8")
