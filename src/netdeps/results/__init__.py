"""What an analysis gives: scores, findings or one figure, each able to say what it rests on."""

from netdeps.results.about import About, Result
from netdeps.results.figure import Figure, Number, Undefined
from netdeps.results.findings import Findings, Row
from netdeps.results.scores import Scores

__all__ = ["About", "Figure", "Findings", "Number", "Result", "Row", "Scores", "Undefined"]
