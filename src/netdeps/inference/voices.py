"""Which findings rest on one voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from netdeps.errors import check_count
from netdeps.inference.looking import (
    FACILITATOR_ONLY,
    Measure,
    competition_ranks,
    in_order,
    look,
    look_again,
    seen,
)
from netdeps.inference.withholding import (
    every_statement,
    speakers,
    told_about,
    voices_in,
    without_voice,
)
from netdeps.model import Network
from netdeps.results import About, Findings, Key, Row, Scores
from netdeps.words import Fact, Phrase

_ONE_BY_ONE = Phrase("caveat.one_by_one")


@dataclass(frozen=True, kw_only=True)
class OneVoice(Row):
    """What would look different if one speaker had not been heard."""

    words: ClassVar[str] = "one_voice"
    identity: ClassVar[tuple[str, ...]] = ("speaker",)

    speaker: str
    """Whose words are left out."""
    lost: tuple[Key, ...]
    """What is then no longer in the top: the ``key`` of each finding."""
    gained: tuple[Key, ...]
    """What is then new in the top."""
    changed: tuple[Key, ...]
    """What is then in another band; of scores, what stays in the top at another place."""
    only_source: tuple[str, ...]
    """The other organisations about which nobody else said anything."""
    because: tuple[str, ...]
    """The statements in which the speaker is heard."""

    @property
    def count(self) -> int:
        """How many findings would be different."""
        return len({*self.lost, *self.gained, *self.changed})

    @property
    def rank(self) -> float:
        """How many findings would be different."""
        return float(self.count)

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        sources = tuple(self.called(one) for one in self.only_source)
        only = Phrase.of("finding.one_voice.only", {"sources": sources})
        return {
            "speaker": self.called(self.speaker),
            "count": self.count,
            "only": only if sources else "",
        }


def leave_one_speaker_out(
    network: Network, measure: Measure, *, top: int = 3
) -> Findings[OneVoice]:
    """Which findings rest on the word of a single speaker.

    For each speaker the measure runs again on the network without what it said. What it confirmed,
    denied or acknowledged goes too, and so do its interviews: of who was asked, silence is a no;
    of who is left out, it is unknown. A row for each speaker whose leaving changes something:
    ``lost`` and ``gained`` are what leaves and enters the first ``top`` findings (with whatever ties
    with the last of them), ``changed`` what is in another band. Of scores, which have no bands,
    ``changed`` is what stays in the top at another place. The speaker without whom most is different
    comes first. The measure runs once for each speaker and once more.

    A speaker is an organisation; nobody is left out of the network itself. For the facilitator
    alone: it shows whose word weighs how much.

    Raises
    ------
    OptionError
        When the measure gives neither findings nor scores, the findings cannot be told apart, or
        ``top`` is less than 1.

    References
    ----------
    Leaving out one at a time is the jackknife: Quenouille (1956), Notes on bias in estimation,
    https://doi.org/10.1093/biomet/43.3-4.353. By speaker it is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, inference, measures
    >>> needs = [("m", "a", "c"), ("m", "b", "c"), ("a", "a", "c"), ("b", "b", "m"), ("c", "c", "m")]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcm"],
    ...     dependencies=[
    ...         {"depender": depender, "dependum": "help", "dependees": [dependee], "said": {"by": by}}
    ...         for by, depender, dependee in needs
    ...     ],
    ... )
    >>> dict(measures.in_degree(network))
    {'a': 0.0, 'b': 0.0, 'c': 2.0, 'm': 2.0}
    >>> for row in inference.leave_one_speaker_out(network, measures.in_degree, top=1):
    ...     print(row.speaker, row.lost)
    b (('m',),)
    c (('m',),)
    m (('c',),)
    """
    check_count("top", top)
    now = _Picture.of(look(measure, network), top)
    sources = _sources(network)
    rows = []
    for speaker in speakers(network):
        left = without_voice(network, speaker)
        later = _Picture.of(look_again(measure, left), top)
        only = (one for one, voices in sources.items() if voices == {speaker} and one != speaker)
        rows.append(_row(network, speaker, (now, later), tuple(sorted(only))))
    rows = sorted((row for row in rows if row.count), key=lambda row: (-row.count, row.speaker))
    about = About.of(
        "leave_one_speaker_out", network, rows, caveats=(FACILITATOR_ONLY, _ONE_BY_ONE)
    )
    return Findings(rows, about)


@dataclass(frozen=True)
class _Picture:
    """What a measure shows first, and how everything is judged."""

    top: frozenset[Key]
    outcomes: Mapping[Key, object]
    """The band of each finding; of scores, the place of those in the top."""

    @classmethod
    def of(cls, result: Findings[Row] | Scores | None, most: int) -> _Picture:
        everything = seen(result)
        if isinstance(result, Scores):
            first = frozenset((one,) for one, _ in result.top(most))
            ranks = competition_ranks({key: one.value or 0.0 for key, one in everything.items()})
            return cls(first, {key: ranks[key] for key in first})
        count = len(result.top(most)) if result else 0
        bands = {key: one.band for key, one in everything.items()}
        return cls(frozenset(islice(everything, count)), bands)


def _sources(network: Network) -> dict[str, set[str | None]]:
    """Give who says something about each organisation; None for somebody who is not named.

    Who was asked is a source on itself.
    """
    found: dict[str, set[str | None]] = {one: set() for one in network.ids}
    for _, row in every_statement(network):
        unnamed = set() if row.said.speaker else {None}
        for one in told_about(row) & found.keys():
            found[one] |= voices_in(row) | unnamed
    return found


def _row(
    network: Network, speaker: str, pictures: tuple[_Picture, _Picture], only: tuple[str, ...]
) -> OneVoice:
    now, later = pictures
    both = now.outcomes.keys() & later.outcomes.keys()
    heard = (row.id for _, row in every_statement(network) if speaker in voices_in(row))
    return OneVoice(
        speaker=speaker,
        lost=in_order(now.top - later.top),
        gained=in_order(later.top - now.top),
        changed=in_order(key for key in both if now.outcomes[key] != later.outcomes[key]),
        only_source=only,
        because=tuple(sorted(set(heard))),
        names=network.names,
    )
