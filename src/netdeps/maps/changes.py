"""What is different from an earlier moment, or from before a scenario: lines and organisations.

Nothing is called new or gone because nobody was asked: what is not certain at one of the two
moments, since it was not told or two parties disagree, is shown as that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from netdeps.graph import State, asked_about, contact_states
from netdeps.maps.layout import Place
from netdeps.maps.paint import INK, PAPER
from netdeps.maps.places import free_spot
from netdeps.maps.rows import Scene, Table
from netdeps.model import LANGUAGES, LEVELS, TOGETHER, Level, Network
from netdeps.words import day, say

Change = Literal["came", "went", "stayed", "known", "untold"]
Known = Literal["yes", "no", "unknown"]
Ends = tuple[str, str]
Line = tuple[Change, str, Ends, str, tuple[Level, ...]]
Reports = Mapping[tuple[str, ...], Known]

_COLUMNS = (
    ("change", "word:change"),
    ("of", "word:changed"),
    ("first", "party"),
    ("second", "party"),
    ("what", "text"),
    ("levels", "each:level_name"),
)
_VIEW = "changes"
_ORDER: tuple[Change, ...] = ("went", "came", "untold", "known", "stayed")
_SIZE = 11.0


@dataclass(frozen=True)
class Moments:
    """Two networks beside each other, and the numbers of who is on either map."""

    scene: Scene
    before: Network | None
    """The earlier one; None where there is only this one."""
    first: int
    """The number of the first organisation that was on the earlier map alone."""

    @property
    def gone(self) -> tuple[str, ...]:
        """Who was on the earlier map and is not on this one."""
        then = self.before.ids if self.before else ()
        return tuple(one for one in then if one not in self.scene.numbers)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of everybody on either map."""
        gone = {one: self.first + number for number, one in enumerate(self.gone)}
        return {**self.scene.numbers, **gone}


def tables(moments: Moments) -> tuple[Table, ...]:
    """List each line that was or is there, and what became of it."""
    if moments.before is None:
        return ()
    networks = moments.before, moments.scene.network
    rows = [*_contacts(*networks), *_needs(*networks), *_gifts(*networks)]
    numbers = moments.numbers
    cells = (
        (change, of, numbers[ends[0]], numbers[ends[1]], what, levels)
        for change, of, ends, what, levels in rows
        if ends[0] in numbers and ends[1] in numbers
    )
    ordered = sorted(cells, key=lambda row: (_ORDER.index(row[0]), row[1:5]))
    return (Table(_VIEW, _COLUMNS, tuple(ordered)),)


def _contacts(before: Network, after: Network) -> Iterator[Line]:
    """Follow the contact of each pair; a pair may have come into contact at one level alone."""
    then, now = _by_level(before), _by_level(after)
    for ends in sorted({key[:2] for key in {**then, **now}}):
        by_level = {
            level: change
            for level in LEVELS
            if (change := _became(then.get((*ends, level)), now.get((*ends, level))))
        }
        for change in _ORDER:
            levels = tuple(level for level, found in by_level.items() if found == change)
            if levels:
                yield change, "contact", (ends[0], ends[1]), "", levels


def _by_level(network: Network) -> Reports:
    return {
        (*ends, level): _certain(one.state)
        for ends, states in contact_states(network).items()
        for level, one in states.items()
    }


def _certain(state: State) -> Known:
    """Take a contact about which two parties disagree as not certain: it did not come or go."""
    return "unknown" if state == "disputed" else state


def _needs(*networks: Network) -> Iterator[Line]:
    yield from _told(networks, "need", _needed, "dependencies")


def _gifts(*networks: Network) -> Iterator[Line]:
    yield from _told(networks, "gift", _given, "contributions")


def _needed(network: Network) -> Iterator[tuple[str, str, str]]:
    for need in network.dependencies:
        for who in need.dependees:
            if who in network.names and who != need.depender:
                yield need.depender, who, need.dependum


def _given(network: Network) -> Iterator[tuple[str, str, str]]:
    for gift in network.contributions:
        if gift.taker in network.names and gift.taker != TOGETHER:
            yield gift.giver, gift.taker, gift.resource


def _told(
    networks: Sequence[Network],
    of: str,
    lines: Callable[[Network], Iterable[tuple[str, str, str]]],
    topic: Literal["dependencies", "contributions"],
) -> Iterator[Line]:
    """Follow what somebody needs or brings; it is absent only where that party was heard about it."""
    found = [dict.fromkeys(lines(network)) for network in networks]
    heard = [
        asked_about(network, topic) | {line[0] for line in told}
        for network, told in zip(networks, found, strict=True)
    ]
    for line in sorted({**found[0], **found[1]}):
        reports: list[Known] = [
            "yes" if line in told else "no" if line[0] in known else "unknown"
            for told, known in zip(found, heard, strict=True)
        ]
        change = _became(*reports)
        if change:
            yield change, of, (line[0], line[1]), line[2], ()


def _became(then: Known | None, now: Known | None) -> Change | None:
    """Say what became of a line; None where it was there at neither moment."""
    if now == "yes":
        return "stayed" if then == "yes" else "came" if then == "no" else "known"
    if then == "yes":
        return "went" if now == "no" else "untold"
    return None


def facts(moments: Moments) -> dict[str, Any]:
    """Say when the two moments were, and who is on this map and was not on the earlier one."""
    before, network = moments.before, moments.scene.network
    if before is None:
        return {}
    return {
        "moments": [_when(before, "before"), _when(network, "now")],
        "joined": [moments.scene.numbers[one] for one in network.ids if one not in before.names],
    }


def _when(network: Network, sort: str) -> list[str]:
    return [
        day(network.date, language) if network.date else say(f"map.moment.{sort}", language)
        for language in LANGUAGES
    ]


def extras(moments: Moments) -> list[dict[str, Any]]:
    """Say what the shapes are that stand for who is not on this map any more."""
    names = moments.before.names if moments.before else {}
    return [
        {
            "sort": "gone",
            "id": one,
            "name": [names[one]] * len(LANGUAGES),
            "views": [_VIEW],
            "shape": "dot",
            "colour": INK,
            "fill": "hollow",
            "dashed": True,
        }
        for one in moments.gone
    ]


def nodes(moments: Moments, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """Place who is gone near those with whom they had a line, and leave everybody else in place."""
    taken = dict(places)
    near = _partners(moments.before) if moments.before else {}
    for one in moments.gone:
        known = [taken[other] for other in sorted(near.get(one, ())) if other in taken]
        every = list(taken.values()) or [(0, 0)]
        taken[one] = free_spot(every, known or every)
    paint = {"background": PAPER, "border": INK}
    return [
        {
            "id": f"o{moments.numbers[one]}",
            "label": " ",
            "shape": "dot",
            "color": {**paint, "hover": paint, "highlight": paint},
            "shapeProperties": {"borderDashes": [4, 3]},
            "size": _SIZE,
            "x": taken[one][0],
            "y": taken[one][1],
        }
        for one in moments.gone
    ]


def _partners(network: Network) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    lines = [*(one.between for one in network.contacts)]
    lines += [line[:2] for line in (*_needed(network), *_given(network))]
    for first, second in lines:
        partners.setdefault(first, set()).add(second)
        partners.setdefault(second, set()).add(first)
    return partners
