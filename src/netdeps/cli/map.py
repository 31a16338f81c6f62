"""``netdeps map``: one HTML file with the map."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from netdeps.cli.given import handing_over, tell_compared, to_option
from netdeps.cli.pseudonyms import seed_option, tell_pseudonyms
from netdeps.cli.shared import (
    case_argument,
    edition_option,
    from_option,
    language_option,
    refuse_same,
    size,
    steps,
)
from netdeps.cli.telling import tell_false_absences
from netdeps.editions import Edition, Export, edition, hidden_organisations
from netdeps.errors import OptionError
from netdeps.formats import read
from netdeps.model import Network, View
from netdeps.words import say

if TYPE_CHECKING:
    from netdeps.maps import Map


@click.command("map", short_help="Write the map: one HTML file that opens offline.")
@case_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: CASE with the ending .html, in this folder]",
)
@edition_option("table")
@seed_option
@language_option
@click.option("--title", help="What stands above the map.  [default: the name of the case]")
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    help="What to open with.  [default: gaps where there are any, else dependencies]",
)
@click.option("--size-by", metavar="MEASURE", help="Sizes the shapes by this measure.")
@click.option("--colour-by", metavar="MEASURE", help="Colours the shapes by this measure.")
@click.option(
    "--highlight",
    metavar="MEASURE",
    default="gaps",
    show_default=True,
    help="What to point at: gaps, none, or what a measure finds.",
)
@click.option(
    "--before",
    metavar="BEFORE",
    type=click.Path(path_type=Path),
    help="The case as it was, to show what changed.",
)
@to_option
@from_option
def map_(
    case: Path,
    output: Path | None,
    audience: str,
    seed: int,
    before: Path | None,
    form: str | None,
    to: str | None,
    log: Path | None,
    **look: str | None,
) -> None:
    """Write the map of CASE: one HTML file that opens offline and loads nothing.

    By default it holds only what the table may see. A MEASURE is the name of one, such as
    betweenness; netdeps analyse shows what they find.
    """
    target = output or Path(f"{case.stem}.html")
    for read_from in filter(None, (case, before)):
        refuse_same(read_from, target)
    described = described_by(before, look)
    with steps(look["language"] or "en") as step:
        step("read")
        network = read(case, form=form)
        was = None if before is None else read(before, form=form)
        shown = edition(network, audience, seed=seed, beside=was)
        earlier = None if was is None else edition(was, audience, seed=seed, beside=network)
        step("map")
        export = Export(network, audience, before=was)
        with handing_over(case, export, target, to=to, log=log) as compared:
            described.write(shown, target, before=earlier)
    tell_written(network, shown, target, look["language"] or network.language)
    tell_pseudonyms(network, shown, seed, look["language"] or network.language, beside=was)
    tell_compared(compared, look["language"] or network.language)


def described_by(before: Path | None, look: Mapping[str, Any]) -> Map:
    """Describe the map by the options of the command, and refuse what no map can show."""
    from netdeps.maps import Map

    if look["view"] == "changes" and before is None:
        raise OptionError(
            "--view changes shows what is new and what is gone, and there is nothing to compare "
            "with; give the case as it was with --before BEFORE."
        )
    highlight = None if look["highlight"] == "none" else look["highlight"]
    return Map(**{**look, "highlight": highlight})


def tell_written(network: Network, shown: Edition, target: Path, language: str) -> None:
    """Say what was written, and for the facilitator who is not in it."""
    facts = {"file": str(target), "size": size(target, language), "count": len(shown.network.ids)}
    audience = _audience(network, shown, language)
    click.echo(say("cli.map.written", language, {**facts, "audience": audience}))
    hidden = hidden_organisations(network, shown)
    if hidden:
        names = tuple(network.names[one] for one in hidden)
        click.echo(say("cli.map.hidden", language, {"count": len(hidden), "names": names}))
    tell_false_absences(network, shown, language)
    steps_left_out = len(network.walk) - len(shown.network.walk)
    if steps_left_out:
        click.echo(say("cli.map.walk_hidden", language, {"count": steps_left_out}))


def _audience(network: Network, shown: Edition, language: str) -> str:
    kind, _, party = shown.audience.partition(":")
    return say(f"audience.{kind}", language, {"name": network.names.get(party, "")})
