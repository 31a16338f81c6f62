"""How colours look to other eyes, and how far apart two of them are.

Simulations: Machado, Oliveira and Fernandes (2009), full severity, on linear light.
Difference: CIEDE2000, with the steps of Sharma, Wu and Dalal (2005).
"""

from __future__ import annotations

import math

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def seen(colour: str, eyes: str = "usual") -> tuple[float, float, float]:
    """Give a colour in CIELAB as these eyes see it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = [min(max(part, 0.0), 1.0) for part in _times(EYES[eyes], light)]
    x, y, z = (
        _root(part / most) for part, most in zip(_times(_TO_XYZ, light), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one, other) -> float:
    """Give CIEDE2000 between two colours in CIELAB."""
    lightness, chroma, hue, middle_chroma, middle_hue = _differences(one, other)
    middle = (one[0] + other[0]) / 2 - 50
    turn = (
        1
        - 0.17 * _cos(middle_hue - 30)
        + 0.24 * _cos(2 * middle_hue)
        + 0.32 * _cos(3 * middle_hue + 6)
        - 0.20 * _cos(4 * middle_hue - 63)
    )
    light = lightness / (1 + 0.015 * middle**2 / math.sqrt(20 + middle**2))
    strong = chroma / (1 + 0.045 * middle_chroma)
    round_ = hue / (1 + 0.015 * middle_chroma * turn)
    bend = (
        2
        * _share(middle_chroma)
        * math.sin(math.radians(60 * math.exp(-(((middle_hue - 275) / 25) ** 2))))
    )
    return math.sqrt(light**2 + strong**2 + round_**2 - bend * strong * round_)


def _differences(one, other):
    stretch = 1 + 0.5 * (1 - _share((math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2))
    (a1, b1), (a2, b2) = ((a * stretch, b) for _, a, b in (one, other))
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    if not c1 * c2:
        return other[0] - one[0], c2 - c1, 0.0, (c1 + c2) / 2, h1 + h2
    turn = (h2 - h1 + 180) % 360 - 180
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    middle = (h1 + turn / 2) % 360
    return other[0] - one[0], c2 - c1, hue, (c1 + c2) / 2, middle


def _share(chroma):
    return math.sqrt(chroma**7 / (chroma**7 + 25**7))


def _cos(degrees):
    return math.cos(math.radians(degrees))


def _times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _root(part):
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
