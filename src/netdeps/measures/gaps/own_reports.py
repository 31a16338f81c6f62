"""The own reports of the two parties of each pair, and what they come to together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from netdeps.graph import Contacts, Profile, Report, State, tally
from netdeps.model import LEVELS, Level, Pair

Rule = Literal["intersection", "union"]
"""Contact is where both parties say so, or where either does."""

Answers = Literal["agreed", "denied", "disputed", "one yes", "one no", "none"]
"""What two parties say: both yes, both no, yes and no, one of them only, or neither."""

_COMPLETE = ("agreed", "denied", "disputed")

_MEANS: Mapping[Rule, Mapping[Answers, State]] = {
    "intersection": {
        "agreed": "yes",
        "denied": "no",
        "disputed": "no",
        "one yes": "unknown",
        "one no": "no",
        "none": "unknown",
    },
    "union": {
        "agreed": "yes",
        "denied": "no",
        "disputed": "yes",
        "one yes": "yes",
        "one no": "unknown",
        "none": "unknown",
    },
}
"""Whether there is contact: where both say so, or where either does."""


def at_levels(common: Iterable[Level], level: Level | None) -> list[Level]:
    """Keep one level of some, or all of them."""
    return [one for one in common if level in {None, one}]


def own_reports(parties: Pair, level: Level, contacts: Contacts) -> list[Report | None]:
    """Give what each of two parties says itself; None where that is not known."""
    first, second = parties
    return [contacts.report(first, second, level), contacts.report(second, first, level)]


def answers_of(reports: Iterable[Report | None]) -> Answers:
    """Set the reports of two parties side by side; contradicting oneself is a dispute too."""
    said = [report.says for report in reports if report]
    if not said:
        return "none"
    yes, no = (any(word in one for one in said) for word in (True, False))
    if yes and no:
        return "disputed"
    if len(said) == 1:
        return "one yes" if yes else "one no"
    return "agreed" if yes else "denied"


def _silences(one: Profile, other: Profile, level: Level | None) -> dict[Level, Answers]:
    """Give what two parties say by silence, at each level that both have."""
    heard: tuple[Answers, ...] = ("none", "one no", "denied")
    return {
        at: heard[(at in one.asked) + (at in other.asked)]
        for at in at_levels(one.levels & other.levels, level)
    }


def _spoken(parties: Pair, level: Level | None, contacts: Contacts) -> list[Answers]:
    at = at_levels(contacts.levels(*parties), level)
    return [answers_of(own_reports(parties, one, contacts)) for one in at]


def count_answers(contacts: Contacts, level: Level | None) -> Counter[Answers]:
    """Count all pairs and levels by what the two parties say there."""
    found: Counter[Answers] = Counter()
    for at in at_levels(LEVELS, level):
        counted = _count_at(contacts, at)
        found.update({answers: number for answers, number in counted.items() if answers})
    return found


def _count_at(contacts: Contacts, level: Level) -> Counter[Answers | None]:
    return tally(
        contacts,
        lambda one, other: _silences(one, other, level).get(level),
        lambda parties: next(iter(_spoken(parties, level, contacts)), None),
    )


def share_of_both(count: Mapping[Answers, int]) -> float | None:
    """Give the share of pairs and levels of which both parties were heard."""
    total = sum(count.values())
    both = sum(number for answers, number in count.items() if answers in _COMPLETE)
    return both / total if total else None


def count_ties(contacts: Contacts, rule: Rule, level: Level | None) -> Counter[State | None]:
    """Count all pairs by whether a rule finds contact; under None those without a common level."""
    return tally(
        contacts,
        lambda one, other: _tie(rule, _silences(one, other, level).values()),
        lambda parties: _tie(rule, _spoken(parties, level, contacts)),
    )


def _tie(rule: Rule, answers: Iterable[Answers]) -> State | None:
    """Tell whether there is contact at some level; None where the two have none in common."""
    found = {_MEANS[rule][one] for one in answers}
    order: tuple[State, ...] = ("yes", "unknown", "no")
    return next((state for state in order if state in found), None)
