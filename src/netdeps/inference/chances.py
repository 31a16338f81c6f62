"""The chance that one stands above another, where it is not sure of every statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Literal, get_args

from netdeps.errors import OptionError, quoted, unknown_name
from netdeps.inference.looking import Measure, label, seen, without_value
from netdeps.inference.ways import Limits
from netdeps.inference.worlds import MOST_WORLDS, Worlds
from netdeps.model import Network
from netdeps.results import Key
from netdeps.results.showing import plain

Outcome = Literal["above", "tie", "below", "undefined"]


@dataclass(frozen=True)
class Chance:
    """The chances of who stands above whom; together 1."""

    first: Key
    """What the one is about: the ``key`` of a finding, or an organisation by itself."""
    second: Key
    """What the other is about."""
    above: float
    """The chance that the first has the higher value."""
    tie: float
    """The chance that they are equal."""
    below: float
    """The chance that the second has the higher value."""
    undefined: float
    """The chance that one of them has no value."""
    exact: bool
    """Whether every world was looked at, or a sample."""
    worlds: int
    """How many worlds were looked at, or drawn."""
    seed: int | None
    """The seed of the sample; None where every world was looked at."""

    def to_dict(self) -> dict[str, object]:
        """Give everything as plain data that JSON can hold."""
        return {one.name: plain(getattr(self, one.name)) for one in fields(self)}


def chance_above(
    network: Network,
    measure: Measure,
    first: str | Key,
    second: str | Key,
    *,
    worlds: int = 2000,
    most: int = MOST_WORLDS,
    seed: int = 0,
) -> Chance:
    """The chance that one organisation, or one finding, really stands above another.

    The worlds are those of ``rank_stability``: each uncertain statement is there with its chance,
    apart from the others. Of scores, ``first`` and ``second`` are organisations; of findings, they
    are the ``key`` of each. Above, equal, below and undefined (one of them has no value) add up to 1.
    For the facilitator alone.

    Raises
    ------
    OptionError
        When what the measure gives is not ranked or cannot be told apart, or a number is too small.
    UnknownNameError
        When one of the two is found neither in the network as it is nor in any world.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, inference, measures
    >>> said = [("c", "a", 1), ("d", "a", 0.5), ("c", "b", 0.9)]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     dependencies=[
    ...         {"depender": depender, "dependum": "help", "dependees": [dependee],
    ...          "said": {"confidence": chance}}
    ...         for depender, dependee, chance in said
    ...     ],
    ... )
    >>> found = inference.chance_above(network, measures.in_degree, "a", "b")
    >>> found.above, found.tie, found.below
    (0.55, 0.45, 0.0)
    """
    one, other = _key(first), _key(second)
    found = Worlds.of(network, measure, Limits(most, worlds, seed, "worlds"))
    known = {*seen(found.now), *without_value(found.now)}
    chances: dict[Outcome, Fraction] = dict.fromkeys(get_args(Outcome), Fraction(0))
    for world in found:
        known |= world.values.keys()
        chances[_compared(world.values, one, other)] += world.weight
    _check_known(known, one, other)
    return Chance(
        first=one,
        second=other,
        above=float(chances["above"]),
        tie=float(chances["tie"]),
        below=float(chances["below"]),
        undefined=float(chances["undefined"]),
        exact=found.tried.exact,
        worlds=found.tried.number,
        seed=None if found.tried.exact else seed,
    )


def _key(named: str | Key) -> Key:
    if isinstance(named, str):
        return (named,)
    if isinstance(named, tuple) and _can_be_looked_up(named):
        return named
    raise OptionError(f"{quoted(named)} is neither an organisation nor the key of a finding.")


def _can_be_looked_up(named: Key) -> bool:
    try:
        hash(named)
    except TypeError:  # it holds a list, say
        return False
    return True


def _compared(values: Mapping[Key, float], one: Key, other: Key) -> Outcome:
    if one not in values or other not in values:
        return "undefined"
    if values[one] == values[other]:
        return "tie"
    return "above" if values[one] > values[other] else "below"


def _check_known(known: set[Key], *asked: Key) -> None:
    for key in asked:
        if key not in known:
            raise unknown_name("organisation or finding", label(key), sorted(map(label, known)))
