"""Ways to write a text in a file, each undone by what searches it."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import quopri
import struct
import zipfile
import zlib
from urllib.parse import quote, quote_plus


def text_of(data):
    """Take bytes for text; those that are none for one letter each."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def zipped(data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
        archive.writestr("other.txt", b"nothing to see")
    return stream.getvalue()


def broken(data):
    """An archive that lost its table of contents."""
    whole = zipped(data)
    return whole[: whole.rindex(b"PK\x01\x02") - 40]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(kind, data):
    """A picture with a text beside it; the signature is left to the test of pictures."""
    return b"\x00\x00" + chunk(kind, data) + chunk(b"IEND", b"")


def by_numbers(form):
    def write(data):
        return "".join(form.format(ord(one)) for one in text_of(data)).encode()

    return write


def json_escaped(data):
    text = text_of(data)
    units = text.encode("utf-16-be", "replace")
    pairs = struct.unpack(f">{len(units) // 2}H", units)
    return ("{" + '"x":"' + "".join(f"\\u{one:04x}" for one in pairs) + '"}').encode()


def recoded(coding):
    return lambda data: text_of(data).encode(coding, "replace")


PACKED = {
    "zip": zipped,
    "broken zip": broken,
    "nested zip": lambda data: zipped(zipped(data)),
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zlib in a PDF": lambda data: b"%\xe2\xe3\n1 0 obj stream\n" + zlib.compress(data) + b"\nendstream",
    "zTXt": lambda data: png(b"zTXt", b"Comment\0\0" + zlib.compress(data)),
    "iTXt": lambda data: png(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(data)),
    "tEXt": lambda data: png(b"tEXt", b"Comment\0" + data),
}  # fmt: skip

WRITTEN = {
    "plain": lambda data: data,
    "base64": base64.b64encode,
    "base64 for addresses": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "base64 one further": lambda data: base64.b64encode(b"x" + data),
    "base64 two further": lambda data: base64.b64encode(b"xy" + data),
    "base64 in lines": base64.encodebytes,
    "base64 behind letters": lambda data: b"key" + base64.b64encode(data),
    "data address": lambda data: b"<a href='data:text/plain;base64," + base64.b64encode(data) + b"'>",
    "hex": lambda data: data.hex().encode(),
    "hex behind a digit": lambda data: b"7" + data.hex().encode(),
    "hex with spaces": lambda data: data.hex(" ").encode(),
    "percent": lambda data: quote(data).encode(),
    "every byte percent": lambda data: b"".join(b"%%%02x" % one for one in data),
    "form": lambda data: quote_plus(data).encode(),
    "named entities": lambda data: html.escape(text_of(data)).encode(),
    "decimal entities": by_numbers("&#{};"),
    "hexadecimal entities": by_numbers("&#x{:X};"),
    "JSON": lambda data: json.dumps(text_of(data)).encode(),
    "JSON, every letter": json_escaped,
    "quoted-printable": quopri.encodestring,
    "quoted-printable, all": lambda data: b"".join(b"=%02X" % one for one in data),
    "UTF-16 with a mark": recoded("utf-16"),
    "UTF-16 little": recoded("utf-16-le"),
    "UTF-16 big": recoded("utf-16-be"),
    "UTF-16 one byte on": lambda data: b"\x01" + recoded("utf-16-le")(data),
    "tags": lambda data: data[:7] + b"</w:t></w:r><w:r><w:t xml:space='preserve'>" + data[7:],
}  # fmt: skip

SINGLE_BYTE = {"Latin-1": recoded("latin-1"), "Windows": recoded("cp1252")}

BYTES = {*PACKED, *(way for way in WRITTEN if way.startswith("UTF-16"))}
"""What is no text, and so cannot be written letter by letter in HTML, which has not all of them."""

LETTERS = {"decimal entities", "hexadecimal entities"}
