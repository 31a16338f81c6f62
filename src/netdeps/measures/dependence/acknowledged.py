"""Felt against modelled dependence: who says, and who acknowledges, that one needs another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Asked, Selection, chosen_needs, repliers, selected
from netdeps.model import Dependency, Level, Network
from netdeps.results import About, Findings, Row, known_of
from netdeps.words import Fact, Phrase, percent

By = Literal["pair", "depender", "dependee", "network"]
"""For whom needs are taken together."""


@dataclass(frozen=True, kw_only=True)
class Recognition(Row):
    """How far those between whom a need runs say so themselves."""

    words: ClassVar[str] = "recognition"

    depender: str | None
    """Who needs something; None where the needs of several are taken together."""
    dependee: str | None
    """Who can give it; None where the needs on several are taken together."""
    depender_share: float | None
    """The part that the depender has stated itself, of all of which that is known; None where it
    is known of nothing."""
    dependee_share: float | None
    """The part that the dependee has acknowledged, of all of which that is known; None where it is
    known of nothing."""
    weight: int
    """The importance of the needs, added up over those who can meet them."""
    known: float
    """The part of it of which it is known whether the dependee acknowledges it."""
    unacknowledged: tuple[str, ...]
    """The needs that somebody who was asked has not acknowledged."""
    unknown: tuple[str, ...]
    """The needs that somebody has not acknowledged who was not asked either."""
    because: tuple[str, ...]
    """The needs, and the interviews that make silence an answer."""

    @property
    def rank(self) -> float | None:
        """The part that is not acknowledged."""
        return None if self.dependee_share is None else 1 - self.dependee_share

    @property
    def form(self) -> str:
        """Which sentence fits: for whom the needs are taken together, and whether it is known."""
        if self.dependee_share is None:
            return f"{self._about}_open"
        return "sentence" if self._about == "pair" else self._about

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self._about == "pair" else f"ask_{self._about}"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "depender": self.called(self.depender or ""),
            "dependee": self.called(self.dependee or ""),
            "share": percent(self.dependee_share or 0.0),
            "known": Phrase("finding.recognition.as_known") if self.known < 1 else "",
            "stated": self._stated(),
        }

    @property
    def _about(self) -> str:
        if self.depender is not None:
            return "pair" if self.dependee is not None else "depender"
        return "network" if self.dependee is None else "dependee"

    def _stated(self) -> Phrase | str:
        if self.depender_share is None:
            return ""
        own = percent(self.depender_share)
        facts: dict[str, Fact] = {"own": own, "depender": self.called(self.depender or "")}
        return Phrase.of(f"finding.recognition.stated_{self._about}", facts)


def recognition(
    network: Network,
    *,
    by: By = "pair",
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Recognition]:
    """How far parties say themselves that one needs the other, least acknowledged first.

    Of the needs on others in the network, weighed by importance, the part that the dependee has
    acknowledged, and the part that the depender has stated itself; each from 0 to 1 and of what is
    known. A need counts once for each of those who can meet it. Whoever states a need on itself
    acknowledges it too. A later reply counts before that: who denies a need has not acknowledged it,
    and who denies its own has not stated it. Who has not done so but was never asked about
    dependencies is not counted as a "no": the need is listed under ``unknown``.

    ``by`` says what is taken together: the needs of one organisation on another (``"pair"``), all
    that one needs (``"depender"``), all that is needed from one (``"dependee"``), or everything
    (``"network"``). Where nothing is known the share is None.

    Raises
    ------
    OptionError
        When ``by`` is not one of its words.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     interviews=[{"organisation": "city", "asked": ["dependencies"]}],
    ...     dependencies=[
    ...         {"depender": "housing", "dependum": "guidance", "dependees": ["care"],
    ...          "acknowledged_by": ["care"], "said": {"by": "housing"}},
    ...         {"depender": "housing", "dependum": "a permit", "dependees": ["city"],
    ...          "importance": 1, "said": {"by": "housing"}},
    ...     ],
    ... )
    >>> row = measures.recognition(network, by="depender")[0]
    >>> row.depender_share, round(row.dependee_share, 3)
    (1.0, 0.667)
    """
    check_option("by", by, get_args(By))
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    asked = Asked(part)
    atoms = _atoms(part, chosen_needs(part, issue=issue, level=level), asked)
    grouped: dict[_Key, list[_Atom]] = {}
    for atom in atoms:
        grouped.setdefault(_key(atom, by), []).append(atom)
    rows = [_row(key, found, asked, part) for key, found in grouped.items()]
    rows.sort(key=_seriousness)
    known = _part(atoms, [one for one in atoms if one.acknowledged is not None])
    caveats = known_of("recognition", known)
    said = About.of("recognition", part, rows, known_share=known, caveats=caveats)
    return Findings(rows, said, _without(by, grouped, part))


@dataclass(frozen=True)
class _Atom:
    """One need on one organisation, and who says so; None where that is not known."""

    need: Dependency
    dependee: str
    stated: bool | None
    acknowledged: bool | None


_Key = tuple[str | None, str | None]


def _key(atom: _Atom, by: By) -> _Key:
    depender = atom.need.depender if by in {"pair", "depender"} else None
    return depender, atom.dependee if by in {"pair", "dependee"} else None


def _atoms(network: Network, needs: list[Dependency], asked: Asked) -> list[_Atom]:
    return [
        _Atom(
            need,
            dependee,
            _word(need, need.depender, {need.said.by}, asked),
            _word(need, dependee, {*need.acknowledged_by, need.said.by}, asked),
        )
        for need in needs
        for dependee in need.dependees
        if dependee in network.names and dependee != need.depender
    ]


def _word(need: Dependency, party: str, told: Collection[str | None], asked: Asked) -> bool | None:
    """Give what a party says of a need: its reply counts before what was told.

    Silence is a no only of somebody who was asked, at a level that the need concerns.
    """
    if party in repliers(need, "denied"):
        return False
    if party in repliers(need, "confirmed") or party in told:
        return True
    return False if asked.about(need, party) else None


def _row(key: _Key, atoms: list[_Atom], asked: Asked, network: Network) -> Recognition:
    stated = [one for one in atoms if one.stated is not None]
    answered = [one for one in atoms if one.acknowledged is not None]
    return Recognition(
        depender=key[0],
        dependee=key[1],
        depender_share=_part(stated, [one for one in stated if one.stated]),
        dependee_share=_part(answered, [one for one in answered if one.acknowledged]),
        weight=_weight(atoms),
        known=_weight(answered) / _weight(atoms),
        unacknowledged=_needs(one for one in answered if not one.acknowledged),
        unknown=_needs(one for one in atoms if one.acknowledged is None),
        because=tuple(sorted({*_needs(atoms), *_silences(atoms, asked)})),
        names=network.names,
    )


def _part(whole: list[_Atom], some: list[_Atom]) -> float | None:
    return _weight(some) / _weight(whole) if whole else None


def _weight(atoms: list[_Atom]) -> int:
    return sum(one.need.importance for one in atoms)


def _needs(atoms: Iterable[_Atom]) -> tuple[str, ...]:
    return tuple(sorted({one.need.id for one in atoms}))


def _silences(atoms: list[_Atom], asked: Asked) -> Iterator[str]:
    """Give the interviews in which those who did not say so were asked."""
    for one in atoms:
        if one.stated is False:
            yield from asked.about(one.need, one.need.depender)
        if one.acknowledged is False:
            yield from asked.about(one.need, one.dependee)


def _seriousness(row: Recognition) -> tuple[bool, float, int, str, str]:
    share = row.dependee_share
    return share is None, share or 0, -row.weight, row.depender or "", row.dependee or ""


def _without(by: By, grouped: Collection[_Key], network: Network) -> dict[str, Phrase]:
    """Give the reason of each organisation between which and others no need runs."""
    if by not in {"depender", "dependee"}:
        return {}
    reason = Phrase("reason.needs_nobody" if by == "depender" else "reason.nobody_needs_it")
    there = {one for key in grouped for one in key}
    return {one: reason for one in network.ids if one not in there}
