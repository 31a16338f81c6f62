"""Prints which of the other programs can be asked here: python tests/validation/here.py."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from validation.programs import PROGRAMS, Program, missing, versions
from validation.record import changed


def main() -> None:
    """Print a line a program."""
    for program in PROGRAMS:
        print(standing(program))  # noqa: T201 - this is what it is for


def standing(program: Program) -> str:
    """Whether a program is here, and whether in the version of what was recorded."""
    same = f"{program} is {versions().get(program)} here, as in what was recorded"
    return missing(program) or changed(program) or same


if __name__ == "__main__":
    main()
