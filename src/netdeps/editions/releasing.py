"""Releasing: a new statement that more people may see than the one that it was made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Any, Literal, get_args

from netdeps.editions.audiences import may_name, may_see
from netdeps.editions.released import told
from netdeps.errors import OptionError, check_option, one_of, quoted
from netdeps.model import (
    STATEMENT_LISTS,
    Claim,
    Concern,
    Dependency,
    Network,
    Release,
    Said,
    Stake,
    Statement,
    Wait,
)
from netdeps.model.naming import is_automatic
from netdeps.model.references import references
from netdeps.model.release import Ground
from netdeps.model.texts import folded

ReleasedTo = Literal["table", "public"]
"""Whom something can be released to."""

_NEVER: Mapping[str, str] = {
    "interviews": "who was asked what is no secret that somebody told; change its visibility",
    "medians": "it is released already",
    "ratings": "of scores only medians are released: see release_medians",
    "walk": "a step of a walk is your own; change its visibility",
}
"""The lists of which nothing is released one by one, and why."""

_OWN_WORDS: Mapping[type[Statement], tuple[str, ...]] = {
    Claim: ("text",),
    Concern: ("text",),
    Dependency: ("barrier",),
    Stake: ("interest", "cost"),
    Wait: ("what",),
}
"""The fields in which a statement repeats what somebody said; ``words`` take the place of the first."""

_OF_OTHERS = frozenset({"acknowledged_by", "confirmed_by", "denied_by", "persons", "replies"})
"""What a statement keeps of what others than its speaker said, or of who they are."""


def release(
    network: Network,
    statement: str,
    *,
    date: dt.date,
    to: ReleasedTo = "table",
    consent: bool = False,
    named: bool = False,
    words: str = "",
    note: str = "",
) -> Network:
    """Let more people see what was told in confidence, as a new statement.

    With ``consent`` whoever told it agreed: the new statement has the same words. Without, you
    decide so: then your own ``words`` take the place of the text (of a claim, a concern, a barrier,
    an interest, what is waited for), or stand with it as a remark. What the statement is about
    stays: whom, which subject, resource or title. It says not who told it, how sure, at which level,
    where or when; with ``named``, which takes consent, it names the organisation. What others said
    of it is not released with it: replies, and who confirmed, denied or acknowledged it.

    The case keeps what was released, when, why and of which statement, under ``releases``. That
    statement stays as it is, with an id of its own; your own results rest on it alone, so that
    nothing counts twice. A later change of it does not change what was released.

    Raises
    ------
    UnknownNameError
        When there is no such statement.
    OptionError
        When the audience may see it already or may not know of an organisation in it; when it is of
        a sort that is not released one by one, such as a score, or about an issue that the audience
        may not see; when it was released already; when it has words of whoever told it and there is
        neither consent nor ``words`` that are your own; when it is to be ``named`` without consent,
        or names an organisation that the audience may not know of.

    Examples
    --------
    >>> import datetime as dt
    >>> import netdeps as nd
    >>> from netdeps import editions
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "homes"}],
    ...     claims=[{"id": "wish", "about": "homes", "topic": "interest", "text": "They only want ...",
    ...              "said": {"by": "care"}}],
    ... )
    >>> after = editions.release(
    ...     network, "wish", date=dt.date(2026, 11, 20), words="What does it want itself?"
    ... )
    >>> nd.edition(after, "table").network.claims[0].text
    'What does it want itself?'
    >>> len(after.claims)
    1
    """
    row, name = network.statement(statement), _list_of(network, statement)
    check_option("to", to, get_args(ReleasedTo))
    why_not = _why_not(network, row, name, to)
    if why_not is not None:
        raise OptionError(f"{quoted(statement)} cannot be released: {why_not}.")
    if named:
        _check_named(network, row, to, consent=consent)
    texts = {folded(text) for text in _own_words(row).values() if text}
    if not consent and texts and (not words.strip() or folded(words) in texts):
        raise OptionError(
            f"{quoted(statement)} is in the words of whoever told it; say it in your own words, "
            "or release it with consent."
        )
    kept, (own,) = with_own_ids(network, name, [statement])
    fresh = _new(row, to=to, consent=consent, named=named, words=words.strip())
    ground: Ground = "consent" if consent else "facilitator"
    fields: Mapping[str, Any] = {name: (fresh,)}
    return with_release(kept, Release(ground=ground, date=date, of=(own,), note=note, **fields))


def releasable(network: Network, to: ReleasedTo = "table") -> Iterator[tuple[str, Statement]]:
    """Give the statements, with their list, that an audience may not see and that can be released.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(concerns=[{"id": "c", "theme": "pace"}], ratings=[
    ...     {"condition": "ambition", "score": 4}])
    >>> [(name, row.id) for name, row in releasable(network)]
    [('concerns', 'c')]
    """
    for name in STATEMENT_LISTS:
        for row in getattr(network, name):
            if _why_not(network, row, name, to) is None:
                yield name, row


def with_release(network: Network, release: Release) -> Network:
    """Give the case with one release more."""
    return network.replaced({"releases": (*network.releases, release)})


def _list_of(network: Network, statement: str) -> str:
    lists = network.lists
    return next(
        name for name in STATEMENT_LISTS if any(_id(row) == statement for row in lists[name])
    )


def _id(row: object) -> str:
    return row.id if isinstance(row, Statement) else ""


def _why_not(network: Network, row: Statement, name: str, to: ReleasedTo) -> str | None:
    """Say why a statement cannot be released to an audience; None where it can be."""
    earlier = next((one for one in network.releases if one.of == (row.id,)), None)
    if name in _NEVER:
        return f"it is one of the {name}: {_NEVER[name]}"
    if may_see(row, to):
        return f"it may be seen at the level {quoted(to)} already"
    if earlier is not None:
        return f"it was on {earlier.date.isoformat()}; take that row out of 'releases' first"
    hidden = sorted(set(_not_to_be_known(network, row, to)))
    if not hidden:
        return None
    return (
        f"it names {one_of(hidden)}, of which {quoted(to)} may not know; "
        "change the visibility of that first, or release it"
    )


def _not_to_be_known(network: Network, row: Statement, to: ReleasedTo) -> Iterator[str]:
    """Give whom a statement names, and the issue that it is about, that an audience may not know."""
    seen = {one.id for one in told(network, to)["issues"]}
    for one in references(_alone(row)):
        if one.refers.to == "organisations" and one.path[0] != "said" and one.id in network.names:
            if not may_name(network.organisation(one.id), to):
                yield one.id
        elif one.refers.to == "issues" and one.refers.lost == "drop" and one.id not in seen:
            yield one.id


def _check_named(network: Network, row: Statement, to: ReleasedTo, *, consent: bool) -> None:
    """Refuse to name whoever did not agree to it, or of whom an audience may not know."""
    if not consent:
        raise OptionError("whoever told it is named only with consent.")
    who = row.said.speaker
    if who is not None and not may_name(network.organisation(who), to):
        raise OptionError(
            f"{quoted(who)} told it, of which {quoted(to)} may not know; leave out who told it."
        )


def _own_words(row: Statement) -> dict[str, str]:
    """Give the texts of a statement that are in the words of whoever told it, where there are any."""
    texts = {name: getattr(row, name) or "" for name in _OWN_WORDS.get(type(row), ())}
    # only a claim and a concern are a text; elsewhere an empty field has a meaning of its own
    return (
        texts
        if isinstance(row, Claim | Concern)
        else {n: text for n, text in texts.items() if text}
    )


def _new(row: Statement, *, to: ReleasedTo, consent: bool, named: bool, words: str) -> Statement:
    """Give the new statement: what was told, without who told it, how surely, where and when."""
    texts = _own_words(row)
    if not consent or words:
        # one's own words stand for all that was told, in the first of the fields
        texts = {name: "" if number else words for number, name in enumerate(texts)}
    changes: dict[str, Any] = {name: text or _nothing(row, name) for name, text in texts.items()}
    remark = row.said.remark if consent and not words else None
    changes["said"] = Said(
        by=row.said.speaker if named else None,
        visibility=to,
        remark=remark if texts else (words or remark),
    )
    if not type(row).model_fields["id"].is_required():
        changes["id"] = ""
    return _alone(row).with_fields(changes)


def _alone(row: Statement) -> Statement:
    """Leave out of a statement what others said of it, and which persons carry it."""
    return row.with_fields(dict.fromkeys(_OF_OTHERS & type(row).model_fields.keys(), ()))


def _nothing(row: Statement, name: str) -> str | None:
    """Give what a text field holds where nothing is filled in."""
    default = type(row).model_fields[name].default
    return None if default is None else ""


def with_own_ids(
    network: Network, name: str, ids: Collection[str]
) -> tuple[Network, tuple[str, ...]]:
    """Give statements ids of their own: those that a network gives change with their place."""
    taken = {row.id for one in STATEMENT_LISTS for row in getattr(network, one)}
    taken |= {one for kept in network.releases for one in kept.of}  # of what may be gone by now
    series = (f"{name}-{number}" for number in count(1))
    fresh = (one for one in series if one not in taken)
    own = {one: next(fresh) if is_automatic(one, name) else one for one in ids}
    rows = [row.with_fields({"id": own.get(row.id, row.id)}) for row in getattr(network, name)]
    return network.replaced({name: rows}), tuple(own[one] for one in ids)
