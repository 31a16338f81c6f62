"""What goes out and what comes in, seen from one side, dossier by dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from netdeps.graph import Flow, Good, not_added
from netdeps.measures.balance.tally import statements
from netdeps.words import Phrase

Direction = Literal["gives", "takes", "balance", "both", "unknown"]
"""Whether more goes out than comes in: ``both`` where that differs from resource to resource."""


@dataclass(frozen=True)
class Ledger:
    """What one side gives and takes in each dossier, with 1 for what goes out and -1 for what comes in.

    What is in no dossier counts as a dossier of its own, with an empty name.
    """

    lines: tuple[tuple[int, Flow], ...]
    valued: bool
    """Whether the amounts are values, which can be added whatever was brought."""

    @property
    def resources(self) -> tuple[str, ...]:
        """What is brought, sorted."""
        return tuple(sorted({one.resource for _, one in self.lines}))

    @property
    def unit(self) -> str | None:
        """What the nets are counted in; None for values and for what cannot be added."""
        return self.lines[0][1].unit if self._adds else None

    @property
    def because(self) -> tuple[str, ...]:
        """The contributions that it rests on."""
        return statements(one for _, one in self.lines)

    @cached_property
    def nets(self) -> Mapping[str, Fraction | None]:
        """What goes out minus what comes in by dossier; None where that cannot be added."""
        return {name: _net(lines) if self._adds else None for name, lines in self._dossiers.items()}

    @property
    def directions(self) -> Mapping[str, Direction]:
        """Whether more goes out than comes in by dossier, also where nothing can be added."""
        return {
            name: _over_resources(lines) if self.nets[name] is None else _direction(lines)
            for name, lines in self._dossiers.items()
        }

    @property
    def compensation(self) -> Fraction | None:
        """Which share of the skew in the dossiers evens out; None where there is none, or no sum."""
        nets = [net for net in self.nets.values() if net is not None]
        skew = sum(map(abs, nets), Fraction(0))
        if len(nets) < len(self.nets) or not skew:
            return None
        return 1 - abs(sum(nets, Fraction(0))) / skew

    @property
    def reason(self) -> Phrase | None:
        """Why there is no compensation to speak of; None where there is one."""
        if self._mixed is not None:
            return self._mixed
        if None in self.nets.values():
            return Phrase("reason.no_amount")
        return None if any(self.nets.values()) else Phrase("reason.nothing_to_compensate")

    @property
    def _adds(self) -> bool:
        return self._mixed is None

    @cached_property
    def _mixed(self) -> Phrase | None:
        return None if self.valued else not_added(one.good for _, one in self.lines)

    @cached_property
    def _dossiers(self) -> Mapping[str, list[tuple[int, Flow]]]:
        found: dict[str, list[tuple[int, Flow]]] = {}
        for line in self.lines:
            found.setdefault(line[1].dossier or "", []).append(line)
        return {name: found[name] for name in sorted(found)}


def _net(lines: Iterable[tuple[int, Flow]]) -> Fraction | None:
    added = Fraction(0)
    for sign, one in lines:
        if one.amount is None:
            return None
        added += sign * one.amount
    return added


def _direction(lines: Collection[tuple[int, Flow]]) -> Direction:
    """Tell which way more goes; where not all was counted that is known if all goes one way."""
    net = _net(lines)
    if net is None:
        signs = {sign for sign, _ in lines}
        return "unknown" if len(signs) > 1 else "gives" if 1 in signs else "takes"
    return "gives" if net > 0 else "takes" if net < 0 else "balance"


def _over_resources(lines: Iterable[tuple[int, Flow]]) -> Direction:
    """Tell which way more goes whatever each resource is worth, or that it depends on that."""
    by_good: dict[Good, list[tuple[int, Flow]]] = {}
    for line in lines:
        by_good.setdefault(line[1].good, []).append(line)
    found = {_direction(part) for part in by_good.values()}
    if {"gives", "takes"} <= found:
        return "both"
    order: tuple[Direction, ...] = ("unknown", "gives", "takes", "balance")
    return next(one for one in order if one in found)
