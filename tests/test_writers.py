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
    # files
    "fdopen", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "open", "dump", "save",
    "savefig", "to_csv", "to_excel", "to_json", "tofile", "write", "write_bytes", "write_text",
    "writelines", "writestr", "copyfile",
    # the screen
    "echo", "secho", "print", "print_exc", "excepthook",
    # a log
    "basicConfig", "critical", "debug", "error", "exception", "getLogger", "info", "log", "warn",
    "warning",
    # other programs
    "call", "check_call", "check_output", "execv", "getoutput", "Popen", "popen", "run", "startfile",
    "system",
    # other machines
    "connect", "create_connection", "send", "sendall", "sendto", "socket", "urlopen", "urlretrieve",
}  # fmt: skip
"""Calls through which something leaves the program."""
VIEWS = {"_repr_html_", "_repr_markdown_", "_repr_json_", "_repr_mimebundle_", "_repr_svg_", "_repr_png_"}  # fmt: skip
"""What a notebook asks for to show a value."""
NAMED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def places(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Give a module itself, and every function and class in it, each with its name."""
    yield within, tree
    for node in inside(tree):
        if isinstance(node, NAMED):
            yield from places(node, f"{within}.{node.name}".lstrip("."))


def inside(node: ast.AST) -> Iterator[ast.AST]:
    """Give all that is in a function, class or module, but not in those inside it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, NAMED):
            yield from inside(child)


def calls(node: ast.AST) -> set[str]:
    """Name what is called in a function, class or module itself."""
    found = (one.func for one in inside(node) if isinstance(one, ast.Call))
    return {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in found}


