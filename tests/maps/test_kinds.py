from __future__ import annotations

from netdeps.maps.kinds import looks
from netdeps.model import KNOWN_KINDS, Network


def network(sorts: list[str], **fields) -> Network:
    rows = [{"id": f"o{i}", "kind": kind} for i, kind in enumerate(sorts)]
    return Network(organisations=rows, **fields)


def test_every_known_kind_has_a_form_of_its_own():
    found = looks(network(list(KNOWN_KINDS)))
    assert len({(look.shape, look.hollow) for look in found}) == len(KNOWN_KINDS)
    assert len({look.shape for look in found[:7]}) == 7


def test_fourteen_kinds_are_told_apart_without_colour():
    extra = [f"kind{i}" for i in range(5)]
    found = looks(network([*KNOWN_KINDS, *extra], kinds=[{"id": one} for one in extra]))
    assert len({(look.shape, look.hollow) for look in found}) == 14


def test_a_case_may_name_and_colour_its_kinds():
    kinds = [{"id": "police", "label": {"nl": "politie"}, "colour": "#ABCDEF"}]
    (look,) = looks(network(["police"], kinds=kinds))
    assert look.colour == "#abcdef"
    assert dict(look.one) == {"nl": "politie", "en": "politie"}


def test_a_known_kind_looks_the_same_in_every_case():
    alone, among = looks(network(["ministry"]))[0], looks(network(["other", "ministry"]))[0]
    assert (alone.shape, alone.colour) == (among.shape, among.colour)
