"""The same case gives the same figures: however it is told, and on however many threads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from validation.same_bits import CITY, TOWNS, names_of, renamed, results, town

from netdeps.results import Figure, Scores

SCRIPT = Path(__file__).with_name("same_bits.py")
LIBRARIES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
ORDERS = {1: ("told", "backwards"), 2: ("told",)}
"""In which orders the statements are told to a process with so many threads."""

PROMISED = 1e-11
"""Organisations are taken in the order of their ids, so that other ids round elsewhere."""


@cache
def fingerprints(threads):
    """What a process of its own prints."""
    alone = {**os.environ, **dict.fromkeys(LIBRARIES, str(threads)), "PYTHONHASHSEED": str(threads)}
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), *ORDERS[threads]],
        env=alone,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def apart(one, other):
    """The measures that give two processes something else."""
    assert one
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]]


@pytest.mark.parametrize("size", [*TOWNS, CITY])
def test_two_threads_give_the_bits_of_one(size):
    assert apart(fingerprints(1)[f"told {size}"], fingerprints(2)[f"told {size}"]) == []


@pytest.mark.parametrize("size", TOWNS)
def test_statements_told_backwards_give_the_same_bits(size):
    assert apart(fingerprints(1)[f"told {size}"], fingerprints(1)[f"backwards {size}"]) == []


@pytest.mark.parametrize("size", TOWNS)
def test_other_ids_give_the_same_figures(size):
    network = town(size)
    other, called = renamed(network)
    names = names_of(Scores, Figure)
    wanted = dict(results(network, names))
    assert wanted
    for name, found in results(other, names):
        if isinstance(found, Scores):
            expected = {called[one]: value for one, value in wanted[name].items()}
            assert dict(found) == pytest.approx(expected, rel=PROMISED, abs=PROMISED), name
        else:
            values = [one.value for one in (found, wanted[name])]
            assert values[0] == values[1] or values[0] == pytest.approx(values[1], rel=PROMISED), (
                name
            )
