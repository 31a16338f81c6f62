"""Who sits at which table, and which issues lie there: as tables, with what to ask about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from netdeps.maps.rows import HIDDEN, Cell, Scene, Table
from netdeps.measures import issue_gaps, mandate_gaps, table_cover, tables_without_issues
from netdeps.model import LANGUAGES, Issue, Network
from netdeps.model import Table as Meeting
from netdeps.results import Row
from netdeps.words import Says, day

Sort = Literal["table", "issue"]

_TABLES = (
    ("name", "text"),
    ("level", "word:level"),
    ("per_year", "number"),
    ("members", "parties"),
    ("issues", "parties"),
    ("cover", "share"),
    ("needs", HIDDEN),
    ("question", "told"),
    ("illustrative", "flag"),
    ("source", "source"),
    ("id", "text"),
)
_ISSUES = (
    ("issue", "text"),
    ("tables", "parties"),
    ("owner", "party"),
    ("involved", "parties"),
    ("apart", "parties"),
    ("absent", "told"),
    ("mandate_level", "word:level"),
    ("deadline", "told"),
    ("content", "word:stage"),
    ("relations", "word:stage"),
    ("procedure", "word:stage"),
    ("depends_on", "parties"),
    ("sentence", HIDDEN),
    ("question", "told"),
    ("agreements", HIDDEN),
    ("illustrative", "flag"),
    ("source", "source"),
    ("id", "text"),
)

Told = list[str]
"""The same in each language."""

Tie = tuple[tuple[int, int], int]
"""The two shapes of a line, and the row that it stands for."""


@dataclass(frozen=True)
class Agenda:
    """The consultation tables and issues of a scene, numbered as shapes after all others."""

    scene: Scene
    first: int
    """The number of the first of them."""
    numbers: Mapping[tuple[Sort, str], int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the tables, and after them the issues."""
        network = self.scene.network
        keys: list[tuple[Sort, str]] = [
            *(("table", one.id) for one in network.tables),
            *(("issue", one.id) for one in network.issues),
        ]
        numbers = {key: self.first + at for at, key in enumerate(keys)}
        object.__setattr__(self, "numbers", numbers)

    def numbered(self, sort: Sort, ids: Iterable[str]) -> tuple[int, ...]:
        """Give tables or issues by their numbers."""
        return tuple(self.numbers[sort, one] for one in dict.fromkeys(ids))

    def meetings_on(self, issue: Issue) -> list[Meeting]:
        """Give the tables on which an issue lies."""
        return [one for one in self.scene.network.tables if issue.id in one.issues]

    def seated(self, issue: Issue) -> set[str]:
        """Give who sits at a table on which an issue lies."""
        return {who for one in self.meetings_on(issue) for who in one.members}


def concerned(issue: Issue) -> tuple[str, ...]:
    """Give whoever is involved in an issue or owns it."""
    owner = (issue.owner,) if issue.owner else ()
    return tuple(dict.fromkeys((*issue.involved, *owner)))


def ties(agenda: Agenda) -> dict[str, list[Tie]]:
    """Give who sits where, what lies where, whom it concerns and what comes first, with the row."""
    numbers, parties = agenda.numbers, agenda.scene.numbers
    tables, issues = enumerate(agenda.scene.network.tables), enumerate(agenda.scene.network.issues)
    meetings = [(numbers["table", one.id], one, row) for row, one in tables]
    matters = [(numbers["issue", one.id], one, row) for row, one in issues]
    return {
        "seats": [((parties[who], at), row) for at, one, row in meetings for who in one.members],
        "treated": [
            ((numbers["issue", issue], at), row)
            for at, one, row in meetings
            for issue in one.issues
        ],
        "involved": [
            ((parties[who], at), row) for at, one, row in matters for who in concerned(one)
        ],
        "before": [
            ((at, numbers["issue", first]), row)
            for at, one, row in matters
            for first in one.depends_on
        ],
    }


def tables(agenda: Agenda) -> Iterator[Table]:
    """List the tables and the issues, where there are any."""
    if agenda.scene.network.tables:
        yield Table("agenda_tables", _TABLES, tuple(_meetings(agenda)))
    if agenda.scene.network.issues:
        yield Table("issues", _ISSUES, tuple(_issues(agenda)))


def _meetings(agenda: Agenda) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each table: who sits there, what lies there, and which needs it could carry."""
    scene = agenda.scene
    cover = {row.table: row for row in table_cover(scene.network)}
    empty = {row.table: row for row in tables_without_issues(scene.network)}
    need = {one.id: number for number, one in enumerate(scene.network.dependencies)}
    for one in scene.network.tables:
        carried = cover.get(one.id)
        yield (
            one.name or one.id,
            one.level,
            one.per_year,
            scene.parties(dict.fromkeys(one.members)),
            agenda.numbered("issue", one.issues),
            None if carried is None else round(carried.share, 2),
            () if carried is None else tuple(need[name] for name in carried.needs),
            _question(empty.get(one.id)),
            one.illustrative,
            scene.sources.of(one.said),
            one.id,
        )


def _issues(agenda: Agenda) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each issue: where it lies, whom it concerns, and what it lacks."""
    scene = agenda.scene
    gaps = {row.issue: row for row in issue_gaps(scene.network)}
    short = _short_of_mandate(scene.network)
    for one in scene.network.issues:
        gap, seated = gaps.get(one.id), agenda.seated(one)
        yield (
            one.title or one.id,
            agenda.numbered("table", (meeting.id for meeting in agenda.meetings_on(one))),
            None if one.owner is None else scene.numbers[one.owner],
            scene.parties(dict.fromkeys(one.involved)),
            scene.parties(who for who in concerned(one) if who not in seated),
            _absent(agenda, one),
            one.mandate_level,
            None if one.deadline is None else [day(one.deadline, each) for each in LANGUAGES],
            one.content,
            one.relations,
            one.procedure,
            agenda.numbered("issue", one.depends_on),
            None if gap is None else _told(gap),
            _question(gap),
            short.get(one.id, ()),
            one.illustrative,
            scene.sources.of(one.said),
            one.id,
        )


def _short_of_mandate(network: Network) -> dict[str | None, list[Told | None]]:
    """Ask, for each issue, about the agreements on it that still need a yes."""
    issue = {one.id: one.issue for one in network.agreements}
    found: dict[str | None, list[Told | None]] = {}
    for row in mandate_gaps(network):
        found.setdefault(issue[row.agreement], []).append(_question(row))
    return found


def _absent(agenda: Agenda, issue: Issue) -> Told | None:
    """Name the kinds that an issue cannot do without and that sit at none of its tables."""
    network = agenda.scene.network
    there = {network.organisation(who).kind for who in agenda.seated(issue)}
    missing = [one for one in dict.fromkeys(issue.requires_kinds) if one not in there]
    labels: list[Says] = [network.kind_label(one, form="kinds") for one in missing]
    if not labels:
        return None
    return [", ".join(label.sentence(language) for label in labels) for language in LANGUAGES]


def _told(row: Row) -> Told:
    return [row.sentence(language) for language in LANGUAGES]


def _question(row: Row | None) -> Told | None:
    return None if row is None else [row.question(language) for language in LANGUAGES]
