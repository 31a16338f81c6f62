"""What our page costs in Chromium, beside a plain page of pyvis of the same network.

Run with: python benchmarks/browser/measure.py --sizes 20 200 1000 3000 --pyvis 20 200
Seconds are those of this machine; the ratios hold elsewhere. Ends with 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import opening, pages
from browser.limits import LIMITS, Measured, missed

HEAD = (
    "organisations",
    "page (KB)",
    "of pyvis",
    "first picture (s)",
    "pyvis (s)",
    "times as fast",
    "worst switch (s)",
    "median switch (s)",
    "names",
    "overlaps",
    "writing (s)",
    "pyvis (s)",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, print a table and say what is missed."""
    asked = _asked(arguments)
    if opening.chromium() is None:
        sys.exit("no Chromium here: install it, or name it in NETDEPS_CHROMIUM")
    _print(_row(HEAD), _row(["---"] * len(HEAD)))
    complaints = []
    with tempfile.TemporaryDirectory() as folder, opening.browser() as started:
        pages.ours(20, Path(folder))  # so that loading libraries is not counted
        for size in asked.sizes:
            patience = asked.patience if size in asked.pyvis else None
            found = measure(started, size, Path(folder), patience=patience)
            _print(_row(_cells(found)))
            complaints += missed(found)
    _print("", *(complaints or ["every limit is kept"]))
    return 1 if complaints else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(LIMITS))
    parser.add_argument("--pyvis", type=int, nargs="*", default=[20, 200])
    parser.add_argument("--patience", type=float, default=900, help="seconds to wait for pyvis")
    return parser.parse_args(arguments)


def measure(started: Any, size: int, folder: Path, *, patience: float | None) -> Measured:
    """Write both pages and open them; that of pyvis only when there is patience for it."""
    page, beside = pages.ours(size, folder), pages.plain(size, folder)
    opened = opening.ours(started, page.path)
    there = opening.plain(started, beside.path, patience=patience) if patience else None
    return Measured(
        size=size,
        kilobytes=page.kilobytes,
        picture=opened.picture,
        switch_worst=max(opened.switches),
        switch_median=statistics.median(opened.switches),
        names=len(opened.names),
        overlaps=opened.overlaps,
        writing=page.seconds,
        pyvis_kilobytes=beside.kilobytes,
        pyvis_writing=beside.seconds,
        pyvis_picture=there or patience,
        pyvis_is_later=bool(patience) and there is None,
    )


def _cells(found: Measured) -> list[str]:
    than = "more than " if found.pyvis_is_later else ""
    return [
        f"{found.size:,}",
        f"{found.kilobytes:.0f}",
        f"{found.kilobytes / found.pyvis_kilobytes:.2f}x",
        f"{found.picture:.2f}",
        "" if found.pyvis_picture is None else f"{than}{found.pyvis_picture:.1f}",
        "" if found.as_fast is None else f"{than}{found.as_fast:.1f}x",
        f"{found.switch_worst:.3f}",
        f"{found.switch_median:.3f}",
        str(found.names),
        str(found.overlaps),
        f"{found.writing:.2f}",
        f"{found.pyvis_writing:.2f}",
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _print(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
