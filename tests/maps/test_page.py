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
from netdeps.maps.page import LIBRARY, application, stylesheet, vis_network
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


def rows_of(html: str, name: str) -> list[dict]:
    table = next(table for table in data_of(html)["tables"] if table["name"] == name)
    return [
        dict(zip([column for column, _ in table["columns"]], row, strict=True))
        for row in table["rows"]
    ]


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


def test_the_installed_vis_network_is_the_one_that_was_tried():
    data = (files("pyvis") / LIBRARY).read_bytes()
    assert hashlib.sha256(data).hexdigest() == (
        "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
    )


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
    asked = set(re.findall(r'\bsay\("([a-z_.]+)"', application()))
    known = section("map", "nl")

    def found(key: str) -> bool:
        entry = known
        for step in key.split("."):
            entry = entry.get(step, {})
        return bool(entry)

    assert sorted(key for key in asked if not found(key)) == []


def test_what_somebody_changes_in_the_pyvis_network_is_in_the_page(leiden_table):
    network = Map().to_pyvis(leiden_table)
    network.nodes[0]["size"] = 33
    network.add_edge("o0", "o1", color="#123456")
    network.options["interaction"]["zoomSpeed"] = 2
    data = data_of(network.generate_html())
    assert data["nodes"][0]["size"] == 33
    assert data["edges"][-1]["color"] == "#123456"
    assert data["options"]["interaction"]["zoomSpeed"] == 2


def test_a_pyvis_network_is_written_whole_and_nothing_beside_it(leiden_table, tmp_path):
    network = Map().to_pyvis(leiden_table)
    network.write_html(tmp_path / "leiden.html")
    assert [path.name for path in tmp_path.iterdir()] == ["leiden.html"]
    assert (tmp_path / "leiden.html").read_text(encoding="ascii") == network.html


def test_the_tables_stand_in_the_page_without_a_script(html, leiden_table):
    own = SCRIPT.sub("", html)
    for name in leiden_table.network.names.values():
        assert f"<td>{name}" in own


def test_a_large_table_says_how_much_of_it_is_written_out():
    html = Map().html(edition(invented(320, needs=2), "table"))
    table = re.search(r'id="table-dependencies">(.*?)</section>', html, re.DOTALL)[1]
    assert table.count("<tr>") == 301
    assert "300 van " in table


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
    data = json.loads(page.split('id="netdeps-data">')[1].split("</script>")[0])
    table = next(one for one in data["tables"] if one["name"] == "gaps")
    column = [name for name, _ in table["columns"]].index("missing")
    assert [row[column] for row in table["rows"]] == [["governing"], ["governing"]]
    first = data["stories"][0]
    assert (first["gap"], first["pairs"]) == (None, [[0, 2], [1, 2]])
