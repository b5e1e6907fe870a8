"""Solvers: neural networks."""

from math import exp, hypot

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "nn-parameter-count": Solver(
        lambda a, b, c: a * b + b + b * c + c,
        {"forgets the biases": lambda a, b, c: a * b + b * c, "multiplies all": lambda a, b, c: a * b * c},
    ),
    "nn-forward-relu": Solver(
        lambda a, b, c: max(0, a + 2 * b + c),
        {"forgets the bias": lambda a, b, c: max(0, a + 2 * b), "adds the inputs": lambda a, b, c: a + b + c + 3},
    ),
    "nn-sigmoid-value": Solver(
        lambda z: 1 / (1 + exp(-z)), {"wrong sign": lambda z: 1 / (1 + exp(z)), "the exponential": lambda z: exp(z)}
    ),
    "nn-vanishing-sigmoid": Solver(
        lambda n: 0.25**n, {"adds the slopes": lambda n: 0.25 * n, "divides by the layers": lambda n: 0.25 / n}
    ),
    "nn-sigmoid-chain": Solver(
        lambda n: 0.25**n, {"adds the slopes": lambda n: 0.25 * n, "divides by the layers": lambda n: 0.25 / n}
    ),
    "nn-backprop-square": Solver(
        lambda w, x, t: 2 * (w * x - t) * x,
        {"forgets the input": lambda w, x, t: 2 * (w * x - t), "forgets the two": lambda w, x, t: (w * x - t) * x},
    ),
    "nn-backprop-two-layers": Solver(
        lambda a, b, x: a * b if a * x > 0 else 0,
        {"a negative weight closes the unit": lambda a, b, x: 0, "the value": lambda a, b, x: b * max(0, a * x)},
    ),
    "nn-backprop-sum-node": Solver(
        lambda x: 9 * x * x, {"one way only": lambda x: 6 * x * x, "multiplies the slopes": lambda x: 2 * x * 3}
    ),
    "nn-softmax-ce-gradient": Solver(
        lambda p: p - 1, {"the probability": lambda p: p, "slope of the logarithm": lambda p: -1 / p}
    ),
    "nn-tensor-shape-linear": Solver(
        lambda n, d, k: n * k, {"the weights": lambda n, d, k: d * k, "the input": lambda n, d, k: n * d}
    ),
    "nn-batchnorm-value": Solver(
        lambda a, b: 1,
        {"subtracts the mean only": lambda a, b: (b - a) / 2, "scales to the largest": lambda a, b: b / (b - a)},
    ),
    "nn-batchnorm-scaled": Solver(
        lambda a, b, g, s: g + s,
        {
            "subtracts the mean only": lambda a, b, g, s: g * (b - a) / 2 + s,
            "forgets the shift": lambda a, b, g, s: g,
            "shifts before it scales": lambda a, b, g, s: g * (1 + s),
        },
    ),
    "nn-gradient-clip": Solver(
        lambda a, b: a / hypot(a, b),
        {"clips each part": lambda a, b: 1, "divides by the sum": lambda a, b: a / (a + b)},
    ),
    "nn-data-parallel": Solver(
        lambda g, b, k: g * b * k, {"one GPU": lambda g, b, k: b * k, "forgets to accumulate": lambda g, b, k: g * b}
    ),
}
SOLVERS["nn-batch-over-many-gpus"] = SOLVERS["nn-data-parallel"]
