"""What the page says of itself: for whom it is, what it rests on, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from netdeps.editions import Edition
from netdeps.maps import indirect
from netdeps.maps.kinds import Look
from netdeps.maps.rows import Scene, Table
from netdeps.model import LANGUAGES
from netdeps.words import Fact, day, label, say


def kind(look: Look) -> dict[str, Any]:
    """Say how a kind looks, what it is called, and how many there are."""
    return {
        "id": look.id,
        "shape": look.shape,
        "colour": look.colour,
        "fill": look.fill,
        "outline": look.outline,
        "count": look.count,
        "one": [look.one[language] for language in LANGUAGES],
        "many": [look.many[language] for language in LANGUAGES],
    }


def _audience(shown: Edition, language: str) -> str:
    sort, _, party = shown.audience.partition(":")
    name = shown.network.names.get(party, party)
    return (
        say("map.edition.party", language, {"name": name})
        if party
        else label("map.edition", sort, language)
    )


def subtitle(shown: Edition, language: str) -> str:
    """Say for whom the page is, and of which day."""
    when = [day(shown.network.date, language)] if shown.network.date else []
    return " \N{MIDDLE DOT} ".join([_audience(shown, language), *when])


def about(shown: Edition, language: str) -> list[str]:
    """Say what the page rests on, and how to read it."""
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
        subtitle(shown, language),
        say("map.rests_on", language, facts),
        say("map.only_edition", language),
        *([say("map.made_up", language)] if made_up else []),
        say("map.arrow", language),
        say("map.questions_not_verdicts", language),
    ]


def limits(scene: Scene, tables: Iterable[Table], language: str) -> Iterator[str]:
    """Say which tables do not list everything."""
    for table in tables:
        if table.left_out:
            whole = {"shown": len(table.rows), "count": len(table.rows) + table.left_out}
            yield say(f"map.limit.{table.name}", language, whole)
    if len(scene.network.ids) > indirect.MOST_ORGANISATIONS:
        yield say("map.too_large", language, {"count": indirect.MOST_ORGANISATIONS})
