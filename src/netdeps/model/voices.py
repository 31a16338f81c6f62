"""What parties say of each other and of the collaboration: claims, concerns and ratings."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from netdeps.model.base import KindId, Level, Mention, Numeric, Party, Statement, Text, wrong

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


class Median(Statement):
    """The middle of the scores of one condition, given without who gave which.

    It does not say on how many scores it rests, which would tell more than is safe.
    """

    condition: Condition
    """Which condition."""
    kind: KindId | None = None
    """The kind of organisations whose scores these are; left out, those of all kinds."""
    level: Level | None = None
    """The level of those whose scores these are; left out, those of all levels."""
    median: Annotated[float, Field(ge=1, le=5, multiple_of=0.5), Numeric]
    """From 1, not at all, to 5, completely."""
    split: bool
    """True when somebody gave 2 or less and somebody 4 or more."""

    @model_validator(mode="after")
    def _one_division(self) -> Self:
        if self.kind is not None and self.level is not None:
            raise wrong(
                "'kind' and 'level' are both filled in",
                "scores are divided by kind or by level, never by both",
                "Leave one of them out.",
            )
        return self

    @property
    def division(self) -> Literal["kind", "level"] | None:
        """By what the scores were divided; None for all together."""
        if self.kind is not None:
            return "kind"
        return None if self.level is None else "level"
