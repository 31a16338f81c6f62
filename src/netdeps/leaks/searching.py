"""The search: which withheld texts of a case stand in which files, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from netdeps.editions import edition
from netdeps.errors import OptionError
from netdeps.leaks.budget import MOST_BYTES, Budget, Unread
from netdeps.leaks.layers import Layer
from netdeps.leaks.looking import file_layers, look
from netdeps.leaks.matching import Matcher
from netdeps.leaks.patterns import Patterns, patterns_for
from netdeps.leaks.reading import bytes_of, size_of
from netdeps.leaks.withheld import SEED, Withheld, withheld
from netdeps.model import Network


@dataclass(frozen=True)
class Hit:
    """A withheld text that stands in a file. For the facilitator alone: it repeats the text."""

    file: str
    """The file."""
    inside: tuple[str, ...]
    """In which of its parts and how it is written, from the outside in; empty where it stands
    there as it is."""
    line: int
    """The line, of the file or of the part of an archive, that it stands on."""
    byte: int
    """The byte at which it begins, counted from 0 in the file or in the part of an archive; where
    spaces or codes stand before it on its line, it may be somewhat further on."""
    text: str
    """The text as the case has it."""
    found: str
    """What of it was found: all of it, or five words of a longer text."""
    places: tuple[str, ...]
    """Where it stands in the case: list, place in it and field."""


@dataclass(frozen=True)
class SearchResult:
    """What was found in files of what an audience may not see. For the facilitator alone."""

    hits: tuple[Hit, ...]
    """What was found: each text once in each file, or in each part of an archive."""
    searched: int
    """How many texts were looked for."""
    left_out: int
    """How many were not, because they are too short or stand elsewhere without harm."""
    look_yourself: tuple[str, ...]
    """Which these are, as the case has them: only a person can tell whether they do harm."""
    incomplete: tuple[Unread, ...]
    """What was not searched to the end, and why; empty when all was."""


def search(
    files: Sequence[Path | str],
    network: Network,
    audience: str,
    *,
    known: Iterable[str] = (),
) -> SearchResult:
    """Look in files for whatever in a case an audience may not see.

    Looked for is every text of the case that is in no field of the audience's edition; a text of
    more than five words in runs of five, as somebody may quote it. Case, spaces and the sort of
    quotes make no difference. The files are read as they are and unpacked: compressed, coded and
    escaped, also several times over.

    Not looked for are texts of fewer than four letters or digits, and those that also stand in
    what the audience may see, in netdeps' own words or in ``known``, such as a page that was
    written of an empty network. A text of fewer than eight letters or digits counts as a word of
    its own only.

    What is not found may still be there in other words, as a picture, or in a way that was not
    searched; ``incomplete`` names what was not.

    Raises
    ------
    FileError
        When a file is absent, a folder, or cannot be read.
    OptionError
        When there is no such audience.
    UnknownNameError
        When the party is not one of the organisations.

    Examples
    --------
    >>> import netdeps as nd
    >>> from pathlib import Path
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}],
    ...     concerns=[{"theme": "tendering", "said": {"by": "care"}}],
    ... )
    >>> _ = Path("report.txt").write_text("Care worries about the Tendering.", encoding="utf-8")
    >>> found = search(["report.txt"], network, "table")
    >>> [(hit.text, hit.line, hit.places) for hit in found.hits]
    [('tendering', 1, ('concerns[1].theme',))]
    """
    if isinstance(files, str | Path):
        raise OptionError("search takes a list of files; put the file in a list.")
    paths = [Path(one) for one in files]
    sizes = {path: size_of(path) for path in paths}
    missing = withheld(network, audience)
    patterns = patterns_for(missing, edition(network, audience, seed=SEED).network, known)
    matcher, hits, unread = Matcher(patterns), list[Hit](), dict[Unread, None]()
    for path in paths:
        budget = Budget(str(path))
        if sizes[path] > MOST_BYTES:
            budget.give_up((), "large")
        hits += _hits(path, patterns, matcher, budget)
        unread |= budget.unread
    searched = {one.text for found in patterns.values() for one in found}
    left_out = tuple(one.text for one in missing if one.text not in searched)
    return SearchResult(
        hits=tuple(hits),
        searched=len(searched),
        left_out=len(left_out),
        look_yourself=left_out,
        incomplete=tuple(unread),
    )


def _hits(path: Path, patterns: Patterns, matcher: Matcher, budget: Budget) -> Iterator[Hit]:
    """Give each text that is found once for each part of the file."""
    told: set[tuple[tuple[str, ...], str]] = set()
    for seen in look(file_layers(path, bytes_of(path)), matcher, budget):
        for one in patterns[seen.pattern]:
            mark = (seen.layer.part.inside, one.text)
            if mark not in told:
                told.add(mark)
                yield _hit(path, seen.layer, seen.place, seen.pattern.text.decode("utf-8"), one)


def _hit(path: Path, layer: Layer, place: int, found: str, one: Withheld) -> Hit:
    line = layer.line(place)
    return Hit(str(path), layer.inside, line, place, one.text, found, one.places)
