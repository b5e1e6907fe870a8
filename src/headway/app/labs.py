"""`headway lab list|show|start|hint|solution|reset`: everything but the grading."""

from collections.abc import Set
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.lab_files import LabState, keep_state, lab_state
from headway.app.workspace_room import counting_proof
from headway.errors import BadOption
from headway.knowledge.labs import Lab, load_labs, unbundle
from headway.knowledge.names import resolve
from headway.labs.registry import practice_files
from headway.values import Finding, Json

DAMAGED = "damaged"
"""In the place of an outcome, where what was kept of a lab cannot be read."""


def find_lab(word: str) -> Lab:
    """The lab that an id, a title or a number means. Raises UnknownName."""
    labs = load_labs()
    by_number = {str(lab.authored.order): id_ for id_, lab in labs.items()}
    return labs[resolve(by_number.get(word, word), {id_: lab.authored for id_, lab in labs.items()}, "lab")]


def lab_list(context: Context, profile: str | None) -> Json:
    """All labs in the order in which they are to be done, with where the person stands."""
    counting = counting_proof(context, profile)
    findings: list[Finding] = []
    rows = [_row(context, lab, _looked_at(context, profile, lab, counting, findings)) for lab in load_labs().values()]
    return {"schema": "headway.lab-list/1", "labs": rows, "findings": msgspec.to_builtins(findings)}


def _looked_at(
    context: Context, profile: str | None, lab: Lab, counting: Set[str], findings: list[Finding]
) -> LabState:
    """What is kept of it; where its file is damaged a state that says so, and a finding more."""
    try:
        return _state(context, profile, lab, counting)
    except BadOption as error:
        findings.append(Finding("lab-file-broken", "warning", lab.authored.label, error.message, error.hint))
        return LabState(outcome=DAMAGED)


def _state(context: Context, profile: str | None, lab: Lab, counting: Set[str]) -> LabState:
    """What is kept of it; a pass that was taken back in the log is none, and moved nothing."""
    authored, state = lab.authored, lab_state(context, profile, lab.authored.id)
    if state.passed and not any(piece_id(authored.id, part.skill) in counting for part in authored.proves):
        return msgspec.structs.replace(state, passed=None, moved=None)
    return state


def piece_id(lab: str, skill: str) -> str:
    """The id of what a pass of a lab says of a skill; a later pass takes the place of the earlier one."""
    return f"lab:{lab}:{skill}"


def _row(context: Context, lab: Lab, state: LabState) -> Json:
    authored = lab.authored
    return {
        "id": authored.id,
        "number": authored.order,
        "label": authored.label,
        "summary": authored.summary,
        "stage": authored.stage,
        "hours": authored.hours,
        "proves": [
            {"skill": part.skill, "label": context.knowledge.skills[part.skill].label, "level": part.level}
            for part in authored.proves
        ],
        "packages": list(authored.packages),
        "outcome": state.outcome or None,
        "checked": state.checked,
        "passed": state.passed,
    }


def lab_show(context: Context, profile: str | None, word: str) -> Json:
    """One lab: its brief, what can be wrong, the hints taken, the last result."""
    lab = find_lab(word)
    findings: list[Finding] = []
    state = _looked_at(context, profile, lab, counting_proof(context, profile), findings)
    return {
        "schema": "headway.lab-show/1",
        **_row(context, lab, state),
        "file": lab.authored.file,
        "version": lab.authored.version,
        "brief": lab.brief,
        "hints": len(lab.hints),
        "hints_shown": state.hints,
        "moved": state.moved,
        "words": state.words,
        "findings": msgspec.to_builtins(findings),
    }


def lab_start(context: Context, word: str, folder: Path | None) -> Json:
    """Write brief and starter into a folder; what is there already is left alone. Raises BadOption."""
    lab = find_lab(word)
    targets = _targets(lab, folder)
    for target in targets:
        if target.exists():
            raise BadOption(
                f"{target} is there already.", f"Go on with it, or begin anew: headway lab reset {lab.authored.id}."
            )
    for path, content in _beside(lab, targets[0]).items():
        if path.exists() and not _holds(path, content):
            raise BadOption(f"{path} is there already, and is not of this lab.", "Name an empty folder with --to.")
    return _hand_out(lab, targets[0], aside=None)


