"""What the two parties of a pair say of their contact themselves, set side by side."""

from __future__ import annotations

from typing import get_args

from netdeps.errors import check_option
from netdeps.graph import Contacts, Report, Selection, selected, standing
from netdeps.measures.gaps.one_sided import OneSidedContact
from netdeps.measures.gaps.own_reports import (
    Rule,
    answers_of,
    at_levels,
    count_answers,
    count_ties,
    own_reports,
    share_of_both,
)
from netdeps.model import LEVELS, Contact, Level, Network, Pair
from netdeps.results import About, Figure, Findings, Number, Undefined, known_of
from netdeps.words import Phrase


def one_sided_contacts(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Findings[OneSidedContact]:
    """Of which contacts one party says that they are there and the other that they are not.

    A row for each pair and level at which the own reports of the two differ: worth asking both. A
    stated no comes first; one that follows from having been asked and not naming the other may be
    no more than forgetting. A party that contradicts itself makes a row too, without names. What
    others say of the pair does not count.

    ``known_share`` is the share of all pairs and levels of which both parties were heard.

    Raises
    ------
    UnknownNameError
        When a level, kind or organisation is asked for that is not there.

    References
    ----------
    Own reports set side by side: Krackhardt (1987), Cognitive social structures,
    https://doi.org/10.1016/0378-8733(87)90009-8.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     contacts=[{"between": ["care", "housing"], "level": "governing", "said": {"by": "care"}}],
    ...     interviews=[{"organisation": "housing", "asked": ["contacts"]}],
    ... )
    >>> row = measures.one_sided_contacts(network)[0]
    >>> row.level, row.says_yes, row.says_no, row.stated_no
    ('governing', 'care', 'housing', False)
    """
    part = selected(network, Selection(level=level, kind=kind, inside=inside))
    contacts = Contacts(part)
    rows = [
        _one_sided(parties, at, contacts)
        for parties in contacts.told
        for at in at_levels(contacts.levels(*parties), level)
        if answers_of(own_reports(parties, at, contacts)) == "disputed"
    ]
    rows.sort(key=lambda row: (not row.stated_no, row.parties, LEVELS.index(row.level)))
    heard = share_of_both(count_answers(contacts, level))
    caveats = known_of("reports", heard)
    about = About.of("one_sided_contacts", part, rows, known_share=heard, caveats=caveats)
    return Findings(rows, about)


def confirmation_rate(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Figure:
    """Of the contacts that one party tells of, how many the other confirms.

    Both say yes / (both say yes + one says yes and the other no), over all pairs and levels of
    which both were heard. From 0 (none is confirmed) to 1. A party that contradicts itself confirms
    nothing. Undefined where there is no contact that both were heard about and one tells of.

    ``known_share`` is the share of all pairs and levels of which both parties were heard.

    Raises
    ------
    UnknownNameError
        When a level, kind or organisation is asked for that is not there.

    References
    ----------
    Own reports set side by side: Krackhardt (1987), Cognitive social structures,
    https://doi.org/10.1016/0378-8733(87)90009-8.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one, "levels": ["governing"]} for one in "abc"],
    ...     contacts=[{"between": [one, other], "exists": there, "said": {"by": one}}
    ...               for one, other, there in [("a", "b", True), ("b", "a", True),
    ...                                         ("a", "c", True), ("c", "a", False)]],
    ... )
    >>> measures.confirmation_rate(network)
    0.5
    """
    part = selected(network, Selection(level=level, kind=kind, inside=inside))
    contacts = Contacts(part)
    count = count_answers(contacts, level)
    heard = share_of_both(count)
    about = _about("confirmation_rate", contacts, level, heard, "reports")
    told = count["agreed"] + count["disputed"]
    if not told:
        return Undefined(Phrase("reason.nothing_to_confirm"), about)
    return Number(count["agreed"] / told, about)


def contact_density(
    network: Network,
    *,
    rule: Rule = "intersection",
    level: Level | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Figure:
    """Which share of all pairs is in contact, by what the parties themselves say.

    With ``rule="intersection"`` two organisations are in contact where both say so, with
    ``rule="union"`` where either does; set side by side they show how much hangs on whom one
    believes. At one level, or at any: then a pair is in contact when the rule finds contact at some
    level that both have. A pair counts once. What others say does not count.

    ``low`` and ``high`` are exact: the share when every report that is not known turns out to be a
    no, or a yes. The value is the share among the pairs that the known reports decide, and lies
    between the two. Over any level a yes is decided sooner than a no, which takes an answer at every
    level; where much is not known, look at the bounds, or at one level. From 0 to 1. Undefined where
    no pair is decided, and where no two organisations have a level in common.

    Raises
    ------
    OptionError
        When the rule is not known.
    UnknownNameError
        When a level, kind or organisation is asked for that is not there.

    References
    ----------
    Intersection and union of own reports: Krackhardt (1987), Cognitive social structures,
    https://doi.org/10.1016/0378-8733(87)90009-8. The bounds are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": [one, other], "exists": there, "said": {"by": one}}
    ...               for one, others in [("a", {"b": True, "c": True, "d": True}),
    ...                                   ("b", {"a": True, "c": False, "d": False}),
    ...                                   ("c", {"a": False, "b": False, "d": True})]
    ...               for other, there in others.items()],
    ... )
    >>> both, either = (measures.contact_density(network, rule=rule)
    ...                 for rule in ("intersection", "union"))
    >>> [round(6 * one) for one in (both.low, both.high, either.low, either.high)]
    [1, 3, 4, 5]
    """
    check_option("rule", rule, get_args(Rule))
    part = selected(network, Selection(level=level, kind=kind, inside=inside))
    contacts = Contacts(part)
    count = count_ties(contacts, rule, level)
    pairs = sum(number for state, number in count.items() if state)
    decided = count["yes"] + count["no"]
    known = decided / pairs if pairs else None
    about = _about("contact_density", contacts, level, known, "pairs")
    if not pairs:
        return Undefined(Phrase("reason.no_pairs_at_all"), about)
    low, high = count["yes"] / pairs, (pairs - count["no"]) / pairs
    if not decided:
        return Undefined(Phrase("reason.no_pair_decided"), about, low, high)
    return Number(count["yes"] / decided, about, low, high)


def _one_sided(parties: Pair, level: Level, contacts: Contacts) -> OneSidedContact:
    reports = dict(zip(parties, own_reports(parties, level, contacts), strict=True))
    told = {who: report for who, report in reports.items() if report}
    single = all(len(report.says) == 1 for report in told.values())
    yes, no = (
        next((who for who, report in told.items() if single and said in report.says), None)
        for said in (True, False)
    )
    return OneSidedContact(
        parties=parties,
        level=level,
        says_yes=yes,
        says_no=no,
        stated_no=any(_stated(one, contacts.network) for one in told.values() if False in one.says),
        because=tuple(sorted({name for report in told.values() for name in report.because})),
        names=contacts.network.names,
    )


def _stated(report: Report, network: Network) -> bool:
    """Tell whether a report was stated, or follows from an interview."""
    return any(isinstance(network.statement(one), Contact) for one in report.because)


def _about(
    name: str, contacts: Contacts, level: Level | None, known: float | None, what: str
) -> About:
    """Say what a figure means, and that it rests on own words and on who was asked."""
    own = {
        one.id
        for one in standing(contacts.network.contacts)
        if one.said.by in one.between and not one.crosses and level in {None, one.level or level}
    }
    asked = (
        interview
        for by_level in contacts.asked.values()
        for at in at_levels(by_level, level)
        for interview in by_level[at]
    )
    return About.of(
        name,
        contacts.network,
        because=own.union(asked),
        known_share=known,
        caveats=known_of(what, known),
    )
