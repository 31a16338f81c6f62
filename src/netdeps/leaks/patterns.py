"""What to look for: whole short texts, long ones in pieces, and nothing that proves nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from netdeps.leaks.budget import Budget
from netdeps.leaks.layers import Layer
from netdeps.leaks.looking import look
from netdeps.leaks.matching import Matcher, Pattern
from netdeps.leaks.withheld import Withheld, own_words, told
from netdeps.model import Network
from netdeps.model.texts import folded
from netdeps.words import LANGUAGES, texts

RUN = 5
"""A text of more words than this is looked for in runs of so many."""

_LEAST = 4
_SURE = 8
_BETWEEN = b" \x01 "

Patterns = Mapping[Pattern, tuple[Withheld, ...]]
"""What is looked for, each with the withheld texts that it is a part of."""


def patterns_for(
    missing: Collection[Withheld], shown: Network, known: Iterable[str] = ()
) -> Patterns:
    """Give what to look for, and what each of it is a part of.

    What has fewer than four letters or digits is left out, and so is what also stands where it
    does no harm: in what the audience may see, in netdeps' own words, and in ``known``.
    """
    found: defaultdict[Pattern, list[Withheld]] = defaultdict(list)
    for one in missing:
        for pattern in dict.fromkeys(_patterns(one)):
            found[pattern].append(one)
    matcher = Matcher(found)
    common = {pattern for pattern, _ in matcher.find(_open_words(shown))}
    layers = tuple(Layer(text.encode("utf-8", "replace")) for text in known)
    common |= {one.pattern for one in look(layers, matcher, Budget(""))} if layers else set()
    return {one: tuple(rows) for one, rows in found.items() if one not in common}


def _patterns(one: Withheld) -> Iterator[Pattern]:
    for form in one.forms:
        for piece in _pieces(folded(form).split()):
            letters = sum(map(str.isalnum, piece))
            if letters >= _LEAST:
                yield Pattern(piece.encode("utf-8"), whole=one.day or letters < _SURE)


def _pieces(words: list[str]) -> Iterator[str]:
    """Give every run of five words, without the punctuation around it; less is one piece."""
    for start in range(max(len(words) - RUN, 0) + 1):
        yield _bare(" ".join(words[start : start + RUN]))


def _bare(text: str) -> str:
    """Leave out what stands around the first and the last letter."""
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    return text[places[0] : places[-1] + 1] if places else ""


def _open_words(shown: Network) -> bytes:
    """Give all that the audience may see and all that netdeps says itself, one after another."""
    seen = [form for one in told(shown) for form in one.forms]
    ours = [text for language in LANGUAGES for text in texts(language)]
    open_texts = (folded(text) for text in (*seen, *ours, *own_words()))
    return _BETWEEN.join(one.encode("utf-8", "replace") for one in open_texts)
