"""What somebody could work out who sets an export beside what was given before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

from netdeps.editions.audiences import AUDIENCES
from netdeps.editions.difference import Difference, Sort
from netdeps.editions.fingerprints import (
    Export,
    Holding,
    holding,
    list_of,
    of_organisation,
)
from netdeps.graph import SMALLEST
from netdeps.model import Given, GivenLog
from netdeps.model.voices import Condition


def differences(export: Export, log: GivenLog) -> tuple[Difference, ...]:
    """What somebody could work out who has this export and what was given before.

    Somebody with the edition for the table also has the public one and earlier ones for the table;
    a party has its own, those for the table and the public ones. With each entry of the log that
    the same readers have, the edition is compared that its audience would get now:

    - *joined*, *left*: fewer than three organisations came in or went; of another moment of the
      case *wave_joined*, *wave_left*;
    - *subgroup*: one of the two is a part, and fewer than three are in the rest;
    - *one_speaker*, *no_speaker*: all that is new was told by one organisation with its departments,
      or by nobody who is named;
    - *gone*: statements that were in it are not any more; of another moment that says nothing;
    - *median_group*, *median_changed*: a median by another division or of another group, or another
      value of the same one;
    - *unlike*: nobody of what was given is in this case;
    - *other_case*: the log has files of a case of another name, which are not compared;
    - *everything*: the edition is the facilitator's, which is compared with nothing.

    The newest entry comes first; the same difference from several entries is told once. It is for
    the facilitator alone.

    Examples
    --------
    >>> import datetime as dt
    >>> import netdeps as nd
    >>> from netdeps.editions import Export, new_log, noted
    >>> said = {"visibility": "table"}
    >>> parties = [{"id": one, "said": said} for one in ("care", "city", "homes", "police")]
    >>> then, now = nd.Network(organisations=parties[:3]), nd.Network(organisations=parties)
    >>> day = dt.date(2026, 5, 3)
    >>> log = noted(Export(then, "table"), new_log(), to="the table", file="map.html", day=day)
    >>> [(one.sort, one.organisations) for one in differences(Export(now, "table"), log)]
    [('joined', ('police',))]
    """
    if export.sort == "facilitator":
        return (Difference(sort="everything"),)
    table = _Comparison(export, log)
    others = tuple(one for one in log.given if one.case != export.network.name)
    found = [Difference(sort="other_case", earlier=others)] if others else []
    for entry in table.shared:
        found += table.against(entry)
    return _merged(found)


def given_before(export: Export, log: GivenLog) -> tuple[Given, ...]:
    """Find the entries of a log that hold the very same for the same readers, newest first."""
    table = _Comparison(export, log)
    return tuple(one for one in table.shared if one.audience == export.sort and table.same(one))


@dataclass(frozen=True)
class _Comparison:
    """An export beside the entries of a log."""

    export: Export
    log: GivenLog

    @property
    def shared(self) -> list[Given]:
        """Give the entries that the readers of the export have too, newest first."""
        rows = [one for one in self.log.given if self._is_shared(one)]
        return sorted(rows, key=lambda one: one.day)[::-1]  # of one day the last that was noted

    def same(self, entry: Given) -> bool:
        """Tell whether an entry holds what the export holds."""
        now = self.held[entry.audience]
        same = (now.organisations.keys() == set(entry.organisations)) and (
            now.statements == Counter(entry.statements)
        )
        return same and entry.moment == self.export.network.date

    def against(self, entry: Given) -> Iterator[Difference]:
        """Tell what can be worked out with one entry."""
        now, then = self.held[entry.audience], set(entry.organisations)
        came, went = now.organisations.keys() - then, then - now.organisations.keys()
        if then and then.isdisjoint(self.everybody):
            yield Difference(sort="unlike", earlier=(entry,))
        elif (came or went) and not (entry.whole and self.export.within is None):
            if not (came and went):
                yield from self._few("subgroup", entry, came | went)
        else:
            wave = self._is_another_moment(entry)
            yield from self._few("wave_joined" if wave else "joined", entry, came)
            yield from self._few("wave_left" if wave else "left", entry, went)
            yield from self._told(entry, now)
            if not wave:
                yield from self._gone(entry, now)
                yield from self._medians(entry, now)

    @cached_property
    def held(self) -> Mapping[str, Holding]:
        """Give what each audience would get now; like is compared with like."""
        wanted = {one.audience for one in self.shared}
        names = {one: self.export.audience if one == "party" else one for one in wanted}
        return {one: holding(self.export, name, self.log.salt) for one, name in names.items()}

    @cached_property
    def everybody(self) -> Mapping[str, str]:
        """Give everybody who is in the case, by fingerprint, also those who are not shown."""
        return {of_organisation(self.log.salt, one): one for one in self.export.names}

    def _is_shared(self, entry: Given) -> bool:
        if entry.case != self.export.network.name or entry.audience == "facilitator":
            return False
        if entry.audience == "party":
            party = self.export.party
            return party is not None and entry.party == of_organisation(self.log.salt, party)
        reader = "table" if self.export.party else self.export.audience
        return AUDIENCES.index(entry.audience) <= AUDIENCES.index(reader)

    def _is_another_moment(self, entry: Given) -> bool:
        moments = {entry.moment, self.export.network.date}
        return len(moments) > 1 and None not in moments

    def _few(self, sort: Sort, entry: Given, prints: Collection[str]) -> Iterator[Difference]:
        """Name the organisations where they are so few that a difference is theirs."""
        if 0 < len(prints) < SMALLEST:
            known = sorted(self.everybody[one] for one in prints if one in self.everybody)
            unnamed = len(prints) - len(known)
            yield Difference(
                sort=sort,
                earlier=(entry,),
                organisations=tuple(known),
                unnamed=unnamed,
                names=self.export.names,
            )

    def _told(self, entry: Given, now: Holding) -> Iterator[Difference]:
        """Tell whether all that is new was told by one speaker, and what by nobody who is named.

        The two are looked at apart: what nobody is named for does not hide who told the rest. What
        the readers told themselves they know.
        """
        came = now.statements - Counter(entry.statements)
        fresh: dict[str | None, Counter[str]] = {}
        for mark, times in came.items():
            if mark in now.speakers:
                who = self._whole(now.speakers[mark])
                fresh.setdefault(who, Counter())[mark] += times
        fresh.pop(self.export.party or "", None)
        yield from self._told_by(entry, "no_speaker", fresh.pop(None, None), ())
        if len(fresh) == 1:
            ((name, marks),) = fresh.items()
            yield from self._told_by(entry, "one_speaker", marks, (str(name),))

    def _told_by(
        self, entry: Given, sort: Sort, marks: Counter[str] | None, named: tuple[str, ...]
    ) -> Iterator[Difference]:
        if marks:
            yield Difference(
                sort=sort,
                earlier=(entry,),
                organisations=named,
                lists=_by_list(marks),
                names=self.export.names,
            )

    def _gone(self, entry: Given, now: Holding) -> Iterator[Difference]:
        went = Counter(entry.statements) - now.statements
        if went:
            yield Difference(sort="gone", earlier=(entry,), lists=_by_list(went))

    def _medians(self, entry: Given, now: Holding) -> Iterator[Difference]:
        """Tell which medians are of another division or group, or have another value."""
        then = {(one.condition, one.group) for one in entry.medians}
        new = {now.medians[mark] for mark in now.medians if mark not in entry.statements}
        others = {one for one, group in new - then if one in dict(then)}
        found: Mapping[Sort, Collection[str]] = {
            "median_group": others,
            "median_changed": dict(new & then),
        }
        for sort, names in found.items():
            if names:
                conditions = tuple(one for one in get_args(Condition) if one in names)
                yield Difference(sort=sort, earlier=(entry,), conditions=conditions)

    def _whole(self, speaker: str | None) -> str | None:
        """Give the organisation of which this is a department, or itself."""
        for network in (self.export.network, self.export.before):
            if speaker and network and speaker in network.names:
                return network.whole_of(speaker)
        return None


def _by_list(marks: Counter[str]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for mark, times in marks.items():
        counts[list_of(mark)] += times
    return tuple(sorted(counts.items()))


def _merged(found: list[Difference]) -> tuple[Difference, ...]:
    """Tell the same difference from several entries once."""
    rows: dict[Difference, Difference] = {}
    for one in found:
        bare = replace(one, earlier=())
        before = rows.get(bare)
        rows[bare] = replace(one, earlier=(*before.earlier, *one.earlier)) if before else one
    return tuple(rows.values())
