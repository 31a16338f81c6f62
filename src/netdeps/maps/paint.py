"""Colours by number: how light they are, and how well they stand out against white paper."""

from __future__ import annotations

INK = "#1b2430"
"""The dark of outlines and words."""

PAPER = "#ffffff"

POT = "#e6e9ed"
"""The common pot."""

BOARD = "#e8edf3"
"""A consultation table."""

SHEET = "#fdf0c3"
"""An issue that lies on a table."""

_LEAST_CONTRAST = 3.0
"""What WCAG 2.2 (1.4.11) asks of anything that has to be seen to understand a picture."""

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
_STRAIGHT = 0.04045
_DARKER = 0.96


def luminance(colour: str) -> float:
    """Give how light a colour is, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return _RED * red + _GREEN * green + _BLUE * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours: 1 for the same, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str) -> str:
    """Give a colour, darkened until a line of it can be seen on white paper."""
    share = 1.0
    while contrast(_darkened(colour, share), PAPER) < _LEAST_CONTRAST:
        share *= _DARKER
    return _darkened(colour, share)


def _darkened(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(part * share):02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _linear(part: float) -> float:
    # The transfer function of sRGB (IEC 61966-2-1).
    return float(part / 12.92 if part <= _STRAIGHT else ((part + 0.055) / 1.055) ** 2.4)
