"""Cases with tables and issues: a small one in which everything has its place, and large ones."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from maps.map_cases import KINDS
from maps.test_page import HOSTILE

from netdeps.model import LEVELS, Network

TABLE = {"visibility": "table"}
SEEN = {"said": TABLE}


def harbour(**fields: Any) -> Network:
    """Two tables and four issues.

    Care is involved in the quay and sits where it lies not; the lock lies on no table; to the
    quay a police force is needed that sits nowhere; the mill knows of nothing.
    """
    return Network(
        **{
            "name": "Haven",
            "organisations": [
                {"id": "care", "name": "Zorg aan de Kade", "kind": "care_provider"},
                {"id": "city", "name": "Gemeente Haven", "kind": "municipality"},
                {"id": "homes", "name": "Woonhaven", "kind": "housing_corporation"},
                {"id": "mill", "name": "De Molen", "kind": "welfare_organisation", **SEEN},
            ],
            "dependencies": [
                {"depender": "city", "dependum": "woningen", "dependees": ["homes"], "said": TABLE},
                {"depender": "care", "dependum": "geld", "dependees": ["city"], "said": TABLE},
            ],
            "tables": [
                {
                    "id": "council",
                    "name": "Bestuurstafel",
                    "level": "governing",
                    "per_year": 4,
                    "members": ["city", "homes"],
                    "issues": ["quay", "tide"],
                    "said": TABLE,
                },
                {"id": "floor", "members": ["city", "care"], "level": "operational", "said": TABLE},
            ],
            "issues": [
                {
                    "id": "quay",
                    "title": "De kade",
                    "involved": ["city", "care"],
                    "owner": "city",
                    "requires_kinds": ["municipality", "care_provider"],
                    "mandate_level": "governing",
                    "deadline": "2026-12-31",
                    "content": "ready",
                    "urgency": 0.5,
                    "said": TABLE,
                },
                {"id": "tide", "title": "Het tij", "involved": ["homes"], "said": TABLE},
                {
                    "id": "lock",
                    "title": "De sluis",
                    "involved": ["city", "homes"],
                    "depends_on": ["quay"],
                    "mandate_level": "operational",
                    "said": TABLE,
                },
            ],
            **fields,
        }
    )


def crowded(
    count: int = 60, *, tables: int = 8, issues: int = 15, aside: int = 8, seed: int = 3
) -> Network:
    """Make a network of many, of which the last few are at no table and in no issue."""
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    ids = [f"o{number:03}" for number in range(count)]
    there = ids[: count - aside]

    def some(least: int, most: int) -> list[str]:
        start = chance.randrange(len(there))
        near = [there[(start + step) % len(there)] for step in range(2 * most)]
        return sorted(chance.sample(near, chance.randint(least, most)))

    def title(words: str, number: int) -> str:
        return f"{words} {number + 1}"

    return Network(
        name=f"Invented {count}",
        kinds=[{"id": "police", "label": {"nl": "politie", "en": "police"}}],
        organisations=[
            {"id": one, "name": f"Stichting Samen {i} Noord", "kind": KINDS[i % 8], **SEEN}
            for i, one in enumerate(ids)
        ],
        dependencies=[
            {"depender": a, "dependum": "tijd", "dependees": [b], "said": TABLE}
            for a, b in pairwise(there)
        ],
        tables=[
            {
                "id": f"t{i}",
                "name": title("Overleg wonen en zorg", i),
                "level": LEVELS[i % 3],
                "per_year": 1 + i,
                "members": some(4, 12),
                "issues": [f"i{(2 * i + step) % issues}" for step in range(2)],
                "said": TABLE,
            }
            for i in range(tables)
        ],
        issues=[
            {
                "id": f"i{i}",
                "title": title("Doorstroom in de wijk", i),
                "involved": some(2, 4),
                "requires_kinds": [KINDS[i % 8]],
                "depends_on": [f"i{i - 1}"] if i % 4 == 1 else [],
                "said": TABLE,
            }
            for i in range(issues)
        ],
    )


def _id(number: int) -> str:
    """Give a hostile id where the model takes it as one."""
    text = HOSTILE[number]
    return text if text.isprintable() and len(text) < 200 else f"x{number}"


def hostile() -> Network:
    """Put what could harm a page in every text of a table and of an issue."""
    names = [f"{text} {number}" for number, text in enumerate(HOSTILE)]
    return Network(
        name="Hostile",
        organisations=[{"id": "__proto__", "name": HOSTILE[1]}, {"id": "b"}],
        kinds=[{"id": "toString", "label": {"nl": HOSTILE[0], "en": HOSTILE[1]}}],
        tables=[
            {"id": _id(i), "name": name, "members": ["b"], "said": {"source": name, **TABLE}}
            for i, name in enumerate(names)
        ],
        issues=[
            {
                "id": _id(i),
                "title": name,
                "involved": ["__proto__"],
                "requires_kinds": ["toString"],
                "said": {"remark": name, **TABLE},
            }
            for i, name in enumerate(names)
        ],
    )
