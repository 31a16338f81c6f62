"""``netdeps forget`` and what ``netdeps check`` says of how long material is kept."""

import datetime as dt
import sys

import pytest

import netdeps as nd
from netdeps.cli import main
from netdeps.cli.app import netdeps as commands

PORT = """netdeps: 1
name: Port
language: en
organisations:
  - {id: care, name: Care}
  - {id: city, name: City}
  - {id: homes, name: Homes, said: {by: care, person: p1, visibility: table}}
interviews:
  - {organisation: care, level: governing, asked: [contacts]}
contacts:
  - {between: [care, city], level: governing, persons: [p1, p7], said: {by: city, person: p7}}
  - {between: [care, homes], level: governing, said: {by: care, level: governing, person: p1}}
felt_balances:
  - {organisation: care, felt: 1, said: {by: city, person: p1}}
concerns:
  - {theme: pace, text: P1 wants to go faster., said: {by: city, person: p7}}
"""
REACH = (
    "port.yaml itself is not changed, nor are copies of it, what you exported or gave to others, "
    "change files and back-ups: see to those yourself."
)


@pytest.fixture
def port(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
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
        return ended.value.code or 0, shown.out.splitlines(), shown.err

    return command


def test_it_writes_a_new_case_and_says_what_went_and_what_is_left_to_do(run, port):
    status, told, err = run("forget", "port.yaml", "--person", "p1", "-o", "new.yaml")
    assert (status, err) == (0, "")
    assert told == [
        "3 rows are taken out: interviews (1), contacts (1), and felt balances (1).",
        "2 rows stay with less in them: organisations (1) and contacts (1).",
        "Under this pseudonym somebody spoke for 2 organisations: Care and City. If these are different "
        "persons, go back to the case as it was and say with --organisation for which one.",
        "1 organisation is in the case on this person's word and stays: Homes. "
        "If nobody else named it, forget it too.",
        "1 interview does not say with whom it was held and is taken out as well: Care (governing "
        "level). What was not mentioned in it would otherwise count as a no. If it was held with somebody else, put it back.",
        "1 text still mentions p1. netdeps rewrites no text; do it by hand:",
        "  concerns[1].text: 'P1 wants to go faster.'",
        "new.yaml (1 KB) is written.",
        "Comments in the case file are not copied.",
        REACH,
    ]
    assert nd.read("new.yaml") == nd.editions.forget(nd.read(port), person="p1").network
    assert port.read_text(encoding="utf-8") == PORT


def test_a_dry_run_says_the_same_and_writes_nothing(run, port):
    _, told, _ = run("forget", "port.yaml", "--person", "p1", "-o", "new.yaml")
    port.with_name("new.yaml").unlink()
    for more in ([], ["-o", "new.yaml"]):
        status, dry, _ = run("forget", "port.yaml", "--person", "p1", "--dry-run", *more)
        assert (status, dry[:-2], dry[-2:]) == (0, told[:-3], ["Nothing is written.", REACH])
        assert [one.name for one in port.parent.iterdir()] == ["port.yaml"]


def test_a_person_of_one_organisation(run):
    _, told, _ = run(
        "forget", "port.yaml", "--person", "p1", "--organisation", "city", "-o", "n.json"
    )
    assert told[:2] == [
        "1 row is taken out: felt balances (1).",
        "1 row stays with less in it: contacts (1).",
    ]
    assert told[2].startswith("3 texts still mention p1.")
    assert [one.said.person for one in nd.read("n.json").contacts] == ["p7", "p1"]


def test_an_organisation_in_the_language_that_is_asked_for(run):
    words = ("forget", "port.yaml", "--organisation", "homes", "--dry-run", "--language", "nl")
    _, told, _ = run(*words)
    assert told == [
        "2 rijen zijn eruit gehaald: organisaties (1) en contacten (1).",
        "In de teksten die over zijn, staat Homes nergens meer.",
        "Er is niets geschreven.",
        "port.yaml zelf is niet veranderd, en ook kopieën ervan, wat al geëxporteerd of weggegeven is, "
        "wijzigingsbestanden en reservekopieën niet: zorg daar zelf voor.",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--person", "p1"], "name the case to write with -o, or look first with --dry-run."),
        (["-o", "n.yaml"], "nobody is named to forget; give a person, an organisation, or both."),
        (["--person", "p9", "-o", "n.yaml"], "person 'p9' is not known; known are 'p1', 'p7'."),
        (["--person", "p1", "-o", "port.yaml"], "port.yaml: this is the case itself; name another file to write."),
        (["--person", "p1", "-o", "n.txt"], "n.txt: the ending '.txt' is not of a format that is written; known are '.yaml', '.yml', '.json'."),
    ],
)  # fmt: skip
def test_wrong_words_are_refused_and_nothing_is_written(run, port, words, message):
    status, told, err = run("forget", "port.yaml", *words)
    assert (status, told, err) == (2, [], f"Error: {message}\n")
    assert [one.name for one in port.parent.iterdir()] == ["port.yaml"]
    assert port.read_text(encoding="utf-8") == PORT


