"""Solvers: responsible use."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "resp-demographic-parity": Solver(
        lambda a, n1, b, n2: a / n1 - b / n2,
        {
            "shares of the accepted": lambda a, n1, b, n2: (a - b) / (a + b),
            "ratio": lambda a, n1, b, n2: (a / n1) / (b / n2),
        },
    ),
    "resp-disparate-impact": Solver(
        lambda a, b: b / a, {"the wrong way round": lambda a, b: a / b, "difference": lambda a, b: a - b}
    ),
    "resp-equal-opportunity": Solver(
        lambda a, b: a / 80 - b / 50, {"counts": lambda a, b: a - b, "over all qualified": lambda a, b: (a - b) / 130}
    ),
    "resp-shap-sum": Solver(
        lambda m, a, b, c: m + a + b + c,
        {"without the mean": lambda m, a, b, c: a + b + c, "sizes": lambda m, a, b, c: m + a + abs(b) + c},
    ),
    "resp-dp-laplace": Solver(lambda e: 1 / e, {"epsilon itself": lambda e: e, "its square": lambda e: 1 / e**2}),
}
SOLVERS["resp-gap-in-true-positives"] = SOLVERS["resp-equal-opportunity"]
