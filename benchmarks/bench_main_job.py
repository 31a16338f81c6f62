"""How long the main job takes: reading a case, finding gaps, writing the map.

Run with: python -m pytest benchmarks -n 0 --benchmark-only
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from cases import case

from netdeps import Network, edition, formats, maps, measures

SIZES = (20, 200, 2000)


@cache
def network(size: int) -> Network:
    return case(size)


@pytest.fixture(params=SIZES)
def size(request):
    return request.param


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_reading(benchmark, size, form, tmp_path):
    path = formats.write(edition(network(size), "facilitator"), tmp_path / f"case.{form}")
    benchmark.group = f"reading {form}"
    read = benchmark.pedantic(formats.read, (path,), rounds=3, warmup_rounds=1)
    assert read == network(size)


def test_contact_gaps(benchmark, size):
    benchmark.group = "contact_gaps"
    gaps = benchmark.pedantic(measures.contact_gaps, (network(size),), rounds=3, warmup_rounds=1)
    assert gaps


def test_kind_gaps(benchmark, size):
    benchmark.group = "kind_gaps"
    assert benchmark.pedantic(measures.kind_gaps, (network(size),), rounds=3, warmup_rounds=1)


def test_edition(benchmark, size):
    benchmark.group = "edition"
    benchmark.pedantic(edition, (network(size), "table"), rounds=3, warmup_rounds=1)


def test_map(benchmark, size, tmp_path):
    benchmark.group = "map"
    shown = edition(network(size), "table")
    path: Path = benchmark.pedantic(
        maps.Map().write, (shown, tmp_path / "map.html"), rounds=3, warmup_rounds=1
    )
    benchmark.extra_info["kilobytes"] = round(path.stat().st_size / 1000)
