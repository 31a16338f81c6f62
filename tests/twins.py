"""A twin of a case: another that differs in whatever an audience may not see, and in nothing else.

``twin`` adds, drops, renames, retells and reorders all that an edition must not show. What two
editions still differ in, the audience can read off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st
from strategies import Rows, own_kinds

from netdeps.editions.audiences import PARTY, may_name, may_see
from netdeps.editions.reducing import reduced
from netdeps.model import KNOWN_KINDS, OUTSIDE, STATEMENT_LISTS, Network, Record, Said
from netdeps.model.references import _plan, references, restricted

Row = dict[str, Any]

NEW = ("!first", "m-new", "~last")
"""Ids that sort before, among and behind the others."""

UNORDERED = frozenset(
    {
        "acknowledged_by", "asked", "awaited", "confirmed_by", "denied_by", "dependees", "depends_on",
        "involved", "issues", "kinds", "members", "replies", "requires_kinds", "who",
    }
)  # fmt: skip
"""Lists in a record of which an edition does not keep the order."""

_KEEP_THEIR_NAME = ("issues", "tables", "chains", "agreements")
_TELL_OF_A_PARTY = {
    "interviews": "organisation",
    "dependencies": "depender",
    "waits": "waiter",
    "contributions": "giver",
    "valuations": "organisation",
    "felt_balances": "organisation",
    "hats": "organisation",
    "stakes": "organisation",
    "claims": "about",
}
"""Lists whose rows go with the organisation that they are about, and the field that names it."""


def twin(network: Network, data: Any, audience: str) -> Network:
    """Give another case of which this audience must get the very same edition."""
    return _Twin(network, data, audience).made()


@dataclass
class _Twin:
    network: Network
    data: Any
    audience: str
    chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = self.data.draw(st.randoms(use_true_random=False))
        shown = reduced(self.network, self.audience)  # with the names that the case has
        self.party = self.audience.removeprefix(PARTY) if PARTY in self.audience else None
        self.unseen = [one for one in self.network.ids if one not in shown.ids]
        self.hidden = [
            one.id for one in self.network.organisations if not may_name(one, self.audience)
        ]
        """Those who are not seen whatever is told of them; others are where something seen names them."""
        self.issues = [one.id for one in self.network.issues if not may_see(one, self.audience)]

    def made(self) -> Network:
        """Make it step by step; each step changes what the one before it left."""
        self._drop()
        self._rename("organisations", self.unseen)
        self._rename("issues", self.issues)
        lists = {
            name: [row.model_dump() for row in rows] for name, rows in self.network.lists.items()
        }
        self._add_names(lists)
        for name in STATEMENT_LISTS:
            lists[name] = self._rows(name, lists)
        self._add_rows(lists)
        for rows in lists.values():
            self._mix(rows)
        lists["organisations"] = [self._organisation(row) for row in lists["organisations"]]
        self._move_days(lists)
        for name, rows in lists.items():
            if name != "walk":
                self.chance.shuffle(rows)
        return Network(**{**self._head(), **lists})

    def _head(self) -> Row:
        kept = {name: getattr(self.network, name) for name in ("name", "date", "language")}
        term = self.chance.choice([None, dt.date(2030, 1, self.chance.randint(1, 31))])
        return {**kept, "purpose": self.chance.choice(["", "to talk"]), "retain_until": term}

    def _drop(self) -> None:
        """Leave out some who are not seen, with what is about them."""
        speak = {
            one.said.by
            for row in (
                *self.network.contacts,
                *self.network.dependencies,
                *self.network.contributions,
            )
            for one in (row, *getattr(row, "replies", ()))
        }
        # of two who are not seen it shows whether they are the same: one takes back its own word
        gone = {one for one in self.unseen if one not in speak and self._maybe()}
        lost = {one for one in self.issues if self._maybe()}
        rows = {name: self._left(name, gone, lost) for name in self.network.lists}
        self.network = self.network.replaced(rows)
        self.unseen = [one for one in self.unseen if one not in gone]
        self.hidden = [one for one in self.hidden if one not in gone]
        self.issues = [one for one in self.issues if one not in lost]

    def _left(self, name: str, gone: Collection[str], lost: Collection[str]) -> list[Record]:
        found: list[Record | None] = [
            row for row in self.network.lists[name]
            if not (name == "organisations" and row.id in gone)  # type: ignore[attr-defined]
            and not (name == "issues" and row.id in lost)  # type: ignore[attr-defined]
        ]  # fmt: skip
        for to, names in (("organisations", gone), ("issues", lost)):
            found = [
                restricted(row, to, lambda one, names=names: one not in names)
                for row in found
                if row
            ]
        return [row for row in found if row]

    def _rename(self, to: str, names: list[str]) -> None:
        """Call those who are not seen otherwise, so that they sort elsewhere."""
        ends = [f"{self.chance.choice('!aMz~')}{number}-re" for number in range(len(names))]
        self.chance.shuffle(ends)
        called = {one: end for one, end in zip(names, ends, strict=True) if self._maybe()}
        lists = {}
        for name, rows in self.network.lists.items():
            plain = [_renamed(row, to, called) for row in rows]
            if name == to:
                plain = [{**row, "id": called.get(row["id"], row["id"])} for row in plain]
            lists[name] = plain
        self.network = self.network.with_fields(lists)
        names[:] = [called.get(one, one) for one in names]
        if to == "organisations":
            self.hidden = [called.get(one, one) for one in self.hidden]

    def _add_names(self, lists: dict[str, list[Row]]) -> None:
        """Add organisations, issues and kinds that are not seen."""
        kinds = [
            one for one in self.data.draw(own_kinds()) if one["id"] not in _ids(lists["kinds"])
        ]
        lists["kinds"] += kinds
        of_kind = [*KNOWN_KINDS, *(one["id"] for one in lists["kinds"])]
        for name in self.chance.sample(NEW, self.chance.randint(0, 3)):
            whole = self.chance.choice([None, *_ids(lists["organisations"])])
            row = {"id": name, "kind": self.chance.choice(of_kind), "part_of": whole}
            said = None if name == NEW[1] else self._unseen_said()
            lists["organisations"].append({**row, "said": said, "name": self._word()})
            self.unseen.append(name)
            if said is not None:
                self.hidden.append(name)
        for name in self.chance.sample(NEW, self.chance.randint(0, 2)):
            lists["issues"].append({"id": name, "said": self._unseen_said(), "title": self._word()})
            self.issues.append(name)

    def _organisation(self, row: Row) -> Row:
        """Tell otherwise who named one that is not seen, or the party itself in confidence."""
        said = row["said"]
        if said is not None:
            seen = row["id"] != self.party and may_name(_only(row), self.audience)
            own = self.party is not None and said["by"] == self.party
            in_confidence = row["id"] == self.party and said["visibility"] == "facilitator"
            if (
                not own
                and (not seen or in_confidence)
                and (row["id"] != self.party or in_confidence)
            ):
                said = {**self._unseen_said(), "visibility": said["visibility"]}
            row = {**row, "said": {**said, "person": self._word()}}
        if (
            row["part_of"] is None
            and self.hidden
            and row["id"] not in self.unseen
            and self._maybe()
        ):
            row = {**row, "part_of": self.chance.choice(self.hidden)}
        if row["id"] in self.unseen:
            row = {**row, "name": self._word(), "region": self._word(), "part_of": None}
        return row

    def _rows(self, name: str, lists: dict[str, list[Row]]) -> list[Row]:
        """Keep the rows that are seen as they are, but for what does not show; others go or double."""
        found: list[Row] = []
        for row in lists[name]:
            if not self._sees(row):
                copies = 1 if name == "issues" else self.chance.randint(0, 2)
                found += [self._retold(name, row, number) for number in range(copies)]
                continue
            if name not in _KEEP_THEIR_NAME:
                row["id"] = self.chance.choice(["", f"{name} {len(found)} {self.chance.random()}"])
            found.append(self._with_unseen(type(getattr(self.network, name)[0]), row))
        return found

    def _retold(self, name: str, row: Row, number: int) -> Row:
        own = row["id"] if name == "issues" else f"{row['id']} again {number}"
        row = deepcopy(row)
        keeps = own if name in _KEEP_THEIR_NAME else self.chance.choice(["", own])
        return {
            **row,
            "id": keeps,
            "said": {**row["said"], **self._unseen_words(), "remark": self._word()},
        }

    def _add_rows(self, lists: dict[str, list[Row]]) -> None:
        """Add rows that are not seen, and rows that go with an organisation that is not seen."""
        names, issues = _ids(lists["organisations"]), _ids(lists["issues"])
        rows = Rows(names, issues, [*KNOWN_KINDS])
        for name in self.chance.sample(STATEMENT_LISTS, 5):
            make = getattr(rows, name, None)
            few = len(names) < 2 or (name == "stakes" and not issues)
            if name == "issues" or make is None or few:
                continue
            row = {**self.data.draw(make()), "said": self._unseen_said()}
            about = _TELL_OF_A_PARTY.get(name)
            if about and self.hidden and self._maybe():
                row = {**row, about: self.chance.choice(self.hidden), "said": self._any_said()}
            if _fits(row):
                row["id"] = f"new {name}" if name in _KEEP_THEIR_NAME else ""
                lists[name].insert(self.chance.randint(0, len(lists[name])), row)

    def _with_unseen(self, model: type[Record], row: Row) -> Row:
        """Mention or no longer mention in a row that is seen those who are not."""
        row = (
            {**row, "said": self._as_seen(row["said"], model.__name__)}
            if "said" in row
            else {**row}
        )
        if "persons" in row:
            row["persons"] = [self._word() for _ in range(self.chance.randint(0, 2))]
        if "replies" in row:
            row["replies"] = self._replies(row["replies"])
        for name, refers, nested in _plan(model):
            if name in {"said", "replies"}:
                continue
            if nested:
                inner = [self._with_unseen(_model_of(model, name), one) for one in _many(row[name])]
                row[name] = (
                    inner if isinstance(row[name], list | tuple) else next(iter(inner), None)
                )
            elif refers is not None and refers.to != "kinds":
                hidden = self.hidden if refers.to == "organisations" else self.issues
                themselves = {row.get("waiter"), row.get("depender")}
                others = [one for one in hidden if one not in themselves]
                row[name] = self._mention(row[name], refers.lost, others)
        return row

    def _mention(self, value: Any, lost: str, hidden: list[str]) -> Any:
        if lost == "drop" or not hidden or self._maybe():
            return value
        if isinstance(value, list | tuple):
            left = [one for one in value if one not in hidden] if lost == "forget" else [*value]
            outside = {OUTSIDE, *hidden} & {*value}
            new = [one for one in hidden if one not in left and self._maybe()]
            left += new if lost == "forget" or outside else []
            if lost == "forget":
                return self._among(left, value)
            return left
        if lost == "outside":
            return self.chance.choice([OUTSIDE, *hidden]) if value in {OUTSIDE, *hidden} else value
        return self.chance.choice([None, *hidden]) if value in {None, *hidden} else value

    def _among(self, left: list[str], value: Collection[str]) -> list[str]:
        """Put the new ones anywhere among the others, which stay in their order."""
        old = [one for one in left if one in value]
        for one in left:
            if one not in value:
                old.insert(self.chance.randint(0, len(old)), one)
        return old

    def _as_seen(self, said: Row, of: str) -> Row:
        said = {**said, "person": self.chance.choice([None, self._word()])}
        if said["setting"] in {"interview", "bilateral"} and said["by"] in {
            None,
            OUTSIDE,
            *self.hidden,
        }:
            said["remark"] = self.chance.choice([None, self._word()])
        # whether two contacts or replies were told by the same speaker decides which still stands
        if of not in {"Contact", "Reply"}:
            said["by"] = self._mention(said["by"], "outside", self.hidden)
        return said

    def _replies(self, replies: Collection[Row]) -> list[Row]:
        seen = [
            {**one, "said": self._as_seen(one["said"], "Reply")}
            for one in replies
            if self._sees(one)
        ]
        for _ in range(self.chance.randint(0, 2)):
            says = self.chance.choice(["confirmed", "denied"])
            seen.insert(
                self.chance.randint(0, len(seen)), {"says": says, "said": self._unseen_said()}
            )
        return seen

    def _mix(self, rows: list[Row]) -> None:
        """Note down in another order what is in no order."""
        for row in rows:
            for name in UNORDERED & row.keys():
                row[name] = self.chance.sample([*row[name]], len(row[name]))

    def _move_days(self, lists: dict[str, list[Row]]) -> None:
        """Move every day within its month; what was told before another is still told before it."""
        held = [one for rows in lists.values() for row in rows for one in _dated(row)]
        months: dict[tuple[int, int], set[int]] = {}
        for one in held:
            months.setdefault((one["date"].year, one["date"].month), set()).add(one["date"].day)
        moved = {}
        for (year, month), days in months.items():
            new = sorted(self.chance.sample(range(1, max(28, *days) + 1), len(days)))
            moved |= {
                dt.date(year, month, old): dt.date(year, month, day)
                for old, day in zip(sorted(days), new, strict=True)
            }
        for one in held:
            one["date"] = moved[one["date"]]

    def _sees(self, row: Row) -> bool:
        return may_see(_only(row), self.audience)

    def _unseen_said(self) -> Row:
        levels = ["facilitator", "table"] if self.audience == "public" else ["facilitator"]
        return {**self._unseen_words(), "visibility": self.chance.choice(levels)}

    def _any_said(self) -> Row:
        """Say it for anybody: it is about somebody who is not seen."""
        visibility = self.chance.choice(["public", "table", "facilitator"])
        return {**self._unseen_words(), "visibility": visibility}

    def _unseen_words(self) -> Row:
        speakers = [one for one in self.network.ids if one != self.party]
        return {
            "by": self.chance.choice([None, OUTSIDE, *speakers]),
            "person": self._word(),
            "date": self.chance.choice([None, dt.date(2021, 4, self.chance.randint(1, 30))]),
            "confidence": self.chance.random(),
            "setting": self.chance.choice([None, "interview", "table"]),
        }

    def _word(self) -> str:
        return self.chance.choice(["hush", "Zx9", "a whisper", "0"])

    def _maybe(self) -> bool:
        return self.chance.random() < 0.5


class _Spoken(Record):
    """Anything that somebody told, for asking who may see it."""

    id: str = ""
    said: Said | None = None


def _only(row: Row) -> Any:
    return _Spoken(id=row.get("id", ""), said=row["said"])


def _ids(rows: Collection[Row]) -> list[str]:
    return [row["id"] for row in rows]


def _many(value: Any) -> list[Any]:
    return [*value] if isinstance(value, list | tuple) else [value] if value is not None else []


def _model_of(model: type[Record], name: str) -> type[Record]:
    """Find the records that a field holds."""
    from netdeps.leaks.withheld import _held

    return next(one for one in _held(model.model_fields[name]) if issubclass(one, Record))


def _renamed(row: Record, to: str, called: dict[str, str]) -> Row:
    """Give a record with other names for those that it refers to."""
    plain: Row = row.model_dump()
    if to != "kinds":
        for one in references(row):
            if one.refers.to == to and one.id in called:
                _put(plain, one.path, called[one.id])
    return plain


def _put(plain: Any, path: tuple[str | int, ...], value: str) -> None:
    *above, last = path
    for step in above:
        if isinstance(plain[step], tuple):
            plain[step] = [*plain[step]]
        plain = plain[step]
    plain[last] = value


def _dated(row: Row) -> Iterator[Row]:
    """Give whatever in a row holds a day on which something was said."""
    said = [row.get("said"), *(one["said"] for one in row.get("replies", ()))]
    yield from (one for one in said if one and one.get("date"))
    if "asked" in row and row.get("date"):
        yield row


def _fits(row: Row) -> bool:
    """Tell whether nobody is named twice in a row in which each is named once."""
    one, others = (
        row.get("depender", row.get("waiter")),
        row.get("dependees", row.get("awaited", ())),
    )
    if "giver" in row:
        return bool(row["giver"] != row["taker"])
    return one is None or (one not in others and len({*others}) == len(others))
