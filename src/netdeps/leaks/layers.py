"""A layer: the bytes of a file, or what comes out when a part of them is unpacked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

BETWEEN = b"\n\x01\n"
"""What stands between pieces that are not beside each other; it is in no text of a case."""


_BESIDE = 4
_LETTER_BY_LETTER = frozenset(
    {"entities", "escapes", "form", "percent", "quoted-printable", "quotes", "tags"}
)


def origin(position: int, starts: Sequence[int], origins: Sequence[int]) -> int:
    """Give where a position was before; what was coded was longer, so it was there or behind it."""
    found = max(bisect_right(starts, position) - 1, 0)
    end = origins[found + 1] - 1 if found + 1 < len(origins) else None
    place = origins[found] + position - starts[found]
    return place if end is None else max(min(place, end), origins[found])


def is_text(data: bytes) -> bool:
    """Tell whether bytes are text in UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def beside(data: bytes, found: re.Match[bytes]) -> bytes:
    """Give a mark with the bytes beside it."""
    return data[max(found.start() - _BESIDE, 0) : found.end() + _BESIDE]


class Piece(NamedTuple):
    """Some bytes, and where they came from."""

    data: bytes
    origin: int


@dataclass(frozen=True, eq=False)
class Layer:
    """Bytes to search, how they were packed, and where they were before."""

    data: bytes
    inside: tuple[str, ...] = ()
    """How it is packed, from the outside in: ``zip: notes.xml``, ``base64``, …"""
    above: Layer | None = None
    """What this was unpacked from; None for a file and for a part of an archive."""
    starts: tuple[int, ...] = (0,)
    """Where in these bytes each piece begins that was unpacked from another place."""
    origins: tuple[int, ...] = (0,)
    """Where each of these pieces began in what it was unpacked from."""
    step: int = -1
    """Which of the decoders made it, in their order; -1 for none."""
    by_chance: bool = False
    """True where a decoder of text was let loose on packed bytes, and what comes of it may be noise."""
    _looks: dict[re.Pattern[bytes], frozenset[bytes]] = field(default_factory=dict)

    def looks(self, mark: re.Pattern[bytes]) -> frozenset[bytes]:
        """Give what each mark looks like with what is beside it."""
        if mark not in self._looks:
            found = (beside(self.data, one) for one in mark.finditer(self.data))
            self._looks[mark] = frozenset(found)
        return self._looks[mark]

    def runs(self, mark: re.Pattern[bytes]) -> frozenset[bytes]:
        """Give every run of what may be coded."""
        if mark not in self._looks:
            self._looks[mark] = frozenset(one[0] for one in mark.finditer(self.data))
        return self._looks[mark]

    def fresh(self, mark: re.Pattern[bytes], step: int) -> Iterator[re.Match[bytes]]:
        """Give the marks that are to be decoded here.

        Two ways of writing that stand beside each other are decoded in the order of the
        decoders; in another order only what an earlier step brought to light. Else every order
        of all ways would be searched.
        """
        marks = mark.finditer(self.data)
        if self.above is None or step > self.step:
            return marks
        before = self.above.looks(mark)
        return (one for one in marks if beside(self.data, one) not in before)

    def place(self, position: int) -> int:
        """Give about which byte, of the file or the part of an archive, something is found at."""
        if self.above is None:
            return position
        return self.above.place(origin(position, self.starts, self.origins))

    @property
    def part(self) -> Layer:
        """The file or the part of an archive that this is in."""
        return self if self.above is None else self.above.part

    def line(self, place: int) -> int:
        """Give the line of a byte of the file, or of the part of the archive."""
        return self.part.data.count(b"\n", 0, place) + 1

    def decoded(self, pieces: Iterable[Piece], coding: str, step: int = -1) -> Iterator[Layer]:
        """Give the layer that pieces make together once they are decoded; none without pieces."""
        found = list(pieces)
        if not found:
            return
        sizes = (len(one.data) + len(BETWEEN) for one in found[:-1])
        starts = tuple(accumulate(sizes, initial=0))
        data = BETWEEN.join(one.data for one in found)
        origins = tuple(one.origin for one in found)
        inside = (*self.inside, coding) if coding else self.inside
        yield Layer(data, inside, self, starts, origins, step, self._garbled(coding))

    def _garbled(self, coding: str) -> bool:
        return self.by_chance or (coding in _LETTER_BY_LETTER and not is_text(self.data))


Decoder = Callable[[Layer, int], Iterator[Layer]]
"""Takes a layer and its own place among the decoders."""
