"""The page that sets our figures beside those of other programs follows from the tests."""

import runpy
from pathlib import Path


def test_the_validation_page_is_what_the_comparisons_give() -> None:
    """If this fails, run: python docs/validation_page.py."""
    script = runpy.run_path(str(Path(__file__).with_name("validation_page.py")))
    assert script["page"]() == script["PAGE"].read_text(encoding="utf-8")  # noqa: S101 - a test asserts
