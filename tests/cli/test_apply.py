"""``netdeps apply``, run as a person runs it."""

import json

import pytest
from click.testing import CliRunner
from corrections.marking import PORT, contact, dependency

from netdeps import Network, formats
from netdeps.cli.app import netdeps
from netdeps.editions import edition
from netdeps.errors import FileError, InvalidRecordsError

HEAD = {"netdeps_changes": 1, "case": "Port", "edition": "table", "date": "2026-11-22"}
MARKS = [
    contact("denied", by="city", remark="not since summer"),
    dependency("confirmed", by="homes"),
    contact("ask"),
]


@pytest.fixture
def folder(tmp_path):
    formats.write(edition(Network(**PORT), "facilitator"), tmp_path / "port.yaml")
    save(tmp_path, marks=MARKS, walk=[{"title": "First the whole"}])
    return tmp_path


def save(folder, **fields):
    (folder / "changes.json").write_text(json.dumps({**HEAD, **fields}), encoding="utf-8")


def run(folder, *options, case="port.yaml", changes="changes.json", out="new.yaml"):
    words = ["apply", folder / case, folder / changes, "-o", folder / out, *options]
    done = CliRunner().invoke(netdeps, [*map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output.replace(f"{folder}/", "").splitlines()


def refused(error, folder, **files):
    with pytest.raises(error) as caught:
        run(folder, **files)
    return str(caught.value).replace(f"{folder}/", "")


def test_it_says_what_changed_and_who_said_so_and_counts(folder):
    assert run(folder) == [
        "1. City denies: contact between Care at the Quay and City at governing level. “not since"
        " summer” Added. Now at governing level: in contact → no contact.",
        "2. Homes confirms: Care at the Quay needs dwellings from Homes and somebody outside this"
        " network. Noted with what was told before.",
        "3. Somebody who is not named asks: contact between Care at the Quay and City at governing"
        " level. A question to ask.",
        "2 marks were added to the case.",
        "1 question to ask; it is among the agreements.",
        "1 kept view became a step of the guided walk.",
        "new.yaml (1 KB) is written.",
        "Comments in the case file are not copied.",
    ]
    new = formats.read(folder / "new.yaml")
    assert new.contacts[1].said.remark == "not since summer"
    assert formats.read(folder / "port.yaml") == Network(**PORT)


def test_the_second_time_everything_is_there_already(folder):
    run(folder)
    told = run(folder, case="new.yaml", out="again.yaml")
    assert told[3:6] == [
        "0 marks were added to the case.",
        "3 marks were there already.",
        "1 kept view was in the guided walk already.",
    ]
    assert (folder / "again.yaml").read_bytes() == (folder / "new.yaml").read_bytes()


def test_it_speaks_the_language_that_is_asked_for_and_writes_that_of_the_case(folder):
    told = run(folder, "--language", "nl")
    assert told[3:5] == [
        "2 markeringen zijn in de casus opgenomen.",
        "1 vraag om te stellen; die staat bij de afspraken.",
    ]
    (question,) = formats.read(folder / "new.yaml").agreements
    assert question.what.startswith("Ask: contact between")


def test_it_writes_the_format_of_the_ending(folder):
    run(folder, out="new.json")
    assert json.loads((folder / "new.json").read_text("utf-8"))["name"] == "Port"


def test_what_does_not_fit_is_told_with_the_name_of_the_change_file_and_nothing_is_written(folder):
    save(folder, marks=[*MARKS, contact("denied", by="citty")])
    assert refused(InvalidRecordsError, folder) == (
        "changes.json: 1 problem\n"
        "  marks[4].by: 'citty' is not one of the organisations; known are 'care', 'city', 'homes',"
        " 'rival'. Did you mean 'city'?"
    )
    assert not (folder / "new.yaml").exists()


def test_it_writes_over_neither_of_the_files_that_it_reads(folder):
    for out, what in (
        ("port.yaml", "this is the case itself"),
        ("changes.json", "these are the changes"),
    ):
        before = (folder / out).read_bytes()
        assert refused(FileError, folder, out=out) == f"{out}: {what}; name another file to write."
        assert (folder / out).read_bytes() == before


def test_the_files_in_the_wrong_order_are_told_apart(folder):
    assert refused(InvalidRecordsError, folder, case="changes.json", changes="port.yaml") == (
        "changes.json: 1 problem\n"
        "  this is a change file; a case is expected. Name the case first, then the changes."
    )


def test_check_reads_a_case_with_marks_in_it(folder):
    run(folder)
    done = CliRunner().invoke(netdeps, ["check", str(folder / "new.yaml")])
    assert done.exit_code == 0
    assert "Statements: 0 public, " in done.output


def test_hostile_text_in_a_mark_does_not_reach_the_terminal_as_it_is(folder):
    save(folder, marks=[contact("denied", by="city", remark="\x1b[2J\u202eturned\n2. forged")])
    assert run(folder)[0] == (
        "1. City denies: contact between Care at the Quay and City at governing level."
        " “[2Jturned 2. forged” Added. Now at governing level: in contact → no contact."
    )


def test_without_a_file_to_write_it_says_what_is_missing(folder):
    done = CliRunner().invoke(
        netdeps, ["apply", str(folder / "port.yaml"), str(folder / "changes.json")]
    )
    assert done.exit_code == 2
    assert "Missing option '-o' / '--output'." in done.output
