"""`import netdeps` is cheap, and gives what it lists and nothing else."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import netdeps
from netdeps.model import LISTS

HEAVY = (
    "IPython",
    "networkx",
    "numpy",
    "pandas",
    "pydantic",
    "pyvis",
    "rustworkx",
    "scipy",
    "yaml",
)
LISTED = sorted(netdeps.__all__)
LEIDEN = Path(__file__).parents[1] / "examples" / "leiden.yaml"


def run(code):
    """Run Python as a user would, without the test run's own modules."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_after(code):
    names = run(f"{code}\nimport sys\nprint(*sorted(sys.modules))").split()
    return {name.partition(".")[0] for name in names}


def seconds(code):
    begin = time.perf_counter()
    run(code)
    return time.perf_counter() - begin


class TestImportingIsCheap:
    def test_no_heavy_library_loads(self):
        assert loaded_after("import netdeps").isdisjoint(HEAVY)

    def test_looking_at_what_there_is_loads_no_heavy_library(self):
        assert loaded_after("import netdeps; dir(netdeps); netdeps.__version__").isdisjoint(HEAVY)

    def test_catching_an_error_loads_no_heavy_library(self):
        assert loaded_after("from netdeps import NetdepsError").isdisjoint(HEAVY)

    def test_reading_a_case_loads_neither_graphs_nor_maps(self):
        loaded = loaded_after(f"import netdeps; netdeps.read({str(LEIDEN)!r})")
        assert loaded.isdisjoint({"IPython", "networkx", "pandas", "pyvis", "rustworkx", "scipy"})
        assert {"pydantic", "yaml"} <= loaded

    def test_it_takes_at_most_15_hundredths_of_a_second(self):
        run("import netdeps")
        extra = min(seconds("import netdeps") for _ in range(5)) - min(
            seconds("pass") for _ in range(5)
        )
        assert extra <= 0.15


class TestTheNamesOfTheFrontDoor:
    def test_they_are_sorted(self):
        assert sorted(netdeps.__all__) == netdeps.__all__

    @pytest.mark.parametrize("name", LISTED)
    def test_each_is_there_and_is_called_that(self, name):
        assert getattr(netdeps, name).__name__ == name

    def test_each_is_listed_for_whoever_looks(self):
        assert set(LISTED) <= set(dir(netdeps))
        assert dir(netdeps) == sorted(dir(netdeps))

    def test_every_record_of_a_case_can_be_made_from_the_front_door(self):
        rows = [netdeps.Network.model_fields[name].annotation.__args__[0] for name in LISTS]
        assert {
            *(row.__name__ for row in rows),
            "Said",
            "Offer",
            "OfferCondition",
            "History",
            "Network",
        } <= set(LISTED)

    def test_a_name_that_is_not_there_is_refused_as_python_does(self):
        with pytest.raises(AttributeError) as caught:
            netdeps.Netwerk  # noqa: B018
        assert str(caught.value) == "module 'netdeps' has no attribute 'Netwerk'"

    def test_names_that_are_only_used_inside_are_not_given(self):
        with pytest.raises(AttributeError):
            netdeps.Statement  # noqa: B018

    def test_the_version_is_the_one_that_was_installed(self):
        project = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
        assert f'\nversion = "{netdeps.__version__}"\n' in project
