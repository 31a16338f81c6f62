"""Run a measure on one network after another, and tell its findings apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from netdeps.errors import OptionError, UndefinedError, UnknownNameError, quoted
from netdeps.graph import Selection, selected
from netdeps.model import Network
from netdeps.results import Findings, Key, Result, Row, Scores
from netdeps.words import Phrase

Measure: TypeAlias = Callable[[Network], Result]
"""Any function from a network to findings or to scores: one of netdeps, one with its options filled
in (``lambda network: measures.contact_gaps(network, level="governing")``), or one of your own."""

FACILITATOR_ONLY = Phrase("caveat.facilitator_only")


@dataclass(frozen=True)
class Seen:
    """One thing that a measure found: a finding, or an organisation with its score."""

    key: Key
    value: float | None
    """What it is ranked by; None where it is not ranked."""
    band: object
    """The band that it is in; None where it has none."""
    row: Row | None
    """The finding; None for a score."""


Sight: TypeAlias = Mapping[Key, Seen]


def look(measure: Measure, network: Network) -> Findings[Row] | Scores:
    """Run the measure on the network as it is, and refuse what cannot be compared."""
    selected(network, Selection())  # refuses what is no network
    if not callable(measure):
        raise OptionError(f"the measure {quoted(measure)} is not a function of a network.")
    result = measure(network)
    if not isinstance(result, Findings | Scores):
        given = quoted(type(result).__name__)
        raise OptionError(f"the measure gives {given}; findings or scores are expected.")
    return result


def look_again(measure: Measure, network: Network) -> Findings[Row] | Scores | None:
    """Run the measure on a network in which less is said.

    None where what the measure asks for, a dossier say, is no longer there.
    """
    try:
        return look(measure, network)
    except (UnknownNameError, UndefinedError):
        return None


def seen(result: Findings[Row] | Scores | None) -> Sight:
    """Give everything that was found by what it is about."""
    if result is None:
        return {}
    if isinstance(result, Scores):
        return {(one,): Seen((one,), value, None, None) for one, value in result.items()}
    return {key: _finding(key, row) for key, row in keyed(result)}


def keyed(result: Findings[Row]) -> Iterator[tuple[Key, Row]]:
    """Give each finding with its key; of several about the same thing the later ones are numbered."""
    if len(result) > 1 and not result[0].key:
        kind = type(result[0]).__name__
        raise OptionError(
            f"the findings of {quoted(result.name)} cannot be told apart; list the fields that say "
            f"what they are about in {kind}.identity."
        )
    times: Counter[Key] = Counter()
    for row in result:
        times[row.key] += 1
        yield (row.key if times[row.key] == 1 else (*row.key, times[row.key])), row


def without_value(result: Findings[Row] | Scores) -> set[Key]:
    """Give the organisations that a measure gives no score."""
    return {(one,) for one in result.undefined} if isinstance(result, Scores) else set()


def ranked(result: Findings[Row] | Scores | None) -> dict[Key, float]:
    """Give what everything is ranked by, and leave out what has no value; refuse other rows."""
    things = seen(result)
    if result is not None and any(_has_no_rank(one.row) for one in things.values()):
        raise OptionError(
            f"the findings of {quoted(result.name)} are not ranked; scores, or findings with a "
            "rank, are expected."
        )
    return {key: one.value for key, one in things.items() if one.value is not None}


def _has_no_rank(row: Row | None) -> bool:
    return row is not None and type(row).rank is Row.rank


def competition_ranks(values: Mapping[Key, float]) -> dict[Key, int]:
    """Give everybody's place: 1, 2, 2, 4."""
    falling = sorted(values.values(), reverse=True)
    first = {value: place for place, value in reversed(list(enumerate(falling, start=1)))}
    return {key: first[value] for key, value in values.items()}


def in_order(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Sort keys, whatever they hold."""
    return tuple(sorted(keys, key=repr))


def label(key: Key) -> str:
    """Write what a finding is about on one line, as results do under ``undefined``."""
    parts = (" – ".join(map(str, one)) if isinstance(one, tuple) else one for one in key)
    return ": ".join(str(one) for one in parts if one is not None)


def sampled(samples: int, *, exact: bool) -> tuple[Phrase, ...]:
    """Warn that shares come from a sample, with the largest standard error that they can have."""
    if exact:
        return ()
    error = round(50 / samples**0.5, 1)
    return (Phrase.of("caveat.sampled_shares", {"samples": samples, "error": error}),)


def _finding(key: Key, row: Row) -> Seen:
    return Seen(key, row.rank, getattr(row, "band", None), row)
