"""Dependencies that no contact carries, and the contacts that nobody was asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

from netdeps.errors import OptionError, quoted
from netdeps.graph import Contacts, Selection, between, exact, layer, needs_between, selected
from netdeps.measures.gaps.measured import Band, MeasuredPair, band, measure_pair
from netdeps.model import LEVELS, Fixed, Level, Network, Pair
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class ContactGap(Row):
    """Two organisations of which one needs the other, without the contact to carry it."""

    words: ClassVar[str] = "contact_gap"

    parties: Pair
    """The two organisations, in the order of their ids."""
    requirement: float
    """How badly they need to be able to talk to each other, from 0 to 1."""
    deficit: float
    """How much of the contact that it takes is missing, from 0 to 1."""
    certainty: float
    """How sure it is that it is missing, from 0 to 1."""
    severity: float
    """Requirement times deficit times certainty."""
    band: Band
    """High from 1/2, middle from 1/4, low below."""
    states: Mapping[Level, str]
    """What is known of the contact at each level that both have."""
    routed_via: tuple[str, ...]
    """Through whom they reach each other now: at any level where they have no contact at all, else
    at the levels at which it is missing. Empty where nobody connects them."""
    because: tuple[str, ...]
    """The statements that it rests on."""
    dependums: tuple[str, ...] = field(default=())
    """What is needed."""
    missing: tuple[Level, ...] = field(default=())
    """The levels at which they need contact and are known to have none."""
    disputed: tuple[Level, ...] = field(default=())
    """The levels at which one says that there is contact and the other that there is not."""
    weak: tuple[Level, ...] = field(default=())
    """The levels at which they have contact of less than full quality."""

    @property
    def rank(self) -> float:
        """Its severity."""
        return self.severity

    @property
    def asks(self) -> str:
        """Which question fits: what is disputed is asked, what is missing is asked about."""
        return "ask" if self.disputed and not self.missing else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        absent = self.missing or self.disputed
        return {
            "first": self.called(first),
            "second": self.called(second),
            "dependums": self.dependums,
            "levels": _levels(absent or self.weak),
            "missing": self._clause("missing", self.missing),
            "disputed": self._clause("disputed", self.disputed),
            "weak": self._clause("weak", () if absent else self.weak),
            "detour": self._detour() if absent else "",
        }

    def _clause(self, name: str, levels: tuple[Level, ...]) -> Phrase | str:
        if not levels:
            return ""
        return Phrase.of(f"finding.contact_gap.{name}", {"levels": _levels(levels)})

    def _detour(self) -> Phrase | str:
        if not self.routed_via:
            return ""
        via = tuple(map(self.called, self.routed_via))
        return Phrase.of("finding.contact_gap.detour", {"via": via})


@dataclass(frozen=True, kw_only=True)
class Question(Row):
    """A contact that nobody was asked about, between two of which one needs the other."""

    words: ClassVar[str] = "open_question"

    parties: Pair
    """The two organisations, in the order of their ids."""
    level: Level
    """The level at which it is not known."""
    priority: float
    """How much hangs on the answer, from 0 to 1."""
    because: tuple[str, ...]
    """The dependencies for which it matters."""

    @property
    def rank(self) -> float:
        """Its priority."""
        return self.priority

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        level = Phrase(f"level.{self.level}")
        return {"first": self.called(first), "second": self.called(second), "level": level}


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
    needs = needs_between(part, issue=issue, level=level)
    measured = {one: measure_pair(need, contacts, level) for one, need in needs.items()}
    gaps = [found for found in measured.values() if found.severity]
    via = _detours(part, gaps, level)
    rows = [_gap(found, part, tuple(sorted(via[found.need.parties]))) for found in gaps]
    rows.sort(key=lambda row: (-row.severity, row.parties))
    return Findings(rows, _about("contact_gaps", part, rows), _without_level(measured))


def questions(
    network: Network,
    *,
    prior: float = 0.5,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Question]:
    """Which contacts nobody was asked about although much hangs on them, most first.

    priority = requirement × share of the need at that level × 4p(1 - p), with p the chance,
    beforehand, that there is a contact (``prior``): ask first where it matters and is uncertain.
    From 0 to 1. Questions of priority 0 are left out.

    Raises
    ------
    OptionError
        When ``prior`` is not from 0 to 1.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own; 4p(1 - p) is the variance of a yes-or-no answer, scaled to 1 at p = 1/2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3, "level": "governing"}],
    ... )
    >>> [(one.level, one.priority) for one in measures.questions(network)]
    [('governing', 0.75)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    contacts = Contacts(part)
    weight = 4 * _chance(prior) * (1 - _chance(prior))
    needs = needs_between(part, issue=issue, level=level)
    measured = {one: measure_pair(need, contacts, level) for one, need in needs.items()}
    rows = [row for one in measured.values() for row in _questions(one, weight, part)]
    rows.sort(key=lambda row: (-row.priority, row.parties, row.level))
    return Findings(rows, _about("questions", part, rows), _without_level(measured))


def _gap(found: MeasuredPair, network: Network, via: tuple[str, ...]) -> ContactGap:
    lacking = [level for level, absent in found.absences.items() if absent]
    told = {one for level in found.states for one in found.states[level].because}
    needs = [network.statement(one) for one in found.need.because]
    return ContactGap(
        parties=found.need.parties,
        requirement=float(found.need.requirement),
        deficit=float(found.deficit),
        certainty=float(found.expected / found.deficit),
        severity=float(found.severity),
        band=band(found.severity),
        states=Fixed({level: state.state for level, state in found.states.items()}),
        routed_via=via,
        because=tuple(sorted({*found.need.because, *told})),
        dependums=tuple(sorted({need.dependum for need in needs})),  # type: ignore[attr-defined]
        missing=tuple(one for one in lacking if found.states[one].state == "no"),
        disputed=tuple(one for one in lacking if found.states[one].state == "disputed"),
        weak=tuple(one for one in lacking if found.states[one].state == "yes"),
        names=network.names,
    )


def _levels(levels: tuple[Level, ...]) -> tuple[Phrase, ...]:
    return tuple(Phrase(f"level.{level}") for level in levels)


def _questions(found: MeasuredPair, weight: Fraction, network: Network) -> Iterator[Question]:
    for level, share in found.shares.items():
        priority = found.need.requirement * share * weight
        if found.states[level].state == "unknown" and priority:
            yield Question(
                parties=found.need.parties,
                level=level,
                priority=float(priority),
                because=found.need.because,
                names=network.names,
            )


def _chance(prior: float) -> Fraction:
    try:
        chance = exact(prior)
    except (TypeError, ValueError):
        chance = None
    if chance is None or not 0 <= chance <= 1:
        raise OptionError(f"the prior chance {quoted(prior)} is not a number from 0 to 1.")
    return chance


def _detours(
    network: Network, gaps: list[MeasuredPair], only: Level | None
) -> dict[Pair, set[str]]:
    """Find through whom organisations reach each other where they have no contact."""
    found: dict[Pair, set[str]] = {one.need.parties: set() for one in gaps}
    for level in (None, *LEVELS):
        pairs = [one.need.parties for one in gaps if level in _detour_levels(one, only)]
        if pairs:
            ties = layer(network, "contact", Selection(level=level))
            for parties, via in between(ties, pairs).items():
                found[parties].update(via)
    return found


def _detour_levels(found: MeasuredPair, only: Level | None) -> list[Level | None]:
    """Give the levels at which a way round is looked for; None for all of them together."""
    if only or not found.any_contact:
        return [only]
    return [one for one in found.absences if found.states[one].state != "yes"]


def _without_level(measured: Mapping[Pair, MeasuredPair]) -> dict[str, Phrase]:
    empty = (one for one, found in measured.items() if not found.states)
    return {" – ".join(one): Phrase("reason.no_common_level") for one in empty}


def _about(name: str, network: Network, rows: list[Any]) -> About:
    return About(
        name=name,
        definition=Phrase(f"measure.{name}"),
        because=tuple(sorted({one for row in rows for one in row.because})),
        names=network.names,
    )
