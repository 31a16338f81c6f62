"""All coordination that is known, put together component by component."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from netdeps.errors import OptionError, quoted, unknown_name
from netdeps.graph import Contacts, NeedLines, chosen_needs, known_share
from netdeps.measures.brokerage.components import (
    Component,
    Extra,
    brokered,
    given_components,
    open_actions,
    owned_issues,
    work_for_all,
)
from netdeps.model import Level, Network
from netdeps.results import About, Rests, known_of
from netdeps.words import Phrase, Says

OWN = ("issues", "actions", "work", "brokered")
"""The components that a case can hold itself, in the order in which they are told."""


@dataclass(frozen=True)
class Choice:
    """Which coordination is looked at."""

    level: Level | None = None
    issue: str | None = None
    resource: str | None = None
    extra: Extra | None = None


class Coordination:
    """Who does which share of the coordination, by the mean of the components that are known."""

    def __init__(self, network: Network, whole: Network, choice: Choice) -> None:
        self.network, self._choice = network, choice
        self._lines = NeedLines(Contacts(network), level=choice.level, issue=choice.issue)
        self._given = given_components(choice.extra, network, whole)
        self._work = Component() if choice.issue else work_for_all(network, choice.resource)
        found: dict[str, Component | None] = {
            "issues": owned_issues(network, choice.issue),
            "actions": open_actions(network, choice.issue),
            "work": self._work,
            "brokered": brokered(self._lines),
            **self._given,
        }
        self.components = {name: one for name, one in found.items() if one and one.shares}

    @cached_property
    def loads(self) -> dict[str, Fraction]:
        """The share of each organisation in all coordination; together 1."""
        loads = dict.fromkeys(self.network.ids, Fraction(0))
        for component in self.components.values():
            for one, share in component.shares.items():
                loads[one] += share / len(self.components)
        return loads

    @property
    def reason(self) -> Phrase | None:
        """Why nothing can be said, where that is so."""
        if len(self.network.ids) == 1:
            return Phrase("reason.alone")
        return None if self.components else Phrase("reason.no_coordination")

    def because(self, one: str) -> set[str]:
        """Give the statements on which the load of an organisation rests."""
        told = (found.because.get(one, set()) for found in self.components.values())
        return set().union(*told)

    def partners(self, one: str) -> set[str]:
        """Give who has to do with what comes together at an organisation."""
        found = (component.partners.get(one, set()) for component in self.components.values())
        return set().union(*found)

    def askers(self, dependums: Collection[str]) -> dict[str, dict[str, set[str]]] | None:
        """Give who says that it needs one of these from whom: asked, by whom, in which statements.

        None where no needs are named.
        """
        wanted = self._known_dependums(dependums)
        if not wanted:
            return None
        found: dict[str, dict[str, set[str]]] = {one: {} for one in self.network.ids}
        for need in chosen_needs(self.network, issue=self._choice.issue):
            if need.dependum in wanted and need.said.by == need.depender:
                for asked in {*need.dependees} & found.keys() - {need.depender}:
                    found[asked].setdefault(need.depender, set()).add(need.id)
        return found

    def about(self, name: str, rows: Iterable[Rests] = ()) -> About:
        """Say what a measure of the coordination means and what it rests on."""
        return About.of(
            name,
            self.network,
            rows,
            because=(statement for one in self.network.ids for statement in self.because(one)),
            known_share=self._known_contacts,
            caveats=self._caveats(),
        )

    @property
    def _known_contacts(self) -> float | None:
        """The share of the contacts that is known, where lines of others are counted."""
        if not self._lines.needs or "brokered" in self._given:
            return None
        return known_share(self._lines.contacts, self._choice.level)

    def _caveats(self) -> Iterator[Says]:
        known = self._known_contacts
        if partly := known_of("contact", known):
            yield from (*partly, Phrase("caveat.ways_can_change"))
        if known is not None and self._lines.unasked:
            yield Phrase.of("caveat.pairs_not_asked", {"count": self._lines.unasked})
        if self._work.uncounted and "work" not in self._given:
            yield Phrase.of("caveat.work_not_counted", {"resources": self._work.uncounted})
        for name, component in self._given.items():
            if component is None:
                yield Phrase.of("caveat.component_not_known", {"component": called(name)})
        yield from self._same()

    def _same(self) -> Iterator[Phrase]:
        """Warn where what was given is divided just as something else: it may count twice."""
        for one, other in combinations(self.components, 2):
            if {one, other}.isdisjoint(self._given):
                continue
            if self.components[one].shares == self.components[other].shares:
                facts = {"first": called(one), "second": called(other)}
                yield Phrase.of("caveat.component_twice", facts)

    def _known_dependums(self, dependums: Collection[str]) -> set[str]:
        if isinstance(dependums, str | Mapping) or not isinstance(dependums, Collection):
            found = "one word" if isinstance(dependums, str) else "no list"
            raise OptionError(
                f"dependums={quoted(dependums)} is {found}; a list of words is expected."
            )
        known = {one.dependum for one in self.network.dependencies}
        for dependum in dependums:
            if not (isinstance(dependum, str) and dependum in known):
                raise unknown_name("dependum", dependum, sorted(known))
        return set(dependums)


def called(name: str) -> Says | str:
    """Give what people call a component."""
    return Phrase(f"finding.coordination_load.{name}") if name in OWN else name
