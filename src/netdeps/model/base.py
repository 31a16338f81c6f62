"""What every record is: frozen, with no field that the contract does not know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NoReturn, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

# The only way to turn pydantic's error into ours when a record is made by hand, while
# nested records keep pydantic's own error, which knows the place of each of them.
from pydantic._internal._model_construction import ModelMetaclass
from pydantic_core import PydanticCustomError

from netdeps.errors import FrozenRecordError, InvalidRecordsError, quoted
from netdeps.model.problems import problems_of

Level = Literal["governing", "management", "operational"]
"""One of the three levels at which organisations know each other."""

LEVELS: tuple[Level, ...] = ("governing", "management", "operational")
"""The levels, from those who decide to those who do the work."""

Mode = Literal["any", "all"]
Visibility = Literal["public", "table", "facilitator"]
"""Who may see a statement: everybody, those at the table, or the facilitator alone."""

VISIBILITIES: tuple[Visibility, ...] = ("public", "table", "facilitator")
"""From what everybody may see to what the facilitator alone may see."""

Setting = Literal["interview", "bilateral", "table", "document"]

ONE_TO_ONE: frozenset[Setting] = frozenset({"interview", "bilateral"})
"""Where something is told to one other; elsewhere it is told openly."""

Language = Literal["nl", "en"]
"""Dutch or English."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")
"""The languages that netdeps speaks."""

OUTSIDE = "outside"
"""Stands for whoever can meet a need and is not in the network."""

TOGETHER = "together"
"""Stands for the common pot: the taker of what is brought for everybody."""

Lost = Literal["drop", "forget", "outside"]
_DATE = "a date as YYYY-MM-DD is expected"


@dataclass(frozen=True)
class Refers:
    """Says of a field what its ids refer to, and what becomes of it when that is left out.

    ``drop``: the record means nothing without it; ``forget``: only the mention goes;
    ``outside``: it is still somebody, but no longer in the network; where the field is
    ``required`` and nobody else is left in it, the record means nothing any more.
    """

    to: Literal["organisations", "issues", "kinds"]
    lost: Lost = "forget"
    also: tuple[str, ...] = ()
    required: bool = False


def wrong(found: str, expected: str, suggestion: str = "") -> PydanticCustomError:
    """Make the error for a rule that a record breaks."""
    facts = {"found": found, "expected": expected, "suggestion": suggestion}
    return PydanticCustomError("netdeps", "{found}; {expected}", facts)


def _plain_id(text: str) -> str:
    if text != text.strip() or not text.isprintable() or "|" in text:
        raise wrong(
            f"{text!r} cannot be an id",
            "an id has no spaces around it, no control characters and no '|'",
            f"For example {''.join(c for c in text.strip() if c.isprintable() and c != '|')!r}.",
        )
    return text


def _plain_id_or_none(text: str) -> str:
    return _plain_id(text) if text else text


def _plain_text(text: str) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise wrong("the text holds half a character", "whole characters are expected")
    if "\x00" in text:
        raise wrong("the text holds a NUL character", "text is expected", "Remove that character.")
    return text


def _day(value: object) -> object:
    """Refuse a bare number, which would otherwise count as seconds since 1970."""
    if isinstance(value, bool | int | float):
        raise wrong(f"{value!r} is not a date", _DATE)
    if isinstance(value, str) and value.lstrip("+-").replace(".", "").isdigit():
        raise wrong(f"{quoted(value)} was found", _DATE)
    return value


def _number(value: object) -> object:
    """Refuse yes and no, which would otherwise count as 1 and 0."""
    if isinstance(value, bool):
        raise wrong(f"{value} was found", "a number is expected")
    return value


Id = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_plain_id)]
OwnId = Annotated[str, Field(max_length=200), AfterValidator(_plain_id_or_none)]
Text = Annotated[str, AfterValidator(_plain_text)]
Title = Annotated[str, Field(min_length=1), AfterValidator(_plain_text)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Numeric = BeforeValidator(_number)
Share = Annotated[float, Field(ge=0, le=1), Numeric]
Amount = Annotated[float, Field(ge=0, le=1e15), Numeric]

Party = Annotated[Id, Refers("organisations", lost="drop")]
Mention = Annotated[Id, Refers("organisations")]
Dependee = Annotated[Id, Refers("organisations", "outside", also=(OUTSIDE,), required=True)]
Condition = Annotated[Id, Refers("organisations", "outside", also=(OUTSIDE,))]
Speaker = Annotated[Id, Refers("organisations", "outside", also=(OUTSIDE,))]
Taker = Annotated[Id, Refers("organisations", lost="drop", also=(TOGETHER,))]
IssueId = Annotated[Id, Refers("issues")]
OwnIssue = Annotated[Id, Refers("issues", lost="drop")]
KindId = Annotated[Id, Refers("kinds")]


class RecordType(ModelMetaclass):
    """Makes a record that is built by hand refuse in netdeps' own words."""

    def __call__(cls, *args: Any, **fields: Any) -> Any:  # noqa: ANN401, N805 - a metaclass passes on
        """Build the record, or raise every problem at once."""
        try:
            return super().__call__(*args, **fields)
        except ValidationError as error:
            raise InvalidRecordsError(problems_of(error, cls), cls.__name__) from error


class Record(BaseModel, metaclass=RecordType):
    """Something that cannot change once it is made."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a record never changes."""
        raise FrozenRecordError(
            f"a {type(self).__name__} cannot change; make another one with "
            f".with_fields({{{name!r}: …}})"
        )

    def with_fields(self, fields: Mapping[str, object]) -> Self:
        """Give a record that is like this one but for these fields, checked like any other."""
        own = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**own, **fields})


class Said(Record):
    """Who said it, where, when, how sure, and who may see it."""

    by: Speaker | None = None
    """The organisation that said it; left out when nobody is named; ``outside`` for somebody who
    does not take part. It is never taken for the word of those whom it is about."""
    level: Level | None = None
    """The level that the speaker works at."""
    person: Text | None = None
    """A pseudonym of the speaker, never a name."""
    hat: Text | None = None
    """The role in which it was said, where an organisation has several."""
    setting: Setting | None = None
    """In an interview, bilaterally, at the table, or in a document."""
    date: Day | None = None
    """When it was said."""
    confidence: Share = 1.0
    """The chance that it is true, from 0 to 1."""
    visibility: Visibility = "facilitator"
    """Who may see it; a reader who is not named here never does."""
    source: Text | None = None
    """Where it can be read: a document with its page or paragraph."""
    remark: Text | None = None
    """What was said with it, in the words of the speaker."""

    @property
    def speaker(self) -> str | None:
        """The organisation that said it, where one that takes part is named."""
        return None if self.by == OUTSIDE else self.by


class Statement(Record):
    """A record that somebody told us; the same thing told by two parties is two statements."""

    id: OwnId = ""
    """A short name for this record; left out, the network gives it one."""
    said: Said = Said()
    """Who said it, where, when, how sure, and who may see it."""
    illustrative: bool = False
    """True for what was made up to complete an example, so that nobody takes it for a fact."""
