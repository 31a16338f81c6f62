"""The case of a port, and marks as the page of its map makes them."""

from netdeps import Network
from netdeps.corrections import apply_changes
from netdeps.model import Changes

TABLE = {"visibility": "table"}
PORT = {
    "name": "Port",
    "language": "en",
    "organisations": [
        {"id": "care", "name": "Care at the Quay"},
        {"id": "homes", "name": "Homes"},
        {"id": "city", "name": "City", "levels": ["governing", "management"]},
        {"id": "rival", "name": "Rival", "said": {"visibility": "facilitator"}},
    ],
    "dependencies": [
        {"id": "need", "depender": "care", "dependum": "dwellings", "dependees": ["homes", "rival"],
         "said": {"by": "care", **TABLE}},
        {"id": "secret", "depender": "city", "dependum": "time", "dependees": ["care"],
         "said": {"by": "city"}},
    ],
    "contacts": [
        {"id": "talk", "between": ["care", "city"], "level": "governing", "quality": 0.6,
         "said": {"by": "city", "date": "2026-03-01", **TABLE}},
    ],
    "contributions": [
        {"id": "gift", "giver": "city", "taker": "care", "resource": "money", "amount": 1000,
         "unit": "euro", "dossier": "care", "said": {"by": "city", **TABLE}},
    ],
}  # fmt: skip


def port(**lists):
    return Network(**{**PORT, **lists})


def contact(mark, **fields):
    row = {"tie": "contact", "between": ["care", "city"], "level": "governing"}
    return {"mark": mark, **row, **fields}


def dependency(mark, **fields):
    row = {"depender": "care", "dependum": "dwellings", "dependees": ["homes", "outside"]}
    return {"mark": mark, "tie": "dependency", **row, **fields}


def contribution(mark, **fields):
    row = {"giver": "city", "taker": "care", "resource": "money", "unit": "euro", "dossier": "care"}
    return {"mark": mark, "tie": "contribution", **row, **fields}


def changes(*marks, **fields):
    head = {"case": "Port", "edition": "table", "date": "2026-11-22"}
    return Changes(**{**head, "marks": list(marks), **fields})


def applied(*marks, to=None, **fields):
    return apply_changes(to or port(), changes(*marks, **fields))


SAID = {"setting": "table", "date": "2026-11-22", "visibility": "table"}
