"""What time without use leaves of a skill.

Ability drifts back towards the prior like an Ornstein-Uhlenbeck process: with r left of it, ability
now and ability then have correlation r, so the mean is lowered to r times itself and the variance
widened to r^2 v + 1 - r^2. `update` uses this exactly; nothing else needs to know of time.
"""

import datetime as dt
from math import exp2

from headway.learner.model import Evidence

DAYS_PER_MONTH = 365.2425 / 12


def retention(months: float, half_life: float, keep: float) -> float:
    """r = keep + (1 - keep) 2^(-months / half_life): 1 when just used, never below `keep`."""
    return keep + (1.0 - keep) * exp2(-max(months, 0.0) / half_life)


def age_months(evidence: Evidence, today: dt.date, undated: float) -> float:
    """Months from the last use that a piece of evidence speaks of to today; a future date is today."""
    when = evidence.last_used or evidence.date
    if when is None:
        return undated
    return max((today - when).days / DAYS_PER_MONTH, 0.0)
