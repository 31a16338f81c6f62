"""The small script and style of a page follow from the readable files."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from netdeps.maps.parts import asset, joined_script

TOOL = Path(__file__).parents[2] / "tools" / "small_page.py"


@pytest.fixture(scope="module")
def small() -> dict[str, str]:
    return runpy.run_path(str(TOOL))["small"]()


def test_the_small_files_are_those_of_the_readable_ones(small):
    """If this fails, run: python tools/small_page.py."""
    assert {name: asset(name) for name in small} == small


def test_the_small_files_fit_into_a_page(small):
    for text in small.values():
        assert text.isascii()
        assert "</" + "script" not in text.lower()
        assert "</" + "style" not in text.lower()
        assert "<!--" not in text


def test_the_small_script_is_much_smaller_and_keeps_strict(small):
    script = small["page.min.js"]
    assert script.startswith('(()=>{"use strict"')
    assert len(script) < 0.65 * len(joined_script())
