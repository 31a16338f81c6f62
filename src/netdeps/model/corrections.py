"""What was corrected on a map at the table, as the page writes it into a change file.

A mark finds its tie by the parties and the text, never by the id of a statement: an edition gives
its statements other ids, and leaves out who may not be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from netdeps.errors import InvalidRecordsError, did_you_mean, one_of, quoted
from netdeps.model.base import (
    Amount,
    Day,
    Dependee,
    Level,
    Party,
    Record,
    Said,
    Speaker,
    Taker,
    Text,
    wrong,
)
from netdeps.model.problems import problems_of
from netdeps.model.ties import refuse_own_taker
from netdeps.model.walk import Step

MOST_MARKS = 2_000
"""So many marks are read at most; a meeting makes tens of them."""

CHANGES_VERSION = 1
"""The version of the form of change files that is read and written."""

MarkWord = Literal["confirmed", "denied", "new", "ask"]
"""It is so; it is not so; it is so and was not on the map; it has to be asked."""


class MarkRecord(Record):
    """What somebody said of one tie on the map."""

    mark: MarkWord
    """That it is so (confirmed), is not so (denied), is missing on the map (new), or is a question."""
    by: Speaker | None = None
    """The organisation that said it; left out when nobody is named."""
    remark: Text | None = None
    """What was said with it."""


class ContactMark(MarkRecord):
    """What somebody said of the contact between two organisations."""

    tie: Literal["contact"] = "contact"
    """That it is about a contact."""
    between: tuple[Party, Party]
    """The two organisations; the order means nothing."""
    level: Level | None = None
    """The level that was spoken of; left out, it holds for all levels."""

    @model_validator(mode="after")
    def _two_parties(self) -> Self:
        if self.between[0] == self.between[1]:
            raise wrong(
                f"a contact of {self.between[0]!r} with itself",
                "a contact is between two organisations",
                "Name the other one.",
            )
        return self


class DependencyMark(MarkRecord):
    """What somebody said of what one organisation needs from others."""

    tie: Literal["dependency"] = "dependency"
    """That it is about a dependency."""
    depender: Party
    """Who needs it."""
    dependum: Text
    """What is needed, in the words of the map."""
    dependees: Annotated[tuple[Dependee, ...], Field(min_length=1)]
    """Who can give it, as far as the map shows them; ``outside`` for whoever it does not show."""
    level: Level | None = None
    """The level at which it has to be arranged, as on the map; left out where it shows none."""

    @model_validator(mode="after")
    def _somebody_else(self) -> Self:
        if set(self.dependees) == {self.depender}:
            raise wrong(
                f"{self.depender!r} needs {self.dependum!r} only from itself",
                "a dependency has a dependee other than the depender",
                "Name the others who can give it.",
            )
        if len(set(self.dependees)) < len(self.dependees):
            raise wrong(
                "an organisation stands twice among the dependees",
                "each organisation is named once",
                "Remove one of them.",
            )
        return self


class ContributionMark(MarkRecord):
    """What somebody said of what one organisation brings to another."""

    tie: Literal["contribution"] = "contribution"
    """That it is about a contribution."""
    giver: Party
    """Who brings it."""
    taker: Taker
    """Who gets it; ``together`` for the common pot."""
    resource: Text
    """What is brought, in the words of the map."""
    dossier: Text | None = None
    """The dossier, as on the map."""
    unit: Text | None = None
    """What the amount is counted in, as on the map."""
    status: Literal["promised", "delivered"] = "delivered"
    """Promised or delivered, as on the map."""
    amount: Amount | None = None
    """How much; only of a new one."""

    @model_validator(mode="after")
    def _to_another(self) -> Self:
        refuse_own_taker(self.giver, self.taker)
        if self.amount is not None and self.mark != "new":
            raise wrong(
                f"an amount with a mark {self.mark!r}",
                "only a new contribution has an amount",
                "Leave 'amount' out.",
            )
        return self


MarkType: TypeAlias = type[ContactMark] | type[DependencyMark] | type[ContributionMark]
_TIES: Mapping[str, MarkType] = {
    "contact": ContactMark,
    "dependency": DependencyMark,
    "contribution": ContributionMark,
}


def _mark(row: object) -> object:
    """Make the mark of the tie that it names, so that only the fields of that tie are expected."""
    if isinstance(row, MarkRecord):
        return row
    if not isinstance(row, Mapping):
        raise wrong(f"{quoted(row)} was found", "fields with their values are expected")
    tie: Any = row.get("tie")
    kind = _TIES.get(tie) if isinstance(tie, str) else None
    if kind is None:
        raise wrong(
            f"the tie {quoted(tie)} is not known" if "tie" in row else "no tie is named",
            f"'tie' is one of {one_of(_TIES)}",
            did_you_mean(tie, _TIES) if isinstance(tie, str) else "",
        )
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        raise InvalidRecordsError(problems_of(error, kind)) from error


def _view(step: Step) -> Step:
    """Refuse a kept view that says who said it: the change file knows that itself."""
    if step.id or step.said != Said() or step.illustrative:
        raise wrong(
            "a kept view with an 'id', 'said' or 'illustrative'",
            "a kept view says only what is shown",
            "Leave these out.",
        )
    return step


Mark: TypeAlias = ContactMark | DependencyMark | ContributionMark
"""What somebody said of one tie on the map: a contact, a dependency or a contribution."""


class Changes(Record):
    """What was marked on a map, and the views that were kept there."""

    netdeps_changes: Literal[1] = 1
    """The version of the change file's form."""
    case: Text
    """The name of the case that the map was made of."""
    edition: Text
    """For whom the map was: facilitator, table, public or ``party:ID``."""
    date: Day
    """The day on which it was said."""
    marks: Annotated[
        tuple[Annotated[Mark, BeforeValidator(_mark)], ...], Field(max_length=MOST_MARKS)
    ] = ()
    """What was said of the ties on the map."""
    walk: Annotated[
        tuple[Annotated[Step, AfterValidator(_view)], ...], Field(max_length=MOST_MARKS)
    ] = ()
    """The views that were kept, each a step of a guided walk, in their order."""
