"""Cases to draw: Leiden, and networks of any size."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from netdeps.model import LEVELS, Network

KINDS = (
    "municipality",
    "care_provider",
    "housing_corporation",
    "welfare_organisation",
    "neighbourhood_network",
    "ministry",
    "knowledge_institute",
    "police",
)
LEIDEN = Path(__file__).parents[2] / "examples" / "leiden.yaml"


def invented(count: int, *, needs: int = 2, seed: int = 1) -> Network:
    """Make a network of groups in which most needs stay inside the group."""
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    ids = [f"o{number:04}" for number in range(count)]

    def two() -> list[str]:
        first = chance.randrange(count)
        near = (first + chance.randrange(1, max(2, min(12, count)))) % count
        return [ids[first], ids[near if chance.random() < 0.9 else (first + count // 2) % count]]

    def said(by: str) -> dict[str, Any]:
        return {"by": by, "setting": "interview", "visibility": "table"}

    pairs = [pair for pair in (two() for _ in range(needs * count)) if pair[0] != pair[1]]
    return Network(
        name=f"Invented {count}",
        kinds=[{"id": "police", "label": {"nl": "politie", "en": "police"}}],
        organisations=[
            {"id": one, "name": f"Stichting Samen {i} Noord", "kind": KINDS[i % 8]}
            for i, one in enumerate(ids)
        ],
        interviews=[
            {"organisation": one, "asked": ["contacts"], "said": said(one)} for one in ids[::2]
        ],
        dependencies=[
            {"depender": a, "dependum": "tijd", "dependees": [b], "said": said(a)} for a, b in pairs
        ],
        contacts=[
            {"between": pair, "level": LEVELS[i % 3], "exists": i % 4 > 0, "said": said(pair[0])}
            for i, pair in enumerate(pairs[::2])
        ],
    )
