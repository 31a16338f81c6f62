"""Who is come to most often by following the ties."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from netdeps.errors import OptionError, quoted
from netdeps.graph import LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer, no_scores, scores
from netdeps.graph.arrays import Floats
from netdeps.measures.centrality.values import Values, lacks_values, valued
from netdeps.model import Level, Network
from netdeps.results import Scores

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_DAMPING = 0.85

_SMALL = 64
"""Up to this size one solution is faster than many steps, and no library uses threads."""

_SETTLED = 1e-15
"""The shares have settled when a step moves less than this of the whole."""


def pagerank(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    values: Values = "ties",
    damping: float = _DAMPING,
) -> Scores:
    """Where one ends up who keeps following the ties: those whom everybody ends up needing.

    The share of the time that a walker is at an organisation who follows a tie that goes out with
    chance ``damping``, each alike or by its strength (``values``), and else starts again anywhere.
    Whoever has no tie that goes out starts again anywhere too. Always defined; from 0 to 1, and all
    together 1. Loops do not count. The same in networkx (``weight=None``), rustworkx, igraph and
    R's igraph, up to the steps after which those stop. What an organisation needs is divided over
    whom it needs: how much it needs in all makes no difference.

    With ``values="strengths"`` undefined for everybody where the amounts of a contribution are in
    different units, or some are not known.

    Raises
    ------
    OptionError
        When the damping is not a number from 0 to below 1, the value of another option is not
        known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine,
    https://doi.org/10.1016/S0169-7552(98)00110-X.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ("care", "city", "housing")],
    ...     dependencies=[
    ...         {"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...         {"depender": "city", "dependum": "dwellings", "dependees": ["housing"]},
    ...     ],
    ... )
    >>> {one: round(share, 3) for one, share in measures.pagerank(network).items()}
    {'care': 0.213, 'city': 0.213, 'housing': 0.574}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    share = _damping(damping)
    said = about_layer("pagerank", ties)
    if unweighed := lacks_values(ties, values):
        return no_scores(said, ties, unweighed)
    return scores(said, ties, visited(valued(ties, values), share))


def visited(matrix: csr_array, damping: float) -> Floats:
    """Give the share of the time that a walker along the ties is at each organisation."""
    size = matrix.shape[0]
    going: Floats = matrix @ np.ones(size)
    steps = matrix.copy()
    steps.data = damping * (matrix.data / np.repeat(going, np.diff(matrix.indptr)))
    arriving = steps.T.tocsr()
    if size <= _SMALL:
        return _solved(arriving.toarray())
    here, stuck = np.full(size, 1 / size), going == 0
    for _ in range(_most_steps(damping)):
        anywhere = (1 - damping + damping * (here * stuck).sum()) / size
        there: Floats = arriving @ here + anywhere
        moved = np.abs(there - here).sum()
        here = there
        if moved <= _SETTLED:
            break
    shares: Floats = here / here.sum()
    return shares


def _most_steps(damping: float) -> int:
    """Give after how many steps nothing is left of the start: each keeps ``damping`` of it."""
    return math.ceil(math.log(_SETTLED) / math.log(damping)) if damping else 1


def _solved(steps: Floats) -> Floats:
    """Solve it at once; starting again anywhere only makes all shares larger alike."""
    size = len(steps)
    found = np.asarray(np.linalg.solve(np.eye(size) - steps, np.ones(size)), dtype=np.float64)
    found /= found.sum()
    return found


def _damping(found: float) -> float:
    number = isinstance(found, int | float) and not isinstance(found, bool)
    if not number or not 0 <= found < 1:
        raise OptionError(f"the damping {quoted(found)} is not a number from 0 to below 1.")
    return float(found)
