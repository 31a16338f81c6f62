"""A map inside another page, such as a notebook: shut off from it, and in no file."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Frame:
    """A map as a notebook shows it: in a frame of its own that can reach nothing around it.

    The whole page stands in the notebook, so it keeps working offline and in a copy; no file is
    written. Scripts run inside the frame alone, and files can be taken home from it. Printing and
    what asks for confirmation work only in a page of its own: write the map for that.

    Examples
    --------
    >>> from netdeps import Network, edition, maps
    >>> frame = maps.Map(title="Harbour").frame(edition(Network(), "table"), height=400)
    >>> frame
    Frame(title='Harbour', language='nl', height=400)
    """

    html: str = field(repr=False)
    """The whole page."""
    title: str
    """What the map is called, for who does not see it."""
    language: str
    """The language that the page opens in."""
    height: int
    """How high the frame is, in pixels."""

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html)}" title="{escape(self.title)}" '
            f'lang="{escape(self.language)}" sandbox="allow-scripts allow-downloads" '
            f'width="100%" height="{self.height}" style="border: 0"></iframe>'
        )
