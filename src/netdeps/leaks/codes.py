"""The ways in which text is written as other text: base64, escapes, entities and the like.

Each takes from a layer only what is written so, with some text around it, so that a page with a
few escapes is not searched as a whole once more for every way and every order of ways.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Callable, Iterator
from contextlib import suppress
from html import unescape
from urllib.parse import unquote_to_bytes

from netdeps.leaks.layers import Decoder, Layer, Piece, is_text

AROUND = 300
"""So many bytes on either side go along: more than five words, also where these are coded again."""

_UNSEEN = re.compile(rb"\x00{64,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{6,}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*")
_STANDARD = bytes.maketrans(b"-_", b"+/")
_TEXT = re.compile(
    rb"(?:[ -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|(?<=[ -~])[\xa0-\xff](?![\x80-\xff])){4}|\x00"
)
_SHORT = 32
_PADDING = (b"", b"EEB", b"EB", b"B")  # decodes to bytes that no text has
_HEX = re.compile(rb"[0-9A-Fa-f]{2}(?:[ :,-]?(?:0x|\\x)?[0-9A-Fa-f]{2}){3,}[0-9A-Fa-f]?")
_NO_HEX = re.compile(rb"0x|\\x|[ :,-]")
_PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
_PLUS = re.compile(rb"(?<=\w)\+(?=[\w%])")
_QUOTED = re.compile(rb"=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n)")
_ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG = re.compile(rb"<[!/?A-Za-z][^<>]{0,2000}>")
_DOUBLED = re.compile(rb"(?<=\w)(?:''|\"\")(?=\w)")
_ESCAPE = re.compile(
    rb"(?:\\u[0-9A-Fa-f]{4})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\U[0-9A-Fa-f]{8}|(?:\\x[0-9A-Fa-f]{2})+"
    rb"|(?:\\[0-7]{3})+|\\\r?\n[ \t]*\\?|\\[^\s\w]|\\[nrtbfv_N]"
)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_SPACES = {b"_": b" ", b"N": b"\n"}
_BYTES = re.compile(  # seldom in a text
    rb"[\x00\x02-\x08\x0e-\x1a]|\xc2[\x80-\x9f]|\xc3[\x82-\xb4]\xc2[\x80-\xbf]"
)
_LITTLE = re.compile(
    rb"(?:[\x00-\xff][\x00-\x05\x1e\x20-\x22\x26]|[\x00-\xff][\xd8-\xdb][\x00-\xff][\xdc-\xdf]){4,}",
    re.DOTALL,
)
_BIG = re.compile(
    rb"(?:[\x00-\x05\x1e\x20-\x22\x26][\x00-\xff]|[\xd8-\xdb][\x00-\xff][\xdc-\xdf][\x00-\xff]){4,}",
    re.DOTALL,
)


def _around(
    layer: Layer, step: int, mark: re.Pattern[bytes], decode: Callable[[bytes], bytes]
) -> Iterator[Piece]:
    """Decode what is marked together with the text around it."""
    start, end = 0, -1
    for found in layer.fresh(mark, step):
        if found.start() - AROUND > end:
            if end >= 0:
                yield Piece(decode(layer.data[start:end]), start)
            start = max(found.start() - AROUND, 0)
        end = found.end() + AROUND
    if end >= 0:
        yield Piece(decode(layer.data[start:end]), start)


def without_zeros(layer: Layer) -> Layer:
    """Leave out long runs of zero bytes, which fill files up."""
    position = 0
    pieces = []
    for found in _UNSEEN.finditer(layer.data):
        pieces.append(Piece(layer.data[position : found.start()], position))
        position = found.end()
    pieces.append(Piece(layer.data[position:], position))
    return next(layer.decoded(pieces, "")) if position else layer


def base64(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode base64, from each of four places, since what stands before it may look like it.

    Most short words look like it too; of those only what decodes to some text is kept.
    """
    runs = [(_only_base64(found[0]), found.start()) for found in _runs(layer, _BASE64)]
    for shift in range(4):
        decoded = (Piece(_from_base64(run[shift:]), origin) for run, origin in runs)
        pieces = (one for one in decoded if len(one.data) > _SHORT or _TEXT.search(one.data))
        yield from layer.decoded(pieces, "base64", step)


