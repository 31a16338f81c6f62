"""How much of what calls for contact has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal, Self, get_args

from netdeps.errors import OptionError, check_option
from netdeps.graph import Contacts, PairNeed, Selection, needs_between, selected
from netdeps.measures.gaps.measured import MeasuredPair, measure_pair
from netdeps.model import Level, Network, Pair, pair
from netdeps.results import About, Figure, Number, Undefined
from netdeps.words import Phrase

Requirement = Literal["needs", "issues"]
Counting = Literal["strength", "pairs"]


def congruence(
    network: Network,
    *,
    requirement: Requirement = "needs",
    counting: Counting = "strength",
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Figure:
    """Of everything that calls for contact, which share has it.

    With ``counting="strength"`` each pair counts for how badly it needs contact, and each level for
    its share and its quality: Σ r·a / Σ r. With ``counting="pairs"`` each pair counts once: the
    share of the required pairs that are in contact at any level. From 0 to 1.

    ``requirement="needs"`` takes what calls for contact from the dependencies;
    ``requirement="issues"`` from the agenda, as in software engineering: who shares an issue, or
    works on issues that depend on each other, has to coordinate (TA · TD · TAᵀ).

    The value is the share among what is known; ``low`` and ``high`` are what it is at least and at
    most, when every contact that nobody was asked about turns out not to be there, or to be there.
    Pairs that have no level in common are left out. Undefined where nothing calls for contact, and where nothing is known.

    Raises
    ------
    OptionError
        When an option is not known, or ``issue`` is asked of the issues themselves.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    Cataldo, Wagstrom, Herbsleb and Carley (2006), Identification of coordination requirements,
    https://doi.org/10.1145/1180875.1180929. The weights and bounds are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}, {"id": "city"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "care", "dependum": "money", "dependees": ["city"]}],
    ...     contacts=[{"between": ["care", "city"]}],
    ... )
    >>> share = measures.congruence(network)
    >>> share, share.low, share.high
    (1.0, 0.5, 1.0)
    """
    _check(requirement, counting, issue)
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    contacts = Contacts(part)
    if requirement == "needs":
        needs = needs_between(part, issue=issue, level=level)
        pairs = [measure_pair(need, contacts, level) for need in needs.values()]
        weighed = [(one.need.requirement, carry(one, counting)) for one in pairs]
        told = {name for need in needs.values() for name in need.because}
    else:
        required = _shared_work(part)
        empty = {one: measure_pair(PairNeed(one, ()), contacts, level) for one in required}
        pairs = list(empty.values())
        weighed = [(required[one], carry(empty[one], counting)) for one in required]
        told = {one.id for one in part.issues}
    weighed = [(Fraction(1) if counting == "pairs" else r, a) for r, a in weighed]
    states = (state for one in pairs for state in one.states.values())
    return _share(weighed, told.union(*(state.because for state in states)), part)


@dataclass(frozen=True)
class Carried:
    """How much of a pair's need has contact, and of how much of it that is known."""

    contact: Fraction
    known: Fraction


@dataclass(frozen=True)
class Share:
    """How much of what is required has contact, and of how much of it that is known."""

    required: Fraction
    known: Fraction
    contact: Fraction

    @classmethod
    def of(cls, weighed: Iterable[tuple[Fraction, Carried | None]]) -> Self:
        """Add up pairs, each with how much it counts; those without a level in common are left out."""
        pairs = [(weight, carried) for weight, carried in weighed if carried]
        return cls(
            required=sum((weight for weight, _ in pairs), Fraction(0)),
            known=sum((weight * carried.known for weight, carried in pairs), Fraction(0)),
            contact=sum((weight * carried.contact for weight, carried in pairs), Fraction(0)),
        )

    @property
    def value(self) -> Fraction | None:
        """The share among what is known; None where nothing is."""
        return self.contact / self.known if self.known else None

    @property
    def low(self) -> Fraction | None:
        """What it is at least: every contact that nobody was asked about is not there."""
        return self.contact / self.required if self.required else None

    @property
    def high(self) -> Fraction | None:
        """What it is at most: every contact that nobody was asked about is there."""
        if not self.required:
            return None
        return (self.contact + self.required - self.known) / self.required


def carry(found: MeasuredPair, counting: Counting = "strength") -> Carried | None:
    """Give what carries a pair; None where the two have no level in common."""
    if not found.states:
        return None
    if counting == "pairs":
        unknown = any(one.state == "unknown" for one in found.states.values())
        if found.any_contact:
            return Carried(Fraction(1), Fraction(1))
        return Carried(Fraction(0), Fraction(0 if unknown else 1))
    return Carried(found.known - found.deficit, found.known)


def plain(share: Fraction | None) -> float | None:
    """Give a share as a plain number."""
    return None if share is None else float(share)


def _share(
    weighed: list[tuple[Fraction, Carried | None]], because: Iterable[str], network: Network
) -> Figure:
    share = Share.of(weighed)
    known = float(share.known / share.required) if share.required else None
    about = About.of("congruence", network, because=because, known_share=known)
    if not share.required:
        reason = "no_common_level_anywhere" if weighed else "no_requirement"
        return Undefined(Phrase(f"reason.{reason}"), about)
    low, high = plain(share.low), plain(share.high)
    if share.value is None:
        return Undefined(Phrase("reason.nobody_asked"), about, low, high)
    return Number(float(share.value), about, low, high)


def _shared_work(network: Network) -> dict[Pair, Fraction]:
    """Give the pairs that an agenda makes work together, with how often: TA · TD · TAᵀ.

    Who is involved in an issue works on it; an issue hangs together with itself and with those
    that it depends on, whichever of the two says so.
    """
    works = {one.id: {*one.involved, *([one.owner] if one.owner else [])} for one in network.issues}
    joined = {pair(one.id, other) for one in network.issues for other in one.depends_on}
    found: dict[Pair, Fraction] = {}
    for workers in works.values():
        _count(found, combinations(sorted(workers), 2))
    for one, other in joined:
        _count(found, ((a, b) for a in works[one] for b in works[other] if a != b))
    return {parties: found[parties] for parties in sorted(found)}


def _count(found: dict[Pair, Fraction], pairs: Iterable[tuple[str, str]]) -> None:
    for one, other in pairs:
        key = pair(one, other)
        found[key] = found.get(key, Fraction(0)) + 1


def _check(requirement: str, counting: str, issue: str | None) -> None:
    check_option("requirement", requirement, get_args(Requirement))
    check_option("counting", counting, get_args(Counting))
    if requirement == "issues" and issue is not None:
        raise OptionError("requirement='issues' takes all issues; leave the option 'issue' out.")
