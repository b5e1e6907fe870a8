"""The checkpoint's model with postings and resources in fractions: weaker, and there at once.

A linear programme is solved with GLOP for a few checkpoints. Any prices on its rows (the dual values) bound what can be
opened: price times right side, plus what each variable is worth at most beyond the prices. That sum is worked out here,
so a solver that is cut off or inexact makes it weaker, never false. The price of an hour carries it to the other
checkpoints: more hours open at most their price more, fewer at least as much less. Variables that nobody can make true
within a checkpoint's hours are worth nothing there.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

ROWS: Final = 40_000
"""Rows of all programmes together: a large question solves fewer checkpoints and carries their prices."""
FEWEST: Final = 3


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

    def bounds(self, limits: Sequence[int], order: Sequence[int], limit: float) -> Array:
        """For each limit of minutes a weight that is never exceeded. order: which to solve first; limit: of each."""
        solved = max(FEWEST, ROWS // max(1, len(self.least)))
        priced = [self._priced(limits[number], limit) for number in order[:solved]]
        return np.array([min(self._carried(one, minutes) for one in priced) for minutes in limits])

    def _carried(self, one: _Priced, minutes: int) -> float:
        beyond = float(one.beyond[self.least_minutes <= minutes].sum())
        return one.most + beyond + one.minute * (minutes - one.minutes)

    def _priced(self, minutes: int, limit: float) -> _Priced:
        most = self.most.copy()
        most[self.hours_at] = minutes
        prices = self._prices(most, np.where(self.least_minutes <= minutes, 1.0, 0.0), limit)
        # A price must have the sign of its side of the row.
        prices = np.where(np.isfinite(most), np.maximum(prices, 0.0), np.minimum(prices, 0.0))
        side = np.where(np.isfinite(most), most, self.least)
        beyond = self.worth - np.bincount(self.variable, prices[self.row] * self.factor, minlength=self.size)
        return _Priced(minutes, float(prices @ side), np.maximum(beyond, 0.0), float(prices[self.hours_at]))

    def _prices(self, most: Array, upper: Array, limit: float) -> Array:
        """The dual values, zeros where the solver has none."""
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
        return np.array(glop.dual_values()) if glop.has_response() else np.zeros(len(most))


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
