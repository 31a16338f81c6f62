"""``netdeps release``: more people may see something that was told in confidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import click

from netdeps import editions
from netdeps.cli.check import today
from netdeps.cli.shared import case_argument, from_option, language_option, refuse_same, size
from netdeps.editions import Division, ReleasedTo, SafeMedian, edition
from netdeps.errors import OptionError
from netdeps.formats import read, write
from netdeps.model import STATEMENT_LISTS, Network, Release, Statement
from netdeps.words import day as words_day
from netdeps.words import label, listing, say, visible

_LONGEST = 200
"""So many letters of a statement are shown: enough to know which it is."""
_NOTHING: tuple[object, ...] = (None, "", [], {})
_NOT_TOLD = {"id", "said", "replies", "illustrative"}
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command(short_help="Let more people see something, and note that it was agreed.")
@case_argument
@click.option("--statement", metavar="ID", help="What to release: one statement.")
@click.option("--theme", metavar="THEME", help="What to release: a worry of three organisations.")
@click.option("--medians", is_flag=True, help="What to release: medians of the scores.")
@click.option("--to", type=click.Choice(get_args(ReleasedTo)), help="For whom.  [default: table]")
@click.option("--consent", is_flag=True, help="Whoever told the statement agreed.")
@click.option("--named", is_flag=True, help="With consent: say which organisation told it.")
@click.option("--words", metavar="TEXT", help="Your own words for it; needed without consent.")
@click.option(
    "--by", type=click.Choice(get_args(Division)), help="Divide medians by kind or level."
)
@click.option("--note", metavar="TEXT", help="How it was agreed, for yourself.")
@click.option("--date", "day", type=_DAY, metavar="YYYY-MM-DD", help="When.  [default: today]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The case to write, .yaml or .json; not CASE.",
)
@language_option
@from_option
def release(
    case: Path,
    *,
    output: Path | None,
    day: dt.datetime | None,
    language: str | None,
    form: str | None,
    **asked: Any,  # noqa: ANN401 - the options of what is released
) -> None:
    """Write CASE with a new statement in it that more people may see.

    What was told in confidence stays as it is; what is released is a new statement, and the case
    keeps when and why it was. Without --statement, --theme or --medians it shows what can be
    released and what was, and writes nothing.
    """
    given = {name: value for name, value in asked.items() if value}
    network = read(case, form=form)
    chosen = language or network.language
    what = [name for name in _WAYS if name in given]
    if not what:
        _refuse_options(given, ())
        tell_choices(network, chosen)
        return
    if len(what) > 1:
        raise OptionError("release one thing at a time: --statement, --theme or --medians.")
    if output is None:
        raise OptionError("name the case to write with -o.")
    refuse_same(case, output)
    way, options = _WAYS[what[0]]
    _refuse_options(given, (what[0], *options))
    after = way(network, {**given, "date": day.date() if day else today()})
    write(edition(after, "facilitator"), output)
    tell_released(after.releases[-1], output, chosen)


def _statement(network: Network, given: Mapping[str, Any]) -> Network:
    return editions.release(network, **given)


def _theme(network: Network, given: Mapping[str, Any]) -> Network:
    return editions.release_theme(network, **{"words": "", **given})


def _medians(network: Network, given: Mapping[str, Any]) -> Network:
    options = {name: value for name, value in given.items() if name != "medians"}
    return editions.release_medians(network, **options).network


Way = Callable[[Network, Mapping[str, Any]], Network]

_WAYS: Mapping[str, tuple[Way, tuple[str, ...]]] = {
    "statement": (_statement, ("to", "consent", "named", "words", "note")),
    "theme": (_theme, ("to", "words", "note")),
    "medians": (_medians, ("by", "note")),
}
"""What can be released, how, and which options say something about it."""


def _refuse_options(given: Mapping[str, Any], known: tuple[str, ...]) -> None:
    """Refuse an option that would be overlooked in silence."""
    for name in given:
        if name not in known:
            of = f"with --{known[0]}" if known else "without --statement, --theme or --medians"
            raise OptionError(f"--{name} says nothing {of}.")


def tell_released(released: Release, output: Path, language: str) -> None:
    """Say what the audience now reads, and where it was written."""
    for name in STATEMENT_LISTS:
        for row in getattr(released, name):
            facts = {"list": label("list", name, language)}
            click.echo(say(f"cli.release.{row.said.visibility}", language, facts))
            click.echo(f"  {_text(row, of_speaker=True)}")
    facts = {"file": str(output), "size": size(output, language)}
    click.echo(say("cli.release.written", language, facts))
    click.echo(say("cli.apply.comments", language))


def tell_choices(network: Network, language: str) -> None:
    """Show, for the facilitator, what was released and what can be."""
    click.echo(say("cli.release.for_you", language))
    for key, lines in (
        ("released", _released(network, language)),
        ("themes", _themes(network)),
        ("medians", _possible(network, language)),
        ("statements", _statements(network, language)),
    ):
        told = list(lines)
        click.echo("\n" + say(f"cli.release.{key}", language, {"count": len(told)}))
        for line in told or ["–"]:
            click.echo(f"  {line}")


def _released(network: Network, language: str) -> Iterator[str]:
    for one in network.releases:
        rows = [row for name in STATEMENT_LISTS for row in getattr(one, name)]
        ground = label("ground", one.ground, language)
        of = f" ({listing(one.of, language)})" if one.of and one.ground != "median" else ""
        for row in rows:
            yield f"{words_day(one.date, language)}, {ground}{of}: {_text(row, of_speaker=True)}"


def _themes(network: Network) -> Iterator[str]:
    for theme, count in editions.releasable_themes(network).items():
        yield f"{visible(theme)} ({count})"


def _possible(network: Network, language: str) -> Iterator[str]:
    found = editions.safe_medians(network)
    for row in found:
        yield row.sentence(language)
    for name, why in found.undefined.items():
        condition = say(f"finding.{SafeMedian.words}.{name}", language)
        yield f"{condition}: {why.sentence(language)}"


def _statements(network: Network, language: str) -> Iterator[str]:
    for name, row in editions.releasable(network):
        who = network.names.get(row.said.by or "", "–")
        yield f"{visible(row.id)} ({label('list', name, language)}, {visible(who)}): {_text(row)}"


def _text(row: Statement, *, of_speaker: bool = False) -> str:
    """Give what a statement says in one line: its own fields, as the case has them."""
    fields = row.model_dump(mode="json", exclude_defaults=True, exclude=_NOT_TOLD)
    if of_speaker:
        fields |= row.said.model_dump(include={"by", "remark"})
    told = (f"{name}: {_plain(value)}" for name, value in fields.items() if value not in _NOTHING)
    line = visible(", ".join(told))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _plain(value: object) -> str:
    """Write a value as a case has it; of fields within fields, what is in them."""
    if isinstance(value, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        return " + ".join(_plain(one) for one in inner if one not in _NOTHING)
    return str(value).lower() if isinstance(value, bool) else str(value)
