"""What runs between organisations: needs, waits, contacts and contributions."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from netdeps.model.base import (
    OUTSIDE,
    TOGETHER,
    Amount,
    Dependee,
    IssueId,
    Level,
    Mention,
    Mode,
    Numeric,
    Party,
    Record,
    Said,
    Share,
    Statement,
    Taker,
    Text,
    wrong,
)

Pair = tuple[str, str]
"""Two organisations in the order of their ids."""


def pair(first: str, second: str) -> Pair:
    """Put two organisations in the order of their ids."""
    return (first, second) if first <= second else (second, first)


def _refuse_twice(names: tuple[str, ...], what: str) -> None:
    twice = {name for name in names if names.count(name) > 1 and name != OUTSIDE}
    if twice:
        raise wrong(
            f"{min(twice)!r} stands twice among the {what}",
            "each organisation is named once",
            "Remove one of them.",
        )


class Reply(Record):
    """What somebody said of it when it was shown what another had told."""

    says: Literal["confirmed", "denied"]
    """That it is so, or that it is not."""
    said: Said = Said()
    """Who said it, where, when, and who may see it."""


class Dependency(Statement):
    """One organisation needs something that another can give.

    The arrow always points from the *depender*, who needs it, to the *dependee*, who has it;
    what is needed is the *dependum*. The terms are those of the i* framework (Yu 1995).
    """

    depender: Party
    """Who needs it."""
    dependum: Text
    """What is needed: a resource, a decision, a task."""
    dependees: Annotated[tuple[Dependee, ...], Field(min_length=1)]
    """Who can give it; ``outside`` for somebody who is not in the network."""
    mode: Mode = "any"
    """``any``: the dependees are alternatives; ``all``: each of them is needed."""
    importance: Annotated[int, Field(ge=1, le=3), Numeric] = 2
    """How much it matters: 1 a little, 2 much, 3 very much."""
    essential: bool = False
    """True when the depender cannot do its work without it."""
    level: Level | None = None
    """The level at which it has to be arranged; left out, all levels matter alike."""
    issue: IssueId | None = None
    """The issue that it belongs to."""
    barrier: Text | None = None
    """Why a dependee will not move although it could."""
    acknowledged_by: tuple[Mention, ...] = ()
    """The dependees that have said they know about it."""
    replies: tuple[Reply, ...] = ()
    """Who confirmed or denied it later; of one speaker the newest word counts."""

    @model_validator(mode="after")
    def _somebody_else(self) -> Self:
        _refuse_twice(self.dependees, "dependees")
        if set(self.dependees) == {self.depender}:
            raise wrong(
                f"{self.depender!r} needs {self.dependum!r} only from itself",
                "a dependency has a dependee other than the depender",
                "Name the others who can give it, or leave the record out.",
            )
        return self


class Wait(Statement):
    """One organisation stands still until others have moved."""

    waiter: Party
    """Who waits."""
    awaited: Annotated[tuple[Dependee, ...], Field(min_length=1)]
    """For whom."""
    mode: Mode = "all"
    """``all``: until each of them has moved; ``any``: until one of them has."""
    what: Text = ""
    """What is waited for."""

    @model_validator(mode="after")
    def _not_oneself(self) -> Self:
        _refuse_twice(self.awaited, "awaited")
        if self.waiter in self.awaited:
            raise wrong(
                f"{self.waiter!r} waits for itself",
                "an organisation waits for others",
                "Remove it from 'awaited'.",
            )
        return self


class Contact(Statement):
    """Two organisations know and speak to each other at a level, or say that they do not."""

    between: tuple[Party, Party]
    """The two organisations; the order means nothing, unless ``other_level`` is given."""
    level: Level | None = None
    """The level; left out, the statement holds for all levels."""
    other_level: Level | None = None
    """The level of the second where the two meet across levels: the managers of the one with those
    who do the work of the other, or of the same organisation. It is no contact at one level."""
    exists: bool = True
    """False when the speaker says that there is no contact."""
    quality: Share | None = None
    """How good it is, from 0 to 1; left out, it counts as good."""
    persons: tuple[Text, ...] = ()
    """Pseudonyms of the persons who carry it."""

    @model_validator(mode="after")
    def _two_parties(self) -> Self:
        if self.other_level is not None and self.level in {None, self.other_level}:
            raise wrong(
                f"'other_level' is {self.other_level!r} and 'level' is {self.level or 'left out'!r}",
                "contact across levels has two different levels",
                "Give both, or leave 'other_level' out.",
            )
        if self.between[0] == self.between[1] and not self.crosses:
            raise wrong(
                f"a contact of {self.between[0]!r} with itself",
                "a contact is between two organisations, or between two levels of one",
                "Name the other one, or give 'level' and 'other_level'.",
            )
        return self

    @property
    def crosses(self) -> bool:
        """Tell whether it is between two levels, and so no contact at one of them."""
        return self.other_level is not None

    @property
    def pair(self) -> Pair:
        """The two organisations in the order of their ids."""
        return pair(*self.between)


class Contribution(Statement):
    """One organisation brings a resource to another, in a dossier."""

    giver: Party
    """Who brings it."""
    taker: Taker
    """Who gets it; ``together`` for the common pot."""
    resource: Text
    """What is brought: time, money, dwellings, expertise, …"""
    amount: Amount | None = None
    """How much; left out, it is known that it is brought but not how much."""
    unit: Text | None = None
    """What the amount is counted in."""
    dossier: Text | None = None
    """The file or theme in which it is brought."""
    status: Literal["promised", "delivered"] = "delivered"
    """Promised, or delivered."""
    replies: tuple[Reply, ...] = ()
    """Who confirmed or denied it later; of one speaker the newest word counts."""

    @model_validator(mode="after")
    def _to_another(self) -> Self:
        refuse_own_taker(self.giver, self.taker)
        return self


def refuse_own_taker(giver: str, taker: str) -> None:
    """Refuse a contribution of an organisation to itself."""
    if giver == taker:
        raise wrong(
            f"{giver!r} gives to itself",
            "a contribution goes from one organisation to another",
            f"Name the taker, or {TOGETHER!r} for the common pot.",
        )


def replies_to(row: Statement) -> tuple[Reply, ...]:
    """Give what was said in reply to a statement; only needs and contributions have replies."""
    return row.replies if isinstance(row, Dependency | Contribution) else ()
