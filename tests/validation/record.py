"""Asks all programs once more and writes recorded.json: python tests/validation/record.py.

The answers are facts about public and about drawn networks; they are kept so that our figures are
held against them wherever the tests run, also where R and igraph are not installed. networkx is
installed everywhere, and is asked.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from validation.graphs import Example, examples
from validation.programs import PROGRAMS, Program, Values, answer, answers, missing, versions
from validation.tables import questions

RECORDED = Path(__file__).with_name("recorded.json")
_DIGITS = 15


def main() -> None:
    """Ask and write."""
    lacking = [missing(one) for one in PROGRAMS if missing(one)]
    if lacking:
        sys.exit("\n".join(lacking))
    RECORDED.write_text(_written(answers(questions())), encoding="utf-8")


def _written(found: Mapping[tuple[str, Program, str], Values]) -> str:
    """A line an answer, so that a change shows what it changes."""
    calls: dict[str, dict[str, dict[str, str]]] = {}
    for (example, program, call), values in sorted(found.items()):
        calls.setdefault(program, {}).setdefault(call, {})[example] = _row(values)
    head = {"made_with": dict(versions()), "networks": fingerprints()}
    return json.dumps({**head, "answers": calls}, indent=1, ensure_ascii=False) + "\n"


def _row(values: Values) -> str:
    return " ".join(format(one, f".{_DIGITS}g") for one in values)


def fingerprints() -> dict[str, str]:
    """What tells whether a network is still the one that was asked about."""
    return {one.name: fingerprint(one) for one in examples()}


def fingerprint(example: Example) -> str:
    """The same for the same organisations, ties and groups."""
    told = (example.layer, example.nodes, example.ties, sorted(example.groups.items()))
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


@cache
def recorded() -> Mapping[str, Any]:
    """What recorded.json holds."""
    kept: Mapping[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return kept


def recalled(example: Example, program: Program, call: str) -> Values:
    """The values that the program gave, or that networkx gives now where they were not kept."""
    rows = recorded()["answers"][program].get(call, {})
    if program == "networkx" and example.name not in rows:
        return answer(example, program, call)
    return [float(one) for one in rows[example.name].split()]


def changed(program: Program) -> str:
    """What to say where another version is here than gave what was kept; nothing where it is not."""
    here, then = versions().get(program), recorded()["made_with"][program]
    if here in (None, then):
        return ""
    return f"{program} is {here} here; what was recorded is from {then}, and may differ"


if __name__ == "__main__":
    main()
