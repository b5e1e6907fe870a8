"""One switch per source of claims: trusted as a whole or not (dated use keeps a little: `start.heard_as`).

Every way to set the switches is a hypothesis with a Gaussian of its own. Their weights start from the
prior trust and move by how well each predicted the verified answers: claims that failed are counted, not answers.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.constants import TrustNumbers
from headway.learner.normal import Floats
from headway.learner.sites import Site


class Switches(msgspec.Struct, frozen=True, eq=False):
    """source -> switch; trusted[h, i]: whether hypothesis h trusts switch i. Row 0 trusts all. limit, each_skill: most
    log-odds between hypotheses, in all and by the answers about one skill.
    """

    of: dict[str, int]
    trusted: NDArray[np.bool_]
    start: Floats
    limit: float
    each_skill: float


def switches_for(claims: list[Site], numbers: TrustNumbers) -> Switches:
    """The sources that say most have a switch each; those beyond the limit share the last one."""
    said = Counter(site.source for site in claims if not site.implied)
    ranked = sorted(said, key=lambda source: (-said[source], source))
    count = min(len(ranked), numbers.most_switches)
    of = {source: min(i, count - 1) for i, source in enumerate(ranked)}
    trusted = np.array([[not h >> i & 1 for i in range(count)] for h in range(2**count)], dtype=np.bool_)
    trusted = trusted.reshape(2**count, count)
    start = np.where(trusted, log(numbers.start), log(1.0 - numbers.start)).sum(axis=1)
    return Switches(of, trusted, start, numbers.limit, numbers.each_skill)


def believed(switches: Switches, claims: list[Site]) -> NDArray[np.bool_]:
    """[hypothesis, claim]: which hypotheses take which claims into account."""
    return switches.trusted[:, said_by(switches, claims)]


def said_by(switches: Switches, claims: list[Site]) -> NDArray[np.intp]:
    """The switch of each claim's source."""
    return np.array([switches.of[site.source] for site in claims], dtype=np.intp)


def capped(switches: Switches, evidence: Floats, proof: Sequence[Site]) -> Floats:
    """Log-probability of each verified answer under each hypothesis [h, site], below the hypothesis that foresaw the
    answers about its skill best; all of one skill together put none further below than `each_skill`. Failed claims are
    counted so, not answers: five wrong ones about one skill are one claim that failed.
    """
    rows = np.array([site.row for site in proof], dtype=np.intp)
    found = np.zeros_like(evidence)
    for row in np.unique(rows):
        own = rows == row
        total = evidence[:, own].sum(axis=1)
        behind = evidence[:, own] - evidence[total.argmax(), own]
        gap = np.maximum(total.max() - total, 1e-300)
        found[:, own] = behind * np.minimum(switches.each_skill / gap, 1.0)[:, None]
    return found


def weights(switches: Switches, evidence: Floats) -> Floats:
    """Weights of the hypotheses. evidence: log-probability each gave to the verified answers (`capped`)."""
    score = switches.start + np.maximum(evidence - evidence.max(), -switches.limit)
    share = np.exp(score - score.max())
    return np.asarray(share / share.sum())


def trust(switches: Switches, weight: Floats) -> dict[str, float]:
    """Probability that each source is to be trusted, by source."""
    return {source: round(float(weight[switches.trusted[:, i]].sum()), 6) for source, i in sorted(switches.of.items())}
