"""What an edition seems to say is told to who runs the command, and stands in no output for others."""

import json
import subprocess
import sys

import pytest

CASE = """netdeps: 1
name: Port
language: en
organisations:
  - {id: care, name: Care, said: {visibility: table}}
  - {id: city, name: City, said: {visibility: table}}
contributions:
  - {giver: city, taker: care, resource: money, amount: 5, unit: euro, status: promised,
     said: {by: city, visibility: table}}
  - {giver: city, taker: care, resource: money, amount: 5, unit: euro, said: {by: care}}
"""
TOLD = [
    "1 finding of this edition does not hold for all that you know (promises 1): it says that "
    "something is missing or was not heard, and what was told of it is hidden.",
    "  - City promised Care 5 euro of money; nothing of it is known to have come yet.",
    "Change who may see what was told, or hide as well that it was asked or agreed: the interview, "
    "the promise or the issue.",
]


@pytest.fixture
def run(tmp_path):
    (tmp_path / "port.yaml").write_text(CASE, encoding="utf-8")

    def command(*words):
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "netdeps", *words],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        return done.stdout.splitlines(), done.stderr.splitlines()

    return command


@pytest.mark.parametrize(
    "words", [("map", "port.yaml"), ("convert", "port.yaml", "copy.json", "--edition", "table")]
)
def test_a_promise_that_was_kept_in_confidence_is_named_after_writing(run, words):
    out, _ = run(*words)
    assert out[-3:] == TOLD


def test_a_copy_for_the_facilitator_tells_of_nothing(run):
    out, err = run("convert", "port.yaml", "copy.json")
    assert not {*TOLD} & {*out, *err}


class TestAnalyse:
    def test_it_is_told_beside_the_results_and_never_among_them(self, run):
        out, err = run("analyse", "port.yaml", "--edition", "table", "--measure", "promises")
        assert err == TOLD
        assert not {*TOLD[::2]} & {*out}

    def test_of_other_measures_it_is_not_told(self, run):
        assert run("analyse", "port.yaml", "--edition", "table", "--measure", "density")[1] == []

    def test_the_facilitator_is_told_nothing(self, run):
        assert run("analyse", "port.yaml")[1] == []

    def test_json_says_who_may_see_each_result(self, run):
        for audience, visible in (("table", "table"), ("facilitator", "facilitator")):
            out, _ = run("analyse", "port.yaml", "--edition", audience, "--format", "json")
            found = json.loads("\n".join(out))
            assert {one["visibility"] for one in found.values()} == {visible}

    def test_the_public_gets_the_measures_that_are_for_it(self, run):
        out, _ = run("analyse", "port.yaml", "--edition", "public", "--format", "json")
        assert set(json.loads("\n".join(out))) == {
            *("contact_density", "density", "reciprocity", "degree_centralisation"),
            *("components", "block_density", "ei_index"),
        }


def test_no_more_than_five_are_named_and_each_measure_has_its_turn(run, tmp_path):
    more = "".join(
        f"  - {{giver: city, taker: care, resource: r{n}, amount: 5, status: {status},"
        f" said: {{by: city, visibility: {seen}}}}}\n"
        for n in range(6)
        for status, seen in (("promised", "table"), ("delivered", "facilitator"))
    )
    issue = (
        "issues:\n  - {id: flow, title: Flow, owner: city, urgency: 1, said: {visibility: table}}\n"
        "stakes:\n  - {organisation: city, issue: flow, said: {by: city}}\n"
    )
    (tmp_path / "port.yaml").write_text(CASE + more + issue, encoding="utf-8")
    out, _ = run("map", "port.yaml")
    named = [line for line in out if line.startswith("  - ")]
    assert len(named) == 5
    assert sum("Flow" in line for line in named) == 1
    assert "  … and 3 more" in out
    assert "(issue_gaps 1 and promises 7)" in out[-8]
