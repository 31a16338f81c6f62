"""The guided walk: the steps that a facilitator goes through with those at the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from netdeps.editions import Edition, may_see
from netdeps.errors import AudienceError, quoted
from netdeps.maps.rows import Scene, Table
from netdeps.maps.story import Story
from netdeps.model import LANGUAGES, Step
from netdeps.words import Bilingual, Fact, Phrase, Says

_MOST_CONVERSATIONS = 3

Stop = dict[str, Any]
"""A step as the page takes it: its title and text in each language, and where it looks."""


def checked_walk(walk: tuple[Step, ...] | None, shown: Edition) -> tuple[Step, ...] | None:
    """Give the walk that somebody gave to a map, once it fits the edition; None where nobody did.

    Raises
    ------
    InvalidRecordsError
        When a step names something that is not in the edition.
    AudienceError
        When a step is not for this audience.
    """
    if walk is None:
        return None
    steps = shown.network.with_fields({"walk": walk}).walk
    for number, step in enumerate(steps, start=1):
        if not may_see(step, shown.audience):
            raise _not_for(number, shown.audience)
    return steps


def stops(
    scene: Scene,
    steps: tuple[Step, ...] | None,
    gaps: Table,
    stories: Sequence[Story],
    *,
    first: int = 1,
) -> list[Stop]:
    """Give the walk of a map: the steps it was given, those of the case, or what there is to see."""
    if steps is None and not scene.network.walk:
        return list(_by_itself(scene, gaps, stories, first))
    written = scene.network.walk if steps is None else steps
    return [_stop(step, scene) for step in written if _shows_anybody(step, scene)]


def _not_for(number: int, audience: str) -> AudienceError:
    least = "public" if audience == "public" else "table"
    return AudienceError(
        f"walk[{number}] may not be seen by {quoted(audience)}, for whom the map is; "
        f"give the step said={{'visibility': {least!r}}}, or leave it out."
    )


def _stop(step: Step, scene: Scene) -> Stop:
    at = {
        "view": step.view,
        "layout": step.layout,
        "level": step.level,
        "dossier": step.dossier,
        "organisation": step.organisation,
        "between": list(step.between or ()),
        "hide": _hidden(step, scene),
    }
    return {
        "title": [step.title] * len(LANGUAGES),
        "text": [step.text] * len(LANGUAGES),
        "at": {name: found for name, found in at.items() if found},
    }


def _shows_anybody(step: Step, scene: Scene) -> bool:
    """Tell whether a step for some kinds alone finds one of them in this edition."""
    return not step.kinds or len(_hidden(step, scene)) < len(scene.looks)


def _hidden(step: Step, scene: Scene) -> list[str]:
    """Give the kinds to switch off; whoever a step looks at stays in sight, of any kind."""
    if not step.kinds:
        return []
    looked_at = {step.organisation, *(step.between or ())} - {None}
    kept = {*step.kinds, *(one.kind for one in scene.network.organisations if one.id in looked_at)}
    return [look.id for look in scene.looks if look.id not in kept]


def _by_itself(scene: Scene, gaps: Table, stories: Sequence[Story], first: int) -> Iterator[Stop]:
    """Walk from the whole to the missing lines, and then to the conversations that matter most."""
    network = scene.network
    if network.dependencies:
        counts: dict[str, Fact] = {
            "organisations": Phrase.of("count.organisations", {"count": len(network.ids)}),
            "needs": Phrase.of("count.needs", {"count": len(network.dependencies)}),
        }
        whole = Phrase.of("walk.whole_text", counts)
        yield _told(Phrase("walk.whole"), whole, {"view": "dependencies"})
    if gaps.rows:
        missing = Phrase.of("walk.missing_text", {"count": len(gaps.rows)})
        yield _told(Phrase("walk.missing"), missing, {"view": "gaps"})
    for number, story in enumerate(stories[:_MOST_CONVERSATIONS], start=1):
        title = Phrase.of("walk.conversation", {"number": number, "parties": _who(story, scene)})
        yield _told(
            title, Bilingual(*story["question"]), {"view": "gaps", "finding": first + number - 1}
        )


def _who(story: Story, scene: Scene) -> tuple[Says, ...]:
    """Name who would talk: the two of one line, or the kinds between which many lines run."""
    network = scene.network
    ids = [network.ids[number] for pair in story["pairs"] for number in pair]
    if story["gap"] is not None:
        return tuple(Bilingual(network.names[one], network.names[one]) for one in ids)
    kinds = {network.organisation(one).kind for one in ids}
    return tuple(
        Bilingual(look.many["nl"], look.many["en"]) for look in scene.looks if look.id in kinds
    )


def _told(title: Says, text: Says, at: dict[str, Any]) -> Stop:
    return {
        "title": [title.sentence(language) for language in LANGUAGES],
        "text": [text.sentence(language) for language in LANGUAGES],
        "at": at,
    }
