"""Text to mentions: the door of this room."""

from collections.abc import Sequence
from typing import Any

from headway.knowledge.model import Lexicon
from headway.mentions.decide import Decision
from headway.mentions.features import Context
from headway.mentions.layout import Layout
from headway.mentions.model import Mention, TextBlock
from headway.mentions.patterns import Patterns
from headway.mentions.resolve import elided_heads, longest_first
from headway.mentions.scan import Candidate, Scanner
from headway.mentions.weights import Weights, load_weights
from headway.mentions.words import load_words


class Finder:
    """Finds mentions of a lexicon's skills. The automaton is built on first use and again in each process.

    profile: `default`, or `skillspan` to judge as the annotators of that data set did (for comparison only).
    weights: others than the shipped ones, for training.
    """

    def __init__(self, lexicon: Lexicon, profile: str = "default", weights: Weights | None = None) -> None:
        self.lexicon = lexicon
        self.profile = profile
        self.weights = weights
        self._scanner: Scanner | None = None
        self._decision: Decision | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"lexicon": self.lexicon, "profile": self.profile, "weights": self.weights}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    def find(self, text: str | Sequence[TextBlock]) -> list[Mention]:
        """Mentions in order of position, not overlapping. Positions count in the whole text, from a block's offset."""
        blocks = [TextBlock(text)] if isinstance(text, str) else text
        return [mention for block in blocks for mention in self._in_block(block)]

    def _ready(self) -> tuple[Scanner, Decision]:
        if self._scanner is None or self._decision is None:
            self._scanner = Scanner(Patterns(self.lexicon, load_words()))
            self._decision = Decision((self.weights or load_weights()).profiles[self.profile])
        return self._scanner, self._decision

    def _in_block(self, block: TextBlock) -> list[Mention]:
        scanner, decision = self._ready()
        found = scanner.scan(block.text)
        if not found.candidates:
            return []
        context = Context(block.text, found, Layout(block.text, block.section))
        sure: dict[int, float] = {}

        def keep(candidate: Candidate) -> bool:
            sure[candidate.start] = decision.confidence(candidate, context)
            return sure[candidate.start] >= decision.threshold

        kept = longest_first(found.candidates, keep, len(block.text))
        halves = [c for c in elided_heads(kept, block.text, scanner.patterns) if keep(c)]
        kept = sorted(kept + halves, key=lambda c: c.start) if halves else kept
        return [self._mention(c, sure[c.start], block.offset) for c in kept]

    def _mention(self, c: Candidate, confidence: float, offset: int) -> Mention:
        skill = c.form.skill
        return Mention(
            start=c.start + offset,
            end=c.end + offset,
            text=c.surface,
            skill=skill,
            label=self.lexicon.labels[skill],
            kind=c.form.kind,
            confidence=round(confidence, 4),
        )


def find_mentions(text: str | Sequence[TextBlock], lexicon: Lexicon) -> list[Mention]:
    """Mentions of a lexicon's skills in one text. For many texts keep a Finder."""
    return Finder(lexicon).find(text)
