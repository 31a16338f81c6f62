"""What the tables that there are could carry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.graph import Selection, chosen_needs, selected, share_heard
from netdeps.model import Dependency, Level, Network, Table
from netdeps.results import About, Findings, Row, known_of
from netdeps.words import Fact, Phrase, percent


@dataclass(frozen=True, kw_only=True)
class TableCover(Row):
    """What has both its sides at one table."""

    words: ClassVar[str] = "table_cover"

    table: str
    """The table."""
    name: str
    """What people call it."""
    level: Level | None
    """The level at which it meets; None where that is not known."""
    members: tuple[str, ...]
    """Who sits there."""
    issues: tuple[str, ...]
    """The issues that it treats."""
    needs: tuple[str, ...]
    """The needs of which both sides sit there, at a level that fits."""
    share: float
    """The importance of these needs as a share of that of all needs, from 0 to 1."""
    because: tuple[str, ...]
    """The table and these needs."""
    titles: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """What people call its issues."""

    @property
    def rank(self) -> float:
        """The share of the needs that it could carry."""
        return self.share

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        issues: Phrase | str = ""
        if self.titles:
            issues = Phrase.of("finding.table_cover.issues", {"issues": self.titles})
        return {
            "name": self.name,
            "count": len(self.needs),
            "share": percent(self.share),
            "issues": issues,
        }


def table_cover(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[TableCover]:
    """Which tables that exist could carry which needs, because both sides already sit there.

    A need has both its sides at a table when who needs it sits there and so do those who can give it:
    each of them where each is needed, one of them where they are alternatives. The level fits when
    the table meets at the level at which the need has to be arranged, or when one of the two is
    not known. Sitting at one table is not a contact: this says where a talk could be had, not that
    it is had. The table that could carry most comes first. ``share`` is the importance of these
    needs as a share of that of all needs, from 0 to 1.

    Undefined for a table of which nobody is known to sit there, and for all where nothing is needed.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}, {"id": "city"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "care", "dependum": "money", "dependees": ["city"]}],
    ...     tables=[{"id": "cycle", "members": ["care", "housing"]}],
    ... )
    >>> [(row.table, row.needs, row.share) for row in measures.table_cover(network)]
    [('cycle', ('dependencies/1',), 0.5)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue, level=level)
    reasons = {one.id: reason for one in part.tables if (reason := _why_not(one, needs))}
    rows = [_row(one, needs, part) for one in part.tables if one.id not in reasons]
    rows.sort(key=lambda row: (-row.share, row.table))
    known = share_heard(part, "dependencies", {need.depender for need in needs}, level=level)
    caveats = known_of("dependency", known)
    about = About.of("table_cover", part, rows, known_share=known, caveats=caveats)
    return Findings(rows, about, reasons)


def _row(table: Table, needs: Iterable[Dependency], network: Network) -> TableCover:
    every = list(needs)
    there = [need for need in every if _fits(need, table) and _seated(need, set(table.members))]
    titles = {one.id: one.title or one.id for one in network.issues}
    return TableCover(
        table=table.id,
        name=table.name or table.id,
        level=table.level,
        members=tuple(sorted(set(table.members))),
        issues=tuple(sorted(set(table.issues))),
        needs=tuple(sorted(need.id for need in there)),
        share=sum(need.importance for need in there) / sum(need.importance for need in every),
        because=tuple(sorted({table.id, *(need.id for need in there)})),
        titles=tuple(titles[one] for one in sorted(set(table.issues))),
        names=network.names,
    )


def _fits(need: Dependency, table: Table) -> bool:
    return None in (need.level, table.level) or need.level == table.level


def _seated(need: Dependency, members: set[str]) -> bool:
    """Tell whether who needs it sits there, with enough of those who can give it."""
    others = [one in members for one in need.dependees if one != need.depender]
    enough = all(others) if need.mode == "all" else any(others)
    return need.depender in members and enough


def _why_not(table: Table, needs: list[Dependency]) -> Phrase | None:
    if not needs:
        return Phrase("reason.no_needs_at_all")
    return None if table.members else Phrase("reason.table_of_nobody")
