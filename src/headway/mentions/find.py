"""Text to mentions: the door of this room."""

from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import Any, Literal

import msgspec

from headway.knowledge.model import Lexicon
from headway.mentions.decide import Decision
from headway.mentions.features import Context
from headway.mentions.kept import spelt_out
from headway.mentions.layout import Layout
from headway.mentions.model import Mention, TextBlock
from headway.mentions.patterns import Patterns
from headway.mentions.resolve import elided_heads, longest_first
from headway.mentions.scan import Candidate, Scanner
from headway.mentions.spans import Mark, read_spans
from headway.mentions.trim import Trim
from headway.mentions.weights import SpanWeights, Weights, load_span_weights, load_weights

_SURE = (0.4, 0.7)
_BOUND = 30.0
Profile = Literal["default", "skillspan"]


class Finder:
    """Finds mentions of a lexicon's skills. The automaton is built on first use and again in each process.

    profile: `default`; or `skillspan`, a slower second reader that marks what the annotators of that data set would,
    for comparison and for finding names the skill map lacks (their skill id is empty). cache: folder in which what the
    lexicon's names are spelled out into may be kept. weights, spans: others than the shipped ones, for training.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        profile: Profile = "default",
        weights: Weights | None = None,
        spans: SpanWeights | None = None,
        cache: Path | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.profile = profile
        self.weights = weights
        self.spans = spans
        self.cache = cache
        self._scanner: Scanner | None = None
        self._decision: Decision | None = None
        self._trim: Trim | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("lexicon", "profile", "weights", "spans", "cache")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    def find(self, text: str | Sequence[TextBlock]) -> list[Mention]:
        """Mentions in order of position, not overlapping. Positions count in the whole text, from a block's offset."""
        blocks = [TextBlock(text)] if isinstance(text, str) else text
        read = self._in_block if self.profile == "default" else self._spans_in_block
        return [mention for block in blocks for mention in read(block)]

    def marks(self, text: str) -> list[Mark]:
        """What the scan finds, kept or not, as the span reader hears of it: kind and how sure."""
        scanner, decision = self._ready()
        found = scanner.scan(text)
        context = Context(text, found, Layout(text))
        longest = longest_first([c for c in found.candidates if not c.form.strict], lambda _: True, len(text))
        sure = [decision.confidence(c, context) for c in longest]
        return [
            (c.start, c.end, f"{c.form.kind}{sum(p > bound for bound in _SURE)}")
            for c, p in zip(longest, sure, strict=True)
        ]

    @property
    def scanner(self) -> Scanner:
        """Of the lexicon's names."""
        return self._ready()[0]

    @property
    def trim(self) -> Trim:
        """Cuts names of the lexicon."""
        if self._trim is None:
            self._trim = Trim(self.scanner.patterns)
        return self._trim

    def _ready(self) -> tuple[Scanner, Decision]:
        if self._scanner is None or self._decision is None:
            self._scanner = Scanner(Patterns(spelt_out(self.lexicon, self.cache)))
            self._decision = Decision(self.weights or load_weights())
        return self._scanner, self._decision

    def _in_block(self, block: TextBlock) -> list[Mention]:
        found = self.scanner.scan(block.text)
        if not found.candidates:
            return []
        context = Context(block.text, found, Layout(block.text, block.section))
        return self.decided(context, block.offset)

    def decided(self, context: Context, offset: int = 0) -> list[Mention]:
        """The mentions of a scanned text."""
        scanner, decision = self._ready()
        found, text = context.found, context.text
        sure: dict[int, float] = {}

        def keep(candidate: Candidate) -> bool:
            sure[candidate.start] = decision.confidence(candidate, context)
            return sure[candidate.start] >= decision.threshold

        kept = longest_first(found.candidates, keep, len(text))
        halves = [c for c in elided_heads(kept, text, scanner.patterns) if keep(c)]
        kept = sorted(kept + halves, key=lambda c: c.start) if halves else kept
        return [self._mention(c, sure[c.start], offset) for c in kept]

    def _mention(self, c: Candidate, confidence: float, offset: int) -> Mention:
        skill = c.form.skill
        left, right = self.trim.cut(c.surface, skill)
        return Mention(
            start=c.start + left + offset,
            end=c.end - right + offset,
            text=c.surface[left : len(c.surface) - right],
            skill=skill,
            label=self.lexicon.labels[skill],
            kind=c.form.kind,
            confidence=round(confidence, 4),
        )

    def _spans_in_block(self, block: TextBlock) -> list[Mention]:
        spans = read_spans(block.text, self.marks(block.text), self.spans or load_span_weights())
        known = self._in_block(msgspec.structs.replace(block, offset=0))
        return [self._span(block, span, known) for span in spans]

    def _span(self, block: TextBlock, span: tuple[int, int, float], known: list[Mention]) -> Mention:
        """A span as a mention; its skill is that of the longest known name within it, or none."""
        start, end, support = span
        text = block.text[start:end]
        inside = [m for m in known if start <= m.start and m.end <= end]
        name = max(inside, key=lambda m: m.end - m.start, default=None)
        return Mention(
            start=start + block.offset,
            end=end + block.offset,
            text=text,
            skill=name.skill if name else "",
            label=name.label if name else text,
            kind=name.kind if name else "concept",
            confidence=round(1 / (1 + exp(-max(-_BOUND, min(_BOUND, support)))), 4),
        )
