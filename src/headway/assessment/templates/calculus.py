"""Solvers: calculus."""

from math import hypot

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "calc-derivative-polynomial": Solver(
        lambda a, b, c: 3 * a * c**2 - b,
        {"gives the value": lambda a, b, c: a * c**3 - b * c, "forgets the exponent": lambda a, b, c: a * c**2 - b},
    ),
    "calc-chain-rule": Solver(
        lambda a: 3 * (a + 1) ** 2 * a,
        {"forgets the inner derivative": lambda a: 3 * (a + 1) ** 2, "gives the value": lambda a: (a + 1) ** 3},
    ),
    "calc-sigmoid-slope": Solver(
        lambda p: p * (1 - p), {"one minus the value": lambda p: 1 - p, "the square": lambda p: p * p}
    ),
    "calc-log-derivative": Solver(
        lambda a, b: a / b, {"divides the wrong way": lambda a, b: b / a, "forgets the factor": lambda a, b: 1 / b}
    ),
    "calc-minimum-quadratic": Solver(
        lambda a, b: b / (2 * a), {"forgets the two": lambda a, b: b / a, "wrong sign": lambda a, b: -b / (2 * a)}
    ),
    "calc-integral-power": Solver(
        lambda a, b: a * b**3 / 3,
        {"forgets to divide": lambda a, b: a * b**3, "gives the value at the end": lambda a, b: a * b**2},
    ),
    "calc-product-rule": Solver(
        lambda c: c * c + 2 * c, {"multiplies the derivatives": lambda c: 2 * c, "only one term": lambda c: c * c}
    ),
    "calc-second-order": Solver(
        lambda a, b, c, h: a + b * h + c * h * h / 2,
        {
            "forgets the half": lambda a, b, c, h: a + b * h + c * h * h,
            "first order only": lambda a, b, c, h: a + b * h,
        },
    ),
    "calc-gradient-component": Solver(
        lambda a, b, c: b * b + 2 * a * c,
        {
            "derivative with respect to x": lambda a, b, c: 2 * b * c,
            "both derivatives": lambda a, b, c: 2 * b * c + b * b + 2 * a * c,
        },
    ),
    "calc-gradient-norm": Solver(
        lambda a, b: hypot(2 * a, 2 * b),
        {"adds the parts": lambda a, b: 2 * a + 2 * b, "forgets the exponent": lambda a, b: hypot(a, b)},
    ),
}
