"""What a map should show: a small description that does not change, and the ways to draw it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from netdeps.editions import Edition
from netdeps.errors import (
    AudienceError,
    OptionError,
    check_count,
    did_you_mean,
    one_of,
    quoted,
)
from netdeps.formats.files import write_text
from netdeps.maps import openly
from netdeps.maps.colouring import colouring
from netdeps.maps.draw import Drawing, Wishes, drawing
from netdeps.maps.emphasis import GAPS, Highlight, check_highlight, emphasis
from netdeps.maps.frame import Frame
from netdeps.maps.measuring import Measure, check_measure, scores_of
from netdeps.maps.networks import MapNetwork, editable, stock
from netdeps.maps.walk import checked_walk
from netdeps.model import LANGUAGES, Language, Step, View

if TYPE_CHECKING:
    from netdeps.maps.networks import PyvisNetwork


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
    colour_by: str | Measure | None = None
    """A measure that colours the shapes; left out, each has the colour of its kind.

    The shape stays that of the kind. At most five colours run from light to dark, each for about
    equally many organisations; where some scores are below 0, two colours run away from 0. Who
    has no score is white with a dashed outline, and the page says why."""
    highlight: Highlight = GAPS
    """What to point at: ``gaps``, the missing contacts; the ids of organisations, which get a ring;
    or a measure, by name or as a function. Findings come first under what stands out, and of
    scores the highest five get a ring."""
    view: View | None = None
    """The view to open with; left out, missing contact or dependencies. A map for the public has no
    view of missing contact and opens with dependencies."""
    walk: tuple[Step, ...] | None = None
    """The steps to go through; left out, those of the case, or else what stands out; ``()`` for none."""

    def __post_init__(self) -> None:
        """Refuse what no map can show."""
        _check("language", self.language, LANGUAGES)
        _check("view", self.view, get_args(View))
        check_measure("size_by", self.size_by)
        check_measure("colour_by", self.colour_by)
        check_highlight(self.highlight)
        if isinstance(self.highlight, Collection) and not isinstance(self.highlight, str):
            object.__setattr__(self, "highlight", tuple(sorted(set(self.highlight))))

    def write(self, shown: Edition, path: str | Path, *, before: Edition | None = None) -> Path:
        """Write the map as one HTML file: the whole of it, or nothing.

        ``before`` is the edition for the same audience of an earlier moment, or from before a
        scenario: the map then also shows what changed.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown, or another one for what was before.
        OptionError
            When the map cannot show this edition as it is described.
        FileError
            When the file cannot be written.
        """
        return write_text(path, self.html(shown, before=before))

    def html(self, shown: Edition, *, before: Edition | None = None) -> str:
        """Give the map as the text of one HTML file, in plain ASCII.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown, or another one for what was before.
        OptionError
            When the map cannot show this edition as it is described.
        """
        return self.editable(shown, before=before).generate_html()

    def frame(self, shown: Edition, *, height: int = 640, before: Edition | None = None) -> Frame:
        """Give the map as a notebook shows it: in a frame of its own, without writing a file.

        ``height`` is in pixels.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown, or another one for what was before.
        OptionError
            When the map cannot show this edition as it is described.
        """
        check_count("height", height)
        drawn = self._drawn(shown, before)
        page = editable(drawn).generate_html()
        return Frame(html=page, title=drawn.title, language=drawn.language, height=height)

    def editable(self, shown: Edition, *, before: Edition | None = None) -> MapNetwork:
        """Give the map as a pyvis network with our page, to change nodes, edges or options by hand.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown, or another one for what was before.
        OptionError
            When the map cannot show this edition as it is described.

        Examples
        --------
        >>> import netdeps as nd
        >>> from netdeps import maps
        >>> network = nd.Network(organisations=[{"id": "care"}, {"id": "housing"}])
        >>> changed = maps.Map().editable(nd.edition(network, "facilitator"))
        >>> changed.nodes[0]["size"] = 30
        >>> "Content-Security-Policy" in changed.generate_html()
        True
        """
        return editable(self._drawn(shown, before))

    def to_pyvis(self, shown: Edition, *, before: Edition | None = None) -> PyvisNetwork:
        """Give the first view as a network of pyvis itself, for who wants pyvis' own page.

        It has names, shapes, colours, lines and places, and nothing moves; ``netdeps_id`` in each
        node is the id of the organisation. Of ``power`` and ``changes`` it shows who needs whom.
        What is in it may be changed with all that pyvis offers.

        The page that pyvis writes is pyvis' own: it asks cdn.jsdelivr.net for a style sheet and a
        script, works without them, and can stay blank for half a minute where nothing answers. It
        has no views, tables, search or languages. A heading, options or titles with "href" go
        into it as markup: put nothing there that comes from a case. On Windows pyvis cannot write
        it; take ``generate_html()`` and write that with ``encoding="utf-8"``.

        Raises
        ------
        AudienceError
            When no audience was chosen for what is shown, or another one for what was before.
        OptionError
            When the map cannot show this edition as it is described.

        Examples
        --------
        >>> import netdeps as nd
        >>> from netdeps import maps
        >>> network = nd.Network(organisations=[{"id": "care"}, {"id": "housing"}])
        >>> plain = maps.Map().to_pyvis(nd.edition(network, "facilitator"))
        >>> [(node["id"], node["label"], node["netdeps_id"]) for node in plain.nodes]
        [('o0', 'care', 'care'), ('o1', 'housing', 'housing')]
        """
        return stock(self._drawn(shown, before))

    def _drawn(self, shown: Edition, before: Edition | None) -> Drawing:
        _check_edition(shown)
        if before is not None:
            _check_before(before, shown)
        if self.view == "changes" and before is None:
            raise _nothing_before(shown)
        colours = scores_of("colour_by", self.colour_by, shown)
        wishes = Wishes(
            title=self.title,
            language=self.language,
            view=openly.view_for(shown.audience, self.view),
            highlight="gaps" if self.highlight == GAPS else None,
            scores=scores_of("size_by", self.size_by, shown),
            walk=checked_walk(self.walk, shown),
            colours=None if colours is None else colouring(colours, shown.network.ids),
            emphasis=emphasis(self.highlight, shown),
            before=before,
        )
        return drawing(shown, wishes)


def _check_edition(shown: object) -> None:
    if not isinstance(shown, Edition):
        raise AudienceError(
            f"a map shows an edition, and this is {quoted(type(shown).__name__)}; "
            "choose an audience first: edition(network, 'table')."
        )


def _check_before(before: object, shown: Edition) -> None:
    if not isinstance(before, Edition):
        raise AudienceError(
            f"a map compares editions, and what was before is {quoted(type(before).__name__)}; "
            f"choose the same audience for it: edition(network, {quoted(shown.audience)})."
        )
    if before.audience != shown.audience:
        raise AudienceError(
            f"the map is for {quoted(shown.audience)}, and what was before for "
            f"{quoted(before.audience)}; make both for the same audience: "
            f"edition(network, {quoted(shown.audience)})."
        )


def _nothing_before(shown: Edition) -> OptionError:
    return OptionError(
        "view 'changes' shows what is new and what is gone, and there is nothing to compare with; "
        f"give before=edition(earlier, {quoted(shown.audience)}), of an earlier moment or from "
        "before a scenario."
    )


def _check(option: str, found: object, known: tuple[str, ...]) -> None:
    if found is not None and found not in known:
        hint = did_you_mean(found, known)
        message = f"{option} {quoted(found)} is not known; known are {one_of(known)}. {hint}"
        raise OptionError(message.rstrip())
