"""Whether a posting says that the employer sponsors a visa: offered, refused, or silent."""

from headway.postings.lines import Lines
from headway.postings.model import Visa
from headway.postings.sentences import sentence_around
from headway.postings.signals import Places
from headway.postings.words import VisaWords, patterns


def visa_of(lines: Lines, signals: Places) -> tuple[Visa, tuple[int, int] | None]:
    """What the first sentence that says something says, and where it stands. A sentence that refuses does not offer."""
    done = -1
    for start, end in signals.get("visa", ()):
        line = lines.at(start)
        if line is None or end <= done:
            continue
        begin, done = sentence_around(lines.low, start, end, line.start, line.end)
        sentence = lines.low[begin:done]
        if patterns(VisaWords, "drop").search(sentence):
            continue
        for kind in _SAYS:
            if patterns(VisaWords, kind).search(sentence):
                return kind, (begin + len(sentence) - len(sentence.lstrip()), begin + len(sentence.rstrip()))
    return "unstated", None


_SAYS: tuple[Visa, ...] = ("refused", "offered")
