"""One HTML file that holds everything and loads nothing.

The page is plain ASCII, so that no encoding can spoil it. Its policy allows exactly the scripts
and the style that it was written with, named by their hashes; whatever comes from a case stands
in a block of JSON or as text, and is never run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from netdeps.maps.between import ENDS, between
from netdeps.maps.cells import Writer, printed
from netdeps.maps.draw import Drawing
from netdeps.maps.packing import packed, packed_nodes
from netdeps.maps.parts import application, asset, stylesheet, vis_network
from netdeps.maps.rows import Table
from netdeps.model import LANGUAGES
from netdeps.words import section

if TYPE_CHECKING:
    from jinja2 import Environment

HAND = ("set", "from", "to")
"""What tells which line an edge of pyvis stands for."""

_FAMILIES = ("kind", "level", "band", "state")
_POLICY = (
    "default-src 'none'; script-src {library} {script}; style-src {style}; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


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
    words, writer = section("map", drawing.language), Writer(drawing)
    template = environment().get_template("map.html.j2")
    text = template.render(
        title=drawing.title,
        language=drawing.language,
        subtitle=drawing.facts["subtitle"][LANGUAGES.index(drawing.language)],
        about=drawing.facts["about"][LANGUAGES.index(drawing.language)],
        say=lambda key: _word(words, key),
        between=between(drawing.tables, writer),
        tables=[printed(table, writer) for table in drawing.tables if _stands_apart(table)],
        licence=asset("licence.txt"),
        # Text that was checked and hashed above, or escaped for its place.
        policy=Markup(policy),  # noqa: S704
        data=Markup(_data(drawing, nodes, edges, options)),  # noqa: S704
        library=Markup(library),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
    )
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _stands_apart(table: Table) -> bool:
    """Tell whether a table is about neither one organisation nor two."""
    return bool(table.rows) and table.name not in {*ENDS, "organisations", "balance"}


@cache
def environment() -> Environment:
    """Give the templates, with everything escaped that is not marked as safe."""
    import jinja2

    loader = jinja2.FunctionLoader(asset)
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )


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
        "nodes": packed_nodes(nodes),
        **_by_hand(drawing, edges),
        "options": options,
        "tables": [packed(table) for table in drawing.tables],
        "words": _beside(*map(_words, LANGUAGES)),
    }
    text = json.dumps(facts, sort_keys=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _by_hand(drawing: Drawing, edges: list[dict[str, Any]]) -> dict[str, Any]:
    """Say which lines were changed, added or taken away; the page makes the others from the tables."""
    drawn = {edge["id"]: edge for edge in drawing.edges}
    left = {edge.get("id") for edge in edges}
    return {
        "edges": [edge for edge in edges if drawn.get(edge.get("id", "")) != edge],
        "gone": [[edge[name] for name in HAND] for one, edge in drawn.items() if one not in left],
    }


def _words(language: str) -> dict[str, Any]:
    families = {name: section(name, language) for name in _FAMILIES if name != "kind"}
    return {**section("map", language), **families}


def _beside(*words: Any) -> Any:  # noqa: ANN401 - words in families of families
    """Write the words of all languages under one key each."""
    first = words[0]
    if isinstance(first, Mapping):
        return {key: _beside(*(found[key] for found in words)) for key in first}
    return list(words)


def _word(words: Mapping[str, Any], key: str) -> str:
    found: Any = words
    for step in key.split("."):
        found = found[step]
    return str(found)
