"""The lists of what was said, which a whole case and a release have in common."""

from __future__ import annotations

from netdeps.model.agenda import Agreement, Chain, Issue, Stake, Table
from netdeps.model.base import Record
from netdeps.model.governance import Governance, Hat
from netdeps.model.organisations import Interview
from netdeps.model.ties import Contact, Contribution, Dependency, Wait
from netdeps.model.voices import Claim, Concern, Median, Rating
from netdeps.model.walk import Step
from netdeps.model.worth import FeltBalance, Valuation


class Statements(Record):
    """What was said, by the sort of statement."""

    interviews: tuple[Interview, ...] = ()
    """Who was asked what."""
    dependencies: tuple[Dependency, ...] = ()
    """Who needs what from whom."""
    waits: tuple[Wait, ...] = ()
    """Who stands still until whom has moved."""
    contacts: tuple[Contact, ...] = ()
    """Who talks to whom, at which level."""
    contributions: tuple[Contribution, ...] = ()
    """Who brings what to whom, in which dossier."""
    valuations: tuple[Valuation, ...] = ()
    """What a resource is worth to whom."""
    felt_balances: tuple[FeltBalance, ...] = ()
    """How parties feel about giving and taking."""
    hats: tuple[Hat, ...] = ()
    """Who has which role in which dossier."""
    governance: tuple[Governance, ...] = ()
    """How the collaboration is said to be directed."""
    issues: tuple[Issue, ...] = ()
    """The tasks on the agenda."""
    tables: tuple[Table, ...] = ()
    """Where organisations meet."""
    chains: tuple[Chain, ...] = ()
    """The stages through which people go, and who hands over to whom."""
    stakes: tuple[Stake, ...] = ()
    """Who has what to gain and to put in."""
    claims: tuple[Claim, ...] = ()
    """What is said about organisations."""
    concerns: tuple[Concern, ...] = ()
    """Worries, and where they were told."""
    agreements: tuple[Agreement, ...] = ()
    """Who does what by when."""
    ratings: tuple[Rating, ...] = ()
    """Scores of the five conditions of collaboration."""
    medians: tuple[Median, ...] = ()
    """The middle scores of conditions of collaboration that were given to an audience."""
    walk: tuple[Step, ...] = ()
    """The steps of a guided walk over the map, in their order."""
