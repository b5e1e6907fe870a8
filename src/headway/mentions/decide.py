"""Keep or drop a candidate: what the rules settle first, then the weighted features."""

from math import exp

from headway.mentions.features import Context, Facts, facts, names
from headway.mentions.scan import Candidate
from headway.mentions.weights import Weights

_BOUND = 30.0
_MOST_KNOWN = 50_000


class Decision:
    """Confidence that a careful reader would mark a candidate: 1 / (1 + exp(-sum of weights))."""

    def __init__(self, weights: Weights) -> None:
        self.threshold = weights.threshold
        self._weights = weights.features
        self._aliases = weights.aliases
        self._known: dict[Facts, float] = {}

    def confidence(self, candidate: Candidate, context: Context) -> float:
        """0 where a rule forbids it."""
        if self.forbids(candidate, context):
            return 0.0
        total = self._weigh(facts(candidate, context)) + self._aliases.get(candidate.form.key, 0.0)
        return 1.0 / (1.0 + exp(-max(-_BOUND, min(_BOUND, total))))

    @staticmethod
    def forbids(candidate: Candidate, context: Context) -> bool:
        """Boilerplate of the law, the subject of a degree, the page's own headings."""
        line = candidate.line
        signals = context.line_signals.get(line, ())
        if context.layout.sections[line] == "legal" or "legal" in signals:
            return True
        if line in context.layout.chrome and context.layout.is_chrome(line, candidate.surface):
            return True
        return "degree" in signals and candidate.form.kind == "concept" and context.in_degree(candidate)

    def _weigh(self, found: Facts) -> float:
        """Sum of the weights of what holds; the last results are kept, as postings are alike."""
        total = self._known.get(found)
        if total is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            total = self._known[found] = sum(self._weights.get(name, 0.0) for name in names(found))
        return total
