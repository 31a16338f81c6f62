"""The command ``netdeps`` and what happens when something goes wrong."""

from __future__ import annotations

import os
import sys

import click

from netdeps import __version__
from netdeps.cli.analyse import analyse
from netdeps.cli.apply import apply
from netdeps.cli.audit import audit
from netdeps.cli.check import check
from netdeps.cli.convert import convert
from netdeps.cli.demo import demo
from netdeps.cli.forget import forget
from netdeps.cli.given import given
from netdeps.cli.map import map_
from netdeps.cli.release import release
from netdeps.errors import NetdepsError

_WRONG_INPUT = 2
_OUR_FAULT = 70


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="netdeps")
def netdeps() -> None:
    """Show who needs whom, who talks to whom, and what is missing to carry it.

    A CASE is a .yaml or .json file with organisations and what was said about them.
    Begin with:  netdeps demo
    """


for command in (check, map_, apply, analyse, audit, convert, release, given, forget, demo):
    netdeps.add_command(command)


def main() -> None:
    """Run a command; end with status 0 only when it is done, 2 when the input is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        netdeps()
    except NetdepsError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(_WRONG_INPUT)
    except Exception as error:
        if os.environ.get("NETDEPS_DEBUG"):
            raise
        click.echo(
            f"Error: netdeps stopped on something that it did not expect "
            f"({type(error).__name__}: {error}). "
            "With NETDEPS_DEBUG=1 in the environment it shows where.",
            err=True,
        )
        sys.exit(_OUR_FAULT)
