"""The numbers of the decision: judged by hand, moved by training. Read once a process."""

from functools import cache
from importlib.resources import files

import msgspec


class Trained(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the learned numbers come from, and how they did."""

    data: str
    licence: str
    date: str
    script: str
    examples: int
    settings: dict[str, dict[str, float]]
    scores: dict[str, float]


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One set of numbers. features: log-odds by feature name; aliases: by skill and folded alias (`go|golang`).

    threshold: least confidence of a mention.
    """

    threshold: float
    features: dict[str, float]
    aliases: dict[str, float]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`default` follows our reading of what asks for a skill; `skillspan` that data set's own convention."""

    trained: Trained
    profiles: dict[str, Profile]


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hand-set log-odds that training starts from and is drawn back to; and why they are what they are."""

    about: str
    why: str
    features: dict[str, float]


@cache
def load_weights() -> Weights:
    """The shipped numbers."""
    return msgspec.json.decode(_read("weights.json"), type=Weights)


def load_judgement() -> Judgement:
    """The hand-set starting point, for training."""
    return msgspec.json.decode(_read("judgement.json"), type=Judgement)


def _read(name: str) -> bytes:
    return files("headway").joinpath("data", "mentions", name).read_bytes()
