"""Of what the coordination of a collaboration is made, and how each part of it is divided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from netdeps.errors import OptionError, check_mapping, quoted
from netdeps.graph import NeedLines, as_number, carried, flows
from netdeps.model import TOGETHER, Network

Extra = Mapping[str, Mapping[str, float | None]]
"""Components that are not in the case: name, organisation, amount; None where it is not known."""


@dataclass
class Component:
    """One sort of coordination: how much of it each organisation does, and with whom."""

    amounts: dict[str, Fraction] = field(default_factory=dict)
    because: dict[str, set[str]] = field(default_factory=dict)
    """The statements that say so."""
    partners: dict[str, set[str]] = field(default_factory=dict)
    """Who has to do with it."""
    uncounted: tuple[str, ...] = ()
    """The resources of which it was not said how much was brought."""

    def add(
        self, who: str, amount: Fraction, told: Iterable[str], partners: Iterable[str] = ()
    ) -> None:
        """Count some more for an organisation."""
        self.amounts[who] = self.amounts.get(who, Fraction(0)) + amount
        self.because.setdefault(who, set()).update(told)
        self.partners.setdefault(who, set()).update(partners)

    @cached_property
    def shares(self) -> dict[str, Fraction]:
        """The share of whoever does some of it; empty where there is nothing to divide."""
        total = sum(self.amounts.values(), Fraction(0))
        return {one: amount / total for one, amount in self.amounts.items() if amount}


def owned_issues(network: Network, issue: str | None) -> Component:
    """Count the issues that each organisation sees to."""
    found = Component()
    for one in network.issues:
        if one.owner and issue in {None, one.id}:
            found.add(one.owner, Fraction(1), [one.id], one.involved)
    return found


def open_actions(network: Network, issue: str | None) -> Component:
    """Count the agreements that are not done yet, each divided over those who will do it."""
    found = Component()
    for one in network.agreements:
        if not one.done and issue in {None, one.issue}:
            who = set(one.who)
            for each in who:
                found.add(each, Fraction(1, len(who)), [one.id], who)
    return found


def work_for_all(network: Network, resource: str | None) -> Component:
    """Divide what was brought for everybody: each resource and unit by itself, then their mean."""
    brought: dict[tuple[str, str | None], Component] = {}
    uncounted = set()
    for flow in flows(network, resource=resource):
        if flow.taker != TOGETHER:
            continue
        key = flow.good
        if flow.amount is None:
            uncounted.add(key)
        else:
            brought.setdefault(key, Component()).add(flow.giver, flow.amount, flow.because)
    counted = [one for key, one in brought.items() if key not in uncounted and one.shares]
    return _mean(counted, tuple(sorted({resource for resource, _ in uncounted})))


def brokered(lines: NeedLines) -> Component:
    """Add up the lines of others that run through each organisation, by how badly they are needed."""
    found = Component()
    loads = carried((route.need.requirement, route.way) for route in lines.routes)
    for one, load in loads.items():
        found.add(one, Fraction(load), ())
    for route in lines.routes:
        for one in route.way.via:
            found.add(one, Fraction(0), route.because, route.need.parties)
    return found


def given_components(
    extra: Extra | None, network: Network, whole: Network
) -> dict[str, Component | None]:
    """Take the components that are not in the case; None where an amount is not known.

    Organisations of the ``whole`` that are no part of the ``network`` are left out.
    """
    if extra is None:
        return {}
    check_mapping("components", extra, "the amounts of each component are expected, by its name")
    for name in extra:
        if not isinstance(name, str):
            raise OptionError(f"the component {quoted(name)} has no name; a text is expected.")
    return {name: _given(name, extra[name], network, whole) for name in sorted(extra)}


def _given(
    name: str, amounts: Mapping[str, float | None], network: Network, whole: Network
) -> Component | None:
    expected = "the amount of each organisation is expected, by its id"
    check_mapping(f"components[{name!r}]", amounts, expected)
    given = {whole.organisation(who).id: _amount(name, who, one) for who, one in amounts.items()}
    found = Component()
    for who in network.ids if given else ():
        amount = given.get(who)
        if amount is None:
            return None
        found.add(who, amount, ())
    return found


def _mean(parts: list[Component], uncounted: tuple[str, ...]) -> Component:
    """Put several sorts of work together so that each counts alike: by their shares."""
    found = Component(uncounted=uncounted)
    for part in parts:
        for who, share in part.shares.items():
            found.add(who, share, part.because[who])
    return found


def _amount(name: str, who: str, found: object) -> Fraction | None:
    if found is None:
        return None
    amount = as_number(found)
    if amount is None or amount < 0:
        where = f"of {quoted(who)} in the component {quoted(name)}"
        raise OptionError(f"the amount {quoted(found)} {where} is not a number of 0 or more.")
    return amount
