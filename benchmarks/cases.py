"""Cases of any size: organisations with 5 dependencies and 10 or more contact statements each."""

from __future__ import annotations

import random

from netdeps import Network

KINDS = ("municipality", "care_provider", "housing_corporation", "welfare_organisation", "ministry")
LEVELS = ("governing", "management", "operational")
REACH = 30


def case(size: int, seed: int = 0, *, talks: int = 10) -> Network:
    """Make a case in which organisations mostly deal with others near them.

    Each makes ``talks`` statements about its contacts.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"o{number:05d}" for number in range(size)]

    def others(number: int, count: int) -> list[str]:
        near = [n for n in range(max(0, number - REACH), min(size, number + REACH)) if n != number]
        return [names[n] for n in chance.sample(near, min(count, len(near)))]

    return Network(
        name=f"{size} organisations",
        language="en",
        organisations=[
            {"id": name, "name": f"Organisation {name}", "kind": chance.choice(KINDS)}
            for name in names
        ],
        interviews=[
            {"organisation": name, "asked": ["contacts"], "said": {"visibility": "table"}}
            for name in names
            if chance.random() < 0.7
        ],
        dependencies=[
            {
                "depender": name,
                "dependum": f"resource {place}",
                "dependees": others(number, chance.choice((1, 1, 2))),
                "importance": chance.randint(1, 3),
                "level": chance.choice((None, *LEVELS)),
                "said": {"by": name, "visibility": "table"},
            }
            for number, name in enumerate(names)
            for place in range(5)
        ],
        contacts=[
            {
                "between": [name, other],
                "level": chance.choice(LEVELS),
                "exists": chance.random() < 0.7,
                "said": {"by": name, "visibility": "table"},
            }
            for number, name in enumerate(names)
            for other in others(number, talks)
        ],
    )
