"""``netdeps map``: one HTML file with the map."""

from __future__ import annotations

from pathlib import Path

import click

from netdeps.cli.shared import (
    case_argument,
    edition_option,
    from_option,
    language_option,
    refuse_same,
    size,
    steps,
)
from netdeps.editions import Edition, edition, false_absences, hidden_organisations
from netdeps.formats import read
from netdeps.model import Network
from netdeps.words import say


@click.command("map", short_help="Write the map: one HTML file that opens offline.")
@case_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: CASE with the ending .html, in this folder]",
)
@edition_option("table")
@language_option
@click.option("--title", help="What stands above the map.  [default: the name of the case]")
@from_option
def map_(
    case: Path,
    output: Path | None,
    audience: str,
    language: str | None,
    title: str | None,
    form: str | None,
) -> None:
    """Write the map of CASE: one HTML file that opens offline and loads nothing.

    By default it holds only what the table may see.
    """
    target = output or Path(f"{case.stem}.html")
    refuse_same(case, target)
    with steps(language or "en") as step:
        step("read")
        network = read(case, form=form)
        shown = edition(network, audience)
        step("map")
        write_map(shown, target, language=language, title=title)
    tell_written(network, shown, target, language or network.language)


def write_map(
    shown: Edition, target: Path, *, language: str | None = None, title: str | None = None
) -> None:
    """Write the map of an edition."""
    from netdeps import maps

    maps.Map(title=title, language=language).write(shown, target)  # type: ignore[arg-type]


def tell_written(network: Network, shown: Edition, target: Path, language: str) -> None:
    """Say what was written, and for the facilitator who is not in it."""
    facts = {"file": str(target), "size": size(target, language), "count": len(shown.network.ids)}
    audience = _audience(network, shown, language)
    click.echo(say("cli.map.written", language, {**facts, "audience": audience}))
    hidden = hidden_organisations(network, shown)
    if hidden:
        names = tuple(network.names[one] for one in hidden)
        click.echo(say("cli.map.hidden", language, {"count": len(hidden), "names": names}))
    false = tuple(
        " – ".join(map(network.names.__getitem__, one)) for one in false_absences(network, shown)
    )
    if false:
        click.echo(say("cli.map.false_absence", language, {"count": len(false), "pairs": false}))


def _audience(network: Network, shown: Edition, language: str) -> str:
    kind, _, party = shown.audience.partition(":")
    return say(f"audience.{kind}", language, {"name": network.names.get(party, "")})