def lab_reset(context: Context, profile: str | None, word: str, folder: Path | None) -> Json:
    """The starter anew; the file that was there is kept beside it under another name. Raises BadOption."""
    lab = find_lab(word)
    targets = _targets(lab, folder)
    aside = ", ".join(str(_set_aside(target)) for target in targets if target.exists())
    return _hand_out(lab, targets[0], aside or None)


def _targets(lab: Lab, folder: Path | None) -> list[Path]:
    """The files that are handed in, the first of them the main one."""
    return [(folder or Path(lab.authored.id)) / name for name in (lab.authored.file, *lab.authored.more)]


def _set_aside(target: Path) -> Path:
    """Rename a file to the first free name beside it. Raises BadOption."""
    number = 1
    while (aside := target.with_name(f"{target.stem}.before-{number}{target.suffix}")).exists():
        number += 1
    try:
        target.rename(aside)
    except OSError as error:
        raise BadOption(f"{target} cannot be set aside: {error.strerror}.", "Look at the folder's rights.") from error
    return aside


def _beside(lab: Lab, target: Path) -> dict[Path, bytes]:
    """Brief and made-up data, which lie beside the file that is handed in."""
    files = {"brief.md": lab.brief.encode("utf-8")} | practice_files(lab.authored.id)
    return {target.with_name(name): content for name, content in files.items()}


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is this one already."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _hand_out(lab: Lab, target: Path, aside: str | None) -> Json:
    brief, *data = beside = _beside(lab, target)
    for path, content in beside.items():
        write_whole(path, content, "--to")
    for name, text in (unbundle(lab.starter) or {lab.authored.file: lab.starter}).items():
        write_whole(target.with_name(name), text.encode("utf-8"), "--to")
    return {
        "schema": "headway.lab-start/1",
        "lab": lab.authored.id,
        "label": lab.authored.label,
        "file": str(target),
        "brief": str(brief),
        "data": [str(path) for path in data],
        "set_aside": aside,
    }


def lab_hint(context: Context, profile: str | None, word: str) -> Json:
    """The next hint; after the last one, all of them again."""
    lab = find_lab(word)
    state = lab_state(context, profile, lab.authored.id)
    shown = min(state.hints + 1, len(lab.hints))
    keep_state(context, profile, lab.authored.id, msgspec.structs.replace(state, hints=shown))
    hints = list(lab.hints) if state.hints >= len(lab.hints) else [lab.hints[shown - 1]]
    return {
        "schema": "headway.lab-hint/1",
        "lab": lab.authored.id,
        "number": shown,
        "of": len(lab.hints),
        "hints": hints,
    }


def lab_solution(context: Context, profile: str | None, word: str, *, sure: bool) -> Json:
    """The model solution with the reasons behind the lab. Raises BadOption unless sure: a copy of it proves nothing."""
    lab = find_lab(word)
    state = lab_state(context, profile, lab.authored.id)
    if not sure and state.passed is None:
        raise BadOption(
            "You have not passed this lab yet; handing in the model solution proves nothing.",
            f"See the next hint: headway lab hint {lab.authored.id}; or say --yes.",
        )
    if state.passed is None:
        keep_state(context, profile, lab.authored.id, msgspec.structs.replace(state, solution_seen=True))
    return {
        "schema": "headway.lab-solution/1",
        "lab": lab.authored.id,
        "file": lab.authored.file,
        "solution": lab.solution,
        "design": lab.design,
    }


def state_after(state: LabState, outcome: str, words: str, day: str, *, counts: bool) -> LabState:
    """What is kept after a check."""
    first = state.passed or (day if counts else None)
    return msgspec.structs.replace(state, outcome=outcome, words=words, checked=day, passed=first)
