"""``netdeps audit``: what it says, to whom, and with which status it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import netdeps as nd
from netdeps import formats, maps
from netdeps.cli.app import netdeps
from netdeps.cli.audit import audit
from netdeps.words import LANGUAGES

EXAMPLES = Path(__file__).parents[2] / "examples"
FOR_YOU = "This is for the facilitator alone: it repeats what others may not read."
CASE = """netdeps: 1
language: en
organisations:
  - {id: care, name: Care, said: {visibility: table}}
  - {id: rival, name: Rival Bank, said: {visibility: facilitator}}
contacts:
  - {between: [care, rival], said: {visibility: facilitator}}
concerns:
  - {theme: tendering, said: {by: care}}
  - {theme: tendering, said: {by: care}}
  - {theme: abc}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in a folder with a case."""
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text(CASE, encoding="utf-8")

    def command(*words):
        done = CliRunner().invoke(audit, [*words, "--against", "case.yaml"])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output.splitlines()

    return command


def write(name, text):
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_it_is_one_of_the_commands():
    assert netdeps.commands["audit"] is audit


def test_what_is_found_is_told_with_its_place_and_ends_with_1(run):
    write("report.txt", "one\nAbout the Rival  Bank and the tendering.\n")
    assert run("report.txt") == (
        1,
        [
            FOR_YOU,
            "",
            "report.txt: 3 texts found that its readers may not see.",
            "  - “Rival Bank” on line 2 (byte 14); in the case: organisations[2].name",
            "  - “tendering” on line 2 (byte 33); in the case: concerns[1].theme and 1 more place",
            "  - “rival” on line 2 (byte 14); in the case: organisations[2].id and 1 more place",
            "",
            "3 texts of the case that its readers may not see were searched for.",
            "1 text is too short or too common to search for; look for it yourself:",
            "  - “abc”",
        ],
    )


def test_a_file_without_any_of_it_ends_with_0(run):
    write("report.txt", "About Care.")
    status, lines = run("report.txt")
    assert (status, lines[0], lines[2]) == (0, FOR_YOU, "report.txt: nothing found.")


def test_a_file_that_is_not_searched_to_the_end_is_never_nothing_found(run):
    write("map.png", b"\x89PNG\r\n\x1a\n\x00")
    status, lines = run("map.png")
    assert status == 3
    assert lines[2:5] == [
        "map.png: nothing found, but not all of it was searched.",
        "  Not searched to the end:",
        "  - it is a picture; netdeps does not read the words in it",
    ]


def test_something_found_counts_for_more_than_something_not_searched(run):
    write("map.png", b"\x89PNG\r\n\x1a\n\x00 Rival Bank")
    assert run("map.png")[0] == 1


def test_every_file_is_told_about(run):
    write("a.txt", "Rival Bank")
    write("b.txt", "Care")
    status, lines = run("a.txt", "b.txt")
    assert (status, lines[2], lines[5]) == (
        1, "a.txt: 2 texts found that its readers may not see.", "b.txt: nothing found.",
    )  # fmt: skip


def test_the_audience_decides_what_is_withheld(run):
    write("report.txt", "the tendering")
    assert run("report.txt", "--edition", "party:care")[0] == 0
    assert run("report.txt", "--edition", "facilitator")[0] == 0
    assert run("report.txt", "--edition", "public")[0] == 1


def test_as_json_it_says_for_whom_it_is_first(run):
    write("report.txt", "the tendering")
    status, lines = run("report.txt", "--format", "json")
    plain = json.loads("\n".join(lines))
    assert (status, next(iter(plain.items()))) == (1, ("for", "facilitator"))
    assert plain["hits"] == [
        {
            "file": "report.txt", "inside": [], "line": 1, "byte": 4, "text": "tendering",
            "found": "tendering", "places": ["concerns[1].theme", "concerns[2].theme"],
        }
    ]  # fmt: skip
    assert (plain["searched"], plain["left_out"], plain["incomplete"]) == (3, 1, [])
    assert plain["look_yourself"] == ["abc"]


def test_what_is_too_short_to_look_for_is_named_the_longest_first_and_not_without_end(run):
    themes = [f"{letter}{number}" for letter in "ab" for number in range(12)]
    rows = "".join(f"  - {{theme: {theme}}}\n" for theme in [*themes, "Äb c"])
    Path("case.yaml").write_text(f"netdeps: 1\nconcerns:\n{rows}", encoding="utf-8")
    write("report.txt", "nothing")
    lines = run("report.txt", "--language", "nl")[1]
    start = lines.index(
        "Naar 25 te korte of algemene teksten is niet gezocht; kijk daar zelf naar:"
    )
    told = lines[start + 1 :]
    assert told[:3] == ["  - “Äb c”", "  - “a10”", "  - “a11”"]
    assert (len(told), told[-1]) == (21, "  … en nog 5")


def test_where_all_is_looked_for_nothing_is_left_to_look_for(run):
    Path("case.yaml").write_text("netdeps: 1\nlanguage: en\nconcerns:\n  - {theme: tendering}\n")
    write("report.txt", "nothing")
    lines = run("report.txt")[1]
    assert lines[-1] == "1 text of the case that its readers may not see was searched for."


def test_it_speaks_dutch_when_asked(run):
    write("report.txt", "the tendering")
    lines = run("report.txt", "--language", "nl")[1]
    assert (
        lines[0] == "Dit is alleen voor de begeleider: het herhaalt wat anderen niet mogen lezen."
    )
    assert lines[2] == "report.txt: 1 tekst gevonden die de lezers niet mogen zien."


def test_a_name_cannot_drive_the_terminal(run):
    write("a\x1b[31mb", "x")
    assert run("a\x1b[31mb")[1][2] == "a[31mb: nothing found."


def test_without_a_case_or_a_file_it_is_used_wrongly():
    assert CliRunner().invoke(audit, ["x"]).exit_code == 2
    assert CliRunner().invoke(audit, ["--against", "x"]).exit_code == 2


@pytest.mark.usefixtures("run")
def test_a_file_that_is_absent_ends_with_2(monkeypatch, capsys):
    from netdeps.cli import main

    monkeypatch.setattr("sys.argv", ["netdeps", "audit", "absent", "--against", "case.yaml"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "Error: absent: there is no such file.\n"


@pytest.mark.parametrize("case", ["leiden", "hengelo"])
@pytest.mark.parametrize("audience", ["table", "public"])
def test_what_netdeps_writes_for_an_audience_holds_nothing_withheld(tmp_path, case, audience):
    network = nd.read(EXAMPLES / f"{case}.yaml")
    shown = nd.edition(network, audience)
    for language in LANGUAGES:
        page = maps.Map(language=language).html(shown)
        (tmp_path / f"{language}.html").write_text(page, encoding="ascii")
    for ending in ("yaml", "json"):
        formats.write(shown, tmp_path / f"case.{ending}")
    done = CliRunner().invoke(
        audit,
        [*sorted(map(str, tmp_path.iterdir())), "--against", str(EXAMPLES / f"{case}.yaml"),
         "--edition", audience, "--format", "json"],
    )  # fmt: skip
    plain = json.loads(done.output)
    assert (plain["hits"], plain["incomplete"], done.exit_code) == ([], [], 0)
    assert plain["searched"] > 100


def test_the_facilitators_own_map_is_not_for_the_table(run):
    network = nd.read("case.yaml")
    write("mine.html", maps.Map().html(nd.edition(network, "facilitator")))
    write("theirs.html", maps.Map().html(nd.edition(network, "table")))
    status, lines = run("mine.html")
    assert status == 1
    assert any("“Rival Bank”" in line for line in lines)
    assert run("theirs.html")[0] == 0