def writers_in(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Find what writes, prints, logs, starts or sends something, or shows itself in a notebook."""
    for name, node in places(tree):
        if name.rpartition(".")[2] in VIEWS or calls(node) & SINKS:
            yield name, node


def modules() -> dict[str, ast.Module]:
    paths = sorted(SOURCE.rglob("*.py"))
    names = (".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in paths)
    return {
        name: ast.parse(path.read_text("utf-8")) for name, path in zip(names, paths, strict=True)
    }


MODULES = modules()
WRITERS = {
    f"{module}.{name}".rstrip("."): node
    for module, tree in MODULES.items()
    for name, node in writers_in(tree)
}


def callers_of(writer: str) -> set[str]:
    """Find all that calls something by the name of a writer, or hands it on to be called."""
    name = writer.rpartition(".")[2]
    private = name.startswith("_")  # only its own module may call it
    return {
        f"{module}.{place}".rstrip(".")
        for module, tree in MODULES.items()
        if not private or writer.startswith(f"{module}.")
        for place, node in places(tree)
        for one in inside(node)
        if name in {getattr(one, "attr", None), getattr(one, "id", None)}
    }


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
    "cli.release.release",
}
"""Commands: they read a case and choose an audience before anything is made of it."""

FOR_THE_FACILITATOR = {
    "cli.app.main": "errors are told to who runs the command, and so has the case",
    "cli.apply.tell_applied": "says what became of each mark, to who has the case",
    "cli.audit.audit": "says what is withheld and was found, to who has the case",
    "cli.check.check": "counts and problems of a case, for who has it",
    "cli.check._tell_asked": "part of check",
    "cli.check._tell_kept": "part of check",
    "cli.check._tell_numbered": "part of check",
    "cli.check._tell_one_sided": "part of check",
    "cli.check._tell_visible": "part of check",
    "cli.check._show": "part of check",
    "cli.given._show": "part of given",
    "cli.given.given": "the log of what was given, for who has the case",
    "cli.given.tell_compared": "what stands out beside earlier files, to who has the case",
    "cli.given.tell_log": "part of given",
    "cli.forget._tell_counts": "part of forget",
    "cli.forget.tell_mentions": "places to rewrite by hand, for who has the case",
    "cli.forget.tell_taken_out": "counts of a case, for who has it",
    "cli.forget.tell_written": "names the file that was written",
    "cli.pseudonyms.tell_pseudonyms": "the key of a public edition, to who has the case",
    "cli.release.tell_choices": "what can be released, to who has the case",
    "cli.release.tell_released": "what was released, to who has the case",
    "cli.telling.tell_false_absences": "contacts that an edition does not show, to who has the case",
    "cli.telling.tell_false_findings": "findings that do not hold, to who has the case",
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

HOLDS_NO_CASE = {
    "cli.demo._write_case": "the example, which is public",
    "formats.__init__": "makes the log; nothing is told in it here",
    "formats.given.write_given": "fingerprints, without a text of the case",
    "formats.schema": "the schema of case files",
    "graph.circulation.even_circulation": "a set that is called open",
    "graph.circulation.largest_circulation": "a set that is called open",
    "leaks.reading.bytes_of": "reads",
    "measures.brokerage.burt.Holes.hierarchy": "a logarithm",
    "measures.brokerage.burt._entropy": "a logarithm",
    "measures.centrality.pages._most_steps": "a logarithm",
}
"""No word of a case is in what they write, or they write nothing."""

BEHIND_A_GATE = {
    "formats.__init__.read_counted": (
        "logs the name of the file that was asked for and how many rows it has, for who has it",
        {"cli.check.check", "formats.__init__.read"},
    ),
    "formats.files._replace": ("writes what write_text was given", {"formats.files.write_text"}),
    "formats.given.dumps_given": ("the text of write_given", {"formats.given.write_given"}),
    "formats.yaml_format.dump": (
        "gives the text of a case, of a log, or of marks made on a page",
        {
            "formats.__init__.dumps", "formats.changes.dumps_changes", "formats.given.dumps_given",
            "formats.json_format", "formats.parsing.Format", "formats.yaml_format",
        },
    ),
    "maps.between._facts": ("gives text for the page of an edition", {"maps.between.between"}),
    "maps.between._tell": ("gives text for the page of an edition", {"maps.between.between"}),
    "maps.sources.Sources._when": ("gives text for the page of an edition", {"maps.sources.Sources._row"}),
}  # fmt: skip
"""They hold words of a case; only these may call them, which are gates or stand behind one."""

LISTED = [
    TAKES_AN_EDITION,
    MAKES_AN_EDITION,
    {*FOR_THE_FACILITATOR},
    {*FROM_AN_EDITION},
    RESULTS,
    {*HOLDS_NO_CASE},
    {*BEHIND_A_GATE},
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
    module = MODULES[name.rpartition(".")[0]]
    assert "edition" in {one for _, node in places(module) for one in calls(node)}


@pytest.mark.parametrize("name", sorted(BEHIND_A_GATE))
def test_only_a_gate_calls_what_holds_words_of_a_case_and_asks_for_no_edition(name):
    _, gates = BEHIND_A_GATE[name]
    assert callers_of(name) == gates


UNGATED = {
    "a module": ("Path('x').write_text(str(case))", ""),
    "a module that tries": ("try:\n    print(case)\nexcept OSError:\n    pass", ""),
    "a function": ("def save(network, path):\n    path.write_text(str(network))", "save"),
    "a class": ("class Case:\n    print(case)", "Case"),
    "a method": ("class Case:\n    def keep(self):\n        open('x', 'w')", "Case.keep"),
    "a function inside": ("def a():\n    def b():\n        echo(case)", "a.b"),
    "an async function": ("async def tell(case):\n    await stream.send(case)", "tell"),
    "a lambda": ("tell = lambda case: print(case)", ""),
    "a lambda in a function": ("def a(case):\n    return lambda: print(case)", "a"),
    "a default": ("def a(case=print(1)):\n    pass", "a"),
    "a decorator": ("@app.call(case)\ndef a():\n    pass", "a"),
    "a log": ("def a(case):\n    logging.getLogger('x').warning('%s', case)", "a"),
    "a log of one's own": ("def a(case):\n    _log.exception(case)", "a"),
    "a program": ("def a(case):\n    subprocess.run(['mail', case])", "a"),
    "a program by its class": ("def a(case):\n    Popen(['mail', case])", "a"),
    "a shell": ("def a(case):\n    os.system(f'mail {case}')", "a"),
    "a machine": ("def a(case):\n    socket.socket().sendall(case)", "a"),
    "an address": ("def a(case):\n    request.urlretrieve(f'https://x/{case}')", "a"),
    "a view": ("class Case:\n    def _repr_html_(self):\n        return self.text", "Case._repr_html_"),
}  # fmt: skip
"""Sources that let a case out without a gate, and where in them it happens."""


@pytest.mark.parametrize("way", UNGATED)
def test_what_lets_a_case_out_is_found_wherever_it_stands(way):
    source, place = UNGATED[way]
    assert [name for name, _ in writers_in(ast.parse(source))] == [place]


def test_what_writes_nothing_is_not_found():
    source = "x = 1\n\nclass Case:\n    def write(self):\n        return self.told()\n"
    assert [*writers_in(ast.parse(source))] == []
