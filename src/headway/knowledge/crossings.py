"""The order inside the columns of a layered graph, so that few lines cross.

Sweeps of the barycentre heuristic (Sugiyama, Tagawa and Toda 1981) to the right and to the left over the columns, with
a stand-in in each column that a long line passes; the best order met is kept. Crossings are counted with a tree of
sums (Barth, Jünger and Mutzel 2002). Nothing is drawn by lot, so the same graph gives the same order.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

SWEEPS: Final = 30
PATIENCE: Final = 8
"""Sweeps without a better order after which nothing better is looked for."""

Columns = list[list[int]]


class Layered:
    """Columns of skills and stand-ins. left: for each, those it is joined to in the column before; right: after."""

    def __init__(self, layers: Sequence[Sequence[str]], edges: Mapping[str, tuple[str, ...]]) -> None:
        self.names: list[str | None] = []
        self.columns: Columns = [[self._new(id_) for id_ in layer] for layer in layers]
        self.left: dict[int, list[int]] = {n: [] for n in range(len(self.names))}
        self.right: dict[int, list[int]] = {n: [] for n in range(len(self.names))}
        number = {name: n for n, name in enumerate(self.names) if name is not None}
        column = {id_: at for at, layer in enumerate(layers) for id_ in layer}
        for id_ in number:
            for need in edges[id_]:
                if need in column:
                    self._join(number[need], number[id_], column[need], column[id_])

    def _new(self, name: str | None) -> int:
        self.names.append(name)
        return len(self.names) - 1

    def _join(self, need: int, node: int, first: int, last: int) -> None:
        """A line through one stand-in in each column between."""
        before = need
        for at in range(first + 1, last):
            through = self._new(None)
            self.columns[at].append(through)
            self.left[through], self.right[through] = [], []
            self._tie(before, through)
            before = through
        self._tie(before, node)

    def _tie(self, one: int, other: int) -> None:
        self.right[one].append(other)
        self.left[other].append(one)

    def crossings(self, columns: Columns) -> int:
        """How many pairs of lines cross. O(lines log skills)."""
        return sum(self._between(one, other) for one, other in pairwise(columns))

    def _between(self, one: Sequence[int], other: Sequence[int]) -> int:
        place = {node: n for n, node in enumerate(other)}
        ends = [n for node in one for n in sorted(place[each] for each in self.right[node])]
        return _inversions(ends, len(other))

    def swept(self, columns: Columns, *, forward: bool) -> Columns:
        """Each column by the mean place of what its members are joined to in the column just ordered."""
        found = [list(column) for column in columns]
        joined = self.left if forward else self.right
        order = range(1, len(found)) if forward else range(len(found) - 2, -1, -1)
        for at in order:
            beside = found[at - 1 if forward else at + 1]
            where = {node: (n + 0.5) / len(beside) for n, node in enumerate(beside)}
            own = {node: (n + 0.5) / len(found[at]) for n, node in enumerate(found[at])}
            found[at].sort(key=lambda node: _mean([where[each] for each in joined[node]], own[node]))
        return found


def ordered(layers: Sequence[Sequence[str]], edges: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The same columns in an order with few crossings."""
    graph = Layered(layers, edges)
    return [[name for node in column if (name := graph.names[node]) is not None] for column in best_of(graph)]


def best_of(graph: Layered) -> Columns:
    """The columns, with their stand-ins, in the best order met. O(sweeps * lines log skills)."""
    best, least = graph.columns, graph.crossings(graph.columns)
    columns, idle = best, 0
    for sweep in range(SWEEPS):
        columns = graph.swept(columns, forward=sweep % 2 == 0)
        count = graph.crossings(columns)
        idle = 0 if count < least else idle + 1
        if count < least:
            best, least = columns, count
        if idle == PATIENCE or least == 0:
            break
    return best


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _inversions(ends: Sequence[int], size: int) -> int:
    """Pairs that stand in the wrong order, counted with a Fenwick tree."""
    tree = [0] * (size + 1)
    count = 0
    for seen, end in enumerate(ends):
        smaller, at = 0, end + 1
        while at:
            smaller += tree[at]
            at &= at - 1
        count += seen - smaller
        at = end + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return count
