"""The closed word lists of this room, read from data/mentions/words.json."""

from functools import cache
from importlib.resources import files

import msgspec


class Sense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a name means where one of the cues stands near: a skill (id)."""

    skill: str
    cues: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """signals: phrases by what they tell about their line. sections: heading phrases by section, first match wins.

    before, after: classes of the word just before and just after a candidate. vague: by class, names that mostly
    describe a product. senses: names (skill|folded form) that mean another skill near certain words. whole: names
    with an `and` that are one. openers, tails: words that are no part of a name whose rest is a name of the same
    skill; made: tails that name a thing one makes; light_openers, light_tails: of whatever
    skill; adjectives: names that are none without the noun behind them. silent: names that are never marked. lead_ins,
    lead_outs: words cut off the ends of a name that is found, where the rest names the skill too. tool_before: words
    before a tool one works with; tool_work: words that tell of work with software; things: what is made with tools;
    people: words that tell of people instead; departments: names of teams one works with; groups: words
    for those in them; no_team: words at the end of what is no team; clause_goes_on: words behind a name that ends
    there. employer: words before a name that make it the employer's; no_employer: words that follow those and are no
    name. hires_before, hires_after: patterns for what makes it so by itself. british, american: parts of words in their
    two spellings, pairwise.
    """

    about: str
    signals: dict[str, tuple[str, ...]]
    sections: dict[str, tuple[str, ...]]
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    vague: dict[str, frozenset[str]]
    senses: dict[str, Sense]
    whole: frozenset[str]
    openers: frozenset[str]
    tails: frozenset[str]
    made: frozenset[str]
    light_openers: frozenset[str]
    light_tails: frozenset[str]
    adjectives: frozenset[str]
    silent: frozenset[str]
    lead_ins: tuple[str, ...]
    lead_outs: frozenset[str]
    tool_before: frozenset[str]
    tool_work: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    departments: frozenset[str]
    groups: frozenset[str]
    no_team: frozenset[str]
    clause_goes_on: frozenset[str]
    employer: frozenset[str]
    no_employer: frozenset[str]
    hires_before: tuple[str, ...]
    hires_after: tuple[str, ...]
    british: tuple[str, ...]
    american: tuple[str, ...]


@cache
def load_words() -> Words:
    """The shipped lists; read once a process."""
    return msgspec.json.decode(words_as_written(), type=Words)


def words_as_written() -> bytes:
    """The file of the shipped lists."""
    return files("headway").joinpath("data", "mentions", "words.json").read_bytes()
