"""Contact at one level that is missing at another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from netdeps.graph import Contacts, Selection, selected
from netdeps.measures.gaps.measured import (
    Band,
    MeasuredPair,
    band,
    measure_pairs,
    share_known,
    without_level,
)
from netdeps.model import LEVELS, Fixed, Level, Network, Pair
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase

Pattern = Literal["no_cover", "paper_agreement", "untranslated", "partial"]
"""Work without directors who know each other, an agreement that nobody carries out, managers who
stand apart, or another mixture."""


@dataclass(frozen=True, kw_only=True)
class LevelGap(Row):
    """Two organisations that have contact at one level, and lack it at another where it is needed."""

    words: ClassVar[str] = "level_gap"
    identity: ClassVar[tuple[str, ...]] = ("parties",)

    parties: Pair
    """The two organisations, in the order of their ids."""
    pattern: Pattern
    """``no_cover``: contact at operational level and none at governing level; ``paper_agreement``:
    the other way round; ``untranslated``: only the managers have none; ``partial``: anything else."""
    missing: tuple[Level, ...]
    """The levels at which they need contact and have none, or disagree about it."""
    present: tuple[Level, ...]
    """The levels at which they have contact."""
    disputed: tuple[Level, ...]
    """Those of the missing levels about which they disagree."""
    requirement: float
    """How badly they need to be able to talk to each other, from 0 to 1."""
    severity: float
    """The part of the severity of their contact gap that comes from the missing levels."""
    band: Band
    """High from 1/2, middle from 1/4, low below."""
    states: Mapping[Level, str]
    """What is known of the contact at each level that both have."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float:
        """Its severity."""
        return self.severity

    @property
    def form(self) -> str:
        """Which sentence fits: that of its pattern."""
        return self.pattern

    @property
    def asks(self) -> str:
        """Which question fits: that of its pattern."""
        return f"ask_{self.pattern}"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        return {
            "first": self.called(first),
            "second": self.called(second),
            "missing": _among(self.missing),
            "present": _among(self.present),
            "undisputed": Phrase("finding.level_gap.undisputed") if self.disputed else "",
        }


def level_gaps(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[LevelGap]:
    """Who has contact at one level and lacks it at another, most serious first.

    A row for each pair of which one needs the other, that has contact at some level and is known to
    have none at a level at which something has to be arranged. ``pattern`` names the mixture:
    contact on the work floor and none between directors (*no_cover*), contact between directors and
    none on the work floor (*paper_agreement*), both of these and none between managers
    (*untranslated*), or anything else (*partial*). No pair fits two of them. A disputed contact
    counts as none, with half the certainty.

    severity = Σ requirement × share of the need × certainty over the missing levels, from 0 to 1:
    the part of the severity of the pair's ``contact_gaps`` that they account for. With ``level`` only
    that level can be missing, and only the needs that concern it count. A level that one of the two
    does not have does not apply; pairs that have no level in common are undefined. Contact across
    two levels is no contact at either.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3, "level": "governing"}],
    ...     contacts=[{"between": ["care", "housing"], "level": "operational"}],
    ...     interviews=[{"organisation": one, "level": "governing", "asked": ["contacts"]}
    ...                 for one in ("care", "housing")],
    ... )
    >>> gap = measures.level_gaps(network)[0]
    >>> gap.pattern, gap.missing, gap.severity
    ('no_cover', ('governing',), 0.75)
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    contacts = Contacts(part)
    measured = measure_pairs(part, contacts, issue=issue, level=level)
    found = (_gap(one, contacts) for one in measured.values())
    rows = [row for row in found if row]
    rows.sort(key=lambda row: (-row.severity, row.parties))
    known = share_known(measured.values())
    about = About.of("level_gaps", part, rows, known_share=known)
    return Findings(rows, about, without_level(measured))


def _gap(found: MeasuredPair, contacts: Contacts) -> LevelGap | None:
    states = contacts.states(*found.need.parties)
    present = tuple(one for one in states if states[one].state == "yes")
    missing = tuple(one for one in found.certain if one not in present)
    if not (present and missing):
        return None
    certain = sum((found.certain[one] for one in missing), Fraction(0))
    severity = found.need.requirement * certain
    told = {one for state in states.values() for one in state.because}
    return LevelGap(
        parties=found.need.parties,
        pattern=_pattern(present, missing),
        missing=missing,
        present=present,
        disputed=tuple(one for one in missing if states[one].state == "disputed"),
        requirement=float(found.need.requirement),
        severity=float(severity),
        band=band(severity),
        states=Fixed({level: state.state for level, state in states.items()}),
        because=tuple(sorted({*found.need.because, *told})),
        names=contacts.network.names,
    )


def _pattern(present: tuple[Level, ...], missing: tuple[Level, ...]) -> Pattern:
    governing, management, operational = LEVELS
    if operational in present and governing in missing:
        return "no_cover"
    if governing in present and operational in missing:
        return "paper_agreement"
    if missing == (management,) and {governing, operational} <= {*present}:
        return "untranslated"
    return "partial"


def _among(levels: tuple[Level, ...]) -> tuple[Phrase, ...]:
    return tuple(Phrase(f"finding.level_gap.among_{level}") for level in levels)
