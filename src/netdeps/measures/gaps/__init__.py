"""The difference between who needs whom and who talks to whom."""

from netdeps.measures.gaps.barriers import Barrier, barriers
from netdeps.measures.gaps.border_gap import BorderGap
from netdeps.measures.gaps.borders import border_drag, border_gaps
from netdeps.measures.gaps.carried import congruence
from netdeps.measures.gaps.chain_rows import ChainGap, ChainStrength
from netdeps.measures.gaps.chains import chain_gaps, chain_strength
from netdeps.measures.gaps.claims import FilledIn, filled_in_claims
from netdeps.measures.gaps.concerns import UnspokenConcern, unspoken_concerns, unspoken_share
from netdeps.measures.gaps.contact_gap import ContactGap
from netdeps.measures.gaps.fragile import FragileContact, fragile_contacts
from netdeps.measures.gaps.internal import InternalGap, internal_gaps
from netdeps.measures.gaps.issue_gap import EmptyTable, IssueGap
from netdeps.measures.gaps.issues import issue_gaps, tables_without_issues
from netdeps.measures.gaps.kind_gap import KindGap
from netdeps.measures.gaps.kinds import kind_gaps
from netdeps.measures.gaps.levels import LevelGap, level_gaps
from netdeps.measures.gaps.mandates import MandateGap, mandate_deficit, mandate_gaps
from netdeps.measures.gaps.one_sided import OneSidedContact
from netdeps.measures.gaps.pairs import contact_gaps
from netdeps.measures.gaps.question import Question
from netdeps.measures.gaps.questions import questions
from netdeps.measures.gaps.reports import confirmation_rate, contact_density, one_sided_contacts
from netdeps.measures.gaps.root import Gap
from netdeps.measures.gaps.roots import gaps
from netdeps.measures.gaps.routed import brokered_load, routed_pairs
from netdeps.measures.gaps.routed_rows import BrokeredLoad, RoutedPair

__all__ = [
    "Barrier",
    "BorderGap",
    "BrokeredLoad",
    "ChainGap",
    "ChainStrength",
    "ContactGap",
    "EmptyTable",
    "FilledIn",
    "FragileContact",
    "Gap",
    "InternalGap",
    "IssueGap",
    "KindGap",
    "LevelGap",
    "MandateGap",
    "OneSidedContact",
    "Question",
    "RoutedPair",
    "UnspokenConcern",
    "barriers",
    "border_drag",
    "border_gaps",
    "brokered_load",
    "chain_gaps",
    "chain_strength",
    "confirmation_rate",
    "congruence",
    "contact_density",
    "contact_gaps",
    "filled_in_claims",
    "fragile_contacts",
    "gaps",
    "internal_gaps",
    "issue_gaps",
    "kind_gaps",
    "level_gaps",
    "mandate_deficit",
    "mandate_gaps",
    "one_sided_contacts",
    "questions",
    "routed_pairs",
    "tables_without_issues",
    "unspoken_concerns",
    "unspoken_share",
]

MEASURES = (
    gaps,
    contact_gaps,
    kind_gaps,
    questions,
    congruence,
    level_gaps,
    internal_gaps,
    routed_pairs,
    brokered_load,
    border_gaps,
    border_drag,
    chain_gaps,
    chain_strength,
    fragile_contacts,
    barriers,
    issue_gaps,
    tables_without_issues,
    mandate_gaps,
    mandate_deficit,
    one_sided_contacts,
    confirmation_rate,
    contact_density,
    filled_in_claims,
    unspoken_concerns,
    unspoken_share,
)
"""The measures of this family, in the order in which a reader wants them."""
