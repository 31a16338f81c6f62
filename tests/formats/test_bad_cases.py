"""A broken or hostile case gives one clear block of problems, and nothing else."""

import json
import os
import subprocess
import sys

import pytest

from netdeps import formats
from netdeps.errors import FileError, InvalidRecordsError, NetdepsError, OptionError

PAIR = "netdeps: 1\norganisations:\n- {id: care}\n- {id: corporation}\n"
KNOWN = (
    "known are 'netdeps', 'name', 'date', 'language', 'purpose', "
    "'retain_until', 'kinds', 'organisations', 'interviews', "
    "'dependencies', 'waits', 'contacts', 'contributions', 'valuations', 'felt_balances', 'hats', "
    "'governance', 'issues', 'tables', 'chains', 'stakes', 'claims', 'concerns', 'agreements', 'ratings', "
    "'medians', 'walk', 'releases'"
)
CASE = "a case has fields with their values, the first being 'netdeps: 1'"


@pytest.fixture
def refusal(tmp_path, monkeypatch):
    """Read a text as a case file that must be refused, and give the whole message."""
    monkeypatch.chdir(tmp_path)

    def read(text, name="case.yaml"):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(data)
        with pytest.raises(NetdepsError) as caught:
            formats.read(name)
        assert (tmp_path / name).read_bytes() == data
        assert [one.name for one in tmp_path.iterdir()] == [name]
        return str(caught.value)

    return read


def one(line, name="case.yaml"):
    return f"{name}: 1 problem\n  {line}"


class TestFilesThatAreNoText:
    @pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
    @pytest.mark.parametrize("name", ["case.yaml", "case.json", "case.txt"])
    def test_an_empty_file(self, refusal, data, name):
        assert refusal(data, name) == f"{name}: the file is empty; a case begins with 'netdeps: 1'."

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16(self, refusal, encoding):
        mark = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
        assert refusal(mark + PAIR.encode(encoding)) == (
            "case.yaml: the file is in UTF-16; UTF-8 is expected. Save it again as UTF-8."
        )

    def test_an_older_windows_encoding(self, refusal):
        assert refusal("netdeps: 1\nname: Café\n".encode("cp1252")) == (
            "case.yaml, line 2: the byte 0xe9 is not UTF-8. "
            "The file may be in an older Windows encoding; save it again as UTF-8."
        )

    def test_half_a_character_in_bytes(self, refusal):
        assert refusal(b"netdeps: 1\n\nname: \xed\xa0\x80\n") == (
            "case.yaml, line 3: the byte 0xed is not UTF-8. "
            "The file may be in an older Windows encoding; save it again as UTF-8."
        )

    def test_a_picture(self, refusal):
        assert refusal(b"\x89PNG\r\n\x1a\n\0\0") == (
            "case.yaml, line 1: the byte 0x89 is not UTF-8. "
            "The file may be in an older Windows encoding; save it again as UTF-8."
        )

    def test_a_control_character(self, refusal):
        assert refusal(PAIR + "name: a\x01b\n") == one(
            "this is not YAML: unacceptable character #x0001: control characters are not allowed "
            'in "<unicode string>", position 66; a case in YAML is expected.'
        )


