"""A mirror: how the parties say that they direct their collaboration, beside how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netdeps.errors import check_draws
from netdeps.graph import Layer, Selection, selected
from netdeps.graph import layer as make_layer
from netdeps.measures.brokerage.components import Extra
from netdeps.measures.brokerage.coordination import Choice, Coordination
from netdeps.measures.brokerage.governance_rows import CONTINGENCIES, DESCRIBED, GovernanceMirror
from netdeps.measures.brokerage.uniform_graphs import Position, centralisation_position
from netdeps.model import Fixed, Governance, GovernanceForm, Level, Network
from netdeps.results import About, Findings, known_of
from netdeps.words import Phrase

_LEAST = 5
"""Of fewer organisations the structure says nothing about how they direct their work."""


def governance_mirror(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    inside: str | None = None,
    resource: str | None = None,
    components: Extra | None = None,
    graphs: int = 2000,
    seed: int = 0,
) -> Findings[GovernanceMirror]:
    """How the parties say that they direct their collaboration, beside how it looks.

    A mirror and no verdict. The form is what those who were asked say: *shared* (all together),
    *lead_organisation* (one of the parties) or *administrative_organisation* (a separate one).
    Where the answers differ there is a row for each, most speakers first. Beside it stand:

    - where the coordination comes together: the largest load of ``coordination_load`` (same
      ``level``, ``resource`` and ``components``), and at whom;
    - the degree centralisation of the contacts, and its ``probability``: which share of all
      networks with as many organisations and contacts is as centralised or more. All of them are
      looked at where there are at most 200,000; else ``graphs`` random ones, with (b + 1) / (R + 1),
      so that it is never 0 (R's ``sna::cug.test`` with ``cmode="edges"`` always samples, and gives
      b / R). Small is rare, and rare is no proof: nobody drew these lines at random;
    - trust, number of participants, goal consensus and need for competencies, as they were asked,
      and as Provan and Kenis describe them for that form; ``fits`` says whether the two agree.

    Provan and Kenis give no limits for density or centralisation, and neither do we: no form is
    read off the figures. Only where more than half of the coordination comes together at one
    organisation the sentence says so, which needs no limit to be understood; that reading is
    netdeps' own. A separate organisation cannot be seen in the lines at all. With fewer than five
    organisations there is no such check. A pair that nobody was asked about counts as no contact.

    Undefined under ``structure`` is why there is no check of the structure.

    Raises
    ------
    OptionError
        When ``graphs`` or ``seed`` is no such number, or an amount of ``components`` is no number
        of 0 or more.
    UnknownNameError
        When a level, kind, resource or organisation is asked for that is not there.

    References
    ----------
    Provan and Kenis (2008), Modes of network governance: structure, management, and effectiveness,
    https://doi.org/10.1093/jopart/mum015 (the forms, and what they depend on). Freeman (1979),
    https://doi.org/10.1016/0378-8733(78)90021-7 (centralisation). Setting the two side by side is
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> ties = ["ab", "ac", "ad", "ae", "af", "bc"]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcdef"],
    ...     contacts=[{"between": list(tie)} for tie in ties],
    ...     governance=[{"form": "shared", "said": {"by": "a"}}],
    ... )
    >>> row = measures.governance_mirror(network)[0]
    >>> row.governance, row.centralisation, round(row.probability, 3), round(row.expected, 4)
    ('shared', 0.9, 0.012, 0.3839)
    """
    check_draws("graphs", graphs, seed)
    part = selected(network, Selection(level=level, kind=kind, inside=inside))
    contacts = make_layer(part, "contact", Selection(level=level))
    load = Coordination(part, network, Choice(level, None, resource, components))
    seen = _Seen(part, contacts, load, _position(contacts, graphs, seed))
    rows = [_row(form, seen) for form in _forms(seen)]
    rows.sort(key=lambda row: (-len(row.said_by), row.governance or ""))
    few = {} if seen.position else {"structure": Phrase("reason.too_few_mirror")}
    return Findings(rows, _about(seen, rows), few)


@dataclass(frozen=True)
class _Seen:
    """What there is to see of a collaboration."""

    network: Network
    contacts: Layer
    load: Coordination
    position: Position | None

    @property
    def top_share(self) -> float | None:
        """The largest share of the coordination that comes together at one organisation."""
        if self.load.reason:
            return None
        return float(max(self.load.loads.values()))

    @property
    def top(self) -> tuple[str, ...]:
        """Where that share comes together."""
        if self.load.reason:
            return ()
        highest = max(self.load.loads.values())
        return tuple(one for one, share in self.load.loads.items() if share == highest)

    @property
    def density(self) -> float | None:
        """The share of all pairs that are in contact."""
        n = self.contacts.size
        return len(self.contacts.sources) / (n * (n - 1) / 2) if n > 1 else None


def _position(contacts: Layer, graphs: int, seed: int) -> Position | None:
    if contacts.size < _LEAST:
        return None
    return centralisation_position(contacts, graphs=graphs, seed=seed)


def _forms(seen: _Seen) -> list[GovernanceForm | None]:
    """Give the forms that are said; none at all where there is something to see but none was said."""
    said: list[GovernanceForm | None] = list({one.form for one in seen.network.governance} - {None})
    return said or ([None] if seen.network.governance or seen.position else [])


def _row(form: GovernanceForm | None, seen: _Seen) -> GovernanceMirror:
    answers = seen.network.governance
    described = DESCRIBED[form] if form else {}
    asked = {name: _answers(getattr(one, name) for one in answers) for name in CONTINGENCIES}
    place = seen.position
    return GovernanceMirror(
        governance=form,
        said_by=_answers(one.said.speaker for one in answers if one.form == form),
        differs=len(_answers(one.form for one in answers)) > 1,
        conveners=_answers(one.convener for one in answers if one.form == form),
        agenda_setters=_answers(one.agenda_setter for one in answers if one.form == form),
        asked=Fixed(asked),
        described=Fixed(dict(described)),
        fits=Fixed({name: _fits(asked[name], described.get(name, ())) for name in CONTINGENCIES}),
        top=seen.top,
        top_share=seen.top_share,
        organisations=seen.contacts.size,
        contacts=len(seen.contacts.sources),
        density=seen.density,
        centralisation=float(place.centralisation) if place else None,
        probability=float(place.probability) if place else None,
        expected=float(place.expected) if place else None,
        method=("exact" if place.exact else "sampled") if place else None,
        because=_because(answers, seen),
        names=seen.network.names,
    )


def _answers(said: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({one for one in said if one is not None}))


def _fits(asked: tuple[str, ...], described: tuple[str, ...]) -> bool | None:
    """Tell whether all answers are as described (True), none is (False), or neither (None)."""
    found = {one in described for one in asked}
    return found.pop() if described and len(found) == 1 else None


def _because(answers: Iterable[Governance], seen: _Seen) -> tuple[str, ...]:
    told = {one.id for one in answers}.union(seen.contacts.because)
    return tuple(sorted(told.union(*(seen.load.because(one) for one in seen.top))))


def _about(seen: _Seen, rows: list[GovernanceMirror]) -> About:
    known = seen.contacts.known_share
    own = [Phrase("caveat.mirror_own")] if rows else []
    caveats = (*known_of("contact", known), *own)
    return About.of("governance_mirror", seen.network, rows, known_share=known, caveats=caveats)
