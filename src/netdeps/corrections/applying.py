"""From the marks of a change file to statements of the case.

A mark about a contact is a statement of its own, since a contact is what each of the two says of
it. Needs and contributions are counted as often as they are told; a mark about one that is there
is a reply to it, so that nothing counts twice. Nothing that was told before is changed or removed.
What is said at the table of something that was told in confidence is for the table as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from netdeps.corrections.fitting import check_fit
from netdeps.corrections.lines import Applied, AppliedMark, Became
from netdeps.corrections.openly import Spoken, is_for_the_table, spoken_openly
from netdeps.corrections.statements import question_of, said_with, series_of, statement_of
from netdeps.corrections.told import Tie, is_there, told_in
from netdeps.editions import may_see
from netdeps.graph import Contacts, State
from netdeps.model import (
    STATEMENT_LISTS,
    Changes,
    Contact,
    ContactMark,
    Contribution,
    ContributionMark,
    Dependency,
    Level,
    Mark,
    Network,
    Reply,
    Said,
    Step,
    replies_to,
)


def apply_changes(network: Network, changes: Changes) -> Applied:
    """Put what was marked on a map into the case, and say what each mark became.

    The network itself does not change, and what is in it already stays as it is. Applying the same
    changes again adds nothing. The order of the marks makes no difference to the case.

    Raises
    ------
    InvalidRecordsError
        With every mark that does not fit the case; then nothing is applied.

    Examples
    --------
    >>> import netdeps as nd
    >>> from netdeps.corrections import apply_changes
    >>> from netdeps.model import Changes
    >>> network = nd.Network(name="Port", organisations=[{"id": "care"}, {"id": "homes"}])
    >>> changes = Changes(
    ...     case="Port", edition="table", date="2026-11-22",
    ...     marks=[{"mark": "new", "tie": "contact", "between": ["care", "homes"],
    ...             "level": "governing", "by": "homes"}],
    ... )
    >>> applied = apply_changes(network, changes)
    >>> print(applied.marks[0].sentence(network, "en"))
    1. homes adds: contact between care and homes at governing level. Added. Now at governing level: not asked → in contact.
    >>> apply_changes(applied.network, changes).network == applied.network
    True
    """
    check_fit(network, changes)
    desk = _Desk(network, changes)
    for number in sorted(range(len(changes.marks)), key=lambda at: _order(changes.marks[at])):
        desk.take(number, changes.marks[number])
    return desk.applied()


_KINDS: tuple[tuple[str, type[Tie]], ...] = (
    ("contacts", Contact),
    ("dependencies", Dependency),
    ("contributions", Contribution),
)
"""The lists of what runs between organisations, and what is in them."""


def _order(mark: Mark) -> tuple[bool, bool, str]:
    """Take what is new first, since others may reply to it; then in an order that is not the file's.

    Of what is new, first that with an amount, which may be a statement beside others.
    """
    amount = mark.amount if isinstance(mark, ContributionMark) else None
    return mark.mark != "new", amount is None, mark.model_dump_json()


def _steps(network: Network, changes: Changes) -> list[Step]:
    """Give the kept views that are not yet steps of the walk."""
    said, there = said_with(changes), {one.with_fields({"id": ""}) for one in network.walk}
    steps = (one.with_fields({"said": said}) for one in changes.walk)
    return [one for one in dict.fromkeys(steps) if one not in there]


class _Desk:
    """Where the marks are put one by one among what was told."""

    def __init__(self, network: Network, changes: Changes) -> None:
        self._before, self._changes = network, changes
        self._told = told_in(network, changes.edition)
        self._questions = list(network.agreements)
        self._asked: dict[tuple[str, Said], list[int]] = {}
        for number, one in enumerate(self._questions):
            self._asked.setdefault((one.what, one.said), []).append(number)
        self._taken = {row.id for name in STATEMENT_LISTS for row in getattr(network, name)}
        self._names: dict[str, Iterator[str]] = {}
        self._became: dict[int, tuple[Mark, Became, list[int]]] = {}
        self._spoken: list[tuple[Mark, Said, int]] = []

    def take(self, number: int, mark: Mark) -> None:
        """Put a mark where it belongs."""
        if mark.mark == "ask":
            became, at = self._ask(mark)
        elif isinstance(mark, ContactMark):
            became, at = self._state(mark)
        else:
            found = self._answered(mark)
            became, at = self._reply(mark, found) if found else self._state(mark)
        self._became[number] = mark, became, at

    def _ask(self, mark: Mark) -> tuple[Became, list[int]]:
        said = said_with(self._changes, mark)
        question = question_of(mark, said, self._before, "?")
        there = self._asked.get((question.what, said))
        if there:  # each answers to one mark: two ties may be told in the same words
            return "there", [there.pop(0)]
        self._questions.append(question.with_fields({"id": self._name(series_of(said))}))
        return "asked", [len(self._questions) - 1]

    def _name(self, series: str) -> str:
        names = self._names.setdefault(series, (f"{series}/{n}" for n in count(1)))
        return next(one for one in names if one not in self._taken)

    def _answered(self, mark: Mark) -> list[int]:
        """Give what a mark replies to; who tells another amount than others reports it apart."""
        found = self._told.about(mark)
        if not isinstance(mark, ContributionMark) or mark.amount is None:
            return found
        rows = self._told.rows
        return [
            at for at in found if rows[at].said.by == mark.by or _amount(rows[at]) == mark.amount
        ]

    def _state(self, mark: Mark) -> tuple[Became, list[int]]:
        """Add a statement, unless exactly this was said before."""
        mine = statement_of(mark, said_with(self._changes, mark))
        for at in self._told.about(mark):
            row = self._told.rows[at]
            if row.said == mine.said and is_there(row) == is_there(mine):
                return "there", [at]
        return "added", [self._told.add(mine)]

    def _reply(self, mark: Mark, found: list[int]) -> tuple[Became, list[int]]:
        """Note with each of these statements that it is so, or not, unless that is noted already."""
        said = said_with(self._changes, mark)
        self._note_spoken(mark, said, found)
        reply = Reply(says="denied" if mark.mark == "denied" else "confirmed", said=said)
        if mark.mark == "new" and any(self._told.rows[at].said == said for at in found):
            return "there", found
        noted = [at for at in found if reply in replies_to(self._told.rows[at])]
        if noted:
            return "there", noted
        for at in found:
            row = self._told.rows[at]
            self._told.rows[at] = row.with_fields({"replies": (*replies_to(row), reply)})
        return "noted", found

    def _note_spoken(self, mark: Mark, said: Said, found: list[int]) -> None:
        """Keep what was said at the table of what was told in confidence before."""
        rows = [self._told.rows[at] for at in found]
        if is_for_the_table(said, rows):
            own = next(
                (at for at, row in zip(found, rows, strict=True) if row.said.by == mark.by), None
            )
            self._spoken.append((mark, said, found[0] if own is None else own))

    def applied(self) -> Applied:
        """Give the case with everything that was added, and what each mark became."""
        steps = _steps(self._before, self._changes)
        rows = self._told.rows
        lists = {name: [one for one in rows if isinstance(one, kind)] for name, kind in _KINDS}
        walk = [*self._before.walk, *steps]
        told = self._before.replaced({**lists, "agreements": self._questions, "walk": walk})
        names = _ids(rows, told)
        after, seen = spoken_openly(told, [self._place(one, names) for one in self._spoken])
        marks = tuple(self._lines(after, seen))
        return Applied(after, marks, len(steps), len(self._changes.walk) - len(steps))

    def _place(self, spoken: tuple[Mark, Said, int], names: Mapping[int, str]) -> Spoken:
        mark, said, at = spoken
        name = next(name for name, kind in _KINDS if isinstance(self._told.rows[at], kind))
        return Spoken(mark, said, name, names[at])

    def _lines(self, after: Network, seen: Sequence[Mark]) -> Iterator[AppliedMark]:
        names = _ids(self._told.rows, after)
        before, now = Contacts(self._before), Contacts(after)
        for number, (mark, became, at) in sorted(self._became.items()):
            asks = mark.mark == "ask"
            yield AppliedMark(
                number=number + 1,
                mark=mark,
                became=became,
                statements=tuple(after.agreements[one].id if asks else names[one] for one in at),
                changed=() if asks else tuple(_changed(mark, before, now)),
                hidden=became == "noted" and not any(map(self._is_seen, at)),
                released=any(one is mark for one in seen),
            )

    def _is_seen(self, at: int) -> bool:
        return may_see(self._told.rows[at], self._changes.edition)


def _amount(row: Tie) -> float | None:
    return row.amount if isinstance(row, Contribution) else None


def _ids(rows: Sequence[Tie], network: Network) -> dict[int, str]:
    """Give the ids that the network gave to these statements, by their number here."""
    found: dict[int, str] = {}
    for name, kind in _KINDS:
        numbers = (at for at, one in enumerate(rows) if isinstance(one, kind))
        found.update(zip(numbers, (row.id for row in getattr(network, name)), strict=True))
    return found


def _changed(mark: Mark, before: Contacts, after: Contacts) -> Iterator[tuple[Level, State, State]]:
    """Give the levels at which something else is known of a contact than before."""
    if isinstance(mark, ContactMark):
        was = before.states(*mark.between, level=mark.level)
        for level, now in after.states(*mark.between, level=mark.level).items():
            if now.state != was[level].state:
                yield level, was[level].state, now.state
