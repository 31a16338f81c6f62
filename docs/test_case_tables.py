"""The page with the fields of a case follows from the schema."""

import runpy
from pathlib import Path


def test_the_tables_of_the_case_file_are_those_of_the_schema() -> None:
    """If this fails, run: python docs/case_tables.py."""
    script = runpy.run_path(str(Path(__file__).with_name("case_tables.py")))
    text = script["PAGE"].read_text(encoding="utf-8")
    assert script["page"](text) == text  # noqa: S101 - a test asserts
