"""The checkpoint's model with postings and resources in fractions: weaker, and there at once.

A linear programme is solved with GLOP for a few checkpoints. Any prices on its rows (the dual values) bound what can be
opened: price times right side, plus what each variable is worth at most beyond the prices. That sum is worked out here,
so a solver that is cut off or inexact makes it weaker, never false. The price of an hour carries it to the other
checkpoints: more hours open at most their price more, fewer at least as much less. Variables that nobody can make true
within a checkpoint's hours are worth nothing there.

Where k of n groups open a posting, halves of many would open a half of it. So the programme is solved again with what
its answer disregards: as n - k groups may be missing, any a of them, all together, are met at least a - (n - k) times.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from headway.arrays import Array

ROWS: Final = 40_000
"""Rows of all programmes together: a large question solves fewer checkpoints and carries their prices."""
FEWEST: Final = 3
ROUNDS: Final = 3
"""Most times that a checkpoint's programme is solved, each but the first with new rows."""
DISREGARDED: Final = 0.01
"""By how much of a posting an answer must disregard a row for it to be added."""


class _Priced(NamedTuple):
    """At so many minutes no more than `most` and each variable's `beyond`; so much more for each minute more."""

    minutes: int
    most: float
    beyond: Array
    minute: float


class Relaxed:
    """The rows of a model of clauses and sums over variables from 0 to 1.

    hours_at: the row of the hours. least: the minutes within which each variable is 0 in any case.
    """

    def __init__(self, model: Any, hours_at: int, least: Array) -> None:
        self.least_minutes = least
        self.rows_solved = 0
        self.size = len(model.variables)
        self.hours_at = hours_at
        self.worth = np.zeros(self.size)
        self.worth[list(model.objective.vars)] = [-weight for weight in model.objective.coeffs]
        rows = [_row(model.constraints[n]) for n in range(len(model.constraints))]
        self.least = np.array([least for _, least, _ in rows])
        self.most = np.array([most for _, _, most in rows])
        self.row = np.repeat(np.arange(len(rows)), [len(terms) for terms, _, _ in rows])
        self.variable = np.array([variable for terms, _, _ in rows for variable in terms], dtype=np.int64)
        self.factor = np.array([factor for terms, _, _ in rows for factor in terms.values()])
        self.counted = [
            _counted(model.constraints[n]) for n in range(len(rows)) if _asks_for_some(model.constraints[n])
        ]

    def bounds(self, limits: Sequence[int], order: Sequence[int], limit: float) -> Array:
        """For each limit of minutes a weight that is never exceeded. order: which to solve first; limit: of each."""
        priced: list[_Priced] = []
        for number in order:
            if len(priced) >= FEWEST and not self._has_room():
                break
            priced.append(self._priced(limits[number], limit))
        return np.array([min(self._carried(one, minutes) for one in priced) for minutes in limits])

    def _has_room(self) -> bool:
        return self.rows_solved + len(self.least) <= ROWS

    def _carried(self, one: _Priced, minutes: int) -> float:
        beyond = float(one.beyond[self.least_minutes <= minutes].sum())
        return one.most + beyond + one.minute * (minutes - one.minutes)

    def _priced(self, minutes: int, limit: float) -> _Priced:
        upper = np.where(self.least_minutes <= minutes, 1.0, 0.0)
        best: _Priced | None = None
        for left in reversed(range(ROUNDS)):
            most = self.most.copy()
            most[self.hours_at] = minutes
            self.rows_solved += len(most)
            prices, values = self._solved(most, upper, limit)
            now = self._by_prices(prices, most, minutes)
            if best is None or self._carried(now, minutes) < self._carried(best, minutes):
                best = now
            if not left or values is None or not self._has_room() or not self._add_rows(values):
                break
        assert best is not None
        return best

    def _by_prices(self, prices: Array, most: Array, minutes: int) -> _Priced:
        # A price must have the sign of its side of the row.
        prices = np.where(np.isfinite(most), np.maximum(prices, 0.0), np.minimum(prices, 0.0))
        side = np.where(np.isfinite(most), most, self.least)
        beyond = self.worth - np.bincount(self.variable, prices[self.row] * self.factor, minlength=self.size)
        return _Priced(minutes, float(prices @ side), np.maximum(beyond, 0.0), float(prices[self.hours_at]))

    def _add_rows(self, values: Array) -> bool:
        """For each posting the row that these values disregard most. Whether there was any."""
        added = [row for one in self.counted if (row := one.disregarded(values))]
        if not added:
            return False
        first = len(self.least)
        self.least = np.concatenate([self.least, np.zeros(len(added))])
        self.most = np.concatenate([self.most, np.full(len(added), np.inf)])
        self.row = np.concatenate([self.row, np.repeat(np.arange(first, first + len(added)), [*map(len, added)])])
        self.variable = np.concatenate([self.variable, np.array([v for row in added for v in row], dtype=np.int64)])
        self.factor = np.concatenate([self.factor, np.array([f for row in added for f in row.values()])])
        return True

    def _solved(self, most: Array, upper: Array, limit: float) -> tuple[Array, Array | None]:
        """The dual values, zeros where the solver has none; and what it chose."""
        from ortools.linear_solver.python import model_builder_helper as solver

        model: Any = solver.ModelBuilderHelper()
        for variable in range(self.size):
            model.add_var()
            model.set_var_lower_bound(variable, 0.0)
            model.set_var_upper_bound(variable, float(upper[variable]))
            model.set_var_objective_coefficient(variable, float(self.worth[variable]))
        for row, (low, high) in enumerate(zip(self.least.tolist(), most.tolist(), strict=True)):
            model.add_linear_constraint()
            model.set_constraint_lower_bound(row, low)
            model.set_constraint_upper_bound(row, high)
        for row, variable, factor in zip(self.row.tolist(), self.variable.tolist(), self.factor.tolist(), strict=True):
            model.add_term_to_constraint(row, variable, factor)
        model.set_maximize(True)
        glop: Any = solver.ModelSolverHelper("GLOP")
        glop.set_solver_specific_parameters(f"max_deterministic_time: {limit:.6f}")
        glop.solve(model)
        if not glop.has_response():
            return np.zeros(len(most)), None
        return np.array(glop.dual_values()), np.array(glop.variable_values()) if glop.has_solution() else None


