"""The command line, run as a person runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import netdeps as nd
from netdeps import formats, measures
from netdeps.cli.printing import as_table

LEIDEN = Path(__file__).parents[2] / "examples" / "leiden.yaml"

HARBOUR = """netdeps: 1
name: Haven
date: 2024-05-01
language: nl
organisations:
  - {id: city, name: Gemeente Haven, kind: municipality, said: {visibility: table}}
  - {id: care, name: Zorg aan de Kade, kind: care_provider}
  - {id: housing, name: Woonhaven, kind: housing_corporation}
  - {id: quiet, name: Stille Partij}
interviews:
  - {organisation: care, level: governing, asked: [contacts], said: {visibility: table}}
dependencies:
  - {depender: care, dependum: woningen, dependees: [housing], importance: 3, level: governing,
     said: {by: care, visibility: table}}
contacts:
  - {between: [care, city], said: {by: city, visibility: table}}
contributions:
  - {giver: city, taker: care, resource: geld, amount: 1000, unit: euro, dossier: zorg}
"""


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "haven.yaml"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path):
    """Run netdeps in an empty folder; give its exit status, output and errors."""

    def command(*words, **environment):
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "netdeps", *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        return done.returncode, done.stdout, done.stderr

    return command


def test_check_says_what_was_read_who_was_asked_and_who_may_see_it(run, harbour):
    status, out, err = run("check", harbour)
    assert (status, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == f"{harbour}: Haven, 1 mei 2024"
    assert "│ organisaties │ 4 │ 4 │ 0 │ 0 │" in lines
    assert "│ Zorg aan de Kade │ bestuurlijk │ – │ – │" in lines
    asked = "Aan 3 organisaties is niets gevraagd: Gemeente Haven, Woonhaven en Stille Partij."
    assert asked in lines
    assert lines[-1] == ("Uitspraken: 0 openbaar, 3 voor de tafel, 1 alleen voor de begeleider.")


def test_check_speaks_english_when_asked(run, harbour):
    _, out, _ = run("check", harbour, "--language", "en")
    assert "Who was asked what" in out
    assert "3 organisations were not asked anything" in out


def test_check_reports_every_problem_at_once_with_its_line(run, tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "netdeps: 1\n"
        "organisations:\n"
        "  - {id: care, kind: care_provder}\n"
        "contacts:\n"
        "  - {between: [care, housing], level: goverment}\n"
        "  - {between: [care, housing]}\n",
        encoding="utf-8",
    )
    status, out, err = run("check", "wrong.yaml")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        "Error: wrong.yaml: 4 problems",
        "  line 3, organisations[1].kind: 'care_provder' is not one of the kinds; known are "
        "'care_provider', 'department', 'housing_corporation', 'knowledge_institute', 'ministry', "
        "'municipality', 'neighbourhood_network', 'other', 'welfare_organisation'. "
        "Did you mean 'care_provider'?",
        "  line 5, contacts[1].level: 'goverment' was found; one of 'governing', 'management', "
        "'operational' is expected. Did you mean 'governing'?",
        "  line 5, contacts[1].between[2]: 'housing' is not one of the organisations; "
        "known are 'care'. Add it under 'organisations'.",
        "  line 6, contacts[2].between[2]: 'housing' is not one of the organisations; "
        "known are 'care'. Add it under 'organisations'.",
    ]


def test_map_writes_what_the_table_may_see_and_names_who_is_left_out(run, harbour, tmp_path):
    status, out, err = run("map", harbour)
    assert (status, err) == (0, "")
    page = (tmp_path / "haven.html").read_text(encoding="ascii")
    assert "Zorg aan de Kade" in page
    assert "Stille Partij" not in page
    first, second = out.splitlines()
    assert first.startswith("haven.html (")
    assert first.endswith(
        " KB) is geschreven: 3 organisaties, voor de tafel. Open het in een browser."
    )
    assert second == (
        "1 organisatie staat er niet in, omdat niets wat deze lezer mag zien haar noemt, "
        "of omdat zij zelf verborgen is: Stille Partij."
    )


def test_map_shows_the_facilitator_everything(run, harbour, tmp_path):
    status, _, _ = run("map", harbour, "-o", "mine.html", "--edition", "facilitator")
    assert status == 0
    assert "Stille Partij" in (tmp_path / "mine.html").read_text(encoding="ascii")


def test_map_warns_of_a_contact_that_the_table_would_read_as_absent(run, harbour):
    text = HARBOUR + "  # the answer is hidden, the question is not\n"
    text = text.replace(
        "contributions:",
        "  - {between: [care, housing], level: governing, said: {by: care}}\ncontributions:",
    )
    harbour.write_text(text, encoding="utf-8")
    _, out, _ = run("map", harbour, "--language", "en")
    assert out.splitlines()[-1] == (
        "Look again at 1 pair: Zorg aan de Kade – Woonhaven. The audience sees that somebody was "
        "asked about this contact but not the answer, and will read it as no contact. "
        "Change the visibility of the interview or of the contact."
    )


WALK = """walk:
  - {title: Het geheel, said: {visibility: table}}
  - {title: Voor mij}
  - {title: De stille partij, organisation: hidden, said: {visibility: table}}
