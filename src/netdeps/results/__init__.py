"""What an analysis gives: scores, findings or one figure, each able to say what it rests on."""

from netdeps.results.about import About, Rests, Result, known_of
from netdeps.results.figure import Figure, Number, Undefined
from netdeps.results.findings import Findings, Key, Row
from netdeps.results.scores import Scores

__all__ = [
    "About",
    "Figure",
    "Findings",
    "Key",
    "Number",
    "Rests",
    "Result",
    "Row",
    "Scores",
    "Undefined",
    "known_of",
]
