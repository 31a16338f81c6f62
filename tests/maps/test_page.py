from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from importlib.resources import files

import pytest
from maps.map_cases import LEIDEN, invented

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.maps.parts import application, joined_script, stylesheet, vis_network
from netdeps.model import LANGUAGES, Network
from netdeps.words import section

SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
HOSTILE = (
    "</script><script>window.__pwned=1</script>",
    "<img src=x onerror=window.__pwned=1>",
    "<svg onload=window.__pwned=1>",
    "{{ 7*7 }}{% raw %}",
    "<!--<script>",
    "line\u2028end\u2029",
    "`${window.__pwned=1}`",
    "javascript:window.__pwned=1",
    "x" * 300,
    "a\u202egnp.exe",
    "href='#' onclick='window.__pwned=1'",
    '"><script>window.__pwned=1</script>',
    "&lt;b&gt; &amp; \u00e9\U0001f600",
    "__proto__",
)


@pytest.fixture(scope="module")
def html(leiden_table) -> str:
    return Map().html(leiden_table)


def data_of(html: str) -> dict:
    return json.loads(SCRIPT.findall(html)[0][1])


def unpacked(table: dict) -> dict:
    """Give a table of the page with each value in its row again."""
    rows = []
    for packed in table["rows"]:
        cells, row = iter(packed), {}
        for name, _, *values in table["columns"]:
            if not values:
                row[name] = next(cells)
            else:
                row[name] = values[0][0] if len(values[0]) == 1 else values[0][next(cells)]
        rows.append(row)
    return {**table, "rows": rows}


def rows_of(html: str, name: str) -> list[dict]:
    found = next(table for table in data_of(html)["tables"] if table["name"] == name)
    return unpacked(found)["rows"]


def hostile_network() -> Network:
    ids = ["__proto__", "constructor", "toString", *(f"o{number}" for number in range(11))]
    said = {"by": ids[0], "setting": "interview", "source": HOSTILE[1], "visibility": "public"}
    return Network(
        name=HOSTILE[0],
        kinds=[{"id": "<b>", "label": {"nl": HOSTILE[1], "en": HOSTILE[2]}}],
        organisations=[
            {
                "id": one,
                "name": text,
                "kind": "<b>" if number % 2 else "other",
                "region": text,
                "roles": [text],
                "said": said,
            }
            for number, (one, text) in enumerate(zip(ids, HOSTILE, strict=True))
        ],
        interviews=[{"organisation": one, "asked": ["contacts"], "said": said} for one in ids],
        dependencies=[
            {
                "depender": ids[i],
                "dependum": text,
                "dependees": [ids[i - 1]],
                "barrier": text,
                "said": said,
            }
            for i, text in enumerate(HOSTILE)
        ],
        contributions=[
            {
                "giver": ids[i],
                "taker": ids[i - 1],
                "resource": text,
                "unit": text,
                "amount": 1,
                "dossier": text,
                "said": said,
            }
            for i, text in enumerate(HOSTILE)
        ],
        walk=[
            {
                "title": text,
                "text": text,
                "view": "contributions",
                "dossier": text,
                "organisation": one,
                "kinds": ["<b>"],
                "said": said,
            }
            for one, text in zip(ids, HOSTILE, strict=True)
        ],
    )


def test_the_page_is_plain_ascii_with_line_feeds(html):
    assert html.isascii()
    assert "\r" not in html


def test_there_are_exactly_three_scripts_and_only_the_data_has_no_hash(html):
    assert [attributes for attributes, _ in SCRIPT.findall(html)] == [
        ' type="application/json" id="netdeps-data"',
        "",
        "",
    ]


def test_the_policy_names_exactly_the_scripts_and_the_style_of_the_page(html):
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    blocks = [style[1], *(text for _, text in SCRIPT.findall(html)[1:])]
    expected = {
        f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
        for block in blocks
    }
    policy = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)[1]
    assert set(re.findall(r"'sha256-[^']+'", policy)) == expected
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none';")


def test_nothing_in_the_page_points_outside_it(html):
    own = SCRIPT.sub("", html)
    assert not re.search(r"""(?:src|href|action)\s*=""", own)
    assert not re.search(r"url\(|@import", own)
    assert not re.search(r"\son\w+\s*=", own)
    assert not re.search(r"\sstyle\s*=", own)


def test_no_script_could_end_early():
    for text in (vis_network(), application(), stylesheet()):
        assert "</" + "script" not in text.lower()
        assert "<!--" not in text
        assert text.isascii()
    assert "sourceMappingURL" not in vis_network()
    assert "\\u" not in stylesheet()


def test_the_data_say_what_the_edition_says(html, leiden_table):
    network = leiden_table.network
    organisations = rows_of(html, "organisations")
    assert [row["id"] for row in organisations] == list(network.ids)
    assert [row["name"] for row in organisations] == [network.names[one] for one in network.ids]
    needs = rows_of(html, "dependencies")
    found = [(network.ids[row["depender"]], row["dependum"]) for row in needs]
    assert found == [(need.depender, need.dependum) for need in network.dependencies]
    assert len(rows_of(html, "contributions")) == len(network.contributions)


