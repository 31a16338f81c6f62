"""How long it takes to write the map, how much of that the layout takes, and how good it looks.

Run with: python -m pytest benchmarks/bench_map.py -n 0 --benchmark-only -s
Each test fails beyond its limit. On a machine that does other work as well, add
--benchmark-timer=time.process_time.
"""

from __future__ import annotations

import sys
from functools import cache

import pytest
from picture import picture
from regional import regional

from netdeps import Network, edition, maps
from netdeps.editions import Edition
from netdeps.maps import places
from netdeps.maps.layout import LARGE, Layout, Spot, laid_out

SECONDS = {20: 0.3, 200: 0.5, 1000: 3.0, 3000: 10.0}
"""The most that writing a page may take."""

LOOKS = {20: (0.12, 0.03), 50: (0.12, 0.02), 200: (0.1, 0.01), 1000: (0.24, 0.004)}
"""The most stress, and the largest share of pairs of lines that cross."""


@cache
def shown(size: int) -> Edition:
    network: Network = regional(size)
    return edition(network, "table")


@cache
def asked(size: int) -> tuple[list[Spot], dict[tuple[str, str], float]]:
    """Catch what the layout is asked while a map is written."""
    caught: list[tuple[list[Spot], dict[tuple[str, str], float]]] = []

    def listening(spots: list[Spot], ties: dict[tuple[str, str], float]) -> Layout:
        caught.append((spots, ties))
        return laid_out(spots, ties)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "laid_out", listening)
        maps.Map().html(shown(size))
    return caught[0]


@pytest.mark.parametrize("size", SECONDS)
def test_writing_the_page(benchmark, size):
    benchmark.group = "writing the page"
    benchmark.pedantic(maps.Map().html, (shown(size),), rounds=3, warmup_rounds=1)
    assert benchmark.stats.stats.min <= SECONDS[size]


@pytest.mark.parametrize("size", SECONDS)
def test_the_layout_takes_less_than_half_of_that(benchmark, size):
    benchmark.group = "layout"
    benchmark.pedantic(laid_out, asked(size), rounds=3, warmup_rounds=1)
    assert benchmark.stats.stats.min <= SECONDS[size] / 2


@pytest.mark.parametrize("size", LOOKS)
def test_the_picture_is_good(benchmark, size):
    benchmark.group = "picture"
    spots, ties = asked(size)
    found = benchmark.pedantic(laid_out, (spots, ties), rounds=1)
    seen = picture(found.places, {spot.id: (spot.width, spot.height) for spot in spots}, ties)
    stress, crossings = seen.stress(), seen.crossings()
    sys.stdout.write(f"{size:6} stress {stress:.3f}  crossings {crossings:.4f}\n")
    assert seen.overlaps() == 0
    assert stress <= LOOKS[size][0]
    assert crossings <= LOOKS[size][1]
    assert seen.on_lines(6) == 0 or size > LARGE
