"""Grade a submission: fresh worlds, each judged here on what the code gave back.

The verdict is made in this process from values; the code under test runs elsewhere and cannot write it.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from headway.knowledge.labs import AuthoredLab, Lab
from headway.labs.ask import Ask, OwnError, Runner
from headway.labs.likeness import alike
from headway.labs.model import GENERAL, Verdict, Wrong
from headway.labs.needs import allowed, lacking, used
from headway.sandbox.untrusted.model import Call, Ceiling, Ended, Ran, Walls
from headway.sandbox.untrusted.run import Code, run

Grader = Callable[[Ask, np.random.Generator], None]
PATIENCE = 3
"""Seconds on the clock for each second of processor time: how busy the machine is must not decide a verdict."""
NEVER = "No solution needs that, so it was stopped"


def grade(
    lab: Lab, submission: str, seeds: Sequence[int], graders: Mapping[str, Grader], *, most: Walls = "bubblewrap"
) -> Verdict:
    """The verdict on a submission over one world for each seed; the first world that it fails ends it.

    seeds: secret until they are used, so that answers cannot be prepared. Same seeds, same code that does not use
    chance of its own: same verdict.
    """
    authored = lab.authored
    if alike(submission, lab.starter, authored.file):
        return Verdict(outcome="not-attempted", words=f"{authored.file} is still as it was handed out.")
    packages = used(authored, submission)
    if words := lacking(packages):
        return Verdict(outcome="not-checkable", words=words)
    ask = Ask(_runner(lab, submission, packages, most), (submission,) if lab.driver else ())
    try:
        for seed in seeds:
            graders[authored.id](ask, np.random.default_rng(seed))
    except Wrong as wrong:
        words = (authored.reasons | GENERAL)[wrong.reason]
        return _verdict(ask, Verdict(outcome="wrong", reason=wrong.reason, words=f"{words} {wrong.detail}".strip()))
    except OwnError as error:
        return _verdict(ask, Verdict(outcome="exception", words=_raised(error, authored), line=error.failure.line))
    except Ended as ended:
        return _verdict(ask, _stopped(ended))
    return _verdict(ask, Verdict(outcome="pass", words="Every check held on every world."))


def _raised(error: OwnError, authored: AuthoredLab) -> str:
    """What the code raised; for a package that is kept out, what there is."""
    words = f"Your code raised {error}"
    return f"{words}. {allowed(authored)}" if error.failure.type == "ModuleNotFoundError" else words


def _runner(lab: Lab, submission: str, packages: tuple[str, ...], most: Walls) -> Runner:
    authored = lab.authored
    source = lab.driver or submission
    code = Code("driver.py" if lab.driver else authored.file, source, packages, (authored.file, *authored.more))
    ceiling = Ceiling(
        memory_bytes=authored.memory_mb << 20,
        cpu_seconds=int(authored.seconds) + 1,
        wall_seconds=PATIENCE * authored.seconds,
    )

    def ask(calls: Sequence[Call]) -> Ran:
        return run(code, calls, ceiling, most=most)

    return ask


def _stopped(ended: Ended) -> Verdict:
    if ended.kind == "time":
        return Verdict(outcome="timed-out", words=f"Stopped: {ended.words}.", protection=ended.protection)
    if ended.kind == "died" and ended.protection is None:
        return Verdict(outcome="not-checkable", words=f"The code could not be run here: {ended.words}.")
    if ended.kind == "died":
        return Verdict(
            outcome="stopped", reason="died", words=f"No answer: {ended.words}.", protection=ended.protection
        )
    words = f"{NEVER}: {ended.words}."
    return Verdict(outcome="stopped", reason=ended.kind, words=words, protection=ended.protection)


def _verdict(ask: Ask, verdict: Verdict) -> Verdict:
    """With what the runs said."""
    return Verdict(
        outcome=verdict.outcome,
        reason=verdict.reason,
        words=verdict.words,
        line=verdict.line,
        passed=tuple(ask.passed),
        shares=tuple(round(share, 4) for share in ask.shares),
        protection=verdict.protection or ask.protection,
        printed=ask.printed,
    )
