"""The groups that organisations fall into: kinds, regions, or a division of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

import numpy as np

from netdeps.errors import OptionError, check_mapping, check_option, quoted, unknown_name
from netdeps.graph.arrays import Ints, Layer
from netdeps.graph.regions import home_regions
from netdeps.model import Network
from netdeps.words import Phrase, Says

SMALLEST = 3
"""Fewer organisations than this do not hide one another: what is said of all is said of each."""

SMALL_KINDS = "caveat.small_kinds"
"""The words that warn of it."""

By = Literal["kind", "region", "organisation"]
"""What makes a group: the kind of organisation, the region that it works in, or each by itself."""

Grouping = Literal["kind", "region", "organisation", "own"]
"""What groups were made by; ``own`` where whoever asks divided the organisations."""


@dataclass(frozen=True, eq=False)
class Grouped:
    """A layer between the organisations that have a group."""

    layer: Layer
    names: tuple[str, ...]
    """The group of each organisation, in the order of the layer."""
    left_out: tuple[str, ...]
    """The organisations that have no group."""
    by: Grouping
    called: Mapping[str, Says]
    """What people call those in each group."""

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups, sorted."""
        return tuple(sorted(set(self.names)))

    @cached_property
    def numbers(self) -> Ints:
        """The place among the groups of the group of each organisation."""
        place = {name: number for number, name in enumerate(self.groups)}
        return np.array([place[name] for name in self.names], dtype=np.int64)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many organisations each group has."""
        return tuple(np.bincount(self.numbers, minlength=len(self.groups)).tolist())

    @cached_property
    def of(self) -> Mapping[str, str]:
        """The group of each organisation that has one."""
        return dict(zip(self.layer.order, self.names, strict=True))

    @property
    def caveats(self) -> tuple[Phrase, ...]:
        """Warn that organisations are left out, where any are, and of kinds that are one or two."""
        count = len(self.left_out)
        left_out = (Phrase.of("caveat.no_group", {"count": count}),) if count else ()
        of_each = dict(zip(self.groups, self.sizes, strict=True)) if self.by == "kind" else {}
        return (*left_out, *_few({one: self.called[one] for one in of_each}, of_each))

    @property
    def reasons(self) -> dict[str, Phrase]:
        """Why those who are left out have no finding."""
        return dict.fromkeys(self.left_out, Phrase("reason.no_group"))


def grouped(network: Network, layer: Layer, by: By, groups: Mapping[str, str] | None) -> Grouped:
    """Divide the organisations of a layer into groups and leave out those without one.

    Raises
    ------
    OptionError
        When it is not known what makes a group, or ``groups`` is no mapping to texts.
    UnknownNameError
        When ``groups`` names an organisation that is not there.

    Examples
    --------
    >>> from netdeps.graph import layer
    >>> network = Network(organisations=[{"id": "a", "region": "Leiden"}, {"id": "b"}])
    >>> sides = grouped(network, layer(network, "contact"), "region", None)
    >>> sides.names, sides.left_out
    (('Leiden',), ('b',))
    """
    check_option("by", by, get_args(By))
    group = _of_case(network, layer, by) if groups is None else _given(network, groups)
    kept = [one for one in layer.order if group.get(one)]
    left_out = tuple(one for one in layer.order if not group.get(one))
    part = _between(layer, kept) if left_out else layer
    names = tuple(group[one] or "" for one in kept)
    made_by: Grouping = by if groups is None else "own"
    called = {name: _called(network, made_by, name) for name in set(names)}
    return Grouped(part, names, left_out, made_by, called)


def small_kinds(network: Network, kinds: Iterable[str]) -> tuple[Phrase, ...]:
    """Warn that some of the kinds that a result speaks of are one organisation, or two."""
    chosen = {one: len(network.of_kind(one)) for one in sorted(set(kinds))}
    return _few({one: network.kind_label(one, form="kinds") for one in chosen}, chosen)


def _few(called: Mapping[str, Says], sizes: Mapping[str, int]) -> tuple[Phrase, ...]:
    few = tuple(called[one] for one, size in sizes.items() if 0 < size < SMALLEST)
    return (Phrase.of(SMALL_KINDS, {"count": len(few), "kinds": few}),) if few else ()


def _of_case(network: Network, layer: Layer, by: By) -> Mapping[str, str | None]:
    if by == "region":
        return home_regions(network, among=layer.order)
    if by == "organisation":
        return {one: one for one in layer.order}
    return {one.id: one.kind for one in network.organisations}


def _given(network: Network, groups: Mapping[str, str]) -> Mapping[str, str]:
    check_mapping("groups", groups, "the group of each organisation is expected, by its id")
    for one, group in groups.items():
        if one not in network.names:
            raise unknown_name("organisation", one, network.ids)
        if not isinstance(group, str):
            raise OptionError(f"the group of {quoted(one)} is {quoted(group)}; a text is expected.")
    return groups


def _called(network: Network, by: Grouping, group: str) -> Says:
    if by == "kind":
        return network.kind_label(group, form="kinds")
    name = network.names[group] if by == "organisation" else group
    return Phrase.of(f"group.{by}", {"name": name})


def _between(layer: Layer, kept: list[str]) -> Layer:
    """Give the layer between some of its organisations.

    It rests on all that the whole does: strengths are shares of what is needed of others too.
    """
    place = np.full(layer.size, -1, dtype=np.int64)
    place[[layer.index[one] for one in kept]] = np.arange(len(kept))
    sources, targets = place[layer.sources], place[layer.targets]
    inside = (sources >= 0) & (targets >= 0)
    return replace(
        layer,
        order=tuple(kept),
        sources=sources[inside],
        targets=targets[inside],
        strengths=layer.strengths[inside],
    )
