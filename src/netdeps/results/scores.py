"""A number for each organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar, overload

from netdeps.errors import UndefinedError, unknown_name
from netdeps.model import Fixed
from netdeps.results.about import NOTHING, About, Result
from netdeps.results.showing import SHOWN, pandas, table, text
from netdeps.words import Says, number, visible

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


class Scores(Mapping[str, float], Result):
    """A number for each organisation, by its id; whoever has no number has a reason.

    Examples
    --------
    >>> from netdeps import measures, Network
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "corporation"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["corporation"]}],
    ... )
    >>> measures.in_degree(network)["corporation"]
    1.0
    """

    def __init__(
        self,
        values: Mapping[str, float],
        about: About,
        undefined: Mapping[str, Says] = NOTHING,
    ) -> None:
        self._values = Fixed(dict(sorted(values.items())))
        self.about = about
        self.undefined: Mapping[str, Says] = Fixed(dict(sorted(undefined.items())))

    def __getitem__(self, organisation: str) -> float:
        if organisation in self._values:
            return self._values[organisation]
        if organisation in self.undefined:
            reason = self.undefined[organisation]
            raise UndefinedError(f"{self.name} of {organisation!r} is undefined: {reason}")
        raise unknown_name("organisation", organisation, sorted({*self._values, *self.undefined}))

    @overload
    def get(self, organisation: str, default: None = None) -> float | None: ...
    @overload
    def get(self, organisation: str, default: float) -> float: ...
    @overload
    def get(self, organisation: str, default: T) -> float | T: ...
    def get(self, organisation: str, default: object = None) -> object:
        """Give the score of an organisation, or ``default`` where it has none."""
        return self._values.get(organisation, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, organisation: object) -> bool:
        return organisation in self._values

    def top(self, most: int = SHOWN) -> list[tuple[str, float]]:
        """Give the highest scores, highest first; whoever ties with the last one comes along."""
        ranked = sorted(self._values.items(), key=lambda item: (-item[1], item[0]))
        if most <= 0 or len(ranked) <= most:
            return ranked[: max(most, 0)]
        least = ranked[most - 1][1]
        return [item for item in ranked if item[1] >= least]

    def to_dict(self) -> dict[str, object]:
        """Give everything as plain data that JSON can hold."""
        undefined = {name: str(reason) for name, reason in self.undefined.items()}
        return {**self.about.head("scores"), "values": dict(self._values), "undefined": undefined}

    def to_pandas(self) -> pd.Series[float]:
        """Give a pandas Series by organisation; undefined scores are missing from it.

        Raises
        ------
        MissingLibraryError
            When pandas is not installed.
        """
        frame: pd.Series[float] = pandas().Series(dict(self._values), name=self.name, dtype=float)
        return frame

    def to_rows(self) -> list[dict[str, object]]:
        """Give a row per organisation: its score, or why it has none."""
        rows: list[dict[str, object]] = []
        for one, score in self.top(len(self)):
            rows.append({"organisation": one, self.name: score})
        for one, reason in self.undefined.items():
            rows.append({"organisation": one, self.name: None, "undefined": str(reason)})
        return rows

    def __repr__(self) -> str:
        return text(self.about, self._lines(), len(self), self.undefined)

    def _repr_html_(self) -> str:
        return table(self.about, self.to_rows(), self.undefined)

    def _lines(self) -> list[str]:
        shown = self.top()[: 2 * SHOWN]
        called = {one: visible(self.about.names.get(one, one)) for one, _ in shown}
        width = max(map(len, called.values()), default=0)
        return [f"{called[one]:<{width}}  {number(score, 'en', digits=3)}" for one, score in shown]
