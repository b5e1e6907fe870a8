"""What the answers to a test say of the base rates of somebody of whom there is no document.

The base rates of the prior are guesses about people of whom nothing is known. Whoever answers questions rightly is
further along than that. So each skill's mean moves from 0, its start, towards where its working level stands among
people who are further along,

    m_x = max(t_x2 - stands_x, 0) * min(1, strength * r / n) * r / (r + after)
    stands_x = from + per_step * (steps of needs below x), or the same for all where the map says nothing (`unheard`)

with r the right ones of n answers: their share, and that one or two say little of a person. Nothing passes an even
chance of working level by it, a wrong answer never lifts anything, and without a right answer all stays as it was. Labs
and code do not count here: the person chose them, and only what succeeded is there to be seen. Beside a document
nothing moves: its silence speaks a little against what it leaves out, as the low base rates say.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from headway.learner.normal import Floats
from headway.learner.prior import WORKING, Prior
from headway.learner.sites import Site
from headway.learner.start import Start


def share_moved(prior: Prior, proof: Sequence[Site]) -> float:
    """How far on the way who answered so is taken: 0 to 1."""
    numbers = prior.numbers.prior.unheard
    pieces = [site.shares[0][0] for site in proof]
    right = [piece.holds for piece in pieces if piece.kind == "test-answer"]
    if not any(right):
        return 0.0
    return min(numbers.shown * sum(right) / len(right), 1.0) * sum(right) / (sum(right) + numbers.shown_after)


def means(prior: Prior, rows: list[int] | slice, share: float) -> Floats:
    """Means [hypothesis of `unheard`, skill] of these skills. share: see `share_moved`."""
    numbers = prior.numbers.prior.unheard
    mapped = numbers.shown_from + numbers.shown_per_step * prior.steps[rows]
    stands = np.stack([mapped, np.full_like(mapped, numbers.unmapped_from)])
    return np.asarray(share * np.maximum(prior.thresholds[rows, WORKING] - stands, 0.0))


def loosened(prior: Prior, start: Start, proof: Sequence[Site]) -> Start:
    """The start of a person without a document who answered so."""
    share = share_moved(prior, proof)
    if not share or not start.cold.all():
        return start
    return msgspec.structs.replace(start, means=means(prior, slice(None), share))
