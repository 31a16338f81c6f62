"""The page for a data protection officer names every field in which a text can be written."""

import re
from pathlib import Path

import pytest

from netdeps import Network
from netdeps.model import LISTS
from netdeps.model.base import Record

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "personal-data.md").read_text(encoding="utf-8")


def records_in(annotation):
    """Find the records that a field can hold."""
    if isinstance(annotation, type):
        return {annotation} if issubclass(annotation, Record) else set()
    return {one for part in getattr(annotation, "__args__", ()) for one in records_in(part)}


def text_fields(model):
    """Name every text field of a record, and of the records in it but for who said it."""
    for name, field in model.model_fields.items():
        if "_plain_text" in f"{field.annotation} {field.metadata}":
            yield name
        if name not in {*LISTS, "said", "replies"}:
            for inner in records_in(field.annotation):
                yield from text_fields(inner)


def row_type(name):
    (found,) = records_in(Network.model_fields[name].annotation)
    return found


def named(list_name):
    """The words in backquotes in each row of a table that begins with this list."""
    rows = [one for one in PAGE.splitlines() if one.startswith("|")]
    told = [one for one in rows if f"`{list_name}`" in one or f"of {list_name}" in one]
    return set(re.findall(r"`([a-z_.]+)`", " ".join(told)))


@pytest.mark.parametrize("name", LISTS)
def test_every_text_of_a_list_is_named(name):
    assert set(text_fields(row_type(name))) - named(name) == set()


def test_every_text_of_the_head_and_of_who_said_it_is_named():
    (head,) = (one for one in PAGE.splitlines() if one.startswith("| the head |"))
    assert set(text_fields(Network)) == set(re.findall(r"`([a-z_]+)`", head))
    said = row_type("concerns").model_fields["said"].annotation
    assert {f"`said.{one}`" for one in said.model_fields if f"`said.{one}`" not in PAGE} == {
        "`said.visibility`"
    }


def test_every_test_that_it_names_is_there():
    files = set(re.findall(r"`(tests/[a-z_/]+\.py)`", PAGE))
    assert len(files) > 5
    assert [one for one in sorted(files) if not (ROOT / one).is_file()] == []