class TestTextsThatAreNoCase:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("hello", f"line 1: 'hello' was found; {CASE}."),
            ("- leiden", f"line 1: ['leiden'] was found; {CASE}."),
            ("5", f"line 1: 5 was found; {CASE}."),
            ("{}", "netdeps: the version is missing; this netdeps reads version 1. Begin with 'netdeps: 1'."),
            ("name: Leiden", "netdeps: the version is missing; this netdeps reads version 1. Begin with 'netdeps: 1'."),
            ("netdeps: 2", "netdeps: version 2 is newer; this netdeps reads version 1. Install a newer netdeps."),
            ("netdeps: 99\nfuture: {}", "netdeps: version 99 is newer; this netdeps reads version 1. Install a newer netdeps."),
            ("netdeps: 0", "netdeps: 0 is no version; this netdeps reads version 1. Write 'netdeps: 1'."),
            ("netdeps: -1", "netdeps: -1 is no version; this netdeps reads version 1. Write 'netdeps: 1'."),
            ("netdeps: '1'", "netdeps: '1' is no version; this netdeps reads version 1. Write 'netdeps: 1'."),
            ("netdeps: yes", "netdeps: True is no version; this netdeps reads version 1. Write 'netdeps: 1'."),
            ("netdeps: [1]", "netdeps: [1] is no version; this netdeps reads version 1. Write 'netdeps: 1'."),
            ("netdeps: 1\nnetdeps: 1\n", "line 2: the key 'netdeps' stands here twice; the first would be lost; a case in YAML is expected."),
            ("netdeps: 1\n---\nnetdeps: 1\n", "line 2: a second document begins here; a case is one document; a case in YAML is expected."),
            ("netdeps: 1\nname: [", "line 3: this is not YAML: did not find expected node content; a case in YAML is expected."),
            ("netdeps: 1\n\tname: x", "line 2: this is not YAML: found a tab character that violates indentation; a case in YAML is expected."),
            ('netdeps: 1\nname: "x', "line 2: this is not YAML: found unexpected end of stream; a case in YAML is expected."),
            ("netdeps: 1\nname: @x", "line 2: this is not YAML: found character that cannot start any token; a case in YAML is expected."),
            ("netdeps: 1\n1: x", "line 2: the key 1 is not text; put quotes around it; a case in YAML is expected."),
            ("netdeps: 1\nno: x", "line 2: the key False is not text; put quotes around it; a case in YAML is expected."),
            ("netdeps: 1\n? [a, b]\n: x", "line 2: the key ['a', 'b'] is not text; put quotes around it; a case in YAML is expected."),
            # aliases
            ("netdeps: 1\nname: *nobody", "line 2: the alias *nobody refers to nothing; a case in YAML is expected."),
            ("netdeps: 1\nname: &a [*a]", "line 2: the alias *a stands inside what it refers to; a case in YAML is expected."),
            ("&a\nnetdeps: 1\nkinds:\n- *a", "line 4: the alias *a stands inside what it refers to; a case in YAML is expected."),
            # merge keys
            ("netdeps: 1\n<<: 5", "line 2: '<<' takes a mapping, or a list of them; a case in YAML is expected."),
            ("netdeps: 1\n<<: [{name: x}, y]", "line 2: '<<' takes a mapping, or a list of them; a case in YAML is expected."),
            # tags
            ("netdeps: 1\nname: !!python/object/apply:os.system [echo]", "line 2: the tag 'tag:yaml.org,2002:python/object/apply:os.system' is not read; a case in YAML is expected."),
            ("netdeps: 1\nname: !!python/name:os.system ''", "line 2: the tag 'tag:yaml.org,2002:python/name:os.system' is not read; a case in YAML is expected."),
            ("netdeps: 1\nkinds: !!set {a}", "line 2: the tag 'tag:yaml.org,2002:set' is not read; a case in YAML is expected."),
            ("netdeps: 1\nname: !!binary aGk=", "line 2: the tag 'tag:yaml.org,2002:binary' is not read; a case in YAML is expected."),
            ("netdeps: 1\nname: !secret x", "line 2: the tag '!secret' is not read; a case in YAML is expected."),
            ("netdeps: 1\ndate: 2021-02-30", "line 2, date: '2021-02-30' was found; a date as YYYY-MM-DD is expected."),
        ],
    )  # fmt: skip
    def test_each_is_said_in_one_line(self, refusal, text, line):
        assert refusal(text) == one(line)

    @pytest.mark.parametrize("text", ["# nothing here yet\n", "---\n", "null\n", "~"])
    def test_a_file_with_nothing_in_it_says_so_without_words_of_python(self, refusal, text):
        message = refusal(text)
        assert "None" not in message
        assert message.count("\n") == 1

    @pytest.mark.parametrize(
        "scalar",
        ["!!int ''", "!!int x", "!!float ''", "!!float x", "!!bool maybe", "!!timestamp tomorrow",
         "!!int '_'", "0x" + "f" * 5000, "0b" + "1" * 30000, "9" * 5000, "1:" * 900 + "1"],
    )  # fmt: skip
    def test_a_value_that_is_not_what_it_claims_to_be_is_refused(self, refusal, scalar):
        message = refusal(
            f"{PAIR}contributions:\n- {{giver: care, taker: corporation, resource: x, amount: {scalar}}}\n"
        )
        assert message.startswith("case.yaml: 1 problem\n  line 6")
        assert len(message) < 300

    def test_a_key_that_is_a_huge_number_is_refused_shortly(self, refusal):
        message = refusal(f"{PAIR}? 0x{'f' * 5000}\n: x\n")
        assert message.startswith("case.yaml: 1 problem\n  line 6, '0xfff")
        assert len(message) < 600

    def test_a_key_that_stands_for_a_thousand_values_is_refused_shortly(self, refusal):
        many = ", ".join(["aaaaaaaaaa"] * 1000)
        message = refusal(f"netdeps: 1\n? [{many}]\n: x\n")
        assert message.startswith("case.yaml: 1 problem\n  line 2: the key ")
        assert len(message) < 300

    def test_an_alias_bomb_is_refused_before_it_goes_off(self, refusal):
        lines = ["netdeps: 1", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
        assert refusal("\n".join(lines)) == one(
            "line 7: with its aliases written out, the file is too large; a case in YAML is expected."
        )

    def test_an_alias_bomb_by_merge_keys_is_refused_before_it_goes_off(self, refusal):
        fields = ", ".join(f"k{n}: x" for n in range(1000))
        rows = "\n".join(f"  - {{<<: *all, own{n}: y}}" for n in range(1100))
        message = refusal(f"netdeps: 1\nall: &all {{{fields}}}\nname:\n{rows}\n")
        assert message.startswith("case.yaml: 1 problem\n")
        assert message.endswith(
            ": with its aliases written out, the file is too large; a case in YAML is expected."
        )


class TestTextsThatAreNoJson:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("{", "line 1: this is not JSON: Expecting property name enclosed in double quotes; a case in JSON is expected."),
            ("{'netdeps': 1}", "line 1: this is not JSON: Expecting property name enclosed in double quotes; a case in JSON is expected."),
            ('{"netdeps": 1}\n{"netdeps": 1}', "line 2: this is not JSON: Extra data; a case in JSON is expected."),
            ('{"netdeps": 1,\n"name": tru}', "line 2: this is not JSON: Expecting value; a case in JSON is expected."),
            ('{"netdeps": 1,\n "name": "a\nb"}', "line 2: this is not JSON: Invalid control character at; a case in JSON is expected."),
            ("[]", f"line 1: [] was found; {CASE}."),
            ('{"netdeps": 1, "netdeps": 1}', "the key 'netdeps' stands twice in one object; the first would be lost; a case in JSON is expected."),
            ('{"netdeps": NaN}', "NaN is not a number that a case can hold; a case in JSON is expected."),
            ('{"netdeps": -Infinity}', "-Infinity is not a number that a case can hold; a case in JSON is expected."),
            ('{"netdeps": 1,\n"date": 1e999}', "line 2, date: inf is not a date; a date as YYYY-MM-DD is expected."),
            ('{"netdeps": 1,\n"nme": "x"}', f"line 2, nme: the field 'nme' is not known; {KNOWN}. Did you mean 'name'?"),
        ],
    )  # fmt: skip
    def test_each_is_said_in_one_line(self, refusal, text, line):
        assert refusal(text, "case.json") == one(line, "case.json")

    def test_a_number_of_5000_digits(self, refusal):
        message = refusal('{"netdeps": ' + "9" * 5000 + "}", "case.json")
        assert message.startswith("case.json: 1 problem\n  ")
        assert message.endswith("; a case in JSON is expected.")
        assert len(message) < 300

    def test_half_a_character_is_refused_when_it_is_read_not_when_it_is_written(self, refusal):
        message = refusal('{"netdeps": 1,\n"name": "\\ud800"}', "case.json")
        assert message.startswith("case.json: 1 problem\n  ")
        assert "name: " in message
        message.encode()

    def test_half_a_character_in_the_name_of_a_field_can_be_shown(self, refusal):
        nested = '{"netdeps": 1,\n"organisations": [{"id": "a", "\\ud800": 1}]}'
        for text in ('{"netdeps": 1,\n"\\ud800": 1}', nested):
            message = refusal(text, "case.json")
            assert r"'\ud800'" in message
            assert message.encode().decode() == message


