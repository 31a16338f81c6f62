"""Which findings would stand if those who were not asked had spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from netdeps.errors import OptionError, check_count, check_draws
from netdeps.inference.looking import (
    FACILITATOR_ONLY,
    Measure,
    Seen,
    Sight,
    keyed,
    look,
    look_again,
    sampled,
    seen,
)
from netdeps.inference.silence import Answers, Silence, silences
from netdeps.inference.ways import Limits, Way, Ways, all_ways, some_ways, ways
from netdeps.model import Network
from netdeps.results import About, Findings, Key, Row
from netdeps.words import Fact, Phrase, percent

_ONLY_CONTACT = Phrase("caveat.only_contact_answers")


@dataclass(frozen=True, kw_only=True)
class Standing(Row):
    """How far a finding hangs on what those who were not asked would say."""

    words: ClassVar[str] = "standing"
    identity: ClassVar[tuple[str, ...]] = ("finding",)

    finding: Key
    """What the finding is about: its ``key``."""
    stands: float
    """The share of the possible answers under which it is still there, in the same band."""
    error: float
    """The standard error of that share; 0 where every answer was looked at."""
    exact: bool
    """Whether every combination of answers was looked at, or a sample."""
    answers: int
    """The number of combinations that were looked at, or drawn."""
    open: int
    """The number of open answers: each says of a party whether it speaks another at a level."""
    overturned_by: tuple[str, ...]
    """Whose answers alone, while the others stay silent, can make it go away or change its band."""
    unsure: tuple[str, ...]
    """Who may be able to do so too: not all of their answers were looked at."""
    because: tuple[str, ...]
    """The statements that the finding rests on."""
    told: Row = field(repr=False, compare=False)
    """The finding itself."""

    @property
    def form(self) -> str:
        """Which sentence fits: nothing is open, one party can change it, only several can, none."""
        if not self.open:
            return "closed"
        if self.overturned_by:
            return "party"
        if self.stands < 1:
            return "several"
        return "stays" if self.exact else "stays_sampled"

    @property
    def asks(self) -> str:
        """Which question fits: to those who can change it, or about the finding itself."""
        return {"party": "ask_party", "several": "ask_several"}.get(self.form, "question")

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        share = {"share": percent(self.stands)}
        about = "share" if self.exact else "about_share"
        return {
            "finding": self.told,
            "parties": tuple(self.called(one) for one in self.overturned_by),
            "count": len(self.overturned_by),
            "answers": self.answers,
            "share": Phrase.of(f"finding.standing.{about}", share),
        }


def would_stand(
    network: Network,
    measure: Measure,
    *,
    most: int = 4096,
    samples: int = 500,
    seed: int = 0,
) -> Findings[Standing]:
    """Whether each finding would stand if those who were not asked had spoken.

    Open is whether a party speaks another, at a level that both have, where one of the two needs
    the other and the party has said nothing and was not asked. Each open answer can be yes or no;
    for each combination of them the measure runs again on the network with these answers in it. A
    row for each finding, in the order in which the measure gives them. ``stands`` is the share of
    the combinations, from 0 to 1, under which it is still there and in the same band (without
    bands: still there); ``overturned_by`` names the parties that can change that by themselves.
    Every combination counts alike, so it is no chance. What else the silent could tell, a need or a
    contribution, is not filled in.

    Up to ``most`` combinations all of them are looked at, else ``samples`` random ones. The answers
    of one party are looked at in the same way, those of whoever has the fewest first, up to
    ``most`` over all parties; the others share ``samples``, beginning with no and yes to everything,
    and stand under ``unsure`` as long as nothing was found. So the measure runs at most
    max(``most``, ``samples``) + ``most`` + ``samples`` times, whatever the network: choose lower
    numbers for a large one. The rows of ``contact_gaps`` say the same of themselves, always exactly.

    To look inside one organisation, give ``network.inside(…)``. For the facilitator alone: it shows
    on whose word a finding hangs.

    Raises
    ------
    OptionError
        When the measure gives no findings, they cannot be told apart, or a number is too small.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, inference, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3, "level": "governing"}],
    ...     interviews=[{"organisation": "care", "asked": ["contacts"]}],
    ... )
    >>> row = inference.would_stand(network, measures.contact_gaps)[0]
    >>> row.finding, row.stands, row.overturned_by
    ((('care', 'housing'),), 0.5, ('housing',))
    """
    check_count("most", most)
    check_draws("samples", samples, seed)
    found = look(measure, network)
    if not isinstance(found, Findings):
        raise OptionError("the measure gives scores; findings are expected.")
    trial = _Trial(network, measure, found.name, seen(found))
    silent = silences(network) if found else []
    limits = Limits(most, samples, seed, "would_stand")
    together = ways([Fraction(1, 2)] * len(silent), limits, found.name)
    stands = trial.shares(silent, together)
    alone = _each_alone(trial, silent, limits)
    rows = [_row(one, stands[one[0]], together, len(silent), alone) for one in keyed(found)]
    caveats = (FACILITATOR_ONLY, _ONLY_CONTACT, *sampled(samples, exact=together.exact))
    return Findings(rows, About.of("would_stand", network, rows, caveats=caveats))


@dataclass(frozen=True)
class _Trial:
    """The findings of a network, tried against answers of the silent."""

    network: Network
    measure: Measure
    name: str
    now: Sight

    def shares(self, silent: list[Silence], tried: Ways) -> dict[Key, Fraction]:
        """Give the share of the answers under which each finding is what it is now."""
        stands = dict.fromkeys(self.now, Fraction(1))
        weights = tried.weights.values()
        for weight, turned in zip(weights, self.turned(silent, tried.weights), strict=True):
            for key in turned:
                stands[key] -= weight
        return stands

    def turned(self, silent: list[Silence], tried: Iterable[Way]) -> Iterator[set[Key]]:
        """Give, for each way of answering, the findings that are gone or in another band."""
        answers = Answers(self.network, silent)
        for way in tried:
            later = seen(look_again(self.measure, answers.heard(way)))
            kept = {key for key, one in later.items() if key in self.now and _alike(one, self.now)}
            yield set(self.now) - kept


def _alike(one: Seen, now: Sight) -> bool:
    return one.band == now[one.key].band


@dataclass(frozen=True)
class _Alone:
    """What the answers of one party can change while the others stay silent."""

    turned: frozenset[Key]
    complete: bool
    """Whether all of its answers were to be looked at."""


def _each_alone(trial: _Trial, silent: list[Silence], limits: Limits) -> dict[str, _Alone]:
    """Look at the answers of each party: of whoever has few all, of the others some."""
    own = {party: list(group) for party, group in groupby(silent, lambda one: one.party)}
    parties = sorted(own, key=lambda party: (len(own[party]), party))
    left, found, rest = limits.most, {}, []
    for party in parties:
        if 1 << len(own[party]) > left:
            rest.append(party)
            continue
        left -= 1 << len(own[party])
        found[party] = _alone(trial, own[party], all_ways(len(own[party])), complete=True)
    for party in rest:
        some = some_ways(
            len(own[party]), limits.samples // len(rest), limits.stream(trial.name, party)
        )
        found[party] = _alone(trial, own[party], some, complete=False)
    return found


def _alone(trial: _Trial, silent: list[Silence], tried: Iterable[Way], *, complete: bool) -> _Alone:
    turned: set[Key] = set()
    for found in trial.turned(silent, tried):
        turned |= found
        if len(turned) == len(trial.now):
            break
    return _Alone(frozenset(turned), complete)


def _row(
    told: tuple[Key, Row], stands: Fraction, together: Ways, count: int, alone: Mapping[str, _Alone]
) -> Standing:
    key, finding = told
    share, samples = float(stands), together.number
    return Standing(
        finding=key,
        stands=share,
        error=0.0 if together.exact else (share * (1 - share) / samples) ** 0.5,
        exact=together.exact,
        answers=samples,
        open=count,
        overturned_by=tuple(sorted(one for one in alone if key in alone[one].turned)),
        unsure=tuple(sorted(one for one in alone if _unsure(alone[one], key))),
        because=getattr(finding, "because", ()),
        told=finding,
        names=finding.names,
    )


def _unsure(alone: _Alone, key: Key) -> bool:
    return not alone.complete and key not in alone.turned
