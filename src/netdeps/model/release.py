"""A release: new statements that more people may see than those that they were made of."""

from __future__ import annotations

from typing import Literal

from netdeps.model.base import Day, Id, Record, Text
from netdeps.model.statements import Statements

Ground = Literal["consent", "facilitator", "table", "median"]
"""Why more people may see it: whoever told it agreed, the facilitator decided so, it was said at the
table as well, or it is a median that gives nobody away."""


class Act(Record):
    """What is noted of a release: why, when, and of what it was made."""

    ground: Ground
    """Why more people may see it: whoever told it agreed (``consent``), the facilitator decided so,
    in other words (``facilitator``), it was said at the ``table`` as well, or it is a ``median``
    that gives nobody away."""
    date: Day
    """When it was released."""
    of: tuple[Id, ...] = ()
    """The ids of the statements that it was made of."""
    note: Text = ""
    """How it was agreed, for yourself."""


class Release(Statements, Act):
    """New statements, made of others so that more people may see them.

    An edition holds those that its audience may see as if they had been told like that; they say
    themselves who may. The facilitator's own results rest on what they were made of, so that
    nothing counts twice.
    """
