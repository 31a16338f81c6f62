"""Whether the marks of a change file fit the case: every problem, with the number of its mark."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

from netdeps.corrections.statements import said_with, statement_of
from netdeps.corrections.told import Tie, Told, is_there, tie_of, told_in
from netdeps.editions import AUDIENCES, may_see
from netdeps.errors import InvalidRecordsError, Problem, did_you_mean, one_of, quoted
from netdeps.graph import standing
from netdeps.model import (
    OUTSIDE,
    Changes,
    Contact,
    ContactMark,
    Contribution,
    ContributionMark,
    DependencyMark,
    Mark,
    Network,
    Record,
)
from netdeps.model.problems import place_at
from netdeps.model.references import references
from netdeps.words import label

_PARTY = "party:"


def check_fit(network: Network, changes: Changes) -> None:
    """Refuse changes that do not fit the case.

    Raises
    ------
    InvalidRecordsError
        With every problem, each with the number of its mark.
    """
    unknown = [*_head(network, changes), *_names(network, changes)]
    problems = [*unknown, *_twice(changes.marks)]
    if not unknown:  # what is said of somebody unknown can be held against nothing
        problems += [*_levels(network, changes.marks), *_ties(network, changes)]
    if problems:
        raise InvalidRecordsError(problems)


def _head(network: Network, changes: Changes) -> Iterator[Problem]:
    if changes.case != network.name:
        yield Problem(
            place_at("case"),
            f"the changes are of the case {quoted(changes.case)}",
            f"this case is called {quoted(network.name)}",
            "Give the case that the map was made of.",
        )
    if changes.edition.startswith(_PARTY):
        party = changes.edition.removeprefix(_PARTY)
        if party not in network.names:
            yield _unknown(("edition",), party, "organisations", network.ids)
    elif changes.edition not in AUDIENCES:
        found, known = (
            f"the edition {quoted(changes.edition)} is not known",
            (*AUDIENCES, "party:ID"),
        )
        hint = did_you_mean(changes.edition, known)
        yield Problem(place_at("edition"), found, f"known are {one_of(known)}", hint)


def _names(network: Network, changes: Changes) -> Iterator[Problem]:
    """Refuse whoever is not in the case: the parties of a tie, who speaks, whom a view is about."""
    known: Mapping[str, Collection[str]] = {
        "organisations": network.names.keys(),
        "kinds": network.known_kinds,
    }
    rows: list[tuple[str, Sequence[Record]]] = [("marks", changes.marks), ("walk", changes.walk)]
    for name, records in rows:
        for number, record in enumerate(records):
            for reference in references(record):
                of, found = reference.refers.to, reference.id
                if found not in known[of] and found not in reference.refers.also:
                    yield _unknown((name, number, *reference.path), found, of, sorted(known[of]))


def _unknown(path: tuple[str | int, ...], found: str, of: str, known: Sequence[str]) -> Problem:
    expected = f"known are {one_of(known)}" if known else "there are none"
    hint = did_you_mean(found, known) or "Add it to the case first."
    return Problem(place_at(*path), f"{quoted(found)} is not one of the {of}", expected, hint)


def _twice(marks: Sequence[Mark]) -> Iterator[Problem]:
    """Refuse what a speaker says twice, or takes back in the same file.

    Who is not named may be several, and somebody may ask several things.
    """
    first: dict[Hashable, tuple[int, Mark]] = {}
    for number, mark in enumerate(marks):
        named = mark.by not in {None, OUTSIDE} and mark.mark != "ask"
        asks = "ask" if mark.mark == "ask" else "says"
        voice = (asks, mark.by) if named else (mark.mark, mark.by, mark.remark)
        earlier, before = first.setdefault((tie_of(mark), voice), (number, mark))
        if earlier != number:
            yield _said_twice(number, mark, earlier, before)


def _said_twice(number: int, mark: Mark, earlier: int, before: Mark) -> Problem:
    here = f"marks[{earlier + 1}]"
    if "denied" in {mark.mark, before.mark} and mark.mark != before.mark:
        return Problem(
            place_at("marks", number, "mark"),
            f"{quoted(mark.by)} says {quoted(mark.mark)} here, and {quoted(before.mark)} in {here}",
            "a speaker says one thing of a tie",
            "Remove the mark that does not hold.",
        )
    expected, hint = "a mark is made once", "Remove one of them."
    return Problem(place_at("marks", number), f"the same is said in {here}", expected, hint)


def _levels(network: Network, marks: Sequence[Mark]) -> Iterator[Problem]:
    for number, mark in enumerate(marks):
        for party in _who_need_the_level(mark):
            has = network.organisation(party).levels
            level = mark.level if isinstance(mark, ContactMark | DependencyMark) else None
            if level is not None and level not in has:
                yield Problem(
                    place_at("marks", number, "level"),
                    f"{quoted(party)} has no {label('level', level, 'en')}",
                    f"it has {one_of(has)}" if has else "it has no levels",
                    "Choose another level, or add this one to the organisation in the case.",
                )


def _who_need_the_level(mark: Mark) -> tuple[str, ...]:
    """Give the parties that have to have the level of a mark: what was told earlier is as it is."""
    if isinstance(mark, ContactMark):
        return mark.between
    if isinstance(mark, DependencyMark) and mark.mark == "new":
        return tuple(one for one in (mark.depender, *mark.dependees) if one != OUTSIDE)
    return ()


def _ties(network: Network, changes: Changes) -> Iterator[Problem]:
    """Refuse what cannot be said of the case: of a tie that is not there, or that is there already."""
    told = told_in(network, changes.edition)
    new = (mark for mark in changes.marks if mark.mark == "new")
    rows = (statement_of(mark, said_with(changes, mark)) for mark in new)
    fresh = Told(rows, audience=changes.edition, named=network.names)
    for number, mark in enumerate(changes.marks):
        if mark.mark == "new":
            before = [told.rows[one] for one in told.about(mark)]
            yield from _told_already(number, changes, network, before)
            beside = [fresh.rows[one] for one in fresh.about(mark)]
            yield from _other_amounts(number, mark, [*before, *beside])
        elif mark.mark != "ask" and not (told.about(mark) or fresh.about(mark)):
            yield from _absent(number, mark, network)


def _told_already(
    number: int, changes: Changes, network: Network, told: Sequence[Tie]
) -> Iterator[Problem]:
    """Refuse as new what the same speaker told before, unless the map could not show it."""
    mark = changes.marks[number]
    mine = said_with(changes, mark)
    own = [one for one in told if one.said.by == mark.by and is_there(one)]
    if mark.by in {None, OUTSIDE} or any(one.said == mine for one in own):  # or applied before
        return
    seen = (one for one in own if may_see(one, changes.edition))
    earlier = next((one for one in seen if not _taken_back(one, network)), None)
    if earlier is not None:
        yield Problem(
            place_at("marks", number, "mark"),
            f"{quoted(mark.by)} told of this before, in {quoted(earlier.id)}",
            "what is new was not told by the same speaker",
            "Mark it as 'confirmed'.",
        )


def _taken_back(told: Tie, network: Network) -> bool:
    if not isinstance(told, Contact):
        return False
    stands = standing(network.contacts_between(*told.between))
    return told.id not in {one.id for one in stands}


def _other_amounts(number: int, mark: Mark, told: Sequence[Tie]) -> Iterator[Problem]:
    """Refuse another amount than the same speaker told: the two would be added, or one be lost."""
    if not isinstance(mark, ContributionMark) or mark.amount is None or mark.by == OUTSIDE:
        return
    own = [one for one in told if isinstance(one, Contribution) and one.said.by == mark.by]
    other = next((one for one in own if one.amount != mark.amount), None)
    if other is not None:
        where = f"told of another amount before, in {quoted(other.id)}"
        yield Problem(
            place_at("marks", number, "amount"),
            f"the same speaker {where if other.id else 'tells of another amount in these changes'}",
            "one speaker tells one amount of a contribution",
            "Correct the amount where it was told, and leave it out of the mark.",
        )


def _absent(number: int, mark: Mark, network: Network) -> Iterator[Problem]:
    """Say that a need or a contribution is not in the case, and which one may be meant.

    Contact can be confirmed and denied whoever told of it.
    """
    if isinstance(mark, DependencyMark):
        field, wanted = "dependum", mark.dependum
        near = {one.dependum for one in network.dependencies if one.depender == mark.depender}
        found = f"{quoted(mark.depender)} needs no {quoted(wanted)} from these dependees"
    elif isinstance(mark, ContributionMark):
        field, wanted = "resource", mark.resource
        gifts = (one for one in network.contributions if one.giver == mark.giver)
        near = {one.resource for one in gifts if one.taker == mark.taker}
        found = f"{quoted(mark.giver)} brings no such {quoted(wanted)} to {quoted(mark.taker)}"
    else:
        return
    hint = did_you_mean(wanted, near - {wanted}) or "If it is missing there, mark it as 'new'."
    yield Problem(place_at("marks", number, field), f"{found} in the case", _IN_CASE, hint)


_IN_CASE = "only what is told in the case can be confirmed or denied"
