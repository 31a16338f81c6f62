"""Writes the script and the style of the page small, from the readable files in assets.

Run with: python tools/small_page.py
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import minify

import netdeps.maps
from netdeps.maps.parts import SMALL_SCRIPT, SMALL_STYLE, in_ascii, joined_script, joined_style

FOLDER = Path(netdeps.maps.__file__).parent / "assets"


def main() -> None:
    """Write both files."""
    for name, text in small().items():
        (FOLDER / name).write_text(text, encoding="ascii", newline="\n")


def small() -> Mapping[str, str]:
    """Give both texts by the name of their file."""
    return {
        SMALL_SCRIPT: in_ascii(minify.string("application/javascript", joined_script())),
        SMALL_STYLE: minify.string("text/css", joined_style()),
    }


if __name__ == "__main__":
    main()
