"""What is on the agenda, and where it can be talked about."""

from netdeps.measures.agenda.tables import TableCover, table_cover

__all__ = ["TableCover", "table_cover"]
