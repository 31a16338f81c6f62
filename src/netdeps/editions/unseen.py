"""What an edition keeps back or seems to say, for the facilitator alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netdeps.editions.audiences import may_see
from netdeps.editions.making import Edition
from netdeps.editions.pseudonyms import under_own_names
from netdeps.graph import Contacts, ContactState
from netdeps.model import Level, Network, Pair
from netdeps.model.base import ONE_TO_ONE

_NUMBER = re.compile(r"[0-9]+$")
_ENOUGH = 3
"""So many of one word with numbers are a row, and no two names that happen to be alike."""


def hidden_organisations(network: Network, shown: Edition) -> tuple[str, ...]:
    """Name, for the facilitator alone, the organisations that are not in an edition.

    Whoever stands in it under a pseudonym is in it.
    """
    names = _own_names(network, shown).names
    return tuple(name for name in network.ids if name not in names)


def false_absences(network: Network, shown: Edition) -> tuple[Pair, ...]:
    """Name, for the facilitator alone, the pairs in contact that an edition shows as not.

    It happens where the audience sees that a party was asked about its contacts, and does not see
    what it answered. Only who fills the case can mend it, by the visibility of either.
    """
    seen = _own_names(network, shown)
    whole, reduced = Contacts(network), Contacts(seen)
    here = seen.names
    told = (one for one in sorted(whole.told) if one[0] in here and one[1] in here)
    return tuple(one for one in told if _reads_as_no(whole.states(*one), reduced.states(*one)))


def numbered_organisations(network: Network) -> tuple[str, ...]:
    """Name the organisations of which the ids are one word with numbers, such as org1 to org3.

    Three or more of one word count. The table and a party see these ids, and read in which order
    they were noted down; names that say something do not tell that.

    Examples
    --------
    >>> import netdeps as nd
    >>> numbered_organisations(
    ...     nd.Network(organisations=[{"id": "org1"}, {"id": "org2"}, {"id": "org3"}, {"id": "city"}])
    ... )
    ('org1', 'org2', 'org3')
    """
    stems: dict[str, list[str]] = {}
    for name in filter(_NUMBER.search, network.ids):
        stems.setdefault(_NUMBER.sub("", name), []).append(name)
    return tuple(name for names in stems.values() if len(names) >= _ENOUGH for name in names)


def _own_names(network: Network, shown: Edition) -> Network:
    """Give what an edition holds as the facilitator knows it: no letters for those who have names."""
    return under_own_names(network) if shown.audience == "public" else shown.network


def _reads_as_no(
    whole: Mapping[Level, ContactState], reduced: Mapping[Level, ContactState]
) -> bool:
    return any(
        state.state == "yes" and reduced[level].state in {"no", "disputed"}
        for level, state in whole.items()
    )


def told_by_one(network: Network) -> tuple[Pair, ...]:
    """Name, for the facilitator alone, the pairs of which the table sees contact on one word.

    One of the two told it in an interview or bilaterally, and the other did not say so too: there
    the other reads what was said about it. What others told is not among them, nor what was told
    elsewhere.

    Examples
    --------
    >>> import netdeps as nd
    >>> said = {"by": "care", "setting": "interview", "visibility": "table"}
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}],
    ...     contacts=[{"between": ["care", "city"], "said": said}],
    ... )
    >>> told_by_one(network)
    (('care', 'city'),)
    """
    told: dict[Pair, set[str | None]] = {}
    seen: dict[Pair, set[str | None]] = {}
    for row in network.contacts:
        if row.exists:
            told.setdefault(row.pair, set()).add(row.said.speaker)
            if may_see(row, "table"):
                quietly = row.said.setting in ONE_TO_ONE
                seen.setdefault(row.pair, set()).add(row.said.speaker if quietly else None)
    one_word = (pair for pair, voices in seen.items() if None not in voices)
    return tuple(
        sorted(one for one in one_word if not told[one].issuperset(one) and seen[one] <= {*one})
    )
