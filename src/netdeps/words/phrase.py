"""Words that are not yet in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netdeps.words.catalogue import Fact, say
from netdeps.words.writing import visible


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence for people, put into words in the language that is asked for.

    Examples
    --------
    >>> phrase = Phrase.of("count.organisations", {"count": 1})
    >>> phrase.sentence("nl"), str(phrase)
    ('1 organisatie', '1 organisation')
    """

    key: str
    facts: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    def of(cls, key: str, facts: Mapping[str, Fact]) -> Phrase:
        """Make the phrase of a key with its facts."""
        return cls(key, tuple(facts.items()))

    def sentence(self, language: str) -> str:
        """Give the sentence in a language."""
        facts: Mapping[str, Fact] = dict(self.facts)
        return say(self.key, language, facts)

    def __str__(self) -> str:
        return self.sentence("en")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text that a case gives in both languages, or in one of them."""

    nl: str
    en: str

    def sentence(self, language: str) -> str:
        """Give the text in a language."""
        return visible(self.nl if language == "nl" else self.en)

    def __str__(self) -> str:
        return self.sentence("en")
