"""What is said about organisations without their own voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from netdeps.graph import Selection, selected
from netdeps.model import (
    TOLD_LISTS,
    Claim,
    Contribution,
    Dependency,
    Interview,
    Network,
    Statement,
)
from netdeps.model.texts import folded
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class FilledIn(Row):
    """How much of what is said about an organisation has not been heard from itself."""

    words: ClassVar[str] = "filled_in"

    organisation: str
    """The organisation."""
    claims: int
    """The number of different claims about it; the same claim by several speakers counts once."""
    filled_in: int
    """How many of them come from others alone and were not confirmed by it."""
    share: float | None
    """Filled in divided by claims; None where the organisation is not at the table."""
    contradicted: tuple[str, ...]
    """The claims that it denied itself."""
    asked: bool
    """True when it was interviewed about what is said of it."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float | None:
        """The share that is filled in; contradicted claims come before all others."""
        return None if self.share is None else self.share + bool(self.contradicted)

    @property
    def form(self) -> str:
        """Which sentence fits: nothing, some or all of it is its own, or it is not at the table."""
        if self.share is None:
            return "absent"
        if not self.filled_in:
            return "own"
        return "all" if self.filled_in == self.claims else "some"

    @property
    def asks(self) -> str:
        """Which question fits: what it sees otherwise, whether its words still hold, or how it is."""
        if self.contradicted:
            return "denied"
        return "question" if self.filled_in else "still"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits: it said so after all, or it sees it otherwise by now."""
        return "otherwise" if self.filled_in else "otherwise_own"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        name = self.called(self.organisation)
        clause = Phrase.of("finding.filled_in.otherwise_seen", {"organisation": name})
        return {
            "organisation": name,
            "claims": self.claims,
            "count": self.filled_in or self.claims,
            "seen": clause if self.contradicted else "",
        }


def filled_in_claims(
    network: Network, *, kind: str | None = None, inside: str | None = None
) -> Findings[FilledIn]:
    """About whom much is said that has not been heard from itself: ask, do not fill in.

    For each organisation about which something is claimed. A claim is its *own* when it said or
    confirmed it; the same topic and text, however they are capitalised or spaced, count once, however many
    say it. share = claims that are not its own / claims, from 0 (all of it its own word) to 1 (all
    of it filled in by others).

    First come those who denied something themselves (``contradicted``), then the largest share. An
    organisation that is not at the table has no share: it made no statement, was never interviewed,
    and confirmed, denied or acknowledged nothing. ``asked`` tells whether it was ever asked about
    claims.

    What to do with it is always a question to the organisation itself, never "A says of you". With
    ``kind`` only organisations of that kind are listed; who spoke does not depend on it.

    Raises
    ------
    UnknownNameError
        When a kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, after the Dutch *niet invullen voor een ander*.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "care"}],
    ...     claims=[{"about": "city", "topic": "role", "text": "It should see to dwellings",
    ...              "said": {"by": "care"}},
    ...             {"about": "city", "topic": "role", "text": "We would like to be asked",
    ...              "said": {"by": "city"}}],
    ... )
    >>> [(row.organisation, row.filled_in, row.share) for row in measures.filled_in_claims(network)]
    [('city', 1, 0.5)]
    """
    listed = selected(network, Selection(kind=kind, inside=inside)).names
    part = selected(network, Selection(inside=inside))
    about: dict[str, list[Claim]] = {}
    for claim in part.claims:
        about.setdefault(claim.about, []).append(claim)
    heard = _heard(part)
    pictures = [_Pictures(one, about[one], heard.get(one, ())) for one in listed if one in about]
    rows = [one.row(part) for one in pictures]
    rows.sort(key=_seriousness)
    absent = {one.who: Phrase("reason.not_at_the_table") for one in pictures if not one.heard}
    return Findings(rows, About.of("filled_in_claims", part, rows), absent)


@dataclass(frozen=True)
class _Pictures:
    """All that is said about one organisation."""

    who: str
    told: list[Claim]
    heard: Iterable[Statement]
    """The statements in which its own voice is."""

    @cached_property
    def own(self) -> Mapping[tuple[str, str], bool]:
        """Each different claim, and whether it is its own."""
        found: dict[tuple[str, str], bool] = {}
        for one in self.told:
            key = (folded(one.topic), folded(one.text))
            own = self.who in {one.said.speaker, *one.confirmed_by}
            found[key] = found.get(key, False) or own
        return found

    def row(self, network: Network) -> FilledIn:
        """Make its row."""
        claims, filled_in = len(self.own), sum(not own for own in self.own.values())
        return FilledIn(
            organisation=self.who,
            claims=claims,
            filled_in=filled_in,
            share=filled_in / claims if self.heard else None,
            contradicted=tuple(sorted(one.id for one in self.told if self.who in one.denied_by)),
            asked=any(True for _ in self._questions()),
            because=tuple(sorted(self._because())),
            names=network.names,
        )

    def _questions(self) -> Iterator[Statement]:
        """Give the interviews in which it was asked about claims."""
        for one in self.heard:
            if (
                isinstance(one, Interview)
                and one.organisation == self.who
                and "claims" in one.asked
            ):
                yield one

    def _because(self) -> set[str]:
        """Give the claims, the interviews about them, and one word of its own that shows it is there."""
        ids = {one.id for one in (*self.told, *self._questions())}
        voices = {one.id for one in self.heard}
        return ids if ids & voices or not voices else {*ids, min(voices)}


def _heard(network: Network) -> dict[str, list[Statement]]:
    """Give, for each organisation, the statements in which its own voice is."""
    found: dict[str, list[Statement]] = {}
    for name in TOLD_LISTS:
        for row in getattr(network, name):
            for who in _voices(row):
                found.setdefault(who, []).append(row)
    return found


def _voices(row: Statement) -> set[str]:
    """Give whoever speaks in a statement: who said it, was asked, or answered to it."""
    speakers = {row.said.speaker} if row.said.speaker else set()
    if isinstance(row, Interview):
        return {row.organisation, *speakers}
    if isinstance(row, Claim):
        return {*row.confirmed_by, *row.denied_by, *speakers}
    if isinstance(row, Dependency | Contribution):
        replied = {one.said.speaker for one in row.replies if one.said.speaker}
        known = row.acknowledged_by if isinstance(row, Dependency) else ()
        return {*known, *replied, *speakers}
    return speakers


def _seriousness(row: FilledIn) -> tuple[bool, bool, float, str]:
    """Sort by what was denied, then by the share, with what has none last."""
    return (not row.contradicted, row.share is None, -(row.share or 0.0), row.organisation)
