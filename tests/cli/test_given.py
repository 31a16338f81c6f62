"""``--to``, the log that it keeps, and ``netdeps given``."""

import datetime as dt
import json
import sys

import pytest

from netdeps.cli import main
from netdeps.formats import read_given

PORT = """netdeps: 1
name: Port
language: en
organisations:
  - {id: care, name: Care, kind: care_provider}
  - {id: city, name: City, kind: municipality}
  - {id: homes, name: Homes, kind: care_provider}
  - {id: police, name: Police}
concerns:
  - {theme: money, text: Zx9canary, said: {by: care}}
contacts:
  - {between: [care, city], said: {by: city, visibility: table}}
  - {between: [care, homes], said: {by: care, visibility: table}}
"""
MORE = "  - {between: [homes, police], said: {by: police, visibility: table}}\n"
FIRST = "the table (May 3, 2026)"
CAME = [
    "For the facilitator alone, about what was given before (port.given.json, 1 file):",
    f"  - Beside what was given to {FIRST}: 1 organisation came in, Police. "
    "Whoever has both reads every difference as coming from there.",
    "      Wait until at least three have come in, or ask those who came in whether they agree.",
    f"  - All that is new beside what was given to {FIRST} was told by Police alone: contacts (1). "
    "Whoever has both sees what was told by them in between.",
    "      Ask whether that is all right with them, or give it together with what others told.",
]
HINT = "Nothing is noted. When you give it to somebody, say so with --to."


