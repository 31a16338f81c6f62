"""``netdeps given`` and ``--to``: what was given to whom, and what stands out beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from netdeps.cli.check import today
from netdeps.cli.shared import case_argument, from_option, language_option
from netdeps.editions import (
    Difference,
    Export,
    check_audience,
    differences,
    given_before,
    new_log,
    noted,
)
from netdeps.editions.difference import earlier_files
from netdeps.editions.fingerprints import of_organisation
from netdeps.errors import FileError, OptionError
from netdeps.formats import read, read_given, write_given
from netdeps.model import Given, GivenLog, Network
from netdeps.words import day, number, say, visible

if TYPE_CHECKING:
    from rich.table import Table

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Compared:
    """What is about to be given, beside what was given before."""

    log: Path
    """Where the log is, or will be."""
    count: int
    """How many files are in it."""
    same: tuple[Given, ...]
    """The entries that hold the very same."""
    found: tuple[Difference, ...]
    """What could be worked out with the others."""
    to: str | None = None
    """To whom it is given, where that is to be noted."""


def log_option(command: Command) -> Command:
    """Take the log of what was given."""
    text = (
        "The log of what was given to whom.  [default: CASE with the ending .given.json, beside it]"
    )
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--log", "log", metavar="LOG", type=kind, help=text)(command)


def to_option(command: Command) -> Command:
    """Take to whom a file is given, which is then noted in the log."""
    text = "To whom you give it; this is noted in the log."
    return click.option("--to", metavar="WHOM", help=text)(log_option(command))


@click.command(short_help="Show what was given to whom, and what a new file would add.")
@case_argument
@click.option(
    "--edition",
    "audience",
    metavar="AUDIENCE",
    help="Say what a new file would add: for facilitator, table, public or party:ID.",
)
@log_option
@language_option
@from_option
def given(
    case: Path, audience: str | None, log: Path | None, language: str | None, form: str | None
) -> None:
    """Show the log of what was given of CASE to whom.

    With --edition it also says what somebody could work out who has the earlier files and a new one
    of the case as it is now. Nothing is written.
    """
    if audience is not None:
        check_audience(audience)
    network = read(case, form=form)
    chosen = language or network.language
    path = log or beside(case)
    entries = read_given(path) if log or path.exists() else new_log()
    tell_log(entries, network, path, chosen)
    if audience is not None:
        export = Export(network, audience)
        click.echo(say("cli.given.would", chosen, {"edition": _edition(audience, network, chosen)}))
        tell_compared(_compared(export, entries, path), chosen, always=True, err=False)


def beside(case: Path) -> Path:
    """Give the place of the log of a case: ``leiden.given.json`` for ``leiden.yaml``."""
    return case.with_name(f"{case.stem}.given.json")


@contextmanager
def handing_over(
    case: Path, export: Export, target: Path, *, to: str | None = None, log: Path | None = None
) -> Iterator[Compared | None]:
    """Note what is given while it is written; give what stands out, or None without a log.

    The log comes first, so that nothing is given that was not noted. Where the file cannot be
    written then, the log becomes what it was.
    """
    path = log or beside(case)
    if to is not None and not to.strip():
        raise OptionError("--to names nobody; say to whom you give it.")
    if _is_same(path, target):
        raise FileError(f"{target}: this is the log of what was given; name another file to write.")
    needed = to is not None or (export.audience != "facilitator" and (log or path.exists()))
    if not needed:
        yield None
        return
    there = path.exists() or path.is_symlink()
    before = read_given(path) if there or to is None else new_log()
    compared = _compared(export, before, path, to)
    if to is None:
        yield compared
        return
    write_given(noted(export, before, to=to, file=target.name, day=today()), path)
    try:
        yield compared
    except BaseException:
        _put_back(path, before if there else None)
        raise


def tell_compared(
    compared: Compared | None, language: str, *, always: bool = False, err: bool = True
) -> None:
    """Say what stands out beside what was given before, and what was noted."""
    if compared is None:
        return
    facts = {"log": str(compared.log), "count": compared.count}
    if compared.same:
        earlier = {"earlier": earlier_files(compared.same)}
        click.echo(say("cli.given.same", language, earlier), err=err)
    if compared.found:
        key = "for_you" if compared.count else "only_this"
        click.echo(say(f"cli.given.{key}", language, facts), err=err)
    elif (always or compared.to is not None) and compared.count and not compared.same:
        click.echo(say("cli.given.nothing", language, facts), err=err)
    for one in compared.found:
        click.echo(f"  - {one.sentence(language)}\n      {one.advice(language)}", err=err)
    if compared.to is not None:
        facts = {"log": str(compared.log), "to": compared.to}
        click.echo(say("cli.given.noted", language, facts))
    elif err and (compared.found or compared.same):
        click.echo(say("cli.given.not_noted", language), err=err)


def tell_log(log: GivenLog, network: Network, path: Path, language: str) -> None:
    """Show the log as a table, and say which files hold everything."""
    if not log.given:
        click.echo(say("cli.given.none", language, {"log": str(path)}))
        return
    _show(_table(log, network, language))
    count = sum(one.audience == "facilitator" for one in log.given)
    if count:
        click.echo(say("cli.given.everything", language, {"count": count}))


def _compared(export: Export, log: GivenLog, path: Path, to: str | None = None) -> Compared:
    return Compared(
        log=path,
        count=len(log.given),
        same=given_before(export, log),
        found=differences(export, log),
        to=to,
    )


def _is_same(log: Path, target: Path) -> bool:
    """Tell whether two names are of one file, also where it is not there yet."""
    return os.path.realpath(log) == os.path.realpath(target)


def _put_back(path: Path, before: GivenLog | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write_given(before, path)


def _edition(audience: str, network: Network, language: str) -> str:
    kind, _, party = audience.partition(":")
    return say(f"audience.{kind}", language, {"name": network.names.get(party, party)})


def _table(log: GivenLog, network: Network, language: str) -> Table:
    from rich.table import Table
    from rich.text import Text

    key = "title" if network.name else "untitled"
    title = visible(say(f"cli.given.{key}", language, {"case": network.name}))
    table = Table(title=Text(title), title_justify="left")
    for column in ("day", "to", "edition", "file"):
        table.add_column(say(f"cli.given.{column}", language))
    for column in ("organisations", "statements"):
        table.add_column(say(f"cli.given.{column}", language), justify="right")
    parties = {of_organisation(log.salt, one): one for one in network.ids}
    for one in log.given:
        counts = (number(len(held), language) for held in (one.organisations, one.statements))
        words = (day(one.day, language), one.to, _of(one, parties, network, language), one.file)
        table.add_row(*(Text(visible(word)) for word in words), *counts)
    return table


def _of(entry: Given, parties: Mapping[str, str], network: Network, language: str) -> str:
    """Say which edition a file was, and that it was a part where it was one."""
    if entry.audience == "party" and entry.party not in parties:
        said = say("cli.given.lost_party", language)
    else:
        party = parties.get(entry.party or "", "")
        said = _edition(f"{entry.audience}:{party}", network, language)
    return said if entry.whole else say("cli.given.part", language, {"edition": said})


def _show(table: Table) -> None:
    """Show a table; a file or a pipe gets it wide enough to lose nothing."""
    from rich.console import Console

    console = Console() if sys.stdout.isatty() else Console(width=160)
    console.print(table)
