"""What a mark says, as a statement: who said it, where, when, and who may see it."""

from __future__ import annotations

from netdeps.corrections.told import Tie
from netdeps.model import (
    OUTSIDE,
    TOGETHER,
    Agreement,
    Changes,
    Contact,
    ContactMark,
    Contribution,
    Dependency,
    DependencyMark,
    Mark,
    Network,
    Said,
)
from netdeps.words import Fact, Phrase, Says

_SHARED = ("table", "public")
"""The editions that are shown to the table; what is said with another was said to one alone."""


def said_with(changes: Changes, mark: Mark | None = None) -> Said:
    """Give who said it, when and where; it stays as hidden as the map on which it was said."""
    shared = changes.edition in _SHARED
    return Said(
        by=mark.by if mark else None,
        setting="table" if shared else "bilateral",
        date=changes.date,
        visibility="table" if shared else "facilitator",
        remark=mark.remark if mark else None,
    )


def statement_of(mark: Mark, said: Said) -> Tie:
    """Give a mark as a statement of its own."""
    if isinstance(mark, ContactMark):
        there = mark.mark != "denied"
        return Contact(between=mark.between, level=mark.level, exists=there, said=said)
    if isinstance(mark, DependencyMark):
        return Dependency(
            depender=mark.depender,
            dependum=mark.dependum,
            dependees=mark.dependees,
            level=mark.level,
            said=said,
        )
    return Contribution(
        giver=mark.giver,
        taker=mark.taker,
        resource=mark.resource,
        amount=mark.amount,
        unit=mark.unit,
        dossier=mark.dossier,
        status=mark.status,
        said=said,
    )


def question_of(mark: Mark, said: Said, network: Network, name: str) -> Agreement:
    """Give a mark that asks as something to be done, by whom is not agreed yet.

    No more is required of it than that it was voiced, so that it never reads as a promise that
    lacks a mandate.
    """
    what = Phrase.of("correction.to_ask", {"tie": in_words(mark, network)})
    return Agreement(
        id=name, what=what.sentence(network.language), status="voiced", required="voiced", said=said
    )


def series_of(said: Said) -> str:
    """Give what the ids of questions begin with.

    They are counted apart for those who see them, so that no number tells how many others asked in
    confidence. A name is cut off, since an id has at most 200 characters.
    """
    if said.visibility == "table":
        return "question"
    return f"aside/{said.speaker[:150]}" if said.speaker else "aside"


def in_words(mark: Mark, network: Network) -> Phrase:
    """Say which tie a mark is about."""
    if isinstance(mark, ContactMark):
        first, second = sorted(mark.between)
        facts: dict[str, Fact] = {
            "first": called(first, network),
            "second": called(second, network),
        }
        return Phrase.of("correction.contact", {**facts, "at": at_level(mark.level)})
    if isinstance(mark, DependencyMark):
        dependees = tuple(called(one, network) for one in sorted(mark.dependees))
        facts = {"depender": called(mark.depender, network), "dependees": dependees}
        return Phrase.of("correction.dependency", {**facts, "dependum": mark.dependum})
    facts = {"giver": called(mark.giver, network), "taker": called(mark.taker, network)}
    facts |= {"resource": mark.resource, "dossier": mark.dossier or ""}
    return Phrase.of(f"correction.contribution{'_in' if mark.dossier else ''}", facts)


def at_level(level: str | None) -> Phrase:
    """Say at which level, or at all of them."""
    return Phrase(f"at.{level}" if level else "correction.all_levels")


def called(name: str, network: Network) -> str | Says:
    """Give what people call an organisation, somebody outside, or the common pot."""
    if name == OUTSIDE:
        return Phrase("dependee.outside")
    return Phrase("correction.together") if name == TOGETHER else network.names[name]
