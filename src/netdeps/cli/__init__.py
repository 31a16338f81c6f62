"""The command line: a thin door for people who do not write Python."""

from netdeps.cli.app import main

__all__ = ["main"]
