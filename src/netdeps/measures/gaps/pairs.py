"""Dependencies that no contact carries."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from netdeps.graph import Contacts, Selection, between, contact_layer, dependums, selected
from netdeps.measures.gaps.contact_gap import ContactGap
from netdeps.measures.gaps.measured import (
    MeasuredPair,
    band,
    measure_pairs,
    share_known,
    without_level,
)
from netdeps.measures.gaps.silence import Answers, answers, overturners, stands
from netdeps.model import LEVELS, Dependency, Fixed, Level, Network, Pair
from netdeps.results import About, Findings

Detour = dict[Level | None, tuple[str, ...]]
"""Through whom two organisations reach each other, at a level where they have no contact; under None
where they have none at all."""


def contact_gaps(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[ContactGap]:
    """Who needs whom without the contact to carry it, most serious first.

    severity = requirement × deficit × certainty, each from 0 to 1. The *requirement* grows with
    every need between the two, in either direction, on a fixed scale: it does not depend on what
    other organisations need. The *deficit* is the share of the need that has to be arranged at
    levels where there is no contact, or only a poor one. The *certainty* is 1 where both say that
    there is none, 3/4 where one says so and the other was not asked, 1/2 where they contradict each
    other, 2/5 where only others say so.

    A contact that nobody was asked about is never a gap; it is one of the ``questions``. With
    ``level`` only that level counts, and only the needs that concern it. Pairs that have no level in
    common are undefined.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    The idea of required against actual coordination: Cataldo, Wagstrom, Herbsleb and Carley (2006),
    https://doi.org/10.1145/1180875.1180929. The formula and its four certainties are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care", "name": "Care"}, {"id": "housing", "name": "Housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3, "level": "governing"}],
    ...     interviews=[{"organisation": one, "asked": ["contacts"]} for one in ("care", "housing")],
    ... )
    >>> gap = measures.contact_gaps(network)[0]
    >>> gap.parties, gap.severity, gap.band
    (('care', 'housing'), 0.75, 'high')
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    contacts = Contacts(part)
    measured = measure_pairs(part, contacts, issue=issue, level=level)
    gaps = [found for found in measured.values() if found.severity]
    via = detours(contacts, gaps, level)
    rows = [
        gap_of(found, contacts, via[found.need.parties], answers(found, contacts)) for found in gaps
    ]
    rows.sort(key=lambda row: (-row.severity, row.parties))
    known = share_known(measured.values())
    about = About.of("contact_gaps", part, rows, known_share=known)
    return Findings(rows, about, without_level(measured))


def gap_of(found: MeasuredPair, contacts: Contacts, detour: Detour, heard: Answers) -> ContactGap:
    """Make the finding about one pair."""
    network = contacts.network
    lacking = [level for level, absent in found.absences.items() if absent]
    told = {one for level in found.states for one in found.states[level].because}
    needs = (network.statement(one) for one in found.need.because)
    return ContactGap(
        parties=found.need.parties,
        requirement=float(found.need.requirement),
        deficit=float(found.deficit),
        certainty=float(found.expected / found.deficit),
        severity=float(found.severity),
        band=band(found.severity),
        states=Fixed({level: state.state for level, state in found.states.items()}),
        routed_via=through(detour),
        because=tuple(sorted({*found.need.because, *told})),
        dependums=dependums(need for need in needs if isinstance(need, Dependency)),
        missing=tuple(one for one in lacking if found.states[one].state == "no"),
        disputed=tuple(one for one in lacking if found.states[one].state == "disputed"),
        weak=tuple(one for one in lacking if found.states[one].state == "yes"),
        stands=stands([heard]),
        overturned_by=overturners([heard]),
        severity_range=(float(heard.low), float(heard.high)),
        names=network.names,
    )


def detours(
    contacts: Contacts, gaps: Sequence[MeasuredPair], only: Level | None
) -> dict[Pair, Detour]:
    """Find through whom organisations reach each other where they have no contact."""
    found: dict[Pair, Detour] = {one.need.parties: {} for one in gaps}
    for level in (None, *LEVELS):
        pairs = [one.need.parties for one in gaps if level in _detour_levels(one, only)]
        if pairs:
            for parties, via in between(contact_layer(contacts, level), pairs).items():
                found[parties][level] = via
    return found


def through(detour: Detour, levels: Collection[Level | None] = (None, *LEVELS)) -> tuple[str, ...]:
    """Give through whom a detour runs, at any of these levels."""
    return tuple(sorted({one for level in levels for one in detour.get(level, ())}))


def _detour_levels(found: MeasuredPair, only: Level | None) -> list[Level | None]:
    """Give the levels at which a way round is looked for; None for all of them together."""
    if only or not found.any_contact:
        return [only]
    return [one for one in found.absences if found.states[one].state != "yes"]
