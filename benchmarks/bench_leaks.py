"""How long it takes to look for what is withheld in a large page.

Run with: python -m pytest benchmarks/bench_leaks.py -n 0 --benchmark-only -s
The test fails beyond its limit. On a machine that does other work as well, add
--benchmark-timer=time.process_time.
"""

from __future__ import annotations

from regional import regional

from netdeps import edition, leaks, maps

SIZE = 3000
SECONDS = 15.0


def test_a_large_page_against_a_large_case(benchmark, tmp_path):
    network = regional(SIZE)
    page = maps.Map().html(edition(network, "table"))
    (tmp_path / "map.html").write_text(page, encoding="ascii")
    secrets = [
        {"theme": f"worry {number}x{number}", "text": f"nobody of us {number} knows about {number}"}
        for number in range(1000)
    ]
    told = network.replaced({"concerns": secrets})
    files = [tmp_path / "map.html"]
    found = benchmark.pedantic(leaks.search, (files, told, "table"), rounds=1)
    assert (found.hits, found.incomplete) == ((), ())
    assert found.searched >= 2 * len(secrets)
    assert benchmark.stats.stats.min <= SECONDS
