"""`headway lab check`, `headway verify`: grade a submission, keep a pass as proof, sign a record of it."""

import hashlib
import secrets
from importlib.metadata import version
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import check_writable, write_whole
from headway.app.keep_person import plan_role
from headway.app.lab_files import keep_state, lab_state, signing_key
from headway.app.lab_moved import moved, standing
from headway.app.labs import find_lab, piece_id, state_after
from headway.app.workspace_room import open_workspace
from headway.errors import BadOption, MissingExtra, UnreadableFile
from headway.knowledge.labs import AuthoredLab, Lab, bundle, unbundle
from headway.labs.grade import grade
from headway.labs.likeness import alike, digest
from headway.labs.model import Verdict
from headway.labs.record import UNCHANGED, Passed, Run, signed, verified
from headway.labs.registry import GRADERS
from headway.learner.model import Evidence
from headway.values import Json
from headway.workspace.model import Shown

SEED_BITS = 96
MOST_BYTES = 500_000
MOST_WORLDS = 50
COPY = "This is the model solution but for names and layout, so the pass is not kept as proof."
SEEN = "You had the model solution shown before this pass, so it counts half as much. A test can show the rest."


class CheckQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be graded. seed, worlds: for practice; a pass then proves nothing. keep: False writes nothing."""

    lab: str
    file: Path | None = None
    seed: int | None = None
    worlds: int | None = None
    record: Path | None = None
    profile: str | None = None
    keep: bool = True


def lab_check(context: Context, question: CheckQuestion) -> Json:
    """The verdict; a pass that counts is written to the log, so belief, fit and plan move. Raises BadOption."""
    lab = find_lab(question.lab)
    authored = lab.authored
    path = question.file or Path(authored.id) / authored.file
    path = path / authored.file if path.is_dir() else path
    text = _handed_in(path, authored)
    check_writable(question.record, "--record")
    seeds = _seeds(lab, question)
    verdict = grade(lab, text, seeds, GRADERS)
    practice = question.seed is not None or question.worlds is not None
    copied = alike(text, lab.solution, authored.file)
    counts = verdict.outcome == "pass" and question.keep and not practice and not copied
    state = lab_state(context, question.profile, authored.id)
    change, record, note = None, None, ""
    if counts:
        change = _kept(context, question.profile, lab, seen=state.solution_seen)
        record, note = _record(context, question, lab, _passed(context, lab, text, seeds, verdict))
    if question.keep:
        day = context.today.isoformat()
        after = state_after(state, verdict.outcome, verdict.words, day, counts=counts)
        if change is not None:
            after = msgspec.structs.replace(after, moved=change)
        keep_state(context, question.profile, authored.id, after)
    return {
        **_answer(lab, path, verdict, seeds),
        "practice": practice,
        "note": COPY if copied and verdict.outcome == "pass" else SEEN if counts and state.solution_seen else "",
        "kept": counts,
        "moved": change,
        "record": record,
        "record_note": note,
    }


def _answer(lab: Lab, path: Path, verdict: Verdict, seeds: tuple[int, ...]) -> Json:
    """The verdict as a door shows it. Shares of the best score only for a pass: less would be a score to climb by."""
    protection = verdict.protection
    return {
        "schema": "headway.lab-check/1",
        "lab": lab.authored.id,
        "label": lab.authored.label,
        "version": lab.authored.version,
        "file": str(path),
        "outcome": verdict.outcome,
        "reason": verdict.reason or None,
        "words": verdict.words,
        "line": verdict.line,
        "passed": list(verdict.passed),
        "shares": list(verdict.shares) if verdict.outcome == "pass" else [],
        "seeds": [f"{seed:024x}" for seed in seeds],
        "printed": verdict.printed,
        "walls": protection.walls if protection else None,
        "not_protected_against": list(protection.not_against) if protection else [],
    }


def _handed_in(path: Path, authored: AuthoredLab) -> str:
    """The submission; where it is several files, those beside the named one too. Raises UnreadableFile."""
    if not authored.more:
        return _read(path, authored.id)
    parts = {each: _read(path.with_name(each), authored.id) for each in (authored.file, *authored.more)}
    text = bundle(parts)
    if bundle(unbundle(text)) != text:
        raise UnreadableFile(f"A file beside {path} holds a line like '=== name ==='.", "Leave that line out.")
    return text


def _read(path: Path, lab: str) -> str:
    """One file of it. Raises UnreadableFile."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would be read for ever
            raise UnreadableFile(f"{path} is no file.", "Name the file with your code.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise UnreadableFile(f"{path} is longer than {MOST_BYTES:,} bytes.", "Hand in the code alone.")
        return content.decode("utf-8-sig")
    except OSError as error:
        hint = f"Begin with: headway lab start {lab}; or name the file."
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", hint) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path} is not a text in UTF-8.", "Save it as UTF-8.") from error


