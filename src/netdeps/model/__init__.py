"""What people told us, as records that do not change and never compute."""

from netdeps.model.agenda import (
    Agreement,
    Chain,
    ChainStage,
    Issue,
    Offer,
    OfferCondition,
    Stake,
    Table,
)
from netdeps.model.base import (
    LANGUAGES,
    LEVELS,
    OUTSIDE,
    TOGETHER,
    Language,
    Level,
    Record,
    Said,
    Statement,
    Visibility,
)
from netdeps.model.fixed import Fixed
from netdeps.model.governance import Degree, Governance, GovernanceForm, Hat
from netdeps.model.history import History
from netdeps.model.network import LISTS, SCHEMA_VERSION, STATEMENT_LISTS, Network
from netdeps.model.organisations import KNOWN_KINDS, Interview, Kind, Labels, Organisation
from netdeps.model.ties import Contact, Contribution, Dependency, Pair, Wait, pair
from netdeps.model.voices import Claim, Concern, Rating
from netdeps.model.worth import FeltBalance, Valuation

__all__ = [
    "KNOWN_KINDS",
    "LANGUAGES",
    "LEVELS",
    "LISTS",
    "OUTSIDE",
    "SCHEMA_VERSION",
    "STATEMENT_LISTS",
    "TOGETHER",
    "Agreement",
    "Chain",
    "ChainStage",
    "Claim",
    "Concern",
    "Contact",
    "Contribution",
    "Degree",
    "Dependency",
    "FeltBalance",
    "Fixed",
    "Governance",
    "GovernanceForm",
    "Hat",
    "History",
    "Interview",
    "Issue",
    "Kind",
    "Labels",
    "Language",
    "Level",
    "Network",
    "Offer",
    "OfferCondition",
    "Organisation",
    "Pair",
    "Rating",
    "Record",
    "Said",
    "Stake",
    "Statement",
    "Table",
    "Valuation",
    "Visibility",
    "Wait",
    "pair",
]
