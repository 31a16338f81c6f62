"""Files that are broken, endless, locked or none at all."""

import gzip
import io
import os
import random
import time
import zipfile
import zlib

import pytest

from netdeps import Network
from netdeps.errors import FileError
from netdeps.leaks import Unread, budget, search
from netdeps.leaks.layers import Layer
from netdeps.leaks.looking import look
from netdeps.leaks.matching import Matcher, Pattern

CANARY = "Zx9-canary-9xZ"
PATTERN = Pattern(CANARY.lower().encode(), whole=False)
CASE = Network(concerns=[{"theme": CANARY}])


@pytest.fixture
def looked(tmp_path):
    def find(data, name="file"):
        (tmp_path / name).write_bytes(data)
        return search([tmp_path / name], CASE, "table")

    return find


def reasons(found):
    return [(one.inside, one.reason) for one in found.incomplete]


def refused(path):
    with pytest.raises(FileError) as caught:
        search([path], CASE, "table")
    return str(caught.value).replace(str(path.parent), "…")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refused(tmp_path / "absent") == "…/absent: there is no such file."


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "sub").mkdir()
    assert refused(tmp_path / "sub") == "…/sub: this is a folder; name the files in it."


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    message = "…/loop: the file cannot be read (Too many levels of symbolic links)."
    assert refused(tmp_path / "loop") == message


def test_a_pipe_that_never_ends_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    message = "…/pipe: this is no ordinary file; save it as one first."
    assert refused(tmp_path / "pipe") == message


def test_a_name_that_no_file_can_have_is_refused(tmp_path):
    message = "…/ab: the file cannot be read (embedded null byte)."
    assert refused(tmp_path / "a\0b") == message


def test_one_that_is_not_there_is_refused_before_any_is_searched(tmp_path, monkeypatch):
    (tmp_path / "there").write_text("x")
    monkeypatch.setattr("netdeps.leaks.searching.bytes_of", lambda _path: pytest.fail("was read"))
    with pytest.raises(FileError):
        search([tmp_path / "there", tmp_path / "absent"], CASE, "table")


def test_a_name_with_control_characters_is_no_trouble(tmp_path):
    path = tmp_path / "a\x1b[31m\nb"
    path.write_text(CANARY)
    assert [one.file for one in search([path], CASE, "table").hits] == [str(path)]


def test_an_empty_file_holds_nothing(looked):
    found = looked(b"")
    assert (found.hits, found.incomplete, found.searched) == ((), (), 1)


