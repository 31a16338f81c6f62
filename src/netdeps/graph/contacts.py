"""Whether two organisations are in contact at a level: yes, no, disputed, or not asked.

Each party of a pair has an *own report*: yes or no from a statement that it made itself; else no,
if it was asked about its contacts at that level; else unknown. Statements by others, or by nobody
named, count only where neither party has an own report. What a speaker took back later does not
count. A statement without a level holds for every level for which the same speaker says nothing
more precise. Contact across two levels is no contact at either of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, TypeVar

from netdeps.graph.kept import kept
from netdeps.graph.latest import standing
from netdeps.model import LEVELS, Contact, Level, Network, Pair, pair

State = Literal["yes", "no", "disputed", "unknown"]
"""What is known of a contact."""

KeyT = TypeVar("KeyT")
MarkT = TypeVar("MarkT", bound=Hashable)

CERTAINTY: Mapping[str, float] = {"both": 1.0, "one": 0.75, "disputed": 0.5, "others": 0.4}
"""How sure a missing contact is: both parties say no, one says no and the other was not asked,
one says yes and the other no, only others say no. Conventions; only their order carries meaning."""


@dataclass(frozen=True, slots=True)
class ContactState:
    """What is known of the contact between two organisations at one level."""

    state: State
    """Yes, no, disputed (one says yes, the other no), or unknown (nobody was asked)."""
    certainty: float | None
    """How sure a missing contact is; 1 where there is contact, None where nothing is known."""
    quality: float
    """The mean quality that was given; 1 where none was; 0 without contact."""
    because: tuple[str, ...] = ()
    """The statements that it rests on."""


_UNKNOWN = ContactState("unknown", None, 0.0)


@dataclass(frozen=True, slots=True)
class Report:
    """What one party of a pair says of their contact at a level, in its own words or by silence."""

    says: frozenset[bool]
    """Yes, no, or both where it contradicts itself."""
    because: tuple[str, ...] = ()
    """The statements, or the interviews in which it did not name the other."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The levels that an organisation has, and those at which it was asked about its contacts."""

    levels: frozenset[Level]
    asked: frozenset[Level]

    def silence(self, other: Profile, level: Level | None) -> State | None:
        """Tell what it means that nobody said anything about a pair: no, unknown, or nothing."""
        both = self.levels & other.levels & (frozenset({level}) if level else self.levels)
        if not both:
            return None
        return "no" if both <= self.asked | other.asked else "unknown"