"""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            "2 stappen van de rondleiding staan er niet in: zet de zichtbaarheid van de stappen op "
            "wie ze mag zien (table of public), en kijk of wie de stappen noemen zelf gezien mag "
            "worden.",
        ),
        (
            "en",
            "2 steps of the guided walk are not in it: set the visibility of the steps to who may "
            "see them (table or public), and look whether those whom they name may be seen "
            "themselves.",
        ),
    ],
)
def test_map_tells_of_steps_of_the_walk_that_the_audience_does_not_see(
    run, harbour, language, told
):
    hidden = "  - {id: hidden, said: {visibility: facilitator}}\ninterviews:"
    harbour.write_text(HARBOUR.replace("interviews:", hidden) + WALK, encoding="utf-8")
    _, out, _ = run("map", harbour, "--language", language)
    assert out.splitlines()[-1] == told
    _, out, _ = run("map", harbour, "--language", language, "--edition", "facilitator")
    assert len(out.splitlines()) == 1


def test_the_map_of_a_wrong_case_leaves_the_old_map_alone(run, harbour, tmp_path):
    old = tmp_path / "map.html"
    old.write_text("the old map", encoding="utf-8")
    harbour.write_text("netdeps: 1\nkinds: 3\n", encoding="utf-8")
    status, out, err = run("map", harbour, "-o", "map.html")
    assert (status, out) == (2, "")
    assert err.splitlines()[1] == "  line 2, kinds: 3 was found; a list is expected."
    assert old.read_text(encoding="utf-8") == "the old map"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["haven.yaml", "map.html"]


def test_analyse_gives_json_as_the_contract_says(run, harbour):
    names = ("betweenness", "contact_gaps", "congruence")
    words = [word for name in names for word in ("--measure", name)]
    status, out, err = run("analyse", harbour, *words, "--format", "json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    network = nd.read(harbour)
    assert list(found) == list(names)
    assert found["betweenness"]["kind"] == "scores"
    assert found["betweenness"]["values"] == dict(measures.betweenness(network))
    assert found["contact_gaps"]["kind"] == "findings"
    gap = found["contact_gaps"]["rows"][0]
    assert gap["parties"] == ["care", "housing"]
    assert (gap["requirement"], gap["certainty"], gap["severity"]) == (0.75, 0.75, 0.5625)
    assert gap["states"] == {"governing": "no", "management": "unknown", "operational": "unknown"}
    assert found["congruence"]["kind"] == "number"
    assert found["congruence"]["value"] == 0.0
    assert all({"undefined", "caveats"} <= set(result) for result in found.values())


def test_analyse_says_why_a_figure_is_undefined(run, tmp_path):
    (tmp_path / "one.yaml").write_text("netdeps: 1\norganisations: [{id: a}]\n", encoding="utf-8")
    _, out, _ = run("analyse", "one.yaml", "--format", "json", "--measure", "congruence")
    found = json.loads(out)["congruence"]
    assert found["value"] is None
    assert found["undefined"] == {"congruence": "nothing calls for contact"}


def test_analyse_shows_every_measure_in_the_language_of_the_case(run, harbour):
    status, out, _ = run("analyse", harbour)
    assert status == 0
    for name, measure in measures.MEASURES.items():
        assert f"{name}: {measure(nd.read(harbour)).definition.sentence('nl')}" in out
    assert "Stille Partij: zij brengt niets en haalt niets" in out


def test_analyse_without_measures_shows_those_that_the_options_speak_of(run, harbour):
    _, out, _ = run("analyse", harbour, "--dossier", "zorg", "--format", "json")
    assert set(json.loads(out)) >= {"give_and_take", "pair_balance"}
    assert "contact_gaps" not in json.loads(out)


def test_analyse_can_choose_one_resource_and_what_was_promised(run, harbour):
    more = (
        "  - {giver: city, taker: care, resource: uren, amount: 7, unit: uur}\n"
        "  - {giver: city, taker: care, resource: uren, amount: 9, unit: uur, status: promised}\n"
    )
    harbour.write_text(HARBOUR + more, encoding="utf-8")
    words = ("--measure", "give_and_take", "--format", "json")

    def found(*options):
        rows = json.loads(run("analyse", harbour, *words, *options)[1])["give_and_take"]["rows"]
        return {row["resource"]: row["net"] for row in rows if row["organisation"] == "city"}

    assert found() == {"geld": 1000, "uren": 7}
    assert found("--resource", "uren") == {"uren": 7}
    assert found("--status", "delivered") == found()
    assert found("--status", "promised") == {"uren": 9}
    assert found("--status", "promised", "--resource", "uren") == {"uren": 9}
    _, out, _ = run("analyse", harbour, "--resource", "uren", "--format", "json")
    assert set(json.loads(out)) >= {"give_and_take", "imbalance", "free_riding"}
    assert "contact_gaps" not in json.loads(out)


def test_analyse_cuts_no_finding_off_from_its_equals():
    ids = [f"care-{number:02d}" for number in range(20)]
    network = nd.Network(
        organisations=[{"id": one} for one in (*ids, "housing")],
        dependencies=[{"depender": one, "dependum": "x", "dependees": ["housing"]} for one in ids],
        interviews=[{"organisation": "housing", "asked": ["contacts"]}],
    )
    text = as_table({"contact_gaps": measures.contact_gaps(network)}, network, "en")
    assert [one for one in ids if f"between {one} and housing" not in text] == []


def test_analyse_gives_csv_with_a_row_for_each_finding(run, harbour):
    _, out, _ = run("analyse", harbour, "--measure", "degree", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[0] == {"measure": "degree", "organisation": "care", "degree": "1.0"}


def test_analyse_in_full_says_how_sure_it_is_asks_and_gives_the_opposite_reading(run, harbour):
    _, out, _ = run("analyse", harbour, "--measure", "gaps", "--format", "full")
    assert out.splitlines() == [
        "gaps: Wat er ontbreekt om de afhankelijkheden te dragen, elk gemis één keer verteld.",
        "  - Tussen Zorg aan de Kade en Woonhaven loopt een afhankelijkheid (woningen); op "
        "bestuurlijk niveau is geen contact bekend.",
        "      hoog, 0,56: nodig 0,75 × ontbreekt 1 × zeker 0,75",
        "      blijft in deze klasse bij 50% van alle antwoorden die wie niet gevraagd is, zou "
        "kunnen geven; Woonhaven kan dat alleen al veranderen",
        "      Klopt het dat Zorg aan de Kade en Woonhaven elkaar op bestuurlijk niveau nauwelijks "
        "spreken, en wat zou helpen?",
        "      Misschien spreken zij elkaar daar toch, in een project of via iemand naar wie niet "
        "gevraagd is.",
    ]


@pytest.mark.parametrize("audience", ["table", "public", "party:care-a"])
def test_what_was_not_said_at_the_table_is_for_the_facilitator_alone(run, audience):
    _, out, _ = run("analyse", LEIDEN, "--edition", audience)
    assert "unspoken" not in out
    status, _, err = run("analyse", LEIDEN, "--edition", audience, "--measure", "unspoken_share")
    assert status == 2
    assert err == (
        "Error: the measure 'unspoken_share' is for the facilitator alone; it has no edition for "
        f"'{audience}'.\n"
    )
    _, out, _ = run("analyse", LEIDEN, "--measure", "unspoken_concerns")
    assert out.startswith("unspoken_concerns: ")


def test_csv_joins_what_belongs_together_within_a_cell(run, harbour):
    _, out, _ = run("analyse", harbour, "--measure", "gaps", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["parties"], row["pairs"]) == ("care|housing", "care & housing")


def test_a_name_that_a_spreadsheet_would_run_is_kept_from_running(run, harbour):
    harbour.write_text(
        HARBOUR.replace("resource: geld", 'resource: "=HYPERLINK(1)"'), encoding="utf-8"
    )
    _, out, _ = run("analyse", harbour, "--measure", "give_and_take", "--format", "csv")
    assert {row["resource"] for row in csv.DictReader(io.StringIO(out))} == {"'=HYPERLINK(1)"}


def test_analyse_writes_a_file_when_asked(run, harbour, tmp_path):
    _, out, _ = run(
        "analyse", harbour, "--measure", "degree", "-o", "degree.json", "--format", "json"
    )
    assert "degree" in json.loads((tmp_path / "degree.json").read_text(encoding="utf-8"))
    assert out.startswith("degree.json (")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--measure", "betweeness"],
            "Did you mean 'betweenness'?",
        ),
        (
            ["--measure", "give_and_take", "--dossier", "nergens"],
            "dossier 'nergens' is not known; known are 'zorg'.",
        ),
        (
            ["--measure", "contact_gaps", "--layer", "contact"],
            "the measure 'contact_gaps' has no option '--layer'.",
        ),
        (
            ["--measure", "contact_gaps", "--resource", "geld"],
            "the measure 'contact_gaps' has no option '--resource'.",
        ),
        (
            ["--measure", "promises", "--status", "promised"],
            "the measure 'promises' has no option '--status'.",
        ),
        (
            ["--measure", "imbalance", "--resource", "gled"],
            "resource 'gled' is not known; known are 'geld'. Did you mean 'geld'?",
        ),
        (
            ["--layer", "contact", "--dossier", "zorg"],
            "the layer 'contact' has no dossier; leave the option out.",
        ),
        (
            ["--edition", "tabel"],
            "the audience 'tabel' is not known; known are 'public', 'table', 'facilitator', "
            "'party:ID'. Did you mean 'table'?",
        ),
        (
            ["--edition", "party:care2"],
            "organisation 'care2' is not known; known are 'care', 'city', 'housing', 'quiet'. "
            "Did you mean 'care'?",
        ),
    ],
)
def test_a_wrong_option_gives_one_clear_message(run, harbour, words, message):
    status, out, err = run("analyse", harbour, *words)
    assert (status, out) == (2, "")
    assert err.startswith("Error: ")
    assert err.rstrip().endswith(message)
    assert "Traceback" not in err


def test_convert_carries_everything_to_the_other_format_and_back(run, tmp_path):
    for case, out in (((LEIDEN), "leiden.json"), ("leiden.json", "again.yaml")):
        status, text, err = run("convert", case, out)
        assert (status, err) == (0, "")
        assert text.splitlines()[1] == (
            "Dit formaat kan alles bevatten wat in een casus staat; "
            "opmerkingen in het bestand gaan niet mee."
        )
    assert nd.read(tmp_path / "again.yaml") == nd.read(LEIDEN)


def test_convert_for_the_table_leaves_out_what_was_told_in_confidence(run, tmp_path):
    run("convert", LEIDEN, "table.yaml", "--edition", "table")
    network = nd.read(LEIDEN)
    secret = [one.text for one in network.concerns if one.said.visibility == "facilitator"]
    text = (tmp_path / "table.yaml").read_text(encoding="utf-8")
    assert secret
    assert formats.dumps(nd.edition(network, "table")) == text
    assert not [one for one in secret if one in text]


def test_convert_to_an_unknown_ending_says_which_are_known(run, harbour, tmp_path):
    status, _, err = run("convert", harbour, "out.yml2")
    assert status == 2
    assert err == (
        "Error: out.yml2: the ending '.yml2' is not of a format that is written; "
        "known are '.yaml', '.yml', '.json'. Did you mean '.yml'?\n"
    )
    assert not (tmp_path / "out.yml2").exists()


@pytest.mark.parametrize("command", ["map", "convert", "analyse"])
def test_no_command_writes_over_the_case_that_it_reads(run, harbour, tmp_path, command):
    (tmp_path / "link.yaml").symlink_to(harbour)
    for name in (harbour.name, "link.yaml"):
        words = [harbour, name] if command == "convert" else [harbour, "-o", name]
        status, out, err = run(command, *words)
        assert (status, out) == (2, "")
        assert err == f"Error: {name}: this is the case itself; name another file to write.\n"
    assert harbour.read_text(encoding="utf-8") == HARBOUR


def test_convert_says_how_much_an_audience_does_not_get(run, harbour):
    _, out, _ = run("convert", harbour, "table.json", "--edition", "table", "--language", "en")
    assert out.splitlines()[1] == ("2 rows are left out, because this audience may not see them.")


def test_demo_writes_the_case_and_its_map_and_says_what_to_open(run, tmp_path):
    status, out, err = run("demo")
    assert (status, err) == (0, "")
    folder = tmp_path / "netdeps-demo"
    assert sorted(one.name for one in folder.iterdir()) == ["leiden.html", "leiden.yaml"]
    assert (folder / "leiden.yaml").read_text("utf-8") == LEIDEN.read_text("utf-8")
    assert out.splitlines()[-1] == f"Open {(folder / 'leiden.html').as_uri()} in een browser."


def test_demo_does_not_overwrite_a_case_that_somebody_changed(run, tmp_path):
    run("demo", "here")
    case = tmp_path / "here" / "leiden.yaml"
    case.write_text("netdeps: 1\nname: mine\n", encoding="utf-8")
    status, _, err = run("demo", "here")
    assert status == 2
    assert err == ("Error: here/leiden.yaml: another case is there already; name another folder.\n")
    assert case.read_text(encoding="utf-8") == "netdeps: 1\nname: mine\n"


@pytest.mark.parametrize(
    "command", [(), ("check",), ("map",), ("analyse",), ("convert",), ("demo",)]
)
def test_every_command_explains_itself(run, command):
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert out.startswith("Usage: ")
    assert "--help" in out


def test_a_case_that_is_not_there_names_those_that_are(run, harbour):
    status, _, err = run("map", harbour.with_name("have.yaml"))
    assert status == 2
    assert err == (
        f"Error: {harbour.with_name('have.yaml')}: there is no such file. "
        "In that folder are haven.yaml.\n"
    )


def test_something_unexpected_is_one_clear_message_and_another_status(run, harbour, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import netdeps.formats as f\n"
        "def broken(*a, **k): raise RuntimeError('the disk sings')\n"
        "f.read_counted = broken\n",
        encoding="utf-8",
    )
    status, out, err = run("check", harbour, PYTHONPATH=str(tmp_path))
    assert (status, out) == (70, "")
    assert err.startswith("Error: netdeps stopped on something that it did not expect ")
    assert "(RuntimeError: the disk sings)" in err
    assert "Traceback" not in err
    status, _, err = run("check", harbour, PYTHONPATH=str(tmp_path), NETDEPS_DEBUG="1")
    assert "Traceback" in err
