"""What the commands have in common."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from netdeps.errors import FileError
from netdeps.model import LANGUAGES
from netdeps.words import number, say

Command = TypeVar("Command", bound=Callable[..., Any])


def case_argument(command: Command) -> Command:
    """Take the case file."""
    kind = click.Path(path_type=Path)
    return click.argument("case", type=kind)(command)


def from_option(command: Command) -> Command:
    """Take the format of the case, for when its name does not tell."""
    text = "Read CASE as this format (yaml or json) whatever its name."
    return click.option("--from", "form", metavar="FORMAT", help=text)(command)


def edition_option(default: str) -> Callable[[Command], Command]:
    """Take the audience that the result is for."""
    text = "For whom: facilitator, table, public or party:ID."
    return click.option(
        "--edition", "audience", metavar="AUDIENCE", default=default, show_default=True, help=text
    )


def language_option(command: Command) -> Command:
    """Take the language of what people read."""
    text = "The language of what people read.  [default: that of the case]"
    return click.option("--language", type=click.Choice(LANGUAGES), help=text)(command)


def refuse_same(case: Path, output: Path | None) -> None:
    """Refuse to write over the case that is read."""
    if output is not None and output.exists() and case.exists() and output.samefile(case):
        raise FileError(f"{output}: this is the case itself; name another file to write.")


@contextmanager
def steps(language: str) -> Iterator[Callable[[str], None]]:
    """Tell, on a terminal, which step is under way; elsewhere stay silent."""
    if not sys.stderr.isatty():
        yield lambda _key: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda key: status.update(say(f"cli.step.{key}", language))


def size(path: Path, language: str) -> str:
    """Give the size of a file as people read it."""
    return f"{number(max(path.stat().st_size / 1000, 1), language, digits=0)} KB"
