"""The drawing as a pyvis network, with our page or as pyvis has it: the only place that knows pyvis."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from netdeps.formats.files import write_text
from netdeps.maps.draw import Drawing
from netdeps.maps.page import page
from netdeps.maps.plain import plain_edges, plain_nodes
from netdeps.maps.style import still

if TYPE_CHECKING:
    import pyvis.network

    PyvisNetwork: TypeAlias = pyvis.network.Network


class MapNetwork(Protocol):
    """A pyvis network of the map: change its nodes, edges or options, then write it.

    Only ``generate_html`` and ``write_html`` differ from pyvis: the page is one file that loads
    nothing. The other methods of pyvis, such as ``add_edge``, are there too; an edge that is added
    by hand is seen in every view.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]
    html: str

    def generate_html(self) -> str:
        """Give the page as one text of plain ASCII."""

    def write_html(self, name: str | Path) -> None:
        """Write the page: the whole of it, or nothing."""


def editable(drawing: Drawing) -> MapNetwork:
    """Give the drawing as a pyvis network whose page is ours."""
    made: MapNetwork = _page_class()(drawing)
    return made


def stock(drawing: Drawing) -> PyvisNetwork:
    """Give the first view of the drawing as a network of pyvis itself, with pyvis' own page."""
    from pyvis.network import Network

    network = Network(height="90vh", directed=True, cdn_resources="in_line")
    for node in plain_nodes(drawing):
        network.add_node(**node)
    # Its own method looks for both ends in all nodes at each edge.
    network.edges.extend(plain_edges(drawing))
    network.options = {**still(), "edges": {"smooth": False}, "interaction": {"hover": True}}
    return network


@cache
def _page_class() -> Any:  # noqa: ANN401 - pyvis has no types
    """Make the class when it is first needed: pyvis takes longer to import than all the rest."""
    from pyvis.network import Network

    class _Page(Network):  # type: ignore[misc]
        def __init__(self, drawing: Drawing) -> None:
            super().__init__(directed=True, cdn_resources="in_line")
            self._drawing = drawing
            self.nodes = [dict(node) for node in drawing.nodes]
            self.edges = [dict(edge) for edge in drawing.edges]
            self.node_ids = [node["id"] for node in self.nodes]
            self.node_map = {node["id"]: node for node in self.nodes}
            self.options = dict(drawing.options)

        def generate_html(self, *_: object, **__: object) -> str:
            self.html = page(self._drawing, self.nodes, self.edges, self.options)
            return self.html

        def write_html(self, name: str | Path, *_: object, **__: object) -> None:
            write_text(name, self.generate_html())

    return _Page
