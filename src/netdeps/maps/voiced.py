"""What was told of the collaboration itself: worries, and the medians that were given."""

from __future__ import annotations

from collections.abc import Iterator

from netdeps.maps.rows import Scene, Table
from netdeps.measures import condition_medians, voiced_concerns
from netdeps.model import LANGUAGES
from netdeps.results import Row

_COLUMNS = (("told", "told"), ("asks", "told"))


def tables(scene: Scene) -> Iterator[Table]:
    """List the medians and the worries, each in a sentence and with a question, where there are any."""
    found: list[Row] = [*condition_medians(scene.network), *voiced_concerns(scene.network)]
    if found:
        yield Table("voiced", _COLUMNS, tuple((_told(row), _asks(row)) for row in found))


def _told(row: Row) -> list[str]:
    return [row.sentence(language) for language in LANGUAGES]


def _asks(row: Row) -> list[str]:
    return [row.question(language) for language in LANGUAGES]
