"""What to prepare for an application: what to show for each requirement met, what to learn for each that is not."""

from collections.abc import Mapping
from typing import Final

import msgspec

from headway.app.candidate import candidate_of
from headway.app.choices import asked_words, nearest
from headway.app.context import Context
from headway.app.experience import LEAST_TOLD, years_close_to, years_in_the_field
from headway.app.kept_person import KeptPerson
from headway.fit.coverage import share_of
from headway.learner.model import SkillBelief
from headway.postings.demands import DEGREES, EQUIVALENT_YEARS, NEARLY_YEARS
from headway.postings.model import Posting, Requirement
from headway.postings.plain import line_around, plain_text
from headway.postings.read import read_posting, whole_text
from headway.postings.titles import Titles
from headway.values import KNOWN_CONFIDENCE, Json, Level
from headway.workspace.fold import State
from headway.workspace.model import Posted

MOST_QUOTES: Final = 2


def preparation(context: Context, state: State, posted: Posted) -> Json:
    """One row for each requirement, required ones first; and what the posting asks of years and degree."""
    text, _ = plain_text(posted.text)
    posting = read_posting(posted.title, text, context.finder, Titles(context.knowledge.roles))
    person = KeptPerson(context, state)
    held = person.belief.all(state.plan.saved.confidence if state.plan else KNOWN_CONFIDENCE)
    whole = whole_text(posted.title, text)
    rows = [
        _row(context, state, person, held, each) | {"line": line_around(whole, each.span.start, each.span.end)}
        for each in sorted(posting.requirements, key=lambda r: r.need != "required")
        if any(skill in held for skill in each.any_of)
    ]
    return {
        "requirements": rows,
        "met": sum(row["have"] >= row["wanted"] for row in rows if row["need"] == "required"),
        "required": sum(row["need"] == "required" for row in rows),
        "years": _years(posting, person),
        "degree": _degree(posting, person),
        "pay": msgspec.to_builtins(posting.pay),
        "nothing_read": not rows,
    }


def _row(
    context: Context, state: State, person: KeptPerson, held: Mapping[str, SkillBelief], each: Requirement
) -> Json:
    wanted = each.level
    known = [s for s in each.any_of if s in held]
    chosen = nearest(known, each.count, lambda s: (share_of(held[s], wanted), s))
    best = chosen[-1]
    met = held[best].level >= wanted
    return {
        "any_of": list(each.any_of),
        "count": len(chosen),
        "asks": asked_words([context.knowledge.skills[s].label for s in known], len(chosen)),
        "need": each.need,
        "wanted": wanted,
        "best": best,
        "label": context.knowledge.skills[best].label,
        "others": [context.knowledge.skills[s].label for s in known if s != best],
        "have": held[best].level,
        "basis": held[best].basis,
        "quote": each.span.text,
        "show": _to_show(person, best) if met else [],
        "learn": None if met else _to_learn(context, state, best, held[best].level, wanted),
    }


def _to_show(person: KeptPerson, skill: str) -> list[str]:
    """Lines of the CV and words of other evidence that speak for it, proof first."""
    from headway.learner.model import PROOF_KINDS

    pieces = sorted(person.belief.evidence_for(skill), key=lambda e: (e.kind not in PROOF_KINDS, e.source, e.id))
    lines = [line for e in pieces if e.holds for line in ([q.text.strip() for q in e.quotes] or [e.note]) if line]
    return list(dict.fromkeys(lines))[:MOST_QUOTES]


def _to_learn(context: Context, state: State, skill: str, have: Level, wanted: Level) -> Json | None:
    """The plan's step that brings it, else the shortest thing that teaches it from where the person stands."""
    saved = state.plan.saved if state.plan else None
    for number, step in enumerate(saved.plan.steps if saved else (), 1):
        if step.id not in state.finished and any(s == skill and to >= wanted for s, _, to in step.raises):
            label = saved.labels.get(step.id, step.id) if saved else step.id
            end = step.end.isoformat()
            return {"id": step.id, "label": label, "hours": step.hours.likely, "step": number, "end": end}
    found = [
        r
        for r in context.knowledge.resources.values()
        if r.replaced_by is None
        and r.id not in state.dropped
        and any(t.skill == skill and t.from_ <= have and t.to >= wanted for t in r.teaches)
    ]
    if not found:
        return None
    best = min(found, key=lambda r: (r.hours.likely, r.id))
    return {"id": best.id, "label": best.label, "hours": best.hours.likely, "step": None, "end": None}


def _years(posting: Posting, person: KeptPerson) -> Json:
    """close: those of `have` that are close to the posting's role (to any, where it has none); a nurse's ten years are
    none of an engineer's. outcome: by the years in this field, as in the list of jobs."""
    asked, have = posting.min_years, person.years
    role = person.context.knowledge.roles.get(posting.job or posting.role)
    counted = years_in_the_field(person)
    close = counted if role is None else years_close_to(role, person)
    enough = (counted or 0.0) - (asked or 0.0)
    outcome = (
        "unstated" if asked is None else "met" if enough >= 0 else "nearly" if enough >= -NEARLY_YEARS else "short"
    )
    return {
        "asked": asked,
        "have": have,
        "close": close,
        "outcome": outcome,
        "words": _years_words(have, close, outcome),
    }


def _years_words(have: float | None, close: float | None, outcome: str) -> str:
    if have is None:
        return "your jobs have no dates" if outcome == "unstated" else f"your jobs have no dates ({outcome})"
    told = f"your dated jobs come to {have:.1f}" + ("" if outcome == "unstated" else f" ({outcome})")
    if close is None or have - close < LEAST_TOLD:
        return told
    near = "none of them" if close < LEAST_TOLD else f"{close:.1f} of them"
    return f"{told}, {near} in work close to this"


def _degree(posting: Posting, person: KeptPerson) -> Json:
    have = candidate_of(person, ()).degree
    asked = posting.degree.level
    if asked == "unstated":
        return {"asked": None, "equivalent_ok": False, "have": DEGREES[have], "outcome": "unstated"}
    short = max(DEGREES.index(asked) - have, 0)
    made_up = posting.degree.equivalent_ok and (years_in_the_field(person) or 0.0) >= EQUIVALENT_YEARS * short
    outcome = "met" if not short else "nearly" if made_up or (short == 1 and have >= 1) else "short"
    return {"asked": asked, "equivalent_ok": posting.degree.equivalent_ok, "have": DEGREES[have], "outcome": outcome}
