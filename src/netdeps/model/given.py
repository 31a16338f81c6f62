"""The log of what was given to whom: of each file what it held, as fingerprints and not in words."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from netdeps.errors import did_you_mean, quoted
from netdeps.model.base import Day, Record, Text, Title, wrong
from netdeps.model.network import STATEMENT_LISTS
from netdeps.model.voices import Condition

GIVEN_VERSION = 1
"""The version of the form of logs that is read and written."""

MOST_GIVEN = 2_000
"""So many files are noted in one log at most; a process gives tens of them."""

REPLIES = "replies"
"""The list under which replies to a statement have a fingerprint of their own."""

_HEX = frozenset("0123456789abcdef")
_PRINT = 16
_SALT = 32

GivenAudience: TypeAlias = Literal["facilitator", "table", "public", "party"]
"""For whom a file was; which party it was is in a field of its own, as a fingerprint."""


def _hexadecimal(text: str, digits: int) -> str:
    if len(text) != digits or not _HEX.issuperset(text):
        raise wrong(
            f"{quoted(text)} was found",
            f"{digits} digits 0 to 9 and a to f are expected",
            "Take the log from a copy; what stands here is not to be changed by hand.",
        )
    return text


def _fingerprint(text: str) -> str:
    return _hexadecimal(text, _PRINT)


def _salt(text: str) -> str:
    return _hexadecimal(text, _SALT)


def _of_a_list(text: str) -> str:
    """Check ``contacts:0123456789abcdef``: the list, and the fingerprint."""
    name, _, found = text.partition(":")
    known = (*STATEMENT_LISTS, REPLIES)
    if name not in known:
        raise wrong(
            f"the list {quoted(name)} is not known",
            "the name of a list, a colon and a fingerprint are expected",
            did_you_mean(name, known),
        )
    _hexadecimal(found, _PRINT)
    return text


Fingerprint = Annotated[str, AfterValidator(_fingerprint)]
OfAList = Annotated[str, AfterValidator(_of_a_list)]


class GivenMedian(Record):
    """Of which scores a file held the median."""

    condition: Condition
    """Which condition of collaboration."""
    group: Fingerprint
    """The fingerprint of the kind or the level whose scores they were, or of all."""


class Given(Record):
    """One file that was given to somebody."""

    day: Day
    """The day on which it was made."""
    to: Title
    """To whom it was given, in your own words."""
    audience: GivenAudience
    """The edition that it was: for the facilitator, the table, everybody or one party."""
    party: Fingerprint | None = None
    """The fingerprint of the party, where it was for one party."""
    file: Text
    """The name of the file, without its folder."""
    case: Text = ""
    """The name of the case."""
    moment: Day | None = None
    """The moment that the case described."""
    whole: bool = True
    """False for a part of the edition: some of its organisations."""
    organisations: tuple[Fingerprint, ...] = ()
    """The fingerprints of the organisations in it, sorted."""
    statements: tuple[OfAList, ...] = ()
    """The list and the fingerprint of each statement in it, sorted."""
    medians: tuple[GivenMedian, ...] = ()
    """The medians in it."""

    @model_validator(mode="after")
    def _one_party(self) -> Self:
        if (self.audience == "party") != (self.party is not None):
            raise wrong(
                f"an edition for {self.audience!r} {'with' if self.party else 'without'} a party",
                "an edition for a party has 'party', and no other has",
            )
        return self


class GivenLog(Record):
    """What was given of a case: to whom, on which day, and fingerprints of what was in it.

    It is for the facilitator alone.
    """

    netdeps_given: Literal[1] = 1
    """The version of the log's form."""
    salt: Annotated[str, AfterValidator(_salt)]
    """A random text that goes into every fingerprint, so that those of two logs never agree."""
    given: Annotated[tuple[Given, ...], Field(max_length=MOST_GIVEN)] = ()
    """Every file that was given, in the order in which they were noted."""