DEEP = {
    "brackets.yaml": "netdeps: 1\nname: " + "[" * 100_000,
    "brackets.json": '{"netdeps": 1, "name": ' + "[" * 100_000,
    "braces.yaml": "{a: " * 100_000,
    "braces.json": '{"a":' * 100_000,
    "dashes.yaml": "- " * 100_000,
    "keys.yaml": "? " * 100_000,
    "closed.yaml": "netdeps: 1\nname: " + "[" * 100_000 + "]" * 100_000,
    "closed.json": '{"netdeps": 1, "name": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "flow.txt": "{" * 100_000,
}
TOO_DEEP_YAML = "line {}: this is nested more than 32 deep; a case in YAML is expected."
TOO_DEEP_JSON = "this is nested too deeply; a case in JSON is expected."


def test_nesting_of_100_000_deep_ends_neither_the_process_nor_the_day(tmp_path):
    for name, text in DEEP.items():
        (tmp_path / name).write_text(text, "utf-8")
    code = (
        "import sys, netdeps\n"
        "for name in sys.argv[1:]:\n"
        "    try: netdeps.read(name)\n"
        "    except netdeps.NetdepsError as error: print(error)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *DEEP],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    lines = {"brackets.yaml": 2, "closed.yaml": 2}
    expected = []
    for name in DEEP:
        if name.endswith(".yaml"):
            expected.append(one(TOO_DEEP_YAML.format(lines.get(name, 1)), name))
        elif name.endswith(".json"):
            expected.append(one(TOO_DEEP_JSON, name))
    shown = done.stdout.rstrip("\n")
    assert shown.startswith("\n".join(expected))
    assert shown.splitlines()[-2] == "flow.txt: 1 problem"


@pytest.mark.parametrize("depth", [40, 900, 985, 990, 995, 1000])
def test_json_that_is_just_not_too_deep_to_be_parsed_is_refused_too(refusal, depth):
    text = '{"netdeps": 1, "name": ' + "[" * depth + "]" * depth + "}"
    assert refusal(text, "case.json").startswith("case.json: 1 problem\n  ")


class TestTheLinesOfProblems:
    def test_every_problem_has_its_line_in_the_order_of_the_file(self, refusal):
        text = (
            "netdeps: 1\n"
            "nme: Leiden\n"
            "organisations:\n"
            "- id: care\n"
            "  levels: governing\n"
            "- id: corp-1\n"
            "- {id: care}\n"
            "contacts:\n"
            "- between: [care, corp1]\n"
            "  level: goverment\n"
            "- {between: [care, care]}\n"
            "- between:\n"
            "  - care\n"
            "  - corp1\n"
            "  said:\n"
            "    by: nobody\n"
            "dependencies:\n"
            "- depender: care\n"
            "  dependees: corp-1\n"
        )
        corp = "'corp1' is not one of the organisations; known are 'care', 'corp-1'. Did you mean 'corp-1'?"
        assert refusal(text).splitlines() == [
            "case.yaml: 10 problems",
            f"  line 2, nme: the field 'nme' is not known; {KNOWN}. Did you mean 'name'?",
            "  line 5, organisations[1].levels: 'governing' was found; a list is expected. Write [governing].",
            "  line 7, organisations[3].id: the id 'care' is already used by organisations[1]; "
            "an id is used once. Choose another id.",
            f"  line 9, contacts[1].between[2]: {corp}",
            "  line 10, contacts[1].level: 'goverment' was found; one of 'governing', 'management', "
            "'operational' is expected. Did you mean 'governing'?",
            "  line 11, contacts[2]: a contact of 'care' with itself; a contact is between two "
            "organisations, or between two levels of one. Name the other one, or give 'level' and "
            "'other_level'.",
            f"  line 14, contacts[3].between[2]: {corp}",
            "  line 16, contacts[3].said.by: 'nobody' is not one of the organisations; known are "
            "'care', 'corp-1'. Add it under 'organisations'.",
            "  line 18, dependencies[1].dependum: nothing is filled in; this field is required.",
            "  line 19, dependencies[1].dependees: 'corp-1' was found; a list is expected. Write [corp-1].",
        ]

    def test_what_comes_from_a_merge_key_has_the_line_of_its_record(self, refusal):
        text = "netdeps: 1\nkinds:\n- &police {id: police, color: red}\n- {<<: *police, id: army}\n"
        field = "the field 'color' is not known; known are 'id', 'label', 'colour'. Did you mean 'colour'?"
        assert refusal(text) == (
            "case.yaml: 2 problems\n"
            f"  line 3, kinds[1].color: {field}\n"
            f"  line 4, kinds[2].color: {field}"
        )

    def test_json_problems_have_lines_as_well(self, refusal):
        rows = json.dumps({"netdeps": 1, "organisations": [{"id": "a", "nam": "b"}]}, indent=1)
        assert refusal(rows, "case.json") == one(
            "line 6, organisations[1].nam: the field 'nam' is not known; known are 'id', 'name', "
            "'kind', 'region', 'part_of', 'roles', 'levels', 'said', 'illustrative'. "
            "Did you mean 'name'?",
            "case.json",
        )

    def test_a_problem_that_shows_when_statements_get_their_names_is_placed_in_the_file_too(
        self, tmp_path
    ):
        path = tmp_path / "case.yaml"
        path.write_text(
            f"{PAIR}claims:\n- {{id: contacts/1, about: care, topic: role, text: x}}\n"
            "contacts:\n- {between: [care, corporation]}\n",
            "utf-8",
        )
        network = formats.read(path)
        assert network.claims[0].id == "contacts/1" != network.contacts[0].id

    def test_the_first_fifty_of_very_many_problems_are_shown_quickly(self, refusal):
        shown = refusal(PAIR + "contacts:\n" + "- 5\n" * 20_000).splitlines()
        assert shown[0] == "case.yaml: 20000 problems"
        assert (
            shown[1] == "  line 6, contacts[1]: 5 was found; fields with their values are expected."
        )
        assert shown[-1] == "  … and 19950 more"
        assert len(shown) == 52


class TestUsualMistakes:
    @pytest.mark.parametrize(
        ("rows", "line"),
        [
            ("organisation: []", f"line 5, organisation: the field 'organisation' is not known; {KNOWN}. Did you mean 'organisations'?"),
            ("contacts: {care: corporation}", "line 5, contacts: {'care': 'corporation'} was found; a list is expected."),
            ("contacts: care", "line 5, contacts: 'care' was found; a list is expected. Write [care]."),
            ("contacts: [care]", "line 5, contacts[1]: 'care' was found; fields with their values are expected."),
            ("contacts: [[care, corporation]]", "line 5, contacts[1]: ['care', 'corporation'] was found; fields with their values are expected."),
            ("date: 20210428", "line 5, date: 20210428 is not a date; a date as YYYY-MM-DD is expected."),
            ("date: 28-4-2021", "line 5, date: '28-4-2021' was found; a date as YYYY-MM-DD is expected."),
            ("language: dutch", "line 5, language: 'dutch' was found; one of 'nl', 'en' is expected."),
            ("dependencies: [{depender: care, dependum: x, dependees: corp-1}]", "line 5, dependencies[1].dependees: 'corp-1' was found; a list is expected. Write [corp-1]."),
            ("contributions: [{giver: care, taker: corporation, resource: x, amount: .nan}]", "line 5, contributions[1].amount: nan was found; a finite number is expected."),
            ("contributions: [{giver: care, taker: corporation, resource: x, amount: -.inf}]", "line 5, contributions[1].amount: -inf was found; a finite number is expected."),
            ("contributions: [{giver: care, taker: corporation, resource: x, amount: 1.0e+300}]", "line 5, contributions[1].amount: 1e+300 was found; 1e+15 or less is expected."),
            ("contacts: [{between: [care, corporation], exists: ja}]", "line 5, contacts[1].exists: 'ja' was found; yes or no (true or false) is expected."),
            ("stakes: [{organisation: care, issue: outflow}]", "line 5, stakes[1].issue: 'outflow' is not one of the issues; there are none. Add it under 'issues'."),
            ("agreements: [{what: meet}]", "line 5, agreements[1].id: nothing is filled in; this field is required."),
            ("__proto__: {x: 1}", f"line 5, __proto__: the field '__proto__' is not known; {KNOWN}."),
            ("self: 1", f"line 5, self: the field 'self' is not known; {KNOWN}."),
            ("cls: 1", f"line 5, cls: the field 'cls' is not known; {KNOWN}. Did you mean 'claims'?"),
            ("contact: [{between: [care, corporation]}]", f"line 5, contact: the field 'contact' is not known; {KNOWN}. Did you mean 'contacts'?"),
        ],
    )  # fmt: skip
    def test_each_is_said_in_one_line(self, refusal, rows, line):
        assert refusal(f"{PAIR}{rows}\n") == one(line)

    def test_organisations_as_a_mapping_is_one_problem_not_one_for_every_mention(self, refusal):
        text = (
            "netdeps: 1\norganisations: {care: {name: Care}, corp: {name: Corp}}\n"
            "contacts: [{between: [care, corp]}]\n"
        )
        assert refusal(text) == one(
            "line 2, organisations: {'care': {'name': 'Care'}, 'corp': {'name': 'Corp'}} was found; "
            "a list is expected."
        )

    def test_one_mistake_in_an_organisation_does_not_make_every_mention_of_it_wrong(self, refusal):
        text = "netdeps: 1\norganisations: [{id: a, naam: A}, {id: b}]\ncontacts: [{between: [a, b]}]\n"
        assert refusal(text) == one(
            "line 2, organisations[1].naam: the field 'naam' is not known; known are 'id', 'name', "
            "'kind', 'region', 'part_of', 'roles', 'levels', 'said', 'illustrative'. "
            "Did you mean 'name'?"
        )

    def test_one_mistake_in_an_issue_does_not_make_every_mention_of_it_wrong(self, refusal):
        text = (
            f"{PAIR}issues: [{{id: outflow, urgency: 9}}]\ntables: [{{id: t, issues: [outflow]}}]\n"
        )
        assert refusal(text) == one(
            "line 5, issues[1].urgency: 9 was found; 1 or less is expected."
        )

    @pytest.mark.parametrize("name", ["contacts", "organisations", "name", "language"])
    def test_nothing_after_a_colon_is_said_without_words_of_python(self, refusal, name):
        message = refusal(f"netdeps: 1\n{name}:\n")
        assert message.startswith(f"case.yaml: 1 problem\n  line 2, {name}: ")
        assert "None" not in message

    @pytest.mark.parametrize(
        ("written", "wrong_repair"),
        [
            ("no", '"False"'),
            ("12:30", '"750"'),
            ("1_000", '"1000"'),
            ("017", '"15"'),
            ("0x1F", '"31"'),
        ],
    )
    def test_the_suggested_quotes_stand_around_what_was_written(
        self, refusal, written, wrong_repair
    ):
        message = refusal(f"netdeps: 1\nname: {written}\n")
        assert message.startswith("case.yaml: 1 problem\n  line 2, name: ")
        assert wrong_repair not in message

    def test_a_date_where_text_belongs_is_shown_as_it_was_written(self, refusal):
        message = refusal("netdeps: 1\nname: 2021-04-28\n")
        assert message.startswith("case.yaml: 1 problem\n  line 2, name: ")
        assert "datetime" not in message

    @pytest.mark.parametrize(
        "field", ["'x[²]'", '"x[' + "9" * 900 + ']"', "'[1]'", "'..'", "'a.b[0].c'", "''"]
    )
    def test_the_name_of_an_unknown_field_may_hold_anything(self, refusal, field):
        assert refusal(f"netdeps: 1\n{field}: 1\n").startswith("case.yaml: 1 problem\n  line 2")

    def test_the_name_of_an_unknown_field_is_shown_as_harmless_text(self, refusal):
        message = refusal('netdeps: 1\n"na\\u202eem\\nx": 1\n')
        assert message.count("\n") == 1
        assert "\u202e" not in message

    def test_the_key_of_a_double_field_is_shown_as_harmless_text(self, refusal):
        message = refusal('netdeps: 1\n"na\\u202eem\\nx": 1\n"na\\u202eem\\nx": 2\n')
        assert message == one(
            r"line 3: the key 'na\u202eem\nx' stands here twice; the first would be lost; "
            "a case in YAML is expected."
        )


class TestTextThatAFileMayHold:
    def test_a_time_where_text_belongs_is_not_rewritten(self, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text("netdeps: 1\nname: 2020-01-01 10:00:00\n", "utf-8")
        try:
            assert formats.read(path).name == "2020-01-01 10:00:00"
        except InvalidRecordsError as error:
            assert "name" in str(error)  # noqa: PT017 - either is fine, a changed text is not

    @pytest.mark.parametrize("text", ["=", "<<", "a = b", "y", "n", "08", ".", "-"])
    def test_signs_that_mean_something_to_few_are_text(self, tmp_path, text):
        path = tmp_path / "case.yaml"
        path.write_text(f"netdeps: 1\nname: '{text}'\n", "utf-8")
        assert formats.read(path).name == text

    def test_an_equals_sign_without_quotes_is_text(self, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text("netdeps: 1\nname: =\n", "utf-8")
        assert formats.read(path).name == "="

    @pytest.mark.parametrize(
        "text",
        [
            "</script><script>alert(1)</script>",
            "\u202eabc\u202c",
            "x" * 300,
            "__proto__",
            "{{ 7*7 }}",
        ],
    )
    def test_hostile_text_is_kept_as_it_is(self, tmp_path, text):
        for name in ("case.yaml", "case.json"):
            case = {"netdeps": 1, "name": text, "organisations": [{"id": "a", "name": text}]}
            (tmp_path / name).write_text(json.dumps(case), "utf-8")
            network = formats.read(tmp_path / name)
            assert (network.name, network.names["a"]) == (text, text)

    @pytest.mark.parametrize(
        "name", ["__proto__", "constructor", "</script><script>", "a b", "0", "é"]
    )
    def test_hostile_ids_that_can_be_read_are_kept_as_they_are(self, tmp_path, name):
        (tmp_path / "case.json").write_text(
            json.dumps({"netdeps": 1, "organisations": [{"id": name}]}), "utf-8"
        )
        assert formats.read(tmp_path / "case.json").ids == (name,)

    def test_a_byte_order_mark_and_windows_line_ends_make_no_difference(self, tmp_path):
        (tmp_path / "a.yaml").write_bytes(PAIR.encode())
        (tmp_path / "b.yaml").write_bytes(PAIR.replace("\n", "\r\n").encode("utf-8-sig"))
        (tmp_path / "b.json").write_bytes(
            b'\xef\xbb\xbf{"netdeps": 1,\r\n"organisations": [{"id": "care"}, {"id": "corporation"}]}\r\n'
        )
        expected = formats.read(tmp_path / "a.yaml")
        assert formats.read(tmp_path / "b.yaml") == expected
        assert formats.read(tmp_path / "b.json") == expected

    def test_merge_keys_fill_in_what_a_record_does_not_say_itself(self, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text(
            "netdeps: 1\norganisations:\n"
            "- &care {id: care-a, kind: care_provider, region: Leiden}\n"
            "- &south {id: care-b, <<: *care, region: South}\n"
            "- {<<: [*south, *care], id: care-c}\n"
            "- {id: care-d, <<: *care, <<: {roles: [partner]}}\n",
            "utf-8",
        )
        rows = formats.read(path).organisations
        assert [row.id for row in rows] == ["care-a", "care-b", "care-c", "care-d"]
        assert {row.kind for row in rows} == {"care_provider"}
        assert [row.region for row in rows] == ["Leiden", "South", "South", "Leiden"]
        assert rows[3].roles == ("partner",)

    def test_an_alias_stands_for_what_it_refers_to(self, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text(f"{PAIR}contacts:\n- {{between: &two [care, corporation]}}\n- {{between: *two}}\n", "utf-8")  # fmt: skip
        assert [row.pair for row in formats.read(path).contacts] == [("care", "corporation")] * 2

    def test_a_file_may_begin_and_end_as_yaml_documents_do(self, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text(f"%YAML 1.1\n---\n{PAIR}...\n", "utf-8")
        assert formats.read(path).ids == ("care", "corporation")


class TestFormatsByName:
    def test_the_content_decides_where_the_name_does_not(self, tmp_path):
        (tmp_path / "case").write_text(PAIR, "utf-8")
        (tmp_path / "case.txt").write_text('\n {"netdeps": 1, "name": "x\\u0041"}', "utf-8")
        assert formats.read(tmp_path / "case").ids == ("care", "corporation")
        assert formats.read(tmp_path / "case.txt").name == "xA"

    def test_a_named_format_goes_before_the_name_of_the_file(self, tmp_path):
        (tmp_path / "case.json").write_text(PAIR, "utf-8")
        assert formats.read(tmp_path / "case.json", form="yaml").ids == ("care", "corporation")

    def test_the_ending_may_be_in_capitals(self, tmp_path):
        (tmp_path / "CASE.JSON").write_text('{"netdeps": 1}', "utf-8")
        (tmp_path / "CASE.YML").write_text('{"netdeps": 1,}', "utf-8")
        assert formats.read(tmp_path / "CASE.JSON") == formats.read(tmp_path / "CASE.YML")

    @pytest.mark.parametrize(("found", "hint"), [("ymal", " Did you mean 'yaml'?"), ("xlsx", "")])
    def test_a_format_that_is_not_known_is_refused(self, tmp_path, found, hint):
        (tmp_path / "case").write_text(PAIR, "utf-8")
        with pytest.raises(OptionError) as caught:
            formats.read(tmp_path / "case", form=found)
        assert str(caught.value) == (
            f"the format '{found}' is not known; known are 'yaml', 'json'.{hint}"
        )


class TestPathsThatAreNoFile:
    def test_a_folder(self, tmp_path):
        with pytest.raises(FileError) as caught:
            formats.read(tmp_path)
        assert str(caught.value) == (
            f"{tmp_path}: this is a folder; a case file (.yaml or .json) is expected."
        )

    def test_a_file_that_is_not_there_names_the_cases_beside_it(self, tmp_path):
        for name in ("leiden.yaml", "hengelo.json", "notes.txt"):
            (tmp_path / name).touch()
        with pytest.raises(FileError) as caught:
            formats.read(tmp_path / "leide.yaml")
        assert str(caught.value) == (
            f"{tmp_path}/leide.yaml: there is no such file. "
            "In that folder are hengelo.json, leiden.yaml."
        )

    def test_a_folder_that_is_not_there(self, tmp_path):
        with pytest.raises(FileError) as caught:
            formats.read(tmp_path / "nowhere" / "leiden.yaml")
        assert str(caught.value) == f"{tmp_path}/nowhere/leiden.yaml: there is no such file."

    def test_a_link_to_nothing(self, tmp_path):
        (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
        with pytest.raises(FileError) as caught:
            formats.read(tmp_path / "link.txt")
        assert str(caught.value) == f"{tmp_path}/link.txt: there is no such file."

    def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "case.yaml")
        code = (
            "import netdeps\n"
            "try: netdeps.read('case.yaml')\n"
            "except netdeps.NetdepsError as error: print(error)\n"
        )
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
        assert done.stdout.startswith("case.yaml: ")

    def test_a_name_that_no_file_can_have(self):
        with pytest.raises(FileError) as caught:
            formats.read("a\0b")
        assert str(caught.value) == r"'a\u0000b': the file cannot be read (embedded null byte)."

    def test_a_name_that_is_too_long(self):
        with pytest.raises(FileError) as caught:
            formats.read("x" * 5000)
        assert len(str(caught.value)) < 300

    def test_a_file_that_may_not_be_read(self, tmp_path, monkeypatch):
        path = tmp_path / "case.yaml"
        path.write_text(PAIR, "utf-8")

        def refuse(_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
        with pytest.raises(FileError) as caught:
            formats.read(path)
        assert (
            str(caught.value)
            == (f"'{path}': the file cannot be read ([Errno 13] Permission denied).")
            or len(str(path)) > 60
        )
        assert isinstance(caught.value.__cause__, PermissionError)

    def test_a_file_that_is_far_too_large(self, tmp_path):
        path = tmp_path / "case.yaml"
        with path.open("wb") as stream:
            stream.truncate(256 * 2**20 + 1)
        with pytest.raises(FileError) as caught:
            formats.read(path)
        assert str(caught.value) == (
            f"{path}: the file has 268435457 bytes; at most 268435456 are read."
        )
