"""`headway calibrate`: questions fitted to the answers of people who agreed, on this machine alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.files import check_writable, write_whole
from headway.app.item_parameters import SCHEMA, ItemValues, put_in_use, read_values, take_back
from headway.app.person import prior_of
from headway.app.shared_answers import answers_of, read_answers
from headway.app.test_files import earlier
from headway.assessment.calibrate import FEWEST, Answered, Start, calibrate
from headway.assessment.cross_check import cross_check
from headway.errors import BadOption, NothingKept
from headway.knowledge.load import load_items
from headway.values import Json

FEWEST_FOLDS, MOST_FOLDS = 2, 20
CONSENT = (
    "Of each answer in your tests the file will hold the question's id and whether you were right: no name, no CV,"
    " nothing that you typed. It stays on this machine until you give it to someone."
)


def share(context: Context, out: Path, agreed: bool, profile: str | None) -> Json:
    """Write one's own answers for calibration. Raises BadOption without consent, NothingKept without tests."""
    if not agreed:
        raise BadOption("Nothing was written: you have not agreed.", f"{CONSENT} To agree, add --agree.")
    check_writable(out, "--out")
    sessions = tuple(session for session in earlier(context, profile)[0] if session.given)
    if not sessions:
        raise NothingKept("No test is kept, so there are no answers to share.", "Sit one: headway test python")
    found = answers_of(sessions, context.today)
    write_whole(out, msgspec.json.format(msgspec.json.encode(found)), "--out")
    return {"schema": "headway.calibrate-share/1", "file": str(out), "answers": len(found.answers), "consent": CONSENT}


def fit(context: Context, files: Sequence[Path], folds: int, out: Path | None) -> Json:
    """Fit the questions to shared answers and check the fit on people left out. Raises the errors of bad input."""
    check_writable(out, "--out")
    if not FEWEST_FOLDS <= folds <= MOST_FOLDS:
        raise BadOption(f"--folds is {folds}.", f"Give a number from {FEWEST_FOLDS} to {MOST_FOLDS}.")
    starts, answers, people = _starts(context), *_gathered(context, files)
    found = calibrate(answers, starts)
    crossed = cross_check(answers, starts, min(folds, max(people, FEWEST_FOLDS)))
    values = ItemValues(
        schema=SCHEMA,
        people=people,
        answers=len(answers),
        folds=crossed.folds,
        loss_before=round(crossed.before, 4),
        loss_after=round(crossed.after, 4),
        better=crossed.better,
        items=found,
    )
    if out is not None and found:
        write_whole(out, msgspec.json.format(msgspec.json.encode(values, order="deterministic")), "--out")
    rows = [{"item": id_, **_row(starts[id_]), **msgspec.to_builtins(value)} for id_, value in sorted(found.items())]
    head = {name: value for name, value in msgspec.to_builtins(values).items() if name not in ("schema", "items")}
    file = str(out) if out is not None and found else None
    return {"schema": "headway.calibrate-fit/1", **head, "fewest": FEWEST, "file": file, "items": rows}


def use(context: Context, path: Path) -> Json:
    """Use fitted parameters from now on; answers already given keep those they were given under. Raises BadOption."""
    values = read_values(path)
    if not values.better:
        raise BadOption(
            f"{path}: on people left out these parameters do no better than the start values.", "Gather more answers."
        )
    known = sorted(set(values.items) & set(load_items(context.cache).items))
    if not known:
        raise BadOption(f"{path} has no question of this version's.", "Fit them anew: headway calibrate fit")
    put_in_use(context.home, msgspec.json.encode(values, order="deterministic"))
    return {"schema": "headway.calibrate-use/1", "items": len(known), "unknown": len(values.items) - len(known)}


def undo(context: Context) -> Json:
    """Back to the parameters before. Raises BadOption when none are in use."""
    kept = take_back(context.home)
    return {"schema": "headway.calibrate-undo/1", "in_use": "the ones before" if kept else "start values"}


def _starts(context: Context) -> dict[str, Start]:
    """What is known of each item before: always the bank's own values, so that fitting twice is fitting once."""
    prior = prior_of(context)
    return {
        id_: Start(
            a=item.a, b=item.b, guess=item.guess, slip=item.slip,
            threshold=float(prior.thresholds[prior.index[item.skill], max(item.level, 1) - 1]),
        )
        for id_, item in load_items(context.cache).items.items()
    }  # fmt: skip


def _gathered(context: Context, files: Sequence[Path]) -> tuple[list[Answered], int]:
    """All answers, one ability for each person and skill, and the number of people. Of two files of one person the
    longer counts: it is the later one.
    """
    bank = load_items(context.cache).items
    longest: dict[str, Any] = {}
    for path in files:
        found = read_answers(path)
        if found.person not in longest or len(found.answers) > len(longest[found.person].answers):
            longest[found.person] = found
    answers = [
        Answered(f"{person}/{bank[one.item].skill}", one.item, one.right)
        for person, found in sorted(longest.items())
        for one in found.answers
        if one.item in bank
    ]
    return answers, len(longest)


def _row(start: Start) -> Json:
    return {"a_before": start.a, "b_before": start.b}
