"""How long it takes to find what is missing, and how the exact searches hold in one big knot.

Run with: python -m pytest benchmarks/bench_gaps.py -n 0 --benchmark-only
"""

from __future__ import annotations

import resource
from functools import cache

import pytest
from cases import case

from netdeps import Network, measures

SIZES = (20, 200, 2000)
TALKS = 20
MOST_SECONDS, MOST_MEGABYTES = 10, 1500
"""What ``gaps`` may take at 2,000 organisations; the other measures too."""
PAIRWISE = ("gaps", "contact_gaps", "questions", "level_gaps", "routed_pairs", "brokered_load")
DEPENDENCE = (
    "power_balance",
    "single_points_of_failure",
    "dependency_loops",
    "recognition",
    "indirect_dependence",
)


@cache
def network(size: int) -> Network:
    return case(size, talks=TALKS)


@pytest.mark.parametrize("name", [*PAIRWISE, *DEPENDENCE])
@pytest.mark.parametrize("size", SIZES)
def test_measure(benchmark, name, size):
    """With 5 dependencies and 20 contact statements for each organisation."""
    benchmark.group = name
    measure = getattr(measures, name)
    assert benchmark.pedantic(measure, (network(size),), rounds=3, warmup_rounds=1)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    benchmark.extra_info["megabytes at most, so far"] = round(megabytes)
    assert benchmark.stats.stats.median < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


def knot(size: int, waits: int) -> Network:
    """Everybody waits for some of those who come next in a ring: one knot."""
    names = [f"o{number:03d}" for number in range(size)]
    return Network(
        organisations=[{"id": name} for name in names],
        waits=[
            {
                "waiter": name,
                "awaited": [names[(number + step) % size] for step in range(1, waits + 1)],
                "mode": "any" if number % 3 == 0 else "all",
            }
            for number, name in enumerate(names)
        ],
    )


@pytest.mark.parametrize(("size", "waits"), [(10, 3), (16, 3), (20, 3), (20, 19), (200, 3)])
def test_one_knot_of_waits(benchmark, size, waits):
    benchmark.group = "waiting_deadlocks"
    (row,) = benchmark.pedantic(
        measures.waiting_deadlocks, (knot(size, waits),), rounds=3, warmup_rounds=1
    )
    benchmark.extra_info["method"] = f"{row.method}, {row.at_least} to {row.at_most}"
    assert row.at_least <= row.at_most
