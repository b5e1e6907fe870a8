"""What the answers to a test say of the base rates of somebody of whom there is no document.

The base rates of the prior are guesses about people of whom nothing is known. Whoever answers questions rightly is
further along than that, most of all near what they know: so each skill's mean moves from 0 towards its threshold of
being aware,

    m_x = max(t_x1, 0) * min(1, strength * r / (r + w + before)) * n / (n + after)

with r and w the right and the wrong answers, each weighed by rho_xs^2, the map's tie squared (1 for the skill itself):
the share of right answers near the skill; and n the right ones in all, since one or two say little of a person. What is
rare by the guess moves most, nothing passes an even chance of being aware, and without a right answer all stays as it
was. Labs and code do not count here: the person chose them, and only what succeeded is there to be seen. Beside a
document nothing moves: its silence speaks a little against what it leaves out, as the low base rates say.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.sites import Site
from headway.learner.start import Start


class Answers(msgspec.Struct, frozen=True):
    """The skills asked about, once for each answer: row, and 1 where it was right, else 0."""

    rows: list[int]
    right: Floats


def answers(proof: Sequence[Site]) -> Answers:
    """The answers among proof."""
    pieces = [(site.row, site.shares[0][0]) for site in proof]
    asked = [(row, piece.holds) for row, piece in pieces if piece.kind == "test-answer"]
    return Answers([row for row, _ in asked], np.array([holds for _, holds in asked], dtype=np.float64))


def nearness(prior: Prior, rows: list[int] | slice, others: list[int]) -> Floats:
    """rho^2 [row, other]; 1 for the same skill. O(rows x others x factors)."""
    same = np.arange(len(prior.ids))[rows][:, None] == np.array(others)[None, :]
    return np.where(same, 1.0, prior.ties(rows, others) ** 2)


def means(prior: Prior, rows: list[int] | slice, near: Floats, given: Answers) -> Floats:
    """Means of these skills where no document is believed. near[row, answer]: `nearness` to the skill asked about."""
    cold, right = prior.numbers.prior.cold, given.right.sum()
    share = np.minimum(cold.shown * (near @ given.right) / (near.sum(axis=1) + cold.shown_before), 1.0)
    return np.asarray(np.maximum(prior.thresholds[rows, 0], 0.0) * share * (right / (right + cold.shown_after)))


def loosened(prior: Prior, start: Start, proof: Sequence[Site]) -> Start:
    """The start of a person without a document who answered so."""
    given, every = answers(proof), slice(None)
    if not given.right.any() or not start.cold.all():
        return start
    moved = start.means.copy()
    moved[start.cold] = means(prior, every, nearness(prior, every, given.rows), given)
    return msgspec.structs.replace(start, means=moved)
