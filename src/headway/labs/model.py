"""What a grade says. No engine is imported here."""

from typing import Literal

import msgspec

from headway.sandbox.untrusted.model import Protection

OutcomeKind = Literal["pass", "not-attempted", "wrong", "exception", "timed-out", "stopped", "not-checkable"]
"""stopped: the code did what no solution needs (files, network, processes, memory). not-checkable: no verdict on it."""


class Wrong(Exception):
    """The code ran and what it gave is not right. reason: a key of the lab's reasons, or of GENERAL."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail


GENERAL = {
    "missing-function": "A function that the brief asks for is not there.",
    "wrong-shape": "What a function gave back is not of the kind that the brief asks for.",
}
"""Reasons that every lab has."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """How one submission fared. reason: the key, empty unless wrong. words: told to the learner. line: of their file.

    passed: checks that held, in words. shares: of the best possible score, one for each world, where the lab has one.
    """

    outcome: OutcomeKind
    reason: str = ""
    words: str = ""
    line: int | None = None
    passed: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    protection: Protection | None = None
    printed: str = ""
