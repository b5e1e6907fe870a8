"""Seniority from a title, else from a clear sentence."""

import re
from functools import cache

from headway.postings.lines import Lines
from headway.postings.signals import Places
from headway.postings.words import RankWords, any_word, load
from headway.values import Seniority

_ORDER: tuple[Seniority, ...] = ("intern", "manager", "principal", "staff", "senior", "mid", "junior")
_BOTH = re.compile(
    r"\b(?P<one>mid|junior|senior|sr\.?|staff|lead|principal)(?:-level)?\s*(?:/|or|&|to|"
    r"-)\s*(?P<two>mid|junior|senior|sr\.?|staff|lead|principal)\b"
)
_SENTENCE = re.compile(
    r"(?:(?:as|seeking|looking for|hiring|for|join(?:ing)? us as|is|need)\s(?:a|an|our|the next)\s(?:\w+,? ){0,3}?)"
    r"(?P<rank>intern|internship|entry[- ]level|early[- ]career|junior|mid[- ]level|senior|sr\.?|staff|"
    r"principal|lead)(?:[- ]level)?"
    r"(?:\s(?:ic|individual contributor|role|position)|(?:\s[\w/&+-]+){0,5}?\s(?:engineer|"
    r"scientist|developer|analyst|researcher|architect|manager|designer|role|position)\b)"
)


def rank_in_title(title: str) -> tuple[Seniority, int, int] | None:
    """The rank a title states and where; of two with a slash the first. None where it states none, or all."""
    low = title.lower() if len(title.lower()) == len(title) else title
    if _several().search(low):
        return None
    bare = _not_a_rank().sub(lambda match: "~" * len(match[0]), low)
    both = _BOTH.search(bare)
    if both:
        word = both["one"].strip(".")
        return _rank_of(word), both.start("one"), both.end("one")
    for rank in _ORDER:
        for match in _ranks()[rank].finditer(bare):
            if _counts(bare, match, rank):
                return rank, match.start(), match.end()
    return None


def _counts(bare: str, match: re.Match[str], rank: Seniority) -> bool:
    """Numbers count at the end of the name of the job; some words only in front of it."""
    words = load(RankWords)
    before, after = bare[: match.start()], bare[match.end() :]
    if match[0] in words.numbers:
        follows = re.search(
            r"(?:engineer|scientist|analyst|developer|researcher|specialist|architect|sde|swe|"
            r"mle)\s*[-,]?\s*(?:level\s*)?$",
            before,
        )
        return (
            bool(follows)
            and not re.match(r"\s*(?:\w|\+)", after)
            and (len(match[0]) > 1 or match[0].isdigit() or match[0] == "i")
        )
    if match[0] in words.front_only:
        return (
            match[0] == "lead"
            or not re.search(r"\w", before.split("|")[0].split("(")[0])
            or match[0] in ("mid", "expert")
        )
    if match[0] == "manager":
        return not re.search(r"(?:product|project|program|account)\s*$", before)
    if rank == "manager" and match[0] in ("chief", "head"):
        return True
    return True


@cache
def _ranks() -> dict[Seniority, re.Pattern[str]]:
    return {rank: re.compile(any_word(words)) for rank, words in load(RankWords).ranks.items()}


@cache
def _not_a_rank() -> re.Pattern[str]:
    return re.compile(any_word(load(RankWords).not_a_rank))


@cache
def _several() -> re.Pattern[str]:
    return re.compile(any_word(load(RankWords).several))


def rank_in_text(lines: Lines, signals: Places) -> tuple[Seniority, int, int] | None:
    """A rank that a sentence outside the requirements plainly gives this job (`As a Staff Engineer you will ...`)."""
    for start, end in signals.get("rank", ()):
        line = lines.at(start)
        if line is None or line.section in ("required", "preferred", "legal", "benefits", "process", "about"):
            continue
        match = _SENTENCE.search(lines.low, max(line.start, start - 30), min(line.end, end + 90))
        if match and match.start("rank") < end + 30:
            return _rank_of(match["rank"]), match.start("rank"), match.end("rank")
    return None


def _rank_of(word: str) -> Seniority:
    """The rank of one word or phrase of the list."""
    ranks = load(RankWords).ranks
    rank: Seniority
    for rank in _ORDER:
        if word.rstrip(".") in ranks[rank]:
            return rank
    raise KeyError(word)
