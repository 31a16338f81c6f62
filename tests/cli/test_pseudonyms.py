"""What the commands tell of a public edition: who stands under which letter, to who has the case."""

import sys

import pytest

import netdeps as nd
from netdeps.cli import main

PORT = """netdeps: 1
name: Port
language: en
organisations:
  - {id: city, name: City, said: {visibility: public}}
  - {id: north, name: Northcare}
  - {id: south, name: Southcare}
contacts:
  - {between: [city, north], said: {visibility: public, remark: Northcare leads.}}
  - {between: [city, south], said: {visibility: public}}
"""
KEY = "2 organisations stand in it under a pseudonym. This is the key; keep it to yourself:"
LEFT = "1 text in it still has the name of one of them. Rewrite it in the case and make the file again:"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run netdeps beside the case; give its lines and what it tells the facilitator alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.yaml").write_text(PORT, encoding="utf-8")
    (tmp_path / "was.yaml").write_text(PORT.replace("south", "west").replace("Southcare", "West"))

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["netdeps", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        shown = capsys.readouterr()
        assert not ended.value.code, shown.err
        return shown.out, shown.err.splitlines()

    return command


COMMANDS = {
    "map": ["map", "port.yaml", "-o", "out.html"],
    "convert": ["convert", "port.yaml", "out.yaml"],
    "analyse": ["analyse", "port.yaml", "--measure", "density"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_key_is_told_beside_what_is_given_and_not_in_it(run, command, tmp_path):
    out, told = run(*COMMANDS[command], "--edition", "public", "--seed", "9")
    letters = nd.editions.pseudonyms(nd.read("port.yaml"), seed=9)
    first, second = sorted(letters, key=letters.__getitem__)
    names = {"north": "Northcare", "south": "Southcare"}
    at = told.index(KEY)
    assert told[at : at + 6] == [
        KEY,
        f"  Organisation A = {names[first]}",
        f"  Organisation B = {names[second]}",
        "--seed 9 gives the same pseudonyms again. Keep that number to yourself as well.",
        LEFT,
        next(one for one in told if one.endswith(": 'Northcare leads.'")),
    ]
    given = out + "".join(one.read_text("utf-8") for one in tmp_path.glob("out.*"))
    assert "Southcare" not in given


@pytest.mark.parametrize("audience", ["table", "facilitator"])
def test_nothing_is_told_of_an_edition_in_which_everybody_has_a_name(run, audience):
    _, told = run("convert", "port.yaml", "out.yaml", "--edition", audience, "--seed", "9")
    assert KEY not in told


def test_the_same_number_gives_the_same_file_again_and_another_time_it_is_another(run, tmp_path):
    texts = []
    for seed in ("9", "9", None):
        chosen = [] if seed is None else ["--seed", seed]
        _, told = run("convert", "port.yaml", "out.yaml", "--edition", "public", *chosen)
        texts.append((tmp_path / "out.yaml").read_text("utf-8"))
    assert texts[0] == texts[1]
    again = next(one for one in told if one.startswith("--seed "))
    assert int(again.split()[1]) > 2**64


def test_a_map_of_two_moments_has_one_letter_for_each(run):
    _, told = run(*COMMANDS["map"], "--edition", "public", "--before", "was.yaml", "--seed", "9")
    at = told.index(KEY.replace("2", "3", 1))
    key = dict(one.strip().split(" = ") for one in told[at + 1 : at + 4])
    assert {*key} == {"Organisation A", "Organisation B", "Organisation C"}
    assert {*key.values()} == {"Northcare", "Southcare", "West"}


def test_check_says_that_ids_are_numbered(run, tmp_path):
    rows = "".join(f"  - {{id: org{number}}}\n" for number in (1, 2, 3))
    (tmp_path / "numbers.yaml").write_text(f"netdeps: 1\norganisations:\n{rows}", "utf-8")
    told, _ = run("check", "numbers.yaml", "--language", "en")
    assert "3 organisations have ids with numbers: org1, org2, and org3." in told
    assert "ids with numbers" not in run("check", "port.yaml")[0]
