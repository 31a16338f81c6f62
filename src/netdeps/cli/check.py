"""``netdeps check``: what was read, what is wrong, who was asked what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netdeps.cli.shared import case_argument, from_option, language_option
from netdeps.editions import numbered_organisations, persons, told_by_one
from netdeps.formats import Reading, read_counted
from netdeps.model import STATEMENT_LISTS, Network
from netdeps.words import Phrase, day, label, say, visible

_TOPICS = ("contacts", "dependencies", "contributions")


@click.command(short_help="What was read, what is wrong, who was asked what.")
@case_argument
@from_option
@language_option
def check(case: Path, form: str | None, language: str | None) -> None:
    """Say what was read from CASE, all that is wrong in it, and who was asked what."""
    reading = read_counted(case, form=form)
    network = reading.network
    chosen = language or network.language
    date = f", {day(network.date, chosen)}" if network.date else ""
    click.echo(f"{case}: {visible(network.name or case.stem)}{date}\n")
    _tell_counts(reading, chosen)
    _tell_asked(network, chosen)
    _tell_kept(network, chosen, today())
    _tell_numbered(network, chosen)
    _tell_one_sided(network, chosen)
    _tell_visible(network, chosen)


def today() -> dt.date:
    """Give the day on which the command is run, where it is run."""
    return dt.datetime.now().astimezone().date()


def _tell_counts(reading: Reading, language: str) -> None:
    from rich.table import Table

    table = Table(title=say("cli.check.read_title", language), title_justify="left")
    for column in ("list", "read", "used", "merged", "refused"):
        justify = "left" if column == "list" else "right"
        table.add_column(say(f"cli.check.{column}", language), justify=justify)  # type: ignore[arg-type]
    for name, count in reading.counts.items():
        numbers = (count.read, count.used, count.merged, count.refused)
        table.add_row(label("list", name, language), *map(str, numbers))
    _show(table)


def _tell_asked(network: Network, language: str) -> None:
    """Show, by organisation, at which levels it was asked about each topic."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=say("cli.check.asked_title", language), title_justify="left")
    table.add_column(say("cli.check.organisation", language))
    for topic in _TOPICS:
        table.add_column(label("list", topic, language))
    for one in network.ids:
        cells = [_levels_asked(network, one, topic, language) for topic in _TOPICS]
        table.add_row(Text(visible(network.names[one])), *cells)
    _show(table)
    asked = {interview.organisation for interview in network.interviews}
    silent = [network.names[one] for one in network.ids if one not in asked]
    if silent:
        facts = {"count": len(silent), "names": tuple(silent)}
        click.echo(say("cli.check.not_asked", language, facts))


def _levels_asked(network: Network, organisation: str, topic: str, language: str) -> str:
    found = [
        interview.level
        for interview in network.interviews
        if interview.organisation == organisation and topic in interview.asked
    ]
    if None in found:
        return say("cli.check.all_levels", language)
    return ", ".join(label("level_short", level, language) for level in found if level) or "–"


def _tell_kept(network: Network, language: str, now: dt.date) -> None:
    """Say that the material is kept for too long, or that nobody noted for what and until when."""
    if network.retain_until is not None and network.retain_until < now:
        click.echo(say("cli.check.overdue", language, {"day": network.retain_until}))
    found = persons(network)
    missing = tuple(
        Phrase(f"cli.check.no_{name}")
        for name in ("purpose", "retain_until")
        if not getattr(network, name)
    )
    if found and missing:
        facts = {"count": len(found), "missing": missing}
        click.echo(say("cli.check.persons", language, facts))


def _tell_numbered(network: Network, language: str) -> None:
    """Say which ids tell in which order they were noted down."""
    found = numbered_organisations(network)
    if found:
        click.echo(say("cli.check.numbered", language, {"count": len(found), "names": found}))


def _tell_one_sided(network: Network, language: str) -> None:
    """Name the contacts that the table sees on the word of one of the two."""
    found = told_by_one(network)
    if found:
        pairs = tuple(" – ".join(map(network.names.__getitem__, pair)) for pair in found)
        click.echo(say("cli.check.told_by_one", language, {"count": len(found), "pairs": pairs}))


def _tell_visible(network: Network, language: str) -> None:
    """Say how many statements each audience may see, so that an empty edition surprises nobody."""
    count = {"public": 0, "table": 0, "facilitator": 0}
    for name in STATEMENT_LISTS:
        for row in getattr(network, name):
            count[row.said.visibility] += 1
    click.echo(say("cli.check.visible", language, {**count}))


def _show(table: object) -> None:
    """Show a table; a file or a pipe gets it wide enough to lose nothing."""
    import sys

    from rich.console import Console

    console = Console() if sys.stdout.isatty() else Console(width=160)
    console.print(table)
    console.print()
