"""The code keeps to what ARCHITECTURE.md and the guide say about its shape."""

import ast
import importlib
import inspect
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "netdeps"
MODULES = sorted(SOURCE.rglob("*.py"))
PUBLIC = (
    "netdeps",
    "netdeps.corrections",
    "netdeps.editions",
    "netdeps.errors",
    "netdeps.formats",
    "netdeps.graph",
    "netdeps.inference",
    "netdeps.leaks",
    "netdeps.maps",
    "netdeps.measures",
    "netdeps.measures.rows",
    "netdeps.model",
    "netdeps.results",
    "netdeps.words",
)
LONGEST_MODULE = 300
LONGEST_CLASS = 250
MOST_POSITIONAL = 4


def ladder_of_the_contract():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    return next(one["layers"] for one in contracts if one["type"] == "layers")


@pytest.fixture(scope="module")
def ladder_section():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    found = re.search(r"^## The ladder$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, "ARCHITECTURE.md has no section 'The ladder'"
    return found[1]


class TestArchitectureMd:
    def test_its_ladder_is_the_one_that_is_checked(self, ladder_section):
        block = re.search(r"^```[a-z]*\n(.*?)^```$", ladder_section, re.MULTILINE | re.DOTALL)
        assert block
        assert block[1].splitlines() == ladder_of_the_contract()

    def test_it_has_a_paragraph_for_each_rung_from_the_bottom_up(self, ladder_section):
        parts = re.split(r"^### `([a-z_]+)(?:\.py|/)?`$", ladder_section, flags=re.MULTILINE)
        said = dict(zip(parts[1::2], map(str.strip, parts[2::2]), strict=True))
        upwards = reversed(ladder_of_the_contract())
        assert list(said) == [name for rung in upwards for name in rung.split(" | ")]
        assert [name for name, text in said.items() if not text] == []

    def test_the_ladder_has_every_module_that_is_there(self):
        there = {one.name.removesuffix(".py") for one in SOURCE.iterdir()}
        there = {name for name in there if not name.startswith("_") and (SOURCE / name).is_dir()}
        there |= {one.stem for one in SOURCE.glob("*.py") if not one.stem.startswith("_")}
        rungs = {name for rung in ladder_of_the_contract() for name in rung.split(" | ")}
        assert there == rungs


def code_of(path):
    return ast.parse(path.read_text("utf-8"))


def place(path):
    return str(path.relative_to(SOURCE))


class TestSizes:
    def test_no_module_is_longer_than_300_lines(self):
        lengths = {place(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
        assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}

    def test_no_class_is_longer_than_250_lines(self):
        lengths = {
            f"{place(path)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
            for path in MODULES
            for node in ast.walk(code_of(path))
            if isinstance(node, ast.ClassDef)
        }
        assert lengths["model/network.py: Network"] > 0
        assert {name: n for name, n in lengths.items() if n > LONGEST_CLASS} == {}


def exported(module_name):
    module = importlib.import_module(module_name)
    names = getattr(module, "__all__", None) or defined_in(Path(str(module.__file__)))
    return {f"{module_name}.{name}": getattr(module, name) for name in names}


def defined_in(path):
    """List what a single file without a list of its own defines for others."""
    for node in code_of(path).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
        named = isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if named and not node.target.id.startswith("_"):
            yield node.target.id


EXPORTED = {name: value for module in PUBLIC for name, value in exported(module).items()}
CLASSES = {name: value for name, value in EXPORTED.items() if inspect.isclass(value)}


def own_methods(name, cls):
    for attribute, value in vars(cls).items():
        function = value.fget if isinstance(value, property) else getattr(value, "func", value)
        function = getattr(function, "__func__", function)
        ours = str(getattr(function, "__module__", "")).startswith("netdeps")
        written = "<string>" not in getattr(getattr(function, "__code__", None), "co_filename", "")
        if inspect.isfunction(function) and not attribute.startswith("_") and ours and written:
            yield f"{name}.{attribute}", function


FUNCTIONS = {name: value for name, value in EXPORTED.items() if inspect.isfunction(value)} | {
    method: function for name, cls in CLASSES.items() for method, function in own_methods(name, cls)
}


def docstrings_of_constants(path):
    """A constant or an alias is explained by the text right under it."""
    body = code_of(path).body
    for first, second in pairwise(body):
        if isinstance(second, ast.Expr) and isinstance(second.value, ast.Constant):
            targets = (
                first.targets if isinstance(first, ast.Assign) else [getattr(first, "target", None)]
            )
            yield from (one.id for one in targets if isinstance(one, ast.Name))


class TestPublicNames:
    @pytest.mark.parametrize("module", PUBLIC)
    def test_every_list_of_names_is_sorted_and_without_doubles(self, module):
        names = getattr(importlib.import_module(module), "__all__", [])
        assert sorted(
            set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name)
        ) == list(names)

    def test_every_public_function_and_class_has_a_docstring(self):
        bare = [
            name
            for name, value in {**FUNCTIONS, **CLASSES}.items()
            if not (value.__doc__ or "").strip()
        ]
        assert bare == []

    def test_every_public_list_table_or_choice_is_explained(self):
        explained = {name for path in MODULES for name in docstrings_of_constants(path)}
        plain = {
            name
            for name, value in EXPORTED.items()
            if not any(
                what(value) for what in (inspect.isclass, inspect.isfunction, inspect.ismodule)
            )
        }
        assert sorted(name for name in plain if name.rpartition(".")[2] not in explained) == []

    def test_a_public_function_takes_at_most_four_arguments_by_position(self):
        many = {
            name: len(named)
            for name, function in FUNCTIONS.items()
            if len(named := positional(function)) > MOST_POSITIONAL
        }
        assert many == {}

    def test_a_public_function_takes_no_arguments_that_it_does_not_name(self):
        loose = [
            name
            for name, function in FUNCTIONS.items()
            for argument in inspect.signature(function).parameters.values()
            if argument.kind is inspect.Parameter.VAR_KEYWORD
        ]
        assert loose == []

    def test_every_public_function_says_what_it_takes_and_gives(self):
        bare = [
            f"{name}: {argument}"
            for name, function in FUNCTIONS.items()
            for argument in [*inspect.signature(function).parameters, "return"]
            if argument not in {"self", "cls"} and argument not in function.__annotations__
        ]
        assert bare == []

    def test_no_public_function_takes_or_gives_just_anything(self):
        anything = [
            f"{name}: {argument}"
            for name, function in FUNCTIONS.items()
            for argument, kind in function.__annotations__.items()
            if re.search(r"\bAny\b", str(kind))
        ]
        assert anything == []


def positional(function):
    return [
        one
        for one in inspect.signature(function).parameters.values()
        if one.kind in {one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD}
        and one.name not in {"self", "cls"}
    ]
