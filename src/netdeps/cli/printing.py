"""Results on a screen, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from netdeps.model import Network
from netdeps.results import Figure, Findings, Result, Row, Scores
from netdeps.words import Phrase, Says, number, percent, say, visible

Results = Mapping[str, Result]
_SHOWN = 15
_FACTORS = ("severity", "requirement", "deficit", "certainty")
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def as_table(results: Results, network: Network, language: str) -> str:
    """Show each result under its definition: sentences for findings, a list for scores."""
    return "\n".join(_block(result, network, language) for result in results.values())


def as_full(results: Results, network: Network, language: str) -> str:
    """Show each finding with how sure it is, the question for the table and the opposite reading."""
    return "\n".join(_block(result, network, language, full=True) for result in results.values())


def as_json(results: Results, _network: Network, _language: str) -> str:
    """Give every result by its name, as the reference describes."""
    plain = {name: result.to_dict() for name, result in results.items()}  # type: ignore[attr-defined]
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_csv(results: Results, _network: Network, _language: str) -> str:
    """Give a row for each finding and score; several values in a cell are parted by ``|``."""
    rows = [
        {"measure": name, **row}
        for name, result in results.items()
        for row in result.to_rows()  # type: ignore[attr-defined]
    ]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return stream.getvalue()


PRINTERS: Mapping[str, Callable[[Results, Network, str], str]] = {
    "table": as_table,
    "full": as_full,
    "json": as_json,
    "csv": as_csv,
}


def _cell(value: Any) -> Any:  # noqa: ANN401 - a field of any row
    """Make a cell; text that a spreadsheet would run as a formula is kept from running."""
    if isinstance(value, list):
        return "|".join(map(_part, value))
    if isinstance(value, dict):
        return "|".join(f"{key}={inner}" for key, inner in value.items())
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def _part(value: Any) -> str:  # noqa: ANN401 - a value in a field of any row
    """Write one of several values; what is itself a list is joined with ``&``."""
    if isinstance(value, list):
        return " & ".join(map(_part, value))
    return "" if value is None else str(value)


def _block(result: Result, network: Network, language: str, *, full: bool = False) -> str:
    definition = result.definition.sentence(language)
    lines = [f"{result.name}: {definition}", *_lines(result, network, language, full=full)]
    lines += [f"  ({caveat.sentence(language)})" for caveat in result.caveats]
    return "\n".join(lines) + "\n"


def _lines(result: Result, network: Network, language: str, *, full: bool) -> list[str]:
    if isinstance(result, Figure):
        return [f"  {_figure(result, language)}"]
    if isinstance(result, Scores):
        ranked = result.top(len(result))
        lines = [
            f"  {number(score, language, digits=3):>12}  {visible(network.names[one])}"
            for one, score in ranked
        ]
        undefined = _reasons(result.undefined, network, language)
        return lines + undefined
    if isinstance(result, Findings):
        shown = result.top(_SHOWN)
        lines = [line for row in shown for line in _told(row, language, full=full)]
        rest = len(result) - len(shown)
        more = [f"  … {say('cli.analyse.more', language, {'count': rest})}"] if rest > 0 else []
        return lines + more + _reasons(result.undefined, network, language)
    return []


def _told(row: Row, language: str, *, full: bool) -> Iterator[str]:
    yield f"  - {row.sentence(language)}"
    if full:
        yield from (f"      {line}" for line in _sureness(row, language))
        yield f"      {row.question(language)}"
        yield f"      {row.otherwise(language)}"


def _sureness(row: Row, language: str) -> Iterator[str]:
    """Say how heavy a gap is, of which factors, and whether it would stand."""
    from netdeps.measures.rows import ContactGap, Gap

    if not isinstance(row, ContactGap | Gap):
        return
    facts = {name: getattr(row, name) for name in _FACTORS}
    weight = Phrase.of("cli.analyse.factors", {**facts, "band": Phrase(f"band.{row.band}")})
    turned = Phrase.of(
        "cli.analyse.turned",
        {"names": tuple(map(row.called, row.overturned_by)), "count": len(row.overturned_by)},
    )
    yield weight.sentence(language)
    key = "cli.analyse.stands_firm" if row.stands == 1 else "cli.analyse.stands"
    stands = say(key, language, {"share": percent(row.stands)})
    yield stands + (turned.sentence(language) if row.overturned_by else "")


def _figure(figure: Figure, language: str) -> str:
    if figure.reason is not None:
        return figure.reason.sentence(language)
    shown = number(figure.value or 0.0, language, digits=3)
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return shown
    low, high = (number(one, language, digits=3) for one in (figure.low, figure.high))
    return f"{shown}  [{low} – {high}]"


def _reasons(undefined: Mapping[str, Says], network: Network, language: str) -> list[str]:
    return [
        f"  {visible(network.names.get(one, one))}: {reason.sentence(language)}"
        for one, reason in undefined.items()
    ]
