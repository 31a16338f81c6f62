"""Turning amounts into values, by what one unit of each resource is worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from netdeps.errors import OptionError, one_of, quoted
from netdeps.graph import Flow, exact

Worth: TypeAlias = Mapping[str | tuple[str, str | None], float]
"""What one unit of each resource is worth; by resource and unit where it is counted in several."""

_MOST_WORTH = 1e15
_Counted = tuple[str, str | None]


def valued(found: Collection[Flow], worth: Worth | None) -> list[Flow]:
    """Turn amounts into values, where it is given what one unit of each resource is worth."""
    if worth is None:
        return list(found)
    rates = _rates({_counted(one) for one in found}, _checked(worth))
    return [replace(one, unit=None, amount=_value(one, rates[_counted(one)])) for one in found]


def _counted(one: Flow) -> _Counted:
    return one.resource, one.unit


def _value(one: Flow, rate: Fraction) -> Fraction | None:
    return None if one.amount is None else one.amount * rate


def _checked(worth: object) -> dict[object, Fraction]:
    if not isinstance(worth, Mapping):
        raise OptionError(
            f"worth={quoted(worth)} is no mapping; the worth of one unit is expected for each "
            "resource, as {'time': 40}."
        )
    return {key: _rate(key, found) for key, found in worth.items()}


def _rate(key: object, found: object) -> Fraction:
    rate = None if isinstance(found, bool | str) else _number(found)
    if rate is None or not 0 < rate <= _MOST_WORTH:
        raise OptionError(
            f"the worth {quoted(found)} of {quoted(key)} is not a number above 0 and at most 1e15."
        )
    return exact(rate)


def _number(found: object) -> float | None:
    try:
        return float(found)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None


def _rates(
    counted: Collection[_Counted], worth: Mapping[object, Fraction]
) -> dict[_Counted, Fraction]:
    """Find the worth of one unit of everything that is brought."""
    units: dict[str, list[str | None]] = {}
    for resource, unit in sorted(counted, key=lambda one: (one[0], one[1] or "")):
        units.setdefault(resource, []).append(unit)
    named = {key[0] if isinstance(key, tuple) and key else key for key in worth}
    missing = [resource for resource in units if resource not in named]
    if missing:
        raise OptionError(
            f"worth says nothing about {one_of(missing)}; what one unit is worth is expected for "
            f"each resource: {one_of(units)}."
        )
    for resource, several in units.items():
        _check_units(resource, several, worth)
    return {one: worth[one] if one in worth else worth[one[0]] for one in counted}


def _check_units(
    resource: str, units: Collection[str | None], worth: Mapping[object, Fraction]
) -> None:
    """Refuse one worth for several units, and the worth of a unit that is not used."""
    if all((resource, unit) in worth for unit in units) or (len(units) == 1 and resource in worth):
        return
    example = next((unit for unit in units if (resource, unit) not in worth), None)
    raise OptionError(
        f"{quoted(resource)} is counted in {_listed(units)}; the worth of one unit is expected "
        f"for each, as {(resource, example)!r}."
    )


def _listed(units: Iterable[str | None]) -> str:
    return " and ".join("no unit" if unit is None else quoted(unit) for unit in units)
