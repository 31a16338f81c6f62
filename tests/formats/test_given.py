"""The log of what was given, as it is written and read, and whatever else may be given for it."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdeps.errors import FileError, InvalidRecordsError
from netdeps.formats import dumps_given, read, read_given, write_given
from netdeps.model import STATEMENT_LISTS, Given, GivenLog

SALT = "0123456789abcdef" * 2
PRINT = "fedcba9876543210"
ENTRY = {"day": "2026-05-03", "to": "the table", "audience": "table", "file": "map.html"}
HEAD = {"netdeps_given": 1, "salt": SALT}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "port.given.json"


def refused(path, text):
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    with pytest.raises(InvalidRecordsError) as caught:
        read_given(path)
    head, *lines = str(caught.value).splitlines()
    assert head == f"{path}: {len(lines)} problem{'s'[: len(lines) != 1]}"
    return [line.removeprefix("  ") for line in lines]


prints = st.text("0123456789abcdef", min_size=16, max_size=16)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=9)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
entries = st.builds(
    lambda fields, party: Given(**fields, audience="party" if party else "table", party=party),
    st.fixed_dictionaries(
        {"day": days, "to": words.filter(bool), "file": words, "case": words, "whole": st.booleans()},
        optional={
            "moment": st.none() | days,
            "organisations": st.lists(prints, max_size=3),
            "statements": st.lists(
                st.builds(
                    "{}:{}".format, st.sampled_from([*STATEMENT_LISTS, "replies"]), prints
                ),
                max_size=3,
            ),
            "medians": st.lists(
                st.fixed_dictionaries({"condition": st.just("ambition"), "group": prints}),
                max_size=2,
            ),
        },
    ),
    st.none() | prints,
)  # fmt: skip


@given(st.lists(entries, max_size=3))
@settings(max_examples=50)
def test_reading_what_was_written_gives_the_same_log(tmp_path_factory, rows):
    log = GivenLog(salt=SALT, given=rows)
    path = write_given(log, tmp_path_factory.mktemp("log") / "port.given.json")
    assert read_given(path) == log
    assert path.read_text(encoding="utf-8") == dumps_given(log)


def test_what_is_written_is_plain_json_and_leaves_out_what_says_nothing():
    log = GivenLog(salt=SALT, given=[{**ENTRY, "organisations": [PRINT]}])
    assert json.loads(dumps_given(log)) == {**HEAD, "given": [{**ENTRY, "organisations": [PRINT]}]}


NAME_IT = "Name the log with --log; it is kept beside the case as CASE.given.json."
JSON = "a log of what was given, in JSON, is expected"
LOG = "a log of what was given is expected"
READS = "this netdeps reads version 1 of logs"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("netdeps: 1\nname: Port\n", f"line 1: this is not JSON: Expecting value; {JSON}. {NAME_IT}"),
        ('{"netdeps": 1}', f"this is a case; {LOG}. {NAME_IT}"),
        ('{"netdeps_changes": 1}', f"this is a change file; {LOG}. {NAME_IT}"),
        ("[" * 200_000, f"this is nested too deeply; {JSON}. {NAME_IT}"),
        ('{"a":' * 200_000, f"this is nested too deeply; {JSON}. {NAME_IT}"),
        ("[]", f"[] was found; {JSON}."),
        ("{}", f"netdeps_given: the version is missing; {READS}. {NAME_IT}"),
        ('{"netdeps_given": 2}', f"netdeps_given: version 2 is newer; {READS}. Install a newer netdeps."),
        ('{"netdeps_given": true}', f"netdeps_given: True is no version; {READS}. {NAME_IT}"),
        ('{"netdeps_given": 1.0}', f"netdeps_given: 1.0 is no version; {READS}. {NAME_IT}"),
        ('{"netdeps_given": "1"}', f"netdeps_given: '1' is no version; {READS}. {NAME_IT}"),
        ('{"netdeps_given": NaN}', f"NaN is not a number that a case can hold; {JSON}. {NAME_IT}"),
        (
            '{"netdeps_given": 1, "netdeps_given": 1}',
            f"the key 'netdeps_given' stands twice in one object; the first would be lost; {JSON}. {NAME_IT}",
        ),
        ('{"netdeps_given": 1}', "salt: nothing is filled in; this field is required."),
    ],
)  # fmt: skip
def test_what_is_no_log_is_refused_with_what_to_do(path, text, line):
    assert refused(path, text) == [line]


COPY = "Take the log from a copy; what stands here is not to be changed by hand."


def test_all_that_was_changed_wrongly_by_hand_is_told_at_once(path):
    wrong = {
        **ENTRY,
        "day": 20260503,
        "to": "",
        "audience": "tabel",
        "organisations": ["care", PRINT.upper(), PRINT],
        "statements": ["contact:" + PRINT, "contacts:" + PRINT[:-1], PRINT],
        "medians": [{"condition": "mood", "group": PRINT}],
        "whole": "perhaps",
        "who": "me",
    }
    party = {**ENTRY, "audience": "party"}
    assert refused(path, json.dumps({**HEAD, "salt": "salt", "given": [wrong, party, 7]})) == [
        f"salt: 'salt' was found; 32 digits 0 to 9 and a to f are expected. {COPY}",
        "given[1].day: 20260503 is not a date; a date as YYYY-MM-DD is expected.",
        "given[1].to: '' was found; text is expected.",
        "given[1].audience: 'tabel' was found; one of 'facilitator', 'table', 'public', 'party' is "
        "expected. Did you mean 'table'?",
        "given[1].whole: 'perhaps' was found; yes or no (true or false) is expected.",
        f"given[1].organisations[1]: 'care' was found; 16 digits 0 to 9 and a to f are expected. {COPY}",
        f"given[1].organisations[2]: '{PRINT.upper()}' was found; 16 digits 0 to 9 and a to f are "
        f"expected. {COPY}",
        "given[1].statements[1]: the list 'contact' is not known; the name of a list, a colon and a "
        "fingerprint are expected. Did you mean 'contacts'?",
        f"given[1].statements[2]: '{PRINT[:-1]}' was found; 16 digits 0 to 9 and a to f are expected. "
        + COPY,
        f"given[1].statements[3]: the list '{PRINT}' is not known; the name of a list, a colon and a "
        "fingerprint are expected.",
        "given[1].medians[1].condition: 'mood' was found; one of 'ambition', 'interests', 'relations', "
        "'organisation', 'process' is expected.",
        "given[1].who: the field 'who' is not known; known are 'day', 'to', 'audience', 'party', "
        "'file', 'case', 'moment', 'whole', 'organisations', 'statements', 'medians'. Did you mean 'whole'?",
        "given[2]: an edition for 'party' without a party; an edition for a party has 'party', and no "
        "other has.",
        "given[3]: 7 was found; fields with their values are expected.",
    ]


def test_a_party_belongs_to_an_edition_for_a_party_alone(path):
    entry = {**ENTRY, "party": PRINT}
    assert refused(path, json.dumps({**HEAD, "given": [entry]})) == [
        "given[1]: an edition for 'table' with a party; an edition for a party has 'party', and no "
        "other has."
    ]


def test_more_than_two_thousand_entries_are_too_many(path):
    (line,) = refused(path, json.dumps({**HEAD, "given": [ENTRY] * 2_001}))
    assert line.endswith("… was found; at most 2000 in the list are expected.")
    path.write_text(json.dumps({**HEAD, "given": [ENTRY] * 2_000}), encoding="utf-8")
    assert len(read_given(path).given) == 2_000


def test_ten_megabytes_of_nonsense_give_a_short_error(path):
    nonsense = {**HEAD, "given": [{**ENTRY, "organisations": ["x" * 1_000] * 10_000}]}
    path.write_text(json.dumps(nonsense), encoding="utf-8")
    with pytest.raises(InvalidRecordsError) as caught:
        read_given(path)
    lines = str(caught.value).splitlines()
    assert lines[0] == f"{path}: 10000 problems"
    assert lines[-1] == "  … and 9950 more"
    assert max(map(len, lines)) < 300


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", '{path}: the file is empty; a log begins with {{"netdeps_given": 1.'),
        ("{}".encode("utf-16"), "{path}: the file is in UTF-16; UTF-8 is expected. Save it again as UTF-8."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_as_a_whole(path, data, message):
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_given(path)
    assert str(caught.value) == message.format(path=path)


def test_a_folder_is_no_log(tmp_path):
    with pytest.raises(FileError) as caught:
        read_given(tmp_path)
    assert (
        str(caught.value)
        == f"{tmp_path}: this is a folder; a log of what was given (.json) is expected."
    )


def test_a_log_is_no_case(path):
    write_given(GivenLog(salt=SALT), path)
    with pytest.raises(InvalidRecordsError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path}: 1 problem\n  this is a log of what was given; a case is expected. "
        "Name the case; its log is found beside it."
    )


def test_only_a_log_is_written(path):
    with pytest.raises(FileError) as caught:
        write_given({"netdeps_given": 1}, path)
    assert str(caught.value) == (
        f"{path}: a log of what was given is expected; {{'netdeps_given': 1}} was given."
    )
    assert not path.exists()
