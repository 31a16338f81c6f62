"""Writes the tables of reference/case-file.md from the schema of the case file.

Run with: python docs/case_tables.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from netdeps.formats.schema import case_schema
from netdeps.model import LISTS, STATEMENT_LISTS

PAGE = Path(__file__).parent / "reference" / "case-file.md"
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"
COMMON = ("id", "said", "illustrative")
INNER = {
    "Said": "said",
    "Reply": "replies",
    "Labels": "label",
    "ChainStage": "stages",
    "Offer": "offers",
    "OfferCondition": "condition",
}
MOST = 1000
"""A higher bound than this keeps out mistakes and tells a person nothing."""

Schema = Mapping[str, Any]


def main() -> None:
    """Write the tables into the page."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def page(text: str) -> str:
    """Give the page with the tables as they should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


def tables() -> str:
    """Give a section with a table for the head, for each list, and for what stands inside rows."""
    schema = case_schema()
    records = schema["$defs"]
    head = {name: one for name, one in schema["properties"].items() if name not in LISTS}
    parts = [_section("The head", "", head, schema.get("required", ()))]
    for name in LISTS:
        record = records[_record(schema["properties"][name]["items"])]
        parts.append(_list(name, record))
    parts.append("## Inside a row\n")
    parts += [_inner(title, records[name]) for name, title in INNER.items()]
    return "\n".join(parts)


def _list(name: str, record: Schema) -> str:
    required = record.get("required", ())
    fields = dict(record["properties"])
    about = _text(record)
    if name in STATEMENT_LISTS:
        fields = {key: one for key, one in fields.items() if key not in COMMON or key in required}
    if name == "releases":
        fields = {key: one for key, one in fields.items() if key not in STATEMENT_LISTS}
        about += (
            " A row also has any of the lists of statements above, with the new statements in it."
        )
    return _section(f"`{name}`", about, fields, required)


def _inner(title: str, record: Schema) -> str:
    required = record.get("required", ())
    return "#" + _section(f"`{title}`", _text(record), record["properties"], required)


def _section(title: str, about: str, fields: Schema, required: tuple[str, ...]) -> str:
    lines = [f"## {title}\n", *([f"{about}\n"] if about else []), "| field | value | meaning |"]
    lines.append("|---|---|---|")
    lines += [_row(name, one, needed=name in required) for name, one in fields.items()]
    return "\n".join(lines) + "\n"


def _row(name: str, field: Schema, *, needed: bool) -> str:
    field_name = f"**`{name}`**" if needed else f"`{name}`"
    return f"| {field_name} | {_value(field)}{_default(field)} | {_text(field)} |"


def _value(field: Schema) -> str:
    found = list(dict.fromkeys(_values(field)))
    return " or ".join(found)


def _values(field: Schema) -> Iterator[str]:
    for choice in field.get("anyOf", ()):
        if choice != {"type": "null"} and choice.get("const") != "":
            yield from _values(choice)
    if "$ref" in field:
        yield f"[fields](#{INNER[_record(field)]})"
    elif "enum" in field:
        yield ", ".join(f"`{one}`" for one in field["enum"])
    elif "const" in field:
        yield f"`{field['const']}`"
    elif "type" in field:
        yield _plain(field)


def _plain(field: Schema) -> str:
    kind = field["type"]
    if kind == "array":
        items = field.get("items") or field["prefixItems"][0]
        count = f"{field['minItems']} " if field.get("minItems") == field.get("maxItems", 0) else ""
        return f"list of {count}{_value(items)}"
    if kind == "string":
        return _string(field)
    words = {"boolean": "yes or no", "integer": "whole number", "number": "number"}
    return words[kind] + _bounds(field)


def _string(field: Schema) -> str:
    if field.get("format") == "date":
        return "date"
    if "pattern" in field:
        return "colour, `#rrggbb`"
    return "id" if field.get("maxLength") else "text"


def _bounds(field: Schema) -> str:
    if "exclusiveMinimum" in field:
        return f" above {field['exclusiveMinimum']:g}"
    low, high = field.get("minimum"), field.get("maximum")
    if low is None:
        return ""
    return f", {low:g} or more" if high is None or high > MOST else f", {low:g} to {high:g}"


def _default(field: Schema) -> str:
    default = field.get("default")
    if not default or "const" in field or isinstance(default, dict):
        return ""
    shown = f"`{default:g}`" if isinstance(default, float) else f"`{default}`"
    if default is True:
        shown = "yes"
    elif isinstance(default, list):
        shown = "all three"
    return f"; left out: {shown}"


def _text(described: Schema) -> str:
    text = described.get("description", "")
    if not text and "$ref" in described:
        text = case_schema()["$defs"][_record(described)]["description"]
    return " ".join(text.replace("``", "`").split())


def _record(field: Schema) -> str:
    return str(field["$ref"].rpartition("/")[2])


if __name__ == "__main__":
    main()
