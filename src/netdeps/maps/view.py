"""What a map should show: a small description that does not change, and the ways to draw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from netdeps.editions import Edition
from netdeps.errors import AudienceError, OptionError, did_you_mean, one_of, quoted, unknown_name
from netdeps.formats.files import write_text
from netdeps.maps.draw import VIEWS, Drawing, View, Wishes, drawing
from netdeps.maps.page import MapNetwork, network_of
from netdeps.model import LANGUAGES, Language, Network
from netdeps.results import Scores

Measure = Callable[[Network], Scores]
"""Any function that gives each organisation of a network a number."""


@dataclass(frozen=True)
class Map:
    """A map of who needs whom, who talks to whom, and what is missing, as one HTML file.

    The file holds everything and loads nothing: it opens on a laptop without a network, on a
    projector, on a tablet and on paper, and shows the same picture every time. It shows an
    *edition*: a network as one audience may see it.

    Examples
    --------
    >>> import netdeps as nd
    >>> from netdeps import maps
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "corporation"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["corporation"]}],
    ... )
    >>> page = maps.Map(title="Harbour").html(nd.edition(network, "table"))
    >>> page.isascii(), "http-equiv" in page
    (True, True)
    """

    title: str | None = None
    """What stands above the map; left out, the name of the case."""
    language: Language | None = None
    """The language that the page opens in; left out, that of the case."""
    size_by: str | Measure | None = None
    """A measure that sizes the shapes, by name or as a function of a network; left out, all are equal."""
    highlight: Literal["gaps"] | None = "gaps"
    """``gaps``: open with the missing contacts, where there are any."""
    view: View | None = None
    """The view to open with; left out, missing contact or dependencies."""

    def __post_init__(self) -> None:
        """Refuse what no map can show."""
        _check("language", self.language, LANGUAGES)
        _check("highlight", self.highlight, ("gaps",))
        _check("view", self.view, VIEWS)
        if isinstance(self.size_by, str):
            _measure(self.size_by)

    def write(self, shown: Edition, path: str | Path) -> Path:
        """Write the map as one HTML file: the whole of it, or nothing.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown.
        FileError
            When the file cannot be written.
        """
        return write_text(path, self.html(shown))

    def html(self, shown: Edition) -> str:
        """Give the map as the text of one HTML file, in plain ASCII.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown.
        """
        return self.to_pyvis(shown).generate_html()

    def to_pyvis(self, shown: Edition) -> MapNetwork:
        """Give the map as a pyvis network, to change its nodes, edges or options by hand.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown.
        """
        return network_of(self._drawn(shown))

    def _drawn(self, shown: Edition) -> Drawing:
        if not isinstance(shown, Edition):
            raise AudienceError(
                f"a map shows an edition, and this is {quoted(type(shown).__name__)}; "
                "choose an audience first: edition(network, 'table')."
            )
        scores = self._scores(shown.network)
        return drawing(shown, Wishes(self.title, self.language, self.view, self.highlight, scores))

    def _scores(self, network: Network) -> Scores | None:
        if self.size_by is None:
            return None
        measure = _measure(self.size_by) if isinstance(self.size_by, str) else self.size_by
        scores = measure(network)
        if not isinstance(scores, Scores):
            raise OptionError(
                f"size_by gave {quoted(type(scores).__name__)}; shapes are sized by scores, "
                "a number for each organisation. For example 'betweenness'."
            )
        return scores


def _measure(name: str) -> Any:  # noqa: ANN401 - what it gives is checked when it is drawn
    from netdeps.measures import MEASURES

    if name not in MEASURES:
        raise unknown_name("measure", name, MEASURES)
    return MEASURES[name]


def _check(option: str, found: object, known: tuple[str, ...]) -> None:
    if found is not None and found not in known:
        hint = did_you_mean(found, known)
        message = f"{option} {quoted(found)} is not known; known are {one_of(known)}. {hint}"
        raise OptionError(message.rstrip())
