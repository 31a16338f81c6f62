"""Releasing medians: once for each condition, and later only of the same people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netdeps.editions.audiences import may_see
from netdeps.editions.medians import Person, counted, newest, person_of, safe_medians
from netdeps.editions.releasing import with_own_ids, with_release
from netdeps.editions.safe_median import Division, SafeMedian
from netdeps.errors import OptionError, quoted
from netdeps.model import Level, Median, Network, Rating, Release, Said
from netdeps.words import Phrase, Says


@dataclass(frozen=True)
class ReleasedMedians:
    """A case with medians for the table, and why others are not among them."""

    network: Network
    """The case with one release more."""
    medians: tuple[Median, ...]
    """What the table sees."""
    undefined: Mapping[str, Says]
    """Why other medians are not given; for the facilitator alone."""


def release_medians(
    network: Network, *, date: dt.date, by: Division | None = None, note: str = ""
) -> ReleasedMedians:
    """Let the table see the medians that give nobody away, and keep what was given.

    They are those of ``safe_medians``, kept in the case under ``releases`` as they are now: scores
    that are told later do not change them. A condition is given

    - in one division only, ever: by kind, by level, or all together;
    - a second time only of exactly the people of the first time, by their pseudonyms, when each of
      them gave a new score. Whoever joined is left out; where somebody left, nothing is given. Nor
      is it where it was divided by kind: of which kind somebody was then is not kept.

    Else two medians could be set against each other.

    Raises
    ------
    OptionError
        When no median can be given; the reasons are in it.

    References
    ----------
    netdeps' own; see the page *Medians that give nobody away*.

    Examples
    --------
    >>> import datetime as dt
    >>> import netdeps as nd
    >>> from netdeps import editions
    >>> scores = {"city": 4, "care": 4, "homes": 2, "welfare": 5, "police": 3}
    >>> network = nd.Network(
    ...     organisations=[{"id": one} for one in scores],
    ...     ratings=[{"condition": "ambition", "score": score, "said": {"by": one, "person": one}}
    ...              for one, score in scores.items()],
    ... )
    >>> after = editions.release_medians(network, date=dt.date(2026, 11, 20)).network
    >>> [(one.condition, one.median, one.split) for one in nd.edition(after, "table").network.medians]
    [('ambition', 4.0, True)]
    """
    if not isinstance(network, Network):
        raise OptionError(f"medians are made of a Network; {quoted(network)} was given.")
    earlier = _Earlier(network)
    reasons = earlier.reasons(by)
    ratings = [
        row for row in network.ratings if earlier.allows(row) and row.condition not in reasons
    ]
    found = safe_medians(network.replaced({"ratings": ratings}), by=by)
    undefined = {name: why for name, why in found.undefined.items() if name not in reasons}
    undefined |= reasons
    if not found:
        told = "; ".join(f"{name}: {why.sentence('en')}" for name, why in undefined.items())
        raise OptionError(f"no median can be given ({told}).")
    medians = tuple(_median(row, by) for row in found)
    conditions = {row.condition for row in medians}
    used = [row.id for row in counted(network) if row in ratings and row.condition in conditions]
    kept, ids = with_own_ids(network, "ratings", used)
    fresh = Release(ground="median", date=date, of=ids, note=note, medians=medians)
    return ReleasedMedians(with_release(kept, fresh), medians, undefined)


class _Earlier:
    """What was given before: of each condition the last time, and who was in it."""

    def __init__(self, network: Network) -> None:
        self._scores = tuple(counted(network))
        self._ids = {row.id for row in self._scores}
        self._by_hand = {row.condition for row in network.medians if may_see(row, "table")}
        self._given: dict[str, Release] = {}
        for release in network.releases:
            for row in release.medians:
                self._given[row.condition] = release

    def allows(self, row: Rating) -> bool:
        """Tell whether a score may be in a median now: of those who were in it before, if any."""
        if row.condition not in self._given:
            return True
        return person_of(row) in self._people(self._used(row.condition))

    def reasons(self, by: Division | None) -> dict[str, Says]:
        """Say of each condition that was given before why it cannot be given again."""
        found = {name: self._lacks(name, by) for name in self._given}
        found |= dict.fromkeys(self._by_hand, Phrase("reason.unknown_who_scored"))
        return {name: why for name, why in found.items() if why is not None}

    def _lacks(self, condition: str, by: Division | None) -> Phrase | None:
        release = self._given[condition]
        if {row.division for row in release.medians if row.condition == condition} != {by}:
            return Phrase("reason.other_division")
        before = self._people(self._used(condition))
        if by == "kind" or None in before or not set(release.of) <= self._ids:
            return Phrase("reason.unknown_who_scored")
        now = [row for row in self._of(condition) if person_of(row) in before]
        # where some scores are those of before, two medians together tell the others
        if before.keys() != {person_of(row) for row in now if row.id not in release.of}:
            return Phrase("reason.no_new_scores")
        moved = by == "level" and self._people(now) != before
        return Phrase("reason.other_level") if moved else None

    def _of(self, condition: str) -> list[Rating]:
        return [row for row in self._scores if row.condition == condition]

    def _used(self, condition: str) -> list[Rating]:
        return [row for row in self._of(condition) if row.id in self._given[condition].of]

    @staticmethod
    def _people(rows: Iterable[Rating]) -> dict[Person | None, Level | None]:
        """Give who gave scores, with the level of the newest one."""
        told: dict[Person | None, list[Rating]] = {}
        for row in rows:
            told.setdefault(person_of(row), []).append(row)
        return {one: newest(scores).said.level for one, scores in told.items()}


def _median(row: SafeMedian, by: Division | None) -> Median:
    return Median(
        condition=row.condition,
        median=row.median,
        split=row.split,
        said=Said(visibility="table"),
        **({} if by is None else {by: row.group}),
    )
