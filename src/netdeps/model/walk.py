"""A guided walk: what to look at on the map, in which order, and what to say there."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from netdeps.model.base import KindId, Level, Party, Statement, Text, Title, wrong

View = Literal["gaps", "dependencies", "contacts", "contributions", "tables", "power", "changes"]
"""What a map can show: missing contact, dependencies, contacts, give and take, who is at which
table, the balance of power, or what changed."""

Layout = Literal["map", "levels", "dossiers", "moments"]
"""How a map can place the organisations: all on one map, or with a map for each level, each dossier,
or each of two moments."""


class Step(Statement):
    """One step of a guided walk over the map: what is shown, and what is said.

    Where an organisation that a step names may not be seen, the whole step is left out; whom its
    title and its text mention in words is up to whoever writes them.
    """

    title: Title
    """What stands above the step; keep it short."""
    text: Text = ""
    """One or two sentences to say; a question where they touch a party."""
    view: View = "dependencies"
    """What the map shows."""
    layout: Layout | None = None
    """How the organisations are placed; left out, the usual way."""
    level: Level | None = None
    """The level that is shown; left out, all of them."""
    dossier: Text | None = None
    """The dossier of give and take that is shown; left out, all of them."""
    organisation: Party | None = None
    """The organisation that is looked at."""
    between: tuple[Party, Party] | None = None
    """The two organisations whose line is looked at; the order means nothing."""
    kinds: tuple[KindId, ...] = ()
    """The kinds of organisations that are shown; left out, all of them."""

    @model_validator(mode="after")
    def _one_look(self) -> Self:
        if self.organisation is not None and self.between is not None:
            raise wrong(
                "'organisation' and 'between' are both filled in",
                "a step looks at one organisation or at one line",
                "Leave one of them out, or make it two steps.",
            )
        if self.between is not None and self.between[0] == self.between[1]:
            raise wrong(
                f"a line of {self.between[0]!r} with itself",
                "a line is between two organisations",
                "Name the other one, or use 'organisation'.",
            )
        return self
