"""One switch per source of claims: trusted as a whole or not at all.

Every way to set the switches is a hypothesis with a Gaussian of its own. Their weights start from the
prior trust and move by how well each predicted the verified answers.
"""

from collections import Counter
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.constants import TrustNumbers
from headway.learner.normal import Floats
from headway.learner.sites import Site


class Switches(msgspec.Struct, frozen=True, eq=False):
    """source -> switch; trusted[h, i]: whether hypothesis h trusts switch i. Row 0 trusts all."""

    of: dict[str, int]
    trusted: NDArray[np.bool_]
    start: Floats
    limit: float


def switches_for(claims: list[Site], numbers: TrustNumbers) -> Switches:
    """The sources that say most have a switch each; those beyond the limit share the last one."""
    said = Counter(site.source for site in claims if not site.implied)
    ranked = sorted(said, key=lambda source: (-said[source], source))
    count = min(len(ranked), numbers.most_switches)
    of = {source: min(i, count - 1) for i, source in enumerate(ranked)}
    trusted = np.array([[not h >> i & 1 for i in range(count)] for h in range(2**count)], dtype=np.bool_)
    trusted = trusted.reshape(2**count, count)
    start = np.where(trusted, log(numbers.start), log(1.0 - numbers.start)).sum(axis=1)
    return Switches(of, trusted, start, numbers.limit)


def believed(switches: Switches, claims: list[Site]) -> NDArray[np.bool_]:
    """[hypothesis, claim]: which hypotheses take which claims into account."""
    return switches.trusted[:, said_by(switches, claims)]


def said_by(switches: Switches, claims: list[Site]) -> NDArray[np.intp]:
    """The switch of each claim's source."""
    return np.array([switches.of[site.source] for site in claims], dtype=np.intp)


def weights(switches: Switches, evidence: Floats) -> Floats:
    """Weights of the hypotheses. evidence: log-probability each gave to the verified answers."""
    score = switches.start + np.maximum(evidence - evidence.max(), -switches.limit)
    share = np.exp(score - score.max())
    return np.asarray(share / share.sum())


def trust(switches: Switches, weight: Floats) -> dict[str, float]:
    """Probability that each source is to be trusted, by source."""
    return {source: round(float(weight[switches.trusted[:, i]].sum()), 6) for source, i in sorted(switches.of.items())}
