"""One figure for the whole network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from netdeps.errors import UndefinedError
from netdeps.results.about import NOTHING, About, Result
from netdeps.results.showing import pandas, table
from netdeps.words import Says

if TYPE_CHECKING:
    import pandas as pd


class Figure(Result):
    """One figure for the whole network: a ``Number``, or ``Undefined`` with the reason."""

    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        """The figure as a plain number, or None where there is none."""
        return float(self) if isinstance(self, Number) else None

    def __float__(self) -> float:
        """Give the plain number, or say why there is none."""
        raise UndefinedError(f"{self.name} is undefined: {self.reason}")

    @property
    def reason(self) -> Says | None:
        """Why there is no number, or None where there is one."""
        return self._reason if isinstance(self, Undefined) else None

    def to_dict(self) -> dict[str, object]:
        """Give everything as plain data that JSON can hold."""
        undefined = {self.name: str(self.reason)} if self.reason else {}
        figure = {"value": self.value, "low": self.low, "high": self.high}
        return {**self.about.head("number"), **figure, "undefined": undefined}

    def to_rows(self) -> list[dict[str, object]]:
        """Give the one row of a table: the value and the bounds that are certain."""
        row: dict[str, object] = {self.name: self.value, "low": self.low, "high": self.high}
        return [{**row, "undefined": str(self.reason)} if self.reason else row]

    def to_pandas(self) -> pd.Series[float]:
        """Give a pandas Series with the value and its bounds."""
        shown = {"value": self.value, "low": self.low, "high": self.high}
        frame: pd.Series[float] = pandas().Series(shown, name=self.name, dtype=float)
        return frame

    def _repr_html_(self) -> str:
        return table(self.about, self.to_rows(), NOTHING)


class Number(float, Figure):
    """A figure that is a plain number, and can say what it rests on.

    ``low`` and ``high`` are what it could be at least and at most once everything is known.
    """

    def __new__(
        cls, value: float, about: About, low: float | None = None, high: float | None = None
    ) -> Self:
        """Make the number, with what it says about itself."""
        number = super().__new__(cls, value)
        number.about, number.low, number.high = about, low, high
        return number

    def __reduce__(self) -> tuple[type[Number], tuple[object, ...]]:
        return type(self), (float(self), self.about, self.low, self.high)


class Undefined(Figure):
    """A figure that has no value, with the reason."""

    def __init__(
        self, reason: Says, about: About, low: float | None = None, high: float | None = None
    ) -> None:
        self._reason, self.about, self.low, self.high = reason, about, low, high

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return f"undefined: {self._reason}"
