"""Solvers: generative models."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ge-seconds-of-diffusion": Solver(
        lambda n, s, t: n * s * 2 * t / 1000,
        {
            "one run a step": lambda n, s, t: n * s * t / 1000,
            "one picture": lambda n, s, t: s * 2 * t / 1000,
            "the prompt is run once": lambda n, s, t: n * (s + 1) * t / 1000,
        },
    ),
    "ge-smaller-in-latent-space": Solver(
        lambda f, c: f * f * 3 / c,
        {
            "forgets the channels": lambda f, c: f * f,
            "one direction": lambda f, c: f * 3 / c,
            "exchanges the channels": lambda f, c: f * f * c / 3,
        },
    ),
    "ge-variance-with-noise": Solver(
        lambda v, a: a * v + 1 - a,
        {
            "roots weigh variances": lambda v, a: a**0.5 * v + (1 - a) ** 0.5,
            "noise takes nothing away": lambda v, a: v + 1 - a,
            "exchanges the parts": lambda v, a: (1 - a) * v + a,
        },
    ),
    "ge-hours-saved-by-drafts": Solver(
        lambda n, c, p, m: n * (p / 100 * m - c) / 60,
        {
            "checking takes no time": lambda n, c, p, m: n * p / 100 * m / 60,
            "only what is used is checked": lambda n, c, p, m: n * p / 100 * (m - c) / 60,
            "all can be used": lambda n, c, p, m: n * (m - c) / 60,
        },
    ),
}
