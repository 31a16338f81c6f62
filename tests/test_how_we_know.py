"""The page that says how we know names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_test_that_the_page_names_is_there():
    page = (ROOT / "docs" / "explanation" / "how-we-know.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = {name for text in tests for name in re.findall(r"def (test_\w+)", text)}
    assert named
    assert named - there == set()
