"""Who may see what: an edition is a network as one audience may see it."""

from netdeps.editions.audiences import AUDIENCES, check_audience, may_see
from netdeps.editions.difference import Difference
from netdeps.editions.differencing import differences, given_before
from netdeps.editions.disclosure import Audit, audit, worst_case
from netdeps.editions.fingerprints import Export, new_log, noted
from netdeps.editions.forgetting import Forgotten, Mentioned, forget, persons
from netdeps.editions.making import Edition, edition, network_of
from netdeps.editions.medians import safe_medians
from netdeps.editions.pseudonyms import fresh_seed, names_left, pseudonyms, under_own_names
from netdeps.editions.releasing import ReleasedTo, releasable, release
from netdeps.editions.releasing_medians import ReleasedMedians, release_medians
from netdeps.editions.releasing_themes import releasable_themes, release_theme
from netdeps.editions.safe_median import Division, SafeMedian
from netdeps.editions.unseen import (
    false_absences,
    hidden_organisations,
    numbered_organisations,
    told_by_one,
)

__all__ = [
    "AUDIENCES",
    "Audit",
    "Difference",
    "Division",
    "Edition",
    "Export",
    "Forgotten",
    "Mentioned",
    "ReleasedMedians",
    "ReleasedTo",
    "SafeMedian",
    "audit",
    "check_audience",
    "differences",
    "edition",
    "false_absences",
    "forget",
    "fresh_seed",
    "given_before",
    "hidden_organisations",
    "may_see",
    "names_left",
    "network_of",
    "new_log",
    "noted",
    "numbered_organisations",
    "persons",
    "pseudonyms",
    "releasable",
    "releasable_themes",
    "release",
    "release_medians",
    "release_theme",
    "safe_medians",
    "told_by_one",
    "under_own_names",
    "worst_case",
]
