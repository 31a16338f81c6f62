"""``netdeps demo``: the case of Leiden, ready to open."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from netdeps.cli.shared import language_option, size, steps
from netdeps.editions import Edition, edition
from netdeps.errors import FileError
from netdeps.formats import read
from netdeps.formats.files import write_text
from netdeps.model import Language
from netdeps.words import say

_CASE = "leiden.yaml"


@click.command(short_help="Write an example case and its map, and say what to open.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="netdeps-demo")
@language_option
def demo(folder: Path, language: Language | None) -> None:
    """Write the case of Leiden and its map into FOLDER, and say which file to open."""
    case, page = folder / _CASE, folder / "leiden.html"
    with steps(language or "nl") as step:
        step("case")
        _write_case(case)
        step("map")
        _write_map(edition(read(case), "table"), page, language)
    chosen = language or "nl"
    click.echo(say("cli.demo.case", chosen, {"file": str(case), "size": size(case, chosen)}))
    click.echo(say("cli.demo.map", chosen, {"file": str(page), "size": size(page, chosen)}))
    click.echo(say("cli.demo.open", chosen, {"file": page.resolve().as_uri()}))


def _write_map(shown: Edition, page: Path, language: Language | None) -> None:
    from netdeps import maps

    maps.Map(language=language).write(shown, page)


def _write_case(case: Path) -> None:
    """Write the case, unless another one of that name is there already."""
    text = example(_CASE)
    try:
        case.parent.mkdir(parents=True, exist_ok=True)
        there = case.read_text(encoding="utf-8") if case.exists() else text
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"{case}: the folder cannot be used ({error}).") from error
    if there != text:
        raise FileError(f"{case}: another case is there already; name another folder.")
    write_text(case, text)


def example(name: str) -> str:
    """Give the text of an example case: from the package, or beside its source."""
    packaged = files("netdeps") / "examples" / name
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    beside = Path(__file__).parents[3] / "examples" / name
    if not beside.is_file():
        raise FileError(f"{name}: the example is not in this installation.")
    return beside.read_text(encoding="utf-8")
