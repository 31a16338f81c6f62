"""From a file of pytest-benchmark, how the time grows with the number of organisations.

Run with: python benchmarks/exponents.py FILE.json
An exponent of 1 means that twice the organisations take twice the time.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path


def main(path: str) -> None:
    """Print, for each job, the medians and the exponent between each two sizes."""
    found: dict[str, dict[int, float]] = {}
    for row in json.loads(Path(path).read_text(encoding="utf-8"))["benchmarks"]:
        size = row["params"]["size"]
        found.setdefault(row["group"], {})[size] = row["stats"]["median"]
    for job, times in sorted(found.items()):
        sizes = sorted(times)
        medians = "  ".join(f"{size}: {times[size]:.3f} s" for size in sizes)
        steps = [math.log(times[b] / times[a]) / math.log(b / a) for a, b in pairwise(sizes)]
        exponents = ", ".join(f"{step:.2f}" for step in steps)
        sys.stdout.write(f"{job:14} {medians}   exponents {exponents}\n")


if __name__ == "__main__":
    main(sys.argv[1])