class Contacts:
    """Every contact state of a network, looked up by pair and level.

    Examples
    --------
    >>> from netdeps import Network
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "corporation"}],
    ...     interviews=[{"organisation": "care", "level": "governing", "asked": ["contacts"]}],
    ... )
    >>> Contacts(network).state("care", "corporation", "governing").state
    'no'
    >>> Contacts(network).state("care", "corporation", "operational").state
    'unknown'
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._levels = {one.id: frozenset(one.levels) for one in network.organisations}
        self._told: dict[Pair, list[Contact]] = {}
        for contact in standing(network.contacts):
            if not contact.crosses:
                self._told.setdefault(contact.pair, []).append(contact)
        self._memory = kept(network, "contact states", dict[tuple[Pair, Level], ContactState])
        self._overall = kept(
            network, "contact anywhere", dict[tuple[Pair, Level | None], State | None]
        )

    @property
    def told(self) -> Iterator[Pair]:
        """The pairs about whose contact something was said."""
        return iter(self._told)

    @cached_property
    def asked(self) -> Mapping[str, Mapping[Level, tuple[str, ...]]]:
        """The levels at which each organisation was asked about its contacts, with the interviews."""
        found: dict[str, dict[Level, tuple[str, ...]]] = {one: {} for one in self._levels}
        for interview in self.network.interviews:
            if "contacts" not in interview.asked:
                continue
            for level in (interview.level,) if interview.level else LEVELS:
                at = found[interview.organisation]
                at[level] = (*at.get(level, ()), interview.id)
        return found

    def levels(self, first: str, second: str) -> tuple[Level, ...]:
        """Give the levels that both organisations have, from governing to operational."""
        both = self._levels[first] & self._levels[second]
        return tuple(level for level in LEVELS if level in both)

    def state(self, first: str, second: str, level: Level) -> ContactState:
        """Give what is known of the contact between two organisations at a level."""
        key = (pair(first, second), level)
        if key not in self._memory:
            self._memory[key] = self._state(*key)
        return self._memory[key]

    def states(
        self, first: str, second: str, *, level: Level | None = None
    ) -> dict[Level, ContactState]:
        """Give what is known at each level that both organisations have, or at one of them."""
        levels = self.levels(first, second)
        asked = levels if level is None else tuple(one for one in levels if one == level)
        return {one: self.state(first, second, one) for one in asked}

    def report(self, party: str, other: str, level: Level) -> Report | None:
        """Give what a party itself says of its contact with another; None where it is not known."""
        return self._own_report(self._told.get(pair(party, other), []), party, level)

    def anywhere(self, first: str, second: str, *, level: Level | None = None) -> State | None:
        """Tell whether there is contact at any level, or at one.

        It is unknown as long as an unknown level could decide. None where the two have no level
        in common.
        """
        key = (pair(first, second), level)
        if key not in self._overall:
            self._overall[key] = self._anywhere(first, second, level)
        return self._overall[key]

    def profile(self, one: str) -> Profile:
        """Give what decides about a pair of whose contact nobody said anything."""
        return Profile(self._levels[one], frozenset(self.asked[one]))

    def _anywhere(self, first: str, second: str, level: Level | None) -> State | None:
        found = {one.state for one in self.states(first, second, level=level).values()}
        order: tuple[State, ...] = ("yes", "unknown", "disputed", "no")
        return next((state for state in order if state in found), None)

    def _state(self, parties: Pair, level: Level) -> ContactState:
        told = self._told.get(parties, [])
        reports = [self._own_report(told, party, level) for party in parties]
        said = [report.says for report in reports if report]
        if not said:
            return _by_others(_precise(told, level))
        because = tuple(sorted({one for report in reports if report for one in report.because}))
        if set().union(*said) == {True, False}:
            return ContactState("disputed", CERTAINTY["disputed"], 0.0, because)
        if True in said[0]:
            return _in_contact(_precise(told, level), because)
        certainty = CERTAINTY["both" if len(said) == len(parties) else "one"]
        return ContactState("no", certainty, 0.0, because)

    def _own_report(self, told: list[Contact], party: str, level: Level) -> Report | None:
        own = _precise([contact for contact in told if contact.said.by == party], level)
        if own:
            says = frozenset(contact.exists for contact in own)
            return Report(says, tuple(contact.id for contact in own))
        interviews = self.asked[party].get(level)
        return Report(frozenset({False}), interviews) if interviews else None


def contact_states(network: Network) -> dict[Pair, dict[Level, ContactState]]:
    """Give the states of every pair that something was said about, or that a need ties together."""
    contacts = Contacts(network)
    needs = (
        pair(need.depender, dependee)
        for need in network.dependencies
        for dependee in need.dependees
        if dependee in network.names and dependee != need.depender
    )
    return {one: contacts.states(*one) for one in sorted({*contacts.told, *needs})}


def count_pairs(contacts: Contacts, level: Level | None = None) -> Counter[State | None]:
    """Count the pairs of organisations by the state of their contact, at a level or at any.

    Under None stand the pairs that have no level in common.
    """
    return tally(
        contacts,
        lambda one, other: one.silence(other, level),
        lambda parties: contacts.anywhere(*parties, level=level),
    )


def tally(
    contacts: Contacts,
    silent: Callable[[Profile, Profile], KeyT],
    spoken: Callable[[Pair], KeyT],
) -> Counter[KeyT]:
    """Count all pairs of organisations by anything that can be told of them.

    Of a pair about which nothing was said it follows from the profiles of the two (``silent``), of
    which there are few; only the others are looked at one by one (``spoken``).
    """
    profiles = {one: contacts.profile(one) for one in contacts.network.ids}
    return tally_marked(contacts, profiles, silent, spoken)


def tally_marked(
    contacts: Contacts,
    marks: Mapping[str, MarkT],
    silent: Callable[[MarkT, MarkT], KeyT],
    spoken: Callable[[Pair], KeyT],
) -> Counter[KeyT]:
    """Count all pairs of those who have a mark; of a pair that is silent, the two marks decide."""
    count = _silent_pairs(marks.values(), silent)
    for first, second in contacts.told:
        if first in marks and second in marks:
            count[silent(marks[first], marks[second])] -= 1
            count[spoken((first, second))] += 1
    return count


def known_share(contacts: Contacts, level: Level | None = None) -> float | None:
    """Give the share of the pairs of which is known whether they are in contact.

    None where no two organisations have a level in common.
    """
    count = count_pairs(contacts, level)
    possible = sum(number for state, number in count.items() if state)
    return 1 - count["unknown"] / possible if possible else None


def _silent_pairs(marks: Iterable[MarkT], silent: Callable[[MarkT, MarkT], KeyT]) -> Counter[KeyT]:
    """Count the pairs by what silence would mean, from the few different marks."""
    sizes = Counter(marks)
    count: Counter[KeyT] = Counter()
    for (one, n), (other, m) in combinations(sizes.items(), 2):
        count[silent(one, other)] += n * m
    for one, n in sizes.items():
        count[silent(one, one)] += n * (n - 1) // 2
    return count


def _precise(told: list[Contact], level: Level) -> list[Contact]:
    """Keep what is said of this level; of all levels only where a speaker is not more precise."""
    if not told:
        return told
    at_level = [contact for contact in told if contact.level == level]
    speakers = {contact.said.speaker for contact in at_level} - {None}
    return at_level + [c for c in told if c.level is None and c.said.speaker not in speakers]


def _by_others(told: list[Contact]) -> ContactState:
    if not told:
        return _UNKNOWN
    because = tuple(sorted(contact.id for contact in told))
    if any(contact.exists for contact in told):
        return _in_contact(told, because)
    return ContactState("no", CERTAINTY["others"], 0.0, because)


def _in_contact(told: list[Contact], because: tuple[str, ...]) -> ContactState:
    """Make the state of a contact, whose quality is the mean of all that were given."""
    given = [c for c in told if c.exists and c.quality is not None]
    qualities = sorted(c.quality for c in given if c.quality is not None)
    mean = sum(qualities) / len(qualities) if qualities else 1.0
    return ContactState("yes", 1.0, mean, tuple(sorted({*because, *(c.id for c in given)})))
