"""What stands out: the findings behind the missing lines, as tables and as a few sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from netdeps.maps.rows import HIDDEN, Scene, Table
from netdeps.measures import contact_gaps, kind_gaps, questions
from netdeps.measures.rows import ContactGap, KindGap, Question
from netdeps.model import LANGUAGES, LEVELS, Level, Network, Pair
from netdeps.results import Findings, Row

_MOST_SENTENCES = 12
"""The heaviest findings come in their own words; the page says the others in a plain sentence."""

_MOST_KIND_STORIES = 3
_MOST_STORIES = 6

_GAPS = (
    ("parties", "parties"),
    ("dependums", "texts"),
    ("band", "word:band"),
    *((level, "word:state") for level in LEVELS),
    ("missing", HIDDEN),
    ("weak", HIDDEN),
    ("routed_via", "parties"),
    ("sentence", HIDDEN),
    ("question", HIDDEN),
)
_QUESTIONS = (("parties", "parties"), ("levels", "each:level_name"), ("question", HIDDEN))
_KINDS = (
    ("from_kind", "kinds"),
    ("to_kind", "kinds"),
    ("pairs", "number"),
    *((name, "number") for name in ("ties", *LEVELS)),
)

Story = dict[str, Any]


def gap_table(scene: Scene, found: Findings[ContactGap]) -> Table:
    """List the pairs that need each other and have too little contact."""
    rows = tuple(
        (
            scene.parties(gap.parties),
            gap.dependums,
            gap.band,
            *(gap.states.get(level) for level in LEVELS),
            (*gap.missing, *gap.disputed),
            gap.weak,
            scene.parties(gap.routed_via),
            *(_told(gap) if number < _MOST_SENTENCES else (None, None)),
        )
        for number, gap in enumerate(found)
    )
    return Table("gaps", _GAPS, rows)


def question_table(scene: Scene, found: Findings[Question]) -> Table:
    """List what to ask first, because nobody was asked yet: a row for each pair."""
    asked: dict[tuple[str, ...], list[Question]] = {}
    for ask in found:
        asked.setdefault(ask.parties, []).append(ask)
    rows = tuple(
        (
            scene.parties(pair),
            tuple(level for level in LEVELS if level in {ask.level for ask in asks}),
            _told(asks[0])[1] if number < _MOST_SENTENCES else None,
        )
        for number, (pair, asks) in enumerate(asked.items())
    )
    return Table("questions", _QUESTIONS, rows)


def kind_table(scene: Scene, found: Findings[KindGap]) -> Table:
    """List how many pairs are in contact between kinds that need each other, at each level."""
    levels = (None, *LEVELS)
    between: dict[tuple[str, str], dict[str | None, KindGap]] = {}
    for row in found:
        between.setdefault((row.from_kind, row.to_kind), {})[row.level] = row
    rows = tuple(
        (
            scene.kind(kinds[0]),
            scene.kind(kinds[1]),
            at[None].pairs,
            *(at[level].ties if level in at and at[level].pairs else None for level in levels),
        )
        for kinds, at in between.items()
    )
    return Table("kinds", _KINDS, rows)


def tables(scene: Scene) -> tuple[tuple[Table, ...], tuple[Story, ...]]:
    """Give the tables of findings, and the few that stand out."""
    gaps, kinds, asks = (
        contact_gaps(scene.network),
        kind_gaps(scene.network),
        questions(scene.network, subject="contact"),
    )
    found = (
        gap_table(scene, gaps),
        question_table(scene, asks),
        kind_table(scene, kinds),
    )
    return found, tuple(stories(scene, kinds, gaps))


def stories(scene: Scene, kinds: Sequence[KindGap], gaps: Sequence[ContactGap]) -> Iterator[Story]:
    """Give what stands out: whole kinds without a tie first, then the heaviest single lines."""
    between = list(_between_kinds(scene.network, kinds, gaps))[:_MOST_KIND_STORIES]
    for row, pairs in between:
        yield {**_story(scene, row, pairs), "level": row.level, "gap": None}
    for number, gap in enumerate(gaps[: _MOST_STORIES - len(between)]):
        yield {**_story(scene, gap, [gap.parties]), "level": None, "gap": number}


def _between_kinds(
    network: Network, kinds: Iterable[KindGap], gaps: Iterable[ContactGap]
) -> Iterator[tuple[KindGap, list[Pair]]]:
    """Give the gaps between kinds with the lines that they stand for, each two kinds once."""
    kind = {one.id: one.kind for one in network.organisations}
    between: dict[frozenset[str], list[ContactGap]] = {}
    for gap in gaps:
        between.setdefault(frozenset(kind[one] for one in gap.parties), []).append(gap)
    for row in sorted(kinds, key=lambda row: -row.severity):
        both = frozenset({row.from_kind, row.to_kind})
        pairs = [gap.parties for gap in between.get(both, ()) if _is_missing(gap, row.level)]
        if row.form == "none" and len(pairs) > 1:
            del between[both]
            yield row, pairs


def _is_missing(gap: ContactGap, level: Level | None) -> bool:
    absent = (*gap.missing, *gap.disputed)
    return level in absent if level else bool(absent)


def _story(scene: Scene, row: Row, pairs: Iterable[Pair]) -> Story:
    sentence, question = _told(row)
    return {
        "sentence": sentence,
        "question": question,
        "pairs": [scene.parties(pair) for pair in pairs],
        "parties": [],
    }


def _told(row: Row) -> tuple[list[str], list[str]]:
    """Put a finding and its question into words in each language."""
    sentences = [row.sentence(language) for language in LANGUAGES]
    return sentences, [row.question(language) for language in LANGUAGES]
