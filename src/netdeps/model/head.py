"""The head of a case: what it is called, when it was, in which language, and who takes part."""

from __future__ import annotations

from typing import Literal

from netdeps.model.base import Day, Language, Record, Text
from netdeps.model.organisations import Kind, Organisation


class Head(Record):
    """What a case is, and who takes part in it."""

    netdeps: Literal[1] = 1
    """The version of the case file's form."""
    name: Text = ""
    """What the case is called."""
    date: Day | None = None
    """The moment that it describes."""
    language: Language = "nl"
    """The language of the texts in it."""
    purpose: Text = ""
    """What the material was gathered for; for the facilitator alone."""
    retain_until: Day | None = None
    """After which day it is to be destroyed; for the facilitator alone."""
    kinds: tuple[Kind, ...] = ()
    """Extra kinds of organisations, or other labels and colours for known ones."""
    organisations: tuple[Organisation, ...] = ()
    """Who takes part."""
