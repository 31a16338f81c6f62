"""An order that tells nothing: by what is said, where that has no order of its own.

As things were noted down they tell who was spoken to first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from netdeps.model import (
    OUTSIDE,
    Agreement,
    Chain,
    ChainStage,
    Contact,
    Issue,
    Record,
    Statement,
    Step,
    Table,
    replies_to,
)

RecordT = TypeVar("RecordT", bound=Record)

_NOTED_DOWN = frozenset(
    {
        "acknowledged_by", "asked", "awaited", "confirmed_by", "denied_by", "dependees", "depends_on",
        "follows", "involved", "issues", "kinds", "members", "requires_kinds", "who",
    }
)  # fmt: skip
"""Lists of names in the order in which they were noted down, which says nothing itself."""


def in_order(name: str, rows: Iterable[Record]) -> tuple[Record, ...]:
    """Sort the rows of a list by what they say; the steps of a walk keep the order of the walk."""
    if name == "walk":
        return tuple(rows)
    return tuple(sorted(rows, key=_what_it_says))


def in_no_order(row: RecordT) -> RecordT:
    """Sort whatever in a row has no order of its own."""
    changes: dict[str, Any] = {
        name: _outside_last(getattr(row, name))
        for name in _NOTED_DOWN & type(row).model_fields.keys()
    }
    if isinstance(row, ChainStage):
        changes["organisations"] = tuple(sorted(row.organisations))
    if isinstance(row, Chain):
        changes["stages"] = tuple(map(in_no_order, row.stages))
    if isinstance(row, Statement) and replies_to(row):
        changes["replies"] = tuple(sorted(replies_to(row), key=_what_it_says))
    if isinstance(row, Contact | Step) and row.between and row.between[0] > row.between[1]:
        changes["between"] = row.between[::-1]
        if isinstance(row, Contact) and row.crosses:
            changes |= {"level": row.other_level, "other_level": row.level}
    return row.with_fields(changes) if changes else row


def gets_a_new_name(row: Record) -> bool:
    """Tell whether an edition does not keep the id of a row; others are used elsewhere."""
    return isinstance(row, Statement) and not isinstance(row, Issue | Table | Chain | Agreement)


def _outside_last(names: Iterable[str]) -> tuple[str, ...]:
    """Name who is hidden once and last: a place among the others would tell how it is spelled."""
    found = set(names)
    shown = tuple(sorted(found - {OUTSIDE}))
    return (*shown, OUTSIDE) if OUTSIDE in found else shown


def _what_it_says(row: Record) -> tuple[str, str]:
    """Give what a row tells and then who told it, without a name that an edition does not keep."""
    left_out = {"said", "id"} if gets_a_new_name(row) else {"said"}
    return row.model_dump_json(exclude=left_out), row.model_dump_json(include={"said"})
