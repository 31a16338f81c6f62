"""What is on the agenda, and where it can be talked about."""

from netdeps.measures.agenda.tables import TableCover, table_cover

__all__ = ["TableCover", "table_cover"]

MEASURES = (table_cover,)
"""The measures of this family, in the order in which a reader wants them."""
