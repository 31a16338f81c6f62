"""What a comparison is: a measure of ours, and the call of another program that gives the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from validation.graphs import Example, network
from validation.programs import Program, Values

from netdeps import Network, measures
from netdeps.graph import LayerName
from netdeps.measures import MEASURES
from netdeps.results import Figure, Scores

Ours = Sequence[float | None]
"""The values of ours in the order of the organisations; None where one is undefined."""
Where = Literal["any", "undirected", "directed", "contact", "contribution", "dependency"]


def always(_: Example) -> bool:
    """Whether the two definitions agree here: on every network."""
    return True


def sized(least: int) -> Callable[[Example], bool]:
    """Where the other program has an answer only for so many organisations or more."""
    return lambda example: len(example.nodes) >= least


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One measure, in one form, beside one call of one program."""

    measure: str
    program: Program
    call: str
    on: Where = "any"
    options: Mapping[str, Any] = field(default_factory=dict)
    form: str = ""
    """What of the measure is compared, where it has several fields or forms."""
    take: Callable[[Any, Example], Ours] | None = None
    """How the values of an answer of several fields are put in the order of the program."""
    least: int = 0
    """The smallest network of which both say something; on smaller ones ours is undefined."""
    agrees: Callable[[Example], bool] = always
    """Where the two definitions agree."""
    undefined: float | None = None
    """What the program gives where ours is undefined; None where that never happens."""
    because: str = ""
    """Why ours is undefined there."""
    show: str = "florentine"
    """The network of which the page shows a value, where it fits."""

    @property
    def called(self) -> str:
        """The name of the comparison in a test."""
        return f"{self.measure} {self.form} {self.program} {self.call} on {self.on}"

    def meant_for(self, example: Example) -> bool:
        """Whether it is about networks of this sort, however small."""
        asked = {"any": True, "undirected": not example.directed, "directed": example.directed}
        return asked.get(self.on, self.on == example.layer)

    def fits(self, example: Example) -> bool:
        """Whether it can be made on this network."""
        enough = len(example.nodes) >= self.least
        return enough and self.meant_for(example) and self.agrees(example)

    def ours(self, example: Example) -> Ours:
        """Our values."""
        found = ask(self.measure, network(example), example.layer, self.options)
        return self.take(found, example) if self.take else plain(found, example)


def beside(measure: str, calls: Mapping[Program, str], **fields: Any) -> list[Comparison]:
    """One form of a measure beside the calls of several programs."""
    return [
        Comparison(measure=measure, program=program, call=call, **fields)
        for program, call in calls.items()
    ]


def ask(measure: str, told: Network, layer: LayerName, options: Mapping[str, Any]) -> Any:
    """Ask a measure; those of a layer get the layer."""
    function = getattr(measures, measure)
    if "layer" in getattr(MEASURES[measure], "__kwdefaults__", {}):
        return function(told, layer=layer, **options)
    return function(told, **options)


def plain(found: Any, example: Example) -> Ours:
    """The values of scores or of a figure."""
    if isinstance(found, Scores):
        values = dict(found)
        return [values.get(one) for one in example.nodes]
    if isinstance(found, Figure):
        return [found.value]
    raise TypeError(f"{type(found).__name__} needs a way to take its values")


@dataclass(frozen=True)
class Difference:
    """How far two rows of values are apart, relative to the largest of them where that is above 1."""

    largest: float
    wrong: tuple[str, ...] = ()


def difference(comparison: Comparison, ours: Ours, theirs: Values) -> Difference:
    """Compare value by value; where ours is undefined, theirs has to be what was foreseen."""
    if len(ours) != len(theirs):
        return Difference(math.inf, (f"{len(ours)} values against {len(theirs)}",))
    scale = max([1.0, *(abs(one) for one in theirs if math.isfinite(one))])
    largest, wrong = 0.0, []
    for place, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        if mine is None:
            if not _foreseen(comparison.undefined, other):
                wrong.append(f"value {place}: ours is undefined, theirs is {other}")
        elif math.isfinite(other):
            largest = max(largest, abs(mine - other) / scale)
        else:
            wrong.append(f"value {place}: ours is {mine}, theirs is {other}")
    return Difference(largest, tuple(wrong))


_ROUNDING = 1e-12
"""A 0 of theirs may be what rounding leaves of it."""


def _foreseen(expected: float | None, found: float) -> bool:
    if expected is None:
        return False
    if math.isfinite(expected):
        return abs(found - expected) < _ROUNDING
    return math.isnan(found) if math.isnan(expected) else found == expected