class _Counted(NamedTuple):
    """A posting that so many of its groups open. missing: how many may be missing."""

    opened: int
    groups: Array
    missing: int

    def disregarded(self, values: Array) -> dict[int, float]:
        """The groups least met, in the number that says most, and how often the open posting meets them at least."""
        order = self.groups[np.argsort(values[self.groups], kind="stable")]
        times = np.arange(1, len(order) - self.missing + 1)
        open_at_most = values[order].cumsum()[self.missing :] / times
        best = int(open_at_most.argmin())
        if values[self.opened] < open_at_most[best] + DISREGARDED:
            return {}
        row = {self.opened: -float(times[best])}
        for group in order[: self.missing + best + 1].tolist():  # what is asked twice counts twice
            row[group] = row.get(group, 0.0) + 1.0
        return row


def _asks_for_some(constraint: Any) -> bool:
    """Whether it is the row of a posting that not all of its groups need open."""
    return not constraint.has_bool_or() and bool(len(constraint.enforcement_literal))


def _counted(constraint: Any) -> _Counted:
    groups = np.array(list(constraint.linear.vars), dtype=np.int64)
    return _Counted(constraint.enforcement_literal[0], groups, len(groups) - next(iter(constraint.linear.domain)))


def _row(constraint: Any) -> tuple[dict[int, float], float, float]:
    """Factors, least and most of a clause (at least one literal), of a sum, or of a sum that a literal asks for."""
    terms: dict[int, float] = {}
    if constraint.has_bool_or():
        least = 1.0
        for literal in constraint.bool_or.literals:
            variable, sign = (literal, 1.0) if literal >= 0 else (-literal - 1, -1.0)
            terms[variable] = terms.get(variable, 0.0) + sign
            least -= sign < 0
        return terms, least, np.inf
    linear = constraint.linear
    for variable, factor in zip(linear.vars, linear.coeffs, strict=True):
        terms[variable] = terms.get(variable, 0.0) + factor
    least, most = list(linear.domain)
    if len(constraint.enforcement_literal):  # at least so many, if the literal: the many times it, at least
        terms[constraint.enforcement_literal[0]] = -float(least)
        return terms, 0.0, np.inf
    return terms, -np.inf, float(most)
