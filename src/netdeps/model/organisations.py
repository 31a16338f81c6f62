"""Who takes part: organisations, their kinds, and who was asked what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netdeps.model.base import (
    LEVELS,
    Day,
    Id,
    KindId,
    Level,
    Mention,
    Party,
    Record,
    Said,
    Statement,
    Text,
)

KNOWN_KINDS: tuple[str, ...] = (
    "municipality",
    "care_provider",
    "housing_corporation",
    "welfare_organisation",
    "neighbourhood_network",
    "ministry",
    "knowledge_institute",
    "department",
    "other",
)
"""The kinds that need no entry under ``kinds``; their labels are in the word catalogues."""

Topic = Literal[
    "contacts",
    "dependencies",
    "contributions",
    "waits",
    "issues",
    "stakes",
    "claims",
    "concerns",
    "agreements",
    "ratings",
]


class Labels(Record):
    """The label of a kind in both languages."""

    nl: Text | None = None
    """The label in Dutch."""
    en: Text | None = None
    """The label in English."""


class Kind(Record):
    """A sort of organisation: an extra one, or another label and colour for a known one."""

    id: Id
    """The name that organisations refer to."""
    label: Labels = Labels()
    """What people read; left out, the id is shown."""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    """A colour for the map, as #rrggbb."""


class Organisation(Record):
    """A party at the table, or one that should be there; it may be part of another.

    Without ``said`` it may be seen by everybody who may see a statement that names it; in the
    public edition it then stands under a pseudonym.
    """

    id: Id
    """A short name, used wherever the organisation is referred to."""
    name: Text = ""
    """What people call it; left out, the id is shown."""
    kind: KindId = "other"
    """Its sort: municipality, care_provider, housing_corporation, …"""
    region: Text | None = None
    """The municipality or region that it works in."""
    part_of: Mention | None = None
    """The organisation of which it is a department or unit."""
    roles: tuple[Text, ...] = ()
    """The hats it wears: funder, contracting_authority, process_director, partner, …"""
    levels: tuple[Level, ...] = LEVELS
    """The levels that it has; a one-person foundation may have only one."""
    said: Said | None = None
    """Who named it, and who may know that it takes part; ``public`` where it agreed to be named."""
    illustrative: bool = False
    """True for a stand-in that was made up to complete an example."""


class Interview(Statement):
    """Who was asked what. It turns "no record" into "no"."""

    organisation: Party
    """The organisation that was asked."""
    level: Level | None = None
    """The level that was asked; left out, the answers hold for all its levels."""
    date: Day | None = None
    """When."""
    asked: tuple[Topic, ...] = ()
    """What was asked about: contacts, dependencies, contributions, …"""
