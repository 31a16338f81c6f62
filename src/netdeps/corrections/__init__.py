"""Corrections at the table: what was marked on a map becomes part of the case.

A mark never changes what was told before: it is added to it, with who said it, when, and where.
"""

from netdeps.corrections.applying import apply_changes
from netdeps.corrections.lines import Applied, AppliedMark, Became

__all__ = ["Applied", "AppliedMark", "Became", "apply_changes"]
