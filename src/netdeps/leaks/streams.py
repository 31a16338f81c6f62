"""What is compressed: zip with all its kin, gzip, bzip2, xz, and zlib as in PDF and PNG.

Streams are found by how they begin, wherever they are; the table of contents of an archive is not
asked, so that a broken one gives what is still in it, and a lying one hides nothing.
"""

from __future__ import annotations

import bz2
import lzma
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple, Protocol

from netdeps.leaks.budget import Budget, Reason
from netdeps.leaks.layers import Layer

_DICTIONARY = 0x20
_ZLIB = b"|".join(
    re.escape(bytes((first, second)))
    for first in range(0x08, 0x80, 0x10)
    for second in range(256)
    if (first * 256 + second) % 31 == 0 and not second & _DICTIONARY
)
_BEGINS = re.compile(
    rb"PK\x03\x04|\x1f\x8b\x08|BZh[1-9]1AY&SY|BZh[1-9]\x17rE8P\x90|\xfd7zXZ\x00|" + _ZLIB, re.DOTALL
)
_HEADER = struct.Struct("<HHHHHLLLHH")
_LOCKED_BIT = 1
_GZIP = 16
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_SEALED: tuple[tuple[bytes, Reason], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "locked"),
    (b"Rar!\x1a\x07", "locked"),
    (b"\x28\xb5\x2f\xfd", "locked"),  # zstandard
    (b"\x04\x22\x4d\x18", "locked"),  # lz4
    (b"-----BEGIN PGP MESSAGE", "locked"),
    (b"Salted__", "locked"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
_CHUNK = 2**18


class Unpacker(Protocol):
    """What the standard library's decompressors have in common."""

    @property
    def eof(self) -> bool:
        """Tell whether the stream is complete."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What came behind the stream."""
        ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Unpack at most so much."""
        ...


class _Stream(NamedTuple):
    kind: str
    unpacker: Unpacker
    start: int


def sealed(data: bytes) -> Reason | None:
    """Say why a file, or a part of an archive, cannot be read as text, if so."""
    # Many a text begins with "BM"; a bitmap has four empty bytes a little further on.
    if data[8:12] == b"WEBP" or (data[:2] == b"BM" and data[6:10] == bytes(4)):
        return "picture"
    return next((reason for begins, reason in _SEALED if data.startswith(begins)), None)


def streams(layer: Layer, budget: Budget) -> Iterator[Layer]:
    """Unpack every compressed stream in a layer, as far as the budget goes."""
    if layer.data.isascii():
        return
    position = 0
    while budget.left > 0 and (found := _BEGINS.search(layer.data, position)):
        position = found.end()
        stream = _stream(layer, found, budget)
        if stream is not None:
            data, used = _unpacked(stream, layer, budget)
            position = max(position, used)
            if data:
                inside = (*layer.inside, stream.kind)
                yield Layer(data, inside, by_chance=layer.by_chance)


def _stream(layer: Layer, found: re.Match[bytes], budget: Budget) -> _Stream | None:
    begins, start = found[0], found.start()
    if begins == b"PK\x03\x04":
        return _member(layer, start, budget)
    if begins.startswith(b"\x1f\x8b"):
        return _Stream("gzip", _Zlib(_GZIP + zlib.MAX_WBITS), start)
    if begins.startswith(b"BZh"):
        return _Stream("bzip2", bz2.BZ2Decompressor(), start)
    if begins.startswith(b"\xfd7z"):
        return _Stream("xz", lzma.LZMADecompressor(memlimit=2**27), start)
    return _Stream("zlib", _Zlib(zlib.MAX_WBITS), start)


def _member(layer: Layer, start: int, budget: Budget) -> _Stream | None:
    """Read the header that stands before each member of a zip."""
    header = layer.data[start + 4 : start + 4 + _HEADER.size]
    if len(header) < _HEADER.size:
        _note(budget, layer, layer.inside, "damaged")
        return None
    _, flags, method, _, _, _, _, _, named, extra = _HEADER.unpack(header)
    begin = start + 4 + _HEADER.size
    name = layer.data[begin : begin + named].decode("utf-8", "replace")
    if flags & _LOCKED_BIT or method not in {_STORED, _DEFLATED, _BZIP2}:
        _note(budget, layer, (*layer.inside, f"zip: {name}"), "locked")
        return None
    begin += named + extra
    if method == _DEFLATED:
        return _Stream(f"zip: {name}", _Zlib(-zlib.MAX_WBITS), begin)
    reason = sealed(layer.data[begin : begin + 16])
    if reason:
        _note(budget, layer, (*layer.inside, f"zip: {name}"), reason)
    return None  # it stands there as it is, or its own beginning is found


class _Zlib:
    """Zlib with the same ways as the other unpackers."""

    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def _unpacked(stream: _Stream, layer: Layer, budget: Budget) -> tuple[bytes, int]:
    """Give what comes out of a stream, and where it ends; of a broken one what still comes out."""
    found, position = bytearray(), stream.start
    unpacker, inside = stream.unpacker, (*layer.inside, stream.kind)
    with suppress(zlib.error, lzma.LZMAError, OSError, EOFError):
        while not unpacker.eof and len(found) <= budget.left:
            piece = layer.data[position : position + _CHUNK]
            position += len(piece)
            new = unpacker.decompress(piece, _CHUNK)
            found += new
            if not (new or piece):
                break
    if len(found) > budget.left:
        del found[budget.left :]
        budget.give_up(inside, "large")
    elif not unpacker.eof and _surely(stream, found):
        _note(budget, layer, inside, "damaged")
    budget.left -= len(found)
    used = position - len(unpacker.unused_data) if unpacker.eof else 0
    return bytes(found), used


def _surely(stream: _Stream, found: bytearray) -> bool:
    """Tell a broken stream from bytes that begin like one by chance."""
    return stream.kind.startswith("zip") or (stream.kind != "zlib" and bool(found))


def _note(budget: Budget, layer: Layer, inside: tuple[str, ...], reason: Reason) -> None:
    """Note what was not read, but for what a decoder of text made of packed bytes by chance."""
    if not layer.by_chance:
        budget.give_up(inside, reason)
