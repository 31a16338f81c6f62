"""What an issue takes, and what was told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from netdeps.graph import exact
from netdeps.measures.gaps.issue_gap import IssueGap
from netdeps.model import Agreement, Fixed, Issue, Network, Table
from netdeps.words import Phrase, Says

_UNCONFIRMED = Fraction(1, 2)
"""The chance that a role is not really filled when nobody who fills it has said so."""

_SEVERAL = 2


@dataclass(frozen=True)
class Demand:
    """One thing that an issue takes."""

    word: str
    weight: Fraction
    lacking: Fraction
    """How sure it is that it is missing: 0, 1/2 where it is not confirmed, or 1."""


@dataclass(frozen=True)
class ToldIssue:
    """One issue, with all that was told of it."""

    issue: Issue
    heavy: Mapping[str, Fraction]
    tables: tuple[Table, ...]
    approvals: tuple[Agreement, ...]
    kinds: Mapping[str, str]
    confirmed: Mapping[str, set[str]]
    """The statements by which each organisation confirms its part in it."""

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """Whoever is involved in it or owns it."""
        owner = (self.issue.owner,) if self.issue.owner else ()
        return tuple(sorted({*owner, *self.issue.involved}))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What it takes, without what has no weight."""
        weighed = (
            Demand(word, self.heavy[word.partition(":")[0]], lacking)
            for word, lacking in self._all()
        )
        return tuple(one for one in weighed if one.weight)

    def _all(self) -> Iterator[tuple[str, Fraction]]:
        issue = self.issue
        yield "owner", self._unfilled([issue.owner] if issue.owner else [])
        if issue.mandate_level:
            at_level = any(one.level == issue.mandate_level for one in self.tables)
            yield "mandate", Fraction(not (at_level or self.approvals))
        for kind in sorted(set(issue.requires_kinds)):
            of_kind = [one for one in self.holders if self.kinds[one] == kind]
            yield f"kind:{kind}", self._unfilled(of_kind)
        yield "table", Fraction(not self.tables)
        yield "deadline", Fraction(issue.deadline is None)

    def _unfilled(self, holders: Iterable[str]) -> Fraction:
        """Give the chance that nobody fills a role."""
        named = set(holders)
        if not named:
            return Fraction(1)
        return Fraction(0) if named & self.confirmed.keys() else _UNCONFIRMED

    def weight(self, words: Iterable[Demand]) -> Fraction:
        """Add the weight of some demands."""
        return sum((one.weight for one in words), Fraction(0))

    @cached_property
    def lacking(self) -> tuple[Demand, ...]:
        """What is missing or not confirmed."""
        return tuple(one for one in self.demands if one.lacking)

    def unconfirmed(self) -> Iterator[tuple[Demand, tuple[str, ...]]]:
        """Give the roles that nobody who fills them has confirmed, with who could."""
        for one in self.lacking:
            if one.lacking == _UNCONFIRMED:
                yield one, self._fill(one.word)

    def _fill(self, word: str) -> tuple[str, ...]:
        name, _, kind = word.partition(":")
        if name == "kind":
            return tuple(one for one in self.holders if self.kinds[one] == kind)
        return (self.issue.owner,) if self.issue.owner else ()

    @property
    def leaderless(self) -> bool:
        """Tell whether several tables treat it while nobody owns it."""
        return len(self.tables) >= _SEVERAL and self.issue.owner is None

    @property
    def stands_out(self) -> bool:
        """Tell whether there is something to say of it."""
        return bool(self.lacking) or self.leaderless

    @property
    def without_answer(self) -> Phrase | None:
        """Why nothing can be said of it, or None."""
        if not self.holders and not any(one.members for one in self.tables):
            return Phrase("reason.issue_of_nobody")
        return None if self.demands else Phrase("reason.no_requirements")

    def reasons(self) -> Iterator[tuple[str, Phrase]]:
        """Give why it, or a part of its row, has no answer."""
        if self.without_answer:
            yield self.issue.id, self.without_answer
        elif self.stands_out:
            if self.issue.urgency is None:
                yield self.issue.id, Phrase("reason.no_urgency")
            if not self.lacking:
                yield f"{self.issue.id}: certainty", Phrase("reason.nothing_missing")

    def row(self, network: Network) -> IssueGap:
        """Make its row."""
        weight, total = self.weight(self.lacking), self.weight(self.demands)
        expected = sum((one.weight * one.lacking for one in self.lacking), Fraction(0))
        urgency = self.issue.urgency
        return IssueGap(
            issue=self.issue.id,
            title=self.issue.title or self.issue.id,
            missing=tuple(one.word for one in self.lacking if one.lacking == 1),
            unconfirmed=tuple(one.word for one in self.lacking if one.lacking != 1),
            tables=tuple(one.id for one in self.tables),
            leaderless=self.leaderless,
            deficit=float(weight / total),
            certainty=float(expected / weight) if weight else None,
            severity=None if urgency is None else float(exact(urgency) * expected / total),
            because=tuple(sorted(self._because())),
            labels=Fixed({one.word: self._label(one, network) for one in self.lacking}),
            table_names=tuple(one.name or one.id for one in self.tables),
            names=network.names,
        )

    def _because(self) -> set[str]:
        told = {one.id for one in (*self.tables, *self.approvals)}
        own = (self.confirmed.get(one, set()) for one in self.holders)
        return {self.issue.id}.union(told, *own)

    def _label(self, one: Demand, network: Network) -> Says:
        """Give the words for what is missing, or for the role that is not confirmed."""
        name, _, kind = one.word.partition(":")
        key = f"finding.issue_gap.{name if one.lacking == 1 else f'role_{name}'}"
        if kind:
            return Phrase.of(key, {"kinds": network.kind_label(kind, form="kinds")})
        if name == "mandate":
            return Phrase.of(key, {"level": Phrase(f"level.{self.issue.mandate_level}")})
        return Phrase(key)


