"""What is on the agenda, and where it can be talked about."""

from netdeps.measures.agenda.tables import TableCover, table_cover
from netdeps.measures.agenda.voiced import VoicedConcern, condition_medians, voiced_concerns

__all__ = ["TableCover", "VoicedConcern", "condition_medians", "table_cover", "voiced_concerns"]

MEASURES = (table_cover, voiced_concerns, condition_medians)
"""The measures of this family, in the order in which a reader wants them."""
