"""Numbers, dates and lists in the manner of a language (Unicode CLDR, by Babel)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import localcontext
from functools import cache
from math import floor, log10
from typing import TYPE_CHECKING, Any
from unicodedata import category

_MOST_DIGITS = 400  # as many as any float has before the point, and some behind it
_UNSEEN = {"Cc", "Cf", "Cs"}
_JOINERS = "\u200c\u200d"  # scripts and emoji are written with them

if TYPE_CHECKING:
    from babel import Locale


def visible(text: str) -> str:
    r"""Give a text without the characters that would change what stands around it.

    Control characters can drive a terminal, and marks of writing direction can turn the rest of a
    line around; white space of any sort becomes a space.

    Examples
    --------
    >>> visible("Gemeente\u202e Haven\n")
    'Gemeente Haven '
    """
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    return "".join(one for one in spaced if one in _JOINERS or category(one) not in _UNSEEN)


def number(value: float, language: str, *, digits: int = 2) -> str:
    """Write a number: 1,234.5 in English, 1.234,5 in Dutch.

    What is not 0 but less than the last digit that is shown has two digits that say something, so
    that what is not nothing never reads as 0.

    Examples
    --------
    >>> number(1234.5, "nl"), number(0.0042, "nl")
    ('1.234,5', '0,0042')
    """
    from babel.numbers import format_decimal

    if 0 < abs(value) < 10**-digits:
        digits = 1 - floor(log10(abs(value)))
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    with localcontext(prec=_MOST_DIGITS):
        return format_decimal(value, format=pattern, locale=locale(language))


def percent(share: float) -> float:
    """Give a share in per cent, which is 0 or 100 only where that is exactly so.

    What is not everything never reads as 100, and what is not nothing never as 0.

    Examples
    --------
    >>> percent(2 / 3), percent(0.99975), percent(1.0)
    (66.7, 99.9, 100.0)
    """
    return share * 100 if share in {0, 1} else min(max(round(100 * share, 1), 0.1), 99.9)


def listing(items: Iterable[str], language: str) -> str:
    """Write a list: "a, b, and c" in English, "a, b en c" in Dutch.

    Examples
    --------
    >>> listing(["gemeente", "corporatie", "zorgaanbieder"], "nl")
    'gemeente, corporatie en zorgaanbieder'
    """
    from babel.lists import format_list

    return format_list(list(items), locale=locale(language))


def day(value: dt.date, language: str) -> str:
    """Write a date in full.

    Examples
    --------
    >>> day(dt.date(2021, 4, 28), "nl")
    '28 april 2021'
    """
    from babel.dates import format_date

    return format_date(value, format="long", locale=locale(language))


def plural(value: float, language: str) -> str:
    """Tell which form a number asks for: ``one`` or ``other``."""
    form: Any = locale(language).plural_form
    return str(form(value))


@cache
def locale(language: str) -> Locale:
    """Give Babel's description of a language."""
    from babel import Locale

    return Locale(language)
