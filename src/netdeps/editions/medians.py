"""The medians of scores that the table may see although each score was told in confidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from netdeps.editions.audiences import may_name, may_see
from netdeps.editions.safe_median import SafeMedian
from netdeps.editions.statistics import Scale, is_split, median
from netdeps.errors import OptionError, check_option, quoted
from netdeps.model import LEVELS, Fixed, Network, Rating
from netdeps.model.voices import Condition
from netdeps.results import About, Findings
from netdeps.words import Phrase, Says

Division: TypeAlias = Literal["kind", "level"]
"""What those who gave a score can be divided by: the kind of their organisation, or their level."""

_SCALE = Scale(1, 5)
_FEWEST_ORGANISATIONS = 3
_ABOUT = About(
    name="safe_medians",
    definition=Phrase("measure.safe_medians"),
    caveats=(Phrase("caveat.one_division"),),
    visibility="facilitator",  # for the reasons in ``undefined``; the rows are for the table
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
      and its departments are one; people of whom no organisation is known may be anybody's
      colleagues and count with the largest;
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
        item = _Item(_raters(network, condition, by), by)
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


@dataclass(frozen=True)
class _Item:
    """The scores of one condition, and which groups can be given."""

    raters: Sequence[_Rater]
    by: Division | None

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
        return {name: found for name, group in self.groups.items() if (found := _lacks(group))}

    @cached_property
    def given(self) -> list[str]:
        """Give the groups that can be given while those who are left are hidden among enough."""
        given = self.groups.keys() - self.lacks.keys()
        while given:
            left = [one for one in self.raters if one.group not in given]
            if not (left and _lacks(left)):
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


def _lacks(raters: Sequence[_Rater]) -> Phrase | None:
    """Say what some scores lack to be given together; None where they can be."""
    colleagues = Counter(one.organisation for one in raters)
    nameless = colleagues.pop(None, 0)
    known = max(colleagues.values(), default=0) + nameless + sum(one.seen for one in raters)
    if len(colleagues) < _FEWEST_ORGANISATIONS:
        fewest = {"least": _FEWEST_ORGANISATIONS}
        return Phrase.of("reason.too_few_rating_organisations", fewest)
    return Phrase("reason.too_few_raters") if len(raters) < 2 * known + 3 else None


def _place(group: str) -> tuple[int, str]:
    """Sort levels as they are, and kinds by name."""
    return ([*LEVELS, group].index(group), group)


def _raters(network: Network, condition: str, by: Division | None) -> list[_Rater]:
    """Give whoever gave a score, each once."""
    told: dict[object, list[Rating]] = {}
    for number, row in enumerate(network.ratings):
        speaker, person = row.said.speaker, row.said.person
        known = speaker is None or may_name(network.organisation(speaker), "table")
        if row.condition == condition and known:
            told.setdefault((row.said.by, person) if person else number, []).append(row)
    return [_rater(network, rows, by) for rows in told.values()]


def _rater(network: Network, rows: Sequence[Rating], by: Division | None) -> _Rater:
    newest = _newest(rows)
    speaker = newest.said.speaker
    return _Rater(
        score=newest.score,
        organisation=None if speaker is None else _whole(network, speaker),
        group=_group(network, newest, by),
        seen=any(may_see(row, "table") for row in rows),
    )


def _newest(rows: Iterable[Rating]) -> Rating:
    """Give the newest score of one person; of one day, by level before by score.

    So no score decides which group somebody is in, nor the order in which they were told.
    """

    def age(row: Rating) -> tuple[int, int, int]:
        day = row.said.date or dt.date.min
        return (-day.toordinal(), [*LEVELS, row.said.level].index(row.said.level), row.score)

    return min(rows, key=age)


def _whole(network: Network, organisation: str) -> str:
    """Give the organisation of which this is a department, or itself."""
    return [organisation, *network.wholes_of(organisation)][-1]


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
        labels=Fixed({"members": _members(network, item.by, group)} if group else {}),
    )


def _members(network: Network, by: Division | None, group: str) -> Says:
    if by == "kind":
        return network.kind_label(group, form="kinds")
    return Phrase.of("finding.safe_median.people", {"level": Phrase(f"level.{group}")})
