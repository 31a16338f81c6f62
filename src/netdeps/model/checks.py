"""What must hold between records: ids are unique, and every id that is mentioned is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netdeps.errors import Problem, did_you_mean, one_of, quoted
from netdeps.model.base import OUTSIDE, TOGETHER, Record
from netdeps.model.organisations import KNOWN_KINDS
from netdeps.model.problems import field_name, place_at
from netdeps.model.references import references

Lists = Mapping[str, Sequence[Record | None]]
"""Every list of a case by its name; None stands for a row that is wrong in itself."""

NAMED_LISTS = ("kinds", "organisations", "issues", "tables", "chains")
RESERVED = (OUTSIDE, TOGETHER)


def check(lists: Lists, known: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    """Give every problem between the records of a case.

    ``known`` holds the ids of rows that are wrong in themselves too, so that one mistake in an
    organisation does not make every statement about it look wrong; None where the whole list is
    wrong and nothing can be said.
    """
    registry = dict(known)
    if known["kinds"] is not None:
        registry["kinds"] = known["kinds"] | set(KNOWN_KINDS)
    yield from _reserved(lists)
    yield from _twice(lists)
    yield from _unknown(lists, registry)
    yield from _own_part(lists)


def _rows(lists: Lists) -> Iterator[tuple[str, int, Record]]:
    for name, rows in lists.items():
        for number, row in enumerate(rows):
            if row is not None:
                yield name, number, row


def _reserved(lists: Lists) -> Iterator[Problem]:
    for number, row in enumerate(lists.get("organisations", ())):
        name = getattr(row, "id", "")
        if name in RESERVED:
            place = place_at("organisations", number, "id")
            expected = "this word stands for somebody outside the network or for the common pot"
            yield Problem(
                place, f"the id {quoted(name)} is reserved", expected, "Choose another id."
            )


def _twice(lists: Lists) -> Iterator[Problem]:
    """Ids are unique in the list of organisations, of issues, …, and among all other statements."""
    first: dict[tuple[str, str], str] = {}
    for name, number, row in _rows(lists):
        space = name if name in NAMED_LISTS else "statements"
        place = field_name((name, number))
        key = (space, getattr(row, "id", ""))
        if key[1] and first.setdefault(key, place) != place:
            found = f"the id {quoted(key[1])} is already used by {first[key]}"
            yield Problem(
                place_at(name, number, "id"), found, "an id is used once", "Choose another id."
            )


def _unknown(lists: Lists, registry: Mapping[str, set[str] | None]) -> Iterator[Problem]:
    for name, number, row in _rows(lists):
        for reference in references(row):
            refers, found = reference.refers, reference.id
            known = registry[refers.to]
            if known is None or found in known or found in refers.also:
                continue
            place = place_at(name, number, *reference.path)
            hint = did_you_mean(found, known) or f"Add it under '{refers.to}'."
            expected = f"known are {one_of(sorted(known))}" if known else "there are none"
            yield Problem(place, f"{quoted(found)} is not one of the {refers.to}", expected, hint)


def _own_part(lists: Lists) -> Iterator[Problem]:
    """An organisation is not, through others or at once, a part of itself."""
    above = {
        row.id: row.part_of  # type: ignore[attr-defined]
        for row in lists.get("organisations", ())
        if row is not None
    }
    for number, row in enumerate(lists.get("organisations", ())):
        start = getattr(row, "id", "")
        seen: set[str] = set()
        step = above.get(start)
        while step and step not in seen and step != start:
            seen.add(step)
            step = above.get(step)
        if start and step == start:
            place = place_at("organisations", number, "part_of")
            found = f"{quoted(start)} is a part of itself"
            yield Problem(place, found, "parts form a tree", "Clear 'part_of' of one of them.")
