"""How long what comes round and how it streams take, beside the required engines in the same run.

Run with: python -m pytest benchmarks/bench_balance.py -n 0 --benchmark-only
The largest circulation is set against scipy's linear program (HiGHS) alone, which it asks first and
whose answer it then proves in whole numbers; heights against scipy's least squares (lsqr), which
gives them in floats: ours include the way from amounts by name, and are right to the last digit.
"""

from __future__ import annotations

import time
from fractions import Fraction
from functools import cache

import numpy as np
import pytest

from netdeps.graph import even_circulation, largest_circulation, streams

SIZES = (30, 300, 3000)
TIES = 6
PROOF = 2
"""How many times as long as HiGHS alone a largest circulation with its proof may take."""
AT_MOST = 1.5
"""How many times as long as lsqr the heights may take."""
LEAST_SECONDS = 0.1
"""Below this nobody waits, and the way from names and fractions decides."""


@cache
def brought(size):
    """Who brings how much to whom, six times each, in whole hours."""
    chance = np.random.default_rng(size)
    givers = np.repeat(np.arange(size), TIES)
    takers = chance.integers(0, size, size * TIES)
    hours = chance.integers(1, 100, size * TIES)
    ways = zip(givers.tolist(), takers.tolist(), hours.tolist(), strict=True)
    return {(f"o{g:05d}", f"o{t:05d}"): Fraction(much) for g, t, much in ways if g != t}


def fastest(job, rounds=3):
    """The shortest of a few times: what it takes when nothing else runs."""
    found = []
    for _ in range(rounds):
        begin = time.perf_counter()
        job()
        found.append(time.perf_counter() - begin)
    return min(found)


def highs(size):
    """The linear program of the largest circulation, as scipy solves it."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    names = {name: number for number, name in enumerate(sorted({*sum(brought(size), ())}))}
    ends = np.array([(names[a], names[b]) for a, b in brought(size)])
    many = len(ends)
    signs, each = np.repeat([1.0, -1.0], many), np.tile(np.arange(many), 2)
    matrix = csr_array((signs, (ends.T.ravel(), each)), shape=(len(names), many))
    caps = np.array([float(much) for much in brought(size).values()])
    bounds = np.column_stack([np.zeros(many), caps])
    return lambda: linprog(
        -np.ones(many), A_eq=matrix, b_eq=np.zeros(len(names)), bounds=bounds, method="highs-ds"
    )


def least_squares(size):
    """The heights as scipy's lsqr finds them, to a like precision."""
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import lsqr

    (stream,) = streams(brought(size))
    names = {name: number for number, name in enumerate(stream.members)}
    ends = np.array([(names[a], names[b]) for a, b in stream.flows])
    many = len(ends)
    signs, each = np.tile([1.0, -1.0], many), np.repeat(np.arange(many), 2)
    matrix = csr_array((signs, (each, ends.ravel())), shape=(many, len(names)))
    flows = np.array([float(much) for much in stream.flows.values()])
    return lambda: lsqr(matrix, flows, atol=1e-14, btol=1e-14)


def heights(size):
    return [dict(stream.potential) for stream in streams(brought(size))]


@pytest.mark.parametrize("size", SIZES)
def test_largest_circulation(benchmark, size):
    benchmark.group = "largest circulation"
    found = benchmark.pedantic(largest_circulation, (brought(size),), rounds=3, warmup_rounds=1)
    solved = highs(size)
    assert float(found.total) == pytest.approx(-solved().fun)
    beside = fastest(solved)
    benchmark.extra_info["times HiGHS alone"] = round(benchmark.stats.stats.min / beside, 2)
    assert benchmark.stats.stats.min < max(PROOF * beside, LEAST_SECONDS)


@pytest.mark.parametrize("size", SIZES)
def test_even_circulation(benchmark, size):
    benchmark.group = "even circulation"
    found = benchmark.pedantic(even_circulation, (brought(size),), rounds=3, warmup_rounds=1)
    assert float(found.total) == pytest.approx(float(largest_circulation(brought(size)).total))


@pytest.mark.parametrize("size", SIZES)
def test_heights(benchmark, size):
    benchmark.group = "heights"
    assert benchmark.pedantic(heights, (size,), rounds=3, warmup_rounds=1)
    beside = fastest(least_squares(size))
    benchmark.extra_info["times lsqr"] = round(benchmark.stats.stats.min / beside, 2)
    assert benchmark.stats.stats.min < max(AT_MOST * beside, LEAST_SECONDS)


@pytest.mark.parametrize("size", SIZES)
def test_parts(benchmark, size):
    benchmark.group = "parts of the flow"

    def parts():
        return [float(stream.harmonic) for stream in streams(brought(size))]

    assert benchmark.pedantic(parts, rounds=3, warmup_rounds=1)