class Agenda:
    """All that was told of the issues of a network, by issue."""

    def __init__(self, network: Network, heavy: Mapping[str, Fraction]) -> None:
        self._heavy = heavy
        self._kinds = {one.id: one.kind for one in network.organisations}
        self._tables: dict[str, list[Table]] = {}
        for table in sorted(network.tables, key=lambda one: one.id):
            for issue in dict.fromkeys(table.issues):
                self._tables.setdefault(issue, []).append(table)
        self._approvals: dict[str, list[Agreement]] = {}
        for one in network.agreements:
            if one.issue and one.status == "governing_approval":
                self._approvals.setdefault(one.issue, []).append(one)
        self._confirmed: dict[str, dict[str, set[str]]] = {}
        for issue, organisation, statement in _confirmations(network):
            by_party = self._confirmed.setdefault(issue, {})
            by_party.setdefault(organisation, set()).add(statement)

    def about(self, issue: Issue) -> ToldIssue:
        """Give all that was told of an issue."""
        governed = issue.mandate_level == "governing"
        return ToldIssue(
            issue=issue,
            heavy=self._heavy,
            tables=tuple(self._tables.get(issue.id, ())),
            approvals=tuple(self._approvals.get(issue.id, ())) if governed else (),
            kinds=self._kinds,
            confirmed=self._confirmed.get(issue.id, {}),
        )


def _confirmations(network: Network) -> Iterator[tuple[str, str, str]]:
    """Give each issue, who confirms by its own words to take part in it, and by which statement."""
    for issue in network.issues:
        if issue.said.speaker:
            yield issue.id, issue.said.speaker, issue.id
    for stake in network.stakes:
        if stake.said.speaker == stake.organisation:
            yield stake.issue, stake.organisation, stake.id
    for need in network.dependencies:
        if need.issue and need.said.speaker == need.depender:
            yield need.issue, need.depender, need.id
    for agreement in network.agreements:
        if agreement.issue and agreement.status != "voiced":
            for party in agreement.who:
                yield agreement.issue, party, agreement.id