def archive(members, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as found:
        for name, data in members.items():
            found.writestr(name, data)
    return bytearray(stream.getvalue())


def test_a_broken_zip_is_searched_as_far_as_it_goes_and_named():
    noise = random.Random(1).randbytes(5000)  # noqa: S311 - only so that it does not shrink
    data = bytes(archive({"a.txt": CANARY.encode() + noise}))[:3000]

    spent = budget.Budget("file")
    seen = list(look((Layer(data),), Matcher([PATTERN]), spent))
    assert seen
    assert list(spent.unread) == [Unread("file", ("zip: a.txt",), "damaged")]


def test_a_truncated_gzip_is_named(looked):
    data = gzip.compress(bytes(range(256)) * 40)
    assert reasons(looked(data[:-20])) == [(("gzip",), "damaged")]
    assert reasons(looked(data)) == []


def test_what_packed_bytes_look_like_by_chance_is_not_named(looked):
    name = zipfile.ZipInfo("part", (2011, 10, 28, 19, 18, 4))  # this time has a backslash in it
    name.compress_type = zipfile.ZIP_DEFLATED
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as found:
        found.writestr(name, b"Rar!\x1a\x07\x01\x00\x00rest")
    assert b"\\" in stream.getvalue()
    assert reasons(looked(stream.getvalue())) == [(("zip: part",), "locked")]


def test_nor_is_what_comes_of_that_in_turn(looked):
    data = CANARY.encode()
    for _ in range(5):
        data = gzip.compress(data, mtime=1729910192)  # this time makes noise that goes on
    assert reasons(looked(data)) == []


def test_many_ways_beside_each_other_are_not_tried_in_every_order():
    words = "<b>a&amp;b</b> \\u0041 %41 =41 c+d it''s <i>e</i> "
    data = "".join(f"{number} {words}" for number in range(500)).encode()
    spent = budget.Budget("file")
    list(look((Layer(data),), Matcher([PATTERN]), spent))
    assert (budget.MOST_BYTES - spent.left) / len(data) < 150


def test_a_locked_archive_is_never_nothing_found(looked):
    data = archive({"secret.txt": b"whatever"})
    data[6] |= 1  # the bit that says so
    assert reasons(looked(bytes(data))) == [(("zip: secret.txt",), "locked")]


@pytest.mark.parametrize(
    ("begins", "reason"),
    [
        (b"7z\xbc\xaf\x27\x1c", "locked"),
        (b"Rar!\x1a\x07\x01\x00", "locked"),
        (b"\x28\xb5\x2f\xfd", "locked"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"RIFF....WEBPVP8 ", "picture"),
        (b"BM\x00\x10\x00\x00\x00\x00\x00\x00\x36\x00", "picture"),
    ],
)
def test_what_cannot_be_read_is_named_also_in_an_archive(looked, begins, reason):
    assert reasons(looked(begins + b"\x00rest")) == [((), reason)]
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
        data = bytes(archive({"part": begins + b"\x00rest"}, method))
        assert reasons(looked(data)) == [(("zip: part",), reason)]


def test_a_bomb_is_not_unpacked_to_the_end(looked):
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(squeezer.compress(bytes(2**20)) for _ in range(300)) + squeezer.flush()
    assert len(data) < 2**19
    found = looked(data + b" " + CANARY.encode())
    assert [one.text for one in found.hits] == [CANARY]
    assert (("gzip",), "large") in reasons(found)


def test_a_bomb_of_bombs_is_not_unpacked_to_the_end(looked, monkeypatch):
    monkeypatch.setattr(budget.Budget, "__init__", small(budget.Budget.__init__))
    data = CANARY.encode() + bytes(5000)
    for _ in range(4):
        data = bytes(archive({f"{number}": data for number in range(16)}))
    found = looked(data)
    assert found.incomplete
    assert {one.reason for one in found.incomplete} <= {"large", "deep"}


def small(made):
    return lambda self, file: made(self, file, 200_000)


def test_what_is_packed_too_many_times_over_is_named(looked):
    data = CANARY.encode()
    for _ in range(budget.MOST_DEEP):
        data = gzip.compress(data)
    assert len(looked(data).hits) == 1
    found = looked(gzip.compress(data))
    assert (found.hits, reasons(found)) == ((), [(("gzip",) * budget.MOST_DEEP, "deep")])


def test_a_hundred_megabytes_of_nothing_are_searched(tmp_path):
    path = tmp_path / "sparse"
    with path.open("wb") as stream:
        stream.write(b"one\n")
        stream.seek(100 * 10**6)
        stream.write(b"\n" + CANARY.encode())
    found = search([path], CASE, "table")
    assert [(one.line, one.byte) for one in found.hits] == [(3, 100 * 10**6 + 1)]
    assert found.incomplete == ()


def test_what_is_behind_the_end_of_what_is_read_is_named(tmp_path):
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.write(CANARY.encode())
        stream.truncate(budget.MOST_BYTES + 1)
    found = search([path], CASE, "table")
    assert len(found.hits) == 1
    assert reasons(found) == [((), "large")]


@pytest.mark.parametrize(
    "piece",
    [b"<", b"&", b"%", b"\\u00", b"&#38;#38;", b"<a", b"=3D", b"PK\x03\x04", b"\x1f\x8b\x08", b"QUJD",
     b"''", b"\x00a", b"\xff\xfe", b"ab+", b"Zx9-", b"%25", b"x\x9c"],
)  # fmt: skip
def test_much_of_what_looks_like_a_code_takes_no_long_time(looked, piece):
    begin = time.process_time()
    looked(piece * (200_000 // len(piece)))
    assert time.process_time() - begin < 20


def test_a_text_that_begins_as_a_picture_does_is_a_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("BMW and others need each other.", "utf-8")
    assert search([path], Network(), "table").incomplete == ()