def test_nothing_above_the_edition_reaches_the_page(leiden):
    public = Map().html(edition(leiden, "public"))
    kept = edition(leiden, "public").network
    hidden = {one.name for one in leiden.organisations} - set(kept.names.values())
    told = {need.dependum for need in leiden.dependencies} - {
        need.dependum for need in kept.dependencies
    }
    words = json.dumps(data_of(public)["tables"], ensure_ascii=False)
    assert hidden | told, "the case has something to hide"
    assert [name for name in hidden | told if f'"{name}"' in words] == []


def test_the_same_case_gives_the_same_bytes_in_every_process():
    code = (
        "import yaml, hashlib, sys; from netdeps.model import Network;"
        "from netdeps.editions import edition; from netdeps.maps import Map;"
        f"network = Network(**yaml.safe_load(open({str(LEIDEN)!r}, encoding='utf-8')));"
        "html = Map(size_by='betweenness').html(edition(network, 'table'));"
        "sys.stdout.write(hashlib.sha256(html.encode()).hexdigest())"
    )
    digests = {
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_importing_the_maps_does_not_import_pyvis():
    code = "import sys, netdeps.maps; print('pyvis' in sys.modules, 'IPython' in sys.modules)"
    found = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["False", "False"]


def test_the_library_of_the_page_is_the_one_that_was_tried():
    digest = hashlib.sha256(vis_network().encode("ascii")).hexdigest()
    assert digest == "61f41bec7c8ff3b8bd520f08dca2bf3dc27d3b95e9bd509b9564af91dc5b6e48"


def test_the_page_draws_with_the_version_of_vis_network_that_pyvis_packages():
    packaged = (files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    (version,) = re.findall(r"@version\s+([\d.]+)", packaged)
    assert version in re.findall(r"@version\s+([\d.]+)", vis_network())


def test_the_licence_of_vis_network_travels_with_the_page(html):
    assert "Copyright (c) 2011-2017 Almende B.V" in html
    assert "Copyright (c) 2017-2019 visjs contributors" in html
    assert "Permission is hereby granted, free of charge" in html


def test_a_map_of_twenty_organisations_stays_small():
    html = Map().html(edition(invented(20), "table"))
    assert len(html) <= 650 * 1024


def test_hostile_text_never_becomes_markup():
    html = Map().html(edition(hostile_network(), "facilitator"))
    scripts = SCRIPT.findall(html)
    assert len(scripts) == 3
    assert "<" not in scripts[0][1]
    assert ">" not in scripts[0][1]
    assert "&" not in scripts[0][1]
    outside = SCRIPT.sub("", html)
    assert "<img" not in outside
    assert "<svg onload" not in outside
    assert "49" not in re.search(r"<title>(.*?)</title>", html)[1]
    names = [row["name"] for row in rows_of(html, "organisations")]
    assert sorted(names) == sorted(HOSTILE)


def test_both_languages_have_the_same_words():
    def keys(table: dict, above: str = "") -> set[str]:
        return {
            key
            for name, entry in table.items()
            for key in (
                keys(entry, f"{above}{name}.") if isinstance(entry, dict) else {above + name}
            )
        }

    dutch, english = (keys(section("map", language)) for language in LANGUAGES)
    assert dutch == english


def test_every_word_that_the_script_asks_for_is_there():
    asked = set(re.findall(r'\bsay\("([a-z_.]+)"', joined_script()))
    known = section("map", "nl")

    def found(key: str) -> bool:
        entry = known
        for step in key.split("."):
            entry = entry.get(step, {})
        return bool(entry)

    assert sorted(key for key in asked if not found(key)) == []


def test_the_tables_stand_in_the_page_without_a_script(html, leiden_table):
    own = SCRIPT.sub("", html)
    for name in leiden_table.network.names.values():
        assert f"<th scope=rowgroup>{name}<" in own


def test_a_disputed_contact_is_drawn_as_missing_and_belongs_to_its_finding():
    care = ("care-1", "care-2")
    network = Network(
        organisations=[
            *({"id": one, "kind": "care_provider"} for one in care),
            {"id": "housing", "kind": "housing_corporation"},
        ],
        dependencies=[
            {
                "depender": one,
                "dependum": "dwellings",
                "dependees": ["housing"],
                "level": "governing",
            }
            for one in care
        ],
        contacts=[
            {
                "between": [one, "housing"],
                "level": "governing",
                "exists": speaker == one,
                "said": {"by": speaker},
            }
            for one in care
            for speaker in (one, "housing")
        ],
    )
    page = Map().html(edition(network, "facilitator"))
    assert [row["missing"] for row in rows_of(page, "gaps")] == [["governing"], ["governing"]]
    first = data_of(page)["stories"][0]
    assert (first["gap"], first["pairs"]) == (None, [[0, 2], [1, 2]])
