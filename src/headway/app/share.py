"""`headway share`: the small file that a learner reads and then hands to a coach. Method: docs/method/class.md."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from headway.app.context import Context
from headway.app.files import check_writable, write_whole
from headway.app.kept_person import KeptPerson, somebody
from headway.app.look import role_id
from headway.app.options import seniority_word
from headway.app.person import Person, PersonQuestion
from headway.app.plan import seniority_for
from headway.app.share_word import word_of
from headway.app.share_words import in_words
from headway.app.status import progress_of
from headway.app.workspace_room import open_workspace
from headway.cohort.model import HeldSkill, PassedLab, PlanState, Share, TakenTest
from headway.errors import BadOption
from headway.knowledge.model import Role, Skill
from headway.knowledge.needs import levels_at
from headway.learner.model import Evidence
from headway.values import Json, Level, Seniority
from headway.workspace.model import Copied

MOST_NAME: Final = 60
FILE: Final = "headway-share.json"
DOWNLOADED: Final = f"downloaded in the browser as {FILE}"


class ShareQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is handed over, under which name, and where it is written; out None: only shown."""

    cv: str | None = None
    know: tuple[str, ...] = ()
    role: str | None = None
    seniority: str | None = None
    name: str | None = None
    out: Path | None = None
    profile: str | None = None


def share(context: Context, question: ShareQuestion) -> Json:
    """The file's content, what it says in plain words, and where it was written. Raises the errors of bad input."""
    check_writable(question.out, "--out")
    made, person = _made(context, question)
    if question.out is not None:
        write_whole(question.out, bytes_of(made), "--out")
        _remember(context, question.profile, person, str(question.out.resolve()))
    return {
        "schema": "headway.shared/1",
        "file": str(question.out) if question.out else None,
        "words": in_words(context, made),
        "labels": {held.skill: context.knowledge.skills[held.skill].label for held in made.skills},
        "share": msgspec.to_builtins(made),
    }


def share_download(context: Context, question: ShareQuestion) -> bytes:
    """The file for the browser; that a copy was taken is written down. Raises the same."""
    made, person = _made(context, question)
    _remember(context, question.profile, person, DOWNLOADED)
    return bytes_of(made)


def _made(context: Context, question: ShareQuestion) -> tuple[Share, Person]:
    name = name_of(question.name)
    asked = seniority_word(question.seniority) if question.seniority else None
    person = somebody(context, PersonQuestion(cv=question.cv, know=question.know, profile=question.profile))
    role = context.knowledge.roles[role_id(context, _role(question, person))]
    seniority = _seniority(role, asked, person)
    word = word_of(context, question.profile, _about(person, name))
    return share_of(context, person, role, seniority, word=word, name=name), person


def bytes_of(made: Share) -> bytes:
    """The file: JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(made, order="deterministic"), indent=2) + b"\n"


def name_of(text: str | None) -> str | None:
    """The name for the file. Raises BadOption."""
    if text is None:
        return None
    name = " ".join(text.split())
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise BadOption(f"--as is '{text}'.", f"Give a name of up to {MOST_NAME} letters, or leave it out.")
    return name


def share_of(
    context: Context, person: Person, role: Role, seniority: Seniority, *, word: str, name: str | None = None
) -> Share:
    """What a person hands over for one role: nothing that the role does not ask about."""
    about = beneath(role, context.knowledge.skills)
    return Share(
        date=context.today,
        person=word,
        name=name,
        knowledge=context.knowledge.digest,
        role=role.id,
        seniority=seniority,
        skills=_skills(person, role, seniority, about),
        plan=_plan(context, person, role),
        labs=_labs(person, about),
        tests=_tests(person, about),
    )


def beneath(role: Role, skills: Mapping[str, Skill]) -> frozenset[str]:
    """The skills a role asks for and all that they build on."""
    found = {skill for need in role.needs for skill in need.any_of}
    todo = list(found)
    while todo:
        fresh = {need.skill for need in skills[todo.pop()].needs} - found
        found |= fresh
        todo.extend(fresh)
    return frozenset(found)


def _skills(person: Person, role: Role, seniority: Seniority, about: frozenset[str]) -> tuple[HeldSkill, ...]:
    """All of the role's skills, and those beneath that are held, in the order of their ids."""
    wanted: dict[str, Level] = {}
    for need in role.needs:
        for skill in need.any_of:
            wanted[skill] = max(wanted.get(skill, 0), levels_at(need, seniority))
    believed = person.belief.all()
    return tuple(
        HeldSkill(
            skill=id_,
            wanted=wanted.get(id_, 0),
            level=held.level,
            claim=held.claim_level,
            proof=held.proof_level,
            basis=held.basis,
            probability=round(held.at_least[held.level - 1], 2) if held.level else 1.0,
        )
        for id_ in sorted(about)
        if (held := believed[id_]).level or id_ in wanted
    )


