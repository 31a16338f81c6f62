"""The difference between who needs whom and who talks to whom."""

from netdeps.measures.gaps.carried import congruence
from netdeps.measures.gaps.kind_gap import KindGap
from netdeps.measures.gaps.kinds import kind_gaps
from netdeps.measures.gaps.pairs import ContactGap, Question, contact_gaps, questions

__all__ = [
    "ContactGap",
    "KindGap",
    "Question",
    "congruence",
    "contact_gaps",
    "kind_gaps",
    "questions",
]
