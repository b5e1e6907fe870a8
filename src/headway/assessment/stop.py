"""When a test ends. Each reason is a sentence the person can read."""

from collections.abc import Sequence

from headway.assessment.choose import Outlook
from headway.assessment.estimate import Estimate
from headway.assessment.model import Aim, Session

FEWEST = 5
"""Questions asked before a measured reason ends a test: the first answers move everything."""
FEWEST_OVER_A_MAP = 10
"""The same for a test of many skills: without a CV what was not asked is believed too rare at first, so a few wrong
answers alone would make all look settled.
"""

REASONS = {
    "nothing-left": "There is no question left about what matters here.",
    "little": "No question left would tell much more.",
    "questions": "The number of questions agreed on has been asked.",
    "error": "The remaining error is small.",
    "settled": "No further answer could change what counts as known.",
    "person": "You ended it.",
}


def wrong_share(estimate: Estimate, aims: Sequence[Aim]) -> float:
    """Expected share of the aims, by weight, that are placed wrongly: sum w min(p, 1 - p) / sum w."""
    total = sum(aim.weight for aim in aims)
    rates = estimate.rates(aims).tolist()
    return sum(aim.weight * min(p, 1 - p) for aim, p in zip(aims, rates, strict=True)) / total if total else 0.0


def reason_to_stop(session: Session, estimate: Estimate, outlook: Outlook) -> str:
    """Why the test is over now (a key of REASONS), or nothing."""
    counted = sum(given.verdict != "skipped" for given in session.given)
    if len(session.given) >= session.limits.questions:
        return "questions"
    if not outlook.items:
        return "nothing-left"
    if counted < (FEWEST if session.single else FEWEST_OVER_A_MAP):
        return ""
    if session.single:
        if estimate.spread_of(session.aims[0].skill)[1] <= session.limits.standard_error:
            return "error"
    elif wrong_share(estimate, session.aims) <= session.limits.wrong_share:
        return "error"
    elif outlook.best <= session.limits.worth:
        return "little"
    return "settled" if outlook.settled else ""
