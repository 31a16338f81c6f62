"""``netdeps apply``: what was marked on a map becomes part of the case."""

from __future__ import annotations

from pathlib import Path

import click

from netdeps.cli.shared import case_argument, from_option, language_option, refuse_same, size
from netdeps.corrections import Applied, apply_changes
from netdeps.editions import edition
from netdeps.errors import FileError, InvalidRecordsError
from netdeps.formats import read, read_changes, write
from netdeps.model import Changes, Network
from netdeps.words import say


@click.command(short_help="Put what was marked on a map into the case.")
@case_argument
@click.argument("changes", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The case to write, .yaml or .json; neither CASE nor CHANGES.",
)
@language_option
@from_option
def apply(case: Path, changes: Path, output: Path, language: str | None, form: str | None) -> None:
    """Put what was marked on a map into CASE, and write it as a new case.

    CHANGES is the file that the page of the map saves. Every mark becomes a statement of whoever
    made it; nothing that was told before changes. Applying the same file again adds nothing.
    """
    _refuse_over(case, changes, output)
    network = read(case, form=form)
    applied = _applied(network, read_changes(changes), changes)
    write(edition(applied.network, "facilitator"), output)
    tell_applied(applied, output, language or network.language)


def _refuse_over(case: Path, changes: Path, output: Path) -> None:
    refuse_same(case, output)
    if output.exists() and changes.exists() and output.samefile(changes):
        raise FileError(f"{output}: these are the changes; name another file to write.")


def _applied(network: Network, changes: Changes, path: Path) -> Applied:
    """Apply the changes, and say of problems in which file they are."""
    try:
        return apply_changes(network, changes)
    except InvalidRecordsError as error:
        raise InvalidRecordsError(error.problems, str(path)) from error


def tell_applied(applied: Applied, output: Path, language: str) -> None:
    """Say what each mark became, count them, and say what was written."""
    for one in applied.marks:
        click.echo(one.sentence(applied.network, language))
    counts = {
        "added": applied.count("added", "noted"),
        "there": applied.count("there"),
        "asked": applied.count("asked"),
        "views": applied.views,
        "views_there": applied.views_there,
    }
    for name, count in counts.items():
        if count or name == "added":
            click.echo(say(f"cli.apply.{name}", language, {"count": count}))
    facts = {"file": str(output), "size": size(output, language)}
    click.echo(say("cli.apply.written", language, facts))
    click.echo(say("cli.apply.comments", language))
