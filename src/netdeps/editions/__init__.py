"""Who may see what: an edition is a network as one audience may see it."""

from netdeps.editions.audiences import AUDIENCES, check_audience, may_see
from netdeps.editions.making import Edition, edition, network_of
from netdeps.editions.unseen import false_absences, hidden_organisations

__all__ = [
    "AUDIENCES",
    "Edition",
    "check_audience",
    "edition",
    "false_absences",
    "hidden_organisations",
    "may_see",
    "network_of",
]
