"""The medians of scores that the table may see although each score was told in confidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, get_args

from netdeps.editions.audiences import may_name, may_see
from netdeps.editions.making import edition
from netdeps.editions.safe_median import Division, SafeMedian, members_of
from netdeps.editions.statistics import Scale, is_split, median
from netdeps.errors import OptionError, check_option, quoted
from netdeps.graph import SMALLEST
from netdeps.model import LEVELS, Network, Rating
from netdeps.model.voices import Condition
from netdeps.results import About, Findings
from netdeps.words import Phrase, Says

Person: TypeAlias = tuple[str | None, str]
"""Somebody who gave a score: the organisation, where it is known, and the pseudonym."""

_SCALE = Scale(1, 5)
_ABOUT = About(
    name="safe_medians",
    definition=Phrase("measure.safe_medians"),
    caveats=(Phrase("caveat.one_division"),),
    visibility="facilitator",  # for the reasons in ``undefined``; release_medians gives the rows out
)
"""What is said of the medians: no names and no statements, which would tell who gave a score."""


def safe_medians(network: Network, *, by: Division | None = None) -> Findings[SafeMedian]:
    """The middle score of each condition of collaboration, where that gives nobody away.

    For the table, out of scores that were told in confidence: of each condition of ``ratings`` the
    median, from 1 to 5, and whether the scores are split. With ``by``, of each kind of organisation
    or of each level by itself. Publish one division only: two of them can be set against each other.

    Of each person, by organisation and pseudonym, the newest score counts (of one day the lowest);
    a score without a person is one of somebody else. Scores of organisations that the table may not
    know of are left out.

    A median is given where

    - at least 2 k + 3 people gave a score. k is the largest number of them from one organisation,
      who may compare notes, and those of whom the table can read a score already. An organisation
      and its departments are one, and so are organisations for which one pseudonym speaks; people
      of whom no organisation is known may be anybody's colleagues and count with the largest;
    - they come from at least 3 organisations that are known, which follows from the first, and has a
      reason of its own;
    - all who gave a score and are in no group that is given pass these two tests together. Else the
      smallest group is not given either, and so on.

    None of this looks at a score, so that it says nothing that a median is missing. For k up to 4
    it was counted through that each that is given passes ``audit``. The rows are in the order of the conditions, then by level or kind.

    The rows are for the table; ``undefined``, why others are missing, is for the facilitator alone.
    Nothing says on how many scores a median rests, nor on which: ``because`` is empty.

    Raises
    ------
    OptionError
        When it is not known what to divide by, or no network is given.

    References
    ----------
    netdeps' own; see the page *Medians that give nobody away*.

    Examples
    --------
    >>> from netdeps import Network, editions
    >>> scores = {"city": 4, "care": 4, "homes": 2, "welfare": 5, "police": 3}
    >>> network = Network(
    ...     organisations=[{"id": one} for one in scores],
    ...     ratings=[{"condition": "ambition", "score": score, "said": {"by": one}}
    ...              for one, score in scores.items()],
    ... )
    >>> [(row.condition, row.median, row.split) for row in editions.safe_medians(network)]
    [('ambition', 4.0, True)]
    """
    if not isinstance(network, Network):
        raise OptionError(f"medians are made of a Network; {quoted(network)} was given.")
    if by is not None:
        check_option("by", by, get_args(Division))
    rows: list[SafeMedian] = []
    reasons: dict[str, Says] = {}
    for condition in get_args(Condition):
        item = _Item(_raters(network, condition, by), by, _shown(network, condition))
        rows += [_row(network, item, condition, name) for name in item.given]
        reasons |= {", ".join((condition, *at)): why for at, why in item.reasons.items()}
    return Findings(rows, _ABOUT, reasons)


@dataclass(frozen=True)
class _Rater:
    """Somebody who gave a score."""

    score: int
    organisation: str | None
    """The organisation, or the one of which it is a department; None where nobody said."""
    group: str | None
    """None where nobody said; empty where there is one group."""
    seen: bool
    """Whether the table can read a score of this person already."""
    person: str | None = None
    """The pseudonym, where there is one."""

    def knows(self, other: _Rater) -> bool:
        """Tell whether they are of one organisation, or may be the same person."""
        same = self.person is not None and self.person == other.person
        return same or self.organisation == other.organisation


@dataclass(frozen=True)
class _Item:
    """The scores of one condition, and which groups can be given."""

    raters: Sequence[_Rater]
    by: Division | None
    shown: int = 0
    """How many scores were released one by one, so that the table reads them."""

    @cached_property
    def groups(self) -> Mapping[str, list[_Rater]]:
        """Give those who are known to be in each group."""
        found: dict[str, list[_Rater]] = {}
        for one in self.raters:
            if one.group is not None:
                found.setdefault(one.group, []).append(one)
        return found

    @cached_property
    def lacks(self) -> Mapping[str, Phrase]:
        """Say what each group lacks that cannot be given by itself."""
        return {
            name: found
            for name, group in self.groups.items()
            if (found := _lacks(group, self.shown))
        }

    @cached_property
    def given(self) -> list[str]:
        """Give the groups that can be given while those who are left are hidden among enough."""
        given = self.groups.keys() - self.lacks.keys()
        while given:
            left = [one for one in self.raters if one.group not in given]
            if not (left and _lacks(left, self.shown)):
                break
            given.remove(min(given, key=lambda name: (len(self.groups[name]), name)))
        return sorted(given, key=_place)

    @property
    def reasons(self) -> dict[tuple[str, ...], Phrase]:
        """Say why a group is not given: what it lacks, or that another would be given away."""
        if not self.raters:
            return {(): Phrase("reason.no_scores")}
        hidden = self.groups.keys() - set(self.given)
        why = {name: self.lacks.get(name, Phrase("reason.hidden_along")) for name in hidden}
        found: dict[tuple[str, ...], Phrase] = {
            (name,) if name else (): reason for name, reason in why.items()
        }
        if any(one.group is None for one in self.raters):
            found[f"no {self.by}",] = Phrase("reason.rater_no_group")
        return found


def _lacks(raters: Sequence[_Rater], shown: int) -> Phrase | None:
    """Say what some scores lack to be given together; None where they can be.

    ``shown`` is how many scores of the condition the table reads elsewhere, of whomever.
    """
    organisations = {one.organisation for one in raters if one.organisation is not None}
    nameless = sum(one.organisation is None for one in raters)
    seen = sum(one.seen for one in raters) + shown
    known = max(map(len, _who_compare(raters)), default=0) + nameless + seen
    if len(organisations) < SMALLEST:
        return Phrase.of("reason.too_few_rating_organisations", {"least": SMALLEST})
    return Phrase("reason.too_few_raters") if len(raters) < 2 * known + 3 else None


def _who_compare(raters: Sequence[_Rater]) -> list[list[_Rater]]:
    """Put those together who may compare notes: colleagues, and those with one pseudonym.

    Who speaks for two organisations under one pseudonym knows the scores of both.
    """
    found: list[list[_Rater]] = []
    for one in raters:
        if one.organisation is not None:
            mine = [group for group in found if any(one.knows(other) for other in group)]
            joined = [one, *(other for group in mine for other in group)]
            found = [*(group for group in found if group not in mine), joined]
    return found


def _place(group: str) -> tuple[int, str]:
    """Sort levels as they are, and kinds by name."""
    return ([*LEVELS, group].index(group), group)


def _raters(network: Network, condition: str, by: Division | None) -> list[_Rater]:
    """Give whoever gave a score, each once."""
    told: dict[object, list[Rating]] = {}
    for number, row in enumerate(counted(network)):
        if row.condition == condition:
            told.setdefault(person_of(row) or number, []).append(row)
    shown = _kinds_at_the_table(network) if by == "kind" else frozenset()
    return [_rater(network, rows, by, shown) for rows in told.values()]


def _shown(network: Network, condition: str) -> int:
    """Count the scores of a condition that the table reads because they were released by hand."""
    rows = (row for release in network.releases for row in release.ratings)
    return sum(row.condition == condition and may_see(row, "table") for row in rows)


def counted(network: Network) -> Iterator[Rating]:
    """Give the scores of those of whom the table may know."""
    for row in network.ratings:
        speaker = row.said.speaker
        if speaker is None or may_name(network.organisation(speaker), "table"):
            yield row


def person_of(row: Rating) -> Person | None:
    """Give who gave a score, by organisation and pseudonym; None where it has no pseudonym."""
    return (row.said.by, row.said.person) if row.said.person else None


def _kinds_at_the_table(network: Network) -> frozenset[str]:
    """Give the kinds of which the table sees somebody: no other is named to it."""
    return frozenset(one.kind for one in edition(network, "table").network.organisations)


def _rater(
    network: Network, rows: Sequence[Rating], by: Division | None, shown: Collection[str]
) -> _Rater:
    last = newest(rows)
    speaker = last.said.speaker
    group = _group(network, last, by)
    return _Rater(
        score=last.score,
        organisation=None if speaker is None else network.whole_of(speaker),
        group=None if by == "kind" and group not in shown else group,
        seen=any(may_see(row, "table") for row in rows),
        person=last.said.person,
    )


def newest(rows: Iterable[Rating]) -> Rating:
    """Give the newest score of one person; of one day, by level before by score.

    So no score decides which group somebody is in, nor the order in which they were told.
    """

    def age(row: Rating) -> tuple[int, int, int]:
        day = row.said.date or dt.date.min
        return (-day.toordinal(), [*LEVELS, row.said.level].index(row.said.level), row.score)

    return min(rows, key=age)


def _group(network: Network, row: Rating, by: Division | None) -> str | None:
    if by is None:
        return ""
    if by == "level":
        return row.said.level
    return network.organisation(row.said.speaker).kind if row.said.speaker else None


def _row(network: Network, item: _Item, condition: Condition, group: str) -> SafeMedian:
    scores = sorted(one.score for one in item.groups[group])
    return SafeMedian(
        condition=condition,
        group=group or None,
        median=float(median(scores)),
        split=is_split(scores, _SCALE),
        labels=members_of(network, item.by, group),
    )
