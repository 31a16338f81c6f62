"""``netdeps analyse``: results as tables, JSON or CSV."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from netdeps.cli.given import handing_over, tell_compared, to_option
from netdeps.cli.printing import PRINTERS
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
from netdeps.cli.telling import tell_false_findings
from netdeps.editions import Edition, Export, edition
from netdeps.errors import OptionError, quoted, unknown_name
from netdeps.formats import read
from netdeps.formats.files import write_text
from netdeps.model import LEVELS, Fixed, Network
from netdeps.words import say

NO_OPTIONS: Mapping[str, str] = Fixed({})


@click.command(short_help="Show what the measures find.")
@case_argument
@click.option(
    "--measure",
    "names",
    metavar="NAME",
    multiple=True,
    help="A measure; may be repeated.  [default: all]",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(PRINTERS)),
    default="table",
    show_default=True,
    help="How to show the results.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of the screen.",
)
@edition_option("facilitator")
@seed_option
@to_option
@click.option("--layer", metavar="LAYER", help="dependency, contact or contribution.")
@click.option("--level", type=click.Choice(LEVELS), help="Only this level.")
@click.option("--kind", metavar="KIND", help="Only organisations of this kind.")
@click.option("--issue", metavar="ID", help="Only what belongs to this issue.")
@click.option("--dossier", metavar="NAME", help="Only this dossier.")
@click.option("--resource", metavar="NAME", help="Only this resource.")
@click.option(
    "--status",
    type=click.Choice(["promised", "delivered"]),
    help="What was promised, or what was delivered.",
)
@click.option("--inside", metavar="ID", help="Between the parts of this organisation.")
@language_option
@from_option
def analyse(
    case: Path,
    names: tuple[str, ...],
    style: str,
    output: Path | None,
    audience: str,
    seed: int,
    language: str | None,
    form: str | None,
    to: str | None,
    log: Path | None,
    **options: str | None,
) -> None:
    """Show what the measures find in CASE.

    An option such as --level holds for every measure that is named; without --measure, those
    measures are shown that the options say something about.
    """
    refuse_same(case, output)
    if output is None:
        _refuse_noting(to, log)
    given = {name: value for name, value in options.items() if value is not None}
    with steps(language or "en") as step:
        step("read")
        network = read(case, form=form)
        shown = edition(network, audience, seed=seed)
        step("measure")
        results = results_for(shown, names, given)
    chosen = language or network.language
    text = PRINTERS[style](results, shown.network, chosen)
    if output is None:
        click.echo(text, nl=False)
    else:
        export = _export(network, audience, given)
        with handing_over(case, export, output, to=to, log=log) as compared:
            write_text(output, text)
        facts = {"file": str(output), "size": size(output, chosen), "count": len(results)}
        click.echo(say("cli.analyse.written", chosen, facts))
        tell_compared(compared, chosen)
    # never among the results, which go to the audience
    tell_false_findings(network, shown, chosen, results, err=True)
    tell_pseudonyms(network, shown, seed, chosen)


def _refuse_noting(to: str | None, log: Path | None) -> None:
    """Refuse to note what is only shown on the screen."""
    if to is not None:
        raise OptionError("--to notes a file that is given; name the file with -o.")
    if log is not None:
        raise OptionError(
            "--log says nothing without -o: what is shown on the screen is not noted."
        )


def _export(network: Network, audience: str, given: Mapping[str, str]) -> Export:
    """Say of which organisations the results are; other options leave nobody out."""
    parts = []
    if "kind" in given:
        parts.append(frozenset(network.of_kind(given["kind"])))
    if "inside" in given:
        parts.append(frozenset(network.parts_of(given["inside"])))
    return Export(network, audience, within=frozenset.intersection(*parts) if parts else None)


def results_for(
    shown: Edition, names: Sequence[str] = (), given: Mapping[str, str] = NO_OPTIONS
) -> dict[str, Any]:
    """Compute the measures that are named, or all that an audience may have and the options fit."""
    from netdeps.measures import measured

    allowed = _allowed(names, shown.audience)
    for name in names:
        for option in given:
            if option not in inspect.signature(allowed[name]).parameters:
                raise OptionError(f"the measure {quoted(name)} has no option '--{option}'.")
    if names:
        return {name: measured(allowed[name], shown, given) for name in names}
    found, refused = {}, None
    for name, measure in allowed.items():
        if set(given) <= set(inspect.signature(measure).parameters):
            try:
                found[name] = measured(measure, shown, given)
            except OptionError as error:  # the option says nothing about this measure's layer
                refused = error
    if not found:
        raise refused or OptionError("no measure takes these options together.")
    return found


def _allowed(names: Sequence[str], audience: str) -> dict[str, Callable[..., Any]]:
    """Give the measures that an audience may have, and refuse a name that is not among them."""
    from netdeps.measures import MEASURES, check_may_have, measures_for

    for name in names:
        if name not in MEASURES:
            raise unknown_name("measure", name, MEASURES)
        check_may_have(name, audience)
    return measures_for(audience)
