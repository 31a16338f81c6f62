"""``netdeps audit``: whether something that is withheld stands in a written file."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import click

from netdeps.cli.shared import edition_option, from_option, language_option, steps
from netdeps.editions import edition
from netdeps.formats import read
from netdeps.leaks import Hit, SearchResult, Unread, search
from netdeps.model import LANGUAGES, Network
from netdeps.words import say, visible

_FOUND = 1
_NOT_TO_THE_END = 3
_MOST = 20


@click.command(short_help="Look in written files for what their readers may not see.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--against",
    "case",
    metavar="CASE",
    required=True,
    type=click.Path(path_type=Path),
    help="The whole case, with all that was told in confidence.",
)
@edition_option("table")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show the result.",
)
@language_option
@from_option
def audit(
    files: tuple[Path, ...],
    case: Path,
    audience: str,
    style: str,
    language: str | None,
    form: str | None,
) -> None:
    """Look in each FILE for whatever in CASE its readers may not see.

    The files may be of any sort; what is packed or coded in them is unpacked. The result repeats
    what is found, so it is for the facilitator alone. It ends with status 0 when nothing is found,
    1 when something is, and 3 when a file could not be searched to the end.
    """
    with steps(language or "en") as step:
        step("read")
        network = read(case, form=form)
        step("audit")
        found = search(files, network, audience, known=_pages_of_nothing())
    chosen = language or network.language
    click.echo(_as_json(found) if style == "json" else _as_text(found, files, chosen), nl=False)
    sys.exit(_FOUND if found.hits else _NOT_TO_THE_END if found.incomplete else 0)


def _pages_of_nothing() -> list[str]:
    """Write maps of nobody: what stands on them tells nothing of anybody."""
    from netdeps.maps import Map

    nobody = [edition(Network(language=language), "table") for language in LANGUAGES]
    return [Map(language=one.network.language).html(one) for one in nobody]


def _as_json(found: SearchResult) -> str:
    plain = {"for": "facilitator", **dataclasses.asdict(found)}
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _as_text(found: SearchResult, files: tuple[Path, ...], language: str) -> str:
    lines = [say("cli.audit.for_you", language), ""]
    for path in dict.fromkeys(map(str, files)):
        hits = [one for one in found.hits if one.file == path]
        unread = [one for one in found.incomplete if one.file == path]
        lines += _told(path, hits, unread, language)
    facts = {"count": found.searched}
    lines += ["", say("cli.audit.searched", language, facts)]
    lines += _to_look_for(found.look_yourself, language)
    return "".join(f"{line}\n" for line in lines)


def _to_look_for(texts: tuple[str, ...], language: str) -> list[str]:
    """Name some of the texts that were not looked for, the longest first."""
    if not texts:
        return []
    count = len(texts)
    lines = [say("cli.audit.left_out", language, {"count": count})]
    longest = sorted(texts, key=lambda one: (-len(one), one))[:_MOST]
    lines += [f"  - {say('cli.audit.text', language, {'text': one})}" for one in longest]
    more = count - len(longest)
    return [*lines, f"  … {say('cli.analyse.more', language, {'count': more})}"] if more else lines


def _told(path: str, hits: list[Hit], unread: list[Unread], language: str) -> list[str]:
    key = "found" if hits else "unknown" if unread else "nothing"
    facts = {"file": path, "count": len(hits)}
    lines = [say(f"cli.audit.{key}", language, facts)]
    lines += [f"  - {_where(one, language)}" for one in hits]
    if unread:
        lines.append("  " + say("cli.audit.unread", language))
    for one in unread:
        inside = f"{visible(' > '.join(one.inside))}: " if one.inside else ""
        lines.append(f"  - {inside}{say(f'cli.audit.reason.{one.reason}', language)}")
    return lines


def _where(hit: Hit, language: str) -> str:
    facts = {
        "text": hit.text,
        "line": hit.line,
        "byte": hit.byte,
        "inside": " > ".join(hit.inside),
        "places": hit.places[0],
        "count": len(hit.places) - 1,
    }
    told = say("cli.audit.hit_inside" if hit.inside else "cli.audit.hit", language, facts)
    more = say("cli.audit.more_places", language, facts) if len(hit.places) > 1 else ""
    return told + more