def _runs(layer: Layer, mark: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """Give what may be coded and was not there before the last step."""
    runs = mark.finditer(layer.data)
    if layer.above is None:
        return runs
    before = layer.above.runs(mark)
    return (one for one in runs if one[0] not in before)


def _only_base64(run: bytes) -> bytes:
    return run.translate(_STANDARD, b" \t\r\n")


def _from_base64(run: bytes) -> bytes:
    return a2b_base64(run + _PADDING[len(run) % 4])


def hexadecimal(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode bytes that are written as numbers of two digits."""
    runs = [(_NO_HEX.sub(b"", found[0]), found.start()) for found in _runs(layer, _HEX)]
    for shift in range(2):
        pieces = (Piece(_from_hex(run[shift:]), origin) for run, origin in runs)
        yield from layer.decoded(pieces, "hex", step)


def _from_hex(run: bytes) -> bytes:
    return bytes.fromhex(run[: len(run) // 2 * 2].decode("ascii"))


def percent(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode what is written as in an address."""
    yield from layer.decoded(_around(layer, step, _PERCENT, unquote_to_bytes), "percent", step)


def form(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode what is written as in a form that was sent: a plus for each space."""
    if "form" in layer.inside:
        return
    pieces = _around(layer, step, _PLUS, lambda data: unquote_to_bytes(data.replace(b"+", b" ")))
    yield from layer.decoded(pieces, "form", step)


def quoted_printable(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode what is written as in e-mail."""
    yield from layer.decoded(_around(layer, step, _QUOTED, a2b_qp), "quoted-printable", step)


def entities(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode what is written as in HTML and XML, also among bytes that are no text."""
    yield from layer.decoded(_around(layer, step, _ENTITY, _unescaped), "entities", step)
    if not is_text(layer.data):
        pieces = _around(layer, step, _ENTITY, _unescaped_in_latin)
        yield from layer.decoded(pieces, "entities", step)


def _unescaped(data: bytes) -> bytes:
    text = unescape(data.decode("utf-8", "surrogateescape"))
    return text.encode("utf-8", "surrogateescape")


def _unescaped_in_latin(data: bytes) -> bytes:
    """Decode entities in Western Europe's old coding; what has no letter there stays."""
    return unescape(data.decode("latin-1")).encode("latin-1", "xmlcharrefreplace")


def untagged(layer: Layer, step: int) -> Iterator[Layer]:
    """Leave out tags, which word processors put in the middle of words."""
    if "tags" in layer.inside:
        return
    yield from layer.decoded(
        _around(layer, step, _TAG, lambda data: _TAG.sub(b"", data)), "tags", step
    )


def doubled(layer: Layer, step: int) -> Iterator[Layer]:
    """Halve quotes, which YAML and CSV double."""
    if "quotes" in layer.inside:
        return
    pieces = _around(layer, step, _DOUBLED, lambda data: _DOUBLED.sub(lambda one: one[0][:1], data))
    yield from layer.decoded(pieces, "quotes", step)


def escapes(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode what is written as in JSON, YAML and programs."""
    pieces = _around(layer, step, _ESCAPE, lambda data: _ESCAPE.sub(_escaped, data))
    yield from layer.decoded(pieces, "escapes", step)


def _escaped(found: re.Match[bytes]) -> bytes:
    text = found[0]
    if text[1:2] in {b"\r", b"\n"}:
        return b""
    if text[1:2].isdigit():
        return bytes(int(one, 8) & 255 for one in text.split(b"\\")[1:])
    if text[1:2] in {b"u", b"U", b"x"} and len(text) > 2:  # noqa: PLR2004 - a backslash and a letter
        return _numbered(text)
    return {**_LETTERS, **_SPACES}.get(text[1:], text[1:])


def _numbered(text: bytes) -> bytes:
    """Decode letters by their numbers; a pair of halves makes one letter."""
    if text[1:2] == b"x":
        return bytes.fromhex(text.replace(b"\\x", b"").decode("ascii"))
    if text[1:3] == b"u{" or text[1:2] == b"U":
        number = int(text[2:].strip(b"{}"), 16)
        return _as_bytes(chr(number)) if number <= 0x10FFFF else b""  # noqa: PLR2004 - the last one
    units = bytes.fromhex(text.replace(b"\\u", b"").decode("ascii"))
    return _as_bytes(units.decode("utf-16-be", "replace"))


def wide(layer: Layer, step: int) -> Iterator[Layer]:
    """Decode text of two bytes a letter, as a whole and where it stands between other things."""
    if b"\x00" not in layer.data and not layer.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    for coding, run in (("utf-16-le", _LITTLE), ("utf-16-be", _BIG)):
        whole = (
            [Piece(_narrow(layer.data, coding), 0)]
            if not layer.inside or layer.part is layer
            else []
        )
        parts = (Piece(_narrow(one[0], coding), one.start()) for one in run.finditer(layer.data))
        yield from layer.decoded(whole, coding, step)
        yield from layer.decoded(parts, coding, step)


def _narrow(data: bytes, coding: str) -> bytes:
    return _as_bytes(data.decode(coding, "replace"))


def narrow(layer: Layer, step: int) -> Iterator[Layer]:
    """Turn letters that stand for bytes back into those bytes."""
    if layer.data.isascii() or _BYTES.search(layer.data) is None:
        return
    with suppress(UnicodeError):  # other letters are in it, or it is no text
        data = layer.data.decode("utf-8").encode("latin-1")
        yield from layer.decoded([Piece(data, 0)], "latin-1", step)


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


DECODERS: tuple[Decoder, ...] = (
    narrow, wide, base64, hexadecimal, untagged, doubled, escapes, percent, form, quoted_printable,
    entities,
)  # fmt: skip
"""Every way in which text can be written as other text."""
