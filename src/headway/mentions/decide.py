"""Keep or drop a candidate: what the rules settle first, then the weighted features."""

from math import exp

from headway.mentions.features import Context, Facts, Seen, facts_of, look, names
from headway.mentions.scan import Candidate
from headway.mentions.weights import Weights

_BOUND = 30.0
_MOST_KNOWN = 200_000


class Decision:
    """Confidence that a careful reader would mark a candidate: 1 / (1 + exp(-sum of weights))."""

    def __init__(self, weights: Weights) -> None:
        self.threshold = weights.threshold
        self._weights = weights.features
        self._aliases = weights.aliases
        self._known: dict[Seen, float] = {}

    def confidence(self, candidate: Candidate, context: Context) -> float:
        """0 where a rule forbids it, and for the other meaning of a name without a word that tells it."""
        if (candidate.form.strict and not context.has_cue(candidate)) or self.forbids(candidate, context):
            return 0.0
        seen = look(candidate, context)
        total = self._known.get(seen)
        if total is None:
            total = self._weigh(seen)
        total += self._aliases.get(candidate.form.key, 0.0)
        if not -_BOUND < total < _BOUND:
            total = _BOUND if total > 0 else -_BOUND
        return 1.0 / (1.0 + exp(-total))

    @staticmethod
    def forbids(candidate: Candidate, context: Context) -> bool:
        """Boilerplate of the law, the subject of a degree, a company, a team, a job's title, the page's headings."""
        line = candidate.line
        if candidate.form.title and not context.asked_before(candidate) and not context.layout.is_title(line):
            return True
        ruled = context.ruled.get(line)
        if ruled is None:
            return False
        if "legal" in ruled or ("chrome" in ruled and context.layout.is_chrome(line, candidate.surface)):
            return True
        named = candidate.form.kind == "tech" or candidate.surface[:1].isupper()
        if "firms" in ruled and named and context.names_firm(candidate):
            return True
        if candidate.form.kind != "concept":
            return False
        return ("parties" in ruled and context.names_party(candidate)) or (
            "degree" in ruled and context.in_degree(candidate)
        )

    def _weigh(self, seen: Seen) -> float:
        """Sum of the weights of what holds; the last results are kept, as postings are alike."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        found: Facts = facts_of(seen)
        total = self._known[seen] = sum(self._weights.get(name, 0.0) for name in names(found))
        return total