def test_it_is_among_the_commands():
    assert "forget" in commands.commands


class TestHowLongItIsKept:
    OVERDUE = "This material should have been destroyed: it could be kept until May 1, 2026, that day included."
    PURPOSE = "what the material was gathered for (purpose)"
    TERM = "after which day it is to be destroyed (retain_until)"

    @pytest.fixture
    def checked(self, run, port, monkeypatch):
        """Check the case on a day, with these lines in its head; give what is said before the last line."""

        def check(head="", day="2026-05-02", case=PORT, **words):
            monkeypatch.setattr("netdeps.cli.check.today", lambda: dt.date.fromisoformat(day))
            port.write_text(
                case.replace("language: en\n", f"language: en\n{head}"), encoding="utf-8"
            )
            status, told, err = run("check", "port.yaml", *words.get("more", ()))
            assert (status, err) == (0, "")
            assert told[-1].startswith(("Statements: ", "Uitspraken: "))
            return told[:-1]

        return check

    def test_material_that_should_have_been_destroyed_is_told_of_from_the_day_after(self, checked):
        head = "purpose: to talk\nretain_until: 2026-05-01\n"
        assert checked(head)[-1] == self.OVERDUE
        assert self.OVERDUE not in checked(head, "2026-05-01")
        assert self.OVERDUE in checked(head, "2031-01-01")

    def test_also_where_there_are_no_persons(self, checked):
        bare = "netdeps: 1\nlanguage: en\norganisations: [{id: care}]\n"
        assert checked("retain_until: 2026-05-01\n", case=bare)[-1] == self.OVERDUE
        assert not any("purpose" in line for line in checked(case=bare))

    @pytest.mark.parametrize(
        ("head", "missing"),
        [
            ("", f"{PURPOSE} and {TERM}"),
            ("purpose: to talk\n", TERM),
            ("retain_until: 2026-05-02\n", PURPOSE),
        ],
    )
    def test_where_there_are_persons_it_is_told_once_what_is_not_noted(
        self, checked, head, missing
    ):
        told = f"2 persons are in this case, but it does not say {missing}. Note that at the top of the file."
        assert [one for one in checked(head) if "persons are" in one] == [told]

    def test_where_all_is_noted_nothing_is_told(self, checked):
        noted = "purpose: to talk\nretain_until: 2026-05-02\n"
        assert not any("retain" in one or "destroyed" in one for one in checked(noted))

    def test_in_dutch(self, checked):
        told = checked("retain_until: 2026-05-01\n", more=["--language", "nl"])
        assert told[-2:] == [
            "Dit materiaal had vernietigd moeten zijn: het mocht tot en met 1 mei 2026 bewaard worden.",
            "In deze casus komen 2 personen voor, maar er staat niet in waarvoor het materiaal verzameld is (purpose). "
            "Noteer dat bovenaan in het bestand.",
        ]
