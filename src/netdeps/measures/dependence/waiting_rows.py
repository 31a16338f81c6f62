"""One finding about organisations that wait for one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.dependence.loosening import Drop, Method
from netdeps.measures.dependence.shared import named_or_counted
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says

Names = tuple[str, ...]

_MOST_WAYS = 6
"""More ways than this to go first together are not written out."""


@dataclass(frozen=True, kw_only=True)
class WaitingDeadlock(Row):
    """Organisations that stand still because each waits for another."""

    words: ClassVar[str] = "waiting_deadlock"

    stuck: Names
    """Everybody who stands still."""
    breakers: tuple[Names, ...]
    """All smallest sets of organisations whose moving first frees everybody. Empty where they are
    more than 1,000, or not all known."""
    drops: tuple[tuple[Drop, ...], ...]
    """All smallest sets of waits without which nobody stands still: of each its id, who waits, and
    for whom. Empty where they are more than 1,000, or not all known."""
    knots: tuple[tuple[Names, ...], ...]
    """For each knot of the group the sets that loosen it: one of each knot make a breaker."""
    drops_knots: tuple[tuple[tuple[Drop, ...], ...], ...]
    """For each knot of the group the sets of waits that loosen it."""
    method: Method
    """Exact: all smallest sets are known. Heuristic: there are bounds, and one set that will do."""
    at_least: int
    """Fewer organisations than this that move first cannot free everybody."""
    at_most: int
    """So many can; the same number where the method is exact."""
    heuristic: Names
    """Where the method is not exact: one set that frees everybody, of possibly many."""
    drops_method: Method
    """As ``method``, for the waits."""
    drops_at_least: int
    """Dropping fewer waits than this cannot free everybody."""
    drops_at_most: int
    """Dropping so many can; the same number where the method is exact."""
    drops_heuristic: tuple[Drop, ...]
    """Where the method is not exact: waits whose dropping frees everybody, one way of many."""
    behind: Names
    """Those who come along by themselves once the others move: nobody else waits for them in a
    circle."""
    for_outside: Names
    """Those who wait for somebody outside the network and for nobody else at the same time."""
    mutual: bool
    """Whether some of them wait for one another, and not only for somebody outside."""
    because: Names
    """The waits."""

    @property
    def rank(self) -> float:
        """The number of those who stand still."""
        return len(self.stuck)

    @property
    def candidates(self) -> Names:
        """Everybody who is in one of the breakers; all who hold one another where not all are known."""
        found = {one for knot in self.knots for option in knot for one in option}
        return tuple(sorted(found)) if self.method == "exact" and all(self.knots) else self.knotted

    @property
    def knotted(self) -> Names:
        """Those who stand still and do not merely come along."""
        return tuple(one for one in self.stuck if one not in self.behind)

    @property
    def form(self) -> str:
        """Which sentence fits: how many have to go first, who could, and how far that is known."""
        if not self.mutual:
            return "outside"
        if self.at_least < self.at_most:
            return "bounds"
        if self.method != "exact" or not all(self.knots):
            return "unlisted"
        if self.at_least > 1:
            return "together"
        return "sentence" if self.candidates == self.knotted else self._few

    @property
    def _few(self) -> str:
        return "one" if len(self.candidates) == 1 else "some"

    @property
    def asks(self) -> str:
        """Which question fits."""
        one = {
            "outside": "ask_outside",
            "one": "ask_one",
            "some": "question",
            "sentence": "question",
        }
        return one.get(self.form, "ask_together")

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "count": len(self.knotted) if self.form == "outside" else self.at_most,
            "waiting": named_or_counted(self, self.knotted),
            "first": named_or_counted(self, self.candidates),
            "behind": self._clause("behind", self.behind),
            "beyond": self._clause("beyond", self.for_outside) if self.mutual else "",
            "ways": tuple(self._way(knot) for knot in self.knots),
            "least": self.at_least,
            "most": self.at_most,
        }

    def _clause(self, name: str, organisations: Names) -> Phrase | str:
        if not organisations:
            return ""
        facts: dict[str, Fact] = {
            "count": len(organisations),
            "parties": named_or_counted(self, organisations),
        }
        return Phrase.of(f"finding.waiting_deadlock.{name}", facts)

    def _way(self, knot: tuple[Names, ...]) -> str | Says:
        """Say what has to happen in one knot."""
        everybody = tuple(sorted({one for option in knot for one in option}))
        if len(knot) == 1:
            return self._within("all_of", everybody, len(everybody))
        if max(map(len, knot), default=1) == 1:
            return self._within("one_of", everybody, 1)
        if len(knot) <= _MOST_WAYS:
            options = tuple(self._within("all_of", option, len(option)) for option in knot)
            return Phrase.of("finding.waiting_deadlock.choice", {"options": options})
        return self._within("some_of", everybody, len(knot[0]))

    def _within(self, name: str, parties: Names, count: int) -> str | Says:
        if len(parties) == 1:
            return self.called(parties[0])
        facts: dict[str, Fact] = {"count": count, "parties": named_or_counted(self, parties)}
        return Phrase.of(f"finding.waiting_deadlock.{name}", facts)
