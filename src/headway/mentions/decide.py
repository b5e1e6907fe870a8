"""Keep or drop a candidate: what the rules settle first, then the weighted features."""

from math import exp

from headway.mentions.features import Context, features
from headway.mentions.scan import Candidate
from headway.mentions.weights import Profile

_BOUND = 30.0


class Decision:
    """Confidence that a careful reader would mark a candidate: 1 / (1 + exp(-sum of weights))."""

    def __init__(self, profile: Profile) -> None:
        self.threshold = profile.threshold
        self._weights = profile.features
        self._aliases = profile.aliases

    def confidence(self, candidate: Candidate, context: Context) -> float:
        """0 where a rule forbids it: boilerplate about the law and equal opportunity names no skill."""
        line = context.layout.line_at(candidate.start)
        if context.layout.sections[line] == "legal" or "legal" in context.line_signals.get(line, ()):
            return 0.0
        weights = self._weights
        total = sum([weights[name] for name in features(candidate, context) if name in weights])
        total += self._aliases.get(alias_key(candidate), 0.0)
        return 1.0 / (1.0 + exp(-max(-_BOUND, min(_BOUND, total))))


def alias_key(candidate: Candidate) -> str:
    """The name of an alias in the weights: its skill and its folded form."""
    return f"{candidate.form.skill}|{candidate.form.alias}"
