"""One HTML file that holds everything and loads nothing: the only place that touches pyvis.

The page is plain ASCII, so that no encoding can spoil it. Its policy allows exactly the scripts
and the style that it was written with, named by their hashes; whatever comes from a case stands
in a block of JSON or as text, and is never run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from netdeps.formats.files import write_text
from netdeps.maps.cells import printed
from netdeps.maps.draw import Drawing
from netdeps.maps.lines import EDGE
from netdeps.model import LANGUAGES
from netdeps.words import section

if TYPE_CHECKING:
    from jinja2 import Environment

LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
"""Where vis-network stands inside the installed pyvis."""

_FAMILIES = ("kind", "level", "band", "state")
_POLICY = (
    "default-src 'none'; script-src {library} {script}; style-src {style}; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


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


def network_of(drawing: Drawing) -> MapNetwork:
    """Give the drawing as a pyvis network whose page is ours."""
    made: MapNetwork = _pyvis_class()(drawing)
    return made


@cache
def _pyvis_class() -> Any:  # noqa: ANN401 - pyvis has no types
    """Make the class when it is first needed: pyvis takes longer to import than all the rest."""
    from pyvis.network import Network as PyvisNetwork

    class _Page(PyvisNetwork):  # type: ignore[misc]
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


def page(
    drawing: Drawing,
    nodes: list[dict[str, Any]],
    edges: list[dict[str, Any]],
    options: Mapping[str, Any],
) -> str:
    """Give the whole page as one text of plain ASCII."""
    from markupsafe import Markup

    library, script, style = vis_network(), application(), stylesheet()
    policy = _POLICY.format(library=_hash(library), script=_hash(script), style=_hash(style))
    words = section("map", drawing.language)
    template = environment().get_template("map.html.j2")
    text = template.render(
        title=drawing.title,
        language=drawing.language,
        subtitle=drawing.facts["subtitle"][LANGUAGES.index(drawing.language)],
        about=drawing.facts["about"][LANGUAGES.index(drawing.language)],
        say=lambda key: _word(words, key),
        tables=[printed(table, drawing) for table in drawing.tables],
        licence=_asset("licence.txt"),
        # Text that was checked and hashed above, or escaped for its place.
        policy=Markup(policy),  # noqa: S704
        data=Markup(_data(drawing, nodes, edges, options)),  # noqa: S704
        library=Markup(library),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
    )
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def environment() -> Environment:
    """Give the templates, with everything escaped that is not marked as safe."""
    import jinja2

    loader = jinja2.FunctionLoader(_asset)
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )


@cache
def vis_network() -> str:
    """Give vis-network as installed with pyvis, with line feeds and in plain ASCII."""
    text = (files("pyvis") / LIBRARY).read_bytes().decode("utf-8")
    text = re.sub(r"//# sourceMappingURL=\S*\s*$", "", _with_line_feeds(text))
    return _in_ascii(text)


@cache
def application() -> str:
    """Give our own script: its files in order, as one function with nothing left outside."""
    folder = files("netdeps.maps") / "assets" / "js"
    parts = sorted(part.name for part in folder.iterdir() if part.name.endswith(".js"))
    whole = "\n".join(_lean(_asset(f"js/{name}")) for name in parts)
    return _in_ascii(f'(() => {{\n"use strict";\n{whole}\n}})();')


@cache
def stylesheet() -> str:
    """Give the style of the page."""
    return _in_ascii(_lean(_asset("map.css")))


def _asset(name: str) -> str:
    text = (files("netdeps.maps") / "assets" / name).read_text(encoding="utf-8")
    return _with_line_feeds(text)


def _with_line_feeds(text: str) -> str:
    """End each line as a browser reads it: a hash over other line ends would match nothing."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lean(text: str) -> str:
    """Leave out indents and lines of comment; strings in our files do not run over lines."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _in_ascii(script: str) -> str:
    """Write every other character as an escape that means the same inside a string."""
    return re.sub(r"[^\x00-\x7f]", lambda found: "".join(_escapes(found[0])), script)


def _escapes(letter: str) -> Iterator[str]:
    units = letter.encode("utf-16-be")
    for at in range(0, len(units), 2):
        yield f"\\u{units[at]:02x}{units[at + 1]:02x}"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("ascii")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _data(
    drawing: Drawing,
    nodes: list[dict[str, Any]],
    edges: list[dict[str, Any]],
    options: Mapping[str, Any],
) -> str:
    """Write what the page shows as JSON that no HTML parser can take for anything else."""
    facts = {
        **drawing.facts,
        "language": drawing.language,
        "languages": LANGUAGES,
        "nodes": nodes,
        "edges": [_lean_edge(edge) for edge in edges],
        "options": options,
        "tables": [table.to_dict() for table in drawing.tables],
        "words": {language: _words(language) for language in LANGUAGES},
    }
    text = json.dumps(facts, sort_keys=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _lean_edge(edge: dict[str, Any]) -> dict[str, Any] | list[Any]:
    """Write an edge as drawn without its keys; one that was changed by hand as it is."""
    if not edge.keys() <= set(EDGE):
        return edge
    return [edge[name] for name in EDGE if name in edge]


def _words(language: str) -> dict[str, Any]:
    families = {name: section(name, language) for name in _FAMILIES if name != "kind"}
    return {**section("map", language), **families}


def _word(words: Mapping[str, Any], key: str) -> str:
    found: Any = words
    for step in key.split("."):
        found = found[step]
    return str(found)
