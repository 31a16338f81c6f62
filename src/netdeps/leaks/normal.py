"""Bytes as text, in the form in which texts are compared, in stretches that fit in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netdeps.model.texts import folded

_BATCH = 2**20
_WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
"""Where Windows has letters and Latin-1 has none."""


@dataclass(frozen=True)
class Stretch:
    """A part of a text as it is compared, and where its lines began before."""

    text: bytes
    starts: list[int]
    origins: list[int]


def readings(data: bytes) -> Iterator[str]:
    """Name the codings that bytes may be text in."""
    if data.isascii():
        yield "ascii"
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        yield from ("utf-8", "cp1252")
    else:
        yield "utf-8"


def stretches(data: bytes, coding: str, overlap: int) -> Iterator[Stretch]:
    """Give a text in stretches as it is compared; each repeats the end of the one before."""
    texts: list[bytes] = []
    starts, origins, size, position = [0], [0], 0, 0
    for line in data.split(b"\n"):
        text = folded(_decoded(line, coding)).encode("utf-8", "replace")
        if text:
            starts.append(size)
            origins.append(position)
            texts.append(text)
            size += len(text) + 1
        position += len(line) + 1
        if size > _BATCH:
            whole = b" ".join(texts)
            yield Stretch(whole, starts, origins)
            tail = whole[-overlap:]
            texts, starts, origins, size = [tail], [0], [origins[-1]], len(tail) + 1
    yield Stretch(b" ".join(texts), starts, origins)


def _decoded(line: bytes, coding: str) -> str:
    if coding != "cp1252":
        return line.decode(coding, "replace")
    return line.decode("latin-1").translate(_WINDOWS)
