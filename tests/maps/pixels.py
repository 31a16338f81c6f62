"""What can be seen on a picture, whoever made it: how much is drawn, where, and in which colours."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Pixels = NDArray[np.int16]
_CLEARLY = 24
_MARGIN = 2
_SPECK = 40
_MANY = 60
_SQUARE = np.ones((3, 3), dtype=bool)


def pixels(image: bytes) -> Pixels:
    """Read a PNG or a PPM as rows of red, green and blue."""
    with Image.open(io.BytesIO(image)) as opened:
        return np.asarray(opened.convert("RGB"), dtype=np.int16)


def plain(colour: str) -> Pixels:
    """Give a picture of one pixel in a colour, such as ``#0b57a4``."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return np.array([[parts]], dtype=np.int16)


def contrast(one: Pixels, other: Pixels) -> NDArray[np.float64]:
    """Give the WCAG contrast between two pictures, pixel by pixel."""
    light = [_luminance(picture) + 0.05 for picture in (one, other)]
    return np.maximum(*light) / np.minimum(*light)


def _luminance(picture: Pixels) -> NDArray[np.float64]:
    linear = picture / 255
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def near(picture: Pixels, colour: str, *, within: int = 12) -> NDArray[np.bool_]:
    """Say of each pixel whether it has about a colour."""
    return np.abs(picture - plain(colour)).max(axis=2) <= within


def shapes(picture: Pixels, colour: str) -> int:
    """Count the patches of a colour that are thicker than the blurred edge of another one."""
    thick = ndimage.binary_erosion(near(picture, colour), np.ones((2, 2)))
    patches, _ = ndimage.label(ndimage.binary_dilation(thick, _SQUARE, iterations=2))
    return int((np.bincount(patches.ravel())[1:] >= _SPECK).sum())


def by_colour(kinds: list[dict[str, Any]]) -> Counter[str]:
    """Count the organisations that the picture should show in each colour."""
    found: Counter[str] = Counter()
    for kind in kinds:
        found[kind["colour"]] += kind["count"]
    return found


def complaints(picture: Pixels, expected: Mapping[str, int]) -> Iterator[str]:
    """Say what is wrong with a picture of a whole map: blank, covered, small or cut off.

    Each organisation has to be seen in its colour; where there are so many that their shapes are
    tiny and touch, a third of them is enough.
    """
    drawn = (255 - picture).max(axis=2) > _CLEARLY
    share = drawn.mean()
    if not 0.005 < share < 0.6:
        yield f"a share of {share:.4f} is drawn"
    across, down = _spans(drawn)
    if max(across, down) < 0.7 or min(across, down) < 0.25:
        yield f"the picture takes {across:.2f} of the width and {down:.2f} of the height"
    drawn[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN] = False
    if drawn.any():
        yield f"{drawn.sum()} pixels at the edge are drawn: something is cut off"
    found = {colour: shapes(picture, colour) for colour in expected}
    count = sum(expected.values())
    if count > _MANY and sum(found.values()) < count / 3:
        yield f"{sum(found.values())} shapes, and there should be {count}"
    if count <= _MANY and found != expected:
        yield f"shapes in {found}, and there should be {dict(expected)}"


def _spans(drawn: NDArray[np.bool_]) -> tuple[float, float]:
    """Give the parts of the width and of the height over which something is drawn."""
    places = [np.flatnonzero(drawn.any(axis=axis)) for axis in (0, 1)]
    across, down = [int(np.ptp(place)) + 1 if place.size else 0 for place in places]
    return across / drawn.shape[1], down / drawn.shape[0]
