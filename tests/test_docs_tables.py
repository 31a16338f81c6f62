"""The reference of the JSON output names the fields of every finding."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

from netdeps.measures import MEASURES
from netdeps.results import Findings

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "json-output.md"
TABLE = PAGE.read_text(encoding="utf-8").partition("| measure | fields |\n|---|---|\n")[2]


def documented():
    """The fields that the page names, by measure; a remark in brackets names none."""
    found = {}
    for line in TABLE.partition("\n\n")[0].splitlines():
        measures, told = line.strip("| ").split(" | ")
        names = re.findall(r"`(\w+)`", re.sub(r" \([^)]*\)", "", told))
        found |= dict.fromkeys(re.findall(r"`(\w+)`", measures), names)
    return found


def row_classes():
    """The class of the rows of each measure that gives findings."""
    given = {name: get_type_hints(measure)["return"] for name, measure in MEASURES.items()}
    return {name: get_args(one)[0] for name, one in given.items() if get_origin(one) is Findings}


DOCUMENTED, ROWS = documented(), row_classes()


def test_every_measure_that_gives_findings_has_a_row():
    assert list(DOCUMENTED) == list(ROWS)
    assert "contact_gaps" in ROWS
    assert "degree" not in ROWS


@pytest.mark.parametrize("name", ROWS)
def test_every_field_that_is_shown_is_named(name):
    shown = [one.name for one in fields(ROWS[name]) if one.repr]
    assert DOCUMENTED.get(name) == shown
