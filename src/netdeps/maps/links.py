"""Who is tied to whom, and how strongly, by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Ints = NDArray[np.intp]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Links:
    """The ties of a network: each pair once, in a fixed order."""

    count: int
    ends: Ints
    strengths: Points

    def among(self, group: Sequence[int]) -> Matrix:
        """Give the strength of each tie within a group; 0 where there is none."""
        import numpy as np

        ends, inside = self._within(group)
        found = np.zeros((len(group), len(group)))
        found[ends[:, 0], ends[:, 1]] = found[ends[:, 1], ends[:, 0]] = self.strengths[inside]
        return found

    def part(self, group: Sequence[int]) -> Links:
        """Give the ties within a group, which is numbered anew."""
        ends, inside = self._within(group)
        return Links(len(group), ends, self.strengths[inside])

    def between(self, groups: Sequence[Sequence[int]]) -> Matrix:
        """Count the ties between each two groups."""
        import numpy as np

        group = np.zeros(self.count, dtype=int)
        for number, members in enumerate(groups):
            group[list(members)] = number
        first, second = group[self.ends].T
        found = np.zeros((len(groups), len(groups)))
        apart = first != second
        np.add.at(found, (first[apart], second[apart]), 1)
        return found + found.T

    def partners(self) -> list[int]:
        """Count with how many each is tied."""
        import numpy as np

        counts: list[int] = np.bincount(self.ends.ravel(), minlength=self.count).tolist()
        return counts

    def components(self) -> list[list[int]]:
        """Group what is tied directly or indirectly, the largest group first."""
        root = list(range(self.count))

        def find(i: int) -> int:
            while root[i] != i:
                root[i] = root[root[i]]
                i = root[i]
            return i

        for first, second in self.ends.tolist():
            low, high = sorted((find(first), find(second)))
            root[high] = low
        groups: dict[int, list[int]] = {}
        for i in range(self.count):
            groups.setdefault(find(i), []).append(i)
        return sorted(groups.values(), key=lambda group: (-len(group), group))

    def _within(self, group: Sequence[int]) -> tuple[Ints, Flags]:
        import numpy as np

        number = np.full(self.count, -1, dtype=np.intp)
        number[list(group)] = np.arange(len(group))
        ends: Ints = number[self.ends]
        inside = (ends[:, 0] >= 0) & (ends[:, 1] >= 0)
        return ends[inside], inside


def links_of(names: Sequence[str], ties: Mapping[tuple[str, str], float]) -> Links:
    """Number the ties between these names; of two between the same, the stronger one counts."""
    import numpy as np

    number = {name: i for i, name in enumerate(names)}
    found: dict[tuple[int, int], float] = {}
    for (one, other), strength in ties.items():
        first, second = sorted((number[one], number[other]))
        if first != second:
            found[first, second] = max(found.get((first, second), 0.0), strength)
    ends = np.array(sorted(found), dtype=np.intp).reshape(-1, 2)
    return Links(len(names), ends, np.array([found[pair] for pair in sorted(found)], dtype=float))
