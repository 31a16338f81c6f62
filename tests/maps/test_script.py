"""The script of the page: many files in one scope, so each name is given once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from netdeps.maps.parts import joined_script
from netdeps.model import LANGUAGES
from netdeps.words import section


def declared() -> list[str]:
    folder = files("netdeps.maps") / "assets" / "js"
    texts = [
        one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".js")
    ]
    return [
        name for text in texts for name in re.findall(r"^(?:const|let) (\w+)", text, re.MULTILINE)
    ]


def test_no_name_is_declared_in_two_files():
    assert len(declared()) > 200
    assert [name for name, times in Counter(declared()).items() if times > 1] == []


def test_no_file_reaches_for_what_would_ask_store_or_run_something():
    folder = files("netdeps.maps") / "assets" / "js"
    never = r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|eval|Function\(|fetch\(|XMLHttpRequest|WebSocket|localStorage|sessionStorage|indexedDB|document\.cookie|document\.write)\b"
    found = {
        one.name: re.findall(never, one.read_text(encoding="utf-8"))
        for one in folder.iterdir()
        if one.name.endswith(".js")
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


ASKS = r'\b(?:say|section|field|select|small|wordOr|isWord)\(\s*"([a-z_.]+)"|\bword: "([a-z_.]+)"'
FAMILIES = r"\b(?:say|section|wordOr|isWord)\(\s*`([a-z_.]+)\.\$"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_and_family_that_a_file_names_is_in_the_catalogue(language):
    known = set(keys(section("map", language)))
    for family in ("level", "band", "state"):
        known |= {family, *keys(section(family, language), f"{family}.")}
    text = joined_script()
    asked = {word for found in re.findall(ASKS, text) for word in found if word}
    assert len(asked) > 100
    assert sorted((asked | set(re.findall(FAMILIES, text))) - known) == []


def keys(table: dict, above: str = "") -> Iterator[str]:
    for name, entry in table.items():
        yield above + name
        if isinstance(entry, dict):
            yield from keys(entry, f"{above}{name}.")