def _seeds(lab: Lab, question: CheckQuestion) -> tuple[int, ...]:
    """Secret ones, drawn now; for practice those that follow from a number."""
    worlds = lab.authored.worlds if question.worlds is None else question.worlds
    if not 1 <= worlds <= MOST_WORLDS:
        raise BadOption(f"--worlds is {worlds}.", f"Give a number from 1 to {MOST_WORLDS}.")
    if question.seed is None:
        return tuple(secrets.randbits(SEED_BITS) for _ in range(worlds))
    if question.seed < 0:
        raise BadOption(f"--seed is {question.seed}.", "Give a number from 0.")
    return tuple(question.seed + n for n in range(worlds))


def _kept(context: Context, profile: str | None, lab: Lab, *, seen: bool) -> Json:
    """Write the pass into the log; what it moved. seen: the model solution was shown before."""
    authored = lab.authored
    before = standing(context, profile)
    with open_workspace(context, profile) as store:
        store.append(context.today, [Shown(pieces=_evidence(context, lab, seen=seen))])
    return moved(context, authored.proves, before, standing(context, profile), [plan_role(context, profile)])


def _evidence(context: Context, lab: Lab, *, seen: bool) -> tuple[Evidence, ...]:
    """One piece a skill; a later pass of the same lab takes its place. seen: see `_kept`."""
    authored = lab.authored
    after = ", after its model solution was shown" if seen else ""
    return tuple(
        Evidence(
            id=piece_id(authored.id, part.skill),
            skill=part.skill,
            kind="lab",
            source="lab",
            level=part.level,
            date=context.today,
            last_used=context.today,
            strength=context.prior.numbers.evidence.chosen.seen_solution if seen else 1.0,
            note=f"You passed the lab '{authored.label}' (version {authored.version}){after}.",
        )
        for part in authored.proves
    )


def _passed(context: Context, lab: Lab, text: str, seeds: tuple[int, ...], verdict: Verdict) -> Passed:
    authored, protection = lab.authored, verdict.protection
    return Passed(
        lab=authored.id,
        version=authored.version,
        label=authored.label,
        summary=authored.summary,
        proves=tuple((part.skill, part.level) for part in authored.proves),
        lab_digest=hashlib.sha256(msgspec.json.encode(lab, order="deterministic")).hexdigest(),
        submission_digest=digest(text),
        seeds=tuple(f"{seed:024x}" for seed in seeds),
        date=context.today.isoformat(),
        walls=protection.walls if protection else "none",
        not_against=protection.not_against if protection else (),
        headway=version("headway"),
    )


def _record(context: Context, question: CheckQuestion, lab: Lab, passed: Passed) -> tuple[str | None, str]:
    """Sign the pass and write the record; without the library that signs, the pass stands and a note says so."""
    path = question.record or Path(f"{lab.authored.id}-record.json")
    try:
        content = signed(passed, signing_key(context, question.profile))
    except MissingExtra as missing:
        return None, str(missing)
    write_whole(path, content, "--record")
    return str(path), ""


def verify(context: Context, name: Path, submission: Path | None) -> Json:
    """Whether a record is as it was signed; with the submission also whether it still passes the same worlds."""
    try:
        content = name.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be read: {error.strerror}.", "Name a record's file.") from error
    record, problem = verified(content, str(name))
    run = record.headwayRun
    return {
        "schema": "headway.verify/1",
        "file": str(name),
        "unchanged": not problem,
        "words": UNCHANGED if not problem else f"not valid: {problem}",
        "lab": run.lab,
        "version": run.version,
        "issuer": record.issuer.id,
        "signed": record.validFrom,
        "submission_digest": run.submissionDigest,
        "walls": run.walls,
        "not_protected_against": list(run.notProtectedAgainst),
        "graded_again": None if submission is None or problem else _again(run, submission),
    }


def _again(run: Run, submission: Path) -> Json:
    """Grade the submission on the record's worlds."""
    lab = find_lab(run.lab)
    submission = submission / lab.authored.file if submission.is_dir() else submission
    text = _handed_in(submission, lab.authored)
    if digest(text) != run.submissionDigest:
        return {"same_submission": False, "same_version": None, "outcome": None}
    seeds = tuple(int(seed, 16) for seed in run.seeds)
    verdict = grade(lab, text, seeds, GRADERS)
    return {
        "same_submission": True,
        "same_version": lab.authored.version == run.version,
        "outcome": verdict.outcome,
    }
