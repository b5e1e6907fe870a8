"""Whether calibrated questions foretell the answers of people they were not fitted to: k-fold, by person."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from headway.assessment.calibrate import FEWEST, POINTS, Answered, Fitted, Start, calibrate

WEIGHT = np.exp(-0.5 * POINTS**2) / np.exp(-0.5 * POINTS**2).sum()


class Crossed(msgspec.Struct, frozen=True, kw_only=True):
    """Mean log-loss (nats an answer) of people left out, by the start values and by the fitted ones; answers judged."""

    before: float
    after: float
    answers: int
    folds: int

    @property
    def better(self) -> bool:
        return self.answers > 0 and self.after < self.before


def cross_check(answers: Sequence[Answered], starts: Mapping[str, Start], folds: int) -> Crossed:
    """Fit on all folds but one, judge on that one, in turn: every item that the fit of all answers moves, though fewer
    than it asks for are left without a fold. Each group of one ability (`Answered.person`) is judged by its marginal
    likelihood. People are what stands before the first slash.
    """
    counts = Counter(answer.item for answer in answers)
    starts = {item: start for item, start in starts.items() if counts[item] >= FEWEST}
    known = [answer for answer in answers if answer.item in starts]
    people = sorted({_person(answer) for answer in known})
    place = {person: i % folds for i, person in enumerate(people)}
    before = after = 0.0
    judged = 0
    for fold in range(folds):
        fitted = calibrate([a for a in known if place[_person(a)] != fold], starts, fewest=1)
        out = [a for a in known if place[_person(a)] == fold and a.item in fitted]
        before += _loss(out, starts)
        after += _loss(out, {item: _moved(starts[item], found) for item, found in fitted.items()})
        judged += len(out)
    share = max(judged, 1)
    return Crossed(before=before / share, after=after / share, answers=judged, folds=folds)


def _person(answer: Answered) -> str:
    return answer.person.split("/", 1)[0]


def _moved(start: Start, found: Fitted) -> Start:
    return msgspec.structs.replace(start, a=found.a, b=found.b)


def _loss(answers: Sequence[Answered], values: Mapping[str, Start]) -> float:
    """Sum over groups of -log of the marginal likelihood of their answers."""
    groups: dict[str, np.ndarray] = {}
    for answer in answers:
        value = values[answer.item]
        ease = value.a * (POINTS - value.threshold - value.b)
        right = value.guess + (1 - value.guess - value.slip) / (1 + np.exp(-ease))
        groups.setdefault(answer.person, np.zeros(len(POINTS)))
        groups[answer.person] += np.log(right if answer.right else 1 - right)
    tops = ((logged, logged.max()) for logged in groups.values())  # of many answers the likelihood itself is 0
    return float(sum(-top - np.log(np.exp(logged - top) @ WEIGHT) for logged, top in tops))
