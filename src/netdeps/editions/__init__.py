"""Who may see what: an edition is a network as one audience may see it."""

from netdeps.editions.audiences import AUDIENCES, check_audience, may_see
from netdeps.editions.disclosure import Audit, audit, worst_case
from netdeps.editions.forgetting import Forgotten, Mentioned, forget, persons
from netdeps.editions.making import Edition, edition, network_of
from netdeps.editions.medians import safe_medians
from netdeps.editions.safe_median import SafeMedian
from netdeps.editions.unseen import false_absences, hidden_organisations

__all__ = [
    "AUDIENCES",
    "Audit",
    "Edition",
    "Forgotten",
    "Mentioned",
    "SafeMedian",
    "audit",
    "check_audience",
    "edition",
    "false_absences",
    "forget",
    "hidden_organisations",
    "may_see",
    "network_of",
    "persons",
    "safe_medians",
    "worst_case",
]
