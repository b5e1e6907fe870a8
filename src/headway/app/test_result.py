"""What a test showed: skill by skill with its error, question by question with the right answer."""

from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.person import Person
from headway.assessment.draw import shown
from headway.assessment.estimate import Estimate
from headway.assessment.model import Aim, Given, Session
from headway.assessment.render import render
from headway.assessment.session import evidence_so_far
from headway.assessment.stop import REASONS, wrong_share
from headway.knowledge.items import Item
from headway.learner.belief import Belief, fold
from headway.values import Finding, Json


class Sat(msgspec.Struct, frozen=True, kw_only=True):
    """A test that was sat, wholly or in part."""

    session: Session
    label: str
    person: Person
    start: Estimate
    end: Estimate
    path: Path | None
    kept: bool
    moved: Json | None = None


def result_of(context: Context, sat: Sat, findings: tuple[Finding, ...]) -> Json:
    """The result as a door shows it."""
    session = sat.session
    counts = [given.verdict for given in session.given]
    pieces = evidence_so_far(session, context.items)
    belief = fold((*sat.person.evidence, *pieces), sat.person.belief.prior, context.today)
    return {
        "schema": "headway.test/1",
        "session": session.id,
        "about": session.about,
        "label": sat.label,
        "status": "done" if session.ended else "paused",
        "ended": session.ended or None,
        "reason": REASONS.get(session.ended, ""),
        "seed": session.seed,
        "questions": len(counts),
        "right": counts.count("right"),
        "wrong": counts.count("wrong"),
        "dont_know": counts.count("dont-know"),
        "skipped": counts.count("skipped"),
        "error": _error(sat),
        "skills": [_skill(context, sat, aim, belief) for aim in _told(session, context)],
        "items": [row for given in session.given if (row := _item(context, given))],
        "evidence": msgspec.to_builtins(pieces),
        "file": str(sat.path) if sat.path else None,
        "kept": sat.kept,
        "moved": sat.moved,
        "findings": msgspec.to_builtins(findings),
    }


def _error(sat: Sat) -> Json:
    """Expected share of wrong placements before and after; of one skill also ability with its standard error."""
    aims = sat.session.aims
    row: Json = {
        "wrong_share_before": round(wrong_share(sat.start, aims), 4),
        "wrong_share": round(wrong_share(sat.end, aims), 4),
        "ability": None,
        "standard_error": None,
    }
    if sat.session.single:
        mean, spread = sat.end.spread_of(aims[0].skill)
        row |= {"ability": round(mean, 3), "standard_error": round(spread, 3)}
    return row


def _told(session: Session, context: Context) -> list[Aim]:
    """One row a skill: the aims, most weight first, one for the single skill, and what else was asked about."""
    aims = sorted(session.aims, key=lambda aim: (-aim.weight, aim.skill, aim.level))
    if session.single:
        aims = aims[:1]
    told = {aim.skill for aim in aims}
    others = {context.items.items[g.item].skill for g in session.given if g.item in context.items.items} - told
    return [*aims, *(Aim(skill, 1, 0.0) for skill in sorted(others))]


def _skill(context: Context, sat: Sat, aim: Aim, belief: Belief) -> Json:
    items = [context.items.items.get(given.item) for given in sat.session.given]
    asked = sum(item is not None and item.skill == aim.skill for item in items)
    before, after = sat.person.belief.skill(aim.skill), belief.skill(aim.skill)
    return {
        "skill": aim.skill,
        "label": context.knowledge.skills[aim.skill].label,
        "level_asked": aim.level,
        "weight": aim.weight,
        "questions": asked,
        "before": round(before.at_least[aim.level - 1], 3),
        "after": round(after.at_least[aim.level - 1], 3),
        "at_least": [round(p, 3) for p in after.at_least],
        "level": after.level,
        "low": after.low,
        "high": after.high,
        "proof_level": after.proof_level,
        "basis": after.basis,
    }


def _item(context: Context, given: Given) -> Json | None:
    item = context.items.items.get(given.item)
    if item is None:
        return None
    question = render(item, given.seed, context.items.databases)
    return {
        "number": given.number,
        "item": given.item,
        "skill": item.skill,
        "label": context.knowledge.skills[item.skill].label,
        "level": item.level,
        "kind": item.kind,
        "ask": question.ask,
        "code": question.code,
        "options": list(question.options),
        "typed": given.text,
        "verdict": given.verdict,
        "right_answer": right_answer(item, given.seed, context),
        "misconception": given.misconception,
    }


def right_answer(item: Item, seed: int, context: Context) -> str:
    """The right answer in words."""
    question = render(item, seed, context.items.databases)
    if item.kind == "choice":
        return question.options[int(str(question.answer)) - 1]
    if item.kind == "bug":
        return f"line {question.answer}: {item.authored.fix.strip()}"
    if item.kind == "order" and isinstance(question.answer, tuple):
        return " ".join(str(place) for place in question.answer)
    if isinstance(question.answer, float):
        return f"{_rounded(question.answer, question.decimals)} {question.unit}".strip()
    return str(question.answer)


def _rounded(answer: float, decimals: int | None) -> str:
    """As many decimals as the question says are enough, so that the answer looks like what was asked for."""
    if decimals is None:
        return shown(float(f"{answer:.6g}"))
    return f"{round(answer, decimals) + 0.0:.{decimals}f}"  # + 0.0: no "-0"
