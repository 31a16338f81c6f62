"""What parties say of each other and of the collaboration: claims, concerns and ratings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netdeps.model.base import Mention, Numeric, Party, Statement, Text

Condition = Literal["ambition", "interests", "relations", "organisation", "process"]
"""The five conditions of collaboration (Kaats and Opheij)."""


class Claim(Statement):
    """What is said about an organisation: a picture of its role, interest or intention."""

    about: Party
    """The organisation that it is about."""
    topic: Text
    """What it is about: role, interest, motive, intention, capacity."""
    text: Text
    """What is said."""
    confirmed_by: tuple[Mention, ...] = ()
    """Who has confirmed it; the organisation itself turns a picture into its own word."""
    denied_by: tuple[Mention, ...] = ()
    """Who has said that it is not so."""


class Concern(Statement):
    """A worry or an old sore, and where it was told."""

    theme: Text
    """What it is about, in one word or two, so that the same worry is found with others."""
    text: Text = ""
    """The worry itself."""


class Rating(Statement):
    """How somebody scores one of the five conditions of collaboration."""

    condition: Condition
    """Which condition."""
    score: Annotated[int, Field(ge=1, le=5), Numeric]
    """From 1, not at all, to 5, completely."""