@pytest.fixture
def port(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("netdeps.cli.given.today", lambda: dt.date(2026, 5, 3))
    path = tmp_path / "port.yaml"
    path.write_text(PORT, encoding="utf-8")
    return path


@pytest.fixture
def run(port, monkeypatch, capsys):  # noqa: ARG001 - the case is there
    """Run netdeps beside the case; give its exit status, its lines and its errors."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["netdeps", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        shown = capsys.readouterr()
        return ended.value.code or 0, shown.out.splitlines(), shown.err.splitlines()

    return command


def files(port):
    return sorted(one.name for one in port.parent.iterdir())


def given(port, name="port.given.json"):
    return [(one.to, one.audience, one.file) for one in read_given(port.with_name(name)).given]


class TestGivingAFile:
    @pytest.mark.parametrize(
        "words",
        [
            ("map", "port.yaml", "-o", "new.html"),
            ("convert", "port.yaml", "new.yaml", "--edition", "table"),
            ("analyse", "port.yaml", "-o", "new.csv", "--format", "csv", "--measure", "degree", "--edition", "table"),
        ],
    )  # fmt: skip
    def test_it_is_noted_and_the_next_one_is_compared(self, run, port, words):
        status, told, err = run(*words, "--to", "the table")
        assert (status, err) == (0, [])
        assert "Noted in port.given.json: given to the table." in told
        (entry,) = read_given("port.given.json").given
        assert (entry.day, entry.to, entry.audience) == (dt.date(2026, 5, 3), "the table", "table")
        assert (entry.case, entry.whole, len(entry.organisations), len(entry.statements)) == ("Port", True, 3, 2)  # fmt: skip
        port.write_text(PORT + MORE, encoding="utf-8")
        status, told, err = run(*words, "--to", "Police")
        assert (status, err) == (0, CAME)
        assert [one[0] for one in given(port)] == ["the table", "Police"]

    def test_the_log_holds_no_text_of_the_case(self, run, port):
        run("convert", "port.yaml", "all.yaml", "--to", "Jan")
        text = port.with_name("port.given.json").read_text(encoding="utf-8")
        assert not any(word in text for word in ("Zx9canary", "money", "care", "Care", "City"))

    def test_without_to_it_is_compared_and_not_noted(self, run, port):
        run("map", "port.yaml", "--to", "the table")
        before = port.with_name("port.given.json").read_bytes()
        port.write_text(PORT + MORE, encoding="utf-8")
        status, told, err = run("map", "port.yaml")
        assert (status, err) == (0, [*CAME, HINT])
        assert not any("Noted" in line for line in told)
        assert port.with_name("port.given.json").read_bytes() == before

    def test_without_to_and_without_a_log_nothing_is_said(self, run, port):
        _, _, err = run("map", "port.yaml")
        assert err == []
        assert files(port) == ["port.html", "port.yaml"]

    def test_a_copy_for_oneself_is_not_compared(self, run, port):
        port.with_name("port.given.json").write_text("no log", encoding="utf-8")
        status, _, err = run("convert", "port.yaml", "copy.yaml")
        assert (status, err) == (0, [])

    def test_the_same_again_is_all_that_is_said(self, run):
        run("map", "port.yaml", "--to", "the table")
        _, _, err = run("map", "port.yaml", "-o", "again.html", "--to", "Care")
        assert err == [f"The very same was given to {FIRST}."]

    def test_where_nothing_stands_out_that_is_said(self, run, port):
        run("map", "port.yaml", "--to", "the table")
        both = MORE.replace("by: police", "by: city") + MORE.replace("by: police", "by: care")
        more = both.replace("homes, police", "city, homes")
        port.write_text(PORT + more, encoding="utf-8")
        _, _, err = run("map", "port.yaml", "--to", "Care")
        assert err == ["Beside what was given before (port.given.json) nothing stands out."]

    def test_the_whole_case_for_somebody_is_warned_of(self, run):
        _, _, err = run("convert", "port.yaml", "all.yaml", "--to", "Jan", "--language", "nl")
        assert err == [
            "Alleen voor de begeleider:",
            "  - Dit is de editie van de begeleider: wat in vertrouwen verteld is, staat erin, met wie het vertelde.",
            "      Houd dit voor jezelf; kies voor anderen de editie voor de tafel, voor iedereen of voor één partij.",
        ]

    def test_a_kind_of_organisations_is_a_part(self, run, port):
        analyse = ("analyse", "port.yaml", "--edition", "table", "-o")
        run(*analyse, "all.txt", "--to", "Care")
        _, _, err = run(*analyse, "part.txt", "--kind", "care_provider", "--to", "Care")
        assert [one.whole for one in read_given("port.given.json").given] == [True, False]
        assert "hold the same organisations but for 1: City." in err[1]
        parts = PORT.replace("name: Homes,", "name: Homes, part_of: care,")
        port.write_text(parts, encoding="utf-8")
        run(*analyse, "inside.txt", "--inside", "care", "--to", "Care")
        assert len(read_given("port.given.json").given[-1].organisations) == 1

    def test_a_map_with_an_earlier_moment_holds_both(self, run, port):
        port.with_name("was.yaml").write_text(PORT + MORE, encoding="utf-8")
        run("map", "port.yaml", "--before", "was.yaml", "--to", "the table")
        (entry,) = read_given("port.given.json").given
        assert (len(entry.organisations), len(entry.statements)) == (4, 3)

    def test_another_log_can_be_named(self, run, port):
        run("map", "port.yaml", "--to", "the table", "--log", "ours.json")
        assert given(port, "ours.json") == [("the table", "table", "port.html")]
        assert "port.given.json" not in files(port)


class TestNothingIsHalfDone:
    def refused(self, run, *words):
        status, told, err = run(*words)
        assert (status, told) == (2, [])
        return "\n".join(err).removeprefix("Error: ")

    def test_a_log_that_cannot_be_read_stops_everything(self, run, port):
        port.with_name("port.given.json").write_text('{"netdeps": 1}', encoding="utf-8")
        for more in ([], ["--to", "Care"]):
            error = self.refused(run, "map", "port.yaml", *more)
            assert "this is a case; a log of what was given is expected." in error
            assert files(port) == ["port.given.json", "port.yaml"]

    def test_a_log_that_cannot_be_written_stops_everything(self, run, port):
        error = self.refused(
            run, "map", "port.yaml", "--to", "Care", "--log", "nowhere/port.given.json"
        )
        assert "there is no folder" in error
        assert files(port) == ["port.yaml"]

    def test_where_the_file_cannot_be_written_the_log_becomes_what_it_was(self, run, port):
        convert = ("convert", "port.yaml", "--edition", "table", "--to")
        self.refused(run, *convert, "Care", "nowhere/new.yaml")
        assert files(port) == ["port.yaml"]
        run(*convert, "the table", "new.yaml")
        before = port.with_name("port.given.json").read_bytes()
        self.refused(run, *convert, "Care", "nowhere/new.yaml")
        self.refused(run, *convert, "Care", "new.txt")
        assert port.with_name("port.given.json").read_bytes() == before

    def test_the_log_is_not_written_over(self, run, port):
        for name in ("port.given.json", "./port.given.json"):
            error = self.refused(run, "convert", "port.yaml", name, "--to", "Care")
            assert (
                error
                == f"{name.removeprefix('./')}: this is the log of what was given; name another file to write."
            )
        assert files(port) == ["port.yaml"]  # fmt: skip

    def test_a_log_that_is_named_has_to_be_there_unless_something_is_noted(self, run, port):
        for words in (("map", "port.yaml", "--log", "ours.json"), ("given", "port.yaml", "--log", "ours.json")):  # fmt: skip
            assert self.refused(run, *words).startswith("ours.json: there is no such file.")
        assert files(port) == ["port.yaml"]

    def test_a_link_that_leads_nowhere_is_no_log(self, run, port):
        port.with_name("port.given.json").symlink_to("gone.json")
        error = self.refused(run, "map", "port.yaml", "--to", "Care")
        assert error.startswith("port.given.json: there is no such file.")

    def test_to_names_somebody_and_needs_a_file(self, run, port):
        assert self.refused(run, "map", "port.yaml", "--to", " ") == "--to names nobody; say to whom you give it."  # fmt: skip
        error = self.refused(run, "analyse", "port.yaml", "--to", "Care")
        assert error == "--to notes a file that is given; name the file with -o."
        error = self.refused(run, "analyse", "port.yaml", "--log", "log.json")
        assert error == "--log says nothing without -o: what is shown on the screen is not noted."
        assert files(port) == ["port.yaml"]


class TestShowingTheLog:
    def test_an_empty_log_is_said_to_be_empty_and_not_written(self, run, port):
        assert run("given", "port.yaml") == (0, ["Nothing was noted in port.given.json yet."], [])
        assert files(port) == ["port.yaml"]

    def cells(self, lines):
        return [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if "│" in line]

    def test_each_file_has_a_row(self, run, port):
        run("map", "port.yaml", "--to", "the [bold]table[/bold]\u202e")
        run("convert", "port.yaml", "care.yaml", "--edition", "party:care", "--to", "Care")
        run("convert", "port.yaml", "homes.yaml", "--edition", "party:homes", "--to", "Homes")
        run("analyse", "port.yaml", "-o", "a.txt", "--kind", "care_provider", "--to", "Jan")
        port.write_text(PORT.replace("homes", "houses"), encoding="utf-8")
        status, told, err = run("given", "port.yaml")
        assert (status, err) == (0, [])
        assert told[0].strip() == "What was given of Port"
        assert self.cells(told) == [
            ["May 3, 2026", "the [bold]table[/bold]", "for the table", "port.html", "3", "2"],
            ["May 3, 2026", "Care", "for Care", "care.yaml", "3", "3"],
            ["May 3, 2026", "Homes", "for a party that is not in the case any more", "homes.yaml", "3", "2"],
            ["May 3, 2026", "Jan", "for the facilitator, a part", "a.txt", "2", "2"],
        ]  # fmt: skip
        assert told[-1] == (
            "1 of these files is the facilitator's edition: whoever has it can read what was told in "
            "confidence."
        )

    def test_what_a_new_file_would_add_is_said_and_nothing_is_written(self, run, port):
        run("map", "port.yaml", "--to", "the table")
        before = {one: one.read_bytes() for one in port.parent.iterdir()}
        port.write_text(PORT + MORE, encoding="utf-8")
        status, told, err = run("given", "port.yaml", "--edition", "party:care")
        assert (status, err) == (0, [])
        assert told[-6:] == ["A new file, for Care:", *CAME]
        port.write_text(PORT, encoding="utf-8")
        assert {one: one.read_bytes() for one in port.parent.iterdir()} == before
        assert run("given", "port.yaml", "--edition", "table")[1][-1] == f"The very same was given to {FIRST}."  # fmt: skip

    def test_a_case_without_a_name(self, run, port):
        port.write_text(PORT.replace("name: Port\n", ""), encoding="utf-8")
        run("map", "port.yaml", "--to", "the table")
        assert run("given", "port.yaml")[1][0].strip() == "What was given"

    @pytest.mark.parametrize("audience", ["tabel", "party:nobody"])
    def test_an_audience_that_is_not_known_is_refused(self, run, audience):
        status, _, err = run("given", "port.yaml", "--edition", audience)
        assert status == 2
        assert "is not known" in err[0]


def test_the_entries_of_a_log_are_kept_as_they_were(run, port):
    run("map", "port.yaml", "--to", "the table")
    path = port.with_name("port.given.json")
    first = json.loads(path.read_text(encoding="utf-8"))
    run("map", "port.yaml", "--to", "Care")
    again = json.loads(path.read_text(encoding="utf-8"))
    assert (again["salt"], again["given"][:1]) == (first["salt"], first["given"])
