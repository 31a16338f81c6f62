"""Issues that lack something before they can go forward, and tables that treat none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from netdeps.errors import OptionError, check_option, quoted
from netdeps.graph import Selection, as_number, selected, small_kinds
from netdeps.measures.gaps.issue_facts import Agenda
from netdeps.measures.gaps.issue_gap import EmptyTable, IssueGap
from netdeps.model import Fixed, Network, Table
from netdeps.results import About, Findings
from netdeps.words import Phrase

WEIGHTS: Mapping[str, float] = Fixed(
    {"owner": 2.0, "mandate": 2.0, "kind": 1.0, "table": 1.0, "deadline": 1.0}
)
"""How much each thing that an issue takes weighs; each necessary kind by itself. Conventions."""


def issue_gaps(
    network: Network,
    *,
    weights: Mapping[str, float] | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[IssueGap]:
    """What each issue still lacks before it can go forward, most serious first.

    An issue takes an *owner* (weight 2), a *mandate* (2, where a ``mandate_level`` is given), each
    necessary *kind* of organisation (1 each), a *table* that treats it (1) and a *deadline* (1). There
    is a mandate when a table that meets at that level treats the issue or, for the governing level,
    when an agreement on it has governing approval. A kind is there when an organisation of that kind
    is involved or owns the issue. ``weights`` gives other weights by these five words; 0 leaves one
    out.

    A role is not filled in for another: an owner, or a kind of which no organisation has confirmed
    its part, counts as missing with certainty 1/2. An organisation confirms its part by its own
    words: it told the issue itself, it told a stake of its own in it, it told a need of its own that
    belongs to it, or it takes part in an agreement on it that is at least ``agreed``.

    deficit = missing weight / all weight, from 0 to 1; certainty = the missing weight, each part
    counted for as far as it is certain, / missing weight; severity = urgency × deficit × certainty.
    Issues that lack nothing are left out, unless they are treated at several tables while nobody owns
    them. Issues of which the urgency is not known come last, with severity None. An issue that
    takes nothing is undefined, and so is one of which nobody is known to have to do with it. Inside
    an organisation only its own parts count, as owner and as kind.

    Raises
    ------
    OptionError
        When a weight has another name, is negative, or is not a number.
    UnknownNameError
        When an issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, weights included.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city", "kind": "municipality"},
    ...                    {"id": "care", "kind": "care_provider"}],
    ...     issues=[{"id": "outflow", "owner": "city", "involved": ["care"], "urgency": 0.7,
    ...              "requires_kinds": ["care_provider", "housing_corporation", "municipality"],
    ...              "mandate_level": "governing", "said": {"by": "city"}}],
    ...     stakes=[{"organisation": "care", "issue": "outflow", "said": {"by": "care"}}],
    ... )
    >>> gap = measures.issue_gaps(network, weights={"table": 0, "deadline": 0})[0]
    >>> gap.missing, round(gap.deficit, 3), gap.severity
    (('mandate', 'kind:housing_corporation'), 0.429, 0.3)
    """
    heavy = _weights(weights)
    part = selected(network, Selection(issue=issue, inside=inside))
    agenda = Agenda(part, heavy)
    found = [agenda.about(one) for one in part.issues if issue in {None, one.id}]
    rows = [one.row(part) for one in found if not one.without_answer and one.stands_out]
    rows.sort(key=_seriousness)
    reasons = {key: reason for one in found for key, reason in one.reasons()}
    few = small_kinds(part, _kinds(rows))
    return Findings(rows, About.of("issue_gaps", part, rows, caveats=few), reasons)


def tables_without_issues(network: Network, *, inside: str | None = None) -> Findings[EmptyTable]:
    """Which tables meet without any issue of the agenda: room that is there and may be used.

    Undefined where no issue is known at all, and for a table of which nobody is known to sit there.

    Raises
    ------
    UnknownNameError
        When an organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "housing"}],
    ...     issues=[{"id": "outflow"}],
    ...     tables=[{"id": "cycle", "level": "governing", "members": ["city", "housing"]}],
    ... )
    >>> [(row.table, row.level) for row in measures.tables_without_issues(network)]
    [('cycle', 'governing')]
    """
    part = selected(network, Selection(inside=inside))
    empty = sorted((one for one in part.tables if not one.issues), key=lambda one: one.id)
    reasons = {one.id: reason for one in empty if (reason := _why_unknown(one, part))}
    rows = [
        EmptyTable(
            table=one.id,
            name=one.name or one.id,
            level=one.level,
            members=tuple(sorted(set(one.members))),
            because=(one.id,),
            names=part.names,
        )
        for one in empty
        if one.id not in reasons
    ]
    return Findings(rows, About.of("tables_without_issues", part, rows), reasons)


def _weights(given: Mapping[str, float] | None) -> Mapping[str, Fraction]:
    if given is not None and not isinstance(given, Mapping):
        raise OptionError(f"the weights {quoted(given)} are not words with a number each.")
    for word in given or {}:
        check_option("weight", word, WEIGHTS)
    return {word: _weight(word, found) for word, found in {**WEIGHTS, **(given or {})}.items()}


def _weight(word: str, found: float) -> Fraction:
    weight = as_number(found)
    if weight is None or weight < 0:
        expected = "a number of 0 or more is expected"
        raise OptionError(f"the weight of {quoted(word)} is {quoted(found)}; {expected}.")
    return weight


def _kinds(rows: Iterable[IssueGap]) -> Iterator[str]:
    """Give the kinds that rows speak of."""
    for row in rows:
        for word in (*row.missing, *row.unconfirmed):
            name, _, kind = word.partition(":")
            if name == "kind":
                yield kind


def _seriousness(row: IssueGap) -> tuple[bool, float, float, str]:
    """Sort by severity, with what has none last."""
    return (row.severity is None, -(row.severity or 0.0), -row.deficit, row.issue)


def _why_unknown(table: Table, network: Network) -> Phrase | None:
    """Tell why it cannot be said of a table that it meets without an issue."""
    if not network.issues:
        return Phrase("reason.no_issues")
    return None if table.members else Phrase("reason.table_of_nobody")
