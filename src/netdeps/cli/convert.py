"""``netdeps convert``: from one format to another."""

from __future__ import annotations

from pathlib import Path

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
)
from netdeps.cli.telling import tell_false_absences
from netdeps.editions import Export, edition
from netdeps.formats import read, write
from netdeps.model import Network
from netdeps.words import say


@click.command(short_help="Write the case in another format, or for an audience.")
@case_argument
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@edition_option("facilitator")
@seed_option
@to_option
@language_option
@from_option
def convert(
    case: Path,
    out: Path,
    audience: str,
    seed: int,
    language: str | None,
    form: str | None,
    to: str | None,
    log: Path | None,
) -> None:
    """Write CASE as OUT in the format of its ending (.yaml or .json).

    The default is a full copy for oneself; for others, choose an edition.
    """
    refuse_same(case, out)
    network = read(case, form=form)
    shown = edition(network, audience, seed=seed)
    with handing_over(case, Export(network, audience), out, to=to, log=log) as compared:
        write(shown, out)
    chosen = language or network.language
    rows, left_out = _rows(shown.network), _rows(network) - _rows(shown.network)
    facts = {"file": str(out), "size": size(out, chosen), "count": rows}
    click.echo(say("cli.convert.written", chosen, facts))
    if left_out:
        click.echo(say("cli.convert.left_out", chosen, {"count": left_out}))
    click.echo(say("cli.convert.nothing_lost", chosen))
    tell_pseudonyms(network, shown, seed, chosen)
    tell_compared(compared, chosen)
    tell_false_absences(network, shown, chosen)


def _rows(network: Network) -> int:
    return sum(len(found) for found in network.lists.values())
