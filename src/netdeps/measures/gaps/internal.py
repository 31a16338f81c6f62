"""The line inside one organisation, from who decides to who does the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from netdeps.graph import Selection, State, selected
from netdeps.model import LEVELS, Contact, Level, Network
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase

Ends = tuple[tuple[str, str], ...]
"""The two ends of contact across levels, each a part with its level, in a fixed order."""


@dataclass(frozen=True, kw_only=True)
class InternalGap(Row):
    """Two levels of one organisation between which no line is known, or only a disputed one."""

    words: ClassVar[str] = "internal_gap"
    identity: ClassVar[tuple[str, ...]] = ("organisation", "levels")

    organisation: str
    """The organisation, with all its parts."""
    levels: tuple[Level, Level]
    """The two levels, the upper one first."""
    state: State
    """``no``, or ``disputed`` where those inside contradict each other."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits: there is no line, or they disagree about it."""
        return self.state

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        upper, lower = (Phrase(f"level.{one}") for one in self.levels)
        return {"organisation": self.called(self.organisation), "upper": upper, "lower": lower}


@dataclass(frozen=True)
class InternalLink:
    """What is known of the line between two levels inside an organisation."""

    organisation: str
    levels: tuple[Level, Level]
    state: State
    because: tuple[str, ...]


def internal_gaps(network: Network, *, inside: str | None = None) -> Findings[InternalGap]:
    """In which organisations no line is known between those who decide and those who do the work.

    An organisation with its parts has a line between two neighbouring levels where there is contact
    *across* those levels: between two of its parts, or within one of them (``level`` and
    ``other_level`` of a contact). Of the levels that it has, itself or through its parts, each and
    the next are looked at; contact that skips a level in between is no such line.

    What others say counts only where nobody inside says anything, and then a yes comes before a no.
    One contact is enough for a line. What is said of the organisation itself holds for all its
    parts; where it is contradicted and no other contact makes the line, the line is disputed. Silence is no answer here: who is asked about contacts thinks of others, so a line
    that nobody spoke of is a question and not a gap. What is missing comes first, then what is disputed.

    Raises
    ------
    UnknownNameError
        When an organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "desk", "part_of": "city"}],
    ...     contacts=[{"between": ["city", "desk"], "level": "management",
    ...                "other_level": "operational", "exists": False, "said": {"by": "desk"}}],
    ... )
    >>> [(gap.organisation, gap.levels, gap.state) for gap in measures.internal_gaps(network)]
    [('city', ('management', 'operational'), 'no')]
    """
    part = selected(network, Selection(inside=inside))
    gaps = [link for link in _links(part) if link.state in {"no", "disputed"}]
    gaps.sort(key=lambda link: (link.state != "no", link.organisation))
    rows = [_gap(link, part) for link in gaps]
    return Findings(rows, About.of("internal_gaps", part, rows))


def unknown_links(network: Network) -> list[InternalLink]:
    """Give the lines inside organisations that nobody spoke of, as questions to ask.

    Only of organisations that have parts, or of which some line inside was spoken of.
    """
    links = list(_links(network))
    spoken = {link.organisation for link in links if link.because}
    whole = {one.part_of for one in network.organisations}
    asked = spoken | whole
    return [link for link in links if link.state == "unknown" and link.organisation in asked]


def _links(network: Network) -> Iterator[InternalLink]:
    """Give every line between neighbouring levels of every organisation, in the order of their ids."""
    within = {one: {one, *network.wholes_of(one)} for one in network.ids}
    levels: dict[str, set[Level]] = {one: set() for one in network.ids}
    for one in network.organisations:
        for whole in within[one.id]:
            levels[whole].update(one.levels)
    told = _told(network, within)
    for organisation in network.ids:
        for upper, lower in pairwise(level for level in LEVELS if level in levels[organisation]):
            said = told.get((organisation, frozenset({upper, lower})), [])
            inside = [one for one in said if organisation in within.get(one.said.by or "", ())]
            heard = inside or [one for one in said if one.exists] or said
            because = tuple(sorted(one.id for one in heard))
            yield InternalLink(organisation, (upper, lower), _state(heard, organisation), because)


def _told(
    network: Network, within: Mapping[str, set[str]]
) -> dict[tuple[str, frozenset[Level | None]], list[Contact]]:
    """Give what is said of contact across levels, for each organisation that holds both ends."""
    found: dict[tuple[str, frozenset[Level | None]], list[Contact]] = {}
    for contact in network.contacts:
        first, second = contact.between
        for whole in within[first] & within[second] if contact.crosses else ():
            key = (whole, frozenset({contact.level, contact.other_level}))
            found.setdefault(key, []).append(contact)
    return found


def _state(heard: list[Contact], organisation: str) -> State:
    """Tell what is known of a line: one contact is enough."""
    links: dict[Ends, set[bool]] = {}
    for one in heard:
        links.setdefault(_ends(one), set()).add(one.exists)
    general = {one.exists for one in heard if set(one.between) == {organisation}}
    said = [found | general for found in links.values()]
    if {True} in said:
        return "yes"
    return "disputed" if {True, False} in said else "no" if said else "unknown"


def _ends(contact: Contact) -> Ends:
    first, second = contact.between
    ends = ((first, contact.level), (second, contact.other_level))
    return tuple(sorted((one, str(level)) for one, level in ends))


def _gap(link: InternalLink, network: Network) -> InternalGap:
    return InternalGap(
        organisation=link.organisation,
        levels=link.levels,
        state=link.state,
        because=link.because,
        names=network.names,
    )
