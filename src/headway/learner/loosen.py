"""What the first things shown say of somebody of whom no document is believed.

The base rates of the prior are guesses about people of whom nothing is known. Whoever shows something is further along
than that, most of all near what they show: so each skill's mean moves from 0 towards its threshold of being aware,

    m_x = strength * max(t_x1, 0) * q / (q + after)        q = sum over what was shown of rho_xs^2

with rho the map's tie (1 for the skill itself). What is rare by the guess moves most, nothing passes an even chance of
being aware, what was not shown (a wrong answer) moves nothing, and without proof all stays as it was.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.sites import Site
from headway.learner.start import Start


def shown_rows(proof: Sequence[Site]) -> list[int]:
    """The skills that proof shows, each time that a piece holds."""
    return [site.row for site in proof if site.shares[0][0].holds]


def nearness(prior: Prior, rows: list[int] | slice, others: list[int]) -> Floats:
    """rho^2 [row, other]; 1 for the same skill. O(rows x others x factors)."""
    same = np.arange(len(prior.ids))[rows][:, None] == np.array(others)[None, :]
    return np.where(same, 1.0, prior.ties(rows, others) ** 2)


def means(prior: Prior, rows: list[int] | slice, near: Floats) -> Floats:
    """Means of these skills where no document is believed. near[row, piece]: `nearness` to each thing shown."""
    cold, total = prior.numbers.prior.cold, near.sum(axis=1)
    aware = np.maximum(prior.thresholds[rows, 0], 0.0)
    return np.asarray(cold.shown * aware * total / (total + cold.shown_after))


def loosened(prior: Prior, start: Start, proof: Sequence[Site]) -> Start:
    """The start of a person who has shown this: the hypotheses that believe no document begin from other means."""
    shown, every = shown_rows(proof), slice(None)
    if not shown or not start.cold.any():
        return start
    moved = start.means.copy()
    moved[start.cold] = means(prior, every, nearness(prior, every, shown))
    return msgspec.structs.replace(start, means=moved)
