"""How far a file is searched: what is packed without end is not unpacked without end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Reason = Literal["large", "deep", "locked", "damaged", "picture", "pdf"]
"""Why something was not read to the end: more bytes than are read, packed too often, locked or
packed in a way that is not known, broken, a picture, or a PDF, whose letters may be numbers."""

MOST_BYTES = 128 * 2**20
"""So many bytes of a file and of all that is unpacked from it are searched."""

MOST_DEEP = 8
"""So often a thing may be packed in another."""


@dataclass(frozen=True)
class Unread:
    """Something that was not searched to the end, and why."""

    file: str
    """The file."""
    inside: tuple[str, ...]
    """In which of its parts, and how these are packed, from the outside in."""
    reason: Reason
    """Why."""


@dataclass
class Budget:
    """What is left to spend on a file, and what was not searched because of it."""

    file: str
    """The file."""
    left: int = MOST_BYTES
    """How many more bytes may be searched."""
    unread: dict[Unread, None] = field(default_factory=dict)
    """What was not searched to the end, in the order in which it was met."""

    def give_up(self, inside: tuple[str, ...], reason: Reason) -> None:
        """Note that a part is not searched to the end."""
        self.unread[Unread(self.file, inside, reason)] = None

    def take(self, size: int, inside: tuple[str, ...]) -> bool:
        """Spend on a part; tell whether enough was left."""
        if size > self.left:
            self.left = 0
            self.give_up(inside, "large")
            return False
        self.left -= size
        return True
