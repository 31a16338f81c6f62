"""Where programs give one name to different figures: which is ours, and how to get theirs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from validation.comparison import Ours, ask, plain
from validation.graphs import Example, named, network
from validation.programs import Program

FromOurs = Callable[[Example], Iterable[float]]


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """The figure of another program, and what makes it out of ours."""

    program: Program
    call: str
    way: str
    """In words, how it follows from ours; "the same …" where it is no other figure."""
    follows: FromOurs | None
    """The same as a computation on our results, which a test holds against their answer; None where
    theirs is an error of rounding or of programming."""


@dataclass(frozen=True, kw_only=True)
class Convention:
    """One difference of definition, shown on one network."""

    title: str
    text: str
    measure: str
    on: str
    options: dict[str, Any] = field(default_factory=dict)
    who: str = ""
    """The organisation whose value is shown, for measures that give one to each."""
    take: Callable[[Any, Example], Ours] = plain
    theirs: tuple[Theirs, ...]

    @property
    def place(self) -> int:
        """Where the value that is shown stands among the values."""
        return named(self.on).nodes.index(self.who) if self.who else 0

    def ours(self) -> Ours:
        """Our values."""
        example = named(self.on)
        found = ask(self.measure, network(example), example.layer, self.options)
        return self.take(found, example)


def values(example: Example, measure: str, **options: Any) -> np.ndarray:
    """Our values as an array."""
    found = ask(measure, network(example), example.layer, options)
    return np.array([float("nan") if one is None else one for one in plain(found, example)])


def turned(example: Example) -> Example:
    """The same with every arrow the other way round."""
    return replace(example, ties=tuple((b, a, value) for a, b, value in example.ties))
