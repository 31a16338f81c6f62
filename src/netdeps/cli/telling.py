"""What an edition seems to say and is not so, told to the facilitator and written nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, islice, zip_longest

import click

from netdeps.editions import Edition, false_absences
from netdeps.model import Network
from netdeps.results import Row
from netdeps.words import say

_MOST = 5
_OF_CONTACT = frozenset({"contact_gaps"})


def tell_false_absences(network: Network, shown: Edition, language: str) -> None:
    """Name what an audience would read as absent and is there: contacts as pairs, then the rest."""
    from netdeps.leaks.appearances import LOOKED_AT

    pairs = tuple(
        " – ".join(map(network.names.__getitem__, one)) for one in false_absences(network, shown)
    )
    if pairs:
        more = say("cli.analyse.more", language, {"count": len(pairs) - _MOST})
        shown_pairs = pairs if len(pairs) <= _MOST else (*pairs[:_MOST], f"… {more}")
        facts = {"count": len(pairs), "pairs": shown_pairs}
        click.echo(say("cli.map.false_absence", language, facts))
    others = [name for name in LOOKED_AT if name not in _OF_CONTACT]
    tell_false_findings(network, shown, language, others)


def tell_false_findings(
    network: Network,
    shown: Edition,
    language: str,
    measures: Collection[str],
    *,
    err: bool = False,
) -> None:
    """Name the findings of an edition that do not hold for the whole, and how to mend them."""
    from netdeps.leaks.appearances import false_findings

    found = false_findings(network, shown, measures)
    count = sum(map(len, found.values()))
    if not count:
        return
    counted = tuple(f"{name} {len(rows)}" for name, rows in found.items())
    click.echo(say("cli.seems.found", language, {"count": count, "measures": counted}), err=err)
    for row in islice(_by_turns(found), _MOST):
        click.echo(f"  - {row.sentence(language)}", err=err)
    if count > _MOST:
        click.echo(f"  … {say('cli.analyse.more', language, {'count': count - _MOST})}", err=err)
    click.echo(say("cli.seems.mend", language), err=err)


def _by_turns(found: Mapping[str, Iterable[Row]]) -> Iterable[Row]:
    """Take the first of each measure, then the second of each."""
    rounds = chain.from_iterable(zip_longest(*found.values()))
    return (row for row in rounds if row is not None)
