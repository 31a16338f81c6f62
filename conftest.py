"""Runs every example of the documentation: in README.md, in docs/ and in docstrings.

In a Markdown page

- ``python`` blocks run, ``pycon`` blocks run and their output is compared;
- ``yaml`` blocks with a title are written to a file of that name, or added to it where the title
  ends with "(continued)";
- ``console`` blocks run each line that begins with ``$`` and compare what is shown below it.

Each page has a temporary folder of its own with a copy of ``examples/``, so that an example reads
what a reader has and writes nothing into the project. In output ``...`` stands for anything, and
runs of white space count as one space.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import runpy
import shlex
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer
from sybil.parsers.rest import DocTestParser

from netdeps.cli import main

ROOT = Path(__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CONTINUED = " (continued)"


def sessions(document: Document) -> Iterator[Region]:
    """Find the ``pycon`` blocks: what is typed, and what then appears."""
    parse = DocTestStringParser(DocTestEvaluator(FLAGS))
    for block in CodeBlockParser("pycon", lambda _example: None)(document):
        for region in parse(block.parsed, document.path):
            region.adjust(block, block.parsed)
            yield region


def files(document: Document) -> Iterator[Region]:
    """Find the ``yaml`` blocks with a title: files that a reader writes."""
    info = re.compile(r'yaml title="(?P<title>[^"]+)"$\n', re.MULTILINE)
    for region in RawFencedCodeBlockLexer(info)(document):
        region.parsed = region.lexemes["source"]
        region.evaluator = write
        yield region


def write(example: Example) -> None:
    """Write the file, or add to it."""
    title = example.region.lexemes["title"]
    mode = "a" if title.endswith(CONTINUED) else "w"
    # Sybil takes away common indents, and what is added to a list may be indented.
    block = example.document.text[example.region.start : example.region.end]
    lines = block.splitlines(keepends=True)[1:-1]
    with Path(title.removesuffix(CONTINUED)).open(mode, encoding="utf-8") as file:
        file.writelines(lines)


def console(example: Example) -> str | None:
    """Run each command of a block, and tell where it shows something else than the page does."""
    wrong = []
    for command, shown in commands(str(example.parsed)):
        status, found = run(shlex.split(command))
        if shown.strip() and not doctest.OutputChecker().check_output(shown, found, FLAGS):
            wrong.append(f"$ {command}\nthe page shows:\n{shown}\nit gave:\n{found}")
        elif status and "Error:" not in shown:
            wrong.append(f"$ {command}\nended with status {status}:\n{found}")
    return "\n".join(wrong) or None


def commands(block: str) -> Iterable[tuple[str, str]]:
    """Part a block into commands, each with the output that stands below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def run(words: list[str]) -> tuple[int, str]:
    """Run ``netdeps …`` or ``python -m …`` here, and give its status and what it wrote."""
    into = None
    if words[-2:-1] == [">"]:
        words, into = words[:-2], Path(words[-1])
    out, status = io.StringIO(), 0
    with (
        mock.patch.object(sys, "argv", words),
        redirect_stdout(out),
        redirect_stderr(out),
        warnings.catch_warnings(action="ignore", category=RuntimeWarning),
    ):
        try:
            start(words)
        except SystemExit as end:
            status = int(end.code or 0)
    if into is None:
        return status, out.getvalue()
    into.write_text(out.getvalue(), encoding="utf-8")
    return status, ""


def start(words: list[str]) -> None:
    """Start the command that the words name."""
    if words[0] == "netdeps":
        main()
    elif words[:2] == ["python", "-m"]:
        runpy.run_module(words[2], run_name="__main__")
    else:
        raise ValueError(f"the documentation shows a command that is not run: {words[0]!r}")


def enter(namespace: dict[str, Any]) -> None:
    """Go to a temporary folder in which the examples of the project are at hand."""
    folder = tempfile.TemporaryDirectory(prefix="netdeps-docs-")
    shutil.copytree(ROOT / "examples", Path(folder.name) / "examples")
    namespace["__folder__"] = (folder, Path.cwd())
    os.chdir(folder.name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and take the temporary folder away."""
    folder, before = namespace.pop("__folder__")
    os.chdir(before)
    folder.cleanup()


pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("console", console),
        files,
        sessions,
    ],
    path=str(ROOT),
    patterns=["README.md", "ARCHITECTURE.md", "docs/**/*.md"],
    setup=enter,
    teardown=leave,
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    path=str(ROOT / "src"),
    pattern="**/*.py",
    document_types={".py": PythonDocStringDocument},
    setup=enter,
    teardown=leave,
)

pytest_collect_file = (pages + docstrings).pytest()
