"""Writes reference/validation.md from the comparisons of the tests.

Run with: python docs/validation_page.py
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from validation.comparison import Comparison, Ours, difference  # noqa: E402 - found above
from validation.conventions import Convention, Theirs  # noqa: E402
from validation.graphs import Example, examples, named  # noqa: E402
from validation.programs import PROGRAMS, Values  # noqa: E402
from validation.published import PUBLISHED, Published  # noqa: E402
from validation.record import recalled, recorded  # noqa: E402
from validation.tables import CONVENTIONS, FAMILIES, ONLY_OURS  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "validation.md"
CLOSE = 1e-12
PROMISED = 1e-9
INTRODUCTION = """\
# Validation

Are these the numbers that R, igraph, networkx and the textbooks give?
This page is written by the tests: each row of the tables is a comparison that runs whenever the tests run, and a test fails when the page is not what they find.

A measure is set beside the call of another program that should give the same figure, on {count} networks: real ones that come with networkx, tiny ones that others have printed figures of, and drawn ones with directions, strengths, separate parts and isolates.
The call that is printed is the call that was made.
In the tests of the project, networkx is asked again each time, and so are R and igraph wherever they are installed, on random networks that are drawn afresh; the answers that they gave on the networks of this page, in the versions below, are kept and compared everywhere.
R's sna and igraph are licensed under the GPL: netdeps never imports them, and they are asked in tests only.

| program | version |
|---|---|
{versions}

How to read a call: `A` holds the ties as 0 and 1, `W` their strengths, `g` and `G` are the graph, `s` its strengths, `groups` the kind of each organisation and `n` their number; `mode` and `cmode` tell sna whether ties have a direction.
*On* counts the networks; *at most* is the largest difference of any value on any of them, relative to the highest value of that network (or to 1, where that is lower).
"none" means that all values are whole numbers, and equal.
"""

DIFFER = """\
## Where definitions differ

Programs give one name to different figures.
Each difference is shown on a network that is small enough to check, with what netdeps does, why, and how the other figure follows from ours; a test holds what is said here against what the other program gave.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Give the page as it should be."""
    parts = [_introduction(), _networks()]
    parts += [_family(name, members) for name, members in FAMILIES.items()]
    parts += [_undefined(), _published(), DIFFER]
    parts += [_convention(one) for one in CONVENTIONS]
    return "\n".join(parts)


def _introduction() -> str:
    made_with = recorded()["made_with"]
    versions = "\n".join(f"| {one} | {made_with[one]} |" for one in PROGRAMS)
    return INTRODUCTION.format(count=len(examples()), versions=versions)


def _networks() -> str:
    rows = (
        (one.title, str(len(one.nodes)), str(len(one.ties)), _LAYERS[one.layer], one.source)
        for one in examples()
    )
    heads = ("network", "organisations", "ties", "told as", "from")
    return f"## The networks\n\n{_table(heads, rows)}\n{_NETWORKS}"


_LAYERS = {"contact": "contacts", "contribution": "contributions", "dependency": "needs"}
_NETWORKS = """\
Ties without direction are told as contacts, with their strength as quality; a quality runs to 1, so the weights of a real network are divided by its highest.
Ties with a direction are told as contributions, with their strength as amount, or as needs, where the strength of each is its share of all that the depender needs.
"""


def _family(name: str, members: Sequence[Comparison]) -> str:
    heads = ("measure", "network", "ours", "theirs", "program and call", "on", "at most")
    alike: dict[tuple[object, ...], list[Comparison]] = {}
    for one in members:
        where = tuple(each.name for each in examples() if one.fits(each))
        alike.setdefault((one.measure, one.form, where), []).append(one)
    rows = (_row(calls, list(map(named, where))) for (*_, where), calls in alike.items())  # type: ignore[call-overload]
    return f"## {name}\n\n{_table(heads, rows)}{_only_ours(name)}"


def _only_ours(name: str) -> str:
    """Name the measures that a reader looks for in the table and does not find."""
    if name not in ONLY_OURS:
        return ""
    *others, last = (f"`{one}`" for one in ONLY_OURS[name])
    return (
        f"\nThese programs have no counterpart of {', '.join(others)} and {last}; "
        "what they are held against instead is in [How we know](../explanation/how-we-know.md).\n"
    )


def _row(calls: Sequence[Comparison], where: Sequence[Example]) -> tuple[str, ...]:
    one = calls[0]
    shown = next((each for each in where if each.name == one.show), where[0])
    ours = one.ours(shown)
    place = _most(ours)
    called = f": {shown.nodes[place]}" if len(ours) == len(shown.nodes) else ""
    theirs = [_number(recalled(shown, each.program, each.call)[place]) for each in calls]
    return (
        f"`{one.measure}`" + (f", {one.form}" if one.form else ""),
        f"{shown.title}{called}",
        _number(ours[place]),
        theirs[0] if len(set(theirs)) == 1 else "<br>".join(theirs),
        "<br>".join(f"{each.program} {_code(each.call)}" for each in calls),
        str(len(where)),
        _apart(calls, where),
    )


def _most(values: Ours) -> int:
    return max(range(len(values)), key=lambda place: _or_least(values[place]))


def _or_least(value: float | None) -> float:
    return -math.inf if value is None else value


def _apart(calls: Sequence[Comparison], where: Sequence[Example]) -> str:
    """Bounds, not bits: what is below them differs from machine to machine."""
    pairs = [
        (one.ours(each), recalled(each, one.program, one.call), one)
        for each in where
        for one in calls
    ]
    largest = max(difference(one, ours, theirs).largest for ours, theirs, one in pairs)
    whole = all(value is None or value.is_integer() for ours, *_ in pairs for value in ours)
    if whole and largest == 0:
        return "none"
    bounds = {CLOSE: "below 1e-12", PROMISED: "below 1e-9"}
    return next((told for bound, told in bounds.items() if largest < bound), f"{largest:.1e}")


def _undefined() -> str:
    """Where ours says that there is no value, and what the other program gives instead."""
    told = {}
    for one in (each for family in FAMILIES.values() for each in family):
        if one.because:
            told.setdefault((one.measure, one.because, _number(one.undefined)), []).append(
                one.program
            )
    rows = (
        (f"`{measure}`", because, ", ".join(dict.fromkeys(programs)), given)
        for (measure, because, given), programs in told.items()
    )
    return _UNDEFINED + _table(("measure", "undefined here", "program", "gives"), rows)


_UNDEFINED = """\
## Where ours is undefined

