"""From an edition to what a page needs: shapes, lines, tables and findings, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from netdeps.editions import Edition
from netdeps.maps import (
    about,
    across,
    agenda,
    changes,
    giving,
    indirect,
    lines,
    nodes,
    openly,
    power,
    rows,
    seating,
    story,
    style,
    voiced,
    walk,
)
from netdeps.maps.colouring import Colouring
from netdeps.maps.communities import communities
from netdeps.maps.emphasis import NO_EMPHASIS, Emphasis
from netdeps.maps.kinds import alike, looks
from netdeps.maps.measuring import meaning
from netdeps.maps.places import Arrangement
from netdeps.maps.rows import Table
from netdeps.model import LANGUAGES, Language, Step, View
from netdeps.results import Scores
from netdeps.words import say

VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True)
class Wishes:
    """What somebody wants to see: a title, a language, a first view, shapes sized by scores."""

    title: str | None
    language: Language | None
    view: View | None
    highlight: Literal["gaps"] | None
    scores: Scores | None
    walk: tuple[Step, ...] | None = None
    colours: Colouring | None = None
    emphasis: Emphasis = NO_EMPHASIS
    before: Edition | None = None
    """What the map was at an earlier moment, or before a scenario."""


@dataclass(frozen=True)
class Drawing:
    """Everything on one page, as plain data."""

    title: str
    language: Language
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]
    tables: tuple[Table, ...]
    facts: dict[str, Any]


@dataclass(frozen=True)
class _Cast:
    """Everybody on the map: the organisations, and the shapes that stand for something else."""

    scene: rows.Scene
    agenda: agenda.Agenda
    moments: changes.Moments

    @property
    def extras(self) -> list[dict[str, Any]]:
        """The other shapes, in the order of their numbers: the pot, tables and issues, who is gone."""
        pot = nodes.extras(self.scene)
        return [*pot, *seating.extras(self.agenda), *changes.extras(self.moments)]


def drawing(shown: Edition, wishes: Wishes) -> Drawing:
    """Draw an edition: only what is in its network, as its audience may see it."""
    network = shown.network
    cast = _cast(shown, wishes)
    findings, told = story.tables(cast.scene)
    tables = openly.tables_for(shown.audience, _tables(cast, wishes, findings))
    stories = () if shown.audience == "public" else told
    edges = list(lines.edges(cast.scene, _by_name(tables), cast.agenda))
    stand = nodes.arrangement(cast.scene, wishes.scores, edges)
    seats = seating.places(cast.agenda)
    language = wishes.language or network.language
    return Drawing(
        title=wishes.title or network.name or say("map.untitled", language),
        language=language,
        nodes=_shapes(cast, wishes, stand, seats),
        edges=edges,
        options=style.options(cast.scene.looks, len(network.ids)),
        tables=tables,
        facts={
            **_said(shown, wishes, cast, tables),
            **_placed(cast, stand, seats),
            **_looked_at(wishes, cast.scene, _by_name(tables), stories),
            **wishes.emphasis.facts(cast.scene),
            **changes.facts(cast.moments),
        },
    )


def _shapes(
    cast: _Cast, wishes: Wishes, stand: Arrangement, seats: list[Any]
) -> list[dict[str, Any]]:
    """Give everybody a shape, in the order of their numbers."""
    places = stand.layout.places
    return [
        *nodes.nodes(cast.scene, wishes.scores, places, wishes.colours),
        *seating.nodes(cast.agenda, seats),
        *changes.nodes(cast.moments, places),
    ]


def _cast(shown: Edition, wishes: Wishes) -> _Cast:
    scene = rows.scene(shown, looks(shown.network))
    meetings = agenda.Agenda(scene, len(scene.numbers) + len(nodes.extras(scene)))
    first = meetings.first + len(seating.extras(meetings))
    before = wishes.before.network if wishes.before else None
    return _Cast(scene, meetings, changes.Moments(scene, before, first))


def _tables(cast: _Cast, wishes: Wishes, findings: tuple[Table, ...]) -> tuple[Table, ...]:
    scene = cast.scene
    return (
        rows.organisations(scene, wishes.scores),
        rows.dependencies(scene),
        rows.contacts(scene),
        rows.contributions(scene),
        *findings,
        *giving.tables(scene),
        *power.tables(scene),
        *indirect.tables(scene),
        *across.tables(scene),
        *agenda.tables(cast.agenda),
        *voiced.tables(scene),
        *changes.tables(cast.moments),
    )


def _by_name(tables: tuple[Table, ...]) -> Mapping[str, Table]:
    return {table.name: table for table in tables}


def _said(shown: Edition, wishes: Wishes, cast: _Cast, tables: tuple[Table, ...]) -> dict[str, Any]:
    """Say whose page this is, what its signs mean, and what it rests on."""
    scene = cast.scene
    return {
        "case": shown.network.name,
        "edition": shown.audience,
        "kinds": [about.kind(look) for look in scene.looks],
        "alike": alike(scene.looks),
        "unasked": giving.unasked(scene),
        "sources": scene.sources.rows,
        "size": None if wishes.scores is None else meaning(wishes.scores),
        "colours": wishes.colours and wishes.colours.facts(shown.network.ids),
        "subtitle": [about.subtitle(shown, one) for one in LANGUAGES],
        "about": [
            [*about.about(shown, one), *about.limits(scene, tables, one)] for one in LANGUAGES
        ],
    }


def _placed(cast: _Cast, stand: Arrangement, seats: list[Any]) -> dict[str, Any]:
    """Say what stands on the map besides organisations, and where all stand in other layouts."""
    scene = cast.scene
    return {
        "extras": cast.extras,
        "aside": scene.parties(seating.aside(cast.agenda)),
        "layouts": {"dossiers": giving.places(scene), **stand.layouts, "tables": seats},
        "communities": communities(scene.network, stand.layout.communities),
    }


def _looked_at(
    wishes: Wishes, scene: rows.Scene, tables: Mapping[str, Table], found: tuple[story.Story, ...]
) -> dict[str, Any]:
    """Say what to look at: the first view, what stands out, and the walk."""
    asked = wishes.emphasis.stories(scene)
    return {
        "view": _first_view(wishes, tables),
        "stories": [*asked, *found],
        "ownWalk": bool(scene.network.walk if wishes.walk is None else wishes.walk),
        "walk": walk.stops(scene, wishes.walk, tables["gaps"], found, first=len(asked) + 1),
    }


def _first_view(wishes: Wishes, tables: Mapping[str, Table]) -> View:
    if wishes.view is not None:
        return wishes.view
    return "gaps" if wishes.highlight == "gaps" and tables["gaps"].rows else "dependencies"
