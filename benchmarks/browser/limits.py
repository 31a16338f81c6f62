"""What a page may cost, by its number of organisations, and where it costs more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most that a page may cost, and the least that it must give; ``None`` where it is free."""

    kilobytes: float
    picture: float
    switch: float
    writing: float | None = None
    as_fast: float | None = None
    names: int | None = None


LIMITS = {
    20: Limits(600, 1.5, 0.2, as_fast=1, names=20),
    200: Limits(900, 2.0, 0.3, writing=0.5, as_fast=25, names=60),
    1000: Limits(1600, 3.0, 0.5, writing=3, as_fast=100),
    3000: Limits(3500, 6.0, 1.0, writing=10),
}
_NO_OVERLAP_UP_TO = 200


@dataclass(frozen=True)
class Measured:
    """What was measured of one page, and of the page of pyvis beside it."""

    size: int
    kilobytes: float
    picture: float
    switch_worst: float
    switch_median: float
    names: int
    overlaps: int
    writing: float
    pyvis_kilobytes: float
    pyvis_writing: float
    pyvis_picture: float | None
    pyvis_is_later: bool = False
    """Whether the picture of pyvis had not come when the patience was over."""

    @property
    def as_fast(self) -> float | None:
        """Give how many times as soon our picture is there."""
        return None if self.pyvis_picture is None else self.pyvis_picture / self.picture


def missed(found: Measured) -> Iterator[str]:
    """Say each limit that a page does not keep."""
    if found.size not in LIMITS:
        return
    limits = LIMITS[found.size]
    upper = {
        "page (KB)": (found.kilobytes, limits.kilobytes),
        "first picture (s)": (found.picture, limits.picture),
        "view switch (s)": (found.switch_worst, limits.switch),
        "writing (s)": (found.writing, limits.writing),
        "overlapping names": (found.overlaps, 0 if found.size <= _NO_OVERLAP_UP_TO else None),
    }
    lower = {
        "times as fast as pyvis": (None if found.pyvis_is_later else found.as_fast, limits.as_fast),
        "names": (found.names, limits.names),
    }
    for what, (value, limit) in upper.items():
        if limit is not None and value > limit:
            yield f"{found.size}: {what} is {value:,.2f}, at most {limit}"
    for what, (value, limit) in lower.items():
        if limit is not None and value is not None and value < limit:
            yield f"{found.size}: {what} is {value:,.2f}, at least {limit}"
