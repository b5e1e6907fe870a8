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
    settings: dict[str, float]
    scores: dict[str, float]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keep or drop. features: log-odds by feature name; aliases: by skill and folded alias (`go|golang`).

    threshold: least confidence of a mention.
    """

    trained: Trained
    threshold: float
    features: dict[str, float]
    aliases: dict[str, float]


class SpanWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The span reader. features: what each speaks for a span's begin and its inside, over none.

    transitions: from none, begin, inside (rows) to none, begin, inside. All in tenths.
    """

    trained: Trained
    transitions: list[list[float]]
    features: dict[str, tuple[float, float]]


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hand-set log-odds that training starts from and is drawn back to; and why they are what they are."""

    about: str
    why: str
    features: dict[str, float]


@cache
def load_weights() -> Weights:
    """The shipped numbers."""
    return msgspec.json.decode(_read("weights.json"), type=Weights)


@cache
def load_span_weights() -> SpanWeights:
    """The shipped numbers of the span reader."""
    return msgspec.json.decode(_read("spans.json"), type=SpanWeights)


def load_judgement() -> Judgement:
    """The hand-set starting point, for training."""
    return msgspec.json.decode(_read("judgement.json"), type=Judgement)


def _read(name: str) -> bytes:
    return files("headway").joinpath("data", "mentions", name).read_bytes()
