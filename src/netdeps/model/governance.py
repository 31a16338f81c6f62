"""How a collaboration is directed: who wears which hat, and what form it is said to have."""

from __future__ import annotations

from typing import Literal

from netdeps.model.base import Mention, Party, Statement, Text

GovernanceForm = Literal["shared", "lead_organisation", "administrative_organisation"]
"""Who directs: all together, one of the parties, or a separate organisation (Provan and Kenis)."""

Degree = Literal["low", "moderate", "high"]
"""How much there is of something, in the words of those who were asked."""


class Hat(Statement):
    """A role that an organisation has in one dossier; ``roles`` of an organisation hold in all."""

    organisation: Party
    """Who wears it."""
    role: Text
    """The role: funder, contracting_authority, process_director, partner, provider, supervisor, …"""
    dossier: Text | None = None
    """In which dossier; left out, in all."""


class Governance(Statement):
    """How the collaboration is directed, in the words of whoever was asked."""

    form: GovernanceForm | None = None
    """All together, a lead organisation, or a separate administrative organisation."""
    convener: Mention | None = None
    """Who calls the meetings."""
    agenda_setter: Mention | None = None
    """Who decides what is on the agenda."""
    trust: Degree | None = None
    """How widely the parties trust one another."""
    participants: Literal["few", "moderate", "many"] | None = None
    """Whether they are few or many."""
    goal_consensus: Degree | None = None
    """How far they agree on the goals."""
    competencies: Degree | None = None
    """How much it takes that no party has alone: staff, skills, dealings with the outside."""
