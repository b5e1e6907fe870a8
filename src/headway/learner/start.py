"""Where each skill starts once the claims are heard: mean and variance, skill by skill.

A CV is a list that somebody chose: out of eight hundred skills it names the strong ones and is silent about all
others, so forty names are what anyone of ordinary ability can give. What is named is therefore no sign of ability in
general: a claim moves its own skill, and what that skill takes (`implied`), and nothing else. Only proof is
passed on through the map.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.sites import Site
from headway.learner.update import tilt


class Start(msgspec.Struct, frozen=True, eq=False):
    """Per hypothesis (first axis) and skill (second): mean, variance, and what is left of its ties to
    others (1 where no claim is believed).
    """

    means: Floats
    variances: Floats
    ties: Floats


def start_of(prior: Prior, claims: list[Site], believed: NDArray[np.bool_]) -> Start:
    """believed[h, i]: does hypothesis h take claim i."""
    shape = (believed.shape[0], len(prior.ids))
    start = Start(np.zeros(shape), np.ones(shape), np.ones(shape))
    left = prior.numbers.prior.structure.claimed_ties**0.5
    about: dict[int, list[int]] = {}
    for i, site in enumerate(claims):
        about.setdefault(site.row, []).append(i)
    for row, own in about.items():
        thresholds = prior.thresholds[row].tolist()
        for h in range(shape[0]):
            taken = [claims[i] for i in own if believed[h, i]]
            if taken:
                start.means[h, row], start.variances[h, row] = alone(taken, thresholds, prior.named_scale(row))
                start.ties[h, row] = left
    return start


def alone(sites: Sequence[Site], thresholds: Sequence[float], named: tuple[float, float]) -> tuple[float, float]:
    """Mean and variance of one skill after these sites, without the map. named: mean and standard deviation of the
    skill among those who name it; a site that does so is read, and fades, on their scale.
    """
    middle, scale = scale_of(sites, named)
    own = [(t - middle) / scale for t in thresholds]
    mean, variance = 0.0, 1.0
    for site in sites:
        push, pull, _ = tilt(mean, variance, site, own)
        mean, variance = mean + variance * push, variance + pull * variance * variance
    return middle + scale * mean, scale * scale * variance


def scale_of(sites: Sequence[Site], named: tuple[float, float]) -> tuple[float, float]:
    """Mean and standard deviation that a skill starts from: those of `named` where a site names it, else 0 and 1."""
    return named if any(site.named for site in sites) else (0.0, 1.0)
