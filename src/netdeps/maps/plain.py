"""The first view of a drawing as pyvis itself takes it: names, shapes and lines without our page.

pyvis puts headings, options and some titles raw into its page. So what comes from a case is in
labels, titles and ids of our own only, and no title holds the letters that make pyvis show every
title as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from netdeps.maps.draw import Drawing
from netdeps.maps.names import plain, wrapped
from netdeps.maps.paint import PAPER
from netdeps.model import LANGUAGES, LEVELS

_MARKUP = "href"
_BREAK = "\N{ZERO WIDTH SPACE}"
_RING_WIDTH = 6
_DASH = "\N{EN DASH}"
_CURVED = {"enabled": True, "type": "curvedCW", "roundness": 0.1}
_LETTERS = {"size": 14, "face": "sans-serif", "strokeWidth": 4, "strokeColor": PAPER}

_USUAL = "dependencies"
_SETS: Mapping[str, tuple[str, ...]] = {
    _USUAL: ("needs",),
    "gaps": ("gaps", "asks"),
    "contacts": ("contacts",),
    "contributions": ("gifts",),
    "tables": ("seats", "treated", "involved", "before"),
}
"""The lines of each view that is drawn between organisations; for others it is who needs whom."""

# As on our own page.
_ARROW = {"arrows": {"to": {"enabled": True, "scaleFactor": 0.7}}}
_LINE = {"arrows": ""}
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "needs": {**_ARROW, "color": "#76828f", "width": 1.6},
    "gifts": {**_ARROW, "color": "#8a6d1f", "width": 2},
    "contacts": {**_LINE, "color": "#1a7f64", "width": 2.2},
    "disputed": {**_LINE, "color": "#7a3b9a", "width": 2.2, "dashes": [10, 4, 2, 4]},
    "asks": {**_LINE, "color": "#4d6380", "width": 2, "dashes": [2, 6]},
    "parts": {**_LINE, "color": "#dfe4ea", "width": 5},
    "seats": {**_LINE, "color": "#4b6a88", "width": 2},
    "treated": {**_LINE, "color": "#8f7722", "width": 1.6},
    "involved": {**_LINE, "color": "#b3261e", "width": 2.6, "dashes": [11, 7]},
    "before": {**_ARROW, "color": "#56616f", "width": 1.8, "dashes": [3, 5]},
    "high": {**_LINE, "color": "#b3261e", "width": 5, "dashes": [13, 7]},
    "middle": {**_LINE, "color": "#b3261e", "width": 3.2, "dashes": [11, 7]},
    "low": {**_LINE, "color": "#b3261e", "width": 1.8, "dashes": [9, 7]},
    "weak": {**_LINE, "color": "#a58a7d", "width": 1.8},
}
_ABOUT = {
    "needs": ("dependencies", "dependum"),
    "gaps": ("gaps", "dependums"),
    "contacts": ("contacts", ""),
    "gifts": ("contributions", "resource"),
    "involved": ("issues", ""),
}
"""The table behind a line, and the column that says what the line is about."""

Row = Mapping[str, Any]


def plain_nodes(drawing: Drawing) -> list[dict[str, Any]]:
    """Give each shape as pyvis takes it: its name under it, its kind under the mouse."""
    return list(_Sketch(drawing).nodes())


def plain_edges(drawing: Drawing) -> list[dict[str, Any]]:
    """Give each line of the first view as pyvis takes it, with what it is about under the mouse."""
    return list(_Sketch(drawing).edges())


class _Sketch:
    """The first view of a drawing, in one language."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._at = LANGUAGES.index(drawing.language)
        self._rows = {
            table.name: [
                {name: cell for (name, _), cell in zip(table.columns, row, strict=True)}
                for row in table.rows
            ]
            for table in drawing.tables
        }
        self._view = drawing.facts["view"] if drawing.facts["view"] in _SETS else _USUAL
        self._rings = {f"o{number}" for number in drawing.facts["rings"]}

    def nodes(self) -> Iterator[dict[str, Any]]:
        for node, names in zip(self._placed(), self._names(), strict=True):
            if node and names:
                yield {**self._shape(node), **names}

    def _placed(self) -> Iterator[Row | None]:
        """Put each shape where its view has it; None for a shape that has no place in the view."""
        nodes = self._drawing.nodes
        places = self._drawing.facts["layouts"].get(self._view)
        for node, place in zip(nodes, places or [()] * len(nodes), strict=True):
            yield None if place is None else {**node, **dict(zip("xy", place, strict=False))}

    def _names(self) -> Iterator[dict[str, Any] | None]:
        """Name each shape; None for one that stands for no organisation and is not in the view."""
        for row in self._rows["organisations"]:
            kind = self._drawing.facts["kinds"][row["kind"]]["one"][self._at]
            yield {**_named(row["name"], kind), "netdeps_id": row["id"]}
        for extra in self._drawing.facts["extras"]:
            yield _named(extra["name"][self._at]) if self._view in extra["views"] else None

    def edges(self) -> Iterator[dict[str, Any]]:
        names = {node["n_id"]: node["title"].partition("\n")[0] for node in self.nodes()}
        sets = ("parts", *_SETS[self._view])
        for edge in self._drawing.edges:
            ends = edge["from"], edge["to"]
            style = self._style(edge) if edge["set"] in sets else None
            if style and names.keys() >= set(ends):
                title = f" {_DASH} ".join(names[one] for one in ends)
                yield {
                    **style,
                    "id": edge["id"],
                    "from": edge["from"],
                    "to": edge["to"],
                    "title": _harmless(": ".join([title, *self._about(edge)])),
                    "smooth": _CURVED if edge.get("curved") else False,
                }

    def _shape(self, node: Row) -> dict[str, Any]:
        """Give a shape its own looks in full, where our page has them in groups."""
        look = {**self._drawing.options["groups"][node["group"]], **node}
        kept = {name: look[name] for name in look if name not in {"id", "group", "label"}}
        ring = {"borderWidth": _RING_WIDTH} if node["id"] in self._rings else {}
        return {**kept, **ring, "n_id": node["id"], "font": dict(_LETTERS)}

    def _style(self, edge: Row) -> Mapping[str, Any] | None:
        """Give a line its looks over all levels; None where it is not drawn."""
        rows = self._behind(edge)
        if edge["set"] == "gaps":
            return _STYLES[rows[0]["band"] if rows[0]["missing"] else "weak"]
        if edge["set"] == "contacts":
            return _contact_style(rows[0])
        if edge["set"] == "involved" and int(edge["from"][1:]) not in rows[0]["apart"]:
            return None
        if edge["set"] == "needs":
            width = 0.7 + 0.7 * max(row["importance"] for row in rows)
            return {**_STYLES["needs"], "width": round(width, 1)}
        return _STYLES[edge["set"]]

    def _about(self, edge: Row) -> list[str]:
        _, column = _ABOUT.get(edge["set"], ("", ""))
        found = [row[column] for row in self._behind(edge)] if column else []
        texts = [text for one in found for text in ([one] if isinstance(one, str) else one)]
        return [", ".join(map(plain, dict.fromkeys(texts)))] if texts else []

    def _behind(self, edge: Row) -> list[Row]:
        table, _ = _ABOUT.get(edge["set"], ("", ""))
        return [self._rows[table][row] for row in edge["rows"]] if table else []


def _contact_style(row: Row) -> Mapping[str, Any] | None:
    states = [row[level] for level in LEVELS]
    if "yes" in states:
        return {**_STYLES["contacts"], "width": round(0.8 + 1.2 * states.count("yes"), 1)}
    return _STYLES["disputed"] if "disputed" in states else None


def _named(name: str, kind: str = "") -> dict[str, Any]:
    lines = [line for line in (plain(name), plain(kind)) if line]
    return {"label": "\n".join(wrapped(name)), "title": _harmless("\n".join(lines))}


def _harmless(text: str) -> str:
    """Break the letters at which pyvis shows all titles as markup."""
    return text.replace(_MARKUP, f"{_MARKUP[:2]}{_BREAK}{_MARKUP[2:]}")
