"""From an edition to what a page needs: shapes, lines, tables and findings, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from netdeps.editions import Edition
from netdeps.maps import lines, nodes, rows, story, style
from netdeps.maps.kinds import Look, looks
from netdeps.maps.rows import Table
from netdeps.model import LANGUAGES, Language
from netdeps.results import Scores
from netdeps.words import Fact, day, has, label, say

View = Literal["gaps", "dependencies", "contacts", "contributions"]
"""What a map can show: missing contact, dependencies, contacts, or give and take."""
VIEWS: tuple[View, ...] = ("gaps", "dependencies", "contacts", "contributions")


@dataclass(frozen=True)
class Wishes:
    """What somebody wants to see: a title, a language, a first view, shapes sized by scores."""

    title: str | None
    language: Language | None
    view: View | None
    highlight: Literal["gaps"] | None
    scores: Scores | None


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


def drawing(shown: Edition, wishes: Wishes) -> Drawing:
    """Draw an edition: only what is in its network, as its audience may see it."""
    network = shown.network
    scene = rows.scene(shown, looks(network))
    findings, stories = story.tables(scene)
    listed = (
        rows.organisations(scene, wishes.scores),
        rows.dependencies(scene),
        rows.contacts(scene),
        rows.contributions(scene),
        *findings,
    )
    by_name = {table.name: table for table in listed}
    edges = list(lines.edges(scene, by_name))
    language = wishes.language or network.language
    facts = _facts(shown, wishes, scene)
    return Drawing(
        title=wishes.title or network.name or say("map.untitled", language),
        language=language,
        nodes=nodes.nodes(scene, wishes.scores, edges),
        edges=edges,
        options=style.options(scene.looks, len(network.ids)),
        tables=listed,
        facts={**facts, "stories": stories, "view": _first_view(wishes, by_name)},
    )


def _facts(shown: Edition, wishes: Wishes, scene: rows.Scene) -> dict[str, Any]:
    """Say what the page has to know besides its shapes, lines and tables."""
    return {
        "kinds": [_kind(look) for look in scene.looks],
        "sources": scene.sources.rows,
        "size": _measure(wishes.scores),
        "subtitle": [_subtitle(shown, one) for one in LANGUAGES],
        "about": [_about(shown, one) for one in LANGUAGES],
    }


def _first_view(wishes: Wishes, tables: Mapping[str, Table]) -> View:
    if wishes.view is not None:
        return wishes.view
    return "gaps" if wishes.highlight == "gaps" and tables["gaps"].rows else "dependencies"


def _kind(look: Look) -> dict[str, Any]:
    return {
        "shape": look.shape,
        "colour": look.colour,
        "hollow": look.hollow,
        "count": look.count,
        "one": [look.one[language] for language in LANGUAGES],
        "many": [look.many[language] for language in LANGUAGES],
    }


def _measure(scores: Scores | None) -> list[str] | None:
    """Say what a larger shape means; None where all are equal."""
    if scores is None:
        return None
    key = f"measure.{scores.name}"
    return [
        say(key, language) if has(key, language) else scores.definition.sentence(language)
        for language in LANGUAGES
    ]


def _audience(shown: Edition, language: str) -> str:
    sort, _, party = shown.audience.partition(":")
    name = shown.network.names.get(party, party)
    return (
        say("map.edition.party", language, {"name": name})
        if party
        else label("map.edition", sort, language)
    )


def _subtitle(shown: Edition, language: str) -> str:
    when = [day(shown.network.date, language)] if shown.network.date else []
    return " \N{MIDDLE DOT} ".join([_audience(shown, language), *when])


def _about(shown: Edition, language: str) -> list[str]:
    network = shown.network
    facts: dict[str, Fact] = {
        "organisations": len(network.ids),
        "dependencies": len(network.dependencies),
        "contacts": len(network.contacts),
        "contributions": len(network.contributions),
        "interviews": len(network.interviews),
    }
    listed = (
        *network.organisations,
        *network.dependencies,
        *network.contacts,
        *network.contributions,
    )
    made_up = any(getattr(one, "illustrative", False) for one in listed)
    return [
        _subtitle(shown, language),
        say("map.rests_on", language, facts),
        say("map.only_edition", language),
        *([say("map.made_up", language)] if made_up else []),
        say("map.arrow", language),
        say("map.questions_not_verdicts", language),
    ]