netdeps never gives 0, nan or infinity for what is not defined: it leaves the value out, with the reason.
There the comparisons expect of the other program exactly what stands here.

"""


def _published() -> str:
    heads = ("measure", "network", "ours", "printed", "decimals", "source")
    about = (
        "## Printed figures\n\nOurs, with one digit more, are equal to all that was printed.\n\n"
    )
    return about + _table(heads, map(_printed, PUBLISHED))


def _printed(one: Published) -> tuple[str, ...]:
    return (
        f"`{one.measure}`" + (f", {one.form}" if one.form else ""),
        named(one.on).title,
        " ".join(f"{value or 0:.{one.decimals + 1}f}" for value in one.ours()),
        " ".join(f"{value:.{one.decimals}f}" for value in one.printed.values()),
        str(one.decimals),
        one.source,
    )


def _convention(one: Convention) -> str:
    example = named(one.on)
    about = f"### {one.title}\n\n{_sentences(one.text)}\n\n"
    where = f"On *{example.title}*" + (f", for {one.who}:" if one.who else ":")
    ours = (f"**netdeps** `{one.measure}`{_options(one)}", _number(one.ours()[one.place]), "")
    rows = [ours, *(_their_row(each, example, one.place) for each in one.theirs)]
    return f"{about}{where}\n\n{_table(('figure', 'value', 'from ours'), rows)}"


def _their_row(one: Theirs, example: Example, place: int) -> tuple[str, ...]:
    given: Values = recalled(example, one.program, one.call)
    return f"{one.program} {_code(one.call)}", _number(given[place]), one.way


def _options(one: Convention) -> str:
    return "".join(f", `{name}={value!r}`".replace("'", '"') for name, value in one.options.items())


def _sentences(text: str) -> str:
    return text.replace(". ", ".\n")


def _code(call: str) -> str:
    return f"`{call}`".replace("|", "\\|")


def _number(value: float | None) -> str:
    if value is None:
        return "undefined"
    return format(value, ".6g") if math.isfinite(value) else str(value)


def _table(
    heads: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]
) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return (
        "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
        .replace("| --- |", "|---|")
        .replace("| --- ", "|---")
        .replace("---| ", "---|")
    )


if __name__ == "__main__":
    main()
