"""Somebody of whom there is no document: does what they know follow the map, or not?

Nothing tells beforehand, so there are two hypotheses, each with a Gaussian of its own, and the answers weigh them as
they weigh the trust in sources (`trust`).

1. Skills are tied as the map says; but what they know in general and in an area is open further, each skill by itself,
   and so is how much rarer in them each step of needs makes a skill. With h the steps of needs below a skill, from
   the mean:  rho'_xs = (rho_xs + general + area [same area] + step h_x h_s) / (d_x d_s),  d^2 = 1 + general + area +
   own + step h^2.
2. Any two skills are tied alike and weakly, whatever needs what.

Before the first answer both say the same of every skill, so nothing changes by them.
"""

from collections.abc import Sequence
from math import log

import msgspec
import numpy as np

from headway.learner.constants import Unheard
from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.sites import Site
from headway.learner.trust import Switches


def with_doubt(switches: Switches, claims: Sequence[Site], numbers: Unheard) -> Switches:
    """The hypotheses about a person: those about the sources of claims, or the two where nobody claims anything."""
    if claims:
        return switches
    start = np.array([log(1.0 - numbers.unmapped), log(numbers.unmapped)])
    return msgspec.structs.replace(switches, trusted=np.zeros((2, 0), dtype=np.bool_), start=start)


def correlations(prior: Prior, rows: list[int] | slice, others: list[int], ties: Floats) -> Floats:
    """[hypothesis, row, other]: correlation of different skills. ties: the map's own. O(rows x others)."""
    numbers = prior.numbers.prior.unheard
    height = prior.steps - prior.steps.mean()
    deviation = np.sqrt(1.0 + numbers.general + numbers.area + numbers.own + numbers.step * height**2)
    near = prior.areas[rows][:, None] == prior.areas[others]
    shared = numbers.general + numbers.area * near + numbers.step * height[rows][:, None] * height[others]
    mapped = (ties + shared) / (deviation[rows][:, None] * deviation[others])
    return np.stack([mapped, np.full_like(mapped, numbers.unmapped_tie)])
