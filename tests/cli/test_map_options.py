"""What ``netdeps map`` can be asked to show."""

from __future__ import annotations

import json
import sys

import pytest
from cli.test_commands import HARBOUR

import netdeps as nd
from netdeps.cli.app import main
from netdeps.maps import Map
from netdeps.measures import MEASURES


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "haven.yaml"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run ``netdeps map`` in an empty folder; give its exit status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["netdeps", "map", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return command


@pytest.fixture
def page_of(run, tmp_path):
    """Write the map of a case with options; give the page."""

    def write(*words):
        status, _, err = run(*words, "-o", "map.html")
        assert (status, err) == (0, "")
        return (tmp_path / "map.html").read_text(encoding="ascii")

    return write


def data_of(html):
    return json.loads(html.split('id="netdeps-data">')[1].split("</script>")[0])


def table(path):
    return nd.edition(nd.read(path), "table")


@pytest.mark.parametrize(
    ("words", "wishes"),
    [
        (["--view", "contacts"], {"view": "contacts"}),
        (["--size-by", "in_degree"], {"size_by": "in_degree"}),
        (["--colour-by", "degree"], {"colour_by": "degree"}),
        (["--highlight", "none"], {"highlight": None}),
        (["--highlight", "gaps"], {}),
        (["--highlight", "degree"], {"highlight": "degree"}),
        (["--title", "Kade", "--language", "en"], {"title": "Kade", "language": "en"}),
    ],
)
def test_each_option_is_the_wish_of_that_name(page_of, harbour, words, wishes):
    assert page_of(harbour, *words) == Map(**wishes).html(table(harbour))


def test_before_and_after_are_compared_in_the_same_edition(run, harbour, tmp_path, monkeypatch):
    earlier = tmp_path / "earlier.yaml"
    earlier.write_text(HARBOUR.replace("importance: 3", "importance: 1"), encoding="utf-8")
    drawn = []

    def html(_, shown, *, before=None):
        drawn.append((shown, before))
        return "page"

    monkeypatch.setattr(Map, "html", html)
    run(harbour, "--before", earlier)
    assert drawn == [(table(harbour), table(earlier))]


def test_changes_without_what_was_before_say_what_to_give(run, harbour):
    assert run(harbour, "--view", "changes") == (
        2,
        "",
        "Error: --view changes shows what is new and what is gone, and there is nothing to "
        "compare with; give the case as it was with --before BEFORE.\n",
    )


def test_a_view_that_no_map_knows_is_refused_with_those_that_are(run, harbour):
    status, _, err = run(harbour, "--view", "gap")
    assert status == 2
    assert "Invalid value for '--view': 'gap' is not one of 'gaps', 'dependencies'" in err


@pytest.mark.parametrize("option", ["--size-by", "--colour-by"])
def test_an_unknown_measure_is_refused_before_anything_is_read(run, option):
    status, out, err = run("absent.yaml", option, "betweeness")
    assert (status, out) == (2, "")
    assert err.startswith("Error: measure 'betweeness' is not known; known are 'gaps', ")
    assert err.endswith(f"and {len(MEASURES) - 12} more. Did you mean 'betweenness'?\n")


def test_pointing_at_an_unknown_measure_is_refused(run, harbour):
    status, _, err = run(harbour, "--highlight", "single_points")
    assert status == 2
    assert "'single_points' is neither 'gaps' nor a measure; known are" in err
    assert "Did you mean 'single_points_of_failure'?" in err


def test_what_is_for_the_facilitator_alone_goes_on_no_other_map(run, harbour, tmp_path):
    assert run(harbour, "--highlight", "unspoken_concerns") == (
        2,
        "",
        "Error: the measure 'unspoken_concerns' is for the facilitator alone; "
        "it has no edition for 'table'.\n",
    )
    assert not (tmp_path / "haven.html").exists()


def test_the_map_is_never_written_over_what_was_before(run, harbour, tmp_path):
    earlier = tmp_path / "earlier.yaml"
    earlier.write_text(HARBOUR, encoding="utf-8")
    assert run(harbour, "--before", earlier, "-o", earlier) == (
        2,
        "",
        f"Error: {earlier}: this is the case itself; name another file to write.\n",
    )


def test_a_case_from_before_that_cannot_be_read_is_named(run, harbour):
    status, _, err = run(harbour, "--before", "absent.yaml")
    assert status == 2
    assert err.startswith("Error: absent.yaml: ")


def test_help_names_every_option(run):
    status, out, _ = run("--help")
    assert status == 0
    for option in ("--view", "--size-by", "--colour-by", "--highlight", "--before"):
        assert option in out
