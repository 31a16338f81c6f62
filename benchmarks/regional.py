"""Regional networks of any size: municipalities as hubs, chains of care, and a few on their own.

A region has a municipality, corporations, care providers, welfare, neighbourhood networks and the
police. Most needs stay inside a region, some go to the next, and few reach a ministry.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from netdeps.model import LEVELS, Network

_REGION = (
    ("municipality", "Gemeente {}"),
    ("care_provider", "Zorggroep {}"),
    ("housing_corporation", "Woonstichting {}"),
    ("welfare_organisation", "Welzijn {}"),
    ("neighbourhood_network", "Buurtnetwerk {} Oost"),
    ("care_provider", "Thuisbasis {}"),
    ("care_provider", "Beschermd Wonen {}"),
    ("police", "Politie {}"),
    ("neighbourhood_network", "Buurtnetwerk {} Centrum"),
    ("housing_corporation", "De Goede Woning {}"),
    ("care_provider", "Herstelhuis {}"),
    ("care_provider", "GGZ {}"),
    ("welfare_organisation", "Maatschappelijk Werk {}"),
    ("care_provider", "Verslavingszorg {}"),
    ("neighbourhood_network", "Buurtnetwerk {} West"),
    ("care_provider", "Begeleiding Thuis {}"),
    ("care_provider", "Opvang {}"),
    ("care_provider", "Samen Leven {}"),
    ("neighbourhood_network", "Buurtnetwerk {} Zuid"),
    ("care_provider", "Wijkverpleging {}"),
)
_WIDE = (
    ("ministry", "Ministerie van {}"),
    ("knowledge_institute", "Kennisinstituut {}"),
)
_NEEDED = {
    "care_provider": ("housing_corporation", "municipality", "care_provider", "police"),
    "housing_corporation": ("municipality", "care_provider"),
    "welfare_organisation": ("neighbourhood_network", "municipality"),
    "neighbourhood_network": ("welfare_organisation", "municipality"),
    "police": ("municipality", "care_provider"),
    "municipality": ("care_provider", "housing_corporation", "welfare_organisation"),
}
_RESOURCES = ("tijd", "woningen", "geld", "kennis", "een besluit")
_STARTS = ("Aal", "Beek", "Dronk", "Eik", "Gras", "Heer", "Kolk", "Lind", "Mid", "Noord", "Rijn")
_ENDS = ("burg", "dam", "dorp", "hoven", "kerk", "land", "veen", "wijk", "zand", "meer", "drecht")
_ALONE = 0.02


def regional(count: int, seed: int = 1, *, needs: float = 2.5, talks: float = 0.5) -> Network:
    """Make a network of regions, with about ``needs`` dependencies for each organisation.

    Of the share ``talks`` of these it is said whether the two are in contact.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    parties = list(_organisations(count))
    alone = set(chance.sample(range(count), int(count * _ALONE)))
    pairs = list(_pairs(parties, alone, chance, needs))

    def said(number: int) -> dict[str, Any]:
        return {"by": parties[number]["id"], "setting": "interview", "visibility": "table"}

    return Network(
        name=f"Regio's, {count} organisaties",
        kinds=[{"id": "police", "label": {"nl": "politie", "en": "police"}}],
        organisations=parties,
        interviews=[
            {"organisation": party["id"], "asked": ["contacts"], "said": said(number)}
            for number, party in enumerate(parties)
            if chance.random() < 0.5
        ],
        dependencies=[
            {
                "depender": parties[a]["id"],
                "dependum": chance.choice(_RESOURCES),
                "dependees": [parties[b]["id"]],
                "importance": chance.randint(1, 3),
                "said": said(a),
            }
            for a, b in pairs
        ],
        contacts=[
            {
                "between": [parties[a]["id"], parties[b]["id"]],
                "level": chance.choice(LEVELS),
                "exists": chance.random() < 0.75,
                "said": said(a),
            }
            for a, b in pairs
            if chance.random() < talks
        ],
        contributions=[
            {
                "giver": parties[b]["id"],
                "taker": parties[a]["id"],
                "resource": chance.choice(_RESOURCES),
                "dossier": chance.choice(("wonen", "zorg", "wijk")),
                "said": said(b),
            }
            for a, b in pairs
            if chance.random() < 0.2
        ],
    )


def _organisations(count: int) -> Iterator[dict[str, Any]]:
    """Give regions of twenty, and two in a hundred that serve all regions."""
    wide = count // 50
    for number in range(count):
        region, place = divmod(number, len(_REGION))
        kind, name = _WIDE[number % 2] if number >= count - wide else _REGION[place]
        where = None if number >= count - wide else _region(region)
        yield {
            "id": f"o{number:04}",
            "name": name.format(where or f"Zaken {number}"),
            "kind": kind,
            **({} if where is None else {"region": where}),
        }


def _region(number: int) -> str:
    again, rest = divmod(number, len(_STARTS) * len(_ENDS))
    start, end = rest * 7 % len(_STARTS), rest // len(_STARTS)
    return f"{_STARTS[start]}{_ENDS[(end + start) % len(_ENDS)]}" + (f" {again}" if again else "")


def _pairs(
    parties: list[dict[str, Any]], alone: set[int], chance: random.Random, needs: float
) -> Iterator[tuple[int, int]]:
    by_place: dict[tuple[str | None, str], list[int]] = {}
    for number, party in enumerate(parties):
        if number not in alone:
            by_place.setdefault((party.get("region"), party["kind"]), []).append(number)
    regions = list(dict.fromkeys(party.get("region") for party in parties if party.get("region")))
    for number, party in enumerate(parties):
        if number in alone:
            continue
        for _ in range(int(needs) + (chance.random() < needs % 1)):
            where, kind = _other(party, regions, chance)
            found = [one for one in by_place.get((where, kind), ()) if one != number]
            if found:
                yield number, chance.choice(found)


def _other(
    party: dict[str, Any], regions: list[str], chance: random.Random
) -> tuple[str | None, str]:
    """Choose the region and the kind of somebody that a party needs."""
    if party["kind"] not in _NEEDED:
        return chance.choice(regions), "municipality"
    kinds = _NEEDED[party["kind"]]
    at = regions.index(party["region"])
    draw = chance.random()
    if draw < 0.02:
        return None, chance.choice(("ministry", "knowledge_institute"))
    if draw < 0.1:
        at = (at + chance.choice((-1, 1))) % len(regions)
    kind = chance.choice(kinds)
    return regions[at], party["kind"] if kind == "municipality" == party["kind"] else kind
