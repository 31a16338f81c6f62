"""One gate: whatever writes or shows something does it of an edition, or is for the facilitator.

A new writer makes these tests fail until it is listed here, with how it keeps to the gate.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "netdeps"
SINKS = {
    "echo", "secho", "fdopen", "mkstemp", "mkdtemp", "NamedTemporaryFile", "open", "print", "urlopen",
    "dump", "save", "savefig", "to_csv", "to_excel", "to_json", "write", "write_bytes", "write_text",
    "writelines", "writestr", "send", "sendall", "tofile", "connect",
}  # fmt: skip
"""Calls through which something leaves the program."""
VIEWS = {"_repr_html_", "_repr_markdown_", "_repr_json_", "_repr_mimebundle_", "_repr_svg_", "_repr_png_"}  # fmt: skip
"""What a notebook asks for to show a value."""


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        name = f"{within}.{node.name}".lstrip(".") if named else within
        if isinstance(node, ast.FunctionDef):
            yield name, node
        yield from functions(node, name)


def calls(node: ast.AST) -> set[str]:
    """Name what a function calls itself, without the functions inside it."""
    found = set()
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            continue
        if isinstance(child, ast.Call):
            called = child.func
            found.add(
                called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            )
        found |= calls(child)
    return found


def writers() -> dict[str, ast.FunctionDef]:
    """Find every function that writes, prints, or shows itself in a notebook."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for name, node in functions(ast.parse(path.read_text("utf-8"))):
            if node.name in VIEWS or calls(node) & SINKS:
                found[f"{module}.{name}"] = node
    return found


TAKES_AN_EDITION = {
    "cli.demo._write_map",
    "cli.map.tell_written",
    "formats.__init__.dumps",
    "formats.__init__.write",
    "maps.view.Map.write",
}
MAKES_AN_EDITION = {
    "cli.analyse.analyse",
    "cli.apply.apply",
    "cli.convert.convert",
    "cli.demo.demo",
    "cli.forget.forget",
    "cli.map.map_",
}
"""Commands: they read a case and choose an audience before anything is made of it."""

FOR_THE_FACILITATOR = {
    "cli.app.main": "errors are told to who runs the command, and so has the case",
    "cli.apply.tell_applied": "says what became of each mark, to who has the case",
    "cli.audit.audit": "says what is withheld and was found, to who has the case",
    "cli.check.check": "counts and problems of a case, for who has it",
    "cli.check._tell_asked": "part of check",
    "cli.check._tell_kept": "part of check",
    "cli.check._tell_visible": "part of check",
    "cli.check._show": "part of check",
    "cli.forget._tell_counts": "part of forget",
    "cli.forget.tell_mentions": "places to rewrite by hand, for who has the case",
    "cli.forget.tell_taken_out": "counts of a case, for who has it",
    "cli.forget.tell_written": "names the file that was written",
}
"""They say so in the documentation of the command line, and write no file."""

FROM_AN_EDITION = {
    "formats.changes.dumps_changes": "marks made on a page, which say of which edition it was",
    "maps.frame.Frame._repr_html_": "holds the page of an edition; Map.frame makes it",
    "maps.networks._page_class._Page.write_html": "the page of an edition; Map.editable makes it",
}
RESULTS = {
    "results.figure.Figure._repr_html_",
    "results.findings.Findings._repr_html_",
    "results.scores.Scores._repr_html_",
}
"""A result says in its head who may see it: the strictest of what it was made of."""

NO_CASE_IN_IT = {
    "cli.demo._write_case": "the example, which is public",
    "formats.files._replace": "writes the text that write_text was given",
    "formats.yaml_format.dump": "gives text",
    "graph.circulation.even_circulation": "a set that is called open",
    "graph.circulation.largest_circulation": "a set that is called open",
    "leaks.reading.bytes_of": "reads",
    "maps.between._facts": "gives text",
    "maps.between._tell": "gives text",
    "maps.sources.Sources._when": "gives text",
}

WRITERS = writers()
LISTED = [
    TAKES_AN_EDITION,
    MAKES_AN_EDITION,
    {*FOR_THE_FACILITATOR},
    {*FROM_AN_EDITION},
    RESULTS,
    {*NO_CASE_IN_IT},
]


def test_every_writer_is_listed_once_and_every_one_that_is_listed_is_there():
    listed = sorted(name for names in LISTED for name in names)
    assert listed == sorted(WRITERS)


@pytest.mark.parametrize("name", sorted(TAKES_AN_EDITION))
def test_a_writer_takes_an_edition_and_no_network_besides_what_it_tells_the_facilitator(name):
    arguments = {one.arg: ast.unparse(one.annotation) for one in WRITERS[name].args.args[:2] if one.annotation}  # fmt: skip
    assert arguments["shown"] == "Edition"


@pytest.mark.parametrize("name", sorted(MAKES_AN_EDITION))
def test_a_command_makes_an_edition_before_it_writes(name):
    module = ast.parse((SOURCE / "cli" / f"{name.split('.')[1]}.py").read_text("utf-8"))
    assert "edition" in {one for _, node in functions(module) for one in calls(node)}


def test_a_writer_that_takes_a_network_would_be_found():
    tree = ast.parse("def save_all(network, path):\n    path.write_text(str(network))")
    ((_, node),) = functions(tree)
    assert calls(node) & SINKS == {"write_text"}
