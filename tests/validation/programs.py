"""Asks the other programs: R with sna and igraph, python-igraph, and networkx.

A *call* is an expression in the language of the program. The one that is printed on the page is the
one that runs, with these names at hand:

- R: ``A`` the ties as 0 and 1, ``W`` their strengths, ``g`` the igraph graph (``s`` the strengths in
  its order), ``mode`` and ``cmode`` what sna wants to know (``"graph"``, ``"undirected"``, or
  ``"digraph"``, ``"directed"``), ``groups`` the group of each, ``n`` how many there are;
- python-igraph: ``g``, ``s``, ``groups`` and ``n``;
- networkx: ``G`` with ``strength`` on its ties, ``groups`` and ``n``.

All of these but networkx are GPL: they are asked in tests and never imported by the package.
"""

from __future__ import annotations

import math
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import networkx as nx
import numpy as np
from validation.graphs import Example

Program = Literal["R sna", "R igraph", "R", "python-igraph", "networkx"]
PROGRAMS: tuple[Program, ...] = ("R sna", "R igraph", "R", "python-igraph", "networkx")
Values = list[float]
Question = tuple[Example, Program, str]

_SCRIPT = Path(__file__).with_name("record.R")
_PATIENCE = 300


class RefusedError(Exception):
    """The other program gives no answer."""


def answers(questions: Iterable[Question]) -> dict[tuple[str, Program, str], Values]:
    """Ask each question; R is started once for all of its own."""
    asked = list(questions)
    found: dict[tuple[str, Program, str], Values] = {}
    for example, program, call in asked:
        if program in _HERE:
            found[example.name, program, call] = answer(example, program, call)
    return found | _from_r([one for one in asked if one[1] not in _HERE])


def answer(example: Example, program: Program, call: str) -> Values:
    """Ask networkx or python-igraph."""
    names = _HERE[program](example)
    try:
        with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
            value = eval(call, {"math": math, "np": np, **names})  # noqa: S307 - these calls are ours
    except Exception as error:
        message = f"{program}, {call}, on {example.name}: {error}"
        raise RefusedError(message) from error
    return _numbers(value, example.nodes)


def _numbers(value: Any, nodes: Sequence[str]) -> Values:
    """A number for each organisation in their order, or however many the answer has."""
    if isinstance(value, Mapping):
        return [float(value[one]) for one in nodes]
    if isinstance(value, int | float | np.generic):
        return [float(value)]
    return [float(one) for one in np.ravel(np.array(list(value), dtype=float))]


def _networkx_names(example: Example) -> dict[str, Any]:
    graph = example.graph()
    groups = {one: example.groups.get(one, "") for one in example.nodes}
    return {"nx": nx, "G": graph, "n": len(graph), "groups": groups}


def _igraph_names(example: Example) -> dict[str, Any]:
    import igraph

    place = {one: number for number, one in enumerate(example.nodes)}
    graph = igraph.Graph(directed=example.directed, n=len(example.nodes))
    graph.add_edges([(place[a], place[b]) for a, b, _ in example.ties])
    return {
        "ig": igraph,
        "g": graph,
        "s": [value for *_, value in example.strengths],
        "n": len(place),
        "groups": _numbered(example),
    }


def _numbered(example: Example) -> list[int]:
    known = sorted(set(example.groups.values()))
    return (
        [known.index(example.groups[one]) for one in example.nodes]
        if known
        else [0] * len(example.nodes)
    )


_HERE = {"networkx": _networkx_names, "python-igraph": _igraph_names}


def _from_r(questions: Sequence[Question]) -> dict[tuple[str, Program, str], Values]:
    if not questions:
        return {}
    examples = {example.name: example for example, *_ in questions}
    place = {name: number for number, name in enumerate(examples, start=1)}
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "asked.R"
        asked.write_text("\n".join(_as_r(examples.values(), questions, place)), encoding="utf-8")
        ran = subprocess.run(  # noqa: S603 - our own script
            [_rscript(), "--vanilla", str(_SCRIPT), str(asked)],
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
    lines = ran.stdout.splitlines()
    if ran.returncode or len(lines) != len(questions):
        raise RefusedError(f"R gave {len(lines)} answers of {len(questions)}: {ran.stderr[-2000:]}")
    return {
        (example.name, program, call): _read(line, example, call)
        for (example, program, call), line in zip(questions, lines, strict=True)
    }


def _read(line: str, example: Example, call: str) -> Values:
    if line.startswith("error"):
        raise RefusedError(f"R, {call}, on {example.name}: {line}")
    return [float(one) for one in line.replace("NA", "nan").lower().split()]


def _as_r(
    examples: Iterable[Example], questions: Iterable[Question], place: Mapping[str, int]
) -> Iterator[str]:
    """The examples and the calls as R source."""
    yield "examples <- list("
    yield ",\n".join(_example_as_r(one) for one in examples)
    yield ")\nasked <- list("
    yield ",\n".join(
        f"list({place[example.name]}, quote({call}))" for example, _, call in questions
    )
    yield ")"


def _example_as_r(example: Example) -> str:
    at = {one: number for number, one in enumerate(example.nodes, start=1)}
    fields = {
        "n": str(len(at)),
        "directed": "TRUE" if example.directed else "FALSE",
        "from": _vector(at[one] for one, _, _ in example.ties),
        "to": _vector(at[other] for _, other, _ in example.ties),
        "strength": _vector(repr(value) for *_, value in example.strengths),
        "groups": _vector(_numbered(example)),
    }
    return "list(" + ", ".join(f"{name}={value}" for name, value in fields.items()) + ")"


def _vector(values: Iterable[object]) -> str:
    inner = ",".join(map(str, values))
    return f"c({inner})" if inner else "numeric(0)"


def _rscript() -> str:
    return shutil.which("Rscript") or "Rscript"


@cache
def versions() -> Mapping[Program, str]:
    """The version of each program that is here; those that are not here are left out."""
    found: dict[Program, str] = {"networkx": nx.__version__}
    if find_spec("igraph"):
        import igraph

        found["python-igraph"] = igraph.__version__
    return found | _r_versions()


def _r_versions() -> dict[Program, str]:
    if not shutil.which("Rscript"):
        return {}
    ask = (
        'cat(paste(R.version$major, R.version$minor, sep="."),'
        ' as.character(packageVersion("sna")), as.character(packageVersion("igraph")))'
    )
    ran = subprocess.run(  # noqa: S603 - our own question
        [_rscript(), "--vanilla", "-e", ask],
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    if ran.returncode:
        return {}
    r, sna, igraph = ran.stdout.split()
    return {"R sna": sna, "R igraph": igraph, "R": r}


def missing(program: Program) -> str:
    """What to say where a program is not here; nothing where it is."""
    if program in versions():
        return ""
    return f"{program} is not installed here; its recorded values are compared all the same"
