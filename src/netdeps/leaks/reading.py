"""The files that are searched, whatever they are."""

from __future__ import annotations

from pathlib import Path

from netdeps.errors import FileError
from netdeps.leaks.budget import MOST_BYTES
from netdeps.words import visible


def size_of(path: Path) -> int:
    """Give the size of a file, or say why there is none.

    Raises
    ------
    FileError
        When it is absent, a folder, no ordinary file, or cannot be looked at.
    """
    shown = visible(str(path))
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise FileError(f"{shown}: this is a folder; name the files in it.")
        if not path.is_file():  # a pipe or a device may never end
            raise FileError(f"{shown}: this is no ordinary file; save it as one first.")
    except FileNotFoundError as error:
        raise FileError(f"{shown}: there is no such file.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return size


def bytes_of(path: Path) -> bytes:
    """Read a file, as far as a file is searched.

    Raises
    ------
    FileError
        When it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> FileError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileError(f"{visible(str(path))}: the file cannot be read ({why}).")
