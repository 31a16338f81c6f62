"""What no option of any measure takes."""

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np
from networks import agreed, asked, gifts, named, needs

from netdeps import NetdepsError, Network


class _Unseen:
    """Something that says nothing about itself."""

    def __repr__(self) -> str:
        raise RuntimeError


NEVER: dict[str, object] = {
    "a truth": True,
    "a word": "no such",
    "bytes": b"x",
    "a fraction above 1": 2.5,
    "not a number": float("nan"),
    "no end": float("-inf"),
    "complex": 1j,
    "far below 0": -(10**400),
    "a list": [1],
    "lists": ["x", []],
    "a tuple": ("x", []),
    "a set": {1},
    "a mapping": {1: 2},
    "a mapping to nothing": {"a": None, "t": None, "any": None},
    "a mapping to a list": {"a": [1], "t": [1], ("a", "b"): [1]},
    "an array": np.array([1, 2]),
    "an object": object(),
    "what cannot be shown": _Unseen(),
}

EXCHANGE = Network(
    organisations=named(*"abcde", kind="municipality"),
    dependencies=needs(*((one, 2, "all", [other]) for one, other in ("ab", "bc", "ca", "de"))),
    contacts=agreed(["ab", "bc", "cd", "de"]),
    interviews=asked(*"abcde"),
    contributions=gifts(("a", "b", 2), ("b", "c", 3), ("c", "a", 1), ("a", "together", 2)),
    hats=[{"organisation": "a", "role": "funder"}, {"organisation": "a", "role": "partner"}],
    issues=[{"id": "outflow", "owner": "a"}],
    governance=[{"form": "shared"}],
)
"""Five that need, speak and give in circles, with something in most lists."""


def options(functions: dict[str, Callable[..., Any]]) -> list[tuple[str, str]]:
    """Give each option of each function, by their names."""
    return [
        (name, option)
        for name, function in functions.items()
        for option, one in inspect.signature(function).parameters.items()
        if one.default is not inspect.Parameter.empty
    ]


def default(function: Callable[..., Any], option: str) -> object:
    return inspect.signature(function).parameters[option].default


def taken(function: Callable[..., Any], option: str) -> list[str]:
    """Tell what an option takes all the same; any error that is not ours goes through."""
    found = []
    for what, wrong in NEVER.items():
        try:
            function(EXCHANGE, **{option: wrong})
        except NetdepsError:
            continue
        found.append(what)
    return found
