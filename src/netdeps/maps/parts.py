"""What is the same on every page: vis-network, our script and our style, in plain ASCII.

The script and the style are written in many readable files; a page gets them as one small file
each, made by ``tools/small_page.py`` and kept beside them, so that writing a page takes no tools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LIBRARY = "vis-network.min.js"
"""vis-network, in the version that pyvis packages, without what only old browsers need."""

SMALL_SCRIPT, SMALL_STYLE = "page.min.js", "page.min.css"
"""The files that pages are made of."""


@cache
def vis_network() -> str:
    """Give the library that draws the map (``tools/vis-network`` builds it)."""
    return asset(LIBRARY)


@cache
def application() -> str:
    """Give our own script, as it stands on a page."""
    return asset(SMALL_SCRIPT)


@cache
def stylesheet() -> str:
    """Give our own style, as it stands on a page."""
    return asset(SMALL_STYLE)


def joined_script() -> str:
    """Join the readable files in order, as one function with nothing left outside."""
    folder = files("netdeps.maps") / "assets" / "js"
    parts = sorted(part.name for part in folder.iterdir() if part.name.endswith(".js"))
    whole = "\n".join(_lean(asset(f"js/{name}")) for name in parts)
    return in_ascii(f'(() => {{\n"use strict";\n{whole}\n}})();')


def joined_style() -> str:
    """Give the readable style without its indents."""
    return _lean(asset("map.css"))


def asset(name: str) -> str:
    """Read one of the files of the page."""
    text = (files("netdeps.maps") / "assets" / name).read_text(encoding="utf-8")
    return _with_line_feeds(text)


def in_ascii(script: str) -> str:
    """Write every other character as an escape that means the same inside a string."""
    return re.sub(r"[^\x00-\x7f]", lambda found: "".join(_escapes(found[0])), script)


def _with_line_feeds(text: str) -> str:
    """End each line as a browser reads it: a hash over other line ends would match nothing."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lean(text: str) -> str:
    """Leave out indents and lines of comment; strings in our files do not run over lines."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _escapes(letter: str) -> Iterator[str]:
    units = letter.encode("utf-16-be")
    for at in range(0, len(units), 2):
        yield f"\\u{units[at]:02x}{units[at + 1]:02x}"
