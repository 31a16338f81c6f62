"""What giving and taking are worth to the parties, and how they feel about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from netdeps.model.base import Numeric, Party, Statement, Text


class Valuation(Statement):
    """What one unit of a resource is worth to an organisation, on a scale that all parties share."""

    organisation: Party
    """To whom."""
    resource: Text
    """What is valued."""
    unit: Text | None = None
    """The unit of which this is the worth, as in the contributions."""
    worth: Annotated[float, Field(gt=0, le=1e15), Numeric]
    """What one unit is worth, on one scale for all: in euros, or in hours of work."""


class FeltBalance(Statement):
    """How an organisation feels about what it brings against what it gets."""

    organisation: Party
    """Who feels so."""
    felt: Annotated[int, Field(ge=-2, le=2), Numeric]
    """From -2, it costs us much more than it yields, over 0, in balance, to 2, it yields much more."""
    dossier: Text | None = None
    """In which dossier; left out, over all."""
