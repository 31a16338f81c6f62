"""A layer of a network as arrays and as a networkx graph, with a stated order of organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from netdeps.model import Visibility
from netdeps.words import Phrase

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

LayerName = Literal["dependency", "contact", "contribution"]
"""Who needs whom, who talks to whom, or who gives to whom."""

Values = Literal["ties", "strengths"]
"""Whether each tie counts alike, or for its strength."""

LAYERS: tuple[LayerName, ...] = ("dependency", "contact", "contribution")
"""The layers of a network."""

Array = TypeVar("Array", bound=NDArray[Any])
Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, eq=False, repr=False)
class Layer:
    """Ties of one sort, as arrays: tie number t runs from ``sources[t]`` to ``targets[t]``.

    The numbers point into ``order``. An undirected tie stands once, from the lower number to the
    higher. Loops (self-reliance, say) are not ties and are left out.
    """

    name: LayerName
    order: tuple[str, ...]
    directed: bool
    sources: Ints
    targets: Ints
    strengths: Floats
    because: tuple[str, ...]
    names: Mapping[str, str]
    visibility: Visibility = "facilitator"
    """The strictest of the network that it was made of."""
    unmeasured: Phrase | None = None
    """Why strengths say nothing, where they do not; the ties themselves are sure."""
    known_share: float | None = None
    """Of contacts: the share of the pairs of which is known whether there is one.
    Of needs and contributions: the share of the organisations that were asked, or of which some
    were told."""

    def __repr__(self) -> str:
        return f"Layer({self.name!r}: {self.size} organisations, {len(self.sources)} ties)"

    def __post_init__(self) -> None:
        """Lock own arrays: a layer is made once and shared by every measure that asks for it."""
        for name in ("sources", "targets", "strengths"):
            object.__setattr__(self, name, _locked(getattr(self, name).copy()))

    @property
    def size(self) -> int:
        """The number of organisations."""
        return len(self.order)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each organisation in ``order``."""
        return {name: number for number, name in enumerate(self.order)}

    @cached_property
    def arcs(self) -> tuple[Ints, Ints, Floats]:
        """From where, to where and how strong: an undirected tie stands in it both ways."""
        if self.directed:
            return self.sources, self.targets, self.strengths
        return (
            _locked(np.r_[self.sources, self.targets]),
            _locked(np.r_[self.targets, self.sources]),
            _locked(np.r_[self.strengths, self.strengths]),
        )

    @cached_property
    def _matrices(self) -> dict[str, csr_array]:
        return {}

    def matrix(self, *, values: Values = "strengths") -> csr_array:
        """Give the layer as a sparse matrix: row is from, column is to, in ``order``.

        It is made once and shared: copy it before changing it.
        """
        from scipy.sparse import csr_array

        if values not in self._matrices:
            rows, columns, strengths = self.arcs
            weights = strengths if values == "strengths" else np.ones(len(rows))
            shape = (self.size, self.size)
            made = csr_array((weights, (rows, columns)), shape=shape)
            for array in (made.data, made.indices, made.indptr):
                _locked(array)
            self._matrices[values] = made
        return self._matrices[values]

    def dense(self, *, values: Values = "strengths") -> Floats:
        """Give the layer as a square array: row is from, column is to, in ``order``."""
        dense: Floats = self.matrix(values=values).toarray()
        return dense

    def to_networkx(self) -> nx.Graph[str]:
        """Give a fresh networkx graph: a ``DiGraph``, or a ``Graph`` for contacts.

        Each organisation is a node with its ``name``; each tie has its ``strength``, never a
        ``weight``, which networkx would read as a distance.
        """
        import networkx as nx

        graph: nx.Graph[str] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from((one, {"name": self.names[one]}) for one in self.order)
        ties = zip(
            self.sources.tolist(), self.targets.tolist(), self.strengths.tolist(), strict=True
        )
        graph.add_edges_from((self.order[i], self.order[j], {"strength": s}) for i, j, s in ties)
        return graph


def _locked(array: Array) -> Array:
    array.flags.writeable = False
    return array