def _plan(context: Context, person: Person, role: Role) -> PlanState | None:
    """Figures of the plan for this role; None where no plan for it is kept."""
    if not isinstance(person, KeptPerson) or person.state.plan is None or person.state.plan.saved.role != role.id:
        return None
    progress = progress_of(context, person.state)
    saved, forecast = progress.kept.saved, progress.forecast
    left = {each.step.id for each in progress.left}
    steps = saved.plan.steps
    return PlanState(
        start=saved.plan.start,
        end=saved.plan.end,
        deadline=saved.options.deadline,
        likely_end=forecast.middle,
        hours_per_week=round(saved.options.calendar.weekly_hours, 2),
        hours_planned=round(sum(week.planned for week in progress.weeks), 2),
        hours_done=round(sum(week.studied for week in progress.weeks), 2),
        hours_left=round(sum(each.hours.likely for each in progress.left), 2),
        steps=len(steps),
        steps_done=sum(step.id not in left for step in steps),
        steps_due=sum(step.end < context.today for step in steps),
        paused=progress.paused_on(context.today) is not None,
    )


def _labs(person: Person, about: frozenset[str]) -> tuple[PassedLab, ...]:
    passed: dict[str, dt.date] = {}
    for piece in _proof(person, "lab", about):
        lab = piece.id.split(":")[1]
        passed[lab] = max(passed.get(lab, dt.date.min), piece.date or dt.date.min)
    return tuple(PassedLab(lab=lab, date=day) for lab, day in sorted(passed.items()))


def _tests(person: Person, about: frozenset[str]) -> tuple[TakenTest, ...]:
    answers: dict[str, list[dt.date]] = {}
    for piece in _proof(person, "test-answer", about):
        answers.setdefault(piece.skill, []).append(piece.date or dt.date.min)
    return tuple(TakenTest(skill=s, answers=len(days), date=max(days)) for s, days in sorted(answers.items()))


def _proof(person: Person, kind: str, about: frozenset[str]) -> list[Evidence]:
    return [piece for piece in person.evidence if piece.kind == kind and piece.skill in about and piece.date]


def _role(question: ShareQuestion, person: Person) -> str:
    """The role named, else that of the kept plan. Raises BadOption."""
    if question.role:
        return question.role
    if isinstance(person, KeptPerson) and person.state.plan is not None:
        return person.state.plan.saved.role
    raise BadOption("Which role do you aim at?", "Name it: --role data-analyst. 'headway roles' lists them.")


def _seniority(role: Role, asked: Seniority | None, person: Person) -> Seniority:
    """What was asked; else that of the kept plan for this role; else as `headway plan` would choose."""
    if asked is None and isinstance(person, KeptPerson) and person.state.plan is not None:
        saved = person.state.plan.saved
        asked = saved.seniority if saved.role == role.id else None
    return seniority_for(role, asked, person)[0]


def _about(person: Person, name: str | None) -> bytes:
    """What tells people of one profile apart: nothing for the workspace's own; the name or the CV for another."""
    if isinstance(person, KeptPerson):
        return b""
    if name is not None:
        return b"name:" + name.casefold().encode()
    return b"text:" + (person.document.text if person.document else repr(sorted(person.known.items()))).encode()


def _remember(context: Context, profile: str | None, person: Person, path: str) -> None:
    """The workspace knows of the copy, as of every other; once a place."""
    copied = Copied(path=path, what="share")
    if isinstance(person, KeptPerson) and copied not in person.state.copies:
        with open_workspace(context, profile) as store:
            store.append(context.today, [copied])
