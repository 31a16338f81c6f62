"""Labels and sentences for people, one catalogue a language; nobody else writes words for people.

The catalogues are ``en.toml`` and ``nl.toml``. A sentence has places in braces, ``{name}``; where
the number in ``{count}`` matters, the entry is a table with ``one`` and ``other``.
"""

from netdeps.words.catalogue import LANGUAGES, Fact, Says, has, label, say, section, texts
from netdeps.words.phrase import Bilingual, Phrase
from netdeps.words.writing import day, listing, number, percent, visible

__all__ = [
    "LANGUAGES",
    "Bilingual",
    "Fact",
    "Phrase",
    "Says",
    "day",
    "has",
    "label",
    "listing",
    "number",
    "percent",
    "say",
    "section",
    "texts",
    "visible",
]
