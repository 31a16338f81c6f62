"""``netdeps forget``: a case without a person or an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from netdeps import editions
from netdeps.cli.shared import case_argument, from_option, language_option, refuse_same, size
from netdeps.editions import Forgotten, edition
from netdeps.errors import OptionError, quoted
from netdeps.formats import read, write
from netdeps.model import Interview, Network
from netdeps.words import label, say, visible


@click.command(short_help="Take a person or an organisation out of the case.")
@case_argument
@click.option("--person", metavar="PSEUDONYM", help="Whose words to take out.")
@click.option(
    "--organisation",
    metavar="ID",
    help="What to take out; with --person, only the person who spoke for it.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The case to write, .yaml or .json; not CASE.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be taken out, and write nothing.")
@language_option
@from_option
def forget(
    case: Path,
    *,
    person: str | None,
    organisation: str | None,
    output: Path | None,
    dry_run: bool,
    language: str | None,
    form: str | None,
) -> None:
    """Write CASE as a new case, as if a person or an organisation had never told anything.

    Everything that rests on their words goes too. Texts are not rewritten: those that still mention
    them are listed. CASE itself stays as it is, and so does whatever was made of it before.
    """
    if output is None and not dry_run:
        raise OptionError("name the case to write with -o, or look first with --dry-run.")
    refuse_same(case, output)
    network = read(case, form=form)
    forgotten = editions.forget(network, person=person, organisation=organisation)
    chosen = language or network.language
    target = None if dry_run else output
    if target is not None:
        write(edition(forgotten.network, "facilitator"), target)
    tell_taken_out(forgotten, network, chosen)
    tell_mentions(forgotten, person or network.names[organisation or ""], chosen)
    tell_written(case, target, chosen)


def tell_taken_out(forgotten: Forgotten, network: Network, language: str) -> None:
    """Say how much went from which list, and what has to be looked at."""
    _tell_counts("removed", forgotten.removed, language)
    if forgotten.changed:
        _tell_counts("changed", forgotten.changed, language)
    found = {
        "speakers": tuple(network.names.get(one, one) for one in forgotten.speakers),
        "named": tuple(network.names[one] for one in forgotten.named),
        "unsure": tuple(_held(one, network, language) for one in forgotten.unsure),
    }
    for key, names in found.items():
        least = 2 if key == "speakers" else 1  # one person may well speak for one organisation
        if len(names) >= least:
            facts = {"count": len(names), "names": names}
            click.echo(say(f"cli.forget.{key}", language, facts))


def tell_mentions(forgotten: Forgotten, name: str, language: str) -> None:
    """List the texts that somebody has to rewrite by hand."""
    facts = {"count": len(forgotten.mentions), "name": name}
    key = "mentions" if forgotten.mentions else "no_mentions"
    click.echo(say(f"cli.forget.{key}", language, facts))
    for one in forgotten.mentions:
        click.echo(f"  {one.place}: {quoted(one.text)}")


def tell_written(case: Path, output: Path | None, language: str) -> None:
    """Say what was written, and what is not reached."""
    if output is None:
        click.echo(say("cli.forget.dry", language))
    else:
        facts = {"file": str(output), "size": size(output, language)}
        click.echo(say("cli.forget.written", language, facts))
        click.echo(say("cli.apply.comments", language))
    click.echo(say("cli.forget.reach", language, {"case": str(case)}))


def _tell_counts(key: str, counts: Mapping[str, int], language: str) -> None:
    rows = tuple(f"{label('list', name, language)} ({count})" for name, count in counts.items())
    facts = {"count": sum(counts.values()), "rows": rows or ("–",)}
    click.echo(say(f"cli.forget.{key}", language, facts))


def _held(interview: Interview, network: Network, language: str) -> str:
    """Name an interview by its organisation and its level."""
    level = interview.level
    at = label("level", level, language) if level else say("cli.check.all_levels", language)
    return f"{visible(network.names[interview.organisation])} ({at})"
