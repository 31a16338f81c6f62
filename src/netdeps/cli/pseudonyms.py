"""Who stands under which letter in a public edition, told to the facilitator and written nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from netdeps.editions import Edition, edition, fresh_seed, names_left, pseudonyms
from netdeps.errors import quoted
from netdeps.model import Network
from netdeps.words import say, visible

Command = TypeVar("Command", bound=Callable[..., Any])


def seed_option(command: Command) -> Command:
    """Take the secret number by which the letters of a public edition are dealt."""
    text = "The secret number of an earlier public edition, for the same pseudonyms again."
    return click.option(
        "--seed",
        type=click.IntRange(min=0),
        metavar="NUMBER",
        default=fresh_seed,
        help=f"{text}  [default: a new one]",
    )(command)


def tell_pseudonyms(
    network: Network, shown: Edition, seed: int, language: str, *, beside: Network | None = None
) -> None:
    """Give the facilitator the key, and the texts in which a name still stands."""
    key = pseudonyms(network, seed=seed, beside=beside) if shown.audience == "public" else {}
    if not key:
        return
    click.echo(say("cli.pseudonyms.key", language, {"count": len(key)}), err=True)
    for line in sorted(_lines(network, shown, seed, beside)):
        click.echo(line, err=True)
    click.echo(say("cli.pseudonyms.again", language, {"seed": str(seed)}), err=True)
    left = names_left(network, shown.network)
    if left:
        click.echo(say("cli.pseudonyms.left", language, {"count": len(left)}), err=True)
        for one in left:
            click.echo(f"  {one.place}: {quoted(one.text)}", err=True)


def _lines(network: Network, shown: Edition, seed: int, beside: Network | None) -> list[str]:
    """Write down who is who; whoever is only in the case as it was has a name there."""
    called, own = dict(shown.network.names), dict(network.names)
    if beside is not None:
        earlier = edition(beside, shown.audience, seed=seed, beside=network)
        called, own = {**earlier.network.names, **called}, {**beside.names, **own}
    key = pseudonyms(network, seed=seed, beside=beside)
    return [f"  {called[letter]} = {visible(own[name])}" for name, letter in key.items()]
