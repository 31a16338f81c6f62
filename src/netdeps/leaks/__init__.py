"""Whether something that an audience may not see stands in a file, however it is packed."""

from netdeps.leaks.appearances import false_findings
from netdeps.leaks.budget import Unread
from netdeps.leaks.searching import Hit, SearchResult, search
from netdeps.leaks.withheld import Withheld, withheld

__all__ = ["Hit", "SearchResult", "Unread", "Withheld", "false_findings", "search", "withheld"]
