"""Releasing a theme: a worry of several organisations, in the words of the facilitator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import get_args

from netdeps.editions.audiences import may_name, may_see
from netdeps.editions.releasing import ReleasedTo, with_own_ids, with_release
from netdeps.errors import OptionError, check_option, quoted, unknown_name
from netdeps.graph import SMALLEST
from netdeps.model import Concern, Fixed, Network, Release, Said, Statement
from netdeps.model.texts import folded


def release_theme(
    network: Network,
    theme: str,
    *,
    words: str,
    date: dt.date,
    to: ReleasedTo = "table",
    note: str = "",
) -> Network:
    """Let the table read, in your words, a worry that at least three organisations told.

    The new concern has ``words`` for its theme, and neither a speaker nor a count. Departments count
    with their whole, one person who speaks for several organisations is one voice, and organisations
    of which the audience may not know do not count. Themes are the same when they read alike:
    capitals and spaces make no difference.

    Nothing else of what was told in confidence about the theme is seen, nor that there is more.

    Raises
    ------
    UnknownNameError
        When nobody told of the theme.
    OptionError
        When fewer than three organisations did, when there are no words, or when somebody told it
        where the audience reads it.

    Examples
    --------
    >>> import datetime as dt
    >>> import netdeps as nd
    >>> from netdeps import editions
    >>> network = nd.Network(
    ...     organisations=[{"id": one} for one in ("city", "care", "homes")],
    ...     concerns=[
    ...         {"theme": "tendering", "said": {"by": one, "setting": "interview"}}
    ...         for one in ("city", "care", "homes")
    ...     ],
    ... )
    >>> words = "How do we deal with tendering?"
    >>> after = editions.release_theme(network, "tendering", words=words, date=dt.date(2026, 11, 20))
    >>> [one.theme for one in nd.edition(after, "table").network.concerns]
    ['How do we deal with tendering?']
    """
    check_option("to", to, get_args(ReleasedTo))
    if not words.strip():
        raise OptionError("say in your own words what the theme is; those of others stay hidden.")
    themes = _themes(network)
    found = themes.get(folded(theme) if isinstance(theme, str) else "")
    if not found:
        raise unknown_name("theme", theme, sorted(rows[0].theme for rows in themes.values()))
    if any(may_see(one, to) for one in found):
        raise OptionError(f"{quoted(theme)} may be read at the level {quoted(to)} already.")
    if _tellers(network, found, to) < SMALLEST:
        raise OptionError(
            f"fewer than {SMALLEST} organisations told of {quoted(theme)}, so that it "
            "could be known whose it is; release a statement of it with consent."
        )
    if folded(words) in {folded(one.text) for one in found}:
        raise OptionError("these are the words of somebody who told it; say it in your own.")
    kept, ids = with_own_ids(network, "concerns", [one.id for one in found])
    fresh = Concern(theme=words.strip(), said=Said(visibility=to))
    return with_release(
        kept, Release(ground="facilitator", date=date, of=ids, note=note, concerns=(fresh,))
    )


def releasable_themes(network: Network, to: ReleasedTo = "table") -> Mapping[str, int]:
    """Give the themes that can be released, with how many organisations told of each.

    They are those that at least three organisations told, and nobody where the audience reads it.
    """
    found = {}
    for rows in _themes(network).values():
        count = _tellers(network, rows, to)
        if count >= SMALLEST and not any(may_see(one, to) for one in rows):
            found[rows[0].theme] = count
    return Fixed(found)


def _themes(network: Network) -> Mapping[str, list[Concern]]:
    """Give the concerns of each theme, by how it reads."""
    found: dict[str, list[Concern]] = {}
    for one in network.concerns:
        if folded(one.theme):
            found.setdefault(folded(one.theme), []).append(one)
    return found


def _tellers(network: Network, rows: Iterable[Statement], to: ReleasedTo) -> int:
    """Count the organisations that told something, departments with their whole.

    Those of which the audience may not know hide nobody; and one person who speaks for several is
    one voice.
    """
    voices = {
        (network.whole_of(speaker), row.said.person or "")
        for row in rows
        if (speaker := row.said.speaker) and may_name(network.organisation(speaker), to)
    }
    organisations = {one for one, _ in voices}
    nameless = {one for one, person in voices if not person}
    persons = {person for one, person in voices if one not in nameless}
    return min(len(organisations), len(persons) + len(nameless))
