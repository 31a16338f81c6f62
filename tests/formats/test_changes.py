"""Change files: what the page of a map writes, and whatever else may be given for it."""

import json

import pytest

from netdeps.errors import FileError, InvalidRecordsError
from netdeps.formats import dumps_changes, read, read_changes
from netdeps.model import Changes

HEAD = {"netdeps_changes": 1, "case": "Port", "edition": "table", "date": "2026-11-22"}
MARK = {"mark": "confirmed", "tie": "contact", "between": ["care", "city"]}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "changes.json"


def reading(path, text):
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_changes(path)


def refused(path, text):
    with pytest.raises(InvalidRecordsError) as caught:
        reading(path, text)
    head, *lines = str(caught.value).splitlines()
    assert head == f"{path}: {len(lines)} problem{'s'[: len(lines) != 1]}"
    return [line.removeprefix("  ") for line in lines]


def test_a_mark_leaves_out_what_was_not_said(path):
    found = reading(path, json.dumps({**HEAD, "marks": [MARK]}))
    assert (found.marks[0].by, found.marks[0].level, found.marks[0].remark) == (None, None, None)


def test_it_may_begin_with_a_byte_order_mark(path):
    assert reading(path, "\ufeff" + json.dumps(HEAD)).case == "Port"


def test_what_is_written_is_plain_json_with_every_field_of_a_mark():
    changes = Changes(**HEAD, marks=[MARK], walk=[{"title": "Look", "view": "contacts"}])
    assert json.loads(dumps_changes(changes)) == {
        **HEAD,
        "marks": [{**MARK, "level": None, "by": None, "remark": None}],
        "walk": [{"title": "Look", "view": "contacts"}],
    }


SAVE = "Save the changes from the page of the map, and give the file that it writes."
CASE_FIRST = "Name the case first, then the changes."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "<!doctype html><title>x</title>",
            f"this is a web page; a change file in JSON is expected. {SAVE}",
        ),
        (
            "netdeps: 1\nname: Port\n",
            f"this is a case; a change file in JSON is expected. {CASE_FIRST}",
        ),
        ('{"netdeps": 1}', f"this is a case; a change file is expected. {CASE_FIRST}"),
        (
            '{"case": "x",\n oops}',
            "line 2: this is not JSON: Expecting property name enclosed in double quotes; "
            f"a change file in JSON is expected. {SAVE}",
        ),
        (
            "[" * 200_000,
            f"this is nested too deeply; a change file in JSON is expected. {SAVE}",
        ),
        ("[]", "[] was found; a change file has fields with their values."),
        (
            '{"case": "x"}',
            "netdeps_changes: the version is missing; this netdeps reads version 1 of change "
            f"files. {SAVE}",
        ),
        (
            '{"netdeps_changes": 2}',
            "netdeps_changes: version 2 is newer; this netdeps reads version 1 of change files. "
            "Install a newer netdeps.",
        ),
        (
            '{"netdeps_changes": true}',
            "netdeps_changes: True is no version; this netdeps reads version 1 of change files. "
            + SAVE,
        ),
        (
            '{"netdeps_changes": 1, "netdeps_changes": 1}',
            "the key 'netdeps_changes' stands twice in one object; the first would be lost; "
            f"a change file in JSON is expected. {SAVE}",
        ),
        (
            '{"netdeps_changes": NaN}',
            "NaN is not a number that a case can hold; a change file in JSON is expected. " + SAVE,
        ),
    ],
)
def test_what_is_no_change_file_is_refused_with_what_to_do(path, text, line):
    assert refused(path, text) == [line]


def test_all_that_is_wrong_in_it_is_told_at_once(path):
    found = {
        "netdeps_changes": 1,
        "case": 3,
        "date": 20261122,
        "__proto__": {"x": 1},
        "marks": [MARK, {**MARK, "mark": ["confirmed"], "remark": {"a": 1}}],
        "walk": {"title": "x"},
    }
    assert refused(path, json.dumps(found)) == [
        'case: 3 was found; text is expected. Put quotes around it: "3".',
        "edition: nothing is filled in; this field is required.",
        "date: 20261122 is not a date; a date as YYYY-MM-DD is expected.",
        "marks[2].mark: ['confirmed'] was found; one of 'confirmed', 'denied', 'new', 'ask' is "
        "expected. Did you mean 'confirmed'?",
        "marks[2].remark: {'a': 1} was found; text is expected.",
        "walk: {'title': 'x'} was found; a list is expected.",
        "__proto__: the field '__proto__' is not known; known are 'netdeps_changes', 'case', "
        "'edition', 'date', 'marks', 'walk'.",
    ]


def test_a_hundred_thousand_marks_are_too_many(path):
    (line,) = refused(path, json.dumps({**HEAD, "marks": [MARK] * 100_000}))
    assert line.startswith("marks: [{'mark': 'confirmed', 'tie': 'contact', 'between': ")
    assert line.endswith("… was found; at most 2000 in the list are expected.")


def test_a_huge_text_is_shown_short(path):
    lines = refused(path, json.dumps({**HEAD, "marks": [{**MARK, "level": "x" * 1_000_000}]}))
    assert len(lines[0]) < 200


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", 'the file is empty; a change file begins with {"netdeps_changes": 1.'),
        (
            "é".encode("cp1252"),
            "line 1: the byte 0xe9 is not UTF-8. The file may be in an older Windows encoding; "
            "save it again as UTF-8.",
        ),
        (
            "{}".encode("utf-16"),
            "the file is in UTF-16; UTF-8 is expected. Save it again as UTF-8.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole(path, data, message):
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_changes(path)
    assert str(caught.value) in {f"{path}: {message}", f"{path}, {message}"}


def test_a_folder_is_no_change_file(tmp_path):
    with pytest.raises(FileError) as caught:
        read_changes(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: this is a folder; a change file (.json) is expected."
    )


def test_a_change_file_is_no_case(path):
    path.write_text(json.dumps(HEAD), encoding="utf-8")
    with pytest.raises(InvalidRecordsError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path}: 1 problem\n  this is a change file; a case is expected. {CASE_FIRST}"
    )
