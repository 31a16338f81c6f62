"""How strong an organisation's ties are together."""

from __future__ import annotations

from netdeps.graph import Layer, LayerName, Selection
from netdeps.graph import layer as make_layer
from netdeps.graph.answers import about_layer, no_scores, scores
from netdeps.measures.centrality.degrees import Direction, tie_sums
from netdeps.model import Level, Network
from netdeps.results import Scores


def strength(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Scores:
    """How strong an organisation's ties are together.

    The sum of the strengths of its ties: of contacts the quality (0 to 1 each, the mean over
    the levels of which it is known), of dependencies the share of what matters to the depender that hangs on the
    dependee (0 to 1 each), of contributions the amount. In a directed layer what comes in and what
    goes out together.

    Undefined for everybody where the amounts of a contribution are in different units, or some are
    not known: they cannot be added.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Barrat, Barthélemy, Pastor-Satorras and Vespignani (2004), The architecture of complex weighted
    networks, https://doi.org/10.1073/pnas.0400087101.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": "city"}, {"id": "care"}, {"id": "housing"}],
    ...     contacts=[
    ...         {"between": ["city", "care"], "quality": 0.5},
    ...         {"between": ["city", "housing"]},
    ...     ],
    ... )
    >>> measures.strength(star).top(1)
    [('city', 1.5)]
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _weighed("strength", ties, "total")


def in_strength(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Scores:
    """How much others, together, need from an organisation.

    The sum of the strengths of the ties that come in: of dependencies, from 0 to n - 1, the shares
    of what matters to each other organisation that hang on this one; of contributions what it
    takes. Contacts have no direction; there it is the strength.

    Undefined for everybody where the amounts of a contribution are in different units, or some are
    not known: they cannot be added.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Barrat, Barthélemy, Pastor-Satorras and Vespignani (2004), The architecture of complex weighted
    networks, https://doi.org/10.1073/pnas.0400087101.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> dict(measures.in_strength(network))
    {'care': 0.0, 'housing': 1.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _weighed("in_strength", ties, "in")


def out_strength(
    network: Network,
    *,
    layer: LayerName = "dependency",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Scores:
    """How much an organisation needs from the others together.

    The sum of the strengths of the ties that go out: of dependencies the share of what matters to
    it that hangs on others (where each of several is needed it can exceed 1); of contributions
    what it gives. Contacts have no direction; there it is the strength.

    Undefined for everybody where the amounts of a contribution are in different units, or some are
    not known: they cannot be added.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Barrat, Barthélemy, Pastor-Satorras and Vespignani (2004), The architecture of complex weighted
    networks, https://doi.org/10.1073/pnas.0400087101.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> dict(measures.out_strength(network))
    {'care': 1.0, 'housing': 0.0}
    """
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    return _weighed("out_strength", ties, "out")


def _weighed(name: str, layer: Layer, direction: Direction) -> Scores:
    if layer.unmeasured:
        return no_scores(about_layer(name, layer), layer, layer.unmeasured)
    return scores(about_layer(name, layer), layer, tie_sums(layer, layer.strengths, direction))
