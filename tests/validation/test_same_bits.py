"""The same case gives the same figures: however it is told, and on however many threads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from validation.same_bits import renamed, results, town

from netdeps.results import Figure, Scores

SCRIPT = Path(__file__).with_name("same_bits.py")
LIBRARIES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
SIZES = (30, 300)
PROMISED = 1e-11
"""Organisations are taken in the order of their ids, so that other ids round elsewhere."""


@cache
def printed(size, order, threads):
    """What a process of its own prints."""
    alone = {**os.environ, **dict.fromkeys(LIBRARIES, str(threads)), "PYTHONHASHSEED": str(threads)}
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), str(size), order],
        env=alone,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def apart(one, other):
    """The measures in which two outputs differ, which tell more than a page of JSON."""
    first, second = json.loads(one), json.loads(other)
    return sorted(name for name in {*first, *second} if first.get(name) != second.get(name))


@pytest.mark.parametrize("size", SIZES)
def test_two_threads_give_the_bits_of_one(size):
    one, two = printed(size, "told", 1), printed(size, "told", 2)
    assert apart(one, two) == []
    assert one == two


@pytest.mark.parametrize("size", SIZES)
def test_statements_told_backwards_give_the_same_bits(size):
    told, turned = printed(size, "told", 1), printed(size, "backwards", 1)
    assert apart(told, turned) == []
    assert told == turned


@pytest.mark.parametrize("size", SIZES)
def test_other_ids_give_the_same_figures(size):
    network = town(size)
    other, names = renamed(network)
    wanted = dict(results(network))
    for name, found in results(other):
        if isinstance(found, Scores):
            expected = {names[one]: value for one, value in wanted[name].items()}
            assert dict(found) == pytest.approx(expected, rel=PROMISED, abs=PROMISED), name
        elif isinstance(found, Figure):
            values = [one.value for one in (found, wanted[name])]
            assert values[0] == values[1] or values[0] == pytest.approx(values[1], rel=PROMISED), (
                name
            )
