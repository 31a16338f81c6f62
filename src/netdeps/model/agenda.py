"""What is on the agenda: issues, tables, stakes and agreements."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from netdeps.model.base import (
    Amount,
    Condition,
    Day,
    Id,
    IssueId,
    KindId,
    Level,
    Mention,
    Numeric,
    OwnIssue,
    Party,
    Record,
    Share,
    Statement,
    Text,
    wrong,
)

Stage = Literal["absent", "started", "ready"]
"""How far one side of an issue is."""

Backing = Literal["voiced", "agreed", "internal_support", "governing_approval"]
"""How much stands behind an agreement, from least to most."""


class Issue(Statement):
    """A task on the shared agenda."""

    id: Id
    """A short name, used wherever the issue is referred to."""
    title: Text = ""
    """What people call it; left out, the id is shown."""
    involved: tuple[Mention, ...] = ()
    """The organisations that it concerns."""
    requires_kinds: tuple[KindId, ...] = ()
    """The kinds of organisations without which it cannot be done."""
    owner: Mention | None = None
    """Who sees to it."""
    mandate_level: Level | None = None
    """The level that has to decide."""
    deadline: Day | None = None
    """When it has to be done."""
    urgency: Share | None = None
    """How pressing it is, from 0 to 1."""
    commitment: Share | None = None
    """How much it is wanted, from 0 to 1."""
    feasibility: Share | None = None
    """How doable it is, from 0 to 1."""
    content: Stage | None = None
    """Are there proposals?"""
    relations: Stage | None = None
    """Do those who need each other know each other?"""
    procedure: Stage | None = None
    """Is it agreed how it will be dealt with and decided?"""
    depends_on: tuple[IssueId, ...] = ()
    """The issues that have to move first, or with it."""

    @model_validator(mode="after")
    def _not_on_itself(self) -> Self:
        if self.id in self.depends_on:
            raise wrong(
                f"the issue {self.id!r} depends on itself",
                "an issue depends on other issues",
                "Remove it from 'depends_on'.",
            )
        return self


class Table(Statement):
    """A place where organisations meet. Sitting at one table is not a contact."""

    id: Id
    """A short name."""
    name: Text = ""
    """What people call it; left out, the id is shown."""
    level: Level | None = None
    """The level at which it meets."""
    members: tuple[Mention, ...] = ()
    """Who sits there."""
    issues: tuple[IssueId, ...] = ()
    """What it treats."""
    per_year: Annotated[float, Field(gt=0), Numeric] | None = None
    """How often it meets in a year."""


class ChainStage(Record):
    """One step of a chain, and who takes care of people in it."""

    name: Text
    """What it is called: clinic, step-down, own home, support, …"""
    organisations: tuple[Mention, ...] = ()
    """Who can take care of people in it."""
    follows: tuple[Text, ...] = ()
    """The stages from which people come; left out, the stage before it in the list."""


class Chain(Statement):
    """A row of stages through which people go, so that each hands over to the next."""

    id: Id
    """A short name."""
    name: Text = ""
    """What people call it; left out, the id is shown."""
    stages: tuple[ChainStage, ...] = ()
    """The stages, in the order in which people go through them."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        seen: list[str] = []
        for stage in self.stages:
            if stage.name in seen:
                raise wrong(
                    f"the stage {stage.name!r} stands twice in the chain {self.id!r}",
                    "each stage has a name of its own",
                    "Give one of them another name.",
                )
            later = next((name for name in stage.follows if name not in seen), None)
            if later is not None:
                raise wrong(
                    f"the stage {stage.name!r} follows {later!r}",
                    "a stage follows stages that stand before it in the list",
                    "Put that stage before it, or correct its name.",
                )
            seen.append(stage.name)
        return self


class OfferCondition(Record):
    """What another has to bring before an offer holds."""

    organisation: Condition
    """Who has to bring it."""
    resource: Text
    """What has to be brought."""


class Offer(Record):
    """What an organisation would put in, and on which condition."""

    resource: Text
    """What it would bring."""
    amount: Amount | None = None
    """How much."""
    unit: Text | None = None
    """What the amount is counted in."""
    condition: OfferCondition | None = None
    """What another has to bring first; left out, the offer is unconditional."""


class Stake(Statement):
    """What an organisation has to gain in an issue, what it costs, and what it would put in."""

    organisation: Party
    """Whose stake it is."""
    issue: OwnIssue
    """In which issue."""
    weight: Share | None = None
    """Which share of all that matters to the organisation hangs on this issue."""
    interest: Text | None = None
    """What it has to gain."""
    cost: Text | None = None
    """What it has to give up or fears to lose."""
    offers: tuple[Offer, ...] = ()
    """What it would put in."""


class Agreement(Statement):
    """Who does what by when, and how much stands behind it."""

    id: Id
    """A short name."""
    what: Text
    """What was agreed."""
    who: tuple[Mention, ...] = ()
    """Who will do it."""
    issue: IssueId | None = None
    """The issue that it belongs to."""
    due: Day | None = None
    """By when."""
    status: Backing = "voiced"
    """How much stands behind it now."""
    required: Backing = "agreed"
    """How much has to stand behind it."""
    done: bool = False
    """True when it has been done."""
