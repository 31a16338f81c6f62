"""Files on disk: read whole, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from netdeps.errors import FileError, quoted

_LARGEST = 256 * 2**20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Wanted:
    """What a file should be, in the words of an error."""

    file: str
    begins: str


CASE = Wanted("a case file (.yaml or .json)", "a case begins with 'netdeps: 1'")


def read_text(path: Path, *, wanted: Wanted = CASE) -> str:
    """Read a text file in UTF-8, with or without a byte-order mark.

    Raises
    ------
    FileError
        When it is absent, a folder, too large, empty, or in another encoding.
    """
    data = _read_bytes(path, wanted)
    if data.startswith(_UTF16):
        raise FileError(
            f"{path}: the file is in UTF-16; UTF-8 is expected. Save it again as UTF-8."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            f"{path}, line {line}: the byte 0x{data[error.start]:02x} is not UTF-8. "
            "The file may be in an older Windows encoding; save it again as UTF-8."
        ) from error
    if not text.strip():
        raise FileError(f"{path}: the file is empty; {wanted.begins}.")
    return text


def _read_bytes(path: Path, wanted: Wanted) -> bytes:
    try:
        if path.is_dir():
            raise FileError(f"{path}: this is a folder; {wanted.file} is expected.")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise FileError(f"{path}: this is no ordinary file; save it as one first.")
        size = path.stat().st_size
        if size > _LARGEST:
            raise FileError(f"{path}: the file has {size} bytes; at most {_LARGEST} are read.")
        return path.read_bytes()
    except FileNotFoundError as error:
        near = _near(path)
        raise FileError(f"{path}: there is no such file.{near}") from error
    except (OSError, ValueError) as error:
        raise FileError(f"{quoted(str(path))}: the file cannot be read ({_why(error)}).") from error


def _near(path: Path) -> str:
    """Name the case files that are in the same folder."""
    with suppress(OSError):
        found = sorted(
            one.name for one in path.parent.iterdir() if one.suffix in {".yaml", ".json"}
        )
        if found:
            return f" In that folder are {', '.join(found[:5])}."
    return ""


def write_text(path: Path | str, text: str) -> Path:
    """Write a text file in UTF-8 with line feeds: the whole of it, or nothing.

    The text goes to a temporary file beside the target, which then takes its name; whoever
    reads the target sees the old file or the new one, never a part.

    Raises
    ------
    FileError
        When the file cannot be written.
    """
    target = _target(Path(path))
    try:
        _replace(target, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        shown = quoted(str(target))
        raise FileError(f"{shown}: the file cannot be written ({_why(error)}).") from error
    return Path(path)


def _target(path: Path) -> Path:
    """Find the file to write, or say why there can be none."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path  # the link itself stays
    if target.is_symlink():
        raise FileError(f"{path}: this link leads back to itself; name another file.")
    if target.exists() and not target.is_file() and not target.is_dir():
        raise FileError(f"{target}: this is no ordinary file; name another one.")
    if not target.parent.is_dir():
        raise FileError(f"{target}: there is no folder {quoted(str(target.parent))} to write in.")
    return target


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then take its name."""
    handle, name = tempfile.mkstemp(prefix=".netdeps-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Keep the rights of the file that is replaced; a new one gets those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _why(error: Exception) -> str:
    """Give the reason without the name of the file, which may be long, or temporary."""
    if isinstance(error, OSError) and error.strerror:
        return f"[Errno {error.errno}] {error.strerror}"
    return str(error)
