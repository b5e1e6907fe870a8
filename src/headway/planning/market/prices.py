"""The checkpoints one by one, at prices for what goes from one to the next (why: nested.py).

Each checkpoint's best choice at given prices is the model of bound.py with other coefficients, for CP-SAT. New prices
come from a linear programme (GLOP): the least sum that all choices known so far allow, in a box around the best prices.
All prices are whole cents, so what a solver rounds can never make a bound false.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from headway.arrays import Array
from headway.planning.market.bound import Coverage, parameters

CENTS: Final = 100
"""What a weight of 1 counts."""
KEPT: Final = 60
"""Choices of a checkpoint that new prices are made from: those worth most."""
LEAST_WORK: Final = 0.001
"""What a part counts at least, so that many tiny ones end too."""
TIE: Final = 1e-5
"""What a price costs in the programme, so that none is raised for nothing."""


class Sold(NamedTuple):
    """A checkpoint's best choice at some prices. most: no choice has more cents, prices included; opened: without."""

    most: int
    opened: int
    has: Array


class NewPrices(NamedTuple):
    """promised: cents that the choices known so far allow. shares[t, c]: how far c is in the choices behind it."""

    promised: float
    prices: Array
    shares: Array


class OutOfTimeError(Exception):
    """The limit ended before a part was solved."""


class NothingLeftError(Exception):
    """What was decided cannot be had together."""


class Shop:
    """The checkpoints of one question. limit: deterministic time for all that is asked of it.

    gap: cents that a checkpoint's best may stay unknown by; what is told as the most counts them in.
    """

    def __init__(self, coverage: Coverage, limits: Sequence[int], limit: float) -> None:
        self.coverage = coverage
        self.limits = limits
        self.left = limit
        self.gap = 0.0
        self.chosen = coverage.variables.chosen
        self.size = len(self.chosen)
        self.minutes = np.array([candidate.minutes for candidate in coverage.variables.network.candidates])
        goal = coverage.variables.proto.objective
        self.weight = {variable: -CENTS * less for variable, less in zip(goal.vars, goal.coeffs, strict=True)}
        self._known: list[list[Sold]] = [[] for _ in limits]
        self._hints: list[list[int] | None] = [None] * len(limits)

    def known(self, t: int, weight: int, chosen: Sequence[int]) -> Sold:
        """The best choice of checkpoint t without prices, told from elsewhere."""
        has = np.zeros(self.size, dtype=np.int64)
        has[list(chosen)] = 1
        sold = Sold(CENTS * weight, CENTS * weight, has)
        self._known[t].append(sold)
        return sold

    def best(self, t: int, prices: Array, fixed: Array) -> Sold:
        """The best choice at checkpoint t. fixed: of each candidate 1 or 0 where decided, else -1."""
        self._lay_out(t, paid(prices, t), fixed)
        values, most = self._solved(t)
        has = np.array([values[literal] for literal in self.chosen], dtype=np.int64)
        opened = sum(cents for variable, cents in self.weight.items() if values[variable])
        sold = Sold(most, opened, has)
        self._known[t].append(sold)
        return sold

    def _lay_out(self, t: int, worth: Array, fixed: Array) -> None:
        self.coverage.within(self.limits[t])
        model = self.coverage.variables.proto
        for c in np.flatnonzero(fixed >= 0).tolist():
            domain = model.variables[self.chosen[c]].domain
            if fixed[c] and not domain[1]:
                raise NothingLeftError
            domain.clear()
            domain.extend([int(fixed[c])] * 2)
        priced = np.flatnonzero(worth).tolist()
        model.clear_objective()
        model.objective.vars.extend([*self.weight, *(self.chosen[c] for c in priced)])
        model.objective.coeffs.extend([*(-cents for cents in self.weight.values()), *(-int(worth[c]) for c in priced)])
        hint = self._hints[t]
        if hint is not None:
            model.clear_solution_hint()
            model.solution_hint.vars.extend(range(len(hint)))
            model.solution_hint.values.extend(hint)

    def _solved(self, t: int) -> tuple[list[int], int]:
        from ortools.sat.python import cp_model_helper as cp

        if self.left <= 0:
            raise OutOfTimeError
        wrapper: Any = cp.SolveWrapper()
        wrapper.set_parameters(parameters(self.left, self.coverage.plain, self.gap))
        response = wrapper.solve(self.coverage.variables.proto)
        self.left -= max(response.deterministic_time, LEAST_WORK)
        name = response.status.name
        if name == "INFEASIBLE":
            raise NothingLeftError
        if name != "OPTIMAL":
            raise OutOfTimeError
        values = list(response.solution)
        self._hints[t] = values
        return values, math.floor(-response.best_objective_bound + 1e-6)

    def new_prices(self, prices: Array, width: float, fixed: Array) -> NewPrices | None:
        """The prices at which the known choices have least, no further than width from these; None if none is found."""
        from ortools.linear_solver.python import model_builder_helper as solver

        count = len(self.limits)
        model: Any = solver.ModelBuilderHelper()
        low = [-math.inf] * count + np.maximum(prices - width, 0.0).ravel().tolist()
        high = [math.inf] * count + (prices + width).ravel().tolist()
        for n in range(len(low)):
            model.add_var()
            model.set_var_lower_bound(n, low[n])
            model.set_var_upper_bound(n, high[n])
            model.set_var_objective_coefficient(n, 1.0 if n < count else TIE)
        rows = [(t, sold.has) for t in range(count) for sold in self._add_choices(model, prices, fixed, t)]
        model.set_maximize(False)
        glop: Any = solver.ModelSolverHelper("GLOP")
        glop.solve(model)
        if not glop.has_solution():
            return None
        values = np.array(glop.variable_values())
        shares = np.zeros((count, self.size))
        for (t, has), part in zip(rows, glop.dual_values(), strict=True):
            shares[t] += abs(part) * has
        whole = np.maximum(np.rint(values[count:]).astype(np.int64), 0).reshape(prices.shape)
        return NewPrices(float(values[:count].sum()), whole, shares)

    def _add_choices(self, model: Any, prices: Array, fixed: Array, t: int) -> list[Sold]:
        """A row for each known choice that is still allowed: it may be had at any prices."""
        worth = paid(prices, t)
        allowed = [sold for sold in self._known[t] if not against(fixed[t], sold.has)]
        allowed.sort(key=lambda sold: -(sold.opened + int(worth @ sold.has)))
        count = len(self.limits)
        for sold in allowed[:KEPT]:
            row = model.add_linear_constraint()
            model.set_constraint_lower_bound(row, float(sold.opened))
            model.set_constraint_upper_bound(row, math.inf)
            model.add_term_to_constraint(row, t, 1.0)
            for c in np.flatnonzero(sold.has).tolist():
                if t:
                    model.add_term_to_constraint(row, count + (t - 1) * self.size + c, -1.0)
                if t < count - 1:
                    model.add_term_to_constraint(row, count + t * self.size + c, 1.0)
        return allowed[:KEPT]


def paid(prices: Array, t: int) -> Array:
    """What each candidate brings at checkpoint t beside what it opens: it is paid coming in, and pays going on."""
    nothing = np.zeros(prices.shape[1], dtype=np.int64)
    total: Array = (prices[t - 1] if t else nothing) - (prices[t] if t < len(prices) else nothing)
    return total


def against(fixed: Array, has: Array) -> bool:
    """Whether a choice goes against what is decided."""
    return bool(((fixed >= 0) & (fixed != has)).any())
