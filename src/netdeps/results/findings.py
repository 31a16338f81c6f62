"""Findings of one sort: rows with fields for programs and sentences for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias, TypeVar, overload

from netdeps.model import Fixed
from netdeps.results.about import NOTHING, About, Result
from netdeps.results.showing import SHOWN, pandas, plain, table, text
from netdeps.words import Fact, Says, say

if TYPE_CHECKING:
    import pandas as pd

Key: TypeAlias = tuple[object, ...]
"""What a finding is about, as plain values: the two parties, say, or two kinds and a level."""

_IDENTITY = (
    "organisation",
    "parties",
    "depender",
    "dependee",
    "from_kind",
    "to_kind",
    "members",
    "stuck",
    "dropped",
    "need",
    "agreement",
    "table",
    "issue",
    "theme",
    "level",
    "resource",
    "unit",
    "dossier",
)
"""The fields that say what a finding is about, for rows that do not list theirs."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One finding. What other programs may rely on are its fields."""

    words: ClassVar[str] = ""
    identity: ClassVar[tuple[str, ...]] = ()
    """The fields that say what the finding is about; left empty, those that usually do."""
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING, repr=False, compare=False)
    """What people call each organisation."""

    @property
    def rank(self) -> float | None:
        """What the row is ranked by, most first; None where rows are not ranked."""
        return None

    @property
    def key(self) -> Key:
        """What the finding is about, so that it can be found again in another network.

        The values of the fields under ``identity``, or else of those that usually say so: the
        organisation, the parties, the kinds, the need, the issue, the level, the dossier, …
        """
        own = {one.name for one in fields(self)}
        names = self.identity or (name for name in _IDENTITY if name in own)
        return tuple(getattr(self, name) for name in names)

    def facts(self) -> Mapping[str, Fact]:
        """Give what the sentence of the row is made of."""
        return {}

    @property
    def form(self) -> str:
        """Which of the sentences about such a finding fits this one."""
        return "sentence"

    @property
    def asks(self) -> str:
        """Which of the questions about such a finding fits this one."""
        return "question"

    @property
    def doubts(self) -> str:
        """Which of the opposite readings of such a finding fits this one."""
        return "otherwise"

    def sentence(self, language: str = "en") -> str:
        """Say in one sentence what was found: the line, never a verdict on a party."""
        return say(f"finding.{self.words}.{self.form}", language, self.facts())

    def question(self, language: str = "en") -> str:
        """Ask the question that belongs on the table."""
        return say(f"finding.{self.words}.{self.asks}", language, self.facts())

    def otherwise(self, language: str = "en") -> str:
        """Give the opposite reading: how it could be that this is not so."""
        return say(f"finding.{self.words}.{self.doubts}", language, self.facts())

    def to_dict(self) -> dict[str, object]:
        """Give the row as plain data that JSON can hold, without its inner fields (``repr=False``)."""
        shown = (one.name for one in fields(self) if one.repr)
        return {name: plain(getattr(self, name)) for name in shown}

    def called(self, organisation: str) -> str:
        """Give what people call an organisation."""
        return self.names.get(organisation, organisation)


RowT = TypeVar("RowT", bound=Row)


class Findings(Sequence[RowT], Result, Generic[RowT]):
    """Findings of one sort, in the order that the measure states; a sequence that cannot change."""

    def __init__(
        self,
        rows: Sequence[RowT],
        about: About,
        undefined: Mapping[str, Says] = NOTHING,
    ) -> None:
        self._rows = tuple(rows)
        self.about = about
        self.undefined: Mapping[str, Says] = Fixed(dict(sorted(undefined.items())))

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[RowT]: ...
    def __getitem__(self, index: int | slice) -> RowT | Sequence[RowT]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and (self.name, self._rows) == (
            other.name,
            other._rows,
        )

    def __hash__(self) -> int:
        return hash((self.name, len(self._rows)))

    def top(self, most: int = SHOWN) -> tuple[RowT, ...]:
        """Give the first rows; whatever ranks equal to the last one comes along."""
        if most <= 0 or len(self._rows) <= most:
            return self._rows[: max(most, 0)]
        least = self._rows[most - 1].rank
        equal = (row for row in self._rows[most:] if least is not None and row.rank == least)
        return (*self._rows[:most], *equal)

    def where(self, holds: Callable[[RowT], bool]) -> Findings[RowT]:
        """Give the findings for which something holds, for example ``lambda row: …``."""
        return Findings([row for row in self._rows if holds(row)], self.about, self.undefined)

    def to_rows(self) -> list[dict[str, object]]:
        """Give the rows as plain data that JSON can hold."""
        return [row.to_dict() for row in self._rows]

    def to_dict(self) -> dict[str, object]:
        """Give everything as plain data that JSON can hold."""
        undefined = {name: str(reason) for name, reason in self.undefined.items()}
        return {**self.about.head("findings"), "rows": self.to_rows(), "undefined": undefined}

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas DataFrame with a row per finding.

        Raises
        ------
        MissingLibraryError
            When pandas is not installed.
        """
        frame: pd.DataFrame = pandas().DataFrame(self.to_rows())
        return frame

    def __repr__(self) -> str:
        return text(self.about, [row.sentence() for row in self._rows], len(self), self.undefined)

    def _repr_html_(self) -> str:
        return table(self.about, self.to_rows(), self.undefined)
