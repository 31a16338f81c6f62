"""Turning amounts into values, by what one unit of each resource is worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from netdeps.errors import OptionError, check_mapping, one_of, quoted, unknown_name
from netdeps.graph import Flow, Good, as_number
from netdeps.model import Network

Worth: TypeAlias = Mapping[str | tuple[str, str | None], float]
"""What one unit of each resource is worth; by resource and unit where it is counted in several."""

_MOST_WORTH = 1e15


def valued(found: Collection[Flow], worth: Worth | None, network: Network) -> list[Flow]:
    """Turn amounts into values, where it is given what one unit of each resource is worth.

    A price list may say more than is asked for, but nothing of what is no resource of the case.
    """
    if worth is None:
        return list(found)
    rates = _rates({one.good for one in found}, _checked(worth, network))
    return [replace(one.times(rates[one.good]), unit=None) for one in found]


def _checked(worth: Worth, network: Network) -> dict[object, Fraction]:
    expected = "the worth of one unit is expected for each resource, as {'time': 40}"
    check_mapping("worth", worth, expected)
    known = sorted({one.resource for one in network.contributions})
    for key in worth:
        resource = _resource(key)
        if resource not in known:
            raise unknown_name("resource", resource, known)
    return {key: _rate(key, found) for key, found in worth.items()}


def _resource(key: object) -> object:
    return key[0] if isinstance(key, tuple) and key else key


def _rate(key: object, found: object) -> Fraction:
    rate = as_number(found)
    if rate is None or not 0 < rate <= _MOST_WORTH:
        raise OptionError(
            f"the worth {quoted(found)} of {quoted(key)} is not a number above 0 and at most 1e15."
        )
    return rate


def _rates(counted: Collection[Good], worth: Mapping[object, Fraction]) -> dict[Good, Fraction]:
    """Find the worth of one unit of everything that is brought."""
    units: dict[str, list[str | None]] = {}
    for resource, unit in sorted(counted, key=lambda one: (one[0], one[1] or "")):
        units.setdefault(resource, []).append(unit)
    named = {_resource(key) for key in worth}
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
