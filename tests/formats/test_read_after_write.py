"""What is written is read back equal, whatever the texts hold, and written the same each time."""

import datetime as dt
import json
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import networks

from netdeps import formats
from netdeps.editions import edition
from netdeps.errors import FileError, NetdepsError
from netdeps.formats import json_format, reading, yaml_format
from netdeps.model import LISTS, STATEMENT_LISTS, Network

FORMS = {"yaml": yaml_format.FORMAT, "json": json_format.FORMAT}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
HOSTILE = (
    "", " ", " leading", "trailing ", "\n", "a\n", "\na", "a\n\n b\n", "a\r\nb", "\r", "\t", "a\tb",
    "no", "Yes", "on", "y", "~", "null", "Null", "true", "1", "1.0", "1e3", "1_000", "0x1F", "0o17",
    "017", "08", "12:30", "190:20:30", ".5", ".inf", "-.INF", ".nan", "2020-01-01",
    "2020-01-01 10:00:00", "2020-01-01T10:00:00Z", "=", "<<", "-", "- a", "?", "? a", ":", "a: b",
    "a:", "a #b", "#", "# a", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a`", "|", ">", "|-", ">+1",
    "{", "{a}", "}", "[", "[a]", "]", ",", "a, b", "'", "''", '"', '"a"', "\\", "\\n", "\\u0041",
    "---", "...", "--- a", "</script><script>alert(1)</script>", "{{ 7 * 7 }}", "${x}", "%s",
    "x" * 300, ("x" * 30 + " ") * 20, "\x01", "\x07\x08\x0b\x0c\x1b", "\x7f", "\x80\x9f", "\x85",
    "a\x85b", "\u2028", "a\u2029b", "\u200b", "\u202eturned\u202c", "\u2066\u2069", "\ufeff",
    "a\ufeffb", "\ufffd", "\ufffe", "\uffff", "\ue000", "\U0001f600", "👩‍👩‍👧", "e\u0301", "\U0010ffff",
    "\xa0", "\xad", "Überlingen", "日本", "עברית",
)  # fmt: skip
"""Texts that a format may take for something else, or may not be able to hold."""


def whole(network):
    """Give everything, as the facilitator has it."""
    return edition(network, "facilitator")


def again(network, form):
    return reading.build(formats.dumps(whole(network), form=form), "case", FORMS[form]).network


def everywhere(text):
    """A network with one text in every field that holds free text."""
    said = {"person": text, "source": text}
    return Network(
        name=text,
        kinds=[{"id": "police", "label": {"nl": text, "en": text}}],
        organisations=[
            {"id": "a", "name": text, "region": text, "roles": [text, text], "said": said},
            {"id": "b"},
        ],
        interviews=[{"organisation": "a", "said": said}],
        dependencies=[{"depender": "a", "dependum": text, "dependees": ["b"], "barrier": text}],
        waits=[{"waiter": "a", "awaited": ["b"], "what": text}],
        contacts=[{"between": ["a", "b"], "persons": [text]}],
        contributions=[
            {"giver": "a", "taker": "b", "resource": text, "unit": text, "dossier": text}
        ],
        issues=[{"id": "i", "title": text}],
        tables=[{"id": "t", "name": text}],
        stakes=[
            {
                "organisation": "a",
                "issue": "i",
                "interest": text,
                "cost": text,
                "offers": [
                    {
                        "resource": text,
                        "unit": text,
                        "condition": {"organisation": "b", "resource": text},
                    }
                ],
            }
        ],
        claims=[{"about": "a", "topic": text, "text": text}],
        concerns=[{"theme": text, "text": text}],
        agreements=[{"id": "g", "what": text}],
        walk=[{"title": text or "-", "text": text, "dossier": text}],
    )


@pytest.mark.parametrize("form", FORMS)
class TestEqualAfterReading:
    @given(network=networks())
    def test_every_network(self, form, network):
        assert again(network, form) == network

    @pytest.mark.parametrize("text", HOSTILE)
    def test_every_difficult_text_in_every_field(self, form, text):
        assert again(everywhere(text), form) == everywhere(text)

    @given(text=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
    def test_every_text(self, form, text):
        network = Network(name=text, concerns=[{"theme": text, "text": f" {text} {text}"}])
        assert again(network, form) == network

    def test_every_character_that_there_is(self, form):
        whole = "".join(map(chr, [*range(1, 0xD800), *range(0xE000, 0x11000, 1)]))
        rows = [{"theme": whole[at : at + 500]} for at in range(0, len(whole), 500)]
        network = Network(concerns=rows)
        assert again(network, form) == network

    def test_every_control_character_between_letters(self, form):
        rows = [{"theme": f"a{chr(code)}b"} for code in [*range(1, 0xA1), 0xAD, 0x2028, 0x2029]]
        network = Network(concerns=rows)
        assert again(network, form) == network

    @given(name=st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=9))
    @example(name="no")
    @example(name="1e3")
    @example(name="2020-01-01")
    @example(name="~")
    @example(name="<<")
    @example(name="=")
    @example(name="__proto__")
    def test_every_id(self, form, name):
        if "|" in name or name in {"outside", "together"}:
            return
        network = Network(
            organisations=[{"id": name, "kind": name}, {"id": "a b", "part_of": name}],
            kinds=[{"id": name}],
            concerns=[{"id": name, "theme": "x", "said": {"by": name}}],
        )
        assert again(network, form) == network

    @given(number=st.floats(0, 1e15), share=st.floats(0, 1))
    @example(number=5e-324, share=2.2250738585072014e-308)
    @example(number=1e15, share=1 - 2**-53)
    @example(number=-0.0, share=0.1 + 0.2)
    def test_every_number_to_the_last_bit(self, form, number, share):
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}],
            contributions=[{"giver": "a", "taker": "b", "resource": "x", "amount": number}],
            contacts=[{"between": ["a", "b"], "quality": share, "said": {"confidence": share}}],
        )
        assert again(network, form) == network

    @given(day=st.dates())
    def test_every_day(self, form, day):
        network = Network(date=day, issues=[{"id": "i", "deadline": day}])
        assert again(network, form) == network

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_the_examples(self, form, path):
        network = formats.read(path)
        assert network.dependencies
        assert again(network, form) == network

    def test_a_network_of_which_nothing_is_known(self, form):
        assert again(Network(), form) == Network()


@pytest.mark.parametrize("form", FORMS)
class TestWhatIsWritten:
    @given(network=networks())
    def test_it_is_the_same_each_time_also_after_reading(self, form, network):
        text = formats.dumps(whole(network), form=form)
        assert formats.dumps(whole(network), form=form) == text
        assert formats.dumps(whole(again(network, form)), form=form) == text

    def test_one_date_that_stands_in_two_places_is_written_out_in_both(self, form):
        day = dt.date(2021, 4, 28)
        agreement = {"id": "a", "what": "meet", "due": day}
        text = formats.dumps(whole(Network(date=day, agreements=[agreement])), form=form)
        assert text.count("2021-04-28") == 2

    @given(network=networks(most=3), seed=st.integers(0, 9))
    def test_relisting_the_rows_loses_none(self, form, network, seed):
        shuffle = random.Random(seed).sample  # noqa: S311 - not a secret
        lists = {name: shuffle(rows, len(rows)) for name, rows in network.lists.items()}
        relisted = again(network.replaced(lists), form)
        for name in LISTS:
            assert sorted(map(repr, relisted.lists[name])) == sorted(map(repr, network.lists[name]))

    @given(network=networks())
    def test_it_begins_with_the_version_and_keeps_the_order_of_the_lists(self, form, network):
        text = formats.dumps(whole(network), form=form)
        data = json.loads(text) if form == "json" else yaml.safe_load(text)
        order = ["netdeps", "name", "date", "language", "purpose", "retain_until", *LISTS]
        assert list(data) == [name for name in order if name in data]
        assert data["netdeps"] == 1
        assert {name for name in LISTS if network.lists[name]} == set(data) & set(LISTS)
        assert text.endswith("\n")
        assert "\r" not in text

    def test_everything_that_a_record_says_beyond_the_usual_is_written(self, form):
        network = Network(
            organisations=[{"id": "a", "levels": []}, {"id": "b"}],
            contacts=[{"id": "c", "between": ["b", "a"], "exists": False, "quality": 0}],
        )
        text = formats.dumps(whole(network), form=form)
        data = json.loads(text) if form == "json" else yaml.safe_load(text)
        assert data == {
            "netdeps": 1,
            "organisations": [{"id": "a", "levels": []}, {"id": "b"}],
            "contacts": [{"id": "c", "between": ["b", "a"], "exists": False, "quality": 0.0}],
        }

    def test_other_readers_of_the_format_read_the_same(self, form):
        network = everywhere("Überlingen: 'ja' # \u2028 \U0001f600")
        text = formats.dumps(whole(network), form=form)
        data = json.loads(text) if form == "json" else yaml.safe_load(text)
        assert Network(**data) == network

    @given(network=networks())
    def test_a_file_without_an_ending_is_recognised_by_what_is_in_it(
        self, form, network, tmp_path_factory
    ):
        path = tmp_path_factory.mktemp("cases") / "case"
        formats.write(whole(network), path, form=form)
        assert formats.read(path) == network

    def test_a_small_case_without_an_ending_is_recognised_too(self, form, tmp_path):
        for network in (Network(), Network(name="Leiden")):
            formats.write(whole(network), tmp_path / "case", form=form)
            assert formats.read(tmp_path / "case") == network


def test_a_yaml_case_is_pleasant_to_read():
    network = Network(
        name="Leiden",
        date="2021-04-28",
        organisations=[{"id": "leiden", "name": "Café Leiden"}, {"id": "care-a"}],
        dependencies=[
            {
                "id": "d1",
                "depender": "care-a",
                "dependum": "beleid",
                "dependees": ["leiden"],
                "said": {"by": "care-a", "visibility": "table"},
            }
        ],
    )
    assert formats.dumps(whole(network)) == (
        "netdeps: 1\n"
        "name: Leiden\n"
        "date: 2021-04-28\n"
        "organisations:\n"
        "- {id: leiden, name: Café Leiden}\n"
        "- {id: care-a}\n"
        "dependencies:\n"
        "- id: d1\n"
        "  said: {by: care-a, visibility: table}\n"
        "  depender: care-a\n"
        "  dependum: beleid\n"
        "  dependees: [leiden]\n"
    )


def test_a_json_case_is_pleasant_to_read():
    network = Network(name="Café", organisations=[{"id": "leiden"}])
    assert formats.dumps(whole(network), form="json") == (
        '{\n "netdeps": 1,\n "name": "Café",\n "organisations": [\n  {\n   "id": "leiden"\n  }\n ]\n}\n'
    )


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_half_a_character_is_refused_by_whoever_meets_it_first(tmp_path, name):
    with pytest.raises(NetdepsError):
        formats.write(whole(Network(name="x\ud800y")), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_texts_are_written_in_one_go_or_refused_never_changed(form):
    for text in ("\0", "a\0b"):
        with pytest.raises(NetdepsError):
            again(Network(name=text), form)


def test_statements_are_all_lists_but_those_that_say_who_takes_part_and_what_was_released():
    assert set(LISTS) - set(STATEMENT_LISTS) == {"kinds", "organisations", "releases"}


@pytest.mark.parametrize("name", ["case.yml", "case.YAML", "case.yaml", "case.json", "case.JSON"])
def test_the_ending_chooses_the_format(tmp_path, name):
    path = formats.write(whole(Network(name="Leiden")), tmp_path / name)
    form = "json" if "json" in name.lower() else "yaml"
    assert path.read_text("utf-8") == formats.dumps(whole(Network(name="Leiden")), form=form)


def test_a_named_format_goes_before_the_ending(tmp_path):
    path = formats.write(whole(Network(name="Leiden")), tmp_path / "case.yaml", form="json")
    assert path.read_text("utf-8") == formats.dumps(whole(Network(name="Leiden")), form="json")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("case.yam", "the ending '.yam' is not of a format that is written; known are '.yaml', '.yml', '.json'. Did you mean '.yaml'?"),
        ("case.xlsx", "the ending '.xlsx' is not of a format that is written; known are '.yaml', '.yml', '.json'."),
        ("case", "the ending '' is not of a format that is written; known are '.yaml', '.yml', '.json'."),
    ],
)  # fmt: skip
def test_an_ending_that_is_not_known_is_refused_and_nothing_is_written(tmp_path, name, message):
    with pytest.raises(FileError) as caught:
        formats.write(whole(Network()), tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {message}"
    assert list(tmp_path.iterdir()) == []
